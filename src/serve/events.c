// SPDX-License-Identifier: Apache-2.0
// Each listener's line is the gate's alone (gate_stream.h). What is told is written once for all who may see
// the same, and goes to each in one call.
#include "serve/events.h"

#include "base/memory.h"
#include "codec/json.h"
#include "serve/gate_stream.h"
#include "serve/site.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    BEAT_MS = 15 * 1000,
    TOLD_AT_ONCE = 200, // entries told one by one; more are told as one
};

struct event_stream {
    struct case_file *file;
    struct gate_line *line; // owned by the gate, which says when it ends
    // The stream ends with it. NULL: it has ended, and nothing more is told
    const struct session *session;
    char viewer[SESSION_NAME_MAX];
    char shown[SESSION_NAME_MAX]; // who it is, as others are told; "": the secretariat
    int64_t last;
    bool is_new; // not told yet how long the record is
};

struct streams {
    struct event_stream **all;
    size_t count, room;
};

static void *grown(void *memory, size_t bytes)
{
    void *more = realloc(memory, bytes);
    if (!more)
        memory_exhausted(bytes);
    return more;
}

// --- One listener

static void put(struct event_stream *stream, struct str chunk)
{
    if (!stream->session)
        return;
    stream->last = loop_now();
    gate_stream_tell(stream->line, chunk);
}

static void put_text(struct event_stream *stream, struct str text)
{
    struct arena *arena = arena_open_small();
    put(stream, gate_stream_chunk(text, arena));
    arena_close(arena);
}

// --- All that listen to a case

// The first who is shown as this party. NULL: nobody is
static struct event_stream *shown_as(const struct streams *streams, const char *party)
{
    for (size_t i = 0; i < streams->count; i++)
        if (strcmp(streams->all[i]->shown, party) == 0)
            return streams->all[i];
    return NULL;
}

// Who else is here, as an event: the parties whose pages are open.
static struct str here_now(const struct streams *streams, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add(&out, STR("event: here\ndata: "));
    struct json_writer writer = json_writer_make(&out, 0);
    json_begin_object(&writer);
    json_name(&writer, "parties");
    json_begin_array(&writer);
    for (size_t i = 0; i < streams->count; i++) {
        const char *party = streams->all[i]->shown;
        if (party[0] && shown_as(streams, party) == streams->all[i])
            json_str(&writer, str_of(party));
    }
    json_end_array(&writer);
    json_end_object(&writer);
    builder_add(&out, STR("\n\n"));
    return gate_stream_chunk(builder_str(&out), arena);
}

static void tell_all_who_is_here(const struct streams *streams)
{
    struct arena *arena = arena_open_small();
    struct str here = here_now(streams, arena);
    for (size_t i = 0; i < streams->count; i++)
        put(streams->all[i], here);
    arena_close(arena);
}

static void leave(void *self)
{
    struct event_stream *stream = self;
    struct streams *streams = stream->file->streams;
    for (size_t i = 0; i < streams->count; i++)
        if (streams->all[i] == stream) {
            streams->all[i] = streams->all[--streams->count];
            break;
        }
    if (stream->shown[0] && !shown_as(streams, stream->shown))
        tell_all_who_is_here(streams);
    free(stream);
}

static void come(struct streams *streams, struct event_stream *stream)
{
    bool is_known = !stream->shown[0] || shown_as(streams, stream->shown);
    if (streams->count == streams->room) {
        streams->room = streams->room * 2 + 16;
        streams->all = grown(streams->all, streams->room * sizeof(struct event_stream *));
    }
    streams->all[streams->count++] = stream;
    put_text(stream, STR("retry: 2000\n\n"));
    if (!is_known) {
        tell_all_who_is_here(streams);
        return;
    }
    // To the others it is no news.
    struct arena *arena = arena_open_small();
    put(stream, here_now(streams, arena));
    arena_close(arena);
}

void events_answer(struct site_visit *visit)
{
    struct case_file *file = cases_find(&visit->site->cases, visit->case_id);
    if (!file || visit->method == HEAD_HEAD) {
        visit_refuse(visit, file ? 405 : 404, file ? "Not in this way" : "There is no such case",
                     NULL);
        return;
    }
    struct event_stream *stream = grown(NULL, sizeof *stream);
    const char *viewer =
        visit->seat.role == ROLE_HOST ? visit->site->cases.viewer : visit->seat.party;
    *stream = (struct event_stream){.file = file, .session = visit->session, .is_new = true};
    snprintf(stream->viewer, sizeof stream->viewer, "%s", viewer ? viewer : "");
    snprintf(stream->shown, sizeof stream->shown, "%s", viewer ? viewer : "");
    visit_reply_stream(visit);
    stream->line =
        gate_stream_open(visit->site->gate, visit_descriptor(visit->connection), leave, stream);
    if (!stream->line) {
        free(stream);
        return;
    }
    if (!file->streams) {
        file->streams = grown(NULL, sizeof *file->streams);
        memset(file->streams, 0, sizeof *file->streams);
    }
    // What came since its page was made is in no event to come: it is told where the record stands.
    file->stamp = (struct case_stamp){{0, 0}, {0, 0}};
    come(file->streams, stream);
    events_look(visit->site);
}

// --- What is new

struct events_job {
    struct clerk_job job; // first
    struct site *site;
    struct case_file *file;
    struct arena *arena; // opened and closed on the network's thread; the clerk's meanwhile
    struct case_stamp stamp;
    struct events_row {
        char viewer[SESSION_NAME_MAX];
        struct session_seat who;
        bool has_new;     // among those who listen
        struct str chunk; // length 0: nothing
    } * rows;
    size_t row_count;
};

static void write_event(struct builder *out, const struct seat_entry *entry)
{
    builder_add(out, STR("event: changed\ndata: "));
    struct json_writer writer = json_writer_make(out, 0);
    json_begin_object(&writer);
    json_member_int(&writer, "size", (int64_t)entry->size);
    json_member_str(&writer, "by", entry->by.length > 0 ? entry->by : entry->party);
    json_member_str(&writer, "kind", entry->act);
    json_member_str(&writer, "time", entry->time);
    if (entry->slot.length > 0)
        json_member_str(&writer, "slot", entry->slot);
    json_end_object(&writer);
    builder_add(out, STR("\n\n"));
}

static void write_place(struct builder *out, uint64_t size)
{
    builder_add(out, STR("event: at\ndata: "));
    struct json_writer writer = json_writer_make(out, 0);
    json_begin_object(&writer);
    json_member_int(&writer, "size", (int64_t)size);
    json_end_object(&writer);
    builder_add(out, STR("\n\n"));
}

static void run(struct clerk_job *clerk_job)
{
    struct events_job *job = (struct events_job *)(void *)clerk_job;
    for (size_t i = 0; i < job->row_count; i++) {
        struct events_row *row = &job->rows[i];
        struct entente_error error;
        struct case_seat *seat;
        struct builder out = builder_make(job->arena);
        struct list entries;
        if (!seat_of(&job->site->cases, job->file, ROOM_ACTS, &row->who, &seat, &error) ||
            !seat_read_on(seat, job->arena, &entries, &error))
            continue;
        size_t from = entries.count > TOLD_AT_ONCE ? entries.count - 1 : 0;
        for (size_t at = from; at < entries.count; at++)
            write_event(&out, LIST_AT(&entries, struct seat_entry, at));
        if (row->has_new)
            write_place(&out, seat_read_to(seat));
        if (out.length > 0)
            row->chunk = gate_stream_chunk(builder_str(&out), job->arena);
    }
}

static void done(struct clerk_job *clerk_job)
{
    struct events_job *job = (struct events_job *)(void *)clerk_job;
    struct streams *streams = job->file->streams;
    for (size_t i = 0; i < job->row_count; i++) {
        const struct events_row *row = &job->rows[i];
        for (size_t j = 0; row->chunk.length > 0 && j < streams->count; j++)
            if (strcmp(streams->all[j]->viewer, row->viewer) == 0) {
                streams->all[j]->is_new = streams->all[j]->is_new && !row->has_new;
                put(streams->all[j], row->chunk);
            }
    }
    job->file->is_told = false;
    arena_close(job->arena);
}

static void add_row(struct events_job *job, const struct event_stream *stream)
{
    const char *host = job->site->cases.viewer ? job->site->cases.viewer : "";
    size_t i = 0;
    while (i < job->row_count && strcmp(job->rows[i].viewer, stream->viewer) != 0)
        i++;
    if (i == SEATS_MAX)
        return;
    struct events_row *row = &job->rows[i];
    row->has_new = row->has_new || stream->is_new;
    if (i < job->row_count)
        return;
    job->row_count++;
    row->who.role = strcmp(stream->viewer, host) == 0 ? ROLE_HOST : ROLE_PARTY;
    memcpy(row->viewer, stream->viewer, sizeof row->viewer);
    memcpy(row->who.party, stream->viewer, sizeof row->who.party);
}

static void look_at(struct site *site, struct case_file *file)
{
    struct case_stamp stamp = case_stamp_of(file);
    if (!file->streams || file->streams->count == 0 || file->is_told ||
        case_stamp_equal(&stamp, &file->stamp))
        return;
    struct arena *arena = arena_open();
    struct events_job *job = ARENA_NEW(arena, struct events_job);
    *job = (struct events_job){
        .job = {.run = run, .done = done}, .site = site, .file = file, .arena = arena};
    job->rows = ARENA_ARRAY(arena, struct events_row, SEATS_MAX);
    for (size_t i = 0; i < file->streams->count; i++)
        add_row(job, file->streams->all[i]);
    file->stamp = stamp;
    file->is_told = true;
    clerk_give(site->clerks[ROOM_ACTS], &job->job);
}

void events_look(struct site *site)
{
    for (size_t i = 0; i < site->cases.count; i++)
        look_at(site, site->cases.all[i]);
}

void events_session_ended(void *self, const struct session *session)
{
    const struct cases *cases = &((struct site *)self)->cases;
    for (size_t i = 0; i < cases->count; i++) {
        const struct streams *streams = cases->all[i]->streams;
        for (size_t j = 0; streams && j < streams->count; j++)
            if (streams->all[j]->session == session) {
                streams->all[j]->session = NULL;
                gate_stream_cut(streams->all[j]->line);
            }
    }
}

void events_sweep(struct site *site)
{
    int64_t now = loop_now();
    for (size_t i = 0; i < site->cases.count; i++) {
        const struct streams *streams = site->cases.all[i]->streams;
        for (size_t j = 0; streams && j < streams->count; j++) {
            const struct session *session = streams->all[j]->session;
            if (session && session_is_over(session, now))
                sessions_end(site->sessions, session);
            else if (streams->all[j]->last + BEAT_MS <= now)
                put_text(streams->all[j], STR(": still here\n\n"));
        }
    }
}

void events_close(struct site *site)
{
    for (size_t i = 0; i < site->cases.count; i++) {
        struct streams *streams = site->cases.all[i]->streams;
        if (streams)
            free(streams->all);
        free(streams);
        site->cases.all[i]->streams = NULL;
    }
}
