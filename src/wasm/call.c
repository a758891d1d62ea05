// SPDX-License-Identifier: Apache-2.0
#include "wasm/call.h"

#include "verbs/run.h"
#include "wasm/host_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { CODE_DONE, CODE_NO, CODE_BAD, CODE_LIMIT }; // as the exit codes of the command line

// A file that was given, in the call's arena.
struct given_file {
    char *name;
    char *bytes; // a NUL stands behind them
    size_t length;
};

struct wasm_call {
    struct arena *arena;
    struct list words; // const char *
    struct list files; // struct given_file
    struct fresh fresh;
    bool is_fresh_taken;
    struct request request; // what came of it, once `has_run`
    bool has_run;
    const char *message;
    volatile sig_atomic_t stop;
};

struct wasm_call *call_new(void)
{
    struct arena *arena = arena_open();
    struct wasm_call *call = ARENA_NEW(arena, struct wasm_call);
    *call = (struct wasm_call){.arena = arena,
                               .words = LIST_MAKE(arena, const char *),
                               .files = LIST_MAKE(arena, struct given_file),
                               .message = ""};
    return call;
}

void call_free(struct wasm_call *call)
{
    if (!call)
        return;
    if (call->has_run)
        request_close(&call->request);
    struct arena *arena = call->arena;
    memset(&call->fresh, 0, sizeof call->fresh);
    arena_close(arena);
}

char *call_word(struct wasm_call *call, size_t length)
{
    char *word = arena_take(call->arena, length + 1, 1);
    *LIST_ADD(&call->words, const char *) = word;
    return word;
}

char *call_file(struct wasm_call *call, size_t name_length, size_t length)
{
    char *name = arena_take(call->arena, name_length + 1, 1);
    char *bytes = arena_take_bare(call->arena, length + 1);
    bytes[length] = '\0';
    *LIST_ADD(&call->files, struct given_file) = (struct given_file){name, bytes, length};
    return bytes;
}

char *call_file_name(struct wasm_call *call)
{
    return LIST_AT(&call->files, struct given_file, call->files.count - 1)->name;
}

char *call_moment(struct wasm_call *call)
{
    return call->fresh.now;
}

// --- The face

static const struct given_file *file_named(const struct wasm_call *call, const char *name)
{
    for (size_t i = 0; i < call->files.count; i++) {
        const struct given_file *file = LIST_AT(&call->files, struct given_file, i);
        if (strcmp(file->name, name) == 0)
            return file;
    }
    return NULL;
}

static bool find_given(const struct wasm_call *call, const char *name,
                       const struct given_file **file, struct entente_error *error)
{
    *file = file_named(call, name);
    if (*file)
        return true;
    error->code = ENTENTE_BAD_INPUT;
    snprintf(error->message, sizeof error->message,
             "%s: was not given; give the file with the words that name it", name);
    return false;
}

static bool read_given(void *self, const char *path, struct arena *arena, struct entente_file *file,
                       struct entente_error *error)
{
    const struct given_file *given;
    (void)arena;
    if (!find_given(self, path, &given, error))
        return false;
    *file = (struct entente_file){given->name, given->bytes, given->length};
    return true;
}

// A folder is what the names of files begin with.
static void list_given(void *self, const char *folder, struct arena *arena, struct list *paths)
{
    const struct wasm_call *call = self;
    struct str start = arena_print(arena, "%s/", folder);
    for (size_t i = 0; i < call->files.count; i++) {
        const char *name = LIST_AT(&call->files, struct given_file, i)->name;
        struct str rest = str_skip(str_of(name), start.length);
        if (str_starts_with(str_of(name), start) && str_find_byte(rest, '/') == rest.length)
            *LIST_ADD(paths, const char *) = name;
    }
}

static bool replaces(void *self, const char *output, const char *input)
{
    return strcmp(output, input) == 0 && file_named(self, input);
}

static bool read_secret(void *self, const char *path, const char **text,
                        struct entente_error *error)
{
    const struct given_file *given;
    if (!find_given(self, path, &given, error))
        return false;
    *text = given->bytes;
    if (strlen(given->bytes) == given->length)
        return true;
    error->code = ENTENTE_BAD_INPUT;
    snprintf(error->message, sizeof error->message, "%s: a passphrase holds no NUL byte", path);
    return false;
}

// One run takes one: a seed is never used twice.
static struct fresh *take_fresh(void *self)
{
    struct wasm_call *call = self;
    assert(!call->is_fresh_taken);
    call->is_fresh_taken = true;
    return &call->fresh;
}

static const char *read_clock(void *self)
{
    const struct wasm_call *call = self;
    return call->fresh.now;
}

static void tell_host(void *listener, uint64_t done, uint64_t all)
{
    struct wasm_call *call = listener;
    if (host_progress((double)done, (double)all) != 0)
        call->stop = 1;
}

static struct entente_bounds bounds(void *self)
{
    struct wasm_call *call = self;
    return (struct entente_bounds){.size = sizeof(struct entente_bounds),
                                   .stop = &call->stop,
                                   .progress = tell_host,
                                   .listener = call};
}

// --- The run

static const char *first_word(const struct wasm_call *call)
{
    return call->words.count > 0 ? *LIST_AT(&call->words, const char *, 0) : "";
}

int call_needs_files(const struct wasm_call *call)
{
    const struct verb *verb = verb_named(first_word(call));
    for (size_t i = 0; verb && i < INPUTS_MAX; i++) {
        enum input_kind kind = verb->inputs[i];
        if (kind == INPUT_CASE || kind == INPUT_FOLDER || kind == NEW_CASE || kind == NEW_FOLDER)
            return 1;
    }
    return 0;
}

static int refuse(struct wasm_call *call, const struct entente_error *error)
{
    call->message = error->message;
    return error->code == ENTENTE_LIMIT ? CODE_LIMIT : CODE_BAD;
}

static int code_of(const struct request *request, const struct entente_answer *answer)
{
    if (request->no_is_failure && !entente_answer_is_yes(answer))
        return CODE_NO;
    return entente_answer_is_whole(answer) ? CODE_DONE : CODE_LIMIT;
}

static int finish(struct wasm_call *call, bool done)
{
    const struct request *request = &call->request;
    if (!done)
        return refuse(call, &request->error);
    int code = CODE_DONE;
    for (size_t i = 0; i < request->answer_count && code == CODE_DONE; i++)
        code = code_of(request, request->answers[i]);
    return code;
}

int call_run(struct wasm_call *call)
{
    const struct verb *verb = verb_named(first_word(call));
    struct face face = {.self = call,
                        .read = read_given,
                        .list = list_given,
                        .replaces = replaces,
                        .secret = read_secret,
                        .fresh = take_fresh,
                        .clock = read_clock,
                        .bounds = bounds};
    assert(!call->has_run);
    if (!verb || !verb->run) {
        call->message =
            arena_print(call->arena, "there is no verb \"%s\" here", first_word(call)).bytes;
        return CODE_BAD;
    }
    const char *const *words = LIST_ITEMS(&call->words, const char *);
    call->has_run = true;
    bool done =
        verb_run(&call->request, verb, &face, words + 1, call->words.count - 1, call->arena);
    return finish(call, done);
}

// --- What came of it

const char *call_message(const struct wasm_call *call)
{
    return call->message;
}

const char *call_output_name(const struct wasm_call *call)
{
    return call->has_run && call->request.output ? call->request.output : "";
}

const char *call_warning(const struct wasm_call *call)
{
    return call->has_run && call->request.warning ? call->request.warning : "";
}

size_t call_answer_count(const struct wasm_call *call)
{
    return call->has_run ? call->request.answer_count : 0;
}

const void *call_output(const struct wasm_call *call, size_t answer)
{
    size_t length;
    return entente_answer_output(call->request.answers[answer], &length);
}

size_t call_output_length(const struct wasm_call *call, size_t answer)
{
    size_t length;
    (void)entente_answer_output(call->request.answers[answer], &length);
    return length;
}

const char *call_summary(const struct wasm_call *call, size_t answer)
{
    return entente_answer_summary(call->request.answers[answer]);
}

int call_is_yes(const struct wasm_call *call, size_t answer)
{
    return entente_answer_is_yes(call->request.answers[answer]);
}

int call_is_whole(const struct wasm_call *call, size_t answer)
{
    return entente_answer_is_whole(call->request.answers[answer]);
}
