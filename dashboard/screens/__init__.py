"""The pages, each a script read from top to bottom, and what they share: `opening.py`, `view.py`, `controls.py`."""
