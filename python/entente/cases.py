# SPDX-License-Identifier: Apache-2.0
"""What happened so far, and can it be proved? A case is one file; it is read, and acts are entered, through a Case."""
from __future__ import annotations

import ctypes
import datetime
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from . import door
from .call import Answer, BadInput, Bounds, File, Source, array, as_file, ask, attempt, chosen, encoded, files_of, library, made, one
from .found import CaseState, Log, Verified, found
from .texts import merge_options


def _now() -> str:
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _act(now: str | None, seed: bytes | None, by: str | None, readers: str | None, with_mediator: bool = False) -> Any:
    seed = seed or secrets.token_bytes(door.ENTENTE_SEED_BYTES)
    if len(seed) != door.ENTENTE_SEED_BYTES:
        raise BadInput(f"a seed has {door.ENTENTE_SEED_BYTES} bytes")
    return made(door.Act, now=now or _now(), seed=seed, by=by, readers=readers, with_mediator=with_mediator)


def _fields(items: Mapping[str, str | Iterable[str]]) -> list:
    return [door.Field(name.encode(), encoded(value))
            for name, values in items.items() for value in ([values] if isinstance(values, str) else values)]


def _view(viewer: str | None, passphrase: str | None, as_of: str | None) -> Any:
    return made(door.CaseView, viewer=viewer, passphrase=passphrase, as_of=as_of)


class Case:
    """An open case. Use it with `with`, or close() it. Acts take `now` ("2031-03-01T10:00:00Z", else the clock), `by` (the acting
    party) and `readers` (public, all, mediator, party:ID, group:ID)."""

    def __init__(self, path: str | os.PathLike, *, viewer: str | None = None, passphrase: str | None = None, as_of: str | None = None,
                 bounds: Bounds | None = None):
        """Opens a case file, a folder in the folder form or a record bundle, as its viewer may see it."""
        self.handle: Any = ctypes.c_void_p()
        attempt("entente_case_open", _view(viewer, passphrase, as_of), encoded(path), bounds=bounds, result=self.handle)

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *_reason: Any) -> None:
        self.close()

    def close(self) -> None:
        """Gives back what the library holds. Twice is fine; nothing can be asked afterwards."""
        handle, self.handle = self.handle, None
        library.entente_case_close(handle)

    def _held(self) -> Any:
        if not self.handle:
            raise BadInput("this case is closed")
        return self.handle

    def state(self, *, bounds: Bounds | None = None) -> CaseState:
        """What the viewer may see: all of it."""
        return found(CaseState, ask("entente_case_show", made(door.ShowOptions, form=door.ENTENTE_SHOW_JSON), self._held(), bounds=bounds))

    def show(self, kind: str | None = None, item: str | None = None, *, form: str = "json", bounds: Bounds | None = None) -> Answer:
        """All, a kind ("drafts" is the kind "draft"), or one item, as "text", "json", "markdown", "html", "docx", or the "file" that came with it."""
        options = made(door.ShowOptions, form=chosen("ENTENTE_SHOW_", form), kind=kind, id=item)
        return ask("entente_case_show", options, self._held(), bounds=bounds)

    def text(self, document: str, format: str | None = None, form: str | None = None, *, bounds: Bounds | None = None) -> Answer:
        """The consolidated text of a document, as merge() gives it: JSON, or in a format."""
        options = made(door.CaseTextOptions, document=document, merged=ctypes.pointer(merge_options(format, form)))
        return ask("entente_case_text", options, self._held(), bounds=bounds)

    def log(self, *, after: str | None = None, bounds: Bounds | None = None) -> Log:
        """The entries that the viewer may read; `after` "all 12, public 3" leaves out those before."""
        return found(Log, ask("entente_case_log", made(door.LogOptions, form=door.ENTENTE_CASE_JSON, after=after), self._held(), bounds=bounds))

    def brief(self, form: str = "html", *, bounds: Bounds | None = None) -> Answer:
        """Where the talks stand: text, time, packages and record, as "text", "html", "docx" or "json"."""
        options = made(door.BriefOptions, form=chosen("ENTENTE_BRIEF_", form))
        return ask("entente_case_brief", options, self._held(), bounds=bounds)

    def record(self, *, bounds: Bounds | None = None) -> bytes:
        """The record alone as one text, a line an entry, which Case() reads and anybody can verify."""
        return ask("entente_case_export", made(door.ExportOptions), self._held(), bounds=bounds).output

    def enter(self, kind: str, fields: Mapping[str, str | Iterable[str]] | None = None, *, item: str | None = None, values: Any = None, act: str | None = None,
              file: Source | None = None, gone: bool = False, now: str | None = None, seed: bytes | None = None, by: str | None = None,
              readers: str | None = None, bounds: Bounds | None = None) -> list[dict]:
        """Enters an item of a kind from its fields, or one or several from `values` (a dict or a list of them). `act` is what the record calls it."""
        rows = _fields(fields or {})
        told = None if values is None else File("values.json", json.dumps(values, ensure_ascii=False).encode())
        entering = made(door.Entering, verb=act, kind=kind, id=item, fields=array(door.Field, rows), count=len(rows), json=one(told), file=one(file), is_gone=gone)
        answer = ask("entente_case_enter", entering, self._held(), _act(now, seed, by, readers), bounds=bounds)
        return [json.loads(line) for line in answer.text.splitlines()]

    def submit(self, file: Source, *, document: str, party: str | None = None, item: str | None = None, base: str | None = None,
               date: str | None = None, note: str | None = None, any_base: bool = False, is_fragment: bool = False, matches: Source | None = None,
               now: str | None = None, seed: bytes | None = None, by: str | None = None, readers: str | None = None, bounds: Bounds | None = None) -> list[dict]:
        """Enters a draft, merges it with the others and carries slots and stances over. Without a party it is the base. With matches it is
        a counter-draft, in words of its own, laid over the base point by point."""
        submission = made(door.Submission, document=document, party=party, id=item, base=base, date=date, note=note, any_base=any_base,
                          file=one(file), is_fragment=is_fragment, matches=one(matches))
        answer = ask("entente_case_submit", submission, self._held(), _act(now, seed, by, readers), bounds=bounds)
        return [json.loads(line) for line in answer.text.splitlines()]

    def settle(self, slot: str, status: str = "agreed", *, wording: str | None = None, agreed_by: str | None = None, date: str | None = None,
               note: str | None = None, now: str | None = None, seed: bytes | None = None, by: str | None = None,
               readers: str | None = None, bounds: Bounds | None = None) -> Answer:
        """Settles a slot on one wording, or opens or parks it again."""
        settling = made(door.Settling, slot=slot, status=status, variant=wording, by=agreed_by, date=date, note=note)
        return ask("entente_case_settle", settling, self._held(), _act(now, seed, by, readers), bounds=bounds)


def case(path: str | os.PathLike, *, viewer: str | None = None, passphrase: str | None = None, as_of: str | None = None,
         bounds: Bounds | None = None) -> CaseState:
    """What a case file holds, as its viewer may see it: opened, read and closed again. To ask more, or to enter acts, see Case."""
    with Case(path, viewer=viewer, passphrase=passphrase, as_of=as_of, bounds=bounds) as opened_case:
        return opened_case.state(bounds=bounds)


def new_case(path: str | os.PathLike, *, title: str, case_id: str, fields: Mapping[str, str | Iterable[str]] | None = None,
             now: str | None = None, seed: bytes | None = None, by: str | None = None, readers: str | None = None,
             bounds: Bounds | None = None) -> None:
    """Makes a new case file, which must not exist."""
    rows = _fields({"title": title, **(fields or {})})
    options = made(door.InitOptions, case_id=case_id, fields=array(door.Field, rows), count=len(rows))
    ask("entente_case_init", options, encoded(path), _act(now, seed, by, readers), bounds=bounds)


def verify(path: str | os.PathLike, *, checkpoints: Iterable[Source] = (), keys: Iterable[Source] = (), bounds: Bounds | None = None) -> Verified:
    """Recomputes every hash of the record. `ok`: it is as it was recorded, and agrees with the checkpoints."""
    notes, known = files_of(checkpoints), files_of(keys)
    options = made(door.VerifyOptions, form=door.ENTENTE_CASE_JSON, checkpoints=array(door.File, [as_file(each) for each in notes]),
                   checkpoint_count=len(notes), keys=array(door.File, [as_file(each) for each in known]), key_count=len(known))
    return found(Verified, ask("entente_case_verify", options, encoded(path), bounds=bounds))
