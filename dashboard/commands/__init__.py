"""The commands of `python -m dashboard`, one file each: `add_arguments(parser)` and `run(arguments) -> int`."""
