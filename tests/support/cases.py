# SPDX-License-Identifier: Apache-2.0
"""Cases made and asked through the program, for the tests that are written in Python. Prints TAP."""
import contextlib
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import types

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "casefile"))
import libpq  # noqa: E402
import verify  # noqa: E402

BASE = "# Plan\n\n1. Troops leave within 30 days.\n\n2. Elections are held in spring.\n"


# Cases that the tests make lie in this database rather than in files; see tests/stores/postgresql.sh.
DATABASE = os.environ.get("ENTENTE_DATABASE", "")

TABLES = ("meta", "entry", "head", "attachment", "checkpoint", "state")

# Keys that the tests did not make were stretched as the program does it.
AS_IT_IS = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}


class Tap:
    """Counts tests, and keeps a folder that goes with it."""

    def __init__(self, entente, room=None):
        self.entente, self.count, self.failed = entente, 0, 0
        self.environment = None
        self.folder = tempfile.mkdtemp(prefix="entente-cases-", dir=room)

    def say(self, truth, name, seen=""):
        self.count += 1
        self.failed += not truth
        if not truth:
            print(*("# " + line for line in str(seen).splitlines()[:12]), sep="\n")
        print(f"{'ok' if truth else 'not ok'} {self.count} - {name}")

    def end(self):
        print(f"1..{self.count}")
        shutil.rmtree(self.folder)
        return 1 if self.failed else 0

    def path(self, name, text=None):
        if DATABASE and name.endswith(".entente"):
            return case_in_database(os.path.basename(self.folder)[-8:] + "-" + name.removesuffix(".entente"))
        path = os.path.join(self.folder, name)
        if text is not None:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        return path

    def run(self, *words, **how):
        return subprocess.run([self.entente, *words], capture_output=True, text=True, errors="backslashreplace", check=False, env=self.environment, **how)

    def must(self, *words, **how):
        done = self.run(*words, **how)
        if done.returncode != 0:
            raise RuntimeError(f"{words}: exit {done.returncode}: {done.stderr}")
        return done.stdout

    def refused(self, name, words, *command, **how):
        """Exit code 2 and these words in one line of error."""
        done = self.run(*command, **how)
        self.say(done.returncode == 2 and words in done.stderr, name, f"exit {done.returncode}: {done.stderr}{done.stdout}")

    def both(self, *words):
        """What both verifiers find. The second runs in this process: to start another takes longer than to verify."""
        ours = self.run("verify", *words)
        said, fell = io.StringIO(), ""
        with contextlib.redirect_stdout(said):
            try:
                code = verify.main(list(words))
            except Exception:  # noqa: B902  (whatever it is, it is what the test is after)
                code, fell = 1, traceback.format_exc()
        return ours, types.SimpleNamespace(returncode=code, stdout=said.getvalue(), stderr=fell)

    def both_find(self, name, words, case):
        """Both say that something is wrong; ours with these words; neither falls."""
        ours, theirs = self.both(case)
        self.say(ours.returncode == 1 and words in ours.stdout and theirs.returncode == 1 and not theirs.stderr,
                 name, f"ours {ours.returncode}: {ours.stdout}{ours.stderr}theirs {theirs.returncode}: {theirs.stdout}{theirs.stderr}")

    def both_sound(self, name, case):
        ours, theirs = self.both(case)
        self.say(ours.returncode == 0 and theirs.returncode == 0,
                 name, f"ours {ours.returncode}: {ours.stdout}{ours.stderr}theirs {theirs.returncode}: {theirs.stdout}{theirs.stderr}")

    def talks(self, name="talks.entente"):
        """A case with a mediator UN and two parties, of whom UN and UA have keys, a document and two drafts."""
        case = self.path(name)
        un, ua = self.path("un.pass", "good offices\n"), self.path("ua.pass", "open sesame\n")
        base, us = self.path("base.md", BASE), self.path("us.md", BASE.replace("30", "60"))
        self.must("init", case, "--title", "Talks", "--id", "talks")
        self.must("party", case, "UN", "--name", "UN", "--role", "mediator", "--passphrase-file", un)
        self.must("party", case, "UA", "--name", "UA", "--passphrase-file", ua)
        self.must("party", case, "US", "--name", "US")
        self.must("enter", case, "document", "plan", "--set", "title=Plan")
        self.must("submit", case, base, "--document", "plan", "--base")
        self.must("submit", case, us, "--document", "plan", "--party", "US")
        return case

    def copy(self, case, name):
        path = self.path(name)
        if libpq.is_address(path):
            drop(path)
            self.must("copy", case, path)
            return path
        for ending in ("-wal", "-shm"):
            if os.path.exists(path + ending):
                os.remove(path + ending)
        shutil.copyfile(case, path)
        return path


def case_in_database(name):
    """Its address, in the database that the tests run over."""
    server, _, options = DATABASE.partition("?")
    return f"{server}/{name}?{options}"


def drop(address):
    with contextlib.closing(libpq.connect(address)) as database:
        database.execute(f'DROP SCHEMA IF EXISTS "{database.schema}" CASCADE')
        database.commit()


def remove(case):
    """A case that need not be there."""
    if libpq.is_address(case):
        drop(case)
    elif os.path.exists(case):
        os.remove(case)


def connect(case):
    """To the tables of a case, wherever they are."""
    return libpq.connect(case) if libpq.is_address(case) else sqlite3.connect(case)


def format_of(case):
    with contextlib.closing(connect(case)) as database:
        return verify.format_of(database)


def set_format(case, number):
    with contextlib.closing(connect(case)) as database:
        database.execute(f'COMMENT ON SCHEMA "{database.schema}" IS \'entente case, format {number}\'' if libpq.is_address(case)
                         else f"PRAGMA user_version={number}")
        database.commit()


def whole(case):
    """All that a case holds: a file's bytes, or the rows in a database."""
    if not libpq.is_address(case):
        with open(case, "rb") as file:
            return file.read()
    return [format_of(case)] + [sorted(ask(case, f"SELECT * FROM {table}")) for table in TABLES]


REFUSED = (sqlite3.Error, libpq.Error)  # what a database says to a row that its tables do not take


def change(case, *statements):
    """Runs SQL on a case, as an intruder would: (text, values) each."""
    with contextlib.closing(connect(case)) as database:
        for text, *values in statements:
            database.execute(text, values)
        database.commit()
    return case


def ask(case, text, *values):
    with contextlib.closing(connect(case)) as database:
        return database.execute(text, values).fetchall()
