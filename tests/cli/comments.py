#!/usr/bin/env python3
"""Comments of Word files as threads in every form: comments.py ENTENTE COUNT [FOLDER with 24a.docx …]."""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile

from words_docx import MAIN, OFFICE, RELATIONS, TYPES, W

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments"


def write(path, words, comments, extended=True):
    """A paragraph a word; comments: (author, text, word, parent or None, settled)."""
    relations = [("comments", OFFICE + "/comments", "comments.xml")]
    if extended:
        relations.append(("extended", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml"))
    overrides = [("document", MAIN), ("comments", COMMENTS + "+xml"), ("commentsExtended", COMMENTS + "Extended+xml")]
    body = ""
    for number, word in enumerate(words):
        marks = [i for i, comment in enumerate(comments) if comment[2] == number]
        start = "".join(f'<w:commentRangeStart w:id="{i}"/>' for i in marks)
        end = "".join(f'<w:commentRangeEnd w:id="{i}"/><w:r><w:commentReference w:id="{i}"/></w:r>' for i in marks)
        body += f'<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r>{start}<w:r><w:t>{word}</w:t></w:r>{end}</w:p>'
    said = "".join(f'<w:comment w:id="{i}" w:author="{c[0]}" w:date="2031-03-01T09:00:00Z"><w:p w14:paraId="{i + 16:08X}"><w:r><w:t>{c[1]}'
                   "</w:t></w:r></w:p></w:comment>" for i, c in enumerate(comments))
    threads = "".join(f'<w15:commentEx w15:paraId="{i + 16:08X}"' + (f' w15:paraIdParent="{c[3] + 16:08X}"' if c[3] is not None else "")
                      + f' w15:done="{int(c[4])}"/>' for i, c in enumerate(comments))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxml'
                         'formats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                         + "".join(f'<Override PartName="/word/{n}.xml" ContentType="{t}"/>' for n, t in overrides[:3 if extended else 2])
                         + "</Types>")
        package.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
                         'Target="word/document.xml"/></Relationships>')
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">' + "".join(
            f'<Relationship Id="{i}" Type="{t}" Target="{n}"/>' for i, t, n in relations) + "</Relationships>")
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        package.writestr("word/comments.xml", f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{said}</w:comments>')
        if extended:
            package.writestr("word/commentsExtended.xml", f'<w15:commentsEx xmlns:w15="{W15}">{threads}</w15:commentsEx>')


def merged(entente, *arguments, form="json"):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "m." + form)
        subprocess.run([entente, "merge", *arguments, "-o", path], capture_output=True, check=True)
        if form != "json":
            with open(path, encoding="utf-8") as file:
                return file.read()
        with open(path, encoding="utf-8") as file:
            return json.load(file)


def threads(comments):
    """What each comment says with what it answers, whoever counts them."""
    by_id = {comment["id"]: comment for comment in comments}
    return sorted((c["author"].split(" (")[0], c["text"], by_id[c["parent"]]["text"] if "parent" in c else "", c["resolved"], c["about"])
                  for c in comments)


def numbers(path):
    with zipfile.ZipFile(path) as package:
        return re.findall(r'w14:paraId="([0-9A-F]+)"', package.read("word/comments.xml").decode())


def some_comments(chance, words, party, count, first=()):
    made = list(first)
    for i in range(count):
        parent = chance.randrange(len(made)) if made and chance.random() < 0.5 else None
        if parent is not None and made[parent][3] is not None:
            parent = made[parent][3]
        word = made[parent][2] if parent is not None else chance.randrange(len(words))
        made.append((f"Person {party}{i}", f"Remark {party}{i} of the {chance.randrange(1000)}", word, parent, chance.random() < 0.3))
    return made


def one(entente, folder, seed):
    chance = random.Random(seed)
    words = [f"word{i}" for i in range(chance.randint(1, 4))]
    base, a, b = (os.path.join(folder, n + ".docx") for n in ("base", "a", "b"))
    own = some_comments(chance, words, "O", chance.randint(0, 3))
    of_a = some_comments(chance, words, "A", chance.randint(0, 3), own)
    of_b = some_comments(chance, words, "B", chance.randint(1, 3), own)
    write(base, words, own, extended=chance.random() < 0.7 or any(c[3] is not None or c[4] for c in own))
    write(a, words, of_a)
    write(b, words, of_b)
    everything = own + of_a[len(own):] + of_b[len(own):]
    of_list = {c[1]: of for of in (own, of_a, of_b) for c in of}
    wanted = sorted((c[0], c[1], of_list[c[1]][c[3]][1] if c[3] is not None else "", c[4], words[c[2]]) for c in everything)
    wrong = []
    answer = merged(entente, base, f"A={a}", f"B={b}")
    if threads(answer.get("comments", [])) != wanted:
        wrong.append("JSON")
    if any(c.get("party", "O") != c["text"].split()[1][0] for c in answer.get("comments", [])):
        wrong.append("parties")
    page = merged(entente, base, f"A={a}", f"B={b}", form="html")
    lines = merged(entente, base, f"A={a}", f"B={b}", form="md")
    for comment in everything:
        if page.count(comment[1]) < 1 or lines.count(comment[1]) < 1:
            wrong.append("a page or Markdown without a comment")
    out = os.path.join(folder, "out.docx")
    done = subprocess.run([entente, "merge", base, f"A={a}", f"B={b}", "-o", out], capture_output=True, check=False)
    if done.returncode != 0:
        return wrong + [done.stderr.decode()]
    again = merged(entente, out, f"X={out}")
    if threads(again.get("comments", [])) != wanted:
        wrong.append(".docx")
    if len(set(numbers(out))) != len(numbers(out)):
        wrong.append("two paragraphs of one number")
    return wrong


def faults(entente, folder):
    file = {c: os.path.join(folder, f"24{c}.docx") for c in "abcde"}
    wrong = []
    said = merged(entente, file["a"], f"B={file['c']}")["comments"]
    if [(c["text"], c.get("parent"), c.get("party"), c["resolved"], c["place"]) for c in said] != [
            ("Why thirty?", None, None, False, "24a"), ("Because of the bank.", 1, None, False, "24a"),
            ("Settled point.", None, None, True, "24a#2"), ("We cannot do thirty.", None, "B", False, "24a")]:
        wrong.append(f"24a, 24c: {said}")
    said = merged(entente, file["d"], f"E={file['e']}")["comments"]
    if [(c["text"], c.get("parent"), c.get("party"), c["resolved"]) for c in said] != [
            ("Why thirty?", None, None, False), ("Because of the bank.", 1, "E", True)]:
        wrong.append(f"24d, 24e: {said}")
    return wrong


def main():
    entente, count = sys.argv[1], int(sys.argv[2])
    wrong = faults(entente, sys.argv[3]) if len(sys.argv) > 3 else []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            wrong += [f"seed {seed}: {what}" for what in one(entente, folder, seed)]
    for what in wrong[:20]:
        print("# " + what)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
