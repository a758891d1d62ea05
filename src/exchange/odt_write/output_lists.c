// SPDX-License-Identifier: Apache-2.0
// Lists. Those of Word that share an abstract list share its counters; here they are one list that goes on,
// told anew where one of them begins to count from a number of its own.
#include "codec/xml_write.h"
#include "exchange/docx/list_levels.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

void odt_read_lists(struct odt_output *output)
{
    output->nums = names_make(output->arena);
    output->abstracts = names_make(output->arena);
    const struct docx_part *part = output->numbering;
    for (uint32_t node = 1; part && node < part->xml.nodes[0].end;
         node = part->xml.nodes[node].end) {
        bool is_num = docx_word(part, node) == W_NUM;
        if (!is_num && docx_word(part, node) != W_ABSTRACT_NUM)
            continue;
        struct names *names = is_num ? output->nums : output->abstracts;
        struct list *nodes = is_num ? &output->num_nodes : &output->abstract_nodes;
        struct str id = docx_attribute(part, node, is_num ? W_NUM_ID : W_ABSTRACT_NUM_ID);
        if (names_add(names, id) != nodes->count)
            continue;
        *LIST_ADD(nodes, uint32_t) = node;
        *LIST_ADD(is_num ? &output->num_used : &output->abstract_used, uint32_t) = 0;
    }
}

// --- Levels

static const char *format_of(struct str format)
{
    static const struct {
        const char *word;
        const char *format;
    } formats[] = {
        {"lowerLetter", "a"},
        {"upperLetter", "A"},
        {"lowerRoman", "i"},
        {"upperRoman", "I"},
        {"none", ""},
        {"decimalZero", "01, 02, 03, ..."},
        {"ordinal", "1st"},
        {"russianUpper", "А, Б, .., Аа, Аб, ... (ru)"},
        {"russianLower", "а, б, .., аа, аб, ... (ru)"},
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_equal(format, str_of(formats[i].word)))
            return formats[i].format;
    return "1";
}

// "(%1.%2)" as prefix "(", two levels, suffix ")", and as the whole, "(%1%.%2%)".
static void add_number_text(struct odt_output *output, struct str text, struct builder *out)
{
    struct builder whole = builder_make(output->arena);
    size_t first = text.length;
    size_t last = 0;
    uint32_t shown = 0;
    for (size_t i = 0; i < text.length; i++) {
        builder_add_byte(&whole, text.bytes[i]);
        bool is_number = text.bytes[i] == '%' && i + 1 < text.length && text.bytes[i + 1] >= '1' &&
                         text.bytes[i + 1] <= '9';
        if (!is_number)
            continue;
        first = first == text.length ? i : first;
        builder_add(&whole, str_slice(text, i + 1, i + 2));
        builder_add_byte(&whole, '%');
        last = ++i + 1;
        shown++;
    }
    xml_add_attribute(out, "style:num-prefix", str_slice(text, 0, first));
    xml_add_attribute(out, "style:num-suffix", shown == 0 ? STR("") : str_skip(text, last));
    if (shown > 1)
        builder_print(out, " text:display-levels=\"%" PRIu32 "\"", shown);
    xml_add_attribute(out, "loext:num-list-format", builder_str(&whole));
}

// Letters of symbol fonts are no letters elsewhere.
static struct str bullet_of(struct str text)
{
    bool is_private = text.length == 3 && (unsigned char)text.bytes[0] == 0xef &&
                      (unsigned char)text.bytes[1] >= 0x80;
    return text.length == 0 || is_private ? STR("\xe2\x80\xa2") : text;
}

static void add_level_look(struct odt_output *output, uint32_t level, struct builder *out)
{
    const struct docx_part *part = output->numbering;
    uint32_t properties = docx_child(part, level, W_PPR);
    uint32_t indent = properties == NO_NODE ? NO_NODE : odt_named_child(part, properties, "ind");
    struct str behind = odt_named_value(part, level, "suff");
    int64_t left = 0;
    int64_t first = 0;
    if (indent != NO_NODE && !odt_number_of(odt_attribute(part, indent, "left"), &left) &&
        !odt_number_of(odt_attribute(part, indent, "start"), &left))
        left = 0;
    if (indent != NO_NODE && odt_number_of(odt_attribute(part, indent, "hanging"), &first))
        first = -first;
    else if (indent == NO_NODE || !odt_number_of(odt_attribute(part, indent, "firstLine"), &first))
        first = 0;
    builder_print(out,
                  "<style:list-level-properties "
                  "text:list-level-position-and-space-mode=\"label-alignment\">"
                  "<style:list-level-label-alignment text:label-followed-by=\"%s\"",
                  str_equal(behind, STR("space"))     ? "space"
                  : str_equal(behind, STR("nothing")) ? "nothing"
                                                      : "listtab");
    odt_add_length(out, "fo:margin-left", left);
    odt_add_length(out, "fo:text-indent", first);
    builder_add_c(out, "/></style:list-level-properties>");
}

static void add_level(struct odt_output *output, int number, uint32_t level, struct builder *out)
{
    const struct docx_part *part = output->numbering;
    struct str format = docx_child_value(part, level, W_NUM_FMT);
    struct str text = docx_child_value(part, level, W_LVL_TEXT);
    bool is_bullet = str_equal(format, STR("bullet"));
    int64_t start;
    builder_print(out, "<text:list-level-style-%s text:level=\"%d\"",
                  is_bullet ? "bullet" : "number", number + 1);
    if (is_bullet) {
        xml_add_attribute(out, "text:bullet-char", bullet_of(text));
    } else {
        xml_add_attribute(out, "style:num-format", str_of(format_of(format)));
        if (!str_equal(format, STR("none")) && text.length > 0)
            add_number_text(output, text, out);
        if (odt_number_of(docx_child_value(part, level, W_START), &start) && start != 1)
            builder_print(out, " text:start-value=\"%" PRId64 "\"", start);
    }
    builder_add_c(out, ">");
    add_level_look(output, level, out);
    builder_print(out, "</text:list-level-style-%s>", is_bullet ? "bullet" : "number");
}

static uint32_t child_of_level(const struct docx_part *part, uint32_t node, enum word word,
                               int level)
{
    for (uint32_t child = node + 1; child < part->xml.nodes[node].end;
         child = part->xml.nodes[child].end) {
        int64_t number;
        if (docx_word(part, child) == word &&
            odt_number_of(docx_attribute(part, child, W_ILVL), &number) && number == level)
            return child;
    }
    return NO_NODE;
}

// --- Which list

static bool has_own_levels(const struct docx_part *part, uint32_t num)
{
    for (uint32_t child = num + 1; child < part->xml.nodes[num].end;
         child = part->xml.nodes[child].end)
        if (docx_word(part, child) == W_LVL_OVERRIDE && docx_child(part, child, W_LVL) != NO_NODE)
            return true;
    return false;
}

// The number of the list style: lists of one abstract list have one, unless they say their own levels.
static uint32_t list_style_of(struct odt_output *output, uint32_t num, uint32_t abstract)
{
    const struct docx_part *part = output->numbering;
    uint32_t number = names_count(output->list_keys);
    struct str key =
        arena_print(output->arena, "%" PRIu32, has_own_levels(part, num) ? num : abstract);
    if (names_find(output->list_keys, key) != NAMES_NONE)
        return names_find(output->list_keys, key) + 1;
    (void)names_add(output->list_keys, key);
    builder_print(&output->list_styles, "<text:list-style style:name=\"L%" PRIu32 "\">",
                  number + 1);
    for (int level = 0; level < NUMBERING_LEVELS; level++) {
        uint32_t override = child_of_level(part, num, W_LVL_OVERRIDE, level);
        uint32_t own = override == NO_NODE ? NO_NODE : docx_child(part, override, W_LVL);
        uint32_t node = own != NO_NODE ? own : child_of_level(part, abstract, W_LVL, level);
        if (node != NO_NODE)
            add_level(output, level, node, &output->list_styles);
    }
    builder_add_c(&output->list_styles, "</text:list-style>");
    return number + 1;
}

// The number from which the list counts at this level, the first time that it does.
static bool starts_anew(struct odt_output *output, uint32_t num, int level, int64_t *start)
{
    const struct docx_part *part = output->numbering;
    uint32_t *used = LIST_AT(&output->num_used, uint32_t, num);
    uint32_t node = *LIST_AT(&output->num_nodes, uint32_t, num);
    uint32_t override = child_of_level(part, node, W_LVL_OVERRIDE, level);
    bool is_first = (*used & 1u << level) == 0;
    *used |= 1u << level;
    return is_first && override != NO_NODE &&
           odt_number_of(docx_child_value(part, override, W_START_OVERRIDE), start);
}

struct odt_wrap odt_list_wrap(struct odt_output *output, struct str num_id, int level,
                              bool is_struck, struct odt_wrap inner)
{
    const struct docx_part *part = output->numbering;
    uint32_t num = part && num_id.length > 0 ? names_find(output->nums, num_id) : NAMES_NONE;
    if (num == NAMES_NONE || level < 0 || level >= NUMBERING_LEVELS)
        return inner;
    uint32_t node = *LIST_AT(&output->num_nodes, uint32_t, num);
    uint32_t abstract =
        names_find(output->abstracts, docx_child_value(part, node, W_ABSTRACT_NUM_ID));
    if (abstract == NAMES_NONE)
        return inner;
    uint32_t abstract_node = *LIST_AT(&output->abstract_nodes, uint32_t, abstract);
    uint32_t style = list_style_of(output, node, abstract_node);
    struct builder open = builder_make(output->arena);
    struct builder close = builder_make(output->arena);
    uint32_t *used = LIST_AT(&output->abstract_used, uint32_t, abstract);
    int64_t start = 0;
    bool is_anew = !is_struck && starts_anew(output, num, level, &start);
    builder_print(&open, "<text:list text:style-name=\"L%" PRIu32 "\"", style);
    builder_print(&open, " %s=\"list%" PRIu32 "\"",
                  *used || is_struck ? "text:continue-list" : "xml:id", abstract + 1);
    builder_add_c(&open, ">");
    *used = *used || !is_struck;
    for (int i = 0; i <= level; i++) {
        builder_add_c(&open, i > 0 ? "<text:list>" : "");
        if (is_anew && i == level)
            builder_print(&open, "<text:list-item text:start-value=\"%" PRId64 "\">", start);
        else
            builder_add_c(&open, "<text:list-item>");
    }
    builder_add(&open, inner.open);
    builder_add(&close, inner.close);
    for (int i = 0; i <= level; i++)
        builder_add_c(&close, "</text:list-item></text:list>");
    return (struct odt_wrap){builder_str(&open), builder_str(&close)};
}
