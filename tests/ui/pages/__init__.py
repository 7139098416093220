"""What pages do on the server while they are open."""
