// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_unmerged/definitions.h"

#include "base/builder.h"
#include "exchange/docx/canonical.h"
#include "merge/kept.h"

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
    note_add(noting, "%s defined otherwise: %.*s", count == 1 ? "a style is" : "styles are",
             STR_ARGS(builder_str(&names)));
}

static uint32_t child_with(const struct docx_part *part, enum word word, enum word attribute,
                           struct str value)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t n = 1; n < nodes[0].end; n = nodes[n].end)
        if (docx_word(part, n) == word && str_equal(docx_attribute(part, n, attribute), value))
            return n;
    return NO_NODE;
}

// The levels of a list and what its w:num has of its own.
static struct str list_meaning(const struct document *document, uint32_t number, struct str id,
                               struct arena *arena)
{
    struct docx_package *package = docx_source(document)->package;
    const struct docx_part *part = &package->parts[number];
    const struct xml_node *nodes = part->xml.nodes;
    uint32_t list[2] = {child_with(part, W_NUM, W_NUM_ID, id), NO_NODE};
    struct builder out = builder_make(arena);
    if (list[0] != NO_NODE)
        list[1] = child_with(part, W_ABSTRACT_NUM, W_ABSTRACT_NUM_ID,
                             docx_child_value(part, list[0], W_ABSTRACT_NUM_ID));
    for (size_t i = 0; i < 2; i++)
        for (uint32_t n = list[i] + 1; list[i] != NO_NODE && n < nodes[list[i]].end;
             n = nodes[n].end)
            if (docx_word(part, n) == W_LVL || docx_word(part, n) == W_LVL_OVERRIDE)
                canonical_add_element(package, number, n, &docx_source(document)->reading, &out);
    return builder_str(&out);
}

// Each pair of lists is looked at once, at the first paragraph that both texts have.
static void note_lists(const struct noting *noting)
{
    uint32_t base_part = part_of(noting->base, STR("numbering"));
    uint32_t draft_part = part_of(noting->draft, STR("numbering"));
    if (base_part == NO_PART || draft_part == NO_PART)
        return;
    const struct docx_paragraph *base = docx_source(noting->base)->paragraphs;
    const struct docx_paragraph *draft = docx_source(noting->draft)->paragraphs;
    struct names *met = names_make(noting->arena);
    for (uint32_t k = 0; k < noting->draft->paragraph_count; k++) {
        uint32_t other =
            draft[k].list.length == 0 ? NO_INDEX : kept_paragraph(noting->merged, noting->party, k);
        if (other == NO_INDEX || base[other].list.length == 0)
            continue;
        uint32_t count = names_count(met);
        if (names_add(met, arena_print(noting->arena, "%.*s %.*s", STR_ARGS(base[other].list),
                                       STR_ARGS(draft[k].list))) < count)
            continue;
        if (!str_equal(list_meaning(noting->base, base_part, base[other].list, noting->arena),
                       list_meaning(noting->draft, draft_part, draft[k].list, noting->arena)))
            note_add(noting, "the list at \"%.*s\" is defined otherwise: there it bears \"%.*s\"",
                     STR_ARGS(note_words(noting->base, noting->base->paragraphs[other].from,
                                         noting->arena)),
                     STR_ARGS(noting->draft->paragraphs[k].label.text));
    }
}

void note_definitions(const struct noting *noting)
{
    note_styles(noting);
    note_lists(noting);
}
