"""The quotes that may be published: fitted to the content rules, each found in the article letter for letter."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote as percent_encode

from generator.events.independence import sources_of
from generator.language.lexicon import lexicon
from generator.model import Article, Event, Mention, Source
from generator.settings import QuoteLimits

GAP = " … "
# A text fragment names a long sentence by its first and last words.
_FRAGMENT_WORDS = 5
# A quote has the verb and so many words with it; of a subject that keeps the verb away, no more than so many.
_AFTER_VERB = 4
_SUBJECT_WORDS = 6
_WORD = re.compile(r"\S+")
# What opens a range of time, and what may stand before its other end.
_RANGES = {"between": ("and",), "from": ("to", "until", "till")}

Piece = tuple[int, int]
"""Some words of a sentence, half open, by number."""


@dataclass(slots=True)
class Allowance:
    """What may still be shown of one article, in words, and where the words stand that are shown already."""

    left: int
    longest: int
    shown: set[int] = field(default_factory=set)


def choose_quotes(events: Sequence[Event], articles: Mapping[str, Article], limits: QuoteLimits) -> tuple[Event, ...]:
    """The events with their sources, quoted as far as the rules allow; heavier events are served first."""
    allowances = _allowances(events, articles, limits)
    served: dict[int, tuple[Source, ...]] = {}
    for number in sorted(range(len(events)), key=lambda n: (-events[n].weight, events[n].id, n)):
        served[number] = tuple(
            _source(mention, articles[mention.article], allowances[mention.article], limits.shortest)
            for mention in _once(events[number].mentions)
        )
        served[number] = _with_copies(served[number], sources_of(events[number].mentions))
    return tuple(replace(event, sources=served[number]) for number, event in enumerate(events))


def _with_copies(sources: Sequence[Source], originals: Mapping[str, str]) -> tuple[Source, ...]:
    copied = {article: original for article, original in originals.items() if article != original}
    return tuple(replace(source, copy_of=copied.get(source.article)) for source in sources)


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention a sentence, in the order of articles and sentences."""
    seen: dict[tuple[str, int], Mention] = {}
    for mention in mentions:
        known = seen.get((mention.article, mention.start))
        if known is None or (mention.own_time and not known.own_time):
            seen[mention.article, mention.start] = mention
    return [seen[key] for key in sorted(seen)]


def _allowances(events: Sequence[Event], articles: Mapping[str, Article], limits: QuoteLimits) -> dict[str, Allowance]:
    """For each article what may be shown, and the longest quote with which all its sentences still fit."""
    lengths: dict[str, list[int]] = {article: [] for article in articles}
    for article, start, end in sorted({(m.article, m.start, m.end) for event in events for m in event.mentions}):
        lengths[article].append(len(_WORD.findall(articles[article].text, start, end)))
    allowances = {}
    for article, own in lengths.items():
        total = len(_WORD.findall(articles[article].text))
        left = min(limits.article_words, int(limits.article_share * total))
        lower = range(limits.quote_words, limits.shortest, -1)
        longest = next((n for n in lower if sum(min(n, length) for length in own) <= left), limits.shortest)
        allowances[article] = Allowance(left, min(longest, limits.quote_words))
    return allowances


def _source(mention: Mention, article: Article, allowance: Allowance, shortest: int) -> Source:
    words = list(_WORD.finditer(article.text, mention.start, mention.end))
    pieces = _affordable(mention, words, allowance, shortest)
    new = _new_words(words, pieces, allowance.shown)
    allowance.shown |= new
    allowance.left -= len(new)
    quote = GAP.join(_text(article.text, words, piece) for piece in pieces) or None
    link = _link(article, mention)
    before, after = (pieces[0][0] > 0, pieces[-1][1] < len(words)) if pieces else (False, False)
    return Source(article.id, mention.start, mention.end, quote, link, mention.time, before, after)


def _affordable(mention: Mention, words: Sequence[re.Match[str]], allowance: Allowance, shortest: int) -> list[Piece]:
    """The longest quote of a sentence that the article's allowance still covers; no piece if it covers none."""
    room = allowance.longest
    while room >= min(shortest, len(words)) and room > 0:
        pieces = _fitted(mention, words, room, shortest)
        over = len(_new_words(words, pieces, allowance.shown)) - allowance.left
        if over <= 0:
            return pieces
        room = min(room, sum(last - first for first, last in pieces)) - max(1, min(over, 4))
    return []


def _new_words(words: Sequence[re.Match[str]], pieces: Sequence[Piece], shown: set[int]) -> set[int]:
    return {words[i].start() for first, last in pieces for i in range(first, last)} - shown


def _fitted(mention: Mention, words: Sequence[re.Match[str]], room: int, shortest: int) -> list[Piece]:
    """The sentence, or of a longer one the clause that tells what happened and the words that tell when."""
    if len(words) <= room:
        return [(0, len(words))]
    first = next((i for i, w in enumerate(words) if w.end() > mention.core), 0)
    if len(words) - first < shortest:
        first = len(words) - room
    pieces = _told(mention, words, first, room)
    time = _time_words(mention, words)
    kept = room - (time[1] - time[0] if time else 0)
    if time is None or kept < shortest - 2 or any(first <= time[0] and time[1] <= last for first, last in pieces):
        return [*pieces[:-1], _ended(words, pieces[-1], shortest)]
    pieces = _told(mention, words, first, kept)
    joined = _joined([*pieces, time])
    if len(joined) == 1:
        return [_ended(words, (joined[0][0], min(len(words), joined[0][0] + room)), shortest)]
    return [_ended(words, piece, shortest - (room - kept)) if piece == pieces[-1] else piece for piece in joined]


def _told(mention: Mention, words: Sequence[re.Match[str]], first: int, room: int) -> list[Piece]:
    """The words from the first of the clause on; if its verb lies beyond them, its opening, then the verb and on."""
    verb = next((i for i, w in enumerate(words) if w.start() <= mention.at < w.end()), first)
    if min(_needed(mention, words, verb), len(words)) <= first + room:
        return [(first, min(len(words), first + room))]
    verb = _with_auxiliaries(words, first, verb)
    first = _at_subject(mention, words, first, verb)
    opening = words[first : min(verb, first + min(_SUBJECT_WORDS, max(0, room - _AFTER_VERB)))]
    comma = next((n + 1 for n, w in enumerate(opening) if w.group().endswith(",")), len(opening))
    told = verb, min(len(words), verb + room - comma)
    return _joined([(first, first + comma), told]) if comma else [told]


def _needed(mention: Mention, words: Sequence[re.Match[str]], verb: int) -> int:
    """Behind which word the verb has so many words with it, and the figures that stand behind it."""
    figures = (f.end for f in mention.figures if mention.at < f.start and f.end <= mention.end)
    end = max(figures, default=0)
    return max(verb + _AFTER_VERB, next((i + 1 for i, w in enumerate(words) if w.end() >= end), 0) if end else 0)


def _with_auxiliaries(words: Sequence[re.Match[str]], first: int, verb: int) -> int:
    """Where a verb begins with what helps it: "will also buy", "has lost"."""
    lists = lexicon().lists
    helping = lists["have"] | lists["be"] | lists["modals"] | {"also", "not"}
    while verb > first and words[verb - 1].group().lower() in helping:
        verb -= 1
    return verb


def _at_subject(mention: Mention, words: Sequence[re.Match[str]], first: int, verb: int) -> int:
    """Where the subject begins, behind what may open the clause: "In the past year, the index, which …"."""
    opens = (mention.subject or "").split()[:1]
    found = next((i for i in range(first, verb) if [words[i].group().strip(',;“”"')] == opens), first)
    determined = found > first and words[found - 1].group().lower() in lexicon().lists["determiners"]
    return found - 1 if determined else found


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces in their order, those that touch as one."""
    joined: list[Piece] = []
    for first, last in sorted(pieces):
        if joined and joined[-1][1] >= first:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined


def _ended(words: Sequence[re.Match[str]], piece: Piece, least: int) -> Piece:
    """A piece that is cut short, without the words at its end that only lead on, but of `least` words."""
    first, last = piece
    lists = lexicon().lists
    names = ("prepositions", "determiners", "conjunctions", "relatives", "be", "have", "modals")
    leading = frozenset({"to"}).union(*(lists[name] for name in names))
    while last < len(words) and last - first > least and words[last - 1].group().lower() in leading:
        last -= 1
    return first, last


def _text(text: str, words: Sequence[re.Match[str]], piece: Piece) -> str:
    shown = text[words[piece[0]].start() : words[piece[1] - 1].end()]
    return shown.rstrip(",;:") if piece[1] < len(words) else shown


def _time_words(mention: Mention, words: Sequence[re.Match[str]]) -> Piece | None:
    """Which words of the sentence are the time expression; None if it stands in another sentence."""
    if mention.time is None or not mention.start <= mention.time.expression.start < mention.end:
        return None
    start, end = mention.time.expression.start, mention.time.expression.end
    inside = [i for i, w in enumerate(words) if w.end() > start and w.start() < end]
    return _whole_range(words, inside[0], inside[-1] + 1) if inside else None


def _whole_range(words: Sequence[re.Match[str]], first: int, last: int) -> Piece:
    """The words of a time with the other end of the range that it is an end of: "between 2014 and 2016"."""
    told = [word.group().lower() for word in words]
    opens = next((i for i in range(max(0, first - 4), first) if told[i] in _RANGES), None)
    if opens is None:
        return first, last
    joins = _RANGES[told[opens]]
    if told[first - 1] in joins:
        return opens, last
    goes_on = opens == first - 1 and last < len(told) and told[last] in joins
    return (opens, min(len(told), last + 2)) if goes_on else (first, last)


def _link(article: Article, mention: Mention) -> str | None:
    """The original address with a text fragment that finds the sentence there (WICG scroll-to-text-fragment)."""
    if not article.url:
        return None
    words = article.text[mention.start : mention.end].split()
    if len(words) <= 2 * _FRAGMENT_WORDS:
        fragment = _encoded(words)
    else:
        fragment = f"{_encoded(words[:_FRAGMENT_WORDS])},{_encoded(words[-_FRAGMENT_WORDS:])}"
    base, _, anchor = article.url.partition("#")
    return f"{base}#{anchor}:~:text={fragment}"


def _encoded(words: Sequence[str]) -> str:
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
