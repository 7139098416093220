"""What people type into a search field, and what they mean by it."""
