"""Runs played through without waiting: every path, every stop, one recorded take."""
