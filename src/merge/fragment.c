// SPDX-License-Identifier: Apache-2.0
#include "merge/fragment.h"

#include "merge/similarity.h"
#include "text/draft.h"

struct completing {
    const struct document *base;
    const struct document *fragment;
    struct tokens base_tokens;
    struct tokens fragment_tokens;
    struct token_lines base_lines;
    struct token_lines lines;
    uint32_t *partners; // base line of each fragment line
    uint32_t *line_of;  // by base paragraph: the fragment line that stands for it, or NO_INDEX
    uint32_t
        *behind;     // by base paragraph: the first fragment line that comes behind it, or NO_INDEX
    uint32_t *roots; // by base block: its number in the whole
    struct list objects; // uint32_t: the base's objects, in the order of the whole's
    struct document_draft draft;
    struct arena *scratch;
    struct list unplaced; // struct str
    struct fragment_placed placed;
};

static const struct origin nowhere = {0, 0, 0};

// Looks are compared within one form only.
static uint32_t marks_in(struct completing *c, const struct document *from, uint32_t marks)
{
    if (from->form != c->draft.form)
        return 0;
    return draft_marks(&c->draft, &from->marks[marks]);
}

static void add_object(struct completing *c, const struct text_run *run)
{
    struct object object = c->base->objects[run->object];
    *LIST_ADD(&c->objects, uint32_t) = run->object;
    draft_object(&c->draft, &object, marks_in(c, c->base, run->marks), nowhere);
}

// Bytes [from, to) of one document, which stand in one paragraph.
static void add_range(struct completing *c, const struct document *document, uint32_t from,
                      uint32_t to)
{
    for (uint32_t i = run_at(document, from);
         i < document->run_count && document->runs[i].from < to; i++) {
        const struct text_run *run = &document->runs[i];
        uint32_t start = run->from > from ? run->from : from;
        uint32_t end = run->to < to ? run->to : to;
        if (run->object == NO_INDEX)
            draft_text(&c->draft, str_slice(document->text, start, end),
                       marks_in(c, document, run->marks), nowhere);
        else if (document == c->base)
            add_object(c, run);
        else
            c->placed.units++;
    }
}

// Where the words of a fragment's line stand in the base's line.
struct fitted {
    const struct text_token *base;
    const struct text_token *own;
    const uint32_t *base_ids;
    const uint32_t *own_ids;
    uint32_t base_count;
    uint32_t own_count;
    uint32_t *partners; // of the base's tokens
    uint32_t aligned;
    uint32_t from; // base tokens [from, to) are replaced
    uint32_t to;
};

static struct fitted fit(struct completing *c, const struct token_line *base,
                         const struct token_line *own)
{
    struct fitted fitted = {.base = c->base_tokens.items + base->first,
                            .own = c->fragment_tokens.items + own->first,
                            .base_ids = c->base_tokens.ids + base->first,
                            .own_ids = c->fragment_tokens.ids + own->first,
                            .base_count = base->count,
                            .own_count = own->count,
                            .partners = ARENA_ARRAY(c->scratch, uint32_t, base->count + 1),
                            .from = base->count};
    rows_align(fitted.base_ids, base->count, fitted.own_ids, own->count, fitted.partners);
    for (uint32_t i = 0; i < base->count; i++) {
        if (fitted.partners[i] == NO_INDEX)
            continue;
        fitted.from = fitted.from < i ? fitted.from : i;
        fitted.to = i + 1;
        fitted.aligned++;
    }
    return fitted;
}

static uint32_t words_within(const struct fitted *fitted, uint32_t from, uint32_t to)
{
    uint32_t words = 0;
    for (uint32_t i = from; i < to; i++)
        words += fitted->base[i].kind <= TOKEN_DATE;
    return words;
}

// A full stop where the base goes on is the fragment's own.
static void drop_own_stop(struct fitted *fitted)
{
    const struct text_token *last = &fitted->own[fitted->own_count - 1];
    if (last->kind == TOKEN_PUNCTUATION && last->to - last->from == 1 && fitted->own_count > 1 &&
        fitted->to < fitted->base_count && fitted->to > 0 &&
        fitted->partners[fitted->to - 1] != fitted->own_count - 1)
        fitted->own_count--;
}

// A line stands for the whole of the base's, or for a part: what it does not reach at either end is
// a good part of the base's words, and its own first or last word is the base's there.
static bool fits(struct fitted *fitted, const struct token_line *base, const struct token_line *own)
{
    if (fitted->aligned == 0)
        return false;
    bool is_short = own->words * 10 < base->words * 6;
    drop_own_stop(fitted);
    uint32_t fair = base->words / 4 > 2 ? base->words / 4 : 2;
    bool begins_inside = words_within(fitted, 0, fitted->from) >= fair &&
                         (is_short || fitted->partners[fitted->from] == 0);
    bool ends_inside = words_within(fitted, fitted->to, fitted->base_count) >= fair &&
                       (is_short || fitted->partners[fitted->to - 1] == fitted->own_count - 1);
    if (!ends_inside) {
        fitted->to = fitted->base_count;
        fitted->own_count = own->count;
    }
    if (!begins_inside)
        fitted->from = 0;
    uint32_t length = fitted->to - fitted->from;
    return !is_short || (fitted->aligned * 10 >= fitted->own_count * 6 &&
                         length * 2 <= fitted->own_count * 3 + 4);
}

static bool is_unchanged(const struct fitted *fitted)
{
    uint32_t kept = 0;
    for (uint32_t i = fitted->from; i < fitted->to; i++) {
        if (fitted->base[i].kind == TOKEN_OBJECT)
            continue;
        if (fitted->partners[i] != kept)
            return false;
        kept++;
    }
    return kept == fitted->own_count;
}

// The fragment's words, and the units that the base has between them, each behind the word that it
// follows.
static void add_fitted(struct completing *c, const struct paragraph *paragraph,
                       const struct fitted *fitted)
{
    uint32_t start = fitted->base[fitted->from].from;
    uint32_t end = fitted->base[fitted->to - 1].to;
    uint32_t at = fitted->own[0].from;
    uint32_t behind = at;
    add_range(c, c->base, paragraph->from, start);
    for (uint32_t i = fitted->from; i < fitted->to; i++) {
        uint32_t partner = fitted->partners[i];
        if (partner != NO_INDEX && partner < fitted->own_count)
            behind = fitted->own[partner].to;
        if (fitted->base[i].kind != TOKEN_OBJECT || partner != NO_INDEX)
            continue;
        add_range(c, c->fragment, at, behind);
        at = behind;
        add_object(c, &c->base->runs[run_at(c->base, fitted->base[i].from)]);
    }
    add_range(c, c->fragment, at, fitted->own[fitted->own_count - 1].to);
    add_range(c, c->base, end, paragraph->to);
}

static void leave_unplaced(struct completing *c, uint32_t line)
{
    const struct paragraph *paragraph = &c->fragment->paragraphs[c->lines.items[line].paragraph];
    *LIST_ADD(&c->unplaced, struct str) = paragraph_text(c->fragment, paragraph);
}

static void add_paragraph(struct completing *c, uint32_t index)
{
    const struct paragraph *paragraph = &c->base->paragraphs[index];
    uint32_t line = c->line_of[index];
    draft_open_paragraph(&c->draft, nowhere);
    bool is_fitted = false;
    if (line != NO_INDEX) {
        const struct token_line *base = &c->base_lines.items[c->partners[line]];
        const struct token_line *own = &c->lines.items[line];
        struct fitted fitted = fit(c, base, own);
        bool fits_in = fits(&fitted, base, own);
        is_fitted = fits_in && !is_unchanged(&fitted);
        if (is_fitted)
            add_fitted(c, paragraph, &fitted);
        if (fits_in)
            c->placed.placed++;
        else
            leave_unplaced(c, line);
    }
    if (!is_fitted)
        add_range(c, c->base, paragraph->from, paragraph->to);
    draft_close_paragraph(&c->draft, paragraph, 0);
}

// Lines of the fragment that stand between two which have their places side by side.
static void add_behind(struct completing *c, uint32_t index)
{
    for (uint32_t line = c->behind[index];
         line != NO_INDEX && line < c->lines.count && c->partners[line] == NO_INDEX; line++) {
        const struct paragraph *paragraph =
            &c->fragment->paragraphs[c->lines.items[line].paragraph];
        draft_open_paragraph(&c->draft, nowhere);
        add_range(c, c->fragment, paragraph->from, paragraph->to);
        struct paragraph facts = *paragraph;
        if (c->fragment->form != c->draft.form)
            facts.properties = STR("");
        draft_close_paragraph(&c->draft, &facts, 0);
        c->placed.added++;
    }
}

static void add_block(struct completing *c, uint32_t index)
{
    const struct block *block = &c->base->blocks[index];
    c->roots[index] = (uint32_t)c->draft.blocks.count;
    if (block->kind == BLOCK_PARAGRAPH) {
        add_paragraph(c, block->paragraph);
        add_behind(c, block->paragraph);
        return;
    }
    draft_open(&c->draft, block->kind, block->key, nowhere);
    for (uint32_t child = index + 1; child < block->end; child = c->base->blocks[child].end)
        add_block(c, child);
    draft_close(&c->draft, block->properties, 0);
}

static uint32_t *all_none(uint32_t count, struct arena *arena)
{
    uint32_t *items = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t i = 0; i <= count; i++)
        items[i] = NO_INDEX;
    return items;
}

static uint32_t parent_of(const struct document *document, uint32_t paragraph)
{
    for (uint32_t i = 0; i < document->block_count; i++)
        if (document->blocks[i].paragraph == paragraph &&
            document->blocks[i].kind == BLOCK_PARAGRAPH)
            return document->blocks[i].parent;
    return NO_INDEX;
}

static bool are_beside(const struct completing *c, uint32_t line, uint32_t next)
{
    if (c->partners[next] != c->partners[line] + 1)
        return false;
    uint32_t a = c->base_lines.items[c->partners[line]].paragraph;
    uint32_t b = c->base_lines.items[c->partners[next]].paragraph;
    return parent_of(c->base, a) == parent_of(c->base, b);
}

// Where each line goes: in a paragraph's place, behind one, or nowhere.
static void find_places(struct completing *c)
{
    c->line_of = all_none(c->base->paragraph_count, c->scratch);
    c->behind = all_none(c->base->paragraph_count, c->scratch);
    for (uint32_t line = 0; line < c->lines.count; line++)
        if (c->partners[line] != NO_INDEX)
            c->line_of[c->base_lines.items[c->partners[line]].paragraph] = line;
    for (uint32_t line = 0; line < c->lines.count;) {
        uint32_t next = line + 1;
        while (next < c->lines.count && c->partners[next] == NO_INDEX)
            next++;
        bool is_placed = c->partners[line] != NO_INDEX;
        bool is_between =
            is_placed && next > line + 1 && next < c->lines.count && are_beside(c, line, next);
        if (is_between)
            c->behind[c->base_lines.items[c->partners[line]].paragraph] = line + 1;
        for (uint32_t i = is_placed ? line + 1 : line; i < next && !is_between; i++)
            leave_unplaced(c, i);
        line = next;
    }
}

static struct document *compose(struct completing *c)
{
    c->roots = ARENA_ARRAY(c->scratch, uint32_t, c->base->block_count + 1);
    for (uint32_t root = 0; root < c->base->block_count; root = c->base->blocks[root].end)
        add_block(c, root);
    for (size_t i = 0; i < c->objects.count; i++) {
        uint32_t story = c->base->objects[*LIST_AT(&c->objects, uint32_t, i)].story;
        if (story != NO_INDEX)
            draft_set_story(&c->draft, (uint32_t)i, c->roots[story]);
    }
    for (uint32_t i = 0; i < c->fragment->note_count; i++)
        draft_note(&c->draft, c->fragment->notes[i]);
    return draft_end(&c->draft);
}

static bool cut_and_pair(struct completing *c, size_t max_tokens, struct error *error)
{
    struct dictionary *dictionary = dictionary_make(c->scratch);
    if (!tokens_cut(c->base, max_tokens, dictionary, c->scratch, &c->base_tokens, error) ||
        !tokens_cut(c->fragment, max_tokens, dictionary, c->scratch, &c->fragment_tokens, error))
        return false;
    c->base_lines = token_lines_of(&c->base_tokens, c->scratch);
    c->lines = token_lines_of(&c->fragment_tokens, c->scratch);
    return lines_pair(&c->base_tokens, c->base_lines, &c->fragment_tokens, c->lines, c->scratch,
                      &c->partners, error);
}

bool fragment_complete(const struct document *base, const struct document *fragment,
                       size_t max_tokens, struct arena *arena, const struct document **whole,
                       struct fragment_placed *placed, struct error *error)
{
    struct arena *scratch = arena_open();
    enum document_form form = fragment->form == FORM_DOCX ? FORM_PLAIN : fragment->form;
    struct completing c = {.base = base,
                           .fragment = fragment,
                           .scratch = scratch,
                           .draft = draft_begin(arena, form, fragment->name),
                           .objects = LIST_MAKE(scratch, uint32_t),
                           .unplaced = LIST_MAKE(arena, struct str)};
    bool done = cut_and_pair(&c, max_tokens, error);
    if (done) {
        find_places(&c);
        *whole = compose(&c);
        c.placed.unplaced = LIST_ITEMS(&c.unplaced, struct str);
        c.placed.unplaced_count = (uint32_t)c.unplaced.count;
        *placed = c.placed;
        done = placed->placed > 0 ||
               error_at(error, BAD_INPUT, place_of(fragment->name),
                        "no paragraph of it resembles one of %.*s, so that it is no fragment of it",
                        STR_ARGS(base->name));
    }
    arena_close(scratch);
    return done;
}
