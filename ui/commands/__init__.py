"""One file per command of `kamra`; each adds itself to the parser and imports what is heavy only when it runs."""
