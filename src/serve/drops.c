// SPDX-License-Identifier: Apache-2.0
#include "serve/drops.h"

#include "base/memory.h"
#include "codec/json.h"
#include "serve/media.h"
#include "serve/site.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { DROPS_MAX = 32, DROP_DRAFTS_MAX = 200 };

static const char *const drop_forms[] = {"docx", "html", "columns.html", "columns.docx",
                                         "md",   "txt",  "json",         NULL};

struct drops {
    struct drop *all[DROPS_MAX]; // the newest last
    size_t count;
};

struct drops *drops_open(void)
{
    struct drops *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    return made;
}

static void drop_close(struct drop *drop)
{
    unlink(drop->base.path);
    for (size_t i = 0; i < drop->draft_count; i++)
        unlink(drop->drafts[i].path);
    arena_close(drop->arena);
}

void drops_close(struct drops *drops)
{
    for (size_t i = 0; i < drops->count; i++)
        drop_close(drops->all[i]);
    free(drops);
}

const struct drop *drops_find(const struct drops *drops, struct str id)
{
    const struct drop *found = NULL;
    for (size_t i = 0; i < drops->count; i++)
        if (secret_equal(id, drops->all[i]->id))
            found = drops->all[i];
    return found;
}

static void keep(struct drops *drops, struct drop *drop)
{
    if (drops->count == DROPS_MAX) {
        drop_close(drops->all[0]);
        memmove(drops->all, drops->all + 1, (DROPS_MAX - 1) * sizeof(struct drop *));
        drops->count--;
    }
    drops->all[drops->count++] = drop;
}

// --- What comes in

static struct drop_file take_over(struct posted_file *file, struct arena *arena)
{
    struct drop_file taken = {.name = arena_c_string(arena, str_of(file->name)),
                              .path = arena_c_string(arena, str_of(file->path))};
    file->path = NULL;
    return taken;
}

// The parties' names as they were written, and proposed where they were not.
static void name_parties(struct drop *drop, const char *written)
{
    char(*proposed)[ENTENTE_NAME_BYTES] =
        arena_take(drop->arena, drop->draft_count, sizeof *proposed);
    const char **files = ARENA_ARRAY(drop->arena, const char *, drop->draft_count);
    struct str rest = str_of(written);
    for (size_t i = 0; i < drop->draft_count; i++)
        files[i] = drop->drafts[i].name;
    entente_propose_names(drop->base.name, files, drop->draft_count, proposed);
    for (size_t i = 0; i < drop->draft_count; i++) {
        struct str name = {NULL, 0};
        if (str_cut(&rest, ',', &name))
            name = str_trim(name);
        drop->drafts[i].party =
            arena_c_string(drop->arena, name.length > 0 ? name : str_of(proposed[i]));
    }
}

static struct drop *drop_make(struct site_visit *visit, struct posted_file *base,
                              size_t draft_count)
{
    struct list *files = &visit->posted.files;
    struct arena *arena = arena_open();
    struct drop *drop = ARENA_NEW(arena, struct drop);
    drop->arena = arena;
    secret_make(drop->id);
    drop->drafts = ARENA_ARRAY(arena, struct drop_file, draft_count);
    for (size_t i = 0; i < files->count; i++) {
        struct posted_file *file = LIST_AT(files, struct posted_file, i);
        if (strcmp(file->field, "drafts") == 0)
            drop->drafts[drop->draft_count++] = take_over(file, arena);
    }
    drop->base = take_over(base, arena);
    name_parties(drop, posted_joined(&visit->posted, "names"));
    return drop;
}

// For programs: where the merged text and each of its forms are, and who holds which draft.
static void tell_drop(struct site_visit *visit, const struct drop *drop)
{
    struct builder out = builder_make(visit->arena);
    struct json_writer writer = json_writer_make(&out, 2);
    json_begin_object(&writer);
    json_member_str(&writer, "dropped", str_of(drop->id));
    json_member_str(&writer, "address", arena_print(visit->arena, "/api/v1/merges/%s", drop->id));
    json_name(&writer, "parties");
    json_begin_array(&writer);
    for (size_t i = 0; i < drop->draft_count; i++)
        json_str(&writer, str_of(drop->drafts[i].party));
    json_end_array(&writer);
    json_name(&writer, "forms");
    json_begin_array(&writer);
    for (size_t i = 0; drop_forms[i]; i++)
        json_str(&writer,
                 arena_print(visit->arena, "/api/v1/merges/%s.%s", drop->id, drop_forms[i]));
    json_end_array(&writer);
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    visit_reply_json(visit, 201, builder_str(&out));
}

void drop_merge(struct site_visit *visit)
{
    struct list *files = &visit->posted.files;
    struct posted_file *base = NULL;
    size_t draft_count = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct posted_file *file = LIST_AT(files, struct posted_file, i);
        if (strcmp(file->field, "base") == 0)
            base = file;
        draft_count += strcmp(file->field, "drafts") == 0;
    }
    if (!base || draft_count == 0 || draft_count > DROP_DRAFTS_MAX) {
        visit_refuse(visit, 400, base ? "Which drafts?" : "Which file is the base?",
                     "Give the base that everyone worked from and 1 to 200 drafts made from it.");
        return;
    }
    struct drop *drop = drop_make(visit, base, draft_count);
    keep(visit->site->drops, drop);
    if (visit->is_api)
        tell_drop(visit, drop);
    else
        visit_redirect(visit, arena_print(visit->arena, "/drops/%s", drop->id).bytes, NULL);
}

// Another name of the same file, in the folder of those that are worked on.
static const char *same_file(const struct site_visit *visit, const char *path, struct arena *arena)
{
    char secret[SECRET_DIGITS + 1];
    secret_make(secret);
    const char *other = arena_print(arena, "%s/kept-%s", visit->site->folder, secret).bytes;
    return link(path, other) == 0 ? other : NULL;
}

const char *drops_keep_file(struct site_visit *visit, const struct posted_file *file)
{
    struct arena *arena = arena_open();
    struct drop *drop = ARENA_NEW(arena, struct drop);
    drop->arena = arena;
    secret_make(drop->id);
    drop->base.name = arena_c_string(arena, str_of(file->name));
    drop->base.path = same_file(visit, file->path, arena);
    if (!drop->base.path) {
        arena_close(arena);
        return NULL;
    }
    keep(visit->site->drops, drop);
    return drop->id;
}

bool drops_post_again(struct site_visit *visit, const char *id)
{
    const struct drop *drop = drops_find(visit->site->drops, str_of(id));
    const char *path = drop ? same_file(visit, drop->base.path, visit->arena) : NULL;
    if (!path)
        return false;
    *LIST_ADD(&visit->posted.files, struct posted_file) =
        (struct posted_file){.field = "file",
                             .name = arena_c_string(visit->arena, str_of(drop->base.name)),
                             .path = path,
                             .descriptor = -1};
    return true;
}

// --- What goes out

static void write_file(struct json_writer *writer, const struct drop_file *file)
{
    json_begin_object(writer);
    json_member_str(writer, "name", str_of(file->name));
    json_member_str(writer, "path", str_of(file->path));
    json_member_str(writer, "party", str_of(file->party));
    json_end_object(writer);
}

static struct str write_order(struct site_visit *visit, const struct drop *drop, const char *job,
                              struct str form)
{
    struct builder out = builder_make(visit->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    json_begin_object(&writer);
    json_member_str(&writer, "job", str_of(job));
    json_member_str(&writer, "form", form);
    json_member_str(&writer, "token", str_of(visit->session->token));
    json_member_str(&writer, "now", str_of(visit_clock(visit)));
    json_member_str(&writer, "id", str_of(drop->id));
    json_name(&writer, "base");
    write_file(&writer, &drop->base);
    json_name(&writer, "drafts");
    json_begin_array(&writer);
    for (size_t i = 0; i < drop->draft_count; i++)
        write_file(&writer, &drop->drafts[i]);
    json_end_array(&writer);
    json_end_object(&writer);
    return builder_str(&out);
}

void drop_refuse(struct site_visit *visit, const struct errand_result *result, const char *headline)
{
    unsigned status = result->end == ERRAND_REFUSED ? 422 : result->end == ERRAND_LIMIT ? 413 : 422;
    visit_refuse(visit, status, headline, result->words);
}

static void answer_told(void *self, const struct errand_result *result)
{
    struct site_visit *visit = self;
    struct str name = str_of(visit->name);
    size_t dot = str_find_byte(name, '.');
    struct visit_reply reply = {.status = 200, .media_type = "text/html; charset=utf-8"};
    if (result->end != ERRAND_DONE) {
        drop_refuse(visit, result, "These files were not merged");
        return;
    }
    if (dot == name.length && visit->is_api) {
        reply.media_type = media_type_of(STR(".json"));
    } else if (dot < name.length) {
        reply.media_type = media_type_of(name);
        reply.file_name = arena_print(visit->arena, "consolidated%s", visit->name + dot).bytes;
    }
    visit_reply_file(visit, &reply, result->output);
}

void drop_answer(struct site_visit *visit)
{
    struct str name = str_of(visit->name);
    size_t dot = str_find_byte(name, '.');
    struct str form = str_skip(name, dot + 1);
    const struct drop *drop = drops_find(visit->site->drops, str_slice(name, 0, dot));
    bool is_form = dot >= name.length;
    for (size_t i = 0; drop_forms[i]; i++)
        is_form = is_form || str_equal(form, str_of(drop_forms[i]));
    if (visit->is_api && dot >= name.length)
        form = STR("json");
    if (!drop || !is_form) {
        visit_refuse(
            visit, 404, "There is no such page",
            "What was dropped is kept until 32 others have come after it, or the program ends.");
        return;
    }
    struct str order = write_order(visit, drop, form.length > 0 ? "merge" : "page", form);
    visit_wait(visit);
    errands_send(visit->site->errands, order, answer_told, visit);
}

void drop_first_page(struct site_visit *visit)
{
    struct entente_page_options options;
    struct entente_answer *answer;
    struct entente_error error;
    visit_page_options(visit, &options);
    if (!entente_drop_page(&options, NULL, &answer, &error)) {
        visit_refuse(visit, 500, "This page cannot be made", error.message);
        return;
    }
    struct str page;
    page.bytes = entente_answer_output(answer, &page.length);
    visit_reply(visit,
                &(struct visit_reply){.status = 200, .media_type = "text/html; charset=utf-8"},
                page);
    entente_answer_free(answer);
}
