// SPDX-License-Identifier: Apache-2.0
#include "workbench/counterparts/counterparts_find.h"

#include "exchange/open.h"
#include "workbench/answer.h"
#include "workbench/counterparts/confirmed_matches.h"
#include "workbench/counterparts/rival_reading.h"
#include "workbench/counterparts/rounds_match.h"
#include "workbench/text/merged_file.h"

static bool open_one(struct rival_reading *finding, const struct entente_file *file,
                     struct str party, struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    uint32_t t = finding->count;
    if (merged_file_refuse(file, &input_limits_default, error) ||
        !document_open(str_of(file->name), answer_file(file), &accepted, &input_limits_default,
                       finding->arena, &finding->documents[t], error))
        return false;
    struct provisions *text = &finding->texts[t];
    provisions_cut(finding->documents[t], finding->arena, text);
    if (text->count == 0)
        return error_at(error, BAD_INPUT, place_of(str_of(file->name)),
                        "has no point and no paragraph to set beside another");
    finding->rivals[t] = (struct rival_text){
        .party = party, .file = str_of(file->name), .points = text->items, .count = text->count};
    finding->count++;
    return true;
}

static bool open_all(struct rival_reading *finding, const struct entente_file *base,
                     const struct entente_draft *drafts, size_t draft_count, struct error *error)
{
    struct arena *arena = finding->arena;
    finding->documents = ARENA_ARRAY(arena, const struct document *, draft_count + 1);
    finding->texts = ARENA_ARRAY(arena, struct provisions, draft_count + 1);
    finding->rivals = ARENA_ARRAY(arena, struct rival_text, draft_count + 1);
    if (!open_one(finding, base, (struct str){NULL, 0}, error))
        return false;
    for (size_t d = 0; d < draft_count; d++)
        if (!open_one(finding, &drafts[d].file, str_of(drafts[d].party), error))
            return false;
    return true;
}

// The language that most of a text is written in.
static enum language main_language(const struct document *document)
{
    struct arena *scratch = arena_open();
    const struct language_words *words = language_words_make(scratch);
    uint64_t bytes[LANGUAGE_COUNT] = {0};
    enum language before = LANGUAGE_ENGLISH;
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        struct str text = paragraph_text(document, &document->paragraphs[p]);
        before = language_of(words, text, before);
        bytes[before] += text.length;
    }
    arena_close(scratch);
    enum language most = LANGUAGE_ENGLISH;
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        most = bytes[l] > bytes[most] ? (enum language)l : most;
    return most;
}

static const struct vocabulary *vocabulary_for(enum language language, struct arena *arena)
{
    static const struct lexicon *const lexicons[] = {&lexicon_french,
                                                     &lexicon_spanish,
                                                     &lexicon_german,
                                                     &lexicon_russian,
                                                     &lexicon_ukrainian,
                                                     &lexicon_arabic,
                                                     NULL};
    for (size_t i = 0; lexicons[i]; i++)
        if (lexicons[i]->language == language)
            return vocabulary_make_of(lexicons[i], arena);
    return vocabulary_make(arena);
}

static bool make_subjects(struct rival_reading *finding, struct error *error)
{
    const struct vocabulary **languages =
        ARENA_ARRAY(finding->arena, const struct vocabulary *, finding->count);
    for (uint32_t t = 0; t < finding->count; t++)
        languages[t] = vocabulary_for(main_language(finding->documents[t]), finding->arena);
    if (!subjects_make(finding->texts, finding->count, languages, finding->arena,
                       &finding->subjects, error))
        return false;
    finding->known = names_known(&finding->subjects, finding->arena);
    return true;
}

// Points of the base that a match of this one's shares its answers with.
static struct fact_row base_beside(const struct rival_reading *finding,
                                   const struct counterparts *found,
                                   const struct matched_point *match)
{
    struct list beside = LIST_MAKE(finding->arena, uint32_t);
    for (uint32_t k = 0; k < found->count; k++)
        for (uint32_t i = 0; i < match->count; i++)
            if (found->items[k].other == match->points[i] && found->items[k].base != match->base &&
                found->items[k].certainty > CERTAINTY_POSSIBLE)
                *LIST_ADD(&beside, uint32_t) = found->items[k].base;
    return rival_facts_of(finding, 0, LIST_ITEMS(&beside, uint32_t), (uint32_t)beside.count);
}

static void compare(struct rival_reading *finding, const struct counterparts *found,
                    struct matched_point *match)
{
    struct list differences = LIST_MAKE(finding->arena, struct difference);
    struct fact_row nothing = {NULL, 0, NULL, 0};
    differences_find(rival_facts_of(finding, 0, &match->base, 1),
                     base_beside(finding, found, match),
                     rival_facts_of(finding, match->text, match->points, match->count), nothing,
                     finding->known, finding->arena, &differences);
    match->differences = LIST_ITEMS(&differences, struct difference);
    match->difference_count = (uint32_t)differences.count;
}

// Counterparts [from, to) are of one base point; takes those that are, or are not, merely possible.
static void add_match(struct rival_reading *finding, uint32_t text,
                      const struct counterparts *found, uint32_t from, uint32_t to, bool possible)
{
    struct list points = LIST_MAKE(finding->arena, uint32_t);
    const struct counterpart *best = NULL;
    for (uint32_t k = from; k < to; k++) {
        const struct counterpart *pair = &found->items[k];
        if ((pair->certainty == CERTAINTY_POSSIBLE) != possible)
            continue;
        *LIST_ADD(&points, uint32_t) = pair->other;
        best = best == NULL || pair->score > best->score ? pair : best;
    }
    if (best == NULL)
        return;
    struct matched_point match = {.base = best->base,
                                  .text = text,
                                  .points = LIST_ITEMS(&points, uint32_t),
                                  .count = (uint32_t)points.count,
                                  .score = best->score,
                                  .certainty = best->certainty,
                                  .carriers = best->carriers,
                                  .carrier_count = best->carrier_count};
    compare(finding, found, &match);
    *LIST_ADD(&finding->matches, struct matched_point) = match;
}

static void mark_matched(struct rival_reading *finding, uint32_t text,
                         const struct counterparts *found, bool *base_matched)
{
    bool *matched = ARENA_ARRAY(finding->arena, bool, finding->texts[text].count);
    for (uint32_t k = 0; k < found->count; k++) {
        matched[found->items[k].other] = true;
        base_matched[found->items[k].base] = true;
    }
    finding->rivals[text].is_matched = matched;
}

static bool match_all(struct rival_reading *finding, struct budget *budget, struct error *error)
{
    bool *base_matched = ARENA_ARRAY(finding->arena, bool, finding->texts[0].count);
    finding->matches = LIST_MAKE(finding->arena, struct matched_point);
    for (uint32_t t = 1; t < finding->count; t++) {
        struct counterparts found;
        if (!counterparts_find(&finding->subjects, t, budget, finding->arena, &found, error))
            return false;
        confirmed_matches_lay(&finding->confirmed, t, finding->arena, &found);
        for (uint32_t from = 0, to; from < found.count; from = to) {
            for (to = from + 1; to < found.count && found.items[to].base == found.items[from].base;)
                to++;
            add_match(finding, t, &found, from, to, false);
            add_match(finding, t, &found, from, to, true);
        }
        mark_matched(finding, t, &found, base_matched);
    }
    finding->rivals[0].is_matched = base_matched;
    list_sort(&finding->matches, rounds_by_subject);
    return true;
}

bool counterparts_answer_find(const struct entente_file *base, const struct entente_draft *drafts,
                              size_t draft_count, const struct counterparts_wish *wish,
                              struct budget *budget, struct arena *arena,
                              struct counterparts_answer *answer, struct error *error)
{
    struct rival_reading finding = {.arena = arena,
                                    .confirmed = LIST_MAKE(arena, struct confirmed_match)};
    if (!open_all(&finding, base, drafts, draft_count, error) ||
        (wish->matches &&
         !confirmed_matches_read(wish->matches, finding.rivals, finding.count, wish->are_of_some,
                                 arena, &finding.confirmed, error)) ||
        !make_subjects(&finding, error) ||
        !(wish->are_rounds ? rounds_match(&finding, budget, error)
                           : match_all(&finding, budget, error)))
        return false;
    *answer = (struct counterparts_answer){
        .texts = finding.rivals,
        .text_count = finding.count,
        .matches = LIST_ITEMS(&finding.matches, struct matched_point),
        .match_count = (uint32_t)finding.matches.count,
        .are_rounds = wish->are_rounds,
    };
    return true;
}
