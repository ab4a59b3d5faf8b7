"""`Value`: what a frozen dataclass does, for modules that are loaded before the first prompt; and `Kind`.

A dataclass compiles methods of its own for each class, which takes about half a millisecond. The engine has
forty such classes, and each start would wait for them; here all of them share the methods of one base class.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, ClassVar, Self, dataclass_transform


class Kind(Enum):
    """An enumeration that is looked up without a call: its own `__hash__` takes five times as long."""

    __hash__ = object.__hash__


@dataclass_transform(frozen_default=True)
class Value:
    """A value that never changes; its annotated attributes are its fields, in their order.

    Two are equal if they are of the same class and all their fields are equal. A field with a default may be
    left out. Type checkers treat a subclass as a frozen dataclass, but `dataclasses.replace` cannot copy one:
    use `changed`.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _unset: ClassVar[dict[str, Any]] = {}
    """Each field in its order, with its default or `...`."""
    _needed: ClassVar[tuple[str, ...]] = ()
    """Fields without a default, which stand before the others."""

    def __init_subclass__(cls) -> None:
        cls.__match_args__ = tuple(cls.__annotations__)  # type: ignore[misc]  # final in a subclass, set here for each
        cls._unset = {name: vars(cls).get(name, ...) for name in cls.__match_args__}
        cls._needed = tuple(name for name in cls.__match_args__ if name not in vars(cls))

    def __init__(self, *values: Any, **named: Any) -> None:
        fields, names = self.__dict__, self.__match_args__
        if len(values) < len(names):
            fields.update(self._unset)
        fields.update(zip(names, values, strict=False), **named)
        left = self._needed[len(values) :]
        if len(values) > len(names) or len(fields) > len(names) or not named.keys() >= set(left):
            raise TypeError(f"{type(self).__name__} takes {names}, not {values} and {named}")

    def changed(self, **changes: Any) -> Self:
        """A copy with other values in some of its fields."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, **changes)
        if len(copy.__dict__) > len(self.__dict__):
            raise TypeError(f"{type(self).__name__} takes {self.__match_args__}, not {changes}")
        return copy

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} never changes")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} never changes")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({fields})"
