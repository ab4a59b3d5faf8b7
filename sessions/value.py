"""`Value`: what a frozen dataclass does, for modules that are loaded before the first prompt.

A dataclass compiles methods of its own for each class, which takes about half a millisecond. The engine has
forty such classes, and each start would wait for them; here all of them share the methods of one base class.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A value that never changes; its annotated attributes are its fields, in their order.

    Two are equal if they are of the same class and all their fields are equal. A field with a default may be
    left out. Type checkers treat a subclass as a frozen dataclass, but `dataclasses.replace` cannot copy one:
    use `changed`.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls.__match_args__ = tuple(cls.__annotations__)  # type: ignore[misc]  # final in a subclass, set here for each
        cls._defaults = {name: vars(cls)[name] for name in cls.__match_args__ if name in vars(cls)}

    def __init__(self, *values: Any, **named: Any) -> None:
        names = self.__match_args__
        given = self._defaults | dict(zip(names, values, strict=False)) | named
        if len(values) > len(names) or given.keys() != set(names):
            raise TypeError(f"{type(self).__name__} takes {names}, not {values} and {named}")
        self.__dict__.update((name, given[name]) for name in names)

    def changed(self, **changes: Any) -> Self:
        """A copy with other values in some of its fields."""
        return type(self)(**self.__dict__ | changes)

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
