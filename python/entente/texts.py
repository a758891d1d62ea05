# SPDX-License-Identifier: Apache-2.0
"""What does the text say now, who wants which words, what is open?"""
from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from . import door
from .call import Answer, BadInput, Bounds, File, Source, array, as_file, ask, chosen, files_of, library, made, one, opened, texts
from .found import Brackets, Counterparts, Diff, Merged, Proofread, Reading, Scenario, Statements, found

Drafts = Mapping[str, Source] | Sequence[Source]


def propose_names(base: Source, drafts: Iterable[Source]) -> list[str]:
    """Names for parties from the names of their files: what all have in common, and words such as "final", are left out."""
    names = [opened(each).name if isinstance(each, File) else str(each) for each in drafts]
    room = ((ctypes.c_char * door.ENTENTE_NAME_BYTES) * max(len(names), 1))()
    library.entente_propose_names((base.name if isinstance(base, File) else str(base)).encode(), texts(names), len(names), room)
    return [each.value.decode() for each in room[: len(names)]]


def _as_drafts(drafts: Drafts) -> list[tuple[str | None, File]]:
    if isinstance(drafts, Mapping):
        return [(party, opened(source)) for party, source in drafts.items()]
    return [(None, opened(source)) for source in files_of(drafts)]


def _array_of(drafts: list[tuple[str | None, File]]) -> Any:
    return array(door.Draft, [door.Draft(party.encode() if party else None, as_file(file)) for party, file in drafts])


def _authors_of(authors: Mapping[str, str | Iterable[str]]) -> Any:
    joined = {party: names if isinstance(names, str) else ",".join(names) for party, names in authors.items()}
    return array(door.Author, [door.Author(party.encode(), names.encode()) for party, names in joined.items()])


def merge_options(format: str | None, form: str | None, **more: Any) -> Any:
    """The options of a merge in a format ("docx", "html", …; None: JSON)."""
    if format is None:
        return made(door.MergeOptions, form=door.ENTENTE_JSON, **more)
    formats = ("markdown", "text", "terminal", "html", "docx", "csv", "xlsx")
    if format not in formats:
        raise BadInput(f'there is no format "{format}" here; there are {", ".join(formats)}')
    usual = {"docx": "redline", "html": "redline", "csv": "list", "xlsx": "list"}.get(format, "brackets")
    return made(door.MergeOptions, form=chosen("ENTENTE_", form or usual), format=chosen("ENTENTE_", format), **more)


def merge(base: Source, drafts: Drafts, *, authors: Mapping[str, str | Iterable[str]] | None = None, fragments: Iterable[str] = (),
          any_base: bool = False, hide_names: bool = False, real_moves: bool = False, date: str | None = None, struck: str = "as markup",
          each_note: bool = False, bounds: Bounds | None = None) -> Merged:
    """Joins the drafts of all parties with their base.

    drafts      {"Velmark": "velmark.docx", …}; or a list of files that hold the tracked changes of several people
    authors     which authors of tracked changes speak for a party: {"Velmark": ["Morren", "Ozar"]}
    fragments   parties whose drafts are pasted clauses
    struck      how words that a hand struck through are read: "as markup", "deleted", "words"

    Result: the text with its slots, and write() for files. `is_yes`: nothing is open."""
    base, held, fragments = opened(base), _as_drafts(drafts), list(fragments)

    def again(format: str | None, form: str | None) -> Answer:
        parties = _array_of(held)
        options = merge_options(format, form, authors=_authors_of(authors or {}), author_count=len(authors or {}), any_base=any_base,
                                fragments=texts(fragments), fragment_count=len(fragments), hide_names=hide_names, real_moves=real_moves,
                                date=date, struck=chosen("ENTENTE_STRUCK_", struck), notes=int(each_note))
        return ask("entente_merge", options, as_file(base), parties, len(held), bounds=bounds)

    return replace(found(Merged, again(None, None)), _again=again)


def _merged(text: Merged | Source) -> File:
    return File("merged.json", text.answer.output) if isinstance(text, Merged) else opened(text)


def view(merged: Merged | Source, party: str | None = None, *, agreed: bool = False, bounds: Bounds | None = None) -> Reading:
    """Reads one reading back: a party's, what all agree on, or, without either, the base's."""
    return found(Reading, view_as(merged, "json", party, agreed=agreed, bounds=bounds))


def view_as(merged: Merged | Source, form: str, party: str | None = None, *, agreed: bool = False, base_file: Source | None = None,
            scenario: Scenario | Source | None = None, package: str | None = None, bounds: Bounds | None = None) -> Answer:
    """The same as "text", "markdown", "html", "json" or "docx". With a scenario and a package ("0,2,1") it reads the wordings that
    the package takes."""
    number = chosen("ENTENTE_VIEW_", form)
    if package is not None:
        weighed = File("scenario.json", scenario.answer.output) if isinstance(scenario, Scenario) else scenario
        options = made(door.PackageOptions, scenario=one(weighed), package=package, form=number, base_file=one(base_file))
        return ask("entente_view_package", options, as_file(_merged(merged)), bounds=bounds)
    kind = door.ENTENTE_VIEW_AGREED if agreed else door.ENTENTE_VIEW_PARTY if party else door.ENTENTE_VIEW_BASE
    options = made(door.ViewOptions, kind=kind, party=party, form=number, base_file=one(base_file))
    return ask("entente_view", options, as_file(_merged(merged)), bounds=bounds)


def next_base(merged: Merged | Source, *, format: str = "markdown", open_places: str = "base", form: str = "brackets", base: Source | None = None,
              choices: Iterable[str] = (), scenario: Scenario | Source | None = None, package: str | None = None, hide_names: bool = False,
              date: str | None = None, bounds: Bounds | None = None) -> Answer:
    """Makes the next base of what all hold and what is chosen ("3=Velmark", "5=2", "8=base"). Open places stand as the "base" has
    them, in "brackets" or as "tracked" changes. `is_yes`: nothing is open any more."""
    choices = list(choices)
    weighed = File("scenario.json", scenario.answer.output) if isinstance(scenario, Scenario) else scenario
    options = made(door.NextOptions, format=chosen("ENTENTE_", format), open=chosen("ENTENTE_OPEN_", open_places),
                   form=chosen("ENTENTE_", form), base=one(base), choices=texts(choices), choice_count=len(choices),
                   scenario=one(weighed), package=package, hide_names=hide_names, date=date)
    return ask("entente_next", options, as_file(_merged(merged)), bounds=bounds)


def issues(merged: Merged | Source, *, skip_timetable: bool = False, bounds: Bounds | None = None) -> Scenario:
    """Makes the open slots of a merged text the issues of a scenario, for scores to be filled in."""
    return found(Scenario, issues_as(merged, "json", skip_timetable=skip_timetable, bounds=bounds))


def issues_as(merged: Merged | Source, form: str, *, skip_timetable: bool = False, bounds: Bounds | None = None) -> Answer:
    """The same as "text", "markdown", "html", "docx", or as a table of scores: "csv", "xlsx"."""
    options = made(door.IssuesOptions, skip_timetable=skip_timetable, form=chosen("ENTENTE_ISSUES_", form))
    return ask("entente_issues", options, as_file(_merged(merged)), bounds=bounds)


def diff(before: Source, after: Source, *, any_base: bool = False, is_fragment: bool = False, struck: str = "as markup",
         bounds: Bounds | None = None) -> Diff:
    """Compares two versions of a text. `is_yes`: they do not differ."""
    return found(Diff, diff_as(before, after, "json", any_base=any_base, is_fragment=is_fragment, struck=struck, bounds=bounds))


def diff_as(before: Source, after: Source, form: str, *, author: str | None = None, date: str | None = None, any_base: bool = False,
            is_fragment: bool = False, struck: str = "as markup", bounds: Bounds | None = None) -> Answer:
    """The same as "text", "json", "html" or "docx" (tracked changes by `author`)."""
    if form not in ("text", "json", "html", "docx", "terminal"):
        raise BadInput(f'there is no form "{form}" here')
    options = made(door.DiffOptions, author=author, date=date, any_base=any_base, is_fragment=is_fragment,
                   struck=chosen("ENTENTE_STRUCK_", struck), **({} if form == "text" else {form: True}))
    return ask("entente_diff", options, as_file(before), as_file(after), bounds=bounds)


def counterparts(base: Source, drafts: Mapping[str, Source], *, matches: Source | None = None, rounds: bool = False,
                 bounds: Bounds | None = None) -> Counterparts:
    """Matches the points of rival texts with those of a base by what they are about. `is_yes`: no point stands on one side only."""
    return found(Counterparts, counterparts_as(base, drafts, "json", matches=matches, rounds=rounds, bounds=bounds))


def counterparts_as(base: Source, drafts: Mapping[str, Source], form: str, *, matches: Source | None = None, rounds: bool = False,
                    bounds: Bounds | None = None) -> Answer:
    """The same as "text", "markdown", "html", "docx"; "merged" for view() and issues(); "matches" for a person to correct."""
    held = _as_drafts(drafts)
    options = made(door.CounterpartsOptions, form=chosen("ENTENTE_COUNTERPARTS_", form), matches=one(matches), rounds=rounds)
    return ask("entente_counterparts", options, as_file(base), _array_of(held), len(held), bounds=bounds)


def proofread(text: Merged | Source, *, least: str = "none", check: str = "none", bounds: Bounds | None = None) -> Proofread:
    """Looks before signature for wrong references, terms, figures, shares, numbering and blanks; in a merged text in every reading.

    least       how sure a finding must be to be told: "look", "likely", "sure"
    check       `is_yes` is false when there is a finding as sure as that; "none": it is true whatever is found
    """
    return found(Proofread, proofread_as(text, "json", least=least, check=check, bounds=bounds))


def proofread_as(text: Merged | Source, form: str, *, least: str = "none", check: str = "none", bounds: Bounds | None = None) -> Answer:
    """The same as "text", "markdown", "html", "docx"."""
    options = made(door.ProofreadOptions, form=chosen("ENTENTE_PROOFREAD_", form), least=chosen("ENTENTE_CERTAINTY_", least),
                   no=chosen("ENTENTE_CERTAINTY_", check))
    return ask("entente_proofread", options, as_file(_merged(text)), bounds=bounds)


def brackets(text: Source, *, parties: str | None = None, bounds: Bounds | None = None) -> Brackets:
    """Reads a text that others have bracketed. `is_yes`: all brackets match."""
    options = made(door.BracketsOptions, form=door.ENTENTE_BRACKETS_JSON, parties=parties)
    return found(Brackets, ask("entente_brackets", options, as_file(text), bounds=bounds))


def text(file: Source, *, tracked: str = "accept", authors: str | None = None, labels: bool = False, body_only: bool = False,
         bounds: Bounds | None = None) -> str:
    """What a document says, a line a paragraph. Tracked changes are read as "accept", "reject", or those of "authors" alone."""
    options = made(door.TextOptions, tracked=chosen("ENTENTE_TRACKED_", tracked), authors=authors, labels=labels, body_only=body_only)
    return ask("entente_text", options, as_file(file), bounds=bounds).text


def statements(reports: Source | Iterable[Source], *, date: str | None = None, bounds: Bounds | None = None) -> Statements:
    """Finds who said what in news reports."""
    files = files_of(reports)
    options = made(door.StatementsOptions, json=True, date=date)
    return found(Statements, ask("entente_statements", options, array(door.File, [as_file(each) for each in files]), len(files), bounds=bounds))
