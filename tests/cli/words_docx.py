#!/usr/bin/env python3
"""Units and notes of Word files in every form: words_docx.py ENTENTE [FOLDER of pairs like 34b.docx, 34a.docx, 34c.docx]."""
import os
import subprocess
import sys
import tempfile
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SIGNS = [("Symbol", "F0A3", "\u2264"), ("Symbol", "00B3", "\u2265"), ("symbol", "F0B1", "\u00b1"), ("Symbol", "F0DE", "\u21d2"),
         ("Symbol", "F061", "\u03b1"), ("Wingdings", "F0FC", "\u2713"), ("Wingdings", "F0E0", "\U0001f86a"), ("Calibri", "00A7", "\u00a7")]


def write(path, body):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxml'
                         'formats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                         f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>')
        package.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
                         'Target="word/document.xml"/></Relationships>')
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body><w:p>{body}</w:p></w:body></w:document>')


def run(entente, *arguments):
    done = subprocess.run([entente, *arguments], capture_output=True, check=False)
    return done.stdout.decode()


def every_form(entente, folder, base, parties):
    made = {}
    for name in "m.md m.txt m.json m.html".split():
        path = os.path.join(folder, name)
        run(entente, "merge", base, *parties, "-o", path)
        with open(path, encoding="utf-8") as file:
            made[name] = file.read()
    for style in "columns proposals options redline".split():
        made[style] = run(entente, "merge", base, *parties, "--as", style)
    made["diff"] = run(entente, "diff", base, parties[0].split("=", 1)[1])
    made["view"] = run(entente, "view", os.path.join(folder, "m.json"), "--party", parties[0].split("=", 1)[0])
    return made


def check(entente, folder, base, parties, wanted, name):
    wrong = 0
    for form, text in every_form(entente, folder, base, parties).items():
        if form == "view" or form == "diff":
            missing = []
        else:
            missing = [w for w in wanted if w not in text.replace("\\", "")]
        if missing or "\ufffc" in text:
            wrong += 1
            print(f"# {name}, {form}: without {missing}" + (", an object without its name" if "\ufffc" in text else ""))
    return wrong


def signs(entente, folder):
    """A sign of a symbol font is a character like others, whoever puts it in or takes it out."""
    wrong = 0
    run_of = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    for font, char, sign in SIGNS:
        sym = f"<w:r><w:sym w:font='{font}' w:char='{char}'/></w:r>"
        base = os.path.join(folder, "base.docx")
        draft = os.path.join(folder, "draft.docx")
        same = os.path.join(folder, "same.docx")
        write(base, run_of.format("Within ") + sym + run_of.format(" 30 days"))
        write(same, run_of.format(f"Within {sign} 30 days"))
        write(draft, run_of.format("Within ") + sym + sym + run_of.format(" 30 working days"))
        words = run(entente, "text", base).strip()
        if words != f"Within {sign} 30 days":
            wrong += 1
            print(f"# {font} {char}: {words}")
        if "no revisions" not in run(entente, "diff", base, same) and "{+" in run(entente, "diff", base, same):
            wrong += 1
            print(f"# {font} {char}: not the same as the plain character")
        redline = os.path.join(folder, "r.docx")
        run(entente, "merge", base, f"A={draft}", "-o", redline)
        accepted = run(entente, "text", redline).strip()
        if accepted != f"Within {sign}{sign} 30 working days":
            wrong += 1
            print(f"# {font} {char}: accepted {accepted}")
    return wrong


def main():
    entente = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        wrong = signs(entente, folder)
        if len(sys.argv) > 2:
            faults = sys.argv[2]
            b34, a34, c34 = (os.path.join(faults, f"34{x}.docx") for x in "bac")
            wrong += check(entente, folder, b34, [f"A={a34}", f"B={c34}"], ["Counted from signature.", "schedule of", "replaced"], "34")
            b22, a22 = (os.path.join(faults, f"22{x}.docx") for x in "ba")
            wrong += check(entente, folder, b22, [f"A={a22}"], [], "22")
            links = run(entente, "merge", b22, f"A={a22}", "--as", "brackets")
            wrong += any(line.startswith("[") and line.endswith(")") for line in links.splitlines()[1:])
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
