"""Which event is which from one run to the next."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.events.chronicle import record_events
from generator.events.identity import fingerprints, name_events
from generator.history import History
from generator.model import Article, Event
from tests.making import DAY, article, event, mention

A = article("a", "Nvidia fell 17%. The Nasdaq fell too. Trump spoke.")
B = article("b", "Nvidia lost a sixth on Monday. Stargate was announced.")
C = article("c", "Stargate was announced last week. A sell-off came.")


def texts(*articles: Article) -> dict[str, str]:
    return {found.id: found.text for found in articles or (A, B, C)}


def published(events: Sequence[Event], *articles: Article, history: History | None = None) -> History:
    """The history after these events were named and shown as they are."""
    known = texts(*articles)
    old = history or History()
    named = name_events(events, known, old)
    return record_events(old, named, named, {}, known, DAY)


def nvidia(headline: str = "Nvidia falls 17%") -> Event:
    return event(mention(A, "Nvidia fell 17%."), mention(B, "Nvidia lost a sixth on Monday."), headline=headline)


def stargate(headline: str = "Stargate is announced") -> Event:
    first, second = mention(B, "Stargate was announced."), mention(C, "Stargate was announced last week.")
    return event(first, second, headline=headline)


def ids(events: Sequence[Event], history: History, *articles: Article) -> list[str]:
    return [found.id for found in name_events(events, texts(*articles), history)]


def test_a_new_id_is_readable_short_and_made_from_content() -> None:
    long = event(
        mention(A, "Trump spoke."), headline="President Donald Trump’s “wake-up call” speech rattles all of Wall Street"
    )
    first, second, third = ids([nvidia(), long, event(mention(A, "The Nasdaq fell too."), headline="！")], History())
    assert first.startswith("nvidia-falls-17-")
    assert len(first) == len("nvidia-falls-17-") + 4
    assert second[:-5] == "president-donald-trumps-wake-up-call-speech"
    assert third.startswith("event-")


def test_an_id_does_not_end_in_a_word_that_says_nothing() -> None:
    cut = event(mention(A, "Trump spoke."), headline="Sam Altman recognises the competitiveness of the concept")
    assert ids([cut], History())[0][:-5] == "sam-altman-recognises-the-competitiveness"
    (small,) = ids([event(mention(A, "Trump spoke."), headline="To the")], History())
    assert small.startswith("event-")


def test_an_id_does_not_depend_on_the_order_of_events_or_of_their_mentions() -> None:
    events = [nvidia(), stargate(), event(mention(A, "Trump spoke.")), event(mention(A, "The Nasdaq fell too."))]
    expected = dict(zip([found.mentions[0] for found in events], ids(events, History()), strict=True))
    for seed in range(10):
        shuffled = [replace(found, mentions=found.mentions[::-1]) for found in events]
        random.Random(seed).shuffle(shuffled)
        found = dict(zip([found.mentions[-1] for found in shuffled], ids(shuffled, History()), strict=True))
        assert found == expected


def test_events_alike_in_headline_have_different_ids() -> None:
    events = [event(mention(A, words)) for words in ("Nvidia fell 17%.", "The Nasdaq fell too.", "Trump spoke.")]
    twice = [*events, events[0]]
    assert len(set(ids(twice, History()))) == 4


def test_an_event_keeps_its_id_when_headline_date_and_sources_get_better() -> None:
    history = published([nvidia(), stargate()])
    better = replace(nvidia("Nvidia shares fall 17 percent"), kind="market")
    more = replace(stargate("Stargate"), mentions=(*stargate().mentions, mention(A, "Trump spoke.")))
    assert ids([more, better], history) == ids([stargate(), nvidia()], History())


def test_of_two_events_that_become_one_the_id_with_most_sources_is_kept() -> None:
    one = event(mention(A, "Nvidia fell 17%."), headline="Nvidia falls")
    two = event(
        mention(B, "Nvidia lost a sixth on Monday."), mention(C, "A sell-off came."), headline="Nvidia loses a sixth"
    )
    history = published([one, two])
    together = event(*one.mentions, *two.mentions, headline="Nvidia falls")
    assert ids([together], history) == ids([two], History())


def test_an_event_that_falls_apart_again_gives_both_their_old_ids() -> None:
    one, two = event(mention(A, "Nvidia fell 17%.")), event(mention(B, "Nvidia lost a sixth on Monday."))
    first = published([one, two])
    joined = published([event(*one.mentions, *two.mentions)], history=first)
    assert ids([one, two], joined) == ids([one, two], History())


def test_two_events_of_one_sentence_keep_their_ids_apart() -> None:
    words = "Nvidia fell 17%."
    share = event(mention(A, words, "market"), headline="Nvidia falls")
    call = event(mention(A, words, "speech"), headline="Nvidia speaks")
    history = published([share, call])
    assert ids([call, share], history) == ids([share, call], History())[::-1]


def test_an_id_outlives_the_renaming_of_its_articles_file() -> None:
    history = published([nvidia(), stargate()])
    renamed = replace(A, id="z")
    moved = event(mention(renamed, "Nvidia fell 17%."), headline="Something else")
    assert ids([moved], history, renamed, C) == ids([nvidia()], History())


def test_an_id_outlives_a_corrected_sentence_if_the_headline_stays() -> None:
    alone = event(mention(A, "Trump spoke."), headline="Trump speaks")
    history = published([alone])
    corrected = replace(A, text=A.text.replace("Trump spoke.", "President Trump spoke."))
    again = event(mention(corrected, "President Trump spoke."), headline="Trump speaks")
    assert ids([again], history, corrected, B, C) == ids([alone], History())


def test_the_same_sentence_in_an_article_that_stays_makes_no_event_another_one() -> None:
    first, second = article("x", "Shares fell 3%."), article("y", "Shares fell 3%.")
    history = published([event(mention(first, "Shares fell 3%."))], first, second)
    other = event(mention(second, "Shares fell 3%."))
    assert ids([other], history, first, second) != [history.records[0].id]


def test_what_an_editor_split_off_gets_its_own_id_back_and_never_the_machines() -> None:
    whole = nvidia()
    rest, off = event(whole.mentions[0], headline="Nvidia falls 17%"), event(whole.mentions[1], headline="Nvidia loses")
    (named,) = name_events([whole], texts(), History())
    (split,) = name_events([off], texts(), History(), by_decision=True)
    history = record_events(History(), [named], [replace(rest, id=named.id), split], {}, texts(), DAY)
    assert split.id != named.id
    assert ids([whole], history) == [named.id]
    reworded = replace(off, headline="Nvidia loses a sixth")
    assert name_events([reworded], texts(), history, by_decision=True)[0].id == split.id


def test_fingerprints_do_not_change_with_white_space() -> None:
    spaced = replace(A, text=A.text.replace("fell 17", "fell\n  17"))
    plain = event(mention(A, "Nvidia fell 17%."))
    assert fingerprints(event(mention(spaced, "Nvidia fell\n  17%.")), texts(spaced)) == fingerprints(plain, texts(A))


def test_a_sentence_that_many_events_share_tells_none_of_them_from_another() -> None:
    footer = [article(f"n{number}", "Read more.") for number in range(200)]
    events = [event(mention(found, "Read more."), headline=f"Event {found.id}") for found in footer]
    history = published(events, *footer)
    moved = [replace(found, id=f"m{found.id}") for found in footer]
    again = [event(mention(found, "Read more."), headline=f"Event {found.id}") for found in moved]
    kept = {record.id for record in history.records}
    assert not kept & set(ids(again, history, *moved))


@given(st.lists(st.sets(st.integers(0, 8), min_size=1, max_size=4), min_size=1, max_size=6), st.data())
def test_ids_are_given_once_and_stay_whatever_the_grouping(groups: list[set[int]], data: st.DataObject) -> None:
    whole = article("w", " ".join(f"Sentence number {number}." for number in range(9)))
    known = {"w": whole.text}

    def made(sets: Sequence[set[int]]) -> list[Event]:
        return [event(*(mention(whole, f"Sentence number {number}.") for number in sorted(part))) for part in sets]

    named = name_events(made(groups), known, History())
    assert len({found.id for found in named}) == len(groups)
    history = record_events(History(), named, named, {}, known, DAY)
    unchanged = name_events(made(groups), known, history)
    assert sorted(found.id for found in unchanged) == sorted(found.id for found in named)
    later = data.draw(st.lists(st.sets(st.integers(0, 8), min_size=1), min_size=1, max_size=6))
    renamed = name_events(made(later), known, history)
    assert len({found.id for found in renamed}) == len(later)
    after = record_events(history, renamed, renamed, {}, known, date(2025, 3, 1))
    assert {record.id for record in history.records} <= {record.id for record in after.records}
