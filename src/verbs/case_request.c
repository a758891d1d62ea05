// SPDX-License-Identifier: Apache-2.0
#include "verbs/case_request.h"

#include <sodium.h>
#include <string.h>

// Where --as is a form it names nobody.
static const char *viewer_named(const struct request *request)
{
    if (request->as_is_form)
        return NULL;
    for (const struct option *option = request->verb->options; option->name; option++)
        if (strcmp(option->name, "as") == 0 && option->kind != OPTION_TEXT)
            return NULL;
    return request_value(request, "as");
}

bool case_view(struct request *request, struct entente_case_view *view)
{
    const char *path = request_value(request, "passphrase-file");
    *view = (struct entente_case_view){.size = sizeof *view,
                                       .viewer = request->viewer ? request->viewer
                                                                 : viewer_named(request),
                                       .as_of = request_value(request, "as-of")};
    const struct face *face = request->face;
    return !path || face->secret(face->self, path, &view->passphrase, &request->error);
}

bool case_open(struct request *request, struct entente_case **opened)
{
    struct entente_case_view view;
    const char *path = request_word(request, 0);
    if (!path)
        return request_misuse(request, "which case? Give a case file or a folder first");
    if (!case_view(request, &view))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_open(&view, path, &bounds, opened, &request->error);
}

static bool read_seed(struct request *request, const char *hex, unsigned char *seed)
{
    size_t length;
    if (strlen(hex) == 2 * (size_t)ENTENTE_SEED_BYTES &&
        sodium_hex2bin(seed, ENTENTE_SEED_BYTES, hex, strlen(hex), NULL, &length, NULL) == 0 &&
        length == ENTENTE_SEED_BYTES)
        return true;
    return request_misuse(request, "--seed wants 64 hex digits, not \"%s\"", hex);
}

bool case_act(struct request *request, struct entente_act *act)
{
    struct fresh *fresh = request->face->fresh(request->face->self);
    const char *hex = request_value(request, "seed");
    const char *now = request_value(request, "now");
    if (hex && !read_seed(request, hex, fresh->seed))
        return false;
    *act = (struct entente_act){
        .size = sizeof *act,
        .now = now ? now : fresh->now,
        .seed = fresh->seed,
        .readers = request_value(request, "readers"),
        .with_mediator = request_has(request, "with-mediator"),
        .at_any_time = request_has(request, "any-time"),
        .clock = now ? NULL : request->face->clock,
        .clock_self = request->face->self,
    };
    return true;
}

bool case_keys(struct request *request, struct entente_file **files, size_t *count)
{
    struct list read = LIST_MAKE(request->arena, struct entente_file);
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        if (strcmp(given->option->name, "key") != 0)
            continue;
        struct entente_file *file = LIST_ADD(&read, struct entente_file);
        if (strchr(given->value, '+'))
            *file = (struct entente_file){"--key", given->value, strlen(given->value)};
        else if (!request_read(request, given->value, file))
            return false;
    }
    *files = LIST_ITEMS(&read, struct entente_file);
    *count = read.count;
    return true;
}

const char *case_new_name(const struct request *request, const struct entente_act *act)
{
    unsigned char hash[crypto_generichash_BYTES_MIN];
    char name[17];
    crypto_generichash(hash, sizeof hash, act->seed, ENTENTE_SEED_BYTES, NULL, 0);
    sodium_bin2hex(name, sizeof name, hash, 8);
    return arena_c_string(request->arena, str_of(name));
}

static bool is_frame_option(const char *name)
{
    static const char *const names[] = {"as",
                                        "passphrase-file",
                                        "as-of",
                                        "json",
                                        "readers",
                                        "with-mediator",
                                        "now",
                                        "seed",
                                        "new-passphrase-file",
                                        "any-time",
                                        "file",
                                        "gone",
                                        "id",
                                        "o"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

const struct entente_field *case_fields(const struct request *request, size_t *count)
{
    struct list fields = LIST_MAKE(request->arena, struct entente_field);
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        struct str value = str_of(given->value);
        size_t equals = str_find_byte(value, '=');
        if (strcmp(given->option->name, "set") == 0 && equals < value.length)
            *LIST_ADD(&fields, struct entente_field) =
                (struct entente_field){arena_c_string(request->arena, str_slice(value, 0, equals)),
                                       given->value + equals + 1};
        else if (!is_frame_option(given->option->name))
            *LIST_ADD(&fields, struct entente_field) =
                (struct entente_field){given->option->name, given->value};
    }
    *count = fields.count;
    return LIST_ITEMS(&fields, struct entente_field);
}

const struct form case_forms[] = {
    {"txt", ENTENTE_CASE_TEXT, NULL},
    {"json", ENTENTE_CASE_JSON, NULL},
    {NULL, 0, NULL},
};

enum entente_case_form case_form(const struct request *request)
{
    bool is_json = request_has(request, "json") ||
                   (request->form && request->form->value == ENTENTE_CASE_JSON);
    return is_json ? ENTENTE_CASE_JSON : ENTENTE_CASE_TEXT;
}

bool case_answer(struct request *request, case_verb *verb, const void *what)
{
    struct entente_case *handle = NULL;
    struct entente_answer *answer = NULL;
    if (!case_open(request, &handle))
        return false;
    bool done = verb(request, handle, what, &answer);
    entente_case_close(handle);
    return request_done(request, done, answer, true);
}

bool case_enter(struct request *request, case_verb *verb, const void *what)
{
    request->is_act = true;
    return case_answer(request, verb, what);
}

bool case_enter_item(struct request *request, struct entente_case *handle, const void *what,
                     struct entente_answer **answer)
{
    const struct case_entering *entered = what;
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_enter(&entered->entering, handle, &entered->act, &bounds, answer,
                              &request->error);
}
