"""Whether the translations are whole and in their own language: what a release needs, and `make check` does not ask."""
