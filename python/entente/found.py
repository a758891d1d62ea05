# SPDX-License-Identifier: Apache-2.0
"""What the verbs find, as values. Each class mirrors a JSON form that docs/ describes, member by member; a member that a form may
leave out has a default, and one that a later library adds is passed over (it stands in `json`). A name that Python keeps for
itself ends in an underscore: from_."""
from __future__ import annotations

import functools
import json
import keyword
import typing
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Optional, TypeVar

from .call import Answer

T = TypeVar("T")


@functools.lru_cache(maxsize=None)
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _taken(kind: Any, value: Any) -> Any:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if value is None:
        return None
    if origin is typing.Union:
        return _taken(next(each for each in inner if each is not type(None)), value)
    if origin is list and isinstance(value, list):
        return [_taken(inner[0], each) for each in value]
    if origin is dict and isinstance(value, dict):
        return {key: _taken(inner[1], each) for key, each in value.items()}
    if is_dataclass(kind) and isinstance(value, dict):
        hints = _hints(kind)
        members = {key + "_" if keyword.iskeyword(key) else key: each for key, each in value.items()}
        return kind(**{key: _taken(hints[key], each) for key, each in members.items() if key in hints})
    return value


@dataclass(frozen=True)
class Found:
    """What every answer has beside its own members. `json` is the whole of it as it came."""

    answer: Answer = field(kw_only=True, repr=False)
    json: Any = field(kw_only=True, repr=False)

    is_yes = property(lambda self: self.answer.is_yes)
    is_whole = property(lambda self: self.answer.is_whole)
    summary = property(lambda self: self.answer.summary)


def found(kind: type[T], answer: Answer) -> T:
    """Reads an answer in JSON."""
    value = json.loads(answer.output)
    hints = _hints(kind)
    named = {("counts" if key == "summary" else key): each for key, each in value.items()}
    members = {key: _taken(hints[key], each) for key, each in named.items() if key in hints and key not in ("answer", "json")}
    return kind(answer=answer, json=value, **members)


# --- Text


@dataclass(frozen=True)
class Variant:
    """A wording and who holds it; of whole rows, cells or blocks also those."""

    text: str
    parties: list[str]
    base: bool = False
    objects: list[str] = field(default_factory=list)
    rows: Optional[list] = None
    cells: Optional[list] = None
    blocks: Optional[list] = None


@dataclass(frozen=True)
class Segment:
    """A stretch of a point: words that all hold, or a slot with its variants."""

    text: Optional[str] = None
    slot: Optional[int] = None
    variants: list[Variant] = field(default_factory=list)
    kind: Optional[str] = None
    whole: bool = False
    unit: Optional[str] = None
    column: Optional[int] = None
    touches_next: bool = False
    move: Optional[int] = None
    spacing: list[dict] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Point:
    label: str
    path: str
    kind: str
    open: bool = False
    segments: list[Segment] = field(default_factory=list)
    level: Optional[int] = None
    label_is_computed: bool = False
    labels: list[dict] = field(default_factory=list)
    cell: Optional[str] = None
    story: Optional[str] = None
    inserted: bool = False


@dataclass(frozen=True)
class Move:
    move: int
    party: str
    from_slot: int
    to_slot: int
    words: int


@dataclass(frozen=True)
class Look:
    """A change of look alone."""

    point: str
    of: str
    text: str
    change: str
    parties: list[str]


@dataclass(frozen=True)
class PartyCount:
    party: str
    proposals: int
    shared: int


@dataclass(frozen=True)
class Counts:
    points: int
    agreed_points: int
    open_points: int
    slots: int
    rival_slots: int
    agreed_slots: int
    numbering: int = 0
    moves: int = 0
    formatting: int = 0
    numbers: int = 0
    layout: int = 0
    parties: list[PartyCount] = field(default_factory=list)


@dataclass(frozen=True)
class Merged(Found):
    """entente-merge/1, docs/merge.md: one text in which every difference stands with who wants it. `counts` is the JSON's `summary`."""

    title: str = ""
    form: str = ""
    parties: list[str] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    formatting: list[Look] = field(default_factory=list)
    counts: Optional[Counts] = None
    comments: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    note_groups: list[dict] = field(default_factory=list)
    _again: Any = field(default=None, repr=False, compare=False)

    @property
    def slots(self) -> list[tuple[Point, Segment]]:
        """Each open place with the point that it stands in."""
        return [(point, each) for point in self.points for each in point.segments if each.slot is not None and not each.kind]

    def shown(self, format: str, form: str | None = None) -> Answer:
        """The same text as "docx", "html", "markdown", "text", "csv" or "xlsx", its wordings as "brackets", "proposals", "options",
        "redline", "columns" or "list"; without a form as is usual in the format."""
        return self._again(format, form)

    def write(self, path: Any, form: str | None = None) -> None:
        """Writes it to a .docx, .html, .md, .txt, .csv, .xlsx or .json file."""
        endings = {"md": "markdown", "txt": "text", "htm": "html"}
        ending = str(path).rsplit(".", 1)[-1].lower()
        (self.answer if ending == "json" else self.shown(endings.get(ending, ending), form)).write(path)


@dataclass(frozen=True)
class ReadPoint:
    label: str
    path: str
    kind: str
    text: str = ""
    level: Optional[int] = None
    label_is_computed: bool = False
    cell: Optional[str] = None
    story: Optional[str] = None
    objects: list[str] = field(default_factory=list)
    labels: list = field(default_factory=list)
    spacing: list = field(default_factory=list)
    unit: Optional[str] = None
    rows: Optional[list] = None
    cells: Optional[list] = None
    blocks: Optional[list] = None
    segments: list = field(default_factory=list)


@dataclass(frozen=True)
class Reading(Found):
    """entente-view/1: one reading of a merged text."""

    title: str = ""
    reading: str = ""
    party: Optional[str] = None
    points: list[ReadPoint] = field(default_factory=list)


@dataclass(frozen=True)
class Revision:
    kind: str
    point: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Diff(Found):
    """entente-diff/1: what changed from one version to the next. `is_yes`: nothing did."""

    old: str = ""
    new: str = ""
    likeness_per_mille: int = 0
    count: int = 0
    revisions: list[Revision] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    note_groups: list[dict] = field(default_factory=list)


@dataclass(frozen=True)
class Pair:
    """A point of the base and those of a party that answer it."""

    base: str
    party: str
    points: list[str]
    score: int
    certainty: str
    by: list[str]
    differs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Counterparts(Found):
    """entente-counterparts/1, docs/counterparts.md: rival texts, point beside point."""

    pairs: list[Pair] = field(default_factory=list)
    possible: list[Any] = field(default_factory=list)
    base_only: list[Any] = field(default_factory=list)
    only: dict[str, list[Any]] = field(default_factory=dict)
    texts: list[dict] = field(default_factory=list)


@dataclass(frozen=True)
class BracketSlot:
    number: int
    kind: str
    point: str
    line: int
    column: int
    end_line: int
    end_column: int
    depth: int
    parent: Optional[int]
    variants: list[dict]


@dataclass(frozen=True)
class Finding:
    """What is wrong or worth a look, where, in which words, and what would be right."""

    kind: str
    certainty: str
    quotation: str
    context: str
    message: str
    clause: Optional[str] = None
    right: Optional[str] = None
    other: Optional[str] = None
    other_clause: Optional[str] = None
    readings: list[str] = field(default_factory=list)
    causes: list[list[dict]] = field(default_factory=list)
    """Wordings of a merged text that together bring it about: `point`, `clause`, `held_by`, `wording`; the fewest first."""


@dataclass(frozen=True)
class Proofread(Found):
    """entente-proofread/1, docs/proofread.md: references, terms, figures, shares, numbering and blanks. `is_yes`: nothing of what was checked for."""

    title: str = ""
    readings: list[str] = field(default_factory=list)
    left_out: int = 0
    accepted: int = 0
    foreign: bool = False
    combinations: Optional[dict] = None
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Brackets(Found):
    """entente-brackets/1, docs/brackets.md: what stands in brackets. `is_yes`: all of them match."""

    file: str = ""
    open: int = 0
    close: int = 0
    depth: int = 0
    unmatched: list[dict] = field(default_factory=list)
    misnested: list[dict] = field(default_factory=list)
    braces: dict[str, int] = field(default_factory=dict)
    markup: int = 0
    escaped: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    parties: list[dict] = field(default_factory=list)
    points: list[dict] = field(default_factory=list)
    slots: list[BracketSlot] = field(default_factory=list)
    slips: list[dict] = field(default_factory=list)
    footnotes: list[dict] = field(default_factory=list)
    repaired: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Statement:
    """Who said what: `quotes` word for word, `text` as the report has it."""

    file: str
    line: int
    column: int
    from_: int
    to: int
    speaker: Optional[str]
    kind: str
    capacity: Optional[str]
    verb: Optional[str]
    date: Optional[str]
    date_text: Optional[str]
    place: Optional[str]
    addressee: Optional[str]
    channel: Optional[str]
    form: str
    text: str
    quotes: list[dict]
    about: list[Any]


@dataclass(frozen=True)
class Statements(Found):
    """docs/statements.md: a proposal for a person to confirm."""

    statements: list[Statement] = field(default_factory=list)
    persons: list[dict] = field(default_factory=list)
    bodies: list[Any] = field(default_factory=list)
    meetings: list[Any] = field(default_factory=list)
    documents: list[Any] = field(default_factory=list)
    unattributed: list[Any] = field(default_factory=list)
    reports: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


# --- Time


@dataclass(frozen=True)
class TimeLimit:
    """One time limit of a text, docs/limits.md."""

    file: str
    line: int
    column: int
    phrase: str
    relation: str
    min: Optional[int]
    max: Optional[int]
    unit: Optional[str]
    calendar: Optional[str]
    value: Optional[str]
    reference: Optional[str]
    step: Optional[str]
    event: Optional[str]
    step_name: Optional[str]
    step_title: Optional[str]
    by: Optional[str]
    side: Optional[str]
    reference_side: Optional[str]
    binding: str
    joins: Optional[int]
    clause: str
    numeric: bool
    open: bool
    strict: bool
    vague: Optional[str]
    note: Optional[str]
    group: Optional[int] = None
    whichever: Optional[str] = None
    assumed: Optional[str] = None


@dataclass(frozen=True)
class Limits(Found):
    """Every time limit in the texts, and the rules by which they count."""

    limits: list[TimeLimit] = field(default_factory=list)
    rules: list[dict] = field(default_factory=list)
    documents: list[dict] = field(default_factory=list)
    unread: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Link:
    """t(to) - t(from_) <= limit, in minutes, and the clause that says so."""

    from_: str
    to: str
    limit: int
    says: str
    kind: str
    clause: Optional[str] = None
    phrase: Optional[str] = None
    party: Optional[str] = None
    file: Optional[str] = None
    line: Optional[int] = None
    by: Optional[int] = None


@dataclass(frozen=True)
class Step:
    step: str
    title: Optional[str] = None
    earliest: Optional[str] = None
    latest: Optional[str] = None
    slack: Optional[int] = None
    critical: bool = False
    by: Optional[str] = None
    earliest_start: Optional[str] = None
    latest_start: Optional[str] = None
    rule: Optional[str] = None


@dataclass(frozen=True)
class PlanLimit:
    event: str
    reference: Optional[str]
    least: Optional[str]
    most: Optional[str]
    kind: str
    rule: Optional[str] = None
    confirmed: bool = False
    open: bool = False
    assumed: Optional[str] = None
    clause: Optional[str] = None
    phrase: Optional[str] = None
    party: Optional[str] = None
    file: Optional[str] = None
    line: Optional[int] = None


@dataclass(frozen=True)
class Timetable(Found):
    """docs/timetable.md: when the steps can and must be taken. When not `possible`, `circle` holds the fewest limits that contradict."""

    possible: bool = True
    unit: str = "minute"
    origin: str = ""
    events: list[str] = field(default_factory=list)
    earliest: list[Optional[int]] = field(default_factory=list)
    latest: list[Optional[int]] = field(default_factory=list)
    makespan: Optional[int] = None
    chain: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    limits: list[PlanLimit] = field(default_factory=list)
    circle: list[Link] = field(default_factory=list)
    sum: Optional[int] = None
    length: Optional[int] = None
    short_by: Optional[str] = None
    counted_at_times: bool = False
    relaxation: Optional[int] = None
    relaxed: list[Link] = field(default_factory=list)
    drop_clauses: Optional[int] = None
    circles: list[Any] = field(default_factory=list)
    circles_complete: Optional[bool] = None
    control: Optional[dict] = None
    next: list[Any] = field(default_factory=list)
    slip: Optional[Any] = None
    unread: list[dict] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Exclusion:
    """Variants that cannot stand together, and the contradiction."""

    variants: list[dict]
    circle: list[Link] = field(default_factory=list)
    sum: Optional[int] = None
    length: Optional[int] = None
    short_by: Optional[str] = None
    counted_at_times: bool = False
    relaxation: Optional[int] = None
    relaxed: list[Link] = field(default_factory=list)
    drop_clauses: Optional[int] = None


@dataclass(frozen=True)
class Rivals(Found):
    """docs/timetable.md, "Rival drafts": which choices of variants can be met, and which exclude each other."""

    possible: bool = True
    unit: str = "minute"
    slots: list[dict] = field(default_factory=list)
    choices: dict[str, Any] = field(default_factory=dict)
    excluded: list[Exclusion] = field(default_factory=list)
    drafts: dict[str, dict] = field(default_factory=dict)
    reconcile: list[dict] = field(default_factory=list)
    merge_slots: list[Any] = field(default_factory=list)
    wordings: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)


# --- Packages


@dataclass(frozen=True)
class FairPoint:
    """What a fair point is worth (a number, or a fraction or list of such as text), what it gives to each, a package behind it."""

    value: Any
    utilities: list[list[int]]
    example_package: Optional[list[int]] = None
    certificate: Optional[Any] = None


@dataclass(frozen=True)
class Bargain(Found):
    """docs/bargain.md: what everyone could accept, exactly. A count that was given up is {"at_least", "at_most"}. With uncertain
    worths `acceptable` and its like are dicts: surely, possibly, undecided, never."""

    packages: Any = 0
    logically_feasible: Any = None
    feasible: Any = 0
    acceptable: Any = 0
    acceptable_to_each: list[Any] = field(default_factory=list)
    front_size: Any = None
    front_sha256: Optional[str] = None
    front: list[list[int]] = field(default_factory=list)
    front_packages: list[list[int]] = field(default_factory=list)
    front_package_counts: list[Any] = field(default_factory=list)
    efficient_packages: Any = None
    ideal_feasible: list[int] = field(default_factory=list)
    nadir_front: list[int] = field(default_factory=list)
    min_uniform_concession: Optional[int] = None
    acceptable_front_size: Any = None
    acceptable_front_sha256: Optional[str] = None
    ideal_acceptable: list[int] = field(default_factory=list)
    nash: Optional[FairPoint] = None
    utilitarian: Optional[FairPoint] = None
    maxmin: Optional[FairPoint] = None
    egalitarian: Optional[FairPoint] = None
    ks: Optional[FairPoint] = None
    ks_minspread: Optional[FairPoint] = None
    unproved: Optional[Any] = None
    complete: Optional[bool] = None
    concessions: list[dict] = field(default_factory=list)
    draft: Optional[Any] = None
    blocks: Optional[dict] = None
    name: Optional[str] = None
    undominated: Optional[dict] = None
    questions_possible: Optional[int] = None
    questions_weighed: Optional[int] = None
    questions_best: Optional[int] = None
    questions: list[dict] = field(default_factory=list)
    listed_all: Optional[bool] = None
    listed: list[dict] = field(default_factory=list)
    not_defined: list[str] = field(default_factory=list)
    note: Optional[str] = None
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Prospects(Found):
    """Whether agreement is "nearer", "farther", as near as before or not known, for all and for each."""

    verdict: str = ""
    verdict_for_each: dict[str, str] = field(default_factory=dict)
    old: dict[str, Any] = field(default_factory=dict)
    new: dict[str, Any] = field(default_factory=dict)
    kept: Any = None
    gained: Any = None
    lost: Any = None
    changes: list[dict] = field(default_factory=list)


@dataclass(frozen=True)
class Issue:
    """One issue of a scenario: its options, the slots and points that it stands for and their wordings."""

    name: str
    options: list[str]
    slots: list[int] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    wordings: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class Scenario(Found):
    """entente-bargain/1, to be filled in and weighed: change `json` and give it to bargain()."""

    name: Optional[str] = None
    note: Optional[str] = None
    issues: list[Issue] = field(default_factory=list)
    parties: list[dict] = field(default_factory=list)
    forbidden: list[Any] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    implies: list[Any] = field(default_factory=list)
    linked: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Spatial(Found):
    """entente-spatial/1, docs/spatial.md."""

    actor_count: int = 0
    dimensions: list[dict] = field(default_factory=list)


@dataclass(frozen=True)
class Interview(Found):
    """entente-interview/1, docs/bargain.md."""

    party: str = ""
    wanted: str = ""
    answers: int = 0
    done: bool = False
    packages: int = 0
    comparisons_wanted: int = 0
    open_at_least: int = 0
    question: dict[str, Any] = field(default_factory=dict)
    contradiction: list[dict] = field(default_factory=list)
    scores: dict[str, dict[str, int]] = field(default_factory=dict)
    reservation: int | None = None


# --- The case


@dataclass(frozen=True)
class CaseState(Found):
    """What the viewer may see of a case, docs/case.md: kind by kind."""

    case: dict[str, Any] = field(default_factory=dict)
    parties: list[dict] = field(default_factory=list)
    keys: list[dict] = field(default_factory=list)
    delegates: list[dict] = field(default_factory=list)
    groups: list[dict] = field(default_factory=list)
    documents: list[dict] = field(default_factory=list)
    drafts: list[dict] = field(default_factory=list)
    slots: list[dict] = field(default_factory=list)
    stances: list[dict] = field(default_factory=list)
    meetings: list[dict] = field(default_factory=list)
    statements: list[dict] = field(default_factory=list)
    steps: list[dict] = field(default_factory=list)
    limits: list[dict] = field(default_factory=list)
    guarantees: list[dict] = field(default_factory=list)
    packages: list[dict] = field(default_factory=list)
    worths: list[dict] = field(default_factory=list)
    acceptances: list[dict] = field(default_factory=list)
    comments: list[dict] = field(default_factory=list)
    matches: list[dict] = field(default_factory=list)
    findings: list[dict] = field(default_factory=list)
    notes: list[dict] = field(default_factory=list)
    sealed: list[dict] = field(default_factory=list)


@dataclass(frozen=True)
class Entry:
    audience: str
    at: int
    time: str
    act: Optional[str] = None
    changes: list[dict] = field(default_factory=list)


@dataclass(frozen=True)
class Log(Found):
    """The entries of the record that the viewer may read, and the heads of their logs."""

    case: str = ""
    logs: list[dict] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Verified(Found):
    """Whether the record is as it was written; `findings` says what is not."""

    case: str = ""
    ok: bool = False
    logs: list[dict] = field(default_factory=list)
    signatures: list[dict] = field(default_factory=list)
    findings: list[Any] = field(default_factory=list)
