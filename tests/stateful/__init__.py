"""Random lives on a Kamra, held to a plain model of who sees what."""
