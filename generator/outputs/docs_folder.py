"""The `docs/` folder: what is ours in it stands in a manifest, and nothing else there is ever touched.

A run builds the folder's new state beside it, then lets the two change places (`tree_swap.py`): whenever it is killed,
`docs/` is the old state or the new one.
"""

import errno
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import BadInput, Problem
from generator.model import Page
from generator.outputs.tree_swap import bring_back, discard, exchange, keep_rights, take_over

MANIFEST = "data/manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write and what to remove, as paths below `docs/`, for the folder to hold exactly our pages and others'.

    `listing` is the manifest to leave behind; `manifest` is what it lists while the run is under way: the old files
    and the new ones.
    """

    docs: Path
    write: tuple[Page, ...]
    remove: tuple[str, ...]
    manifest: Page
    listing: Page

    @property
    def empty(self) -> bool:
        """Whether `docs/` is already what the pages give."""
        return not self.write and not self.remove


def plan(pages: Iterable[Page], docs: Path) -> Plan:
    """What has to be done for `docs` to hold these pages; writes nothing.

    Raises BadInput where a handwritten file stands in the way of a page, or the manifest is damaged.
    """
    wanted = {page.path: page for page in pages}
    for path in wanted:
        if not _is_inside(path):
            raise ValueError(f"a page cannot be outside docs/: {path}")
    ours = _listed(docs)
    listing, manifest = _manifest(wanted), _manifest({*wanted, *ours})
    changed, problems = [], []
    for page in (*wanted.values(), listing):
        complaint, same = _compare(docs, page, mine=page.path in ours or page.path == MANIFEST)
        if complaint:
            problems.append(Problem(f"{docs.name}/{page.path}", None, complaint))
        elif not same:
            changed.append(page)
    if problems:
        raise BadInput(problems)
    gone = tuple(path for path in sorted(ours - set(wanted)) if (docs / path).is_file())
    return Plan(docs, tuple(sorted(changed, key=lambda page: page.path)), gone, manifest, listing)


def apply(plan: Plan) -> None:
    """Carry the plan out; raises BadInput if the disk is full, a file cannot be written or `.cache` is a link.

    Nothing is changed then. Where `docs/` and its new state cannot change places, files are moved in one by one: only
    there can a failure or a kill leave some of each, which the next run puts right.
    """
    docs, staging = plan.docs, plan.docs.parent / ".cache" / "writing"
    if staging.parent.is_symlink():
        raise BadInput([Problem(".cache", None, "is a link, and what lies where it leads would be removed; remove it")])
    discard(staging)
    if plan.empty:
        return
    new, written = staging / "docs", {page.path for page in (*plan.write, plan.listing)}
    try:
        seen = take_over(docs, new, {*written, *plan.remove})
        for page in (*plan.write, plan.listing):
            _write(new / page.path, page.text)
        for path in plan.remove:
            _remove_empty_folders((new / path).parent, new)
        keep_rights(docs, new)
        if exchange(new, docs):
            bring_back(new, docs, seen, {*written, *plan.remove})
        else:
            _move_in(plan, staging)
    except OSError as error:
        place = error.filename or str(docs)
        raise BadInput([Problem(str(place), None, f"cannot be written: {error.strerror}")]) from error
    finally:
        discard(staging)


def _move_in(plan: Plan, staging: Path) -> None:
    """Move the files written below `staging` into `docs/` one by one; meanwhile the manifest lists the old and new."""
    docs, new = plan.docs, staging / "docs"
    _write(staging / "under-way.json", plan.manifest.text)
    _move(staging / "under-way.json", docs / MANIFEST)
    for page in plan.write:
        if page.path != MANIFEST:
            _move(new / page.path, docs / page.path)
    for path in plan.remove:
        (docs / path).unlink(missing_ok=True)
        _remove_empty_folders((docs / path).parent, docs)
    _move(new / MANIFEST, docs / MANIFEST)


def _compare(docs: Path, page: Page, *, mine: bool) -> tuple[str | None, bool]:
    """Why a page cannot be written, if so, and whether the file already holds it."""
    file = docs / page.path
    if any((docs / folder).is_symlink() for folder in file.relative_to(docs).parents if folder.name):
        return "a link stands for one of its folders, and a generated page is written into docs/ alone", False
    blocking = next((folder for folder in file.relative_to(docs).parents if (docs / folder).is_file()), None)
    if blocking is not None:
        return f"{blocking} is a file, and a generated page needs a folder of that name", False
    if file.is_dir():
        return "a folder stands where a generated page belongs; rename it", False
    if not file.exists() and not file.is_symlink():
        return None, False
    if file.is_file() and file.read_bytes() == page.text.encode():
        return None, True
    if mine:
        return None, False
    return "a handwritten file stands where a generated page belongs; rename it, or remove it to have it made", False


def _listed(docs: Path) -> set[str]:
    """The files that the manifest lists as ours."""
    shown = f"{docs.name}/{MANIFEST}"
    try:
        data = json.loads((docs / MANIFEST).read_text("utf-8"))
        version, files = data["version"], data["files"]
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadInput([Problem(shown, None, "is damaged; restore it from version control")]) from error
    if version != VERSION or not isinstance(files, list):
        raise BadInput([Problem(shown, None, f"is of version {version}, and this program reads {VERSION}")])
    outside = [str(path) for path in files if not isinstance(path, str) or not _is_inside(path)]
    if outside:
        raise BadInput([Problem(shown, None, f"lists a file outside docs/: {path}") for path in outside])
    return set(files)


def _manifest(paths: Iterable[str]) -> Page:
    data = {
        "version": VERSION,
        "about": "Files that the generator wrote: it may change and remove these, and never any other.",
        "files": sorted(path for path in paths if path != MANIFEST),
    }
    return Page(MANIFEST, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _is_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return bool(path) and not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and "\0" not in path


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as handle:
        handle.write(text.encode())


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # docs/ lies on another disk, over which nothing can be moved in one step: the copy is made there first.
        beside = target.with_name(f".{target.name}.new")
        shutil.copyfile(source, beside)
        beside.replace(target)


def _remove_empty_folders(folder: Path, docs: Path) -> None:
    while folder != docs and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def stale_paths(plan: Plan) -> Sequence[str]:
    """The files that would be written or removed, for `--check` to name."""
    return sorted({*(page.path for page in plan.write), *plan.remove})
