"""The formats that smaller copies are written in, a file each with the same parts."""
