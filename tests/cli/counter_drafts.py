# SPDX-License-Identifier: Apache-2.0
"""A plan of 28 points is answered by 24 and by 20, in words and an order of their own, over two next bases: each subject is one
place with one history, in text and in Word, and nothing that was said of it is lost. What must be so is worked out here from
the subjects alone, not from the program's answers."""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
import docx_files  # noqa: E402
import odd_files  # noqa: E402

ENTENTE = sys.argv[1]
ROUNDS = int(sys.argv[2])
SUBJECTS = ("harbour lighthouse ferry orchard quarry glacier railway archive theatre vineyard telescope granary sawmill aqueduct "
            "monastery brewery foundry reservoir windmill embassy stadium hospital library observatory shipyard tannery beehive "
            "pasture canal viaduct").split()
folder = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp())
minute = 0


def entente(*words, status=0):
    global minute
    minute += 1
    now = ["--now", f"2031-01-{1 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}:00Z"] if words[0] not in ("show", "counterparts", "verify", "brief", "view") else []
    done = subprocess.run([ENTENTE, *map(str, words), *now], capture_output=True, text=True, cwd=folder)
    assert done.returncode == status, (words, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout, done.stderr


def slots():
    return json.loads(entente("show", "talks.entente", "slots", "--json")[0])


def write(name, points, is_word):
    """The points numbered as they stand, as a text or as a Word file with a list."""
    path = folder / f"{name}{'.docx' if is_word else '.md'}"
    if is_word:
        number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        body = "".join(f"<w:p>{number}{odd_files.r(words)}</w:p>" for words in points) + "<w:p/>"
        path.write_bytes(docx_files.package(body))
    else:
        path.write_text("".join(f"{i}. {words}\n\n" for i, words in enumerate(points, 1)))
    return path.name


def matches(name, base, party, points, added=None):
    """What a person says: which point answers which, by their subjects. added: the subject of a point that is put in, and its number."""
    lines = ["format: entente-matches/1", "matches:"]
    for number, subject in [*enumerate(base, 1), *(added or [])]:
        at = [i for i, other in enumerate(points, 1) if other == subject]
        lines += [f"  - base: {number}", f"    party: {party}",
                  "    points: []" if not at else "    points:", *(f"      - {i}" for i in at), "    certainty: confirmed"]
    (folder / name).write_text("\n".join(lines) + "\n")
    return name


def place_of(subject, rows):
    """The slots in whose wordings the subject is."""
    return [row for row in rows if any(subject in variant["text"] for variant in row["variants"])]


def base_words(subject):
    return f"The {subject} is run by both sides for {len(subject) * 3} years."


def reply_words(subject, version):
    return f"Sole charge of the {subject} falls to one side{' at once' if version == 1 else ', which pays for it'}."


def words_of(text):
    """Without the number that a point of one side alone was given."""
    return re.sub(r"^\d+\. ", "", text.strip())


def holders(row, party):
    return next((variant["text"] for variant in row["variants"][1:] if party in variant.get("parties", [])), row["variants"][0]["text"])


def play(seed, is_word):
    dice = random.Random(seed)
    subjects = SUBJECTS[:]
    dice.shuffle(subjects)
    base, own = subjects[:28], subjects[28:30]
    silent = set(dice.sample(base, 6))
    answered = [subject for subject in base if subject not in silent]
    dice.shuffle(answered)
    first = answered + own  # 24 points
    dice.shuffle(first)
    for path in folder.iterdir():
        path.unlink()
    entente("init", "talks.entente", "--title", "Talks", "--id", "talks")
    for party in ("Ost", "West"):
        entente("party", "talks.entente", party, "--name", party)
    entente("enter", "talks.entente", "document", "plan", "--set", "title=Plan")
    entente("submit", "talks.entente", write("base", map(base_words, base), is_word), "--document", "plan", "--base")

    # The first reply is refused, and what is offered is what takes it.
    reply = write("reply", [reply_words(subject, 1) for subject in first], is_word)
    told = entente("submit", "talks.entente", reply, "--document", "plan", "--party", "Ost", status=2)[1]
    assert f"entente counterparts talks.entente plan Ost={reply} -o matches.yaml" in told, told
    assert f"entente submit talks.entente {reply} --document plan --party Ost --matches matches.yaml" in told, told
    entente("counterparts", "talks.entente", "plan", f"Ost={reply}", "-o", "matches.yaml")
    entente("submit", "talks.entente", reply, "--document", "plan", "--party", "Ost", "--matches", "matches.yaml")
    # What was found is corrected by a later entry.
    entente("submit", "talks.entente", "--document", "plan", "--party", "Ost", "--matches", matches("right.yaml", base, "Ost", first))
    rows = slots()
    assert len(rows) == 30, len(rows)
    for subject in base + own:
        (row,) = place_of(subject, rows)
        wanted = "" if subject in silent else reply_words(subject, 1)
        assert words_of(holders(row, "Ost")) == wanted, (subject, row)
        texts = [variant["text"] for variant in row["variants"]]
        assert all(words_of(text) in ("", wanted) or base_words(subject) in text for text in texts), row
    ids = {subject: place_of(subject, rows)[0]["id"] for subject in base + own}

    # A copy of the base with a few words changed joins the same places.
    changed = dice.sample(base, 3)
    entente("submit", "talks.entente", write("copy", [base_words(s).replace("both sides", "a joint board") if s in changed else base_words(s) for s in base], is_word),
            "--document", "plan", "--party", "West")
    rows = slots()
    assert len(rows) == 30 and all("joint board" in holders(place_of(s, rows)[0], "West") for s in changed)

    # Stances, agreements, the next base.
    settled = dice.sample(answered, 3) + dice.sample(sorted(silent), 2) + own[:1]
    kept = [subject for subject in base + own if subject not in settled]
    for subject in kept[:8]:
        entente("stance", "talks.entente", ids[subject], "Ost" if subject not in silent else "base", "oppose", "--party", "West")
    for subject in settled:
        entente("agree", "talks.entente", ids[subject], "base" if subject in silent else "Ost")
    entente("next", "talks.entente", "plan", "-o", "next.docx" if is_word else "next.md", "--open", "brackets")
    rows = slots()
    assert {row["id"] for row in rows if row["status"] == "settled"} == {ids[subject] for subject in settled}
    for subject in kept:
        row = next((row for row in rows if row["id"] == ids[subject]), None)
        assert row, (subject, ids[subject], subject in silent, subject in own, settled, [(r["id"], r["status"], [v["text"][:30] for v in r["variants"]]) for r in rows])
        assert row["status"] == "open", (subject, row)
        assert words_of(holders(row, "Ost")) == ("" if subject in silent else reply_words(subject, 1)), (subject, row)
    assert len(rows) == 30
    assert len(json.loads(entente("show", "talks.entente", "stances", "--json")[0])) == 8

    # The second reply: 20 points on the new base. Its matches are by the base's new points.
    # Word counts a point that was put in by itself; in a text it has the number it came with.
    place = sorted(own, key=first.index).index(own[0])
    added = [(29 if is_word else 29 + place, own[0])]
    gone = set(dice.sample([s for s in answered if s in kept], 5))
    second = [s for s in first if s not in gone and s != own[1]][:20]
    dice.shuffle(second)
    again = write("again", [reply_words(s, 1 if s in settled else 2) for s in second], is_word)
    entente("submit", "talks.entente", again, "--document", "plan", "--party", "Ost", "--matches", matches("again.yaml", base, "Ost", second, added))
    rows = slots()
    for subject in kept:
        if subject in own:
            continue
        row = next((row for row in rows if row["id"] == ids[subject]), None)
        assert row, (subject, ids[subject], [r["id"] for r in rows])
        wanted = reply_words(subject, 2) if subject in second else ""
        assert words_of(holders(row, "Ost")) == wanted, (subject, row)
    reopened = [s for s in settled if s not in second and s not in silent]
    silent_settled = [s for s in settled if s in silent]
    assert sum(row["status"] == "reopened" for row in rows) == len(reopened) + len(silent_settled), [r for r in rows if r["status"] == "reopened"]
    assert len(json.loads(entente("show", "talks.entente", "stances", "--json")[0])) == 8
    entente("next", "talks.entente", "plan", "-o", "last.docx" if is_word else "last.md")
    assert "right" in entente("verify", "talks.entente")[0]
    brief = entente("brief", "talks.entente")[0]
    assert "Who moved" in brief


for number in range(ROUNDS):
    play(number, number % 2 == 1)
