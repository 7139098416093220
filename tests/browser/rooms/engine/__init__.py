"""The real room page in real browsers, over a running Kamra."""
