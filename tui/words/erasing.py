"""The sentences before and after erasing."""

from __future__ import annotations

from typing import Final

ERASE: Final = "Erase this? It can't be brought back."
WITHOUT_ASKING: Final = "--yes erases this."
STAYS: Final = "nothing is erased"
NOTHING_TO_ERASE: Final = "There was nothing to erase."
