"""What a person meets: the command line, the screen, and plain lines."""
