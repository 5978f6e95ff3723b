"""The guide's written pages: front matter, checks, and the lists that are made from it."""
