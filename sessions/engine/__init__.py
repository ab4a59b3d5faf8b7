"""The engine: what a run does with each event, at which time; pure, and the one place that decides."""
