"""What attackers and hostile clients try, and that it comes to nothing."""
