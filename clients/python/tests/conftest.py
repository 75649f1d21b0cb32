from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


@dataclass
class Answer:
    """One scripted answer; without a status the connection breaks."""

    status: int | None
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Seen:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Script:
    """A service that gives prepared answers, one after another, and keeps what it was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.seen: list[Seen] = []
        script = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                script.seen.append(Seen(self.command, self.path, dict(self.headers), body))
                script.give(self)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def will(self, status: int | None, body: Any = None, **headers: str) -> Script:
        self.answers.append(Answer(status, body, {name.replace("_", "-"): value for name, value in headers.items()}))
        return self

    def will_refuse(self, status: int, code: str, more: dict[str, Any] | None = None, **headers: str) -> Script:
        told = {"type": "about:blank", "title": code, "status": status, "code": code, "detail": f"It was {code}."}
        problem = {**told, "instance": "/", "requestId": "r-1", **(more or {})}
        return self.will(status, problem, Content_Type="application/problem+json", **headers)

    def give(self, handler: BaseHTTPRequestHandler) -> None:
        answer = self.answers.pop(0)
        if answer.status is None:
            handler.close_connection = True
            return
        body = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
        handler.send_response(answer.status)
        for name, value in {"Content-Type": "application/json", **answer.headers}.items():
            handler.send_header(name, value)
        content = b"" if answer.status == 204 else body.encode()
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)


@pytest.fixture
def service() -> Iterator[Script]:
    script = Script()
    yield script
    script.server.shutdown()
    script.server.server_close()
    assert script.answers == [], "Not everything that was prepared was asked for."
