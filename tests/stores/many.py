#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The list of the cases of a database: who may know of which; and what a case costs among many.

many.py ENTENTE CASES
"""
import contextlib
import json
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import DATABASE, Tap, libpq  # noqa: E402

SAME_COST = 1.5  # how many more pages a case may need among many; how long that takes depends on what else goes on
LOOKS = 10


def logged_in(role):
    """The address of the database for another login."""
    return DATABASE.replace("tests@", f"{role}@")


def run_sql(address, *statements):
    with contextlib.closing(libpq.connect(address)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def test_list(tap):
    cases = [tap.path(f"{name}.entente") for name in ("open", "shut")]
    for case in cases:
        tap.must("init", case, "--title", "T")
    names = [libpq.connect(case).schema for case in cases]
    run_sql(cases[0], "CREATE ROLE looker LOGIN", "CREATE ROLE stranger LOGIN", f'GRANT USAGE ON SCHEMA "{names[0]}" TO looker',
            f'GRANT SELECT ON ALL TABLES IN SCHEMA "{names[0]}" TO looker', "CREATE SCHEMA case_but_none")
    listed = json.loads(tap.must("cases", DATABASE, "--json"))
    mine = {one["name"]: one for one in listed["cases"]}
    tap.say(listed["entente"] == "entente-cases/1" and {name[5:] for name in names} <= set(mine) and "but_none" not in mine, "all cases of the database, and nothing else", mine)
    tap.say(mine[names[0][5:]]["readers"] == ["looker"] and mine[names[1][5:]]["readers"] == [] and mine[names[1][5:]]["writable"],
            "who may write to a case is told who else may open it", mine)
    tap.say(tap.must("show", mine[names[0][5:]]["address"], "case") != "", "a case opens by the address that is listed")
    theirs = json.loads(tap.must("cases", logged_in("looker"), "--json"))["cases"]
    tap.say([one["name"] for one in theirs] == [names[0][5:]] and not theirs[0]["writable"] and theirs[0]["readers"] == [],
            "another login is told of what it may open, and of nobody else", theirs)
    none = tap.run("cases", logged_in("stranger"))
    tap.say(none.returncode == 0 and none.stdout == "" and "no case that you may open" in none.stderr, "and a stranger of nothing", none)
    tap.say("to write to; may open it besides: looker" in tap.must("cases", DATABASE), "as lines", tap.must("cases", DATABASE))
    tap.refused("a file is no database", "say the database", "cases", tap.path("x.entente.txt"))
    return cases[0], names[0]


def copies_of(schema, policies, first, count):
    """SQL that makes `count` cases like one."""
    for number in range(first, first + count):
        name = f"case_many-{number}"
        yield f'CREATE SCHEMA "{name}"'
        for table in ("meta", "entry", "head", "attachment", "checkpoint", "state"):
            yield f'CREATE TABLE "{name}".{table} (LIKE "{schema}".{table} INCLUDING ALL)'
            yield f'INSERT INTO "{name}".{table} SELECT * FROM "{schema}".{table}'
        yield f'SET search_path="{name}"'
        for table, words in policies:
            yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
            yield f"CREATE POLICY readers ON {table} FOR SELECT USING ({words.replace(schema, name)})"
        yield f"COMMENT ON SCHEMA \"{name}\" IS 'entente case, format 2'"


def fill(case, schema, count):
    with contextlib.closing(libpq.connect(case)) as database:
        policies = database.execute("SELECT c.relname::text,pg_get_expr(p.polqual,c.oid) FROM pg_policy p JOIN pg_class c ON c.oid=p.polrelid WHERE "
                                    "c.relnamespace=(SELECT oid FROM pg_namespace WHERE nspname=?)", (schema,)).fetchall()
        for first in range(0, count, 50):
            for statement in copies_of(schema, policies, first, min(50, count - first)):
                database.execute(statement)
            database.commit()
            if first and first % 1000 == 0:
                print(f"# {first} of {count} cases", flush=True)


def blocks_of(watching):
    """Pages that the database has looked at so far; a session says so at its end."""
    watching.execute("SELECT pg_stat_clear_snapshot()")
    return watching.execute("SELECT blks_hit+blks_read FROM pg_stat_database WHERE datname=current_database()").fetchone()[0]


def cost(tap, watching, case):
    """Pages of the database, and milliseconds, to open a case and show it."""
    times, before = [], blocks_of(watching)
    for _ in range(LOOKS):
        began = time.monotonic()
        tap.must("show", case, "case")
        times.append(time.monotonic() - began)
    time.sleep(0.5)
    return (blocks_of(watching) - before) / LOOKS, 1000 * statistics.median(times)


def test_many(tap, case, schema, count):
    watching = libpq.connect(case)
    for statement in ("COMMIT", "ALTER SYSTEM SET autovacuum=off", "SELECT pg_reload_conf()"):  # which would count too
        watching.execute(statement)
    alone = cost(tap, watching, case)
    fill(case, schema, count)
    watching.execute("VACUUM ANALYZE")
    among, last = cost(tap, watching, case), cost(tap, watching, case.replace(schema[5:], f"many-{count - 1}"))
    said = "; ".join(f"{name}: {blocks:.0f} pages, {took:.1f} ms" for name, (blocks, took) in
                     (("alone", alone), (f"among {count}", among), ("the last of them", last)))
    print(f"# to open a case and show it: {said}")
    tap.say(max(among[0], last[0]) < SAME_COST * alone[0], f"a case costs among {count} what it costs alone", said)
    began = time.monotonic()
    found = json.loads(tap.must("cases", DATABASE, "--json"))["cases"]
    print(f"# the list of {len(found)} cases: {1000 * (time.monotonic() - began):.0f} ms")
    tap.say(sum(one["name"].startswith("many-") for one in found) == count, "all of them are listed", len(found))
    tap.both_sound("and they are sound", case.replace(schema[5:], "many-0"))


def main(entente, count):
    tap = Tap(entente)
    case, schema = test_list(tap)
    test_many(tap, case, schema, count)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
