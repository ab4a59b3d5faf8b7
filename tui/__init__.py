"""The user interface: the command line, the screen, and plain lines."""
