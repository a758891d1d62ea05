// SPDX-License-Identifier: Apache-2.0
#include "merge/point_answers.h"

#include "base/list.h"
#include "merge/edited_document.h"

struct answering {
    const struct document *base;
    const uint32_t *outer; // by paragraph: the block of the body that it is or lies in
    uint32_t *beyond;      // by paragraph: the first one behind that block
    bool *left_out;        // by block
    struct list edits;     // struct text_edit
    struct list arrivals;  // struct text_arrival
    struct list laid;      // struct laid_point
    uint32_t written;      // paragraphs of the whole that stand for those of the base before `next`
    uint32_t next;
    uint32_t body_end; // paragraphs of the body
};

static void find_outer(struct answering *a, struct arena *scratch)
{
    const struct document *base = a->base;
    uint32_t *outer = ARENA_ARRAY(scratch, uint32_t, base->paragraph_count + 1);
    a->beyond = ARENA_ARRAY(scratch, uint32_t, base->paragraph_count + 1);
    for (uint32_t p = 0; p < base->paragraph_count; p++)
        outer[p] = NO_INDEX;
    uint32_t paragraph = 0;
    for (uint32_t block = 1; block < base->blocks[0].end; block = base->blocks[block].end) {
        uint32_t first = paragraph;
        for (uint32_t i = block; i < base->blocks[block].end; i++)
            paragraph += base->blocks[i].kind == BLOCK_PARAGRAPH;
        for (uint32_t p = first; p < paragraph; p++) {
            outer[p] = block;
            a->beyond[p] = paragraph;
        }
    }
    a->outer = outer;
    a->body_end = paragraph;
}

static void edit_paragraph(struct answering *a, uint32_t paragraph, struct str words)
{
    const struct paragraph *of = &a->base->paragraphs[paragraph];
    uint32_t label = words.length > 0 ? of->label.typed_bytes : 0;
    *LIST_ADD(&a->edits, struct text_edit) = (struct text_edit){
        .from = of->from + label, .to = of->to, .words = words, .takes_units = true};
}

// The lines of an answer behind a paragraph of the base. Result: how many
static uint32_t add_lines(struct answering *a, struct str lines, uint32_t paragraph)
{
    struct str line;
    uint32_t count = 0;
    while (str_cut(&lines, '\n', &line)) {
        if (str_trim(line).length == 0)
            continue;
        *LIST_ADD(&a->arrivals, struct text_arrival) =
            (struct text_arrival){.paragraph = paragraph, .words = str_trim(line)};
        count++;
    }
    return count;
}

// Takes out the paragraphs [from, to) with the tables between them.
static void leave_out(struct answering *a, uint32_t from, uint32_t to)
{
    for (uint32_t p = from; p < to; p = a->beyond[p]) {
        if (a->base->blocks[a->outer[p]].kind == BLOCK_PARAGRAPH)
            edit_paragraph(a, p, STR(""));
        else
            a->left_out[a->outer[p]] = true;
    }
}

static void replace(struct answering *a, const struct point_answer *answer, uint32_t to)
{
    struct str lines = answer->text;
    struct str first = STR("");
    while (str_trim(first).length == 0 && str_cut(&lines, '\n', &first))
        continue;
    struct laid_point laid = {answer->from, to, a->written, a->written};
    if (str_trim(first).length == 0) {
        leave_out(a, answer->from, to);
    } else {
        edit_paragraph(a, answer->from, str_trim(first));
        laid.draft_to += 1 + add_lines(a, lines, answer->from);
        leave_out(a, answer->from + 1, to);
    }
    *LIST_ADD(&a->laid, struct laid_point) = laid;
    a->written = laid.draft_to;
    a->next = to;
}

static void put_in(struct answering *a, const struct point_answer *answer)
{
    bool is_behind_line = answer->from > 0 && answer->from < a->body_end &&
                          a->base->blocks[a->outer[answer->from - 1]].kind == BLOCK_PARAGRAPH;
    uint32_t end = is_behind_line ? answer->from : a->body_end;
    uint32_t count = add_lines(a, answer->text, end - 1);
    a->written += end - a->next;
    a->next = end;
    if (count > 0)
        *LIST_ADD(&a->laid, struct laid_point) =
            (struct laid_point){end, end, a->written, a->written + count};
    a->written += count;
}

static bool answer_one(struct answering *a, const struct point_answer *answer, struct error *error)
{
    if (answer->from == answer->to) {
        put_in(a, answer);
        return true;
    }
    a->written += answer->from - a->next;
    a->next = answer->from;
    uint32_t outer = a->outer[answer->from];
    if (outer == NO_INDEX || a->base->blocks[outer].kind != BLOCK_PARAGRAPH)
        return error_at(error, BAD_INPUT, place_of(a->base->name),
                        "point %.*s begins within a table, so that no other text can stand in its "
                        "place as a whole",
                        STR_ARGS(answer->name));
    replace(a, answer, a->beyond[answer->to - 1]);
    return true;
}

bool point_answers_lay(const struct document *base, const struct point_answer *answers,
                       size_t count, struct arena *arena, const struct document **whole,
                       struct laid_points *points, struct error *error)
{
    struct arena *scratch = arena_open();
    struct answering a = {.base = base,
                          .left_out = ARENA_ARRAY(scratch, bool, base->block_count + 1),
                          .edits = LIST_MAKE(scratch, struct text_edit),
                          .arrivals = LIST_MAKE(scratch, struct text_arrival),
                          .laid = LIST_MAKE(arena, struct laid_point)};
    bool done = true;
    find_outer(&a, scratch);
    for (size_t i = 0; done && i < count; i++)
        done = answer_one(&a, &answers[i], error);
    if (done) {
        const struct document_editing editing = {.edits = LIST_ITEMS(&a.edits, struct text_edit),
                                                 .edit_count = a.edits.count,
                                                 .arrivals =
                                                     LIST_ITEMS(&a.arrivals, struct text_arrival),
                                                 .arrival_count = a.arrivals.count,
                                                 .left_out = a.left_out};
        *whole = document_edited(base, &editing, arena);
        *points =
            (struct laid_points){LIST_ITEMS(&a.laid, struct laid_point), (uint32_t)a.laid.count};
    }
    arena_close(scratch);
    return done;
}
