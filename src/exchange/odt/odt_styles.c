// SPDX-License-Identifier: Apache-2.0
#include "exchange/odt/odt_styles.h"

#include "base/list.h"
#include "codec/xml_write.h"

#include <inttypes.h>

#define PARENTS_MOST 64 // styles above a style: more are a circle

// --- Names

static struct str family_of(enum odt_family family)
{
    static const struct str names[FAMILIES] = {
        [FAMILY_PARAGRAPH] = STR_INIT("paragraph"), [FAMILY_TEXT] = STR_INIT("text"),
        [FAMILY_CELL] = STR_INIT("table-cell"),     [FAMILY_ROW] = STR_INIT("table-row"),
        [FAMILY_COLUMN] = STR_INIT("table-column"),
    };
    return names[family];
}

// What the same style is called in Word, where both programs have it.
static const struct {
    const char *name;
    const char *id;
    const char *display;
} same_styles[] = {
    {"Standard", "Normal", "Normal"},
    {"Text_20_body", "BodyText", "Body Text"},
    {"Title", "Title", "Title"},
    {"Subtitle", "Subtitle", "Subtitle"},
    {"Caption", "Caption", "caption"},
    {"Header", "Header", "header"},
    {"Footer", "Footer", "footer"},
    {"Footnote", "FootnoteText", "footnote text"},
    {"Endnote", "EndnoteText", "endnote text"},
    {"List_20_Paragraph", "ListParagraph", "List Paragraph"},
    {"Internet_20_link", "Hyperlink", "Hyperlink"},
    {"Internet_20_Link", "Hyperlink", "Hyperlink"},
    {"Emphasis", "Emphasis", "Emphasis"},
    {"Strong_20_Emphasis", "Strong", "Strong"},
};

// "Heading_20_1" is Heading1, "heading 1".
static bool name_heading(struct odt_style *style, struct arena *arena)
{
    struct str level = str_skip(style->name, sizeof "Heading_20_" - 1);
    bool is_heading = str_starts_with(style->name, STR("Heading_20_")) && level.length == 1 &&
                      level.bytes[0] >= '1' && level.bytes[0] <= '9';
    if (is_heading) {
        style->id = arena_print(arena, "Heading%c", level.bytes[0]);
        style->display = arena_print(arena, "heading %c", level.bytes[0]);
    }
    return is_heading;
}

static struct str plain_id(struct str name, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < name.length && out.length < 200; i++) {
        char c = name.bytes[i];
        if (str_starts_with(str_skip(name, i), STR("_20_")))
            i += 3;
        else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            builder_add_byte(&out, c);
    }
    return out.length == 0 ? STR("Style") : builder_str(&out);
}

static void name_style(struct odt_styles *styles, struct odt_style *style)
{
    bool is_same = name_heading(style, styles->arena);
    for (size_t i = 0; !is_same && i < sizeof same_styles / sizeof *same_styles; i++)
        if (str_equal(style->name, str_of(same_styles[i].name))) {
            style->id = str_of(same_styles[i].id);
            style->display = str_of(same_styles[i].display);
            is_same = true;
        }
    if (!is_same) {
        style->id = plain_id(style->name, styles->arena);
        if (style->display.length == 0)
            style->display = style->name;
    }
    style->id = names_add_numbered(styles->ids, style->id, 'x', 2);
}

// --- Reading

static struct str cell_look(const struct odt_tree *tree, uint32_t node, struct arena *arena)
{
    static const struct {
        const char *side;
        enum odt_word word;
    } sides[] = {{"top", ODT_BORDER_TOP},
                 {"left", ODT_BORDER_LEFT},
                 {"bottom", ODT_BORDER_BOTTOM},
                 {"right", ODT_BORDER_RIGHT}};
    struct builder frames = builder_make(arena);
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        struct str value = odt_value(tree, node, sides[i].word);
        if (value.length == 0)
            value = odt_value(tree, node, ODT_BORDER);
        builder_add(&frames, odt_border(sides[i].side, value, arena));
    }
    if (frames.length > 0)
        builder_print(&out, "<w:tcBorders>%.*s</w:tcBorders>", STR_ARGS(builder_str(&frames)));
    struct str color = odt_color(odt_value(tree, node, ODT_BACKGROUND), arena);
    if (color.length > 0)
        builder_print(&out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%.*s\"/>",
                      STR_ARGS(color));
    if (odt_is(tree, node, ODT_VERTICAL_ALIGN, STR("middle")))
        builder_add_c(&out, "<w:vAlign w:val=\"center\"/>");
    else if (odt_is(tree, node, ODT_VERTICAL_ALIGN, STR("bottom")))
        builder_add_c(&out, "<w:vAlign w:val=\"bottom\"/>");
    return builder_str(&out);
}

static void read_properties(const struct odt_styles *styles, const struct odt_tree *tree,
                            uint32_t node, struct odt_style *style)
{
    struct arena *arena = styles->arena;
    uint32_t cell = odt_child(tree, node, ODT_CELL_PROPERTIES);
    uint32_t row = odt_child(tree, node, ODT_ROW_PROPERTIES);
    uint32_t column = odt_child(tree, node, ODT_COLUMN_PROPERTIES);
    odt_run_look_read(tree, odt_child(tree, node, ODT_TEXT_PROPERTIES), styles->fonts,
                      LIST_ITEMS(&styles->faces, struct str), arena, &style->words);
    odt_paragraph_look_read(tree, odt_child(tree, node, ODT_PARAGRAPH_PROPERTIES), arena,
                            &style->paragraph);
    if (cell != 0)
        style->cell = cell_look(tree, cell, arena);
    style->is_unbroken = row != 0 && odt_is(tree, row, ODT_KEEP_TOGETHER, STR("always"));
    if (column == 0 || !odt_twips(odt_value(tree, column, ODT_COLUMN_WIDTH), &style->width))
        style->width = 0;
}

static void read_style(struct odt_styles *styles, const struct odt_tree *tree, uint32_t node,
                       bool is_named)
{
    for (int f = 0; f < FAMILIES; f++) {
        if (!odt_is(tree, node, ODT_FAMILY, family_of((enum odt_family)f)))
            continue;
        struct names *names = is_named ? styles->names[f] : styles->own_names[f];
        struct list *list = is_named ? &styles->styles[f] : &styles->own[f];
        struct odt_style style = {
            .name = odt_value(tree, node, ODT_STYLE_NAME_OF),
            .display = odt_value(tree, node, ODT_DISPLAY_NAME),
            .parent = odt_value(tree, node, ODT_PARENT_STYLE),
            .is_named = is_named,
            .has_list = odt_has(tree, node, ODT_LIST_STYLE_NAME),
            .list = odt_value(tree, node, ODT_LIST_STYLE_NAME),
            .outline = odt_count(tree, node, ODT_DEFAULT_OUTLINE_LEVEL, 0, 10, 0),
        };
        if (names_add(names, style.name) != list->count)
            return; // the first of two with one name counts
        if (is_named)
            name_style(styles, &style);
        read_properties(styles, tree, node, &style);
        *LIST_ADD(list, struct odt_style) = style;
        return;
    }
}

static void read_fonts(struct odt_styles *styles, const struct odt_tree *tree)
{
    uint32_t faces = odt_child(tree, 0, ODT_FONT_FACES);
    for (uint32_t face = faces + 1; faces != 0 && face < tree->xml.nodes[faces].end;
         face = tree->xml.nodes[face].end) {
        if (odt_word(tree, face) != ODT_FONT_FACE ||
            names_add(styles->fonts, odt_value(tree, face, ODT_STYLE_NAME_OF)) !=
                styles->faces.count)
            continue;
        *LIST_ADD(&styles->faces, struct str) = odt_value(tree, face, ODT_SVG_FONT_FAMILY);
    }
}

static void read_sheet(struct odt_styles *styles, const struct odt_tree *tree, enum odt_word where,
                       bool is_named)
{
    uint32_t sheet = odt_child(tree, 0, where);
    for (uint32_t node = sheet + 1; sheet != 0 && node < tree->xml.nodes[sheet].end;
         node = tree->xml.nodes[node].end) {
        enum odt_word word = odt_word(tree, node);
        bool is_standard = word == ODT_DEFAULT_STYLE && is_named &&
                           odt_is(tree, node, ODT_FAMILY, family_of(FAMILY_PARAGRAPH));
        if (word == ODT_STYLE)
            read_style(styles, tree, node, is_named);
        else if (is_standard)
            read_properties(styles, tree, node, &styles->standard);
    }
}

struct odt_styles *odt_styles_read(const struct odt_tree *content, const struct odt_tree *styles,
                                   struct arena *arena)
{
    struct odt_styles *made = ARENA_NEW(arena, struct odt_styles);
    made->arena = arena;
    made->fonts = names_make(arena);
    made->faces = LIST_MAKE(arena, struct str);
    made->ids = names_make(arena);
    for (int f = 0; f < FAMILIES; f++) {
        made->names[f] = names_make(arena);
        made->own_names[f] = names_make(arena);
        made->styles[f] = LIST_MAKE(arena, struct odt_style);
        made->own[f] = LIST_MAKE(arena, struct odt_style);
    }
    read_fonts(made, content);
    if (styles) {
        read_fonts(made, styles);
        read_sheet(made, styles, ODT_STYLES, true);
    }
    read_sheet(made, content, ODT_AUTOMATIC_STYLES, false);
    return made;
}

// --- Asking

static const struct odt_style *named(const struct odt_styles *styles, enum odt_family family,
                                     struct str name)
{
    uint32_t number = names_find(styles->names[family], name);
    return number == NAMES_NONE ? NULL : LIST_AT(&styles->styles[family], struct odt_style, number);
}

const struct odt_style *odt_style(const struct odt_styles *styles, enum odt_family family,
                                  struct str name)
{
    uint32_t number = names_find(styles->own_names[family], name);
    if (number != NAMES_NONE)
        return LIST_AT(&styles->own[family], struct odt_style, number);
    return named(styles, family, name);
}

bool odt_style_list(const struct odt_styles *styles, struct str name, struct str *list)
{
    const struct odt_style *style = odt_style(styles, FAMILY_PARAGRAPH, name);
    for (int i = 0; style && i < PARENTS_MOST; i++) {
        if (style->has_list) {
            *list = style->list;
            return true;
        }
        style = named(styles, FAMILY_PARAGRAPH, style->parent);
    }
    return false;
}

uint32_t odt_style_outline(const struct odt_styles *styles, struct str name)
{
    const struct odt_style *style = odt_style(styles, FAMILY_PARAGRAPH, name);
    for (int i = 0; style && i < PARENTS_MOST; i++) {
        if (style->outline > 0)
            return style->outline;
        style = named(styles, FAMILY_PARAGRAPH, style->parent);
    }
    return 0;
}

// --- Writing

static void add_style(const struct odt_styles *styles, enum odt_family family,
                      const struct odt_style *style, struct builder *out)
{
    bool is_paragraph = family == FAMILY_PARAGRAPH;
    bool is_standard = str_equal(style->id, STR("Normal"));
    const struct odt_style *parent = named(styles, family, style->parent);
    builder_print(out, "<w:style w:type=\"%s\"%s w:styleId=\"%.*s\"><w:name",
                  is_paragraph ? "paragraph" : "character",
                  is_standard && is_paragraph ? " w:default=\"1\"" : "", STR_ARGS(style->id));
    xml_add_attribute(out, "w:val", style->display);
    builder_add_c(out, "/>");
    if (parent && parent != style)
        builder_print(out, "<w:basedOn w:val=\"%.*s\"/>", STR_ARGS(parent->id));
    builder_add_c(out, "<w:qFormat/>");
    if (is_paragraph) {
        struct odt_paragraph_look look = style->paragraph;
        if (style->outline > 0 && style->outline < 10)
            look.places[PARAGRAPH_OUTLINE] = arena_print(
                styles->arena, "<w:outlineLvl w:val=\"%" PRIu32 "\"/>", style->outline - 1);
        builder_add_c(out, "<w:pPr>");
        odt_paragraph_look_add(&look, out);
        builder_add_c(out, "</w:pPr>");
    }
    builder_add_c(out, "<w:rPr>");
    odt_run_look_add(&style->words, out);
    builder_add_c(out, "</w:rPr></w:style>");
}

struct str odt_styles_part(const struct odt_styles *styles, struct arena *arena)
{
    static const enum odt_family written[] = {FAMILY_PARAGRAPH, FAMILY_TEXT};
    struct builder out = builder_make(arena);
    builder_add_c(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles "
                        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        "<w:docDefaults><w:rPrDefault><w:rPr>");
    odt_run_look_add(&styles->standard.words, &out);
    builder_add_c(&out, "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>");
    odt_paragraph_look_add(&styles->standard.paragraph, &out);
    builder_add_c(&out, "</w:pPr></w:pPrDefault></w:docDefaults>");
    if (!named(styles, FAMILY_PARAGRAPH, STR("Standard")))
        builder_add_c(&out, "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                            "<w:name w:val=\"Normal\"/></w:style>");
    for (size_t f = 0; f < sizeof written / sizeof *written; f++)
        for (size_t i = 0; i < styles->styles[written[f]].count; i++)
            add_style(styles, written[f], LIST_AT(&styles->styles[written[f]], struct odt_style, i),
                      &out);
    builder_add_c(&out, "</w:styles>");
    return builder_str(&out);
}
