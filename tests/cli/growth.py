#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What grew with the square of its input once: chains of steps, their calendar, paragraphs in another order, issues.

    tests/cli/growth.py ENTENTE

Each command has SECONDS of CPU and is killed behind them; what it says must be right besides.
"""
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

SECONDS = 8  # the plain build needs less than one
NIGHTLY = bool(os.environ.get("ENTENTE_NIGHTLY"))
ENTENTE = sys.argv[1]


def run(*arguments):
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    return subprocess.run([ENTENTE, *map(str, arguments)], capture_output=True, text=True, preexec_fn=limit, check=False)


def chain(path, steps, last=""):
    """Each step at least a day after the one before it, written in any order."""
    order = list(range(1, steps))
    random.Random(steps).shuffle(order)
    lines = ["origin: 2031-01-01", "steps:"]
    lines += [f"  s{i}: {{title: Step number {i}, takes: [P1D, P2D]}}" for i in range(steps)]
    lines += ["anchors:", "  s0.start: 2031-01-01", "limits:"]
    lines += [f'  - {{event: s{i}.start, after: s{i - 1}.end, least: P1D, clause: "{i}"}}' for i in order]
    path.write_text("\n".join(lines) + "\n" + last)


def test_chain(folder):
    steps = 30000
    plan = folder / "chain.yaml"
    chain(plan, steps)
    done = run("timetable", plan)
    # The step, the gap before it and its two ends in their order; the anchor.
    yield "a chain of 30,000 steps is worked out", done.returncode == 0 and done.stdout.startswith("All ")
    done = run("timetable", plan, "-o", folder / "chain.ics")
    text = (folder / "chain.ics").read_text() if done.returncode == 0 else ""
    yield "and has a calendar, in which each step waits for one", (
        text.count("BEGIN:VTODO") == steps and text.count("RELATED-TO") == steps - 1)
    chain(plan, steps, f'  - {{event: s{steps - 1}.end, after: s0.start, within: P{2 * steps - 2}D, clause: "x"}}\n')
    done = run("timetable", plan)
    yield "one day too few for all of them is found", done.returncode == 1 and "short by 1 day" in done.stdout[:100]


def test_order(folder):
    count = 24000 if NIGHTLY else 6000
    rng = random.Random(2)
    lines = [" ".join(f"word{rng.randrange(4000)}" for _ in range(12)) + "." for _ in range(count)]
    (folder / "base.txt").write_text("\n\n".join(lines) + "\n")
    rng.shuffle(lines)
    (folder / "draft.txt").write_text("\n\n".join(lines) + "\n")
    done = run("merge", folder / "base.txt", f"A={folder}/draft.txt", "-o", folder / "m.json")
    seen = run("view", folder / "m.json", "--party", "A")
    yield f"{count} paragraphs in another order are merged, and read back as the draft", (
        done.returncode == 0 and seen.stdout.split() == (folder / "draft.txt").read_text().split())


def issue(number, evaluations):
    items = "".join(f'<item index="{i + 1}" value="o{i}"' + (f' evaluation="{e}"' if e else "") + "/>"
                    for i, e in enumerate(evaluations))
    return f'<issue index="{number}" type="discrete" etype="discrete" vtype="discrete" name="Issue {number}">{items}</issue>'


def space(path, issues, weights, reserve, before="", after=""):
    path.write_text(f'{before}<utility_space number_of_issues="{len(issues)}"><objective index="0" type="objective" name="any">'
                    + "".join(issues) + weights + f'</objective><reservation value="{reserve}"/></utility_space>{after}')


def test_genius(folder):
    count = 4000
    numbers = range(1, count + 1)
    space(folder / "domain.xml", [issue(i, [0, 0]) for i in numbers], "", 0, "<negotiation_template>", "</negotiation_template>")
    weights = "".join(f'<weight index="{i}" value="{1 / count}"/>' for i in numbers)
    for party in "ab":
        space(folder / f"{party}.xml", [issue(i, [i % 5 + 1, 7 - i % 5]) for i in numbers], weights, 0)
    done = run("bargain", folder / "domain.xml", folder / "a.xml", folder / "b.xml", "--json")
    yield f"Genius files of {count} issues are read and weighed", (
        done.returncode == 0 and int(json.loads(done.stdout)["packages"]) == 2 ** count)


def agreement(articles, rng, share=0.0):
    """Articles of two paragraphs each that cite one another; a share of the paragraphs has other words, or is gone."""
    lines = ["# Plan", ""]
    for article in range(1, articles + 1):
        lines += [f"## Article {article}", ""]
        for paragraph in (1, 2):
            words = [f"word{article * 7 % 500}", f"word{article * 11 % 500}"]
            if rng.random() < share:
                words[rng.randrange(2)] = f"other{rng.randrange(500)}"
            if rng.random() < share / 20:
                continue
            lines += [f"The Parties shall keep {words[0]} with {words[1]} of depot k{article}p{paragraph} within thirty (30) days"
                      f" under Article {(article * 13 + paragraph) % articles + 1}.", ""]
    return "\n".join(lines)


def spent(*arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = run(*arguments)
    return done, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def test_proofread(folder):
    small = 4000 if NIGHTLY else 250
    seconds = []
    for articles in (small, 4 * small):
        texts = [folder / f"{name}.md" for name in ("base", "Ardel", "Brenn", "Corvat", "Dunmar")]
        for number, text in enumerate(texts):
            text.write_text(agreement(articles, random.Random(number), 0.04 if number else 0).replace("thirty (30)", "thirty (20)", number == 0))
        run("merge", texts[0], *(f"{text.stem}={text}" for text in texts[1:]), "-o", folder / "merged.json")
        done, cpu = spent("proofread", folder / "merged.json", "--json")
        seconds.append(cpu)
        found = json.loads(done.stdout) if done.returncode == 0 else {"findings": []}
        yield f"a merged text of {articles} articles and four drafts is looked through", any(
            finding["kind"] == "figure" and finding["readings"] == ["base"] for finding in found["findings"])
    yield "four times the text takes four times the time, no more than nine", seconds[1] < 9 * seconds[0] + 0.2


def main():
    number = 0
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    with tempfile.TemporaryDirectory() as name:
        for test in (test_chain, test_order, test_genius, test_proofread):
            for what, is_right in test(pathlib.Path(name)):
                number += 1
                print(f"{'ok' if is_right else 'not ok'} {number} - {what}", flush=True)
    print(f"1..{number}")


if __name__ == "__main__":
    main()
