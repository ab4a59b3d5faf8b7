"""The line-by-line performer, for screen readers, pipes and terminals that cannot draw."""
