"""As much of an editor as it takes to ask a language server for completion, hover and diagnostics."""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 60.0
"""Seconds for an answer, on a machine that does a lot else."""
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}


class Editor:
    """Speaks the language server protocol over the standard streams of a server."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._ids = itertools.count(1)
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        workspace = {"configuration": True, "workspaceFolders": True}
        document = {
            "completion": {"completionItem": {"snippetSupport": True}},
            "hover": {"contentFormat": ["markdown"]},
            "publishDiagnostics": {},
        }
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self.folder.as_uri(),
                "workspaceFolders": [{"uri": self.folder.as_uri(), "name": "sessions"}],
                "capabilities": {"workspace": workspace, "textDocument": document},
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.wait()
        for pipe in (self._server.stdin, self._server.stdout):
            if pipe is not None:
                pipe.close()

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with a text that need not be the one on disk; gives what is marked in it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        wanted = path.as_uri()
        while True:
            message = self._next()
            if (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == wanted
            ):
                found: list[dict[str, Any]] = message["params"]["diagnostics"]
                return found

    def complete(self, path: Path, line: int, column: int) -> set[str]:
        """What is offered at a place; both are counted from 0."""
        answer = self.ask("textDocument/completion", self._place(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"] for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is said about a place; both are counted from 0."""
        answer = self.ask("textDocument/hover", self._place(path, line, column))
        text: str = answer["contents"]["value"]
        return text

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Send a request and wait for its answer."""
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    @staticmethod
    def _place(path: Path, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}

    def _next(self) -> dict[str, Any]:
        """The next message; what the server asks for in between is answered."""
        message = self._messages.get(timeout=PATIENCE)
        if "id" in message and "method" in message:
            sections = message.get("params", {}).get("items", [])
            result = [SETTINGS.get(item.get("section")) for item in sections] if sections else None
            self._send({"id": message["id"], "result": result})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _listen(self) -> None:
        out = self._server.stdout
        assert out is not None
        while header := out.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while out.readline().strip():
                    pass
                self._messages.put(json.loads(out.read(length)))
