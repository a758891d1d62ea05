#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""References of a Word text follow what they lead to in the next base, read by a reader that shares nothing with the program. Prints TAP.

references.py ENTENTE CASES [FIRST]: each case is a text of counted paragraphs on two levels with bookmarks, and fields that name them by number
(in full, on their own) or by their words, complex or simple, in one run or several. Parties put paragraphs in and take some out; all that
they want is chosen, or the base. Each reference of the next base must say what this reader counts there.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as tree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import words_docx  # noqa: E402

SPACE = words_docx.W
W = "{" + SPACE + "}"
NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
LEVELS = [("decimal", "%1."), ("lowerLetter", "(%2)")]
VOCABULARY = "parties council border water report release share school bridge grain convoy audit month signature pipeline".split()


def run_of(inner):
    return f"<w:r>{inner}</w:r>"


def text_run(text):
    return run_of(f'<w:t xml:space="preserve">{text}</w:t>')


def field(code, result, draw):
    if draw.random() < 0.3:
        return f'<w:fldSimple w:instr=" {code} ">{text_run(result)}</w:fldSimple>'
    at = draw.randrange(len(result)) if len(result) > 1 and draw.random() < 0.5 else 0
    results = text_run(result[:at]) + text_run(result[at:]) if at else text_run(result)
    return (run_of('<w:fldChar w:fldCharType="begin"/>') + run_of(f'<w:instrText xml:space="preserve"> {code} </w:instrText>')
            + run_of('<w:fldChar w:fldCharType="separate"/>') + results + run_of('<w:fldChar w:fldCharType="end"/>'))


def write(path, paragraphs):
    """Paragraphs are (level or None, number of the bookmark or None, XML of the runs)."""
    body = ""
    for level, mark, runs in paragraphs:
        look = "" if level is None else f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        if mark is not None:
            runs = f'<w:bookmarkStart w:id="{mark}" w:name="_Ref{mark}"/>{runs}<w:bookmarkEnd w:id="{mark}"/>'
        body += f"<w:p>{look}{runs}</w:p>"
    words_docx.write(path, "")
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
                     for i, (kind, text) in enumerate(LEVELS))
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    parts["word/document.xml"] = f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
    parts["word/numbering.xml"] = (f'<w:numbering xmlns:w="{SPACE}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
                                   '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
    parts["word/_rels/document.xml.rels"] = (f'<Relationships xmlns="{words_docx.RELATIONS}"><Relationship Id="n" Type="{words_docx.OFFICE}/numbering" '
                                             'Target="numbering.xml"/></Relationships>')
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", f'<Override PartName="/word/numbering.xml" ContentType="{NUMBERING}"/></Types>')
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def numbers(levels):
    """By paragraph: its own number, and the full one."""
    counts, made = [0, 0], []
    for level in levels:
        if level is None:
            made.append(("", ""))
            continue
        counts[level] += 1
        counts[level + 1:] = [0] * (len(counts) - level - 1)
        first, second = str(counts[0] or 1), f"({chr(96 + counts[1])})"
        made.append((first, first) if level == 0 else (second, first + second))
    return made


def words_in(node):
    return "".join(one.text or "" for one in node.iter(W + "t"))


def references(path):
    """Of each reference its code, what it says, whether it is to be computed anew; what each bookmark's place is: own, full number, words."""
    with zipfile.ZipFile(path) as package:
        root = tree.fromstring(package.read("word/document.xml"))
    paragraphs = list(root.iter(W + "p"))
    level_of = [one.find(f"{W}pPr/{W}numPr/{W}ilvl") for one in paragraphs]
    counted = numbers([None if one is None else int(one.get(W + "val")) for one in level_of])
    places, found = {}, []
    for paragraph, (own, full) in zip(paragraphs, counted):
        inside = ""
        for node in paragraph.iter():
            if node.tag == W + "bookmarkStart":
                inside = node.get(W + "name")
                places[inside] = (own, full, "")
            elif node.tag == W + "bookmarkEnd":
                inside = ""
            elif node.tag == W + "t" and inside:
                places[inside] = (own, full, places[inside][2] + (node.text or ""))
        state, code, said, dirty = "", "", "", False
        for node in paragraph.iter():
            if node.tag == W + "fldSimple":
                found.append((node.get(W + "instr").strip(), words_in(node), node.get(W + "dirty") == "true"))
            elif node.tag == W + "fldChar":
                state = node.get(W + "fldCharType")
                if state == "begin":
                    code, said, dirty = "", "", node.get(W + "dirty") == "true"
                elif state == "end":
                    found.append((code.strip(), said, dirty))
            elif node.tag == W + "instrText":
                code += node.text
            elif node.tag == W + "t" and state == "separate":
                said += node.text or ""
    return found, places


def sentence(draw, count):
    return " ".join(draw.choice(VOCABULARY) for _ in range(count))


def words_of(path):
    with zipfile.ZipFile(path) as package:
        return [re.sub(r"[.]?\d+[.]?|\(.\)", "", words_in(one)) for one in tree.fromstring(package.read("word/document.xml")).iter(W + "p")]


def wrong_in(path, base, told):
    found, places = references(path)
    has_moved = words_of(path) != words_of(base)
    for code, said, dirty in found:
        name, target, *switches = code.split()
        if name == "PAGEREF":
            if has_moved and not dirty:
                yield f"{code} is not marked"
            continue
        if target not in places:
            continue
        own, full, words = places[target]
        wanted = full if "\\w" in switches else own if "\\n" in switches else words
        told["left"] += dirty  # to Word: what it said before cannot be told from what stood there
        if said != wanted and not dirty:
            yield f"{code} says {said!r}, not {wanted!r}"


def case(entente, seed, folder, told):
    draw = random.Random(seed)
    count = draw.randrange(8, 30)
    levels = [0] + [draw.choice([0, 0, 1, 1, None]) for _ in range(count - 1)]
    counted, texts = numbers(levels), [sentence(draw, draw.randrange(4, 12)).capitalize() for _ in range(count)]
    base = []
    for i in range(count):
        runs = text_run(texts[i] + ("" if draw.random() < 0.5 else "."))
        base.append((levels[i], i, runs))
    for _ in range(draw.randrange(2, 8)):  # paragraphs that refer, without bookmarks of their own
        target, kind = draw.choice([i for i in range(count) if levels[i] is not None]), draw.choice(["\\n \\h", "\\w \\h", "\\h", "page"])
        words = "".join(re.findall(r">([^<>]+)</w:t>", base[target][2]))
        code = f"PAGEREF _Ref{target} \\h" if kind == "page" else f"REF _Ref{target} {kind}"
        result = "7" if kind == "page" else counted[target][1] if "w" in kind else counted[target][0] if "n" in kind else words
        base.append((None, None, text_run(sentence(draw, 5) + " see ") + field(code, result, draw) + text_run(" " + sentence(draw, 4))))
    write(f"{folder}/base.docx", base)
    drafts = []
    for name in ("Ada", "Bo"):
        own = []
        for one in base:
            if own and draw.random() < 0.15:
                own.append((draw.choice([0, 1]), None, text_run("New: " + sentence(draw, 8))))
            gone = own and one[1] is not None and draw.random() < 0.06
            if not gone:
                changed = one[1] is not None and draw.random() < 0.1
                own.append((one[0], one[1], text_run(sentence(draw, 3) + " ") + one[2]) if changed else one)
        write(f"{folder}/{name}.docx", own)
        drafts.append(f"{name}={folder}/{name}.docx")
    for form in ("docx", "json"):
        subprocess.run([entente, "merge", f"{folder}/base.docx", *drafts, "-o", f"{folder}/merged.{form}"], capture_output=True, check=False)
    with open(f"{folder}/merged.json", encoding="utf-8") as file:
        slots = [one["slot"] for point in json.load(file)["points"] for one in point["segments"] if "slot" in one and not one.get("kind")]
    for way in ("Ada", "Bo", "either"):
        chosen = [one for slot in slots for one in ("--choose", f"{slot}={draw.choice(['Ada', 'Bo']) if way == 'either' else way}")]
        source = [f"{folder}/merged.json", "--base", f"{folder}/base.docx"] if seed % 3 == 0 else [f"{folder}/merged.docx"]
        done = subprocess.run([entente, "next", *source, *chosen, "--open", "base", "-o", f"{folder}/next.docx"], capture_output=True, check=False, text=True)
        if done.returncode != 0:
            yield f"{way}: {done.stderr.strip()[-300:]}"
            continue
        before, after = references(f"{folder}/base.docx")[0], references(f"{folder}/next.docx")[0]
        told["references"] += len(after)
        told["other"] += sum(one[:2] not in [two[:2] for two in before] for one in after)
        with zipfile.ZipFile(f"{folder}/base.docx") as old, zipfile.ZipFile(f"{folder}/next.docx") as new:
            if old.read("word/document.xml") == new.read("word/document.xml"):
                continue
        yield from (f"{way}: {one}" for one in wrong_in(f"{folder}/next.docx", f"{folder}/base.docx", told))


def main():
    entente, count = sys.argv[1], int(sys.argv[2])
    first, wrong, told = int(sys.argv[3]) if len(sys.argv) > 3 else 1, 0, {"references": 0, "other": 0, "left": 0}
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            found = list(case(entente, seed, folder, told))
        wrong += bool(found)
        for one in found[:4]:
            print(f"# {seed}: {one}")
    none = told["other"] == 0
    print(f"{'not ' if wrong else ''}ok 1 - references follow what they lead to, {count} cases, {told['references']} references, {wrong} wrong")
    print(f"{'not ' if none else ''}ok 2 - some of them had to, {told['other']}")
    often = told["left"] * 20 > told["references"]
    print(f"{'not ' if often else ''}ok 3 - what is not known is left to Word, and seldom, {told['left']}\n1..3")
    return 1 if wrong or none or often else 0


if __name__ == "__main__":
    sys.exit(main())
