"""Spoken prompts: recordings, the user's own command, a neural voice and the system's, by one interface."""
