# SPDX-License-Identifier: Apache-2.0
"""Can it be carried out in time, and in what order?"""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import door
from .call import Answer, BadInput, Bounds, Source, array, as_file, ask, chosen, files_of, made, one, opened
from .found import Limits, Rivals, Timetable, found


def limits(texts: Source | Iterable[Source], *, date: str | None = None, bounds: Bounds | None = None) -> Limits:
    """Finds every time limit in agreements. `date` is the text's own; without it, it is looked for in the text."""
    files = files_of(texts)
    options = made(door.LimitsOptions, json=True, date=date)
    return found(Limits, ask("entente_limits", options, array(door.File, [as_file(each) for each in files]), len(files), bounds=bounds))


def _options(form: str, text: Source | None, steps: Source | None, more: dict[str, Any]) -> Any:
    if text is None and steps is None:
        raise BadInput("a timetable wants a text or a file of steps")
    more["holidays"] = one(more.get("holidays"))
    return made(door.TimetableOptions, text=one(text), steps=one(steps), form=chosen("ENTENTE_TIMETABLE_", form), **more)


def timetable(text: Source | None = None, *, steps: Source | None = None, holidays: Source | None = None, place: str | None = None,
              rules: str | None = None, signed_on: str | None = None, start: str | None = None, slip: str | None = None, circles: int = 0,
              bounds: Bounds | None = None) -> Timetable:
    """Says whether the steps and limits of an agreement (`text`), or those that a person confirmed (`steps`, YAML), fit together,
    and if not, why. `start` lists the steps still to come from that date on, `slip` ("STEP=10d") what moves. `is_yes`: they fit."""
    options = _options("json", text, steps, {"holidays": holidays, "place": place, "rules": rules, "signed_on": signed_on,
                                             "from": start, "slip": slip, "circles": circles})
    return found(Timetable, ask("entente_timetable", options, bounds=bounds))


def timetable_as(form: str, text: Source | None = None, *, steps: Source | None = None, holidays: Source | None = None,
                 place: str | None = None, rules: str | None = None, signed_on: str | None = None, start: str | None = None,
                 slip: str | None = None, bounds: Bounds | None = None) -> Answer:
    """The same as "table", "csv", "svg", "html" or "ics"."""
    options = _options(form, text, steps, {"holidays": holidays, "place": place, "rules": rules, "signed_on": signed_on, "from": start, "slip": slip})
    return ask("entente_timetable", options, bounds=bounds)


def rivals(drafts: Mapping[str, Source], *, text: Source | None = None, steps: Source | None = None, holidays: Source | None = None,
           place: str | None = None, rules: str | None = None, signed_on: str | None = None, bounds: Bounds | None = None) -> Rivals:
    """Lays rival drafts over a text or steps: which choices of their variants can be met, which exclude each other and why."""
    held = [(party, opened(source)) for party, source in drafts.items()]
    options = _options("json", text, steps, {"holidays": holidays, "place": place, "rules": rules, "signed_on": signed_on})
    parties = array(door.Rival, [door.Rival(party.encode(), as_file(file)) for party, file in held])
    return found(Rivals, ask("entente_timetable_rivals", options, parties, len(held), bounds=bounds))
