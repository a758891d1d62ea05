#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Passphrases, keys that are exchanged, and keys that are pinned.

case_keys.py ENTENTE
"""
import json
import os
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import AS_IT_IS, Tap, ask, change, remove, verify  # noqa: E402

PHRASE = "Caf\u00e9 \u00c5ngstr\u00f6m 1954"
OLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "casefile", "version1", "talks.entente")


def raw(tap, name, data):
    path = tap.path(name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def forms(text):
    """One passphrase as editors, systems and keyboards write it."""
    nfc, nfd = (unicodedata.normalize(form, text).encode() for form in ("NFC", "NFD"))
    for name, data in (("composed", nfc), ("decomposed", nfd), ("with a mark", b"\xef\xbb\xbf" + nfc)):
        for ending in (b"", b"\n", b"\r\n", b"\r"):
            yield f"{name}, {ending!r}", data + ending


def test_passphrases(tap):
    every = list(forms(PHRASE))
    for number, (made_of, data) in enumerate(every[::2]):
        case = tap.path("phrase.entente")
        remove(case)
        tap.must("init", case, "--title", "T")
        tap.must("party", case, "UA", "--name", "UA", "--passphrase-file", raw(tap, "made", data))
        opened = [name for name, other in (every[(2 * number + step) % len(every)] for step in (1, 5, 8))
                  if tap.run("show", case, "--as", "UA", "--passphrase-file", raw(tap, "other", other)).returncode != 0]
        tap.say(not opened, f"keys made of {made_of} open with other forms", opened)
    for what, data in (("one more line end", PHRASE.encode() + b"\n\n"), ("a blank", PHRASE.encode() + b" "), ("other case", PHRASE.lower().encode())):
        tap.refused(f"but not with {what}", "does not open", "show", case, "--as", "UA", "--passphrase-file", raw(tap, "other", data))
    two = raw(tap, "two", b"first line\nsecond line\n")
    tap.must("party", case, "L", "--name", "L", "--passphrase-file", two)
    tap.refused("every line counts", "does not open", "show", case, "--as", "L", "--passphrase-file", raw(tap, "one", b"first line\n"))
    before = ask(case, "SELECT count(*) FROM entry")
    for what, data, words in (("nothing", b"", "is empty"), ("a line end", b"\r\n", "is empty"), ("a mark", b"\xef\xbb\xbf\n", "is empty"),
                              ("no UTF-8", b"\xff\xfe\xfd\xfc long enough", "not text in UTF-8"), ("a NUL", b"good\0offices of all", "no NUL byte")):
        tap.refused(f"{what} is no passphrase", words, "party", case, "FR", "--name", "France", "--passphrase-file", raw(tap, "bad", data))
        tap.say(ask(case, "SELECT count(*) FROM entry") == before, "and no entry is left behind")
    tap.refused("an endless file is no passphrase", "is a device, which has no end", "party", case, "FR", "--name", "France", "--passphrase-file", "/dev/zero")
    for text, is_weak in (("words", True), ("aaaaaaaaaaaaaaaa", True), ("abcabcabcabcabc", True), ("nine char", True), ("open sesame, please", False),
                          ("\u0434\u043e\u0431\u0440\u0456 \u043f\u043e\u0441\u043b\u0443\u0433\u0438", False)):
        name = f"W{ask(case, 'SELECT count(*) FROM entry')[0][0]}"
        done = tap.run("party", case, name, "--name", name, "--passphrase-file", raw(tap, "weak", text.encode()))
        tap.say(done.returncode == 0 and ("short or plain" in done.stderr) == is_weak, f"{text!r} is told to be weak: {is_weak}", done.stderr)
    tap.both_sound("a case with all of them holds", case)


def test_old_passphrases(tap):
    """What opened keys in format 1 opens them still: all up to the first line feed."""
    tap.environment = AS_IT_IS
    for name, data in (("un", b"good offices\n"), ("un", b"good offices\nand more\n"), ("ua", b"open sesame\r\n"), ("ua", b"open sesame")):
        done = tap.run("show", OLD, "--as", name.upper(), "--passphrase-file", raw(tap, "old", data))
        tap.say(done.returncode == 0, f"a key of format 1 opens with {data!r}", done.stderr)
    tap.environment = None


def exchange(tap, case, who, old, new):
    return ("party", case, who, "--as", who, "--passphrase-file", old, "--new-passphrase-file", new)


def verifier(tap, case, who, name):
    return tap.path(name, json.loads(tap.must("show", case, "key", who, "--json"))["verifier"] + "\n")


def sign(tap, case, phrase, name):
    return tap.path(name, tap.must("log", case, "--checkpoint", "--as", "UN", "--passphrase-file", phrase))


def both_trusted(tap, name, case, code, *words):
    ours, theirs = tap.both(case, *words)
    tap.say(ours.returncode == code and theirs.returncode == code, name, f"{ours.stdout}{ours.stderr}{theirs.stdout}{theirs.stderr}")


def test_exchange(tap, case):
    ua = ("--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    old, new, third = tap.path("un.pass"), tap.path("un2.pass", "better offices by far"), tap.path("un3.pass", "the third of its kind")
    secret = tap.path("secret.txt", "what UA wants\n")
    tap.must("seal", case, secret, "--id", "s1", "--with-mediator", *ua)
    first, key = sign(tap, case, old, "first.note"), verifier(tap, case, "UN", "first.key")
    tap.must(*exchange(tap, case, "UN", old, new))
    second_key = verifier(tap, case, "UN", "second.key")
    tap.must("seal", case, secret, "--id", "s2", "--with-mediator", *ua)
    tap.must(*exchange(tap, case, "UN", new, third))
    tap.must("seal", case, secret, "--id", "s3", "--with-mediator", *ua)
    second = sign(tap, case, third, "second.note")
    for number in (1, 2, 3):
        tap.say(tap.must("unseal", case, f"s{number}", "--as", "UN", "--passphrase-file", third) == "what UA wants\n",
                f"what was sealed to keys number {number} opens with the newest")
    for phrase in (old, new):
        tap.refused("an older passphrase opens nothing", "does not open", "show", case, "--as", "UN", "--passphrase-file", phrase)
    tap.both_sound("both verifiers know the keys of every checkpoint", case)
    for pinned in (key, second_key, verifier(tap, case, "UN", "third.key")):
        both_trusted(tap, f"who knows the {os.path.basename(pinned)} trusts those it was handed on to", case, 0, "--key", pinned)
    both_trusted(tap, "with the first key known both checkpoints are vouched for", case, 0, "--key", key, "--checkpoint", first, "--checkpoint", second)
    both_trusted(tap, "with the last key known the first checkpoint is not", case, 1, "--key", tap.path("third.key"), "--checkpoint", first)
    both_trusted(tap, "a stranger's key is no key of UN", case, 1, "--key", verifier(tap, tap.talks("else.entente"), "UN", "else.key"))
    folder, again = tap.path("kept"), tap.path("again.entente")
    tap.must("export", case, folder, "--with-sealed")
    tap.must("import", folder, "-o", again)
    tap.say(tap.must("unseal", again, "s1", "--as", "UN", "--passphrase-file", third) == "what UA wants\n", "the folder form keeps all of that")
    tap.both_sound("and holds", again)


def test_others(tap, case):
    """Nobody else exchanges keys, by whichever verb or none."""
    stranger = json.loads(ask(case, "SELECT value FROM state WHERE kind='key' AND id='UA'")[0][0])
    own = json.loads(ask(case, "SELECT value FROM state WHERE kind='key' AND id='UN'")[0][0])
    words = (tap.path("ua.pass"), tap.path("new.pass", "something quite new"))
    tap.refused("a party does not exchange another's keys", "only UN can exchange its keys", "party", case, "UN", "--as", "UA",
                "--passphrase-file", words[0], "--new-passphrase-file", words[1])
    tap.refused("nor without the old passphrase", "does not open", *exchange(tap, case, "UN", *words))
    tap.refused("keys are not given twice", "has keys already", "party", case, "UN", "--passphrase-file", words[1])
    for what, item, more in (("another's keys", {**stranger, "id": "UN"}, ()), ("another box", {**own, "id": "UN", "box": stranger["box"]}, ()),
                             ("keys for the public", {**own, "id": "US"}, ("--readers", "public"))):
        done = tap.run("enter", case, "key", tap.path("k.json", json.dumps(item)), *more)
        tap.say(done.returncode == 2 and ("only UN can" in done.stderr or "keys are for all" in done.stderr), f"{what}: not entered", done.stderr)
    tap.refused("nor taken away", "keys are for all to see, and stay", "enter", case, "key", "UN", "--gone")
    bad = tap.copy(case, "bad.entente")
    tap.must("enter", bad, "note", "k", "--set", "text=x")
    at, content = ask(bad, "SELECT at,content FROM entry WHERE audience='all' ORDER BY at DESC LIMIT 1")[0]
    entry = json.loads(content)
    for what, change_of, words in (("a swap", {"id": "UN", "kind": "key", "set": stranger}, "without their signature"),
                                   ("a removal", {"gone": True, "id": "UN", "kind": "key"}, "takes away")):
        entry["changes"] = [change_of]
        entry.pop("state", None)
        forged = verify.canonical(entry).encode()
        rows = ask(bad, "SELECT at,salt,content,attachments FROM entry WHERE audience='all' ORDER BY at")
        tree, name = verify.Tree(), ask(bad, "SELECT value FROM meta WHERE name='case'")[0][0]
        for index, salt, text, files in rows:
            text = forged if index == at else text
            commit = verify.commitment(name, "all", index, salt, text, files)
            change(bad, ("UPDATE entry SET content=?,commitment=?,subtree=? WHERE audience='all' AND at=?", text, commit, tree.add(commit), index))
        change(bad, ("UPDATE head SET root=? WHERE audience='all'", tree.root()))
        tap.run("rebuild", bad)
        tap.both_find(f"{what} of keys in the record itself, all hashes right, is found", words, bad)


def test_pinned(tap, case):
    ua = ("--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    secret = tap.path("secret.txt", "what UA wants\n")
    words = ("seal", case, secret, "--with-mediator", *ua, "--key")
    right, wrong = verifier(tap, case, "UN", "right.key"), verifier(tap, tap.talks("other.entente"), "UN", "wrong.key")
    tap.must(*words, right)
    tap.refused("a key of the case that is not the one known: nothing is sealed", "another key than the one you know", *words, wrong)
    tap.refused("a reader whose key is not known", "no --key is theirs", *words, verifier(tap, case, "UA", "ua.key"))
    tap.environment = AS_IT_IS
    old = tap.copy(OLD, "old.entente")
    tap.refused("keys of format 1 do not vouch for what is sealed to them", "have it exchanged", "seal", old, secret, "--with-mediator", *ua, "--any-time",
                "--key", verifier(tap, old, "UN", "old.key"))
    tap.must(*exchange(tap, old, "UN", tap.path("un.pass"), tap.path("n.pass", "new offices for old")), "--any-time")
    tap.must("seal", old, secret, "--with-mediator", *ua, "--any-time", "--key", verifier(tap, old, "UN", "newer.key"))
    tap.both_sound("once exchanged, they do", old)


def main(entente):
    tap = Tap(entente)
    test_passphrases(tap)
    test_old_passphrases(tap)
    case = tap.talks()
    test_exchange(tap, tap.copy(case, "exchange.entente"))
    test_others(tap, tap.copy(case, "others.entente"))
    test_pinned(tap, tap.copy(case, "pinned.entente"))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
