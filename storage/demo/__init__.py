"""What `make demo` shows: painted photographs, drawn by our own code from a number."""
