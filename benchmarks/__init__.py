"""What Kamra promises in figures, measured; `make bench` runs it."""
