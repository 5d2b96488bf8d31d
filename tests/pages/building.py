"""Builds the site of a timeline with MkDocs; `python -m tests.pages.building FOLDER` builds the sample's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.model import Timeline
from generator.project import all_pages
from generator.settings import Settings

from .sample import SETTINGS, TIMELINE

ROOT = Path(__file__).parents[2]
ADDRESS = "http://127.0.0.1:8000/some/where/"
HANDWRITTEN = ("about.md", "method.md")


def build_site(timeline: Timeline, settings: Settings, project: Path) -> Path:
    """The folder of the site that is built in `project`; MkDocs lets no warning pass."""
    for page in all_pages(timeline, settings):
        path = project / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not path.exists(), f"two pages want to be {page.path}"
        path.write_bytes(page.text.encode(errors="replace"))
    for name in HANDWRITTEN:
        shutil.copy(ROOT / "docs" / name, project / "docs" / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "site_config" / "theme", project / "site_config" / "theme")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS}
    built = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


if __name__ == "__main__":
    print(build_site(TIMELINE, SETTINGS, Path(sys.argv[1])))
