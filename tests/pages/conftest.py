"""The sample timeline as a built site, made once a session."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.pages import PAGES

from .reading import Reading, read
from .sample import SETTINGS, TIMELINE

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    project = tmp_path_factory.mktemp("project")
    for page in (page for pages in PAGES for page in pages(TIMELINE, SETTINGS)):
        path = project / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not path.exists(), f"two pages want to be {page.path}"
        path.write_text(page.text, encoding="utf-8")
    for name in ("about.md", "method.md"):
        shutil.copy(ROOT / "docs" / name, project / "docs" / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "site_config" / "theme", project / "site_config" / "theme")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    built = subprocess.run(command, cwd=project, env={"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return project / "site"


@pytest.fixture(scope="session")
def readings(site: Path) -> Mapping[str, Reading]:
    """Every page of the built site, read, by its address below the site."""
    pages = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): read(path.read_text(encoding="utf-8")) for path in pages}
