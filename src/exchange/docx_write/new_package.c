// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/new_package.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"
#include "codec/xml_write.h"
#include "codec/zip.h"
#include "exchange/docx_write/inserted.h"
#include "exchange/docx_write/table_grid.h"

#include <assert.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORDS "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

static const char styles_before[] =
    HEAD "<w:styles " WORDS "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" "
         "w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/></w:rPr></w:rPrDefault>"
         "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/>"
         "</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
         "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>";
static const char styles_behind[] =
    "<w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:ind w:left=\"720\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Verbatim\"><w:name "
    "w:val=\"Verbatim\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/></w:pPr>"
    "<w:rPr><w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"
    "<w:sz w:val=\"20\"/></w:rPr></w:style><w:style w:type=\"table\" w:default=\"1\" "
    "w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" "
    "w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"108\" "
    "w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>"
    "</w:tblCellMar></w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name "
    "w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:pPr><w:spacing w:after=\"0\"/>"
    "</w:pPr><w:tblPr><w:tblBorders><w:top "
    "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8B8B8\"/><w:left w:val=\"single\" "
    "w:sz=\"4\" w:space=\"0\" w:color=\"B8B8B8\"/><w:bottom w:val=\"single\" w:sz=\"4\" "
    "w:space=\"0\" w:color=\"B8B8B8\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
    "w:color=\"B8B8B8\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8B8B8\"/>"
    "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8B8B8\"/></w:tblBorders>"
    "</w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd "
    "w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF1F4\"/></w:tcPr></w:tblStylePr></w:style>"
    "</w:styles>";

static struct str styles(struct arena *arena)
{
    static const char *const sizes[] = {"32", "28", "26", "24", "22", "22"};
    struct builder out = builder_make(arena);
    builder_add_c(&out, styles_before);
    for (int level = 1; level <= 6; level++)
        builder_print(
            &out,
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading%d\"><w:name "
            "w:val=\"heading %d\"/><w:basedOn w:val=\"Normal\"/><w:next "
            "w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing "
            "w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"%d\"/></w:pPr>"
            "<w:rPr><w:b/><w:color w:val=\"1F3A5F\"/><w:sz w:val=\"%s\"/></w:rPr></w:style>",
            level, level, level - 1, sizes[level - 1]);
    builder_add_c(&out, styles_behind);
    return builder_str(&out);
}

bool new_package(struct str body, struct str numbering, struct arena *arena, struct str *bytes,
                 struct error *error)
{
    struct str lists =
        arena_print(arena, HEAD "<w:numbering " WORDS ">%.*s</w:numbering>", STR_ARGS(numbering));
    struct str document = arena_print(
        arena, HEAD "<w:document " WORDS " xmlns:r=\"%s\"><w:body>%.*s</w:body></w:document>",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", STR_ARGS(body));
    const struct zip_change parts[] = {
        {.name = STR("[Content_Types].xml"),
         .content =
             STR(HEAD "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml"
                      "\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                      "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE
                      "document.main+xml\"/><Override PartName=\"/word/styles.xml\" "
                      "ContentType=\"" TYPE "styles+xml\"/><Override "
                      "PartName=\"/word/numbering.xml\" ContentType=\"" TYPE
                      "numbering+xml\"/></Types>")},
        {.name = STR("_rels/.rels"),
         .content = STR(HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship "
                             "Id=\"rId1\" Type=\"" OFFICE "officeDocument\" "
                             "Target=\"word/document.xml\"/></Relationships>")},
        {.name = STR("word/document.xml"), .content = document},
        {.name = STR("word/_rels/document.xml.rels"),
         .content = STR(HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship "
                             "Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>"
                             "<Relationship Id=\"rId2\" Type=\"" OFFICE "numbering\" "
                             "Target=\"numbering.xml\"/></Relationships>")},
        {.name = STR("word/styles.xml"), .content = styles(arena)},
        {.name = STR("word/numbering.xml"), .content = lists},
    };
    return zip_write(NULL, parts, sizeof parts / sizeof parts[0], arena, bytes, error);
}

void add_plain_style(struct builder *out, const struct paragraph *paragraph)
{
    uint32_t level = paragraph->level < 1 ? 1 : paragraph->level > 6 ? 6 : paragraph->level;
    switch (paragraph->kind) {
    case PARAGRAPH_TEXT:
        break;
    case PARAGRAPH_HEADING:
        builder_print(out, "<w:pStyle w:val=\"Heading%u\"/>", level);
        break;
    case PARAGRAPH_ITEM:
        builder_add_c(out, "<w:pStyle w:val=\"ListParagraph\"/>");
        break;
    case PARAGRAPH_VERBATIM:
        builder_add_c(out, "<w:pStyle w:val=\"Verbatim\"/>");
        break;
    }
}

// The lists of the new package. Numbers that are digits count by themselves, in lists that begin
// where a number does not follow the one before it; other labels are written as they are.
struct lists {
    struct arena *arena;
    struct builder abstracts;
    struct builder numbers;
    uint32_t count;
    struct {
        uint32_t list;     // number of the list in use at this level, 0: none
        uint32_t last;     // its last number
        struct str behind; // what stands behind the digits: "." or ")"
    } levels[10];
};

// "12." is 12 and "."; false when the label is no number.
static bool read_number(struct str label, uint32_t *number, struct str *behind)
{
    size_t digits = 0;
    *number = 0;
    while (digits < label.length && digits < 6 && label.bytes[digits] >= '0' &&
           label.bytes[digits] <= '9')
        *number = *number * 10 + (uint32_t)(label.bytes[digits++] - '0');
    *behind = str_skip(label, digits);
    return digits > 0 && behind->length <= 2;
}

static uint32_t add_list(struct lists *lists, uint32_t level, const char *format, uint32_t start,
                         struct str text)
{
    uint32_t list = ++lists->count;
    builder_print(&lists->abstracts,
                  "<w:abstractNum w:abstractNumId=\"%u\"><w:multiLevelType "
                  "w:val=\"multilevel\"/>",
                  list);
    builder_print(&lists->abstracts,
                  "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"%u\"/><w:numFmt w:val=\"%s\"/><w:lvlText",
                  level, start, format);
    xml_add_attribute(&lists->abstracts, "w:val", text);
    builder_print(&lists->abstracts,
                  "/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%u\" w:hanging=\"480\"/>"
                  "</w:pPr></w:lvl></w:abstractNum>",
                  480 * (level + 1));
    builder_print(&lists->numbers, "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/></w:num>",
                  list, list);
    return list;
}

// The list that this paragraph is the next item of.
static uint32_t list_of(struct lists *lists, const struct paragraph *paragraph, uint32_t level)
{
    struct str label = paragraph->label.text;
    uint32_t number;
    struct str behind;
    for (uint32_t deeper = level + 1; deeper < 10; deeper++)
        lists->levels[deeper].list = 0;
    if (!read_number(label, &number, &behind)) {
        lists->levels[level].list = 0;
        struct builder text = builder_make(lists->arena);
        for (size_t i = 0; i < label.length; i++) // "%" would count
            if (label.bytes[i] != '%')
                builder_add_byte(&text, label.bytes[i]);
        bool is_dash =
            str_equal(label, STR("-")) || str_equal(label, STR("*")) || str_equal(label, STR("+"));
        return add_list(lists, level, "bullet", 1,
                        is_dash ? STR("\xe2\x80\xa2") : builder_str(&text));
    }
    if (lists->levels[level].list == 0 || number != lists->levels[level].last + 1 ||
        !str_equal(behind, lists->levels[level].behind))
        lists->levels[level].list =
            add_list(lists, level, "decimal", number,
                     arena_print(lists->arena, "%%%u%.*s", level + 1, STR_ARGS(behind)));
    lists->levels[level].last = number;
    lists->levels[level].behind = behind;
    return lists->levels[level].list;
}

static void add_paragraph(const struct document *document, const struct paragraph *paragraph,
                          struct lists *lists, struct builder *out)
{
    builder_add_c(out, "<w:p><w:pPr>");
    add_plain_style(out, paragraph);
    if (paragraph->label.text.length > 0 && paragraph->label.typed_bytes == 0) {
        uint32_t level = paragraph->level < 1 ? 0 : paragraph->level > 9 ? 8 : paragraph->level - 1;
        builder_print(out, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>",
                      level, list_of(lists, paragraph, level));
    }
    builder_add_c(out, "</w:pPr>");
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        const struct text_run *text_run = &document->runs[paragraph->first_run + k];
        builder_add_c(out, "<w:r>");
        builder_add(out, run_properties_of(&document->marks[text_run->marks], lists->arena));
        if (text_run->object != NO_INDEX)
            builder_add_c(out, "<w:pict/>");
        else
            add_run_text(out, str_slice(document->text, text_run->from, text_run->to));
        builder_add_c(out, "</w:r>");
    }
    builder_add_c(out, "</w:p>");
}

static void add_table_start(const struct document *document, uint32_t table, struct builder *out)
{
    builder_add_c(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" "
                       "w:type=\"auto\"/><w:tblLook w:firstRow=\"1\"/></w:tblPr>");
    table_add_grid(document, table, out);
}

static void add_blocks(const struct document *document, uint32_t parent, struct lists *lists,
                       struct builder *out)
{
    const struct block *blocks = document->blocks;
    for (uint32_t b = parent + 1; b < blocks[parent].end; b = blocks[b].end) {
        switch ((int)blocks[b].kind) {
        case BLOCK_PARAGRAPH:
            add_paragraph(document, &document->paragraphs[blocks[b].paragraph], lists, out);
            break;
        case BLOCK_TABLE:
            add_table_start(document, b, out);
            add_blocks(document, b, lists, out);
            builder_add_c(out, "</w:tbl>");
            break;
        case BLOCK_ROW:
            builder_add_c(out, "<w:tr>");
            add_blocks(document, b, lists, out);
            builder_add_c(out, "</w:tr>");
            break;
        case BLOCK_CELL:
            builder_add_c(out, "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>");
            add_blocks(document, b, lists, out);
            builder_add_c(out, "</w:tc>");
            break;
        }
    }
}

bool plain_package(const struct document *document, struct arena *arena, struct str *bytes,
                   struct error *error)
{
    if (document->blocks[0].end != document->block_count)
        return error_at(error, UNSUPPORTED, place_of(document->name),
                        "has notes, which a new Word file cannot take from this format yet");
    struct builder body = builder_make(arena);
    builder_reserve(&body, 2 * document->text.length);
    struct lists lists = {
        .arena = arena, .abstracts = builder_make(arena), .numbers = builder_make(arena)};
    add_blocks(document, 0, &lists, &body);
    builder_add_c(&body, "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" "
                         "w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" "
                         "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>");
    builder_add(&lists.abstracts, builder_str(&lists.numbers));
    return new_package(builder_str(&body), builder_str(&lists.abstracts), arena, bytes, error);
}
