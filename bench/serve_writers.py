# SPDX-License-Identifier: Apache-2.0
"""32 who write at once, each act durable, and 200 who look: several builds of entente in turn.

Usage: python3 bench/serve_writers.py CLIENT [--case FILE --party P] [--pairs N] [--each N] [--pages] ENTENTE…

CLIENT is build/gcc/bench/bench-serve_writers. Each round asks every build once, so that they meet the same load; beside each round stands what a small
write and its wait for the disk cost in the same folder just before. With --pages 200 viewers ask for the case's page and its text, as they are kept.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser()
parser.add_argument("client")
parser.add_argument("builds", nargs="+")
parser.add_argument("--case")
parser.add_argument("--party", default="EU")
parser.add_argument("--pairs", type=int, default=4)
parser.add_argument("--each", type=int, default=50)
parser.add_argument("--writers", type=int, default=32)
parser.add_argument("--pages", action="store_true")
arguments = parser.parse_args()
os.environ["ENTENTE"] = os.path.abspath(arguments.builds[0])
sys.path.insert(0, os.path.join(HERE, "..", "tests", "serve"))
import served  # noqa: E402


def cpu(process):
    """Seconds that it has used, as all its threads together."""
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(*words, body=""):
    """How many, then half, 99 of 100 and the last of them in milliseconds, and seconds in all."""
    said = subprocess.run([arguments.client, *map(str, words)], input=body, capture_output=True, text=True, check=True).stdout.split()
    return int(said[0]), *[int(each) / 1000 for each in said[1:4]], int(said[4]) / 1e6


def ask(server, count, *words, body=""):
    begun = cpu(server.process)
    found, half, most, last, seconds = measured(*words, body=body)
    assert found == count, f"{count - found} of {count} were not answered"
    return (f"half within {half:.1f} ms, 99 of 100 within {most:.1f}, last {last:.1f}; {count / seconds:.0f} a second; "
            f"server {(cpu(server.process) - begun) / count * 1000:.2f} ms CPU each")


def run(build):
    served.ENTENTE = os.path.abspath(build)
    with served.folder() as place:
        path = shutil.copy(arguments.case, place) if arguments.case else served.make_case(place)
        case = os.path.basename(path).removesuffix(".entente")
        with served.Server(path) as server:
            host = server.host()
            slot = host.json(f"/api/v1/cases/{case}/slots")[0]
            if arguments.pages:
                for page in (f"/{case}", f"/{case}/text/{slot['document']}"):
                    host.get(page)
                    yield page, ask(server, 200 * arguments.each, "pages", server.port, page, host.cookie, 200, arguments.each)
                return
            act = {"act": "comment", "slot": slot["id"], "text": "a word", "party": arguments.party}
            assert host.act(case, **act)[0] == 201
            disk = measured("disk", place, 60)
            yield (f"disk {disk[1]:.1f} and {disk[2]:.1f} ms",
                   ask(server, arguments.writers * arguments.each, "acts", server.port, f"/api/v1/cases/{case}/acts", host.cookie.split("=")[-1],
                       arguments.writers, arguments.each, body=json.dumps(act)))


for _ in range(arguments.pairs):
    for build in arguments.builds:
        for what, told in run(build):
            print(f"{build}, {what}: {told}", flush=True)
