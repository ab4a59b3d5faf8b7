"""The screen on which an author steps through a session and sees each save."""
