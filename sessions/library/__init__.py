"""Which sessions there are: bundled and own folders, names, and what changed on disk."""
