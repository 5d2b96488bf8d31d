"""`site_config/*.yml` -> Settings: any file may be missing, all problems are found at once, each with its line."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from importlib import resources
from pathlib import Path
from string import Formatter
from typing import TypeVar

from generator.dates.examples import failing_examples
from generator.dates.locales import known_locale
from generator.dates.rules import Rules, default_rules, join_rules, read_rules
from generator.decision_forms import read_decisions
from generator.errors import BadInput, Problem, keep_or_raise
from generator.model import EntityKind
from generator.settings import Feed, Kind, KnownEntity, Publisher, QuoteLimits, Settings, Site
from generator.yaml_lines import Fields, is_address, read_list, read_mapping, sound

FOLDER = "site_config"
FILES = ("dates.yml", "decisions.yml", "entities.yml", "feeds.yml", "kinds.yml", "publishers.yml", "site.yml")
DATE_ORDERS = ("dmy", "mdy")
DETAILS = ("money", "percent", "count")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
PLAIN_COLOUR = "#546e7a"

Value = TypeVar("Value")


def read_settings(root: Path, left_out: list[Problem] | None = None) -> Settings:
    """The settings of the project at `root`; raises BadInput with every problem of every file.

    With `left_out` the problems are added there instead: entries of a list that have one are left out, and single
    keys are at their defaults.
    """
    problems: list[Problem] = []
    folder = root / FOLDER
    kinds = read_kinds(_text_of(folder, "kinds.yml", problems), f"{FOLDER}/kinds.yml", general_kinds(), problems)
    decisions = read_decisions(
        _text_of(folder, "decisions.yml", problems), f"{FOLDER}/decisions.yml", [kind.name for kind in kinds], problems
    )
    settings = Settings(
        site=read_site(_text_of(folder, "site.yml", problems), f"{FOLDER}/site.yml", problems),
        kinds=kinds,
        entities=read_entities(_text_of(folder, "entities.yml", problems), f"{FOLDER}/entities.yml", problems),
        publishers=read_publishers(_text_of(folder, "publishers.yml", problems), f"{FOLDER}/publishers.yml", problems),
        decisions=decisions,
        feeds=read_feeds(_text_of(folder, "feeds.yml", problems), f"{FOLDER}/feeds.yml", problems),
    )
    problems += _misnamed(folder)
    keep_or_raise(problems, left_out)
    return settings


def _misnamed(folder: Path) -> Iterator[Problem]:
    """A problem for each YAML file of the folder that is not read."""
    for file in sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))):
        if file.name not in FILES:
            near = difflib.get_close_matches(file.stem, [name.removesuffix(".yml") for name in FILES], n=1, cutoff=0.5)
            hint = f"did you mean {near[0]}.yml?" if near else f"those that are: {', '.join(FILES)}"
            yield Problem(f"{FOLDER}/{file.name}", None, f"this file is not read; {hint}")


def date_rules(root: Path) -> Rules:
    """The English date rules, joined with those of `site_config/dates.yml` if there is one.

    Raises BadInput with every problem of the file, an example that does not hold included.
    """
    problems: list[Problem] = []
    text = _text_of(root / FOLDER, "dates.yml", problems)
    if problems:
        raise BadInput(problems)
    own = read_rules(text, f"{FOLDER}/dates.yml")
    if not own.file.rules and not own.file.lists:
        return default_rules()
    rules = join_rules(default_rules(), own)
    failing = list(failing_examples(rules, f"{FOLDER}/dates.yml"))
    if failing:
        raise BadInput(failing)
    return rules


def general_kinds() -> tuple[Kind, ...]:
    """The kinds of event that ship with the program, for news of any topic."""
    file = resources.files("generator.events").joinpath("kinds.yml")
    problems: list[Problem] = []
    kinds = read_kinds(file.read_text("utf-8"), "generator/events/kinds.yml", (), problems)
    if problems:
        raise BadInput(problems)
    return kinds


def read_site(text: str, path: str, problems: list[Problem]) -> Site:
    """What `site.yml` says; what it does not say is at its default."""
    found = read_mapping(text, path, problems)
    if found is None:
        return Site()
    found.only(field.name for field in fields(Site))
    return Site(
        title=found.text("title") or Site().title,
        description=found.text("description") or "",
        corpus=(found.text("corpus") or Site().corpus).rstrip("/") or "/",
        date_order=_one_of(found, "date_order", DATE_ORDERS),
        report_url=_report_address(found),
        locale=_locale(found),
        quotes=_quote_limits(found.fields("quotes")),
    )


def read_kinds(text: str, path: str, known: Sequence[Kind], problems: list[Problem]) -> tuple[Kind, ...]:
    """The known kinds and those of a `kinds.yml`; an entry with a known kind's name replaces the keys that it gives."""
    kinds = {kind.name: kind for kind in known}

    def read_kind(found: Fields) -> Kind:
        found.only(field.name for field in fields(Kind))
        name = found.needed_text("name")
        return _kind(found, kinds.get(name, Kind(name, name.replace("-", " ").capitalize(), PLAIN_COLOUR)))

    entries = _once_each(read_list(text, path, problems), "name")
    return tuple((kinds | {kind.name: kind for kind in sound(entries, read_kind)}).values())


def read_entities(text: str, path: str, problems: list[Problem]) -> tuple[KnownEntity, ...]:
    """The names that `entities.yml` lists."""

    def read_entity(found: Fields) -> KnownEntity:
        found.only(field.name for field in fields(KnownEntity))
        return KnownEntity(
            name=found.needed_text("name"),
            kind=found.choice("kind", EntityKind) or EntityKind.OTHER,
            aliases=found.texts("aliases") or (),
            link=found.address("link"),
        )

    return tuple(sound(_once_each(read_list(text, path, problems), "name"), read_entity))


def read_publishers(text: str, path: str, problems: list[Problem]) -> tuple[Publisher, ...]:
    """The publications that `publishers.yml` lists."""

    def read_publisher(found: Fields) -> Publisher:
        found.only(field.name for field in fields(Publisher))
        return Publisher(found.needed_text("name"), tuple(host.lower() for host in found.texts("hosts") or ()))

    return tuple(sound(_once_each(read_list(text, path, problems), "name"), read_publisher))


def read_feeds(text: str, path: str, problems: list[Problem]) -> tuple[Feed, ...]:
    """The feeds that `feeds.yml` lists."""

    def read_feed(found: Fields) -> Feed:
        found.only(field.name for field in fields(Feed))
        found.needed_text("url")
        return Feed(found.address("url") or "", found.text("name"))

    return tuple(sound(_once_each(read_list(text, path, problems), "url"), read_feed))


def _kind(found: Fields, base: Kind) -> Kind:
    """The kind with the keys that an entry gives in place of those of `base`."""
    colour = found.text("colour") or base.colour
    if not COLOUR.fullmatch(colour):
        found.report(f'\'colour\' is not of the form "#1a2b3c": "{colour}"', found.line_of("colour"))
    for template in found.texts("headlines") or ():
        try:
            list(Formatter().parse(template))
        except ValueError:
            found.report(
                f"'headlines' has a template with a brace too many: \"{template}\"", found.line_of("headlines")
            )
    return Kind(
        name=base.name,
        label=found.text("label") or base.label,
        colour=colour,
        verbs=_given(found.texts("verbs"), base.verbs),
        nouns=_given(found.texts("nouns"), base.nouns),
        needs=_given(_details(found, "needs"), base.needs),
        subjects=_given(found.texts("subjects"), base.subjects),
        headlines=_given(found.texts("headlines"), base.headlines),
        disagree=_given(_details(found, "disagree"), base.disagree),
    )


def _given(value: Value | None, otherwise: Value) -> Value:
    return otherwise if value is None else value


def _details(found: Fields, key: str) -> tuple[str, ...] | None:
    names = found.texts(key)
    for name in names or ():
        if name not in DETAILS:
            found.report(f"'{key}' names \"{name}\", which is none of {', '.join(DETAILS)}", found.line_of(key))
    return names


def _once_each(entries: Sequence[Fields], key: str) -> Sequence[Fields]:
    """The entries themselves; a name that an earlier one has is a problem."""
    lines: dict[str, int] = {}
    for found in entries:
        name = found.text(key)
        if name and name in lines:
            found.report(f'"{name}" stands here a second time, after line {lines[name]}', found.line_of(key))
        elif name:
            lines[name] = found.line_of(key)
    return entries


def _one_of(found: Fields, key: str, choices: Sequence[str]) -> str | None:
    text = found.text(key)
    if text is not None and text not in choices:
        found.report(f"'{key}' is \"{text}\", which is none of {', '.join(choices)}", found.line_of(key))
    return text


def _locale(found: Fields) -> str:
    name = found.text("locale") or Site().locale
    if not known_locale(name):
        message = f"'locale' is \"{name}\", which is no locale; one is written as en-GB, en-US, de or pt-BR"
        found.report(message, found.line_of("locale"))
        return Site().locale
    return name


def _report_address(found: Fields) -> str | None:
    text = found.text("report_url")
    if text and text.startswith("mailto:") and "@" in text and is_address(f"https://{text.removeprefix('mailto:')}"):
        return text
    return found.address("report_url")


def _quote_limits(found: Fields | None) -> QuoteLimits:
    if found is None:
        return QuoteLimits()
    found.only(field.name for field in fields(QuoteLimits))
    usual = QuoteLimits()
    return QuoteLimits(
        quote_words=_given(found.number("quote_words", int, 1, 10_000), usual.quote_words),
        article_words=_given(found.number("article_words", int, 0, 1_000_000), usual.article_words),
        article_share=_given(found.number("article_share", float, 0.0, 1.0), usual.article_share),
        shortest=_given(found.number("shortest", int, 1, 1_000), usual.shortest),
    )


def _text_of(folder: Path, name: str, problems: list[Problem]) -> str:
    """The text of a file of `site_config/`, or nothing if it is missing or, with a problem, cannot be read."""
    try:
        data = (folder / name).read_bytes()
    except FileNotFoundError:
        return ""
    except OSError as error:
        problems.append(Problem(f"{FOLDER}/{name}", None, f"cannot be read: {error.strerror}"))
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(f"{FOLDER}/{name}", line, "not UTF-8; save the file as UTF-8"))
        return ""
