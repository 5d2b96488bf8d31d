"""A web site on 127.0.0.1 with awkward pages, for tests of what fetches: a table of answers by path."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """What the server answers; with `pieces` they are sent one after another, `between` is called before each."""

    data: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    pieces: tuple[bytes, ...] = ()
    between: Callable[[], object] = lambda: None


class Site:
    """The address of a running server, and the requests that it had: their paths, and their headers."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.paths: list[str] = []
        self.headers: list[Mapping[str, str]] = []


@contextmanager
def serving(replies: Mapping[str, Reply]) -> Iterator[Site]:
    """Serve the replies; a path that has none is not found."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.paths.append(self.path)
            site.headers.append(dict(self.headers.items()))
            reply = replies.get(self.path, Reply(status=404))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if not reply.pieces and "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.data)))
            self.end_headers()
            try:
                self.wfile.write(reply.data)
                for piece in reply.pieces:
                    reply.between()
                    self.wfile.write(piece)
            except OSError:
                pass  # The guest has left.

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
