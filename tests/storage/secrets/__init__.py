"""Passwords, tokens, signatures, and the secret behind them."""
