"""The app's own sentences, and the few functions that put them together."""
