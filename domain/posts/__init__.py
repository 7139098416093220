"""Posts: pictures shown to others, and what people say to them."""
