// SPDX-License-Identifier: Apache-2.0
// Simple fields that a redline cuts. A w:fldSimple has one result in one paragraph, and goes or stays with
// it; the same field in its long form can be split by a paragraph's end and deleted by one party alone:
//
//   <w:fldSimple w:instr="C">R</w:fldSimple>
//   <w:r>begin</w:r><w:r>C</w:r><w:r>separate</w:r> R <w:r>end</w:r>
#include "exchange/docx_write/rewrite_parts.h"

// The text of the runs in a field of this paragraph.
static struct range result_of(const struct cutter *cutter, uint32_t node)
{
    struct range result = {0, 0};
    uint32_t end = node_at(cutter, node)->end;
    for (uint32_t i = 0; i < cutter->runs.count; i++) {
        const struct docx_run *run = &cutter->runs.items[i];
        if (run->node <= node || run->node >= end)
            continue;
        if (result.from == result.to)
            result.from = run->text.from;
        result.to = run->text.to;
    }
    return result;
}

// The marks of a field, deleted by those who take out all of its result.
static struct str marks(struct cutter *cutter, struct holders by, struct str code, bool is_start)
{
    struct builder out = builder_make(cutter->writer->arena);
    if (by.count > 0)
        writer_add_tag(cutter->writer, &out, "del", by);
    if (is_start)
        add_field_start(&out, code, by.count > 0);
    else
        add_field_end(&out);
    if (by.count > 0)
        builder_add_c(&out, "</w:del>");
    return builder_str(&out);
}

void field_lengthen(struct cutter *cutter, uint32_t node)
{
    for (size_t i = 0; i < cutter->lengthened.count; i++)
        if (*LIST_AT(&cutter->lengthened, uint32_t, i) == node)
            return;
    *LIST_ADD(&cutter->lengthened, uint32_t) = node;
    struct range result = result_of(cutter, node);
    struct holders by = {NULL, 0};
    if (result.from < result.to)
        by = writer_deleters(cutter->writer, result);
    const struct xml_node *at = node_at(cutter, node);
    struct str code = docx_attribute(cutter->tree, node, W_INSTR);
    patch(cutter, at->from, at->open_to, marks(cutter, by, code, true));
    patch(cutter, at->close_from, at->to, marks(cutter, by, code, false));
}

void fields_lengthen_deleted(struct cutter *cutter, uint32_t from)
{
    for (uint32_t i = 0; i < cutter->runs.field_count; i++) {
        const struct docx_field *field = &cutter->runs.fields[i];
        if (field->text.from == from && docx_word(cutter->tree, field->node) == W_FLD_SIMPLE &&
            writer_deleters(cutter->writer, field->text).count > 0)
            field_lengthen(cutter, field->node);
    }
}
