"""Parts of pages: prompt, lists, foot, door."""
