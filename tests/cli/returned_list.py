#!/usr/bin/env python3
"""Lists of open places that come back filled in: returned_list.py ENTENTE CASE COUNT FIRST-SEED [SOFFICE].

CASE has the three parties' drafts. Each seed fills a list with stances and notes that are known beforehand, in one of
the forms and under heads of one of five languages, and what the case holds afterwards is held against them."""
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

NOW = "2031-03-12T09:00:00Z"
HEADS = [
    {},
    {"Row": "Ligne", "Slot": "Emplacement ouvert", "Point": "Disposition", "Base": "Texte de base", "Status": "Statut",
     "Stances": "Positions", "Note": "Observations"},
    {"Row": "Zeile", "Slot": "Stelle", "Point": "Punkt", "Base": "Ausgangstext", "Status": "Stand", "Stances": "Haltung", "Note": "Anmerkung"},
    {"Row": "Fila", "Slot": "Lugar", "Point": "Punto", "Base": "Texto de base", "Status": "Estado", "Stances": "Postura", "Note": "Nota"},
    {"Row": "Рядок", "Slot": "Місце", "Point": "Пункт", "Base": "Базовий текст", "Status": "Стан", "Stances": "Позиція", "Note": "Нотатка"},
]
WORDS = {
    "support": ["support", "We support", "soutien", "unterstützt", "apoyo", "підтримує", "In favour"],
    "support in principle": ["support in principle", "soutien de principe", "grundsätzlich einverstanden", "apoyo en principio", "підтримує в принципі"],
    "flexible": ["flexible", "flexibel", "гнучко"],
    "reserve": ["reserve", "scrutiny reservation", "réserve d'examen", "Prüfvorbehalt", "reserva", "застереження"],
    "oppose": ["oppose", "Opposed", "contre", "lehnt ab", "en contra", "проти", "cannot accept"],
}
CONDITIONS = ["if goods are marked", "unless paid by 2032", "provided that (a) stays", "pending capital", "wenn 4(2) bleibt", "якщо є згода"]
NONSENSE = ["banana", "oppose (Atlantis)", "support (Velmark) and oppose (Tarsen)", "for the record we oppose", "oppose this", "see below", "supportive?!"]


def run(*arguments, ok=True):
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if ok and done.returncode not in (0, 1):
        raise SystemExit(f"{arguments}: {done.stderr}")
    return done


def shown(entente, case, kind):
    return json.loads(run(entente, "show", case, kind, "--json").stdout)


def rows_of(entente, case, folder):
    path = os.path.join(folder, "out.csv")
    run(entente, "show", case, "slots", "-o", path)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def say(chance, slot, party):
    """A line and what it means: (line, (variant, stance, condition)) or None for what nobody can read."""
    stance = chance.choice(list(WORDS))
    words = chance.choice(WORDS[stance])
    holders = [(v["id"], name) for v in slot["variants"] for name in v["parties"]] + [(slot["variants"][0]["id"], "base")]
    is_of_place = stance in ("flexible", "reserve")
    condition = chance.choice(CONDITIONS) if chance.random() < 0.4 else ""
    way = chance.randrange(5)
    if way == 0 and is_of_place:
        line, variant = words, None
    elif way == 1:
        line, variant = words, None
        rivals = slot["variants"][1:]
        if not is_of_place:
            if len(rivals) > 1 or party in rivals[0]["parties"]:
                return words, None
            variant = rivals[0]["id"]
    elif way == 2:
        one = chance.choice(slot["variants"])
        line, variant = f"{words} (“{one['text'] or '(nothing)'}”)", one["id"]
    else:
        variant, name = chance.choice(holders)
        line = f"{words} ({name})"
    if condition:
        line += chance.choice([", ", "; ", " "]) + condition
    if chance.random() < 0.2:
        line = f"{party}: {line}"
    return line, (variant, stance, condition)


def one(entente, case, folder, seed, soffice):
    chance = random.Random(seed)
    party = chance.choice(["Velmark", "Tarsen", "Nereth"])
    own = os.path.join(folder, "own.entente")
    shutil.copy(case, own)
    slots = {s["id"]: s for s in shown(entente, own, "slots")}
    rows = rows_of(entente, own, folder)
    head = rows[0]
    stances, note, slot_at = head.index("Stances"), head.index("Note"), head.index("Slot")
    wanted, notes, unread = {}, [], 0
    for row in rows[1:]:
        slot = slots[row[slot_at]]
        if chance.random() < 0.5:
            continue
        line, means = say(chance, slot, party)
        is_unread = means is None
        if chance.random() < 0.15:
            line, is_unread = chance.choice(NONSENSE), True
        remark = f"Remark {seed} of {party}" if chance.random() < 0.4 else ""
        row[stances] += ("\n" if row[stances] else "") + line
        row[note] += ("\n" if row[note] else "") + remark
        unread += is_unread
        if not is_unread:
            wanted[(slot["id"], means[0])] = means[1:]
            notes += [(slot["id"], remark)] if remark else []
    language = HEADS[seed % len(HEADS)]
    rows[0] = [language.get(name, name) for name in head]
    order = rows[1:]
    chance.shuffle(order)
    back = os.path.join(folder, "back.csv")
    with open(back, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([rows[0]] + order)
    form = ["csv", "xlsx", "docx", "md"][seed // len(HEADS) % 4]
    if form != "csv":
        whole, back = back, os.path.join(folder, "back." + form)
        run(entente, "merge", whole, "--as", "list", "-o", back)
    if soffice:
        other = {"csv": "ods", "xlsx": "xlsx", "docx": chance.choice(["docx", "odt"]), "md": None}[form]
        if other:
            into = os.path.join(folder, "office")
            run(soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", other, "--outdir", into, back)
            back = os.path.join(into, "back." + other)
    before = {json.dumps(s, sort_keys=True) for s in shown(entente, own, "stances")}
    comments_before = len(shown(entente, own, "comments"))
    done = run(entente, "submit", own, back, "--document", "economy", "--party", party, "--now", NOW)
    got = {(s["slot"], s.get("variant")): (s["stance"], s.get("condition", "")) for s in shown(entente, own, "stances")
           if json.dumps(s, sort_keys=True) not in before}
    said = [(c["slot"], c["text"]) for c in shown(entente, own, "comments")[comments_before:]]
    wrong = []
    if got != wanted:
        wrong.append(f"{form}: stances {sorted(set(got.items()) ^ set(wanted.items()), key=str)[:3]}")
    if sorted(said) != sorted(notes):
        wrong.append(f"{form}: notes {said} for {notes}")
    lines = (done.stdout + done.stderr).splitlines()
    named = [line for line in lines if "is not understood" in line or "names no wording" in line or "does not say whose" in line]
    if len(named) != unread:
        wrong.append(f"{form}: {unread} lines that nobody can read, {len(named)} named")
    again = run(entente, "submit", own, back, "--document", "economy", "--party", party, "--now", NOW)
    if "nothing in them is new" not in again.stdout + again.stderr:
        wrong.append(f"{form}: new at the second time: {again.stdout[:300]}")
    return wrong


def main():
    entente, case, count, first = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    soffice = sys.argv[5] if len(sys.argv) > 5 else None
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            wrong += [f"seed {seed}: {what}" for what in one(entente, case, folder, seed, soffice)]
    for what in wrong[:20]:
        print("# " + what)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
