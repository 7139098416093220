"""The files of pictures, by signed links."""
