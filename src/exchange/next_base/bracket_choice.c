// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/bracket_choice.h"

#include "base/builder.h"
#include "exchange/next_base/bracket_slots.h"

#include <string.h>

struct bracket_choosing {
    const struct bracket_text *text;
    const struct bracket_groups *groups;
    struct arena *arena;
    struct list *notes;
    struct bracket_choice *choices;
    size_t party; // whose reading; SIZE_MAX: all
};

static size_t parties(const struct bracket_choosing *choosing)
{
    return choosing->text->record->party_count;
}

static const struct sign_bracket *item(const struct bracket_choosing *choosing, size_t i)
{
    return &choosing->groups->items[i];
}

static void name(struct bracket_choosing *choosing, size_t bracket, const char *what)
{
    struct str place =
        bracket_place(choosing->text, item(choosing, bracket)->words, choosing->arena);
    *LIST_ADD(choosing->notes, struct str) =
        arena_print(choosing->arena, "%s, near \"%.*s\"", what, STR_ARGS(place));
}

// Typed, or with another head, by whoever has edited the text.
static bool is_new(const struct sign_bracket *bracket)
{
    return !bracket->by || bracket->is_edited;
}

// A bracket of the text itself, which stood beside the place when it was written, or may have.
static bool is_own_text(const struct bracket_choosing *choosing, size_t i)
{
    const struct sign_bracket *bracket = item(choosing, i);
    const struct record_slot *slot = choosing->groups->groups[bracket->group].slot;
    return !bracket->by && !bracket->is_named && (!slot || slot->has_own_bracket);
}

static bool is_live(const struct bracket_choosing *choosing, size_t i)
{
    return !item(choosing, i)->is_struck && !is_own_text(choosing, i);
}

// What is known of a group before anything is chosen in it.
struct group_facts {
    size_t live;
    size_t bare;
    size_t base;   // the base's wording; SIZE_MAX: it does not stand there
    bool had_base; // it was written
    bool lost_any; // a wording that was written is gone
    bool is_known; // how it was written
};

static bool stands(const struct bracket_choosing *choosing, const struct bracket_group *group,
                   const struct record_wording *by)
{
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (is_live(choosing, i) && item(choosing, i)->by == by)
            return true;
    return false;
}

static struct group_facts facts_of(const struct bracket_choosing *choosing,
                                   const struct bracket_group *group)
{
    struct group_facts facts = {.base = SIZE_MAX, .is_known = group->slot != NULL};
    for (size_t i = group->first; i < group->first + group->count; i++) {
        if (!is_live(choosing, i))
            continue;
        facts.live++;
        facts.bare += item(choosing, i)->is_bare;
        if (item(choosing, i)->is_base && facts.base == SIZE_MAX)
            facts.base = i;
    }
    for (size_t r = 0; group->slot && r < group->slot->count; r++) {
        facts.had_base = facts.had_base || group->slot->rivals[r].by->is_base;
        facts.lost_any = facts.lost_any || !stands(choosing, group, group->slot->rivals[r].by);
    }
    return facts;
}

static void set_all(struct bracket_choosing *choosing, const struct bracket_group *group,
                    enum bracket_fate fate)
{
    for (size_t i = group->first; i < group->first + group->count; i++)
        choosing->choices[i].fate = is_own_text(choosing, i) ? BRACKET_LEFT : fate;
}

static size_t first_live(const struct bracket_choosing *choosing, const struct bracket_group *group)
{
    size_t i = group->first;
    while (!is_live(choosing, i))
        i++;
    return i;
}

// Words without brackets are the text, and what stands beside them in brackets was left by mistake.
static void choose_bare(struct bracket_choosing *choosing, const struct bracket_group *group,
                        const struct group_facts *facts)
{
    set_all(choosing, group, BRACKET_GONE);
    for (size_t i = group->first; i < group->first + group->count; i++) {
        if (is_live(choosing, i) && item(choosing, i)->is_bare)
            choosing->choices[i].fate = BRACKET_TEXT;
        else if (is_live(choosing, i) && facts->live > facts->bare)
            name(choosing, i,
                 "words that stand without brackets are taken, and not these beside "
                 "them");
    }
}

// --- All readings

// Whoever was typed into one wording leaves those in which he was written.
static void clear_old(struct bracket_choosing *choosing, const struct bracket_group *group)
{
    for (size_t p = 0; p < parties(choosing); p++) {
        size_t news = 0;
        size_t olds = 0;
        for (size_t i = group->first; i < group->first + group->count; i++) {
            bool holds = is_live(choosing, i) && item(choosing, i)->holds[p];
            news += holds && is_new(item(choosing, i));
            olds += holds && !is_new(item(choosing, i)) && !item(choosing, i)->is_base;
        }
        if (news > 1 || olds > 1)
            name(choosing, group->first, "one party is named for several wordings of a place");
        for (size_t i = group->first; news > 0 && i < group->first + group->count; i++)
            if (!is_new(item(choosing, i)))
                choosing->choices[i].by[p] = false;
    }
}

static bool holds_other(const struct bracket_choosing *choosing, const struct bracket_group *group,
                        size_t base, size_t party)
{
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (i != base && is_live(choosing, i) && choosing->choices[i].by[party])
            return true;
    return false;
}

// Who takes the base's words out: all who hold other words here. In files that do not say how they were
// written: all who do not hold the base's.
static void take_out(struct bracket_choosing *choosing, const struct bracket_group *group,
                     size_t base, bool is_known)
{
    struct bracket_choice *choice = &choosing->choices[base];
    bool any = false;
    for (size_t p = 0; p < parties(choosing); p++) {
        bool is_out = holds_other(choosing, group, base, p) ||
                      (!is_known && item(choosing, base)->by && !item(choosing, base)->holds[p]);
        choice->by[p] = is_out;
        any = any || is_out;
    }
    choice->fate = any ? BRACKET_TAKEN_OUT : BRACKET_TEXT;
}

static void choose_all(struct bracket_choosing *choosing, const struct bracket_group *group)
{
    const struct group_facts facts = facts_of(choosing, group);
    set_all(choosing, group, BRACKET_GONE);
    if (facts.live == 0)
        return;
    if (facts.bare > 0) {
        choose_bare(choosing, group, &facts);
        return;
    }
    bool is_base_lost = facts.had_base && facts.base == SIZE_MAX;
    if (is_base_lost && facts.live == 1) {
        size_t left = first_live(choosing, group);
        choosing->choices[left].fate = BRACKET_TEXT;
        name(choosing, left, "one wording is left of several, and is read as chosen");
        return;
    }
    if (is_base_lost)
        name(
            choosing, group->first,
            "the base's wording is struck and several are left: whoever kept it has no words here");
    clear_old(choosing, group);
    for (size_t i = group->first; i < group->first + group->count; i++) {
        bool is_nobodys = !item(choosing, i)->by && !item(choosing, i)->is_named;
        if (!is_live(choosing, i) || i == facts.base)
            continue;
        choosing->choices[i].fate = is_nobodys ? BRACKET_LEFT : BRACKET_PUT_IN;
        if (is_nobodys)
            name(choosing, i, "a wording was typed that names nobody, and stands as it is");
    }
    if (facts.base != SIZE_MAX)
        take_out(choosing, group, facts.base, facts.is_known);
}

// --- One reading

static bool was_held(const struct bracket_choosing *choosing, const struct sign_bracket *bracket)
{
    struct str party = choosing->text->record->parties[choosing->party];
    for (size_t i = 0; bracket->by && i < bracket->by->party_count; i++)
        if (str_equal(bracket->by->parties[i], party))
            return true;
    return false;
}

// What the party typed, or set its name to. SIZE_MAX: nothing.
static size_t new_wording(struct bracket_choosing *choosing, const struct bracket_group *group)
{
    size_t found = SIZE_MAX;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        const struct sign_bracket *bracket = item(choosing, i);
        bool is_own = bracket->holds[choosing->party] || (!bracket->by && !bracket->is_named);
        if (!is_live(choosing, i) || !is_own || !is_new(bracket) || was_held(choosing, bracket))
            continue;
        if (found != SIZE_MAX) {
            name(choosing, i, "two new wordings of one place: the first is taken, and not this");
            continue;
        }
        found = i;
    }
    return found;
}

static size_t old_wording(const struct bracket_choosing *choosing,
                          const struct bracket_group *group)
{
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (is_live(choosing, i) && item(choosing, i)->holds[choosing->party])
            return i;
    return SIZE_MAX;
}

static size_t struck_base(const struct bracket_choosing *choosing,
                          const struct bracket_group *group)
{
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (!is_live(choosing, i) && item(choosing, i)->is_base)
            return i;
    return SIZE_MAX;
}

// The party is named for no wording that stands there.
static size_t unnamed_wording(struct bracket_choosing *choosing, const struct bracket_group *group,
                              const struct group_facts *facts)
{
    if (facts->base != SIZE_MAX)
        return facts->base;
    if (facts->had_base && facts->live == 1)
        return first_live(choosing, group);
    if (facts->had_base) {
        name(choosing, group->first,
             "the base's wording is struck and which of the others is "
             "taken is not said: the base's is kept where it can be read");
        return struck_base(choosing, group);
    }
    if (facts->lost_any)
        name(choosing, group->first,
             "a wording of others is struck; the party keeps the base, "
             "which has no words here");
    return SIZE_MAX;
}

// What was done to the words of others is said: only their own drafts can change them.
static void name_others(struct bracket_choosing *choosing, const struct bracket_group *group,
                        size_t taken)
{
    for (size_t i = group->first; i < group->first + group->count; i++) {
        const struct sign_bracket *bracket = item(choosing, i);
        if (!is_live(choosing, i) || i == taken || bracket->is_bare)
            continue;
        if (!bracket->by && bracket->is_named && !bracket->holds[choosing->party])
            name(choosing, i, "a wording was typed for others, and is not taken");
        else if (bracket->by &&
                 !bracket_is_kept(choosing->text, bracket, group->slot, choosing->arena))
            name(choosing, i, "a wording of others was edited, which is not taken");
    }
}

static void choose_of(struct bracket_choosing *choosing, const struct bracket_group *group)
{
    const struct group_facts facts = facts_of(choosing, group);
    set_all(choosing, group, BRACKET_GONE);
    if (facts.live == 0)
        return;
    if (facts.bare > 0) {
        choose_bare(choosing, group, &facts);
        return;
    }
    size_t taken = new_wording(choosing, group);
    if (taken == SIZE_MAX)
        taken = old_wording(choosing, group);
    if (taken == SIZE_MAX)
        taken = unnamed_wording(choosing, group, &facts);
    if (taken != SIZE_MAX)
        choosing->choices[taken].fate = BRACKET_TEXT;
    name_others(choosing, group, taken);
}

// --- Both

static const struct bracket_choice *choose(const struct bracket_text *text,
                                           const struct bracket_groups *groups, size_t party,
                                           struct arena *arena, struct list *notes)
{
    struct bracket_choosing choosing = {
        .text = text,
        .groups = groups,
        .arena = arena,
        .notes = notes,
        .choices = ARENA_ARRAY(arena, struct bracket_choice, groups->count + 1),
        .party = party};
    for (size_t i = 0; i < groups->count; i++) {
        choosing.choices[i].by = ARENA_ARRAY(arena, bool, parties(&choosing) + 1);
        memcpy(choosing.choices[i].by, groups->items[i].holds, parties(&choosing) * sizeof(bool));
    }
    for (size_t g = 0; g < groups->group_count; g++)
        if (party == SIZE_MAX)
            choose_all(&choosing, &groups->groups[g]);
        else
            choose_of(&choosing, &groups->groups[g]);
    return choosing.choices;
}

const struct bracket_choice *bracket_choices_all(const struct bracket_text *text,
                                                 const struct bracket_groups *groups,
                                                 struct arena *arena, struct list *notes)
{
    return choose(text, groups, SIZE_MAX, arena, notes);
}

const struct bracket_choice *bracket_choices_of(const struct bracket_text *text,
                                                const struct bracket_groups *groups, size_t party,
                                                struct arena *arena, struct list *notes)
{
    return choose(text, groups, party, arena, notes);
}
