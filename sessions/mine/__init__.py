"""A person's own words, comforts, signs and people: their file, and how they come into a session."""
