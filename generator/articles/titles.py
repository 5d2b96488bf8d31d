"""The title of an article that states none: its first line if that is a heading, else its first words."""

from pathlib import PurePosixPath

LONGEST_HEADING = 120
LONGEST_START = 60
SENTENCE_ENDS = (".", ",", ";", ":", "!", "…", "。")
LIST_MARKS = ("-", "*", "•", "·", "–", "—")


def title_of(text: str, path: str) -> str:
    """A title made from the text, or from the file's name if the text is empty; never empty itself.

    A heading is a first line of at most 120 characters, with another line below it, that neither ends as a sentence
    does nor is an item of a list. First words are cut between words at 60 characters and end in "…".
    """
    lines = [line.strip() for line in text.split("\n", 50) if line.strip()]
    if not lines:
        return PurePosixPath(path).stem.replace("-", " ").replace("_", " ").strip() or "Untitled"
    first = lines[0].lstrip("#").strip() or lines[0]
    if len(lines) > 1 and _is_heading(first):
        return " ".join(first.split())
    return _start_of(first)


def _is_heading(line: str) -> bool:
    bare = line.rstrip("\"'”’)")
    return len(line) <= LONGEST_HEADING and not bare.endswith(SENTENCE_ENDS) and not line.startswith(LIST_MARKS)


def _start_of(line: str) -> str:
    words = " ".join(line[: 20 * LONGEST_START].split())
    if len(words) <= LONGEST_START:
        return words
    cut = words[: LONGEST_START + 1].rpartition(" ")[0] or words[:LONGEST_START]
    return cut.rstrip(" ,;:-–—") + "…"
