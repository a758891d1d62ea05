// SPDX-License-Identifier: Apache-2.0
#include "serve/acts.h"

#include "codec/json.h"
#include "serve/act_frame.h"
#include "serve/act_json.h"
#include "serve/act_kinds.h"
#include "serve/case_pages.h"
#include "serve/drops.h"
#include "serve/site.h"
#include "serve/visit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// --- Has it changed meanwhile?

static bool names_slot(const char *slots, const char *slot)
{
    struct str rest = str_of(slots);
    struct str each;
    while (str_cut(&rest, '\n', &each))
        if (str_equal(each, str_of(slot)))
            return true;
    return false;
}

// The newest act on the place that whoever acts now did not see.
static const struct seat_entry *seen_since(const struct case_job *job, const char *slot,
                                           uint64_t size)
{
    const struct case_seat *seat = job->seat;
    for (size_t i = seat->count; i-- > 0;) {
        const struct seat_entry *entry = &seat->entries[i];
        if (entry->is_open && entry->size > size && names_slot(entry->slots, slot))
            return entry;
    }
    return NULL;
}

static const char *what_it_did(const char *act)
{
    static const struct {
        const char *act, *words;
    } known[] = {
        {"agree", "settled this place"},  {"stance", "took a stance on it"},
        {"reopen", "changed its status"}, {"submit", "tabled a draft that touches it"},
        {"comment", "commented on it"},   {"enter", "entered something about it"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].act, act) == 0)
            return known[i].words;
    return "changed it";
}

static bool is_stale(struct case_job *job, const struct act_kind *kind)
{
    const char *slot = kind->rests_on ? act_field(job, kind->rests_on) : NULL;
    const char *said = act_field(job, "size");
    struct entente_error error;
    if (!slot || !said)
        return false;
    if (!seat_read_on(job->seat, &error)) {
        case_job_error(job, &error);
        return true;
    }
    const struct seat_entry *entry = seen_since(job, slot, strtoull(said, NULL, 10));
    if (!entry || strcmp(entry->act, "comment") == 0)
        return false;
    const char *who = entry->by[0] ? entry->by : entry->party[0] ? entry->party : "The secretariat";
    struct str words = arena_print(job->visit->arena,
                                   "%s %s at %.5s UTC, after your page was made. Nothing was "
                                   "entered. Look at it as it is now, and act "
                                   "again if you still want to.",
                                   who, what_it_did(entry->act),
                                   strlen(entry->time) > 16 ? entry->time + 11 : entry->time);
    case_job_refuse(job, 409, "Somebody was here before you", words.bytes);
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

static void work(struct case_job *job)
{
    const struct act_kind *kind = kind_of(job->visit);
    struct entente_answer *answer = NULL;
    struct entente_error error;
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
        job->words = arena_c_string(job->visit->arena, str_trim(job->bytes));
    entente_answer_free(answer);
    job->reply = (struct visit_reply){.status = 201, .media_type = "application/json"};
    // Only a program is told how long the record is now.
    if (!job->visit->is_api || !seat_read_on(job->seat, &error))
        return;
    job->visit->size = job->seat->size;
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

// A link for the party that was invited, told once.
static const char *invite(struct site_visit *visit)
{
    struct session_seat seat = {.role = ROLE_PARTY};
    const char *party = visit_field(visit, "party");
    if (!party || !party[0])
        party = visit_field(visit, "id");
    snprintf(seat.case_id, sizeof seat.case_id, "%s", visit->case_id);
    snprintf(seat.party, sizeof seat.party, "%s", party);
    return arena_print(visit->arena, "%s/link/%s", visit->site->origin,
                       sessions_link(visit->site->sessions, &seat, loop_now()))
        .bytes;
}

static void after(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    if (strcmp(visit_field(visit, "act"), "invite") == 0)
        job->words = arena_print(visit->arena, "The link for %s, shown once: %s",
                                 visit_field(visit, visit_field(visit, "party") ? "party" : "id"),
                                 invite(visit))
                         .bytes;
    if (visit->is_api) {
        job->bytes = told_as_json(job);
        case_job_reply(job);
        return;
    }
    if (visit->session && job->words)
        session_tell(visit->session, MESSAGE_DONE, job->words);
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
