"""What holds for every test: no time limits, no chance, nothing in the user's own folders, no skips with NO_SKIPS=1."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.hostile import build_hostile_site

settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get("NO_SKIPS") and (skipped := terminalreporter.stats.get("skipped")):
        terminalreporter.write_line(f"NO_SKIPS is set, and {len(skipped)} tests were skipped")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("NO_SKIPS") and reporter is not None and reporter.stats.get("skipped") and not exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session", autouse=True)
def _own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The key that a run makes for its user (`generator/cache.py`) is made in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("user-cache")))
        yield


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which every text from outside is hostile (tests/hostile.py), with its site built."""
    return build_hostile_site(tmp_path_factory.mktemp("hostile") / "project").parent
