"""Widgets of the pages: prompt, lists, foot, door."""
