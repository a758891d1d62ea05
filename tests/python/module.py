# SPDX-License-Identifier: Apache-2.0
"""The Python module, held against the compiler, the command line and the JSON: module.py FOLDER PROGRAM. TAP."""
import ctypes
import dataclasses
import gc
import inspect
import json
import keyword
import os
import pathlib
import subprocess
import sys
import threading

import entente
from entente import call, door

FOLDER, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
ARDEL = pathlib.Path("examples/ardel")
PLAN = ARDEL / "plan"
DRAFTS = {"Velmark": PLAN / "velmark.docx", "Tarsen": PLAN / "tarsen.docx", "Nereth": PLAN / "nereth.md"}
WORDS = [f"{party}={path}" for party, path in DRAFTS.items()]
STEPS = ARDEL / "timetable"
REPORT = entente.File("report.txt", b'The envoy, Corin Haldane, said on 3 March 2031 that he opposed it. "We will see," he told reporters.\n')
ACTORS = entente.File("actors.csv", b"actor,capability,position,salience\nA,1,10,0.5\nB,0.6,80,0.9\nC,0.3,40,0.7\n")
UNPROVED = entente.File("u.md", b"# Article 1\n\nWithin thirty (20) days, as Article 9 says, ____ reports.\n\n# Article 2\n\nSee Article 1.\n\n# Article 3\n\nEnd.\n")
BRACKETED = entente.File("t.md", b"# 1 Term\n\nThe term is [A: two][B propose; A oppose: three] years [ ] and {place}].\n")
TESTS = []


def test(name):
    return lambda function: TESTS.append((name, function)) or function


def program(*words):
    """What the command line writes to a file named last."""
    ran = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, check=False)
    assert ran.returncode < 2, ran.stderr
    return pathlib.Path(words[-1]).read_bytes()


@test("every struct, member and number is as the C compiler has it")
def layouts():
    told = dict(line.split(" ", 1) for line in (FOLDER / "probe.txt").read_text().splitlines())
    seen = set()
    for tag, mirror in door.STRUCTS.items():
        assert int(told[tag]) == ctypes.sizeof(mirror), tag
        seen.add(tag)
        for name, _ in mirror._fields_:
            place = getattr(mirror, name)
            assert told[f"{tag}.{name}"] == f"{place.offset} {place.size}", (tag, name)
            seen.add(f"{tag}.{name}")
    for name in set(told) - seen:
        assert int(told[name]) == getattr(door, name), name
    headers = "".join(path.read_text() for path in pathlib.Path("include/entente").glob("*.h"))
    assert headers.count("ENTENTE_API ") - 1 == len(door.FUNCTIONS), "a function of the headers is not mirrored"
    assert len(seen) > 200


def held(value, told, where="top"):
    """Everything that the JSON says stands in the value, and nothing else."""
    if dataclasses.is_dataclass(value):
        names = {field.name: field for field in dataclasses.fields(value)}
        missing = set(names) - {"answer", "json", "_again"}
        for key, each in told.items():
            key = key + "_" if keyword.iskeyword(key) else "counts" if key == "summary" else key
            if key == "format" and where == "top":
                continue
            assert key in names, f"{where}.{key} of the JSON is no member of {type(value).__name__}"
            held(getattr(value, key), each, f"{where}.{key}")
            missing.discard(key)
        for key in missing:
            assert not getattr(value, key) or names[key].default == getattr(value, key), f"{where}.{key} is not in the JSON"
    elif isinstance(told, list):
        assert len(value) == len(told), where
        for i, (mine, its) in enumerate(zip(value, told)):
            held(mine, its, f"{where}[{i}]")
    elif isinstance(told, dict):
        assert set(value) == set(told), where
        for key in told:
            held(value[key], told[key], f"{where}.{key}")
    else:
        assert value == told and type(value) is type(told), where


@test("results say what the JSON says, member by member")
def against_json():
    merged = entente.merge(PLAN / "base.docx", DRAFTS)
    economy = {each: ARDEL / f"economy/{each.lower()}.docx" for each in ("Velmark", "Tarsen", "Nereth")}
    answers = [merged, entente.merge(ARDEL / "economy/base.docx", economy), entente.view(merged), entente.view(merged, "Tarsen"),
               entente.view(merged, agreed=True), entente.issues(merged), entente.diff(PLAN / "base.docx", DRAFTS["Velmark"]),
               entente.counterparts(PLAN / "base.docx", {"Nereth": DRAFTS["Nereth"]}), entente.brackets(BRACKETED), entente.statements(REPORT),
               entente.proofread(UNPROVED), entente.proofread(merged),
               entente.limits([PLAN / "base.docx", DRAFTS["Nereth"]]), entente.timetable(PLAN / "base.docx"), entente.spatial(ACTORS, challenge=True),
               entente.timetable(steps=STEPS / "base.yaml", start="2031-04-01", slip="withdrawal=10d"),
               entente.rivals({each: STEPS / f"{each}.yaml" for each in ("velmark", "tarsen", "nereth")}, steps=STEPS / "base.yaml"),
               entente.prospects(ARDEL / "bargain/before.json", ARDEL / "bargain/scenario.json")]
    answers += [entente.timetable(steps=STEPS / f"{name}.yaml", circles=3) for name in ("velmark", "nereth", "mixed")]
    answers += [entente.bargain(ARDEL / "bargain/mediator.json"), entente.bargain(ARDEL / "bargain/scenario.json", explain=True, draft="0,0,0,0,0,0,0,0,0,0")]
    answers += [entente.bargain(ARDEL / "bargain/scenario.json", point=point) for point in ("nash", "ks")]
    for answer in answers:
        held(answer, answer.json, "top")
    assert len({type(answer) for answer in answers}) == 14
    assert len(merged.slots) == merged.counts.slots == 48 and not merged.is_yes and "Tarsen" in merged.summary


@test("a text is proofread: kinds, certainties, what is left out, and the answer no")
def proofreading():
    found = entente.proofread(UNPROVED)
    assert {each.kind for each in found.findings} == {"figure", "reference", "blank"} and found.is_yes and found.left_out == 0
    assert all(each.quotation in UNPROVED.bytes.decode() for each in found.findings)
    sure = entente.proofread(UNPROVED, least="sure", check="sure")
    assert not sure.is_yes and all(each.certainty == "sure" for each in sure.findings) and len(sure.findings) + sure.left_out == len(found.findings)
    (FOLDER / "u.md").write_bytes(UNPROVED.bytes)
    for form, ending in (("text", "txt"), ("markdown", "md"), ("html", "html"), ("docx", "docx"), ("json", "json")):
        wanted = program("proofread", FOLDER / "u.md", "-o", FOLDER / f"proof.{ending}")
        named = entente.File(str(FOLDER / "u.md"), UNPROVED.bytes)
        assert entente.proofread_as(named, form).output == wanted, form
    try:
        entente.proofread(UNPROVED, least="surely")
    except entente.BadInput as refusal:
        assert "surely" in str(refusal)
    else:
        raise AssertionError("a certainty that there is not is taken")


@test("files are the command line's, byte for byte")
def against_program():
    merged = entente.merge(PLAN / "base.docx", DRAFTS)
    for ending in ("docx", "html", "md", "txt", "csv", "xlsx", "json"):
        merged.write(FOLDER / f"ours.{ending}")
        wanted = program("merge", PLAN / "base.docx", *WORDS, "-o", FOLDER / f"wanted.{ending}")
        assert (FOLDER / f"ours.{ending}").read_bytes() == wanted, ending
    merged.write(FOLDER / "columns.html", "columns")
    assert (FOLDER / "columns.html").read_bytes() == program("merge", PLAN / "base.docx", *WORDS, "--as", "columns", "-o", FOLDER / "c.html")
    json_file = FOLDER / "wanted.json"
    assert entente.issues(merged).answer.output == program("issues", json_file, "-o", FOLDER / "i.json")
    assert entente.next_base(json_file, format="docx", base=PLAN / "base.docx").output == program(
        "next", json_file, "--base", PLAN / "base.docx", "-o", FOLDER / "n.docx")
    assert entente.view_as(json_file, "html", "Tarsen").output == program("view", json_file, "--party", "Tarsen", "-o", FOLDER / "v.html")
    assert entente.timetable_as("ics", steps=STEPS / "base.yaml").output == program("timetable", STEPS / "base.yaml", "-o", FOLDER / "t.ics")
    assert entente.bargain_as(ARDEL / "bargain/scenario.json", "html").output == program(
        "bargain", ARDEL / "bargain/scenario.json", "-o", FOLDER / "b.html")
    assert entente.diff_as(PLAN / "base.docx", DRAFTS["Velmark"], "html").output == program(
        "diff", PLAN / "base.docx", DRAFTS["Velmark"], "-o", FOLDER / "d.html")


def refusal(kind, function, *words, **named):
    try:
        function(*words, **named)
    except kind as error:
        return error
    raise AssertionError(f"{function.__name__} did not refuse")


@test("what is refused says what and where")
def refusals():
    cut = refusal(entente.BadInput, entente.text, entente.File("cut.docx", b"PK"))
    assert cut.where == "cut.docx" and "zip" in cut.what and isinstance(cut, entente.EntenteError)
    steps = refusal(entente.BadInput, entente.timetable, steps=entente.File("steps.yaml", b"steps:\n  - {id: a}\n"))
    assert steps.where == "steps.yaml, line 2, column 3" and "is not a map" in steps.what
    assert "no form" in refusal(entente.BadInput, entente.bargain_as, ARDEL / "bargain/scenario.json", "poem").what
    assert "no format" in refusal(entente.BadInput, entente.merge(PLAN / "base.docx", DRAFTS).write, FOLDER / "a.poem").what
    refusal(entente.OverLimit, entente.merge, PLAN / "base.docx", DRAFTS, bounds=entente.Bounds(steps=10))
    assert refusal(FileNotFoundError, entente.text, "nowhere.docx").filename == "nowhere.docx"


@test("a call can be stopped, and what its listener raises comes through")
def stopping():
    stopped = entente.Bounds()
    stopped.stop()
    refusal(entente.OverLimit, entente.merge, PLAN / "base.docx", DRAFTS, bounds=stopped)
    heard = []

    def listen(done, _all):
        heard.append(done)
        raise KeyboardInterrupt
    listening = call._Listening(entente.Bounds(progress=listen))
    listening.struct.progress(None, 5, 10)  # as the library calls it
    assert heard == [5] and isinstance(listening.raised, KeyboardInterrupt) and listening.struct.stop.contents.value == 1
    if os.environ.get("ENTENTE_NIGHTLY"):  # a search long enough to be heard of takes some seconds
        refusal(KeyboardInterrupt, entente.bargain, long_search(), bounds=entente.Bounds(progress=listen))
        assert len(heard) == 2


def long_search():
    """Twenty issues with forty ties between them."""
    seed = [1]

    def draw(below):
        seed[0] = seed[0] * 48271 % 2147483647
        return seed[0] % below

    def tie():
        first = draw(19)
        return [[first, draw(4)], [first + 1 + draw(19 - first), draw(4)], draw(500) - 250]
    issues = [{"name": f"I{i}", "options": ["a", "b", "c", "d"]} for i in range(20)]
    parties = [{"name": name, "reservation": 9000, "scores": [[draw(997) for _ in range(4)] for _ in issues], "pairs": [tie() for _ in range(20)]}
               for name in "ABCD"]
    return {"format": "entente-bargain/1", "issues": issues, "parties": parties}


@test("memory is given back")
def memory():
    def held_pages():
        gc.collect()
        return int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    base = entente.File("a.md", b"# 1 Term\n\nThe term is two years. " + b"Words of a long clause follow here. " * 400)
    drafts = {"A": entente.File("b.md", base.bytes.replace(b"two", b"three")), "B": entente.File("c.md", base.bytes.replace(b"two", b"four"))}

    def work():
        merged = entente.merge(base, drafts)
        merged.shown("html")
        refusal(entente.BadInput, entente.text, entente.File("cut.docx", b"PK" * 5000))
    for _ in range(8):
        work()
    before = held_pages()
    for _ in range(25):
        work()
    grown = (held_pages() - before) * 4096
    assert grown < 2 << 20, f"{grown} bytes more after 25 rounds"


@test("threads get the same bytes, each its own")
def threads():
    wanted = entente.merge(PLAN / "base.docx", DRAFTS).answer.output
    got = []
    hands = [threading.Thread(target=lambda: got.append(entente.merge(PLAN / "base.docx", DRAFTS).answer.output)) for _ in range(4)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert got == [wanted] * 4


@test("a case is made, filled, read and verified, as the command line does it")
def cases():
    def moment(day):
        return {"now": f"2031-03-0{day}T10:00:00Z", "seed": bytes([day]) * 32}
    path = FOLDER / "talks.entente"
    entente.new_case(path, title="Talks", case_id="talks", **moment(1))
    with entente.Case(path) as talks:
        assert talks.enter("party", {"name": "Velmark"}, item="velmark", **moment(2))[0]["id"] == "velmark"
        talks.enter("document", {"title": "The plan"}, item="plan", **moment(2))
        talks.submit(PLAN / "base.docx", document="plan", **moment(3))
        told = talks.submit(DRAFTS["Velmark"], document="plan", party="velmark", **moment(4))
        assert told[0]["id"] and told[1]["slots_new"] == 21, told
        state, log = talks.state(), talks.log()
        held(state, state.json)
        held(log, log.json)
        assert len(state.slots) == told[1]["slots_new"] and len(log.entries) == 5
        assert talks.text("plan", "markdown").output.startswith(b"PLAN") or talks.text("plan", "markdown").output
        assert b"<html" in talks.brief("html").output
        assert talks.settle(state.slots[0]["id"], wording="base", **moment(5)).summary is not None
        assert json.loads(talks.show("draft").output)
    assert entente.case(path).case["title"] == "Talks" and entente.case(path, as_of="2031-03-02").drafts == []
    verified = entente.verify(path)
    held(verified, verified.json)
    assert verified.ok and verified.is_yes
    assert "closed" in refusal(entente.BadInput, talks.state).what
    talks.close()
    same = FOLDER / "same.entente"
    command = ["--now", "2031-03-01T10:00:00Z", "--seed", "01" * 32]
    subprocess.run([PROGRAM, "init", same, "--title", "Talks", "--id", "talks", *command], check=True, capture_output=True)
    other = FOLDER / "other.entente"
    entente.new_case(other, title="Talks", case_id="talks", **moment(1))
    assert entente.Case(same).show(form="text").output == entente.Case(other).show(form="text").output
    assert refusal(entente.EntenteError, entente.new_case, path, title="Talks", case_id="talks").where == str(path)


@test("every function says what it does and what it takes")
def documented():
    for name in entente.__all__:
        thing = getattr(entente, name)
        members = [thing] if inspect.isfunction(thing) else [each for _, each in inspect.getmembers(thing, inspect.isfunction) if each.__module__.startswith("entente")]
        assert thing.__doc__ or dataclasses.is_dataclass(thing), name
        for each in members:
            if each.__name__.startswith("_"):
                continue
            assert each.__doc__ or each.__qualname__ == "Bounds.stop", each.__qualname__
            signature = inspect.signature(each)
            assert signature.return_annotation is not inspect.Signature.empty, each.__qualname__
            for parameter in signature.parameters.values():
                assert parameter.name == "self" or parameter.annotation is not inspect.Parameter.empty, (each.__qualname__, parameter.name)


@test("the worked analysis says what it said")
def analysis():
    ran = subprocess.run([sys.executable, "examples/python/analysis.py"], capture_output=True, text=True, check=True)
    assert ran.stdout == pathlib.Path("examples/python/analysis.txt").read_text(), ran.stdout


print(f"1..{len(TESTS)}")
for number, (name, function) in enumerate(TESTS, 1):
    try:
        function()
        print(f"ok {number} - {name}", flush=True)
    except Exception as reason:
        import traceback
        for line in traceback.format_exc().splitlines()[-8:]:
            print(f"# {line}"[:400], file=sys.stderr)
        print(f"not ok {number} - {name}", flush=True)
