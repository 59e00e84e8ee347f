"""How far the troops of a figure are said to have come."""
