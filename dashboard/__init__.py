"""A timeline of a disputed number: who said how many, and when."""
