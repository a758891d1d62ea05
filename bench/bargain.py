#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times `entente bargain` on made scenarios, beside plain enumeration and GLPK or CBC.

usage: bargain.py ENTENTE [quick]     prints one table row a case: CPU seconds, memory, front size
       bargain.py ENTENTE against     max-min beside CBC over 20 seeds, and fronts of set packing
       bargain.py ENTENTE fronts [SEEDS [PEER_SEEDS]]   fronts of two-objective set packing, beside CBC by ε-constraint
       bargain.py ENTENTE beside      single points beside the better of CBC and GLPK
       bargain.py ENTENTE points      single points alone, up to 60 issues and 8 parties, 60 s each
"""
import itertools
import json
import math
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ENTENTE = sys.argv[1] if len(sys.argv) > 1 else "entente"
QUICK = "quick" in sys.argv


def line_scores(rng, party, options):
    """Options on a line: the first two parties want its ends, the others some place on it."""
    weight = rng.randint(1, 100)
    ideal = 0.0 if party == 0 else options - 1.0 if party == 1 else rng.uniform(0, options - 1)
    return [int(weight * (1 - abs(o - ideal) / (options - 1))) for o in range(options)]


def scenario(issues, options, parties, kind, seed, exclusions=0, reserve=0.0):
    rng = random.Random(seed)
    scores = [[line_scores(rng, p, options) if kind == "line" else [rng.randint(0, 100) for _ in range(options)]
               for _ in range(issues)] for p in range(parties)]
    forbidden = set()
    while len(forbidden) < exclusions:
        i, j = sorted(rng.sample(range(issues), 2))
        forbidden.add(((i, rng.randrange(options)), (j, rng.randrange(options))))
    return {"format": "entente-bargain/1",
            "issues": [{"name": f"i{i}", "options": [f"o{o}" for o in range(options)]} for i in range(issues)],
            "parties": [{"name": f"p{p}", "scores": rows,
                         "reservation": int(sum(map(max, rows)) * reserve)} for p, rows in enumerate(scores)],
            "forbidden": [[list(a), list(b)] for a, b in sorted(forbidden)]}


def run(command, most=None):
    """CPU seconds, peak MB and standard output of a child, which is ended after `most` CPU seconds."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                             preexec_fn=limit if most else None)
    text = child.stdout.read()
    _, _, usage = os.wait4(child.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, text


def write(folder, name, made):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(made, file)
    return path


def measure(folder, name, made, *arguments):
    path = write(folder, "s.json", made)
    seconds, megabytes, text = min((run([ENTENTE, "bargain", path, "--json", *arguments]) for _ in range(3)),
                                   key=lambda result: result[0])
    answer = json.loads(text) if text else {}
    size = answer.get("front_size", "-")
    print(f"| {name} | {seconds:.3f} s | {megabytes} MB | {size} |", flush=True)
    return answer


def enumerate_plainly(made):
    """What a negotiation package in Python does: every outcome, then the front."""
    start = time.process_time()
    rows = [sum_of(made, package) for package in
            itertools.product(*(range(len(issue["options"])) for issue in made["issues"]))]
    front, best = [], -1
    for row in sorted(set(rows), reverse=True):
        if row[1] > best:
            front.append(row)
            best = row[1]
    return time.process_time() - start, len(front)


def sum_of(made, package):
    return tuple(sum(party["scores"][i][o] for i, o in enumerate(package)) for party in made["parties"])


def linear_program(made):
    """Max-min gain as a mixed integer program in CPLEX's LP format."""
    lines = ["Maximize", " obj: t", "Subject To"]
    for p, party in enumerate(made["parties"]):
        terms = " + ".join(f"{score} x{i}_{o}" for i, row in enumerate(party["scores"]) for o, score in enumerate(row))
        lines.append(f" g{p}: {terms} - t >= {party['reservation']}")
    for i, issue in enumerate(made["issues"]):
        lines.append(f" i{i}: " + " + ".join(f"x{i}_{o}" for o in range(len(issue["options"]))) + " = 1")
    for number, ((i, a), (j, b)) in enumerate(made["forbidden"]):
        lines.append(f" f{number}: x{i}_{a} + x{j}_{b} <= 1")
    lines.append("Binary")
    lines += [f" x{i}_{o}" for i, issue in enumerate(made["issues"]) for o in range(len(issue["options"]))]
    return "\n".join(lines + ["End", ""])


def peers(folder, made):
    path = os.path.join(folder, "m.lp")
    with open(path, "w", encoding="utf-8") as file:
        file.write(linear_program(made))
    for tool, command in (("glpsol", ["glpsol", "--lp", path, "--tmlim", "60"]),
                          ("cbc", ["cbc", path, "sec", "60", "solve"])):
        if shutil.which(tool):
            print(f"|   the same max-min with {tool} | {run(command)[0]:.3f} s | | |", flush=True)


def points_alone(seeds=(1,)):
    """For each size: how many points took up to 10 ms, 1 s and 60 s, the median and the worst."""
    print("| issues × parties, point | median | worst | ≤ 10 ms | ≤ 1 s | ≤ 60 s | open |\n"
          "| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for issues, parties in itertools.product((20, 40, 60), (3, 5, 8)):
            times = {"nash": [], "maxmin": [], "ks": []}
            for kind, exclusions, reserve, seed in itertools.product(("line", "random"), (0, 40), (0.0, 0.45), seeds):
                path = write(folder, "s.json", scenario(issues, 4, parties, kind, seed, exclusions, reserve))
                for point, row in times.items():
                    seconds, _, text = run([ENTENTE, "bargain", path, "--json", "--point", point], 60)
                    row.append(seconds if text and point in json.loads(text) else float("inf"))
            for point, row in times.items():
                within = [sum(1 for t in row if low < t <= high) for low, high in
                          ((-1, 0.0105), (0.0105, 1), (1, 60), (60, float("inf")))]
                print(f"| {issues} × {parties}, {point} | {sorted(row)[len(row) // 2]:.3f} s | {max(row):.3f} s | "
                      + " | ".join(map(str, within)) + " |", flush=True)


def packing(issues, exclusions, seed):
    """Issues that are taken or not, some pairs of them never together; two parties."""
    rng = random.Random(seed)
    pairs = set()
    while len(pairs) < exclusions:
        pairs.add(tuple(sorted(rng.sample(range(issues), 2))))
    return {"format": "entente-bargain/1",
            "issues": [{"name": f"i{i}", "options": ["no", "yes"]} for i in range(issues)],
            "parties": [{"name": f"p{p}", "scores": [[0, rng.randint(1, 100)] for _ in range(issues)], "reservation": 0}
                        for p in range(2)],
            "forbidden": [[[i, 1], [j, 1]] for i, j in sorted(pairs)]}


def against_cbc(folder, name, make, seeds):
    """Max-min alone beside CBC: the geometric mean and the worst of the ratios, and whether the values are equal."""
    ratios, slowest, differ = [], 0.0, 0
    for seed in range(1, seeds + 1):
        made = make(seed)
        path, model = write(folder, "s.json", made), os.path.join(folder, "m.lp")
        with open(model, "w", encoding="utf-8") as file:
            file.write(linear_program(made))
        ours, _, text = run([ENTENTE, "bargain", path, "--json", "--point", "maxmin"], 120)
        theirs, _, log = run(["cbc", model, "sec", "60", "solve"])
        value = re.search(rb"Objective value: +([0-9]+)", log)
        differ += not text or not value or json.loads(text)["maxmin"]["value"] != int(value.group(1))
        ratios.append(max(ours, 0.001) / max(theirs, 0.001))
        slowest = max(slowest, ours)
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    print(f"| {name}, {seeds} seeds | {mean:.3f} | {max(ratios):.2f} | {slowest:.2f} s | {differ} |", flush=True)


def against():
    print("| max-min beside CBC | geometric mean | worst | slowest | values that differ |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for issues in (40, 60):
            against_cbc(folder, f"{issues} × 4, 8 parties on a line",
                        lambda seed, issues=issues: scenario(issues, 4, 8, "line", seed), 20)
        against_cbc(folder, "set packing, 60 issues, 170 exclusions", lambda seed: packing(60, 170, seed), 20)
        print("| case | CPU, best of 3 | memory | front |\n| --- | --- | --- | --- |")
        for issues, exclusions in ((80, 228), (100, 300)):
            for seed in (1, 2):
                measure(folder, f"set packing, {issues} issues, {exclusions} exclusions, all, seed {seed}",
                        packing(issues, exclusions, seed))


def packing_program(made, objective, floors):
    """The most of one party's sum, the others' at their floors, of a set packing."""
    def total(party):
        return " + ".join(f"{row[1]} x{i}" for i, row in enumerate(made["parties"][party]["scores"]))
    lines = ["Maximize", f" obj: {total(objective)}", "Subject To"]
    lines += [f" f{party}: {total(party)} >= {floor}" for party, floor in floors.items()]
    lines += [f" e{n}: x{i} + x{j} <= 1" for n, ((i, _), (j, _)) in enumerate(made["forbidden"])]
    return "\n".join(lines + ["Binary"] + [f" x{i}" for i in range(len(made["issues"]))] + ["End", ""])


def front_by_cbc(folder, made):
    """The front of two parties by ε-constraint: the most of one, then of the other beside it, and on. (CPU, points)"""
    seconds, points, floor = 0.0, [], 0
    path = os.path.join(folder, "m.lp")
    while True:
        found = {}
        for objective, floors in ((0, {1: floor}), (1, {})):
            with open(path, "w", encoding="utf-8") as file:
                file.write(packing_program(made, objective, floors or {0: found[0]}))
            took, _, log = run(["cbc", path, "solve"], 600)
            seconds += took
            value = re.search(rb"Objective value: +(-?[0-9]+)", log)
            if not value or b"infeasible" in log.lower():
                return seconds, points
            found[objective] = int(value.group(1))
        points.append((found[0], found[1]))
        floor = found[1] + 1


def fronts(seeds, peer_seeds):
    print("| set packing, 100 issues, 300 exclusions | whole front | memory | points | CBC | ratio | same points |\n"
          "| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, seeds + 1):
            made = packing(100, 300, seed)
            seconds, megabytes, text = run([ENTENTE, "bargain", write(folder, "s.json", made), "--json"], 120)
            answer = json.loads(text) if text else {}
            row = f"| seed {seed} | {seconds:.2f} s | {megabytes} MB | {answer.get('front_size', '-')} |"
            if seed <= peer_seeds:
                theirs, points = front_by_cbc(folder, made)
                ours = sorted(tuple(point["values"] if isinstance(point, dict) else point) for point in answer.get("front", []))
                row += f" {theirs:.2f} s | {seconds / theirs:.2f} | {ours == sorted(points)} |"
            print(row, flush=True)


def beside(seeds=2):
    """Max-min alone beside the better of CBC and GLPK, over many kinds of scenario."""
    ratios = []
    print("| scenario | here | CBC | GLPK (30 s) | ratio to the better |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for issues, parties, kind, exclusions, seed in itertools.product(
                (20, 40), (4, 8), ("line", "random"), (0, 40), range(1, seeds + 1)):
            made = scenario(issues, 4, parties, kind, seed, exclusions)
            path, model = write(folder, "s.json", made), os.path.join(folder, "m.lp")
            with open(model, "w", encoding="utf-8") as file:
                file.write(linear_program(made))
            times = [max(run(command, 120)[0], 0.001) for command in (
                [ENTENTE, "bargain", path, "--json", "--point", "maxmin"], ["cbc", model, "sec", "60", "solve"],
                ["glpsol", "--lp", model, "--tmlim", "30"])]
            ratios.append(times[0] / min(times[1:]))
            print(f"| {issues} × 4, {parties} parties, {kind}, {exclusions} exclusions, seed {seed} | "
                  + " | ".join(f"{t:.3f} s" for t in times) + f" | {ratios[-1]:.2f} |", flush=True)
    print(f"geometric mean {math.exp(sum(map(math.log, ratios)) / len(ratios)):.3f}, worst {max(ratios):.2f}")


def measure_edit(folder, parties, kind, exclusions, reserve):
    """One score edited: points and per-party differences again."""
    old = scenario(20, 4, parties, kind, 1, exclusions, reserve)
    new = json.loads(json.dumps(old))
    new["parties"][0]["scores"][3][1] += 7
    old_path, new_path = write(folder, "old.json", old), write(folder, "new.json", new)
    seconds, megabytes, _ = min(run([ENTENTE, "bargain", new_path, "--compare", old_path, "--json"]) for _ in range(3))
    print(f"| one score edited (--compare), {parties} parties, {kind}, {exclusions} exclusions, reserves at "
          f"{reserve:.0%} | {seconds:.3f} s | "
          f"{megabytes} MB | - |", flush=True)


def main():
    kinds = {"points": points_alone, "against": against, "beside": beside, "fronts": lambda: fronts(
        *(int(word) for word in (sys.argv[3:5] + ["24", "24"][len(sys.argv) - 3:])))}
    if len(sys.argv) > 2 and sys.argv[2] in kinds:
        kinds[sys.argv[2]]()
        return
    print("| case | CPU, best of 3 | memory | front |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for parties, kind in ((2, "line"), (3, "line"), (4, "line"), (4, "random")):
            measure(folder, f"20 x 4, {parties} parties, {kind}, all", scenario(20, 4, parties, kind, 1))
        for parties in (3, 4):
            measure(folder, f"the same with 40 exclusions, {parties} parties, line, all",
                    scenario(20, 4, parties, "line", 1, 40))
        if not QUICK:
            for kind in ("random", "line"):
                measure(folder, f"20 x 4, 5 parties, {kind}, all", scenario(20, 4, 5, kind, 1))
        for parties, exclusions in ((4, 0), (4, 40), (8, 0), (8, 40)):
            for kind in ("random", "line"):
                made = scenario(20, 4, parties, kind, 7, exclusions, 0.45)
                for point in ("nash", "maxmin", "ks"):
                    if parties < 8 or point == "nash" or not QUICK:
                        measure(folder, f"{point} alone, 20 x 4, {parties} parties, {kind}, {exclusions} exclusions",
                                made, "--point", point)
                if parties == 4:
                    peers(folder, made)
        made = scenario(10, 4, 2, "random", 3)
        measure(folder, "10 × 4 (1,048,576 packages), 2 parties, all, with reading", made)
        seconds, size = enumerate_plainly(made)
        print(f"|   the same by enumeration in Python (front only) | {seconds:.1f} s | | {size} |")
        for parties in (2, 3):
            measure(folder, f"7 × 10 (10,000,000 packages), {parties} parties, all, with reading",
                    scenario(7, 10, parties, "random", 3))
        for parties, exclusions, reserve in itertools.product((3, 4), (0, 40), (0.0, 0.3, 0.6)):
            measure_edit(folder, parties, "line", exclusions, reserve)
        blocked = scenario(20, 4, 4, "line", 5, 20, 0.66)
        measure(folder, "no agreement, 20 × 4, 4 parties: counts, front, and what blocks", blocked)
        measure(folder, "no agreement: the smallest explanation alone (--point maxmin)", blocked, "--point", "maxmin")


if __name__ == "__main__":
    main()
