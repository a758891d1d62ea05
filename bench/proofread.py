#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench/proofread: CPU time of `entente proofread` beside that of the merge which made its input.

    bench/proofread.py [--entente build/gcc/entente] [--words 50000 500000] [--rounds 3]

A generated agreement: articles of five paragraphs with three sentences, citations, days and sums; four drafts with words changed in a tenth
of the paragraphs and one in 250 gone. User time, merge and proofread in turn, the best of the rounds.
"""
import argparse
import json
import pathlib
import random
import resource
import subprocess
import tempfile

SUBJECTS = ["The Tenant", "The Parties", "The Joint Commission", "Each Party", "The Guarantor", "The Secretariat"]
VERBS = ["shall deliver", "shall notify", "may inspect", "shall not assign", "shall maintain", "may suspend"]
OBJECTS = ["the list of depots", "its accounts of the quarter", "the premises named in the schedule", "the report of the observers"]
TAILS = ["within thirty (30) days of the notice", "by 4 May 2031", "up to EUR 4,000", "under Article {}", "in accordance with paragraph 2 of Article {}",
         "without undue delay", "where the other side has not answered"]
HEAD = ["# Agreement", '"Closing Date" means the day on which the last condition is met.', '"Joint Commission" means the body set up by Article 3.',
        '"Deposit" means the sum of EUR 4,000 paid to the agent.']


def made_words(rng):
    return ["".join(rng.choice(["ka", "lo", "mer", "tis", "ran", "vel", "do", "sun", "pri"]) for _ in range(rng.randint(1, 3))) for _ in range(3000)]


def agreement(count, rng, made):
    lines, words, article, articles = list(HEAD), 0, 0, count // 230
    while words < count:
        article += 1
        lines.append(f"## Article {article}")
        for paragraph in range(1, 6):
            sentences = [f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)} {' '.join(rng.choices(made, k=4))} "
                         f"{rng.choice(TAILS).format(rng.randint(1, articles))}." for _ in range(3)]
            lines.append(f"{paragraph}. " + " ".join(sentences))
            words += len(lines[-1].split())
    return lines


def draft(lines, rng, made):
    kept = []
    for line in lines:
        if line[0].isdigit() and rng.random() < 0.1:
            words = line.split()
            at = rng.randrange(1, len(words) - 3)
            words[at:at + rng.randint(1, 3)] = rng.choices(made, k=rng.randint(0, 3))
            line = " ".join(words)
        if not line[0].isdigit() or rng.random() >= 0.004:
            kept.append(line)
    return kept


def cpu(*command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--entente", default="build/gcc/entente")
    ask.add_argument("--words", type=int, nargs="+", default=[50000, 500000])
    ask.add_argument("--rounds", type=int, default=3)
    asked = ask.parse_args()
    for words in asked.words:
        rng = random.Random(5)
        made = made_words(rng)
        base = agreement(words, rng, made)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "base.md").write_text("\n\n".join(base), encoding="utf-8")
            for number, party in enumerate(["Ardel", "Brenn", "Corvat", "Dunmar"]):
                (folder / f"{party}.md").write_text("\n\n".join(draft(base, random.Random(number), made)), encoding="utf-8")
            drafts = [f"{party}={folder / party}.md" for party in ["Ardel", "Brenn", "Corvat", "Dunmar"]]
            merge = ["merge", folder / "base.md", *drafts, "-o", folder / "m.json"]
            proofread = ["proofread", folder / "m.json", "-o", folder / "found.json"]
            times = [(cpu(asked.entente, *merge), cpu(asked.entente, *proofread)) for _ in range(asked.rounds)]
            best = [min(column) for column in zip(*times)]
            reach = json.loads((folder / "found.json").read_text())["combinations"]
            print(f"{words} words, four drafts: merge {best[0]:.2f} s, proofread {best[1]:.2f} s, ratio {best[1] / best[0]:.1f}; {reach}")


if __name__ == "__main__":
    main()
