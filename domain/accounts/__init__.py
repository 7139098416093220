"""Accounts: people with a handle, how they sign in, and who may do what."""
