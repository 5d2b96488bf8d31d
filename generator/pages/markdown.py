"""All escaping: text that came from outside goes in, Markdown and HTML in which it is only text come out.

`Html` is text that may stand in a page as it is. Only this module makes it from a plain string, so mypy finds every
place where something would slip past. One form of escaping serves Markdown, HTML content, quoted attributes and front
matter alike: each character that means something in any of them becomes a numeric character reference.
"""

import json
import re
from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import Final, NewType
from urllib.parse import quote, urlsplit

from generator.model import Page

Html = NewType("Html", str)
Attributes = Mapping[str, str | float | None]

_SPECIAL: Final = re.compile(r'[&<>"`*_{}\[\]\\|~^=#]')
_SPECIAL_IN_ATTRIBUTE: Final = re.compile(r'[&<>"`{}\[\]\\]')
_AT_START: Final = re.compile(r"^(?:[-+:!]|\d+(?=[.)]))")
_SPACE: Final = re.compile(r"[\s\x85\u2028\u2029]+")
# Marks, embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9). The three marks
# (U+061C, U+200E, U+200F) cannot reorder other text and are needed in Arabic and Hebrew, so they stay.
_BIDI: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
# Controls, lone surrogates and noncharacters: none may stand in HTML, and surrogates cannot be written as UTF-8.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_LINKED_BY_GITHUB: Final = re.compile(r"[@#]|\bGH-|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
_VOID: Final = frozenset({"br", "hr", "img", "path", "rect", "circle", "line", "stop", "use"})


def visible(words: str) -> str:
    """The text on one line without what cannot be seen or printed: characters that HTML forbids become U+FFFD."""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip()  # So are most, and this is asked of every piece of every page.
    return _FORBIDDEN.sub("\ufffd", _BIDI.sub("", _SPACE.sub(" ", words))).strip()


def escape(words: str) -> Html:
    """The text as it stands, inert in Markdown, HTML, double-quoted attributes and front matter."""
    line = _SPECIAL.sub(_reference, visible(words))
    return Html(_AT_START.sub(lambda found: found[0][:-1] + f"&#{ord(found[0][-1])};", line))


def _attribute(value: str | float) -> str:
    """Fewer characters than in text: Python-Markdown reads no emphasis in a tag, but code and links before tags."""
    if not isinstance(value, str):
        return f"{value:.1f}".removesuffix(".0")
    return _SPECIAL_IN_ATTRIBUTE.sub(_reference, visible(value))


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def escape_comment(words: str) -> Html:
    """The text inert in a comment on GitHub, where names, numbers and addresses become links as well.

    An invisible word joiner behind what such a thing begins with keeps it from being one.
    """
    return escape(_LINKED_BY_GITHUB.sub(lambda found: f"{found[0]}\u2060", visible(words)))


def join(parts: Iterable[Html], separator: str = "") -> Html:
    """The parts one after another; `separator` is our own markup, never text from outside."""
    return Html(separator.join(parts))


def element(name: str, *children: Html, attributes: Attributes | None = None, css: str = "") -> Html:
    """An HTML or SVG element round its children.

    Attribute values are escaped here and those that are None left out; numbers are lengths in pixels, to a tenth.
    """
    given = {"class": css or None, **(attributes or {})}
    start = name + "".join(f' {key}="{_attribute(value)}"' for key, value in given.items() if value is not None)
    if name in _VOID:
        return Html(f"<{start}/>" if name not in {"br", "hr", "img"} else f"<{start}>")
    return Html(f"<{start}>{''.join(children)}</{name}>")


def block(name: str, *children: Html, attributes: Attributes | None = None, css: str = "") -> Html:
    """An element with each child on a line of its own, so that a change shows as one line of a diff."""
    return element(name, Html("\n" + "\n".join(children) + "\n"), attributes=attributes, css=css)


def web_address(url: str | None) -> str | None:
    """The address if it is http or https and names a host, with what is not allowed in one percent-encoded."""
    if not url or _FORBIDDEN.search(url) or _BIDI.search(url):
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    return quote(url.strip(), safe="%:/?#[]@!$&'()*+,;=~")


def link(words: str, address: str, css: str = "") -> Html:
    """A link to a page of this site, at a relative address made by `places.href`."""
    return element("a", escape(words), attributes={"href": address, "dir": "auto"}, css=css)


def outside_link(label: Html, url: str | None, css: str = "") -> Html:
    """A link to another site, or only the label where the address is not one that may be linked."""
    address = web_address(url)
    if address is None:
        return label
    return element("a", label, attributes={"href": address, "rel": "noopener"}, css=css)


def markdown_link(label: Html, address: str) -> Html:
    """A Markdown link to a page of this site or to what `web_address` gave."""
    return Html(f"[{label}](<{address.replace('&', '&amp;')}>)")


def heading(level: int, words: Html, anchor: str = "", *, searchable: bool = True) -> Html:
    """A Markdown heading; `anchor`, which is letters, digits and hyphens, is where a link can lead.

    Of one that is not searchable, nothing down to the next heading is found by the site's search.
    """
    attributes = ([f"#{anchor}"] if anchor else []) + ([] if searchable else ['data-search-exclude="true"'])
    return Html("#" * level + " " + words + (f" {{ {' '.join(attributes)} }}" if attributes else ""))


def make_page(
    path: str,
    title: str,
    blocks: Iterable[Html],
    *,
    description: str = "",
    searchable: bool = True,
    linked_data: Mapping[str, object] | None = None,
    for_theme: Mapping[str, object] | None = None,
) -> Page:
    """A page: front matter, then the blocks, each apart from the next by an empty line.

    MkDocs does not escape `title` and `description` in its templates, so they are escaped here. `linked_data` is what
    the page says to machines in JSON-LD; the theme's `page.html` writes it, with the page's own address. `for_theme`
    are more values that templates of the theme read, by their names there.
    """
    matter = [f"title: {_scalar(title)}"]
    if description:
        matter.append(f"description: {_scalar(description)}")
    matter.append("hide: [navigation, toc]")
    values = {**(for_theme or {}), **({"linked_data": linked_data} if linked_data is not None else {})}
    for name, value in values.items():
        lines = json.dumps(_visible_all(value), ensure_ascii=False, indent=1)
        matter.append(f"{name}:\n{indent(lines, ' ')}")
    if not searchable:
        matter.append("search: {exclude: true}")
    body = "\n\n".join(part for part in blocks if part)
    return Page(path, "---\n" + "\n".join(matter) + f"\n---\n\n{body}\n")


def _visible_all(value: object) -> object:
    """The same JSON value with every text of it made visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {key: _visible_all(inner) for key, inner in value.items()}
    return [_visible_all(inner) for inner in value] if isinstance(value, list) else value


def _scalar(words: str) -> str:
    return json.dumps(escape(words), ensure_ascii=False)
