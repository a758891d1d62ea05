// SPDX-License-Identifier: Apache-2.0
// Two cases that differ only in what B keeps to itself look the same to A, byte for byte; and what B
// keeps to itself stands in no file. 1,000 pairs and 1,000 canaries are the claim.
#include "casefile/casefile.h"
#include "casefile/schema.h"

#include "base/file.h"
#include "case_place.h"
#include "private_pair.h"
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
    for (enum entente_page page = ENTENTE_PAGE_STANDING; page <= ENTENTE_PAGE_FINDINGS; page++)
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
    add_pages(handle, private_pair_slot(handle), &seen);
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
    const char *path = case_place("pair");
    for (uint64_t trial = 0; trial < trials(); trial++) {
        size_t who = trial % (sizeof viewers / sizeof *viewers);
        struct str seen[2];
        for (uint64_t i = 0; i < 2; i++) {
            REQUIRE(private_pair_make(path, trial, 1000 * trial + i, (struct str){NULL, 0}));
            REQUIRE(private_pair_talk(path, trial, 1000 * trial + i));
            seen[i] = everything_seen(path, viewers[who].viewer, viewers[who].passphrase);
            case_place_clear(path);
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
    const char *path = case_place("mediated");
    REQUIRE(private_pair_make(path, 5, 6, STR("canary-of-B")));
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
    case_place_clear(path);
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

// What lies in a database, as text.
static size_t hits_in_rows(const char *place, struct str canary)
{
    static const char *const rows[] = {
        "encode(salt||content||attachments||commitment||subtree,'escape')||audience FROM %s.entry",
        "audience||encode(root,'escape') FROM %s.head",
        "encode(hash||bytes,'escape') FROM %s.attachment",
        "kind||id||born||last||value FROM %s.state",
        "name||value FROM %s.meta",
        "audience||note FROM %s.checkpoint"};
    const char *schema = arena_print(tap_arena(), "\"%s\"", case_place_schema(place)).bytes;
    size_t found = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str from = arena_print(tap_arena(), rows[i], schema);
        const char *seen =
            case_place_ask(NULL, arena_print(tap_arena(), "SELECT %.*s", STR_ARGS(from)).bytes);
        CHECK(strstr(seen, "refused") == NULL && (i > 4 || seen[0]));
        found += str_contains(str_of(seen), canary);
    }
    return found;
}

static size_t hits_at(const char *place, struct str canary)
{
    return hits(tap_folder(), canary) +
           (case_place_is_database() ? hits_in_rows(place, canary) : 0);
}

TEST(no_file_shows_a_canary)
{
    struct tap_random random = {77};
    size_t found = 0;
    for (size_t trial = 0; trial < trials(); trial++) {
        mkdir(tap_folder(), 0700);
        const char *path = case_place("canary");
        struct str canary =
            arena_print(tap_arena(), "CANARY%016llx", (unsigned long long)tap_random_next(&random));
        REQUIRE(private_pair_make(path, trial, trial, canary));
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
        found += hits_at(path, canary);
        entente_case_close(handle);
        found += hits_at(path, canary);
        case_place_clear(path);
        remove_all(tap_folder());
    }
    CHECK_INT(found, 0);
    printf("# %zu canaries, %zu hits\n", trials(), found);
}

TESTS(TAP_ENTRY(what_b_keeps_to_itself_changes_nothing_that_others_see),
      TAP_ENTRY(the_mediator_sees_only_what_was_consented_to), TAP_ENTRY(no_file_shows_a_canary))
