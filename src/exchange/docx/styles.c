// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/styles.h"

#include "base/checked.h"
#include "base/list.h"

// A style is based on another, and so on; a circle ends here.
#define CHAIN_MAX 32

int docx_number(struct str digits)
{
    int64_t number;
    return checked_parse(digits, &number) && number >= 0 && number <= 999999 ? (int)number : -1;
}

static void apply_toggle(const struct docx_part *part, uint32_t node, enum word word, bool *flag)
{
    int said = docx_toggle(part, node, word);
    if (said >= 0)
        *flag = said == 1;
}

void look_apply(const struct docx_part *part, uint32_t node, struct marks *look)
{
    if (node == NO_NODE)
        return;
    apply_toggle(part, node, W_B, &look->bold);
    apply_toggle(part, node, W_I, &look->italic);
    apply_toggle(part, node, W_U, &look->underline);
    apply_toggle(part, node, W_DSTRIKE, &look->strike);
    apply_toggle(part, node, W_STRIKE, &look->strike);
    struct str align = docx_child_value(part, node, W_VERT_ALIGN);
    if (align.length > 0) {
        look->superscript = str_equal(align, STR("superscript"));
        look->subscript = str_equal(align, STR("subscript"));
    }
}

// "heading 3" -> 2; "Title" -> 0.
static int outline_of_name(struct str name)
{
    if (str_equal_ignoring_case(name, STR("title")))
        return 0;
    bool is_heading = name.length == 9 && name.bytes[8] >= '1' && name.bytes[8] <= '9' &&
                      str_equal_ignoring_case(str_slice(name, 0, 8), STR("heading "));
    return is_heading ? name.bytes[8] - '1' : NO_LEVEL;
}

// Lays what one style says over what it takes over.
static void apply_style(const struct docx_part *part, uint32_t node, struct docx_style *style)
{
    style->name = docx_child_value(part, node, W_NAME);
    int outline = outline_of_name(style->name);
    if (outline != NO_LEVEL)
        style->outline = outline;
    uint32_t paragraph = docx_child(part, node, W_PPR);
    if (paragraph != NO_NODE) {
        outline = docx_number(docx_child_value(part, paragraph, W_OUTLINE_LVL));
        if (outline >= 0 && outline <= 9)
            style->outline = outline;
        uint32_t numbering = docx_child(part, paragraph, W_NUM_PR);
        if (numbering != NO_NODE) {
            struct str id = docx_child_value(part, numbering, W_NUM_ID);
            if (id.length > 0)
                style->num_id = id;
            int level = docx_number(docx_child_value(part, numbering, W_ILVL));
            style->num_level = level >= 0 && level <= 8 ? level : NO_LEVEL;
        }
    }
    look_apply(part, docx_child(part, node, W_RPR), &style->look);
}

// Finishes a style, after those that it is based on.
static void resolve(const struct docx_part *part, const struct docx_styles *styles,
                    const uint32_t *nodes, uint32_t style, struct docx_style *items, bool *is_done)
{
    uint32_t chain[CHAIN_MAX];
    size_t length = 0;
    while (style != NAMES_NONE && !is_done[style] && length < CHAIN_MAX) {
        chain[length++] = style;
        style = names_find(styles->ids, docx_child_value(part, nodes[style], W_BASED_ON));
    }
    struct docx_style look = {.outline = NO_LEVEL, .num_level = NO_LEVEL};
    if (style != NAMES_NONE && is_done[style])
        look = items[style];
    while (length > 0) {
        uint32_t next = chain[--length];
        apply_style(part, nodes[next], &look);
        items[next] = look;
        is_done[next] = true;
    }
}

struct docx_styles styles_read(const struct docx_package *package, uint32_t number,
                               struct arena *arena)
{
    struct docx_styles styles = {.ids = names_make(arena),
                                 .part = number,
                                 .default_paragraph = NAMES_NONE,
                                 .default_table = NAMES_NONE};
    if (number == NO_PART)
        return styles;
    const struct docx_part *part = &package->parts[number];
    const struct xml_node *nodes = part->xml.nodes;
    struct list found = LIST_MAKE(arena, uint32_t); // the node of each style
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end) {
        if (docx_word(part, node) != W_STYLE)
            continue;
        uint32_t style = names_add(styles.ids, docx_attribute(part, node, W_STYLE_ID));
        if (style != found.count)
            continue;
        *LIST_ADD(&found, uint32_t) = node;
        struct str said = docx_attribute(part, node, W_DEFAULT);
        struct str type = docx_attribute(part, node, W_TYPE);
        bool is_default = str_equal(said, STR("1")) || str_equal(said, STR("true"));
        if (is_default && str_equal(type, STR("paragraph")))
            styles.default_paragraph = style;
        if (is_default && str_equal(type, STR("table")))
            styles.default_table = style;
    }
    struct docx_style *items = ARENA_ARRAY(arena, struct docx_style, found.count + 1);
    bool *is_done = ARENA_ARRAY(arena, bool, found.count + 1);
    for (uint32_t i = 0; i < found.count; i++)
        resolve(part, &styles, LIST_ITEMS(&found, uint32_t), i, items, is_done);
    for (uint32_t i = 0; i < found.count; i++) {
        items[i].node = *LIST_AT(&found, uint32_t, i);
        items[i].based_on =
            names_find(styles.ids, docx_child_value(part, items[i].node, W_BASED_ON));
    }
    styles.items = items;
    return styles;
}

const struct docx_style *styles_find(const struct docx_styles *styles, struct str id)
{
    uint32_t number = names_find(styles->ids, id);
    return number == NAMES_NONE ? NULL : &styles->items[number];
}
