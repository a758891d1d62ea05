// SPDX-License-Identifier: Apache-2.0
#include "serve/api.h"

#include "codec/json.h"
#include "serve/case_files.h"
#include "serve/case_job.h"
#include "serve/media.h"
#include "serve/site.h"

#include <entente/proofread.h>
#include <entente/timetable.h>

static const char json_type[] = "application/json";

void api_cases(struct site_visit *visit)
{
    const struct cases *cases = &visit->site->cases;
    struct builder out = builder_make(visit->arena);
    struct json_writer writer = json_writer_make(&out, 2);
    json_begin_object(&writer);
    json_name(&writer, "cases");
    json_begin_array(&writer);
    for (size_t i = 0; i < cases->count; i++) {
        if (visit->seat.role == ROLE_PARTY && strcmp(cases->all[i]->id, visit->seat.case_id) != 0)
            continue;
        json_begin_object_inline(&writer);
        json_member_str(&writer, "id", str_of(cases->all[i]->id));
        json_member_str(&writer, "address",
                        arena_print(visit->arena, "/api/v1/cases/%s", cases->all[i]->id));
        json_end_object(&writer);
    }
    json_end_array(&writer);
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    visit_reply(visit, &(struct visit_reply){.status = 200, .media_type = json_type},
                builder_str(&out));
}

static void give(struct case_job *job, bool done, struct entente_answer *answer,
                 const struct entente_error *error)
{
    if (done)
        case_job_answer(job, json_type, answer);
    else
        case_job_error(job, error);
}

static void show(struct case_job *job, const char *kind, const char *id,
                 enum entente_show_form form)
{
    struct entente_show_options options = {
        .size = sizeof options, .form = form, .kind = kind, .id = id};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    bool done = entente_case_show(&options, job->seat->handle, NULL, &answer, &error);
    give(job, done, answer, &error);
}

static void make_case(struct case_job *job)
{
    show(job, NULL, NULL, ENTENTE_SHOW_JSON);
}

void api_case(struct site_visit *visit)
{
    case_job_send(visit, ROOM_LONG, make_case, NULL);
}

// The log of what the viewer may read; "after" as struct entente_log_options takes it.
static void make_entries(struct case_job *job)
{
    struct entente_log_options options = {.size = sizeof options,
                                          .form = ENTENTE_CASE_JSON,
                                          .after = visit_query(job->visit, "after")};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    bool done = entente_case_log(&options, job->seat->handle, NULL, &answer, &error);
    give(job, done, answer, &error);
}

static void make_brief(struct case_job *job)
{
    struct entente_brief_options options = {.size = sizeof options,
                                            .form = ENTENTE_BRIEF_JSON,
                                            .from = visit_query(job->visit, "from")};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    bool done = entente_case_brief(&options, job->seat->handle, NULL, &answer, &error);
    give(job, done, answer, &error);
}

// Kinds that have an address of their own; what is sealed is asked for by "sealed".
static const char *const api_kinds[] = {
    "parties",  "delegates",  "groups", "documents", "drafts",     "slots",    "stances",
    "meetings", "statements", "steps",  "limits",    "guarantees", "packages", "comments",
    "matches",  "findings",   "notes",  "keys",      NULL};

static bool is_kind(const char *name)
{
    for (size_t i = 0; api_kinds[i]; i++)
        if (strcmp(api_kinds[i], name) == 0)
            return true;
    return false;
}

static void make_kind(struct case_job *job)
{
    show(job, job->visit->name, NULL, ENTENTE_SHOW_JSON);
}

void api_kind(struct site_visit *visit)
{
    if (strcmp(visit->name, "entries") == 0)
        case_job_send(visit, ROOM_PAGES, make_entries, NULL);
    else if (strcmp(visit->name, "brief") == 0)
        case_job_send(visit, ROOM_PAGES, make_brief, NULL);
    else if (is_kind(visit->name))
        case_job_send(visit, ROOM_PAGES, make_kind, NULL);
    else
        visit_refuse(visit, 404, "There is no such resource", NULL);
}

static void make_item(struct case_job *job)
{
    show(job, job->visit->name, job->visit->rest, ENTENTE_SHOW_JSON);
}

static void make_file(struct case_job *job)
{
    struct str rest = str_of(job->visit->rest);
    const char *id = arena_c_string(job->visit->arena, str_slice(rest, 0, rest.length - 5));
    show(job, job->visit->name, id, ENTENTE_SHOW_FILE);
    job->reply.media_type = media_type_of(STR(""));
}

// "plan.docx", or "plan" for JSON.
static void make_text(struct case_job *job)
{
    struct str rest = str_of(job->visit->rest);
    size_t dot = str_find_byte(rest, '.');
    const char *document = arena_c_string(job->visit->arena, str_slice(rest, 0, dot));
    struct str form = dot < rest.length ? str_skip(rest, dot + 1) : STR("json");
    if (!case_text_make(job, document, form))
        case_job_refuse(
            job, 404, "There is no such form",
            "docx, html, columns.html, columns.docx, next.docx, list.xlsx, md, txt, json");
}

// "look", "likely" or "sure"; none: everything is told.
static bool take_certainty(const char *name, enum entente_certainty *certainty)
{
    static const char *const names[] = {"", "look", "likely", "sure"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name ? name : "") == 0) {
            *certainty = (enum entente_certainty)i;
            return true;
        }
    return false;
}

static void make_findings(struct case_job *job)
{
    struct entente_proofread_options shown = {.size = sizeof shown, .form = ENTENTE_PROOFREAD_JSON};
    struct entente_case_proofread_options options = {
        .size = sizeof options, .document = job->visit->rest, .shown = &shown};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    if (!take_certainty(visit_query(job->visit, "least"), &shown.least)) {
        case_job_refuse(job, 400, "There is no such certainty", "look, likely, sure");
        return;
    }
    bool done = entente_case_proofread(&options, job->seat->handle, NULL, &answer, &error);
    give(job, done, answer, &error);
}

void api_item(struct site_visit *visit)
{
    if (strcmp(visit->name, "text") == 0)
        case_job_send(visit, ROOM_LONG, make_text, NULL);
    else if (strcmp(visit->name, "proofread") == 0)
        case_job_send(visit, ROOM_LONG, make_findings, NULL);
    else if (!is_kind(visit->name))
        visit_refuse(visit, 404, "There is no such resource", NULL);
    else if (str_ends_with(str_of(visit->rest), STR("/file")))
        case_job_send(visit, ROOM_LONG, make_file, NULL);
    else
        case_job_send(visit, ROOM_PAGES, make_item, NULL);
}
