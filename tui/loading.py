"""Loading modules without a look, meanwhile, at what could be collected: all of it is needed."""

from __future__ import annotations

import gc
from types import TracebackType


class Loading:
    """The time in a `with` block is free of garbage collection; what was loaded is not looked at again."""

    def __enter__(self) -> None:
        gc.disable()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        gc.freeze()
        gc.enable()
