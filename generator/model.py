"""The values that flow through the program: frozen, slotted and checked when they are made.

The words are the field's: a TimeExpression is a TIMEX3, a Publication is a document creation time, a When renders to
EDTF, a Mention is an event mention and an Event is what cross-document coreference joins. All offsets count the
characters of `Article.text`; every span is half open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.dates.meaning import Meaning
from generator.history import History


class Precision(StrEnum):
    """How finely a When is known; BEFORE and AFTER have one open end, UNKNOWN has two."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What the publication date of an article rests on, from firm to nothing."""

    STATED = "stated"
    HTML = "html"
    HEADER = "header"
    URL = "url"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modality(StrEnum):
    """Whether an event happened, or is only planned, predicted or claimed."""

    HAPPENED = "happened"
    PLANNED = "planned"
    PREDICTED = "predicted"
    CLAIMED = "claimed"


class EntityKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class When:
    """What is known of a time, in days.

    `earliest` and `latest` are inclusive and either may be open (None). `lasted` tells a span that lasted from some
    day within which the event fell. Words, EDTF and arithmetic are in `dates/when.py`.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool = False
    lasted: bool = False

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a When cannot end before it begins: {self.earliest} to {self.latest}")
        open_ends = {
            Precision.UNKNOWN: (True, True),
            Precision.BEFORE: (True, False),
            Precision.AFTER: (False, True),
        }.get(self.precision, (False, False))
        if (self.earliest is None, self.latest is None) != open_ends:
            raise ValueError(f"precision {self.precision} does not fit {self.earliest} to {self.latest}")


UNKNOWN_WHEN = When(None, None, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence of a publication date, as a reader of `articles/` found it.

    `when` is what a clue of more than one day says ("published: 2025-01"); `day` is then its first.
    """

    basis: Basis
    day: date
    words: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """Another corpus file with the same text."""

    path: str
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its metadata; `text` is normalised once on reading (NFC, line ends) and never again.

    `path` is the file below the project folder, in POSIX form; `id` is the slug made from it; `sha256` is of the
    file's bytes; `text_line` is the 1-based line of the file on which the text begins; `notes` tell what the reader
    left out or doubts.
    """

    id: str
    path: str
    sha256: str
    text: str
    title: str
    url: str | None = None
    archive_url: str | None = None
    publisher: str | None = None
    author: str | None = None
    syndicated_from: str | None = None
    license: str | None = None
    accessed: date | None = None
    clues: tuple[Clue, ...] = ()
    copies: tuple[Copy, ...] = ()
    text_line: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A publication date that was considered and not taken, with why."""

    value: str
    basis: Basis
    reason: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, what that rests on, and what was rejected."""

    when: When
    basis: Basis
    reason: str
    rejected: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A span that names a time, what it means independently of any publication date, and the rule that found it."""

    start: int
    end: int
    text: str
    type: TimexType
    meaning: Meaning
    rule: str


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """A TimeExpression with its anchor applied.

    `when` is None where the expression names no point in time (a bare duration, a set) or cannot be resolved;
    `timex3` is TIMEX3's value; `reason` says in words how it was worked out; `absolute` is true if no publication
    date was needed.
    """

    expression: TimeExpression
    when: When | None
    timex3: str
    reason: str
    absolute: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or list item; `paragraph` numbers the block that it stands in, from 0."""

    start: int
    end: int
    text: str
    paragraph: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A span that names someone or something, with the kind that the text itself suggests."""

    start: int
    end: int
    text: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in the text: money, a percentage or a count.

    `low` and `high` bound the value in whole units ("just under $6 million": 5,400,000 to 6,000,000; "up to" has
    low None, "more than" has high None); `unit` is an ISO currency code, "%" or the noun that is counted.
    """

    start: int
    end: int
    text: str
    kind: str
    unit: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Office:
    """A role that a text gives a person: "Microsoft CEO Satya Nadella" (office "CEO", organisation "Microsoft")."""

    article: str
    start: int
    end: int
    person: str
    office: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the timeline is about; `aliases` are the other forms found or configured."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence of one article that reports an event.

    `start` and `end` span the sentence, `position` numbers it in its article; `trigger` is the lemma of the word that
    reports the happening, a noun if `by_noun`; `subject` and `object` are the clause's own words, pronouns replaced,
    `clause` all of them; `verb` is its participle in a passive clause, else its base form; `plural` that of the
    subject, `bare` if the source says no more after it; `governor` is the verb that makes it a plan ("aims to
    deploy"); `entities` are entity ids; `words` are the content lemmas that the topic check compares. `time` is the
    expression that gave `when`, with `reason` in words; `own_time` is false where it stands in another sentence or
    `when` is only a bound; `hint` is a time of its own that cannot be resolved while the article is undated, or that
    is later than its publication seems to be; `goes_on` tells a sentence that only adds to the mention before; `weak`
    is why it is no event unless another source dates it; `doer` is the entity id of the subject, `theme` that of what
    it was done to;
    `core` is the offset at which the clause that tells it begins; `aside` tells that this is a relative clause or a
    participle, whose time is nobody else's; `definite` that its subject is told of as known ("the team").
    """

    article: str
    start: int
    end: int
    position: int
    kind: str
    trigger: str
    subject: str | None
    object: str | None
    clause: str
    entities: tuple[str, ...]
    figures: tuple[Figure, ...]
    words: frozenset[str]
    modality: Modality
    when: When
    reason: str
    time: ResolvedTime | None = None
    own_time: bool = False
    hint: ResolvedTime | None = None
    verb: str = ""
    passive: bool = False
    plural: bool = False
    bare: bool = False
    governor: str | None = None
    by_noun: bool = False
    goes_on: bool = False
    weak: str | None = None
    doer: str | None = None
    theme: str | None = None
    core: int = 0
    at: int = 0
    aside: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a disagreement: the value as compared, its words in the sources, and who says so."""

    value: str
    words: str
    articles: tuple[str, ...]
    outlier: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims about one field of one event, or about one fact, that cannot all hold.

    `settled` is the value that an editor decided on, `why` the reason and `link` an outside source.
    """

    about: str
    claims: tuple[Claim, ...]
    settled: str | None = None
    link: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that reports an event, as published: `quote` is fitted to the content rules, or None.

    `cut_before` and `cut_after` tell that the sentence begins before its quote or goes on after it; `copy_of` is the
    article that tells the event in the same words, so that the two count as one source.
    """

    article: str
    start: int
    end: int
    quote: str | None
    link: str | None
    time: ResolvedTime | None = None
    cut_before: bool = False
    cut_after: bool = False
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a decision did to an event, as its page shows it; `about` is the field of Event that it gave."""

    what: str
    reason: str
    by: str | None = None
    on: date | None = None
    link: str | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """The mentions of one happening, across articles.

    `id` is empty until `outputs/history.py` has named it; `sources` are filled by `events/quotes.py`; `reason` says
    in a sentence how `when` was worked out; `review` lists why a human should look; `near` are the ids of events that
    it may be one with.
    """

    id: str
    headline: str
    kind: str
    when: When
    reason: str
    modality: Modality
    entities: tuple[str, ...]
    mentions: tuple[Mention, ...]
    weight: float = 0.0
    sources: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    review: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether a decision shaped this event."""
        return bool(self.rulings)


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that a stage dropped, and why; no stage drops anything silently."""

    article: str
    start: int
    end: int
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything at the end, sorted: articles by path, events by time, entities by id.

    `history` tells what was published under each id, this run included, so when each event was added or changed;
    `withheld` are the events without a headline that can stand alone, which are not published.
    """

    title: str
    articles: tuple[Article, ...]
    publications: Mapping[str, Publication]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    disagreements: tuple[Disagreement, ...] = ()
    omissions: tuple[Omission, ...] = ()
    notices: tuple[str, ...] = field(default=())
    history: History = field(default=History())
    withheld: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A path below `docs/` in POSIX form, and the text to write there."""

    path: str
    text: str
