// SPDX-License-Identifier: Apache-2.0
// The process that reads foreign files. Its order is JSON:
//
//     {"job": "merge" | "page" | "text", "form": "docx", "id": …, "token": …, "now": …,
//      "base": FILE, "drafts": [FILE…]}
//     FILE: {"name": …, "path": …, "party": …}
//
// For a worker on another machine the order is one line, with "size" in place of "path", and the bytes of all
// files follow it, one after the other. It has nothing of whoever asks: the same work is the same bytes.
#include "base/file.h"
#include "base/list.h"
#include "codec/json.h"
#include "serve/errand.h"
#include "serve/jail.h"

#include <entente/case.h>
#include <entente/document.h>
#include <entente/pages.h>
#include <stdio.h>
#include <unistd.h>

enum { EXIT_MADE = 0, EXIT_WRONG = 2, EXIT_OVER = 3, ERRAND_SECONDS = 100 };

static const uint64_t errand_memory = (uint64_t)3 << 30;
static const uint64_t errand_output = (uint64_t)1 << 30;
static const size_t errand_input = (size_t)1 << 28;

struct errand_order {
    struct str job, form;
    struct entente_file base;
    struct entente_draft *drafts;
    size_t draft_count;
    const char *id, *token, *now; // of a page
    struct str following;         // behind its line: the bytes of files that were not taken yet
};

static bool read_one(const struct json *said, struct arena *arena, struct errand_order *order,
                     struct entente_file *file, struct error *error)
{
    struct str content;
    int64_t size;
    const struct json *following = json_member(said, "size");
    const char *path = arena_c_string(arena, json_text(said, "path"));
    if (following) {
        if (!json_whole(following, &size) || size < 0 || (size_t)size > order->following.length)
            return error_set(error, BAD_INPUT, "the order has not the files that it names");
        content = arena_copy(arena, str_slice(order->following, 0, (size_t)size));
        order->following = str_skip(order->following, (size_t)size);
    } else if (!file_read(path, errand_input, arena, &content, error))
        return false;
    *file = (struct entente_file){arena_c_string(arena, json_text(said, "name")), content.bytes,
                                  content.length};
    return true;
}

static const char *text_member(const struct json *said, const char *name, struct arena *arena)
{
    return arena_c_string(arena, json_text(said, name));
}

static bool read_order(struct arena *arena, struct errand_order *order, struct error *error)
{
    struct str text;
    const struct json *said;
    if (!file_read("-", errand_input, arena, &text, error))
        return false;
    size_t line = str_find_byte(text, '\n');
    struct str following = str_skip(text, line < text.length ? line + 1 : line);
    text = str_slice(text, 0, line);
    if (!json_read(STR("order"), text, &input_limits_default, arena, &said, error))
        return false;
    const struct json *drafts = json_member(said, "drafts");
    *order = (struct errand_order){.job = json_text(said, "job"),
                                   .form = json_text(said, "form"),
                                   .id = text_member(said, "id", arena),
                                   .token = text_member(said, "token", arena),
                                   .now = text_member(said, "now", arena),
                                   .following = following};
    if (!read_one(json_member(said, "base"), arena, order, &order->base, error))
        return false;
    order->drafts = ARENA_ARRAY(arena, struct entente_draft, (drafts ? drafts->count : 0) + 1);
    for (size_t i = 0; drafts && i < drafts->count; i++, order->draft_count++) {
        struct str party = json_text(&drafts->items[i], "party");
        order->drafts[i].party = party.length > 0 ? arena_c_string(arena, party) : NULL;
        if (!read_one(&drafts->items[i], arena, order, &order->drafts[i].file, error))
            return false;
    }
    return true;
}

// --- Asking workers

static void write_file(struct json_writer *writer, const struct entente_file *file,
                       const char *party)
{
    json_begin_object(writer);
    json_member_str(writer, "name", str_of(file->name));
    json_member_int(writer, "size", (int64_t)file->length);
    if (party)
        json_member_str(writer, "party", str_of(party));
    json_end_object(writer);
}

// The order as a worker gets it.
static struct str write_job(const struct errand_order *order, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 0);
    json_begin_object(&writer);
    json_member_str(&writer, "job", order->job);
    json_member_str(&writer, "form", order->form);
    json_name(&writer, "base");
    write_file(&writer, &order->base, NULL);
    json_name(&writer, "drafts");
    json_begin_array(&writer);
    for (size_t i = 0; i < order->draft_count; i++)
        write_file(&writer, &order->drafts[i].file, order->drafts[i].party);
    json_end_array(&writer);
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    builder_add(&out, (struct str){order->base.bytes, order->base.length});
    for (size_t i = 0; i < order->draft_count; i++)
        builder_add(&out, (struct str){order->drafts[i].file.bytes, order->drafts[i].file.length});
    return builder_str(&out);
}

// --- What it makes

struct errand_form {
    const char *name;
    enum entente_form form;
    enum entente_format format;
};

static const struct errand_form errand_forms[] = {
    {"docx", ENTENTE_REDLINE, ENTENTE_DOCX},
    {"html", ENTENTE_REDLINE, ENTENTE_HTML},
    {"columns.html", ENTENTE_COLUMNS, ENTENTE_HTML},
    {"columns.docx", ENTENTE_COLUMNS, ENTENTE_DOCX},
    {"md", ENTENTE_BRACKETS, ENTENTE_MARKDOWN},
    {"txt", ENTENTE_BRACKETS, ENTENTE_TEXT},
    {"json", ENTENTE_JSON, ENTENTE_TEXT},
};

static bool make_merge(const struct errand_order *order, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_merge_options options;
    ENTENTE_CLEAR(&options);
    for (size_t i = 0; i < sizeof errand_forms / sizeof *errand_forms; i++)
        if (str_equal(order->form, str_of(errand_forms[i].name))) {
            options.form = errand_forms[i].form;
            options.format = errand_forms[i].format;
        }
    return entente_merge(&options, &order->base, order->drafts, order->draft_count, bounds, answer,
                         error);
}

// The page behind a drop, as the server would show it.
static bool make_page(const struct errand_order *order, const struct entente_bounds *bounds,
                      struct arena *arena, struct entente_answer **answer,
                      struct entente_error *error)
{
    struct entente_page_options options;
    struct entente_dropped dropped;
    ENTENTE_CLEAR(&options);
    ENTENTE_CLEAR(&dropped);
    options.root = "";
    options.assets = "/assets/";
    options.token = order->token;
    options.now = order->now;
    options.leave = "/sign-out";
    dropped.base = &order->base;
    dropped.drafts = order->drafts;
    dropped.draft_count = order->draft_count;
    dropped.address = arena_print(arena, "/drops/%s", order->id).bytes;
    dropped.keep = order->id;
    return entente_drop_result_page(&options, &dropped, bounds, answer, error);
}

static bool make(const struct errand_order *order, struct arena *arena,
                 struct entente_answer **answer, struct entente_error *error)
{
    struct entente_bounds bounds;
    ENTENTE_CLEAR(&bounds);
    bounds.memory_bytes = errand_memory / 3 * 2;
    if (str_equal(order->job, STR("text")))
        return entente_text(NULL, &order->base, &bounds, answer, error);
    return str_equal(order->job, STR("page")) ? make_page(order, &bounds, arena, answer, error)
                                              : make_merge(order, &bounds, answer, error);
}

static bool write_all(const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t count = write(STDOUT_FILENO, bytes, length);
        if (count <= 0)
            return false;
        bytes += count;
        length -= (size_t)count;
    }
    return true;
}

static int say(const char *words, int code)
{
    fprintf(stderr, "%s\n", words);
    return code;
}

// What a worker made of it. A page has the session of whoever asks in it, and is made here. False: nobody
// works there, or the database cannot be asked.
static bool ask_workers(const struct errand_order *order, const char *queue, struct arena *arena,
                        int *code)
{
    struct entente_work_options options = {.size = sizeof options};
    struct entente_work *work;
    struct entente_error unsaid;
    struct str made = {NULL, 0};
    if (!queue || str_equal(order->job, STR("page")) ||
        !entente_work_open(&options, queue, &work, &unsaid))
        return false;
    struct str job = write_job(order, arena);
    if (!entente_work_ask(work, job.bytes, job.length, code, &made.bytes, &made.length, &unsaid))
        made.bytes = NULL;
    bool is_made = made.bytes && *code == EXIT_MADE;
    if (is_made && !write_all(made.bytes, made.length))
        *code = say("what was made is too large", EXIT_OVER);
    else if (made.bytes && !is_made)
        fprintf(stderr, "%.*s", STR_ARGS(made));
    bool is_told = made.bytes != NULL;
    entente_work_close(work);
    return is_told;
}

static int carry_out(const char *queue, struct arena *arena)
{
    static const struct jail_bounds bounds = {ERRAND_SECONDS, errand_memory, errand_output};
    struct errand_order order;
    struct error inner;
    struct entente_error error;
    struct entente_answer *answer;
    size_t length;
    int code;
    if (!read_order(arena, &order, &inner))
        return say(inner.message, EXIT_WRONG);
    if (ask_workers(&order, queue, arena, &code))
        return code;
    if (!jail_enter(&bounds, &inner))
        return say(inner.message, EXIT_WRONG);
    if (!make(&order, arena, &answer, &error))
        return say(error.message, error.code == ENTENTE_LIMIT ? EXIT_OVER : EXIT_WRONG);
    const char *output = entente_answer_output(answer, &length);
    bool is_written = write_all(output, length);
    entente_answer_free(answer);
    return is_written ? EXIT_MADE : say("what was made is too large", EXIT_OVER);
}

int errand_run(const char *queue)
{
    struct arena *arena = arena_open();
    int code = carry_out(queue, arena);
    arena_close(arena);
    return code;
}
