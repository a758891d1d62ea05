#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tampers with a record in every way we know, and asks both verifiers what and where.

    tamper.py ENTENTE [TRIALS]      prints TAP; 10,000 trials is the claim

Every trial starts from the same sound case: three logs, files, checkpoints at several sizes of which the
newest is kept outside, as a delegation would; the signer's key is kept too. Each tampering must be found,
and one of the findings must name the place: the log and the entry, or the line of the bundle."""
import base64
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import cases  # noqa: E402
import libpq  # noqa: E402
import verify  # noqa: E402

COLUMNS = ("salt", "content", "attachments", "commitment", "subtree")


def make_case(entente, folder):
    case = os.path.join(folder, "t.entente")
    secret = os.path.join(folder, "secret")
    with open(secret, "w", encoding="utf-8") as file:
        file.write("words\n")

    def run(*words, **how):
        return subprocess.run([entente, *words], check=True, capture_output=True, text=True, **how).stdout

    def sign(number):
        note = os.path.join(folder, f"note{number}")
        run("log", case, "--checkpoint", "--as", "UN", "--passphrase-file", secret, "-o", note)
        return note

    run("init", case, "--title", "Talks", "--id", "tamper")
    run("party", case, "UN", "--name", "UN", "--role", "mediator", "--passphrase-file", secret)
    run("party", case, "UA", "--name", "UA", "--passphrase-file", secret)
    for count in range(6):
        draft = os.path.join(folder, f"file{count}.txt")
        with open(draft, "w", encoding="utf-8") as file:
            file.write(f"file number {count}\n" * 5)
        notes = json.dumps([{"id": f"n{count}", "text": f"note {count}"}])
        run("enter", case, "note", "-", input=notes)
        run("enter", case, "note", f"f{count}", "--set", "text=x", "--file", draft)
        run("enter", case, "note", f"p{count}", "--set", f"text=for all the world {count}", "--readers", "public")
        run("seal", case, "--text", f"private {count}", "--id", f"s{count}", "--as", "UA", "--passphrase-file", secret)
        if count in (1, 3, 5):
            newest = sign(count)
    run("export", case, "--bundle", "--with-sealed", "-o", os.path.join(folder, "t.jsonl"))
    key = os.path.join(folder, "un.key")
    with open(key, "w", encoding="utf-8") as file:
        file.write(json.loads(run("show", case, "key", "UN", "--json"))["verifier"] + "\n")
    return case, newest, key


# --- Ways to tamper with the database: each gives (audience, index) of what was touched, or None


def logs_of(database):
    return {a: n for a, n in database.execute("SELECT audience,count(*) FROM entry GROUP BY audience")}


def pick(database, chance, least=1):
    logs = {a: n for a, n in logs_of(database).items() if n >= least}
    audience = chance.choice(sorted(logs))
    return audience, logs[audience]


def flipped(data, chance):
    data = bytearray(data)
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def flip(database, chance):
    audience, count = pick(database, chance)
    at, column = chance.randrange(count), chance.choice(COLUMNS)
    data = database.execute(f"SELECT {column} FROM entry WHERE audience=? AND at=?", (audience, at)).fetchone()[0]
    if not data:
        return None
    database.execute(f"UPDATE entry SET {column}=? WHERE audience=? AND at=?", (flipped(data, chance), audience, at))
    return audience, at


def flip_file(database, chance):
    digest, data = chance.choice(list(database.execute("SELECT hash,bytes FROM attachment ORDER BY hash")))
    if chance.random() < 0.5:
        database.execute("UPDATE attachment SET bytes=? WHERE hash=?", (flipped(data, chance), digest))
    else:
        database.execute("DELETE FROM attachment WHERE hash=?", (digest,))
    return next((audience, at) for audience, at, files in database.execute("SELECT audience,at,attachments FROM entry") if digest in files)


def flip_head(database, chance):
    audience, _ = pick(database, chance)
    root = database.execute("SELECT root FROM head WHERE audience=?", (audience,)).fetchone()[0]
    database.execute("UPDATE head SET root=? WHERE audience=?", (flipped(root, chance), audience))
    return audience, 0


def delete(database, chance):
    audience, count = pick(database, chance)
    at = chance.randrange(count)
    database.execute("DELETE FROM entry WHERE audience=? AND at=?", (audience, at))
    return audience, at


def delete_and_close_up(database, chance):
    audience, count = pick(database, chance, 2)
    at = chance.randrange(count - 1)
    database.execute("DELETE FROM entry WHERE audience=? AND at=?", (audience, at))
    for later in range(at + 1, count):
        database.execute("UPDATE entry SET at=? WHERE audience=? AND at=?", (later - 1, audience, later))
    database.execute("UPDATE head SET size=size-1 WHERE audience=?", (audience,))
    return audience, at


def reorder(database, chance):
    audience, count = pick(database, chance, 2)
    first, second = sorted(chance.sample(range(count), 2))
    for old, new in ((first, -1), (second, first), (-1, second)):
        database.execute("UPDATE entry SET at=? WHERE audience=? AND at=?", (new, audience, old))
    return audience, first


def truncate(database, chance):
    audience, count = pick(database, chance)
    size = chance.randrange(count)
    database.execute("DELETE FROM entry WHERE audience=? AND at>=?", (audience, size))
    return audience, size


def replay(database, chance):
    audience, count = pick(database, chance)
    database.execute("INSERT INTO entry SELECT audience,?,salt,content,attachments,commitment,subtree FROM entry "
                     "WHERE audience=? AND at=?", (count, audience, chance.randrange(count)))
    database.execute("UPDATE head SET size=size+1 WHERE audience=?", (audience,))
    return audience, count


def rewrite(database, chance, audience, at, size):
    """Makes every hash of a log right again after a change from entry `at` on, as a forger would."""
    tree = verify.Tree()
    rows = database.execute("SELECT at,salt,content,attachments FROM entry WHERE audience=? ORDER BY at", (audience,))
    for index, salt, content, attachments in rows.fetchall()[:size]:
        if index == at:
            content = content.replace(b"note", b"nota", 1) if b"note" in content else flipped(content, chance)
        commit = verify.commitment("tamper", audience, index, salt, content, attachments)
        database.execute("UPDATE entry SET content=?,commitment=?,subtree=? WHERE audience=? AND at=?",
                         (content, commit, tree.add(commit), audience, index))
    database.execute("DELETE FROM entry WHERE audience=? AND at>=?", (audience, size))
    database.execute("UPDATE head SET size=?,root=? WHERE audience=?", (size, tree.root(), audience))


def fork(database, chance):
    """All of it made anew and all hashes right: only what was signed before can tell. The checkpoints in the
    file go too, half of the time; the one that a delegation kept stays."""
    count = logs_of(database)["all"]
    at = chance.randrange(count)
    rewrite(database, chance, "all", at, count)
    if chance.random() < 0.5:
        database.execute("DELETE FROM checkpoint")
    return "all", at


def cut_back(database, chance):
    """The log ends earlier, and everything in the file says so."""
    count = logs_of(database)["all"]
    size = chance.randrange(1, count)
    rewrite(database, chance, "all", -1, size)
    database.execute("DELETE FROM checkpoint")
    return "all", size


def packed(point):
    inverse = pow(point[2], verify.P - 2, verify.P)
    x, y = point[0] * inverse % verify.P, point[1] * inverse % verify.P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def signed_with(seed, message):
    """Ed25519 (RFC 8032, 5.1.6): public key and signature."""
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    public = packed(verify.times(scalar, verify.BASE))
    nonce = int.from_bytes(hashlib.sha512(digest[32:] + message).digest(), "little") % verify.L
    point = packed(verify.times(nonce, verify.BASE))
    challenge = int.from_bytes(hashlib.sha512(point + public + message).digest(), "little")
    return public, point + ((nonce + challenge * scalar) % verify.L).to_bytes(32, "little")


def usurp(database, chance):
    """The signer's key is exchanged for the forger's, the log made anew, every checkpoint signed anew: all that
    is in the file agrees, and only whoever kept the true key can tell."""
    seed = chance.randbytes(32)
    public, _ = signed_with(seed, b"")
    rows = database.execute("SELECT at,content FROM entry WHERE audience='all' ORDER BY at").fetchall()
    at = next(at for at, content in rows if b'"id":"UN","kind":"key"' in content)
    entry = json.loads(dict(rows)[at])
    for change in entry["changes"]:
        change["set"]["sign"] = base64.b64encode(public).decode()
    database.execute("UPDATE entry SET content=? WHERE audience='all' AND at=?",
                     (verify.canonical(entry).encode(), at))
    rewrite(database, chance, "all", -1, len(rows))
    tree = verify.Tree()
    roots = [tree.add(row[0]) and tree.root() for row in
             database.execute("SELECT commitment FROM entry WHERE audience='all' ORDER BY at").fetchall()]
    for size, in database.execute("SELECT size FROM checkpoint WHERE audience='all'").fetchall():
        body = f"entente.case/tamper/all\n{size}\n{base64.b64encode(roots[size - 1]).decode()}\n"
        blob = verify.key_hash("UN", 1, public) + signed_with(seed, body.encode())[1]
        database.execute("UPDATE checkpoint SET note=? WHERE audience='all' AND size=?",
                         (f"{body}\n\u2014 UN {base64.b64encode(blob).decode()}\n", size))
    return "all", at


def forge_note(database, chance):
    audience, size, note = chance.choice(list(database.execute("SELECT audience,size,note FROM checkpoint")))
    data = flipped(note.encode(), chance).decode("latin-1").encode("utf-8").decode()
    database.execute("UPDATE checkpoint SET note=? WHERE audience=? AND size=?", (data, audience, size))
    return audience, 0


WAYS = [flip, flip, flip_file, flip_head, delete, delete_and_close_up, reorder, truncate, replay, fork, cut_back,
        forge_note, usurp]

# --- Tampering with the bundle


def flip_bundle(text, chance):
    at = chance.randrange(len(text))
    changed = bytearray(text)
    changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed), text.count(b"\n", 0, at) + 1


def lines_of_bundle(text, chance):
    lines = text.split(b"\n")[:-1]
    first, second = sorted(chance.sample(range(1, len(lines)), 2))
    way = chance.choice(("delete", "swap", "twice", "cut"))
    if way == "delete":
        del lines[first]
    elif way == "swap":
        lines[first], lines[second] = lines[second], lines[first]
    elif way == "twice":
        lines.insert(second, lines[first])
    else:
        del lines[first:]
    return b"\n".join(lines) + b"\n", None


# --- Asking


def ask(entente, path, note=None, key=None):
    """Findings of both verifiers, who kept a checkpoint or a key: (audience, from, to, what, line) each."""
    kept = ["--checkpoint", note] if note else ["--key", key]
    run = subprocess.run([entente, "verify", path, *kept, "--json"], capture_output=True, text=True, check=False)
    ours = []
    if run.returncode == 2:
        ours = [("record", 0, 0, run.stderr, None)]
    elif run.returncode == 1:
        ours = [(f.get("audience", "record"), f.get("from", 0), f.get("to", 0), f["what"], f.get("line"))
                for f in json.loads(run.stdout)["findings"]]
    try:
        with open(note or key, encoding="utf-8") as file:
            text = file.read()
        found = verify.check(verify.read_record(path), [text] if note else [],
                             None if note else verify.trusted_keys([text]))
        theirs = [(*finding, None) for finding in found]
    except verify.Broken as broken:
        words = str(broken).split()
        line = int(words[1].strip(":")) if words[0] == "line" else None
        theirs = [("record", 0, 0, str(broken), line)]
    except (sqlite3.DatabaseError, libpq.Error, UnicodeDecodeError) as wrong:
        theirs = [("record", 0, 0, str(wrong), None)]
    return ours, theirs


def names_place(findings, place):
    """Does a finding name the log, and a range that takes the entry in?"""
    audience, at = place
    return any(f[0] in (audience, "record", "checkpoint") and (f[1] <= at < f[2] or f[1] == f[2] or f[1] <= at <= f[2])
               for f in findings)


def names_line(findings, line, text):
    """A line of broken form is named itself; a well-formed one by the log or entry that it is of."""
    raw = text.split(b"\n")[line - 1]
    content = json.loads(raw)
    if "case" in content or "lines" in content:
        return bool(findings)
    for finding in findings:
        # A flipped line feed joins or parts lines: the neighbour may be the one named.
        if finding[4] is not None and abs(finding[4] - line) <= 1:
            return True
        if finding[4] is None and "audience" in content and finding[0] == content["audience"] and \
                finding[1] <= content["at"] <= finding[2]:
            return True
        if finding[4] is None and finding[0] in (content.get("head"), content.get("checkpoint"), "record"):
            return True
    return False


class Copies:
    """A case to spoil, sound again each time: a file copied, or, in the database that the tests run over, tables that
    are made once and get the rows of the sound case."""

    def __init__(self, entente, folder, case):
        self.case, self.path = case, os.path.join(folder, "bad.entente")
        if not cases.DATABASE:
            return
        self.path, sound = cases.case_in_database("bad"), cases.case_in_database("sound")
        for made in (self.path, sound):
            cases.drop(made)
            subprocess.run([entente, "copy", case, made], check=True, capture_output=True)
        self.database = cases.connect(self.path)
        self.sound = cases.connect(sound).schema

    def again(self):
        if cases.DATABASE:
            for table in cases.TABLES:
                self.database.execute(f"DELETE FROM {table}")
                self.database.execute(f'INSERT INTO {table} SELECT * FROM "{self.sound}".{table}')
            self.database.commit()
            return self.path
        for ending in ("-wal", "-shm"):
            if os.path.exists(self.path + ending):
                os.remove(self.path + ending)
        shutil.copyfile(self.case, self.path)
        return self.path


def trial(entente, folder, copies, note, key, number):
    chance = random.Random(number)
    if number % 3 == 2 and not cases.DATABASE:  # a bundle lies in no database
        with open(os.path.join(folder, "t.jsonl"), "rb") as file:
            text = file.read()
        way = flip_bundle if chance.random() < 0.7 else lines_of_bundle
        changed, line = way(text, chance)
        path = os.path.join(folder, "bad.jsonl")
        with open(path, "wb") as file:
            file.write(changed)
        answers = ask(entente, path, note)
        return way.__name__, [bool(a) and (line is None or names_line(a, line, text)) for a in answers], answers
    path = copies.again()
    database = cases.connect(path)
    way = WAYS[(number - number // 3) % len(WAYS)]  # each in its turn: few trials too try every one
    place = way(database, chance)
    database.commit()
    database.close()
    if place is None:
        return way.__name__, [True, True], None
    if way is usurp:
        answers = ask(entente, path, key=key)
        named = [any("another key" in f[3] and f[1:3] == (place[1], place[1] + 1) for f in a) for a in answers]
        return way.__name__, named, (place, answers)
    answers = ask(entente, path, note)
    return way.__name__, [bool(a) and names_place(a, place) for a in answers], (place, answers)


def main(entente, trials):
    folder = tempfile.mkdtemp(prefix="entente-tamper-")
    case, note, key = make_case(entente, folder)
    missed, ways = [], {}
    sound = [ask(entente, case, note), ask(entente, case, key=key), ask(entente, os.path.join(folder, "t.jsonl"), note)]
    copies, began = Copies(entente, folder, case), time.monotonic()
    for number in range(trials):
        if number and number % 500 == 0:
            print(f"# {number} of {trials}, {1000 * (time.monotonic() - began) / number:.0f} ms each", flush=True)
        way, found, answers = trial(entente, folder, copies, note, key, number)
        ways[way] = ways.get(way, 0) + 1
        if not all(found):
            missed.append((number, way, found, answers))
    shutil.rmtree(folder)
    print("1..3")
    print("ok 1 - both verifiers find nothing in the sound record" if all(found == ([], []) for found in sound)
          else f"# {sound}\nnot ok 1 - both verifiers find nothing in the sound record")
    for which, name in ((0, "entente verify"), (1, "verify.py")):
        bad = [m for m in missed if not m[2][which]]
        for miss in bad[:5]:
            print(f"# trial {miss[0]}, {miss[1]}: {miss[3]}")
        print(f"{'not ' if bad else ''}ok {which + 2} - {name} found and located {trials - len(bad)} of {trials}")
    print("# " + ", ".join(f"{way} {count}" for way, count in sorted(ways.items())))
    return 1 if missed or any(found != ([], []) for found in sound) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 120))
