import pytest

from sessions.value import Value


class Plain(Value):
    """With and without a default."""

    text: str
    turn: int = 0


class Other(Value):
    text: str
    turn: int = 0


class Nothing(Value): ...


class Less(Value): ...


def test_fields_come_by_place_or_by_name_and_defaults_fill_the_rest() -> None:
    value = Plain("a")
    assert (value.text, value.turn) == ("a", 0)
    assert Plain("a", 2) == Plain(turn=2, text="a") == value.changed(turn=2)


def test_what_differs_in_class_or_in_a_field_is_not_equal() -> None:
    assert len({Plain("a"), Plain("b"), Plain("a", 1), Other("a"), Nothing(), Less(), Plain("a")}) == 6
    assert Plain("a") != Other("a")
    assert Nothing() != Less()


def test_a_value_never_changes() -> None:
    value = Plain("a")
    with pytest.raises(AttributeError, match=r"Plain\.text never changes"):
        value.text = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError, match=r"Plain\.text never changes"):
        del value.text
    assert value == Plain("a")


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, 2), {}), (("a",), {"tern": 1}), ((), {"turn": 1})],
    ids=["none", "too many", "unknown", "one missing"],
)
def test_fields_that_do_not_fit_are_refused(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Plain takes"):
        Plain(*values, **named)  # type: ignore[arg-type]


def test_a_copy_has_the_same_fields() -> None:
    with pytest.raises(TypeError, match="Plain takes"):
        Plain("a").changed(tern=1)
    assert list(vars(Plain(turn=2, text="a"))) == list(vars(Plain("a"))) == ["text", "turn"]


def test_a_value_can_be_read_and_matched_by_place() -> None:
    assert repr(Plain("a")) == "Plain(text='a', turn=0)"
    match Plain("a", 3):
        case Plain(text, turn):
            assert (text, turn) == ("a", 3)
