"""Marks that stand around what somebody says, in whatever language."""

from __future__ import annotations

MARKS = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ('"', '"'))
"""What opens, and what closes."""

QUOTATION = "|".join(f"{opens}[^{opens}{closes}]*{closes}" for opens, closes in MARKS)
"""A pattern for a stretch between them, the marks included."""
