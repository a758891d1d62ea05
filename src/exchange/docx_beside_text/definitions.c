// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_beside_text/definitions.h"

#include "base/builder.h"
#include "exchange/docx/canonical.h"

enum { STYLES_NAMED = 6 };

static uint32_t part_of(const struct document *document, struct str type)
{
    struct docx_package *package = docx_source(document)->package;
    uint32_t number = docx_related_part(package, package->main, type);
    struct error error;
    if (number == NO_PART || !docx_part_tree(package, number, &error))
        return NO_PART;
    return number;
}

// The meaning of each style by its id; names[n] is what people call the n-th.
struct styles {
    struct names *ids;
    struct list names;  // struct str
    struct list values; // struct str
};

static struct styles styles_of(const struct document *document, struct arena *arena)
{
    struct styles styles = {names_make(arena), LIST_MAKE(arena, struct str),
                            LIST_MAKE(arena, struct str)};
    uint32_t number = part_of(document, STR("styles"));
    if (number == NO_PART)
        return styles;
    struct docx_package *package = docx_source(document)->package;
    const struct docx_part *part = &package->parts[number];
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end) {
        if (docx_word(part, node) != W_STYLE ||
            names_add(styles.ids, docx_attribute(part, node, W_STYLE_ID)) != styles.values.count)
            continue;
        struct builder value = builder_make(arena);
        for (uint32_t n = node + 1; n < nodes[node].end; n = nodes[n].end) {
            enum word word = docx_word(part, n);
            struct str local =
                word == WORD_TEXT_NODE ? STR("") : xml_local(&part->xml, nodes[n].name);
            bool is_look = word == W_PPR || word == W_RPR || word == W_BASED_ON ||
                           word == W_TBL_PR || word == W_TR_PR || word == W_TC_PR ||
                           str_equal(local, STR("tblStylePr"));
            if (is_look)
                canonical_add_element(package, number, n, &docx_source(document)->reading, &value);
        }
        *LIST_ADD(&styles.names, struct str) = docx_child_value(part, node, W_NAME);
        *LIST_ADD(&styles.values, struct str) = builder_str(&value);
    }
    return styles;
}

static void note_styles(const struct noting *noting)
{
    struct styles base = styles_of(noting->base, noting->arena);
    struct styles draft = styles_of(noting->draft, noting->arena);
    struct builder names = builder_make(noting->arena);
    uint32_t count = 0;
    for (uint32_t i = 0; i < draft.values.count; i++) {
        uint32_t other = names_find(base.ids, names_at(draft.ids, i));
        if (other == NAMES_NONE || str_equal(*LIST_AT(&draft.values, struct str, i),
                                             *LIST_AT(&base.values, struct str, other)))
            continue;
        if (count++ < STYLES_NAMED)
            builder_print(&names, "%s\"%.*s\"", count > 1 ? ", " : "",
                          STR_ARGS(*LIST_AT(&draft.names, struct str, i)));
    }
    if (count == 0)
        return;
    if (count > STYLES_NAMED)
        builder_print(&names, " and %u more", count - STYLES_NAMED);
    note_add(noting, NOTE_STYLE, "%s defined otherwise: %.*s",
             count == 1 ? "a style is" : "styles are", STR_ARGS(builder_str(&names)));
}

void note_definitions(const struct noting *noting)
{
    note_styles(noting);
}
