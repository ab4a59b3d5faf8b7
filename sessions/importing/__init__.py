"""Scripts, captions and recordings' transcripts turned into a draft of a session."""
