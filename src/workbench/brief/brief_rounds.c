// SPDX-License-Identifier: Apache-2.0
// The record read once from its first entry: each draft that comes in is held against the same party's
// before it.
#include "workbench/brief/brief_parts.h"

#include "casefile/access.h"
#include "workbench/case/case_drafts.h"

// A slot as the entries so far have it.
struct tracked_slot {
    struct str id;
    const struct json *value; // NULL: gone
};

struct round_walk {
    struct brief_gathering *g;
    struct names *ids;
    struct list slots;    // struct tracked_slot, by number in ids
    struct names *seated; // "document/party": has had a draft
    struct list
        bases; // struct brief_round, one for each base, the newest of a document without a day
};

// --- Wordings

static struct str held_by(const struct json *slot, struct str party)
{
    const struct json *variants = json_member(slot, "variants");
    for (size_t i = 1; variants && i < variants->count; i++)
        if (case_variant_has(&variants->items[i], party))
            return json_text(&variants->items[i], "text");
    return variants && variants->count > 0 ? json_text(&variants->items[0], "text") : STR("");
}

static struct str text_of_variant(const struct json *slot, struct str id)
{
    const struct json *variants = json_member(slot, "variants");
    for (size_t i = 0; variants && i < variants->count; i++)
        if (str_equal(json_text(&variants->items[i], "id"), id))
            return json_text(&variants->items[i], "text");
    return STR("");
}

// Who else is known to hold these words of the slot.
static struct str others_with(const struct json *slot, struct str text, struct str party,
                              struct arena *arena)
{
    const struct json *variants = json_member(slot, "variants");
    struct builder out = builder_make(arena);
    for (size_t i = 1; variants && i < variants->count; i++) {
        const struct json *parties = json_member(&variants->items[i], "parties");
        if (!str_equal(json_text(&variants->items[i], "text"), text))
            continue;
        for (size_t k = 0; parties && k < parties->count; k++)
            if (!str_equal(parties->items[k].text, party))
                builder_print(&out, "%s%.*s", out.length > 0 ? ", " : "",
                              STR_ARGS(parties->items[k].text));
    }
    bool is_base =
        variants && variants->count > 0 && str_equal(json_text(&variants->items[0], "text"), text);
    return is_base && out.length == 0 ? STR("the base") : builder_str(&out);
}

// --- Who moved

// A slot that goes under one name may come back in the same entry under another.
static bool comes_again(const struct json *changes, struct str text, struct str party)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct json *set = json_member(&changes->items[i], "set");
        const struct json *variants = set ? json_member(set, "variants") : NULL;
        for (size_t v = 1; variants && v < variants->count; v++)
            if (case_variant_has(&variants->items[v], party) &&
                str_contains(json_text(&variants->items[v], "text"), text))
                return true;
    }
    return false;
}

static void note_move(struct round_walk *walk, const struct entry *entry,
                      const struct tracked_slot *before, const struct json *now, struct str party,
                      struct str day)
{
    struct arena *arena = walk->g->arena;
    struct str from = held_by(before->value, party);
    const struct json *variants = json_member(before->value, "variants");
    struct str base =
        variants && variants->count > 0 ? json_text(&variants->items[0], "text") : STR("");
    struct str to = now ? held_by(now, party) : base;
    if (str_equal(from, to) || (!now && comes_again(entry->changes, from, party)))
        return;
    *LIST_ADD(&walk->g->brief->moves, struct brief_move) =
        (struct brief_move){.day = day,
                            .party = party,
                            .document = json_text(before->value, "document"),
                            .slot = before->id,
                            .point = json_text(now ? now : before->value, "point"),
                            .from = from,
                            .to = to,
                            .towards = now ? others_with(now, to, party, arena) : STR("the base")};
}

// --- What was settled

static struct str day_of_agreement(const struct round_walk *walk, const struct json *agreed,
                                   struct str time)
{
    const struct item *meeting =
        items_find(walk->g->items, "meeting", json_text(agreed, "meeting"));
    struct str day = json_text(agreed, "date");
    if (day.length == 0 && meeting)
        day = brief_field(meeting, brief_field(meeting, "to").length > 0 ? "to" : "from");
    return day.length > 0 ? day : str_slice(time, 0, 10);
}

static struct brief_settlement *settlement_of(struct round_walk *walk, struct str slot)
{
    struct list *all = &walk->g->brief->settlements;
    for (size_t i = all->count; i > 0; i--)
        if (str_equal(LIST_AT(all, struct brief_settlement, i - 1)->slot, slot))
            return LIST_AT(all, struct brief_settlement, i - 1);
    return NULL;
}

static void note_settlement(struct round_walk *walk, struct str id, const struct json *now,
                            struct str time)
{
    struct str status = json_text(now, "status");
    const struct json *agreed = json_member(now, "agreed");
    const struct json *settled = json_member(now, "settled");
    struct brief_settlement *known = settlement_of(walk, id);
    struct str reopens = json_text(now, "reopens");
    if (str_equal(status, STR("reopened"))) {
        known = known ? known : settlement_of(walk, reopens);
        if (known)
            known->is_reopened = true;
        return;
    }
    bool is_settled = str_equal(status, STR("settled"));
    if (!is_settled && !str_equal(status, STR("agreed")))
        return;
    if (!known || known->is_reopened)
        known = LIST_ADD(&walk->g->brief->settlements, struct brief_settlement);
    else if (is_settled && known->base.length > 0)
        return;
    *known = (struct brief_settlement){
        .day = agreed ? day_of_agreement(walk, agreed, time) : str_slice(time, 0, 10),
        .meeting = json_text(agreed, "meeting"),
        .document = json_text(now, "document"),
        .slot = id,
        .point = json_text(now, "point"),
        .wording = text_of_variant(now, json_text(is_settled ? settled : agreed, "variant")),
        .base = is_settled ? json_text(settled, "base") : STR(""),
        .how = is_settled ? json_text(settled, "how") : STR("agreed")};
}

// The draft that opened settled words again was withdrawn.
static void forget_reopening(struct round_walk *walk, const struct json *gone)
{
    struct brief_settlement *known = settlement_of(walk, json_text(gone, "reopens"));
    if (known)
        known->is_reopened = false;
}

// --- Rounds

static void count_one(struct list *counts, struct str name)
{
    for (size_t i = 0; i < counts->count; i++)
        if (str_equal(LIST_AT(counts, struct brief_open, i)->name, name)) {
            LIST_AT(counts, struct brief_open, i)->count++;
            return;
        }
    *LIST_ADD(counts, struct brief_open) = (struct brief_open){name, 1};
}

static bool is_open(const struct json *slot)
{
    struct str status = json_text(slot, "status");
    return !str_equal(status, STR("settled")) && !str_equal(status, STR("agreed")) &&
           !str_equal(status, STR("unplaced"));
}

static void count_open(const struct round_walk *walk, struct brief_round *round)
{
    for (size_t i = 0; i < walk->slots.count; i++) {
        const struct json *slot = LIST_AT(&walk->slots, struct tracked_slot, i)->value;
        if (!slot || !str_equal(json_text(slot, "document"), round->document) || !is_open(slot))
            continue;
        const struct json *variants = json_member(slot, "variants");
        round->open++;
        count_one(&round->points, json_text(slot, "point"));
        for (size_t v = 1; variants && v < variants->count; v++) {
            const struct json *parties = json_member(&variants->items[v], "parties");
            for (size_t k = 0; parties && k < parties->count; k++)
                count_one(&round->parties, parties->items[k].text);
        }
    }
}

static struct brief_round *newest_round(const struct round_walk *walk, struct str document)
{
    for (size_t i = walk->bases.count; i > 0; i--)
        if (str_equal(LIST_AT(&walk->bases, struct brief_round, i - 1)->document, document))
            return LIST_AT(&walk->bases, struct brief_round, i - 1);
    return NULL;
}

static size_t settled_in(const struct json *changes)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        const struct json *set = json_member(&changes->items[i], "set");
        count += set && str_equal(json_text(set, "status"), STR("settled"));
    }
    return count;
}

static void end_round(struct round_walk *walk, const struct entry *entry, struct str base,
                      const struct json *draft)
{
    struct str document = json_text(draft, "document");
    struct brief_round *before = newest_round(walk, document);
    if (before) {
        count_open(walk, before);
        struct str day = json_text(draft, "date");
        before->day = day.length > 0 ? day : str_slice(entry->time, 0, 10);
        before->settled = settled_in(entry->changes);
    }
    *LIST_ADD(&walk->bases, struct brief_round) =
        (struct brief_round){.document = document,
                             .base = base,
                             .parties = LIST_MAKE(walk->g->arena, struct brief_open),
                             .points = LIST_MAKE(walk->g->arena, struct brief_open)};
}

// --- Entries

static struct tracked_slot *track(struct round_walk *walk, struct str id)
{
    uint32_t number = names_add(walk->ids, id);
    if (number == walk->slots.count)
        *LIST_ADD(&walk->slots, struct tracked_slot) = (struct tracked_slot){id, NULL};
    return LIST_AT(&walk->slots, struct tracked_slot, number);
}

// The draft that an entry brings in: a party's, not carried; NULL: none.
static const struct json *draft_in(struct round_walk *walk, const struct entry *entry)
{
    const struct json *found = NULL;
    for (size_t i = 0; i < entry->changes->count; i++) {
        const struct json *change = &entry->changes->items[i];
        const struct json *set = json_member(change, "set");
        if (!set || !str_equal(json_text(change, "kind"), STR("draft")))
            continue;
        if (json_text(set, "party").length == 0)
            end_round(walk, entry, json_text(change, "id"), set);
        else if (!json_member(set, "carried"))
            found = set;
    }
    return found;
}

// The parties whose wordings a draft of this party or group may move. They had one before.
static struct list movers_of(struct round_walk *walk, const struct json *draft)
{
    struct list movers = LIST_MAKE(walk->g->arena, struct str);
    struct str owner = json_text(draft, "party");
    struct str document = json_text(draft, "document");
    struct list parties = brief_items(walk->g, "party");
    for (size_t i = 0; owner.length > 0 && i < parties.count; i++) {
        struct str party = (*LIST_AT(&parties, const struct item *, i))->id;
        if (!str_equal(party, owner) && !access_is_member(walk->g->items, owner, party))
            continue;
        struct str seat =
            arena_print(walk->g->arena, "%.*s/%.*s", STR_ARGS(document), STR_ARGS(party));
        if (names_find(walk->seated, seat) != NAMES_NONE)
            *LIST_ADD(&movers, struct str) = party;
        else
            names_add(walk->seated, seat);
    }
    return movers;
}

static void walk_entry(struct round_walk *walk, const struct entry *entry)
{
    const struct json *draft = draft_in(walk, entry);
    struct list movers = movers_of(walk, draft);
    struct str day = json_text(draft, "date");
    day = day.length > 0 ? day : str_slice(entry->time, 0, 10);
    for (size_t i = 0; i < entry->changes->count; i++) {
        const struct json *change = &entry->changes->items[i];
        if (!str_equal(json_text(change, "kind"), STR("slot")))
            continue;
        struct tracked_slot *slot = track(walk, json_text(change, "id"));
        const struct json *now = json_member(change, "set");
        for (size_t m = 0; slot->value && m < movers.count; m++)
            note_move(walk, entry, slot, now, *LIST_AT(&movers, struct str, m), day);
        if (now)
            note_settlement(walk, slot->id, now, entry->time);
        else
            forget_reopening(walk, slot->value);
        slot->value = now;
    }
}

// --- All of it

static bool has_rounds(const struct round_walk *walk, struct str document)
{
    size_t count = 0;
    for (size_t i = 0; i < walk->bases.count; i++)
        count += str_equal(LIST_AT(&walk->bases, struct brief_round, i)->document, document);
    return count > 1;
}

static int later_move(const void *a, const void *b)
{
    return str_compare(((const struct brief_move *)b)->day, ((const struct brief_move *)a)->day);
}

static void finish(struct round_walk *walk)
{
    for (size_t i = 0; i < walk->bases.count; i++) {
        struct brief_round *round = LIST_AT(&walk->bases, struct brief_round, i);
        if (!has_rounds(walk, round->document))
            continue;
        if (round->day.length == 0)
            count_open(walk, round);
        *LIST_ADD(&walk->g->brief->rounds, struct brief_round) = *round;
    }
    list_sort(&walk->g->brief->moves, later_move);
}

// Every entry is read and held in memory: of a case with a quarter of a million slots 50 s and 3 GB.
enum { SLOTS_READ_MOST = 5000 };

bool brief_gather_rounds(struct brief_gathering *g)
{
    size_t slots = brief_items(g, "slot").count;
    if (slots > SLOTS_READ_MOST) {
        g->brief->too_many_slots = slots;
        return true;
    }
    struct round_walk walk = {.g = g,
                              .ids = names_make(g->arena),
                              .slots = LIST_MAKE(g->arena, struct tracked_slot),
                              .seated = names_make(g->arena),
                              .bases = LIST_MAKE(g->arena, struct brief_round)};
    struct list entries;
    if (!casefile_entries(g->casefile, NULL, g->arena, &entries, g->error))
        return false;
    for (size_t i = 0; i < entries.count; i++) {
        const struct viewed_entry *entry = LIST_AT(&entries, struct viewed_entry, i);
        if (access_is_open(entry->audience))
            walk_entry(&walk, &entry->entry);
    }
    finish(&walk);
    return true;
}
