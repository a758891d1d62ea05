// SPDX-License-Identifier: Apache-2.0
#include "serve/keep.h"

#include "base/file.h"
#include "codec/json.h"
#include "serve/act_json.h"
#include "serve/drops.h"
#include "serve/site.h"

#include <sodium.h>
#include <stdio.h>
#include <unistd.h>

static const size_t keep_file_max = (size_t)128 << 20;

struct keeping {
    struct clerk_job job; // first
    struct site_visit *visit;
    const struct drop *drop;
    const char *title, *path, *case_id, *folder;
    struct entente_case *handle;
    struct entente_error error;
    bool is_done;
};

static void frame(struct keeping *keeping, struct entente_act *act)
{
    unsigned char *seed = arena_take(keeping->visit->arena, 1, ENTENTE_SEED_BYTES);
    randombytes_buf(seed, ENTENTE_SEED_BYTES);
    ENTENTE_CLEAR(act);
    act->now = visit_clock(keeping->visit);
    act->seed = seed;
}

static bool done(bool is_done, struct entente_answer *answer)
{
    if (is_done)
        entente_answer_free(answer);
    return is_done;
}

static bool enter(struct keeping *keeping, const char *kind, const char *id,
                  const struct entente_field *field)
{
    struct entente_act act;
    struct entente_answer *answer = NULL;
    struct entente_entering entering = {
        .size = sizeof entering, .kind = kind, .id = id, .fields = field, .count = 1};
    frame(keeping, &act);
    return done(
        entente_case_enter(&entering, keeping->handle, &act, NULL, &answer, &keeping->error),
        answer);
}

static bool submit(struct keeping *keeping, const struct drop_file *from, const char *party)
{
    struct entente_act act;
    struct entente_answer *answer = NULL;
    struct str content;
    struct error inner;
    if (!file_read(from->path, keep_file_max, keeping->visit->arena, &content, &inner)) {
        snprintf(keeping->error.message, sizeof keeping->error.message, "%s", inner.message);
        return false;
    }
    struct entente_file file = {from->name, content.bytes, content.length};
    struct entente_submission submission = {
        .size = sizeof submission, .document = "text", .party = party, .file = &file};
    frame(keeping, &act);
    return done(
        entente_case_submit(&submission, keeping->handle, &act, NULL, &answer, &keeping->error),
        answer);
}

static bool begin(struct keeping *keeping)
{
    struct entente_field title = {"title", keeping->title};
    struct entente_init_options options = {
        .size = sizeof options, .case_id = keeping->case_id, .fields = &title, .count = 1};
    struct entente_case_view view = {.size = sizeof view};
    struct entente_act act;
    struct entente_answer *answer = NULL;
    frame(keeping, &act);
    return done(entente_case_init(&options, keeping->path, &act, NULL, &answer, &keeping->error),
                answer) &&
           entente_case_open(&view, keeping->path, NULL, &keeping->handle, &keeping->error);
}

// A party goes by its name where that will do as an id: people read ids on every page.
static const char *party_id(struct arena *arena, const char *name)
{
    static const char plain[] = "-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    struct cases none = {.count = 0};
    bool is_plain = name[0] != '\0' && name[0] != '-' && name[strspn(name, plain)] == '\0';
    return is_plain ? name : cases_new_id(&none, name, arena);
}

static bool fill(struct keeping *keeping)
{
    struct site_visit *visit = keeping->visit;
    const struct drop *drop = keeping->drop;
    struct entente_field title = {"title", keeping->title};
    const char **ids = ARENA_ARRAY(visit->arena, const char *, drop->draft_count);
    if (!begin(keeping) || !enter(keeping, "document", "text", &title))
        return false;
    for (size_t i = 0; i < drop->draft_count; i++) {
        struct entente_field name = {"name", drop->drafts[i].party};
        ids[i] = party_id(visit->arena, drop->drafts[i].party);
        for (size_t j = 0; j < i; j++)
            if (strcmp(ids[i], ids[j]) == 0)
                ids[i] = arena_print(visit->arena, "%s-%zu", ids[i], i + 1).bytes;
        if (!enter(keeping, "party", ids[i], &name))
            return false;
    }
    if (!submit(keeping, &drop->base, NULL))
        return false;
    for (size_t i = 0; i < drop->draft_count; i++)
        if (!submit(keeping, &drop->drafts[i], ids[i]))
            return false;
    return true;
}

// All of it, or no file is left.
static void run(struct clerk_job *job)
{
    struct keeping *keeping = (struct keeping *)(void *)job;
    keeping->is_done = fill(keeping);
    bool was_made = keeping->handle != NULL;
    entente_case_close(keeping->handle);
    if (!keeping->is_done && was_made)
        unlink(keeping->path);
}

static void tell_kept(struct site_visit *visit, const struct case_file *file)
{
    struct builder out = builder_make(visit->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    json_begin_object(&writer);
    json_member_str(&writer, "id", str_of(file->id));
    json_member_str(&writer, "address", arena_print(visit->arena, "/api/v1/cases/%s", file->id));
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    visit_reply_json(visit, 201, builder_str(&out));
}

static void finish(struct clerk_job *job)
{
    struct keeping *keeping = (struct keeping *)(void *)job;
    struct site_visit *visit = keeping->visit;
    const struct case_file *file =
        keeping->is_done ? cases_add(&visit->site->cases, keeping->path) : NULL;
    if (!file) {
        visit_refuse(visit, 422, "This was not kept", keeping->error.message);
        return;
    }
    if (visit->is_api) {
        tell_kept(visit, file);
        return;
    }
    session_tell(visit->session, MESSAGE_DONE,
                 arena_print(visit->arena,
                             "Kept as %s, in the folder where the program was started.",
                             keeping->path)
                     .bytes);
    visit_redirect(visit, arena_print(visit->arena, "/%s", file->id).bytes, NULL);
}

void keep_answer(struct site_visit *visit)
{
    const struct cases *cases = &visit->site->cases;
    if (!act_json_take(visit))
        return;
    const char *id = visit_field(visit, "dropped");
    const char *title = visit_field(visit, "title");
    const struct drop *drop = drops_find(visit->site->drops, str_of(id));
    if (!drop) {
        visit_refuse(visit, 404, "This is no longer here", "Drop the files once more.");
        return;
    }
    if (!title || !title[0])
        title = drop->base.name;
    struct keeping *keeping = ARENA_NEW(visit->arena, struct keeping);
    *keeping = (struct keeping){.job = {.run = run, .done = finish},
                                .visit = visit,
                                .drop = drop,
                                .title = title,
                                .folder = cases->folder,
                                .case_id = cases_new_id(cases, title, visit->arena)};
    keeping->path =
        arena_print(visit->arena, "%s/%s.entente", cases->folder, keeping->case_id).bytes;
    for (int number = 2; access(keeping->path, F_OK) == 0; number++)
        keeping->path =
            arena_print(visit->arena, "%s/%s-%d.entente", cases->folder, keeping->case_id, number)
                .bytes;
    visit_wait(visit);
    clerk_give(visit->site->clerks[ROOM_LONG], &keeping->job);
}
