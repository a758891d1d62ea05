#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The challenge model, formula by formula as docs/spatial.md has it, against `entente spatial --challenge --json`
on random tables. Also one pair worked out by hand."""
import json
import os
import random
import subprocess
import sys
import tempfile

TINY = 1e-12


def chance(actors, i, j):
    """(1) The weight that is nearer to i, of all that is nearer to one of the two."""
    votes = [c * s * (abs(x - actors[j][0]) - abs(x - actors[i][0])) for x, c, s in actors]
    total = sum(abs(v) for v in votes)
    return sum(v for v in votes if v > 0) / total if total > 0 else 0.0


def gain(actors, span, chances, i, j, r):
    """(2) What i may expect of challenging j, with the exponent r of who looks."""
    d = abs(actors[i][0] - actors[j][0]) / span
    success, failure, quo = (2 - 4 * base**r for base in (0.5 - 0.5 * d, 0.5 + 0.5 * d, 0.5))
    s, p = actors[j][2], chances[i][j]
    return s * (p * success + (1 - p) * failure) + (1 - s) * success - quo


def risks(actors, span, chances):
    """(3) Between the most and the least threatened, as an exponent from 1/2 to 2."""
    n = range(len(actors))
    threats = [sum(gain(actors, span, chances, j, i, 1) for j in n if j != i) for i in n]
    most, least = max(threats), min(threats)
    standing = [(2 * t - most - least) / (most - least) if most > least else 0 for t in threats]
    return [(1 - r / 3) / (1 + r / 3) for r in standing]


def response(actors, span, chances, i, j, r):
    """(4) How i gives way to j: (order, position, kind), or None."""
    a, b = gain(actors, span, chances, i, j, r), gain(actors, span, chances, j, i, r)
    here, there = actors[i][0], actors[j][0]
    if here == there or b <= TINY or b - a <= TINY or abs(a) <= TINY:
        return None
    if a > 0:
        return 0, there, "confrontation"
    return (1, here + (there - here) * (-a / b), "compromise") if -a < b else (2, there, "capitulation")


def middle(actors):
    """Weighted lower and upper median, and mean."""
    ordered = sorted((x, c * s) for x, c, s in actors)
    total, before, lower = sum(w for _, w in ordered), 0, None
    for x, w in ordered:
        before += w
        if lower is None and 2 * before >= total:
            lower = x
        upper = x
        if 2 * before > total:
            break
    return lower, upper, sum(x * c * s for x, c, s in actors) / sum(c * s for _, c, s in actors)


def play(actors):
    """(5) Rounds, until nobody moves or an earlier state comes back."""
    n = range(len(actors))
    span = max(x for x, _, _ in actors) - min(x for x, _, _ in actors) or 1
    states, rounds = [[x for x, _, _ in actors]], []
    for _ in range(100):
        chances = [[chance(actors, i, j) if i != j else 0 for j in n] for i in n]
        r = risks(actors, span, chances)
        moves = []
        for i in n:
            best = None
            for j in n:
                way = response(actors, span, chances, i, j, r[i]) if i != j else None
                if way and best:
                    further = abs(way[1] - actors[i][0]) - abs(best[1] - actors[i][0])
                    nearer = way[1] < best[1] if abs(further) <= 1e-9 * span else further < 0
                    if way[0] > best[0] or (way[0] == best[0] and not nearer):
                        continue
                best = way or best
            moves.append(best)
        farthest = max(abs(m[1] - a[0]) if m else 0 for m, a in zip(moves, actors))
        actors = [(m[1] if m else x, c, s) for m, (x, c, s) in zip(moves, actors)]
        now = [x for x, _, _ in actors]
        rounds.append((r, moves, middle(actors)))
        if farthest <= 1e-6 * span:
            return rounds, "stable"
        if any(all(abs(a - b) <= 1e-9 * span for a, b in zip(now, old)) for old in states):
            return rounds, "cycle"
        states.append(now)
    return rounds, "open"


def by_hand():
    """Three actors at 0, 5 and 10, of capability 1, saliences 1, 1/2, 1. The first against the last: its own vote is 10,
    the other's -10, the one between is indifferent: chance 10 / 20 = 1/2. Distance 1, exponent 1: success 2, failure -2, as things are 0.
    1 x (1/2 x 2 + 1/2 x -2) + 0 x 2 - 0 = 0. Against the second: votes 5 (own), -2.5, -5: chance 5 / 12.5 = 0.4; distance 1/2: success 1,
    failure -1; it resists with 1/2: 1/2 x (0.4 x 1 - 0.6 x 1) + 1/2 x 1 = 0.4."""
    actors = [(0, 1, 1), (5, 1, 0.5), (10, 1, 1)]
    chances = [[chance(actors, i, j) if i != j else 0 for j in range(3)] for i in range(3)]
    return [chances[0][2], gain(actors, 10, chances, 0, 2, 1), chances[0][1], gain(actors, 10, chances, 0, 1, 1)]


def near(a, b):
    return abs(a - b) < 2e-6


def differences(actors, answer):
    rounds, end = play(actors)
    if answer["end"] != end or len(answer["rounds"]) != len(rounds):
        yield f"{answer['end']} after {len(answer['rounds'])}, wanted {end} after {len(rounds)}"
        return
    span = max(x for x, _, _ in actors) - min(x for x, _, _ in actors) or 1
    n = range(len(actors))
    chances = [[chance(actors, i, j) if i != j else 0 for j in n] for i in n]
    for pair in answer["pairs"]:
        i, j = int(pair["actor"][1:]), int(pair["other"][1:])
        wanted = chances[i][j], gain(actors, span, chances, i, j, rounds[0][0][i]), gain(actors, span, chances, j, i, rounds[0][0][i])
        if not all(near(a, b) for a, b in zip(wanted, (pair["chance"], pair["gain"], pair["exposure"]))):
            yield f"pair {pair} wanted {wanted}"
    for number, (found, (_, moves, wanted)) in enumerate(zip(answer["rounds"], rounds)):
        middle_found = [found["middle"][m] for m in ("median_lower", "median_upper", "mean")]
        moved = {int(m["actor"][1:]): m for m in found["moves"]}
        if not all(near(a, b) for a, b in zip(middle_found, wanted)):
            yield f"round {number}: {middle_found}, wanted {wanted}"
        for i, move in enumerate(moves):
            other = moved.get(i)
            if (move is None) != (other is None) or (move and (other["by"] != move[2] or not near(other["position"], move[1]))):
                yield f"round {number}, actor {i}: {other}, wanted {move}"
    for actor, risk in zip(answer["actors"], rounds[0][0]):
        if not near(actor["risk"], risk):
            yield f"{actor} wanted risk {risk}"


def sensitivity(actors, answer):
    for i, row in enumerate(answer["sensitivity"][:2]):
        x, c, s = actors[i]
        low, high = min(a[0] for a in actors), max(a[0] for a in actors)
        changes = {"capability_down": (x, c * 0.9, s), "salience_up": (x, c, min(1, s * 1.1)),
                   "position_up": (min(high, x + (high - low) / 10), c, s)}
        for name, changed in changes.items():
            rounds, _ = play([*actors[:i], changed, *actors[i + 1:]])
            if not near(row[name], rounds[-1][2][0]):
                yield f"actor {i}, {name}: {row[name]}, wanted {rounds[-1][2][0]}"


def main():
    entente, wrong = os.environ["ENTENTE"], 0
    if not all(near(a, b) for a, b in zip(by_hand(), (0.5, 0, 0.4, 0.4))):
        print("by hand:", by_hand())
        wrong += 1
    for seed in range(int(sys.argv[1])):
        rng = random.Random(seed)
        table = [(rng.randrange(0, 101), rng.randrange(1, 40), rng.randrange(5, 101)) for _ in range(rng.randrange(2, 9))]
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write("Actor;Power;Position;Salience\n" + "".join(f"a{i};{c / 4};{x};{s}\n".replace(".", ",") for i, (x, c, s) in enumerate(table)))
            file.flush()
            run = subprocess.run([entente, "spatial", "--challenge", "--json", file.name], capture_output=True, text=True)
        answer = json.loads(run.stdout)["dimensions"][0]["challenge"]
        unit = answer["salience_unit"]
        actors = [(float(x), c / 4, s / unit) for x, c, s in table]
        for difference in [*differences(actors, answer), *sensitivity(actors, answer)]:
            print(seed, difference)
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
