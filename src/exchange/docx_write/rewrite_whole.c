// SPDX-License-Identifier: Apache-2.0
// What is deleted as a whole: rows, and fields whose result goes in pieces.
#include "base/list.h"
#include "exchange/docx_beside_text/places.h"
#include "exchange/docx_write/rewrite.h"

void rewrite_whole_rows(struct docx_writer *writer)
{
    const struct document *base = writer->documents[0];
    for (uint32_t b = 0; b < base->block_count; b++) {
        if (base->blocks[b].kind != BLOCK_ROW)
            continue;
        struct holders by = writer_deleters(writer, block_range(base, b));
        if (by.count > 0)
            rewrite_deleted_row(writer, b, by);
    }
}

// A field that has begun.
struct begun {
    uint32_t begin; // runs
    uint32_t separate;
};

static uint32_t paragraph_around(const struct docx_part *tree, uint32_t node)
{
    while (node != 0 && docx_word(tree, node) != W_P)
        node = tree->xml.nodes[node].parent;
    return node;
}

// A run of a field's marks and code as part of a deletion.
static void add_deleted_run(struct docx_writer *writer, const struct docx_part *tree, uint32_t run,
                            struct holders by, struct builder *out)
{
    const struct xml_node *nodes = tree->xml.nodes;
    writer_add_tag(writer, out, "del", by);
    builder_add(out, str_slice(tree->xml.source, nodes[run].from, nodes[run].open_to));
    for (uint32_t child = run + 1; child < nodes[run].end; child = nodes[child].end) {
        if (docx_word(tree, child) != W_INSTR_TEXT) {
            builder_add(out, xml_bytes(&tree->xml, child));
            continue;
        }
        builder_add_c(out, "<w:delInstrText xml:space=\"preserve\">");
        builder_add(out,
                    str_slice(tree->xml.source, nodes[child].open_to, nodes[child].close_from));
        builder_add_c(out, "</w:delInstrText>");
    }
    builder_add(out, str_slice(tree->xml.source, nodes[run].close_from, nodes[run].to));
    builder_add_c(out, "</w:del>");
}

// The siblings from one run to another, the runs among them deleted.
static void delete_runs(struct docx_writer *writer, struct out_part *part, uint32_t first,
                        uint32_t last, struct holders by)
{
    const struct xml_node *nodes = part->tree->xml.nodes;
    struct builder out = builder_make(writer->arena);
    for (uint32_t node = first; node <= last; node = nodes[node].end) {
        if (docx_word(part->tree, node) == W_R)
            add_deleted_run(writer, part->tree, node, by, &out);
        else
            builder_add(&out, xml_bytes(&part->tree->xml, node));
    }
    patches_add(&part->patches, nodes[first].from, nodes[last].to, builder_str(&out));
}

// Nothing but marks and code, which no other patch touches: runs of these, and bookmarks between.
static bool is_bare(const struct docx_part *tree, uint32_t first, uint32_t last)
{
    const struct xml_node *nodes = tree->xml.nodes;
    for (uint32_t node = first; node <= last; node = nodes[node].end) {
        bool is_run = docx_word(tree, node) == W_R;
        if (!is_run && nodes[node].end > node + 1)
            return false;
        for (uint32_t child = node + 1; is_run && child < nodes[node].end; child = nodes[child].end)
            if (docx_word(tree, child) != W_RPR && docx_word(tree, child) != W_FLD_CHAR &&
                docx_word(tree, child) != W_INSTR_TEXT)
                return false;
    }
    return true;
}

// Whether one deletion takes in all of these bytes: then the paragraph's rewriting took the field.
static bool is_one_deletion(const struct docx_writer *writer, struct range range)
{
    const struct edits *edits = &writer->edits;
    size_t i = first_deletion_behind(edits->deletions, edits->deletion_count, range.from);
    if (i == edits->deletion_count)
        return false;
    struct range base = edits->deletions[i].base;
    return base.from <= range.from && base.to >= range.to;
}

// Its result goes piece by piece; its marks must go along, or an empty field would stay.
static void delete_field(struct docx_writer *writer, const struct docx_places *places,
                         const struct begun *field, uint32_t end)
{
    uint32_t number = writer->package->main;
    const struct docx_part *tree = &writer->package->parts[number];
    const struct xml_node *nodes = tree->xml.nodes;
    if (field->separate == NO_NODE || nodes[field->begin].parent != nodes[field->separate].parent ||
        !is_bare(tree, field->begin, field->separate) || !is_bare(tree, end, end))
        return;
    struct range result = {docx_place(places, number, field->separate),
                           docx_place(places, number, end)};
    bool is_long = paragraph_around(tree, field->begin) != paragraph_around(tree, end);
    struct holders by = {NULL, 0};
    if (result.from < result.to && (is_long || !is_one_deletion(writer, result)))
        by = writer_deleters(writer, result);
    if (by.count == 0)
        return;
    struct out_part *part = writer_part(writer, number);
    delete_runs(writer, part, field->begin, field->separate, by);
    delete_runs(writer, part, end, end, by);
}

void rewrite_whole_fields(struct docx_writer *writer)
{
    if (writer->edits.deletion_count == 0)
        return;
    const struct docx_part *tree = &writer->package->parts[writer->package->main];
    const struct xml_node *nodes = tree->xml.nodes;
    struct docx_places *places = docx_places_make(writer->documents[0], writer->arena);
    struct list begun = LIST_MAKE(writer->arena, struct begun);
    for (uint32_t node = 0; node < tree->xml.node_count; node++) {
        if (docx_word(tree, node) != W_FLD_CHAR)
            continue;
        struct str type = docx_attribute(tree, node, W_FLD_CHAR_TYPE);
        uint32_t run = nodes[node].parent;
        if (str_equal(type, STR("begin"))) {
            *LIST_ADD(&begun, struct begun) = (struct begun){run, NO_NODE};
            continue;
        }
        if (begun.count == 0)
            continue;
        struct begun *field = LIST_AT(&begun, struct begun, begun.count - 1);
        if (str_equal(type, STR("separate"))) {
            field->separate = run;
        } else if (str_equal(type, STR("end"))) {
            delete_field(writer, places, field, run);
            list_cut(&begun, begun.count - 1);
        }
    }
}
