"""What `make demo` begins with: a few people, their painted pictures, and what they say to each other."""
