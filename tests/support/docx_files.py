# SPDX-License-Identifier: Apache-2.0
"""Whole small .docx packages, made here: styles, lists, notes, comments, headers, a picture."""
import struct
import zlib

import odd_files as odd

STYLES = ('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:pPr><w:ind w:left="720"/></w:pPr></w:style>')
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
NUMBERING = '<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
SEPARATORS = ('<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
              '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>')
SECTION = ('<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" '
           'w:footer="708" w:gutter="0"/></w:sectPr>')


def png(red):
    """A picture of one colour."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + bytes([red, 80, 80]) * 8 for _ in range(8))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) +
            chunk(b"IEND", b""))


def picture(relationship="pic"):
    return ('<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="7" name="P"/><a:graphic><a:graphicData '
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:nvPicPr><pic:cNvPr id="7" name="P"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            '</wp:inline></w:drawing></w:r>')


def equation(words):
    return f"<m:oMath><m:r><m:t>{words}</m:t></m:r></m:oMath>"


def reference(number):
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def commented(number, words):
    return (f'<w:commentRangeStart w:id="{number}"/>{odd.r(words)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>')


def comment(number, author, words):
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{odd.DATE}" w:initials="X">{odd.t(words)}</w:comment>'


def bookmarked(number, name, words):
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{odd.r(words)}<w:bookmarkEnd w:id="{number}"/>'


def package(body, notes="", comments="", header="", styles=STYLES, levels=LEVEL.format("decimal", "%1."), section=None, red=200, link="https://example.org/", endnotes=""):
    """A .docx file. notes, endnotes: of 'w:footnote' and 'w:endnote' elements; header: words, empty: none; levels: of the one list."""
    kinds = {"styles": styles, "numbering": NUMBERING.format(levels), "footnotes": SEPARATORS + notes if notes else "", "comments": comments,
             "endnotes": SEPARATORS.replace("footnote", "endnote") + endnotes if endnotes else ""}
    overrides, rels, parts = "", [], {}
    for kind, content in kinds.items():
        if content:
            parts[f"word/{kind}.xml"] = f"<w:{kind}{odd.spaces()}>{content}</w:{kind}>"
            rels.append((kind, f"{odd.R}/{kind}", f"{kind}.xml"))
            overrides += f'<Override PartName="/word/{kind}.xml" ContentType="{odd.MAIN}{kind}+xml"/>'
    refer = ""
    if header:
        parts["word/header1.xml"] = f"<w:hdr{odd.spaces()}>{odd.t(header)}</w:hdr>"
        rels.append(("hdr", f"{odd.R}/header", "header1.xml"))
        overrides += f'<Override PartName="/word/header1.xml" ContentType="{odd.MAIN}header+xml"/>'
        refer = '<w:headerReference w:type="default" r:id="hdr"/>'
    if "r:embed" in body:
        parts["word/media/p.png"] = png(red)
        rels.append(("pic", f"{odd.R}/image", "media/p.png"))
        overrides = f'<Default Extension="png" ContentType="image/png"/>{overrides}'
    section = section or SECTION.format(refer)
    relationships = odd.relationships(*rels)
    if "<w:hyperlink" in body:
        relationships = relationships.replace("</Relationships>", f'<Relationship Id="site" Type="{odd.R}/hyperlink" Target="{link}" TargetMode="External"/></Relationships>')
    main = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document{odd.spaces()}><w:body>{body}{section}</w:body></w:document>'
    return odd.archive({"[Content_Types].xml": odd.types(more=overrides), "_rels/.rels": odd.relationships(("rId1", odd.R + "/officeDocument", "word/document.xml")),
                        "word/document.xml": main, "word/_rels/document.xml.rels": relationships, **parts})
