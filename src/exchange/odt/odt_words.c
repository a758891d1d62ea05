// SPDX-License-Identifier: Apache-2.0
#include "exchange/odt/odt_words.h"

#include "base/builder.h"

static const char *const words[ODT_WORD_COUNT] = {
    [ODT_BODY] = "office:body",
    [ODT_TEXT] = "office:text",
    [ODT_STYLES] = "office:styles",
    [ODT_AUTOMATIC_STYLES] = "office:automatic-styles",
    [ODT_FONT_FACES] = "office:font-face-decls",
    [ODT_FONT_FACE] = "style:font-face",
    [ODT_MASTER_STYLES] = "office:master-styles",
    [ODT_MASTER_PAGE] = "style:master-page",
    [ODT_HEADER] = "style:header",
    [ODT_FOOTER] = "style:footer",
    [ODT_PAGE_LAYOUT] = "style:page-layout",
    [ODT_PAGE_LAYOUT_PROPERTIES] = "style:page-layout-properties",
    [ODT_P] = "text:p",
    [ODT_H] = "text:h",
    [ODT_LIST] = "text:list",
    [ODT_LIST_ITEM] = "text:list-item",
    [ODT_LIST_HEADER] = "text:list-header",
    [ODT_NUMBERED_PARAGRAPH] = "text:numbered-paragraph",
    [ODT_SECTION] = "text:section",
    [ODT_CONTENTS] = "text:table-of-content",
    [ODT_INDEX_BODY] = "text:index-body",
    [ODT_INDEX_TITLE] = "text:index-title",
    [ODT_TABLE] = "table:table",
    [ODT_TABLE_COLUMN] = "table:table-column",
    [ODT_TABLE_ROW] = "table:table-row",
    [ODT_TABLE_CELL] = "table:table-cell",
    [ODT_COVERED_CELL] = "table:covered-table-cell",
    [ODT_TABLE_HEADER_ROWS] = "table:table-header-rows",
    [ODT_SPAN] = "text:span",
    [ODT_A] = "text:a",
    [ODT_S] = "text:s",
    [ODT_TAB] = "text:tab",
    [ODT_LINE_BREAK] = "text:line-break",
    [ODT_NOTE] = "text:note",
    [ODT_NOTE_BODY] = "text:note-body",
    [ODT_BOOKMARK] = "text:bookmark",
    [ODT_BOOKMARK_START] = "text:bookmark-start",
    [ODT_BOOKMARK_END] = "text:bookmark-end",
    [ODT_BOOKMARK_REF] = "text:bookmark-ref",
    [ODT_PAGE_NUMBER] = "text:page-number",
    [ODT_PAGE_COUNT] = "text:page-count",
    [ODT_TODAY] = "text:date",
    [ODT_NOW] = "text:time",
    [ODT_ANNOTATION] = "office:annotation",
    [ODT_ANNOTATION_END] = "office:annotation-end",
    [ODT_FRAME] = "draw:frame",
    [ODT_IMAGE] = "draw:image",
    [ODT_TEXT_BOX] = "draw:text-box",
    [ODT_OBJECT] = "draw:object",
    [ODT_DESCRIPTION] = "svg:desc",
    [ODT_TRACKED_CHANGES] = "text:tracked-changes",
    [ODT_CHANGED_REGION] = "text:changed-region",
    [ODT_INSERTION] = "text:insertion",
    [ODT_DELETION] = "text:deletion",
    [ODT_FORMAT_CHANGE] = "text:format-change",
    [ODT_CHANGE_INFO] = "office:change-info",
    [ODT_CREATOR] = "dc:creator",
    [ODT_DATE] = "dc:date",
    [ODT_CHANGE] = "text:change",
    [ODT_CHANGE_START] = "text:change-start",
    [ODT_CHANGE_END] = "text:change-end",
    [ODT_STYLE] = "style:style",
    [ODT_DEFAULT_STYLE] = "style:default-style",
    [ODT_TEXT_PROPERTIES] = "style:text-properties",
    [ODT_PARAGRAPH_PROPERTIES] = "style:paragraph-properties",
    [ODT_CELL_PROPERTIES] = "style:table-cell-properties",
    [ODT_ROW_PROPERTIES] = "style:table-row-properties",
    [ODT_COLUMN_PROPERTIES] = "style:table-column-properties",
    [ODT_TAB_STOPS] = "style:tab-stops",
    [ODT_TAB_STOP] = "style:tab-stop",
    [ODT_LIST_STYLE] = "text:list-style",
    [ODT_OUTLINE_STYLE] = "text:outline-style",
    [ODT_OUTLINE_LEVEL_STYLE] = "text:outline-level-style",
    [ODT_LEVEL_NUMBER] = "text:list-level-style-number",
    [ODT_LEVEL_BULLET] = "text:list-level-style-bullet",
    [ODT_LEVEL_IMAGE] = "text:list-level-style-image",
    [ODT_LEVEL_PROPERTIES] = "style:list-level-properties",
    [ODT_LABEL_ALIGNMENT] = "style:list-level-label-alignment",
    [ODT_STYLE_NAME] = "text:style-name",
    [ODT_CELL_STYLE_NAME] = "table:style-name",
    [ODT_OUTLINE_LEVEL] = "text:outline-level",
    [ODT_IS_LIST_HEADER] = "text:is-list-header",
    [ODT_RESTART_NUMBERING] = "text:restart-numbering",
    [ODT_START_VALUE] = "text:start-value",
    [ODT_CONTINUE_NUMBERING] = "text:continue-numbering",
    [ODT_CONTINUE_LIST] = "text:continue-list",
    [ODT_XML_ID] = "xml:id",
    [ODT_ID] = "text:id",
    [ODT_CHANGE_ID] = "text:change-id",
    [ODT_C] = "text:c",
    [ODT_NAME] = "text:name",
    [ODT_REF_NAME] = "text:ref-name",
    [ODT_REFERENCE_FORMAT] = "text:reference-format",
    [ODT_FIXED] = "text:fixed",
    [ODT_NOTE_CLASS] = "text:note-class",
    [ODT_OFFICE_NAME] = "office:name",
    [ODT_HREF] = "xlink:href",
    [ODT_WIDTH] = "svg:width",
    [ODT_HEIGHT] = "svg:height",
    [ODT_COLUMNS_REPEATED] = "table:number-columns-repeated",
    [ODT_ROWS_REPEATED] = "table:number-rows-repeated",
    [ODT_COLUMNS_SPANNED] = "table:number-columns-spanned",
    [ODT_ROWS_SPANNED] = "table:number-rows-spanned",
    [ODT_LEVEL] = "text:level",
    [ODT_DISPLAY_LEVELS] = "text:display-levels",
    [ODT_NUM_FORMAT] = "style:num-format",
    [ODT_NUM_PREFIX] = "style:num-prefix",
    [ODT_NUM_SUFFIX] = "style:num-suffix",
    [ODT_LIST_FORMAT] = "loext:num-list-format",
    [ODT_BULLET_CHAR] = "text:bullet-char",
    [ODT_STYLE_NAME_OF] = "style:name",
    [ODT_DISPLAY_NAME] = "style:display-name",
    [ODT_FAMILY] = "style:family",
    [ODT_PARENT_STYLE] = "style:parent-style-name",
    [ODT_LIST_STYLE_NAME] = "style:list-style-name",
    [ODT_DEFAULT_OUTLINE_LEVEL] = "style:default-outline-level",
    [ODT_PAGE_LAYOUT_NAME] = "style:page-layout-name",
    [ODT_FONT_NAME] = "style:font-name",
    [ODT_SVG_FONT_FAMILY] = "svg:font-family",
    [ODT_FO_FONT_FAMILY] = "fo:font-family",
    [ODT_FONT_WEIGHT] = "fo:font-weight",
    [ODT_FONT_STYLE] = "fo:font-style",
    [ODT_FONT_SIZE] = "fo:font-size",
    [ODT_UNDERLINE_STYLE] = "style:text-underline-style",
    [ODT_UNDERLINE_TYPE] = "style:text-underline-type",
    [ODT_THROUGH_STYLE] = "style:text-line-through-style",
    [ODT_THROUGH_TYPE] = "style:text-line-through-type",
    [ODT_TEXT_POSITION] = "style:text-position",
    [ODT_COLOR] = "fo:color",
    [ODT_BACKGROUND] = "fo:background-color",
    [ODT_FONT_VARIANT] = "fo:font-variant",
    [ODT_TEXT_TRANSFORM] = "fo:text-transform",
    [ODT_TEXT_DISPLAY] = "text:display",
    [ODT_LANGUAGE] = "fo:language",
    [ODT_COUNTRY] = "fo:country",
    [ODT_LETTER_SPACING] = "fo:letter-spacing",
    [ODT_TEXT_ALIGN] = "fo:text-align",
    [ODT_MARGIN_LEFT] = "fo:margin-left",
    [ODT_MARGIN_RIGHT] = "fo:margin-right",
    [ODT_MARGIN_TOP] = "fo:margin-top",
    [ODT_MARGIN_BOTTOM] = "fo:margin-bottom",
    [ODT_TEXT_INDENT] = "fo:text-indent",
    [ODT_LINE_HEIGHT] = "fo:line-height",
    [ODT_KEEP_WITH_NEXT] = "fo:keep-with-next",
    [ODT_KEEP_TOGETHER] = "fo:keep-together",
    [ODT_BREAK_BEFORE] = "fo:break-before",
    [ODT_WRITING_MODE] = "style:writing-mode",
    [ODT_POSITION] = "style:position",
    [ODT_TYPE] = "style:type",
    [ODT_BORDER] = "fo:border",
    [ODT_BORDER_TOP] = "fo:border-top",
    [ODT_BORDER_LEFT] = "fo:border-left",
    [ODT_BORDER_BOTTOM] = "fo:border-bottom",
    [ODT_BORDER_RIGHT] = "fo:border-right",
    [ODT_VERTICAL_ALIGN] = "style:vertical-align",
    [ODT_COLUMN_WIDTH] = "style:column-width",
    [ODT_PAGE_WIDTH] = "fo:page-width",
    [ODT_PAGE_HEIGHT] = "fo:page-height",
    [ODT_SPACE_BEFORE] = "text:space-before",
    [ODT_MIN_LABEL_WIDTH] = "text:min-label-width",
};

// Several names for what is treated alike.
static const struct {
    const char *name;
    enum odt_word word;
} alike[] = {
    {"text:alphabetical-index", ODT_OTHER_INDEX},
    {"text:user-index", ODT_OTHER_INDEX},
    {"text:illustration-index", ODT_OTHER_INDEX},
    {"text:table-index", ODT_OTHER_INDEX},
    {"text:object-index", ODT_OTHER_INDEX},
    {"text:bibliography", ODT_OTHER_INDEX},
    {"table:table-rows", ODT_TABLE_GROUP},
    {"table:table-row-group", ODT_TABLE_GROUP},
    {"table:table-columns", ODT_TABLE_GROUP},
    {"table:table-header-columns", ODT_TABLE_GROUP},
    {"table:table-column-group", ODT_TABLE_GROUP},
    {"text:soft-page-break", ODT_SILENT},
    {"text:number", ODT_SILENT},
    {"text:ruby-text", ODT_SILENT},
    {"text:note-citation", ODT_SILENT},
    {"text:script", ODT_SILENT},
    {"text:table-of-content-source", ODT_SILENT},
    {"text:sequence-decls", ODT_SILENT},
    {"text:variable-decls", ODT_SILENT},
    {"text:user-field-decls", ODT_SILENT},
    {"text:dde-connection-decls", ODT_SILENT},
    {"text:alphabetical-index-auto-mark-file", ODT_SILENT},
    {"draw:a", ODT_FIELD}, // a link around a frame
    {"draw:g", ODT_SHAPE},
    {"draw:custom-shape", ODT_SHAPE},
    {"draw:rect", ODT_SHAPE},
    {"draw:line", ODT_SHAPE},
    {"draw:ellipse", ODT_SHAPE},
    {"draw:circle", ODT_SHAPE},
    {"draw:polyline", ODT_SHAPE},
    {"draw:polygon", ODT_SHAPE},
    {"draw:path", ODT_SHAPE},
    {"draw:connector", ODT_SHAPE},
    {"draw:caption", ODT_SHAPE},
    {"draw:control", ODT_SHAPE},
    {"draw:measure", ODT_SHAPE},
    {"loext:content-control", ODT_FIELD},
};

static const struct {
    struct str space;
    const char *prefix;
} spaces[] = {
    {STR_INIT("urn:oasis:names:tc:opendocument:xmlns:text:1.0"), "text"},
    {STR_INIT("urn:oasis:names:tc:opendocument:xmlns:office:1.0"), "office"},
    {STR_INIT("urn:oasis:names:tc:opendocument:xmlns:style:1.0"), "style"},
    {STR_INIT("urn:oasis:names:tc:opendocument:xmlns:table:1.0"), "table"},
    {STR_INIT("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"), "draw"},
    {STR_INIT("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"), "fo"},
    {STR_INIT("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"), "svg"},
    {STR_INIT("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"), "loext"},
    {STR_INIT("http://purl.org/dc/elements/1.1/"), "dc"},
    {STR_INIT("http://www.w3.org/1999/xlink"), "xlink"},
    {STR_INIT("http://www.w3.org/XML/1998/namespace"), "xml"},
};

// "namespace local" as "prefix:local"; empty for other vocabularies.
static struct str prefixed(struct str name, struct builder *scratch)
{
    size_t blank = str_behind_last(name, ' ');
    builder_cut(scratch, 0);
    for (size_t i = 0; blank > 0 && i < sizeof spaces / sizeof *spaces; i++)
        if (str_equal(str_slice(name, 0, blank - 1), spaces[i].space)) {
            builder_print(scratch, "%s:", spaces[i].prefix);
            builder_add(scratch, str_skip(name, blank));
            break;
        }
    return builder_str(scratch);
}

static const uint8_t *words_of_names(const struct xml *xml, struct arena *arena)
{
    uint32_t count = names_count(xml->names);
    uint8_t *found = ARENA_ARRAY(arena, uint8_t, count + 1);
    struct arena *scratch = arena_open();
    struct names *known = names_make(scratch);
    uint8_t *meant = ARENA_ARRAY(scratch, uint8_t, ODT_WORD_COUNT + sizeof alike / sizeof *alike);
    for (size_t w = 0; w < ODT_WORD_COUNT; w++)
        if (words[w])
            meant[names_add(known, str_of(words[w]))] = (uint8_t)w;
    for (size_t w = 0; w < sizeof alike / sizeof *alike; w++)
        meant[names_add(known, str_of(alike[w].name))] = (uint8_t)alike[w].word;
    struct builder name = builder_make(scratch);
    for (uint32_t n = 0; n < count; n++) {
        struct str full = prefixed(names_at(xml->names, n), &name);
        uint32_t number = full.length > 0 ? names_find(known, full) : NAMES_NONE;
        if (number != NAMES_NONE)
            found[n] = meant[number];
        else if (str_starts_with(full, STR("text:")))
            found[n] = ODT_FIELD;
    }
    arena_close(scratch);
    return found;
}

bool odt_tree_read(struct place place, struct str bytes, const struct input_limits *limits,
                   struct arena *arena, struct odt_tree *tree, struct error *error)
{
    if (!xml_read(place, bytes, limits, arena, &tree->xml, error))
        return false;
    tree->words = words_of_names(&tree->xml, arena);
    return true;
}

uint32_t odt_child(const struct odt_tree *tree, uint32_t node, enum odt_word word)
{
    const struct xml_node *nodes = tree->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end)
        if (odt_word(tree, child) == word)
            return child;
    return 0;
}

static bool find_value(const struct odt_tree *tree, uint32_t node, enum odt_word word,
                       struct str *value)
{
    const struct xml *xml = &tree->xml;
    for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++)
        if (tree->words[xml->attributes[i].name] == word) {
            *value = xml_attribute_value(xml, i);
            return true;
        }
    return false;
}

struct str odt_value(const struct odt_tree *tree, uint32_t node, enum odt_word word)
{
    struct str value = {NULL, 0};
    return node != 0 && find_value(tree, node, word, &value) ? value : STR("");
}

bool odt_has(const struct odt_tree *tree, uint32_t node, enum odt_word word)
{
    struct str value;
    return find_value(tree, node, word, &value);
}

bool odt_is(const struct odt_tree *tree, uint32_t node, enum odt_word word, struct str value)
{
    return str_equal(odt_value(tree, node, word), value);
}

uint32_t odt_count(const struct odt_tree *tree, uint32_t node, enum odt_word word, uint32_t least,
                   uint32_t most, uint32_t otherwise)
{
    struct str value = str_trim(odt_value(tree, node, word));
    uint64_t number = 0;
    if (value.length == 0)
        return otherwise;
    for (size_t i = 0; i < value.length; i++) {
        if (value.bytes[i] < '0' || value.bytes[i] > '9')
            return otherwise;
        number = number * 10 + (uint64_t)(value.bytes[i] - '0');
        number = number > most ? most : number;
    }
    return number < least ? least : (uint32_t)number;
}

struct str odt_characters(const struct odt_tree *tree, uint32_t node, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t i = node + 1; i < tree->xml.nodes[node].end; i++)
        if (tree->xml.nodes[i].name == XML_TEXT)
            builder_add(&out, xml_text(&tree->xml, i));
    return builder_str(&out);
}

bool odt_twips(struct str length, int64_t *twips)
{
    // What one unit is worth in thousandths of a twentieth of a point; a pixel is 1/96 inch.
    static const struct {
        const char *unit;
        int64_t worth;
    } units[] = {{"in", 1440000}, {"cm", 566929}, {"mm", 56693},
                 {"pt", 20000},   {"pc", 240000}, {"px", 15000}};
    bool is_negative = str_starts_with(length, STR("-"));
    int64_t number = 0; // in ten thousandths
    int behind = -1;    // digits behind the point; -1: none was seen
    size_t at = is_negative;
    for (; at < length.length; at++) {
        char c = length.bytes[at];
        bool is_point = c == '.' && behind < 0;
        if (!is_point && (c < '0' || c > '9'))
            break;
        if (!is_point && behind < 4) // what is finer is never seen
            number = number * 10 + (c - '0');
        behind += is_point || (behind >= 0 && behind < 4);
        if (number > 1000000)
            return false;
    }
    for (int i = behind < 0 ? 0 : behind; i < 4; i++)
        number *= 10;
    for (size_t u = 0; u < sizeof units / sizeof *units; u++)
        if (str_equal(str_skip(length, at), str_of(units[u].unit))) {
            int64_t value = (number * units[u].worth / 10000 + 500) / 1000;
            *twips = is_negative ? -value : value;
            return true;
        }
    return false;
}
