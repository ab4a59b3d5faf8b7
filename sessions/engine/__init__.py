"""The engine: pure, and the only code that decides what a run does with each event, and when."""
