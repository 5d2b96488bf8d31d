"""The sample timeline as a built site, made once a session."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from .building import build_site
from .reading import Reading, read
from .sample import SETTINGS, TIMELINE


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    return build_site(TIMELINE, SETTINGS, tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def readings(site: Path) -> Mapping[str, Reading]:
    """Every page of the built site, read, by its address below the site."""
    pages = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): read(path.read_text(encoding="utf-8")) for path in pages}
