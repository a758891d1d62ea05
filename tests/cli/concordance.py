#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One text in four languages, and one difference at a time put into one of them: what `proofread --versions` finds.

    tests/cli/concordance.py ENTENTE SEEDS [--show]
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ENTENTE, SEEDS = sys.argv[1], int(sys.argv[2])
SHOW = "--show" in sys.argv
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}
SMALL = {
    "en": {5: "five", 9: "nine", 12: "twelve", 20: "twenty", 30: "thirty"},
    "fr": {5: "cinq", 9: "neuf", 12: "douze", 20: "vingt", 30: "trente"},
    "es": {5: "cinco", 9: "nueve", 12: "doce", 20: "veinte", 30: "treinta"},
    "de": {5: "fünf", 9: "neun", 12: "zwölf", 20: "zwanzig", 30: "dreißig"},
}
HEADS = {"en": ("Annex", "Article {}"), "fr": ("Annexe", "Article {}"), "es": ("Anexo", "Artículo {}"), "de": ("Anlage", "Artikel {}")}
CLAUSES = [  # what a clause says in each language; {n} days, {d} a date, {a} an amount, {w} a number in words, {r} and {l} a reference, {p} a share
    {"en": "The Parties shall meet within {n} days of {d}.", "fr": "Les Parties se réunissent dans un délai de {n} jours à compter du {d}.",
     "es": "Las Partes se reúnen en un plazo de {n} días a partir del {d}.", "de": "Die Parteien treffen sich innerhalb von {n} Tagen ab dem {d}."},
    {"en": "The Fund receives {a} for the works that Article {r} names in point ({l}).",
     "fr": "Le Fonds reçoit {a} pour les travaux visés à l’article {r}, point {l}).",
     "es": "El Fondo recibe {a} para las obras que el artículo {r} enumera en la letra {l}).",
     "de": "Der Fonds erhält {a} für die Arbeiten, die Artikel {r} unter Buchstabe {l}) nennt."},
    {"en": "A board of {w} members keeps {p} per cent of it [and its interest].",
     "fr": "Un conseil de {w} membres en conserve {p} pour cent [et les intérêts].",
     "es": "Una junta de {w} miembros conserva el {p} por ciento [y los intereses].",
     "de": "Ein Rat aus {w} Mitgliedern behält davon {p} Prozent [und die Zinsen]."},
    {"en": "The body in this Agreement called the “Council” sits at ____ from {d} on.",
     "fr": "L’organe dénommé « Conseil » dans le présent accord siège à ____ à partir du {d}.",
     "es": "El órgano denominado «Consejo» en el presente acuerdo tiene su sede en ____ desde el {d}.",
     "de": "Die Stelle, die in diesem Abkommen „Rat“ heißt, tagt in ____ vom {d} an."},
]
ITEMS = {"en": "the list of {n} depots, of which {p} per cent are open;", "fr": "la liste de {n} dépôts, dont {p} pour cent sont ouverts ;",
         "es": "la lista de {n} depósitos, de los que el {p} por ciento están abiertos;", "de": "die Liste von {n} Lagern, von denen {p} Prozent offen sind;"}


def date(language, value):
    day, month, year = value
    name = MONTHS[language][month - 1]
    return {"en": f"{day} {name} {year}", "fr": f"{'1er' if day == 1 else day} {name} {year}", "es": f"{day} de {name} de {year}",
            "de": f"{day}. {name} {year}"}[language]


def amount(language, value):
    grouped = f"{value:,}"
    return {"en": f"EUR {grouped}", "fr": f"{grouped.replace(',', ' ')} euros", "es": f"{grouped.replace(',', '.')} euros",
            "de": f"{grouped.replace(',', '.')} EUR"}[language]


def values(rng, articles):
    made = {"n": rng.randrange(21, 99), "d": [rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(2030, 2060)],
            "a": rng.randrange(1, 90) * 25000, "w": rng.choice([5, 9, 12]), "p": rng.randrange(31, 70),
            "r": rng.randrange(1, articles + 1), "l": rng.choice("abcd")}
    return made


def clause(language, template, value):
    shown = {**value, "d": date(language, value["d"]), "a": amount(language, value["a"]), "w": SMALL[language][value["w"]]}
    return template[language].format(**shown)


def plan(rng, articles=8):
    """By article its paragraphs, and below some of them points: a template and its values."""
    return [[(rng.choice(CLAUSES), values(rng, articles), [values(rng, articles) for _ in range(rng.choice([0, 0, 3]))])
             for _ in range(rng.randrange(2, 5))] for _ in range(articles)]


def text(language, articles):
    lines = []
    for number, paragraphs in enumerate(articles, 1):
        first = language == "fr" and number == 1
        lines += ["## " + ("Article premier" if first else HEADS[language][1].format(number)), ""]
        for count, (template, value, points) in enumerate(paragraphs, 1):
            lines += [f"({count}) " + clause(language, template, value), ""]
            for letter, point in zip("abc", points):
                lines += [f"({letter}) " + clause(language, ITEMS, point), ""]
    return "\n".join(lines)


def differ(rng, language, lines):
    """Changes one line: the new lines, and the number of the article that it stands in."""
    ways = [
        (r"\d\d(?= (?:days|jours|días|Tagen|depots|dépôts|depósitos|Lagern))", lambda m: str(int(m[0]) % 70 + 21)),
        (r"\b20(3\d|4\d|5\d)\b", lambda m: str(int(m[0]) + 1)),
        (r"\b(" + "|".join(MONTHS[language]) + r")\b(?= (?:de )?20)",
         lambda m: MONTHS[language][(MONTHS[language].index(m[0]) + 5) % 12]),
        (r"(?<=\d[ .,])\d{3}\b(?! euros\d)", lambda m: str((int(m[0]) + 125) % 1000).zfill(3)),
        (r"\[(.*?)\]", lambda m: m[1]),
        (r"____", lambda m: "Ardel"),
        (r"(article|Artikel|artículo) (\d)", lambda m: f"{m[1]} {int(m[2]) % 8 + 1}"),
        (r"\b[a-d](?=\)[ .])", lambda m: chr((ord(m[0]) - 96) % 4 + 97)),
        (r"\d\d(?= (?:per cent|pour cent|por ciento|Prozent))", lambda m: str(int(m[0]) - 10)),
        ("|".join(SMALL[language][n] for n in (5, 9, 12)), lambda m: SMALL[language][20]),
        (r"\bEUR\b|\beuros\b", lambda m: "USD"),
        (r"^\(\d\).*$", None),
    ]
    while True:
        pattern, change = rng.choice(ways)
        at = [i for i, line in enumerate(lines) if line.startswith("(") and re.search(pattern, line[4:] if change else line)]
        if not at:
            continue
        i = rng.choice(at)
        if change is None:
            # A clause that is gone takes its points along, which then hang under the one before: a last one without points.
            if (i + 2 < len(lines) and not lines[i + 2].startswith("##")) or lines[i].startswith("(1)"):
                continue
            new = ""
        else:
            found = rng.choice(list(re.finditer(pattern, lines[i][4:])))
            made = change(found)
            if made == found[0]:
                continue
            new = lines[i][:4] + lines[i][4:4 + found.start()] + made + lines[i][4 + found.end():]
        article = sum(line.startswith("##") for line in lines[:i])
        return lines[:i] + [new] + lines[i + 1:], article, lines[i], new


def compared(folder, one, other):
    done = subprocess.run([ENTENTE, "proofread", "--versions", one, other, "--json"], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)["differences"]


def main():
    wanted, found, false, clean, clauses = 0, 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for seed in range(SEEDS):
            rng = random.Random(seed)
            articles = plan(rng)
            clauses += sum(len(paragraphs) for paragraphs in articles)
            paths = {language: folder / f"{language}.txt" for language in MONTHS}
            for language, path in paths.items():
                path.write_text(text(language, articles).replace("## ", ""), encoding="utf-8")
            for language in ("fr", "es", "de"):
                before = compared(folder, paths["en"], paths[language])
                clean += len(before)
                for told in before if SHOW else []:
                    print("  clean", language, told["clause"], told["message"], told["first"], told["other"])
                lines = text(language, articles).split("\n")
                for _ in range(20):
                    changed, article, old, new = differ(rng, language, lines)
                    path = folder / f"other-{language}.txt"
                    path.write_text("\n".join(changed).replace("## ", ""), encoding="utf-8")
                    after = [told for told in compared(folder, paths["en"], path) if told not in [dict(b, version=path.name) for b in before]]
                    good = [told for told in after if (told["clause"] or "").split("/")[0] == str(article)]
                    wanted, found, false = wanted + 1, found + bool(good), false + max(0, len(after) - max(1, len(good)))
                    if SHOW and (not good or len(after) > 1):
                        print("  missed" if not good else "  beside", language, article, "|", old, "|", new, "|", [(t["clause"], t["message"]) for t in after])
    print(f"# {found} of {wanted} differences found, {false} beside, {clean} in {clauses} clauses without one")
    print(f"{'ok' if found >= 0.97 * wanted else 'not ok'} 1 - a difference put into one language version is found")
    print(f"{'ok' if false + clean <= 0.02 * wanted else 'not ok'} 2 - and hardly anything else is told")
    print("1..2")


if __name__ == "__main__":
    main()
