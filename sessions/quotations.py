"""The quotation marks of several languages."""

from __future__ import annotations

MARKS = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ('"', '"'))
"""Pairs of an opening and a closing mark."""

QUOTATION = "|".join(f"{opens}[^{opens}{closes}]*{closes}" for opens, closes in MARKS)
"""A regular expression for a quotation, its marks included."""
