"""Escaping, tried on the Markdown library with the extensions that the site uses."""

from collections.abc import Callable
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.markdown import Html, block, element, escape, heading, make_page, visible, web_address

from .reading import read
from .sample import CONTROL, HOSTILE

HOSTILE_TEXTS = (
    HOSTILE,
    CONTROL,
    "<script>alert(1)</script>",
    "</p></div></li></ol><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "![](http://tracker.example/a.gif)",
    "[ref]: http://tracker.example",
    "<http://auto.example>",
    "{{ 7*7 }} {% include 'x' %}",
    '--8<-- "mkdocs.yml"',
    "# heading",
    "> quote",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "    code",
    "```\ncode\n```",
    "~~~",
    "---",
    "***",
    "===",
    ": definition",
    "::: note",
    "!!! warning",
    "??? note",
    "| a | b |\n|---|---|",
    "*bold* _it_ __x__ `code` ~~gone~~ ^up^ ==mark==",
    "{: .class onclick=alert(1) }",
    "{ onclick=alert(1) }",
    "text\n{: #id }",
    "[^1]: footnote",
    "*[HTML]: abbreviation",
    "[TOC]",
    "&lt;b&gt; &amp; &#60;i&#62; &notanentity",
    "<!-- comment -->",
    "<![CDATA[ x ]]> <?php ?> <!DOCTYPE x>",
    "\\*not\\* \\<b>",
    "\x02wzxhzdk:0\x03",
    "a\u202eb\u2066c",
    "line\u2028two\u2029three\x0bfour\x0cfive",
    "\ud800 lone",
)


def _convert(text: str) -> str:
    given_extensions = yaml.safe_load(
        (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    )["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in given_extensions]
    return str(markdown.markdown(text, extensions=["tables", "fenced_code", *names]))


CONTEXTS: dict[str, Callable[[str], Html]] = {
    "a heading": lambda words: heading(2, escape(words)),
    "a paragraph": lambda words: Html(escape(words)),
    "an HTML block": lambda words: block("div", element("p", escape(words))),
    "a list item between two blocks": lambda words: Html(
        f"before\n\n{block('ul', element('li', escape(words)))}\n\nafter"
    ),
    "a link's label": lambda words: Html(f"[{escape(words)}](events/x.md)"),
}


@pytest.mark.parametrize("words", HOSTILE_TEXTS)
@pytest.mark.parametrize("context", CONTEXTS)
def test_hostile_text_adds_no_element_and_loses_no_character(context: str, words: str) -> None:
    harmless, hostile = (read(_convert(CONTEXTS[context](text))) for text in ("harmless", words))
    assert [name for name, _ in hostile.elements] == [name for name, _ in harmless.elements]
    assert hostile.text == harmless.text.replace("harmless", " ".join(visible(words).split()))


@pytest.mark.parametrize("words", HOSTILE_TEXTS)
def test_hostile_text_stays_one_attribute(words: str) -> None:
    shown = element("a", Html("x"), attributes={"href": "y/", "title": words})
    for markup in (shown, Html(f"In a line, {shown}."), block("div", shown)):
        [attributes] = [attributes for name, attributes in read(_convert(markup)).elements if name == "a"]
        assert attributes == {"href": "y/", "title": visible(words)}


@pytest.mark.parametrize("words", HOSTILE_TEXTS)
def test_front_matter_gives_the_title_escaped_because_templates_do_not(words: str) -> None:
    page = make_page("x.md", words, [], description=words)
    matter = yaml.safe_load(page.text.split("---\n")[1])
    assert matter["title"] == matter["description"] == escape(words)
    assert read(f"<title>{matter['title']}</title>").text == " ".join(visible(words).split())


@given(st.text())
def test_any_text_comes_out_as_one_line_of_plain_text(words: str) -> None:
    assert "\n" not in escape(words)
    reading = read(_convert(block("div", element("p", escape(words)))))
    assert [name for name, _ in reading.elements] == ["div", "p"]
    assert reading.text == " ".join(visible(words).split())
    escape(words).encode("utf-8")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c&d=e#:~:text=x,-y", "https://example.org/a?b=c&d=e#:~:text=x,-y"),
        ("http://example.org", "http://example.org"),
        ("https://example.org/ein satz", "https://example.org/ein%20satz"),
        ('https://example.org/"onclick="x', "https://example.org/%22onclick=%22x"),
        ("https://example.org/ü", "https://example.org/%C3%BC"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org/x", None),
        ("/etc/passwd", None),
        ("https:///x", None),
        ("https://[broken/x", None),
        ("ftp://example.org/x", None),
        ("https://example.org/\u202egpj.exe", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, address: str | None) -> None:
    assert web_address(url) == address
