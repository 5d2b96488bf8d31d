"""Pictures of a built site, to be looked at: `python -m tests.browser.pictures SITE FOLDER`.

One of each page type, on a phone and a desktop, in light and in dark; of a folder of pages the longest is taken. The
README's two are `home-desktop-light.png` and `event-desktop-light.png` of the site of this repository.
"""

import base64
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.browser.chromium import Chromium, find_chromium
from tests.browser.serving import serve

SIZES: Final = {"phone": (390, 844), "desktop": (1280, 900)}
FOLDERS: Final = {
    "event": "events",
    "month": "months",
    "year": "years",
    "source": "sources",
    "entity": "entities",
    "kind": "kinds",
}
SINGLE: Final = {
    "home": "",
    "explore": "explore/",
    "dates": "years/",
    "sources": "sources/",
    "entities": "entities/",
    "disagreements": "disagreements/",
    "changes": "changes/",
    "paper": "paper/",
    "data": "data/",
    "method": "method/",
    "about": "about/",
}


def page_types(site: Path) -> Iterator[tuple[str, str]]:
    """The name of each page type, and the address of the page that stands for it."""
    yield from SINGLE.items()
    for name, folder in FOLDERS.items():
        pages = sorted((site / folder).glob("*/index.html"), key=lambda page: (page.stat().st_size, page))
        if pages:
            yield name, f"{folder}/{pages[-1].parent.name}/"


def take_pictures(site: Path, folder: Path, program: str) -> int:
    """How many pictures of the site now stand in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    with (
        tempfile.TemporaryDirectory() as profile,
        serve(site) as address,
        Chromium(program, Path(profile)) as browser,
    ):
        for name, page in page_types(site):
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    browser.view(width, height, dark=scheme == "dark")
                    browser.open(address + page)
                    data = browser.call("Page.captureScreenshot", format="png")["data"]
                    (folder / f"{name}-{size}-{scheme}.png").write_bytes(base64.b64decode(data))
                    taken += 1
    return taken


if __name__ == "__main__":
    found = find_chromium()
    if found is None:
        sys.exit("Chromium is not installed")
    print(take_pictures(Path(sys.argv[1]), Path(sys.argv[2]), found), "pictures")
