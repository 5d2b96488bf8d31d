"""Annotated documents: in the format of the Content Annotation Tool (CAT), and in the TimeLine task's plain TimeML.

The tokens are written out as a text with one sentence a line, so that the program reads it as it reads any article.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

# Quotation marks as the tokens have them, and as print has them.
_PRINTED = {"``": "“", "''": "”"}
_NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", "!", "?", ")", "%", "'s", "’s", "n't", "”", "]", "'", "’"])
_NO_SPACE_AFTER = frozenset(["(", "$", "US$", "AU$", "CA$", "£", "€", "¥", "#", "“", "["])


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a document: its number, the sentence that it stands in, and where it stands in the text."""

    number: int
    sentence: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotated event mention: its id in the document and its words, which need not be neighbours."""

    id: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated article; `name` is `document-sentence-word` without the word's part."""

    id: str
    published: date
    text: str
    words: tuple[Word, ...]
    marked: tuple[Marked, ...]
    markables: ElementTree.Element
    relations: ElementTree.Element | None

    def name_of(self, words: Sequence[Word]) -> str:
        """A mention as the TimeLine task names it: `document-sentence-words`, several words joined by `_`."""
        return f"{self.id}-{words[0].sentence}-{'_'.join(word.text for word in words)}"


def read_documents(folder: Path) -> tuple[Document, ...]:
    """The documents of a folder, sorted by id."""
    return tuple(sorted((_document(path) for path in sorted(folder.glob("*.xml"))), key=lambda d: d.id))


def _document(path: Path) -> Document:
    root = ElementTree.parse(path).getroot()
    text, words = _written([(int(t.get("sentence", "0")), t.text or "") for t in root.iter("token")])
    by_id = dict(zip((t.get("t_id", "") for t in root.iter("token")), words, strict=True))
    markables = _part(root, "Markables")
    marked = (
        Marked(m.get("m_id", ""), tuple(by_id[a.get("t_id", "")] for a in m.iter("token_anchor")))
        for m in markables.iter("EVENT_MENTION")
    )
    return Document(
        id=root.get("doc_id", ""),
        published=_created(markables, by_id),
        text=text,
        words=words,
        marked=tuple(sorted((m for m in marked if m.words), key=lambda m: m.words[0].start)),
        markables=markables,
        relations=root.find("Relations"),
    )


def read_timeml(folder: Path) -> tuple[Document, ...]:
    """The documents of a folder of TimeML files whose sentences are marked and whose tokens stand apart."""
    return tuple(sorted((_timeml(path) for path in sorted(folder.glob("*.tml"))), key=lambda d: d.id))


def _timeml(path: Path) -> Document:
    root = ElementTree.parse(path).getroot()
    tokens: list[tuple[int, str]] = []
    spans: list[tuple[str, int, int]] = []
    title = (root.findtext("EXTRAINFO") or "").split()
    sentences = [(int(s.get("id", "0")), s) for s in root.iter("s")]
    if sentences and sentences[0][0] > 0:
        tokens += [(0, word) for word in title]
    for number, sentence in sentences:
        tokens += [(number, word) for word in (sentence.text or "").split()]
        for event in sentence:
            words = "".join(event.itertext()).split()
            spans.append((event.get("eid", ""), len(tokens), len(tokens) + len(words)))
            tokens += [(number, word) for word in [*words, *(event.tail or "").split()]]
    text, written = _written(tokens)
    created = next(t.get("value", "") for t in root.iter("TIMEX3"))
    return Document(
        id=(root.findtext("DOCID") or "").strip(),
        published=date.fromisoformat(created),
        text=text,
        words=written,
        marked=tuple(Marked(name, written[first:last]) for name, first, last in spans if last > first),
        markables=ElementTree.Element("Markables"),
        relations=None,
    )


def _created(markables: ElementTree.Element, words: Mapping[str, Word]) -> date:
    """The creation time; two documents do not mark it, and it is the date below their title."""
    for time in markables.iter("TIMEX3"):
        below_title = any(words[a.get("t_id", "")].sentence == 1 for a in time.iter("token_anchor"))
        if time.get("functionInDocument") == "CREATION_TIME" or below_title:
            value = time.get("value", "")
            # One document gives day, month and year.
            return date.fromisoformat(value if value[4] == "-" else "-".join(reversed(value.split("-"))))
    raise ValueError("a document without a creation time")


def _part(root: ElementTree.Element, name: str) -> ElementTree.Element:
    found = root.find(name)
    return found if found is not None else ElementTree.Element(name)


def _written(tokens: Sequence[tuple[int, str]]) -> tuple[str, tuple[Word, ...]]:
    """The text of some tokens (sentence, word) with the spaces that print would have, and where each token is."""
    text = ""
    words: list[Word] = []
    for number, (sentence, word) in enumerate(tokens):
        printed = _PRINTED.get(word, word)
        text += _gap(words[-1], sentence, printed) if words else ""
        words.append(Word(number, sentence, word, len(text), len(text) + len(printed)))
        text += printed
    return text, tuple(words)


def _gap(before: Word, sentence: int, word: str) -> str:
    if before.sentence != sentence:
        return "\n"
    return "" if word in _NO_SPACE_BEFORE or _PRINTED.get(before.text, before.text) in _NO_SPACE_AFTER else " "


def targets(document: Document, kind: str) -> Iterator[tuple[str, str]]:
    """The pairs of source and target ids of a document's relations of one kind."""
    for relation in document.relations.iter(kind) if document.relations is not None else ():
        target = relation.find("target")
        for source in relation.iter("source"):
            if target is not None:
                yield source.get("m_id", ""), target.get("m_id", "")
