"""Plays runs without waiting: every path, every stop of a run, one recorded take."""
