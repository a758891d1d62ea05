// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/next_base.h"

#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/carry_styles.h"
#include "exchange/docx_write/homes.h"
#include "exchange/docx_write/read_back.h"
#include "exchange/docx_write/record.h"
#include "exchange/docx_write/settle.h"
#include "exchange/docx_write/tracked.h"
#include "exchange/next_base/bracketed.h"
#include "exchange/next_base/proof.h"
#include "exchange/next_base/references.h"
#include "merge/last_marks.h"

// Where cells of a row come or go, the row is written as its party has it, which only a whole draft knows.
static bool has_whole_rows(const struct merged *merged, const struct slot *slot)
{
    for (uint32_t v = 1; v < slot->variant_count; v++)
        if (merged->drafts[slot->variants[v].document - 1]->form != FORM_DOCX)
            return false;
    return true;
}

static void note_columns(struct list *notes, struct arena *arena, uint32_t count, const char *what)
{
    if (count > 0)
        *LIST_ADD(notes, struct merge_note) =
            (struct merge_note){NOTE_NOT_CARRIED, STR(""),
                                arena_print(arena, "%u %s where cells of a row come or go %s",
                                            count, count == 1 ? "place" : "places", what)};
}

// By block: a row of which cells that somebody adds or takes out stay as tracked changes. It is written whole
// for its party, so that nothing in it can be settled or bracketed on its own.
static const bool *held_rows(const struct merged *merged, const struct decisions *decisions,
                             struct arena *arena)
{
    bool *rows = ARENA_ARRAY(arena, bool, merged->base->block_count);
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        uint32_t container = merged->slots[s].container;
        if (merged->base->blocks[container].kind == BLOCK_ROW && decisions->open != OPEN_BASE &&
            decisions->variants[s] != 0 && has_whole_rows(merged, &merged->slots[s]))
            rows[container] = true;
    }
    return rows;
}

static bool is_held(const struct merged *merged, const bool *rows, uint32_t slot)
{
    uint32_t block = merged->slots[slot].container;
    while (block != NO_INDEX && !rows[block])
        block = merged->base->blocks[block].parent;
    return block != NO_INDEX;
}

// The slots that can be decided here; the others stay as they are.
static struct decisions decidable(const struct merged *merged, const struct decisions *decisions,
                                  const bool *rows, struct arena *arena, struct list *notes)
{
    uint32_t *variants = ARENA_ARRAY(arena, uint32_t, merged->slot_count + 1);
    uint32_t left = 0;
    uint32_t lost = 0;
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        variants[s] = decisions->variants[s];
        if (is_held(merged, rows, s)) {
            left += variants[s] != NO_INDEX;
            variants[s] = NO_INDEX;
            continue;
        }
        enum block_kind kind = merged->base->blocks[merged->slots[s].container].kind;
        if (kind != BLOCK_ROW || variants[s] == 0)
            continue;
        bool is_kept = has_whole_rows(merged, &merged->slots[s]);
        left += variants[s] != NO_INDEX && is_kept;
        lost += !is_kept;
        variants[s] = is_kept ? NO_INDEX : 0;
    }
    note_columns(notes, arena, left, "stay open, with all that stands in these rows");
    note_columns(notes, arena, lost,
                 "stay as the base has them: make the file from the drafts' own merged .docx");
    return (struct decisions){variants, decisions->open};
}

const bool *next_base_held(const struct merged *merged, const struct decisions *decisions,
                           struct arena *arena)
{
    struct list unused = LIST_MAKE(arena, struct merge_note);
    const bool *rows = held_rows(merged, decisions, arena);
    const struct decisions own = decidable(merged, decisions, rows, arena, &unused);
    bool *held = ARENA_ARRAY(arena, bool, merged->slot_count + 1);
    for (uint32_t s = 0; s < merged->slot_count; s++)
        held[s] = own.variants[s] != decisions->variants[s];
    return held;
}

// What is settled is accepted; the changes of others are refused, or left.
static bool settle(const struct docx_writer *writer, struct str tracked, struct arena *arena,
                   struct str *bytes, struct error *error)
{
    struct reading reading = docx_reading_of(writer, writer->scheme->settler, arena);
    reading.leaves_others = writer->scheme->leaves_open;
    struct str name = writer->merged->base->name;
    const struct input_limits *limits = writer->options->limits;
    struct docx_package *package;
    const struct document *document;
    return docx_package_open(name, tracked, limits, arena, &package, error) &&
           docx_read_words(name, package, &reading, limits, arena, &document, error) &&
           document_settled_bytes(document, NULL, arena, bytes, error);
}

// Ids of styles that the base does not use.
static void name_styles(const struct document *base, struct docx_scheme *scheme,
                        struct arena *arena)
{
    const struct docx_part *known =
        base->form == FORM_DOCX ? package_home(docx_source(base)->package, HOME_STYLES) : NULL;
    struct bracket_style *styles =
        ARENA_ARRAY(arena, struct bracket_style, scheme->style_count + 1);
    for (uint32_t i = 0; i < scheme->style_count; i++) {
        styles[i] = scheme->styles[i];
        struct str id = styles[i].id;
        for (uint32_t n = 1;
             known && element_with(known, W_STYLE, W_STYLE_ID, styles[i].id) != NO_NODE; n++) {
            styles[i].id = arena_print(arena, "%.*s_%u", STR_ARGS(id), n);
            styles[i].name = arena_print(arena, "%.*s (%u)", STR_ARGS(scheme->styles[i].name), n);
        }
    }
    scheme->styles = styles;
}

static bool has_tracked(const struct merged *merged, const struct docx_scheme *scheme)
{
    for (uint32_t s = 0; s < merged->slot_count; s++)
        if (merged->slots[s].variant_count > 1 && scheme->slots[s].count == 0 &&
            merged->slots[s].variants[1].parties[0].number != scheme->settler.number)
            return true;
    return false;
}

// The slots that can be bracketed: those of held rows count as settled there.
static const uint32_t *bracketed(const struct merged *merged, const uint32_t *variants,
                                 const bool *rows, struct arena *arena)
{
    uint32_t *own = ARENA_ARRAY(arena, uint32_t, merged->slot_count + 1);
    for (uint32_t s = 0; s < merged->slot_count; s++)
        own[s] = is_held(merged, rows, s) ? 0 : variants[s];
    return own;
}

bool docx_write_reading(struct str name, struct str bytes, const struct reading *reading,
                        const struct input_limits *limits, struct arena *arena, struct str *one,
                        struct error *error)
{
    const struct document *document;
    struct docx_package *package = NULL;
    struct zip_change cleared;
    struct str tracked;
    return docx_brackets_as_tracked(name, bytes, limits, arena, NULL, &package, &tracked, error) &&
           (package || docx_package_open(name, tracked, limits, arena, &package, error)) &&
           docx_read_package(name, package, reading, limits, arena, &document, error) &&
           document_settled_bytes(
               document, record_cleared(docx_source(document)->package, &cleared) ? &cleared : NULL,
               arena, one, error) &&
           docx_read_back_new(*one, limits, error);
}

// What fields say of places elsewhere in the text follows these. Where changes are left open it is for the
// word processor, which counts with them or without.
static bool follow_references(const struct docx_writer *writer, struct arena *arena,
                              struct list *notes, struct str *bytes, struct error *error)
{
    const struct document *base = writer->merged->base;
    struct str before = *bytes;
    if (base->form != FORM_DOCX || writer->scheme->leaves_open)
        return true;
    return references_follow(base, writer->options->limits, arena, notes, bytes, error) &&
           (bytes->bytes == before.bytes ||
            docx_read_back_new(*bytes, writer->options->limits, error));
}

bool docx_write_next(const struct merged *given, const struct decisions *decisions,
                     const struct bracketing *brackets, const struct docx_write_options *options,
                     struct arena *arena, struct docx_written *written, struct error *error)
{
    struct merged spared;
    merged_spare_last_marks(given, arena, &spared);
    const struct merged *merged = &spared;
    struct list notes = LIST_MAKE(arena, struct merge_note);
    const bool *rows = held_rows(merged, decisions, arena);
    const struct decisions own = decidable(merged, decisions, rows, arena, &notes);
    struct docx_scheme scheme = {.settler = {merged->party_count},
                                 .leaves_open = own.open == OPEN_TRACKED};
    struct merged decided;
    const struct document *marks = merged->base;
    if (own.open == OPEN_BRACKETS)
        bracketing_make(merged, bracketed(merged, own.variants, rows, arena), brackets, arena,
                        &scheme, &marks);
    name_styles(merged->base, &scheme, arena);
    merged_decide(merged, &own, marks, arena, &decided);
    if (own.open == OPEN_BRACKETS)
        scheme.leaves_open = has_tracked(&decided, &scheme);
    struct docx_writer *writer;
    struct str tracked;
    if (!tracked_write(&decided, options, &scheme, arena, &writer, &tracked, error) ||
        !settle(writer, tracked, arena, &written->bytes, error) ||
        !next_base_proof(writer, written->bytes, error) ||
        !follow_references(writer, arena, &notes, &written->bytes, error))
        return false;
    for (size_t i = 0; i < writer->notes.count; i++)
        *LIST_ADD(&notes, struct merge_note) = *LIST_AT(&writer->notes, struct merge_note, i);
    written->notes = LIST_ITEMS(&notes, struct merge_note);
    written->note_count = (uint32_t)notes.count;
    return true;
}
