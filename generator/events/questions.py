"""What an editor should look at, and what may be decided of it: the doubts of a timeline put as questions.

What one ruling settles is one question: an article of which nobody knows when it was published is asked about once,
and not once for each event whose date counts from it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dates.when import overlaps, to_edtf, to_words
from generator.events.headlines import NO_HEADLINE
from generator.events.ranking import CARRIED, INFERRED, NEAR, NO_ADDRESS, NO_DATE, ONLY_BOUNDS
from generator.model import Article, Basis, Disagreement, Event, Mention, Precision, Publication, Timeline, When
from generator.settings import (
    AddEvent,
    DateArticle,
    DecisionForm,
    EditEvent,
    HideEvent,
    MarkReviewed,
    MergeEvents,
    SettleDisagreement,
    SplitEvent,
)
from generator.stated_dates import read_when
from generator.text import slug

OF_DATE = (CARRIED, INFERRED, NO_DATE, ONLY_BOUNDS)
"""The doubts about an event that are answered once its source has a date, as far as they can be."""
MOST_QUOTES = 3
SAID = {
    Basis.STATED: "stated", Basis.HTML: "given by the web page", Basis.HEADER: "given by the first line",
    Basis.URL: "given by the address", Basis.INFERRED: "inferred", Basis.UNKNOWN: "not known",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """One likely ruling: in words, as a decision, and why one would rule so.

    Where the editor has to give a value, `asks` is the field of the form that takes it.
    """

    words: str
    form: DecisionForm
    reason: str
    asks: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something to look at: what it is about, why, the words of the sources, and what may be decided.

    `name` is the id of an event or article, or the slug of what a fact is about; `quotes` are an article's id and its
    words; `slight` marks what nobody need answer, since no source says more.
    """

    name: str
    about: str
    reasons: tuple[str, ...]
    weight: float
    quotes: tuple[tuple[str, str], ...]
    answers: tuple[Answer, ...]
    slight: bool = False


def find_questions(timeline: Timeline) -> tuple[Question, ...]:
    """Every question, heaviest first and slight ones last; none about what an editor has looked at."""
    asking = _Asking(timeline)
    found = (*asking.about_articles(), *asking.about_events(), *asking.about_withheld(), *asking.about_facts())
    return tuple(sorted(found, key=lambda question: (question.slight, -question.weight, question.name)))


def ask_about(timeline: Timeline, name: str) -> Question | None:
    """The question of that name; one about any event or article, in doubt or not; None if there is no such thing."""
    asking = _Asking(timeline)
    facts = (q for q in (*asking.about_facts(), *asking.about_withheld()) if q.name == name)
    if name in asking.events:
        return asking.about_event(asking.events[name], asking.events[name].review)
    return asking.about_article(asking.articles[name]) if name in asking.articles else next(facts, None)


def addressless(timeline: Timeline) -> Mapping[str, int]:
    """How many events rest on each article of which no address is known, by its path: nothing that a ruling mends."""
    reporting = Counter(article for event in timeline.events for article in {m.article for m in event.mentions})
    return {a.path: reporting[a.id] for a in timeline.articles if not a.url and reporting[a.id]}


def with_value(answer: Answer, text: str) -> Answer:
    """The answer with what the editor gave for what it asks; raises ValueError if that is no date in EDTF."""
    form = answer.form
    if isinstance(form, EditEvent):
        form = replace(form, headline=text) if answer.asks == "headline" else replace(form, when=read_when(text))
    elif isinstance(form, AddEvent):
        form = replace(form, headline=text)
    elif isinstance(form, DateArticle):
        form = replace(form, published=read_when(text))
    return replace(answer, form=form)


class _Asking:
    """A timeline looked over once, so that each question is put without looking through all of it again."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.articles = {article.id: article for article in timeline.articles}
        self.events = {event.id: event for event in timeline.events}
        self._counting: dict[str, list[Event]] = {}
        for event in timeline.events:
            if not set(OF_DATE).isdisjoint(event.review):
                for article in _counts_from(event):
                    self._counting.setdefault(article, []).append(event)
        self._undated = {name for name in self._counting if _is_undated(timeline.publications[name])}

    def about_articles(self) -> Iterator[Question]:
        """Each article on whose date events in doubt hang, and which nobody has dated."""
        yield from (self.about_article(self.articles[name]) for name in sorted(self._undated))

    def about_events(self) -> Iterator[Question]:
        """Each event about which something is in doubt that no article's date would settle."""
        for event in self._timeline.events:
            covered = OF_DATE if not self._undated.isdisjoint(_counts_from(event)) else ()
            reasons = [doubt for doubt in event.review if not doubt.startswith(NO_ADDRESS) and doubt not in covered]
            if reasons:
                yield self.about_event(event, reasons)

    def about_facts(self) -> Iterator[Question]:
        """Each fact of no single event on which the sources disagree."""
        for fact in self._timeline.disagreements:
            if fact.settled is None:
                yield Question(
                    name=slug(fact.about) or "fact",
                    about=f"the {fact.about}",
                    reasons=(f"sources disagree about the {fact.about}",),
                    weight=float(sum(len(claim.articles) for claim in fact.claims)),
                    quotes=tuple((article, claim.words) for claim in fact.claims for article in claim.articles[:1]),
                    answers=tuple(self._claims(None, fact)),
                )

    def about_withheld(self) -> Iterator[Question]:
        """Each event of a known day for which no good headline could be made, unless an editor has given one."""
        added = [m for event in self.events.values() if event.decided for m in event.mentions]
        for event in self._timeline.withheld:
            if event.when.precision is not Precision.DAY or not any(m.own_time for m in event.mentions):
                continue
            first = event.mentions[0]
            if any(m.article == first.article and m.start < first.end and first.start < m.end for m in added):
                continue
            words = self.articles[first.article].text[first.start : first.end]
            form = AddEvent(first.clause, event.when, event.kind, ((first.article, words),))
            yield Question(
                name=f"{first.article}-{first.start}",
                about=f"{to_words(event.when)}: an event that is not published",
                reasons=(NO_HEADLINE,),
                weight=event.weight,
                quotes=((first.article, words),),
                answers=(
                    Answer("it should be told under a headline of yours", form, "the sentence tells it", "headline"),
                ),
            )

    def about_article(self, article: Article) -> Question:
        """What may be decided of an article."""
        publication, events = self._timeline.publications[article.id], self._counting.get(article.id, [])
        known = f"when it was published: {to_words(publication.when)} ({publication.reason})"
        counting = f"; the date{'' if len(events) == 1 else 's'} of {len(events)} in doubt count from it"
        return Question(
            name=article.id,
            about=f"the article “{article.title}” ({article.path})",
            reasons=(known + (counting if events else ""),),
            weight=round(sum(event.weight for event in events), 2),
            quotes=(),
            answers=tuple(_article_answers(article.id, publication)),
        )

    def about_event(self, event: Event, reasons: Sequence[str]) -> Question:
        """What may be decided of an event."""
        near = [self.events[other] for other in event.near if other in self.events]
        first = {mention.article: mention for mention in reversed(event.mentions)}
        return Question(
            name=event.id,
            about=f"{to_words(event.when)}: {event.headline}",
            reasons=(
                *(doubt for doubt in reasons if not doubt.startswith(NEAR)),
                *(f"{NEAR} {_told(other)} [{other.id}]" for other in near),
            ),
            weight=event.weight,
            quotes=tuple(
                (article, self.articles[article].text[first[article].start : first[article].end])
                for article in sorted(first)[:MOST_QUOTES]
            ),
            answers=(
                *(a for one in event.disagreements if one.about != "date" for a in self._claims(event.id, one)),
                *self._datings(event),
                *(
                    Answer(
                        f"it is one with {_told(other)}", MergeEvents((event.id, other.id)), "both tell of one thing"
                    )
                    for other in near
                ),
                *_usual(event),
            ),
            slight=not near and set(reasons) <= {ONLY_BOUNDS, NO_DATE},
        )

    def _claims(self, event: str | None, disagreement: Disagreement) -> Iterator[Answer]:
        for claim in disagreement.claims if disagreement.settled is None else ():
            says = " and ".join(self._called(article) for article in claim.articles[:2])
            form = SettleDisagreement(event, disagreement.about, claim.value)
            yield Answer(f"the {disagreement.about} is {claim.value}", form, f"“{claim.words}”: {says}")

    def _datings(self, event: Event) -> Iterator[Answer]:
        """The times of single sources that are not the event's: it was then, or they tell of another event."""
        against: dict[When, list[Mention]] = {}
        for mention in event.mentions:
            if mention.time and not overlaps(mention.when, event.when):
                against.setdefault(mention.when, []).append(mention)
        for when, mentions in sorted(against.items(), key=lambda pair: str(to_edtf(pair[0]))):
            time = mentions[0].time
            words = time.expression.text if time else ""
            reason = f"“{words}”: {self._called(mentions[0].article)}"
            yield Answer(f"it was {to_words(when)}", EditEvent(event.id, when=when), reason)
            apart = tuple(sorted({mention.article for mention in mentions}))
            if len(apart) < len({mention.article for mention in event.mentions}):
                said = f"what is told of {to_words(when)} is another event"
                yield Answer(said, SplitEvent(event.id, apart), reason)

    def _called(self, article: str) -> str:
        return self.articles[article].publisher or self.articles[article].title


def _joined(event: Event, other: Event) -> Answer:
    return Answer(f"it is one with {_told(other)}", MergeEvents((event.id, other.id)), "both tell of one happening")


def _usual(event: Event) -> Iterator[Answer]:
    yield Answer("it is right as it is", MarkReviewed(event.id), "an editor has looked at the sources")
    yield Answer("it was at another time", EditEvent(event.id, when=event.when), "an outside source dates it", "when")
    yield Answer("it should read otherwise", EditEvent(event.id, headline=event.headline), "clearer so", "headline")
    yield Answer("it does not belong here", HideEvent(event.id), "it is not about this topic")


def _article_answers(article: str, publication: Publication) -> Iterator[Answer]:
    if publication.when.earliest and publication.when.latest and publication.basis is not Basis.STATED:
        form = DateArticle(article, publication.when)
        yield Answer(f"it was published {to_words(publication.when)}", form, "an editor has looked at the evidence")
    for rejected in publication.rejected:
        try:
            when = read_when(rejected.value)
        except ValueError:
            continue
        form, reason = DateArticle(article, when), f"its date is {SAID[rejected.basis]}"
        yield Answer(f"it was published {to_words(when)}, after all", form, reason)
    form = DateArticle(article, publication.when)
    yield Answer("it was published at another time", form, "its publisher says so", "published")


def _told(event: Event) -> str:
    return f"“{event.headline}” ({to_words(event.when)})"


def _looked_at(event: Event) -> bool:
    return any(ruling.about == "review" for ruling in event.rulings)


def _is_undated(publication: Publication) -> bool:
    """Whether nobody has said when an article was published, and what is known is not a day or only inferred."""
    unsure = publication.basis in (Basis.INFERRED, Basis.UNKNOWN)
    return publication.basis is not Basis.STATED and (unsure or publication.when.precision is not Precision.DAY)


def _counts_from(event: Event) -> set[str]:
    """The articles from whose publication the date of an event counts."""
    return {m.article for m in event.mentions if not (m.time and m.time.absolute)}
