"""Fetching from a server of our own that is slow, huge, circular, packed and forbidding; never from the network."""

import gzip
import ipaddress
import socket
import threading

import pytest

from generator.errors import BadInput
from generator.fetching import Fetched, Fetcher, Limits, is_public
from tests.web_server import Reply, serving

HTML = {"Content-Type": "text/html"}
SMALL = Limits(seconds=20, silence=10, size=10_000, redirects=5, pause=0)


def fetch(url: str, *, allow_private: bool = True, limits: Limits = SMALL) -> Fetched:
    return Fetcher(allow_private=allow_private, limits=limits, sleep=lambda _: None).fetch(url)


def refusal(url: str, *, allow_private: bool = True, limits: Limits = SMALL) -> str:
    with pytest.raises(BadInput) as caught:
        fetch(url, allow_private=allow_private, limits=limits)
    assert str(caught.value).startswith(f"{url}: ")
    return str(caught.value).removeprefix(f"{url}: ")


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def test_a_page_is_fetched_with_its_encoding_and_without_cookies() -> None:
    with serving({"/x": Reply("é".encode("latin-1"), headers={
        "Content-Type": "text/html; charset=ISO-8859-1", "Set-Cookie": "who=you",
    })}) as site:  # fmt: skip
        fetcher = Fetcher(allow_private=True, limits=SMALL, sleep=lambda _: None)
        fetcher.fetch(f"{site.address}/x")
        found = fetcher.fetch(f"{site.address}/x#part")
    assert found == Fetched(f"{site.address}/x", b"\xe9", "text/html", "iso-8859-1")
    assert site.paths == ["/robots.txt", "/x", "/x"]
    assert all(headers["User-Agent"].startswith("Dateline/") for headers in site.headers)
    assert not any("Cookie" in headers for headers in site.headers)


def test_redirects_are_followed_and_give_the_address_where_they_end() -> None:
    with serving({"/a": moved("/b", 301), "/b": moved("c?d=é", 308), "/c?d=%C3%A9": Reply(b"<p>")}) as site:
        assert fetch(f"{site.address}/a").data == b"<p>"


def test_a_redirect_that_ends_nowhere_is_given_up() -> None:
    with serving({"/a": moved("/b"), "/b": moved("/a")}) as site:
        assert refusal(f"{site.address}/a") == "it redirects more than 5 times"


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)", "http://[x/"])
def test_a_redirect_out_of_the_web_is_refused(to: str) -> None:
    with serving({"/a": moved(to)}) as site:
        assert "only http:// and https://" in refusal(f"{site.address}/a")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "[::ffff:127.0.0.1]", "10.0.0.1"])
def test_no_address_of_this_machine_or_a_private_network_is_asked(host: str) -> None:
    reason = refusal(f"http://{host}:9/x", allow_private=False)
    assert "private network" in reason or "there is no host" in reason


def test_a_redirect_from_outside_into_this_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outside host is one that is let through and led to the server here; the redirect then names the server."""
    with serving({"/secret": Reply(b"<p>")}) as inside, serving({"/a": moved(f"{inside.address}/secret")}) as site:
        through = Fetcher(limits=SMALL, sleep=lambda _: None)
        checked = Fetcher._checked
        monkeypatch.setattr(
            Fetcher, "_checked",
            lambda self, host, port: "127.0.0.1" if host == "outside.example" else checked(self, host, port),
        )  # fmt: skip
        url = f"http://outside.example:{site.address.rpartition(':')[2]}/a"
        with pytest.raises(BadInput, match="private network"):
            through.fetch(url)
    assert inside.paths == []


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])
    connected = []

    def resolve(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(address: tuple[str, int], _timeout: float) -> socket.socket:
        connected.append(address)
        raise OSError("no network here")

    monkeypatch.setattr("generator.fetching.socket.getaddrinfo", resolve)
    monkeypatch.setattr("generator.fetching.socket.create_connection", connect)
    assert "no network here" in refusal("http://rebinding.example/x", allow_private=False)
    assert connected == [("93.184.216.34", 80)]


def test_a_host_is_refused_if_only_one_of_its_addresses_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "169.254.169.254")]
    monkeypatch.setattr("generator.fetching.socket.getaddrinfo", lambda *_, **__: found)
    assert "169.254.169.254" in refusal("http://metadata.example/x", allow_private=False)


PRIVATE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::",
)  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_what_is_not_of_the_public_internet_is_told(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34"])
def test_what_is_of_the_public_internet_is_told(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


def test_a_body_that_is_too_large_is_given_up() -> None:
    with serving({"/x": Reply(b"x" * 10_001), "/y": Reply(b"x" * 10_000)}) as site:
        assert refusal(f"{site.address}/x") == "it is larger than 10,000 bytes"
        assert len(fetch(f"{site.address}/y").data) == 10_000


def test_a_packed_body_is_unpacked_and_one_that_swells_is_given_up() -> None:
    packed = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    replies = {
        "/x": Reply(gzip.compress(b"<p>" * 1000), headers=packed),
        "/bomb": Reply(gzip.compress(b"\0" * 5_000_000), headers=packed),
        "/behind": Reply(gzip.compress(b"<p>") + b"\0" * 50_000, headers=packed),
        "/cut": Reply(gzip.compress(b"<p>" * 1000)[:-10], headers=packed),
        "/broken": Reply(b"not gzip", headers=packed),
        "/other": Reply(b"x", headers={**packed, "Content-Encoding": "br"}),
    }
    with serving(replies) as site:
        assert fetch(f"{site.address}/x").data == b"<p>" * 1000
        assert refusal(f"{site.address}/bomb") == "it is larger than 10,000 bytes"
        assert refusal(f"{site.address}/behind") == "it is larger than 10,000 bytes"
        assert refusal(f"{site.address}/cut") == "it ended before it was whole"
        assert "connection failed" in refusal(f"{site.address}/broken")
        assert "packed in a way" in refusal(f"{site.address}/other")


def test_a_body_that_ends_early_is_no_page() -> None:
    with serving({"/x": Reply(b"<p>half", headers={**HTML, "Content-Length": "100"})}) as site:
        assert refusal(f"{site.address}/x") == "it ended before it was whole"


def test_a_server_that_says_nothing_more_is_left() -> None:
    gone = threading.Event()
    with serving({"/x": Reply(pieces=(b"<p>", b"<p>"), between=gone.wait)}) as site:
        assert refusal(f"{site.address}/x", limits=Limits(silence=0.2, pause=0)) == "the server stopped answering"
        gone.set()


def test_a_server_that_drips_is_left_when_the_time_is_up() -> None:
    gone = threading.Event()
    drip = Reply(pieces=(b"x",) * 1000, between=lambda: gone.wait(0.05))
    with serving({"/x": drip}) as site:
        assert refusal(f"{site.address}/x", limits=Limits(seconds=0.5, pause=0)) == "it took more than 0.5 seconds"
        gone.set()


def test_what_robots_txt_disallows_is_not_fetched_even_by_way_of_a_redirect() -> None:
    robots = b"User-agent: other\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /private\n"
    replies = {"/robots.txt": Reply(robots), "/a": moved("/private/b"), "/c": Reply(b"<p>"), "/private/b": Reply()}
    with serving(replies) as site:
        assert fetch(f"{site.address}/c").data == b"<p>"
        for path in ("/private/b", "/a"):
            assert refusal(f"{site.address}{path}") == "the site's robots.txt asks not to fetch it"
    assert "/private/b" not in site.paths


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone() -> None:
    with serving({"/robots.txt": Reply(status=503), "/x": Reply(b"<p>")}) as site:
        assert "robots.txt cannot be had" in refusal(f"{site.address}/x")
    assert site.paths == ["/robots.txt"]


def test_between_two_pages_of_a_host_there_is_a_pause_as_long_as_the_site_asks() -> None:
    pauses: list[float] = []
    with serving({"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 7\n"), "/x": Reply(b"<p>")}) as site:
        fetcher = Fetcher(allow_private=True, limits=Limits(pause=0), sleep=pauses.append)
        fetcher.fetch(f"{site.address}/x")
        fetcher.fetch(f"{site.address}/x")
    assert len(pauses) == 2
    assert all(5 < pause <= 7 for pause in pauses)


@pytest.mark.parametrize("status", [404, 410, 403, 500])
def test_an_error_of_the_server_is_said(status: int) -> None:
    with serving({"/x": Reply(b"<p>", status=status)}) as site:
        assert refusal(f"{site.address}/x").startswith(f"the server answered {status} ")


def test_no_server_and_no_host_are_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "connection failed" in refusal(f"http://127.0.0.1:{port}/x")
    assert "there is no host" in refusal("http://nowhere.invalid/x")
