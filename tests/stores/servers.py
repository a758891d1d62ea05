#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Several servers over one database: what is entered through one is seen through the others at once; and what was
acknowledged is there, whichever server dies, the database's own too.

servers.py ROUNDS      beside the database of ENTENTE_DATABASE
"""
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
for room in ("serve", "support"):
    sys.path.insert(0, os.path.join(HERE, "..", room))
from cases import case_in_database, drop  # noqa: E402
from served import Client, Events, Server, Tap, folder, make_case, run, wait_for  # noqa: E402

tap = Tap()
SLOTS = "/api/v1/cases/talks/slots"


def comments(case):
    return [each["text"] for each in json.loads(run("show", case, "comments", "--json"))]


def speak(host, slot, heard):
    """What is entered before the other's first look is old to it."""
    for number in range(60):
        if heard.wait(0.3):
            return
        host.act("talks", act="comment", slot=slot, text=f"and heard {number}", party="UA")


def event_of(listening, told):
    """The event of an act that the API told of; earlier ones are left out."""
    while (event := listening.next()) and event["size"] < told["size"]:
        pass
    return event


def test_events(servers, hosts):
    slot = hosts[0].json(SLOTS)[0]["id"]
    listening = Events(hosts[1], "/talks/events")
    listening.next(b"here")
    heard = threading.Event()
    speaking = threading.Thread(target=speak, args=(hosts[0], slot, heard))
    speaking.start()
    listening.next()
    heard.set()
    speaking.join()
    took = []
    for number in range(8):
        # The page is kept between two acts, and made anew after each.
        for _ in range(2):
            hosts[1].get("/talks")
        began = time.monotonic()
        status, told = hosts[0].act("talks", act="comment", slot=slot, text=f"through the first {number}", party="UA")
        event = event_of(listening, told)
        took.append(time.monotonic() - began)
        seen = hosts[1].json("/api/v1/cases/talks/comments")[-1]["text"]
        tap.check(status == 201 and event and event["by"] == "UA" and seen == f"through the first {number}",
                  "an act through one server reaches the pages of the other", status, event, seen)
    tap.check(sorted(took)[4] < 5, f"at once: in the middle {sorted(took)[4] * 1000:.0f} ms, at most {max(took) * 1000:.0f} ms", took)
    page = hosts[1].get("/talks/text/plan")[1]
    event_of(listening, hosts[0].act("talks", act="agree", slot=slot, variant="3")[1])
    tap.check(hosts[1].get("/talks/text/plan")[1] != page, "a page that was kept is not shown any more")
    listening.close()


def test_own_acts(hosts):
    """Who acts sees it on the next page, before anybody could be told of it."""
    slot, late = hosts[0].json(SLOTS)[0]["id"], []
    for number in range(12):
        hosts[0].get("/talks/text/plan")
        status, _ = hosts[0].act("talks", act="propose", document="plan", slot=slot, wording=f"{100 + number}", party="UA")
        if status != 201 or f"{100 + number}" not in hosts[0].get("/talks/text/plan")[1].decode():
            late.append((number, status))
    tap.check(not late, "one's own act is on the next page", late)


def write(server, host, slot, name, told, stop):
    """Comments until told to stop, or the server is gone; each that was acknowledged is noted."""
    client, number = Client(server), 0
    client.cookie = host.cookie
    while not stop.is_set():
        try:
            if client.act("talks", act="comment", slot=slot, text=f"{name}-{number}", party="UA")[0] == 201:
                told.append(f"{name}-{number}")
        except (OSError, ValueError):
            if server.process.poll() is not None or server.gone:
                return
        number += 1


def under_load(case, servers, hosts, name, what):
    """Four writers for each server while something happens."""
    wait_for(lambda: isinstance(hosts[0].json(SLOTS), list))
    slot, told, stop = hosts[0].json(SLOTS)[0]["id"], [], threading.Event()
    writers = [threading.Thread(target=write, args=(server, host, slot, f"{name}-{number}-{i}", told, stop))
               for number, (server, host) in enumerate(zip(servers, hosts)) for i in range(4)]
    for each in writers:
        each.start()
    time.sleep(0.3)
    what()
    stop.set()
    for each in writers:
        each.join()
    wait_for(lambda: subprocess.run([os.environ["ENTENTE"], "show", case], capture_output=True, check=False).returncode == 0)
    kept = comments(case)
    return told, [words for words in told if kept.count(words) != 1]


def start(case):
    server = Server(case)
    server.gone = False
    return server


def main(rounds):
    case = case_in_database("talks")
    drop(case)
    with folder() as place:
        run("copy", make_case(place), case)
    servers = [start(case), start(case)]
    hosts = [server.host() for server in servers]
    test_events(servers, hosts)
    test_own_acts(hosts)

    told, lost = under_load(case, servers, hosts, "together", lambda: time.sleep(0.5))
    tap.check(len(told) > 8 and not lost, f"two servers at once: {len(told)} acts, each there once", lost)

    heard, lost_in_all = 0, []
    for number in range(rounds):
        victim = number % 2

        def kill(victim=victim):
            servers[victim].gone = True
            servers[victim].end(signal.SIGKILL)
            time.sleep(0.1)
        told, lost = under_load(case, servers, hosts, f"killed-{number}", kill)
        heard, lost_in_all = heard + len(told), lost_in_all + lost
        servers[victim] = start(case)
        hosts[victim] = servers[victim].host()
    tap.check(heard > rounds and not lost_in_all, f"{rounds} kills of a server while both write: {heard} acts acknowledged, none lost", lost_in_all)

    heard, lost_in_all = 0, []
    for number in range(rounds):
        how = ("kill-one", "stop-at-once", "kill-all")[number % 3]

        def die(how=how):
            subprocess.run([*os.environ["ENTENTE_DATABASE_CONTROL"].split(), how], check=True)
            wait_for(lambda: isinstance(hosts[0].json(SLOTS), list))
            time.sleep(0.3)
        told, lost = under_load(case, servers, hosts, f"died-{number}", die)
        heard, lost_in_all = heard + len(told), lost_in_all + lost
    tap.check(heard > rounds and not lost_in_all, f"{rounds} deaths of the database's server: {heard} acts acknowledged, none lost", lost_in_all)
    wait_for(lambda: isinstance(hosts[0].json(SLOTS), list))
    slot = hosts[0].json(SLOTS)[0]["id"]
    tap.check(wait_for(lambda: hosts[1].act("talks", act="comment", slot=slot, text="after all", party="UA")[0] == 201), "both servers go on with it")
    listening = Events(hosts[0], "/talks/events")
    listening.next(b"here")
    heard = threading.Event()
    speaking = threading.Thread(target=speak, args=(hosts[1], slot, heard))
    speaking.start()
    tap.check(listening.next() is not None, "and hear of one another again")
    heard.set()
    speaking.join()
    listening.close()
    tap.check([server.end() for server in servers] == [0, 0], "and end when they are told to")
    tap.check(re.match("right", run("verify", case)), "the record holds")
    tap.end()


if __name__ == "__main__":
    main(int(sys.argv[1]))
