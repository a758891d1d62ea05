// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_matches.h"

#include "base/builder.h"
#include "workbench/case/case_drafts.h"
#include "workbench/counterparts/counterparts_find.h"

#include <string.h>

static bool is_match_of(const struct json *value, struct str draft)
{
    return value && str_equal(json_text(value, "draft"), draft);
}

static void add(struct list *matches, const struct json *value)
{
    *LIST_ADD(matches, struct counter_match) =
        (struct counter_match){json_text(value, "point"), json_text(value, "other")};
}

// The newest change of an item in the act; NULL: it has none.
static const struct change *change_of(const struct act *act, struct str id)
{
    for (size_t i = act ? act->changes.count : 0; i > 0; i--) {
        const struct change *change = LIST_AT(&act->changes, struct change, i - 1);
        if (strcmp(change->kind, "match") == 0 && str_equal(change->id, id))
            return change;
    }
    return NULL;
}

static bool has_match(const struct act *act)
{
    for (size_t i = 0; act && i < act->changes.count; i++)
        if (strcmp(LIST_AT(&act->changes, struct change, i)->kind, "match") == 0)
            return true;
    return false;
}

struct draft_manner case_draft_manner(const struct items *items, const struct act *act,
                                      const struct item *draft, struct arena *arena)
{
    struct draft_manner manner = {.is_fragment = case_draft_is_fragment(draft)};
    struct list known = items_of(items, "match", arena);
    struct list matches = LIST_MAKE(arena, struct counter_match);
    bool is_changed = has_match(act);
    for (size_t i = 0; i < known.count; i++) {
        const struct item *item = *LIST_AT(&known, const struct item *, i);
        if (is_match_of(item->value, draft->id) && !(is_changed && change_of(act, item->id)))
            add(&matches, item->value);
    }
    for (size_t i = 0; is_changed && i < act->changes.count; i++) {
        const struct change *change = LIST_AT(&act->changes, struct change, i);
        if (strcmp(change->kind, "match") == 0 && is_match_of(change->set, draft->id) &&
            change_of(act, change->id) == change)
            add(&matches, change->set);
    }
    if (matches.count > 0 && case_draft_is_counter(draft)) {
        struct counter_matches *all = ARENA_NEW(arena, struct counter_matches);
        *all = (struct counter_matches){LIST_ITEMS(&matches, struct counter_match),
                                        (uint32_t)matches.count};
        manner.matches = all;
    }
    return manner;
}

void case_match_add(struct act *act, const struct match_entry *entry, struct arena *arena)
{
    static const struct json yes = {.kind = JSON_BOOL, .truth = true};
    struct json_object object = json_object_make(arena);
    json_object_set_text(&object, "document", entry->document);
    json_object_set_text(&object, "draft", entry->draft);
    json_object_set_text(&object, "point", entry->match.point);
    json_object_set_text(&object, "other", entry->match.other);
    if (entry->how)
        json_object_set_text(&object, "how", str_of(entry->how));
    if (entry->is_confirmed)
        json_object_set(&object, STR("confirmed"), &yes);
    act_add(act, "match", entry->id, json_object_done(&object, arena));
}

// --- What a person said

struct entering_matches {
    const struct counter_entry *entry;
    const struct counterparts_answer *found;
    struct act *act;
    struct arena *arena;
    uint32_t *answers; // by own point: how many points of the base it answers
    bool *is_answered; // by point of the base
    uint32_t count;
    struct match_counts {
        uint32_t confirmed;
        uint32_t as_found;
        uint32_t possible;
        uint32_t base_alone;
        uint32_t own_alone;
    } counts;
};

static bool is_taken(const struct matched_point *match)
{
    return match->certainty != CERTAINTY_POSSIBLE;
}

static void add_entry(struct entering_matches *e, struct counter_match match, const char *how,
                      bool is_confirmed)
{
    const struct match_entry entry = {
        .id = arena_print(e->arena, "%.*s-match-%u", STR_ARGS(e->entry->draft->id), ++e->count),
        .document = e->entry->document,
        .draft = e->entry->draft->id,
        .match = match,
        .how = how,
        .is_confirmed = is_confirmed};
    case_match_add(e->act, &entry, e->arena);
}

static const char *how_of(const struct entering_matches *e, const struct matched_point *match,
                          uint32_t other)
{
    const struct rival_text *texts = e->found->texts;
    if (match->count > 1)
        return "split";
    if (e->answers[other] > 1)
        return "joined";
    return str_equal(texts[0].points[match->base].text, texts[1].points[other].text) ? "same"
                                                                                     : "changed";
}

static void add_matched(struct entering_matches *e, const struct matched_point *match)
{
    const struct rival_text *texts = e->found->texts;
    bool is_confirmed = match->certainty == CERTAINTY_CONFIRMED;
    if (!is_taken(match)) {
        e->counts.possible++;
        return;
    }
    for (uint32_t k = 0; k < match->count; k++) {
        uint32_t other = match->points[k];
        const struct counter_match names = {texts[0].points[match->base].name,
                                            texts[1].points[other].name};
        add_entry(e, names, how_of(e, match, other), is_confirmed);
    }
    e->counts.confirmed += is_confirmed;
    e->counts.as_found += !is_confirmed;
}

static void add_alone(struct entering_matches *e)
{
    const struct rival_text *texts = e->found->texts;
    for (uint32_t i = 0; i < texts[0].count; i++) {
        if (e->is_answered[i])
            continue;
        add_entry(e, (struct counter_match){.point = texts[0].points[i].name}, "alone", false);
        e->counts.base_alone++;
    }
    for (uint32_t i = 0; i < texts[1].count; i++) {
        if (e->answers[i] > 0)
            continue;
        add_entry(e, (struct counter_match){.other = texts[1].points[i].name}, "alone", false);
        e->counts.own_alone++;
    }
}

// Those of earlier matches that none of the new ones replaced.
static void take_out_earlier(const struct entering_matches *e, const struct items *items)
{
    struct list known = items_of(items, "match", e->arena);
    for (size_t i = 0; i < known.count; i++) {
        const struct item *item = *LIST_AT(&known, const struct item *, i);
        if (is_match_of(item->value, e->entry->draft->id) && !change_of(e->act, item->id))
            act_add(e->act, "match", item->id, NULL);
    }
}

static struct str counts_told(const struct match_counts *counts, struct arena *arena)
{
    struct builder told = builder_make(arena);
    builder_print(&told, "matches: %u confirmed", counts->confirmed);
    if (counts->as_found > 0)
        builder_print(&told, ", %u as the program found them, which nobody confirmed",
                      counts->as_found);
    builder_print(&told, "; without an answer: %u of the base, %u of the counter-draft\n",
                  counts->base_alone, counts->own_alone);
    if (counts->possible > 0)
        builder_print(&told,
                      "note: %u merely possible counterpart%s not taken; say in the matches which "
                      "hold (--matches FILE once more)\n",
                      counts->possible, counts->possible == 1 ? " is" : "s are");
    return builder_str(&told);
}

static void count_answers(struct entering_matches *e)
{
    const struct counterparts_answer *found = e->found;
    e->answers = ARENA_ARRAY(e->arena, uint32_t, found->texts[1].count + 1);
    e->is_answered = ARENA_ARRAY(e->arena, bool, found->texts[0].count + 1);
    for (uint32_t m = 0; m < found->match_count; m++) {
        const struct matched_point *match = &found->matches[m];
        for (uint32_t k = 0; is_taken(match) && k < match->count; k++)
            e->answers[match->points[k]]++;
        if (is_taken(match))
            e->is_answered[match->base] = true;
    }
}

bool case_matches_enter(struct casefile *casefile, const struct counter_entry *entry,
                        struct budget *budget, struct act *act, struct arena *arena,
                        struct str *told, struct error *error)
{
    struct entente_file base;
    struct counterparts_answer found;
    const struct entente_draft rival = {arena_c_string(arena, entry->party), *entry->file};
    const struct counterparts_wish wish = {.matches = entry->matches, .are_of_some = true};
    struct entering_matches e = {.entry = entry, .found = &found, .act = act, .arena = arena};
    if (!case_draft_file(casefile, entry->base, arena, &base, error) ||
        !counterparts_answer_find(&base, &rival, 1, &wish, budget, arena, &found, error))
        return false;
    count_answers(&e);
    for (uint32_t m = 0; m < found.match_count; m++)
        add_matched(&e, &found.matches[m]);
    if (e.count == 0)
        return error_at(error, BAD_INPUT, place_of(str_of(entry->file->name)),
                        "no point of it answers one of %s; confirm in the matches which does",
                        base.name);
    add_alone(&e);
    take_out_earlier(&e, &casefile->open);
    *told = counts_told(&e.counts, arena);
    return true;
}
