#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The second verifier: checks a record by docs/CASEFILE-FORMAT.md alone, with Python's standard
library and none of the program's code. Reads a case file, a folder or a bundle.

    verify.py CASE [--checkpoint NOTE]...      exit 0: right; 1: not as recorded; 2: no record

Prints one line for each finding: "AUDIENCE FROM TO what".
"""
import base64
import hashlib
import json
import os
import sqlite3
import sys

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
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def no_twice(pairs):
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a name twice")
    return dict(pairs)


class Record:
    def __init__(self, case):
        self.case, self.entries, self.heads, self.checkpoints, self.files = case, {}, {}, [], {}
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
    if "audience" in line and len(line) == 7:
        is_open = line["audience"] in ("public", "all")
        content = line["content"].encode() if is_open else unbase64(line["sealed"])
        log = record.entries.setdefault(line["audience"], {})
        if line["at"] in log or line["at"] < 0:
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
            if canonical(line) != text or not isinstance(line, dict):
                raise ValueError("not canonical")
            if count == 1:
                if line["format"] != "entente-record/1":
                    raise ValueError("no record")
                record = Record(line["case"])
            elif "lines" in line and len(line) == 1:
                if line["lines"] != count - 1 or lines[count:] != [b""]:
                    raise ValueError("lines are missing or follow")
                return record
            else:
                read_line(record, line)
        except (ValueError, KeyError, TypeError, AttributeError) as wrong:
            raise Broken(f"line {count}: {wrong}") from wrong
    raise Broken("cut off")


def read_database(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    record = Record(database.execute("SELECT value FROM meta WHERE name='case'").fetchone()[0])
    for row in database.execute("SELECT audience,at,salt,attachments,commitment,subtree,content FROM entry"):
        record.entries.setdefault(row[0], {})[row[1]] = tuple(row[2:])
    for audience, size, root in database.execute("SELECT audience,size,root FROM head"):
        record.heads[audience] = (size, root)
    record.checkpoints = list(database.execute("SELECT audience,size,note FROM checkpoint"))
    record.files = dict(database.execute("SELECT hash,bytes FROM attachment"))
    database.close()
    return record


def read_record(path):
    if os.path.isdir(path):
        return read_bundle(os.path.join(path, "record.jsonl"))
    with open(path, "rb") as file:
        is_database = file.read(16) == b"SQLite format 3\0"
    return read_database(path) if is_database else read_bundle(path)


# --- Checkpoints (section 6)


def signing_keys(record):
    keys = {}
    for at in sorted(record.entries.get("all", {})):
        try:
            for change in json.loads(record.entries["all"][at][4])["changes"]:
                if change["kind"] == "key":
                    keys[change["id"]] = unbase64(change["set"]["sign"])
        except (ValueError, KeyError, TypeError):
            pass  # such an entry is found by its hash
    return keys


def key_hash(name, algorithm, key):
    return sha(name.encode() + b"\n" + bytes([algorithm]) + key)[:4]


def signature_is_good(body, name, blob, key):
    if len(blob) == 68:
        return blob[:4] == key_hash(name, 1, key) and ed25519_is_good(key, body, blob[4:])
    if len(blob) != 76 or blob[:4] != key_hash(name, 4, key):
        return False
    message = b"cosignature/v1\ntime %d\n" % int.from_bytes(blob[4:12], "big") + body
    return ed25519_is_good(key, message, blob[12:])


def check_note(record, keys, audience, text):
    """Gives (audience, size, root); raises ValueError for a note that does not hold."""
    body, gap, signatures = text.partition("\n\n")
    lines = body.split("\n")
    start = f"entente.case/{record.case}/"
    if not gap or len(lines) != 3 or not lines[0].startswith(start) or str(int(lines[1])) != lines[1]:
        raise ValueError("a checkpoint is broken or of another case")
    if audience is not None and lines[0] != start + audience:
        raise ValueError("a checkpoint is of another log")
    for line in signatures.split("\n")[:-1]:
        dash, name, blob = line.split(" ")
        if dash != "\u2014" or name not in keys or \
                not signature_is_good((body + "\n").encode(), name, unbase64(blob), keys[name]):
            raise ValueError(f"a signature in the name of {name} is not theirs")
    if not signatures.endswith("\n"):
        raise ValueError("a signature is cut off")
    return lines[0][len(start):], int(lines[1]), unbase64(lines[2])


# --- Checking


def check_log(record, audience, milestones, found):
    tree, agreed, before = Tree(), 0, len(found)
    log = record.entries.get(audience, {})
    for at in sorted(log):
        if at != tree.size:
            found.append((audience, tree.size, at, "entries are missing"))
            break
        salt, attachments, stored, subtree, content = log[at]
        commit = commitment(record.case, audience, at, salt, content, attachments)
        node = tree.add(commit)
        if len(salt) != 32 or stored != commit:
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
    size, root = record.heads.get(audience, (0, b""))
    if len(found) == before and tree.size != size:
        found.append((audience, min(tree.size, size), max(tree.size, size), "the log ends elsewhere"))
    elif len(found) == before and tree.root() != root:
        found.append((audience, 0, size, "the root is not that of the entries"))
    for milestone in milestones:
        if milestone[0] == audience and milestone[1] > tree.size:
            found.append((audience, tree.size, milestone[1], "the log does not reach a checkpoint"))


def check(record, notes):
    found, milestones, keys = [], [], signing_keys(record)
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
    return found


def main(words):
    notes = [open(words[i + 1], encoding="utf-8").read() for i, word in enumerate(words) if word == "--checkpoint"]
    try:
        found = check(read_record(words[0]), notes)
    except Broken as broken:
        found = [("record", 0, 0, str(broken))]
    except (sqlite3.DatabaseError, OSError, UnicodeDecodeError) as wrong:
        print(f"{words[0]}: no record can be read: {wrong}")
        return 2
    for finding in found:
        print(*finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
