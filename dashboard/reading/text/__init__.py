"""An article cut up: lines, sentences, words and phrases, and the small words of English."""
