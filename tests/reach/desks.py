#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every verb under wine, from Python and on Debian 13, held against the native bytes: desks.py NATIVE FILES [--write]. One line of TAP a verb
and desk; FILES real Word files are taken from the shared data, where it is there. --write puts the table into docs/reach.md. Without wine or
build/windows/entente.exe, and without the build/entente-13 of tools/try-debian.sh, those columns say so."""
import concurrent.futures
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NATIVE, COUNT = sys.argv[1], int(sys.argv[2])
sys.path[:0] = [str(ROOT / "python"), str(ROOT / "tests/reach")]
import python_face  # noqa: E402

SHARED = pathlib.Path(os.environ.get("ENTENTE_SHARED", ROOT / "../shared")) / "data/docx"
WINDOWS = ROOT / "build/windows/entente.exe"
TRIXIE = ROOT / "build/entente-13"
COLUMNS = ("wine", "Python", "Debian 13")
WINE = shutil.which("wine")
DESK = pathlib.Path(tempfile.mkdtemp(prefix="desks-"))
HANDS = 6
ACTS = ("init", "party", "enter", "submit")


def compared(answer):
    """An answer with every row of its cases: versions of SQLite note themselves in the file, and leave other bytes where nothing is."""
    output, message, cases = answer
    rows = {}
    for name, held in cases.items():
        with tempfile.NamedTemporaryFile(dir=DESK) as copy:
            copy.write(held)
            copy.flush()
            opened = sqlite3.connect(f"file:{copy.name}?mode=ro&immutable=1", uri=True)
            rows[name] = list(opened.iterdump())
            opened.close()
    return output, message, rows


def by_program(command, words, files):
    """(output, message, cases that were written) of a program in a folder of its own."""
    desk = pathlib.Path(tempfile.mkdtemp(dir=DESK))
    for name, content in files:
        (desk / name).write_bytes(content)
    ran = subprocess.run([*command, *words], cwd=desk, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    written = desk / words[words.index("-o") + 1] if "-o" in words else None
    output = ran.stdout if written is None else written.read_bytes() if written.exists() else b""
    cases = {path.name: path.read_bytes() for path in desk.glob("*.entente")}
    shutil.rmtree(desk)
    refused = ran.returncode >= 2 and not output
    message = ran.stderr.decode().strip().rsplit("\n", 1)[-1].removeprefix("entente: ") if refused else ""
    return (None if words[0] in ACTS else output), message, cases


def by_python(words, files):
    desk = pathlib.Path(tempfile.mkdtemp(dir=DESK))
    path = desk / "talks.entente"
    for name, content in files:
        if name == path.name:
            path.write_bytes(content)
    here = os.getcwd()
    os.chdir(desk)
    output, message = python_face.answer(words, files, path.name)
    os.chdir(here)
    cases = {path.name: path.read_bytes()} if path.exists() else {}
    shutil.rmtree(desk)
    return (None if words[0] in ACTS else output), message, cases


def read(path, name=None):
    path = ROOT / "examples/ardel" / path
    return name or path.name, path.read_bytes()


def asked():
    """(verb, words, files, is real)"""
    plan = [read(f"plan/{name}") for name in ("base.docx", "velmark.docx", "tarsen.docx", "nereth.md")]
    drafts = ["Velmark=velmark.docx", "Tarsen=tarsen.docx", "Nereth=nereth.md"]
    steps = [read(f"timetable/{name}.yaml") for name in ("base", "velmark", "nereth")]
    merged = [("merged.json", by_program([NATIVE], ["merge", "base.docx", *drafts, "-o", "merged.json"], plan)[0])]
    rows = []

    def add(files, *words):
        rows.append((words[0], list(words), files, False))
    for kind in ("docx", "html", "md", "txt", "json"):
        add(plan, "merge", "base.docx", *drafts, "-o", f"out.{kind}")
    for form in ("columns", "proposals", "options"):
        add(plan, "merge", "base.docx", *drafts, "--as", form, "-o", "out.html")
    add(plan, "merge", "base.docx", *drafts, "--as", "columns", "-o", "out.docx")
    for kind in ("txt", "md", "html", "json"):
        add(merged, "view", "merged.json", "--party", "Tarsen", "-o", f"out.{kind}")
    for kind in ("docx", "md", "html"):
        add([*merged, plan[0]], "next", "merged.json", "--base", "base.docx", "-o", f"out.{kind}")
    for kind in ("docx", "html", "txt", "json"):
        add(plan, "diff", "base.docx", "velmark.docx", "-o", f"out.{kind}")
    for kind in ("docx", "html", "json", "md", "txt", "yaml"):
        add(plan, "counterparts", "base.docx", "Nereth=nereth.md", "-o", f"out.{kind}")
    for kind in ("json", "txt", "md", "html", "docx"):
        add(merged, "issues", "merged.json", "-o", f"out.{kind}")
    for kind in ("json", "txt", "md", "html", "docx"):
        add(merged, "proofread", "merged.json", "-o", f"out.{kind}")
    add(plan, "text", "velmark.docx", "--labels")
    add(plan, "limits", "nereth.md", "base.docx", "--json")
    add(plan, "brackets", "nereth.md", "--json")
    report = b'The envoy, Corin Haldane, said on 3 March 2031 that he opposed it. "We will see," he told reporters.\n'
    add([("report.txt", report)], "statements", "report.txt", "--json")
    for kind in ("json", "html", "svg", "ics", "csv"):
        add(steps, "timetable", "base.yaml", "-o", f"out.{kind}")
    add(steps, "timetable", "base.yaml", "Velmark=velmark.yaml", "Nereth=nereth.yaml", "--json")
    for name in ("scenario", "mediator"):
        for kind in ("txt", "json", "html", "csv"):
            add([read(f"bargain/{name}.json")], "bargain", f"{name}.json", "-o", f"out.{kind}")
    actors = b"actor,capability,position,salience\nA,1,10,0.5\nB,0.6,80,0.9\nC,0.3,40,0.7\n"
    add([("actors.csv", actors)], "spatial", "actors.csv", "--json")
    talks = []

    def act(verb, *words, more=()):
        nonlocal talks
        day = len(rows) % 7 + 1
        words = [verb, "talks.entente", *words, "--now", f"2031-03-{len(talks_days) + 1:02}T10:00:00Z", "--seed", f"{day}" * 64]
        talks_days.append(day)
        add([*talks, *more], *words)
        talks = list(by_program([NATIVE], words, [*talks, *more])[2].items())
    talks_days = []
    act("init", "--title", "Talks", "--id", "talks")
    act("party", "velmark", "--name", "Velmark")
    act("enter", "document", "plan", "--set", "title=Plan")
    act("submit", "base.docx", "--document", "plan", "--base", more=plan)
    act("submit", "velmark.docx", "--document", "plan", "--party", "velmark", more=plan)
    for words in (["verify", "--json"], ["show", "-o", "out.html"], ["show", "-o", "out.json"], ["log", "--json"], ["brief", "-o", "out.html"],
                  ["brief", "-o", "out.docx"], ["export", "--bundle", "-o", "out.jsonl"]):
        add(talks, words[0], "talks.entente", *words[1:])
    found = sorted(SHARED.rglob("*.docx")) if SHARED.is_dir() else []
    chosen = [found[i * len(found) // COUNT] for i in range(min(COUNT, len(found)))]
    for i, path in enumerate(chosen):
        files = [("a.docx", path.read_bytes()), ("b.docx", chosen[(i + 1) % len(chosen)].read_bytes())]
        for words in (["text", "a.docx", "--labels"], ["limits", "a.docx", "--json"], ["brackets", "a.docx", "--json"],
                      ["merge", "a.docx", "A=b.docx", "--any-base", "-o", "out.docx"], ["merge", "a.docx", "A=b.docx", "--any-base", "-o", "out.html"],
                      ["diff", "a.docx", "b.docx", "--any-base", "-o", "out.json"], ["counterparts", "a.docx", "A=b.docx", "-o", "out.json"]):
            rows.append((words[0], words, files, True))
    return rows, len(chosen)


def main():
    rows, real_count = asked()
    desks = {"Python": by_python}
    if WINE and WINDOWS.exists():
        os.environ.update(WINEDEBUG="-all", WINEPREFIX=os.environ.get("WINEPREFIX", str(ROOT / "build/windows/prefix")))
        desks["wine"] = lambda words, files: by_program([WINE, str(WINDOWS)], words, files)
    if TRIXIE.exists():
        desks["Debian 13"] = lambda words, files: by_program([str(TRIXIE)], words, files)
    counts, wrong, refused = {}, [], 0
    # Programs are asked several at a time: under wine one mostly waits. The module is asked here, in one folder after another.
    hands = concurrent.futures.ThreadPoolExecutor(HANDS)
    outside = {desk: [hands.submit(ask, words, files) for _, words, files, _ in rows] for desk, ask in desks.items() if ask is not by_python}
    outside["native"] = [hands.submit(by_program, [NATIVE], words, files) for _, words, files, _ in rows]
    inside = [by_python(words, files) for _, words, files, _ in rows]
    for number, (verb, words, files, is_real) in enumerate(rows):
        wanted = outside["native"][number].result()
        refused += wanted[1] != ""
        for desk, ask in desks.items():
            count = counts.setdefault((verb, desk, is_real), [0, 0])
            got = inside[number] if ask is by_python else outside[desk][number].result()
            count[1] += 1
            if compared(got) == compared(wanted):
                count[0] += 1
            else:
                wrong.append((verb, desk, f"{desk}: {' '.join(words)}: {got[1] or 'other bytes'}" + (f' for "{wanted[1]}"' if wanted[1] else "")))
    verbs = list(dict.fromkeys(row[0] for row in rows))
    print(f"1..{len(verbs) * len(desks)}")
    for number, (verb, desk) in enumerate(((verb, desk) for verb in verbs for desk in desks), 1):
        faults = [line for of, on, line in wrong if (of, on) == (verb, desk)]
        for line in faults:
            print(f"# {line}", file=sys.stderr)
        print(f"{'not ok' if faults else 'ok'} {number} - {verb} gives the native bytes, {desk}")

    def cell(verb, desk, is_real):
        if desk not in desks:
            return "not tried"
        right, runs = counts.get((verb, desk, is_real), [0, 0])
        return "–" if runs == 0 else f"all {runs}" if right == runs else f"{right} of {runs}"
    if "--write" in sys.argv:
        paper = ROOT / "docs/reach.md"
        table = [f"The Windows program under wine, the Python module and the program on Debian 13, beside the native program; {real_count} real Word files. "
                 f"Of {len(rows)} runs {refused} are refusals, which agree to the letter.", "",
                 "| verb | " + " | ".join(f"{kind}, {desk}" for kind in ("example", "real files") for desk in COLUMNS) + " |",
                 "| --- |" + " --- |" * 2 * len(COLUMNS)]
        table += [f"| {verb} | " + " | ".join(cell(verb, desk, is_real) for is_real in (False, True) for desk in COLUMNS) + " |" for verb in verbs]
        if wrong:
            table += ["", "What differs:", "", *(f"- {line}" for _, _, line in wrong)]
        block = re.compile(r"(<!-- desks[^\n]*-->\n).*?(<!-- desks end -->)", re.S)
        paper.write_text(block.sub(lambda found: found[1] + "\n" + "\n".join(table) + "\n\n" + found[2], paper.read_text()))
    shutil.rmtree(DESK)


main()
