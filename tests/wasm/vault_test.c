// SPDX-License-Identifier: Apache-2.0
// A party's own page beside the case that somebody else keeps: what it hands over is taken, nothing else.
#include "wasm/vault.h"

#include "base/builder.h"
#include "base/file.h"
#include "tap.h"
#include "wasm/host_parts.h"

#include <entente/pages.h>
#include <entente/sealing.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int host_progress(double done, double all)
{
    (void)done;
    (void)all;
    return 0;
}

static const char words[] = "the river is wide and cold";
static const char secret[] = "we-would-take-thirty-seven";
static struct entente_error refused;
static uint32_t number;

static const char *path_of(const char *name)
{
    return arena_c_string(tap_arena(), arena_print(tap_arena(), "%s/%s", tap_folder(), name));
}

static void must(bool done)
{
    if (CHECK(done))
        return;
    printf("# %s\n", refused.message);
    abort();
}

static struct entente_act next_act(void)
{
    unsigned char *seed = arena_take(tap_arena(), ENTENTE_SEED_BYTES, 1);
    number++;
    memcpy(seed, &number, sizeof number);
    struct str now = arena_print(tap_arena(), "2031-03-02T10:%02u:%02uZ", number / 60, number % 60);
    return (struct entente_act){
        .size = sizeof(struct entente_act), .now = arena_c_string(tap_arena(), now), .seed = seed};
}

static struct str output_of(struct entente_answer *answer)
{
    struct str output;
    output.bytes = entente_answer_output(answer, &output.length);
    output = arena_copy(tap_arena(), output);
    entente_answer_free(answer);
    return output;
}

// --- The side that keeps the case

static struct entente_case *opened(const char *path, const char *viewer, const char *passphrase)
{
    struct entente_case_view view = {
        .size = sizeof view, .viewer = viewer, .passphrase = passphrase};
    struct entente_case *handle;
    must(entente_case_open(&view, path, NULL, &handle, &refused));
    return handle;
}

static void enter(struct entente_case *handle, const char *kind, const char *id)
{
    const struct entente_field name = {strcmp(kind, "party") == 0 ? "name" : "title", id};
    struct entente_entering what = {
        .size = sizeof what, .kind = kind, .id = id, .fields = &name, .count = 1};
    struct entente_act act = next_act();
    struct entente_answer *answer;
    must(entente_case_enter(&what, handle, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
}

static void submit(struct entente_case *handle, const char *party, const char *text)
{
    struct entente_file file = {"plan.md", text, strlen(text)};
    struct entente_submission submission = {
        .size = sizeof submission, .document = "plan", .party = party, .file = &file};
    struct entente_act act = next_act();
    struct entente_answer *answer;
    must(entente_case_submit(&submission, handle, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
}

static const char *make_case(const char *name, const char *id)
{
    const char *path = path_of(name);
    struct entente_field title = {"title", "Talks"};
    struct entente_init_options founding = {sizeof founding, id, &title, 1};
    struct entente_act act = next_act();
    struct entente_answer *answer;
    unlink(path);
    must(entente_case_init(&founding, path, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
    struct entente_case *handle = opened(path, NULL, NULL);
    enter(handle, "party", "UA");
    enter(handle, "party", "RU");
    enter(handle, "document", "plan");
    submit(handle, NULL, "# Plan\n\n1. Troops leave within 30 days.\n\n2. A council meets.\n");
    submit(handle, "UA", "# Plan\n\n1. Troops leave within 10 days.\n\n2. A council meets.\n");
    entente_case_close(handle);
    return path;
}

static struct str shown_key(const char *path, const char *party)
{
    struct entente_case *handle = opened(path, NULL, NULL);
    struct entente_show_options options = {
        .size = sizeof options, .form = ENTENTE_SHOW_JSON, .kind = "key", .id = party};
    struct entente_answer *answer;
    must(entente_case_show(&options, handle, NULL, &answer, &refused));
    entente_case_close(handle);
    return output_of(answer);
}

static bool give_key(const char *path, const char *party, struct str key)
{
    struct entente_case *handle = opened(path, NULL, NULL);
    struct entente_file file = {"key", key.bytes, key.length};
    struct entente_key_options options = {.size = sizeof options, .party = party, .made = &file};
    struct entente_act act = next_act();
    struct entente_answer *answer;
    bool done = entente_case_key(&options, handle, &act, NULL, &answer, &refused);
    if (done)
        entente_answer_free(answer);
    entente_case_close(handle);
    return done;
}

// What the party gets to work on; its own log is in it, sealed, though nobody here has its keys.
static const char *copy_for(const char *path, const char *party)
{
    struct entente_case *handle = opened(path, party, NULL);
    struct entente_export_options options = {.size = sizeof options, .with_own_sealed = true};
    struct entente_answer *answer;
    must(entente_case_export(&options, handle, NULL, &answer, &refused));
    entente_case_close(handle);
    struct str text = output_of(answer);
    const char *copy = path_of("copy.jsonl");
    struct error error;
    must(file_write(copy, text, &error));
    return copy;
}

enum taken { TAKEN, TOO_LATE, REFUSED };

static enum taken take(const char *path, const char *party, struct str handed)
{
    struct entente_case *handle = opened(path, party, NULL);
    struct entente_file file = {"handed", handed.bytes, handed.length};
    struct entente_answer *answer;
    enum taken taken = REFUSED;
    if (entente_case_take(&file, handle, NULL, &answer, &refused)) {
        taken = entente_answer_is_yes(answer) ? TAKEN : TOO_LATE;
        entente_answer_free(answer);
    }
    entente_case_close(handle);
    return taken;
}

static bool holds(const char *path)
{
    struct entente_verify_options options = {.size = sizeof options};
    struct entente_answer *answer;
    must(entente_case_verify(&options, path, NULL, &answer, &refused));
    bool is_right = entente_answer_is_yes(answer);
    entente_answer_free(answer);
    return is_right;
}

// --- The party's page

static void put(struct vault *vault, const char *name, const char *value)
{
    memcpy(vault_text(vault, strlen(name), strlen(value)), value, strlen(value));
    memcpy(vault_text_name(vault), name, strlen(name));
}

static void set(struct vault *vault, const char *party)
{
    struct entente_act act = next_act();
    vault_clear(vault);
    put(vault, "party", party);
    put(vault, "passphrase", words);
    put(vault, "now", act.now);
    memcpy(vault_seed(vault), act.seed, ENTENTE_SEED_BYTES);
}

static struct str given(struct vault *vault)
{
    return arena_copy(tap_arena(), (struct str){vault_output(vault), vault_output_length(vault)});
}

static struct str new_key(void)
{
    struct vault *vault = vault_new();
    set(vault, "UA");
    CHECK_INT(vault_make_key(vault), 0);
    struct str key = given(vault);
    vault_free(vault);
    return key;
}

static struct vault *page_of(const char *path, const char *party)
{
    struct vault *vault = vault_new();
    set(vault, party);
    put(vault, "path", copy_for(path, party));
    if (!CHECK_INT(vault_open(vault), 0))
        printf("# %s\n", vault_message(vault));
    return vault;
}

static struct str noted(const char *path, const char *party, const char *text)
{
    struct vault *vault = page_of(path, party);
    set(vault, party);
    put(vault, "text", text);
    if (!CHECK_INT(vault_note(vault), 0))
        printf("# %s\n", vault_message(vault));
    CHECK_INT(vault_hand_over(vault), 0);
    struct str handed = given(vault);
    vault_free(vault);
    return handed;
}

static const char *case_with_keys(const char *name, const char *id)
{
    const char *path = make_case(name, id);
    must(give_key(path, "UA", new_key()));
    must(give_key(path, "RU", new_key()));
    return path;
}

// --- Tests

TEST(keys_are_made_by_the_party_and_taken_without_a_passphrase)
{
    const char *path = make_case("keys.entente", "talks");
    struct str key = new_key();
    CHECK(give_key(path, "UA", key));
    CHECK(!give_key(path, "UA", new_key()));
    CHECK(!give_key(path, "RU",
                    arena_print(tap_arena(), "{\"extra\":1,%.*s", STR_ARGS(str_skip(key, 1)))));
    CHECK(!give_key(path, "RU", STR("{}")));
    CHECK(!give_key(path, "RU", STR("[1]")));
    entente_case_close(opened(path, "UA", words));
    CHECK(holds(path));
}

static bool is_proved(struct str key, const char *origin, const char *party, const char *nonce,
                      struct str proof)
{
    struct entente_file file = {"key", key.bytes, key.length};
    struct entente_sign_in sign_in = {sizeof sign_in, origin, "talks", party, nonce, &file};
    struct entente_answer *answer;
    if (!entente_key_check(&sign_in, arena_c_string(tap_arena(), proof), NULL, &answer, &refused))
        return false;
    bool is_right = entente_answer_is_yes(answer);
    entente_answer_free(answer);
    return is_right;
}

TEST(a_proof_is_good_for_one_place_one_party_and_one_word)
{
    const char *path = case_with_keys("proof.entente", "talks");
    struct str key = shown_key(path, "UA");
    struct vault *vault = vault_new();
    set(vault, "UA");
    put(vault, "origin", "https://talks.example");
    put(vault, "case", "talks");
    put(vault, "nonce", "n1");
    put(vault, "key", arena_c_string(tap_arena(), key));
    REQUIRE(vault_prove(vault) == 0);
    struct str proof = given(vault);
    vault_clear(vault);
    put(vault, "passphrase", "another");
    CHECK_INT(vault_prove(vault), 2);
    vault_free(vault);
    CHECK(is_proved(key, "https://talks.example", "UA", "n1", proof));
    CHECK(!is_proved(key, "https://talks.example", "UA", "n2", proof));
    CHECK(!is_proved(key, "https://other.example", "UA", "n1", proof));
    CHECK(!is_proved(key, "https://talks.example", "RU", "n1", proof));
    CHECK(!is_proved(key, "https://talks.example", "UA\nn1", "n1", proof));
    CHECK(!is_proved(shown_key(path, "RU"), "https://talks.example", "UA", "n1", proof));
    CHECK(!is_proved(key, "https://talks.example", "UA", "n1", STR("")));
}

TEST(what_a_party_sealed_is_read_by_nobody_else)
{
    const char *path = case_with_keys("sealed.entente", "talks");
    struct str handed = noted(path, "UA", secret);
    CHECK(!str_contains(handed, str_of(secret)));
    REQUIRE(take(path, "UA", handed) == TAKEN);
    CHECK(holds(path));
    struct error error;
    struct str file;
    must(file_read(path, (size_t)1 << 26, tap_arena(), &file, &error));
    CHECK(!str_contains(file, str_of(secret)) && !str_contains(file, str_of(words)));
    struct entente_case *own = opened(path, "UA", words);
    struct entente_seal_options options = {.size = sizeof options};
    struct entente_answer *answer;
    must(entente_case_unseal(&options, own, NULL, &answer, &refused));
    CHECK(str_contains(output_of(answer), str_of(secret)));
    entente_case_close(own);
    // The next page reads it from its copy.
    struct vault *vault = page_of(path, "UA");
    set(vault, "UA");
    CHECK_INT(vault_hand_over(vault), 1); // there is nothing more
    vault_free(vault);
}

TEST(scores_are_weighed_in_the_page_alone)
{
    const char *path = case_with_keys("scores.entente", "talks");
    struct vault *vault = page_of(path, "UA");
    set(vault, "UA");
    put(vault, "document", "plan");
    put(vault, "score.0.1", "733");
    put(vault, "reserve", "412");
    if (!CHECK_INT(vault_scores(vault), 0))
        printf("# %s\n", vault_message(vault));
    CHECK_INT(vault_hand_over(vault), 0);
    CHECK_INT(take(path, "UA", given(vault)), TAKEN);
    vault_free(vault);
    vault = page_of(path, "UA");
    set(vault, "UA");
    put(vault, "page", "packages");
    put(vault, "root", "/talks");
    put(vault, "assets", "/assets/");
    put(vault, "token", "t");
    CHECK_INT(vault_page(vault), 0);
    struct str page = given(vault);
    CHECK(str_contains(page, STR("value=\"733\"")) && str_contains(page, STR("value=\"412\"")));
    vault_free(vault);
    struct entente_case *kept = opened(path, "UA", NULL);
    struct entente_page_options options = {.size = sizeof options,
                                           .page = ENTENTE_PAGE_PACKAGES,
                                           .role = ENTENTE_ROLE_PARTY,
                                           .root = "/talks",
                                           .assets = "/assets/",
                                           .token = "t",
                                           .now = "2031-03-02T12:00:00Z"};
    struct entente_answer *answer;
    must(entente_case_page(&options, kept, NULL, &answer, &refused));
    page = output_of(answer);
    CHECK(!str_contains(page, STR("733")) && !str_contains(page, STR("412")));
    entente_case_close(kept);
    CHECK(holds(path));
}

TEST(a_checkpoint_is_signed_in_the_page_and_kept)
{
    const char *path = case_with_keys("signed.entente", "talks");
    struct vault *vault = page_of(path, "UA");
    set(vault, "UA");
    put(vault, "audience", "all");
    CHECK_INT(vault_sign(vault), 0);
    CHECK(str_contains(given(vault), STR("\xe2\x80\x94 UA ")));
    CHECK_INT(vault_hand_over(vault), 0);
    struct str handed = given(vault);
    vault_free(vault);
    CHECK_INT(take(path, "RU", handed), REFUSED);
    CHECK_INT(take(path, "UA", handed), TAKEN);
    CHECK_INT(take(path, "UA", handed), TAKEN); // it says the same again
    CHECK(holds(path));
}

TEST(entries_come_once_in_their_place)
{
    const char *path = case_with_keys("replayed.entente", "talks");
    struct str first = noted(path, "UA", "one");
    struct str rival = noted(path, "UA", "two"); // another tab, before the first was taken
    CHECK_INT(take(path, "UA", first), TAKEN);
    CHECK_INT(take(path, "UA", first), TOO_LATE);
    CHECK_INT(take(path, "UA", rival), TOO_LATE);
    CHECK_INT(take(path, "UA", noted(path, "UA", "three")), TAKEN);
    CHECK_INT(take(path, "UA", first), TOO_LATE);
    CHECK(holds(path));
}

static struct str replaced(struct str text, const char *old, const char *new)
{
    size_t at = str_find(text, str_of(old));
    CHECK(at < text.length);
    return arena_print(tap_arena(), "%.*s%s%.*s", STR_ARGS(str_slice(text, 0, at)), new,
                       STR_ARGS(str_skip(text, at + strlen(old))));
}

// Lines, by which of them are kept.
static struct str some_lines(struct str text, const char *start, bool is_kept)
{
    struct builder out = builder_make(tap_arena());
    struct str line;
    while (str_cut(&text, '\n', &line))
        if (str_starts_with(line, str_of(start)) == is_kept)
            builder_print(&out, "%.*s\n", STR_ARGS(line));
    return builder_str(&out);
}

TEST(what_is_not_the_partys_own_work_is_refused)
{
    const char *path = case_with_keys("forged.entente", "talks");
    const char *other = case_with_keys("other.entente", "others");
    struct str handed = noted(path, "UA", secret);
    struct str of_rival = noted(path, "RU", secret);
    struct str entry = some_lines(handed, "{\"at\"", true);
    struct str checkpoint = some_lines(handed, "{\"checkpoint\"", true);
    struct str rivals_checkpoint = some_lines(of_rival, "{\"checkpoint\"", true);
    CHECK(entry.length > 0 && checkpoint.length > 0);
    const struct {
        const char *what;
        const char *path, *party;
        struct str handed;
    } forged[] = {
        {"by another party", path, "RU", handed},
        {"of another case", path, "UA", noted(other, "UA", secret)},
        {"without a signature", path, "UA", entry},
        {"with a checkpoint of another log", path, "UA",
         arena_print(tap_arena(), "%.*s%.*s", STR_ARGS(entry), STR_ARGS(rivals_checkpoint))},
        {"with two checkpoints", path, "UA",
         arena_print(tap_arena(), "%.*s%.*s", STR_ARGS(handed), STR_ARGS(checkpoint))},
        {"in the log of another", path, "UA", replaced(handed, "party:UA", "party:RU")},
        {"in the log of all", path, "UA", replaced(handed, "party:UA", "all")},
        {"with a name that is none of ours", path, "UA",
         replaced(handed, "\xe2\x80\x94 UA ", "\xe2\x80\x94 XX ")},
        {"with nothing in it", path, "UA", STR("")},
        {"not in canonical form", path, "UA", replaced(handed, "{\"at\":", "{\"at\": ")},
        {"that is no record", path, "UA", STR("{\"lines\":3}\n")},
        {"with a line too many", path, "UA",
         arena_print(tap_arena(),
                     "%.*s{\"bytes\":\"\",\"file\":"
                     "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n",
                     STR_ARGS(handed))},
    };
    for (size_t i = 0; i < sizeof forged / sizeof *forged; i++)
        if (!CHECK_INT(take(forged[i].path, forged[i].party, forged[i].handed), REFUSED))
            printf("# %s\n", forged[i].what);
    CHECK(holds(path));
    CHECK_INT(take(path, "UA", handed), TAKEN);
}

TEST(no_byte_of_it_can_be_another)
{
    const char *path = case_with_keys("flipped.entente", "talks");
    struct str handed = noted(path, "UA", secret);
    size_t step = handed.length / tap_size(60, 2000) + 1;
    for (size_t at = 0; at < handed.length; at += step) {
        char *bytes = (char *)(uintptr_t)arena_copy(tap_arena(), handed).bytes;
        bytes[at] = bytes[at] == 'A' ? 'B' : 'A';
        struct str flipped = {bytes, handed.length};
        if (str_equal(flipped, handed))
            continue;
        enum taken taken = take(path, "UA", flipped);
        if (!CHECK(taken == REFUSED || taken == TOO_LATE))
            printf("# byte %zu\n", at);
    }
    CHECK(holds(path));
    CHECK_INT(take(path, "UA", handed), TAKEN);
}

TEST(a_record_that_went_back_is_not_opened)
{
    const char *path = case_with_keys("back.entente", "talks");
    const char *before = copy_for(path, "UA");
    struct error error;
    struct str old;
    must(file_read(before, (size_t)1 << 26, tap_arena(), &old, &error));
    struct vault *vault = page_of(path, "UA");
    set(vault, "UA");
    put(vault, "text", secret);
    CHECK_INT(vault_note(vault), 0);
    put(vault, "audience", "party:UA");
    CHECK_INT(vault_sign(vault), 0);
    struct str kept = given(vault);
    vault_free(vault);
    must(file_write(before, old, &error));
    vault = vault_new();
    set(vault, "UA");
    put(vault, "path", before);
    put(vault, "kept", arena_c_string(tap_arena(), kept));
    CHECK_INT(vault_open(vault), 1);
    CHECK_INT(vault_note(vault), 2);
    vault_free(vault);
}

TESTS(TAP_ENTRY(keys_are_made_by_the_party_and_taken_without_a_passphrase),
      TAP_ENTRY(a_proof_is_good_for_one_place_one_party_and_one_word),
      TAP_ENTRY(what_a_party_sealed_is_read_by_nobody_else),
      TAP_ENTRY(scores_are_weighed_in_the_page_alone),
      TAP_ENTRY(a_checkpoint_is_signed_in_the_page_and_kept),
      TAP_ENTRY(entries_come_once_in_their_place),
      TAP_ENTRY(what_is_not_the_partys_own_work_is_refused),
      TAP_ENTRY(no_byte_of_it_can_be_another), TAP_ENTRY(a_record_that_went_back_is_not_opened))
