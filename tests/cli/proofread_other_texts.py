#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts errors into texts of others, one at a time, and counts what `proofread` finds of them and says beside.

    tests/cli/proofread_other_texts.py ENTENTE SEED COUNT FILE … [--show] [--json OUT]

COUNT errors of each way are tried in each FILE. The ways were written from the list of what must be found and from nothing else; the texts
are whatever is at hand (licences of /usr/share/common-licenses, say): sentences are changed where a text has what is to be broken, else a right
sentence is broken before it is put in.
"""
import collections
import datetime
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ENTENTE, SEED, COUNT = sys.argv[1], sys.argv[2], int(sys.argv[3])
SHOW = "--show" in sys.argv
FILES = [pathlib.Path(name) for name in sys.argv[4:] if not name.startswith("--") and not name.endswith(".seeds.json")]
OUT = next((name for name in sys.argv[4:] if name.endswith(".seeds.json")), None)
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "x x twenty thirty forty fifty sixty seventy eighty ninety".split()
WAYS = []


def way(kind):
    def keep(function):
        WAYS.append((kind, function))
        return function
    return keep


def spelt(n):
    return ONES[n] if n < 20 else TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")


def prose(text):
    """Ends of sentences within paragraphs of some length: places where a sentence may be put."""
    return [m.end() for m in re.finditer(r"[a-z)]{3}\.(?= [A-Z]|\n\s*\n)", text) if len(text[max(0, m.start() - 150):m.start()].split("\n\n")[-1]) > 90]


def put(rng, text, sentence):
    places = prose(text)
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + " " + sentence + text[at:], sentence


def change(rng, text, pattern, new, flags=0):
    found = list(re.finditer(pattern, text, flags))
    rng.shuffle(found)
    for m in found:
        made = new(m)
        if made and made != m[0]:
            return text[:m.start()] + made + text[m.end():], made
    return None


def cited(text):
    """The word by which the text cites its parts, and the numbers that it cites."""
    words = collections.Counter(re.findall(r"\b(Section|Article|Clause|section|article|clause|paragraph)s? \d", text))
    return words.most_common(1)[0][0] if words else "Section"


def this(text):
    return next((word for word in ("Agreement", "Licence", "License", "Convention", "Treaty", "Plan") if re.search(rf"\b[Tt]his {word}\b", text)), "text")


def terms(text):
    flat = re.sub(r"\s+", " ", text)
    return sorted({m[1] for m in re.finditer(r'["“]([A-Z][a-z]+(?: [A-Z][a-z]+)+)["”] (?:means|shall mean)', flat)})


@way("reference")
def no_such_clause(rng, text):
    return change(rng, text, r"\b([Ss]ection|[Aa]rticle|[Cc]lause) (\d+)(?![\d.(])(?! of the [A-Z])", lambda m: f"{m[1]} {int(m[2]) + rng.randrange(40, 60)}")


@way("reference")
def no_such_clause_said(rng, text):
    return put(rng, text, f"What is said in {cited(text)} {rng.randrange(60, 90)} of this {this(text)} holds here too.")


@way("reference")
def range_backwards(rng, text):
    high = rng.randrange(4, 6)
    return put(rng, text, f"This is without prejudice to {cited(text)}s {high} to {high - 2}.")


@way("reference")
def list_with_a_stranger(rng, text):
    return put(rng, text, f"The same holds for {cited(text)}s 2, 3 and {rng.randrange(50, 80)}.")


@way("term")
def capital_lost(rng, text):
    known = terms(text)
    if not known:
        return None
    term = rng.choice(known)
    first, rest = term.split(" ", 1)
    return change(rng, text, rf"(?<=[a-z] ){re.escape(term)}(?=[ ,.])", lambda m: f"{first} {rest.lower()}")


@way("term")
def hyphen_put_in(rng, text):
    known = terms(text)
    return change(rng, text, rf"(?<=[a-z] ){re.escape(rng.choice(known))}(?=[ ,.])", lambda m: m[0].replace(" ", "-", 1)) if known else None


@way("term")
def other_noun(rng, text):
    known = terms(text)
    if not known:
        return None
    term = rng.choice(known)
    return change(rng, text, rf"\b(the|any|such) {re.escape(term)}(?=[ ,.])", lambda m: m[1] + " " + term.split(" ")[0] + " " + rng.choice(["Thing", "Object", "Paper"]))


@way("term")
def defined_again(rng, text):
    known = terms(text)
    return put(rng, text, f'"{rng.choice(known)}" means anything that the parties so call.') if known else None


@way("term")
def defined_for_nothing(rng, text):
    if not terms(text):
        return None
    name = rng.choice(["Cooling Period", "Steering Group", "Reference Rate", "Handover Protocol"])
    return put(rng, text, f'"{name}" means what the schedule so describes.')


@way("figure")
def word_against_figure(rng, text):
    n = rng.randrange(4, 60)
    return put(rng, text, f"The answer is given within {spelt(n)} ({n + rng.choice([-2, 1, 3, 10])}) days.")


@way("figure")
def wrong_weekday(rng, text):
    day = datetime.date(2030, 1, 1) + datetime.timedelta(days=rng.randrange(3000))
    other = day + datetime.timedelta(days=rng.randrange(1, 7))
    return put(rng, text, f"The first payment is made on {other:%A}, {day.day} {day:%B %Y}.")


@way("figure")
def no_such_day(rng, text):
    return put(rng, text, f"Accounts are closed on {rng.choice(['31 April', '30 February', '31 November', '29 February'])} {rng.choice([2031, 2033, 2034])}.")


@way("shares")
def shares_short(rng, text):
    a, b = rng.randrange(20, 45), rng.randrange(15, 35)
    c = 100 - a - b + rng.choice([-6, -4, 3, 5, 10])
    said = rng.choice(["The costs are divided among the three of them, who bear {}, {} and {} per cent.", "Their shares are {} per cent, {} per cent and {} per cent.",
                       "The first, the second and the third hold {}%, {}% and {}% respectively."])
    return put(rng, text, said.format(a, b, c))


@way("threshold")
def steps_with_a_gap(rng, text):
    n = rng.randrange(2, 9) * 10
    said = rng.choice(["For up to {a} copies the fee is EUR 100, for more than {b} copies EUR 200.",
                       "A delay of up to {a} days is forgiven; a delay of more than {b} days ends the agreement.",
                       "Loads of up to {a} tonnes cross free of charge, loads of more than {b} tonnes pay a toll."])
    return put(rng, text, said.format(a=n, b=n + rng.choice([-5, 5, 10])))


@way("amount")
def one_thing_two_sums(rng, text):
    name = rng.choice(["Advance Payment", "Entry Fee", "Security Deposit"])
    n = rng.randrange(2, 9) * 1000
    made = put(rng, text, f"Whoever joins pays an {name} of EUR {n:,}.".replace(" an E", " an E").replace("an Security", "a Security"))
    return made and (made[0] + f"\n\nThe {name} of EUR {n + 500:,} is paid back when the time is over.\n", name)


@way("amount")
def one_thing_two_currencies(rng, text):
    name = rng.choice(["Advance Payment", "Entry Fee", "Security Deposit"])
    n = rng.randrange(2, 9) * 1000
    made = put(rng, text, f"The {name} of EUR {n:,} is due at once.")
    return made and (made[0] + f"\n\nThe {name} of USD {n:,} is paid back when the time is over.\n", name)


LIST = [("a", "the first copy of the accounts"), ("b", "a list of all who took part"), ("c", "the names of the auditors"), ("d", "the minutes of the last meeting"),
        ("e", "the keys")]


def listed(rng, text, letters, ends):
    lines = "\n\n".join(f"({letter}) {item}{end}" for letter, (_, item), end in zip(letters, LIST, ends))
    places = [m.end() for m in re.finditer(r"[a-z)]\.\n\s*\n", text)]
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + f"Whoever leaves hands over:\n\n{lines}\n\n" + text[at:], "the accounts list auditors minutes keys Whoever leaves"


@way("enumeration")
def letter_left_out(rng, text):
    return listed(rng, text, rng.choice(["abde", "abdef"])[:4], [";", ";", "; and", "."])


@way("enumeration")
def letter_twice(rng, text):
    return listed(rng, text, rng.choice(["abbc", "abcc"]), [";", ";", "; and", "."])


@way("blank")
def blank_left(rng, text):
    return put(rng, text, rng.choice(["The seat is at ______.", "The price is EUR [●].", "The agent is [name of the agent to be inserted].", "The term ends on [date].",
                                      "The sum is TBD.", "The place is [to be agreed]."]))


@way("blank")
def note_left(rng, text):
    return put(rng, text, rng.choice(["[Note to draft: ask the ministry.]", "[NTD: numbers to follow.]", "[Drafting note: see the last round.]", "[Comment: we cannot take this.]"]))


@way("obligation")
def nobody_shall(rng, text):
    return put(rng, text, rng.choice(["The shall keep the accounts for five years.", "Every shall answer within a month."]))


@way("obligation")
def may_and_shall(rng, text):
    sentences = re.findall(r"(?<=[.] )((?:You|Licensor|The \w+|Each \w+)) (may|shall) not ([a-z][^.;,]{15,80})[.,;]", re.sub(r"\s+", " ", text))
    if not sentences:
        return None
    who, modal, what = rng.choice(sentences)
    return put(rng, text, f"{who} {'shall' if modal == 'may' else 'may'} not {what}.")


@way("timetable")
def ends_before(rng, text):
    year = rng.randrange(2030, 2045)
    said = rng.choice(["The trial begins on 1 June {b} and ends on 31 March {a}.", "It enters into force on 1 June {b}. It remains in force until 31 March {a}."])
    return put(rng, text, said.format(a=year, b=year + rng.choice([0, 1])))


def findings(text, form, folder):
    path = pathlib.Path(folder, f"text{form}")
    path.write_text(text, encoding="utf-8")
    out = subprocess.run([ENTENTE, "proofread", path, "--json"], capture_output=True, text=True, check=False)
    if out.returncode not in (0, 1):
        sys.exit(out.stderr)
    return json.loads(out.stdout)["findings"]


def key(finding):
    return finding["kind"], re.sub(r"\W+", "", finding["quotation"]), re.sub(r"\(.*?\)|\d+", "", finding["message"])


def at(finding, place):
    words = set(re.findall(r"\w+", place))
    said = re.findall(r"\w+", finding["quotation"] + " " + (finding["other"] or ""))
    return any(word in words for word in said) or bool(words & set(re.findall(r"\w{5,}", finding["context"])))


def main():
    tally = collections.defaultdict(lambda: [0, 0, 0])
    single = collections.defaultdict(lambda: [0, 0])
    kept, clean, pages = [], collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        for file in FILES:
            text = file.read_text(encoding="utf-8", errors="replace")
            form = file.suffix if file.suffix in (".md", ".txt") else ".txt"
            before = findings(text, form, folder)
            pages += len(text.split()) / 300
            for finding in before:
                clean[f"{finding['kind']} {finding['certainty']}"] += 1
            known = collections.Counter(key(finding) for finding in before)
            for kind, function in WAYS:
                for number in range(COUNT):
                    made = function(random.Random(f"{SEED} {file.name} {function.__name__} {number}"), text)
                    if not made:
                        continue
                    left = known.copy()
                    after = []
                    for finding in findings(made[0], form, folder):
                        left[key(finding)] -= 1
                        if left[key(finding)] < 0:
                            after.append(finding)
                    good = [f for f in after if f["kind"] == kind and at(f, made[1])]
                    beside = [f for f in after if f not in good and not at(f, made[1])]
                    row = tally[kind]
                    row[0], row[1], row[2] = row[0] + 1, row[1] + bool(good), row[2] + len(beside)
                    single[function.__name__][0] += 1
                    single[function.__name__][1] += bool(good)
                    kept.append({"file": file.name, "kind": kind, "way": function.__name__, "text": made[0], "place": made[1], "found": bool(good)})
                    if SHOW and not good:
                        print(f"  missed {file.name} {function.__name__}: {made[1][:140]}")
                    for f in beside if SHOW else []:
                        print(f"  beside {file.name} {function.__name__}: {f['kind']} {f['certainty']} {f['quotation'][:60]} | {f['message']}")
    for name, (tried, found) in single.items():
        print(f"#   {name:26} {found:4} of {tried:4}")
    for kind, (tried, found, beside) in tally.items():
        print(f"# {kind:12} {found:4} of {tried:4}, {beside} beside")
    print(f"# all: {sum(r[1] for r in tally.values())} of {sum(r[0] for r in tally.values())}, {sum(r[2] for r in tally.values())} beside; "
          f"{sum(clean.values())} on {pages:.0f} pages as they are: {dict(clean)}")
    found, tried, beside = (sum(row[i] for row in tally.values()) for i in (1, 0, 2))
    wrong = sum(count for what, count in clean.items() if not what.startswith("blank"))
    print("1..2")
    print(f"{'ok' if found >= 0.95 * tried else 'not ok'} 1 - errors in texts of others are found")
    print(f"{'ok' if beside <= max(1, tried / 100) and wrong <= pages / 4 else 'not ok'} 2 - little is said of what is not wrong")
    if OUT:
        pathlib.Path(OUT).write_text(json.dumps(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
