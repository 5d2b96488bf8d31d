"""How soon the page Explore shows its first result of many events, and how soon it answers a reader.

    python -m benchmarks.explore [--events 10000] [--times 5] [--slow]

The events are those of `tests/browser/many.py`. Milliseconds are the browser's own, from the start of the navigation
with an empty cache to the first headline, and from a click to the new count; `--slow` slows the processor down four
times and the network to that of a fast mobile connection (1.6 Mbit/s, 150 ms), as Lighthouse does.
"""

import gzip
import shutil
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

import click

from generator.pages.catalogue import make_catalogue
from generator.pages.explore_data import explore_data
from tests.browser.chromium import Chromium, find_chromium
from tests.browser.many import many_events
from tests.pages.building import build_site
from tests.pages.sample import SETTINGS, TIMELINE

_WATCH = """
new MutationObserver((_, watcher) => {
  if (!document.querySelector(".dl-results .dl-headline")) return
  window.firstResult = performance.now()
  watcher.disconnect()
}).observe(document, { childList: true, subtree: true })
"""
_FIRST = """new Promise(done => {
  const look = () => window.firstResult ? done(window.firstResult) : setTimeout(look, 5)
  look()
})"""
_CHANGED = """new Promise(done => {
  const start = performance.now(), found = document.querySelector(".dl-found")
  new MutationObserver(() => done(performance.now() - start)).observe(found, { childList: true });
  %s
})"""
_TICK = "document.querySelector('.dl-options input').click()"
_TYPE = """const words = document.querySelector('#dl-words'); words.value = 'nvidia 17';
  words.dispatchEvent(new Event('input'))"""


class _Gzipping(SimpleHTTPRequestHandler):
    """Sends what it has as a web host does, gzipped."""

    def do_GET(self) -> None:
        """Answer with the file, or the index.html of a folder."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        body = gzip.compress(file.read_bytes()) if file.is_file() else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@click.command()
@click.option("--events", default=10_000, show_default=True)
@click.option("--times", default=5, show_default=True, help="How often; the median is told.")
@click.option("--slow", is_flag=True, help="As on a phone.")
def main(events: int, times: int, slow: bool) -> None:
    """Build a site with Explore's data of so many events, open it, and say how long a reader waits."""
    program = find_chromium()
    if program is None:
        raise click.ClickException("Chromium is not installed")
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(TIMELINE, SETTINGS, Path(folder) / "project")
        sizes = _write_data(site, events)
        click.echo(f"{events} events: {sizes[0]:.0f} KB of index and {sum(sizes[1:]):.0f} KB of headlines, gzipped")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Gzipping, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with Chromium(program, Path(folder) / "profile") as browser:
            rounds = [_measure(browser, f"http://127.0.0.1:{server.server_port}/explore/", slow) for _ in range(times)]
        server.shutdown()
    for name, values in zip(
        ("first result", "an option ticked", "words typed"), zip(*rounds, strict=True), strict=True
    ):
        click.echo(f"{name:18} {median(values):6.0f} ms (median of {times}: {min(values):.0f} to {max(values):.0f})")


def _write_data(site: Path, events: int) -> list[float]:
    """Put the data of many events in place of the sample's; the gzipped kilobytes of each file, the index first."""
    shutil.rmtree(site / "data" / "explore")
    sizes = []
    for page in explore_data(make_catalogue(many_events(events), SETTINGS)):
        (site / page.path).parent.mkdir(exist_ok=True)
        (site / page.path).write_text(page.text, "utf-8")
        sizes.append(len(gzip.compress(page.text.encode())) / 1024)
    return sizes


def _measure(browser: Chromium, address: str, slow: bool) -> tuple[float, float, float]:
    browser.view(1280, 900)
    browser.call("Network.clearBrowserCache")
    browser.call("Emulation.setCPUThrottlingRate", rate=4 if slow else 1)
    if slow:
        browser.call(
            "Network.emulateNetworkConditions",
            offline=False,
            latency=150,
            downloadThroughput=1.6 * 1024 * 1024 / 8,
            uploadThroughput=750 * 1024 / 8,
        )
    watching = browser.call("Page.addScriptToEvaluateOnNewDocument", source=_WATCH)["identifier"]
    browser.open(address)
    first = browser.evaluate(_FIRST)
    ticked = browser.evaluate(_CHANGED % _TICK)
    typed = browser.evaluate(_CHANGED % _TYPE)
    browser.call("Page.removeScriptToEvaluateOnNewDocument", identifier=watching)
    return first, ticked, typed


if __name__ == "__main__":
    main()
