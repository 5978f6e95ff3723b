"""Addresses that work for ever: the register, the short addresses, and what became of old ones."""
