"""What renditions must look like, whatever the original is or pretends to be."""
