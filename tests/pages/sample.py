"""A Timeline with everything that a page can show, partly from the DeepSeek articles, partly hostile."""

from dataclasses import replace
from datetime import date

from generator.dates.meaning import NoTime
from generator.dates.when import after, before, day, month, span, to_edtf, week_of, year
from generator.history import Change, ChangeKind, History, Record
from generator.model import (
    UNKNOWN_WHEN,
    Article,
    Basis,
    Claim,
    Copy,
    Disagreement,
    Entity,
    EntityKind,
    Event,
    Modality,
    Omission,
    Precision,
    Publication,
    Rejection,
    ResolvedTime,
    Ruling,
    Source,
    TimeExpression,
    Timeline,
    TimexType,
    When,
)
from generator.settings import Kind, Settings, Site

HOSTILE = (
    '<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }} {% raw %} --8<-- "file" ![](http://tracker.example/a)'
    " | a | `code` ::: note *bold* __init__ ~~gone~~ $x$ [^1] <!-- ' -->"
)
CONTROL = "a\x00b\x02klzzwxh:0000\x03 c\u202edcba\u202c \u2067isolated\u2069 \ud800 \ufffe end\u2028new \x85 line"

ADDED = date(2025, 3, 1)

KINDS = (
    Kind("launch", "Launches", "#1f6f8b"),
    Kind("market", "Markets", "#b3412e"),
    Kind("deal", "Deals", "#7a5c1e"),
    Kind("statement", "Statements", "#6b4c9a"),
    Kind("hostile", f"Kind {HOSTILE}", 'red" onload="alert(1)'),
)

ARTICLES = (
    Article(
        "soylent-reactions",
        "corpus/soylent-reactions.md",
        "0" * 64,
        "The full text of an article, which no page may show.",
        "Tech leaders respond to the rapid rise of DeepSeek",
        url="https://soylentnews.org/article.pl?sid=25/02/01/1414214",
        archive_url="https://archive.example/soylent",
        publisher="SoylentNews",
        copies=(Copy("corpus/copy.md", "https://other.example/a?b=c&d=e", "Other Gazette"), Copy("corpus/copy2.md")),
    ),
    Article(
        "meteoric-rise",
        "corpus/meteoric-rise.md",
        "1" * 64,
        "The full text of an article, which no page may show.",
        "DeepSeek’s Meteoric Rise Shakes the World",
    ),
    Article(
        "undated", "corpus/undated.txt", "2" * 64, "The full text of an article, which no page may show.", "undated.txt"
    ),
    Article(
        "turning-point",
        "corpus/turning-point.md",
        "3" * 64,
        "The full text of an article, which no page may show.",
        "Why DeepSeek could mark a turning point for Silicon Valley on AI",
        url="https://theaccomplishmagazine.com/why-deepseek",
        publisher="The Accomplish Magazine",
        author="Clare Duffy",
        syndicated_from="CNN",
        license="CC BY 2.5",
        accessed=date(2025, 3, 1),
    ),
    Article(
        "readme",
        "corpus/readme.md",
        "4" * 64,
        HOSTILE,
        HOSTILE,
        url="javascript:alert(1)",
        archive_url="data:text/html,<script>alert(1)</script>",
        publisher=CONTROL,
        author=HOSTILE,
        copies=(Copy("corpus/<b>.md", "javascript:alert(2)", HOSTILE),),
    ),
)

PUBLICATIONS = {
    "soylent-reactions": Publication(
        day(date(2025, 2, 1)),
        Basis.URL,
        "The address has 25/02/01, which is 1 February 2025 if the year stands first.",
        (Rejection("2001-02-25", Basis.HEADER, "The text tells of January 2025, which had not come on that day."),),
    ),
    "meteoric-rise": Publication(day(date(2025, 1, 28)), Basis.HEADER, "The first line says 2025-01-28."),
    "undated": Publication(
        span(date(2025, 1, 24), date(2025, 1, 26), lasted=False),
        Basis.INFERRED,
        "It tells of 24 January 2025 and puts Stargate in the same week.",
    ),
    "turning-point": Publication(day(date(2025, 1, 29)), Basis.STATED, "The front matter says so."),
    "readme": Publication(UNKNOWN_WHEN, Basis.UNKNOWN, HOSTILE, (Rejection(HOSTILE, Basis.HTML, HOSTILE),)),
}

ENTITIES = (
    Entity("deepseek", "DeepSeek", EntityKind.ORGANISATION, ("深度求索",), "https://www.deepseek.com/"),
    Entity("donald-trump", "Donald Trump", EntityKind.PERSON, ("Trump",)),
    Entity("hostile", HOSTILE, EntityKind.OTHER, (CONTROL,), "javascript:alert(1)"),
    Entity("index", "Nvidia", EntityKind.ORGANISATION),
    Entity("r1", "R1", EntityKind.PRODUCT),
    Entity("white-house", "White House", EntityKind.PLACE),
)


def _time(text: str, when: When | None, reason: str) -> ResolvedTime:
    return ResolvedTime(TimeExpression(0, len(text), text, TimexType.DATE, NoTime(), "sample"), when, "", reason, False)


def _source(article: str, quote: str | None, text: str = "", link: str | None = None, start: int = 0) -> Source:
    time = _time(text, None, "worked out for this sample") if text else None
    return Source(article, start, start + len(quote or ""), quote, link, time)


def _event(event: str, headline: str, kind: str, when: When, sources: tuple[Source, ...], weight: float = 1.0) -> Event:
    reason = "The sentence says “Monday”, and the article was published on Tuesday 28 January 2025."
    return Event(event, headline, kind, when, reason, Modality.HAPPENED, (), (), weight, sources)


RISE, SOYLENT, UNDATED, TURNING = "meteoric-rise", "soylent-reactions", "undated", "turning-point"
MONEY = Disagreement(
    "money",
    (
        Claim("$500 billion", "up to $500 billion", (SOYLENT, TURNING)),
        Claim("$500 million", "$500 million", (RISE,), outlier=True),
    ),
    settled="$500 billion",
    link="https://whitehouse.example/stargate",
)

EVENTS = (
    _event(
        "deepseek-founded-1a2b",
        "Liang Wenfeng founds DeepSeek",
        "launch",
        year(2023),
        (
            _source(
                RISE,
                "Liang Wenfeng, a co-founder of the AI-focused hedge fund High-Flyer, founded DeepSeek in 2023, and "
                "it quickly grew.",
                "in 2023",
            ),
        ),
        2.0,
    ),
    _event(
        "r1-released-3c4d",
        "DeepSeek releases its R1 reasoning model",
        "launch",
        month(2025, 1),
        (
            _source(
                RISE,
                "DeepSeek released its R1 reasoning model earlier this month; it was an open-source invention that "
                "instantly became popular with users and developers.",
                "earlier this month",
            ),
            _source(UNDATED, None),
            _source(TURNING, None, "", "https://theaccomplishmagazine.com/why-deepseek#:~:text=R1"),
        ),
        4.0,
    ),
    replace(
        _event(
            "stargate-5e6f",
            "Trump announces Stargate with OpenAI, Oracle and SoftBank",
            "deal",
            week_of(date(2025, 1, 20)),
            (
                _source(
                    SOYLENT,
                    "Earlier this week, President Donald Trump announced a joint venture with OpenAI, Oracle and "
                    "SoftBank to invest billions of dollars in U.S. AI infrastructure.",
                    "Earlier this week",
                    "https://soylentnews.org/article.pl?sid=25/02/01/1414214#:~:text=Earlier%20this%20week",
                ),
                _source(
                    SOYLENT,
                    "They said they would invest $100 billion to start and up to $500 billion over the next four "
                    "years.",
                    "over the next four years",
                    "https://soylentnews.org/article.pl?sid=25/02/01/1414214#:~:text=They%20said",
                    start=900,
                ),
                _source(
                    TURNING,
                    "President Donald Trump last week announced a joint venture with OpenAI, Oracle and SoftBank.",
                    "last week",
                    "https://theaccomplishmagazine.com/why-deepseek#:~:text=President%20Donald",
                ),
                _source(RISE, "The project, worth $500 million, was launched earlier this week.", "earlier this week"),
            ),
            5.0,
        ),
        entities=("donald-trump", "index", "white-house"),
        disagreements=(
            MONEY,
            Disagreement(
                "when",
                (
                    Claim("20 to 26 January 2025", "last week", (TURNING, UNDATED)),
                    Claim("27 January to 1 February 2025", "Earlier this week", (SOYLENT,), outlier=True),
                ),
            ),
        ),
        review=("“Earlier this week” of 1 February 2025 does not fit the other sources.",),
        rulings=(
            Ruling(
                "Amount settled: $500 billion.",
                "The White House’s own announcement says so.",
                "A. Editor",
                date(2025, 3, 2),
                "https://whitehouse.example/stargate",
            ),
            Ruling("Merged with another event.", "Both are the announcement at the White House."),
        ),
    ),
    _event(
        "v3-introduced-7a8b",
        "DeepSeek introduces its V3 model",
        "launch",
        day(date(2025, 1, 24)),
        (
            _source(
                UNDATED,
                "DeepSeek V3, introduced on January 24, 2025, is already being touted as capable of surpassing its "
                "American counterparts.",
                "January 24, 2025",
            ),
        ),
        2.5,
    ),
    replace(
        _event(
            "nvidia-falls-9c0d",
            "Nvidia shares fall 17 %, the Nasdaq more than 3 %",
            "market",
            day(date(2025, 1, 27)),
            (
                _source(
                    RISE,
                    "The share price of Nvidia, the leading provider of AI processors, fell 17%, and other major "
                    "technological companies like Apple and ASML also faced drops.",
                ),
            ),
            4.5,
        ),
        entities=("index", "deepseek"),
    ),
    _event(
        "app-store-1e2f",
        "DeepSeek’s app passes ChatGPT in the US App Store",
        "market",
        day(date(2025, 1, 27)),
        (
            _source(
                RISE,
                "Tech stocks saw a sell-off on Monday when the app surpassed OpenAI’s ChatGPT as the most downloaded "
                "free app on the U.S. Apple App Store.",
                "Monday",
            ),
        ),
        3.0,
    ),
    replace(
        _event(
            "altman-posts-3a4b",
            "Sam Altman calls R1 “impressive” on X",
            "statement",
            day(date(2025, 1, 27)),
            (
                _source(
                    TURNING,
                    "OpenAI CEO Sam Altman called DeepSeek’s R1 model “impressive” in an X post-Monday.",
                    "Monday",
                    "https://theaccomplishmagazine.com/why-deepseek#:~:text=OpenAI%20CEO",
                ),
            ),
            2.0,
        ),
        modality=Modality.HAPPENED,
        entities=("r1",),
    ),
    _event(
        "wake-up-call-5c6d",
        "Trump calls DeepSeek a wake-up call",
        "statement",
        before(date(2025, 1, 28)),
        (_source(RISE, "President Donald Trump called it a “wake-up call” for U.S. industries."),),
        1.5,
    ),
    replace(
        _event(
            "stolen-data-7e8f",
            "Microsoft investigates whether DeepSeek used stolen OpenAI data",
            "statement",
            before(date(2025, 1, 29)),
            (
                _source(
                    TURNING,
                    "Bloomberg reported that Microsoft is investigating whether DeepSeek trained its model using "
                    "stolen OpenAI data.",
                ),
            ),
            1.5,
        ),
        modality=Modality.CLAIMED,
    ),
    replace(
        _event(
            "o3-9a0b",
            "OpenAI to launch o3",
            "launch",
            span(date(2025, 1, 29), date(2025, 3, 12), lasted=False),
            (
                _source(
                    TURNING, "OpenAI’s upcoming o3 model, set to launch in the coming weeks.", "in the coming weeks"
                ),
            ),
            1.0,
        ),
        modality=Modality.PREDICTED,
    ),
    replace(
        _event(
            "million-gpus-1c2d",
            "Meta to deploy 1.3 million GPUs",
            "deal",
            before(date(2025, 12, 31)),
            (
                _source(
                    SOYLENT,
                    "Meta aims to deploy approximately 1.3 million GPUs by the end of 2025.",
                    "by the end of 2025",
                ),
            ),
            2.0,
        ),
        modality=Modality.PLANNED,
    ),
    _event(
        "exports-3e4f",
        "US chip export restrictions tighten",
        "deal",
        after(date(2025, 1, 24)),
        (_source(UNDATED, "DeepSeek has navigated strict semiconductor restrictions."),),
        0.5,
    ),
    _event(
        "four-years-5a6b",
        "Stargate’s money is to be spent",
        "deal",
        span(date(2025, 1, 20), date(2029, 1, 19), True),
        (_source(TURNING, "Over four years.", "four years"),),
        0.5,
    ),
    _event(
        "nineties-7c8d",
        "Neural networks fall out of fashion",
        "statement",
        When(date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
        (_source(UNDATED, "In the 1990s."),),
        0.2,
    ),
    replace(
        _event(
            "hostile-9e0f",
            HOSTILE,
            "hostile",
            day(date(2025, 1, 30)),
            (
                _source("readme", HOSTILE, "{{ 7*7 }}", "javascript:alert(1)"),
                _source("readme", CONTROL, "", 'https://x.example/"onmouseover="alert(1)', start=5000),
            ),
            6.0,
        ),
        reason=HOSTILE,
        entities=("hostile", "unknown-entity"),
        review=(HOSTILE, CONTROL),
        disagreements=(
            Disagreement(HOSTILE, (Claim(HOSTILE, CONTROL, ("readme",)), Claim(CONTROL, HOSTILE, ("readme",)))),
        ),
        rulings=(Ruling(HOSTILE, HOSTILE, HOSTILE, None, "javascript:alert(1)"),),
    ),
    _event(
        "control-1a1a",
        CONTROL,
        "statement",
        replace(year(2024), approximate=True),
        (_source("readme", "- 1. # > --- not a list"),),
        0.1,
    ),
    _event(
        "arabic-2b2b",
        "1. شركة ديب سيك تطلق نموذجها",
        "unlisted",
        day(date(2025, 1, 20)),
        (_source("readme", "شركة ديب سيك تطلق نموذجها الجديد", "", None),),
        1.0,
    ),
    _event("undated-3c3c", "# Someone invents the abacus", "statement", UNKNOWN_WHEN, (_source("undated", None),), 0.1),
)


def _record(event: Event) -> Record:
    added = (Change(ADDED, ChangeKind.ADDED),)
    return Record(event.id, (), event.kind, event.headline, to_edtf(event.when), ADDED, ADDED, log=added)


TIMELINE = Timeline(
    "DeepSeek, January 2025",
    ARTICLES,
    PUBLICATIONS,
    tuple(sorted(EVENTS, key=lambda event: (event.when.earliest or event.when.latest or date.max, event.id))),
    ENTITIES,
    (
        Disagreement(
            "CEO of Microsoft",
            (
                Claim("Satya Nadella", "Microsoft CEO Satya Nadella", (SOYLENT, UNDATED)),
                Claim("Sundar Pichai", "Sundar Pichai, CEO of Microsoft", (RISE,), outlier=True),
            ),
        ),
    ),
    (
        Omission(RISE, 0, 10, "find_mentions", "It reports no happening"),
        Omission(RISE, 20, 30, "find_mentions", "It reports no happening"),
        Omission("readme", 0, 10, "tag_times", HOSTILE),
    ),
    history=History(tuple(sorted(map(_record, EVENTS), key=lambda record: record.id))),
)

SETTINGS = Settings(
    Site(
        "DeepSeek, January 2025",
        "How a Chinese start-up’s open model shook the markets in a week, as five articles tell it.",
    ),
    KINDS,
)
