"""Whose troops a figure or a statement is about, over a whole article."""
