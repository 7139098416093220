"""What holds for pictures wherever they are kept."""
