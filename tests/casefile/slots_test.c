// SPDX-License-Identifier: Apache-2.0
// Which slots and stances go on under the next draft.
#include "base/builder.h"
#include "casefile/slot_match.h"
#include "casefile/slots.h"

#include "tap.h"

#include <stdio.h>
#include <string.h>

static struct error error;
static const unsigned char seed[CHANCE_SEED_BYTES] = {5};

static const struct str nordland[] = {STR_INIT("NORD")};
static const struct str suedland[] = {STR_INIT("SUED")};
static const struct str both[] = {STR_INIT("NORD"), STR_INIT("SUED")};

// A slot with the base's wording and one other.
struct stretch {
    const char *point;
    size_t at;
    const char *before;
    const char *after;
    const char *base;
    const char *rival;
};

static struct found_slot found_at(const struct stretch *stretch, const struct str *parties,
                                  size_t count)
{
    struct found_variant *variants = ARENA_ARRAY(tap_arena(), struct found_variant, 2);
    variants[0] = (struct found_variant){.text = str_of(stretch->base)};
    variants[1] = (struct found_variant){str_of(stretch->rival), parties, count};
    return (struct found_slot){.point = str_of(stretch->point),
                               .place = stretch->at,
                               .before = str_of(stretch->before),
                               .after = str_of(stretch->after),
                               .variants = variants,
                               .variant_count = 2};
}

static struct chance chance;

static struct casefile *make_case(void)
{
    struct casefile *casefile;
    chance = chance_make(seed);
    tap_done(casefile_create(NULL, NULL, STR("t"), &casefile, &error), &error, __FILE__, __LINE__);
    return casefile;
}

// Carries the slots over and enters what changed; gives the number of changes.
static size_t carry(struct casefile *casefile, const struct found_slot *found, size_t count,
                    struct slots_carried *carried)
{
    struct act act = act_make("submit", casefile->arena);
    act.now = STR("2025-12-20T10:00:00Z");
    *carried = slots_carry(&casefile->open, STR("plan"), found, count, &act, casefile->arena);
    if (act.changes.count > 0)
        tap_done(casefile_append(casefile, &act, &chance, NULL, &error), &error, __FILE__,
                 __LINE__);
    return act.changes.count;
}

static void take_stance(struct casefile *casefile, struct str slot, const char *wording)
{
    struct arena *arena = casefile->arena;
    struct act act = act_make("stance", arena);
    struct json_object object = json_object_make(arena);
    struct str variant = slot_variant_id(str_of(wording), arena);
    act.now = STR("2025-12-20T10:00:00Z");
    json_object_set(&object, STR("slot"), json_of_str(arena, slot));
    json_object_set(&object, STR("variant"), json_of_str(arena, variant));
    json_object_set(&object, STR("party"), json_of_str(arena, STR("SUED")));
    json_object_set(&object, STR("stance"), json_of_str(arena, STR("oppose")));
    act_add(&act, "stance", stance_id(slot, variant, STR("SUED"), arena),
            json_object_done(&object, arena));
    tap_done(casefile_append(casefile, &act, &chance, NULL, &error), &error, __FILE__, __LINE__);
}

// The id of the slot that has this rival wording.
static struct str slot_with(const struct casefile *casefile, const char *wording)
{
    struct list slots = items_of(&casefile->open, "slot", tap_arena());
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        const struct json *variants = json_member(slot->value, "variants");
        for (size_t j = 1; j < variants->count; j++)
            if (str_equal(json_text(&variants->items[j], "text"), str_of(wording)))
                return slot->id;
    }
    return STR("(none)");
}

static const struct stretch first = {"3", 90, "Troops leave ", " the river", "", "at once "};
static const struct stretch second = {"3", 120, "the river and ", " behind it", "", "stay "};
static const struct stretch third = {"3", 140, "behind it until ", ".", "spring", "winter"};

TEST(a_draft_that_leaves_a_slot_alone_records_nothing_of_it)
{
    struct casefile *casefile = make_case();
    struct slots_carried carried;
    struct found_slot found[] = {found_at(&first, nordland, 1), found_at(&third, nordland, 1),
                                 found_at(&second, suedland, 1)};
    CHECK_INT(carry(casefile, found, 2, &carried), 2);
    CHECK_INT(carried.arrived, 2);
    CHECK_INT(carry(casefile, found, 2, &carried), 0);
    CHECK_INT(carried.stayed, 2);
    CHECK_INT(carry(casefile, found, 3, &carried), 1); // only the new one
    found[0] = found_at(&first, both, 2);
    CHECK_INT(carry(casefile, found, 3, &carried), 1); // only the one that got another holder
    casefile_close(casefile);
}

TEST(insertions_in_one_point_are_told_apart_when_one_comes_before_them)
{
    struct casefile *casefile = make_case();
    struct slots_carried carried;
    struct found_slot old[] = {found_at(&first, nordland, 1), found_at(&second, nordland, 1)};
    carry(casefile, old, 2, &carried);
    struct str ids[] = {slot_with(casefile, "at once "), slot_with(casefile, "stay ")};
    take_stance(casefile, ids[0], "at once ");
    take_stance(casefile, ids[1], "stay ");
    static const struct stretch before = {"3", 77, "(c) ", "Troops leave ", "", "All "};
    struct found_slot found[] = {found_at(&before, suedland, 1), old[0], old[1]};
    carry(casefile, found, 3, &carried);
    CHECK_INT(carried.stayed, 2);
    CHECK_INT(carried.arrived, 1);
    CHECK_INT(carried.stances_kept, 2);
    CHECK_STR(slot_with(casefile, "at once "), ids[0]);
    CHECK_STR(slot_with(casefile, "stay "), ids[1]);
    // And when the first of them goes, the others keep their names and their stances.
    carry(casefile, found + 2, 1, &carried);
    CHECK_INT(carried.left, 2);
    CHECK_INT(items_count(&casefile->open, STR("stance")), 2);
    CHECK_INT(carried.unplaced.count, 1);
    CHECK_STR(slot_with(casefile, "stay "), ids[1]);
    casefile_close(casefile);
}

TEST(another_insertion_elsewhere_in_the_point_is_not_the_old_one)
{
    struct casefile *casefile = make_case();
    struct slots_carried carried;
    struct found_slot old[] = {found_at(&first, nordland, 1), found_at(&second, nordland, 1)};
    carry(casefile, old, 2, &carried);
    static const struct stretch elsewhere = {"3",         200, "not before ",
                                             " the vote", "",  "and after "};
    struct found_slot found[] = {old[0], found_at(&elsewhere, suedland, 1)};
    carry(casefile, found, 2, &carried);
    CHECK_INT(carried.stayed, 1);
    CHECK_INT(carried.arrived, 1);
    CHECK_INT(carried.left, 1);
    casefile_close(casefile);
}

TEST(a_slot_whose_point_was_renumbered_goes_on_with_its_stances)
{
    struct casefile *casefile = make_case();
    struct slots_carried carried;
    struct found_slot old = found_at(&third, nordland, 1);
    struct stretch moved = third;
    carry(casefile, &old, 1, &carried);
    take_stance(casefile, slot_with(casefile, "winter"), "winter");
    moved.point = "4";
    struct found_slot found = found_at(&moved, nordland, 1);
    carry(casefile, &found, 1, &carried);
    CHECK_INT(carried.stayed, 1);
    CHECK_INT(carried.stances_kept, 1);
    CHECK(str_starts_with(slot_with(casefile, "winter"), STR("plan/4/")));
    casefile_close(casefile);
}

TEST(a_slot_that_grew_keeps_its_stances_in_the_wider_words)
{
    struct casefile *casefile = make_case();
    struct slots_carried carried;
    struct found_slot old = found_at(&third, nordland, 1);
    carry(casefile, &old, 1, &carried);
    take_stance(casefile, slot_with(casefile, "winter"), "winter");
    static const struct stretch wider = {"3",           134, "behind it ", ".", "until spring",
                                         "until winter"};
    struct found_slot found = found_at(&wider, nordland, 1);
    carry(casefile, &found, 1, &carried);
    CHECK_INT(carried.stayed, 1);
    CHECK_INT(carried.stances_kept, 1);
    struct str id =
        stance_id(slot_with(casefile, "until winter"),
                  slot_variant_id(STR("until winter"), tap_arena()), STR("SUED"), tap_arena());
    CHECK(items_find(&casefile->open, "stance", id) != NULL);
    casefile_close(casefile);
}

// The slot of `stretch` settled on its rival wording, as it stands in the next base.
static struct settled_slot settled_as(const struct casefile *casefile,
                                      const struct stretch *stretch)
{
    struct arena *arena = tap_arena();
    struct str id = slot_with(casefile, stretch->rival);
    struct json_object object =
        json_object_from(arena, items_find(&casefile->open, "slot", id)->value);
    struct json_object row = json_object_make(arena);
    struct str variant = slot_variant_id(str_of(stretch->rival), arena);
    json_object_set(&row, STR("base"), json_of_str(arena, STR("plan-base-2")));
    json_object_set(&row, STR("variant"), json_of_str(arena, variant));
    json_object_set(&object, STR("settled"), json_object_done(&row, arena));
    json_object_set(&object, STR("status"), json_of_str(arena, STR("settled")));
    return (struct settled_slot){id, json_object_done(&object, arena)};
}

static struct slots_carried carry_on(struct casefile *casefile, const struct settled_slot *settled,
                                     const struct found_slot *found, size_t count)
{
    struct act act = act_make("next", casefile->arena);
    act.now = STR("2025-12-20T10:00:00Z");
    struct slots_carried carried = slots_carry_on(&casefile->open, STR("plan"), settled, 1, found,
                                                  count, &act, casefile->arena);
    tap_done(casefile_append(casefile, &act, &chance, NULL, &error), &error, __FILE__, __LINE__);
    return carried;
}

static struct str status_of(const struct casefile *casefile, struct str id)
{
    const struct item *slot = items_find(&casefile->open, "slot", id);
    return slot ? json_text(slot->value, "status") : STR("(gone)");
}

TEST(over_a_next_base_slots_keep_their_names_in_a_point_of_another_number)
{
    struct casefile *casefile = make_case();
    struct slots_carried carried;
    struct found_slot old[] = {found_at(&first, nordland, 1), found_at(&third, nordland, 1)};
    carry(casefile, old, 2, &carried);
    struct str id = slot_with(casefile, "winter");
    take_stance(casefile, id, "winter");
    struct settled_slot settled = settled_as(casefile, &first);
    static const struct stretch later = {"4", 149, "behind it until ", ".", "spring", "winter"};
    struct found_slot next[] = {found_at(&later, nordland, 1)};
    carried = carry_on(casefile, &settled, next, 1);
    CHECK_INT(carried.settled, 1);
    CHECK_INT(carried.stayed, 1);
    CHECK_INT(carried.stances_kept, 1);
    CHECK(str_equal(slot_with(casefile, "winter"), id));
    CHECK(str_equal(json_text(items_find(&casefile->open, "slot", id)->value, "point"), STR("4")));
    CHECK(str_equal(status_of(casefile, settled.id), STR("settled")));
    casefile_close(casefile);
}

TEST(what_no_draft_on_a_next_base_has_stays_with_its_stances_until_one_has)
{
    struct casefile *casefile = make_case();
    struct slots_carried carried;
    struct found_slot old[] = {found_at(&first, nordland, 1), found_at(&third, nordland, 1)};
    carry(casefile, old, 2, &carried);
    struct str id = slot_with(casefile, "winter");
    take_stance(casefile, id, "winter");
    struct settled_slot settled = settled_as(casefile, &first);
    carried = carry_on(casefile, &settled, NULL, 0);
    CHECK_INT(carried.unplaced.count, 1);
    CHECK(str_equal(status_of(casefile, id), STR("unplaced")));
    CHECK_INT(carry(casefile, NULL, 0, &carried), 0);
    CHECK_INT(items_count(&casefile->open, STR("stance")), 1);
    carry(casefile, &old[1], 1, &carried);
    CHECK(str_equal(status_of(casefile, id), STR("open")));
    CHECK_INT(carried.stances_kept, 1);
    casefile_close(casefile);
}

TEST(a_draft_that_touches_settled_words_opens_them_again_and_others_do_not)
{
    static const struct {
        struct stretch stretch;
        bool is_reopened;
    } cases[] = {
        {{"3", 90, "Troops leave ", " the river", "at once ", "soon "}, true},
        {{"3", 90, "Troops ", " the river", "leave at once ", "go "}, true},
        {{"3", 90, "Troops leave at ", " the river", "once ", "dawn "}, true},
        {{"3", 140, "behind it until ", ".", "spring", "winter"}, false},
        {{"5", 90, "Troops leave ", " the river", "at once ", "soon "}, false},
        {{"3", 300, "Ships sail ", " for home", "at once ", "soon "}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct casefile *casefile = make_case();
        struct slots_carried carried;
        struct found_slot old = found_at(&first, nordland, 1);
        carry(casefile, &old, 1, &carried);
        struct settled_slot settled = settled_as(casefile, &first);
        carry_on(casefile, &settled, NULL, 0);
        struct found_slot next = found_at(&cases[i].stretch, suedland, 1);
        carry(casefile, &next, 1, &carried);
        const struct item *slot =
            items_find(&casefile->open, "slot", slot_with(casefile, cases[i].stretch.rival));
        REQUIRE(slot);
        bool is_reopened = str_equal(json_text(slot->value, "reopens"), settled.id) &&
                           str_equal(json_text(slot->value, "status"), STR("reopened"));
        CHECK_INT(is_reopened, cases[i].is_reopened);
        CHECK_INT(carried.reopened, cases[i].is_reopened);
        CHECK(str_equal(status_of(casefile, settled.id), STR("settled")));
        casefile_close(casefile);
    }
}

// --- Nothing that was said is lost, in texts made at random

// A text of five words a point; a draft changes a stretch of them.
#define POINTS 3
#define WORDS 5
static struct tap_random dice;

static size_t random_below(size_t bound)
{
    return tap_random_below(&dice, (uint32_t)bound);
}

static const char *const words[] = {"troops ", "leave ", "the ", "river ", "soon "};

static struct str joined(size_t from, size_t to)
{
    struct builder out = builder_make(tap_arena());
    for (size_t i = from; i < to; i++)
        builder_add_c(&out, words[i]);
    return builder_str(&out);
}

static size_t find_at_random(struct found_slot *found, bool is_moved)
{
    size_t count = 0;
    for (size_t p = 0; p < POINTS; p++) {
        size_t from = random_below(WORDS);
        size_t to = from + random_below(WORDS - from + 1);
        if (random_below(4) == 0)
            continue;
        struct found_variant *variants = ARENA_ARRAY(tap_arena(), struct found_variant, 3);
        size_t rivals = 1 + random_below(2);
        variants[0] = (struct found_variant){.text = joined(from, to)};
        for (size_t v = 1; v <= rivals; v++)
            variants[v] = (struct found_variant){
                arena_print(tap_arena(), "%.*s%zu ", STR_ARGS(joined(from, from + (to - from) / 2)),
                            v + 2 * random_below(2)),
                v == 1 ? nordland : suedland, 1};
        found[count++] = (struct found_slot){.point = arena_print(tap_arena(), "%zu", p + is_moved),
                                             .place = 100 * p + from,
                                             .before = joined(0, from),
                                             .after = joined(to, WORDS),
                                             .variants = variants,
                                             .variant_count = 1 + rivals};
    }
    return count;
}

static const struct json *place_json(const struct item *slot, struct str variant)
{
    struct json_object object = json_object_make(tap_arena());
    json_object_set(&object, STR("slot"), json_of_str(tap_arena(), slot->id));
    if (variant.length > 0)
        json_object_set(&object, STR("variant"), json_of_str(tap_arena(), variant));
    return json_object_done(&object, tap_arena());
}

static void append(struct casefile *casefile, const char *kind, struct str id,
                   const struct json *value)
{
    struct act act = act_make("enter", casefile->arena);
    act.now = STR("2025-12-20T10:00:00Z");
    act_add(&act, kind, id, value);
    tap_done(casefile_append(casefile, &act, &chance, NULL, &error), &error, __FILE__, __LINE__);
}

static void agree(struct casefile *casefile, const struct item *slot, struct str variant,
                  struct str mark)
{
    struct arena *arena = casefile->arena;
    struct json_object row = json_object_make(arena);
    struct json_object object = json_object_from(arena, slot->value);
    json_object_set(&row, STR("variant"), json_of_str(arena, variant));
    json_object_set(&object, STR("agreed"), json_object_done(&row, arena));
    json_object_set(&object, STR("status"), json_of_str(arena, STR("agreed")));
    json_object_set(&object, STR("note"), json_of_str(arena, mark));
    append(casefile, "slot", slot->id, json_object_done(&object, arena));
}

// Says something of a slot that a draft has; `mark` tells it from all else that is said.
static void say_something(struct casefile *casefile, struct str mark)
{
    struct arena *arena = casefile->arena;
    struct list slots = items_of(&casefile->open, "slot", arena);
    if (slots.count == 0)
        return;
    const struct item *slot = *LIST_AT(&slots, const struct item *, random_below(slots.count));
    const struct json *variants = json_member(slot->value, "variants");
    struct str variant = json_text(&variants->items[random_below(variants->count)], "id");
    struct json_object object =
        json_object_from(arena, place_json(slot, random_below(4) > 0 ? variant : STR("")));
    const struct json *row = place_json(slot, variant);
    const struct json list = {.kind = JSON_ARRAY, .items = row, .count = 1};
    json_object_set(&object, STR("text"), json_of_str(arena, mark));
    switch (random_below(4)) {
    case 0:
        json_object_set(&object, STR("party"), json_of_str(arena, mark));
        append(casefile, "stance", stance_id(slot->id, variant, mark, arena),
               json_object_done(&object, arena));
        return;
    case 1:
        append(casefile, "comment", mark, json_object_done(&object, arena));
        return;
    case 2:
        object = json_object_make(arena);
        json_object_set(&object, STR("choices"), &list);
        append(casefile, "package", mark, json_object_done(&object, arena));
        return;
    default:
        if (!json_member(slot->value, "agreed"))
            agree(casefile, slot, variant, mark);
    }
}

static bool has_wording(const struct item *slot, struct str variant)
{
    const struct json *earlier = json_member(slot->value, "earlier");
    struct str text;
    bool has = variant.length == 0 || slot_text(slot, variant, &text);
    for (size_t i = 0; earlier && i < earlier->count; i++)
        has = has || str_equal(json_text(&earlier->items[i], "id"), variant);
    return has;
}

// Every slot that the value names is there and has the wording that is named beside it.
static bool names_what_is_there(const struct casefile *casefile, const struct json *value)
{
    struct str slot = value->kind == JSON_OBJECT ? json_text(value, "slot") : STR("");
    const struct item *item = slot.length > 0 ? items_find(&casefile->open, "slot", slot) : NULL;
    bool is_good = slot.length == 0 || (item && has_wording(item, json_text(value, "variant")));
    bool is_deep = value->kind == JSON_OBJECT || value->kind == JSON_ARRAY;
    for (size_t i = 0; is_deep && i < value->count; i++)
        is_good = is_good && names_what_is_there(casefile, &value->items[i]);
    return is_good;
}

static size_t count_said(const struct casefile *casefile, bool *is_good)
{
    static const char *const kinds[] = {"stance", "comment", "package", "slot"};
    size_t said = 0;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct list all = items_of(&casefile->open, kinds[k], tap_arena());
        for (size_t i = 0; i < all.count; i++) {
            const struct item *item = *LIST_AT(&all, const struct item *, i);
            const struct json *agreed = json_member(item->value, "agreed");
            bool is_slot = strcmp(kinds[k], "slot") == 0;
            said += !is_slot || agreed;
            *is_good =
                *is_good && (is_slot ? !agreed || has_wording(item, json_text(agreed, "variant"))
                                     : names_what_is_there(casefile, item->value));
        }
    }
    return said;
}

TEST(whatever_drafts_come_what_was_said_stays_with_its_wording)
{
    size_t rounds = (size_t)tap_size(150, 5000);
    for (size_t r = 0; r < rounds; r++) {
        struct casefile *casefile = make_case();
        dice = (struct tap_random){r};
        bool is_good = true;
        for (size_t step = 0; step < 8 && is_good; step++) {
            struct found_slot found[POINTS];
            struct slots_carried carried;
            struct str mark = arena_print(tap_arena(), "m%zu", step);
            say_something(casefile, mark);
            size_t before = count_said(casefile, &is_good);
            carry(casefile, found, find_at_random(found, random_below(3) == 0), &carried);
            size_t after = count_said(casefile, &is_good);
            is_good = is_good && before == after;
            if (!is_good)
                printf("# text %zu, draft %zu: %zu things were said, %zu are\n", r, step, before,
                       after);
        }
        CHECK(is_good);
        casefile_close(casefile);
    }
}

TESTS(TAP_ENTRY(a_draft_that_leaves_a_slot_alone_records_nothing_of_it),
      TAP_ENTRY(insertions_in_one_point_are_told_apart_when_one_comes_before_them),
      TAP_ENTRY(another_insertion_elsewhere_in_the_point_is_not_the_old_one),
      TAP_ENTRY(a_slot_whose_point_was_renumbered_goes_on_with_its_stances),
      TAP_ENTRY(a_slot_that_grew_keeps_its_stances_in_the_wider_words),
      TAP_ENTRY(over_a_next_base_slots_keep_their_names_in_a_point_of_another_number),
      TAP_ENTRY(what_no_draft_on_a_next_base_has_stays_with_its_stances_until_one_has),
      TAP_ENTRY(a_draft_that_touches_settled_words_opens_them_again_and_others_do_not),
      TAP_ENTRY(whatever_drafts_come_what_was_said_stays_with_its_wording))
