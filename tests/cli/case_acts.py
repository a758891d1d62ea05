#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Acts: their time, their signatures, their secrets, their names; and cases that can only be read.

case_acts.py ENTENTE WRITERS
"""
import base64
import json
import os
import stat
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import Tap, ask, libpq  # noqa: E402


def test_times(tap):
    case = tap.path("times.entente")
    tap.must("init", case, "--title", "T", "--now", "2031-03-01T10:00:00Z")
    note = ("enter", case, "note", "--set", "text=x")
    for odd in ("2031-03-01T99:99:99Z", "2031-03-01T24:00:00Z", "2031-03-01T10:60:00Z", "2031-02-29T10:00:00Z", "2031-03-01T10:00:61Z"):
        tap.refused(f"{odd} is no time", "is not a time like", *note, "--now", odd)
    tap.refused("a time far behind the newest entry", "more than a year has gone by", *note, "--now", "2099-01-01T00:00:00Z")
    tap.must(*note, "--now", "2032-03-01T10:00:00Z")
    tap.must(*note, "--now", "2099-01-01T00:00:00Z", "--any-time")
    tap.refused("after a clock that was wrong once the way on is told", "--any-time enters it as of then", *note, "--now", "2032-03-02T10:00:00Z")
    tap.must(*note, "--now", "2032-03-02T10:00:00Z", "--any-time")
    content = json.loads(ask(case, "SELECT content FROM entry ORDER BY at DESC LIMIT 1")[0][0])
    tap.say(content["time"] == "2099-01-01T00:00:00Z" and content["clock"] == "2032-03-02T10:00:00Z", "such an act says its own time beside", content)
    tap.both_sound("and the record holds", case)


def test_writers(tap, writers):
    """Many programs at once: none is turned away because another was a moment earlier."""
    case = tap.path("writers.entente")
    tap.must("init", case, "--title", "T")
    words = [("enter", case, "note", "shared", "--set", "text=x", "--readers", "public" if i % 3 else "all") for i in range(writers)]
    running = [subprocess.Popen([tap.entente, *each], stderr=subprocess.PIPE, text=True) for each in words]
    said = [(one.communicate()[1], one.returncode) for one in running]
    tap.say(all(code == 0 for _, code in said), f"{writers} writers at once: all are entered", [text for text, code in said if code])
    tap.both_sound("in a record that holds", case)


def signed(tap, case, who, *more):
    return tap.must("log", case, "--as", who, "--passphrase-file", tap.path(who.lower() + ".pass"), *(more or ("--checkpoint",)))


def test_checkpoints(tap, case):
    un, ua = signed(tap, case, "UN"), signed(tap, case, "UA")
    kept = ask(case, "SELECT note FROM checkpoint")
    tap.say(len(kept) == 1 and "\u2014 UN " in kept[0][0] and "\u2014 UA " in kept[0][0], "signatures on one state of the log gather", kept)
    signed(tap, case, "UN")
    tap.say(ask(case, "SELECT note FROM checkpoint") == kept, "the same one again changes nothing")
    signed(tap, case, "UA", "--cosign", tap.path("un.note", un), "--now", "2031-01-01T00:00:00Z")
    tap.say(ask(case, "SELECT note FROM checkpoint")[0][0].startswith(kept[0][0]), "a co-signature gathers too")
    tap.both_sound("both verifiers take them all", case)
    lines = ua.split("\n")
    blob = bytearray(base64.b64decode(lines[4].split(" ")[2]))
    blob[40] ^= 1
    forged = "\n".join([*lines[:4], f"\u2014 UA {base64.b64encode(blob).decode()}", ""])
    before = ask(case, "SELECT note FROM checkpoint")
    tap.refused("a bad signature is refused at the door", "is not theirs", "log", case, "--cosign", tap.path("forged.note", forged),
                "--as", "UN", "--passphrase-file", tap.path("un.pass"))
    tap.say(ask(case, "SELECT note FROM checkpoint") == before, "and not kept")
    stranger = un + "\u2014 witness.example/w1 " + base64.b64encode(b"x" * 76).decode() + "\n"
    out = signed(tap, case, "UA", "--cosign", tap.path("stranger.note", stranger), "--now", "2031-01-01T00:00:01Z")
    tap.say("witness" not in out, "a line by an unknown key is passed over")
    tap.both_sound("and the record stays sound", case)
    done = tap.run("verify", case, "--checkpoint", tap.path("stranger.note"))
    tap.say(done.returncode == 0, "a kept checkpoint may bear such a line", done.stdout)
    alone = "\n".join(lines[:4]) + "\n\u2014 witness.example/w1 " + base64.b64encode(b"x" * 76).decode() + "\n"
    done = tap.run("verify", case, "--checkpoint", tap.path("alone.note", alone))
    tap.say(done.returncode == 1 and "no signature of a key that is known" in done.stdout, "but not that alone", done.stdout)


def test_ids(tap, case):
    for odd in ("public", "all", "mediator", "..", ".", "a/b", "party:UA", "a\u202eb", "a\nb", "a\x1bb", "a,b"):
        done = tap.run("party", case, odd, "--name", "X")
        tap.say(done.returncode == 2 and ("is not an id" in done.stderr or "plain line" in done.stderr), f"{odd!r} names no party", done.stderr)
        folder = tap.path("odd-folder")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "entente.yaml"), "w", encoding="utf-8") as file:
            file.write(f"entente: 1\ncase:\n  id: x\n  title: T\nparties:\n  - id: {json.dumps(odd)}\n    name: X\n")
        tap.say(tap.run("show", folder).returncode == 2, f"nor in a folder: {odd!r}")


def test_looks(tap, case):
    """Parties whose ids cannot be told apart by eye: composed otherwise, or with characters that show nothing."""
    tap.must("party", case, "\u00c5land", "--name", "X")
    tap.must("party", case, "Kur\u00addi", "--name", "X")
    for odd in ("A\u030aland", "\u212bland", "\u00c5la\u00adnd", "\u00c5land\ufe0f", "Kurdi", "Kurdi\U000e0041", "U\u2060A"):
        done = tap.run("party", case, odd, "--name", "X")
        tap.say(done.returncode == 2 and "looks like" in done.stderr, f"{odd!r} looks like another", done.stderr)
        done = tap.run("party", case, odd, "--name", "X", "--members", "UA")
        tap.say(done.returncode == 2 and "looks like" in done.stderr, f"nor is it a group: {odd!r}", done.stderr)
    tap.say("nothing can be seen" in tap.run("party", case, "\u00ad\u2060", "--name", "X").stderr, "nor may nothing show of it")
    tap.must("party", case, "Kur\u00addi", "--name", "Y")  # who is there stays
    tap.both_sound("the case is sound", case)


def sealed_bytes(case):
    return [row[0] for row in ask(case, "SELECT content FROM entry WHERE audience='party:UA' ORDER BY at")] + \
        [row[0] for row in ask(case, "SELECT bytes FROM attachment") if row[0].startswith(b"entente-sealed")]


def shared_blocks(one, other):
    """Pieces of 16 bytes that stand at the same place in both, behind the magic and the count."""
    return sum(one[i:i + 16] == other[i:i + 16] for i in range(32, min(len(one), len(other)) - 15, 16))


def test_secrets(tap, case):
    seed = ("--seed", "5" * 64, "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    for number in range(3):
        tap.must("seal", case, tap.path(f"secret{number}.txt", f"secret words {number // 2}"), "--id", f"s{number}", *seed)
    sealed = sealed_bytes(case)
    pairs = [(a, b) for i, a in enumerate(sealed) for b in sealed[:i]]
    tap.say(len(sealed) == 6 and not any(shared_blocks(a, b) for a, b in pairs), "one seed used again seals under other keys and nonces")
    out = tap.path("unsealed.txt")
    os.umask(0o022)
    tap.must("unseal", case, "s1", "--as", "UA", "--passphrase-file", tap.path("ua.pass"), "-o", out)
    tap.say(stat.S_IMODE(os.stat(out).st_mode) == 0o600, "what is unsealed only its owner may read")
    done = tap.run("seal", case, "--text", "seen", "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    tap.say(done.returncode == 0 and "--text stands on the command line" in done.stderr, "a secret on the command line is warned of", done.stderr)
    key = json.loads(ask(case, "SELECT value FROM state WHERE kind='key' AND id='UA'")[0][0])
    for passes, memory in ((16, 1 << 28), (1, 1 << 30), (1 << 40, 8192), (1, 1), (-1, 8192)):
        greedy = tap.path("greedy.json", json.dumps({**key, "id": "US", "passes": passes, "memory": memory}))
        bad = tap.copy(case, "greedy.entente")
        tap.must("enter", bad, "key", greedy)
        tap.refused(f"keys that ask for {passes} passes over {memory} bytes", "out of range", "show", bad, "--as", "US",
                    "--passphrase-file", tap.path("ua.pass"))


def test_read_only(tap, case):
    """As somebody who may write nothing: reading works, entering says why not."""
    room = tap.path("fixed")
    if libpq.is_address(case):
        return  # no file, no rights of one
    os.mkdir(room)
    fixed = os.path.join(room, "t?%#.entente")
    os.replace(tap.copy(case, "fixed.entente"), fixed)
    os.chmod(fixed, 0o444)
    os.chmod(room, 0o555)
    os.chmod(tap.folder, 0o755)
    before = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] if os.geteuid() == 0 else []
    if before and subprocess.run([*before, "true"], check=False, capture_output=True).returncode != 0:
        tap.say(True, "a case that can only be read # SKIP setpriv is not allowed here")
        return
    for verb in ("show", "verify", "brief", "log"):
        done = subprocess.run([*before, tap.entente, verb, fixed], capture_output=True, text=True, check=False)
        tap.say(done.returncode == 0 and done.stdout, f"{verb} reads a case that can only be read", done.stderr)
    done = subprocess.run([*before, tap.entente, "enter", fixed, "note", "--set", "text=x"], capture_output=True, text=True, check=False)
    tap.say(done.returncode == 2 and "cannot be written, so nothing is entered" in done.stderr, "and enters nothing", done.stderr)
    tap.say(os.listdir(room) == ["t?%#.entente"], "nothing is left beside it", os.listdir(room))
    os.chmod(room, 0o755)


def test_kinds(tap, case):
    tap.must("comment", case, "--party", "US", "--slot", "plan/1", "--text", "Sixty is too long.")
    tap.must("comment", case, "--party", "UA", "--parent", "comment-1", "--text", "Why?")
    tap.must("comment", case, "comment-1", "--state", "resolved")
    tap.refused("a comment stands somewhere", "a comment stands somewhere", "comment", case, "--party", "US", "--text", "Hm.")
    shown = json.loads(tap.must("show", case, "comments", "--json"))
    tap.say([(c["party"], c.get("state"), c.get("parent")) for c in shown] == [("US", "resolved", None), ("UA", None, "comment-1")],
            "comments, their answers and their state are shown", shown)
    tap.say(shown[0]["slot"].startswith("plan/Plan/1/"), "a slot goes by some parts of its id", shown)
    tap.must("enter", case, "match", "--set", "document=plan", "--set", "draft=plan-US-1", "--set", "point=1", "--set", "other=2", "--set", "how=changed")
    tap.must("enter", case, "finding", "--set", "check=undefined term", "--set", "quote=Troops", "--set", "document=plan", "--set", "by=US,UA")
    slot = ask(case, "SELECT id FROM state WHERE kind='slot'")[0][0]
    tap.must("enter", case, "package", tap.path("p.json", json.dumps({"id": "p1", "choices": [{"slot": slot, "variant": "base"}]})))
    accept = ("enter", case, "acceptance", "--set", "party=UA", "--set", "package=p1", "--set", "answer=yes")
    tap.refused("an acceptance is nobody else's business", "is sealed to its party", *accept)
    tap.must(*accept, "--readers", "party:UA", "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    tap.say(json.loads(tap.must("show", case, "acceptances", "--json")) == [], "others are shown none of it")
    own = json.loads(tap.must("show", case, "acceptances", "--json", "--as", "UA", "--passphrase-file", tap.path("ua.pass")))
    tap.say([a["answer"] for a in own] == ["yes"], "its party sees it", own)
    folder, again = tap.path("kinds"), tap.path("again.entente")
    tap.must("export", case, folder, "--with-sealed")
    tap.must("import", folder, "-o", again)
    for kind in ("comments", "matches", "findings"):
        tap.say(tap.must("show", again, kind, "--json") == tap.must("show", case, kind, "--json"), f"{kind} go through the folder form")
    tap.both_sound("both verifiers take them", again)


def main(entente, writers):
    tap = Tap(entente, next(room for room in ("/dev/shm", "/tmp") if os.access(room, os.W_OK)))  # where another user may come too
    case = tap.talks()
    test_times(tap)
    test_writers(tap, writers)
    test_checkpoints(tap, tap.copy(case, "signed.entente"))
    test_ids(tap, case)
    test_looks(tap, tap.copy(case, "looks.entente"))
    test_kinds(tap, tap.copy(case, "kinds.entente"))
    test_secrets(tap, tap.copy(case, "secrets.entente"))
    test_read_only(tap, case)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
