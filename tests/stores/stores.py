#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One case in a file and in a database: the same rows, folders and answers, and what only a database can do wrong.

stores.py ENTENTE ROUNDS      beside the database of ENTENTE_DATABASE
"""
import contextlib
import filecmp
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
import cases  # noqa: E402
from cases import Tap, ask, case_in_database, change, drop, libpq  # noqa: E402

OLD = os.path.join(HERE, "..", "casefile", "version1", "talks.entente")


def rows(case):
    return [sorted(ask(case, f"SELECT * FROM {table}")) for table in cases.TABLES]


def same_folder(one, other):
    compared = filecmp.dircmp(one, other)
    names = [os.path.relpath(os.path.join(place, name), one) for place, _, files in os.walk(one) for name in files]
    _, differ, missing = filecmp.cmpfiles(one, other, names, shallow=False)
    return not (compared.right_only or differ or missing) and names


def test_copies(tap, file):
    there, back = case_in_database("there"), os.path.join(tap.folder, "back.entente")
    tap.must("copy", file, there)
    tap.say(rows(there) == rows(file), "a case that is copied into a database has every row that it had")
    tap.must("copy", there, back)
    tap.say(rows(back) == rows(file), "and back into a file")
    for name, case in (("one", file), ("two", there)):
        tap.must("export", case, os.path.join(tap.folder, name), "--with-sealed")
    tap.say(same_folder(os.path.join(tap.folder, "one"), os.path.join(tap.folder, "two")), "both are exported as one folder, byte for byte")
    for words in (("log", "--json"), ("show", "--json"), ("brief",), ("verify", "--json"), ("show", "slots", "--json"), ("export", "--bundle", "--with-sealed")):
        said = [tap.must(words[0], case, *words[1:]) for case in (file, there)]
        tap.say(said[0] == said[1] and said[0], f"{words[0]} {words[-1]} says the same of both")
    seed = ("--seed", "7" * 64, "--now", "2040-01-01T00:00:00Z", "--any-time")
    for case in (file, there):
        tap.must("agree", case, "plan/1", "1", *seed)
        tap.must("seal", case, tap.path("secret.txt", "secret words"), "--as", "UA", "--passphrase-file", tap.path("ua.pass"), *seed)
    tap.say(rows(there) == rows(file), "the same act enters the same rows in both")
    tap.refused("nothing is overwritten", "there is such a case already", "copy", file, there)
    again = case_in_database("Again.2_x-y")
    tap.must("import", os.path.join(tap.folder, "one"), "-o", again)
    tap.say(tap.must("log", again, "--json") == tap.must("log", back, "--json"), "a folder is imported into a database")
    tap.both_sound("both verifiers read the database", there)
    return there


def test_old(tap):
    old = case_in_database("old")
    tap.must("copy", OLD, old)
    tap.say(cases.format_of(old) == 1 and rows(old) == rows(OLD), "a case of format 1 is copied as it is")
    tap.both_sound("and holds", old)
    tap.must("enter", old, "note", "--set", "text=x", "--any-time")
    tap.say(cases.format_of(old) == 2, "the first act makes it format 2")
    tap.both_sound("and it holds", old)
    cases.set_format(old, 3)
    tap.refused("a later format is not read", "has format 3", "show", old)
    change(old, ('COMMENT ON SCHEMA "case_old" IS \'other tables\'',))
    tap.refused("a schema of another kind is no case", "not a case", "show", old)


def test_planted(tap, case):
    plants = (
        ("a trigger", "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END' |", "CREATE TRIGGER t BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION f()"),
        ("a rule", "", "CREATE RULE r AS ON INSERT TO meta DO ALSO NOTHING"),
        ("a default", "", "ALTER TABLE head ALTER size SET DEFAULT random()"),
        ("a column", "", "ALTER TABLE state ADD more text"),
        ("a check", "", "ALTER TABLE state ADD CHECK (length(kind) > 0)"),
        ("an index of an expression", "", "CREATE INDEX i ON state (lower(kind))"),
        ("another order of texts", "", "ALTER TABLE checkpoint ALTER note TYPE text COLLATE \"POSIX\""),
        ("a policy", "", "CREATE POLICY p ON head USING (true)"),
        ("a policy exchanged", "", "ALTER POLICY readers ON entry USING (true)"),
        ("a view in a table's place", "", "ALTER TABLE attachment RENAME TO a | CREATE VIEW attachment AS SELECT * FROM a"),
        ("a child", "", "CREATE TABLE child () INHERITS (head)"),
    )
    for what, before, plant in plants:
        bad = tap.copy(case, "bad.entente")
        change(bad, *[(text,) for text in (before + plant).split("|")])
        tap.refused(f"{what} is seen before anything runs", "its tables are not those of a case", "show", bad)


def test_addresses(tap):
    secret = "open-sesame"
    for address in (f"postgres://tests:{secret}@nowhere/db/x", f"postgres://nowhere/db/x?password={secret}", f"postgresql://u:{secret}@/db?host=/x#y",
                    f"postgres://nowhere/db/x?pass%77ord={secret}", f"postgres://u:{secret}/y@nowhere/db/x"):
        for verb in (("show", address), ("init", address, "--title", "T"), ("copy", OLD, address), ("backup", OLD, "-o", address)):
            done = tap.run(*verb)
            tap.say(done.returncode == 2 and "no password belongs into an address" in done.stderr and secret not in done.stderr + done.stdout,
                    f"{verb[0]}: a password in an address is refused, and not repeated", done.stderr)
    for address in ("postgres://h", "postgres://h/x", "postgres:///db/" + "x" * 49, "postgres:///db/a;b", 'postgres:///db/a"b', "postgres:///db/.x", "postgres:///db#"):
        tap.refused(f"{address} is no address", "a case in a database is postgres://host/database/case", "show", address)
    tap.refused("no such case", "no such case in the database", "show", case_in_database("nowhere"))
    tap.refused("a server that is not there", "the database cannot be reached", "show", "postgres://x@/db/x?host=/nowhere")


def test_roles(tap, case):
    """The second net: a login that may only read sees of the logs what its roles are given."""
    with contextlib.closing(libpq.connect(case)) as database:
        name = database.schema
        for text in ("CREATE ROLE reader LOGIN", f'CREATE ROLE "{name} party:UA"', f'GRANT USAGE ON SCHEMA "{name}" TO reader',
                     f'GRANT SELECT ON ALL TABLES IN SCHEMA "{name}" TO reader'):
            database.execute(text)
        database.commit()
    reads = case.replace("tests@", "reader@")
    logs = "SELECT DISTINCT audience FROM entry ORDER BY 1"
    tap.say(ask(case, logs) == [("all",), ("party:UA",)], "the owner sees every log", ask(case, logs))
    tap.say(ask(reads, logs) == [("all",)], "a reader sees the open ones", ask(reads, logs))
    tap.say(tap.run("show", reads).returncode == 0, "and shows the case")
    tap.both_sound("and verifies it, by both verifiers", reads)
    tap.say("not checked: logs that this login may not read" in tap.must("verify", reads), "it is said what was not checked")
    tap.refused("a part is not copied as the whole", "a part of the case", "copy", reads, tap.path("part.entente"))
    files = "SELECT hash FROM attachment"
    tap.say(0 < len(ask(reads, files)) < len(ask(case, files)), "of the files it sees those of the open log")
    done = tap.run("enter", reads, "note", "--set", "text=x", "--any-time")
    tap.say(done.returncode == 2 and "does not let this user" in done.stderr, "but enters nothing", done.stderr)
    change(case, (f'GRANT "{name} party:UA" TO reader',))
    tap.say(ask(reads, logs) == [("all",), ("party:UA",)], "with the role of a party, that party's too")


def test_backup(tap, case, rounds):
    """Each backup, taken while two others write, is right and has an early part of what there is at the end."""
    script = 'while [ ! -e "$3" ]; do "$1" enter "$2" note --set text=x --any-time >"$4" 2>&1 || exit 1; done'
    stop = os.path.join(tap.folder, "stop")
    writers = [subprocess.Popen(["sh", "-c", script, "sh", tap.entente, case, stop, os.path.join(tap.folder, f"said{i}")]) for i in range(2)]
    copies = [os.path.join(tap.folder, f"copy{i}.entente") for i in range(rounds)]
    said = [tap.run("backup", case, "-o", copy) for copy in copies]
    with open(stop, "w", encoding="utf-8"):
        pass
    tap.say([writer.wait() for writer in writers] == [0, 0], "others write on while a backup is made")
    whole = ask(case, "SELECT at, commitment FROM entry WHERE audience='all' ORDER BY at")
    parts = [ask(copy, "SELECT at, commitment FROM entry WHERE audience='all' ORDER BY at") for copy in copies]
    tap.say(all(done.returncode == 0 and part == whole[:len(part)] for done, part in zip(said, parts)),
            f"each of {rounds} is right, and has all that there was at one moment", [done.stdout + done.stderr for done in said])


def main(entente, rounds):
    tap = Tap(entente)
    where, cases.DATABASE = cases.DATABASE, ""
    file = tap.talks()
    tap.must("seal", file, tap.path("worth.txt", "42"), "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    tap.must("log", file, "--checkpoint", "--as", "UN", "--passphrase-file", tap.path("un.pass"), "-o", os.path.join(tap.folder, "note"))
    cases.DATABASE = where
    for name in ("there", "old", "Again.2_x-y"):
        drop(case_in_database(name))
    there = test_copies(tap, file)
    test_old(tap)
    test_planted(tap, there)
    test_addresses(tap)
    test_roles(tap, there)
    test_backup(tap, there, rounds)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
