// SPDX-License-Identifier: Apache-2.0
// Every verb of a case stops within its bounds: with too few steps it says so, and nothing is entered, left
// behind or said that is not whole; with enough it answers as with no bounds at all.
#include <entente/case.h>
#include <entente/timetable.h>

#include "base/builder.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOTES 40
#define ENTRIES 30

struct verb_desk {
    char folder[200];
    const char *path;            // of the case
    struct entente_case *anyone; // as all see it
    struct entente_case *mediator;
    const char *exported; // the same as a folder
    struct str proof;
    struct str note; // a signed checkpoint
    uint32_t made;   // files and folders made so far
};

static const char *made_path(struct verb_desk *desk, const char *name)
{
    return arena_c_string(tap_arena(),
                          arena_print(tap_arena(), "%s/%u-%s", desk->folder, ++desk->made, name));
}

static struct entente_file file(const char *name, struct str text)
{
    return (struct entente_file){name, text.bytes, text.length};
}

// A time of its own for each act, and a seed.
static struct entente_act next_act(void)
{
    static uint32_t number;
    static unsigned char seed[ENTENTE_SEED_BYTES];
    number++;
    memcpy(seed, &number, sizeof number);
    struct str now = arena_print(tap_arena(), "2031-03-01T%02u:%02u:%02uZ", number / 3600 % 24,
                                 number / 60 % 60, number % 60);
    return (struct entente_act){
        .size = sizeof(struct entente_act), .now = arena_c_string(tap_arena(), now), .seed = seed};
}

static struct str notes(uint32_t from)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < NOTES; i++)
        builder_print(&out, "%s{\"id\": \"n%u\", \"text\": \"What was said about point %u.\"}",
                      i ? "," : "[", from + i, i);
    builder_add_c(&out, "]");
    return builder_str(&out);
}

// --- The verbs, each with bounds

typedef bool bounded_verb(struct verb_desk *desk, const struct entente_bounds *bounds,
                          struct entente_answer **answer, struct entente_error *error);

static bool enters(struct verb_desk *desk, const struct entente_bounds *bounds,
                   struct entente_answer **answer, struct entente_error *error)
{
    struct entente_act act = next_act();
    struct entente_file json = file("notes.json", notes(1000000));
    struct entente_entering what = {.size = sizeof what, .kind = "note", .json = &json};
    return entente_case_enter(&what, desk->anyone, &act, bounds, answer, error);
}

static bool submits(struct verb_desk *desk, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    struct entente_act act = next_act();
    struct entente_file draft = file("ua.md", STR("# Plan\n\n1. Troops leave within 90 days.\n"));
    struct entente_submission what = {
        .size = sizeof what, .document = "plan", .party = "UA", .file = &draft};
    return entente_case_submit(&what, desk->anyone, &act, bounds, answer, error);
}

static bool settles(struct verb_desk *desk, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    struct entente_act act = next_act();
    struct entente_settling what = {
        .size = sizeof what, .slot = "plan/1", .status = "agreed", .variant = "base"};
    return entente_case_settle(&what, desk->anyone, &act, bounds, answer, error);
}

static bool gives_keys(struct verb_desk *desk, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_act act = next_act();
    struct entente_key_options what = {sizeof what, "UA", "a long enough passphrase"};
    return entente_case_key(&what, desk->anyone, &act, bounds, answer, error);
}

static bool signs(struct verb_desk *desk, const struct entente_bounds *bounds,
                  struct entente_answer **answer, struct entente_error *error)
{
    struct entente_checkpoint_options what = {.size = sizeof what, .now = next_act().now};
    return entente_case_checkpoint(&what, desk->mediator, bounds, answer, error);
}

static bool consents(struct verb_desk *desk, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    struct entente_act act = next_act();
    struct entente_seal_options what = {sizeof what, "secret"};
    return entente_case_consent(&what, desk->mediator, &act, bounds, answer, error);
}

static bool unseals(struct verb_desk *desk, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    struct entente_seal_options what = {sizeof what, "secret"};
    return entente_case_unseal(&what, desk->mediator, bounds, answer, error);
}

static bool shows(struct verb_desk *desk, const struct entente_bounds *bounds,
                  struct entente_answer **answer, struct entente_error *error)
{
    struct entente_show_options what = {.size = sizeof what, .form = ENTENTE_SHOW_JSON};
    return entente_case_show(&what, desk->anyone, bounds, answer, error);
}

static bool logs(struct verb_desk *desk, const struct entente_bounds *bounds,
                 struct entente_answer **answer, struct entente_error *error)
{
    struct entente_log_options what = {sizeof what, ENTENTE_CASE_JSON};
    return entente_case_log(&what, desk->anyone, bounds, answer, error);
}

static bool proves(struct verb_desk *desk, const struct entente_bounds *bounds,
                   struct entente_answer **answer, struct entente_error *error)
{
    struct entente_proving what = {.size = sizeof what, .at = 3};
    return entente_case_prove(&what, desk->anyone, bounds, answer, error);
}

static bool rebuilds(struct verb_desk *desk, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    return entente_case_rebuild(desk->anyone, bounds, answer, error);
}

static bool exports(struct verb_desk *desk, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    struct entente_export_options what = {.size = sizeof what};
    return entente_case_export(&what, desk->anyone, bounds, answer, error);
}

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

// A folder that was not written whole is not there.
static bool exports_folder(struct verb_desk *desk, const struct entente_bounds *bounds,
                           struct entente_answer **answer, struct entente_error *error)
{
    const char *folder = made_path(desk, "folder");
    struct entente_export_options what = {.size = sizeof what, .folder = folder};
    bool done = entente_case_export(&what, desk->anyone, bounds, answer, error);
    CHECK(done == is_there(folder));
    return done;
}

static bool imports(struct verb_desk *desk, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    const char *path = made_path(desk, "again.entente");
    struct entente_act act = next_act();
    struct entente_import_options what = {.size = sizeof what};
    bool done = entente_case_import(&what, desk->exported, path, &act, bounds, answer, error);
    CHECK(done == is_there(path));
    return done;
}

static bool verifies_folder(struct verb_desk *desk, const struct entente_bounds *bounds,
                            struct entente_answer **answer, struct entente_error *error)
{
    struct entente_verify_options what = {.size = sizeof what, .form = ENTENTE_CASE_JSON};
    return entente_case_verify(&what, desk->exported, bounds, answer, error);
}

static bool verifies(struct verb_desk *desk, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    struct entente_verify_options what = {.size = sizeof what, .form = ENTENTE_CASE_JSON};
    return entente_case_verify(&what, desk->path, bounds, answer, error);
}

static bool verifies_proof(struct verb_desk *desk, const struct entente_bounds *bounds,
                           struct entente_answer **answer, struct entente_error *error)
{
    struct entente_file proof = file("proof.json", desk->proof);
    struct entente_file note = file("first.note", desk->note);
    struct entente_verify_options what = {
        .size = sizeof what, .checkpoints = &note, .checkpoint_count = 1};
    return entente_proof_verify(&what, &proof, bounds, answer, error);
}

static bool finds_date(struct verb_desk *desk, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    (void)desk;
    struct builder days = builder_make(tap_arena());
    builder_add_c(&days, "holidays:\n");
    for (uint32_t i = 0; i < 3000; i++)
        builder_print(&days, "  - %02u-%02u\n", i % 12 + 1, i % 28 + 1);
    struct entente_file holidays = file("holidays.yaml", builder_str(&days));
    struct entente_date_options what = {.size = sizeof what,
                                        .rules = "calendar",
                                        .date = "2031-03-01",
                                        .period = "P100WD",
                                        .holidays = &holidays};
    return entente_timetable_date(&what, bounds, answer, error);
}

static bool opens(struct verb_desk *desk, const struct entente_bounds *bounds,
                  struct entente_answer **answer, struct entente_error *error)
{
    struct entente_case *handle = NULL;
    struct entente_show_options what = {.size = sizeof what, .form = ENTENTE_SHOW_JSON};
    bool done = entente_case_open(NULL, desk->path, bounds, &handle, error) &&
                entente_case_show(&what, handle, NULL, answer, error);
    entente_case_close(handle);
    return done;
}

static struct str output_of(const struct entente_answer *answer)
{
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    return arena_copy(tap_arena(), (struct str){bytes, length});
}

// --- The case that they work on

static void must(bool done, const struct entente_error *error)
{
    if (!done)
        printf("# %s\n", error->message);
    REQUIRE(done);
}

static void enter_one(struct entente_case *handle, const char *kind, const char *id,
                      const char *name, const char *value)
{
    struct entente_field fields[] = {{name, value}};
    struct entente_act act = next_act();
    struct entente_entering what = {
        .size = sizeof what, .kind = kind, .id = id, .fields = fields, .count = 1};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    must(entente_case_enter(&what, handle, &act, NULL, &answer, &error), &error);
    entente_answer_free(answer);
}

static void submit_one(struct entente_case *handle, const char *party, const char *text)
{
    struct entente_act act = next_act();
    struct entente_file draft = file("draft.md", str_of(text));
    struct entente_submission what = {
        .size = sizeof what, .document = "plan", .party = party, .file = &draft};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    must(entente_case_submit(&what, handle, &act, NULL, &answer, &error), &error);
    entente_answer_free(answer);
}

static void fill(struct entente_case *handle)
{
    enter_one(handle, "party", "UA", "name", "UA");
    enter_one(handle, "party", "US", "name", "US");
    enter_one(handle, "party", "UN", "name", "UN");
    enter_one(handle, "party", "UN", "role", "mediator");
    enter_one(handle, "document", "plan", "title", "Plan");
    submit_one(handle, NULL, "# Plan\n\n1. Troops leave within 30 days.\n");
    submit_one(handle, "US", "# Plan\n\n1. Troops leave within 60 days.\n");
    for (uint32_t i = 0; i < ENTRIES; i++) {
        struct entente_act act = next_act();
        struct entente_file json = file("notes.json", notes(i * NOTES));
        struct entente_entering what = {.size = sizeof what, .kind = "note", .json = &json};
        struct entente_answer *answer = NULL;
        struct entente_error error;
        must(entente_case_enter(&what, handle, &act, NULL, &answer, &error), &error);
        entente_answer_free(answer);
    }
}

static void seal_one(struct entente_case *handle)
{
    struct entente_field fields[] = {{"text", "what UN wants"}};
    struct entente_act act = next_act();
    act.readers = "party:UN";
    struct entente_entering what = {
        .size = sizeof what, .kind = "note", .id = "secret", .fields = fields, .count = 1};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    must(entente_case_enter(&what, handle, &act, NULL, &answer, &error), &error);
    entente_answer_free(answer);
}

static struct str must_say(struct verb_desk *desk, bounded_verb *verb)
{
    struct entente_answer *answer = NULL;
    struct entente_error error;
    must(verb(desk, NULL, &answer, &error), &error);
    struct str said = output_of(answer);
    entente_answer_free(answer);
    return said;
}

static void open_desk(struct verb_desk *desk)
{
    struct entente_field title[] = {{"title", "Talks"}};
    struct entente_act act = next_act();
    struct entente_init_options founding = {sizeof founding, "demo", title, 1};
    struct entente_key_options keys = {sizeof keys, "UN", "good offices of all"};
    struct entente_case_view view = {
        .size = sizeof view, .viewer = "UN", .passphrase = "good offices of all"};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    const char *room = getenv("TMPDIR");
    snprintf(desk->folder, sizeof desk->folder, "%s/entente-bounds-XXXXXX", room ? room : "/tmp");
    REQUIRE(mkdtemp(desk->folder) != NULL);
    desk->path = made_path(desk, "talks.entente");
    must(entente_case_init(&founding, desk->path, &act, NULL, &answer, &error), &error);
    entente_answer_free(answer);
    must(entente_case_open(NULL, desk->path, NULL, &desk->anyone, &error), &error);
    fill(desk->anyone);
    act = next_act();
    must(entente_case_key(&keys, desk->anyone, &act, NULL, &answer, &error), &error);
    entente_answer_free(answer);
    must(entente_case_open(&view, desk->path, NULL, &desk->mediator, &error), &error);
    seal_one(desk->mediator);
    desk->note = must_say(desk, signs);
    desk->proof = must_say(desk, proves);
    must_say(desk, exports_folder);
    desk->exported = arena_c_string(
        tap_arena(), arena_print(tap_arena(), "%s/%u-folder", desk->folder, desk->made));
}

static void close_desk(struct verb_desk *desk)
{
    entente_case_close(desk->anyone);
    entente_case_close(desk->mediator);
    struct str command = arena_print(tap_arena(), "rm -rf %s", desk->folder);
    CHECK(system(arena_c_string(tap_arena(), command)) == 0);
}

// --- What must hold

static const struct {
    const char *name;
    bounded_verb *verb;
    bool enters; // more than once it cannot be compared
} verbs[] = {
    {"show", shows, false},           {"log", logs, false},
    {"prove", proves, false},         {"export", exports, false},
    {"verify", verifies, false},      {"open", opens, false},
    {"unseal", unseals, false},       {"date", finds_date, false},
    {"proof", verifies_proof, false}, {"folder", exports_folder, true},
    {"import", imports, true},        {"verify a folder", verifies_folder, false},
    {"rebuild", rebuilds, false},     {"enter", enters, true},
    {"submit", submits, true},        {"settle", settles, true},
    {"consent", consents, true},      {"key", gives_keys, true},
    {"checkpoint", signs, true},
};

// Others enter something meanwhile, so that there is something to be read on.
static void others_enter(struct verb_desk *desk)
{
    struct entente_case *other = NULL;
    struct entente_error error;
    must(entente_case_open(NULL, desk->path, NULL, &other, &error), &error);
    enter_one(other, "note", NULL, "text", "meanwhile");
    entente_case_close(other);
}

static bool is_limit(const struct entente_error *error, const char *name, uint64_t steps)
{
    if (error->code != ENTENTE_LIMIT)
        printf("# %s with %llu steps: %s\n", name, (unsigned long long)steps, error->message);
    return error->code == ENTENTE_LIMIT;
}

TEST(every_verb_of_a_case_stops_within_its_steps_and_leaves_nothing_behind)
{
    struct verb_desk desk = {.made = 0};
    open_desk(&desk);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        others_enter(&desk);
        struct str now = must_say(&desk, logs);
        others_enter(&desk);
        CHECK(!str_equal(must_say(&desk, logs), now));
        now = must_say(&desk, logs);
        struct entente_answer *answer = NULL;
        struct entente_error error;
        uint32_t stopped = 0;
        bool done = false;
        for (uint64_t steps = 1; !done && steps < (uint64_t)1 << 40; steps *= 4) {
            struct entente_bounds bounds = {.size = sizeof bounds, .steps = steps};
            done = verbs[i].verb(&desk, &bounds, &answer, &error);
            stopped += done ? 0 : 1;
            if (!CHECK(done || is_limit(&error, verbs[i].name, steps)))
                break;
            CHECK(done || str_equal(must_say(&desk, logs), now));
        }
        if (!CHECK(done && stopped > 0)) {
            printf("# %s: stopped %u times\n", verbs[i].name, stopped);
            continue;
        }
        bool is_same =
            verbs[i].enters || str_equal(output_of(answer), must_say(&desk, verbs[i].verb));
        if (!CHECK(is_same))
            printf("# %s says something else within bounds\n", verbs[i].name);
        entente_answer_free(answer);
    }
    close_desk(&desk);
}

static volatile sig_atomic_t stop_asked;

static const char *clock_that_stops(void *act)
{
    stop_asked = 1;
    return ((const struct entente_act *)act)->now;
}

TEST(an_act_that_is_stopped_on_the_way_is_not_entered)
{
    struct verb_desk desk = {.made = 0};
    open_desk(&desk);
    struct str before = must_say(&desk, logs);
    struct entente_act act = next_act();
    act.clock = clock_that_stops;
    act.clock_self = &act;
    struct entente_field fields[] = {{"text", "x"}};
    struct entente_entering what = {
        .size = sizeof what, .kind = "note", .fields = fields, .count = 1};
    struct entente_bounds bounds = {.size = sizeof bounds, .stop = &stop_asked};
    struct entente_answer *answer = NULL;
    struct entente_error error = {.code = ENTENTE_OK};
    stop_asked = 0;
    CHECK(!entente_case_enter(&what, desk.anyone, &act, &bounds, &answer, &error));
    CHECK_INT(error.code, ENTENTE_LIMIT);
    CHECK(str_equal(must_say(&desk, logs), before));
    stop_asked = 0;
    act = next_act();
    must(entente_case_enter(&what, desk.anyone, &act, &bounds, &answer, &error), &error);
    entente_answer_free(answer);
    close_desk(&desk);
}

TEST(every_verb_that_reads_much_stays_within_the_memory_it_may_hold)
{
    struct verb_desk desk = {.made = 0};
    open_desk(&desk);
    bounded_verb *const large[] = {shows, logs, exports, verifies, opens, imports, verifies_folder};
    struct entente_bounds bounds = {.size = sizeof bounds, .memory_bytes = (size_t)32 << 10};
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        struct entente_answer *answer = NULL;
        struct entente_error error = {.code = ENTENTE_OK};
        CHECK(!large[i](&desk, &bounds, &answer, &error));
        CHECK_INT(error.code, ENTENTE_LIMIT);
        CHECK(str_contains(str_of(error.message), STR("of memory, which it may hold")));
    }
    close_desk(&desk);
}

TESTS(TAP_ENTRY(every_verb_of_a_case_stops_within_its_steps_and_leaves_nothing_behind),
      TAP_ENTRY(an_act_that_is_stopped_on_the_way_is_not_entered),
      TAP_ENTRY(every_verb_that_reads_much_stays_within_the_memory_it_may_hold))
