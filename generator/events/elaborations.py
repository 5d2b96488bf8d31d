"""A sentence that only goes on about the happening of one before it."""

from collections.abc import Sequence
from dataclasses import replace

from generator.dates.when import overlaps
from generator.events.drafts import Context
from generator.events.happenings import topic_words
from generator.events.story import REACH
from generator.language.lexicon import lexicon
from generator.language.reading import SentenceReading
from generator.model import Mention, ResolvedTime


def elaboration(
    before: Mention | None,
    position: int,
    sentence: SentenceReading,
    context: Context,
    times: Sequence[ResolvedTime],
    counts: bool = False,
) -> Mention | None:
    """A sentence that only goes on about the happening before ("They said they would invest …"), with its figures.

    One with a time of its own at which that happening cannot have been tells another. `counts` tells that it is known
    to count what that happening did ("At least eight people died").
    """
    if before is None or not sentence.figures or not sentence.tokens:
        return None
    if position - before.position > REACH and not counts:
        return None
    opening = [t.lower for t in sentence.tokens[:2]]
    points_back = opening[0] in ("the", "this") and opening[-1] in lexicon().lists["pointing_nouns"]
    if opening[0] not in ("it", "they") and not points_back and not counts:
        return None
    own = (time.when for time in times if time.when and not time.when.lasted)
    if before.time and any(not overlaps(before.when, when) for when in own):
        return None
    ids = (context.entities.of(context.article, n.text) for n in sentence.names)
    return replace(
        before,
        start=sentence.sentence.start,
        end=sentence.sentence.end,
        core=sentence.sentence.start,
        position=position,
        clause=sentence.sentence.text,
        entities=tuple(dict.fromkeys((*before.entities, *(i for i in ids if i)))),
        figures=sentence.figures,
        words=before.words | topic_words(sentence.tokens),
        reason=f"goes on about the sentence before: {before.reason}",
        own_time=False,
        goes_on=True,
    )
