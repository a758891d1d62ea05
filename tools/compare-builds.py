#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what two builds of entente print and write, byte for byte, over every verb and form.

    tools/compare-builds.py OLD NEW             two programs: the build of an earlier commit, and build/gcc/entente
    tools/compare-builds.py OLD NEW --only 'bargain*'          some chains alone (tools/compare_runs.py names them)
    tools/compare-builds.py OLD NEW --keep FOLDER              keeps both builds' outputs in FOLDER/old and FOLDER/new
    tools/compare-builds.py OLD NEW --times                    CPU seconds by verb, old and new, besides

Compared are stdout, stderr, exit codes and every file written (what is in a .docx part by part). Each difference is one line:

    bargain/.html/file/bargain-ardel  b.html: at byte 84: "…" became "…"

VERB/FORM/WHAT/CHAIN: FORM is the ending of -o, --json, as-FORM for --as, or text; WHAT is stdout, stderr, code or file. Differences that are meant
stand in tools/compare-expected.txt (or --expect FILE): a pattern of such a name (with * and ?), blanks, the reason. Below it, indented, may stand which
lines go and come, "- REGEX" and "+ REGEX", and what of a line may differ, "~ REGEX" (parts of a .docx are cut into lines behind each ">"): the difference
is then meant where all lines are the same without that, or are of those that go or come, by this rule and the others with lines for that name.
Real files are read from ../shared/data or $ENTENTE_SHARED/data; without them their chains are left out, with a notice. Exit code 1:
something differs that is not meant. Takes about a minute on two cores.
"""
import argparse
import concurrent.futures
import dataclasses
import difflib
import fnmatch
import io
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import compare_runs  # noqa: E402  (beside this file)

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONGEST_RUN = 60


def form_of(step):
    for flag, form in (("-o", lambda to: pathlib.Path(to).suffix or "folder"), ("--as", lambda word: "as-" + word)):
        if flag in step[:-1] and not (flag == "--as" and step[0] not in ("merge", "brackets")):
            return form(step[step.index(flag) + 1])
    return "--json" if "--json" in step else "text"


def run_step(program, step, folder):
    """One command: (exit code, stdout, stderr, CPU seconds)."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run([program, *step], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=LONGEST_RUN, check=False)
        answer = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired:
        answer = "more than a minute", b"", b""
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return *answer, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_chain(program, steps, folder, data):
    """Runs a chain in a new folder; the outcome of each step, and the files that were written."""
    folder.mkdir(parents=True)
    links = {"ex": ROOT / "examples", "cases": ROOT / "tests" / "cases", "data": data}
    for name, target in links.items():
        (folder / name).symlink_to(target)
    outcomes = []
    for step in steps:
        if step and step[0] == "write":
            (folder / step[1]).write_text(step[2])
        else:
            outcomes.append((step, run_step(program, step, folder)))
    found = (pathlib.Path(at) / name for at, _, names in os.walk(folder) for name in names)
    files = {str(file.relative_to(folder)): file.read_bytes() for file in found if not file.is_symlink()}
    return outcomes, files


def excerpt(old, new):
    """Where two byte strings part, with some bytes of each."""
    at = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
    start = max(0, at - 12)

    def shown(value):
        return '"' + value[start:at + 48].decode("utf-8", "replace").replace("\n", "\\n") + '"'

    return f"at byte {at}: {shown(old)} became {shown(new)}"


def parts_of(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError):
        return {}


def is_same(old, new):
    """The same bytes; of an archive the same parts in the same order, however they are packed."""
    if old == new or old is None or new is None:
        return old == new
    old_parts, new_parts = parts_of(old), parts_of(new)
    return bool(old_parts) and list(old_parts.items()) == list(new_parts.items())


def file_difference(old, new):
    if old is None or new is None:
        return "is not written any more" if new is None else "is written now"
    old_parts, new_parts = parts_of(old), parts_of(new)
    for name in sorted({*old_parts, *new_parts}):
        before, now = old_parts.get(name), new_parts.get(name)
        if before is None or now is None:
            return f"part {name} " + ("is new" if before is None else "is gone")
        if before != now:
            return f"part {name} {excerpt(before, now)}"
    return excerpt(old, new)


@dataclasses.dataclass
class Rule:
    """A kind of difference that is meant: of all lines, or of some that go and come."""
    pattern: str
    lines: dict = dataclasses.field(default_factory=lambda: {"-": [], "+": [], "~": []})

    def has_lines(self):
        return any(self.lines.values())


def lines_of(data):
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else str(data)
    return text.split("\n")


def changed_lines(old, new):
    """The lines of the old that went, and those of the new that came; of a .docx part by part."""
    old_parts, new_parts = (parts_of(data) if isinstance(data, bytes) else {} for data in (old, new))
    pairs = [(old, new)] if not old_parts and not new_parts else [
        (old_parts.get(part, b"").replace(b">", b">\n"), new_parts.get(part, b"").replace(b">", b">\n")) for part in {*old_parts, *new_parts}]
    gone, come = set(), set()
    for a, b in pairs:
        a, b = lines_of(a), lines_of(b)
        for kind, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if kind != "equal":
                gone.update(a[i:j])
                come.update(b[k:m])
    return gone, come


def reduced(line, regexes):
    for regex in regexes:
        line = regex.sub("", line)
    return line


def met_by(rules, name, old, new):
    """The patterns that say together that the difference is meant; none: it is not."""
    rules = [rule for rule in rules if fnmatch.fnmatchcase(name, rule.pattern)]
    whole = [rule.pattern for rule in rules if not rule.has_lines()]
    if whole or not rules or old is None or new is None:
        return set(whole[:1])
    used = set()
    sides = []
    for lines in changed_lines(old, new):
        for rule in rules:
            without = {reduced(line, rule.lines["~"]) for line in lines}
            used |= {rule.pattern} if without != lines else set()
            lines = without
        sides.append(lines)
    for mark, lines in (("-", sides[0] - sides[1]), ("+", sides[1] - sides[0])):
        for line in lines - {""}:
            rule = next((rule for rule in rules if any(regex.search(line) for regex in rule.lines[mark])), None)
            if not rule:
                return set()
            used.add(rule.pattern)
    return used or {rules[0].pattern}


def writer_of(name, steps):
    """The step that names an output file, or the folder in which it lies."""
    top = name.split("/")[0]
    return next((step for step in steps if step and step[0] != "write" and top in step), ["file"])


def shortened(command):
    return command if len(command) <= 120 else command[:40] + " … " + command[-75:]


def differences_of(name, steps, old, new):
    """(name of the difference, words, the old, the new) for one chain."""
    for (step, before), (_, now) in zip(old[0], new[0]):
        verb, command = (step[0] if step else "none"), "entente " + " ".join(step)
        for what, a, b in zip(("code", "stdout", "stderr"), before, now):
            if a != b:
                words = f"exit code {a} became {b}" if what == "code" else excerpt(a, b)
                yield f"{verb}/{form_of(step)}/{what}/{name}", f"{shortened(command)}: {words}", a, b
    for file in sorted({*old[1], *new[1]}):
        if not is_same(old[1].get(file), new[1].get(file)):
            step = writer_of(file, steps)
            words = f"{file}: {file_difference(old[1].get(file), new[1].get(file))}"
            yield f"{step[0]}/{form_of(step)}/file/{name}", words, old[1].get(file), new[1].get(file)


def compare_chain(arguments):
    """Both builds on one chain, in a process of its own: its differences, with the rules that mean them, and CPU seconds by verb."""
    programs, name, steps, folder, data, rules = arguments
    old, new = (run_chain(program, steps, folder / side / name, data) for program, side in zip(programs, ("old", "new")))
    seconds = {}
    for index, (outcomes, _) in enumerate((old, new)):
        for step, outcome in outcomes:
            seconds.setdefault(step[0] if step else "none", [0.0, 0.0])[index] += outcome[3]
    found = [(full, words, met_by(rules, full, a, b)) for full, words, a, b in differences_of(name, steps, old, new)]
    return found, seconds, len(old[0])


def expectations(path):
    """The rules of differences that are meant."""
    rules = []
    for line in path.read_text().splitlines() if path.exists() else []:
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(("    - ", "    + ", "    ~ ")) and rules:
            rules[-1].lines[line[4]].append(re.compile(line[6:]))
            continue
        if len(line.split(None, 1)) != 2:
            sys.exit(f"{path}: \"{line}\" has no reason")
        rules.append(Rule(line.split(None, 1)[0]))
    return rules


def chosen_chains(only, data):
    """The chains to run, and how many are left out because their real files are not here."""
    chains, absent = [], 0
    for name, needs, steps in compare_runs.all_chains():
        if not fnmatch.fnmatch(name, only):
            continue
        if all((data / need.removeprefix("data/")).exists() for need in needs):
            chains.append((name, steps))
        else:
            absent += 1
    return chains, absent


def report(results, rules):
    """Prints what differs and is not meant; how many lines that were."""
    used, met, wrong = set(), 0, 0
    for found, _, _ in results:
        for name, words, patterns in found:
            if patterns:
                used |= patterns
                met += 1
            else:
                print(f"{name}  {words}")
                wrong += 1
    for pattern in dict.fromkeys(rule.pattern for rule in rules):
        if pattern not in used:
            print(f"note: nothing differs any more as \"{pattern}\" expects")
    runs = sum(count for _, _, count in results)
    print(f"{runs} runs of each build, {wrong} differences, {met} more that are meant")
    return wrong


def report_times(results):
    total = {}
    for _, seconds, _ in results:
        for verb, (old, new) in seconds.items():
            sums = total.setdefault(verb, [0.0, 0.0])
            sums[0] += old
            sums[1] += new
    for verb, (old, new) in sorted(total.items()):
        print(f"{verb:12} {old:8.2f} s old {new:8.2f} s new")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--expect", type=pathlib.Path, default=ROOT / "tools" / "compare-expected.txt")
    parser.add_argument("--only", default="*", metavar="PATTERN")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    programs = [str(pathlib.Path(p).resolve(strict=True)) for p in (options.old, options.new)]
    data = pathlib.Path(os.environ.get("ENTENTE_SHARED", ROOT.parent / "shared")).resolve() / "data"
    rules = expectations(options.expect)
    chains, absent = chosen_chains(options.only, data)
    if absent:
        print(f"note: {absent} chains are left out: their real files are not in {data}")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        folder = (options.keep or pathlib.Path(scratch)).resolve()
        results = list(pool.map(compare_chain, [(programs, name, steps, folder, data, rules) for name, steps in chains]))
    wrong = report(results, rules)
    if options.times:
        report_times(results)
    print(f"{time.monotonic() - start:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
