"""Faults shown: lines with carets, plain text, JSON, SARIF, and a page for each id."""
