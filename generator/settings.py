"""`site_config/*.yml` as one frozen value, with everything that is not set at its default."""

from dataclasses import dataclass, field
from datetime import date

from generator.model import EntityKind, Modality, When


@dataclass(frozen=True, slots=True)
class QuoteLimits:
    """How much of an article may be shown: words a quote, words and share of the text an article, shortest quote."""

    quote_words: int = 40
    article_words: int = 300
    article_share: float = 0.4
    shortest: int = 8


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is called and about (`site.yml`); `date_order` reads ambiguous numeric dates ("dmy", "mdy").

    `locale` is how pages write days and months, as a BCP 47 tag.
    """

    title: str = "Timeline"
    description: str = ""
    corpus: str = "corpus"
    date_order: str | None = None
    report_url: str | None = None
    locale: str = "en-GB"
    quotes: QuoteLimits = QuoteLimits()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event (`kinds.yml`).

    `verbs` and `nouns` are the lemmas that report one ("set up" is a verb with its particle); `needs` names details
    ("percent", "money", "count") and `subjects` nouns, of all of which one must be present where any are given;
    `headlines` are templates, tried in order, of which the first whose slots are all filled is used; `disagree` names
    the details whose difference is a disagreement.
    """

    name: str
    label: str
    colour: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()
    disagree: tuple[str, ...] = ("money", "count", "percent")


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """A name that the editor knows (`entities.yml`): what it is, its other forms, and where to read about it."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of news from which `dateline add --feeds` takes what is new (`feeds.yml`); `name` is for the editor."""

    url: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publication's house (`publishers.yml`): its name and the hosts of its addresses."""

    name: str
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HideEvent:
    """`{event: ID, hide: true}`"""

    event: str


@dataclass(frozen=True, slots=True)
class EditEvent:
    """`{event: ID, headline, kind, modality, quote: {article, text}, when: EDTF}`: each field that is not None wins."""

    event: str
    headline: str | None = None
    kind: str | None = None
    modality: Modality | None = None
    quote: tuple[str, str] | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class MergeEvents:
    """`{merge: [ID, ID, ...]}`: the first takes the others in."""

    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SplitEvent:
    """`{split: ID, apart: [ARTICLE ID, ...]}`: the mentions of those articles become an event of their own."""

    event: str
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddEvent:
    """`{add: {headline, when, kind, sources: [{article, quote}]}}`"""

    headline: str
    when: When
    kind: str
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DateArticle:
    """`{article: ID, published: "2025-02-01"}`"""

    article: str
    published: When


@dataclass(frozen=True, slots=True)
class SettleDisagreement:
    """`{disagreement: {event: ID, about: amount}, settled: "$500 billion"}`; event is None for a fact of none."""

    event: str | None
    about: str
    settled: str


@dataclass(frozen=True, slots=True)
class MarkReviewed:
    """`{event: ID, reviewed: true}`: the machine's doubts are answered."""

    event: str


DecisionForm = (
    HideEvent | EditEvent | MergeEvents | SplitEvent | AddEvent | DateArticle | SettleDisagreement | MarkReviewed
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One human ruling of `decisions.yml`, and the line that it stands on."""

    line: int
    form: DecisionForm
    reason: str
    by: str | None = None
    on: date | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All of `site_config/`."""

    site: Site = Site()
    kinds: tuple[Kind, ...] = ()
    entities: tuple[KnownEntity, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    decisions: tuple[Decision, ...] = field(default=())
    feeds: tuple[Feed, ...] = ()
