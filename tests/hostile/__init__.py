"""Files made to do harm: bombs, polyglots, damaged pictures; for tests and for the figures about them."""
