// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/source.h"
#include "exchange/next_base/next_base.h"
#include "exchange/next_base/spliced.h"
#include "merge/merged.h"
#include "workbench/answer.h"
#include "workbench/text/put_parts.h"

// The edited text beside the old one, paragraph by paragraph.
struct beside {
    const struct putting *putting;
    const struct document *wanted;
    struct list slots; // struct slot
    struct list pairs; // struct spliced_paragraphs
    uint32_t next;     // the paragraph of the edited text that is not passed yet
    size_t edits;      // passed
    size_t arrivals;
};

static uint32_t flow_of(const struct document *document, uint32_t paragraph)
{
    uint32_t block = document->blocks[putting_block(document, paragraph)].parent;
    while (document->blocks[block].kind < BLOCK_CELL)
        block = document->blocks[block].parent;
    return block;
}

static void add_slot(struct beside *beside, uint32_t paragraph, struct range base,
                     struct range wanted, bool is_whole)
{
    static const struct party proposer = {0};
    const struct document *document = beside->putting->place->document;
    struct variant *variants = ARENA_ARRAY(beside->putting->arena, struct variant, 2);
    variants[0] = (struct variant){
        .range = base, .text = str_slice(document->text, base.from, base.to), .is_base = true};
    variants[1] = (struct variant){.document = 1,
                                   .range = wanted,
                                   .text = str_slice(beside->wanted->text, wanted.from, wanted.to),
                                   .parties = &proposer,
                                   .party_count = 1};
    *LIST_ADD(&beside->slots, struct slot) =
        (struct slot){.kind = SLOT_WORDING,
                      .container = flow_of(document, paragraph),
                      .base = base,
                      .whole = is_whole,
                      .variants = variants,
                      .variant_count = 2};
}

static uint32_t start_of(const struct document *document, uint32_t paragraph)
{
    return paragraph < document->paragraph_count ? document->paragraphs[paragraph].from
                                                 : (uint32_t)document->text.length;
}

static void add_pair(struct beside *beside, struct range old, uint32_t first, bool is_before)
{
    *LIST_ADD(&beside->pairs, struct spliced_paragraphs) =
        (struct spliced_paragraphs){old, {first, beside->next}, is_before};
}

static void pass_arrivals(struct beside *beside, uint32_t paragraph, bool is_before)
{
    const struct list *arrivals = &beside->putting->arrivals;
    const struct document *document = beside->putting->place->document;
    uint32_t at = start_of(document, is_before ? paragraph : paragraph + 1);
    uint32_t first = beside->next;
    for (; beside->arrivals < arrivals->count; beside->arrivals++, beside->next++) {
        const struct text_arrival *arrival =
            LIST_AT(arrivals, struct text_arrival, beside->arrivals);
        if (arrival->paragraph != paragraph || arrival->is_before != is_before)
            break;
    }
    if (beside->next == first)
        return;
    add_slot(
        beside, paragraph, (struct range){at, at},
        (struct range){start_of(beside->wanted, first), start_of(beside->wanted, beside->next)},
        true);
    uint32_t place = is_before ? paragraph : paragraph + 1;
    add_pair(beside, (struct range){place, place}, first, is_before);
}

// A cell or story keeps a last paragraph, even one without words.
static bool is_kept_empty(const struct document *document, uint32_t paragraph)
{
    uint32_t block = putting_block(document, paragraph);
    uint32_t parent = document->blocks[block].parent;
    const struct block *before = &document->blocks[block - 1];
    bool follows_one = before->kind == BLOCK_PARAGRAPH && before->parent == parent;
    return document->blocks[block].end == document->blocks[parent].end && !follows_one;
}

// A paragraph has one edit at most; where nothing is left of it, it is gone.
static void pass_edit(struct beside *beside, uint32_t paragraph)
{
    const struct document *document = beside->putting->place->document;
    const struct paragraph *old = &document->paragraphs[paragraph];
    const struct list *edits = &beside->putting->edits;
    const struct text_edit *edit =
        beside->edits < edits->count ? LIST_AT(edits, struct text_edit, beside->edits) : NULL;
    if (!edit || edit->from > old->to) {
        beside->next++;
        return;
    }
    beside->edits++;
    if (edit->words.length == 0 && edit->from == old->from && edit->to == old->to &&
        !is_kept_empty(document, paragraph)) {
        uint32_t at = start_of(beside->wanted, beside->next);
        add_slot(beside, paragraph, (struct range){old->from, old->to + 1}, (struct range){at, at},
                 true);
        add_pair(beside, (struct range){paragraph, paragraph + 1}, beside->next, false);
        return;
    }
    const struct paragraph *new = &beside->wanted->paragraphs[beside->next++];
    struct range range = {new->from + (edit->from - old->from), new->to - (old->to - edit->to)};
    add_slot(beside, paragraph, (struct range){edit->from, edit->to}, range, false);
    add_pair(beside, (struct range){paragraph, paragraph + 1}, beside->next - 1, false);
}

// What differs between the two texts, as the slots of a merge of which one party changed the old text.
static bool lay_beside(const struct putting *putting, const struct document *wanted,
                       struct beside *beside)
{
    const struct document *document = putting->place->document;
    *beside = (struct beside){.putting = putting,
                              .wanted = wanted,
                              .slots = LIST_MAKE(putting->arena, struct slot),
                              .pairs = LIST_MAKE(putting->arena, struct spliced_paragraphs)};
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        if (beside->next > wanted->paragraph_count)
            return false;
        pass_arrivals(beside, p, true);
        pass_edit(beside, p);
        pass_arrivals(beside, p, false);
    }
    return beside->next == wanted->paragraph_count;
}

static bool write_settled(const struct putting *putting, const struct beside *beside,
                          struct str *bytes, struct error *error)
{
    static const struct str proposer = STR_INIT("proposal");
    const struct docx_write_options how = {.limits =
                                               answer_limits(putting->budget, putting->arena)};
    struct docx_written written;
    const struct merged merged = {.party_names = &proposer,
                                  .party_count = 1,
                                  .base = putting->place->document,
                                  .drafts = &beside->wanted,
                                  .slots = LIST_ITEMS(&beside->slots, struct slot),
                                  .slot_count = (uint32_t)beside->slots.count};
    uint32_t *variants = ARENA_ARRAY(putting->arena, uint32_t, merged.slot_count + 1);
    for (uint32_t s = 0; s < merged.slot_count; s++)
        variants[s] = 1;
    const struct decisions decisions = {variants, OPEN_BASE};
    if (!docx_write_next(&merged, &decisions, NULL, &how, putting->arena, &written, error))
        return false;
    *bytes = written.bytes;
    return true;
}

// The tracked changes of a draft say what it does to the base: they stay, but in the place itself.
static bool keep_tracked(const struct putting *putting, const struct beside *beside,
                         struct str *bytes)
{
    const struct input_limits *limits = answer_limits(putting->budget, putting->arena);
    const struct document *made;
    struct str spliced;
    if (!putting_read(putting, *bytes, &made) ||
        made->paragraph_count != beside->wanted->paragraph_count ||
        !docx_splice(putting->place->document, made, &beside->pairs, limits, putting->arena,
                     &spliced) ||
        !putting_reads_as(putting, spliced, beside->wanted->text))
        return false;
    *bytes = spliced;
    return true;
}

static enum wording_settled settled_here(const struct putting *putting, const struct list *pairs)
{
    const struct docx_source *source = docx_source(putting->place->document);
    for (size_t i = 0; i < pairs->count; i++) {
        const struct spliced_paragraphs *pair = LIST_AT(pairs, struct spliced_paragraphs, i);
        for (uint32_t p = pair->old.from; p < pair->old.to; p++)
            if (source->paragraphs[p].has_changes)
                return SETTLED_HERE;
    }
    return SETTLED_NONE;
}

bool put_into_docx(const struct putting *putting, const struct document *wanted, struct str *bytes,
                   enum wording_settled *settled, struct error *error)
{
    struct beside beside;
    if (!lay_beside(putting, wanted, &beside))
        return putting_refuse(error, "the last paragraph of a cell or note cannot go");
    if (!write_settled(putting, &beside, bytes, error))
        return false;
    if (!putting_reads_as(putting, *bytes, wanted->text))
        return putting_refuse(error, "the place cannot be changed alone in this Word file");
    if (docx_source(putting->place->document)->author_count > 0)
        *settled = keep_tracked(putting, &beside, bytes) ? settled_here(putting, &beside.pairs)
                                                         : SETTLED_ALL;
    return true;
}
