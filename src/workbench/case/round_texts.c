// SPDX-License-Identifier: Apache-2.0
// The texts that go on: what is settled stands in all of them, and each party keeps its other words.
#include "workbench/case/round_parts.h"

#include "exchange/next_base/next_base.h"
#include "workbench/text/next_sheet.h"
#include "workbench/text/table.h"

// "plan-base-2.docx"
static const char *file_name(struct arena *arena, struct str id, const char *like)
{
    struct str name = str_of(like);
    struct str ending = str_skip(name, str_behind_last(name, '.'));
    return arena_c_string(arena, arena_print(arena, "%.*s.%.*s", STR_ARGS(id), STR_ARGS(ending)));
}

static bool read_one(const struct case_round *round, struct str tracked,
                     const struct reading *reading, struct entente_file *file, struct error *error)
{
    struct str bytes;
    if (!docx_write_reading(STR("next.docx"), tracked, reading,
                            answer_limits(round->budget, round->arena), round->arena, &bytes,
                            error))
        return false;
    *file = (struct entente_file){"next.docx", bytes.bytes, bytes.length};
    return true;
}

// One file with the open wordings as tracked changes: refused it is the next base, and with those of one
// party accepted that party's draft, looks and all.
static bool make_docx(struct case_round *round, struct error *error)
{
    const struct decisions decisions = {round->choices.wordings, OPEN_TRACKED};
    const struct docx_write_options how = {.limits = answer_limits(round->budget, round->arena)};
    const struct reading refused = {.kind = READING_REJECT};
    struct docx_written written;
    if (!docx_write_next(round->merged, &decisions, NULL, &how, round->arena, &written, error) ||
        !read_one(round, written.bytes, &refused, &round->next_base, error))
        return false;
    for (size_t i = 0; i < written.note_count; i++)
        round_name(round, merge_note_text(&written.notes[i], round->arena));
    for (uint32_t p = 0; p < round->merged->party_count; p++) {
        const struct reading own = {
            .kind = READING_AUTHORS, .authors = &round->merged->party_names[p], .author_count = 1};
        round->drafts[p].party = arena_c_string(round->arena, round->merged->party_names[p]);
        if (!read_one(round, written.bytes, &own, &round->drafts[p].file, error))
            return false;
    }
    return true;
}

static void make_lines(struct case_round *round)
{
    const struct next_texts texts = next_texts_make(round->sheet, &round->choices, round->arena);
    round->next_base = texts.base;
    for (uint32_t p = 0; p < round->merged->party_count; p++)
        round->drafts[p] = texts.drafts[p];
}

bool round_texts(struct case_round *round, struct error *error)
{
    struct arena *arena = round->arena;
    uint32_t count = round->merged->party_count;
    round->drafts = ARENA_ARRAY(arena, struct entente_draft, count + 1);
    if (round->merged->base->form == FORM_DOCX) {
        if (!make_docx(round, error))
            return false;
    } else {
        make_lines(round);
    }
    round->next_base.name = file_name(arena, round->next_id, round->next_base.name);
    if (!round_matches(round, error))
        return false;
    const struct table_options options = {.gate = {.any_base = true}, .manners = round->manners};
    struct merged *merged = ARENA_NEW(arena, struct merged);
    round->next_sheet = ARENA_NEW(arena, struct sheet);
    if (!table_lay(&round->next_base, round->drafts, count, &options, round->budget, arena, merged,
                   error))
        return false;
    table_sheet(merged, arena, round->next_sheet);
    return true;
}
