// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/run_map.h"

#include "base/list.h"

uint32_t docx_ancestor(const struct docx_part *tree, uint32_t node, enum word word)
{
    const struct xml_node *nodes = tree->xml.nodes;
    while (node != 0 && docx_word(tree, node) != W_P) {
        node = nodes[node].parent;
        if (docx_word(tree, node) == word)
            return node;
    }
    return NO_NODE;
}

// What the w:fldChar of a run says: "begin", "separate", "end"; empty when it has none.
static struct str field_mark(const struct docx_part *tree, uint32_t run)
{
    uint32_t mark = docx_child(tree, run, W_FLD_CHAR);
    return mark == NO_NODE ? STR("") : docx_attribute(tree, mark, W_FLD_CHAR_TYPE);
}

// Where the field that begins in this run ends: the end of its last run among the siblings.
static uint32_t field_end(const struct docx_part *tree, uint32_t run)
{
    const struct xml_node *nodes = tree->xml.nodes;
    uint32_t last = nodes[nodes[run].parent].end;
    uint32_t depth = 0;
    for (uint32_t node = run; node < last; node = nodes[node].end) {
        if (docx_word(tree, node) != W_R)
            continue;
        struct str mark = field_mark(tree, node);
        if (str_equal(mark, STR("begin")))
            depth++;
        if (str_equal(mark, STR("end")) && --depth == 0)
            return nodes[node].to;
    }
    return nodes[run].to;
}

static void add_units(const struct docx_part *tree, struct docx_run *run, struct arena *arena,
                      struct list *units)
{
    const struct xml_node *nodes = tree->xml.nodes;
    uint32_t at = run->text.from;
    for (uint32_t child = run->node + 1; child < nodes[run->node].end; child = nodes[child].end) {
        struct str text;
        enum docx_piece_kind kind = docx_piece(tree, child, arena, &text);
        if (kind == PIECE_NOTHING || text.length == 0 || at >= run->text.to)
            continue;
        uint32_t to = at + (uint32_t)text.length; // a part is below 4 GiB
        enum word word = docx_word(tree, child);
        *LIST_ADD(units, struct docx_unit) =
            (struct docx_unit){{at, to}, child, kind == PIECE_TEXT && word == W_T};
        run->unit_count++;
        at = to;
    }
}

static void add_run(const struct document *document, const struct docx_part *tree,
                    uint32_t text_run, struct list *runs, struct list *units)
{
    const struct docx_text_run *source = &docx_source(document)->text_runs[text_run];
    const struct text_run *seen = &document->runs[text_run];
    const struct xml_node *node = &tree->xml.nodes[source->node];
    struct docx_run *run = LIST_ADD(runs, struct docx_run);
    *run = (struct docx_run){.text = {seen->from - source->text_from, seen->to},
                             .bytes = {node->from, node->to},
                             .node = source->node,
                             .properties = source->properties,
                             .first_unit = (uint32_t)units->count,
                             .text_run = text_run};
}

// A w:fldSimple whose children are runs can be told apart as a whole.
static bool is_field_of_runs(const struct docx_part *tree, uint32_t node)
{
    const struct xml_node *nodes = tree->xml.nodes;
    if (docx_word(tree, node) != W_FLD_SIMPLE)
        return false;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end)
        if (docx_word(tree, child) != W_R)
            return false;
    return true;
}

// Where a field that begins at this node ends; the node's own end when none begins here.
static uint32_t end_of_field(const struct docx_part *tree, uint32_t node)
{
    if (docx_word(tree, node) == W_R && str_equal(field_mark(tree, node), STR("begin")))
        return field_end(tree, node);
    return tree->xml.nodes[node].to;
}

// Fields whose result is text, outer ones before those in them.
static void find_fields(struct docx_runs *runs, uint32_t paragraph_node, uint32_t text_end,
                        struct arena *arena)
{
    const struct docx_part *tree = runs->tree;
    const struct xml_node *nodes = tree->xml.nodes;
    struct list fields = LIST_MAKE(arena, struct docx_field);
    uint32_t next = 0; // the first run at or behind the node
    for (uint32_t node = paragraph_node + 1; node < nodes[paragraph_node].end;) {
        enum word word = docx_word(tree, node);
        if (word == W_TXBX_CONTENT) { // another story
            node = nodes[node].end;
            continue;
        }
        bool is_simple = is_field_of_runs(tree, node);
        uint32_t end = end_of_field(tree, node);
        if (is_simple || end > nodes[node].to) {
            while (next < runs->count && runs->items[next].bytes.from < nodes[node].from)
                next++;
            uint32_t last = next;
            while (last < runs->count && runs->items[last].bytes.from < end)
                last++;
            if (last > next && runs->items[next].unit_count > 0)
                *LIST_ADD(&fields, struct docx_field) = (struct docx_field){
                    {runs->items[next].text.from,
                     last < runs->count ? runs->items[last].text.from : text_end},
                    {nodes[node].from, end},
                    node};
        }
        node++;
    }
    runs->fields = LIST_ITEMS(&fields, struct docx_field);
    runs->field_count = (uint32_t)fields.count;
}

void docx_runs_of(const struct document *document, uint32_t number, struct arena *arena,
                  struct docx_runs *runs)
{
    const struct paragraph *paragraph = &document->paragraphs[number];
    const struct docx_source *source = docx_source(document);
    struct docx_part *tree = &source->package->parts[paragraph->origin.part];
    struct list items = LIST_MAKE(arena, struct docx_run);
    struct list units = LIST_MAKE(arena, struct docx_unit);
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        uint32_t text_run = paragraph->first_run + k;
        uint32_t node = source->text_runs[text_run].node;
        struct docx_run *last =
            items.count > 0 ? LIST_AT(&items, struct docx_run, items.count - 1) : NULL;
        if (last && last->node == node)
            last->text.to = document->runs[text_run].to;
        else
            add_run(document, tree, text_run, &items, &units);
    }
    for (size_t i = 0; i < items.count; i++) {
        struct docx_run *run = LIST_AT(&items, struct docx_run, i);
        run->first_unit = (uint32_t)units.count;
        if (docx_word(tree, run->node) == W_R)
            add_units(tree, run, arena, &units);
        if (run->unit_count == 0 && docx_word(tree, run->node) == W_R)
            run->bytes.to = field_end(tree, run->node);
    }
    *runs = (struct docx_runs){.tree = tree,
                               .part = paragraph->origin.part,
                               .items = LIST_ITEMS(&items, struct docx_run),
                               .count = (uint32_t)items.count,
                               .units = LIST_ITEMS(&units, struct docx_unit)};
    uint32_t node = source->paragraphs[number].last;
    if (node != NO_NODE && runs->count > 0)
        find_fields(runs, node, paragraph->to, arena);
}
