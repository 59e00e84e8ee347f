"""What stands in one sentence: who says what, names, sources and dates."""
