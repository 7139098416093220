"""Where bytes are kept: a folder on disk or a bucket."""
