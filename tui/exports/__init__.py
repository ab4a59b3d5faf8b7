"""What `ajar export` writes: sound, text, recording sheets. The formats are in `sessions.export`."""
