"""Plain HTML pages, which need neither JavaScript nor a session."""
