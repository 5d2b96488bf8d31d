"""YAML read with its line numbers: a mapping whose keys are taken one by one while problems are collected.

Every scalar is read as the text that stands in the file, so `2025-13-01` is refused with its line and `title: 2025`
is a title. Aliases are refused (a few lines of them can stand for gigabytes), as are keys given twice.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, TypeVar

import yaml

from generator.errors import Problem
from generator.model import When
from generator.stated_dates import read_when
from generator.text import one_line

Choice = TypeVar("Choice", bound=StrEnum)
Number = TypeVar("Number", int, float)
Value = TypeVar("Value")

KINDS_OF_NODE = {yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.ScalarNode: "a single value"}
NULL = "tag:yaml.org,2002:null"


class _NoAliases(yaml.SafeLoader):
    """PyYAML's own loader in Python: the one in C is killed by deeply nested input."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="aliases (*name) are not read here", problem_mark=mark)
        return super().compose_node(parent, index)


class Fields:
    """One YAML mapping; what its keys hold is asked for by kind, and what is wrong goes to `problems`.

    `line` is the 1-based line on which it begins. Asking for a key that is not there gives None or an empty tuple.
    """

    def __init__(self, node: yaml.MappingNode, path: str, offset: int, problems: list[Problem]) -> None:
        self.path, self.line, self._offset, self._problems = path, node.start_mark.line + offset, offset, problems
        self._nodes: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            line = key.start_mark.line + offset
            if name is None:
                self.report("a key is not a word; put quotes round text that contains braces or brackets", line)
            elif name in self._nodes:
                self.report(f"'{one_line(name)}' is given twice", line)
            else:
                self._nodes[name], self._lines[name] = value, line

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def report(self, message: str, line: int | None = None) -> None:
        """Add a problem on `line`, or on the line on which this mapping begins."""
        self._problems.append(Problem(self.path, line or self.line, message))

    @property
    def problems_so_far(self) -> int:
        """How many problems have been found here and in all that was read before with the same list of problems."""
        return len(self._problems)

    def line_of(self, key: str) -> int:
        """The line of a key, or that of the mapping if it has none such."""
        return self._lines.get(key, self.line)

    def only(self, allowed: Iterable[str]) -> "Fields":
        """Report every key that is not one of `allowed`, naming the nearest right one, and give these fields back."""
        names = tuple(allowed)
        for key in self._nodes:
            if key not in names:
                near = difflib.get_close_matches(key.lower(), names, n=1, cutoff=0.5)
                hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(names)}"
                self.report(f"unknown key '{one_line(key)}'; {hint}", self._lines[key])
        return self

    def text(self, key: str) -> str | None:
        """The key's text on one line, or None if it is absent, empty or null."""
        node = self._node(key, yaml.ScalarNode)
        if node is None or node.tag == NULL:
            return None
        return one_line(node.value) or None

    def needed_text(self, key: str) -> str:
        """The key's text; its absence is a problem."""
        found = self.text(key)
        if found is None and (key not in self or self.is_empty(key)):
            self.report(f"'{key}' is missing", self.line_of(key))
        return found or ""

    def texts(self, key: str) -> tuple[str, ...] | None:
        """The texts of a list; a single text counts as a list of one."""
        if isinstance(self._nodes.get(key), yaml.ScalarNode):
            one = self.text(key)
            return () if one is None else (one,)
        node = self._node(key, yaml.SequenceNode)
        if node is None:
            return None
        found = []
        for item in node.value:
            if isinstance(item, yaml.ScalarNode) and one_line(item.value):
                found.append(one_line(item.value))
            else:
                self.report(f"'{key}' holds something that is not text", item.start_mark.line + self._offset)
        return tuple(found)

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """The member of an enumeration that the key names."""
        text = self.text(key)
        if text is None or text in tuple(choices):
            return None if text is None else choices(text)
        self.report(f"'{key}' is \"{text}\", which is none of {', '.join(choices)}", self.line_of(key))
        return None

    def number(self, key: str, kind: type[Number], low: Number, high: Number) -> Number | None:
        """The key's number, which must lie from `low` to `high`."""
        text = self.text(key)
        if text is None:
            return None
        try:
            number = kind(text)
        except ValueError:
            number = None
        if number is not None and low <= number <= high:
            return number
        what = "a whole number" if kind is int else "a number"
        self.report(f"'{key}' is not {what} from {low} to {high}: \"{text}\"", self.line_of(key))
        return None

    def when(self, key: str) -> When | None:
        """The key's date, in EDTF: a day, a month, a year, `[..2025-01-28]` and so on."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return read_when(text)
        except ValueError:
            self.report(f"'{key}' is not a date: \"{text}\"", self.line_of(key))
            return None

    def address(self, key: str) -> str | None:
        """The key's web address, which must begin with http:// or https://."""
        text = self.text(key)
        if text is None or is_address(text):
            return text
        self.report(f"'{key}' is not a web address: \"{text}\"", self.line_of(key))
        return None

    def true(self, key: str) -> bool:
        """Whether the key is there; it may say only `true`."""
        if key not in self:
            return False
        if self.text(key) != "true":
            self.report(f"'{key}' can only be true; leave the key out otherwise", self.line_of(key))
        return True

    def fields(self, key: str) -> "Fields | None":
        """The mapping that the key holds."""
        node = self._node(key, yaml.MappingNode)
        return None if node is None else Fields(node, self.path, self._offset, self._problems)

    def items(self, key: str) -> tuple["Fields", ...]:
        """The mappings of the list that the key holds."""
        node = self._node(key, yaml.SequenceNode)
        return () if node is None else _mappings(node, self.path, self._offset, self._problems)

    def is_empty(self, key: str) -> bool:
        """Whether the key is there without a value."""
        node = self._nodes.get(key)
        return isinstance(node, yaml.ScalarNode) and (node.tag == NULL or not one_line(node.value))

    def _node(self, key: str, kind: type[yaml.Node]) -> Any:
        node = self._nodes.get(key)
        if node is None or isinstance(node, kind):
            return node
        if isinstance(node, yaml.ScalarNode) and node.tag == NULL:
            return None
        wanted, found = KINDS_OF_NODE[kind], KINDS_OF_NODE[type(node)]
        self.report(f"'{key}' must be {wanted} and is {found}{_hint(node)}", self.line_of(key))
        return None


def is_address(text: str) -> bool:
    """Whether the text is a web address: http or https, a host, no blanks; quotation marks occur in real ones."""
    scheme, found, rest = text.partition("://")
    return bool(found) and scheme.lower() in ("http", "https") and rest[:1].isalnum() and len(text.split()) == 1


def read_mapping(text: str, path: str, problems: list[Problem], first_line: int = 1) -> Fields | None:
    """The mapping that a YAML text holds, or None if it is empty or, with a problem, if it cannot be read."""
    node = _compose(text, path, problems, first_line)
    if node is None:
        return None
    if isinstance(node, yaml.MappingNode):
        return Fields(node, path, first_line, problems)
    message = f"expected keys and values, found {KINDS_OF_NODE[type(node)]}"
    problems.append(Problem(path, node.start_mark.line + first_line, message))
    return None


def read_list(text: str, path: str, problems: list[Problem]) -> tuple[Fields, ...]:
    """The mappings of the list that a YAML text holds; empty, with a problem, if it cannot be read."""
    node = _compose(text, path, problems, 1)
    if node is None:
        return ()
    if isinstance(node, yaml.SequenceNode):
        return _mappings(node, path, 1, problems)
    problems.append(Problem(path, node.start_mark.line + 1, f"expected a list, found {KINDS_OF_NODE[type(node)]}"))
    return ()


def sound(entries: Iterable[Fields], read: Callable[[Fields], Value]) -> Iterator[Value]:
    """What `read` makes of each entry, but of those in which it finds a problem."""
    for found in entries:
        count = found.problems_so_far
        value = read(found)
        if found.problems_so_far == count:
            yield value


def _compose(text: str, path: str, problems: list[Problem], first_line: int) -> Any:
    try:
        node = yaml.compose(text, Loader=_NoAliases)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problems.append(Problem(path, (mark.line if mark else 0) + first_line, f"not YAML: {error.problem}"))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        problems.append(Problem(path, line, "not YAML: it holds a control character"))
    except RecursionError:
        problems.append(Problem(path, first_line, "not YAML that can be read: it is nested too deeply"))
    else:
        return None if isinstance(node, yaml.ScalarNode) and node.tag == NULL else node
    return None


def _mappings(node: yaml.SequenceNode, path: str, offset: int, problems: list[Problem]) -> tuple[Fields, ...]:
    found = []
    for item in node.value:
        if isinstance(item, yaml.MappingNode):
            found.append(Fields(item, path, offset, problems))
        else:
            message = f"expected keys and values, found {KINDS_OF_NODE[type(item)]}{_hint(item)}"
            problems.append(Problem(path, item.start_mark.line + offset, message))
    return tuple(found)


def _hint(node: yaml.Node) -> str:
    return "" if isinstance(node, yaml.ScalarNode) else "; put quotes round text that contains braces or brackets"
