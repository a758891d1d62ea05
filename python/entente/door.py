# SPDX-License-Identifier: Apache-2.0
"""The public headers for ctypes. Written by tools/mirror-headers.py; not for hands."""
from ctypes import CFUNCTYPE, POINTER, Structure, c_bool, c_char, c_char_p, c_int, c_size_t, c_uint32, c_uint64, c_void_p

ENTENTE_SEED_BYTES = 32
ENTENTE_NAME_BYTES = 64

ENTENTE_OK = 0
ENTENTE_BAD_INPUT = 2
ENTENTE_LIMIT = 3

ENTENTE_TRACKED_ACCEPT = 0
ENTENTE_TRACKED_REJECT = 1
ENTENTE_TRACKED_AUTHORS = 2

ENTENTE_BRACKETS = 0
ENTENTE_PROPOSALS = 1
ENTENTE_OPTIONS = 2
ENTENTE_REDLINE = 3
ENTENTE_COLUMNS = 4
ENTENTE_JSON = 5
ENTENTE_LIST = 6
ENTENTE_COMMENTS = 7

ENTENTE_MARKDOWN = 0
ENTENTE_TEXT = 1
ENTENTE_TERMINAL = 2
ENTENTE_HTML = 3
ENTENTE_DOCX = 4
ENTENTE_CSV = 5
ENTENTE_XLSX = 6

ENTENTE_STRUCK_AS_MARKUP = 0
ENTENTE_STRUCK_DELETED = 1
ENTENTE_STRUCK_WORDS = 2

ENTENTE_NOTES_GROUPED = 0
ENTENTE_NOTES_EACH = 1

ENTENTE_VIEW_BASE = 0
ENTENTE_VIEW_PARTY = 1
ENTENTE_VIEW_AGREED = 2

ENTENTE_VIEW_AS_KEPT = 0
ENTENTE_VIEW_TEXT = 1
ENTENTE_VIEW_MARKDOWN = 2
ENTENTE_VIEW_HTML = 3
ENTENTE_VIEW_JSON = 4
ENTENTE_VIEW_DOCX = 5

ENTENTE_OPEN_BASE = 0
ENTENTE_OPEN_BRACKETS = 1
ENTENTE_OPEN_TRACKED = 2

ENTENTE_ISSUES_JSON = 0
ENTENTE_ISSUES_TEXT = 1
ENTENTE_ISSUES_MARKDOWN = 2
ENTENTE_ISSUES_HTML = 3
ENTENTE_ISSUES_DOCX = 4
ENTENTE_ISSUES_CSV = 5
ENTENTE_ISSUES_XLSX = 6

ENTENTE_PROOFREAD_TEXT = 0
ENTENTE_PROOFREAD_MARKDOWN = 1
ENTENTE_PROOFREAD_HTML = 2
ENTENTE_PROOFREAD_DOCX = 3
ENTENTE_PROOFREAD_JSON = 4
ENTENTE_PROOFREAD_COMMENTS = 5

ENTENTE_CERTAINTY_NONE = 0
ENTENTE_CERTAINTY_LOOK = 1
ENTENTE_CERTAINTY_LIKELY = 2
ENTENTE_CERTAINTY_SURE = 3

ENTENTE_BRACKETS_REPORT = 0
ENTENTE_BRACKETS_JSON = 1
ENTENTE_BRACKETS_RENDERED = 2

ENTENTE_COUNTERPARTS_TEXT = 0
ENTENTE_COUNTERPARTS_JSON = 1
ENTENTE_COUNTERPARTS_MARKDOWN = 2
ENTENTE_COUNTERPARTS_HTML = 3
ENTENTE_COUNTERPARTS_DOCX = 4
ENTENTE_COUNTERPARTS_MERGED = 5
ENTENTE_COUNTERPARTS_BRACKETS = 6
ENTENTE_COUNTERPARTS_MATCHES = 7

ENTENTE_BARGAIN_TEXT = 0
ENTENTE_BARGAIN_JSON = 1
ENTENTE_BARGAIN_HTML = 2
ENTENTE_BARGAIN_SVG = 3
ENTENTE_BARGAIN_CSV = 4
ENTENTE_BARGAIN_XLSX = 5

ENTENTE_INTERVIEW_TEXT = 0
ENTENTE_INTERVIEW_JSON = 1
ENTENTE_INTERVIEW_SCENARIO = 2
ENTENTE_INTERVIEW_PROMPT = 3

ENTENTE_BY_RULE = 0
ENTENTE_YES = 1
ENTENTE_NO = 2

ENTENTE_TIMETABLE_TABLE = 0
ENTENTE_TIMETABLE_JSON = 1
ENTENTE_TIMETABLE_CSV = 2
ENTENTE_TIMETABLE_SVG = 3
ENTENTE_TIMETABLE_HTML = 4
ENTENTE_TIMETABLE_ICS = 5

ENTENTE_SPATIAL_TEXT = 0
ENTENTE_SPATIAL_JSON = 1
ENTENTE_SPATIAL_HTML = 2

ENTENTE_WAYS_OF_COMMANDS = 0
ENTENTE_WAYS_OF_PAGES = 1

ENTENTE_CASE_TEXT = 0
ENTENTE_CASE_JSON = 1

ENTENTE_SHOW_TEXT = 0
ENTENTE_SHOW_JSON = 1
ENTENTE_SHOW_MARKDOWN = 2
ENTENTE_SHOW_HTML = 3
ENTENTE_SHOW_DOCX = 4
ENTENTE_SHOW_FILE = 5
ENTENTE_SHOW_CSV = 6
ENTENTE_SHOW_XLSX = 7

ENTENTE_LOG_WHOLE = 0
ENTENTE_LOG_BRIEF = 1
ENTENTE_LOG_SIZES = 2

ENTENTE_BRIEF_TEXT = 0
ENTENTE_BRIEF_MARKDOWN = 1
ENTENTE_BRIEF_HTML = 2
ENTENTE_BRIEF_DOCX = 3
ENTENTE_BRIEF_JSON = 4

ENTENTE_PAGE_STANDING = 0
ENTENTE_PAGE_TEXT = 1
ENTENTE_PAGE_COLUMNS = 2
ENTENTE_PAGE_SLOT = 3
ENTENTE_PAGE_DRAFTS = 4
ENTENTE_PAGE_TIME = 5
ENTENTE_PAGE_PACKAGES = 6
ENTENTE_PAGE_RECORD = 7
ENTENTE_PAGE_PEOPLE = 8
ENTENTE_PAGE_MEETINGS = 9
ENTENTE_PAGE_STATEMENTS = 10
ENTENTE_PAGE_BESIDE = 11
ENTENTE_PAGE_CALENDAR = 12
ENTENTE_PAGE_FINDINGS = 13

ENTENTE_ROLE_READER = 0
ENTENTE_ROLE_PARTY = 1
ENTENTE_ROLE_SECRETARIAT = 2

ENTENTE_MESSAGE_DONE = 0
ENTENTE_MESSAGE_TOLD = 1
ENTENTE_MESSAGE_REFUSED = 2

ENTENTE_ASK_NOTHING = 0
ENTENTE_ASK_PASSPHRASE = 1
ENTENTE_ASK_NEW_PASSPHRASE = 2


class File(Structure):
    _fields_ = [
        ("name", c_char_p),
        ("bytes", c_void_p),
        ("length", c_size_t),
    ]


class Error(Structure):
    _fields_ = [
        ("code", c_int),
        ("message", c_char * 1024),
    ]


class Bounds(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("stop", POINTER(c_int)),
        ("steps", c_uint64),
        ("memory_bytes", c_size_t),
        ("progress", CFUNCTYPE(None, c_void_p, c_uint64, c_uint64)),
        ("listener", c_void_p),
    ]


class TextOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("tracked", c_int),
        ("authors", c_char_p),
        ("labels", c_bool),
        ("body_only", c_bool),
    ]


class Draft(Structure):
    _fields_ = [
        ("party", c_char_p),
        ("file", File),
    ]


class Author(Structure):
    _fields_ = [
        ("party", c_char_p),
        ("names", c_char_p),
    ]


class MergeOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("format", c_int),
        ("hide_names", c_bool),
        ("any_base", c_bool),
        ("real_moves", c_bool),
        ("date", c_char_p),
        ("authors", POINTER(Author)),
        ("author_count", c_size_t),
        ("fragments", POINTER(c_char_p)),
        ("fragment_count", c_size_t),
        ("struck", c_int),
        ("notes", c_int),
    ]


class ViewOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("kind", c_int),
        ("party", c_char_p),
        ("form", c_int),
        ("base_file", POINTER(File)),
    ]


class PackageOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("scenario", POINTER(File)),
        ("package", c_char_p),
        ("form", c_int),
        ("base_file", POINTER(File)),
    ]


class NextOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("format", c_int),
        ("open", c_int),
        ("form", c_int),
        ("hide_names", c_bool),
        ("date", c_char_p),
        ("base", POINTER(File)),
        ("choices", POINTER(c_char_p)),
        ("choice_count", c_size_t),
        ("scenario", POINTER(File)),
        ("package", c_char_p),
    ]


class IssuesOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("skip_timetable", c_bool),
        ("form", c_int),
    ]


class DiffOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("json", c_bool),
        ("docx", c_bool),
        ("html", c_bool),
        ("terminal", c_bool),
        ("author", c_char_p),
        ("date", c_char_p),
        ("any_base", c_bool),
        ("is_fragment", c_bool),
        ("struck", c_int),
        ("notes", c_int),
    ]


class LimitsOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("json", c_bool),
        ("date", c_char_p),
    ]


class StatementsOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("json", c_bool),
        ("date", c_char_p),
        ("proposal", c_bool),
    ]


class ProofreadOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("least", c_int),
        ("no", c_int),
    ]


class BracketsOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("rendering", c_int),
        ("format", c_int),
        ("hide_names", c_bool),
        ("parties", c_char_p),
    ]


class CounterpartsOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("matches", POINTER(File)),
        ("rounds", c_bool),
    ]


class BargainOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("point", c_char_p),
        ("changes", POINTER(c_char_p)),
        ("change_count", c_size_t),
        ("draft", c_char_p),
        ("profiles", POINTER(File)),
        ("profile_count", c_size_t),
        ("old_profiles", POINTER(File)),
        ("old_profile_count", c_size_t),
        ("party", c_char_p),
        ("explain", c_bool),
        ("counts", c_bool),
    ]


class InterviewOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("party", c_char_p),
        ("wanted", c_char_p),
        ("package", c_char_p),
        ("reserve", c_bool),
        ("answers", POINTER(File)),
    ]


class NetworkOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("json", c_bool),
        ("circles", c_uint32),
    ]


class DateOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("date", c_char_p),
        ("period", c_char_p),
        ("rules", c_char_p),
        ("holidays", POINTER(File)),
        ("place", c_char_p),
        ("event_day", c_int),
        ("roll", c_int),
        ("json", c_bool),
    ]


class TimetableOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("text", POINTER(File)),
        ("steps", POINTER(File)),
        ("holidays", POINTER(File)),
        ("place", c_char_p),
        ("rules", c_char_p),
        ("signed_on", c_char_p),
        ("from", c_char_p),
        ("slip", c_char_p),
        ("circles", c_uint32),
        ("form", c_int),
    ]


class Rival(Structure):
    _fields_ = [
        ("party", c_char_p),
        ("file", File),
    ]


class SpatialOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("challenge", c_bool),
    ]


class CaseShelfOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("self", c_void_p),
        ("lock", CFUNCTYPE(None, c_void_p)),
        ("unlock", CFUNCTYPE(None, c_void_p)),
    ]


class CaseView(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("viewer", c_char_p),
        ("passphrase", c_char_p),
        ("as_of", c_char_p),
        ("shelf", c_void_p),
        ("is_copy", c_bool),
    ]


class Act(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("now", c_char_p),
        ("seed", c_char_p),
        ("by", c_char_p),
        ("readers", c_char_p),
        ("with_mediator", c_bool),
        ("at_any_time", c_bool),
        ("clock", CFUNCTYPE(c_char_p, c_void_p)),
        ("clock_self", c_void_p),
        ("keys", POINTER(File)),
        ("key_count", c_size_t),
        ("ways", c_int),
    ]


class Field(Structure):
    _fields_ = [
        ("name", c_char_p),
        ("value", c_char_p),
    ]


class InitOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("case_id", c_char_p),
        ("fields", POINTER(Field)),
        ("count", c_size_t),
    ]


class Entering(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("verb", c_char_p),
        ("kind", c_char_p),
        ("id", c_char_p),
        ("fields", POINTER(Field)),
        ("count", c_size_t),
        ("json", POINTER(File)),
        ("file", POINTER(File)),
        ("is_gone", c_bool),
        ("passphrase", c_char_p),
    ]


class Submission(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("document", c_char_p),
        ("party", c_char_p),
        ("id", c_char_p),
        ("base", c_char_p),
        ("date", c_char_p),
        ("note", c_char_p),
        ("any_base", c_bool),
        ("file", POINTER(File)),
        ("is_fragment", c_bool),
        ("is_columns", c_bool),
        ("slot", c_char_p),
        ("wording", c_char_p),
        ("matches", POINTER(File)),
        ("ways", c_int),
    ]


class CaseNextOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("document", c_char_p),
        ("id", c_char_p),
        ("note", c_char_p),
        ("text", POINTER(NextOptions)),
        ("gives_text", c_bool),
        ("is_trial", c_bool),
    ]


class KeyOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("party", c_char_p),
        ("passphrase", c_char_p),
        ("made", POINTER(File)),
    ]


class Settling(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("slot", c_char_p),
        ("status", c_char_p),
        ("variant", c_char_p),
        ("by", c_char_p),
        ("date", c_char_p),
        ("meeting", c_char_p),
        ("note", c_char_p),
    ]


class SealOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("id", c_char_p),
    ]


class Forgetting(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("kind", c_char_p),
        ("id", c_char_p),
        ("entry", c_char_p),
    ]


class ShowOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("kind", c_char_p),
        ("id", c_char_p),
    ]


class CaseTextOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("document", c_char_p),
        ("merged", POINTER(MergeOptions)),
        ("is_settled", c_bool),
    ]


class CaseCounterpartsOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("document", c_char_p),
        ("shown", POINTER(CounterpartsOptions)),
    ]


class CaseProofreadOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("document", c_char_p),
        ("shown", POINTER(ProofreadOptions)),
    ]


class LogOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("after", c_char_p),
        ("part", c_int),
        ("slot", c_char_p),
    ]


class CheckpointOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("audience", c_char_p),
        ("cosign", POINTER(File)),
        ("now", c_char_p),
        ("is_kept", c_bool),
    ]


class Proving(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("audience", c_char_p),
        ("at", c_uint64),
        ("entries", c_uint64),
        ("is_growth", c_bool),
    ]


class VerifyOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("view", POINTER(CaseView)),
        ("checkpoints", POINTER(File)),
        ("checkpoint_count", c_size_t),
        ("keys", POINTER(File)),
        ("key_count", c_size_t),
    ]


class ImportOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("case_id", c_char_p),
    ]


class ExportOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("folder", c_char_p),
        ("with_sealed", c_bool),
        ("with_own_sealed", c_bool),
    ]


class CaseListOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
    ]


class WorkOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("is_worker", c_bool),
    ]


class BackupOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("copy", c_char_p),
        ("form", c_int),
    ]


class BriefOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("steps", POINTER(File)),
        ("scenario", POINTER(File)),
        ("before", POINTER(File)),
        ("from", c_char_p),
    ]


class DraftsBriefOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("form", c_int),
        ("steps", POINTER(File)),
        ("signed_on", c_char_p),
        ("from", c_char_p),
        ("any_base", c_bool),
    ]


class PageOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("page", c_int),
        ("role", c_int),
        ("root", c_char_p),
        ("assets", c_char_p),
        ("token", c_char_p),
        ("now", c_char_p),
        ("list", c_char_p),
        ("leave", c_char_p),
        ("document", c_char_p),
        ("slot", c_char_p),
        ("reading", c_char_p),
        ("party", c_char_p),
        ("search", c_char_p),
        ("choices", POINTER(c_char_p)),
        ("choice_count", c_size_t),
        ("message", c_char_p),
        ("message_kind", c_int),
        ("file", POINTER(File)),
        ("upload", c_char_p),
        ("scenario", POINTER(File)),
        ("vault", c_char_p),
        ("one", c_char_p),
        ("other", c_char_p),
        ("kind", c_char_p),
    ]


class ScoresOptions(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("document", c_char_p),
        ("party", c_char_p),
        ("fields", POINTER(Field)),
        ("count", c_size_t),
    ]


class Dropped(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("base", POINTER(File)),
        ("drafts", POINTER(Draft)),
        ("draft_count", c_size_t),
        ("address", c_char_p),
        ("keep", c_char_p),
    ]


class ListedCase(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("root", c_char_p),
        ("title", c_char_p),
        ("note", c_char_p),
    ]


class Message(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("status", c_int),
        ("headline", c_char_p),
        ("text", c_char_p),
        ("asking", c_int),
        ("party", c_char_p),
        ("link", c_char_p),
        ("back", c_char_p),
        ("back_to", c_char_p),
        ("cases", POINTER(ListedCase)),
        ("case_count", c_size_t),
    ]


class Asset(Structure):
    _fields_ = [
        ("bytes", c_void_p),
        ("length", c_size_t),
        ("media_type", c_char_p),
        ("is_lasting", c_bool),
    ]


class KeyMaking(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("passphrase", c_char_p),
        ("seed", c_char_p),
    ]


class SignIn(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("origin", c_char_p),
        ("case_name", c_char_p),
        ("party", c_char_p),
        ("nonce", c_char_p),
        ("key", POINTER(File)),
    ]


class Handing(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("audience", c_char_p),
    ]


# name: what it gives, what it takes
FUNCTIONS = {
    "entente_answer_output": (c_void_p, [c_void_p, POINTER(c_size_t)]),
    "entente_answer_summary": (c_char_p, [c_void_p]),
    "entente_answer_is_yes": (c_bool, [c_void_p]),
    "entente_answer_is_whole": (c_bool, [c_void_p]),
    "entente_answer_as_odt": (c_bool, [c_void_p, POINTER(Bounds), POINTER(Error)]),
    "entente_answer_free": (None, [c_void_p]),
    "entente_on_exhausted": (None, [CFUNCTYPE(None, c_void_p, c_size_t), c_void_p]),
    "entente_version": (c_char_p, []),
    "entente_text": (c_bool, [POINTER(TextOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_merge": (c_bool, [POINTER(MergeOptions), POINTER(File), POINTER(Draft), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_view": (c_bool, [POINTER(ViewOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_view_package": (c_bool, [POINTER(PackageOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_next": (c_bool, [POINTER(NextOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_issues": (c_bool, [POINTER(IssuesOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_diff": (c_bool, [POINTER(DiffOptions), POINTER(File), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_limits": (c_bool, [POINTER(LimitsOptions), POINTER(File), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_statements": (c_bool, [POINTER(StatementsOptions), POINTER(File), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_proofread": (c_bool, [POINTER(ProofreadOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_concordance": (c_bool, [POINTER(ProofreadOptions), POINTER(File), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_brackets": (c_bool, [POINTER(BracketsOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_counterparts": (c_bool, [POINTER(CounterpartsOptions), POINTER(File), POINTER(Draft), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_bargain": (c_bool, [POINTER(BargainOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_bargain_compare": (c_bool, [POINTER(BargainOptions), POINTER(File), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_scenario_open": (c_bool, [POINTER(BargainOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_scenario_close": (None, [c_void_p]),
    "entente_scenario_edit": (c_bool, [c_void_p, c_char_p, POINTER(Error)]),
    "entente_scenario_answer": (c_bool, [POINTER(BargainOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_interview": (c_bool, [POINTER(InterviewOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_timetable_network": (c_bool, [POINTER(NetworkOptions), POINTER(File), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_timetable_date": (c_bool, [POINTER(DateOptions), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_timetable": (c_bool, [POINTER(TimetableOptions), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_timetable_rivals": (c_bool, [POINTER(TimetableOptions), POINTER(Rival), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_spatial": (c_bool, [POINTER(SpatialOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_shelf_new": (c_bool, [POINTER(CaseShelfOptions), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_shelf_free": (None, [c_void_p]),
    "entente_case_open": (c_bool, [POINTER(CaseView), c_char_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_close": (None, [c_void_p]),
    "entente_case_hold": (c_bool, [c_void_p, POINTER(Error)]),
    "entente_case_release": (c_bool, [c_void_p, POINTER(Error)]),
    "entente_case_flush": (c_bool, [c_void_p, POINTER(Error)]),
    "entente_case_watch_open": (c_bool, [c_char_p, POINTER(c_void_p), POINTER(Error)]),
    "entente_case_watch_wait": (c_bool, [c_void_p, c_int, POINTER(POINTER(c_char)), POINTER(Error)]),
    "entente_case_watch_close": (None, [c_void_p]),
    "entente_case_init": (c_bool, [POINTER(InitOptions), c_char_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_enter": (c_bool, [POINTER(Entering), c_void_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_submit": (c_bool, [POINTER(Submission), c_void_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_next": (c_bool, [POINTER(CaseNextOptions), c_void_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_key": (c_bool, [POINTER(KeyOptions), c_void_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_settle": (c_bool, [POINTER(Settling), c_void_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_unseal": (c_bool, [POINTER(SealOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_consent": (c_bool, [POINTER(SealOptions), c_void_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_forget": (c_bool, [POINTER(Forgetting), c_void_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_show": (c_bool, [POINTER(ShowOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_text": (c_bool, [POINTER(CaseTextOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_counterparts": (c_bool, [POINTER(CaseCounterpartsOptions), c_void_p, POINTER(Draft), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_proofread": (c_bool, [POINTER(CaseProofreadOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_log": (c_bool, [POINTER(LogOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_checkpoint": (c_bool, [POINTER(CheckpointOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_prove": (c_bool, [POINTER(Proving), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_proof_verify": (c_bool, [POINTER(VerifyOptions), POINTER(File), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_verify": (c_bool, [POINTER(VerifyOptions), c_char_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_import": (c_bool, [POINTER(ImportOptions), c_char_p, c_char_p, POINTER(Act), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_export": (c_bool, [POINTER(ExportOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_list": (c_bool, [POINTER(CaseListOptions), c_char_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_work_open": (c_bool, [POINTER(WorkOptions), c_char_p, POINTER(c_void_p), POINTER(Error)]),
    "entente_work_ask": (c_bool, [c_void_p, c_char_p, c_size_t, POINTER(c_int), POINTER(POINTER(c_char)), POINTER(c_size_t), POINTER(Error)]),
    "entente_work_take": (c_bool, [c_void_p, c_int, POINTER(POINTER(c_char)), POINTER(c_size_t), POINTER(Error)]),
    "entente_work_finish": (c_bool, [c_void_p, c_int, c_char_p, c_size_t, POINTER(Error)]),
    "entente_work_close": (None, [c_void_p]),
    "entente_case_backup": (c_bool, [POINTER(BackupOptions), c_char_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_rebuild": (c_bool, [c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_brief": (c_bool, [POINTER(BriefOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_brief_drafts": (c_bool, [POINTER(DraftsBriefOptions), POINTER(File), POINTER(Draft), c_size_t, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_page": (c_bool, [POINTER(PageOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_scores": (c_bool, [POINTER(ScoresOptions), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_drop_page": (c_bool, [POINTER(PageOptions), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_drop_result_page": (c_bool, [POINTER(PageOptions), POINTER(Dropped), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_propose_names": (None, [c_char_p, POINTER(c_char_p), c_size_t, POINTER(c_char * ENTENTE_NAME_BYTES)]),
    "entente_message_page": (c_bool, [POINTER(PageOptions), POINTER(Message), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_page_asset": (c_bool, [c_char_p, POINTER(Asset)]),
    "entente_key_make": (c_bool, [POINTER(KeyMaking), POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_key_prove": (c_bool, [POINTER(SignIn), c_char_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_hand_over": (c_bool, [POINTER(Handing), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_key_check": (c_bool, [POINTER(SignIn), c_char_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
    "entente_case_take": (c_bool, [POINTER(File), c_void_p, POINTER(Bounds), POINTER(c_void_p), POINTER(Error)]),
}

# Struct of C: its mirror
STRUCTS = {
    "entente_file": File,
    "entente_error": Error,
    "entente_bounds": Bounds,
    "entente_text_options": TextOptions,
    "entente_draft": Draft,
    "entente_author": Author,
    "entente_merge_options": MergeOptions,
    "entente_view_options": ViewOptions,
    "entente_package_options": PackageOptions,
    "entente_next_options": NextOptions,
    "entente_issues_options": IssuesOptions,
    "entente_diff_options": DiffOptions,
    "entente_limits_options": LimitsOptions,
    "entente_statements_options": StatementsOptions,
    "entente_proofread_options": ProofreadOptions,
    "entente_brackets_options": BracketsOptions,
    "entente_counterparts_options": CounterpartsOptions,
    "entente_bargain_options": BargainOptions,
    "entente_interview_options": InterviewOptions,
    "entente_network_options": NetworkOptions,
    "entente_date_options": DateOptions,
    "entente_timetable_options": TimetableOptions,
    "entente_rival": Rival,
    "entente_spatial_options": SpatialOptions,
    "entente_case_shelf_options": CaseShelfOptions,
    "entente_case_view": CaseView,
    "entente_act": Act,
    "entente_field": Field,
    "entente_init_options": InitOptions,
    "entente_entering": Entering,
    "entente_submission": Submission,
    "entente_case_next_options": CaseNextOptions,
    "entente_key_options": KeyOptions,
    "entente_settling": Settling,
    "entente_seal_options": SealOptions,
    "entente_forgetting": Forgetting,
    "entente_show_options": ShowOptions,
    "entente_case_text_options": CaseTextOptions,
    "entente_case_counterparts_options": CaseCounterpartsOptions,
    "entente_case_proofread_options": CaseProofreadOptions,
    "entente_log_options": LogOptions,
    "entente_checkpoint_options": CheckpointOptions,
    "entente_proving": Proving,
    "entente_verify_options": VerifyOptions,
    "entente_import_options": ImportOptions,
    "entente_export_options": ExportOptions,
    "entente_case_list_options": CaseListOptions,
    "entente_work_options": WorkOptions,
    "entente_backup_options": BackupOptions,
    "entente_brief_options": BriefOptions,
    "entente_drafts_brief_options": DraftsBriefOptions,
    "entente_page_options": PageOptions,
    "entente_scores_options": ScoresOptions,
    "entente_dropped": Dropped,
    "entente_listed_case": ListedCase,
    "entente_message": Message,
    "entente_asset": Asset,
    "entente_key_making": KeyMaking,
    "entente_sign_in": SignIn,
    "entente_handing": Handing,
}
