"""Every adapter of the world, held to its protocol."""
