"""Sentences in, figures out: numbers, what bounds them, what they count, and of what whole."""
