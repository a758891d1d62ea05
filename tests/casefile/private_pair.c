// SPDX-License-Identifier: Apache-2.0
#include "private_pair.h"

#include "casefile/casefile.h"
#include "casefile/schema.h"

#include "tap.h"

#include <stdio.h>
#include <string.h>

static struct error error;
static struct entente_error refused;

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

bool private_pair_make(const char *place, uint64_t open_seed, uint64_t secret_seed,
                       struct str canary)
{
    struct tap_random random = {open_seed};
    struct tap_random secret = {secret_seed};
    struct script script = {.random = &random};
    if (!casefile_create(place, NULL, STR("pair"), &script.casefile, &error))
        return tap_done(false, &error, __FILE__, __LINE__);
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
    return tap_done(done, &error, __FILE__, __LINE__);
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

// A checkpoint of the log that B alone reads.
static void sign_own_log(struct door *door, struct tap_random *secret)
{
    struct entente_checkpoint_options signing = {
        .size = sizeof signing, .audience = "party:B", .now = "2025-12-20T11:00:00Z"};
    struct entente_answer *answer = NULL;
    if (tap_random_below(secret, 2) == 0 &&
        entente_case_checkpoint(&signing, door->handle, NULL, &answer, &refused))
        entente_answer_free(answer);
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
    sign_own_log(door, secret);
}

const char *private_pair_slot(struct entente_case *handle)
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
    return private_pair_slot(door->handle);
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
bool private_pair_talk(const char *place, uint64_t open_seed, uint64_t secret_seed)
{
    struct tap_random random = {open_seed ^ 77};
    struct tap_random secret = {secret_seed ^ 99};
    struct entente_case_view view = {.size = sizeof view, .viewer = "B", .passphrase = "B"};
    struct door door = {.is_done = true};
    static const struct entente_field title = {"title", "The plan"};
    static const struct entente_field text = {"text", "for all"};
    if (!entente_case_open(&view, place, NULL, &door.handle, &refused))
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
