// SPDX-License-Identifier: Apache-2.0
#include "serve/case_pages.h"

#include "serve/act_frame.h"
#include "serve/drops.h"
#include "serve/page_cache.h"
#include "serve/site.h"
#include "serve/visit.h"

// --- Which page

static const struct {
    const char *name;
    enum entente_page page;
} pages[] = {
    {"drafts", ENTENTE_PAGE_DRAFTS},         {"time", ENTENTE_PAGE_TIME},
    {"packages", ENTENTE_PAGE_PACKAGES},     {"record", ENTENTE_PAGE_RECORD},
    {"people", ENTENTE_PAGE_PEOPLE},         {"meetings", ENTENTE_PAGE_MEETINGS},
    {"statements", ENTENTE_PAGE_STATEMENTS}, {"text", ENTENTE_PAGE_TEXT},
    {"beside", ENTENTE_PAGE_BESIDE},
};

// Behind /text/: "plan", "plan/columns", "plan/findings", "plan/slots/plan/7/1a2b3c4d".
static void text_page(struct site_visit *visit, struct entente_page_options *options)
{
    struct str rest = str_of(visit->rest);
    size_t slash = str_find_byte(rest, '/');
    struct str behind = str_skip(rest, slash + 1);
    options->document = arena_c_string(visit->arena, str_slice(rest, 0, slash));
    options->page = ENTENTE_PAGE_TEXT;
    if (str_equal(behind, STR("columns")))
        options->page = ENTENTE_PAGE_COLUMNS;
    if (str_equal(behind, STR("findings")))
        options->page = ENTENTE_PAGE_FINDINGS;
    if (str_starts_with(behind, STR("slots/"))) {
        options->page = ENTENTE_PAGE_SLOT;
        options->slot = arena_c_string(visit->arena, str_skip(behind, 6));
    }
}

static bool page_find(struct site_visit *visit, struct entente_page_options *options)
{
    options->page = ENTENTE_PAGE_STANDING;
    if (visit->rest)
        text_page(visit, options);
    if (visit->rest || !visit->name)
        return true;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strcmp(pages[i].name, visit->name) == 0) {
            options->page = pages[i].page;
            return true;
        }
    return false;
}

static enum MHD_Result take_choice(void *self, enum MHD_ValueKind kind, const char *name,
                                   const char *value)
{
    (void)kind;
    if (value && strcmp(name, "choice") == 0)
        *LIST_ADD((struct list *)self, const char *) = value;
    return MHD_YES;
}

static void take_choices(struct site_visit *visit, struct entente_page_options *options)
{
    struct list choices = LIST_MAKE(visit->arena, const char *);
    MHD_get_connection_values(visit->connection, MHD_GET_ARGUMENT_KIND, take_choice, &choices);
    options->choices = LIST_ITEMS(&choices, const char *);
    options->choice_count = choices.count;
}

void case_page_options(struct site_visit *visit, struct entente_page_options *options)
{
    visit_page_options(visit, options);
    options->role = visit->seat.role == ROLE_HOST ? ENTENTE_ROLE_SECRETARIAT : ENTENTE_ROLE_PARTY;
    options->root = visit_root(visit);
    options->token = visit->site->token_mark;
    options->list = visit->site->cases.is_folder && visit->seat.role == ROLE_HOST ? "/" : NULL;
    options->reading = visit_query(visit, "reading");
    options->party = visit_query(visit, "party");
    options->search = visit_query(visit, "search");
    options->document = visit_query(visit, "document");
    options->one = visit_query(visit, "one");
    options->other = visit_query(visit, "other");
    options->vault = visit->seat.is_sealed ? visit->site->vault_root : NULL;
    options->kind = visit_query(visit, "kind");
    take_choices(visit, options);
}

// --- Made by the clerk, kept, and given to each session with its own token

// What a page depends on beside the case itself.
static struct str page_key(struct site_visit *visit, const struct entente_page_options *options)
{
    struct builder key = builder_make(visit->arena);
    builder_print(&key, "%s\n%d%s\n%s\n%d\n%s\n%s\n%s\n%s\n%s\n%s\n%s\n%s\n%.10s", visit->case_id,
                  (int)visit->seat.role, visit->seat.is_sealed ? " sealed" : "", visit->seat.party,
                  (int)options->page, options->document ? options->document : "",
                  options->slot ? options->slot : "", options->reading ? options->reading : "\t",
                  options->party ? options->party : "\t", options->search ? options->search : "\t",
                  options->one ? options->one : "\t", options->other ? options->other : "\t",
                  options->kind ? options->kind : "\t", options->now);
    for (size_t i = 0; i < options->choice_count; i++)
        builder_print(&key, "\n%s", options->choices[i]);
    return builder_str(&key);
}

static void give(struct site_visit *visit, struct str page, unsigned status)
{
    struct str mark = str_of(visit->site->token_mark);
    char *bytes = (char *)(uintptr_t)arena_copy(visit->arena, page).bytes;
    size_t from = 0;
    size_t at;
    while ((at = str_find(str_skip(page, from), mark)) < page.length - from) {
        memcpy(bytes + from + at, visit->session->token, mark.length);
        from += at + mark.length;
    }
    visit_reply(visit,
                &(struct visit_reply){.status = status, .media_type = "text/html; charset=utf-8"},
                (struct str){bytes, page.length});
}

static bool page_make(struct case_job *job, struct entente_page_options *options)
{
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_case_page(options, job->seat->handle, NULL, &answer, &error)) {
        case_job_error(job, &error);
        return false;
    }
    case_job_answer(job, "text/html; charset=utf-8", answer);
    return true;
}

static void make_kept(struct case_job *job)
{
    struct entente_page_options options;
    case_page_options(job->visit, &options);
    (void)page_find(job->visit, &options);
    page_make(job, &options);
}

static void keep_and_give(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    struct entente_page_options options;
    case_page_options(visit, &options);
    (void)page_find(visit, &options);
    if (case_stamp_is_settled(&job->stamp))
        page_cache_keep(visit->site->pages, page_key(visit, &options), &job->stamp, job->bytes);
    give(visit, job->bytes, 200);
}

static void make_told(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    struct entente_page_options options;
    case_page_options(visit, &options);
    (void)page_find(visit, &options);
    options.message = visit->message;
    options.message_kind = (enum entente_message_kind)visit->message_kind;
    page_make(job, &options);
}

static void give_told(struct case_job *job)
{
    give(job->visit, job->bytes, 200);
}

// What is reckoned with for long stands back behind the other pages.
static enum case_room page_room(const struct entente_page_options *options)
{
    bool is_long = options->page == ENTENTE_PAGE_TIME || options->page == ENTENTE_PAGE_PACKAGES ||
                   options->page == ENTENTE_PAGE_BESIDE || options->page == ENTENTE_PAGE_FINDINGS;
    return is_long ? ROOM_LONG : ROOM_PAGES;
}

void case_page_answer(struct site_visit *visit)
{
    struct entente_page_options options;
    struct str page;
    case_page_options(visit, &options);
    const struct case_file *file = cases_find(&visit->site->cases, visit->case_id);
    if (!file || !page_find(visit, &options)) {
        visit_refuse(visit, 404, file ? "There is no such page" : "There is no such case", NULL);
        return;
    }
    // A line for this session alone is shown once, on a page that is not kept; a page that only brings
    // itself up to date must not take it from the one that is being opened.
    if (visit->session->message && !visit_query(visit, "live")) {
        visit->message = arena_c_string(visit->arena, str_of(visit->session->message));
        visit->message_kind = visit->session->message_kind;
        session_tell(visit->session, MESSAGE_DONE, NULL);
        case_job_send(visit, page_room(&options), make_told, give_told);
        return;
    }
    struct case_stamp stamp = case_stamp_of(file);
    if (page_cache_find(visit->site->pages, page_key(visit, &options), &stamp, &page))
        give(visit, page, 200);
    else
        case_job_send(visit, page_room(&options), make_kept, keep_and_give);
}

// --- Before something is entered

static void make_preview(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    struct entente_page_options options;
    struct entente_file file;
    struct entente_error error;
    if (!act_file(job, &file, &error)) {
        case_job_error(job, &error);
        return;
    }
    case_page_options(visit, &options);
    options.page = ENTENTE_PAGE_DRAFTS;
    options.document = act_field(job, "document");
    options.party = visit->seat.role == ROLE_PARTY ? visit->seat.party : act_field(job, "party");
    options.file = &file;
    options.upload = visit->name;
    page_make(job, &options);
}

void case_preview_answer(struct site_visit *visit)
{
    const struct posted_file *file = posted_file(&visit->posted, "file");
    visit->name = file ? drops_keep_file(visit, file) : NULL;
    if (visit->name)
        case_job_send(visit, ROOM_LONG, make_preview, give_told);
    else
        visit_refuse(visit, 400, "Which file?", "Choose the draft that is to be looked at.");
}

static void make_report(struct case_job *job)
{
    struct entente_page_options options;
    const char *report = act_field(job, "report");
    struct entente_file file = {"report.txt", report ? report : "", report ? strlen(report) : 0};
    case_page_options(job->visit, &options);
    options.page = ENTENTE_PAGE_STATEMENTS;
    options.file = &file;
    page_make(job, &options);
}

void case_report_answer(struct site_visit *visit)
{
    case_job_send(visit, ROOM_LONG, make_report, give_told);
}
