"""The vocabulary compiled: names, dates, nouns, stages and statements as tables to look words up in."""
