// SPDX-License-Identifier: Apache-2.0
// Two handles on one case in turn: each sees what a handle opened just now sees, and neither grows
// with the number of acts.
#include "casefile/forget.h"
#include "casefile/marks.h"
#include "casefile/sealed.h"

#include "case_place.h"
#include "tap.h"

#include <entente/case.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct error error;
static const unsigned char seed[CHANCE_SEED_BYTES] = {9};

static void must(bool done)
{
    tap_done(done, &error, __FILE__, __LINE__);
    if (!done)
        abort();
}

static struct casefile *opened(const char *path, const char *viewer)
{
    struct casefile_view view = {.viewer = str_of(viewer)};
    if (viewer)
        view.passphrase = str_of(viewer);
    struct casefile *casefile;
    struct store_options options = {STORE_WRITE, NULL};
    must(casefile_open(path, options, &view, &casefile, &error));
    return casefile;
}

// Each act a second after the one before.
static struct str next_second(void)
{
    static unsigned seconds;
    seconds++;
    return arena_print(tap_arena(), "2031-03-01T%02u:%02u:%02uZ", seconds / 3600, seconds / 60 % 60,
                       seconds % 60);
}

// One change of one item as an act of its own; set NULL takes the item out.
static void enter(struct casefile *casefile, struct chance *chance, const char *audience,
                  const char *kind, struct str id, const struct json *set)
{
    struct act act = act_make("enter", tap_arena());
    act.audience = str_of(audience);
    act.now = next_second();
    act.by = casefile->view.viewer;
    act_add(&act, kind, id, set);
    must(casefile_begin(casefile, &error));
    must(casefile_append(casefile, &act, chance, NULL, &error));
    must(casefile_commit(casefile, &error));
}

// A note that must be forgotten, where there is such a one.
static bool forget(struct casefile *casefile, struct str id)
{
    struct act frame = act_make(FORGETTING_ACT, tap_arena());
    struct forget_what what = {.kind = STR("note"), .id = id};
    struct forget_done done_so;
    frame.now = next_second();
    frame.by = casefile->view.viewer;
    must(casefile_begin(casefile, &error));
    if (!casefile_forget(casefile, &frame, seed, &what, &done_so, &error)) {
        CHECK_INT(error.code, NOT_FOUND);
        casefile_rollback(casefile);
        return false;
    }
    CHECK(done_so.taken.count > 0);
    must(casefile_commit(casefile, &error));
    return true;
}

static const struct json *note_with(struct str text)
{
    struct json_object object = json_object_make(tap_arena());
    json_object_set(&object, STR("text"), json_of_str(tap_arena(), text));
    if (text.length % 2 == 0)
        json_object_set(&object, STR("slot"), json_of_str(tap_arena(), STR("plan/\"7\"/1a2b")));
    return json_object_done(&object, tap_arena());
}

static const struct json *group_of(const char *first, const char *second)
{
    struct json *members = ARENA_ARRAY(tap_arena(), struct json, 2);
    members[0] = *json_of_str(tap_arena(), str_of(first));
    members[1] = *json_of_str(tap_arena(), str_of(second));
    struct json *list = ARENA_NEW(tap_arena(), struct json);
    *list = (struct json){.kind = JSON_ARRAY, .items = members, .count = second ? 2 : 1};
    struct json_object object = json_object_make(tap_arena());
    json_object_set(&object, STR("members"), list);
    return json_object_done(&object, tap_arena());
}

// A case with the parties A and B, who have keys, and a group of A alone.
static const char *case_with_keys(const char *name, struct chance *chance)
{
    const char *path = case_place(name);
    struct casefile *casefile;
    must(casefile_create(path, NULL, STR("t"), &casefile, &error));
    must(casefile_publish(casefile, &error));
    static const char *const parties[] = {"A", "B"};
    for (size_t i = 0; i < 2; i++) {
        struct secret_keys keys;
        const struct json *record;
        struct str id = str_of(parties[i]);
        enter(casefile, chance, "all", "party", id, note_with(id));
        must(
            keys_make(id, (struct key_cost){1, 8192}, chance, tap_arena(), &keys, &record, &error));
        enter(casefile, chance, "all", "key", id, record);
    }
    enter(casefile, chance, "all", "group", STR("G"), group_of("A", NULL));
    casefile_close(casefile);
    return path;
}

static void check_same(const struct items *living, const struct items *fresh)
{
    CHECK_INT(living->all.count, fresh->all.count);
    for (size_t i = 0; i < fresh->all.count; i++) {
        const struct item *new = LIST_AT(&fresh->all, struct item, i);
        const char *kind = arena_c_string(tap_arena(), new->kind);
        const struct item *old = items_find(living, kind, new->id);
        CHECK_INT(old != NULL, new->value != NULL);
        CHECK_INT(items_count(living, new->kind), items_count(fresh, new->kind));
        if (!old || !new->value)
            continue;
        struct builder a = builder_make(tap_arena());
        struct builder b = builder_make(tap_arena());
        must(canon_write(old->value, &a, &error));
        must(canon_write(new->value, &b, &error));
        CHECK_STR(builder_str(&a), builder_str(&b));
        CHECK_STR(old->born, new->born);
        CHECK_STR(old->last, new->last);
    }
}

static void check_mark(const struct entry_mark *mark, const struct viewed_entry *viewed)
{
    bool has_change = viewed->entry.changes->count > 0; // not where others are taken out
    const struct json *change = has_change ? &viewed->entry.changes->items[0] : NULL;
    struct str slot = json_text(json_member(change, "set"), "slot");
    CHECK_STR(mark->order, viewed->order);
    CHECK_STR(mark->audience, viewed->audience);
    CHECK_STR(mark->act, viewed->entry.act);
    CHECK_STR(mark->by, viewed->entry.by);
    CHECK_INT(mark->slots.count, slot.length > 0);
    if (mark->slots.count > 0)
        CHECK_STR(*LIST_AT(&mark->slots, struct str, 0), slot);
}

// The record by what its entries were about is the record; and from what the sizes say nothing is left of it.
static void check_marks(struct casefile *living, uint64_t back)
{
    struct list sizes;
    struct list marks;
    struct list entries;
    must(casefile_sizes(living, tap_arena(), &sizes, &error));
    must(casefile_marks(living, &sizes, STR(""), tap_arena(), &marks, &error));
    CHECK_INT(marks.count, 0);
    for (size_t i = 0; i < sizes.count; i++) {
        struct log_read *log = LIST_AT(&sizes, struct log_read, i);
        log->size -= log->size < back ? log->size : back;
    }
    must(casefile_marks(living, &sizes, STR(""), tap_arena(), &marks, &error));
    must(casefile_entries(living, &sizes, tap_arena(), &entries, &error));
    CHECK(entries.count > 0);
    CHECK_INT(marks.count, entries.count);
    for (size_t i = 0; i < marks.count && i < entries.count; i++)
        check_mark(LIST_AT(&marks, struct entry_mark, i),
                   LIST_AT(&entries, struct viewed_entry, i));
}

// What the handle sees after reading on is what a handle sees that was opened just now.
static void check_handle(struct casefile *living, const char *path, const char *viewer)
{
    struct casefile *fresh = opened(path, viewer);
    must(casefile_refresh(living, &error));
    check_same(&living->items, &fresh->items);
    check_same(&living->open, &fresh->open);
    CHECK_STR(living->newest, fresh->newest);
    check_marks(living, 7);
    casefile_close(fresh);
}

static void act_at_random(struct casefile *casefile, struct chance *chance, unsigned draw)
{
    static const char *const audiences[] = {"public", "all", "party:A", "group:G"};
    struct str viewer = casefile->view.viewer;
    const char *audience = audiences[viewer.length > 0 ? draw % 4 : draw % 2];
    bool is_sealed = audience[0] == 'g' || strcmp(audience, "party:A") == 0;
    struct str id = arena_print(tap_arena(), "%s%u", is_sealed ? "s" : "n", draw / 4 % 5);
    if (draw % 23 == 0)
        enter(casefile, chance, "all", "group", STR("G"), group_of("A", draw % 2 ? "B" : NULL));
    else
        enter(casefile, chance, audience, "note", id,
              draw % 7 == 0 ? NULL : note_with(arena_print(tap_arena(), "text %u", draw)));
}

TEST(handles_that_read_on_see_what_a_new_one_sees)
{
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("seen", &chance);
    struct casefile *handles[3] = {opened(path, "A"), opened(path, NULL), opened(path, "B")};
    static const char *const viewers[] = {"A", NULL, "B"};
    unsigned draw = 1;
    for (unsigned i = 0; i < 120; i++) {
        draw = draw * 1103515245u + 12345u;
        act_at_random(handles[draw >> 16 & 1], &chance, draw >> 17);
        size_t looks = draw >> 8 & 3;
        if (looks < 3)
            check_handle(handles[looks], path, viewers[looks]);
    }
    for (size_t i = 0; i < 3; i++) {
        check_handle(handles[i], path, viewers[i]);
        casefile_close(handles[i]);
    }
    case_place_clear(path);
}

TEST(what_is_forgotten_is_gone_from_handles_that_stay_open)
{
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("forgotten", &chance);
    struct casefile *handles[3] = {opened(path, "A"), opened(path, NULL), opened(path, "B")};
    static const char *const viewers[] = {"A", NULL, "B"};
    unsigned draw = 7;
    size_t forgotten = 0;
    for (unsigned i = 0; i < 120; i++) {
        draw = draw * 1103515245u + 12345u;
        struct str id =
            arena_print(tap_arena(), "%s%u", draw >> 20 & 1 ? "s" : "n", draw >> 21 & 3);
        if ((draw >> 13 & 3) == 0)
            forgotten += forget(handles[draw >> 16 & 1], id) ? 1 : 0;
        else
            act_at_random(handles[draw >> 16 & 1], &chance, draw >> 17);
        size_t looks = draw >> 8 & 3;
        if (looks < 3)
            check_handle(handles[looks], path, viewers[looks]);
    }
    CHECK(forgotten > 10);
    for (size_t i = 0; i < 3; i++) {
        check_handle(handles[i], path, viewers[i]);
        casefile_close(handles[i]);
    }
    case_place_clear(path);
}

TEST(two_handles_in_turn_do_not_grow_with_the_acts)
{
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("grown", &chance);
    struct casefile *handles[2] = {opened(path, NULL), opened(path, NULL)};
    size_t early = 0;
    for (unsigned i = 0; i < 400; i++) {
        struct casefile *handle = handles[i % 2];
        enter(handle, &chance, "all", "note", STR("n"),
              note_with(arena_print(tap_arena(), "what was said in act number %u", i)));
        size_t held =
            arena_bytes(handle->arena) + arena_bytes(handle->state) + arena_bytes(handle->frame);
        if (i == 20)
            early = held;
        CHECK(i <= 20 || held <= early + 512);
    }
    for (size_t i = 0; i < 2; i++)
        casefile_close(handles[i]);
    case_place_clear(path);
}

// What `show` says of the note "n" through a handle of the public door.
static struct str note_shown(struct entente_case *handle)
{
    static struct entente_error refused;
    struct entente_show_options options = {
        .size = sizeof options, .form = ENTENTE_SHOW_TEXT, .kind = "note", .id = "n"};
    struct entente_answer *answer;
    size_t length;
    if (!entente_case_show(&options, handle, NULL, &answer, &refused))
        return STR("(refused)");
    const char *output = entente_answer_output(answer, &length);
    struct str shown = arena_copy(tap_arena(), (struct str){output, length});
    entente_answer_free(answer);
    return shown;
}

TEST(a_verb_that_reads_sees_what_others_have_entered_since)
{
    struct chance chance = chance_make(seed);
    static struct entente_error refused;
    const char *path = case_with_keys("read", &chance);
    struct casefile *writer = opened(path, NULL);
    struct entente_case *reader;
    REQUIRE(entente_case_open(NULL, path, NULL, &reader, &refused));
    CHECK_STR(note_shown(reader), STR("(refused)")); // there is none yet
    enter(writer, &chance, "all", "note", STR("n"), note_with(STR("one")));
    CHECK(str_find(note_shown(reader), STR("one")) < note_shown(reader).length);
    enter(writer, &chance, "all", "note", STR("n"), note_with(STR("two")));
    CHECK(str_find(note_shown(reader), STR("two")) < note_shown(reader).length);
    entente_case_close(reader);
    casefile_close(writer);
    case_place_clear(path);
}

TEST(an_act_that_was_refused_leaves_the_state_as_it_was)
{
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("refused", &chance);
    struct casefile *handle = opened(path, NULL);
    struct casefile *other = opened(path, NULL);
    enter(handle, &chance, "all", "note", STR("a"), note_with(STR("one")));
    must(casefile_begin(handle, &error));
    casefile_rollback(handle); // nothing was appended
    check_handle(handle, path, NULL);
    struct act act = act_make("enter", tap_arena());
    act.now = next_second();
    act_add(&act, "note", STR("a"), note_with(STR("two")));
    must(casefile_begin(handle, &error));
    must(casefile_append(handle, &act, &chance, NULL, &error));
    casefile_rollback(handle); // what was appended is undone
    check_handle(handle, path, NULL);
    enter(other, &chance, "all", "note", STR("b"), note_with(STR("three")));
    check_handle(handle, path, NULL);
    casefile_close(handle);
    casefile_close(other);
    case_place_clear(path);
    rmdir(tap_folder());
}

// Lets the database do something of its own with each entry that comes.
static void plant(const char *path, const char *what)
{
    struct str sql = arena_print(
        tap_arena(),
        "CREATE FUNCTION public.planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN %s END';"
        "CREATE TRIGGER planted BEFORE INSERT ON \"%s\".entry FOR EACH ROW EXECUTE FUNCTION "
        "public.planted()",
        what, case_place_schema(path));
    CHECK_STR(str_of(case_place_ask(NULL, sql.bytes)), STR(""));
}

static void check_planted(struct casefile *handle, struct chance *chance, const char *path,
                          const char *what)
{
    struct act act = act_make("enter", tap_arena());
    plant(path, what);
    act.now = next_second();
    act_add(&act, "note", STR("n"), note_with(STR("two")));
    must(casefile_begin(handle, &error));
    CHECK(!casefile_append(handle, &act, chance, NULL, &error) || !casefile_commit(handle, &error));
    CHECK_INT(error.code, IO_FAILED);
    CHECK(strstr(error.message, "reads back otherwise") != NULL);
    casefile_rollback(handle);
    // Until then the table is remembered as one with triggers.
    struct str sql = arena_print(tap_arena(), "VACUUM \"%s\".entry", case_place_schema(path));
    CHECK_STR(str_of(case_place_ask(NULL, "DROP FUNCTION public.planted() CASCADE")), STR(""));
    CHECK_STR(str_of(case_place_ask(NULL, sql.bytes)), STR(""));
    check_handle(handle, path, NULL);
    enter(handle, chance, "all", "note", STR("n"), note_with(STR("three")));
    check_handle(handle, path, NULL);
}

TEST(an_entry_that_a_database_keeps_otherwise_is_not_entered)
{
    if (!case_place_is_database()) {
        tap_skip("there is no database; tests/stores/postgresql.sh starts one");
        return;
    }
    static const char *const columns[] = {"salt", "content", "attachments", "commitment",
                                          "subtree"};
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("planted", &chance);
    struct casefile *handle = opened(path, NULL);
    enter(handle, &chance, "all", "note", STR("n"), note_with(STR("one")));
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        check_planted(handle, &chance, path,
                      arena_print(tap_arena(), "NEW.%s := NEW.%s || ''x''::bytea; RETURN NEW;",
                                  columns[i], columns[i])
                          .bytes);
    check_planted(handle, &chance, path, "NEW.at := NEW.at + 1000; RETURN NEW;");
    check_planted(handle, &chance, path, "RETURN NULL;");
    casefile_close(handle);
    case_place_clear(path);
}

// Of several handles whose acts wait for the disk, each may be asked first.
TEST(acts_that_wait_for_the_disk_are_there_after_it_whoever_asks)
{
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("held", &chance);
    struct casefile *handles[3];
    for (size_t i = 0; i < 3; i++) {
        handles[i] = opened(path, NULL);
        must(store_hold(handles[i]->store, &error));
    }
    for (unsigned i = 0; i < 30; i++) {
        struct str id = arena_print(tap_arena(), "n%u", i);
        enter(handles[i % 3], &chance, "all", "note", id, note_with(id));
        must(store_release(handles[i % 3]->store, &error)); // before another handle writes
        if (i % 5 == 4)
            for (size_t k = 0; k < 3; k++)
                must(store_flush(handles[(i + k) % 3]->store, &error));
    }
    for (size_t i = 0; i < 3; i++) {
        check_handle(handles[i], path, NULL);
        casefile_close(handles[i]);
    }
    case_place_clear(path);
}

// Between begin and rollback all that an act may have sent, or nothing.
static void enter_refused(struct casefile *casefile, struct chance *chance, bool is_late)
{
    struct act act = act_make("enter", tap_arena());
    const struct json *reference;
    act.now = next_second();
    must(casefile_begin(casefile, &error));
    act_add(&act, "note", STR("refused"), note_with(STR("no")));
    if (is_late) {
        must(casefile_add_file(casefile, &act, STR("f"), STR("bytes"), chance, &reference, &error));
        must(casefile_append(casefile, &act, chance, NULL, &error));
    }
    casefile_rollback(casefile);
}

static bool is_right(const char *path)
{
    struct casefile *handle = opened(path, NULL);
    struct str wrong = STR("");
    bool is_marked = false;
    bool is_settled = false;
    must(casefile_is_marked(handle, &is_marked, &error));
    must(casefile_is_settled(handle, &is_settled, &wrong, &error));
    casefile_close(handle);
    return is_marked && is_settled;
}

// In a database they are one transaction, of which an act that is refused takes nothing along.
TEST(acts_of_a_held_handle_are_entered_one_by_one_whichever_is_refused)
{
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("gathered", &chance);
    struct casefile *handle = opened(path, NULL);
    struct casefile *other = opened(path, NULL);
    must(store_hold(handle->store, &error));
    for (unsigned i = 0; i < 24; i++) {
        enter(handle, &chance, "all", "note", arena_print(tap_arena(), "n%u", i / 2),
              note_with(arena_print(tap_arena(), "said %u", i)));
        if (i % 3 != 2)
            enter_refused(handle, &chance, i % 3 == 1);
        must(casefile_refresh(handle, &error));
        CHECK(items_find(&handle->open, "note", arena_print(tap_arena(), "n%u", i / 2)));
        CHECK(!items_find(&handle->open, "note", STR("refused")));
        if (i % 6 != 5)
            continue;
        must(i == 11 ? store_flush(handle->store, &error) : store_release(handle->store, &error));
        CHECK(is_right(path));
        enter(other, &chance, "all", "note", STR("other"), note_with(STR("and I")));
        check_handle(handle, path, NULL);
    }
    must(store_flush(handle->store, &error));
    must(store_flush(handle->store, &error));
    check_handle(handle, path, NULL);
    enter(handle, &chance, "all", "note", STR("last"), note_with(STR("closing commits it")));
    casefile_close(handle);
    must(casefile_refresh(other, &error));
    CHECK(items_find(&other->open, "note", STR("last")));
    casefile_close(other);
    case_place_clear(path);
}

// Acts are told apart by nobody where the server gives up their transaction: of each it is said.
TEST(what_a_database_gives_up_is_told_to_all_that_wait_for_it)
{
    if (!case_place_is_database()) {
        tap_skip("there is no database; tests/stores/postgresql.sh starts one");
        return;
    }
    struct chance chance = chance_make(seed);
    const char *path = case_with_keys("given-up", &chance);
    struct casefile *handle = opened(path, NULL);
    must(store_hold(handle->store, &error));
    enter(handle, &chance, "all", "note", STR("n"), note_with(STR("one"))); // entry 5
    must(store_flush(handle->store, &error));
    plant(path, "IF NEW.at > 6 THEN RETURN NULL; END IF; RETURN NEW;");
    enter(handle, &chance, "all", "note", STR("a"), note_with(STR("two")));
    enter(handle, &chance, "all", "note", STR("b"), note_with(STR("three")));
    CHECK(!store_flush(handle->store, &error));
    CHECK_INT(error.code, IO_FAILED);
    CHECK(!store_flush(handle->store, &error)); // whoever else waits
    struct str sql = arena_print(tap_arena(), "VACUUM \"%s\".entry", case_place_schema(path));
    CHECK_STR(str_of(case_place_ask(NULL, "DROP FUNCTION public.planted() CASCADE")), STR(""));
    CHECK_STR(str_of(case_place_ask(NULL, sql.bytes)), STR(""));
    check_handle(handle, path, NULL);
    CHECK(!items_find(&handle->open, "note", STR("a")));
    enter(handle, &chance, "all", "note", STR("c"), note_with(STR("four")));
    must(store_flush(handle->store, &error));
    CHECK(is_right(path));
    check_handle(handle, path, NULL);
    casefile_close(handle);
    case_place_clear(path);
}

TESTS(TAP_ENTRY(handles_that_read_on_see_what_a_new_one_sees),
      TAP_ENTRY(what_is_forgotten_is_gone_from_handles_that_stay_open),
      TAP_ENTRY(two_handles_in_turn_do_not_grow_with_the_acts),
      TAP_ENTRY(a_verb_that_reads_sees_what_others_have_entered_since),
      TAP_ENTRY(an_entry_that_a_database_keeps_otherwise_is_not_entered),
      TAP_ENTRY(acts_that_wait_for_the_disk_are_there_after_it_whoever_asks),
      TAP_ENTRY(acts_of_a_held_handle_are_entered_one_by_one_whichever_is_refused),
      TAP_ENTRY(what_a_database_gives_up_is_told_to_all_that_wait_for_it),
      TAP_ENTRY(an_act_that_was_refused_leaves_the_state_as_it_was))
