// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/spliced.h"

#include "base/builder.h"
#include "exchange/docx/changes.h"
#include "exchange/docx/source.h"
#include "exchange/docx_write/read_back.h"

static const struct docx_part *part_at(const struct document *document, uint32_t paragraph)
{
    return &docx_source(document)->package->parts[document->paragraphs[paragraph].origin.part];
}

static const struct spliced_paragraphs *pair_at(const struct list *pairs, size_t i)
{
    return LIST_AT(pairs, struct spliced_paragraphs, i);
}

// A paragraph of the old document in whose part the pair lies.
static uint32_t home_of(const struct spliced_paragraphs *pair)
{
    bool is_behind = pair->old.from == pair->old.to && !pair->is_before;
    return is_behind ? pair->old.from - 1 : pair->old.from;
}

static struct range old_bytes(const struct document *old, const struct spliced_paragraphs *pair)
{
    const struct origin *home = &old->paragraphs[home_of(pair)].origin;
    if (pair->old.from < pair->old.to)
        return (struct range){home->from, old->paragraphs[pair->old.to - 1].origin.to};
    uint32_t at = pair->is_before ? home->from : home->to;
    return (struct range){at, at};
}

static struct str made_bytes(const struct document *made, const struct spliced_paragraphs *pair)
{
    if (pair->made.from == pair->made.to)
        return STR("");
    return str_slice(part_at(made, pair->made.from)->xml.source,
                     made->paragraphs[pair->made.from].origin.from,
                     made->paragraphs[pair->made.to - 1].origin.to);
}

// What tracked changes were settled in is another part; nothing else may be.
static bool is_other_part(const struct document *old, const struct document *made, uint32_t home,
                          uint32_t number, struct arena *arena)
{
    const struct docx_part *part = &docx_source(made)->package->parts[number];
    uint32_t known = docx_part_named(docx_source(old)->package, part->name);
    if (known == NO_PART)
        return true;
    const struct docx_part *before = &docx_source(old)->package->parts[known];
    bool is_same =
        before->entry->crc == part->entry->crc && before->entry->bytes == part->entry->bytes;
    return !is_same && known != home &&
           (!before->is_tree || changes_find(before, arena).count == 0);
}

static bool splice_part(const struct document *old, const struct document *made,
                        const struct list *pairs, struct arena *arena, struct str *content)
{
    const struct docx_part *part = part_at(old, home_of(pair_at(pairs, 0)));
    struct builder out = builder_make(arena);
    uint32_t at = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        const struct spliced_paragraphs *pair = pair_at(pairs, i);
        struct range range = old_bytes(old, pair);
        if (part_at(old, home_of(pair)) != part || range.from < at)
            return false;
        builder_add(&out, str_slice(part->xml.source, at, range.from));
        builder_add(&out, made_bytes(made, pair));
        at = range.to;
    }
    builder_add(&out, str_skip(part->xml.source, at));
    *content = builder_str(&out);
    return true;
}

bool docx_splice(const struct document *old, const struct document *made, const struct list *pairs,
                 const struct input_limits *limits, struct arena *arena, struct str *bytes)
{
    const struct docx_package *package = docx_source(old)->package;
    struct zip_change change;
    struct error ignored;
    if (pairs->count == 0)
        return false;
    uint32_t home = old->paragraphs[home_of(pair_at(pairs, 0))].origin.part;
    for (uint32_t i = 0; i < docx_source(made)->package->part_count; i++)
        if (is_other_part(old, made, home, i, arena))
            return false;
    change = (struct zip_change){.name = package->parts[home].name};
    return splice_part(old, made, pairs, arena, &change.content) &&
           zip_write(&package->zip, &change, 1, arena, bytes, &ignored) &&
           docx_read_back_new(*bytes, limits, &ignored);
}
