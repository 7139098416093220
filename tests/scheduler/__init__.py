"""Sweeps and their timetable."""
