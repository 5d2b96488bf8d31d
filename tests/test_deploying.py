"""The site on its way to readers: a fork's own address, and `mkdocs gh-deploy` where there is no workflow."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.pages.building import build_site
from tests.pages.sample import SETTINGS, TIMELINE

HERE = Path(__file__).parents[1]
ADDRESS = "https://somebody.example/their-fork/"


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project as a repository with a bare one as its origin."""
    project = tmp_path_factory.mktemp("fork")
    build_site(TIMELINE, SETTINGS, project)
    shutil.rmtree(project / "site")
    origin = project.with_name(f"{project.name}.git")
    git(project.parent, "init", "--quiet", "--bare", str(origin))
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "remote", "add", "origin", str(origin))
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "A timeline")
    return project


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def mkdocs(folder: Path, *arguments: str) -> None:
    environment = {
        **os.environ,
        "SITE_URL": ADDRESS,
        "NO_MKDOCS_2_WARNING": "1",
        **{f"GIT_{role}_{what}": f"x@{what}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    command = [sys.executable, "-m", "mkdocs", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_gh_deploy_puts_the_site_on_a_branch_of_its_own(fork: Path) -> None:
    mkdocs(fork, "gh-deploy", "--strict", "--quiet")
    files = git(fork, "ls-tree", "-r", "--name-only", "origin/gh-pages").splitlines()
    assert {"index.html", "404.html", ".nojekyll", "data/timeline.json", "events/stargate-5e6f/index.html"} <= set(
        files
    )
    assert not [file for file in files if file.startswith(("corpus/", "docs/", "site_config/"))]


def test_a_fork_names_its_own_address_and_no_other(fork: Path) -> None:
    mkdocs(fork, "build", "--strict", "--quiet")
    home = (fork / "site/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{ADDRESS}">' in home
    lost = (fork / "site/404.html").read_text("utf-8")
    assert 'href="/their-fork/years/"' in lost
    for page in (fork / "site").rglob("*.html"):
        assert "127.0.0.1" not in page.read_text("utf-8"), page


def test_only_the_job_that_deploys_may_write_pages() -> None:
    workflow = yaml.safe_load((HERE / ".github/workflows/site.yml").read_text("utf-8"))
    may_write = {"pages": "write", "id-token": "write"}
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == may_write
    for name, job in workflow["jobs"].items():
        assert name == "deploy" or "write" not in job.get("permissions", {}).values()


def test_the_workflow_of_feeds_may_write_what_its_one_job_proposes_and_no_more() -> None:
    workflow = yaml.safe_load((HERE / ".github/workflows/feeds.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "write", "pull-requests": "write"}
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    for command in ("dateline add --feeds", "dateline generate --summary", "gh pr create"):
        assert command in commands


def test_the_workflow_takes_the_address_of_the_site_from_pages() -> None:
    workflow = yaml.safe_load((HERE / ".github/workflows/site.yml").read_text("utf-8"))
    (build,) = [step for step in workflow["jobs"]["build"]["steps"] if step.get("run") == "make site"]
    assert build["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}


def test_every_action_is_of_one_generation() -> None:
    allowed = {
        "actions/checkout": {"v7"},
        "actions/setup-python": {"v6", "v7"},
        "actions/configure-pages": {"v6"},
        "actions/upload-pages-artifact": {"v5"},
        "actions/deploy-pages": {"v5"},
    }
    used = {
        tuple(use)
        for file in (HERE / ".github/workflows").glob("*.yml")
        for use in re.findall(r"uses: ([\w/-]+)@(\S+)", file.read_text("utf-8"))
    }
    assert used
    for action, version in used:
        assert version in allowed.get(action, set()), (action, version)
