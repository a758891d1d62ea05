# Small random texts whose shares and totals are open in several places: the rules of the scenario allow just the
# packages whose text adds up, as adding up every package's own text says.
import itertools
import json
import os
import random
import re
import subprocess
import sys

ENTENTE = os.environ["ENTENTE"]
PARTIES = ["Nereth", "Tarsen", "Velmark", "Ardel"]


def run(*arguments):
    done = subprocess.run([ENTENTE, *arguments], capture_output=True, text=True)
    assert done.returncode in (0, 1), (arguments, done.stderr)
    return done.stdout


def shares(chance):
    parts = [chance.randrange(10, 40) for _ in range(chance.choice([1, 2, 2, 3]))]
    return parts + [100 - sum(parts)] if sum(parts) < 95 else shares(chance)


def sentence(values):
    words = [f"{PARTIES[i]} {value} per cent" for i, value in enumerate(values)]
    return f"The costs are divided thus: {', '.join(words[:-1])} and {words[-1]}."


def table(values):
    rows = "".join(f"| {PARTIES[i]} | {value} |\n" for i, value in enumerate(values[:-1]))
    return f"| Party | Boats |\n| --- | --- |\n{rows}| Total | {values[-1]} |"


def changed(chance, values, is_table):
    values = list(values)
    kind = chance.randrange(4)
    one, other = chance.sample(range(len(values)), 2)
    step = chance.choice([5, 10, 2])
    if kind > 0:
        values[one] += step
    if kind > 1:
        down = not (is_table and (one == len(values) - 1) != (other == len(values) - 1))
        values[other] += -step if down else step
    return values


def write(path, blocks):
    lines = ["# Agreement", "1. The Parties establish a Fund."]
    for number, (is_table, values) in enumerate(blocks):
        lines.append(f"{number + 2}. The boats are counted:\n\n{table(values)}" if is_table
                     else f"{number + 2}. {sentence(values)}")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(lines) + "\n")


def add_up(text):
    """For each sum of the text, whether it adds up."""
    made, column = [], []
    for line in text.splitlines():
        figures = [int(word) for word in re.findall(r"(\d+) per cent", line)]
        if figures:
            made.append(sum(figures) == 100)
        if re.match(r"\| *Total", line):
            made.append(int(re.findall(r"\d+", line)[0]) == sum(column))
            column = []
        elif line.startswith("|") and re.search(r"\d", line):
            column.append(int(re.findall(r"\d+", line)[0]))
    return made


def allowed(scenario, package):
    for rule in scenario["forbidden"]:
        if all(package[issue] == option for issue, option in rule):
            return False
    for rule in scenario.get("sums", []):
        made = sum(number for issue, option, number in rule["numbers"] if package[issue] == option)
        if abs(made - rule["exactly"]) > 1e-9:
            return False
    return True


def one_text(folder, chance):
    base = []
    for _ in range(chance.choice([1, 1, 2])):
        is_table = chance.random() < 0.4
        values = shares(chance)
        base.append((is_table, values + [sum(values)] if is_table else values))
    write(f"{folder}/base.md", base)
    drafts = []
    for party in PARTIES[:chance.choice([2, 3])]:
        write(f"{folder}/{party}.md", [(is_table, changed(chance, values, is_table)) for is_table, values in base])
        drafts.append(f"{party}={folder}/{party}.md")
    run("merge", f"{folder}/base.md", *drafts, "-o", f"{folder}/merged.json")
    run("issues", f"{folder}/merged.json", "-o", f"{folder}/scenario.json")
    scenario = json.load(open(f"{folder}/scenario.json", encoding="utf-8"))
    packages = list(itertools.product(*[range(len(issue["options"])) for issue in scenario["issues"]]))
    if not scenario["issues"] or len(packages) > 40:
        return 0, 0
    sums = []
    for package in packages:
        run("view", f"{folder}/merged.json", "--scenario", f"{folder}/scenario.json", "--package",
            ",".join(map(str, package)), "-o", f"{folder}/package.md")
        with open(f"{folder}/package.md", encoding="utf-8") as file:
            sums.append(add_up(file.read()))
    # What all parties hold may be wrong already: no package makes that right, and it is not demanded.
    possible = [any(column) for column in zip(*sums)]
    right = [all(own or not may for own, may in zip(row, possible)) for row in sums]
    for package, is_right in zip(packages, right):
        assert is_right == allowed(scenario, package), (folder, base, package, is_right, scenario.get("sums"))
    good = sum(right)
    offered = run("bargain", f"{folder}/scenario.json")
    assert re.search(rf"by the rules +{good}\n", offered) or good == len(packages), offered
    return len(packages), good


def main():
    folder, seed, wanted = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)
    tried = good = texts = 0
    while texts < wanted:
        count, right = one_text(folder, chance)
        texts += count > 0
        tried += count
        good += right
    assert good < tried, "no package was to be ruled out"
    print(f"{texts} texts, {tried} packages, {good} add up")


main()
