#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Heavy work in a database's row: workers that are killed in the midst of it lose nothing and do nothing twice.

work.py ENTENTE JOBS
"""
import concurrent.futures
import contextlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import time

for room in ("serve", "support"):
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", room))
from cases import BASE, DATABASE, Tap, libpq  # noqa: E402
from served import Server  # noqa: E402

PARAGRAPHS = 1500
WORKERS = 2


def make_order(tap, number):
    """A merge of two drafts that no other job has."""
    chance = random.Random(number)
    words = [" ".join(chance.choice(("troops", "leave", "the", "river", "bank", "within", "days", "of", "talks")) for _ in range(12)) for _ in range(PARAGRAPHS)]
    texts = {name: "".join(f"{i + 1}. {line}{f' {name} {number}' if name and chance.random() < 0.3 else ''}.\n\n" for i, line in enumerate(words))
             for name in ("", "Velmark", "Tarsen")}
    paths = {name: tap.path(f"job{number}{name}.md", text) for name, text in texts.items()}
    files = [{"name": f"{name or 'base'}.md", "path": path, **({"party": name} if name else {})} for name, path in paths.items()]
    return json.dumps({"job": "merge", "form": "html", "base": files[0], "drafts": files[1:]})


def errand(tap, order, *queue):
    return subprocess.run([tap.entente, "serve-errand", *queue], input=order.encode(), capture_output=True, check=False)


def ask(text, *values):
    with contextlib.closing(libpq.connect(DATABASE.replace("/postgres?", "/postgres/none?"))) as database:
        return database.execute(text, values).fetchall()


class Workers:
    def __init__(self, tap):
        self.tap, self.all, self.logs, self.killed = tap, [], [], 0

    def start(self):
        log = self.tap.path(f"worker{len(self.logs)}.log")
        self.logs.append(log)
        with open(log, "w", encoding="utf-8") as file:
            self.all.append(subprocess.Popen([self.tap.entente, "work", DATABASE], stdout=file, stderr=file))
        until = time.monotonic() + 60
        while "working for" not in self.said(log) and time.monotonic() < until:
            time.sleep(0.02)

    def said(self, log):
        with open(log, encoding="utf-8") as file:
            return file.read()

    def kill_one(self):
        """The worker that has a job, if there is one, dies in the midst of it."""
        victim = self.all.pop(0)
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        self.killed += 1

    def stop(self):
        codes = []
        for worker in self.all:
            worker.send_signal(signal.SIGTERM)
            codes.append(worker.wait())
        self.all = []
        return codes

    def done(self):
        return sum(self.said(log).count("did a job") for log in self.logs)


def test_alone(tap, orders, wanted):
    made = errand(tap, orders[0], DATABASE)
    tap.say(made.stdout == wanted[0], "where nobody ever worked, whoever asks does it alone", made.stderr)


def test_killed(tap, orders, wanted):
    workers, chance = Workers(tap), random.Random(7)
    for _ in range(WORKERS):
        workers.start()
    with concurrent.futures.ThreadPoolExecutor(max_workers=6) as askers:
        asked = [askers.submit(errand, tap, order, DATABASE) for order in orders for _ in (0, 1)]
        while not all(one.done() for one in asked):
            # The first as soon as there is a job: where jobs are quick all would be done before the first was killed.
            time.sleep(chance.uniform(0.02, 0.4) if workers.killed > 0 else 0.005)
            if workers.killed < len(orders) and ask("SELECT 1 FROM entente_work.job"):
                workers.kill_one()
                workers.start()
        made = [one.result() for one in asked]
    print(f"# {workers.killed} workers killed under {len(orders)} jobs, each asked for twice; {workers.done()} told of")
    tap.say(all(one.stdout == wanted[i // 2] for i, one in enumerate(made)), "each who asked has what a process alone makes of it", [one.stderr for one in made][:5])
    tap.say(workers.killed > 0, "workers were killed")
    until = time.monotonic() + 20
    while ask("SELECT 1 FROM entente_work.job") and time.monotonic() < until:  # one that was put there as it ended
        time.sleep(0.1)
    kept = ask("SELECT count(*) FROM entente_work.result")[0][0]
    tap.say(kept == len(orders) and not ask("SELECT 1 FROM entente_work.job"), "each job has one result, and none is left", kept)
    tap.say(workers.done() <= len(orders), "nothing was done twice", workers.done())
    began = workers.done()
    again = errand(tap, orders[1], DATABASE)
    tap.say(again.stdout == wanted[1] and workers.done() == began, "what was asked before is not done again")
    bad = json.loads(orders[0])
    bad["base"]["path"] = tap.path("bad.docx", "PK no archive")
    bad["base"]["name"] = "bad.docx"
    alone, worked = errand(tap, json.dumps(bad)), errand(tap, json.dumps(bad), DATABASE)
    tap.say(alone.returncode == worked.returncode == 2 and alone.stderr.strip() == worked.stderr.strip(), "a file that cannot be read is refused in the same words", (alone.stderr, worked.stderr))
    tap.say(workers.stop() == [0] * WORKERS, "workers that are told to stop end well")


def test_left(tap, orders, wanted):
    """All workers are gone: what they were asked is done by whoever asks, and not by the next worker too."""
    made = errand(tap, orders[0], DATABASE)
    tap.say(made.stdout == wanted[0] and not ask("SELECT 1 FROM entente_work.job"), "without workers whoever asks does it, and leaves nothing", made.stderr)


def test_served(tap):
    """What is posted to a server over the database is done by a worker, and is what the server makes of it alone."""
    case = tap.talks("served.entente")
    texts = [tap.path("base.md", BASE), tap.path("ua.md", BASE.replace("30", "45"))]
    files = [(field, os.path.basename(path), open(path, "rb").read()) for field, path in zip(("base", "drafts"), texts)]
    made, kept = [], ask("SELECT count(*) FROM entente_work.result")[0][0]
    for has_worker in (False, True):
        workers = Workers(tap)
        if has_worker:
            workers.start()
        with Server(DATABASE) as server:
            host = server.host()
            listed = [one["id"] for one in host.json("/api/v1/cases")["cases"]]
            status, body = host.post("/api/v1/merges", [("names", "Ukraine")], page=f"/{listed[0]}", files=files)
            told = json.loads(body)
            if status != 201:
                raise RuntimeError(f"{status}: {body}")
            made.append(host.json(told["address"]))
        workers.stop()
    name = re.sub("[^a-z0-9]+", "-", libpq.parts(case)[1][5:].lower()).strip("-")  # a folder's name may begin with "_"
    tap.say(name in listed, "a server over a database has its cases", listed)
    now = ask("SELECT count(*) FROM entente_work.result")[0][0]
    tap.say(made[0] == made[1] and made[0] and now > kept and workers.done() == now - kept, "a posted merge is done by the worker", (kept, now, workers.done()))


def test_refused(tap):
    tap.refused("work is for databases", "say the database", "work", tap.path("x.txt"))
    tap.refused("and for one that is said", "say the database", "work")


def main(entente, jobs):
    tap = Tap(entente)
    orders = [make_order(tap, number) for number in range(jobs)]
    wanted = [errand(tap, order).stdout for order in orders]
    last = make_order(tap, jobs)
    test_refused(tap)
    test_alone(tap, orders, wanted)
    test_killed(tap, orders, wanted)
    test_served(tap)
    test_left(tap, [last], [errand(tap, last).stdout])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
