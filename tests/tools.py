"""Tools that are not Python dependencies of the project: fetched once, at a pinned version, into `.tools`.

If a tool cannot be fetched, tests that need it are skipped with a reason; on a build machine they fail.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / ".tools"
LANGUAGE_SERVER = "yaml-language-server@1.25.0"
MERMAID = "mermaid@11.4.1"
JSDOM = "jsdom@25.0.1"
"""As much of a browser as Mermaid's parser asks for."""
PRE_COMMIT = "pre-commit==4.0.1"
SARIF_SCHEMA = "sarif-pydantic==0.6.2"
"""A package whose source archive carries the schema of the standard as it was published."""


def language_server() -> list[str]:
    """The command that starts the language server which editors use for YAML."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        _cannot("node and npm are not installed")
        return []
    install = [npm, "install", "--no-audit", "--no-fund", "--silent", LANGUAGE_SERVER, "--prefix"]
    folder = _fetched(LANGUAGE_SERVER, lambda into: _run([*install, str(into)]))
    server = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    return [node, str(server), "--stdio"]


def mermaid_parser() -> list[str]:
    """A command that reads a chart on stdin, and writes the tasks that Mermaid itself finds in it as JSON."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        _cannot("node and npm are not installed")
        return []
    install = [npm, "install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts", MERMAID, JSDOM]

    folder = _fetched(MERMAID, lambda into: _run([*install, "--prefix", str(into)]))
    script = folder / "parse.mjs"
    if not script.is_file() or script.read_text() != _PARSE:
        script.write_text(_PARSE)
    return [node, str(script)]


_PARSE = """\
import { JSDOM } from "jsdom";
globalThis.window = new JSDOM("").window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");
const charts = [];
for await (const part of process.stdin) charts.push(part);
const found = [];
for (const chart of JSON.parse(charts.join(""))) {
  await mermaid.parse(chart);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(chart);
  found.push({
    title: diagram.db.getDiagramTitle(),
    tasks: diagram.db.getTasks().map((t) => [t.section, t.task.trim(), +t.startTime, +t.endTime]),
  });
}
console.log(JSON.stringify(found));
"""
"""Several charts at once, since the parser takes a second to load."""


def pre_commit() -> list[str]:
    """The command `pre-commit`, in an environment of its own."""

    def install(into: Path) -> None:
        venv.create(into, with_pip=True)
        _run([str(into / "bin" / "python"), "-m", "pip", "install", "-q", PRE_COMMIT])

    return [str(_fetched(PRE_COMMIT, install) / "bin" / "python"), "-m", "pre_commit"]


def sarif_schema() -> Path:
    """The published schema of SARIF 2.1.0."""
    name = SARIF_SCHEMA.split("==", maxsplit=1)[0]
    download = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--no-binary",
        name,
        SARIF_SCHEMA,
        "-d",
    ]

    def unpack(into: Path) -> None:
        _run([*download, str(into)])
        (archive,) = into.glob("*.tar.gz")
        shutil.unpack_archive(archive, into, filter="data")

    (schema,) = _fetched(SARIF_SCHEMA, unpack).glob("*/sarif-schema-2.1.0.json")
    return schema


def _fetched(name: str, fetch: Callable[[Path], None]) -> Path:
    """The folder of a tool; if several test processes want it at once, one of them fetches it."""
    folder = FOLDER / name
    if not folder.is_dir():
        FOLDER.mkdir(exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=FOLDER))
        try:
            fetch(fresh)
            fresh.rename(folder)
        except subprocess.SubprocessError as error:
            _cannot(f"{name} could not be fetched: {error}")
        except OSError:
            assert folder.is_dir(), "another process was faster"
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return folder


def _run(command: list[str]) -> None:
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True, timeout=240)


def _cannot(reason: str) -> None:
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)
