// SPDX-License-Identifier: Apache-2.0
#include "serve/case_files.h"

#include "base/checked.h"
#include "serve/case_pages.h"
#include "serve/media.h"
#include "serve/visit.h"

#include <string.h>

// --- Texts

static const struct {
    const char *ending;
    enum entente_form form;
    enum entente_format format;
} text_forms[] = {
    {"list.xlsx", ENTENTE_LIST, ENTENTE_XLSX},
    {"columns.html", ENTENTE_COLUMNS, ENTENTE_HTML},
    {"columns.docx", ENTENTE_COLUMNS, ENTENTE_DOCX},
    {"docx", ENTENTE_REDLINE, ENTENTE_DOCX},
    {"html", ENTENTE_REDLINE, ENTENTE_HTML},
    {"md", ENTENTE_BRACKETS, ENTENTE_MARKDOWN},
    {"txt", ENTENTE_BRACKETS, ENTENTE_TEXT},
    {"json", ENTENTE_JSON, ENTENTE_TEXT},
};

static void answer_with(struct case_job *job, bool done, struct entente_answer *answer,
                        const struct entente_error *error, const char *media_type,
                        const char *file_name)
{
    if (!done) {
        case_job_error(job, error);
        return;
    }
    case_job_answer(job, media_type, answer);
    job->reply.file_name = file_name;
}

// The next base as it would go round now: what is agreed is in, the rest as the base has it.
static void next_make(struct case_job *job, const char *document)
{
    struct entente_next_options text = {.size = sizeof text, .format = ENTENTE_DOCX};
    struct entente_case_next_options options = {
        .size = sizeof options, .document = document, .text = &text, .is_trial = true};
    struct entente_answer *answer;
    struct entente_error error;
    bool done = entente_case_next(&options, job->seat->handle, NULL, NULL, &answer, &error);
    answer_with(job, done, answer, &error, media_type_of(STR(".docx")), NULL);
}

bool case_text_make(struct case_job *job, const char *document, struct str form)
{
    struct entente_merge_options merged = {.size = sizeof merged};
    struct entente_case_text_options options = {
        .size = sizeof options, .document = document, .merged = &merged};
    struct entente_answer *answer;
    struct entente_error error;
    size_t i = 0;
    while (i < sizeof text_forms / sizeof *text_forms &&
           !str_equal(form, str_of(text_forms[i].ending)))
        i++;
    if (str_equal(form, STR("next.docx"))) {
        next_make(job, document);
        return true;
    }
    if (i == sizeof text_forms / sizeof *text_forms)
        return false;
    merged.form = text_forms[i].form;
    merged.format = text_forms[i].format;
    if (entente_case_text(&options, job->seat->handle, NULL, &answer, &error))
        case_job_answer(job, media_type_of(form), answer);
    else
        case_job_error(job, &error);
    return true;
}

static bool has_ending(struct str name, struct str ending)
{
    return name.length > ending.length + 1 && str_ends_with(name, ending) &&
           name.bytes[name.length - ending.length - 1] == '.';
}

// Where a download's ending begins: "plan.columns.html".
static size_t ending_of(struct str name)
{
    if (has_ending(name, STR("next.docx")))
        return name.length - strlen("next.docx");
    for (size_t i = 0; i < sizeof text_forms / sizeof *text_forms; i++)
        if (has_ending(name, str_of(text_forms[i].ending)))
            return name.length - strlen(text_forms[i].ending);
    return 0;
}

static void text_file_make(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    struct str name = str_of(visit->rest);
    size_t ending = ending_of(name);
    const char *document = arena_c_string(visit->arena, str_slice(name, 0, ending - 1));
    (void)case_text_make(job, document, str_skip(name, ending));
    job->reply.file_name = visit->rest;
}

void case_text_answer(struct site_visit *visit)
{
    struct str rest = str_of(visit->rest);
    bool is_file = str_find_byte(rest, '/') == rest.length && ending_of(rest) > 0;
    if (is_file)
        case_job_send(visit, ROOM_LONG, text_file_make, NULL);
    else
        case_page_answer(visit);
}

static void draft_file_make(struct case_job *job)
{
    struct entente_show_options options = {
        .size = sizeof options, .form = ENTENTE_SHOW_FILE, .kind = "draft", .id = job->visit->rest};
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_case_show(&options, job->seat->handle, NULL, &answer, &error)) {
        case_job_error(job, &error);
        return;
    }
    const char *name = case_job_summary(job, answer);
    case_job_answer(job, media_type_of(str_of(name)), answer);
    job->reply.file_name = name[0] ? name : "draft";
}

void case_file_answer(struct site_visit *visit)
{
    case_job_send(visit, ROOM_LONG, draft_file_make, NULL);
}

static void brief_make(struct case_job *job)
{
    struct entente_brief_options options = {.size = sizeof options, .form = ENTENTE_BRIEF_DOCX};
    struct entente_answer *answer;
    struct entente_error error;
    bool done = entente_case_brief(&options, job->seat->handle, NULL, &answer, &error);
    answer_with(job, done, answer, &error, media_type_of(STR(".docx")), "brief.docx");
}

void case_brief_answer(struct site_visit *visit)
{
    case_job_send(visit, ROOM_LONG, brief_make, NULL);
}

// What the time page lays out, under the wordings that it was asked for.
static void calendar_make(struct case_job *job)
{
    struct str name = str_of(job->visit->rest);
    struct entente_page_options options;
    struct entente_answer *answer;
    struct entente_error error;
    case_page_options(job->visit, &options);
    options.page = ENTENTE_PAGE_CALENDAR;
    options.document = arena_c_string(job->visit->arena, str_slice(name, 0, name.length - 4));
    bool done = entente_case_page(&options, job->seat->handle, NULL, &answer, &error);
    answer_with(job, done, answer, &error, "text/calendar; charset=utf-8", job->visit->rest);
}

void case_time_answer(struct site_visit *visit)
{
    if (has_ending(str_of(visit->rest), STR("ics")))
        case_job_send(visit, ROOM_LONG, calendar_make, NULL);
    else
        visit_refuse(visit, 404, "There is no such page", NULL);
}

// --- The record

// What the viewer may read of it, to be verified by a program of its own.
static void record_make(struct case_job *job)
{
    struct entente_export_options options = {.size = sizeof options};
    struct entente_answer *answer;
    struct entente_error error;
    bool done = entente_case_export(&options, job->seat->handle, NULL, &answer, &error);
    answer_with(job, done, answer, &error, "application/jsonl; charset=utf-8", "record.jsonl");
}

void case_record_answer(struct site_visit *visit)
{
    case_job_send(visit, ROOM_LONG, record_make, NULL);
}

static void checkpoint_make(struct case_job *job)
{
    struct entente_checkpoint_options options = {.size = sizeof options, .is_kept = true};
    struct entente_answer *answer;
    struct entente_error error;
    bool done = entente_case_checkpoint(&options, job->seat->handle, NULL, &answer, &error);
    answer_with(job, done, answer, &error, "text/plain; charset=utf-8", "checkpoint.note");
}

void case_checkpoint_answer(struct site_visit *visit)
{
    case_job_send(visit, ROOM_PAGES, checkpoint_make, NULL);
}

// "all-12.json", "public-3.json": the entry 12 of the log that all parties read. What is sealed is
// nobody's to prove here.
static bool read_proof(struct str name, const char **audience, uint64_t *at)
{
    size_t dash = str_find_byte(name, '-');
    int64_t number;
    struct str whose = str_slice(name, 0, dash);
    if (!has_ending(name, STR("json")) || dash == name.length ||
        !checked_parse(str_slice(name, dash + 1, name.length - 5), &number) || number < 0)
        return false;
    *audience = str_equal(whose, STR("all")) ? "all" : "public";
    *at = (uint64_t)number;
    return str_equal(whose, STR("all")) || str_equal(whose, STR("public"));
}

static void proof_make(struct case_job *job)
{
    struct entente_proving proving = {.size = sizeof proving};
    struct entente_answer *answer;
    struct entente_error error;
    (void)read_proof(str_of(job->visit->rest), &proving.audience, &proving.at);
    bool done = entente_case_prove(&proving, job->seat->handle, NULL, &answer, &error);
    answer_with(job, done, answer, &error, "application/json", job->visit->rest);
}

void case_proof_answer(struct site_visit *visit)
{
    const char *audience;
    uint64_t at;
    if (read_proof(str_of(visit->rest), &audience, &at))
        case_job_send(visit, ROOM_PAGES, proof_make, NULL);
    else
        visit_refuse(visit, 404, "There is no such proof", NULL);
}
