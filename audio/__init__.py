"""Sound: bells made, mixed and played, in a process of its own; nothing here knows the screen."""
