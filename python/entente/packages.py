# SPDX-License-Identifier: Apache-2.0
"""Which combination of the open wordings could everyone accept?"""
from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from . import door
from .call import Answer, Bounds, File, Source, array, as_file, ask, chosen, files_of, made, texts
from .found import Bargain, Interview, Prospects, Scenario, Spatial, found

Weighed = Source | Scenario | dict


def _scenario(given: Weighed) -> File | Source:
    if isinstance(given, Scenario):
        given = given.json
    return File("scenario.json", json.dumps(given, ensure_ascii=False).encode()) if isinstance(given, dict) else given


def _options(form: str, point: str | None, draft: str | None, changes: Iterable[str], profiles: Iterable[Source],
             old_profiles: Iterable[Source], party: str | None, explain: bool) -> Any:
    changes, profiles, old_profiles = list(changes), files_of(profiles), files_of(old_profiles)
    return made(door.BargainOptions, form=chosen("ENTENTE_BARGAIN_", form), point=point, draft=draft, changes=texts(changes),
                change_count=len(changes), profiles=array(door.File, [as_file(each) for each in profiles]), profile_count=len(profiles),
                old_profiles=array(door.File, [as_file(each) for each in old_profiles]), old_profile_count=len(old_profiles), party=party,
                explain=explain)


def bargain(scenario: Weighed, *, point: str | None = None, draft: str | None = None, changes: Iterable[str] = (),
            profiles: Iterable[Source] = (), party: str | None = None, explain: bool = False, bounds: Bounds | None = None) -> Bargain:
    """Says what everyone could accept, exactly. The scenario is a file, a dict in the form "entente-bargain/1", or what issues() gave.

    point     only this fair point: "nash", "utilitarian", "maxmin", "egalitarian", "ks"
    draft     the package on the table: "0,2,1" or "Seat=Aland, Term=two years"
    changes   what-if changes in turn: "PARTY.reserve=-5", "PARTY.ISSUE.OPTION=7", "ISSUE=OPTION"
    party     answers as this party sees it
    `is_yes`: some package is acceptable to all."""
    options = _options("json", point, draft, changes, profiles, (), party, explain)
    return found(Bargain, ask("entente_bargain", options, as_file(_scenario(scenario)), bounds=bounds))


def bargain_as(scenario: Weighed, form: str, *, point: str | None = None, draft: str | None = None, changes: Iterable[str] = (),
               profiles: Iterable[Source] = (), party: str | None = None, explain: bool = False, bounds: Bounds | None = None) -> Answer:
    """The same as "text", "html", "svg" or "csv"."""
    options = _options(form, point, draft, changes, profiles, (), party, explain)
    return ask("entente_bargain", options, as_file(_scenario(scenario)), bounds=bounds)


def prospects(old: Weighed, new: Weighed, *, changes: Iterable[str] = (), profiles: Iterable[Source] = (),
              old_profiles: Iterable[Source] = (), bounds: Bounds | None = None) -> Prospects:
    """Says whether agreement is nearer in `new` than in `old`. `is_yes`: it is not farther for all."""
    options = _options("json", None, None, changes, profiles, old_profiles, None, False)
    return found(Prospects, ask("entente_bargain_compare", options, as_file(_scenario(old)), as_file(_scenario(new)), bounds=bounds))


def spatial(actors: Source, *, challenge: bool = False, bounds: Bounds | None = None) -> Spatial:
    """Says which position a weighted majority would keep, from a CSV table of actors."""
    options = made(door.SpatialOptions, form=door.ENTENTE_SPATIAL_JSON, challenge=challenge)
    return found(Spatial, ask("entente_spatial", options, as_file(actors), bounds=bounds))


def _interview(scenario: Weighed, form: str, party: str, answers: Iterable[str], wanted: str | None, package: str | None, reserve: bool,
               bounds: Bounds | None) -> Answer:
    lines = array(door.File, [File("answers", "\n".join(answers).encode())])
    options = made(door.InterviewOptions, form=chosen("ENTENTE_INTERVIEW_", form), party=party, wanted=wanted, package=package, reserve=reserve,
                   answers=lines)
    return ask("entente_interview", options, as_file(_scenario(scenario)), bounds=bounds)


def interview(scenario: Weighed, party: str, answers: Iterable[str] = (), *, wanted: str | None = None, package: str | None = None,
              reserve: bool = False, bounds: Bounds | None = None) -> Interview:
    """Says what follows from a party's answers, and what to ask it next: `question`, with the lines of which one is to be added to the answers.

    wanted    what is to be sure: "ranking" (the default), "trades", "front"; or `package`, the rank of one
    reserve   and which packages it accepts
    `is_yes`: all of that is sure."""
    return found(Interview, _interview(scenario, "json", party, answers, wanted, package, reserve, bounds))


def interview_scenario(scenario: Weighed, party: str, answers: Iterable[str], *, wanted: str | None = None, package: str | None = None,
                       reserve: bool = False, bounds: Bounds | None = None) -> Scenario:
    """The scenario with what the party answered put in."""
    return found(Scenario, _interview(scenario, "scenario", party, answers, wanted, package, reserve, bounds))
