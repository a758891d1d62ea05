// SPDX-License-Identifier: Apache-2.0
#include "wasm/vault.h"

#include "base/arena.h"
#include "base/list.h"
#include "base/memory.h"

#include <entente/pages.h>
#include <entente/sealing.h>
#include <stdlib.h>
#include <string.h>

enum { CODE_DONE, CODE_NO, CODE_BAD };

struct vault {
    struct arena *arena; // of the texts; a new one when they are cleared
    struct list texts;   // struct entente_field
    char *name;          // of the newest text, being written
    unsigned char seed[ENTENTE_SEED_BYTES];
    struct entente_case *handle;
    struct entente_answer *answer;
    struct entente_error error;
};

static void texts_open(struct vault *vault)
{
    vault->arena = arena_open();
    vault->texts = LIST_MAKE(vault->arena, struct entente_field);
}

// A text may be a passphrase.
static void texts_close(struct vault *vault)
{
    for (size_t i = 0; i < vault->texts.count; i++) {
        char *value = (char *)(uintptr_t)LIST_AT(&vault->texts, struct entente_field, i)->value;
        memset(value, 0, strlen(value));
    }
    arena_close(vault->arena);
}

struct vault *vault_new(void)
{
    struct vault *vault = calloc(1, sizeof *vault);
    if (!vault)
        memory_exhausted(sizeof *vault);
    texts_open(vault);
    return vault;
}

void vault_free(struct vault *vault)
{
    if (!vault)
        return;
    entente_answer_free(vault->answer);
    entente_case_close(vault->handle);
    texts_close(vault);
    memset(vault->seed, 0, sizeof vault->seed);
    free(vault);
}

char *vault_text(struct vault *vault, size_t name_length, size_t length)
{
    char *value = arena_take(vault->arena, length + 1, 1);
    vault->name = arena_take(vault->arena, name_length + 1, 1);
    *LIST_ADD(&vault->texts, struct entente_field) = (struct entente_field){vault->name, value};
    return value;
}

char *vault_text_name(struct vault *vault)
{
    return vault->name;
}

void vault_clear(struct vault *vault)
{
    texts_close(vault);
    texts_open(vault);
}

char *vault_seed(struct vault *vault)
{
    return (char *)vault->seed;
}

// NULL where it was not put in, or is empty.
static const char *text(const struct vault *vault, const char *name)
{
    for (size_t i = 0; i < vault->texts.count; i++) {
        const struct entente_field *field = LIST_AT(&vault->texts, struct entente_field, i);
        if (strcmp(field->name, name) == 0)
            return field->value[0] ? field->value : NULL;
    }
    return NULL;
}

static struct entente_file file_of(const struct vault *vault, const char *name)
{
    const char *value = text(vault, name);
    return (struct entente_file){name, value ? value : "", value ? strlen(value) : 0};
}

// Each call begins with it: what the last one gave is gone.
static void begin(struct vault *vault)
{
    entente_answer_free(vault->answer);
    vault->answer = NULL;
    vault->error.message[0] = '\0';
}

static int code(const struct vault *vault, bool done)
{
    if (!done)
        return CODE_BAD;
    return entente_answer_is_yes(vault->answer) ? CODE_DONE : CODE_NO;
}

// --- Keys

int vault_make_key(struct vault *vault)
{
    struct entente_key_making making = {
        .size = sizeof making, .passphrase = text(vault, "passphrase"), .seed = vault->seed};
    begin(vault);
    return code(vault, entente_key_make(&making, NULL, &vault->answer, &vault->error));
}

int vault_prove(struct vault *vault)
{
    struct entente_file key = file_of(vault, "key");
    struct entente_sign_in sign_in = {.size = sizeof sign_in,
                                      .origin = text(vault, "origin"),
                                      .case_name = text(vault, "case"),
                                      .party = text(vault, "party"),
                                      .nonce = text(vault, "nonce"),
                                      .key = &key};
    begin(vault);
    return code(vault, entente_key_prove(&sign_in, text(vault, "passphrase"), NULL, &vault->answer,
                                         &vault->error));
}

// --- The copy of the record

static bool verify(struct vault *vault, const struct entente_case_view *view, const char *path)
{
    struct entente_file kept = file_of(vault, "kept");
    struct entente_verify_options options = {.size = sizeof options,
                                             .view = view,
                                             .checkpoints = &kept,
                                             .checkpoint_count = kept.length > 0};
    return entente_case_verify(&options, path, NULL, &vault->answer, &vault->error);
}

int vault_open(struct vault *vault)
{
    struct entente_case_view view = {.size = sizeof view,
                                     .viewer = text(vault, "party"),
                                     .passphrase = text(vault, "passphrase"),
                                     .is_copy = true};
    const char *path = text(vault, "path");
    begin(vault);
    entente_case_close(vault->handle);
    vault->handle = NULL;
    if (!verify(vault, &view, path) || !entente_answer_is_yes(vault->answer))
        return code(vault, vault->answer != NULL);
    return code(vault, entente_case_open(&view, path, NULL, &vault->handle, &vault->error));
}

static bool is_open(struct vault *vault)
{
    static const char closed[] = "no record is open";
    if (!vault->handle)
        memcpy(vault->error.message, closed, sizeof closed);
    return vault->handle != NULL;
}

static enum entente_page page_of(const char *name)
{
    if (name && strcmp(name, "slot") == 0)
        return ENTENTE_PAGE_SLOT;
    return name && strcmp(name, "record") == 0 ? ENTENTE_PAGE_RECORD : ENTENTE_PAGE_PACKAGES;
}

static struct list choices(const struct vault *vault)
{
    struct list chosen = LIST_MAKE(vault->arena, const char *);
    for (size_t i = 0; i < vault->texts.count; i++) {
        const struct entente_field *field = LIST_AT(&vault->texts, struct entente_field, i);
        if (strcmp(field->name, "choice") == 0)
            *LIST_ADD(&chosen, const char *) = field->value;
    }
    return chosen;
}

int vault_page(struct vault *vault)
{
    struct list chosen = choices(vault);
    struct entente_page_options options = {.size = sizeof options,
                                           .page = page_of(text(vault, "page")),
                                           .role = ENTENTE_ROLE_PARTY,
                                           .root = text(vault, "root"),
                                           .assets = text(vault, "assets"),
                                           .token = text(vault, "token"),
                                           .now = text(vault, "now"),
                                           .document = text(vault, "document"),
                                           .slot = text(vault, "slot"),
                                           .reading = text(vault, "reading"),
                                           .choices = LIST_ITEMS(&chosen, const char *),
                                           .choice_count = chosen.count};
    begin(vault);
    return code(vault, is_open(vault) && entente_case_page(&options, vault->handle, NULL,
                                                           &vault->answer, &vault->error));
}

// --- What is entered in it

static struct entente_act own_act(const struct vault *vault)
{
    return (struct entente_act){
        .size = sizeof(struct entente_act),
        .now = text(vault, "now"),
        .seed = vault->seed,
        .by = text(vault, "party"),
        .readers = arena_print(vault->arena, "party:%s", text(vault, "party")).bytes,
        .with_mediator = text(vault, "with_mediator") != NULL,
        .at_any_time = true,
        .ways = ENTENTE_WAYS_OF_PAGES};
}

static bool enter(struct vault *vault, const struct entente_entering *entering)
{
    struct entente_act act = own_act(vault);
    entente_answer_free(vault->answer);
    vault->answer = NULL;
    return entente_case_enter(entering, vault->handle, &act, NULL, &vault->answer, &vault->error);
}

static bool enter_scores(struct vault *vault, const char *document)
{
    const char *party = text(vault, "party");
    const struct entente_field field = {"party", party};
    struct entente_answer *given;
    struct entente_scores_options scores = {.size = sizeof scores,
                                            .document = document,
                                            .party = party,
                                            .fields =
                                                LIST_ITEMS(&vault->texts, struct entente_field),
                                            .count = vault->texts.count};
    if (!entente_case_scores(&scores, vault->handle, NULL, &given, &vault->error))
        return false;
    struct entente_file file = {.name = "worth.json"};
    file.bytes = entente_answer_output(given, &file.length);
    struct entente_entering entering = {
        .size = sizeof entering,
        .verb = "seal",
        .kind = "worth",
        .id = arena_print(vault->arena, "%s-%s", party, document).bytes,
        .fields = &field,
        .count = 1,
        .file = &file};
    bool done = enter(vault, &entering);
    entente_answer_free(given);
    return done;
}

int vault_scores(struct vault *vault)
{
    const char *document = text(vault, "document");
    begin(vault);
    return code(vault, is_open(vault) && enter_scores(vault, document ? document : ""));
}

int vault_note(struct vault *vault)
{
    const char *title = text(vault, "title");
    const struct entente_field fields[] = {{"text", text(vault, "text")},
                                           {"party", text(vault, "party")},
                                           {"title", title ? title : text(vault, "slot")}};
    struct entente_entering entering = {.size = sizeof entering,
                                        .kind = "note",
                                        .fields = fields,
                                        .count = fields[2].value ? 3 : 2};
    begin(vault);
    return code(vault, is_open(vault) && enter(vault, &entering));
}

// --- Signing

static bool sign(struct vault *vault, const char *audience)
{
    struct entente_file cosign = file_of(vault, "cosign");
    struct entente_checkpoint_options options = {.size = sizeof options,
                                                 .audience = audience,
                                                 .cosign = cosign.length > 0 ? &cosign : NULL,
                                                 .now = text(vault, "now")};
    return entente_case_checkpoint(&options, vault->handle, NULL, &vault->answer, &vault->error);
}

int vault_sign(struct vault *vault)
{
    begin(vault);
    return code(vault, is_open(vault) && sign(vault, text(vault, "audience")));
}

// The party's own log is signed as it is now, with what was entered.
static bool hand_over(struct vault *vault)
{
    const char *audience = text(vault, "audience");
    struct entente_handing handing = {.size = sizeof handing, .audience = audience};
    if (!audience &&
        !sign(vault, arena_print(vault->arena, "party:%s", text(vault, "party")).bytes))
        return false;
    entente_answer_free(vault->answer);
    vault->answer = NULL;
    return entente_case_hand_over(&handing, vault->handle, NULL, &vault->answer, &vault->error);
}

int vault_hand_over(struct vault *vault)
{
    begin(vault);
    return code(vault, is_open(vault) && hand_over(vault));
}

// --- What came of it

// What the answer tells, or why there is none.
const char *vault_message(const struct vault *vault)
{
    return vault->error.message[0] || !vault->answer ? vault->error.message
                                                     : entente_answer_summary(vault->answer);
}

const void *vault_output(const struct vault *vault)
{
    size_t length;
    return vault->answer ? entente_answer_output(vault->answer, &length) : "";
}

size_t vault_output_length(const struct vault *vault)
{
    size_t length = 0;
    if (vault->answer)
        (void)entente_answer_output(vault->answer, &length);
    return length;
}
