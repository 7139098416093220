"""The whole of rooms: real pages in browsers of their own, over a Kamra of which everything is written down."""
