"""Parses the text of a file into a tree of nodes, from PyYAML's event stream.

Nothing above the events is used: composing a hostile file with the C parser can crash the interpreter. The C
parser reads every file. Where it gives up, the pure Python parser reads the file again and its result counts,
so that a machine without libyaml shows the same faults at the same places.
"""

from __future__ import annotations

from sessions.faults import Faults
from sessions.reading.nodes import Node


def read_tree(text: str, faults: Faults, *, pure: bool = False) -> Node | None:
    """The tree of the only document in `text`, or None with the reason in `faults`.

    `text` has unified line ends and `faults` knows its lines. `pure` leaves the C parser out.
    """
    import yaml  # noqa: PLC0415  # 13 ms that a start without a session file does not need

    from sessions.reading.rawtext import prepare  # noqa: PLC0415  # a bundled session is played without
    from sessions.reading.tree import Builder, GiveUpError  # noqa: PLC0415  # it brings `yaml` along

    prepared = prepare(text, faults)
    if prepared is None:
        return None
    found = len(faults)
    try:
        if not pure and hasattr(yaml, "CBaseLoader"):
            try:
                return Builder(yaml.CBaseLoader(prepared), faults).build()
            except yaml.YAMLError:
                faults.back_to(found)
        parser = yaml.BaseLoader(prepared)
        try:
            return Builder(parser, faults).build()
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            from sessions.reading.syntax_faults import explain_syntax  # noqa: PLC0415  # for faulty files only

            explain_syntax(error, parser.get_mark(), faults)
    except GiveUpError:
        pass
    return None


def read_bundled(text: str, faults: Faults) -> Node | None:
    """The tree of a bundled file, whose characters are known to be right and are not searched.

    None if it cannot be parsed: `read_tree` says why.
    """
    import yaml  # noqa: PLC0415  # as above

    from sessions.reading.tree import Builder, GiveUpError  # noqa: PLC0415  # as above

    loader = yaml.CBaseLoader if hasattr(yaml, "CBaseLoader") else yaml.BaseLoader
    try:
        return Builder(loader(text), faults).build()
    except (GiveUpError, yaml.YAMLError, ValueError, OverflowError):
        return None
