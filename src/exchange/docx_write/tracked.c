// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/tracked.h"

#include "base/checked.h"
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/carriers.h"
#include "exchange/docx_write/carry_asides.h"
#include "exchange/docx_write/dates.h"
#include "exchange/docx_write/formats.h"
#include "exchange/docx_write/homes.h"
#include "exchange/docx_write/list_places.h"
#include "exchange/docx_write/made_lists.h"
#include "exchange/docx_write/new_package.h"
#include "exchange/docx_write/record.h"
#include "exchange/docx_write/rewrite.h"
#include "exchange/docx_write/scheme_styles.h"
#include "exchange/docx_write/settle.h"

#include <stdlib.h>
#include <string.h>

// What falls into the paragraph that the walk has come to.
struct paragraph_walk {
    struct docx_writer *writer;
    size_t deletion; // the first that may meet the present paragraph or a later one
    size_t insertion;
    struct format_walk formats;
    size_t run_change;
    const struct run_changed *run_changes;
    size_t run_change_count;
    struct list asides; // struct aside_mark
    size_t aside;
    struct list items;  // struct inserted_item
    struct list places; // uint32_t
};

static int by_number(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a;
    uint32_t other = *(const uint32_t *)b;
    return one < other ? -1 : one > other;
}

// Collects the numbers that tracked changes, bookmarks and comments bear already.
static void collect_ids(struct docx_writer *writer)
{
    struct list ids = LIST_MAKE(writer->arena, uint32_t);
    for (uint32_t i = 0; i < writer->package->part_count; i++) {
        const struct docx_part *part = &writer->package->parts[i];
        if (!part->is_tree)
            continue;
        for (uint32_t node = 0; node < part->xml.node_count; node++) {
            int64_t id;
            if (docx_word(part, node) == W_BOOKMARK_START)
                names_add(writer->bookmark_names, docx_attribute(part, node, W_NAME));
            if (part->xml.nodes[node].name != XML_TEXT &&
                checked_parse(docx_attribute(part, node, W_ID), &id) && id > 0 && id < INT32_MAX)
                *LIST_ADD(&ids, uint32_t) = (uint32_t)id;
        }
    }
    writer->used_ids = LIST_ITEMS(&ids, uint32_t);
    writer->used_count = ids.count;
    if (ids.count > 0)
        qsort(writer->used_ids, ids.count, sizeof(uint32_t), by_number);
}

static const uint32_t *blocks_of_paragraphs(const struct document *document, struct arena *arena)
{
    uint32_t *blocks = ARENA_ARRAY(arena, uint32_t, document->paragraph_count);
    for (uint32_t b = 0; b < document->block_count; b++)
        if (document->blocks[b].kind == BLOCK_PARAGRAPH)
            blocks[document->blocks[b].paragraph] = b;
    return blocks;
}

static struct str text_of(const struct document *document, struct range range)
{
    return str_slice(document->text, range.from, range.to);
}

// How a draft shows the words of a run change: only comparable within one form.
static struct str look_of(const struct merged *merged, const struct run_change *run_change)
{
    const struct document *draft = merged->drafts[run_change->party.number];
    const struct paragraph *paragraph =
        &draft->paragraphs[paragraph_at(draft, run_change->draft.from)];
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        const struct text_run *text_run = &draft->runs[paragraph->first_run + k];
        if (text_run->to > run_change->draft.from)
            return draft->marks[text_run->marks].key;
    }
    return STR("");
}

// One restyling for each stretch: that of the first party and of those who agree with it.
static void collect_run_changes(struct paragraph_walk *walk)
{
    const struct merged *merged = walk->writer->merged;
    struct docx_writer *writer = walk->writer;
    struct list made = LIST_MAKE(writer->arena, struct run_changed);
    uint32_t behind = 0;
    for (uint32_t i = 0; i < merged->run_change_count; i++) {
        const struct run_change *first = &merged->run_changes[i];
        const struct document *draft = merged->drafts[first->party.number];
        if (draft->form != merged->base->form || first->base.from >= first->base.to)
            continue;
        if (first->base.from < behind) {
            const struct run_changed *taken = LIST_AT(&made, struct run_changed, made.count - 1);
            bool shared = first->base.from == taken->base.from && first->base.to == taken->base.to;
            if (!shared ||
                !str_equal(look_of(merged, first),
                           look_of(merged, &(struct run_change){.party = {taken->document - 1},
                                                                .draft.from = taken->draft_from})))
                writer_note(writer, first->party.number + 1,
                            "another formatting that %.*s gives to \"%.*s\" is not shown",
                            STR_ARGS(merged->party_names[first->party.number]),
                            STR_ARGS(text_of(merged->base, first->base)));
            continue;
        }
        struct party *by = ARENA_ARRAY(writer->arena, struct party, merged->party_count);
        uint32_t count = 0;
        for (uint32_t k = i;
             k < merged->run_change_count && merged->run_changes[k].base.from == first->base.from;
             k++)
            if (merged->run_changes[k].base.to == first->base.to &&
                merged->drafts[merged->run_changes[k].party.number]->form == merged->base->form &&
                str_equal(look_of(merged, first), look_of(merged, &merged->run_changes[k])))
                by[count++] = merged->run_changes[k].party;
        const struct party *settler = scheme_settles(writer->scheme, count);
        *LIST_ADD(&made, struct run_changed) =
            (struct run_changed){first->base,
                                 {settler ? settler : by, settler ? 1 : count},
                                 first->party.number + 1,
                                 first->draft.from};
        behind = first->base.to;
    }
    walk->run_changes = LIST_ITEMS(&made, struct run_changed);
    walk->run_change_count = made.count;
}

// The child of `container` that a block lies in, or NO_INDEX when it lies elsewhere.
static uint32_t child_of(const struct document *document, uint32_t container, uint32_t block)
{
    while (block != NO_INDEX && document->blocks[block].parent != container)
        block = document->blocks[block].parent;
    return block;
}

static bool is_settlers(const struct docx_writer *writer, const struct insertion *insertion)
{
    return writer->scheme && holders_have(insertion->by, writer->scheme->settler);
}

// What is settled at one place, brackets piece by piece, is one text: it makes paragraphs together.
static size_t together(const struct docx_writer *writer, const struct insertion *first)
{
    size_t left = (size_t)(writer->edits.insertions + writer->edits.insertion_count - first);
    size_t count = 1;
    while (is_settlers(writer, first) && count < left && is_settlers(writer, &first[count]) &&
           first[count].at == first->at && first[count].container == first->container)
        count++;
    return count;
}

static size_t insert_beside_block(struct docx_writer *writer, const struct insertion *first,
                                  uint32_t block, uint32_t at, uint32_t neighbour)
{
    struct list items = LIST_MAKE(writer->arena, struct inserted_item);
    size_t count = together(writer, first);
    for (size_t i = 0; i < count; i++)
        items_add(writer, &first[i], &items);
    rewrite_insert_blocks(writer,
                          writer_part(writer, writer->documents[0]->blocks[block].origin.part), at,
                          LIST_ITEMS(&items, struct inserted_item), items.count, neighbour);
    return count;
}

static uint32_t last_child(const struct document *document, uint32_t block)
{
    uint32_t child = block + 1;
    while (document->blocks[child].end < document->blocks[block].end)
        child = document->blocks[child].end;
    return child;
}

// Insertions that stand between tables, rows or cells; the others are left to their paragraph. Gives how
// many were put in.
static size_t insert_between_blocks(struct docx_writer *writer, const struct insertion *insertion)
{
    const struct document *base = writer->documents[0];
    enum block_kind kind = base->blocks[insertion->container].kind;
    uint32_t child = NO_INDEX;
    uint32_t paragraph = 0;
    if (insertion->at < base->text.length) {
        paragraph = paragraph_at(base, insertion->at);
        child = child_of(base, insertion->container, writer->paragraph_blocks[0][paragraph]);
    }
    if (child == NO_INDEX) { // behind the container's last child
        child = last_child(base, insertion->container);
        if (kind != BLOCK_TABLE && kind != BLOCK_ROW)
            writer_note(writer, 0, "words at the very end of a part stand before its last mark");
        uint32_t at = base->blocks[child].origin.to;
        return insert_beside_block(writer, insertion, child, at, paragraph);
    }
    if (base->blocks[child].kind == BLOCK_PARAGRAPH)
        return 0;
    return insert_beside_block(writer, insertion, child, base->blocks[child].origin.from,
                               paragraph);
}

// A table that is put in where others have put in words without an end of their paragraph stands
// before those words: else a paragraph would end where nobody has ended one.
static void put_tables_first(struct paragraph_walk *walk, size_t made, uint32_t at)
{
    struct list *items = &walk->items;
    if (made == items->count || LIST_AT(items, struct inserted_item, made)->kind != ITEM_TABLE)
        return;
    size_t first = made;
    while (first > 0 && item_is_inline(LIST_AT(items, struct inserted_item, first - 1)) &&
           *LIST_AT(&walk->places, uint32_t, first - 1) == at)
        first--;
    bool has_words_before = first < made;
    for (size_t i = made; has_words_before && i < items->count; i++, first++) {
        struct inserted_item moved = *LIST_AT(items, struct inserted_item, i);
        for (size_t k = i; k > first; k--)
            *LIST_AT(items, struct inserted_item, k) = *LIST_AT(items, struct inserted_item, k - 1);
        *LIST_AT(items, struct inserted_item, first) = moved;
    }
}

static void collect_insertions(struct paragraph_walk *walk, const struct paragraph *paragraph)
{
    struct docx_writer *writer = walk->writer;
    const struct edits *edits = &writer->edits;
    list_cut(&walk->items, 0);
    list_cut(&walk->places, 0);
    while (walk->insertion < edits->insertion_count &&
           edits->insertions[walk->insertion].at <= paragraph->to) {
        const struct insertion *insertion = &edits->insertions[walk->insertion];
        size_t between = insert_between_blocks(writer, insertion);
        walk->insertion += between > 0 ? between : 1;
        if (between > 0)
            continue;
        size_t before = walk->items.count;
        items_add(writer, insertion, &walk->items);
        put_tables_first(walk, before, insertion->at);
        while (walk->places.count < walk->items.count)
            *LIST_ADD(&walk->places, uint32_t) = insertion->at;
    }
    for (; walk->aside < walk->asides.count; walk->aside++) {
        const struct aside_mark *mark = LIST_AT(&walk->asides, struct aside_mark, walk->aside);
        if (mark->at > paragraph->to)
            break;
        aside_mark_place(mark, paragraph->from, &walk->items, &walk->places);
    }
}

static bool is_last_child(const struct docx_writer *writer, uint32_t paragraph)
{
    const struct block *blocks = writer->documents[0]->blocks;
    uint32_t block = writer->paragraph_blocks[0][paragraph];
    return blocks[blocks[block].parent].end == blocks[block].end;
}

static void walk_paragraph(struct paragraph_walk *walk, uint32_t number)
{
    struct docx_writer *writer = walk->writer;
    const struct paragraph *paragraph = &writer->documents[0]->paragraphs[number];
    const struct edits *edits = &writer->edits;
    struct touched touched = {.paragraph = number};
    while (walk->deletion < edits->deletion_count &&
           edits->deletions[walk->deletion].base.to <= paragraph->from)
        walk->deletion++;
    if (walk->deletion < edits->deletion_count)
        touched.deletions = &edits->deletions[walk->deletion];
    for (size_t i = walk->deletion;
         i < edits->deletion_count && edits->deletions[i].base.from <= paragraph->to; i++)
        touched.deletion_count++;
    while (walk->run_change < walk->run_change_count &&
           walk->run_changes[walk->run_change].base.to <= paragraph->from)
        walk->run_change++;
    if (walk->run_change < walk->run_change_count)
        touched.run_changes = &walk->run_changes[walk->run_change];
    for (size_t i = walk->run_change;
         i < walk->run_change_count && walk->run_changes[i].base.from < paragraph->to; i++)
        touched.run_change_count++;
    formats_find(writer, &walk->formats, number, &touched);
    collect_insertions(walk, paragraph);
    touched.items = LIST_ITEMS(&walk->items, struct inserted_item);
    touched.places = LIST_ITEMS(&walk->places, uint32_t);
    touched.item_count = walk->items.count;
    touched.keeps_mark = is_last_child(writer, number);
    if (touched.deletion_count + touched.run_change_count + touched.item_count > 0 ||
        touched.paragraph_change || touched.place)
        rewrite_paragraph(writer, &touched);
}

static struct docx_writer *writer_make(const struct merged *merged,
                                       const struct docx_write_options *options,
                                       const struct docx_scheme *scheme, struct arena *arena)
{
    struct docx_writer *writer = ARENA_NEW(arena, struct docx_writer);
    *writer = (struct docx_writer){.merged = merged,
                                   .options = options,
                                   .scheme = scheme,
                                   .arena = arena,
                                   .document_count = merged->party_count + 1,
                                   .changes = LIST_MAKE(arena, struct zip_change),
                                   .types = builder_make(arena),
                                   .part_names = names_make(arena),
                                   .notes = LIST_MAKE(arena, struct merge_note),
                                   .note_texts = names_make(arena),
                                   .authors = names_make(arena),
                                   .fallbacks = names_make(arena),
                                   .bookmark_names = names_make(arena),
                                   .author_holders = LIST_MAKE(arena, struct holders)};
    return writer;
}

// A base of another format as the plain .docx file that stands in for it: the same blocks, the
// same bytes of text.
static bool stand_in(const struct document *base, const struct docx_write_options *options,
                     struct arena *arena, const struct document **document, struct error *error)
{
    const struct reading accept = {.kind = READING_ACCEPT};
    struct str bytes;
    if (!plain_package(base, arena, &bytes, error) ||
        !docx_read(base->name, bytes, &accept, options->limits, arena, document, error))
        return false;
    bool same = (*document)->block_count == base->block_count &&
                (*document)->text.length == base->text.length;
    for (uint32_t k = 0; same && k < base->paragraph_count; k++)
        same = (*document)->paragraphs[k].to == base->paragraphs[k].to;
    if (!same)
        return error_at(error, UNSUPPORTED, place_of(base->name),
                        "has characters or tables that cannot be written as a Word file");
    return true;
}

// A copy of the package with room for parts that the base does not have.
static struct docx_package *with_room(const struct docx_package *package, struct arena *arena)
{
    struct docx_package *copy = ARENA_NEW(arena, struct docx_package);
    *copy = *package;
    copy->arena = arena;
    copy->parts = ARENA_ARRAY(arena, struct docx_part, package->part_count + HOME_COUNT);
    memcpy(copy->parts, package->parts, package->part_count * sizeof *package->parts);
    return copy;
}

// Whether anything of a draft may come into the text. Where brackets or changes stay, all drafts may.
static bool may_carry(const struct merged *merged, const struct docx_scheme *scheme,
                      uint32_t document)
{
    if (!scheme || scheme->leaves_open || scheme->style_count > 0)
        return true;
    for (uint32_t s = 0; s < merged->slot_count; s++)
        for (uint32_t v = 1; v < merged->slots[s].variant_count; v++)
            if (merged->slots[s].variants[v].document == document)
                return true;
    for (uint32_t i = 0; i < merged->spacing_count; i++)
        if (merged->spacings[i].party.number + 1 == document)
            return true;
    for (uint32_t i = 0; i < merged->run_change_count; i++)
        if (merged->run_changes[i].party.number + 1 == document)
            return true;
    for (uint32_t i = 0; i < merged->paragraph_change_count; i++)
        if (merged->paragraph_changes[i].party.number + 1 == document)
            return true;
    return document > merged->party_count || merged->number_change_count > 0;
}

// Reads base and drafts so that no tracked changes stand in them. A draft of which nothing is carried is left
// as it was read: its words alone count then.
static bool settle_documents(struct docx_writer *writer, struct error *error)
{
    const struct document **documents =
        ARENA_ARRAY(writer->arena, const struct document *, writer->document_count);
    const uint32_t **blocks = ARENA_ARRAY(writer->arena, const uint32_t *, writer->document_count);
    for (uint32_t i = 0; i < writer->document_count; i++) {
        const struct document *document = merged_document(writer->merged, i);
        if (i == 0 && document->form != FORM_DOCX &&
            !stand_in(document, writer->options, writer->arena, &document, error))
            return false;
        // The base keeps its bytes; what drafts have is written anew.
        enum settled_prefixes kept = i == 0 ? PREFIXES_KEPT : PREFIXES_MADE_ONE;
        documents[i] = document;
        if ((i == 0 || may_carry(writer->merged, writer->scheme, i)) &&
            !document_settled(document, kept, writer->options->limits, writer->arena, &documents[i],
                              error))
            return false;
        blocks[i] = blocks_of_paragraphs(documents[i], writer->arena);
    }
    writer->documents = documents;
    writer->paragraph_blocks = blocks;
    writer->package = with_room(docx_source(documents[0])->package, writer->arena);
    writer->parts =
        ARENA_ARRAY(writer->arena, struct out_part *, writer->package->part_count + HOME_COUNT);
    return true;
}

// Edits, and the lists that go with them. Who numbers or sets a paragraph otherwise than others who do has it
// as a whole, which may alter the numbers that others have to write: so again, a few times.
static void plan(struct docx_writer *writer)
{
    enum { ROUNDS = 4 };
    struct list wholes = LIST_MAKE(writer->arena, struct paragraph_change);
    for (int round = 0; round < ROUNDS; round++) {
        edits_make(writer->merged, writer->scheme, &wholes, writer->arena, &writer->edits);
        list_places_find(writer);
        if (writer->scheme || !formats_wish(writer, &wholes))
            break; // a settled paragraph is nobody's alone
    }
    made_lists_add(writer);
}

bool tracked_write(const struct merged *merged, const struct docx_write_options *options,
                   const struct docx_scheme *scheme, struct arena *arena,
                   struct docx_writer **writer, struct str *bytes, struct error *error)
{
    struct docx_writer *made = writer_make(merged, options, scheme, arena);
    if (!settle_documents(made, error))
        return false;
    made->carriers = carriers_make(made);
    made->dates = dates_of_parties(merged, options->date, arena);
    collect_ids(made);
    plan(made);
    made->move_ids = ARENA_ARRAY(arena, uint32_t, merged->move_count + 1);
    struct paragraph_walk walk = {.writer = made,
                                  .items = LIST_MAKE(arena, struct inserted_item),
                                  .places = LIST_MAKE(arena, uint32_t)};
    walk.asides =
        scheme && !scheme->leaves_open ? LIST_MAKE(arena, struct aside_mark) : carry_asides(made);
    collect_run_changes(&walk);
    rewrite_whole_rows(made);
    for (uint32_t k = 0; k < made->documents[0]->paragraph_count; k++)
        walk_paragraph(&walk, k);
    rewrite_whole_fields(made);
    if (scheme && scheme->style_count > 0)
        scheme_styles_add(made);
    bool is_merged = !scheme || scheme->leaves_open || scheme->style_count > 0;
    // With remarks alone the file stays what it is.
    if (is_merged && (merged->party_count > 0 || options->remark_count == 0))
        record_add(made);
    else if (!is_merged)
        record_clear(made);
    *writer = made;
    return writer_finish(made, bytes, error);
}
