"""How slow or fast a run may go: the factors by which the written lengths are multiplied."""

from __future__ import annotations

FASTEST, SLOWEST = 0.5, 10.0
"""Care guide, rule 2: up to ten times as slow. At less than half the length nobody could read along."""
