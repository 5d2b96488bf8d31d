"""`dateline review`: an editor is shown what is in doubt, and what is decided is written down."""

import difflib
from datetime import date
from functools import partial
from pathlib import Path

import click

from generator.decision_lines import decision_line
from generator.errors import BadInput
from generator.events.questions import Answer, Question, addressless, ask_about, find_questions, with_value
from generator.events.regroup import DECISIONS_PATH
from generator.outputs.decisions_file import append_decision
from generator.outputs.lock import only_run
from generator.outputs.review_list import question_lines, review_lines
from generator.project import open_project, run_project

VALUES = {"headline": "headline", "when": "date in EDTF", "published": "date in EDTF"}
"""What an editor has to give for each field that a ruling may ask for."""


class Reviewer:
    """One sitting of an editor over the project in `folder`; `by` signs what is decided.

    Raises LookupError, in words, for a question or ruling that there is not, or a value that is none.
    """

    def __init__(self, folder: Path, stamp: date, by: str | None) -> None:
        self._folder, self._by = folder, by
        project = open_project(folder)
        self._kinds = [kind.name for kind in project.settings.kinds]
        self._timeline = run_project(project, stamp).timeline

    def show(self, name: str | None) -> None:
        """Print every question, or the one of that name."""
        if name is not None:
            lines = question_lines(self._question(name))
        else:
            lines = review_lines(find_questions(self._timeline), addressless(self._timeline))
        for line in lines:
            click.echo(line)

    def write(self, chosen: str, value: str | None, reason: str | None) -> None:
        """Write down the ruling that `NAME:NUMBER` chooses."""
        name, _, number = chosen.rpartition(":")
        question = self._question(name or number)
        if not number.isdecimal() or not 1 <= int(number) <= len(question.answers):
            raise LookupError(f"'{question.name}' has the rulings 1 to {len(question.answers)}: give NAME:NUMBER")
        self._decide(question.answers[int(number) - 1], value, reason)

    def ask(self, name: str | None) -> None:
        """Ask about one question after another, or about one alone, until the editor has had enough."""
        questions = find_questions(self._timeline) if name is None else (self._question(name),)
        for question in questions:
            if question.slight and name is None:
                continue
            click.echo("\n".join(("", *question_lines(question))))
            if not self._asked(question):
                return

    def _asked(self, question: Question) -> bool:
        """Let the editor decide one question; whether to go on."""
        while True:
            chosen = click.prompt("Number, Enter to pass, q to end", default="", show_default=False).strip()
            if chosen in ("", "q"):
                return bool(chosen == "")
            if not chosen.isdecimal() or not 1 <= int(chosen) <= len(question.answers):
                click.echo(f"There are the rulings 1 to {len(question.answers)}.")
                continue
            answer = question.answers[int(chosen) - 1]
            value = click.prompt(f"The {VALUES[answer.asks]}") if answer.asks else None
            reason = click.prompt("Why", default=answer.reason)
            try:
                self._decide(answer, value, reason)
            except (LookupError, BadInput) as error:
                click.echo(str(error.args[0]))
                continue
            return True

    def _decide(self, answer: Answer, value: str | None, reason: str | None) -> None:
        if answer.asks:
            answer = _filled(answer, value)
        elif value:
            raise LookupError("this ruling takes no value")
        line = decision_line(answer.form, reason or answer.reason, self._by)
        with only_run(self._folder, partial(click.echo, err=True)):
            number = append_decision(self._folder, line, self._kinds)
        click.echo(f"{DECISIONS_PATH}:{number}: {line}")
        click.echo("'dateline generate' makes the site anew with it.")

    def _question(self, name: str) -> Question:
        question = ask_about(self._timeline, name)
        if question is None:
            known = [question.name for question in find_questions(self._timeline)]
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            raise LookupError(f"there is no event or article '{name}' to rule on{hint}")
        return question


def _filled(answer: Answer, value: str | None) -> Answer:
    if not (value or "").strip():
        raise LookupError(
            f"this ruling needs a {'headline' if answer.asks == 'headline' else 'date'}: give it as --value"
        )
    try:
        return with_value(answer, str(value))
    except ValueError as error:
        raise LookupError(f"not a date in EDTF, such as 2025-01-21 or 2025-01: {value}") from error
