"""The commands of `python -m guide`."""
