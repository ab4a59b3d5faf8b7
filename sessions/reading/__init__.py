"""From the bytes of a session file to a Session, or to all its faults with their places."""
