"""Rules and use-cases without the outside world."""
