"""Which faults a report shows, and which of them make a check fail."""

from __future__ import annotations

from typing import NamedTuple

from sessions.check import Checked
from sessions.faults import Fault

UNREADABLE = "E1"
"""How the ids for unreadable files begin; these are always shown, as nothing else in the file is checked."""


class Selection(NamedTuple):
    """Ids are given whole or by their beginnings: `W508`, `W6`, `E`."""

    select: tuple[str, ...] = ()
    """The ids to show; all if there are none."""
    ignore: tuple[str, ...] = ()
    errors_only: bool = False
    """Leave advice out."""
    strict: bool = False
    """Advice makes a check fail as well."""

    def of(self, checked: Checked) -> Checked:
        """A checked file with only the faults that are shown."""
        if not (self.select or self.ignore or self.errors_only):
            return checked
        return checked.changed(faults=tuple(fault for fault in checked.faults if self._tells(fault)))

    def fails(self, checked: Checked) -> bool:
        """Whether the check of a file fails, judged by the faults that are shown."""
        return checked.fails or (self.strict and bool(checked.faults))

    def _tells(self, fault: Fault) -> bool:
        if fault.id.startswith(UNREADABLE):
            return True
        if self.errors_only and not fault.severity.fails:
            return False
        chosen = not self.select or fault.id.startswith(self.select)
        return chosen and not (self.ignore and fault.id.startswith(self.ignore))


def no_id(beginning: str) -> bool:
    """Whether no id begins with this."""
    from sessions.reports.fault_pages import ELSEWHERE, PAGES  # noqa: PLC0415  # only where one was named

    return not any(id_.startswith(beginning) for id_ in (*PAGES, *ELSEWHERE))
