"""What holds for posts wherever they are kept."""
