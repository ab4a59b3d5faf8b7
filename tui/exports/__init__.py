"""What `ajar export` writes: sound, text formats, recording sheets. The formats are in sessions.export."""
