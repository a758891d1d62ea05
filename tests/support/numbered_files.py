# SPDX-License-Identifier: Apache-2.0
"""Texts of numbered clauses made at random, the same written as another program would write them, and edited by parties.

A text is a list of paragraphs. Each has words and a place: (list, level), or None. A list is what people see and how it counts: levels, and the
family of lists whose counters it shares. How it is written, under which numbers and in which order, is the writer's affair."""
import copy
import random
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
FORMATS = ["decimal", "decimal", "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "bullet"]
NOUNS = "seller buyer party goods price notice payment delivery court period border council report mission fund treaty vessel canal".split()
DEPTH = 3


class Level:
    """How one level shows and counts."""

    def __init__(self, draw, number):
        self.format = draw.choice(FORMATS)
        self.start = draw.choice([1, 1, 1, 1, 3])
        self.legal = number > 0 and draw.random() < 0.15
        self.restart = draw.choice([None, None, None, None, 0]) if number > 0 else None
        own = f"%{number + 1}"
        chain = ".".join(f"%{i + 1}" for i in range(number + 1))
        self.text = draw.choice([f"{own}.", f"({own})", f"Article {own}", f"{chain}.", chain]) if self.format != "bullet" else draw.choice("•–")
        self.indent = 720 * (number + 1)


class List:
    """family: lists of one family share their counters; starts: level -> where it begins anew at its first use."""

    def __init__(self, family, starts=None):
        self.family, self.starts = family, dict(starts or {})


class Text:
    def __init__(self):
        self.families, self.lists, self.paragraphs = {}, {}, []


class Paragraph:
    def __init__(self, words, place):
        self.words, self.place = words, place


def words(draw):
    return " ".join(draw.choice(NOUNS) for _ in range(draw.randint(4, 9))) + f" {draw.randrange(10**6)}."


def make(draw):
    text = Text()
    for family in range(draw.randint(1, 3)):
        text.families[family] = [Level(draw, number) for number in range(DEPTH)]
    for number in range(draw.randint(1, 5)):
        family = draw.randrange(len(text.families))
        text.lists[number] = List(family, {0: draw.choice([1, 1, 5])} if draw.random() < 0.4 else None)
    place = None
    for _ in range(draw.randint(5, 14)):
        if place is None or draw.random() < 0.25:
            place = (draw.randrange(len(text.lists)), 0) if draw.random() < 0.9 else None
        elif place:
            place = (place[0], max(0, min(DEPTH - 1, place[1] + draw.choice([-1, 0, 0, 1]))))
        text.paragraphs.append(Paragraph(words(draw), place))
    return text


def labels(text):
    """A plain twin of the counting: the label of each paragraph, "" without one."""
    counts = {family: [None] * DEPTH for family in text.families}
    used, out = set(), []
    for paragraph in text.paragraphs:
        if paragraph.place is None:
            out.append("")
            continue
        number, level = paragraph.place
        list_ = text.lists[number]
        levels, count = text.families[list_.family], counts[list_.family]
        begins = level in list_.starts and (number, level) not in used
        used.add((number, level))
        start = list_.starts.get(level, levels[level].start)
        count[level] = start if begins or count[level] is None else count[level] + 1
        for below in range(level + 1, DEPTH):
            if levels[below].restart is None or level < levels[below].restart:
                count[below] = None
        for above in range(level):
            if count[above] is None:
                count[above] = list_.starts.get(above, levels[above].start)
        out.append(shown(levels, level, count))
    return out


def shown(levels, level, count):
    one = levels[level]
    if one.format == "bullet":
        return one.text
    text = one.text
    for i in range(DEPTH):
        said = "" if count[i] is None else number(count[i], "decimal" if one.legal else levels[i].format)
        text = text.replace(f"%{i + 1}", said)
    return text.strip()


def number(value, form):
    if form == "decimal":
        return str(value)
    if form == "bullet":
        return ""
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    out = ""
    for size, name in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        out, value = out + name * (value // size), value % size
    return out.upper() if form == "upperRoman" else out


class Writing:
    """How a text is written: every choice that nobody sees."""

    def __init__(self, draw=None):
        self.draw = draw

    def numbers(self, keys, least):
        keys = list(keys)
        if not self.draw:
            return {key: least + i for i, key in enumerate(keys)}
        drawn = self.draw.sample(range(least, least + 40), len(keys))
        return dict(zip(keys, drawn))

    def shuffled(self, items):
        items = list(items)
        if self.draw:
            self.draw.shuffle(items)
        return items


def resaved(text, draw):
    """The same for every reader: each paragraph may have a list of its own on the same counters; lists and families that nobody uses come along."""
    text = copy.deepcopy(text)
    met = set()
    for paragraph in text.paragraphs:
        if paragraph.place is None or draw.random() < 0.4:
            if paragraph.place:
                met.add(paragraph.place[0])
            continue
        old, level = paragraph.place
        starts = {} if old in met else text.lists[old].starts
        if old in met or draw.random() < 0.5:
            new = len(text.lists)
            text.lists[new] = List(text.lists[old].family, starts)
            if old not in met:
                for other in text.paragraphs:  # those behind no longer begin anew
                    if other.place and other.place[0] == old:
                        other.place = (new, other.place[1])
                met.add(new)
            else:
                paragraph.place = (new, level)
                met.add(new)
        else:
            met.add(old)
    if draw.random() < 0.5:
        spare = len(text.families)
        text.families[spare] = copy.deepcopy(text.families[0])
        text.lists[len(text.lists)] = List(spare)
    for levels in text.families.values():
        for level in levels:
            level.indent += draw.choice([0, 0, 20, 340])
    return text


def xml_of(text, writing):
    families, lists = writing.numbers(text.families, 0), writing.numbers(text.lists, 1)
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{families[family]}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(level_xml(levels[i], i) for i in range(DEPTH)) + "</w:abstractNum>"
        for family, levels in writing.shuffled(text.families.items()))
    nums = "".join(
        f'<w:num w:numId="{lists[number]}"><w:abstractNumId w:val="{families[list_.family]}"/>'
        + "".join(f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>' for level, start in list_.starts.items())
        + "</w:num>" for number, list_ in writing.shuffled(text.lists.items()))
    body = ""
    for paragraph in text.paragraphs:
        place = ""
        if paragraph.place:
            place = f'<w:pPr><w:numPr><w:ilvl w:val="{paragraph.place[1]}"/><w:numId w:val="{lists[paragraph.place[0]]}"/></w:numPr></w:pPr>'
        elif writing.draw and writing.draw.random() < 0.3:
            place = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>'
        body += f'<w:p>{place}<w:r><w:t xml:space="preserve">{paragraph.words}</w:t></w:r></w:p>'
    return (f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
            f'<w:numbering xmlns:w="{W}">{abstracts}{nums}</w:numbering>')


def level_xml(level, number):
    restart = "" if level.restart is None else f'<w:lvlRestart w:val="{level.restart}"/>'
    legal = "<w:isLgl/>" if level.legal else ""
    return (f'<w:lvl w:ilvl="{number}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.format}"/>{restart}{legal}'
            f'<w:lvlText w:val="{level.text}"/><w:pPr><w:ind w:left="{level.indent}" w:hanging="360"/></w:pPr></w:lvl>')


def write(path, text, writing=None):
    document, numbering = xml_of(text, writing or Writing())
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{KIND}numbering+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": document,
        "word/numbering.xml": numbering,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def insert(text, draw):
    at = draw.randint(0, len(text.paragraphs))
    near = text.paragraphs[max(0, at - 1)].place
    text.paragraphs.insert(at, Paragraph(words(draw), near))


def delete(text, draw):
    if len(text.paragraphs) > 2:
        del text.paragraphs[draw.randrange(len(text.paragraphs))]


def move(text, draw):
    paragraph = text.paragraphs.pop(draw.randrange(len(text.paragraphs)))
    text.paragraphs.insert(draw.randint(0, len(text.paragraphs)), paragraph)


def relevel(text, draw):
    paragraph = draw.choice(text.paragraphs)
    if paragraph.place:
        paragraph.place = (paragraph.place[0], draw.randrange(DEPTH))


def unlist(text, draw):
    paragraph = draw.choice(text.paragraphs)
    paragraph.place = None if paragraph.place else (draw.randrange(len(text.lists)), 0)


def restart(text, draw):
    """A list begins anew from a paragraph on."""
    numbered = [i for i, paragraph in enumerate(text.paragraphs) if paragraph.place]
    if not numbered:
        return
    at = draw.choice(numbered)
    old, level = text.paragraphs[at].place
    new = len(text.lists)
    text.lists[new] = List(text.lists[old].family, {level: draw.choice([1, 1, 2, 7])})
    for paragraph in text.paragraphs[at:]:
        if paragraph.place and paragraph.place[0] == old:
            paragraph.place = (new, paragraph.place[1])


def new_start(text, draw):
    list_ = text.lists[draw.randrange(len(text.lists))]
    list_.starts = {} if list_.starts else {0: draw.choice([2, 5])}


def new_look(text, draw):
    levels = text.families[draw.randrange(len(text.families))]
    number_ = draw.randrange(DEPTH)
    levels[number_] = Level(draw, number_)


def legal(text, draw):
    level = text.families[draw.randrange(len(text.families))][draw.randrange(1, DEPTH)]
    level.legal = not level.legal


def no_restart(text, draw):
    level = text.families[draw.randrange(len(text.families))][draw.randrange(1, DEPTH)]
    level.restart = None if level.restart == 0 else 0


def split(text, draw):
    """A list goes on with counters of its own."""
    numbered = [i for i, paragraph in enumerate(text.paragraphs) if paragraph.place]
    if not numbered:
        return
    at = draw.choice(numbered)
    old = text.paragraphs[at].place[0]
    family, new = len(text.families), len(text.lists)
    text.families[family] = copy.deepcopy(text.families[text.lists[old].family])
    text.lists[new] = List(family)
    for paragraph in text.paragraphs[at:]:
        if paragraph.place and paragraph.place[0] == old:
            paragraph.place = (new, paragraph.place[1])


WORDING = [insert, insert, delete, move]
NUMBERING = [relevel, relevel, unlist, restart, new_start, new_look, legal, no_restart, split]


def edited(text, draw, wording=2, numbering=2):
    text = copy.deepcopy(text)
    for _ in range(draw.randint(0, wording)):
        draw.choice(WORDING)(text, draw)
    for _ in range(draw.randint(0, numbering)):
        draw.choice(NUMBERING)(text, draw)
    return text


def rng(*seed):
    return random.Random(" ".join(map(str, seed)))
