// SPDX-License-Identifier: Apache-2.0
#include "cli/case_console.h"

#include "base/checked.h"
#include "cli/secrets.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static bool read_passphrase(const char *path, const char **passphrase)
{
    struct error error;
    return secret_read_line(path, passphrase, &error) || console_unread(&error);
}

bool case_view(const struct arguments *arguments, struct entente_case_view *view)
{
    const char *path = arguments_value(arguments, "passphrase-file");
    *view = (struct entente_case_view){.size = sizeof *view,
                                       .viewer = arguments_value(arguments, "as"),
                                       .as_of = arguments_value(arguments, "as-of")};
    return !path || read_passphrase(path, &view->passphrase);
}

bool case_open(const struct arguments *arguments, struct entente_case **opened, int *code)
{
    struct entente_case_view view;
    struct entente_error error;
    const char *path = arguments_word(arguments, 0);
    *code = EXIT_BAD;
    if (!path) {
        console_misuse("which case? Give a case file or a folder first");
        return false;
    }
    if (!case_view(arguments, &view))
        return false;
    struct entente_bounds bounds = console_bounds();
    if (entente_case_open(&view, path, &bounds, opened, &error))
        return true;
    *code = console_refuse(&error);
    return false;
}

static const char *clock_now(struct arena *arena)
{
    struct tm day;
    time_t now = time(NULL);
    char text[32];
    gmtime_r(&now, &day);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &day);
    return arena_c_string(arena, str_of(text));
}

static bool read_seed(const char *hex, unsigned char *seed)
{
    size_t length;
    if (strlen(hex) == 2 * (size_t)ENTENTE_SEED_BYTES &&
        sodium_hex2bin(seed, ENTENTE_SEED_BYTES, hex, strlen(hex), NULL, &length, NULL) == 0 &&
        length == ENTENTE_SEED_BYTES)
        return true;
    console_misuse("--seed wants 64 hex digits, not \"%s\"", hex);
    return false;
}

bool case_act(const struct arguments *arguments, struct entente_act *act)
{
    unsigned char *seed = secret_take(ENTENTE_SEED_BYTES);
    const char *hex = arguments_value(arguments, "seed");
    const char *now = arguments_value(arguments, "now");
    if (hex && !read_seed(hex, seed))
        return false;
    if (!hex)
        randombytes_buf(seed, ENTENTE_SEED_BYTES);
    *act = (struct entente_act){
        .size = sizeof *act,
        .now = now ? now : clock_now(arguments->arena),
        .seed = seed,
        .readers = arguments_value(arguments, "readers"),
        .with_mediator = arguments_has(arguments, "with-mediator"),
    };
    return true;
}

const char *case_new_name(const struct arguments *arguments, const struct entente_act *act)
{
    unsigned char hash[crypto_generichash_BYTES_MIN];
    char name[17];
    crypto_generichash(hash, sizeof hash, act->seed, ENTENTE_SEED_BYTES, NULL, 0);
    sodium_bin2hex(name, sizeof name, hash, 8);
    return arena_c_string(arguments->arena, str_of(name));
}

static bool is_frame_option(const char *name)
{
    static const char *const names[] = {"as",      "passphrase-file",
                                        "as-of",   "json",
                                        "readers", "with-mediator",
                                        "now",     "seed",
                                        "file",    "gone",
                                        "id",      "o"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

const struct entente_field *case_fields(const struct arguments *arguments, size_t *count)
{
    struct list fields = LIST_MAKE(arguments->arena, struct entente_field);
    for (size_t i = 0; i < arguments->options.count; i++) {
        const struct option_given *given = LIST_AT(&arguments->options, struct option_given, i);
        struct str value = str_of(given->value);
        size_t equals = str_find_byte(value, '=');
        if (strcmp(given->option->name, "set") == 0 && equals < value.length)
            *LIST_ADD(&fields, struct entente_field) = (struct entente_field){
                arena_c_string(arguments->arena, str_slice(value, 0, equals)),
                given->value + equals + 1};
        else if (!is_frame_option(given->option->name))
            *LIST_ADD(&fields, struct entente_field) =
                (struct entente_field){given->option->name, given->value};
    }
    *count = fields.count;
    return LIST_ITEMS(&fields, struct entente_field);
}

bool case_count(const char *text, uint64_t *count)
{
    int64_t number;
    if (!checked_parse(str_of(text), &number) || number < 0) {
        console_misuse("\"%s\" is not a number from 0", text);
        return false;
    }
    *count = (uint64_t)number; // not below zero
    return true;
}

enum entente_case_form case_form(const struct arguments *arguments)
{
    return arguments_has(arguments, "json") ? ENTENTE_CASE_JSON : ENTENTE_CASE_TEXT;
}

static int say_entered(const struct arguments *arguments, struct entente_answer *answer)
{
    if (arguments_has(arguments, "json"))
        return console_finish(answer, NULL, true);
    fputs(entente_answer_summary(answer), stderr);
    entente_answer_free(answer);
    return EXIT_DONE;
}

static int run_verb(const struct arguments *arguments, case_verb *verb, const void *what,
                    bool is_entering)
{
    struct entente_case *handle;
    struct entente_answer *answer;
    struct entente_error error = {.code = ENTENTE_BAD_INPUT};
    int code;
    if (!case_open(arguments, &handle, &code))
        return code;
    bool done = verb(handle, what, &answer, &error);
    entente_case_close(handle);
    if (!done)
        return error.message[0] ? console_refuse(&error) : EXIT_BAD;
    return is_entering ? say_entered(arguments, answer)
                       : console_finish(answer, arguments_value(arguments, "o"), true);
}

int case_answer(const struct arguments *arguments, case_verb *verb, const void *what)
{
    return run_verb(arguments, verb, what, false);
}

int case_enter(const struct arguments *arguments, case_verb *verb, const void *what)
{
    return run_verb(arguments, verb, what, true);
}

bool case_enter_item(struct entente_case *handle, const void *what, struct entente_answer **answer,
                     struct entente_error *error)
{
    const struct case_entering *entered = what;
    struct entente_bounds bounds = console_bounds();
    return entente_case_enter(&entered->entering, handle, &entered->act, &bounds, answer, error);
}

bool case_is_json(const char *word)
{
    return word && (strcmp(word, "-") == 0 || str_ends_with(str_of(word), STR(".json")));
}
