# SPDX-License-Identifier: Apache-2.0
"""One call of the library: its files, its bounds, its answer or its error. Everything the library gave is freed before a function returns."""
from __future__ import annotations

import ctypes
import os
import pathlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Union

from . import door

LIBRARY = os.environ.get("ENTENTE_LIBRARY", "libentente.so.0")


class EntenteError(Exception):
    """What the library refused: `where` names the file and the place in it (empty: the call itself), `what` says what is wrong."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message

    where = property(lambda self: self.message.split(": ", 1)[0] if ": " in self.message else "")
    what = property(lambda self: self.message.split(": ", 1)[-1])


class BadInput(EntenteError):
    """The input, or what was asked for, is not right."""


class OverLimit(EntenteError):
    """It was stopped, or is larger than what was allowed."""


@dataclass(frozen=True)
class File:
    """A file in memory: its name, whose ending tells the format, and its bytes."""

    name: str
    bytes: bytes = field(repr=False)


Source = Union[str, os.PathLike, File]


@dataclass
class Bounds:
    """How much a call may take. `steps` 0: no bound; `memory_bytes` 0: 4 GiB. `progress(done, all)` is called now and then while
    something takes long. stop() ends the call, from `progress` or from another thread; Ctrl-C does too."""

    steps: int = 0
    memory_bytes: int = 0
    progress: Callable[[int, int], None] | None = None
    _stop: ctypes.c_int = field(default_factory=ctypes.c_int, repr=False)

    def stop(self) -> None:
        self._stop.value = 1


@dataclass(frozen=True)
class Answer:
    """What a verb found. `output` is the file that was asked for, `summary` what a person should be told beside it. `is_yes` is
    false when the answer to the question is no; `is_whole` when a limit was reached before everything was found."""

    output: bytes = field(repr=False)
    summary: str
    is_yes: bool
    is_whole: bool

    @property
    def text(self) -> str:
        return self.output.decode("utf-8")

    def write(self, path: str | os.PathLike) -> None:
        """Writes the output to a file."""
        pathlib.Path(path).write_bytes(self.output)


def _load() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError as reason:
        raise ImportError(f"the library of Entente is not here ({reason}); install libentente0, or set ENTENTE_LIBRARY to its path") from None
    for name, (result, taken) in door.FUNCTIONS.items():
        try:
            function = getattr(library, name)
        except AttributeError:  # an older library: what it lacks fails when it is called
            continue
        function.restype, function.argtypes = result, taken
    return library


library = _load()


def version() -> str:
    """The version of the library, as in "0.2.0"."""
    return library.entente_version().decode()


def encoded(text: str | os.PathLike | None) -> bytes | None:
    return None if text is None else os.fspath(text).encode("utf-8")


def opened(source: Source) -> File:
    """The file itself; a path is read, and its name is the path."""
    if isinstance(source, File):
        return source
    path = os.fspath(source)
    return File(path, pathlib.Path(path).read_bytes())


def as_file(source: Source) -> door.File:
    file = opened(source)
    return door.File(encoded(file.name), ctypes.cast(ctypes.c_char_p(file.bytes), ctypes.c_void_p), len(file.bytes))


def files_of(sources: Iterable[Source]) -> list[File]:
    """One source, or several."""
    if isinstance(sources, (str, os.PathLike, File)):
        sources = [sources]
    return [opened(each) for each in sources]


def array(kind: type, items: list) -> Any:
    """An array for the library; None for none."""
    return (kind * len(items))(*items) if items else None


def texts(items: Iterable[str]) -> Any:
    return array(ctypes.c_char_p, [encoded(each) for each in items])


def one(source: Source | None) -> Any:
    return None if source is None else ctypes.pointer(as_file(source))


def made(structure: type, /, **members: Any) -> Any:
    """A struct of options with its size set. Members that are None stay as nothing; texts are encoded."""
    options = structure(size=ctypes.sizeof(structure))
    for name, value in members.items():
        if isinstance(value, (str, os.PathLike)):
            value = encoded(value)
        if value is not None:
            setattr(options, name, value)
    return options


def chosen(prefix: str, name: str) -> int:
    """The number of an enumeration's value: ("ENTENTE_", "columns")."""
    number = getattr(door, prefix + name.upper().replace(" ", "_").replace("-", "_"), None)
    if number is None:
        raise BadInput(f'there is no form "{name}" here')
    return number


class _Listening:
    """The bounds of one call. What the listener raises ends the call and is raised behind it; so is Ctrl-C."""

    def __init__(self, bounds: Bounds | None):
        self.asked = bounds or Bounds()
        self.raised: BaseException | None = None
        self.asked._stop.value = 0 if bounds is None else self.asked._stop.value
        self.struct = made(door.Bounds, stop=ctypes.pointer(self.asked._stop), steps=self.asked.steps,
                           memory_bytes=self.asked.memory_bytes, progress=dict(door.Bounds._fields_)["progress"](self.hear))

    def hear(self, _self: Any, done: int, all_steps: int) -> None:
        try:
            if self.asked.progress:
                self.asked.progress(done, all_steps)
        except BaseException as reason:
            self.raised = reason
            self.asked._stop.value = 1


def refused(error: door.Error) -> EntenteError:
    kind = OverLimit if error.code == door.ENTENTE_LIMIT else BadInput
    return kind(error.message.decode("utf-8", "replace"))


def attempt(name: str, *parameters: Any, bounds: Bounds | None = None, result: Any) -> None:
    """Calls a function of the library whose last parameters are bounds, what it makes, and the error."""
    listening = _Listening(bounds)
    error = door.Error()
    done = getattr(library, name)(*parameters, ctypes.byref(listening.struct), ctypes.byref(result), ctypes.byref(error))
    if listening.raised:
        if done and name != "entente_case_open":
            library.entente_answer_free(result)
        raise listening.raised
    if not done:
        raise refused(error)


def ask(name: str, *parameters: Any, bounds: Bounds | None = None) -> Answer:
    """Calls a verb. The parameters are those before the bounds."""
    answer = ctypes.c_void_p()
    attempt(name, *parameters, bounds=bounds, result=answer)
    try:
        length = ctypes.c_size_t()
        output = library.entente_answer_output(answer, ctypes.byref(length))
        return Answer(ctypes.string_at(output, length.value) if length.value else b"",
                      library.entente_answer_summary(answer).decode("utf-8"),
                      library.entente_answer_is_yes(answer), library.entente_answer_is_whole(answer))
    finally:
        library.entente_answer_free(answer)
