#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One look written in many ways is no change; another look always is. Prints TAP. same_looks.py ENTENTE CASES"""
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as whole  # noqa: E402
import odd_files as odd  # noqa: E402

TOGGLES = ("b", "i", "caps", "smallCaps", "strike")
VALUES = {"sz": ("20", "22", "28"), "color": ("auto", "FF0000", "0563C1"), "u": ("none", "single", "double"),
          "highlight": ("none", "yellow"), "vertAlign": ("baseline", "superscript"), "font": ("Calibri", "Georgia"), "spacing": ("0", "40")}
PLAIN = {**{name: False for name in TOGGLES}, **{name: values[0] for name, values in VALUES.items()}}
DEFAULTS = {"font": "Calibri", "sz": "22"}
PARAGRAPHS = {"": {}, "Normal": {}, "Loud": {"b": True, "sz": "28"}, "Soft": {"i": True, "color": "0563C1"}, "Louder": {"b": True, "sz": "28", "caps": True}}
CHARACTERS = {"": {}, "Strong": {"b": True}, "Slanted": {"i": True}, "Both": {"b": True, "i": True}, "Sign": {"u": "single", "color": "0563C1"},
              "Serif": {"font": "Georgia"}, "Idle": {}}
WORDS = "The Parties shall open the locks within thirty days of the notice and keep the lower weir in good order".split()


def spelled(draw, name, value):
    """One setting, in one of its spellings."""
    if name in TOGGLES:
        if value:
            return draw.choice((f"<w:{name}/>", f'<w:{name} w:val="1"/>', f'<w:{name} w:val="true"/>', f'<w:{name} w:val="on"/>'))
        return draw.choice((f'<w:{name} w:val="0"/>', f'<w:{name} w:val="false"/>', f'<w:{name} w:val="off"/>'))
    if name == "font":
        return draw.choice((f'<w:rFonts w:ascii="{value}" w:hAnsi="{value}"/>', f'<w:rFonts w:hAnsi="{value}" w:ascii="{value}"/>'))
    return f'<w:{name} w:val="{value}"/>'


ORDER = ("font", "b", "i", "caps", "smallCaps", "strike", "color", "spacing", "sz", "highlight", "u", "vertAlign")


def settings(draw, said):
    return "".join(spelled(draw, name, said[name]) for name in ORDER if name in said)


def inherited(paragraph, character):
    look = {**PLAIN, **DEFAULTS, **PARAGRAPHS[paragraph]}
    for name, value in CHARACTERS[character].items():
        look[name] = value != bool(look[name]) if name in TOGGLES else value
    return look


def run(draw, words, paragraph, look):
    """A run of this look, in one of the ways to write it."""
    character = draw.choice(list(CHARACTERS))
    before = inherited(paragraph, character)
    said = {name: value for name, value in look.items() if value != before[name] or draw.random() < 0.2}
    style = f'<w:rStyle w:val="{character}"/>' if character else ""
    more = draw.choice(("", '<w:lang w:val="en-GB"/>', "<w:noProof/>"))
    return odd.r(words, style + settings(draw, said) + more)


def paragraph_settings(draw, style):
    more = "".join(element for element in ('<w:keepNext w:val="0"/>', '<w:spacing w:before="0"/>', '<w:ind w:left="0"/>', '<w:jc w:val="left"/>')
                   if draw.random() < 0.2)
    name = style or draw.choice(("", "Normal"))
    return (f'<w:pStyle w:val="{name}"/>' if name else "") + more


def written(draw, model):
    """The model as a body: paragraphs of (style, [(words, look)])."""
    return "".join(odd.p(*(run(draw, words, style, look) for words, look in runs), ppr=paragraph_settings(draw, style))
                   for style, runs in model)


def styles(draw):
    out = f"<w:docDefaults><w:rPrDefault><w:rPr>{settings(draw, DEFAULTS)}</w:rPr></w:rPrDefault></w:docDefaults>"
    for kind, all_styles in (("paragraph", PARAGRAPHS), ("character", CHARACTERS)):
        for name, said in all_styles.items():
            if name:
                default = ' w:default="1"' if name == "Normal" else ""
                based = f'<w:basedOn w:val="{"Loud" if name == "Louder" else "Normal"}"/>' if kind == "paragraph" and not default else ""
                own = {"caps": True} if name == "Louder" else said
                out += (f'<w:style w:type="{kind}"{default} w:styleId="{name}"><w:name w:val="{name}"/>{based}'
                        f'<w:rPr>{settings(draw, own)}</w:rPr></w:style>')
    return out


def look_of(draw, paragraph):
    look = inherited(paragraph, "")
    for name in draw.sample(sorted(look), draw.choice((0, 0, 1, 1, 2))):
        look[name] = not look[name] if name in TOGGLES else draw.choice(VALUES[name])
    look["strike"] = False  # words struck by hand are read as deleted
    return look


def model_of(draw):
    model = []
    for _ in range(draw.randint(1, 4)):
        style = draw.choice([name for name in PARAGRAPHS if name != "Normal"])
        runs = [(" ".join(draw.choices(WORDS, k=draw.randint(1, 4))) + " ", look_of(draw, style)) for _ in range(draw.randint(1, 4))]
        model.append((style, runs))
    return model


def changed(draw, model):
    """The model with one run of another look, and which property that is."""
    model = [(style, list(runs)) for style, runs in model]
    style, runs = draw.choice(model)
    at = draw.randrange(len(runs))
    words, look = runs[at]
    name = draw.choice([name for name in look if name not in ("strike", "smallCaps")])
    value = not look[name] if name in TOGGLES else draw.choice([value for value in VALUES[name] if value != look[name]])
    runs[at] = (words, {**look, name: value})
    return model, name


class Desk:
    def __init__(self, entente, folder):
        self.entente, self.folder = entente, folder

    def file(self, name, body, said):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(whole.package(body, styles=said))
        return path

    def call(self, *words):
        return subprocess.run([self.entente, *words], capture_output=True, check=False)

    def told(self, base, draft):
        """Looks that a diff and a merge call changed, and whether --check says so."""
        revisions = [r["kind"] for r in json.loads(self.call("diff", base, draft, "--json").stdout)["revisions"]]
        merged = os.path.join(self.folder, "m.json")
        code = self.call("merge", base, f"A={draft}", "--check", "-o", merged).returncode
        with open(merged, encoding="utf-8") as file:
            return revisions, json.load(file)["formatting"], code

    def redline(self, base, draft):
        out = os.path.join(self.folder, "m.docx")
        done = self.call("merge", base, f"A={draft}", "-o", out)
        return out if done.returncode == 0 else done.stderr


def faults(desk, number):
    draw = random.Random(number)
    model, said = model_of(draw), styles(draw)
    base, draft = desk.file("b.docx", written(draw, model), said), desk.file("d.docx", written(draw, model), styles(draw))
    for name, one, other in (("twice written", base, draft), ("itself", draft, draft)):
        revisions, formats, code = desk.told(one, other)
        if revisions or formats or code:
            yield f"{name}: {revisions} {formats} {code}"
    other_model, name = changed(draw, model)
    other = desk.file("o.docx", written(draw, other_model), said)
    revisions, formats, _ = desk.told(base, other)
    if "format" not in revisions or not formats:
        yield f"{name} is changed, and nobody says so: {revisions} {formats}"
    redline = desk.redline(base, other)
    if not isinstance(redline, str):
        yield f"not written: {redline}"
        return
    if desk.told(other, redline)[0]:
        yield f"{name}: the redline accepted looks not like the draft"


def table_faults(desk):
    """What a table's style gives the words of a cell is not known, so nothing of theirs is called equal to it."""
    style = ('<w:style w:type="table" w:styleId="Head"><w:name w:val="Head"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
             "</w:tblStylePr></w:style>")
    bodies = [odd.tbl(odd.tr(odd.tc(odd.p(odd.r("Article", look))), odd.tc(odd.t("Party"))), pr='<w:tblStyle w:val="Head"/>') + odd.t("End.")
              for look in ("", '<w:b w:val="0"/>')]
    files = [desk.file(f"t{i}.docx", body, whole.STYLES + style) for i, body in enumerate(bodies)]
    revisions, formats, code = desk.told(*files)
    if revisions != ["format"] or not formats or "not bold" not in formats[0]["change"]:
        yield f"a cell that is no longer bold: {revisions} {formats} {code}"


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(os.path.abspath(sys.argv[1]), folder)
        for number in range(int(sys.argv[2])):
            wrong += [f"{number}: {fault}" for fault in faults(desk, number)]
        told = list(table_faults(desk))
    for fault in (wrong + told)[:20]:
        print("#", fault)
    print(f"{'not ' if wrong else ''}ok 1 - {sys.argv[2]} texts written twice are one text, and another look of one run is told")
    print(f"{'not ' if told else ''}ok 2 - in a table whose style says how words look, what is written counts")
    print("1..2")


if __name__ == "__main__":
    main()
