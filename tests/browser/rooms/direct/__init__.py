"""Direct transfers between real pages."""
