"""Tests that use Kamra as a person does: in a browser."""
