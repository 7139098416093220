"""What people are told that others did."""
