"""The one file of a backup, and the places it is made from and restored into."""
