"""Article text in, proposed reports out. Start at `reader.py`."""
