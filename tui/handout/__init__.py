"""A session as a sheet of paper: text or HTML to print."""
