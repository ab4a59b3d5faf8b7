"""How tests are handed to the workers that run at the same time."""

from __future__ import annotations

from xdist.scheduler import LoadGroupScheduling


class ByGroupOrFile(LoadGroupScheduling):  # type: ignore[misc]  # pytest-xdist ships no type information
    """A worker takes a whole group or the rest of a whole file, so that what its tests share is made once.

    Handing out ten thousand tests one by one would keep the workers waiting.
    """

    def _split_scope(self, nodeid: str) -> str:
        """The group of a test or, where it has none, its file."""
        group: str = super()._split_scope(nodeid)
        return nodeid.partition("::")[0] if group == nodeid else group
