"""Pages fetched from the web as a polite and wary guest: one at a time, within limits, and never from inside.

Own code on `http.client`, because no usual library lets a caller choose the very network address to connect to: only
then is the address that was checked the one that answers, whatever a name server says a moment later.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from generator.errors import BadInput, Problem

PRODUCT = "Dateline"
USER_AGENT = f"{PRODUCT}/0.1 (makes timelines of news; fetches single articles that an editor chose)"
REDIRECTS = {301, 302, 303, 307, 308}
PORTS = {"http": 80, "https": 443}
CHUNK = 65536
SAFE = "/%:@!$&'()*+,;=~?"
"""What stands in the path and query of an address as it is."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost: seconds in all and of silence, bytes (also when unpacked), redirects; and the pause."""

    seconds: float = 30.0
    silence: float = 10.0
    size: int = 10_000_000
    redirects: int = 5
    pause: float = 1.0
    longest_pause: float = 10.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the address that answered in the end, the bytes unpacked, their media type and encoding if named."""

    address: str
    data: bytes
    media_type: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a server, before redirects are followed."""

    status: int
    headers: Message
    data: bytes


class Unreachable(Exception):
    """Why an address gave no page, in words."""


class Fetcher:
    """Fetches over http and https, as robots.txt allows, without cookies.

    Addresses of this machine and of private networks are refused at every step, unless `allow_private`. `sleep` waits.
    """

    def __init__(
        self, *, allow_private: bool = False, limits: Limits = Limits(), sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._allow_private, self._limits, self._sleep = allow_private, limits, sleep
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """The page at an address, with redirects followed; raises BadInput that says why there is none."""
        try:
            deadline = time.monotonic() + self._limits.seconds
            address, answer = self._follow(url, deadline, obey=True)
            if answer.status != 200:
                raise Unreachable(f"the server answered {answer.status} {http.client.responses.get(answer.status, '')}")
        except Unreachable as error:
            raise BadInput([Problem(url, None, str(error).strip())]) from error
        return Fetched(address, answer.data, answer.headers.get_content_type(), answer.headers.get_content_charset())

    def _follow(self, url: str, deadline: float, *, obey: bool) -> tuple[str, Answer]:
        """The first answer that is no redirect, and its address; each step obeys robots.txt if told to."""
        for _ in range(self._limits.redirects + 1):
            parts = _parts(url)
            if obey:
                self._ask_leave(parts, deadline)
            answer = self._get(parts, deadline)
            if answer.status not in REDIRECTS or not answer.headers.get("Location"):
                return parts.geturl(), answer
            url = _joined(url, answer.headers["Location"])
        raise Unreachable(f"it redirects more than {self._limits.redirects} times")

    def _ask_leave(self, parts: SplitResult, deadline: float) -> None:
        """Refuse what robots.txt disallows; without such a file all is allowed, with one out of reach nothing is.

        Source: RFC 9309, 2.3.1.
        """
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            robots = RobotFileParser()
            _, answer = self._follow(f"{origin}/robots.txt", deadline, obey=False)
            if answer.status >= 500:
                raise Unreachable(f"its robots.txt cannot be had: the server answered {answer.status}")
            robots.parse(answer.data.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
            self._robots[origin] = robots
        if not self._robots[origin].can_fetch(PRODUCT, parts.geturl()):
            raise Unreachable("the site's robots.txt asks not to fetch it")

    def _get(self, parts: SplitResult, deadline: float) -> Answer:
        """One request and its answer; of a redirect or an error the body is not read."""
        host = parts.hostname or ""
        self._wait_for_turn(parts)
        target = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
        headers = {
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": USER_AGENT,
            "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/xml;q=0.9",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        with self._connected(parts, deadline) as sock:
            connection = http.client.HTTPConnection(host)
            connection.sock = sock
            connection.request("GET", target, headers=headers)
            response = connection.getresponse()
            data = self._body(response) if response.status == 200 else b""
            return Answer(response.status, response.headers, data)

    def _wait_for_turn(self, parts: SplitResult) -> None:
        """One pause between two requests to a host: ours, or the longer one that its robots.txt asks for."""
        host = parts.netloc
        if host in self._last:
            robots = self._robots.get(f"{parts.scheme}://{host}")
            asked = float(robots.crawl_delay(PRODUCT) or 0) if robots else 0.0
            pause = max(self._limits.pause, min(asked, self._limits.longest_pause))
            self._sleep(max(0.0, self._last[host] + pause - time.monotonic()))
        self._last[host] = time.monotonic()

    @contextmanager
    def _connected(self, parts: SplitResult, deadline: float) -> Iterator[socket.socket]:
        """A connection to an address that was checked, which is cut off at the deadline whatever happens on it."""
        port = parts.port or PORTS[parts.scheme]
        ip = self._checked(parts.hostname or "", port)
        left = deadline - time.monotonic()
        late = Unreachable(f"it took more than {self._limits.seconds:g} seconds")
        if left <= 0:
            raise late
        sock: socket.socket | None = None
        watch: threading.Timer | None = None
        try:
            sock = socket.create_connection((ip, port), min(left, self._limits.silence))
            if parts.scheme == "https":
                context = ssl.create_default_context()
                sock = context.wrap_socket(sock, server_hostname=parts.hostname, do_handshake_on_connect=False)
            watch = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [sock])
            watch.start()
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
            yield sock
            if time.monotonic() >= deadline:  # What was cut off looks like an answer's end.
                raise late
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            raise late if time.monotonic() >= deadline else Unreachable(_in_words(error)) from error
        finally:
            if watch is not None:
                watch.cancel()
            if sock is not None:
                sock.close()

    def _checked(self, host: str, port: int) -> str:
        """The network address of a host, every one of which must be public unless others are allowed."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Unreachable(f"there is no host {host}") from error
        ips = [str(entry[4][0]).partition("%")[0] for entry in found]
        inside = [ip for ip in ips if not is_public(ipaddress.ip_address(ip))]
        if inside and not self._allow_private:
            raise Unreachable(
                f"{host} is {inside[0]}, an address of this machine or a private network; --allow-private permits it"
            )
        return ips[0]

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        """The body unpacked, given up as soon as it is too large."""
        encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
            raise Unreachable(f"it is packed in a way that was not asked for: {encoding[:40]}")
        unpack = None if encoding == "identity" else zlib.decompressobj(wbits=47)
        data, most, came = bytearray(), self._limits.size, 0
        while chunk := response.read1(CHUNK):
            came += len(chunk)
            while chunk:
                data += chunk if unpack is None else unpack.decompress(chunk, most + 1 - len(data))
                if max(came, len(data)) > most:
                    raise Unreachable(f"it is larger than {most:,} bytes")
                chunk = b"" if unpack is None else unpack.unconsumed_tail
        if response.length or (unpack is not None and not unpack.eof):
            raise Unreachable("it ended before it was whole")
        return bytes(data)


def is_public(ip: Ip) -> bool:
    """Whether a network address is of the public internet, and so is any that it stands for (mapped, NAT64, 6to4)."""
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)


def _parts(url: str) -> SplitResult:
    """The address taken apart; only http and https, and only with a host."""
    try:
        parts = urlsplit(re.sub(r"[\x00-\x20\x7f]", "", url))
        known = parts.scheme in PORTS and parts.hostname and parts.port != 0
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2].encode("idna").decode("ascii"), fragment="")
    except (ValueError, UnicodeError):
        known = None
    if not known:
        raise Unreachable(f"only http:// and https:// addresses are fetched, not {url[:200]}")
    return parts


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _cut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        sock.close()


def _in_words(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "the server stopped answering"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {error.reason or error}"
    return f"the connection failed: {error or type(error).__name__}"
