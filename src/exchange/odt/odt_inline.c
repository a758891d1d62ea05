// SPDX-License-Identifier: Apache-2.0
// The words of a paragraph. White space is one blank however it is written, and none begins a paragraph;
// what more there is stands as an element (OpenDocument 1.3 part 3, 6.1.2).
#include "codec/xml_write.h"
#include "exchange/odt/odt_parts.h"

#include <inttypes.h>

#define BLANKS_MOST 4096 // of one element: nobody means more

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void add_words(struct odt_writer *writer, const struct odt_run_look *look, struct str words)
{
    bool is_struck = writer->struck_by != ODT_NO_REGION;
    struct builder content = builder_make(writer->arena);
    builder_reserve(&content, words.length + 64);
    builder_add_c(&content, is_struck ? "<w:delText xml:space=\"preserve\">"
                                      : "<w:t xml:space=\"preserve\">");
    xml_add_text(&content, words);
    builder_add_c(&content, is_struck ? "</w:delText>" : "</w:t>");
    odt_add_run(writer, look, builder_str(&content));
}

static void add_text(struct odt_writer *writer, const struct odt_run_look *look, struct str text)
{
    struct builder words = builder_make(writer->arena);
    builder_reserve(&words, text.length);
    for (size_t i = 0; i < text.length; i++) {
        bool is_blank = is_white(text.bytes[i]);
        if (!is_blank || !writer->paragraph.drops_space)
            builder_add_byte(&words, is_blank ? ' ' : text.bytes[i]);
        writer->paragraph.drops_space = is_blank;
    }
    if (words.length > 0)
        add_words(writer, look, builder_str(&words));
}

static bool add_blanks(struct odt_writer *writer, const struct odt_run_look *look, uint32_t node)
{
    uint32_t count = odt_count(writer->tree, node, ODT_C, 1, BLANKS_MOST, 1);
    struct builder blanks = builder_make(writer->arena);
    if (!odt_repeat(writer, count))
        return false;
    builder_add_spaces(&blanks, count);
    add_words(writer, look, builder_str(&blanks));
    writer->paragraph.drops_space = false;
    return true;
}

static void add_mark(struct odt_writer *writer, const struct odt_run_look *look, const char *mark)
{
    odt_add_run(writer, look, str_of(mark));
    writer->paragraph.drops_space = false;
}

static void add_bookmark(struct odt_writer *writer, uint32_t node, enum odt_word word)
{
    struct builder *out = &writer->paragraph.content;
    struct str name = odt_value(writer->tree, node, ODT_NAME);
    uint32_t known = names_find(writer->bookmarks, name);
    if (word != ODT_BOOKMARK_END) {
        if (known != NAMES_NONE)
            return; // the first of two with one name counts
        known = names_add(writer->bookmarks, name);
        builder_print(out, "<w:bookmarkStart w:id=\"%" PRIu32 "\"", known);
        xml_add_attribute(out, "w:name", name);
        builder_add_c(out, "/>");
    }
    if (word != ODT_BOOKMARK_START && known != NAMES_NONE)
        builder_print(out, "<w:bookmarkEnd w:id=\"%" PRIu32 "\"/>", known);
}

static bool add_link(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look)
{
    struct str target = odt_value(writer->tree, node, ODT_HREF);
    struct odt_run_look own = *look;
    const struct odt_style *style =
        odt_style(writer->styles, FAMILY_TEXT, odt_value(writer->tree, node, ODT_STYLE_NAME));
    if (style && style->is_named)
        own.style = style->id;
    if (target.length == 0 || writer->paragraph.link.length > 0)
        return odt_add_inline(writer, node, &own);
    struct builder tag = builder_make(writer->arena);
    builder_add_c(&tag, "<w:hyperlink");
    if (target.bytes[0] == '#')
        xml_add_attribute(&tag, "w:anchor", str_skip(target, 1));
    else
        xml_add_attribute(&tag, "r:id", odt_relation(writer, "hyperlink", target, true));
    builder_add_c(&tag, ">");
    writer->paragraph.link = builder_str(&tag);
    builder_add(&writer->paragraph.content, writer->paragraph.link);
    bool done = odt_add_inline(writer, node, &own);
    builder_add_c(&writer->paragraph.content, "</w:hyperlink>");
    writer->paragraph.link = STR("");
    return done;
}

// A field that Word brings up to date; what is tracked is words.
static bool add_field(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look,
                      struct str code)
{
    struct builder *out = &writer->paragraph.content;
    if (code.length == 0 || writer->struck_by != ODT_NO_REGION ||
        odt_open_insertion(writer) != ODT_NO_REGION)
        return odt_add_inline(writer, node, look);
    builder_add_c(out, "<w:fldSimple");
    xml_add_attribute(out, "w:instr", code);
    builder_add_c(out, ">");
    bool done = odt_add_inline(writer, node, look);
    builder_add_c(out, "</w:fldSimple>");
    return done;
}

static bool add_reference(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look)
{
    static const struct {
        const char *format;
        const char *field;
        const char *how;
    } formats[] = {
        {"page", "PAGEREF", ""},
        {"number", "REF", " \\r"},
        {"number-no-superior", "REF", " \\n"},
        {"number-all-superior", "REF", " \\w"},
        {"text", "REF", ""},
    };
    struct str format = odt_value(writer->tree, node, ODT_REFERENCE_FORMAT);
    struct str code = STR("");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_equal(format, str_of(formats[i].format)))
            code =
                arena_print(writer->arena, " %s %.*s%s \\h ", formats[i].field,
                            STR_ARGS(odt_value(writer->tree, node, ODT_REF_NAME)), formats[i].how);
    return add_field(writer, node, look, code);
}

// What is not the text's own words: a fixed date is.
static struct str code_of(const struct odt_writer *writer, uint32_t node, enum odt_word word)
{
    if (odt_is(writer->tree, node, ODT_FIXED, STR("true")))
        return STR("");
    return word == ODT_PAGE_NUMBER  ? STR(" PAGE ")
           : word == ODT_PAGE_COUNT ? STR(" NUMPAGES ")
           : word == ODT_TODAY      ? STR(" DATE ")
                                    : STR(" TIME ");
}

static bool add_span(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look)
{
    const struct odt_style *style =
        odt_style(writer->styles, FAMILY_TEXT, odt_value(writer->tree, node, ODT_STYLE_NAME));
    if (!style)
        return odt_add_inline(writer, node, look);
    struct odt_run_look own = *look;
    if (style->is_named) {
        own.style = style->id;
    } else {
        const struct odt_style *parent = odt_style(writer->styles, FAMILY_TEXT, style->parent);
        if (parent && parent->is_named)
            own.style = parent->id;
        odt_run_look_over(&own, &style->words);
    }
    return odt_add_inline(writer, node, &own);
}

static bool add_child(struct odt_writer *writer, uint32_t child, const struct odt_run_look *look)
{
    enum odt_word word = odt_word(writer->tree, child);
    switch ((int)word) {
    case ODT_CHARACTERS:
        add_text(writer, look, xml_text(&writer->tree->xml, child));
        return true;
    case ODT_SPAN:
        return add_span(writer, child, look);
    case ODT_A:
        return add_link(writer, child, look);
    case ODT_FIELD:
        return odt_add_inline(writer, child, look);
    case ODT_S:
        return add_blanks(writer, look, child);
    case ODT_TAB:
        add_mark(writer, look, "<w:tab/>");
        return true;
    case ODT_LINE_BREAK:
        add_mark(writer, look, "<w:br/>");
        return true;
    case ODT_BOOKMARK:
    case ODT_BOOKMARK_START:
    case ODT_BOOKMARK_END:
        add_bookmark(writer, child, word);
        return true;
    case ODT_BOOKMARK_REF:
        return add_reference(writer, child, look);
    case ODT_PAGE_NUMBER:
    case ODT_PAGE_COUNT:
    case ODT_TODAY:
    case ODT_NOW:
        return add_field(writer, child, look, code_of(writer, child, word));
    case ODT_CHANGE:
        return odt_change_point(writer, child);
    case ODT_CHANGE_START:
        odt_change_start(writer, child);
        return true;
    case ODT_CHANGE_END:
        odt_change_end(writer, child);
        return true;
    case ODT_NOTE:
        return odt_add_note(writer, child, look);
    case ODT_ANNOTATION:
        return odt_add_comment(writer, child);
    case ODT_ANNOTATION_END:
        odt_end_comment(writer, child);
        return true;
    case ODT_FRAME:
    case ODT_SHAPE:
        return odt_add_frame(writer, child, look);
    }
    return true; // other vocabularies say nothing here
}

// White space between two elements is no node of the tree: it stands in the bytes between them.
static bool has_white(const struct odt_writer *writer, uint32_t from, uint32_t to)
{
    struct str gap = str_slice(writer->tree->xml.source, from, to);
    return gap.length > 0 && (is_white(gap.bytes[0]) || is_white(gap.bytes[gap.length - 1]));
}

bool odt_add_inline(struct odt_writer *writer, uint32_t node, const struct odt_run_look *look)
{
    const struct xml_node *nodes = writer->tree->xml.nodes;
    uint32_t behind = nodes[node].open_to;
    bool is_behind_text = false;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        bool is_text = nodes[child].name == XML_TEXT;
        if (!is_text && !is_behind_text && has_white(writer, behind, nodes[child].from))
            add_text(writer, look, STR(" "));
        if (!add_child(writer, child, look))
            return false;
        behind = nodes[child].to;
        is_behind_text = is_text;
    }
    if (!is_behind_text && has_white(writer, behind, nodes[node].close_from))
        add_text(writer, look, STR(" "));
    return true;
}
