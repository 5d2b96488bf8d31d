"""A decision -> the YAML line that says it in `decisions.yml`: the way back from `decision_forms.py`."""

import unicodedata
from collections.abc import Mapping
from typing import Any

import yaml

from generator.dates.when import to_edtf
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
from generator.text import one_line

UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode's categories of characters that cannot be seen; a line that holds one is written in escapes."""


def decision_line(form: DecisionForm, reason: str, by: str | None = None, asks: str | None = None) -> str:
    """The entry on one line, without its end; the field that `asks` names is left empty, for the editor to fill in."""
    fields = {**_fields(form), "reason": one_line(reason)}
    if by:
        fields["by"] = one_line(by)
    if asks:
        fields[asks] = ""
    line = _dumped(fields, in_escapes=False)
    hidden = any(unicodedata.category(letter) in UNSEEN for letter in line)
    return _dumped(fields, in_escapes=True) if hidden else line


def _dumped(fields: Mapping[str, Any], *, in_escapes: bool) -> str:
    written: str = yaml.safe_dump(
        fields, default_flow_style=True, width=float("inf"), sort_keys=False, allow_unicode=not in_escapes
    )
    return f"- {written.strip()}"


def _fields(form: DecisionForm) -> dict[str, Any]:
    match form:
        case HideEvent(event):
            return {"event": event, "hide": True}
        case MarkReviewed(event):
            return {"event": event, "reviewed": True}
        case MergeEvents(events):
            return {"merge": list(events)}
        case SplitEvent(event, apart):
            return {"split": event, "apart": list(apart)}
        case DateArticle(article, published):
            return {"article": article, "published": to_edtf(published) or ""}
        case SettleDisagreement(event, about, settled):
            place = {"about": one_line(about)} if event is None else {"event": event, "about": one_line(about)}
            return {"disagreement": place, "settled": one_line(settled)}
        case AddEvent(headline, when, kind, sources):
            quoted = [{"article": article, "quote": quote} for article, quote in sources]
            return {"add": {"headline": headline, "when": to_edtf(when), "kind": kind, "sources": quoted}}
        case EditEvent():
            return _edits(form)


def _edits(form: EditEvent) -> dict[str, Any]:
    given = {
        "event": form.event,
        "headline": form.headline,
        "kind": form.kind,
        "modality": form.modality and form.modality.value,
        "when": form.when and to_edtf(form.when),
        "quote": form.quote and {"article": form.quote[0], "text": form.quote[1]},
    }
    return {key: value for key, value in given.items() if value is not None}
