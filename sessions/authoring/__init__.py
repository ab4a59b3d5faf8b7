"""Help for somebody who writes a session: a new file, mended faults, fitted lengths."""
