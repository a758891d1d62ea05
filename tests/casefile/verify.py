#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The second verifier: checks a record by docs/CASEFILE-FORMAT.md alone, with Python's standard
library and none of the program's code. Reads a case file, a folder or a bundle.

    verify.py CASE [--checkpoint NOTE]... [--key FILE]...       exit 0: right; 1: not as recorded; 2: no record
    verify.py PROOF --proof [--checkpoint NOTE]... [--key FILE]...

Prints one line for each finding: "AUDIENCE FROM TO what", and before them one for each entry that was taken out.
"""
import base64
import functools
import hashlib
import json
import os
import re
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import libpq  # noqa: E402

# --- Ed25519 (RFC 8032, 5.1), verification only

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * I % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return (f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P


def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1:
            out = add(out, point)
        point = add(point, point)
        n >>= 1
    return out


def point_of(data):
    y = int.from_bytes(data, "little")
    x = recover_x(y & ((1 << 255) - 1), y >> 255)
    return None if x is None else (x, y & ((1 << 255) - 1), 1, x * (y & ((1 << 255) - 1)) % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


@functools.lru_cache(maxsize=4096)  # a checkpoint is met again in each copy of a case that is looked at
def ed25519_is_good(key, message, signature):
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# --- Hashes (section 4 and 5 of the format)


def sha(data):
    return hashlib.sha256(data).digest()


def number(n):
    return n.to_bytes(8, "big")


def part(data):
    return number(len(data)) + data


def commitment(case, audience, at, salt, content, attachments):
    return sha(part(b"entente-entry/1") + part(case.encode()) + part(audience.encode()) + number(at) + part(salt)
               + part(content) + part(attachments))


class Tree:
    """RFC 6962, kept as the roots of perfect subtrees."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, commit):
        node, bits = sha(b"\0" + commit), self.size
        while bits & 1:
            node, bits = sha(b"\1" + self.peaks.pop() + node), bits >> 1
        self.peaks.append(node)
        self.size += 1
        return node

    def root(self):
        if not self.peaks:
            return sha(b"")
        node = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            node = sha(b"\1" + peak + node)
        return node


# --- Reading


class Broken(Exception):
    """The form itself is broken: tampered with, at this line."""


def unbase64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError("not in its one form")
    return data


def canonical(value):
    """Section 3: of the escapes that Python writes, two are longer here, and U+007F is one more."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    longer = {"\\b": "\\u0008", "\\f": "\\u000c", "\x7f": "\\u007f"}
    return re.sub(r"\\.|\x7f", lambda found: longer.get(found[0], found[0]), text)


def no_twice(pairs):
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name twice")
    return dict(pairs)


class Record:
    def __init__(self, case):
        self.case, self.entries, self.heads, self.checkpoints, self.files = case, {}, {}, [], {}
        self.state = None  # (kind, id) -> (born, last, value); None where there are no state tables
        self.found = []  # what was wrong with the rows themselves
        self.order = ()  # of the line before


def order_of(line):
    for rank, name in enumerate(("audience", "head", "checkpoint", "file")):
        if name in line:
            return rank, line[name].encode(), line.get("at" if rank == 0 else "size", 0)
    raise ValueError("no line of a record")


def read_line(record, line):
    if order_of(line) <= record.order:
        raise ValueError("the line does not stand in its place")
    record.order = order_of(line)
    for name, value in line.items():
        counts = name in ("at", "size")
        if not isinstance(value, int if counts else str) or isinstance(value, bool) or (counts and not 0 <= value < 1 << 63):
            raise ValueError(f"{name} is of another kind")
    if "audience" in line and len(line) == 7:
        is_open = line["audience"] in ("public", "all")
        content = line["content"].encode() if is_open else unbase64(line["sealed"])
        log = record.entries.setdefault(line["audience"], {})
        if line["at"] in log:
            raise ValueError("an entry twice")
        log[line["at"]] = tuple(unbase64(line[name]) for name in ("salt", "attachments", "commitment", "subtree")) \
            + (content,)
    elif "head" in line and len(line) == 3:
        if line["head"] in record.heads:
            raise ValueError("a head twice")
        record.heads[line["head"]] = (line["size"], unbase64(line["root"]))
    elif "checkpoint" in line and len(line) == 3:
        record.checkpoints.append((line["checkpoint"], line["size"], line["note"]))
    elif "file" in line and len(line) == 2:
        data = unbase64(line["bytes"])
        if sha(data).hex() != line["file"]:
            raise ValueError("a file with other bytes")
        record.files[bytes.fromhex(line["file"])] = data
    else:
        raise ValueError("no line of a record")


def read_bundle(path):
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    record = None
    for count, raw in enumerate(lines, 1):
        try:
            text = raw.decode()
            line = json.loads(text, object_pairs_hook=no_twice)
            if not isinstance(line, dict) or canonical(line) != text:
                raise ValueError("not canonical")
            if count == 1:
                if line["format"] not in ("entente-record/1", "entente-record/2"):
                    raise ValueError("no record")
                record = Record(line["case"])
            elif "lines" in line and len(line) == 1:
                if line["lines"] != count - 1 or lines[count:] != [b""]:
                    raise ValueError("lines are missing or follow")
                return record
            else:
                read_line(record, line)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as wrong:
            raise Broken(f"line {count}: {wrong}") from wrong
    raise Broken("cut off")


# The columns of each table, and what must stand in them.
TABLES = {
    "meta": (("name", str), ("value", str)),
    "entry": (("audience", str), ("at", int), ("salt", bytes), ("attachments", bytes), ("commitment", bytes),
              ("subtree", bytes), ("content", bytes)),
    "head": (("audience", str), ("size", int), ("root", bytes)),
    "checkpoint": (("audience", str), ("size", int), ("note", str)),
    "attachment": (("hash", bytes), ("bytes", bytes)),
    "state": (("kind", str), ("id", str), ("born", str), ("last", str), ("value", str)),
}


def value_of(column, wanted):
    """A column read as bytes whatever it is: (kind, bytes); raises ValueError when it is something else."""
    kind, data = column
    if kind != {str: "text", int: "integer", bytes: "blob"}[wanted]:
        raise ValueError(f"{kind} stands where {wanted.__name__} belongs")
    if wanted is int:
        if not 0 <= data < 1 << 63:
            raise ValueError("a number below 0")
        return data
    return data.decode() if wanted is str else data


def rows_of(database, table, found):
    columns = TABLES[table]
    if isinstance(database, libpq.Connection):  # which lets nothing else stand in a column
        for row in database.execute(f"SELECT {','.join(name for name, _ in columns)} FROM {table}"):
            if any(isinstance(cell, int) and cell < 0 for cell in row):
                found.append(("record", 0, 0, f"a row of the table {table} is broken: a number below 0"))
            else:
                yield row
        return
    asked = ",".join(f"typeof({name}),CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) ELSE {name} END"
                     for name, _ in columns)
    for row in database.execute(f"SELECT {asked} FROM {table}"):
        try:
            yield tuple(value_of(row[2 * i:2 * i + 2], wanted) for i, (_, wanted) in enumerate(columns))
        except ValueError as wrong:
            found.append(("record", 0, 0, f"a row of the table {table} is broken: {wrong}"))


def bound_checkpoints(record):
    """Section 6: what the file says of the checkpoints it holds."""
    return sha(part(b"entente-checkpoints/1")
               + b"".join(part(audience.encode()) + number(size) + part(note.encode())
                          for audience, size, note in record.checkpoints)).hex()


def format_of(database):
    if isinstance(database, libpq.Connection):
        said = database.execute("SELECT obj_description(oid,'pg_namespace') FROM pg_namespace WHERE nspname=?", (database.schema,)).fetchone()
        if not said or not (said[0] or "").startswith("entente case, format "):
            raise libpq.Error("no case")
        return int(said[0].split()[-1])
    return database.execute("PRAGMA user_version").fetchone()[0]


def read_database(path):
    is_file = not libpq.is_address(path)
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True) if is_file else libpq.connect(path)
    database.execute("BEGIN" if is_file else "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    record, found = Record(""), []
    meta = dict(rows_of(database, "meta", found))
    record.case, record.found = meta.pop("case", ""), found
    bound = None
    if format_of(database) > 1:
        bound = meta.pop("checkpoints", "")
    for name in sorted(meta):
        found.append(("all", 0, 0, f"the case file says something that is no part of it: {name}"))
    for audience, at, *rest in rows_of(database, "entry", found):
        record.entries.setdefault(audience, {})[at] = tuple(rest)
    for audience, size, root in rows_of(database, "head", found):
        record.heads[audience] = (size, root)
    record.checkpoints = sorted(rows_of(database, "checkpoint", found), key=lambda row: (row[0].encode(), row[1]))
    # Row security shows a part of them to a login that may not read all logs.
    is_part = not is_file and database.execute("SELECT row_security_active('entry')").fetchone() == (True,)
    if not is_part and bound not in (None, bound_checkpoints(record)):
        found.append(("all", 0, 0, "the checkpoints are not those that the case file says it holds"))
    record.files = dict(rows_of(database, "attachment", found))
    record.state = {row[:2]: row[2:] for row in rows_of(database, "state", found)}
    database.close()
    return record


def read_record(path):
    if libpq.is_address(path):
        return read_database(path)
    if os.path.isdir(path):
        return read_bundle(os.path.join(path, "record.jsonl"))
    with open(path, "rb") as file:
        is_database = file.read(16) == b"SQLite format 3\0"
    return read_database(path) if is_database else read_bundle(path)


# --- State (section 8)


def entry_of(content):
    """An entry of an open log, read; raises ValueError when it is none in canonical form."""
    text = content.decode()
    entry = json.loads(text, object_pairs_hook=no_twice, parse_constant=no_number,
                       parse_float=no_number)
    if not isinstance(entry, dict) or canonical(entry) != text or depth_of(entry) > 32 or not in_64_bits(entry):
        raise ValueError("not in canonical form")
    if not all(isinstance(entry.get(name), str) and entry[name] for name in ("act", "time")) or \
            not isinstance(entry.get("changes"), list):
        raise ValueError("it lacks act, time or changes")
    for change in entry["changes"]:
        if not isinstance(change, dict) or \
                not all(isinstance(change.get(name), str) and change[name] for name in ("kind", "id")) or \
                ("set" in change) == ("gone" in change) or not isinstance(change.get("set", {}), dict):
            raise ValueError("a change lacks kind, id or what it is")
    return entry


def no_number(text):
    raise ValueError(f"{text} is no whole number")


def depth_of(value):
    """How deep the deepest value stands; without recursion, as a foreign file may be deep."""
    deepest, level = 0, [value]
    while True:
        level = [inner for outer in level if isinstance(outer, (dict, list))
                 for inner in (outer.values() if isinstance(outer, dict) else outer)]
        if not level or deepest > 40:
            return deepest
        deepest += 1


def in_64_bits(value):
    if isinstance(value, dict):
        return all(in_64_bits(inner) for inner in value.values())
    if isinstance(value, list):
        return all(in_64_bits(inner) for inner in value)
    return not isinstance(value, int) or -(1 << 63) <= value < 1 << 63


def short(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def state_text(state, public_count):
    """What an entry for all says of the state after it."""
    level = [short(b"\0" + b"".join(part(text.encode()) for text in (*key, born, last)) + short(value.encode()))
             for key, (born, last, value) in sorted(state.items(), key=lambda item: item[1][0].encode())]
    while len(level) > 1:
        level = [short(b"\1" + level[i] + level[i + 1]) if i + 1 < len(level) else level[i]
                 for i in range(0, len(level), 2)]
    root = level[0] if level else short(b"")
    return f"{public_count} {short(b'entente-state/1%c%d%c' % (10, public_count, 10) + root).hex()}"


def check_state(record, found):
    """The entries of the open logs read, and the state tables against what they add up to."""
    state, is_read, said = {}, True, ""
    for rank, audience in enumerate(("public", "all")):
        for at, entry in sorted(record.entries.get(audience, {}).items()):
            if is_gone(entry):
                continue
            try:
                read = entry_of(entry[4])
            except (ValueError, RecursionError) as wrong:
                found.append((audience, at, at + 1, f"the entry cannot be read: {wrong}"))
                is_read = False
                continue
            said = read.get("state") if audience == "all" else said
            order = f"{read['time']} {rank} {audience} {at:012}"
            for place, change in enumerate(read["changes"]):
                key, value = (change["kind"], change["id"]), canonical(change.get("set"))
                born, last, old = state.get(key, (None, "", ""))
                one = f"{order} {place:06}"
                born = one if born is None or one.encode() < born.encode() else born
                state[key] = (born, *((order, value) if order.encode() >= last.encode() else (last, old)))
    public_count = len(record.entries.get("public", {}))
    if is_read and isinstance(said, str) and said.startswith(f"{public_count} ") and said != state_text(state, public_count):
        found.append(("all", 0, 0, "the newest entry says that the state is another"))
    if record.state is None or not is_read:
        return
    for key in sorted(set(state) | set(record.state)):
        if state.get(key) != record.state.get(key):
            found.append(("state", 0, 0, f"the state tables are not what the record says: {' '.join(key)}"))


def check_strays(record, found):
    named = set()
    for log in record.entries.values():
        for entry in log.values():
            named |= {entry[1][start:start + 32] for start in range(0, len(entry[1]), 32)}
    for digest in sorted(set(record.files) - named):
        found.append(("all", 0, 0, f"no entry names the file {digest.hex()[:16]}"))


# --- Checkpoints (section 6)


def is_gone(entry):
    """Section 12: an entry that was taken out keeps its commitment and subtree alone."""
    return not (entry[0] or entry[1] or entry[4])


def forgets_of(content):
    """{at: commitment} of an entry that takes others out; None for any other."""
    try:
        entry = json.loads(content.decode())
        if entry["act"] != "forget" or entry["changes"] != [] or not entry["forgets"] or canonical(entry) != content.decode():
            return None
        return {one["at"]: unbase64(one["commitment"]) for one in entry["forgets"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def key_changes(entry):
    """(party, its keys' item or None) of each change of keys in an entry of an open log."""
    try:
        return [(change["id"], change.get("set")) for change in json.loads(entry[4])["changes"] if change["kind"] == "key"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []  # such an entry is found by its hash or its form


def public_part(item):
    """(sign, box), raises ValueError when there are none."""
    try:
        keys = unbase64(item["sign"]), unbase64(item["box"])
    except (KeyError, TypeError, AttributeError) as wrong:
        raise ValueError("no keys") from wrong
    if any(len(key) != 32 for key in keys):
        raise ValueError("keys of another length")
    return keys


def is_handed(case, name, before, after):
    """Section 7: the keys are the same, or the old ones sign the new."""
    text = f"entente-keys/2\n{case}\n{name}\n{after['sign']}\n{after['box']}\n".encode()
    try:
        return public_part(before) == public_part(after) or \
            ed25519_is_good(public_part(before)[0], text, unbase64(after["handed"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def signing_keys(record, found=None):
    """name -> [(key, whether the one before handed over to it, entry)], in the order of the log."""
    keys, items, wrong = {}, {}, []
    for audience in ("public", "all"):
        for at, entry in sorted(record.entries.get(audience, {}).items()):
            for name, item in key_changes(entry):
                if audience != "all" or item is None:
                    wrong.append((audience, at, at + 1, f"the entry is not one that gives {name} keys"))
                    continue
                try:
                    key = public_part(item)[0]
                except ValueError:
                    continue
                handed = name in items and is_handed(record.case, name, items[name], item)
                if name in items and not handed:
                    wrong.append((audience, at, at + 1, f"the keys of {name} are exchanged without their signature"))
                items[name] = item
                keys.setdefault(name, []).append((key, handed, at))
    if found is not None:
        found += wrong
    return keys


def handed_on(keys, first, last):
    """Whether the key `first` of a name was handed on, one after the other, until it came to `last`."""
    behind = False
    for key, handed, _ in keys:
        behind = key == first or (behind and handed)
        if behind and key == last:
            return True
    return False


def key_hash(name, algorithm, key):
    return sha(name.encode() + b"\n" + bytes([algorithm]) + key)[:4]


def signature_is_good(body, name, blob, key):
    if len(blob) == 68:
        return blob[:4] == key_hash(name, 1, key) and ed25519_is_good(key, body, blob[4:])
    if len(blob) != 76 or blob[:4] != key_hash(name, 4, key):
        return False
    message = b"cosignature/v1\ntime %d\n" % int.from_bytes(blob[4:12], "big") + body
    return ed25519_is_good(key, message, blob[12:])


def signatures_of(text):
    """(body, name, bytes) of each signature line that can be read."""
    body, _, signatures = text.partition("\n\n")
    for line in signatures.split("\n")[:-1]:
        try:
            dash, name, blob = line.split(" ")
            if dash == "\u2014":
                yield (body + "\n").encode(), name, unbase64(blob)
        except ValueError:
            pass


def previous_of(line):
    """(size, hash of the body) of the checkpoint that one follows; None where the line is broken."""
    try:
        _, size, digest = line.split(" ")
        digest = unbase64(digest)
        return (int(size), digest) if str(int(size)) == size and int(size) >= 0 and len(digest) == 32 else None
    except ValueError:
        return None


def check_chain(record, found):
    """Each checkpoint names the one before it in its log."""
    kept = {(audience, size, sha((note.partition("\n\n")[0] + "\n").encode())) for audience, size, note in record.checkpoints}
    for audience, size, note in record.checkpoints:
        for line in note.partition("\n\n")[0].split("\n")[3:]:
            before = previous_of(line) if line.startswith("previous ") else None
            if before and (audience, *before) not in kept:
                found.append((audience, 0, size, f"the checkpoint follows one at {before[0]} entries that is gone"))


def read_note(text):
    """(origin, size, root) of a note whose form is right."""
    body, gap, signatures = text.partition("\n\n")
    lines = body.split("\n")
    if not gap or len(lines) < 3 or str(int(lines[1])) != lines[1]:
        raise ValueError("a checkpoint is broken")
    if any(line.startswith("previous ") and previous_of(line) is None for line in lines[3:]):
        raise ValueError("a checkpoint does not say well what it follows")
    if signatures and not signatures.endswith("\n"):
        raise ValueError("a signature is cut off")
    return lines[0], int(lines[1]), unbase64(lines[2])


def check_note(record, keys, audience, text):
    """Gives (audience, size, root); raises ValueError for a note that does not hold."""
    origin, size, root = read_note(text)
    start = f"entente.case/{record.case}/"
    if not origin.startswith(start):
        raise ValueError("a checkpoint is of another case")
    if audience is not None and origin != start + audience:
        raise ValueError("a checkpoint is of another log")
    lines = text.partition("\n\n")[2].split("\n")[:-1]
    signatures = list(signatures_of(text))
    known = [(name, blob, key) for _, name, blob in signatures for key in keys.get(name, [])
             if blob[:4] == key_hash(name, 4 if len(blob) == 76 else 1, key)]
    for name, blob, key in known:
        if not signature_is_good(signatures[0][0], name, blob, key):
            raise ValueError(f"a signature in the name of {name} is not theirs")
    if not known:
        raise ValueError("it bears no signature of a known key")
    if len(signatures) != len(lines):
        raise ValueError("a signature line is broken")
    return origin[len(start):], size, root


# --- Checking


def check_log(record, audience, milestones, found):
    tree, agreed, before = Tree(), 0, len(found)
    log = record.entries.get(audience, {})
    gone = {at: entry[2] for at, entry in log.items() if is_gone(entry)}
    untold = dict(gone)
    for at in sorted(log):
        if at != tree.size:
            found.append((audience, tree.size, at, "entries are missing"))
            break
        salt, attachments, stored, subtree, content = log[at]
        commit = stored if at in gone else commitment(record.case, audience, at, salt, content, attachments)
        node = tree.add(commit)
        for other, named in (forgets_of(content) or {}).items():
            if other >= at or untold.pop(other, None) != named:
                found.append((audience, other, other + 1, f"entry {at} says otherwise what was taken out"))
        if at in gone and len(stored) == 32:
            if subtree != node:
                found.append((audience, at, at + 1, "an entry was exchanged"))
        elif len(salt) != 32 or stored != commit:
            found.append((audience, at, at + 1, "the entry is not what was recorded there"))
        elif subtree != node:
            found.append((audience, at, at + 1, "an entry was exchanged"))
        for start in range(0, len(attachments), 32):
            data = record.files.get(attachments[start:start + 32])
            if data is None or sha(data) != attachments[start:start + 32]:
                found.append((audience, at, at + 1, "a file of the entry is missing or changed"))
        for milestone in milestones:
            if milestone[:2] == (audience, tree.size):
                if milestone[2] == tree.root():
                    agreed = tree.size
                else:
                    found.append((audience, agreed, tree.size, "not the entries of a checkpoint"))
    for at in untold:
        found.append((audience, at, at + 1, "the entry is empty, and none says that it was taken out"))
    size, root = record.heads.get(audience, (0, b""))
    if len(found) == before and tree.size != size:
        found.append((audience, min(tree.size, size), max(tree.size, size), "the log ends elsewhere"))
    elif len(found) == before and tree.root() != root:
        found.append((audience, 0, size, "the root is not that of the entries"))
    for milestone in milestones:
        if milestone[0] == audience and milestone[1] > tree.size:
            found.append((audience, tree.size, milestone[1], "the log does not reach a checkpoint"))


def trusted_keys(texts):
    """Verifier keys, "NAME+HASH+BASE64" a line (section 6)."""
    trusted = {}
    for line in "\n".join(texts).split("\n"):
        if line.strip() and not line.startswith("#"):
            name, digest, blob = line.strip().split("+", 2)
            data = unbase64(blob)
            if len(data) != 33 or data[0] != 1 or digest != key_hash(name, 1, data[1:]).hex():
                raise ValueError("no verifier key")
            trusted[name] = data[1:]
    return trusted


def check_trust(record, trusted, notes):
    """What pinned keys ask for beyond the record's own. A pinned key vouches for those it was handed on to."""
    found, vouched, keys = [], False, signing_keys(record)
    good_keys = {name: {key} for name, key in trusted.items()}
    for name, pinned in trusted.items():
        for key, _, at in keys.get(name, []):
            if handed_on(keys[name], pinned, key):
                good_keys[name].add(key)
            elif not handed_on(keys[name], key, pinned):
                found.append(("all", at, at + 1, f"the record gives {name} another key than the trusted one"))
    for note, is_given in notes:
        good = any(signature_is_good(body, name, blob, key)
                   for body, name, blob in signatures_of(note) for key in good_keys.get(name, ()))
        vouched = vouched or good
        if is_given and not good:
            found.append(("checkpoint", 0, 0, "a checkpoint is not signed with a trusted key"))
    if not vouched:
        found.append(("all", 0, 0, "no checkpoint is signed with a trusted key"))
    return found


def check(record, notes, trusted=None):
    found, milestones = list(record.found), []
    keys = {name: {key for key, _, _ in given} for name, given in signing_keys(record, found).items()}
    for name, key in (trusted or {}).items():
        keys.setdefault(name, set()).add(key)
    if trusted:
        found += check_trust(record, trusted, [(note, False) for _, _, note in record.checkpoints]
                             + [(note, True) for note in notes])
    for audience, size, note in record.checkpoints + [(None, None, note) for note in notes]:
        try:
            milestone = check_note(record, keys, audience, note)
            if size is not None and size != milestone[1]:
                raise ValueError("a checkpoint is stored under another size")
            milestones.append(milestone)
        except (ValueError, IndexError) as wrong:
            found.append((audience or "checkpoint", 0, size or 0, str(wrong)))
    for audience in sorted(set(record.entries) | set(record.heads) | {m[0] for m in milestones}):
        check_log(record, audience, milestones, found)
    check_chain(record, found)
    check_state(record, found)
    check_strays(record, found)
    return found


# --- Proofs that stand without the record (section 5)


def root_of_inclusion(leaf, at, size, path):
    """RFC 9162, 2.1.3.2."""
    if at >= size:
        raise ValueError("no such entry")
    node, last = leaf, size - 1
    for step in path:
        if last == 0:
            raise ValueError("a path too long")
        if at & 1 or at == last:
            node = sha(b"\1" + step + node)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            node = sha(b"\1" + node + step)
        at, last = at >> 1, last >> 1
    if last:
        raise ValueError("a path too short")
    return node


def roots_of_growth(old_size, old_root, size, path):
    """RFC 9162, 2.1.4.2: the two roots that the path leads to."""
    if not 0 < old_size <= size or (old_size == size and path):
        raise ValueError("no such growth")
    if old_size == size:
        return old_root, old_root
    path = list(path)
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    first, last = old_size - 1, size - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    old = new = path[0]
    for step in path[1:]:
        if last == 0:
            raise ValueError("a path too long")
        if first & 1 or first == last:
            old, new = sha(b"\1" + step + old), sha(b"\1" + step + new)
            while not first & 1 and first:
                first, last = first >> 1, last >> 1
        else:
            new = sha(b"\1" + new + step)
        first, last = first >> 1, last >> 1
    if last:
        raise ValueError("a path too short")
    return old, new


def check_proof(text, notes, trusted):
    """Raises ValueError when the proof does not hold for the checkpoints and keys that were kept."""
    proof = json.loads(text, object_pairs_hook=no_twice)
    path = [unbase64(step) for step in proof["proof"]]
    root, size = unbase64(proof["root"]), proof["size"]
    said = {size: root}
    if proof["entente"] == "entry-proof/1":
        commit = commitment(proof["case"], proof["audience"], proof["at"],
                            *(unbase64(proof[name]) for name in ("salt", "content", "attachments")))
        if root_of_inclusion(sha(b"\0" + commit), proof["at"], size, path) != root:
            raise ValueError("the entry is not in the tree")
    else:
        said[proof["old_size"]] = old_root = unbase64(proof["old_root"])
        if roots_of_growth(proof["old_size"], old_root, size, path) != (old_root, root):
            raise ValueError("the one tree is not the beginning of the other")
    for note in notes:
        if read_note(note) not in [(f"entente.case/{proof['case']}/{proof['audience']}", n, r) for n, r in said.items()]:
            raise ValueError("a checkpoint says otherwise")
        if trusted and not any(name in trusted and signature_is_good(body, name, blob, trusted[name])
                               for body, name, blob in signatures_of(note)):
            raise ValueError("a checkpoint is not signed with a trusted key")


def read_all(words, option):
    texts = []
    for at, word in enumerate(words):
        if word == option:
            with open(words[at + 1], encoding="utf-8") as file:
                texts.append(file.read())
    return texts


def main(words):
    notes, trusted = read_all(words, "--checkpoint"), trusted_keys(read_all(words, "--key"))
    if "--proof" in words:
        for path in words[: words.index("--proof")]:
            try:
                with open(path, encoding="utf-8") as file:
                    check_proof(file.read(), notes, trusted)
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as wrong:
                print(f"the proof does not hold: {wrong} ({path})")
                return 1
        return 0
    try:
        record = read_record(words[0])
        found = check(record, notes, trusted)
    except Broken as broken:
        found = [("record", 0, 0, str(broken))]
    except (sqlite3.DatabaseError, libpq.Error, OSError, UnicodeDecodeError) as wrong:
        print(f"{words[0]}: no record can be read: {wrong}")
        return 2
    else:
        for audience, log in sorted(record.entries.items()):
            for at in sorted(at for at, entry in log.items() if is_gone(entry)):
                print(f"taken out {audience} {at}")
    for finding in found:
        print(*(str(word).encode("unicode_escape").decode() for word in finding))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
