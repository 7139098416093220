"""Tests of the rules between people."""
