"""Cookies, addresses, and the first owner."""
