"""Writes paths as code hosts do: without `.` and without doubled slashes."""

from __future__ import annotations


def plain_path(path: str) -> str:
    """`./a//b.yaml` as `a/b.yaml`; `..` stays, because a link may lead elsewhere."""
    root = "/" if path.startswith("/") else ""
    return root + "/".join(part for part in path.split("/") if part not in ("", ".")) or path
