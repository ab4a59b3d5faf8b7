"""An outlet that a test holds and lets go."""

from __future__ import annotations

from tests.fakes.clock import FakeClock
from tui.terminal.outlet import Delivery


class HeldOutlet:
    """The outlet port under a test's hands, on a fake clock."""

    def __init__(self, clock: FakeClock) -> None:
        self._delivery = Delivery(clock.now)

    def hold(self) -> None:
        """From now on nothing arrives."""
        self._delivery.sent()

    def let_go(self) -> bool:
        """All has arrived; whether the person has to be asked for."""
        return self._delivery.taken()

    def lost(self) -> float:
        """See `Outlet`."""
        return self._delivery.lost()
