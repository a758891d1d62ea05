// SPDX-License-Identifier: Apache-2.0
// Paragraphs, headings and lists.
#include "codec/xml_write.h"
#include "exchange/odt/odt_parts.h"

#include <inttypes.h>

// --- How it looks

static void number(struct odt_writer *writer, uint32_t num, uint32_t level,
                   struct odt_paragraph_look *look)
{
    look->places[PARAGRAPH_NUMBER] = arena_print(writer->arena,
                                                 "<w:numPr><w:ilvl w:val=\"%" PRIu32
                                                 "\"/><w:numId w:val=\"%" PRIu32 "\"/></w:numPr>",
                                                 level, num);
}

// The list by which a heading outside all lists counts; NULL: it does not.
static struct odt_list_style *outline_of(const struct odt_writer *writer, uint32_t node,
                                         uint32_t level)
{
    struct str name = STR("");
    bool says =
        odt_style_list(writer->styles, odt_value(writer->tree, node, ODT_STYLE_NAME), &name);
    if ((says && name.length == 0) || level == 0 || level > ODT_LEVELS ||
        odt_is(writer->tree, node, ODT_IS_LIST_HEADER, STR("true")))
        return NULL;
    struct odt_list_style *style = odt_list_style(writer->lists, name);
    return style && style->has_number[level - 1] ? style : NULL;
}

static void number_heading(struct odt_writer *writer, uint32_t node, uint32_t level,
                           struct odt_paragraph_look *look)
{
    struct odt_list_style *style = outline_of(writer, node, level);
    if (!style)
        return;
    bool restarts = odt_is(writer->tree, node, ODT_RESTART_NUMBERING, STR("true"));
    uint32_t num =
        restarts
            ? odt_num_from(writer->lists, style, odt_num_going_on(writer->lists, style), level - 1,
                           odt_count(writer->tree, node, ODT_START_VALUE, 0, 32767, 1))
            : odt_num_going_on(writer->lists, style);
    number(writer, num, level - 1, look);
}

static void read_looks(struct odt_writer *writer, uint32_t node, struct odt_list_place *place,
                       struct odt_paragraph_look *look, struct odt_run_look *words)
{
    struct str name = odt_value(writer->tree, node, ODT_STYLE_NAME);
    const struct odt_style *style = odt_style(writer->styles, FAMILY_PARAGRAPH, name);
    if (style && style->is_named) {
        look->style = style->id;
    } else if (style) {
        const struct odt_style *parent = odt_style(writer->styles, FAMILY_PARAGRAPH, style->parent);
        if (parent && parent->is_named)
            look->style = parent->id;
        odt_paragraph_look_over(look, &style->paragraph);
        *words = style->words;
    }
    bool is_heading = odt_word(writer->tree, node) == ODT_H;
    uint32_t level = odt_count(writer->tree, node, ODT_OUTLINE_LEVEL, 1, 10, 1);
    if (is_heading && level <= ODT_LEVELS && level != odt_style_outline(writer->styles, name))
        look->places[PARAGRAPH_OUTLINE] =
            arena_print(writer->arena, "<w:outlineLvl w:val=\"%" PRIu32 "\"/>", level - 1);
    if (place && place->has_number && place->style->levels[place->level].length > 0)
        number(writer, *place->num, place->level, look);
    else if (is_heading && !place)
        number_heading(writer, node, level, look);
    if (place)
        place->has_number = false;
}

// --- One paragraph

static bool looks_differ(const struct odt_paragraph_look *one,
                         const struct odt_paragraph_look *other)
{
    bool differ = !str_equal(one->style, other->style);
    for (size_t i = 0; i < PARAGRAPH_PLACES; i++)
        differ = differ || !str_equal(one->places[i], other->places[i]);
    return differ;
}

// The first of the struck paragraphs goes on where the open one stands, the last one leads back to it: its
// own look was another, and goes with what is struck.
static bool add_struck_paragraph(struct odt_writer *writer, uint32_t node,
                                 struct odt_list_place *place)
{
    struct odt_struck *struck = writer->struck;
    struct odt_paragraph_look look = {.style = STR("")};
    struct odt_run_look words = {.style = STR("")};
    read_looks(writer, node, place, &look, &words);
    bool is_last = --struck->left == 0;
    if (struck->is_first) {
        if (struck->began_empty && !is_last)
            writer->paragraph.look = look;
    } else {
        if (writer->paragraph.is_open && !odt_paragraph_end(writer, true))
            return false;
        odt_paragraph_begin(writer, is_last ? &struck->around : &look, &words);
        writer->paragraph.had = look;
        writer->paragraph.had_until = writer->struck_by;
        // A last one without words only says that the one before it was struck whole.
        writer->paragraph.has_had = is_last && looks_differ(&look, &struck->around) &&
                                    writer->tree->xml.nodes[node].end > node + 1;
    }
    struck->is_first = false;
    writer->paragraph.drops_space = true;
    writer->struck = NULL;
    bool done = odt_add_inline(writer, node, &words);
    writer->struck = struck;
    return done;
}

static bool add_paragraph(struct odt_writer *writer, uint32_t node, struct odt_list_place *place)
{
    if (writer->struck)
        return add_struck_paragraph(writer, node, place);
    struct odt_paragraph_look look = {.style = STR("")};
    struct odt_run_look words = {.style = STR("")};
    read_looks(writer, node, place, &look, &words);
    odt_paragraph_begin(writer, &look, &words);
    return odt_add_inline(writer, node, &words) &&
           odt_paragraph_end(writer, writer->struck_by != ODT_NO_REGION);
}

// --- Lists

// The first paragraph in a list, whose style may say which list it is.
static uint32_t first_paragraph(const struct odt_tree *tree, uint32_t list)
{
    for (uint32_t i = list + 1; i < tree->xml.nodes[list].end; i++)
        if (odt_word(tree, i) == ODT_P || odt_word(tree, i) == ODT_H)
            return i;
    return 0;
}

static struct odt_list_style *style_of_list(const struct odt_writer *writer, uint32_t node,
                                            const struct odt_list_place *outer)
{
    struct str name = odt_value(writer->tree, node, ODT_STYLE_NAME);
    struct odt_list_style *style = name.length > 0 ? odt_list_style(writer->lists, name) : NULL;
    if (style || outer)
        return style ? style : outer->style;
    uint32_t first = first_paragraph(writer->tree, node);
    return odt_style_list(writer->styles, odt_value(writer->tree, first, ODT_STYLE_NAME), &name) &&
                   name.length > 0
               ? odt_list_style(writer->lists, name)
               : NULL;
}

static uint32_t num_of_list(struct odt_writer *writer, uint32_t node, struct odt_list_style *style)
{
    struct str continued = odt_value(writer->tree, node, ODT_CONTINUE_LIST);
    uint32_t id = continued.length > 0 ? names_find(writer->lists->ids, continued) : NAMES_NONE;
    if (id != NAMES_NONE)
        return style->last = *LIST_AT(&writer->lists->id_nums, uint32_t, id);
    bool is_struck = writer->struck_by != ODT_NO_REGION;
    bool is_ahead = is_struck && style->last == 0;
    bool goes_on = is_struck || style->is_ahead || continued.length > 0 ||
                   odt_is(writer->tree, node, ODT_CONTINUE_NUMBERING, STR("true"));
    uint32_t num =
        goes_on ? odt_num_going_on(writer->lists, style) : odt_num_anew(writer->lists, style);
    style->is_ahead = is_ahead;
    return num;
}

static bool add_items(struct odt_writer *writer, uint32_t list, struct odt_list_place *place)
{
    const struct xml_node *nodes = writer->tree->xml.nodes;
    for (uint32_t item = list + 1; item < nodes[list].end; item = nodes[item].end) {
        enum odt_word word = odt_word(writer->tree, item);
        if (word != ODT_LIST_ITEM && word != ODT_LIST_HEADER)
            continue;
        if (odt_has(writer->tree, item, ODT_START_VALUE))
            *place->num = odt_num_from(writer->lists, place->style, *place->num, place->level,
                                       odt_count(writer->tree, item, ODT_START_VALUE, 0, 32767, 1));
        place->has_number = word == ODT_LIST_ITEM;
        if (!odt_add_blocks(writer, item, place))
            return false;
    }
    return true;
}

static void remember_list(struct odt_writer *writer, uint32_t node, uint32_t num)
{
    struct str id = odt_value(writer->tree, node, ODT_XML_ID);
    if (id.length > 0 && names_add(writer->lists->ids, id) == writer->lists->id_nums.count)
        *LIST_ADD(&writer->lists->id_nums, uint32_t) = num;
}

// A list in a list stands a level below; with another style it counts by itself.
static bool add_list(struct odt_writer *writer, uint32_t node, struct odt_list_place *outer)
{
    struct odt_list_style *style = style_of_list(writer, node, outer);
    if (!style)
        style = odt_list_style_plain(writer->lists);
    bool is_same = outer && style == outer->style;
    uint32_t num = is_same ? *outer->num : num_of_list(writer, node, style);
    uint32_t level = outer ? outer->level + 1 : 0;
    struct odt_list_place place = {.style = style,
                                   .num = is_same ? outer->num : &num,
                                   .level = level < ODT_LEVELS ? level : ODT_LEVELS - 1};
    if (!add_items(writer, node, &place))
        return false;
    remember_list(writer, node, *place.num);
    if (outer)
        outer->has_number = false;
    return true;
}

// --- All blocks

static uint32_t count_of_paragraphs(const struct odt_tree *tree, uint32_t node)
{
    uint32_t count = 0;
    for (uint32_t i = node + 1; i < tree->xml.nodes[node].end; i++)
        count += odt_word(tree, i) == ODT_P || odt_word(tree, i) == ODT_H;
    return count;
}

// What a program made of the text itself stands in a field, from its first paragraph to its last.
static bool add_contents(struct odt_writer *writer, uint32_t node, const char *field)
{
    uint32_t body = odt_child(writer->tree, node, ODT_INDEX_BODY);
    uint32_t count = body == 0 ? 0 : count_of_paragraphs(writer->tree, body);
    if (count == 0)
        return true;
    writer->contents_left = count;
    writer->prefix = arena_print(writer->arena,
                                 "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                                 "xml:space=\"preserve\"> %s </w:instrText></w:r><w:r><w:fldChar "
                                 "w:fldCharType=\"separate\"/></w:r>",
                                 field);
    return odt_add_blocks(writer, body, NULL);
}

static bool add_numbered(struct odt_writer *writer, uint32_t node)
{
    struct odt_list_style *style =
        odt_list_style(writer->lists, odt_value(writer->tree, node, ODT_STYLE_NAME));
    if (!style)
        return odt_add_blocks(writer, node, NULL);
    uint32_t num = odt_num_going_on(writer->lists, style);
    struct odt_list_place place = {
        .style = style,
        .num = &num,
        .level = odt_count(writer->tree, node, ODT_LEVEL, 1, ODT_LEVELS, 1) - 1,
        .has_number = true};
    return odt_add_blocks(writer, node, &place);
}

static bool add_block(struct odt_writer *writer, uint32_t child, struct odt_list_place *place)
{
    switch ((int)odt_word(writer->tree, child)) {
    case ODT_P:
    case ODT_H:
        return add_paragraph(writer, child, place);
    case ODT_LIST:
        return add_list(writer, child, place);
    case ODT_NUMBERED_PARAGRAPH:
        return add_numbered(writer, child);
    case ODT_SECTION:
    case ODT_INDEX_TITLE:
        return odt_add_blocks(writer, child, place);
    case ODT_TABLE:
        return odt_add_table(writer, child);
    case ODT_CONTENTS:
        return add_contents(writer, child, "TOC");
    case ODT_OTHER_INDEX:
        return add_contents(writer, child, "INDEX");
    case ODT_CHANGE:
        return odt_change_point(writer, child);
    case ODT_CHANGE_START:
        odt_change_start(writer, child);
        return true;
    case ODT_CHANGE_END:
        odt_change_end(writer, child);
        return true;
    case ODT_FRAME:
    case ODT_SHAPE:
        return odt_keep_frame(writer, child);
    }
    return true;
}

bool odt_add_blocks(struct odt_writer *writer, uint32_t node, struct odt_list_place *place)
{
    const struct xml_node *nodes = writer->tree->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end)
        if (!add_block(writer, child, place))
            return false;
    return true;
}
