// SPDX-License-Identifier: Apache-2.0
#include "exchange/odt/odt_lists.h"

#include "codec/xml_write.h"

#include <inttypes.h>

// How a number is written; what Word has no word for counts in digits.
static const char *format_of(struct str format)
{
    static const struct {
        const char *format;
        const char *word;
    } formats[] = {
        {"1", "decimal"},
        {"a", "lowerLetter"},
        {"A", "upperLetter"},
        {"i", "lowerRoman"},
        {"I", "upperRoman"},
        {"", "none"},
        {"01, 02, 03, ...", "decimalZero"},
        {"1st", "ordinal"},
        {"А, Б, .., Аа, Аб, ... (ru)", "russianUpper"},
        {"а, б, .., аа, аб, ... (ru)", "russianLower"},
        {"А, Б, .., Аа, Бб, ... (ru)", "russianUpper"},
        {"а, б, .., аа, бб, ... (ru)", "russianLower"},
        {"①, ②, ③, ...", "decimalEnclosedCircle"},
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_equal(format, str_of(formats[i].format)))
            return formats[i].word;
    return "decimal";
}

// A percent sign would count.
static void add_plain(struct str text, struct builder *out)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '%')
            builder_add_byte(out, text.bytes[i]);
}

// "%1%.%2%" as "%1.%2"; or what stands around the numbers of the levels that are shown.
static struct str text_of(const struct odt_tree *tree, uint32_t node, uint32_t level,
                          struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct str format = odt_value(tree, node, ODT_LIST_FORMAT);
    for (size_t i = 0; i < format.length && format.length > 0; i++) {
        bool is_number = format.bytes[i] == '%' && i + 2 < format.length &&
                         format.bytes[i + 1] >= '1' && format.bytes[i + 1] <= '9' &&
                         format.bytes[i + 2] == '%';
        builder_add(&out, str_slice(format, i, i + (is_number ? 2 : 1)));
        i += is_number ? 2 : 0;
    }
    if (format.length > 0)
        return builder_str(&out);
    uint32_t shown = odt_count(tree, node, ODT_DISPLAY_LEVELS, 1, level + 1, 1);
    add_plain(odt_value(tree, node, ODT_NUM_PREFIX), &out);
    for (uint32_t i = level + 1 - shown; i <= level; i++)
        builder_print(&out, i < level ? "%%%" PRIu32 "." : "%%%" PRIu32, i + 1);
    add_plain(odt_value(tree, node, ODT_NUM_SUFFIX), &out);
    return builder_str(&out);
}

static struct str indent_of(const struct odt_tree *tree, uint32_t node, struct arena *arena)
{
    uint32_t properties = odt_child(tree, node, ODT_LEVEL_PROPERTIES);
    uint32_t label = properties == 0 ? 0 : odt_child(tree, properties, ODT_LABEL_ALIGNMENT);
    int64_t left = 0;
    int64_t first = 0;
    int64_t before;
    if (label != 0) {
        if (!odt_twips(odt_value(tree, label, ODT_MARGIN_LEFT), &left))
            return STR("");
        if (!odt_twips(odt_value(tree, label, ODT_TEXT_INDENT), &first))
            first = 0;
    } else if (properties != 0 &&
               odt_twips(odt_value(tree, properties, ODT_MIN_LABEL_WIDTH), &left)) {
        first = -left;
        if (odt_twips(odt_value(tree, properties, ODT_SPACE_BEFORE), &before))
            left += before;
    } else {
        return STR("");
    }
    return arena_print(
        arena,
        first < 0 ? "<w:pPr><w:ind w:left=\"%" PRId64 "\" w:hanging=\"%" PRId64 "\"/></w:pPr>"
                  : "<w:pPr><w:ind w:left=\"%" PRId64 "\" w:firstLine=\"%" PRId64 "\"/></w:pPr>",
        left, first < 0 ? -first : first);
}

static void read_level(const struct odt_tree *tree, uint32_t node, struct odt_list_style *style,
                       struct arena *arena)
{
    enum odt_word word = odt_word(tree, node);
    bool is_number = word == ODT_LEVEL_NUMBER || word == ODT_OUTLINE_LEVEL_STYLE;
    bool is_bullet = word == ODT_LEVEL_BULLET || word == ODT_LEVEL_IMAGE;
    uint32_t level = odt_count(tree, node, ODT_LEVEL, 1, 10, 1) - 1;
    if ((!is_number && !is_bullet) || level >= ODT_LEVELS)
        return;
    struct str format = odt_value(tree, node, ODT_NUM_FORMAT);
    struct str bullet = odt_value(tree, node, ODT_BULLET_CHAR);
    struct builder out = builder_make(arena);
    style->starts[level] = odt_count(tree, node, ODT_START_VALUE, 0, 32767, 1);
    style->has_number[level] = is_number && format.length > 0;
    builder_print(&out,
                  "<w:lvl w:ilvl=\"%" PRIu32 "\"><w:start w:val=\"%" PRIu32
                  "\"/><w:numFmt w:val=\"%s\"/><w:lvlText",
                  level, style->starts[level], is_bullet ? "bullet" : format_of(format));
    xml_add_attribute(&out, "w:val",
                      word == ODT_LEVEL_BULLET && bullet.length > 0 ? bullet
                      : is_bullet                                   ? STR("\xe2\x80\xa2")
                      : format.length == 0                          ? STR("")
                                           : text_of(tree, node, level, arena));
    builder_add_c(&out, "/><w:lvlJc w:val=\"left\"/>");
    builder_add(&out, indent_of(tree, node, arena));
    builder_add_c(&out, "</w:lvl>");
    style->levels[level] = builder_str(&out);
}

static void read_list_style(struct odt_lists *lists, const struct odt_tree *tree, uint32_t node)
{
    bool is_outline = odt_word(tree, node) == ODT_OUTLINE_STYLE;
    struct str name = is_outline ? STR("") : odt_value(tree, node, ODT_STYLE_NAME_OF);
    if (names_add(lists->names, name) != lists->styles.count)
        return;
    struct odt_list_style *style = LIST_ADD(&lists->styles, struct odt_list_style);
    for (uint32_t level = node + 1; level < tree->xml.nodes[node].end;
         level = tree->xml.nodes[level].end)
        read_level(tree, level, style, lists->arena);
}

static void read_sheet(struct odt_lists *lists, const struct odt_tree *tree, enum odt_word where)
{
    uint32_t sheet = odt_child(tree, 0, where);
    for (uint32_t node = sheet + 1; sheet != 0 && node < tree->xml.nodes[sheet].end;
         node = tree->xml.nodes[node].end) {
        enum odt_word word = odt_word(tree, node);
        if (word == ODT_LIST_STYLE || word == ODT_OUTLINE_STYLE)
            read_list_style(lists, tree, node);
    }
}

struct odt_lists *odt_lists_read(const struct odt_tree *content, const struct odt_tree *styles,
                                 struct arena *arena)
{
    struct odt_lists *lists = ARENA_NEW(arena, struct odt_lists);
    *lists = (struct odt_lists){
        .arena = arena,
        .names = names_make(arena),
        .styles = LIST_MAKE(arena, struct odt_list_style),
        .ids = names_make(arena),
        .id_nums = LIST_MAKE(arena, uint32_t),
        .abstract_of = LIST_MAKE(arena, uint32_t),
        .plain = ARENA_NEW(arena, struct odt_list_style),
        .abstracts = builder_make(arena),
        .nums = builder_make(arena),
    };
    read_sheet(lists, content, ODT_AUTOMATIC_STYLES); // they stand before named ones of that name
    if (styles)
        read_sheet(lists, styles, ODT_STYLES);
    return lists;
}

struct odt_list_style *odt_list_style(const struct odt_lists *lists, struct str name)
{
    uint32_t number = names_find(lists->names, name);
    return number == NAMES_NONE ? NULL : LIST_AT(&lists->styles, struct odt_list_style, number);
}

struct odt_list_style *odt_list_style_plain(const struct odt_lists *lists)
{
    return lists->plain;
}

static uint32_t begin_num(struct odt_lists *lists, struct odt_list_style *style, uint32_t abstract)
{
    *LIST_ADD(&lists->abstract_of, uint32_t) = abstract;
    style->last = (uint32_t)lists->abstract_of.count;
    style->is_ahead = false;
    builder_print(&lists->nums,
                  "<w:num w:numId=\"%" PRIu32 "\"><w:abstractNumId w:val=\"%" PRIu32 "\"/>",
                  style->last, abstract);
    return style->last;
}

uint32_t odt_num_anew(struct odt_lists *lists, struct odt_list_style *style)
{
    uint32_t abstract = ++lists->abstract_count;
    builder_print(&lists->abstracts,
                  "<w:abstractNum w:abstractNumId=\"%" PRIu32
                  "\"><w:multiLevelType w:val=\"multilevel\"/>",
                  abstract);
    for (uint32_t level = 0; level < ODT_LEVELS; level++)
        builder_add(&lists->abstracts, style->levels[level]);
    builder_add_c(&lists->abstracts, "</w:abstractNum>");
    begin_num(lists, style, abstract);
    builder_add_c(&lists->nums, "</w:num>");
    return style->last;
}

uint32_t odt_num_going_on(struct odt_lists *lists, struct odt_list_style *style)
{
    return style->last > 0 ? style->last : odt_num_anew(lists, style);
}

uint32_t odt_num_from(struct odt_lists *lists, struct odt_list_style *style, uint32_t num,
                      uint32_t level, uint32_t start)
{
    begin_num(lists, style, *LIST_AT(&lists->abstract_of, uint32_t, num - 1));
    builder_print(&lists->nums,
                  "<w:lvlOverride w:ilvl=\"%" PRIu32 "\"><w:startOverride w:val=\"%" PRIu32
                  "\"/></w:lvlOverride></w:num>",
                  level, start);
    return style->last;
}

struct str odt_lists_part(const struct odt_lists *lists, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering "
                  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    builder_add(&out, builder_str(&lists->abstracts));
    builder_add(&out, builder_str(&lists->nums));
    builder_add_c(&out, "</w:numbering>");
    return builder_str(&out);
}
