// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/reading_document.h"

#include "merge/table_points.h"
#include "text/draft.h"
#include "text/outline.h"

enum step_kind { STEP_PARAGRAPH, STEP_OPEN, STEP_CLOSE };

// What the document is made of, in its order: what opens, what closes, and the paragraphs between.
struct reading_step {
    enum step_kind kind;
    enum block_kind block; // STEP_OPEN
    struct str key;        // STEP_OPEN, of a story
    uint32_t point;        // STEP_PARAGRAPH
};

// 1. a line for each step, so that what stands before a table does not stand before its first words
struct reading_steps {
    const struct sheet *one;
    struct arena *arena;
    struct list steps; // struct reading_step
    struct list lines; // struct outline_line
    size_t bytes;      // of the lines
};

static void add_step(struct reading_steps *all, struct reading_step step, struct str line)
{
    *LIST_ADD(&all->steps, struct reading_step) = step;
    *LIST_ADD(&all->lines, struct outline_line) = (struct outline_line){.text = line};
    all->bytes += line.length + 1;
}

static void open_block(struct reading_steps *all, enum block_kind block, struct str key)
{
    add_step(all, (struct reading_step){.kind = STEP_OPEN, .block = block, .key = key}, STR(""));
}

static void close_block(struct reading_steps *all)
{
    add_step(all, (struct reading_step){.kind = STEP_CLOSE}, STR(""));
}

// Items of a list in Markdown are counted; other numbers stand among the words.
static bool is_counted(const struct sheet *one, const struct point *point)
{
    return point->label_is_computed && one->form == FORM_MARKDOWN &&
           point->kind != PARAGRAPH_HEADING;
}

static void add_paragraph(struct reading_steps *all, uint32_t i)
{
    const struct point *point = &all->one->points[i];
    struct str words = str_trim(all->one->segments[point->first_segment].text);
    bool is_numbered = point->label_is_computed && point->label.length > 0 &&
                       !str_equal(point->label, STR("new")) && !is_counted(all->one, point);
    if (is_numbered)
        words =
            str_trim(arena_print(all->arena, "%.*s %.*s", STR_ARGS(point->label), STR_ARGS(words)));
    if (words.length > 0)
        add_step(all, (struct reading_step){.kind = STEP_PARAGRAPH, .point = i}, words);
}

static void add_blocks(struct reading_steps *all, uint32_t first, uint32_t end, uint32_t depth);

static void add_row(struct reading_steps *all, uint32_t first, uint32_t end, uint32_t depth)
{
    open_block(all, BLOCK_ROW, STR(""));
    for (uint32_t i = first; i < end;) {
        uint32_t count = cell_points(all->one, i, end, depth);
        open_block(all, BLOCK_CELL, STR(""));
        add_blocks(all, i, i + count, depth + 1);
        close_block(all);
        i += count;
    }
    close_block(all);
}

static void add_blocks(struct reading_steps *all, uint32_t first, uint32_t end, uint32_t depth)
{
    for (uint32_t i = first; i < end;) {
        uint32_t count = table_points(all->one, i, end, depth);
        if (count == 0) {
            add_paragraph(all, i++);
            continue;
        }
        open_block(all, BLOCK_TABLE, STR(""));
        for (uint32_t row = i; row < i + count;) {
            uint32_t in_row = row_points(all->one, row, i + count, depth);
            add_row(all, row, row + in_row, depth);
            row += in_row;
        }
        close_block(all);
        i += count;
    }
}

static enum block_kind kind_of_story(struct str story)
{
    static const struct {
        const char *name;
        enum block_kind kind;
    } kinds[] = {{"footnote", BLOCK_FOOTNOTE},
                 {"endnote", BLOCK_ENDNOTE},
                 {"header", BLOCK_HEADER},
                 {"footer", BLOCK_FOOTER}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (str_starts_with(story, str_of(kinds[i].name)))
            return kinds[i].kind;
    return BLOCK_TEXTBOX;
}

static void add_stories(struct reading_steps *all)
{
    const struct sheet *one = all->one;
    uint32_t i = 0;
    open_block(all, BLOCK_BODY, STR("body"));
    for (;;) {
        uint32_t first = i;
        while (i < one->point_count && str_equal(one->points[i].story, one->points[first].story))
            i++;
        add_blocks(all, first, i, 0);
        close_block(all);
        if (i == one->point_count)
            return;
        open_block(all, kind_of_story(one->points[i].story), one->points[i].story);
    }
}

static struct paragraph facts_of(const struct sheet *one, const struct point *point,
                                 const struct outline_fact *guess)
{
    bool is_item = is_counted(one, point) && point->label.length > 0;
    struct paragraph facts = {.kind = guess->kind, .level = guess->level, .label = guess->label};
    if (point->kind == PARAGRAPH_HEADING) {
        facts.kind = PARAGRAPH_HEADING;
        facts.level = point->level < 1 ? 1 : point->level;
    } else if (is_item) {
        facts.kind = PARAGRAPH_ITEM;
        facts.level = point->level;
        if (facts.label.text.length == 0)
            facts.label.text = point->label;
    }
    return facts;
}

static void close_paragraph(struct document_draft *draft, const struct sheet *one,
                            const struct point *point, const struct outline_fact *guess)
{
    struct paragraph facts = facts_of(one, point, guess);
    draft_close_paragraph(draft, &facts, 0);
}

static const struct document *build(const struct reading_steps *all,
                                    const struct outline_fact *facts, uint32_t *points)
{
    const struct reading_step *steps = LIST_ITEMS(&all->steps, struct reading_step);
    const struct outline_line *lines = LIST_ITEMS(&all->lines, struct outline_line);
    const struct origin nowhere = {0, 0, 0};
    struct document_draft draft = draft_begin(all->arena, FORM_MARKDOWN, all->one->title);
    draft_expect(&draft, all->bytes, all->steps.count, all->steps.count);
    for (size_t i = 0; i < all->steps.count; i++) {
        switch (steps[i].kind) {
        case STEP_OPEN:
            draft_open(&draft, steps[i].block, steps[i].key, nowhere);
            break;
        case STEP_CLOSE:
            draft_close(&draft, STR(""), 0);
            break;
        case STEP_PARAGRAPH:
            points[draft.paragraphs.count] = steps[i].point;
            draft_open_paragraph(&draft, nowhere);
            draft_text(&draft, lines[i].text, 0, nowhere);
            close_paragraph(&draft, all->one, &all->one->points[steps[i].point], &facts[i]);
            break;
        }
    }
    return draft_end(&draft);
}

const struct document *reading_document(const struct sheet *one, struct arena *arena,
                                        const uint32_t **points)
{
    struct reading_steps all = {.one = one,
                                .arena = arena,
                                .steps = LIST_MAKE(arena, struct reading_step),
                                .lines = LIST_MAKE(arena, struct outline_line)};
    add_stories(&all);
    size_t count = all.steps.count;
    struct outline_fact *facts = ARENA_ARRAY(arena, struct outline_fact, count);
    // Every paragraph comes from a step: a cell that opens and holds none gets an empty one.
    uint32_t *own = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i <= count; i++)
        own[i] = NO_INDEX;
    outline_guess(LIST_ITEMS(&all.lines, struct outline_line), count, arena, facts);
    *points = own;
    return build(&all, facts, own);
}
