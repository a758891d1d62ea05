#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random scenarios written as NegMAS (YAML and JSON) and GeniusWeb (both spellings) keep them, weighed
with exact fractions, against what `entente bargain FOLDER --json` answers."""
import itertools
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction


def decimal(rng, places, most=1):
    return Fraction(rng.randrange(most * 10**places + 1), 10**places)


def text(number):
    """The shortest decimal, as Python writes floats."""
    whole = f"{'-' if number < 0 else ''}{abs(number).numerator * 10**12 // abs(number).denominator:013d}"
    return (whole[:-12] + "." + whole[-12:]).rstrip("0") + ("0" if number.denominator == 1 else "")


def make(rng):
    """Issues as (name, kind, options) and parties as (weights, values by option, reserve)."""
    issues = []
    for i in range(rng.randrange(1, 5)):
        kind = rng.choice(["words", "whole", "steps"])
        low, count, step = rng.randrange(-3, 9), rng.randrange(1, 5), rng.choice([Fraction(1, 2), Fraction(3, 10)])
        options = {"words": [f"option {i}, {o}" for o in range(count)],
                   "whole": [low + o for o in range(count)],
                   "steps": [low + o * step for o in range(count + 1)]}[kind]
        issues.append((f"Issue {i}", kind, options, step))
    parties = []
    for _ in range(rng.randrange(2, 4)):
        parts = sorted(rng.randrange(101) for _ in range(len(issues) - 1))
        weights = [Fraction(b - a, 100) for a, b in zip([0, *parts], [*parts, 100])]
        parties.append((weights, [None] * len(issues), None))
    return issues, parties


def table(values, options):
    return "{" + ", ".join(f"{json.dumps(str(o) if isinstance(o, str) else text(Fraction(o)))}: {text(v)}"
                           for o, v in zip(options, values)) + "}"


def write_web(rng, folder, issues, parties, old):
    """GeniusWeb: ranges are linear between their ends, the reserve is that of a bid or 0."""
    def domain():
        sets = []
        for name, kind, options, step in issues:
            if kind == "words":
                sets.append(f'{json.dumps(name)}: {{"values": {json.dumps(options)}}}')
            else:
                width = step if kind == "steps" else 1
                sets.append(f'"{name}": {{"range": {{"low": {text(Fraction(options[0]))}, "high": '
                            f'{text(Fraction(options[-1]))}, "step": {text(Fraction(width))}}}}}')
        return f'{{"name": "made", "issuesValues": {{{", ".join(sets)}}}}}'
    (folder / "domain.json").write_text(domain())
    names = ("discreteutils", "numberutils") if old else ("DiscreteValueSetUtilities", "NumberValueSetUtilities")
    exact = []
    for p, (weights, _, _) in enumerate(parties):
        utilities, values = [], []
        for name, kind, options, _ in issues:
            if kind == "words" or len(options) == 1:
                values.append([decimal(rng, 2) for _ in options])
            else:
                low, high = decimal(rng, 2), decimal(rng, 1)
                span = Fraction(options[-1]) - Fraction(options[0])
                values.append([low + (high - low) * (Fraction(o) - Fraction(options[0])) / span for o in options])
            if kind == "words":
                utilities.append(f'"{name}": {{"{names[0]}": {{"valueUtilities": {table(values[-1], options)}}}}}')
            elif len(options) == 1:
                utilities.append(f'"{name}": {{"{names[0]}": {{"valueUtilities": {{"{options[0]}": {text(values[-1][0])}}}}}}}')
            else:
                utilities.append(f'"{name}": {{"{names[1]}": {{"lowValue": {text(Fraction(options[0]))}, "lowUtility": {text(values[-1][0])}, '
                                 f'"highValue": {text(Fraction(options[-1]))}, "highUtility": {text(values[-1][-1])}}}}}')
        bid, reserve = "null", Fraction(0)
        if rng.random() < 0.7:
            chosen = [rng.randrange(len(options)) for _, _, options, _ in issues]
            bid = '{"issuevalues": {' + ", ".join(
                f'"{name}": {json.dumps(options[c]) if kind == "words" else text(Fraction(options[c]))}'
                for (name, kind, options, _), c in zip(issues, chosen)) + "}}"
            reserve = sum(w * v[c] for w, v, c in zip(weights, values, chosen))
        shuffled = rng.sample(utilities, len(utilities))
        (folder / f"profile{p}.json").write_text(
            f'{{"LinearAdditiveUtilitySpace": {{"domain": {domain()}, "name": "party{p}", "issueUtilities": {{{", ".join(shuffled)}}}, '
            f'"issueWeights": {{{", ".join(f"{json.dumps(i[0])}: {text(w)}" for i, w in zip(issues, weights))}}}, "reservationBid": {bid}}}}}')
        exact.append((weights, values, reserve, Fraction(0)))
    (folder / "session.json").write_text('{"SAOPSettings": {"participants": []}}')
    return exact


def write_negmas(rng, folder, issues, parties, ending):
    """NegMAS: tables, affine, linear and quadratic functions of the number, discounts, reserves."""
    types = {"words": "CategoricalIssue", "whole": "ContiguousIssue", "steps": "DiscreteCardinalIssue"}
    space = {"name": "made", "type": "DiscreteCartesianOutcomeSpace", "issues": [
        {"name": name, "type": types[kind],
         "values": [options[0], options[-1]] if kind == "whole" else options if kind == "words" else [float(o) for o in options]}
        for name, kind, options, _ in issues]}
    dump(folder / f"made.{ending}", space)
    exact = []
    for p, (weights, _, _) in enumerate(parties):
        functions, values = [], []
        for _, kind, options, _ in issues:
            shape = rng.choice(["table", "affine", "linear", "quadratic", "identity", "const"]) if kind != "words" else "table"
            a, b = decimal(rng, 1, 3) - 1, decimal(rng, 2)
            numbers = [Fraction(o) for o in options] if kind != "words" else []
            if shape == "table":
                values.append([decimal(rng, 2, 40) for _ in options])
                keys = options if kind != "steps" else [float(o) for o in options]
                functions.append({"type": "TableFun", "mapping": {str(k): float(v) for k, v in zip(keys, values[-1])}})
            elif shape == "affine":
                values.append([a * x + b for x in numbers])
                functions.append({"type": "AffineFun", "slope": float(a), "bias": float(b)})
            elif shape == "linear":
                values.append([a * x for x in numbers])
                functions.append({"type": "negmas.preferences.value_fun.LinearFun", "slope": float(a)})
            elif shape == "quadratic":
                values.append([a * x * x + b * x for x in numbers])
                functions.append({"type": "QuadraticFun", "a2": float(a), "a1": float(b), "bias": 0})
            elif shape == "const":
                values.append([b for _ in numbers])
                functions.append({"type": "ConstFun", "bias": float(b)})
            else:
                values.append(numbers)
                functions.append({"type": "IdentityFun"})
        bias = decimal(rng, 1, 2) - 1
        function = {"name": f"party{p}", "type": "LinearAdditiveUtilityFunction", "values": functions,
                    "weights": [float(w) for w in weights], "bias": float(bias)}
        lowest = sum(w * (min(v)) for w, v in zip(weights, values)) + bias
        reserve = lowest
        if rng.random() < 0.6:
            reserve = decimal(rng, 2, 5)
            function["reserved_value"] = float(reserve)
        else:
            function["reserved_value"] = float("-inf")
        if rng.random() < 0.4:
            function = {"name": f"party{p}", "type": "ExpDiscountedUFun", "discount": 0.9, "dynamic_reservation": True,
                        "reserved_value": float("-inf"), "ufun": function}
        dump(folder / f"party{p}.{ending}", function)
        exact.append((weights, values, reserve, bias))
    (folder / "_stats.yaml").write_text("pareto_utils: []\n")
    return exact


def yaml_lines(value, depth=0):
    if isinstance(value, dict):
        for name, item in value.items():
            if isinstance(item, (dict, list)):
                yield f"{'  ' * depth}{json.dumps(name)}:"
                yield from yaml_lines(item, depth + 1)
            else:
                yield f"{'  ' * depth}{json.dumps(name)}: {yaml_scalar(item)}"
    else:
        for item in value:
            if isinstance(item, dict):
                lines = list(yaml_lines(item, depth + 1))
                yield f"{'  ' * depth}- {lines[0].strip()}"
                yield from lines[1:]
            else:
                yield f"{'  ' * depth}- {yaml_scalar(item)}"


def yaml_scalar(item):
    if item == float("-inf"):
        return "-.inf"
    return repr(item) if not isinstance(item, (str, bool)) else json.dumps(item)


def dump(path, value):
    path.write_text("\n".join(yaml_lines(value)) + "\n" if path.suffix == ".yml" else json.dumps(value))


def weigh(issues, exact):
    """Packages, acceptable ones, the front and the largest products of gains, by listing."""
    rows = []
    for package in itertools.product(*[range(len(options)) for _, _, options, _ in issues]):
        rows.append(tuple(sum(w * v[c] for w, v, c in zip(weights, values, package)) + bias
                          for weights, values, _, bias in exact))
    fine = [r for r in rows if all(u >= e[2] for u, e in zip(r, exact))]
    points = set(rows)
    front = [r for r in points if not any(q != r and all(a >= b for a, b in zip(q, r)) for q in points)]
    best, nash = -1, set()
    for row in fine:
        product = 1
        for u, e in zip(row, exact):
            product *= u - e[2]
        if product > best:
            best, nash = product, set()
        if product == best:
            nash.add(row)
    if best == 0:  # all tie where somebody gains nothing; those that another beats are not named
        nash = {r for r in nash if not any(q != r and all(a >= b for a, b in zip(q, r)) for q in nash)}
    return len(rows), len(fine), sorted(front, reverse=True), sorted(nash, reverse=True)


def main():
    entente, wrong = os.environ["ENTENTE"], 0
    for seed in range(int(sys.argv[1])):
        rng = random.Random(seed)
        issues, parties = make(rng)
        forms = [("GeniusWeb", lambda f: write_web(rng, f, issues, parties, False)),
                 ("older GeniusWeb", lambda f: write_web(rng, f, issues, parties, True)),
                 ("NegMAS YAML", lambda f: write_negmas(rng, f, issues, parties, "yml")),
                 ("NegMAS JSON", lambda f: write_negmas(rng, f, issues, parties, "json"))]
        for name, write in forms:
            with tempfile.TemporaryDirectory() as folder:
                exact = write(pathlib.Path(folder))
                run = subprocess.run([entente, "bargain", folder, "--json"], capture_output=True, text=True)
            if run.returncode != 0:
                print(seed, name, run.stderr.strip())
                wrong += 1
                continue
            answer = json.loads(run.stdout)
            scale = answer.get("scale", 1)
            found = (answer["packages"], answer["acceptable"], [tuple(Fraction(u, scale) for u in r) for r in answer["front"]],
                     [tuple(Fraction(u, scale) for u in r) for r in answer["nash"]["utilities"]] if "nash" in answer else [])
            wanted = weigh(issues, exact)
            if found != wanted:
                print(seed, name, "found", found[:2], len(found[2]), found[3][:2], "wanted", wanted[:2], len(wanted[2]), wanted[3][:2])
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
