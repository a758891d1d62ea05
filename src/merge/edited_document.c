// SPDX-License-Identifier: Apache-2.0
#include "merge/edited_document.h"

#include "text/draft.h"
#include "text/label.h"

static const struct origin nowhere = {0, 0, 0};

struct editing {
    const struct document *document;
    const struct text_edit *edits;
    size_t edit_count;
    size_t next_edit;
    const struct text_arrival *arrivals;
    size_t arrival_count;
    size_t next_arrival;
    const bool *left_out;
    uint32_t *roots;     // by block: its number in the edited one
    struct list objects; // uint32_t: the document's objects, in the order of the edited one's
    struct document_draft draft;
    bool is_open; // a paragraph
};

// A paragraph begins with its first words: one without any may be left out.
static void begin(struct editing *e)
{
    if (!e->is_open)
        draft_open_paragraph(&e->draft, nowhere);
    e->is_open = true;
}

// Looks are compared within one form only.
static uint32_t marks_of(struct editing *e, uint32_t marks)
{
    return e->draft.form == e->document->form ? draft_marks(&e->draft, &e->document->marks[marks])
                                              : 0;
}

static void add_object(struct editing *e, const struct text_run *run)
{
    struct object object = e->document->objects[run->object];
    begin(e);
    *LIST_ADD(&e->objects, uint32_t) = run->object;
    draft_object(&e->draft, &object, marks_of(e, run->marks), nowhere);
}

static void add_words(struct editing *e, struct str words)
{
    if (words.length == 0)
        return;
    begin(e);
    draft_text(&e->draft, words, 0, nowhere);
}

// Bytes [from, to) of the document's text within one paragraph; of them the units alone, or all.
static void add_range(struct editing *e, uint32_t from, uint32_t to, bool units_alone)
{
    const struct document *document = e->document;
    for (uint32_t i = run_at(document, from);
         i < document->run_count && document->runs[i].from < to; i++) {
        const struct text_run *run = &document->runs[i];
        uint32_t start = run->from > from ? run->from : from;
        uint32_t end = run->to < to ? run->to : to;
        if (run->object != NO_INDEX)
            add_object(e, run);
        else if (!units_alone && start < end) {
            begin(e);
            draft_text(&e->draft, str_slice(document->text, start, end), marks_of(e, run->marks),
                       nowhere);
        }
    }
}

// How much of the new words comes before a unit of the old: as much as they begin alike, by whole words.
static size_t alike(struct str old, struct str new)
{
    size_t same = 0;
    size_t whole = 0;
    while (same < old.length && same < new.length &&old.bytes[same] == new.bytes[same]) {
        same++;
        bool is_end = same == new.length || new.bytes[same] == ' ';
        if (is_end && (same == old.length || old.bytes[same] == ' '))
            whole = same;
    }
    return whole;
}

// The new words, with the units of those that they stand for. A unit stands behind the words before it
// where these
// are still there, else at the end.
static void add_edit(struct editing *e, const struct text_edit *edit)
{
    const struct document *document = e->document;
    struct str words = edit->words;
    uint32_t at = edit->from;
    if (edit->takes_units) {
        add_words(e, words);
        return;
    }
    for (uint32_t i = run_at(document, edit->from);
         i < document->run_count && document->runs[i].from < edit->to; i++) {
        const struct text_run *run = &document->runs[i];
        if (run->object == NO_INDEX)
            continue;
        struct str before = str_slice(document->text, at, run->from);
        size_t length = alike(before, words);
        if (length != before.length)
            break;
        add_words(e, str_slice(words, 0, length));
        words = str_skip(words, length);
        add_object(e, run);
        at = run->to;
    }
    add_words(e, words);
    add_range(e, at, edit->to, true);
}

static void add_arrivals(struct editing *e, uint32_t paragraph, bool is_before)
{
    while (e->next_arrival < e->arrival_count) {
        const struct text_arrival *arrival = &e->arrivals[e->next_arrival];
        if (arrival->paragraph != paragraph || arrival->is_before != is_before)
            return;
        struct paragraph facts = {.kind = PARAGRAPH_TEXT};
        struct typed_label label;
        if (arrival->like) {
            facts.kind = arrival->like->kind;
            facts.level = arrival->like->level;
        }
        if (label_typed(arrival->words, &label) && !label.is_doubtful) {
            facts.label = (struct label){label.text, (uint32_t)label.bytes};
            facts.kind = label.bytes < arrival->words.length ? PARAGRAPH_ITEM : PARAGRAPH_HEADING;
            facts.level = 1;
        }
        begin(e);
        add_words(e, arrival->words);
        draft_close_paragraph(&e->draft, &facts, 0);
        e->is_open = false;
        e->next_arrival++;
    }
}

static void add_paragraph(struct editing *e, uint32_t index)
{
    const struct paragraph *paragraph = &e->document->paragraphs[index];
    uint32_t at = paragraph->from;
    bool is_edited = false;
    add_arrivals(e, index, true);
    for (; e->next_edit < e->edit_count && e->edits[e->next_edit].from <= paragraph->to;
         e->next_edit++) {
        const struct text_edit *edit = &e->edits[e->next_edit];
        add_range(e, at, edit->from, false);
        add_edit(e, edit);
        at = edit->to;
        is_edited = true;
    }
    add_range(e, at, paragraph->to, false);
    if (!is_edited)
        begin(e);
    if (e->is_open)
        draft_close_paragraph(&e->draft, paragraph, 0);
    e->is_open = false;
    add_arrivals(e, index, false);
}

static void add_block(struct editing *e, uint32_t index)
{
    const struct block *block = &e->document->blocks[index];
    if (e->left_out && e->left_out[index])
        return;
    e->roots[index] = (uint32_t)e->draft.blocks.count;
    if (block->kind == BLOCK_PARAGRAPH) {
        add_paragraph(e, block->paragraph);
        return;
    }
    draft_open(&e->draft, block->kind, block->key, nowhere);
    for (uint32_t child = index + 1; child < block->end; child = e->document->blocks[child].end)
        add_block(e, child);
    draft_close(&e->draft, block->properties, 0);
}

const struct document *document_edited(const struct document *document,
                                       const struct document_editing *editing, struct arena *arena)
{
    struct arena *scratch = arena_open();
    enum document_form form = document->form == FORM_DOCX ? FORM_PLAIN : document->form;
    struct editing e = {.document = document,
                        .edits = editing->edits,
                        .edit_count = editing->edit_count,
                        .arrivals = editing->arrivals,
                        .arrival_count = editing->arrival_count,
                        .left_out = editing->left_out,
                        .roots = ARENA_ARRAY(scratch, uint32_t, document->block_count + 1),
                        .objects = LIST_MAKE(scratch, uint32_t),
                        .draft = draft_begin(arena, form, document->name)};
    draft_expect(&e.draft, document->text.length, document->paragraph_count, document->run_count);
    for (uint32_t root = 0; root < document->block_count; root = document->blocks[root].end)
        add_block(&e, root);
    for (size_t i = 0; i < e.objects.count; i++) {
        uint32_t story = document->objects[*LIST_AT(&e.objects, uint32_t, i)].story;
        if (story != NO_INDEX)
            draft_set_story(&e.draft, (uint32_t)i, e.roots[story]);
    }
    const struct document *edited = draft_end(&e.draft);
    arena_close(scratch);
    return edited;
}
