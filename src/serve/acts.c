// SPDX-License-Identifier: Apache-2.0
#include "serve/acts.h"

#include "codec/json.h"
#include "serve/act_frame.h"
#include "serve/act_json.h"
#include "serve/act_kinds.h"
#include "serve/case_pages.h"
#include "serve/drops.h"
#include "serve/invitations.h"
#include "serve/site.h"
#include "serve/visit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// --- Has it changed meanwhile?

static const char *what_it_did(struct str act)
{
    static const struct {
        const char *act, *words;
    } known[] = {
        {"agree", "settled this place"},
        {"stance", "took a stance on it"},
        {"reopen", "opened it again"},
        {"park", "parked it"},
        {"submit", "tabled a draft that touches it"},
        {"comment", "commented on it"},
        {"enter", "entered something about it"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal(str_of(known[i].act), act))
            return known[i].words;
    return "changed it";
}

static void tell_stale(struct case_job *job, const struct seat_entry *entry)
{
    struct str who = entry->by.length > 0      ? entry->by
                     : entry->party.length > 0 ? entry->party
                                               : STR("The secretariat");
    struct str time = entry->time.length > 16 ? str_slice(entry->time, 11, 16) : entry->time;
    struct str words = arena_print(job->visit->arena,
                                   "%.*s %s at %.*s UTC, after your page was made. Nothing was "
                                   "entered. Look at it as it is now, and act "
                                   "again if you still want to.",
                                   STR_ARGS(who), what_it_did(entry->act), STR_ARGS(time));
    case_job_refuse(job, 409, "Somebody was here before you", words.bytes);
}

static bool is_stale(struct case_job *job, const struct act_kind *kind)
{
    const char *slot = kind->rests_on ? act_field(job, kind->rests_on) : NULL;
    const char *said = act_field(job, "size");
    struct entente_error error;
    struct list since;
    if (!slot || !said)
        return false;
    if (!seat_since(job->seat, slot, strtoull(said, NULL, 10), job->visit->arena, &since, &error)) {
        case_job_error(job, &error);
        return true;
    }
    if (since.count == 0)
        return false;
    // The newest act on the place that whoever acts now did not see.
    const struct seat_entry *entry = LIST_AT(&since, struct seat_entry, since.count - 1);
    if (str_equal(entry->act, STR("comment")))
        return false;
    tell_stale(job, entry);
    return true;
}

// --- The act

static const struct act_kind *kind_of(const struct site_visit *visit)
{
    const char *name = visit_field(visit, "act");
    for (const struct act_kind *kind = act_kinds; name && kind->name; kind++)
        if (strcmp(kind->name, name) == 0 && (kind->roles & visit->seat.role))
            return kind;
    return NULL;
}

// Whose keys are in its own page has nothing sealed or signed here.
static bool seals_here(const struct case_job *job, const struct act_kind *kind)
{
    const char *readers = act_field(job, "readers");
    bool is_own = strcmp(kind->name, "scores") == 0 || strcmp(kind->name, "checkpoint") == 0;
    bool is_open = !readers || strcmp(readers, "all") == 0 || strcmp(readers, "public") == 0;
    return job->visit->seat.is_sealed && (is_own || !is_open);
}

static void work(struct case_job *job)
{
    const struct act_kind *kind = kind_of(job->visit);
    struct entente_answer *answer = NULL;
    struct entente_error error;
    if (seals_here(job, kind)) {
        case_job_refuse(
            job, 403, "Your page seals this itself",
            "You signed in with your keys in the browser: what is for your party alone, "
            "and what it signs, is made there. Load the page again.");
        return;
    }
    if (is_stale(job, kind))
        return;
    if (!kind->run(job, &answer, &error)) {
        case_job_error(job, &error);
        return;
    }
    job->bytes = case_job_output(job, answer);
    job->words = case_job_summary(job, answer);
    // What is looked at and not entered is told by what it found.
    if (strcmp(kind->name, "verify") == 0)
        job->words =
            job->visit->is_api || !entente_answer_is_yes(answer)
                ? arena_c_string(job->visit->arena, str_trim(job->bytes))
                : "All of it holds: every hash, every signature, and what the record makes "
                  "of them.";
    if (strcmp(kind->name, "checkpoint") == 0 && !job->visit->is_api)
        job->words = "The checkpoint is signed. Download it, and keep it elsewhere.";
    entente_answer_free(answer);
    job->reply = (struct visit_reply){.status = 201, .media_type = "application/json"};
    // Only a program is told how long the record is now.
    if (job->visit->is_api && !seat_size(job->seat, &job->visit->size, &error))
        case_job_error(job, &error);
}

// What the API tells: the lines of the verb's answer as a list.
static struct str told_as_json(const struct case_job *job)
{
    struct builder out = builder_make(job->visit->arena);
    struct str rest = job->bytes;
    struct str line;
    bool is_first = true;
    builder_add(&out, STR("{\"told\": "));
    struct json_writer writer = json_writer_make(&out, 0);
    json_str(&writer, str_of(job->words));
    builder_print(&out, ", \"size\": %llu, \"entered\": [", (unsigned long long)job->visit->size);
    while (str_cut(&rest, '\n', &line)) {
        if (!str_starts_with(line, STR("{\"kind\"")))
            continue;
        builder_add(&out, is_first ? STR("") : STR(", "));
        builder_add(&out, line);
        is_first = false;
    }
    builder_add(&out, STR("]}\n"));
    return builder_str(&out);
}

// A link for the party that was invited, told once. NULL: it could not be written down, and is none
static const char *invite(struct site_visit *visit, struct error *error)
{
    struct sessions *sessions = visit->site->sessions;
    struct session_seat seat = {.role = ROLE_PARTY};
    const char *party = visit_field(visit, "party");
    if (!party || !party[0])
        party = visit_field(visit, "id");
    snprintf(seat.case_id, sizeof seat.case_id, "%s", visit->case_id);
    snprintf(seat.party, sizeof seat.party, "%s", party);
    const char *secret = sessions_link(sessions, &seat, loop_now());
    if (!invitations_write(cases_find(&visit->site->cases, visit->case_id), sessions, error)) {
        (void)!sessions_use(sessions, str_of(secret), loop_now(), &seat);
        return NULL;
    }
    return arena_print(visit->arena, "%s/link/%s", visit->site->origin, secret).bytes;
}

static void tell_invited(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    struct error error;
    const char *link = invite(visit, &error);
    job->words =
        link
            ? arena_print(visit->arena, "The link for %s, shown once: %s",
                          visit_field(visit, visit_field(visit, "party") ? "party" : "id"), link)
                  .bytes
            : arena_print(visit->arena, "There is no link, as it cannot be kept: %s", error.message)
                  .bytes;
}

static void after(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    if (strcmp(visit_field(visit, "act"), "invite") == 0)
        tell_invited(job);
    if (visit->is_api) {
        job->bytes = told_as_json(job);
        case_job_reply(job);
        return;
    }
    if (visit->session && job->words)
        session_tell(visit->session, MESSAGE_DONE, job->words);
    visit_redirect(visit, visit_way_back(visit, visit_field(visit, "back")), NULL);
}

// --- What let a party in is taken back. The record has nothing of it.

static const char *counted(struct arena *arena, size_t count, const char *what)
{
    return arena_print(arena, "%zu %s%s", count, what, count == 1 ? "" : "s").bytes;
}

static void take_back(struct site_visit *visit)
{
    struct sessions *sessions = visit->site->sessions;
    const char *party = visit_field(visit, "party");
    struct error error;
    if (!party || !party[0]) {
        visit_refuse(visit, 422, "From whom is it taken back?", "Say the party.");
        return;
    }
    struct sessions_taken taken = sessions_take_back(sessions, visit->case_id, party);
    if (!invitations_write(cases_find(&visit->site->cases, visit->case_id), sessions, &error)) {
        visit_refuse(visit, 500, "The links are void, but that cannot be kept", error.message);
        return;
    }
    struct str told = arena_print(
        visit->arena, "%s: %s void, %s ended. The party's passphrase still opens its page.", party,
        counted(visit->arena, taken.links, "link"),
        counted(visit->arena, taken.sessions, "session"));
    if (visit->is_api) {
        struct builder out = builder_make(visit->arena);
        struct json_writer writer = json_writer_make(&out, 0);
        json_begin_object(&writer);
        json_member_str(&writer, "told", told);
        json_end_object(&writer);
        builder_add_byte(&out, '\n');
        visit_reply_json(visit, 200, builder_str(&out));
        return;
    }
    session_tell(visit->session, MESSAGE_DONE, told.bytes);
    visit_redirect(visit, visit_way_back(visit, visit_field(visit, "back")), NULL);
}

// --- A file is read by a process of its own before the clerk sees it.

static void file_told(void *self, const struct errand_result *result)
{
    struct site_visit *visit = self;
    if (result->output >= 0)
        close(result->output);
    if (result->end == ERRAND_DONE && strcmp(visit_field(visit, "act"), "preview") == 0)
        case_preview_answer(visit);
    else if (result->end == ERRAND_DONE)
        case_job_send(visit, kind_of(visit)->room, work, after);
    else
        drop_refuse(visit, result, "This file was not taken");
}

static struct str reading_order(struct site_visit *visit, const struct posted_file *file)
{
    struct builder out = builder_make(visit->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    json_begin_object(&writer);
    json_member_str(&writer, "job", STR("text"));
    json_name(&writer, "base");
    json_begin_object(&writer);
    json_member_str(&writer, "name", str_of(file->name));
    json_member_str(&writer, "path", str_of(file->path));
    json_end_object(&writer);
    json_end_object(&writer);
    return builder_str(&out);
}

void act_answer(struct site_visit *visit)
{
    if (!act_json_take(visit))
        return;
    const char *act = visit_field(visit, "act");
    const char *upload = visit_field(visit, "upload");
    bool is_page = act && (strcmp(act, "preview") == 0 || strcmp(act, "read") == 0);
    if (upload && upload[0] && !drops_post_again(visit, upload)) {
        visit_refuse(visit, 404, "This file is no longer here", "Choose it once more.");
        return;
    }
    const struct posted_file *file = posted_file(&visit->posted, "file");
    if (is_page && !file) {
        if (strcmp(act, "read") == 0)
            case_report_answer(visit);
        else
            case_preview_answer(visit);
        return;
    }
    if (act && strcmp(act, "revoke") == 0 && visit->seat.role == ROLE_HOST) {
        take_back(visit);
        return;
    }
    if (!is_page && !kind_of(visit)) {
        visit_refuse(visit, 400, "What is to be done?",
                     "The form names no act that this role may do.");
        return;
    }
    if (!file) {
        case_job_send(visit, kind_of(visit)->room, work, after);
        return;
    }
    visit_wait(visit);
    errands_send(visit->site->errands, reading_order(visit, file), file_told, visit);
}
