// SPDX-License-Identifier: Apache-2.0
//
// numbering.xml:  num (an id) -> abstractNum -> nine levels, each with start, format, text. A num
// may override levels and starts. All nums of one abstractNum share its counters; a start override
// restarts them where the num is first used (ECMA-376 part 1, 17.9).
#include "exchange/docx/numbering.h"

#include "base/utf8.h"
#include "exchange/docx/number_format.h"
#include "exchange/docx/numbering_parts.h"

#include <string.h>

#define TEXT_MAX 120  // bytes of a level's text that are looked at
#define LABEL_MAX 120 // bytes after which a label is not continued
#define NOT_SAID NUMBERING_NOT_SAID

static int level_number(const struct docx_part *part, uint32_t node)
{
    int level = docx_number(docx_attribute(part, node, W_ILVL));
    return level < NUMBERING_LEVELS ? level : -1;
}

// Newer formats stand in an mc:AlternateContent with an old one to fall back on.
static struct str format_of(const struct docx_part *part, uint32_t node)
{
    struct str format = docx_child_value(part, node, W_NUM_FMT);
    uint32_t alternate = docx_child(part, node, MC_ALTERNATE_CONTENT);
    if (format.length > 0 || alternate == NO_NODE)
        return format;
    uint32_t fallback = docx_child(part, alternate, MC_FALLBACK);
    return fallback == NO_NODE ? format : docx_child_value(part, fallback, W_NUM_FMT);
}

// Cut between characters.
static struct str cut_text(struct str text)
{
    struct str cut = str_slice(text, 0, TEXT_MAX);
    return str_slice(cut, 0, utf8_valid_length(cut));
}

static void read_level(const struct docx_part *part, uint32_t node, struct numbering_level *level)
{
    int start = docx_number(docx_child_value(part, node, W_START));
    int restart = docx_number(docx_child_value(part, node, W_LVL_RESTART));
    *level = (struct numbering_level){.start = start >= 0 ? start : 0,
                                      .restart = restart >= 0 ? restart : NOT_SAID,
                                      .is_legal = docx_toggle(part, node, W_IS_LGL) == 1,
                                      .format = format_of(part, node),
                                      .text = cut_text(docx_child_value(part, node, W_LVL_TEXT)),
                                      .style = docx_child_value(part, node, W_P_STYLE)};
}

static void read_abstract(struct docx_numbering *numbering, const struct docx_part *part,
                          uint32_t node)
{
    struct str id = docx_attribute(part, node, W_ABSTRACT_NUM_ID);
    if (names_add(numbering->abstract_ids, id) != numbering->abstracts.count)
        return;
    struct numbering_abstract *abstract =
        LIST_ADD(&numbering->abstracts, struct numbering_abstract);
    abstract->style_link = docx_child_value(part, node, W_NUM_STYLE_LINK);
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        abstract->counts[i] = NOT_SAID;
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        int level = docx_word(part, child) == W_LVL ? level_number(part, child) : -1;
        if (level >= 0)
            read_level(part, child, &abstract->levels[level]);
    }
}

static void read_override(struct docx_numbering *numbering, const struct docx_part *part,
                          uint32_t node, struct numbering_num *num)
{
    int level = level_number(part, node);
    if (level < 0)
        return;
    num->starts[level] = docx_number(docx_child_value(part, node, W_START_OVERRIDE));
    uint32_t instead = docx_child(part, node, W_LVL);
    if (instead == NO_NODE || num->abstract == NAMES_NONE)
        return;
    if (!num->has_levels)
        memcpy(num->levels,
               LIST_AT(&numbering->abstracts, struct numbering_abstract, num->abstract)->levels,
               sizeof num->levels);
    num->has_levels = true;
    read_level(part, instead, &num->levels[level]);
}

static void read_num(struct docx_numbering *numbering, const struct docx_part *part, uint32_t node)
{
    struct str id = docx_attribute(part, node, W_NUM_ID);
    if (names_add(numbering->num_ids, id) != numbering->nums.count)
        return;
    struct numbering_num *num = LIST_ADD(&numbering->nums, struct numbering_num);
    num->abstract =
        names_find(numbering->abstract_ids, docx_child_value(part, node, W_ABSTRACT_NUM_ID));
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        num->starts[i] = NOT_SAID;
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end)
        if (docx_word(part, child) == W_LVL_OVERRIDE)
            read_override(numbering, part, child, num);
}

struct docx_numbering *numbering_read(const struct docx_package *package, uint32_t number,
                                      const struct docx_styles *styles, struct arena *arena)
{
    struct docx_numbering *numbering = ARENA_NEW(arena, struct docx_numbering);
    *numbering = (struct docx_numbering){.arena = arena,
                                         .styles = styles,
                                         .abstract_ids = names_make(arena),
                                         .abstracts = LIST_MAKE(arena, struct numbering_abstract),
                                         .num_ids = names_make(arena),
                                         .nums = LIST_MAKE(arena, struct numbering_num),
                                         .label = builder_make(arena)};
    if (number == NO_PART)
        return numbering;
    const struct docx_part *part = &package->parts[number];
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end)
        if (docx_word(part, node) == W_ABSTRACT_NUM)
            read_abstract(numbering, part, node);
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end)
        if (docx_word(part, node) == W_NUM)
            read_num(numbering, part, node);
    return numbering;
}

struct numbering_num *numbering_find(const struct docx_numbering *numbering, struct str id)
{
    uint32_t number = names_find(numbering->num_ids, id);
    return number == NAMES_NONE ? NULL : LIST_AT(&numbering->nums, struct numbering_num, number);
}

// The abstract list of a num; one that is only a link leads on to the list of its style.
struct numbering_abstract *numbering_counters(const struct docx_numbering *numbering,
                                              const struct numbering_num *num)
{
    if (num->abstract == NAMES_NONE)
        return NULL;
    struct numbering_abstract *abstract =
        LIST_AT(&numbering->abstracts, struct numbering_abstract, num->abstract);
    if (abstract->style_link.length == 0)
        return abstract;
    const struct docx_style *style = styles_find(numbering->styles, abstract->style_link);
    const struct numbering_num *linked = style ? numbering_find(numbering, style->num_id) : NULL;
    if (!linked || linked->abstract == NAMES_NONE)
        return abstract;
    return LIST_AT(&numbering->abstracts, struct numbering_abstract, linked->abstract);
}

const struct numbering_level *numbering_levels(const struct numbering_num *num,
                                               const struct numbering_abstract *abstract)
{
    return num->has_levels ? num->levels : abstract->levels;
}

int numbering_style_level(const struct docx_numbering *numbering, struct str num_id,
                          struct str style_id)
{
    const struct numbering_num *num = numbering_find(numbering, num_id);
    const struct numbering_abstract *abstract = num ? numbering_counters(numbering, num) : NULL;
    if (!abstract)
        return 0;
    const struct numbering_level *levels = numbering_levels(num, abstract);
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        if (levels[i].style.length > 0 && str_equal(levels[i].style, style_id))
            return i;
    return 0;
}

static int start_of(const struct numbering_num *num, const struct numbering_level *levels,
                    int level)
{
    return num->starts[level] != NOT_SAID ? num->starts[level] : levels[level].start;
}

// Counts `level` on and restarts the levels below it, unless they say otherwise.
static void count(struct numbering_num *num, struct numbering_abstract *abstract,
                  const struct numbering_level *levels, int level)
{
    bool restarts = num->starts[level] != NOT_SAID && !num->is_used[level];
    num->is_used[level] = true;
    if (abstract->counts[level] == NOT_SAID || restarts)
        abstract->counts[level] = start_of(num, levels, level);
    else
        abstract->counts[level]++;
    for (int i = level + 1; i < NUMBERING_LEVELS; i++)
        if (levels[i].restart == NOT_SAID || level < levels[i].restart)
            abstract->counts[i] = NOT_SAID;
    // A level that was jumped over counts as begun: "1.1" as the first paragraph of a list.
    for (int i = 0; i < level; i++)
        if (abstract->counts[i] == NOT_SAID)
            abstract->counts[i] = start_of(num, levels, i);
}

// Bullets are mostly letters of symbol fonts, which Unicode knows by other numbers.
static struct str bullet_text(struct str text)
{
    size_t bytes = 0;
    uint32_t code_point = text.length > 0 ? utf8_at(text, 0, &bytes) : 0;
    bool is_private = code_point >= 0xe000 && code_point <= 0xf8ff;
    if (!is_private)
        return str_trim(text);
    switch (code_point) {
    case 0xf0a7:
        return STR("▪");
    case 0xf0d8:
        return STR("➢");
    case 0xf0fc:
        return STR("✓");
    case 0xf0a8:
        return STR("□");
    default:
        return STR("•");
    }
}

static struct str label_text(struct docx_numbering *numbering,
                             const struct numbering_abstract *abstract,
                             const struct numbering_level *levels, int level, struct arena *arena)
{
    struct builder *out = &numbering->label;
    builder_cut(out, 0);
    struct str text = levels[level].text;
    for (size_t i = 0; i < text.length && out->length < LABEL_MAX; i++) {
        char next = i + 1 < text.length ? text.bytes[i + 1] : ' ';
        if (text.bytes[i] != '%' || next < '1' || next > '9') {
            builder_add_byte(out, text.bytes[i]);
            continue;
        }
        int named = next - '1';
        i++;
        if (abstract->counts[named] == NOT_SAID)
            continue; // a level below this one
        number_format((uint32_t)abstract->counts[named],
                      levels[level].is_legal ? STR("decimal") : levels[named].format, out);
    }
    return arena_copy(arena, str_trim(cut_text(builder_str(out))));
}

bool numbering_next(struct docx_numbering *numbering, struct str num_id, int level,
                    struct arena *arena, struct str *label, bool *is_bullet)
{
    struct numbering_num *num = numbering_find(numbering, num_id);
    struct numbering_abstract *abstract = num ? numbering_counters(numbering, num) : NULL;
    if (!abstract || level < 0 || level >= NUMBERING_LEVELS)
        return false;
    const struct numbering_level *levels = numbering_levels(num, abstract);
    count(num, abstract, levels, level);
    *is_bullet = str_equal(levels[level].format, STR("bullet"));
    *label = *is_bullet ? bullet_text(levels[level].text)
                        : label_text(numbering, abstract, levels, level, arena);
    return true;
}
