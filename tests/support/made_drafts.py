# SPDX-License-Identifier: Apache-2.0
"""Copies and fragments of a text, made by a seed, and texts to make them from."""
import random
import re
import zipfile

WORDS = ("notice council budget review member vessel harbour annual report consent register tariff panel "
         "officer survey treaty common further prior joint local").split()
HEAD = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>')
TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'wordprocessingml.document.main+xml"/></Types>')
RELS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'officeDocument" Target="word/document.xml"/></Relationships>')


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write(path, lines):
    """The paragraphs as a file of the form that the ending says."""
    if path.suffix == ".docx":
        body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>' for line in lines)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", TYPES)
            package.writestr("_rels/.rels", RELS)
            package.writestr("word/document.xml", HEAD + body + "<w:sectPr/></w:body></w:document>")
    elif path.suffix == ".md":
        path.write_text("\n\n".join(re.sub(r"([\\*_\[\]<>#`|~])", r"\\\1", line) for line in lines) + "\n")
    elif path.suffix == ".csv":
        path.write_text("".join('%d,"%s",open\n' % (i, line.replace('"', '""')) for i, line in enumerate(lines)))
    else:
        path.write_text("\n\n".join(lines) + "\n")


def reworded(rng, line, share):
    out = []
    for word in line.split():
        drawn = rng.random()
        if drawn < share * 0.6:
            out.append(rng.choice(WORDS))
        elif drawn < share * 0.8:
            out += [word, rng.choice(WORDS)]
        elif drawn >= share:
            out.append(word)
    return " ".join(out) or rng.choice(WORDS)


def copy_of(rng, lines, words, struck, added):
    out = []
    for line in lines:
        if rng.random() < struck:
            continue
        out.append(reworded(rng, line, words))
        if rng.random() < added:
            out.append(" ".join(rng.choices(WORDS, k=rng.randint(8, 40))).capitalize() + ".")
    return out or lines[:1]


def without_chapters(rng, lines, share, count):
    """Struck: `count` stretches in a row, together about `share` of the words; title and closing lines stay."""
    sizes = [len(line.split()) for line in lines]
    struck = set()
    for _ in range(count):
        at = rng.randint(min(2, len(lines) - 1), len(lines) - 1)
        room = sum(sizes) * share / count
        while at < len(lines) - 2 and room > 0:
            struck.add(at)
            room -= sizes[at]
            at += 1
    return [line for i, line in enumerate(lines) if i not in struck] or lines[:1]


def in_a_row(rng, lines, least, most):
    """Paragraphs in a row with between `least` and `most` of the words."""
    sizes = [len(line.split()) for line in lines]
    room = max(sum(sizes) * rng.uniform(least, most), 12)
    at = rng.randint(0, len(lines) - 1)
    out, held = [], 0
    while at < len(lines) and (held == 0 or held + sizes[at] <= room):
        out.append(lines[at])
        held += sizes[at]
        at += 1
    return out


def mail(rng, lines):
    clause = in_a_row(rng, lines, 0.005, 0.05)
    return (["Dear colleagues,", "thank you for the draft. We could accept it if this provision read as follows:"]
            + clause + ["We are at your disposal for a call on Thursday.", "With kind regards", "The delegation"])


def scattered(rng, lines, share):
    count = max(1, int(len(lines) * share))
    return [lines[i] for i in sorted(rng.sample(range(len(lines)), count))]


def made_from(rng, lines):
    half = len(lines) // 2
    yield "copy", "light", copy_of(rng, lines, 0.03, 0.01, 0.01), ".docx"
    yield "copy", "light", copy_of(rng, lines, 0.05, 0.02, 0.02), ".md"
    yield "copy", "heavy", copy_of(rng, lines, 0.25, 0.1, 0.1), ".docx"
    yield "copy", "heavy", copy_of(rng, lines, 0.15, 0.25, 0.2), ".txt"
    yield "copy", "heavier", copy_of(rng, lines, 0.4, 0.1, 0.2), ".txt"
    yield "copy", "long", lines + [" ".join(rng.choices(WORDS, k=30)) for _ in range(3 * len(lines))], ".txt"
    yield "copy", "chapters", without_chapters(rng, lines, rng.uniform(0.15, 0.35), 2), ".docx"
    yield "copy", "chapters", without_chapters(rng, lines, rng.uniform(0.3, 0.45), 2), ".txt"
    yield "copy", "chapter", without_chapters(rng, lines, rng.uniform(0.2, 0.45), 1), ".md"
    yield "copy", "turned", rng.sample(lines, len(lines)), ".txt"
    for ending in (".md", ".txt", ".docx"):
        yield "fragment", "clause", in_a_row(rng, lines, 0.005, 0.02), ending
        yield "fragment", "clauses", in_a_row(rng, lines, 0.05, 0.3), ending
        yield "fragment", "reworded", [reworded(rng, line, 0.1) for line in in_a_row(rng, lines, 0.03, 0.3)], ending
        yield "fragment", "scattered", scattered(rng, lines, rng.uniform(0.05, 0.35)), ending
        yield "fragment", "mail", mail(rng, lines), ending
    yield "fragment", "table", in_a_row(rng, lines, 0.05, 0.3), ".csv"
    yield "fragment", "half", lines[:half], ".txt"
    yield "fragment", "half", lines[half:], ".docx"


STEMS = ("ka lo mer tis ran vel do sun pri eth or gal ni ushe ber tan fol mi cra dun eve gos hal ith jor").split()


def treaty(rng, chapters=6):
    """A made-up text: a title, chapters of articles with clauses, closing lines; words as often as in prose."""
    words = sorted({"".join(rng.choice(STEMS) for _ in range(rng.randint(1, 4))) for _ in range(900)})
    rng.shuffle(words)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    def sentence(least, most):
        return " ".join(rng.choices(words, weights, k=rng.randint(least, most))).capitalize()
    lines = ["Agreement on " + sentence(4, 8), "The Parties, " + sentence(15, 30) + ", have agreed as follows:"]
    article = 0
    for chapter in range(chapters):
        lines.append(f"Chapter {'I' * (chapter + 1)} " + sentence(2, 5))
        for _ in range(rng.randint(1, 3)):
            article += 1
            lines.append(f"Article {article} " + sentence(2, 5))
            for number in range(rng.randint(1, 4)):
                lines.append(f"{number + 1}. " + sentence(12, 45) + ".")
    return lines + ["Done at " + sentence(8, 14) + ".", "For the Parties: " + sentence(4, 8)]
