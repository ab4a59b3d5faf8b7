"""A session as a handout: Markdown, or HTML to print."""
