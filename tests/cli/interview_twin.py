# SPDX-License-Identifier: Apache-2.0
"""Hidden scores answer `entente interview`; what it then calls sure must be what they say.

interview_twin.py ENTENTE FOLDER SEED COUNT: prints one line a scenario, "ok …" or "wrong …".
"""
import itertools
import json
import random
import subprocess
import sys


class Twin:
    """A scenario of three parties; the first one's scores and reserve are hidden."""

    def __init__(self, rng, folder, number):
        self.counts = [rng.randrange(2, 4) for _ in range(rng.randrange(2, 4))]
        self.names = [f"Issue {i}, part" for i in range(len(self.counts))]
        self.options = [[f"option {o} over {i}" for o in range(n)] for i, n in enumerate(self.counts)]
        most = rng.choice((4, 100))
        self.scores = [[[rng.randrange(most + 1) for _ in range(n)] for n in self.counts] for _ in range(3)]
        self.reserve = rng.randrange(most * len(self.counts))
        self.forbidden = [[[0, rng.randrange(self.counts[0])], [1, rng.randrange(self.counts[1])]]]
        self.path = f"{folder}/{number}.json"
        self.answers = f"{folder}/{number}.txt"
        parties = [{"name": "P0"}] + [{"name": f"P{p}", "scores": self.scores[p], "reservation": 1} for p in (1, 2)]
        issues = [{"name": n, "options": o} for n, o in zip(self.names, self.options)]
        with open(self.path, "w") as out:
            json.dump({"format": "entente-bargain/1", "issues": issues, "parties": parties, "forbidden": self.forbidden}, out)
        open(self.answers, "w").close()

    def packages(self):
        bad = [tuple(c) for c in self.forbidden[0]]
        return [p for p in itertools.product(*map(range, self.counts)) if not all(p[i] == o for i, o in bad)]

    def said(self, side):
        """What a side of a question is worth by the hidden scores."""
        return sum(self.scores[0][self.names.index(i)][self.options[self.names.index(i)].index(o)] for i, o in side.items())

    def reply(self, question):
        if "package" in question:
            return question["answers"][0 if self.said(question["package"]) >= self.reserve else 1]
        first, second = self.said(question["first"]), self.said(question["second"])
        return question["answers"][0 if first > second else 1 if first < second else 2]


def ask(entente, twin, words):
    run = subprocess.run([entente, "interview", twin.path, "--party", "P0", "--answers", twin.answers, *words], capture_output=True)
    if run.returncode:
        raise SystemExit(f"wrong: {run.stderr.decode()}")
    return run.stdout


def worth(scores, package):
    return sum(scores[i][o] for i, o in enumerate(package))


def front(all_scores, packages):
    rows = {p: [worth(s, p) for s in all_scores] for p in packages}
    return [p for p in packages
            if not any(rows[q] != rows[p] and all(a >= b for a, b in zip(rows[q], rows[p])) for q in packages)]


def order(scores, a, b):
    return (worth(scores, a) > worth(scores, b)) - (worth(scores, a) < worth(scores, b))


def agrees(twin, aim, found, reserve, package):
    packages = twin.packages()
    hidden = twin.scores[0]
    if [p for p in packages if worth(found, p) >= reserve] != [p for p in packages if worth(hidden, p) >= twin.reserve]:
        return False
    if aim == "front":
        return front([found, *twin.scores[1:]], packages) == front(twin.scores, packages)
    if aim == "package":
        return all(order(found, p, package) == order(hidden, p, package) for p in packages)
    everything = list(itertools.product(*map(range, twin.counts)))
    pairs = itertools.combinations(everything if aim == "trades" else packages, 2)
    return all(order(found, a, b) == order(hidden, a, b) for a, b in pairs
               if aim == "ranking" or sum(x != y for x, y in zip(a, b)) <= 2)


def main():
    entente, folder, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    rng = random.Random(seed)
    for number in range(count):
        twin = Twin(rng, folder, number)
        aim = ("ranking", "front", "package", "trades")[number % 4]
        package = rng.choice(twin.packages())
        words = ["--package", ",".join(map(str, package))] if aim == "package" else ["--for", aim]
        asked = 0
        while True:
            answer = json.loads(ask(entente, twin, [*words, "--reserve", "--json"]))
            if answer["done"]:
                break
            with open(twin.answers, "a") as out:
                out.write(twin.reply(answer["question"]) + "\n")
            asked += 1
        scored = f"{folder}/{number}-scored.json"
        ask(entente, twin, [*words, "--reserve", "-o", scored])
        with open(scored) as file:
            party = json.load(file)["parties"][0]
        right = agrees(twin, aim, party["scores"], party["reservation"], package)
        print("ok" if right else "wrong", aim, f"{len(twin.packages())} packages, {asked} questions", twin.path)


main()
