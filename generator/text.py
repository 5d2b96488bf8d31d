"""Text as the program keeps it: cleaned once on reading, on one line for titles and names, as a slug for addresses."""

import re
import unicodedata

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
MOST_MARKS = 30
# Every mark that combines with a letter is of these; what else is, is left as it stands.
MANY_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")
JOINER = "\u034f"
NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")
APOSTROPHES = re.compile(r"['’ʼ]")


def clean_text(raw: str) -> str:
    """The text as all offsets count it: NFC, lines ended by \\n alone, one space for each other control character.

    Control characters are those of C0 and C1 and DEL, but for tab and line feed. Halves of a character, which YAML and
    JSON can name by their escapes, are put together, and one without its other half becomes U+FFFD. Cleaning twice
    changes nothing. More than 30 marks on one letter are broken up by an invisible joiner, as Unicode Standard Annex
    15 has it for its Stream-Safe Text Format: to sort them takes time that grows with the square of their number.
    """
    if SURROGATE.search(raw):
        raw = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = raw.replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", MANY_MARKS.sub(_broken_up, CONTROL.sub(" ", lines)))
    return MANY_MARKS.sub(_broken_up, composed)


def _broken_up(found: re.Match[str]) -> str:
    pieces: list[str] = []
    marks = 0
    for character in found[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS:
            pieces.append(JOINER)
            marks = 1
        pieces.append(character)
    return "".join(pieces)


def one_line(text: str) -> str:
    """The cleaned text with every run of white space as one space and none at its ends."""
    return " ".join(clean_text(text).split())


def slug(text: str, longest: int = 80) -> str:
    """Lower-case ASCII words joined by hyphens, cut between words at `longest` characters; empty if none are left."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).encode("ascii", "ignore").decode("ascii")
    whole = NOT_IN_SLUGS.sub("-", plain.lower()).strip("-")
    if len(whole) <= longest:
        return whole
    cut = whole[: longest + 1].rpartition("-")[0]
    return cut or whole[:longest]
