"""What Kamra is: its nouns, rules and use-cases. Standard library only."""
