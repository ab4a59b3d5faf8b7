"""The sizes of a window at which the pages change."""

from __future__ import annotations

SMALLEST = (40, 12)
"""Columns and rows the pages are made for; below that they say so and still play."""

WIDE = 78
"""Columns from which two things stand side by side."""

MIDDLING, TALL = 20, 27
"""Rows from which there is some air, and from which there is plenty."""
