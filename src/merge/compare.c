// SPDX-License-Identifier: Apache-2.0
#include "merge/compare.h"

#include "base/names.h"
#include "merge/columns.h"
#include "merge/pairing.h"
#include "merge/point_edits.h"
#include "merge/relocation_index.h"
#include "merge/tidy.h"

#include <string.h>

struct comparer {
    const struct tokens *base;
    struct anchor_index *const *indexes; // of the base, one a flow
    const struct tokens *draft;
    const struct laid_points *points; // NULL: it is a copy
    bool keep_last_mark;
    struct budget *budget;
    struct list edits;       // struct edit, flow by flow
    struct list relocations; // struct relocation
    struct flow_edits *flows;
    const struct column_pairs *columns; // of the table whose rows are compared, NULL: as they stand
    uint32_t next_id; // ids no dictionary has reached: they count down from the top
    uint32_t shared;
};

static bool compare_flows(struct comparer *comparer, uint32_t base_flow, uint32_t draft_flow);

static struct working_flow working_copy(struct arena *arena, const struct tokens *tokens,
                                        uint32_t flow_index)
{
    const struct flow *flow = &tokens->flows[flow_index];
    struct working_flow copy = {.tokens = tokens,
                                .items = tokens->items + flow->first,
                                .ids = ARENA_ARRAY(arena, uint32_t, flow->count + 1),
                                .count = flow->count,
                                .container = tokens->document->blocks[flow->block].kind};
    if (flow->count > 0)
        memcpy(copy.ids, tokens->ids + flow->first, flow->count * sizeof *copy.ids);
    return copy;
}

static bool holds_text(enum block_kind kind)
{
    return kind >= BLOCK_CELL;
}

// The root of the story behind an object's token, or NO_INDEX.
static uint32_t story_behind(const struct tokens *tokens, const struct text_token *token)
{
    const struct document *document = tokens->document;
    const struct paragraph *paragraph = &document->paragraphs[token->owner];
    for (uint32_t i = 0; i < paragraph->run_count; i++) {
        uint32_t run = paragraph->first_run + i;
        if (document->runs[run].from == token->from && document->runs[run].object != NO_INDEX)
            return run_story(document, run);
    }
    return NO_INDEX;
}

static bool holds_more(const struct text_token *token)
{
    return token->kind == TOKEN_OBJECT || token->kind == TOKEN_BLOCK;
}

// What lies inside two such tokens that stand for each other is compared in its turn.
static bool compare_inside(struct comparer *comparer, const struct text_token *base,
                           const struct text_token *draft)
{
    uint32_t base_block = base->owner;
    uint32_t draft_block = draft->owner;
    if (base->kind == TOKEN_OBJECT) {
        base_block = story_behind(comparer->base, base);
        draft_block = story_behind(comparer->draft, draft);
    }
    if (base_block == NO_INDEX || draft_block == NO_INDEX)
        return true;
    return compare_flows(comparer, comparer->base->flow_of_block[base_block],
                         comparer->draft->flow_of_block[draft_block]);
}

static bool compare_insides(struct comparer *comparer, const struct working_flow *base,
                            const struct working_flow *draft, const struct flow_edits *flow)
{
    uint32_t base_at = 0;
    uint32_t draft_at = 0;
    for (uint32_t i = 0; i <= flow->count; i++) {
        struct edit next = {base->count, base->count, draft->count, draft->count};
        if (i < flow->count) // looked up afresh: inner flows add to the list
            next = *LIST_AT(&comparer->edits, struct edit, flow->first + i);
        comparer->shared += next.base_from - base_at;
        for (; base_at < next.base_from; base_at++, draft_at++)
            if (holds_more(&base->items[base_at]) &&
                !compare_inside(comparer, &base->items[base_at], &draft->items[draft_at]))
                return false;
        base_at = next.base_to;
        draft_at = next.draft_to;
    }
    return true;
}

// Edits in which passages arrive that stood elsewhere, cut so that those are whole lines where that
// can be. base_end: where the next edit begins.
struct line_cut {
    struct comparer *comparer;
    const struct working_flow *base;
    const struct working_flow *draft;
    const struct relocation_index *relocated; // in this flow alone
    uint32_t flow;                            // of the base
    uint32_t base_end;
};

// Whether a relocated stretch begins at `at`; *end becomes its end, else it is lowered to where the
// next one begins.
static bool is_relocated(const struct line_cut *cut, enum relocation_side side, uint32_t at,
                         uint32_t *end)
{
    const struct relocation_start *start =
        relocation_index_find(cut->relocated, side, cut->flow, at);
    if (start && start->from == at) {
        const struct relocation *r = &cut->relocated->items[start->number];
        *end = side == RELOCATED_BASE ? r->base_to : r->draft_to;
        return true;
    }
    if (start && start->from < *end)
        *end = start->from;
    return false;
}

// Cuts an edit so that each relocated stretch in it stands alone.
static void add_parted(const struct line_cut *cut, struct edit edit)
{
    do {
        uint32_t base_end = edit.base_to;
        uint32_t draft_end = edit.draft_to;
        bool base_moved = is_relocated(cut, RELOCATED_BASE, edit.base_from, &base_end);
        bool draft_moved = is_relocated(cut, RELOCATED_DRAFT, edit.draft_from, &draft_end);
        struct edit piece = edit;
        piece.base_to = base_end < edit.base_to ? base_end : edit.base_to;
        piece.draft_to = draft_end < edit.draft_to ? draft_end : edit.draft_to;
        if (base_moved && edit.base_from < edit.base_to)
            piece.draft_to = edit.draft_from;
        else if (draft_moved && edit.draft_from < edit.draft_to)
            piece.base_to = edit.base_from;
        *LIST_ADD(&cut->comparer->edits, struct edit) = piece;
        edit.base_from = piece.base_to;
        edit.draft_from = piece.draft_to;
    } while (edit.base_from < edit.base_to || edit.draft_from < edit.draft_to);
}

static bool begins_line(const struct working_flow *flow, uint32_t at)
{
    return at == 0 || flow->items[at - 1].kind == TOKEN_MARK ||
           flow->items[at - 1].kind == TOKEN_BLOCK;
}

// How many tokens behind the edit are the last of its lines, the mark among them; 0 when the next edit
// comes before. What no edit takes in is equal in both.
static uint32_t rest_of_line(const struct line_cut *cut, const struct edit *edit)
{
    uint32_t rest = 0;
    while (edit->base_to + rest < cut->base_end &&
           cut->base->items[edit->base_to + rest].kind != TOKEN_MARK)
        rest++;
    bool is_end = edit->base_to + rest < cut->base_end &&
                  cut->draft->items[edit->draft_to + rest].kind == TOKEN_MARK;
    return is_end ? rest + 1 : 0;
}

// The stretches of the draft that arrive in the edit: where the first begins, where the last ends.
static bool find_arrivals(const struct line_cut *cut, const struct edit *edit, uint32_t *from,
                          uint32_t *to)
{
    bool has_some = false;
    const struct relocation_start *start =
        relocation_index_find(cut->relocated, RELOCATED_DRAFT, cut->flow, edit->draft_from);
    for (; start && start->from <= edit->draft_to;
         start = relocation_index_next(cut->relocated, RELOCATED_DRAFT, start)) {
        const struct relocation *r = &cut->relocated->items[start->number];
        if (r->draft_to > edit->draft_to)
            continue;
        *from = !has_some || r->draft_from < *from ? r->draft_from : *from;
        *to = !has_some || r->draft_to > *to ? r->draft_to : *to;
        has_some = true;
    }
    return has_some;
}

static bool are_punctuation(const struct working_flow *flow, uint32_t from, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (flow->items[from + i].kind != TOKEN_PUNCTUATION)
            return false;
    return true;
}

static void add_by_lines(const struct line_cut *cut, struct edit edit)
{
    uint32_t from = 0;
    uint32_t to = 0;
    if (!find_arrivals(cut, &edit, &from, &to)) {
        add_parted(cut, edit);
        return;
    }
    uint32_t rest = rest_of_line(cut, &edit);
    bool is_at_start =
        begins_line(cut->base, edit.base_from) && begins_line(cut->draft, edit.draft_from);
    bool ends_inside = edit.base_from < edit.base_to && !begins_line(cut->base, edit.base_to);
    if (is_at_start && rest > 0 && are_punctuation(cut->base, edit.base_to, rest - 1)) {
        // Lines that are other lines but for the full stop at their end.
        edit.base_to += rest;
        edit.draft_to += rest;
    } else if (is_at_start && ends_inside) {
        // The line's own change stands behind what came before it.
        struct edit before = {edit.base_from, edit.base_from, edit.draft_from, to};
        add_parted(cut, before);
        edit.draft_from = to;
    } else if (!is_at_start && rest > 0 && from >= edit.draft_from + rest &&
               memcmp(cut->draft->ids + from - rest, cut->base->ids + edit.base_to,
                      rest * sizeof(uint32_t)) == 0) {
        // The end of the line stands before what arrives too: there the line ends.
        struct edit before = {edit.base_from, edit.base_to, edit.draft_from, from - rest};
        if (before.base_from < before.base_to || before.draft_from < before.draft_to)
            add_parted(cut, before);
        edit = (struct edit){edit.base_to + rest, edit.base_to + rest, from, edit.draft_to + rest};
    }
    add_parted(cut, edit);
}

static uint32_t behind_last_block(const struct working_flow *flow, uint32_t from, uint32_t to)
{
    while (to > from && flow->items[to - 1].kind != TOKEN_BLOCK)
        to--;
    return to;
}

// Tables that come or go are told from the words that change behind them.
static void add_by_blocks(const struct line_cut *cut, struct edit edit)
{
    uint32_t base_to = behind_last_block(cut->base, edit.base_from, edit.base_to);
    uint32_t draft_to = behind_last_block(cut->draft, edit.draft_from, edit.draft_to);
    bool has_blocks = base_to > edit.base_from || draft_to > edit.draft_from;
    bool has_more = base_to < edit.base_to || draft_to < edit.draft_to;
    if (has_blocks && has_more && begins_line(cut->base, edit.base_from) &&
        begins_line(cut->draft, edit.draft_from)) {
        add_by_lines(cut, (struct edit){edit.base_from, base_to, edit.draft_from, draft_to});
        edit.base_from = base_to;
        edit.draft_from = draft_to;
    }
    add_by_lines(cut, edit);
}

// Cells of columns that stand for each other do too, and no others.
static bool pair_cells(struct comparer *comparer, struct working_flow *base,
                       struct working_flow *draft)
{
    const struct column_pairs *columns = comparer->columns;
    if (base->container != BLOCK_ROW || columns == NULL || columns->base_count != base->count ||
        columns->draft_count != draft->count)
        return false;
    uint32_t next = 0; // of the draft's cells
    for (uint32_t i = 0; i <= base->count; i++) {
        bool is_end = i == base->count;
        uint32_t to = is_end ? draft->count : columns->draft_of[i];
        if (to == NO_INDEX) {
            base->ids[i] = comparer->next_id--;
            continue;
        }
        for (; next < to; next++)
            draft->ids[next] = comparer->next_id--;
        if (is_end)
            break;
        base->ids[i] = draft->ids[next++] = comparer->next_id--;
    }
    return true;
}

static void find_edits(struct comparer *comparer, struct working_flow *base,
                       struct working_flow *draft, uint32_t base_flow)
{
    struct arena *arena = arena_open();
    struct list edits = LIST_MAKE(arena, struct edit);
    size_t first_relocation = comparer->relocations.count;
    if (!pair_cells(comparer, base, draft))
        pair_blocks(base, draft, &comparer->next_id);
    bool is_text = holds_text(base->container);
    struct ids b = {base->ids, base->count};
    struct ids d = {draft->ids, draft->count};
    uint32_t boundary = is_text ? base->ids[base->count - 1] : NO_INDEX;
    struct anchors anchors = diff_anchors(comparer->indexes[base_flow], b, d, arena);
    if (is_text)
        part_relocated(base, draft, &anchors, base_flow, &comparer->next_id,
                       &comparer->relocations);
    if (is_text && comparer->keep_last_mark) {
        b.count--;
        d.count--;
    }
    diff_ids(b, d, &anchors, boundary, &edits);
    struct flow_pair pair = {comparer->base, comparer->draft, base->items, draft->items,
                             base->ids,      draft->ids,      b.count,     d.count};
    tidy_edits(&pair, &edits);
    size_t new_relocations = comparer->relocations.count - first_relocation;
    struct relocation_index relocated = relocation_index_make(
        new_relocations == 0 ? NULL
                             : LIST_AT(&comparer->relocations, struct relocation, first_relocation),
        new_relocations, arena);
    struct line_cut cut = {comparer, base, draft, &relocated, base_flow, 0};
    for (size_t i = 0; i < edits.count; i++) {
        cut.base_end =
            i + 1 < edits.count ? LIST_AT(&edits, struct edit, i + 1)->base_from : b.count;
        add_by_blocks(&cut, *LIST_AT(&edits, struct edit, i));
    }
    arena_close(arena);
}

static bool same_ids(const struct working_flow *a, const struct working_flow *b)
{
    return a->count == b->count && memcmp(a->ids, b->ids, a->count * sizeof *a->ids) == 0;
}

// The rows of two tables that stand for each other, between the edits.
static struct list paired_rows(const struct comparer *comparer, const struct working_flow *base,
                               const struct working_flow *draft, const struct flow_edits *flow,
                               struct arena *arena)
{
    struct list rows = LIST_MAKE(arena, struct row_pair);
    uint32_t base_at = 0;
    uint32_t draft_at = 0;
    for (uint32_t i = 0; i <= flow->count; i++) {
        struct edit next = {base->count, base->count, draft->count, draft->count};
        if (i < flow->count)
            next = *LIST_AT(&comparer->edits, struct edit, flow->first + i);
        for (; base_at < next.base_from; base_at++, draft_at++)
            *LIST_ADD(&rows, struct row_pair) =
                (struct row_pair){base->items[base_at].owner, draft->items[draft_at].owner};
        base_at = next.base_to;
        draft_at = next.draft_to;
    }
    return rows;
}

// What lies inside two tables is compared row by row with an eye to their columns.
static bool compare_rows(struct comparer *comparer, const struct working_flow *base,
                         const struct working_flow *draft, const struct flow_edits *flow,
                         struct arena *arena)
{
    const struct column_pairs *around = comparer->columns;
    struct list rows = paired_rows(comparer, base, draft, flow, arena);
    struct column_pairs columns;
    bool has_columns =
        columns_pair(comparer->base, comparer->draft, LIST_ITEMS(&rows, struct row_pair),
                     rows.count, arena, &columns);
    comparer->columns = has_columns ? &columns : NULL;
    bool done = compare_insides(comparer, base, draft, flow);
    comparer->columns = around;
    return done;
}

static bool compare_flows(struct comparer *comparer, uint32_t base_flow, uint32_t draft_flow)
{
    if (comparer->flows[base_flow].draft_flow != NO_INDEX)
        return true; // a note referred to twice
    struct arena *arena = arena_open();
    struct working_flow base = working_copy(arena, comparer->base, base_flow);
    struct working_flow draft = working_copy(arena, comparer->draft, draft_flow);
    bool done = budget_spend(comparer->budget, base.count + draft.count);
    struct flow_edits *flow = &comparer->flows[base_flow];
    flow->draft_flow = draft_flow;
    flow->first = (uint32_t)comparer->edits.count;
    // Equal ids say nothing of white space between words, which find_edits looks at.
    bool is_equal = same_ids(&base, &draft) && !holds_text(base.container);
    bool is_table = base.container == BLOCK_TABLE && !is_equal;
    if (done && base_flow == 0 && comparer->points)
        point_edits_find(comparer->points, &base, &draft, comparer->keep_last_mark,
                         &comparer->edits);
    else if (done && !is_equal)
        find_edits(comparer, &base, &draft, base_flow);
    flow->count = (uint32_t)comparer->edits.count - flow->first;
    done = done && (is_table ? compare_rows(comparer, &base, &draft, flow, arena)
                             : compare_insides(comparer, &base, &draft, flow));
    arena_close(arena);
    return done;
}

// Headers and footers are known by their keys.
static bool compare_roots(struct comparer *comparer)
{
    const struct document *base = comparer->base->document;
    const struct document *draft = comparer->draft->document;
    for (uint32_t i = base->blocks[0].end; i < base->block_count; i = base->blocks[i].end) {
        if (base->blocks[i].kind != BLOCK_HEADER && base->blocks[i].kind != BLOCK_FOOTER)
            continue;
        for (uint32_t k = draft->blocks[0].end; k < draft->block_count; k = draft->blocks[k].end) {
            if (draft->blocks[k].kind != base->blocks[i].kind ||
                !str_equal(draft->blocks[k].key, base->blocks[i].key))
                continue;
            if (!compare_flows(comparer, comparer->base->flow_of_block[i],
                               comparer->draft->flow_of_block[k]))
                return false;
            break;
        }
    }
    return true;
}

// Notes and text boxes: stories that something in the text leads to.
static bool is_anchored(enum block_kind kind)
{
    return kind == BLOCK_FOOTNOTE || kind == BLOCK_ENDNOTE || kind == BLOCK_TEXTBOX;
}

static struct str story_key(struct arena *arena, const struct document *document, uint32_t root)
{
    struct range range = block_range(document, root);
    return arena_print(arena, "%d %.*s", (int)document->blocks[root].kind,
                       STR_ARGS(str_slice(document->text, range.from, range.to)));
}

// The stories of the draft that stand for none of the base yet, by kind and text; roots[n] is that
// of the n-th name.
static struct names *free_stories(const struct comparer *comparer, struct arena *arena,
                                  struct list *roots)
{
    const struct tokens *draft = comparer->draft;
    bool *is_taken = ARENA_ARRAY(arena, bool, draft->flow_count);
    for (uint32_t i = 0; i < comparer->base->flow_count; i++)
        if (comparer->flows[i].draft_flow != NO_INDEX)
            is_taken[comparer->flows[i].draft_flow] = true;
    struct names *texts = names_make(arena);
    const struct block *blocks = draft->document->blocks;
    for (uint32_t k = blocks[0].end; k < draft->document->block_count; k = blocks[k].end)
        if (is_anchored(blocks[k].kind) && !is_taken[draft->flow_of_block[k]] &&
            names_add(texts, story_key(arena, draft->document, k)) == roots->count)
            *LIST_ADD(roots, uint32_t) = k;
    return texts;
}

// A story whose anchor is not among the words that were kept: another anchor leads to the same
// text, or the draft has it no more.
static bool compare_free_stories(struct comparer *comparer)
{
    const struct document *base = comparer->base->document;
    if (base->form != FORM_DOCX || comparer->draft->document->form != FORM_DOCX)
        return true; // other forms have no such stories
    struct arena *arena = arena_open();
    struct list roots = LIST_MAKE(arena, uint32_t);
    struct names *texts = free_stories(comparer, arena, &roots);
    bool done = true;
    for (uint32_t i = base->blocks[0].end; done && i < base->block_count; i = base->blocks[i].end) {
        uint32_t flow = comparer->base->flow_of_block[i];
        if (!is_anchored(base->blocks[i].kind) || comparer->flows[flow].draft_flow != NO_INDEX)
            continue;
        uint32_t same = names_find(texts, story_key(arena, base, i));
        comparer->flows[flow].is_left_out = same == NAMES_NONE;
        if (same != NAMES_NONE)
            done = compare_flows(comparer, flow,
                                 comparer->draft->flow_of_block[*LIST_AT(&roots, uint32_t, same)]);
    }
    arena_close(arena);
    return done;
}

struct compare_base compare_base_make(const struct tokens *tokens, struct arena *arena)
{
    struct anchor_index **indexes = ARENA_ARRAY(arena, struct anchor_index *, tokens->flow_count);
    for (uint32_t i = 0; i < tokens->flow_count; i++) {
        const struct flow *flow = &tokens->flows[i];
        indexes[i] = diff_index((struct ids){tokens->ids + flow->first, flow->count}, arena);
    }
    return (struct compare_base){tokens, indexes};
}

// Notes what the draft kept to the byte between the edits of a flow.
static void note_same(struct comparer *comparer, uint32_t base_flow, struct list *same)
{
    struct flow_edits *edits = &comparer->flows[base_flow];
    edits->first_same = (uint32_t)same->count;
    if (edits->draft_flow == NO_INDEX)
        return;
    const struct flow *base = &comparer->base->flows[base_flow];
    const struct flow *draft = &comparer->draft->flows[edits->draft_flow];
    struct kept_tokens kept = {comparer->base,
                               comparer->draft,
                               comparer->base->items + base->first,
                               comparer->draft->items + draft->first,
                               0,
                               0,
                               0};
    for (uint32_t i = 0; i <= edits->count; i++) {
        struct edit next = {base->count, base->count, draft->count, draft->count};
        if (i < edits->count)
            next = *LIST_AT(&comparer->edits, struct edit, edits->first + i);
        kept.to = next.base_from;
        same_add(&kept, same);
        kept.from = next.base_to;
        kept.draft_from = next.draft_to;
    }
    edits->same_count = (uint32_t)same->count - edits->first_same;
}

bool compare_draft(const struct compare_base *against, const struct tokens *draft,
                   const struct laid_points *points, bool keep_last_mark, struct budget *budget,
                   struct arena *arena, struct comparison *comparison, struct error *error)
{
    const struct tokens *base = against->tokens;
    struct comparer comparer = {.base = base,
                                .indexes = against->indexes,
                                .draft = draft,
                                .points = points,
                                .keep_last_mark = keep_last_mark,
                                .budget = budget,
                                .edits = LIST_MAKE(arena, struct edit),
                                .relocations = LIST_MAKE(arena, struct relocation),
                                .flows = ARENA_ARRAY(arena, struct flow_edits, base->flow_count),
                                .next_id = UINT32_MAX - 1};
    for (uint32_t i = 0; i < base->flow_count; i++)
        comparer.flows[i].draft_flow = NO_INDEX;
    if (!compare_flows(&comparer, 0, 0) || !compare_roots(&comparer) ||
        !compare_free_stories(&comparer))
        return budget_stopped(error);
    struct list same = LIST_MAKE(arena, struct same_stretch);
    for (uint32_t i = 0; i < base->flow_count; i++)
        note_same(&comparer, i, &same);
    for (size_t i = 0; i < comparer.relocations.count; i++)
        comparer.shared += LIST_AT(&comparer.relocations, struct relocation, i)->shared;
    *comparison = (struct comparison){
        .base = base,
        .draft = draft,
        .flows = comparer.flows,
        .edits = LIST_ITEMS(&comparer.edits, struct edit),
        .same = LIST_ITEMS(&same, struct same_stretch),
        .relocations = LIST_ITEMS(&comparer.relocations, struct relocation),
        .relocation_count = (uint32_t)comparer.relocations.count,
        .shared = comparer.shared,
        .is_by_points = points != NULL,
    };
    return true;
}
