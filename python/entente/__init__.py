# SPDX-License-Identifier: Apache-2.0
"""Negotiating a text with several parties at once: merge, timetable, bargain and case, from Python.

    import entente
    merged = entente.merge("plan.docx", {"Velmark": "velmark.docx", "Tarsen": "tarsen.docx"})
    for point, slot in merged.slots:
        print(point.path, [(each.parties, each.text) for each in slot.variants])
    merged.write("consolidated.docx")

Files are paths, or File(name, bytes) from memory. What the library refuses is raised as BadInput or OverLimit, with `where` and `what`."""
from .call import Answer, BadInput, Bounds, EntenteError, File, OverLimit, version
from .cases import Case, case, new_case, verify
from .found import Bargain, Brackets, CaseState, Counterparts, Diff, Interview, Limits, Log, Merged, Proofread, Prospects, Reading, Rivals, Scenario, Spatial, Statements, Timetable, Verified
from .packages import bargain, bargain_as, interview, interview_scenario, prospects, spatial
from .texts import brackets, counterparts, counterparts_as, diff, diff_as, issues, issues_as, merge, next_base, proofread, proofread_as, propose_names, statements, text, view, view_as
from .times import limits, rivals, timetable, timetable_as

__all__ = [name for name in dir() if not name.startswith("_") and name not in ("call", "cases", "door", "found", "packages", "texts", "times")]
__version__ = version()
