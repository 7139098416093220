"""Which version of Kamra this is."""

VERSION = "0.1.0"
