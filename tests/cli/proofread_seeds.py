#!/usr/bin/env python3
"""Puts one error at a time into a clean text and asks `proofread` for it: what is found, and what is said beside.

    proofread_seeds.py [--from N] [--seeds N] [--spread] [--bounds] [--misses] [FILE ...]

FILE ... are further clean texts (.txt, .md). The kinds of error were written from the list of what must be found,
before anybody looked at how it is found. --spread tries each error in one of the texts instead of all; --bounds
exits 1 when of a kind less than 95 % are found, or more is said of clean text than one thing in 20 pages of 300 words.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from proofread_texts import TEXTS, clean, words

ENTENTE = os.environ.get("ENTENTE", "build/gcc/entente")
REFERENCE = re.compile(r"\b(Articles?|Sections?|[Cc]lauses?|Annex|Schedule) (\d+(?:\.\d+)?|[IVX]+\b|[A-Z]\b|7-[A-Z])(\(\w+\))?")
DATE = re.compile(r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DEFINED = re.compile(r'"([A-Z][a-z]+(?: [A-Z][a-z]+)+)" means')
SUM = re.compile(r"\b(EUR|GBP) (\d[\d,]*\d{3})\b|\b(\d[\d,]*,\d{3}) tonnes")
KINDS = {}


def kind(name):
    def keep(function):
        KINDS.setdefault(name, []).append(function)
        return function
    return keep


def body(lines, pattern):
    """The numbers of the lines that hold the pattern and are neither headings nor definitions nor signatures."""
    return [i for i, line in enumerate(lines) if re.search(pattern, line) and not line.startswith("#")
            and not re.match(r"(Section|Annex|Schedule) \w+\. |Article \w+\. ", line)
            and '" means' not in line and "___" not in line]


def put(rng, lines, pattern, change, among=None):
    """Changes one line that holds the pattern: the new lines and the place, or None where there is none."""
    for i in rng.sample(places := among if among is not None else body(lines, pattern), len(places)):
        found = list(re.finditer(pattern, lines[i]))
        if not found:
            continue
        at = rng.choice(found)
        new = change(at)
        if new is not None and new != at.group(0):
            line = lines[i][:at.start()] + new + lines[i][at.end():]
            return lines[:i] + [line] + lines[i + 1:], [line]
    return None


def add(lines, i, sentence):
    line = lines[i] + " " + sentence
    return lines[:i] + [line] + lines[i + 1:], [line]


def sentences(lines):
    return [i for i in body(lines, r"\b(shall|may)\b.*\.$") if len(lines[i]) > 60]


def foreign(line, at):
    return re.match(r",? (?:paragraph[^,]*,? )?of the (?!Plan|Lease)", line[at:])


@kind("reference")
def reference_without_target(rng, lines):
    return put(rng, lines, REFERENCE.pattern, lambda m: None if foreign(m.string, m.end()) else
               f"{m[1]} {'XIX' if m[2][0] in 'IVX' else 'Q' if m[2].isalpha() else '7-Q' if '-' in m[2] else m[2] + '7'}")


@kind("reference")
def reference_to_no_paragraph(rng, lines):
    return put(rng, lines, r"\b(?:Article|Section) \d+(?:\.\d+)?\((\d|[a-z])\)",
               lambda m: m[0][:-3] + ("(9)" if m[1].isdigit() else "(r)"))


@kind("reference")
def reference_list(rng, lines):
    return put(rng, lines, r"\b(?:Articles|[Cc]lauses|Sections) (\S+ to )(\d+(?:\.\d+)?)( and \S+\b)?",
               lambda m: f"{m[0][:m.start(2) - m.start()]}{m[2]}8{m[0][m.end(2) - m.start():]}")


@kind("reference")
def reference_backwards(rng, lines):
    return put(rng, lines, r"\b(Articles|[Cc]lauses|Sections) (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)",
               lambda m: f"{m[1]} {m[3]} to {m[2]}")


@kind("reference")
def reference_wrong_kind(rng, lines):
    return put(rng, lines, r"\b(Article|Section|[Cc]lause) (\d+(?:\.\d+)?)", lambda m: f"Annex {m[2]}")


@kind("reference")
def reference_annex_absent(rng, lines):
    at = [i for i, line in enumerate(lines) if re.match(r"(# |## )?(Annex|Schedule) \S+\. ", line) and i > len(lines) / 2]
    if not at or not (name := re.search(r"(?:Annex|Schedule) [^. ]+", lines[at[-1]])[0]):
        return None
    holders = [line for line in lines[:at[-1]] if re.search(name + r"\b|Annexes", line)]
    return (lines[:at[-1]], holders) if holders else None


@kind("term")
def term_undefined(rng, lines):
    at = [i for i, line in enumerate(lines) if DEFINED.search(line)]
    rng.shuffle(at)
    for i in at:
        term = DEFINED.search(lines[i])[1]
        holders = [line for line in lines if re.search(rf"\b{term}", line) and line != lines[i]]
        if len(holders) > 1:
            line = lines[i].replace(term, "Supervising Council")
            return lines[:i] + [line] + lines[i + 1:], [line] + holders
    return None


@kind("term")
def term_unused(rng, lines):
    if not any(DEFINED.search(line) for line in lines):
        return None
    i = rng.choice(sentences(lines))
    line = lines[i][:-1] + ' through a separate account (the "Reserve Account").'
    return lines[:i] + [line] + lines[i + 1:], [line]


@kind("term")
def term_twice(rng, lines):
    defined = [(line, DEFINED.search(line)[1]) for line in lines if DEFINED.search(line)]
    if not defined:
        return None
    line, term = rng.choice(defined)
    made, place = add(lines, rng.choice(sentences(lines)), f'"{term}" means whatever the annexes so describe.')
    return made, place + [line]


def near(pick):
    def change(rng, lines):
        terms = {DEFINED.search(line)[1] for line in lines if DEFINED.search(line)}
        return put(rng, lines, r"\b(?:" + "|".join(sorted(terms)) + r")\b", lambda m: pick(rng, m[0])) if terms else None
    return change


@kind("term")
def term_case(rng, lines):
    return near(lambda rng, term: term.split(" ")[0] + " " + term.split(" ", 1)[1].lower())(rng, lines)


@kind("term")
def term_hyphen(rng, lines):
    return near(lambda rng, term: term.replace(" ", "-", 1))(rng, lines)


@kind("term")
def term_other_word(rng, lines):
    return near(lambda rng, term: term.split(" ")[0] + " " + rng.choice(["Body", "Panel", "Matter", "Unit"]))(rng, lines)


@kind("term")
def term_too_early(rng, lines):
    for i, line in enumerate(lines):
        found = re.search(r'hereinafter (?:the )?"(\w+)"|\(the "(\w+)"\)', line)
        if found:
            name = found[1] or found[2]
            new = f"At the request of the {name} the following text was drawn up."
            return lines[:i] + [new, ""] + lines[i:], [new, line]
    return None


@kind("figure")
def figure_words(rng, lines):
    return put(rng, lines, r"\b([a-z-]+) \((\d+)\)", lambda m: f"{m[1]} ({int(m[2]) + rng.choice([1, 5, 10])})"
               if m[1] in {words(int(m[2])), words(int(m[2])).split(' ')[-1]} else None)


@kind("figure")
def figure_weekday(rng, lines):
    return put(rng, lines, r"\b(" + "|".join(DAYS) + r"), (?=\d)",
               lambda m: DAYS[(DAYS.index(m[1]) + rng.randrange(1, 7)) % 7] + ", ")


@kind("figure")
def figure_no_such_day(rng, lines):
    return put(rng, lines, DATE.pattern, lambda m: f"{rng.choice(['31 June', '30 February', '31 September'])} {m[3]}",
               among=[i for i in body(lines, DATE.pattern) if not re.search("|".join(DAYS), lines[i])])


@kind("shares")
def shares_percent(rng, lines):
    return put(rng, lines, r"\b(\d+)((?: per cent)?,? and \d+ per cent)",
               lambda m: f"{int(m[1]) + rng.choice([-5, 5, 3])}{m[2]}",
               among=body(lines, r"shares|respectively|proportions"))


@kind("shares")
def shares_table(rng, lines):
    rows = [i for i, line in enumerate(lines) if re.match(r"\| (Northern|Central|Southern|Total) \|", line)]
    made = put(rng, lines, r"(?<=\| )\d+(?= \|)", lambda m: str(int(m[0]) + rng.choice([10, 90, -7])), among=rows)
    return made and (made[0], made[1] + [made[0][i] for i in rows])


@kind("threshold")
def threshold_gap(rng, lines):
    return put(rng, lines, r"more than (EUR )?(\d+)(?=,000| days| tonnes| and up to)",
               lambda m: f"more than {m[1] or ''}{int(m[2]) + 5}", among=body(lines, r"up to \S.*more than"))


@kind("threshold")
def threshold_overlap(rng, lines):
    return put(rng, lines, r"more than (EUR )?(\d+)(?=,000| days| tonnes| and up to)",
               lambda m: f"more than {m[1] or ''}{int(m[2]) - 4}", among=body(lines, r"up to \S.*more than"))


def doubled_sums(lines):
    counts = collections.Counter(m[0] for line in lines if "up to" not in line for m in SUM.finditer(line))
    return [m for m in counts if counts[m] > 1]


@kind("amount")
def amount_differs(rng, lines):
    if not (sums := doubled_sums(lines)):
        return None
    chosen = rng.choice(sums)
    made = put(rng, lines, re.escape(chosen), lambda m: re.sub(r"\d", lambda d: str(int(d[0]) % 8 + 1), m[0], count=1))
    return made and (made[0], made[1] + [line for line in lines if chosen in line])


@kind("amount")
def amount_currency(rng, lines):
    sums = [s for s in doubled_sums(lines) if s[0] in "EG"]
    if not sums:
        return None
    chosen = rng.choice(sums)
    made = put(rng, lines, re.escape(chosen), lambda m: "USD" + m[0][3:])
    return made and (made[0], made[1] + [line for line in lines if chosen in line])


@kind("enumeration")
def letter_skipped(rng, lines):
    return put(rng, lines, r"^\(([c-e])\) ", lambda m: f"({chr(ord(m[1]) + rng.choice([1, 2]))}) ",
               among=[i for i in range(len(lines)) if re.match(r"\([c-e]\) ", lines[i])
                      and (i + 2 >= len(lines) or not re.match(r"\([d-f]\) ", lines[i + 2]))])


@kind("enumeration")
def letter_repeated(rng, lines):
    return put(rng, lines, r"^\(([b-e])\) ", lambda m: f"({chr(ord(m[1]) - 1)}) ",
               among=[i for i in range(len(lines)) if re.match(r"\([b-e]\) ", lines[i])])


@kind("enumeration")
def number_skipped(rng, lines):
    return put(rng, lines, r"^(\d+)\. |^(\d+)\.(\d+) ",
               lambda m: f"{int(m[1]) + 1}. " if m[1] else f"{m[2]}.{int(m[3]) + 1} ",
               among=[i for i in body(lines, r"^[3-9]\. |^\d+\.[3-9] .*\.$") if not re.match(r"\d+\.\d", lines[i - 2][:0])
                      and lines[i].endswith((".", ":"))])


@kind("enumeration")
def and_missing(rng, lines):
    made = put(rng, lines, r"; (and|or)$", lambda m: ";", among=[i for i, s in enumerate(lines) if re.search(r"; (and|or)$", s)])
    return made and (made[0], made[1] + [lines[made[0].index(made[1][0]) + 2]])


@kind("enumeration")
def and_doubled(rng, lines):
    at = [i for i, s in enumerate(lines[:-2]) if s.endswith(";") and re.search(r"; (and|or)$", lines[i + 2])]
    made = put(rng, lines, r";$", lambda m: "; and", among=at)
    return made and (made[0], made[1] + [lines[made[0].index(made[1][0]) + 2]])


@kind("blank")
def blank_left(rng, lines):
    new = rng.choice(["____", "[●]", "TBD", "[insert date]", "……", "[date]", "[●] 2031", "[to be agreed]"])
    return put(rng, lines, r"(?:\w+day, )?" + DATE.pattern, lambda m: new)


@kind("blank")
def note_left(rng, lines):
    note = rng.choice(["[Note to draft: check with counsel.]", "[NTD: still open.]", "[Drafting note: to be confirmed.]",
                       "[Placeholder for taxes]", "[TO BE COMPLETED]"])
    return add(lines, rng.choice(sentences(lines)), note)


@kind("contents")
def contents_heading(rng, lines):
    start = lines.index("Contents") if "Contents" in lines else None
    if start is None:
        return None
    end = next(i for i in range(start + 1, len(lines)) if lines[i].startswith("#") or lines[i] in lines[start + 1:i])
    among = [i for i in range(start + 2, end) if re.match(r"(Section )?\w+\. ", lines[i])]
    made = put(rng, lines, r"(?<=\. ).*$", lambda m: rng.choice(["Taxes", "Assignment of rights", "Insurance"]), among=among)
    number = made and re.match(r"(?:Section )?\w+\. ", made[1][0])[0]
    return made and (made[0], made[1] + [s for s in lines[end:] if s.lstrip("# ").startswith(number)])


@kind("contents")
def contents_short(rng, lines):
    start = lines.index("Contents") if "Contents" in lines else None
    if start is None:
        return None
    i = start + 2 * rng.randrange(3, 6)
    gone = lines[i]
    # Markdown counts its lists anew, so that every line behind the gap is another one.
    return lines[:i] + lines[i + 2:], ["Contents", *lines[i + 2:i + 16]] + [s for s in lines[i + 1:] if s.lstrip("# ") == gone]


@kind("signature")
def signature_missing(rng, lines):
    at = [i for i, line in enumerate(lines) if "____" in line and re.search(r"[Ff]or (the )?", line)]
    if not at:
        return None
    i = rng.choice(at)
    party = re.search(r"[Ff]or (?:the )?([^:(]+?)(?: \(|:)", lines[i])[1]
    rest = [line for line in lines if "____" in line and line != lines[i]]
    return lines[:i] + lines[i + 2:], rest + [line for line in lines[:at[0]] if party in line]


@kind("signature")
def signature_of_another(rng, lines):
    at = [i for i, line in enumerate(lines) if "____" in line]
    made = put(rng, lines, r"[Ff]or (the )?([^:(]+?)(?= \(|:)", lambda m: m[0].replace(m[2], "Halden Shipping Company"), among=at)
    # The party whose place was taken signs nowhere.
    return made and (made[0], made[1] + [line for line in lines[:at[0]] if "hereinafter" in line or "(the " in line])


@kind("obligation")
def duty_of_nobody(rng, lines):
    return put(rng, lines, r"\bThe [A-Z]\w+(?: [A-Z]\w+)? shall (?=(?!be |have |not )[a-z])", lambda m: "The shall ")


@kind("obligation")
def duty_of_a_stranger(rng, lines):
    return put(rng, lines, r"\b(?:The|Each) (Tenant|Landlord|Parties|Joint Commission|Guarantor|Beneficiary|Competent Authority|"
               r"Party|Debtor) shall ", lambda m: rng.choice(["The Operator shall ", "The Contractor shall ", "The Lessee shall "]))


@kind("obligation")
def may_not_and_shall_not(rng, lines):
    at = body(lines, r" (shall|may) not [a-z]")
    if not at:
        return None
    i = rng.choice(at)
    said = re.search(r"(?:^|\. )(?:\(\w+\) |[\d.]+ )?((?:The|A|Each) .*?) (shall|may) not ([^,;]*?)[.,]", lines[i])
    others = [j for j in sentences(lines) if j != i]
    if not said or not others:
        return None
    other = "may" if said[2] == "shall" else "shall"
    made, place = add(lines, rng.choice(others), f"{said[1]} {other} not {said[3]}.")
    return made, place + [lines[i]]


@kind("force")
def force_after_the_end(rng, lines):
    return put(rng, lines, r"((?:enter into force|[Tt]erm begins) on )((?:\w+, )?" + DATE.pattern + ")",
               lambda m: f"{m[1]}3 March 2047")


@kind("force")
def end_before_force(rng, lines):
    return put(rng, lines, r"((?:in force until|and ends on|Expiry Date\" means) )((?:\w+, )?" + DATE.pattern + ")",
               lambda m: f"{m[1]}3 March 2019", among=[i for i, s in enumerate(lines) if DATE.search(s)])


def findings(text, form, folder):
    """What proofread says of the text as Markdown, or as plain text without the marks of headings."""
    path = pathlib.Path(folder, f"text.{form}")
    path.write_text(text if form == "md" else re.sub(r"(?m)^#+ ", "", text), encoding="utf-8")
    out = subprocess.run([ENTENTE, "proofread", path, "--json"], capture_output=True, text=True, check=False)
    if out.returncode not in (0, 1):
        sys.exit(f"proofread went wrong: {out.stderr}")
    return json.loads(out.stdout)["findings"]


def bare(words_):
    return re.sub(r"\W+", " ", words_ or "").strip().casefold()


def at_place(finding, place):
    """Whether a finding stands in one of the lines that hold the error: its quotation and the words around it."""
    around = bare(finding["context"]).split(" ")
    for line in place:
        held = bare(line)
        if bare(finding["quotation"]) in held and sum(word in held.split(" ") for word in around) * 10 >= len(around) * 4:
            return True
        if finding["other"] and bare(finding["other"]) in held:
            return True
    return False


# Markdown counts its lists itself, and plain text has no tables: there the error cannot be seen.
UNSEEN = {"number_skipped": "md", "shares_table": "txt"}
ALSO = {"amount": {"figure"}, "force": {"timetable", "figure"}, "obligation": {"term"}, "contents": {"enumeration"}}


def same(finding):
    return finding["kind"], bare(finding["quotation"]), finding["message"]


def measure(texts, folder, seeds, spread, show):
    tally = collections.defaultdict(lambda: [0, 0, 0])
    pages, false_clean, single = 0, collections.Counter(), collections.defaultdict(lambda: [0, 0])
    for number in seeds:
        for turn, (name, make) in enumerate(texts):
            rng = random.Random(f"{number} {name}")
            text = make(rng)
            lines = text.split("\n")
            form = "md" if (number + turn) % 2 == 0 else "txt"
            form = pathlib.Path(name).suffix[1:] or form
            before = findings(text, form, folder)
            pages += len(text.split()) / 300
            for finding in before:
                false_clean[finding["kind"], finding["certainty"]] += 1
                if show:
                    print(f"  clean {name}.{form}: {finding['kind']} {finding['certainty']} {finding['clause']}: {finding['message']}")
            known = {same(finding) for finding in before}
            for which, functions in KINDS.items():
                for function in functions:
                    if spread and (functions.index(function) + number) % len(texts) != turn:
                        continue
                    made = function(rng, list(lines)) if UNSEEN.get(function.__name__) != form else None
                    if not made:
                        continue
                    after = [f for f in findings("\n".join(made[0]), form, folder) if same(f) not in known]
                    good = [f for f in after if f["kind"] in {which} | ALSO.get(which, set()) and at_place(f, made[1])]
                    # A reference to the point that bears another number now leads nowhere indeed.
                    beside = [f for f in after if not at_place(f, made[1])
                              and not (which == "enumeration" and f["kind"] == "reference")]
                    row = tally[which]
                    row[0], row[1], row[2] = row[0] + 1, row[1] + bool(good), row[2] + len(beside)
                    one = single[function.__name__]
                    one[0], one[1] = one[0] + 1, one[1] + bool(good)
                    if show and not good:
                        print(f"  missed {name}.{form} {function.__name__}: {made[1][0][:150]}")
                    for f in beside if show else []:
                        print(f"  beside {name}.{form} {function.__name__}: {f['kind']} {f['clause']} {f['message']}")
    return tally, pages, false_clean, single


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--seeds", type=int, default=2)
    ask.add_argument("--from", type=int, default=0, dest="first")
    ask.add_argument("--spread", action="store_true")
    ask.add_argument("--bounds", action="store_true")
    ask.add_argument("--misses", action="store_true")
    ask.add_argument("files", nargs="*")
    asked = ask.parse_args()
    texts = [(name, lambda rng, name=name: clean(name, rng)) for name in TEXTS]
    if asked.files:
        texts = [(file, lambda rng, file=file: pathlib.Path(file).read_text(encoding="utf-8")) for file in asked.files]
    with tempfile.TemporaryDirectory() as folder:
        tally, pages, false_clean, single = measure(texts, folder, range(asked.first, asked.first + asked.seeds),
                                                     asked.spread, asked.misses)
    for name, (put_in, found) in single.items():
        print(f"    {name:28} {found:4} of {put_in:4}")
    for which in KINDS:
        put_in, found, beside = tally[which]
        print(f"{which:12} {found:4} of {put_in:4} found, {beside} beside")
    total = [sum(row[i] for row in tally.values()) for i in range(3)]
    print(f"all: {total[1]} of {total[0]} found, {total[2]} false beside; {sum(false_clean.values())} on {pages:.0f} clean pages"
          f" {dict(false_clean) or ''}")
    poor = [which for which in KINDS if tally[which][1] < tally[which][0] * 0.95]
    loud = total[2] + sum(false_clean.values()) > max(1, pages / 20)
    if asked.bounds and (poor or loud):
        sys.exit(f"below the bound: {', '.join(poor) or 'too much is said that is not wrong'}")


if __name__ == "__main__":
    main()
