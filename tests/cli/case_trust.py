#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rows that an intruder changed, added or took away: no act builds on them, and verify names them.

case_trust.py ENTENTE CELLS
"""
import json
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import REFUSED, Tap, ask, change, connect, libpq, verify  # noqa: E402

REFUSAL = "the state is not what the record says"


def writers(tap, case):
    """Every verb that enters something."""
    draft, secret = tap.path("late.md", "# Plan\n\n1. Later.\n"), tap.path("un.pass")
    return {
        "agree": ("agree", case, "plan/1", "1"),
        "stance": ("stance", case, "plan/1", "1", "support", "--party", "US"),
        "submit": ("submit", case, draft, "--document", "plan", "--party", "UA", "--any-base"),
        "party": ("party", case, "FR", "--name", "France"),
        "meeting": ("meeting", case, "--format", "US,UA"),
        "statement": ("statement", case, "--speaker", "Ada", "--paraphrase", "Yes."),
        "enter": ("enter", case, "note", "--set", "text=x"),
        "seal": ("seal", case, draft, "--as", "UN", "--passphrase-file", secret),
        "reopen": ("reopen", case, "plan/1", "--status", "parked"),
        "checkpoint": ("log", case, "--checkpoint", "--as", "UN", "--passphrase-file", secret),
    }


def changed_rows(tap, case):
    """Ways to write into the state tables."""
    slot, value = ask(case, "SELECT id,value FROM state WHERE kind='slot' ORDER BY id")[0]
    last = ask(case, "SELECT last FROM state WHERE kind='case'")[0][0]
    yield "a wording that was never submitted", [("UPDATE state SET value=? WHERE kind='slot' AND id=?",
                                                 value.replace("60", "90"), slot)]
    yield "a key put in another's place", [("UPDATE state SET value=(SELECT value FROM state WHERE kind='key' AND id='UA') "
                                            "WHERE kind='key' AND id='UN'",)]
    yield "a party that nobody entered", [("INSERT INTO state VALUES('party','XX',?,?,'{\"name\":\"X\"}')", last + " 000000", last)]
    yield "a party taken away", [("DELETE FROM state WHERE kind='party' AND id='US'",)]
    yield "a party said to be gone", [("UPDATE state SET value='null' WHERE kind='party' AND id='US'",)]
    yield "an item said to be older", [("UPDATE state SET last=? WHERE kind='document'", last)]
    yield "an item said to be born earlier", [("UPDATE state SET born=? WHERE kind='document'", last + " 000000")]


def test_state(tap, case):
    for number, (what, statements) in enumerate(changed_rows(tap, case)):
        bad = change(tap.copy(case, f"bad{number}.entente"), *statements)
        entries = ask(bad, "SELECT count(*) FROM entry")
        for verb, command in writers(tap, bad).items():
            if number == 0 or verb == "agree":
                tap.refused(f"{what}: {verb} enters nothing", REFUSAL, *command)
        tap.say(ask(bad, "SELECT count(*) FROM entry") == entries, f"{what}: nothing is in the record")
        found = tap.run("verify", bad)
        tap.say(found.returncode == 1 and "the state tables are not" in found.stdout, f"{what}: verify says so", found)
        tap.run("rebuild", bad)
        done = tap.run("agree", bad, "plan/1", "1")
        tap.say(done.returncode == 0, f"{what}: made anew, the state serves again", done.stderr)
        tap.both_sound(f"{what}: and the record holds", bad)


def test_old_version(tap, case):
    """A row that was right once is wrong now."""
    row = ask(case, "SELECT last,value FROM state WHERE kind='party' AND id='US'")[0]
    later = tap.copy(case, "later.entente")
    tap.must("party", later, "US", "--name", "The States")
    change(later, ("UPDATE state SET last=?, value=? WHERE kind='party' AND id='US'", *row))
    tap.refused("an item as it was before its last change: no act builds on it", REFUSAL, *writers(tap, later)["agree"])


def forge(case, audience, at, old, new):
    """Exchanges words of an entry and makes every hash of its log right again, which anybody can."""
    database = connect(case)
    name = database.execute("SELECT value FROM meta WHERE name='case'").fetchone()[0]
    tree = verify.Tree()
    for index, salt, content, files in database.execute("SELECT at,salt,content,attachments FROM entry WHERE audience=? ORDER BY at",
                                                        (audience,)).fetchall():
        if index == at:
            content = content.replace(old.encode(), new.encode())
        commit = verify.commitment(name, audience, index, salt, content, files)
        database.execute("UPDATE entry SET content=?, commitment=?, subtree=? WHERE audience=? AND at=?",
                         (content, commit, tree.add(commit), audience, index))
    database.execute("UPDATE head SET root=? WHERE audience=?", (tree.root(), audience))
    database.commit()
    database.close()


def test_mark(tap, case):
    """Entries for all say what the state is; acts of the public's log between them, in one second too."""
    marked, chance = tap.copy(case, "marked.entente"), random.Random(5)
    for number in range(14):
        command = chance.choice((("party", marked, f"P{number}", "--name", "X"), ("party", marked, "US", "--name", f"US {number}"),
                                 ("enter", marked, "note", "--set", f"text={number}"), ("agree", marked, "plan/1", "1")))
        tap.must(*command, "--now", f"2035-01-01T00:00:{number // 4:02}Z", "--any-time",
                 *(("--readers", "public") if chance.random() < 0.3 else ()))
        tap.both_sound(f"act {number}: what the entry says of the state is so, by both", marked)
    rows = ask(marked, "SELECT at,content FROM entry WHERE audience='all' ORDER BY at")
    said = [json.loads(content).get("state", "") for _, content in rows]
    tap.say(sum(map(bool, said)) > len(said) * 3 // 4, "nearly all entries for all say it", said)
    at, public = rows[-1][0], ask(marked, "SELECT count(*) FROM entry WHERE audience='public'")[0][0]
    tap.must("enter", marked, "note", "--set", "text=the last", "--any-time")
    said = json.loads(ask(marked, "SELECT content FROM entry WHERE audience='all' ORDER BY at DESC LIMIT 1")[0][0])["state"]
    tap.say(said.startswith(f"{public} "), "with the number of public entries", said)
    forge(marked, "all", at + 1, said, f"{public} {'5' * 64}")
    tap.both_find("an entry that says another state is found, all hashes made right", "the state is another", marked)
    done = tap.run("enter", marked, "note", "--set", "text=on", "--any-time")
    tap.say(done.returncode == 0, "acts go on from the record itself", done.stderr)
    tap.both_sound("and the next entry says it right", marked)


def test_folder(tap, case):
    """The lists of a folder are held against its record."""
    folder = tap.path("kept")
    tap.must("export", case, folder, "--with-sealed")
    said = tap.must("verify", folder)
    tap.say("compared with the record: " in said and "not checked: files that no list names" in said, "verify says what of a folder it compared", said)
    shown = json.loads(tap.must("verify", folder, "--json"))
    items = ask(case, "SELECT count(*) FROM state WHERE value<>'null'")[0][0]
    tap.say(shown["ok"] and shown["compared"] == items, "every item is compared", (shown, items))
    with open(os.path.join(folder, "entente.yaml"), encoding="utf-8") as file:
        lists = file.read()
    changes = (("changed", lists.replace("name: US", "name: The States"), "party US"), ("taken out", lists.replace("  - id: US\n    name: US\n", ""), "party US"),
               ("added", lists.replace("parties:\n", "parties:\n  - id: XX\n    name: Nobody\n"), "party XX"),
               ("no list any more", lists.replace("parties:", "partys:"), "lists cannot be read"))
    for what, text, words in changes:
        tap.say(text != lists, f"the folder's list with an item {what}")
        tap.path("kept/entente.yaml", text)
        done = tap.run("verify", folder)
        tap.say(done.returncode == 1 and words in done.stdout, f"an item {what} by hand is told", done.stdout)
    tap.path("kept/entente.yaml", lists)
    drafts = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names if name.endswith(".md")]
    with open(drafts[0], "a", encoding="utf-8") as file:
        file.write("\n3. One more.\n")
    done = tap.run("verify", folder)
    tap.say(done.returncode == 1 and "draft " in done.stdout, "so is a draft's file", done.stdout)
    os.remove(os.path.join(folder, "record.jsonl"))
    for words in (("verify",), ("log", "--prove", "0")):
        tap.refused(f"without its record a folder has nothing to {words[-1]}", "the folder has no record (record.jsonl)", words[0], folder, *words[1:])
    done = tap.run("log", folder)
    tap.say(done.returncode == 0 and "made up of its lists and proves nothing" in done.stderr, "a log made up of its lists says so", done.stderr)
    done = tap.run("import", folder, "-o", tap.path("anew.entente"))
    tap.say(done.returncode == 0 and "its lists were entered as of now" in done.stderr, "and so does a case made of them", done.stderr)


def test_strays(tap, case):
    bad = change(tap.copy(case, "stray.entente"), ("INSERT INTO meta VALUES('owner','me')",))
    tap.both_find("a word about the case that nobody entered is found", "owner", bad)
    bad = change(tap.copy(case, "stray.entente"),
                 ("INSERT INTO attachment VALUES(?,?)", bytes.fromhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), b""))
    tap.both_find("a file that no entry names is found", "a file that no sound entry names", bad)


ODD = [0, -1, 1 << 62, -(1 << 63), "", "public", "all", "party:UA", "\u2028", "x" * 70000, "[" * 70000, '{"a":' * 500, b"", b"\xff" * 31,
       b"\0" * 32, b"{}", b'{"act":"x","changes":[],"time":"2"}', None]
TABLES = {"meta": "name value", "entry": "audience at salt content attachments commitment subtree", "head": "audience size root",
          "attachment": "hash bytes", "checkpoint": "audience size note", "state": "kind id born last value"}


def damaged(case, chance):
    """One cell of one row becomes something odd; false when the tables do not take it."""
    table = chance.choice(sorted(TABLES))
    column, odd = chance.choice(TABLES[table].split()), chance.choice(ODD)
    if isinstance(odd, str) and chance.random() < 0.2:
        value, odd = "CAST(? AS TEXT)", b"\xff\xfe" + odd.encode()[:8]  # no UTF-8
    else:
        value = "?"
    rows = ask(case, f"SELECT count(*) FROM {table}")[0][0]
    keys = TABLES[table].split()[:2 if table in ("entry", "checkpoint", "state") else 1]
    try:
        change(case, (f"UPDATE {table} SET {column}={value} WHERE ({','.join(keys)}) IN "
                      f"(SELECT {','.join(keys)} FROM {table} LIMIT 1 OFFSET {chance.randrange(rows)})", odd))
    except REFUSED:
        return None
    return f"{table}.{column} = {odd!r:.40}"


def dump(case):
    cell = "{}" if libpq.is_address(case) else "CAST({} AS BLOB)"
    return [ask(case, f"SELECT {','.join(map(cell.format, columns.split()))} FROM {table}") for table, columns in TABLES.items()]


def test_damage(tap, case, trials):
    """Whatever stands in a cell: findings, or that there is no record; never a fall, never silence."""
    chance, bad, tried = random.Random(14), [], 0
    while tried < trials:
        changed = tap.copy(case, "damaged.entente")
        what = damaged(changed, chance)
        if not what or dump(changed) == dump(case):
            continue
        tried += 1
        ours, theirs = tap.both(changed)
        if ours.returncode not in (1, 2) or theirs.returncode not in (1, 2) or "Traceback" in theirs.stderr:
            bad.append(f"{what}: ours {ours.returncode}, theirs {theirs.returncode}: {theirs.stderr[-300:]}")
    tap.say(not bad, f"{trials} odd cells: both verifiers say so, and neither falls", "\n".join(bad))


def main(entente, trials):
    tap = Tap(entente)
    case = tap.talks()
    tap.both_sound("a case as it was made is sound", case)
    odd = tap.copy(case, "odd.entente")
    tap.must("enter", odd, "note", "-", input='{"text":"\\b\\f\\u007f\\u0001\\u2028\\\\b \\"q\\" \\ud83d\\ude00"}')
    tap.both_sound("every character has one form for both", odd)
    test_state(tap, case)
    test_old_version(tap, case)
    test_mark(tap, case)
    test_folder(tap, case)
    test_strays(tap, case)
    tap.must("log", case, "--checkpoint", "--as", "UN", "--passphrase-file", tap.path("un.pass"))
    test_damage(tap, case, trials)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
