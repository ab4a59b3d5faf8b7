"""Bells and voices: made, mixed and played, in processes of their own; nothing here knows the screen."""
