# SPDX-License-Identifier: Apache-2.0
"""Odd .docx files, made here, each with what it must say: all changes accepted, all rejected, and by author.

A case is a body (WordprocessingML between <w:body> and the last section) and the paragraphs that a reader must find. The
texts are what ECMA-376 part 1, section 17.13.5 says, not what some program shows.
"""
import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = {
    "w": W, "r": R,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DATE = "2031-03-01T12:00:00Z"
next_id = 100


def who(author="Ann"):
    global next_id
    next_id += 1
    return f'w:id="{next_id}" w:author="{author}" w:date="{DATE}"'


def r(text, look="", tag="t"):
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def ins(text, author="Ann"):
    return f"<w:ins {who(author)}>{r(text)}</w:ins>"


def dele(text, author="Ann"):
    return f'<w:del {who(author)}>{r(text, tag="delText")}</w:del>'


def wrap(tag, inner, author="Ann"):
    return f"<w:{tag} {who(author)}>{inner}</w:{tag}>"


def mark(tag, author="Ann"):
    return f"<w:rPr><w:{tag} {who(author)}/></w:rPr>"


def p(*content, ppr=""):
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{''.join(content)}</w:p>"


def t(text):
    return p(r(text))


def tc(*content, pr=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{pr}</w:tcPr>{"".join(content) or p()}</w:tc>'


def tr(*cells, pr=""):
    return f"<w:tr>{f'<w:trPr>{pr}</w:trPr>' if pr else ''}{''.join(cells)}</w:tr>"


def tbl(*rows, columns=2, pr=""):
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{pr}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def field(code, *result, deleted=False):
    tag = "delInstrText" if deleted else "instrText"
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r(code, tag=tag) +
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + "".join(result) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def sdt(content, alias="Name"):
    return f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def box(words, fallback=None):
    inner = f"<w:txbxContent>{t(words)}</w:txbxContent>"
    old = f"<w:txbxContent>{t(fallback or words)}</w:txbxContent>"
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="1800000" cy="720000"/>'
            '<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
            f'</mc:Choice><mc:Fallback><w:pict><v:shape style="width:100pt;height:40pt"><v:textbox>{old}</v:textbox></v:shape></w:pict></mc:Fallback>'
            '</mc:AlternateContent></w:r>')


def moved(words, name, author="Ann"):
    """The two ends of a move inside one paragraph each."""
    source = (f'<w:moveFromRangeStart {who(author)} w:name="{name}"/>' + wrap("moveFrom", r(words), author) +
              f'<w:moveFromRangeEnd w:id="{next_id - 1}"/>')
    target = (f'<w:moveToRangeStart {who(author)} w:name="{name}"/>' + wrap("moveTo", r(words), author) +
              f'<w:moveToRangeEnd w:id="{next_id - 1}"/>')
    return source, target


MOVE = moved("moved words ", "m1")
MOVED_LINE = ('<w:moveFromRangeStart w:id="901" w:author="Ann" w:date="2031-03-01T12:00:00Z" w:name="m2"/>' +
              p(wrap("moveFrom", r("A whole line.")), ppr=mark("moveFrom")) + '<w:moveFromRangeEnd w:id="901"/>' + t("Between.") +
              '<w:moveToRangeStart w:id="902" w:author="Ann" w:date="2031-03-01T12:00:00Z" w:name="m2"/>' +
              p(wrap("moveTo", r("A whole line.")), ppr=mark("moveTo")) + '<w:moveToRangeEnd w:id="902"/>' + t("Behind."))

RUBY = ('<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/>'
        '<w:lid w:val="ja-JP"/></w:rubyPr>')

# name: body, accepted, rejected (paragraphs), and by author
CASES = {
    "words": (p(r("one "), dele("two"), ins("2"), r(" three")), ["one 2 three"], ["one two three"]),
    "an inserted paragraph": (t("A") + p(ins("new"), ppr=mark("ins")) + t("B"), ["A", "new", "B"], ["A", "B"]),
    "a paragraph split": (p(r("left "), ppr=mark("ins")) + t("right"), ["left ", "right"], ["left right"]),
    "two paragraphs joined": (p(r("left "), ppr=mark("del")) + t("right"), ["left right"], ["left ", "right"]),
    "three paragraphs deleted in a row": (
        t("A") + "".join(p(dele(w), ppr=mark("del")) for w in ("x", "y", "z")) + t("B"), ["A", "B"], ["A", "x", "y", "z", "B"]),
    "a deletion inside an insertion": (
        p(r("a "), wrap("ins", r("b ") + wrap("del", r("c ", tag="delText"), "Bob") + r("d "), "Ann"), r("e")),
        ["a b d e"], ["a e"], {"Ann": ["a b c d e"], "Bob": ["a b d e"]}),
    "an insertion around a deletion only": (
        p(r("a "), wrap("ins", wrap("del", r("gone ", tag="delText"), "Bob"), "Ann"), r("b")), ["a b"], ["a b"], {"Ann": ["a gone b"]}),
    "rival authors": (
        p(r("within "), dele("30", "Ann; Bob"), ins("14", "Ann"), ins("10", "Bob"), r(" days")),
        ["within 1410 days"], ["within 30 days"], {"Ann": ["within 14 days"], "Bob": ["within 10 days"]}),
    "a mark inserted by one and deleted by another": (
        p(r("a "), ppr=f"<w:rPr><w:ins {who('Ann')}/><w:del {who('Bob')}/></w:rPr>") + t("b"),
        ["a b"], ["a b"], {"Ann": ["a ", "b"], "Bob": ["a b"]}),
    "moved words": (p(r("start "), MOVE[0], r("middle "), MOVE[1], r("end")), ["start middle moved words end"], ["start moved words middle end"]),
    "a moved paragraph": (MOVED_LINE, ["Between.", "A whole line.", "Behind."], ["A whole line.", "Between.", "Behind."]),
    "a moved paragraph changed after the move": (
        MOVED_LINE.replace("</w:moveTo></w:p>", f'</w:moveTo>{ins("And more.", "Bob")}</w:p>'),
        ["Between.", "A whole line.And more.", "Behind."], ["A whole line.", "Between.", "Behind."],
        # Bob saw the line in its new place; refused alone, the move would leave his words glued to the next line.
        {"Ann": ["Between.", "A whole line.", "Behind."], "Bob": ["Between.", "A whole line.And more.", "Behind."]}),
    "tracked rows": (
        tbl(tr(tc(t("a")), tc(t("b"))), tr(tc(p(ins("c"))), tc(p(ins("d"))), pr=f"<w:ins {who()}/>"),
            tr(tc(p(dele("e"))), tc(p(dele("f"))), pr=f"<w:del {who()}/>")) + t("end"),
        ["a", "b", "c", "d", "end"], ["a", "b", "e", "f", "end"]),
    "a row by two authors": (
        tbl(tr(tc(t("a"))), tr(tc(p(ins("b", "Ann"))), pr=f"<w:ins {who('Ann')}/>"), tr(tc(p(ins("c", "Bob"))), pr=f"<w:ins {who('Bob')}/>"), columns=1) + t("end"),
        ["a", "b", "c", "end"], ["a", "end"], {"Ann": ["a", "b", "end"], "Bob": ["a", "c", "end"]}),
    "a nested table whose row is inserted": (
        tbl(tr(tc(t("out"), tbl(tr(tc(t("in"))), tr(tc(p(ins("new"))), pr=f"<w:ins {who()}/>"), columns=1), p()), tc(t("b")))) + t("end"),
        ["out", "in", "new", "", "b", "end"], ["out", "in", "", "b", "end"]),
    "a row deleted with its nested table": (
        tbl(tr(tc(t("a"))), tr(tc(p(dele("b")), tbl(tr(tc(p(dele("c"))), pr=f"<w:del {who()}/>"), columns=1), p()), pr=f"<w:del {who()}/>"), columns=1) + t("end"),
        ["a", "end"], ["a", "b", "c", "", "end"]),
    "a whole table inserted": (
        t("A") + tbl(tr(tc(p(ins("x"))), pr=f"<w:ins {who()}/>"), tr(tc(p(ins("y"))), pr=f"<w:ins {who()}/>"), columns=1) + t("B"),
        ["A", "x", "y", "B"], ["A", "B"]),
    "a deleted mark before a table": (
        p(r("A"), ppr=mark("del")) + tbl(tr(tc(t("x"))), columns=1) + t("B"), ["A", "x", "B"], ["A", "x", "B"]),
    "an inserted cell": (
        tbl(tr(tc(t("a")), tc(p(ins("b")), pr=f"<w:cellIns {who()}/>")), columns=2) + t("end"), ["a", "b", "end"], ["a", "end"]),
    "a deleted cell": (
        tbl(tr(tc(t("a")), tc(p(dele("b")), pr=f"<w:cellDel {who()}/>")), columns=2) + t("end"), ["a", "end"], ["a", "b", "end"]),
    "cells merged": (
        tbl(tr(tc(t("a"))), tr(tc(t("b"), pr=f'<w:cellMerge {who()} w:vMerge="cont" w:vMergeOrig="rest"/>')), columns=1) + t("end"), ["a", "b", "end"], ["a", "b", "end"]),
    "a mark inserted inside a cell": (
        tbl(tr(tc(p(r("one "), ppr=mark("ins")), t("two"))), columns=1) + t("end"), ["one ", "two", "end"], ["one two", "end"]),
    "the last mark of a cell deleted": (
        tbl(tr(tc(t("one"), p(dele("two"), ppr=mark("del")))), columns=1) + t("end"), ["one", "end"], ["one", "two", "end"]),
    "changes in a content control": (
        p(r("name: "), sdt(dele("Old") + ins("New")), r(".")), ["name: New."], ["name: Old."]),
    "a content control around paragraphs": (
        t("A") + sdt(t("in one") + p(ins("in two"), ppr=mark("ins"))) + t("B"), ["A", "in one", "in two", "B"], ["A", "in one", "B"]),
    "a content control inserted": (
        p(r("a "), wrap("ins", sdt(r("whole "))), r("b")), ["a whole b"], ["a b"]),
    "a content control around a row": (
        tbl(tr(tc(t("a"))), sdt(tr(tc(p(ins("b"))), pr=f"<w:ins {who()}/>")), columns=1) + t("end"), ["a", "b", "end"], ["a", "end"]),
    "a smart tag": (
        p(r("at "), '<w:smartTag w:uri="urn:x" w:element="place">' + r("Lake ") + dele("Old") + ins("New") + "</w:smartTag>", r(".")),
        ["at Lake New."], ["at Lake Old."]),
    "custom XML around words": (
        p('<w:customXml w:uri="urn:x" w:element="term">' + r("term ") + ins("added") + "</w:customXml>"), ["term added"], ["term "]),
    "a field whose result changed": (
        p(r("see "), field(" REF a ", dele("Article 3"), ins("Article 4")), r(".")), ["see Article 4."], ["see Article 3."]),
    "fields in fields": (
        p(r("a "), field(' IF "', r("x "), field(" REF b ", r("inner ")), r("y ")), r("b")), ["a x inner y b"], ["a x inner y b"]),
    "a field in a field's code": (
        p(r("a "), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r(" IF ", tag="instrText"), field(" PAGE ", r("7")), r(" = 7 ", tag="instrText"),
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("yes"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(" b")),
        ["a yes b"], ["a yes b"]),
    "a field over two paragraphs": (
        p(r("a "), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r(" TOC ", tag="instrText"), '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("one")) +
        p(r("two"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(" b")), ["a one", "two b"], ["a one", "two b"]),
    "a field deleted whole": (
        p(r("a "), wrap("del", field(" REF a ", r("gone", tag="delText"), deleted=True)), r(" b")), ["a  b"], ["a gone b"]),
    "a simple field with changes": (
        p(r("a "), '<w:fldSimple w:instr=" REF a ">' + dele("3") + ins("4") + "</w:fldSimple>", r(" b")), ["a 4 b"], ["a 3 b"]),
    "a link with changes": (
        p(r("see "), '<w:hyperlink w:anchor="x">' + dele("here") + ins("there") + "</w:hyperlink>", r(".")), ["see there."], ["see here."]),
    "a text box with its fallback": (
        p(r("before "), box("boxed words"), r("after")) + t("end"), ["before after", "end"], ["before after", "end"]),
    "a symbol, tabs, hyphens and breaks": (
        p(r("a"), "<w:r><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:cr/><w:t>e</w:t></w:r>"), ["a\tb\u2011c\u00add\u2028e"], ["a\tb\u2011c\u00add\u2028e"]),
    "right to left": (
        p(r("\u0645\u0627\u062f\u0629 ", "<w:rtl/>"), wrap("ins", r("\u0661", "<w:rtl/>")), '<w:bdo w:val="rtl">' + r(" abc") + "</w:bdo>",
          '<w:dir w:val="rtl">' + r(" x") + "</w:dir>", ppr="<w:bidi/>"), ["\u0645\u0627\u062f\u0629 \u0661 abc x"], ["\u0645\u0627\u062f\u0629  abc x"]),
    "other formats only": (
        p('<w:r><w:rPr><w:b/>' + f'<w:rPrChange {who()}><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>',
          ppr=f'<w:jc w:val="center"/><w:pPrChange {who()}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>') +
        tbl(tr(tc(t("x"), pr=f'<w:tcPrChange {who()}><w:tcPr/></w:tcPrChange>'), pr=f"<w:trPrChange {who()}><w:trPr/></w:trPrChange>"),
            columns=1, pr=f"<w:tblPrChange {who()}><w:tblPr/></w:tblPrChange>") + t("end"),
        ["bold", "x", "end"], ["bold", "x", "end"]),
    "a list number inserted": (
        p(r("item"), ppr=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/><w:ins {who()}/></w:numPr>') +
        p(r("old"), ppr=f'<w:numPr><w:numberingChange {who()} w:original="1."/></w:numPr>'), ["item", "old"], ["item", "old"]),
    "a section changed": (
        p(r("first part"), ppr=f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:sectPrChange {who()}><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:sectPrChange></w:sectPr>') +
        t("second part"), ["first part", "second part"], ["first part", "second part"]),
    "a section's end whose mark is deleted": (
        p(r("first part "), ppr=mark("del") + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>') + t("second part"),
        ["first part second part"], ["first part ", "second part"]),
    "an equation with changes": (
        p(r("a "), f'<m:oMath><m:r><m:t>x</m:t></m:r><w:ins {who()}><m:r><m:t>+y</m:t></m:r></w:ins></m:oMath>', r(" b")),
        ["a [equation x+y] b"], ["a [equation x] b"]),
    "a page break inserted": (
        p(r("a "), f'<w:ins {who()}><w:r><w:br w:type="page"/></w:r></w:ins>', r("b")), ["a [page break]b"], ["a b"]),
    "permissions, bookmarks, spelling": (
        p('<w:bookmarkStart w:id="1" w:name="b"/><w:permStart w:id="2" w:edGrp="everyone"/><w:proofErr w:type="spellStart"/>', r("plain"),
          '<w:proofErr w:type="spellEnd"/><w:permEnd w:id="2"/><w:bookmarkEnd w:id="1"/>'), ["plain"], ["plain"]),
    "empty changes": (p(f"<w:ins {who()}/>", r("a"), f"<w:del {who()}/>", f"<w:ins {who()}><w:r/></w:ins>"), ["a"], ["a"]),
    "a body inside an insertion": (t("A") + wrap("ins", t("B")) + t("C"), ["A", "B", "C"], ["A", "C"]),
    "ruby": (
        p(r("a "), f"<w:r><w:ruby>{RUBY}<w:rt>" + r("kan") + "</w:rt><w:rubyBase>" + r("\u6f22") + "</w:rubyBase></w:ruby></w:r>", r(" b")),
        ["a \u6f22 b"], ["a \u6f22 b"]),
    "hidden words": (p(r("seen "), r("hidden ", "<w:vanish/>"), r("seen")), ["seen hidden seen"], ["seen hidden seen"]),
}


def spaces(strict=False):
    return "".join(f' xmlns:{k}="{ {"w": STRICT_W, "r": STRICT_R}.get(k, v) if strict else v}"' for k, v in SPACES.items())


def types(main="/word/document.xml", more=""):
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="{main}" ContentType="{MAIN}document.main+xml"/>{more}</Types>')


def relationships(*items):
    body = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in items)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{PACKAGE}/relationships">{body}</Relationships>'


def document(body, strict=False, declaration='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'):
    return (f'{declaration}<w:document{spaces(strict)}><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>')


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2031, 3, 1, 12, 0, 0)), content)
    return out.getvalue()


def plain(body):
    """The usual frame: no styles, no settings."""
    return archive({"[Content_Types].xml": types(), "_rels/.rels": relationships(("rId1", R + "/officeDocument", "word/document.xml")),
                    "word/document.xml": document(body)})


def strict(body):
    return archive({"[Content_Types].xml": types(), "_rels/.rels": relationships(("rId1", STRICT_R + "/officeDocument", "word/document.xml")),
                    "word/document.xml": document(body, strict=True)})


def wide(body):
    """UTF-16, with a byte order mark."""
    text = document(body, declaration='<?xml version="1.0" encoding="UTF-16"?>\n')
    return archive({"[Content_Types].xml": types(), "_rels/.rels": relationships(("rId1", R + "/officeDocument", "word/document.xml")),
                    "word/document.xml": text.encode("utf-16")})


def elsewhere(body):
    """Absolute targets, other names, as some generators have it."""
    styles = f'<w:styles{spaces()}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style></w:styles>'
    return archive({"[Content_Types].xml": types("/main/text.xml", f'<Override PartName="/look/s.xml" ContentType="{MAIN}styles+xml"/>'),
                    "_rels/.rels": relationships(("rId1", R + "/officeDocument", "/main/text.xml")), "main/text.xml": document(body),
                    "main/_rels/text.xml.rels": relationships(("s", R + "/styles", "/look/s.xml")), "look/s.xml": styles})


def renamed(body):
    """Another prefix, and the name space of w as the default one."""
    text = document(body).replace("<w:", "<word:").replace("</w:", "</word:").replace(" w:", " word:").replace("xmlns:w=", "xmlns:word=")
    return archive({"[Content_Types].xml": types(), "_rels/.rels": relationships(("rId1", R + "/officeDocument", "word/document.xml")), "word/document.xml": text})


FRAMES = {"plain": plain, "strict": strict, "wide": wide, "elsewhere": elsewhere, "renamed": renamed}
