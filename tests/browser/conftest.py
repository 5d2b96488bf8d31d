"""A browser, and the sample site served below a sub-path as GitHub Pages does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium, find_chromium
from tests.browser.serving import serve
from tests.pages.building import build_site
from tests.pages.sample import SETTINGS, TIMELINE


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder that is served, and its address; the sample site is in `some/where/`."""
    root = tmp_path_factory.mktemp("root")
    site = build_site(TIMELINE, SETTINGS, tmp_path_factory.mktemp("project"))
    (root / "some").mkdir()
    (root / "some" / "where").symlink_to(site)
    with serve(root) as address:
        yield root, address


@pytest.fixture(scope="session")
def origin(served: tuple[Path, str]) -> str:
    """The address of the sample site."""
    return f"{served[1]}some/where/"


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    with Chromium(program, tmp_path_factory.mktemp("profile")) as chromium:
        yield chromium
