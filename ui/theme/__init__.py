"""How Kamra looks and speaks: tokens, styles, icons, texts and plain pages."""
