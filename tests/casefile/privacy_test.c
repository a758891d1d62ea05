// SPDX-License-Identifier: Apache-2.0
// Two cases that differ only in what B keeps to itself look the same to A, byte for byte; and what B
// keeps to itself stands in no file. 1,000 pairs and 1,000 canaries are the claim.
#include "casefile/casefile.h"
#include "casefile/schema.h"

#include "base/file.h"
#include "tap.h"

#include <entente/case.h>
#include <entente/pages.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct error error;
static struct entente_error refused;

static const char *path_of(const char *name)
{
    return arena_c_string(tap_arena(), arena_print(tap_arena(), "%s/%s", tap_folder(), name));
}

static void remove_all(const char *path)
{
    DIR *open = opendir(path);
    if (!open) {
        unlink(path);
        return;
    }
    for (struct dirent *entry = readdir(open); entry; entry = readdir(open))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_all(arena_c_string(tap_arena(),
                                      arena_print(tap_arena(), "%s/%s", path, entry->d_name)));
    closedir(open);
    rmdir(path);
}

static size_t trials(void)
{
    return tap_size(8, 1000);
}

// --- Two cases

// One act, made of the case's open history: seeds are the same in both cases of a pair.
struct script {
    struct casefile *casefile;
    struct tap_random *random;
    uint64_t seed;
};

static struct chance next_chance(struct script *script)
{
    unsigned char seed[CHANCE_SEED_BYTES] = {3};
    script->seed++;
    memcpy(seed + 8, &script->seed, sizeof script->seed);
    return chance_make(seed);
}

static bool add(struct script *script, const char *audience, const char *by, const char *kind,
                const char *id, const char *name, struct str text, bool with_mediator)
{
    struct chance chance = next_chance(script);
    struct arena *arena = script->casefile->arena;
    struct act act = act_make("enter", arena);
    struct json_object object = json_object_make(arena);
    const struct json *file;
    act.audience = str_of(audience);
    act.by = str_of(by);
    act.now = STR("2025-12-20T10:00:00Z");
    act.with_mediator = with_mediator;
    json_object_set(&object, str_of(name), json_of_str(arena, text));
    if (strcmp(kind, "worth") == 0) {
        if (!casefile_add_file(script->casefile, &act, STR("worth.json"), text, &chance, &file,
                               &error))
            return false;
        json_object_set(&object, STR("file"), file);
        json_object_set(&object, STR("party"), json_of_str(arena, str_of(by)));
        json_object_set(&object, str_of(name), NULL);
    }
    act_add(&act, kind, str_of(id), json_object_done(&object, arena));
    return casefile_append(script->casefile, &act, &chance, NULL, &error);
}

static bool add_party(struct script *script, const char *id, const char *role)
{
    struct chance chance = next_chance(script);
    struct arena *arena = script->casefile->arena;
    struct act act = act_make("party", arena);
    struct json_object object = json_object_make(arena);
    struct secret_keys keys;
    const struct json *record;
    act.now = STR("2025-12-20T10:00:00Z");
    json_object_set(&object, STR("name"), json_of_str(arena, str_of(id)));
    json_object_set(&object, STR("role"), json_of_str(arena, str_of(role)));
    act_add(&act, "party", str_of(id), json_object_done(&object, arena));
    if (!keys_make(str_of(id), (struct key_cost){1, 8192}, &chance, arena, &keys, &record, &error))
        return false;
    act_add(&act, "key", str_of(id), record);
    return casefile_append(script->casefile, &act, &chance, NULL, &error);
}

static struct str random_text(struct tap_random *random)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = tap_random_below(random, 2000) + 1; i > 0; i--)
        builder_add_byte(&out, (char)('a' + tap_random_below(random, 26)));
    return builder_str(&out);
}

// B's private acts: how many, of what kind and with what text is up to `secret`.
static bool add_secrets(struct script *script, struct tap_random *secret, struct str canary)
{
    uint64_t kept = script->seed; // they must not move the seeds of the acts that A sees
    bool done = true;
    script->seed += 1000000 + tap_random_below(secret, 1000) * 1000;
    for (uint32_t i = tap_random_below(secret, 4); done && i > 0; i--)
        done = add(script, "party:B", "B", "note", "secret", "text", random_text(secret), false) &&
               add(script, "party:B", "B", "worth", "B", "note", random_text(secret),
                   tap_random_below(secret, 2) == 0);
    if (done && canary.length > 0)
        done = add(script, "party:B", "B", "note", "canary", "text", canary, false) &&
               add(script, "party:B", "B", "stance", arena_c_string(tap_arena(), canary), "note",
                   canary, false) &&
               add(script, "party:B", "B", "worth", "B", "note", canary, true);
    script->seed = kept;
    return done;
}

static bool make_case(const char *path, uint64_t open_seed, uint64_t secret_seed, struct str canary)
{
    struct tap_random random = {open_seed};
    struct tap_random secret = {secret_seed};
    struct script script = {.random = &random};
    if (!casefile_create(path, NULL, STR("pair"), &script.casefile, &error))
        return false;
    bool done = add_party(&script, "A", "party") && add_party(&script, "B", "party") &&
                add_party(&script, "M", "mediator");
    for (int i = 0; done && i < 6; i++) {
        const char *id = arena_c_string(tap_arena(), arena_print(tap_arena(), "n%d", i));
        static const char *const audiences[] = {"all", "public", "party:A"};
        done = add(&script, audiences[tap_random_below(&random, 3)], "A", "note", id, "text",
                   random_text(&random), false) &&
               add_secrets(&script, &secret, canary);
        canary = (struct str){NULL, 0};
    }
    done = done && casefile_publish(script.casefile, &error);
    casefile_close(script.casefile);
    return done;
}

// --- The same through the public door: texts, stances, names that the program gives

// Acts that A sees draw on one row of seeds, those of B alone on another.
struct door {
    struct entente_case *handle;
    uint64_t open;
    uint64_t closed;
    bool is_done;
};

static struct entente_act next_act(struct door *door, const char *readers)
{
    static unsigned char seed[ENTENTE_SEED_BYTES];
    uint64_t *count = readers ? &door->closed : &door->open;
    ++*count;
    seed[0] = readers ? 11 : 12;
    memcpy(seed + 8, count, sizeof *count);
    return (struct entente_act){.size = sizeof(struct entente_act),
                                .now = "2025-12-20T11:00:00Z",
                                .seed = seed,
                                .readers = readers};
}

static void end_act(struct door *door, bool done, struct entente_answer *answer)
{
    if (done)
        entente_answer_free(answer);
    else
        printf("# %s\n", refused.message);
    door->is_done = door->is_done && done;
}

static void enter(struct door *door, const char *kind, const char *id, const char *readers,
                  const struct entente_field *fields, size_t count)
{
    struct entente_act act = next_act(door, readers);
    struct entente_entering entering = {
        .size = sizeof entering, .kind = kind, .id = id, .fields = fields, .count = count};
    struct entente_answer *answer = NULL;
    bool done = entente_case_enter(&entering, door->handle, &act, NULL, &answer, &refused);
    end_act(door, done, answer);
}

static void submit(struct door *door, const char *party, const char *readers, const char *text)
{
    struct entente_act act = next_act(door, readers);
    struct entente_file file = {"plan.md", text, strlen(text)};
    struct entente_submission submission = {
        .size = sizeof submission, .document = "plan", .party = party, .file = &file};
    struct entente_bounds bounds = {.size = sizeof bounds, .memory_bytes = 0};
    struct entente_answer *answer = NULL;
    bool done = entente_case_submit(&submission, door->handle, &act, &bounds, &answer, &refused);
    end_act(door, done, answer);
}

// Comments, findings and matches, again under names that the program gives.
static void keep_remarks(struct door *door, struct tap_random *secret, const char *slot)
{
    const char *text = arena_c_string(tap_arena(), random_text(secret));
    struct entente_field comment[] = {{"slot", slot}, {"party", "B"}, {"text", text}};
    struct entente_field finding[] = {{"document", "plan"}, {"check", "terms"}, {"quote", text}};
    struct entente_field match[] = {
        {"document", "plan"}, {"draft", "plan-base-1"}, {"point", "1"}, {"other", "1"}};
    for (uint32_t i = slot ? tap_random_below(secret, 3) : 0; i > 0; i--)
        enter(door, "comment", NULL, "party:B", comment, 3);
    for (uint32_t i = slot ? tap_random_below(secret, 2) : 0; i > 0; i--) {
        enter(door, "finding", NULL, "party:B", finding, 3);
        enter(door, "match", NULL, "party:B", match, 4);
    }
}

// What B does for itself: notes under names that the program gives, a draft, a stance.
static void keep_secrets(struct door *door, struct tap_random *secret, const char *slot)
{
    for (uint32_t i = tap_random_below(secret, 3); i > 0; i--) {
        struct entente_field note = {"text", arena_c_string(tap_arena(), random_text(secret))};
        enter(door, "note", NULL, "party:B", &note, 1);
    }
    if (slot && tap_random_below(secret, 2) == 0)
        submit(door, "B", "party:B", arena_c_string(tap_arena(), random_text(secret)));
    struct entente_field stance[] = {
        {"slot", slot ? slot : ""}, {"party", "B"}, {"stance", "reserve"}, {"condition", "secret"}};
    if (slot && tap_random_below(secret, 2) == 0)
        enter(door, "stance", NULL, "party:B", stance, 4);
    keep_remarks(door, secret, slot);
}

static const char *slot_seen(struct entente_case *handle)
{
    struct entente_answer *answer;
    size_t length;
    struct entente_show_options show = {
        .size = sizeof show, .form = ENTENTE_SHOW_JSON, .kind = "slot"};
    if (!entente_case_show(&show, handle, NULL, &answer, &refused))
        return NULL;
    const char *text = entente_answer_output(answer, &length);
    struct str rest = str_skip((struct str){text, length},
                               str_find((struct str){text, length}, STR("\"id\": \"plan/")) + 7);
    const char *id = arena_c_string(tap_arena(), str_slice(rest, 0, str_find_byte(rest, '"')));
    entente_answer_free(answer);
    return id;
}

static const char *first_slot(struct door *door)
{
    return slot_seen(door->handle);
}

static void remark_for_all(struct door *door, const char *slot)
{
    const struct entente_field comment[] = {{"slot", slot}, {"party", "B"}, {"text", "Too long."}};
    const struct entente_field finding[] = {
        {"document", "plan"}, {"check", "terms"}, {"quote", "at once"}};
    const struct entente_field match[] = {
        {"document", "plan"}, {"draft", "plan-base-1"}, {"point", "2"}, {"other", "2"}};
    enter(door, "comment", NULL, NULL, comment, 3);
    enter(door, "comment", NULL, NULL, comment, 3);
    enter(door, "finding", NULL, NULL, finding, 3);
    enter(door, "match", NULL, NULL, match, 4);
}

// B acts for all with its passphrase at hand, and for itself in between.
static bool add_texts(const char *path, uint64_t open_seed, uint64_t secret_seed)
{
    struct tap_random random = {open_seed ^ 77};
    struct tap_random secret = {secret_seed ^ 99};
    struct entente_case_view view = {.size = sizeof view, .viewer = "B", .passphrase = "B"};
    struct door door = {.is_done = true};
    static const struct entente_field title = {"title", "The plan"};
    static const struct entente_field text = {"text", "for all"};
    if (!entente_case_open(&view, path, NULL, &door.handle, &refused))
        return false;
    keep_secrets(&door, &secret, NULL);
    enter(&door, "document", "plan", NULL, &title, 1);
    submit(&door, NULL, NULL, "1. Troops leave within 30 days.\n\n2. Votes in spring.\n");
    keep_secrets(&door, &secret, NULL);
    submit(&door, "A", NULL,
           tap_random_below(&random, 2) == 0
               ? "1. Troops leave within 60 days.\n\n2. Votes in spring.\n"
               : "1. Troops leave within 30 days.\n\n2. Votes in winter.\n");
    keep_secrets(&door, &secret, first_slot(&door));
    submit(&door, "B", NULL, "1. Troops leave at once.\n\n2. Votes in autumn.\n");
    keep_secrets(&door, &secret, first_slot(&door));
    enter(&door, "note", NULL, NULL, &text, 1);
    remark_for_all(&door, first_slot(&door));
    keep_secrets(&door, &secret, first_slot(&door));
    entente_case_close(door.handle);
    return door.is_done;
}

// --- What A gets to see

static void take(bool done, struct entente_answer *const *filled, struct builder *seen)
{
    builder_print(seen, "\n--- %s\n", done ? "answer" : refused.message);
    if (!done)
        return;
    struct entente_answer *answer = *filled;
    size_t length;
    const char *output = entente_answer_output(answer, &length);
    builder_add(seen, (struct str){output, length});
    builder_add_c(seen, entente_answer_summary(answer));
    builder_add_byte(seen, entente_answer_is_yes(answer) ? 'y' : 'n');
    entente_answer_free(answer);
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

// Every file below a folder, by name, with its bytes.
static void add_files(const char *path, struct builder *seen)
{
    DIR *open = opendir(path);
    struct list names = LIST_MAKE(tap_arena(), struct str);
    struct str content;
    if (!open) {
        if (file_read(path, 100000000, tap_arena(), &content, &error))
            builder_add(seen, content);
        return;
    }
    for (struct dirent *entry = readdir(open); entry; entry = readdir(open))
        if (entry->d_name[0] != '.')
            *LIST_ADD(&names, struct str) = arena_copy(tap_arena(), str_of(entry->d_name));
    closedir(open);
    list_sort(&names, by_bytes);
    for (size_t i = 0; i < names.count; i++) {
        struct str name = *LIST_AT(&names, struct str, i);
        struct str below = arena_print(tap_arena(), "%s/%.*s", path, STR_ARGS(name));
        builder_print(seen, "\n--- %.*s\n", STR_ARGS(name));
        add_files(arena_c_string(tap_arena(), below), seen);
    }
}

static void add_briefs(struct entente_case *handle, struct builder *seen)
{
    struct entente_bounds bounds = {.size = sizeof bounds, .memory_bytes = 0};
    struct entente_answer *answer = NULL;
    for (enum entente_brief_form form = ENTENTE_BRIEF_TEXT; form <= ENTENTE_BRIEF_JSON; form++) {
        struct entente_brief_options options = {.size = sizeof options, .form = form};
        take(entente_case_brief(&options, handle, &bounds, &answer, &refused), &answer, seen);
    }
}

static void add_shown(struct entente_case *handle, const char *kind, const char *id,
                      enum entente_show_form form, struct builder *seen)
{
    struct entente_answer *answer = NULL;
    struct entente_show_options options = {sizeof options, form, kind, id};
    take(entente_case_show(&options, handle, NULL, &answer, &refused), &answer, seen);
}

static void add_kinds(struct entente_case *handle, enum entente_show_form form,
                      struct builder *seen)
{
    for (const struct kind *kind = schema_kinds; kind->name; kind++)
        add_shown(handle, kind->name, NULL, form, seen);
}

static void add_log(struct entente_case *handle, enum entente_case_form form, struct builder *seen)
{
    struct entente_answer *answer = NULL;
    struct entente_log_options options = {sizeof options, form};
    for (int part = 0; part < 3; part++) {
        options.part = (enum entente_log_part)part;
        take(entente_case_log(&options, handle, NULL, &answer, &refused), &answer, seen);
    }
}

// A proof of each entry of each log that there is or might be, and of its growth since.
static void add_proofs(struct entente_case *handle, struct builder *seen)
{
    static const char *const audiences[] = {"all",     "public",   "party:A", "party:B",
                                            "party:M", "mediator", "group:g"};
    struct entente_answer *answer = NULL;
    for (size_t a = 0; a < sizeof audiences / sizeof *audiences; a++)
        for (uint64_t at = 0; at < 24; at++)
            for (int growth = 0; growth < 2; growth++) {
                struct entente_proving proving = {.size = sizeof proving,
                                                  .audience = audiences[a],
                                                  .at = at,
                                                  .is_growth = growth == 1};
                take(entente_case_prove(&proving, handle, NULL, &answer, &refused), &answer, seen);
            }
}

// The acts that need no fresh name: opening, proving, signing, writing the case elsewhere.
static void add_acts(struct entente_case *handle, struct builder *seen)
{
    static const char *const audiences[] = {"all", "party:B"};
    struct entente_answer *answer = NULL;
    add_proofs(handle, seen);
    struct entente_seal_options sealed = {.size = sizeof sealed};
    take(entente_case_unseal(&sealed, handle, NULL, &answer, &refused), &answer, seen);
    sealed.id = "secret";
    take(entente_case_unseal(&sealed, handle, NULL, &answer, &refused), &answer, seen);
    take(entente_case_rebuild(handle, NULL, &answer, &refused), &answer, seen);
    for (size_t i = 0; i < 2; i++) {
        struct entente_checkpoint_options signing = {
            .size = sizeof signing, .audience = audiences[i], .now = "2025-12-20T11:00:00Z"};
        take(entente_case_checkpoint(&signing, handle, NULL, &answer, &refused), &answer, seen);
    }
    struct entente_export_options exporting = {.size = sizeof exporting};
    take(entente_case_export(&exporting, handle, NULL, &answer, &refused), &answer, seen);
    exporting.folder = path_of("exported");
    take(entente_case_export(&exporting, handle, NULL, &answer, &refused), &answer, seen);
    add_files(exporting.folder, seen);
    remove_all(exporting.folder);
}

// Every page of the workbench, in every role: that it asks for a page of nobody else's is the server's
// to see to; what it gets is the viewer's.
static void add_pages(struct entente_case *handle, const char *slot, struct builder *seen)
{
    struct entente_answer *answer = NULL;
    for (enum entente_page page = ENTENTE_PAGE_STANDING; page <= ENTENTE_PAGE_STATEMENTS; page++)
        for (enum entente_page_role role = ENTENTE_ROLE_READER; role <= ENTENTE_ROLE_SECRETARIAT;
             role++) {
            struct entente_page_options options = {.size = sizeof options,
                                                   .page = page,
                                                   .role = role,
                                                   .root = "/c",
                                                   .assets = "/a/",
                                                   .slot = slot};
            take(entente_case_page(&options, handle, NULL, &answer, &refused), &answer, seen);
        }
}

// Every command that reads, and a few that write, as this viewer.
static struct str everything_seen(const char *path, const char *viewer, const char *passphrase)
{
    struct builder seen = builder_make(tap_arena());
    struct entente_case_view view = {
        .size = sizeof view, .viewer = viewer, .passphrase = passphrase};
    struct entente_case_view past = {sizeof past, viewer, passphrase, "2025-12-20T10:30:00Z"};
    struct entente_case *handle;
    struct entente_answer *answer = NULL;
    if (entente_case_open(&past, path, NULL, &handle, &refused)) {
        add_shown(handle, NULL, NULL, ENTENTE_SHOW_JSON, &seen);
        add_log(handle, ENTENTE_CASE_JSON, &seen);
        add_briefs(handle, &seen);
        add_pages(handle, NULL, &seen);
        entente_case_close(handle);
    }
    if (!entente_case_open(&view, path, NULL, &handle, &refused)) {
        builder_add_c(&seen, refused.message);
        return builder_str(&seen);
    }
    for (enum entente_show_form form = ENTENTE_SHOW_TEXT; form <= ENTENTE_SHOW_DOCX; form++) {
        add_shown(handle, NULL, NULL, form, &seen);
        add_kinds(handle, form, &seen);
        add_shown(handle, "note", "canary", form, &seen);
        add_shown(handle, "key", "B", form, &seen);
    }
    for (enum entente_case_form form = ENTENTE_CASE_TEXT; form <= ENTENTE_CASE_JSON; form++) {
        struct entente_verify_options how = {.size = sizeof how, .form = form, .view = &view};
        add_log(handle, form, &seen);
        take(entente_case_verify(&how, path, NULL, &answer, &refused), &answer, &seen);
    }
    add_briefs(handle, &seen);
    add_pages(handle, slot_seen(handle), &seen);
    add_acts(handle, &seen);
    unsigned char seed[ENTENTE_SEED_BYTES] = {9};
    struct entente_act act = {.size = sizeof act, .now = "2025-12-21T10:00:00Z", .seed = seed};
    struct entente_field field = {"text", "hello"};
    struct entente_entering entering = {
        .size = sizeof entering, .kind = "note", .fields = &field, .count = 1};
    take(entente_case_enter(&entering, handle, &act, NULL, &answer, &refused), &answer, &seen);
    act.readers = "party:B";
    take(entente_case_enter(&entering, handle, &act, NULL, &answer, &refused), &answer, &seen);
    entente_case_close(handle);
    return builder_str(&seen);
}

TEST(what_b_keeps_to_itself_changes_nothing_that_others_see)
{
    static const struct {
        const char *viewer;
        const char *passphrase;
    } viewers[] = {{"A", "A"}, {"A", NULL}, {NULL, NULL}, {"public", NULL}};
    const char *path = path_of("pair.entente");
    for (uint64_t trial = 0; trial < trials(); trial++) {
        size_t who = trial % (sizeof viewers / sizeof *viewers);
        struct str seen[2];
        for (uint64_t i = 0; i < 2; i++) {
            REQUIRE_DONE(make_case(path, trial, 1000 * trial + i, (struct str){NULL, 0}), &error);
            REQUIRE(add_texts(path, trial, 1000 * trial + i));
            seen[i] = everything_seen(path, viewers[who].viewer, viewers[who].passphrase);
            remove_all(path);
        }
        REQUIRE(seen[0].length > 400);
        CHECK(who > 0 || (str_contains(seen[0], STR("entry-proof/1")) &&
                          str_contains(seen[0], STR("growth-proof/1"))));
        REQUIRE(str_equal(seen[0], seen[1]));
    }
    printf("# %zu pairs, 0 differing bytes\n", trials());
    remove_all(tap_folder());
}

// A mediator sees what B consented to, and nothing else of B's.
TEST(the_mediator_sees_only_what_was_consented_to)
{
    mkdir(tap_folder(), 0700);
    const char *path = path_of("mediated.entente");
    REQUIRE_DONE(make_case(path, 5, 6, STR("canary-of-B")), &error);
    struct entente_case_view view = {.size = sizeof view, .viewer = "M", .passphrase = "M"};
    struct entente_case *handle;
    struct entente_answer *answer;
    size_t length;
    REQUIRE(entente_case_open(&view, path, NULL, &handle, &refused));
    struct entente_seal_options sealed = {sizeof sealed, "B"};
    REQUIRE(entente_case_unseal(&sealed, handle, NULL, &answer, &refused));
    const char *worth = entente_answer_output(answer, &length);
    CHECK(length > 0 && worth != NULL);
    entente_answer_free(answer);
    sealed.id = "canary";
    CHECK(!entente_case_unseal(&sealed, handle, NULL, &answer, &refused));
    sealed.id = "secret";
    CHECK(!entente_case_unseal(&sealed, handle, NULL, &answer, &refused));
    struct entente_show_options shown = {.size = sizeof shown, .form = ENTENTE_SHOW_JSON};
    REQUIRE(entente_case_show(&shown, handle, NULL, &answer, &refused));
    const char *all = entente_answer_output(answer, &length);
    CHECK(!str_contains((struct str){all, length}, STR("canary-of-B\"")));
    CHECK(str_contains((struct str){all, length}, STR("worth.json")));
    entente_answer_free(answer);
    entente_case_close(handle);
    remove_all(tap_folder());
}

static size_t hits(const char *path, struct str canary)
{
    DIR *open = opendir(path);
    size_t found = 0;
    if (!open) {
        struct str content;
        return file_read(path, 1000000000, tap_arena(), &content, &error) &&
               str_contains(content, canary);
    }
    for (struct dirent *entry = readdir(open); entry; entry = readdir(open))
        if (entry->d_name[0] != '.')
            found += hits(
                arena_c_string(tap_arena(), arena_print(tap_arena(), "%s/%s", path, entry->d_name)),
                canary);
    closedir(open);
    return found;
}

TEST(no_file_shows_a_canary)
{
    struct tap_random random = {77};
    size_t found = 0;
    for (size_t trial = 0; trial < trials(); trial++) {
        mkdir(tap_folder(), 0700);
        const char *path = path_of("canary.entente");
        struct str canary =
            arena_print(tap_arena(), "CANARY%016llx", (unsigned long long)tap_random_next(&random));
        REQUIRE_DONE(make_case(path, trial, trial, canary), &error);
        // B opens and writes again, and stays while the files are looked at: the WAL is there.
        struct entente_case_view view = {.size = sizeof view, .viewer = "B", .passphrase = "B"};
        struct entente_case *handle;
        struct entente_answer *answer;
        REQUIRE(entente_case_open(&view, path, NULL, &handle, &refused));
        unsigned char seed[ENTENTE_SEED_BYTES] = {9};
        struct entente_act act = {
            .size = sizeof act, .now = "2025-12-21T10:00:00Z", .seed = seed, .readers = "party:B"};
        struct entente_field field = {"text", arena_c_string(tap_arena(), canary)};
        struct entente_entering entering = {.size = sizeof entering,
                                            .kind = "note",
                                            .id = field.value,
                                            .fields = &field,
                                            .count = 1};
        REQUIRE(entente_case_enter(&entering, handle, &act, NULL, &answer, &refused));
        entente_answer_free(answer);
        struct entente_export_options exporting = {sizeof exporting, path_of("out"), true};
        REQUIRE(entente_case_export(&exporting, handle, NULL, &answer, &refused));
        entente_answer_free(answer);
        struct entente_seal_options sealed = {sizeof sealed, "canary"};
        REQUIRE(entente_case_unseal(&sealed, handle, NULL, &answer, &refused));
        size_t length;
        const char *text = entente_answer_output(answer, &length);
        CHECK(str_contains((struct str){text, length}, canary)); // B itself does see it
        entente_answer_free(answer);
        found += hits(tap_folder(), canary);
        entente_case_close(handle);
        found += hits(tap_folder(), canary);
        remove_all(tap_folder());
    }
    CHECK_INT(found, 0);
    printf("# %zu canaries, %zu hits\n", trials(), found);
}

TESTS(TAP_ENTRY(what_b_keeps_to_itself_changes_nothing_that_others_see),
      TAP_ENTRY(the_mediator_sees_only_what_was_consented_to), TAP_ENTRY(no_file_shows_a_canary))
