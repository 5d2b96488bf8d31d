"""The quotes that may be published: fitted to the content rules, each found in the article letter for letter."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote as percent_encode

from generator.language.lexicon import lexicon
from generator.model import Article, Event, Mention, Source
from generator.settings import QuoteLimits

GAP = " … "
# A text fragment names a long sentence by its first and last words.
_FRAGMENT_WORDS = 5
# A piece is not shortened below so many words to make it end well.
_LEAST = 6
_WORD = re.compile(r"\S+")


def choose_quotes(events: Sequence[Event], articles: Mapping[str, Article], limits: QuoteLimits) -> tuple[Event, ...]:
    """The events with their sources, quoted as far as the rules allow; heavier events are served first."""
    budgets = {article.id: _budget(article, limits) for article in articles.values()}
    caps = _caps(events, articles, budgets, limits)
    charged: set[tuple[str, int, int]] = set()
    served: dict[int, tuple[Source, ...]] = {}
    for number in sorted(range(len(events)), key=lambda n: (-events[n].weight, events[n].id, n)):
        served[number] = tuple(
            _source(mention, articles[mention.article], limits.shortest, caps, budgets, charged)
            for mention in _once(events[number].mentions)
        )
    return tuple(replace(event, sources=served[number]) for number, event in enumerate(events))


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention a sentence, in the order of articles and sentences."""
    seen: dict[tuple[str, int], Mention] = {}
    for mention in mentions:
        known = seen.get((mention.article, mention.start))
        if known is None or (mention.own_time and not known.own_time):
            seen[mention.article, mention.start] = mention
    return [seen[key] for key in sorted(seen)]


def _budget(article: Article, limits: QuoteLimits) -> int:
    return min(limits.article_words, int(limits.article_share * len(_WORD.findall(article.text))))


def _caps(
    events: Sequence[Event], articles: Mapping[str, Article], budgets: Mapping[str, int], limits: QuoteLimits
) -> dict[str, int]:
    """For each article the longest quote with which all its sentences still fit; the shortest where none does."""
    lengths: dict[str, list[int]] = {article: [] for article in articles}
    for article, start, end in {(m.article, m.start, m.end) for event in events for m in event.mentions}:
        lengths[article].append(len(_WORD.findall(articles[article].text, start, end)))
    longest = range(limits.quote_words, limits.shortest, -1)
    return {
        article: next((c for c in longest if sum(min(c, n) for n in own) <= budgets[article]), limits.shortest)
        for article, own in lengths.items()
    }


def _source(
    mention: Mention,
    article: Article,
    shortest: int,
    caps: Mapping[str, int],
    budgets: dict[str, int],
    charged: set[tuple[str, int, int]],
) -> Source:
    span = (mention.article, mention.start, mention.end)
    room = caps[article.id] if span in charged else min(caps[article.id], budgets[article.id])
    quote = _fitted(mention, article.text, room, shortest)
    if quote and span not in charged:
        charged.add(span)
        budgets[article.id] -= len(_WORD.findall(quote.replace(GAP, " ")))
    time = mention.time
    return Source(article.id, mention.start, mention.end, quote, _link(article, mention), time)


def _fitted(mention: Mention, text: str, room: int, shortest: int) -> str | None:
    """The sentence, or of a longer one the clause that tells what happened and the words that tell when."""
    sentence = text[mention.start : mention.end]
    words = list(_WORD.finditer(sentence))
    if len(words) <= room:
        return sentence
    if room < shortest:
        return None
    first = next((i for i, w in enumerate(words) if w.end() > mention.core - mention.start), 0)
    if len(words) - first < shortest:
        first = len(words) - room
    time = _time_words(mention, words)
    if time is None or (time[0] < first + room and time[0] >= first and time[1] <= first + room):
        return _piece(sentence, words, first, min(len(words), first + room))
    kept = room - (time[1] - time[0])
    if kept < shortest - 2:
        return _piece(sentence, words, first, min(len(words), first + room))
    main = (first, min(len(words), first + kept))
    pieces = sorted([main, time])
    if pieces[0][1] >= pieces[1][0]:
        return _piece(sentence, words, pieces[0][0], min(len(words), pieces[0][0] + room))
    return GAP.join(_piece(sentence, words, *piece) for piece in pieces)


def _piece(sentence: str, words: Sequence[re.Match[str]], first: int, last: int) -> str:
    """The words from `first` up to `last`; a piece that is cut short does not end in a word that leads on."""
    while last < len(words) and last - first > _LEAST and words[last - 1].group().lower() in _leading_on():
        last -= 1
    piece = sentence[words[first].start() : words[last - 1].end()]
    return piece.rstrip(",;:") if last < len(words) else piece


def _leading_on() -> frozenset[str]:
    lists = lexicon().lists
    return lists["prepositions"] | lists["determiners"] | lists["conjunctions"] | lists["relatives"] | {"to"}


def _time_words(mention: Mention, words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """Which words of the sentence are the time expression; None if it stands in another sentence."""
    if mention.time is None or not mention.start <= mention.time.expression.start < mention.end:
        return None
    start = mention.time.expression.start - mention.start
    end = mention.time.expression.end - mention.start
    inside = [i for i, w in enumerate(words) if w.end() > start and w.start() < end]
    return (inside[0], inside[-1] + 1) if inside else None


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
