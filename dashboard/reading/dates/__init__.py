"""When it was said, when it happened, and by when it is to happen."""
