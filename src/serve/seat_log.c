// SPDX-License-Identifier: Apache-2.0
// What a seat knows of the record: how long its logs are, and what came to them since. Of entries only what
// they were about is read, never what they made of their items.
#include "base/builder.h"
#include "codec/json.h"
#include "serve/cases.h"

#include <inttypes.h>
#include <stdio.h>

// --- The record, as the door tells of it

// The value that the options ask for; it lies in the arena.
static bool ask(const struct case_seat *seat, const struct entente_log_options *options,
                struct arena *arena, const struct json **said, struct entente_error *error)
{
    struct entente_answer *answer = NULL;
    struct error inner;
    struct str text;
    if (!entente_case_log(options, seat->handle, NULL, &answer, error))
        return false;
    text.bytes = entente_answer_output(answer, &text.length);
    bool done =
        json_read(STR("log"), arena_copy(arena, text), &input_limits_default, arena, said, &inner);
    entente_answer_free(answer);
    if (!done)
        snprintf(error->message, sizeof error->message, "%s", inner.message);
    return done;
}

static uint64_t number_of(const struct json *object, const char *name)
{
    int64_t number;
    return json_whole(json_member(object, name), &number) && number > 0 ? (uint64_t)number : 0;
}

static bool is_open(struct str audience)
{
    return str_equal(audience, STR("all")) || str_equal(audience, STR("public"));
}

static struct seat_log *log_of(struct seat_logs *logs, struct str audience)
{
    size_t i = 0;
    while (i < logs->count && !str_equal(str_of(logs->all[i].audience), audience))
        i++;
    if (i == SEAT_LOGS_MAX || audience.length >= sizeof logs->all[i].audience)
        return NULL;
    if (i == logs->count) {
        logs->all[logs->count++] = (struct seat_log){.size = 0};
        memcpy(logs->all[i].audience, audience.bytes, audience.length);
    }
    return &logs->all[i];
}

static void note_size(struct seat_logs *logs, struct str audience, uint64_t size)
{
    struct seat_log *log = log_of(logs, audience);
    if (log && log->size < size)
        log->size = size;
}

// Entries that all parties may read, as pages count them.
static uint64_t open_size(const struct seat_logs *logs)
{
    uint64_t size = 0;
    for (size_t i = 0; i < logs->count; i++)
        size += is_open(str_of(logs->all[i].audience)) ? logs->all[i].size : 0;
    return size;
}

static bool read_sizes(const struct case_seat *seat, struct arena *arena, struct seat_logs *logs,
                       struct entente_error *error)
{
    struct entente_log_options options = {
        .size = sizeof options, .form = ENTENTE_CASE_JSON, .part = ENTENTE_LOG_SIZES};
    const struct json *said;
    if (!ask(seat, &options, arena, &said, error))
        return false;
    const struct json *heads = json_member(said, "logs");
    logs->count = 0;
    for (size_t i = 0; heads && i < heads->count; i++)
        note_size(logs, json_text(&heads->items[i], "audience"),
                  number_of(&heads->items[i], "size"));
    return true;
}

// "all 12, public 3"; of the logs for all without their last `unseen` entries.
static const char *known_of(const struct seat_logs *logs, uint64_t unseen, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < logs->count; i++) {
        const struct seat_log *log = &logs->all[i];
        uint64_t back = is_open(str_of(log->audience)) ? unseen : 0;
        builder_print(&out, "%s%s %" PRIu64, i > 0 ? ", " : "", log->audience,
                      log->size > back ? log->size - back : 0);
    }
    return arena_c_string(arena, builder_str(&out));
}

static struct seat_entry entry_of(const struct json *said)
{
    const struct json *slots = json_member(said, "slots");
    bool is_about = slots && slots->count > 0;
    return (struct seat_entry){.act = json_text(said, "act"),
                               .by = json_text(said, "by"),
                               .time = json_text(said, "time"),
                               .slot = is_about ? slots->items[0].text : STR(""),
                               .party = json_text(said, "party"),
                               .is_open = is_open(json_text(said, "audience"))};
}

// Entries behind what is known, in order; the logs are as long then as these say.
static bool read_entries(const struct case_seat *seat, const char *known, const char *slot,
                         struct arena *arena, struct seat_logs *logs, struct list *entries,
                         struct entente_error *error)
{
    struct entente_log_options options = {.size = sizeof options,
                                          .form = ENTENTE_CASE_JSON,
                                          .after = known,
                                          .part = ENTENTE_LOG_BRIEF,
                                          .slot = slot};
    const struct json *said;
    if (!ask(seat, &options, arena, &said, error))
        return false;
    const struct json *listed = json_member(said, "entries");
    for (size_t i = 0; listed && i < listed->count; i++) {
        const struct json *each = &listed->items[i];
        note_size(logs, json_text(each, "audience"), number_of(each, "at") + 1);
        *LIST_ADD(entries, struct seat_entry) = entry_of(each);
    }
    return true;
}

// --- What a seat asks

bool seat_size(const struct case_seat *seat, uint64_t *size, struct entente_error *error)
{
    struct arena *arena = arena_open_small();
    struct seat_logs *logs = ARENA_NEW(arena, struct seat_logs);
    bool done = read_sizes(seat, arena, logs, error);
    if (done)
        *size = open_size(logs);
    arena_close(arena);
    return done;
}

bool seat_since(const struct case_seat *seat, const char *slot, uint64_t size, struct arena *arena,
                struct list *entries, struct entente_error *error)
{
    struct seat_logs *logs = ARENA_NEW(arena, struct seat_logs);
    struct list listed = LIST_MAKE(arena, struct seat_entry);
    *entries = LIST_MAKE(arena, struct seat_entry);
    if (!read_sizes(seat, arena, logs, error))
        return false;
    uint64_t now = open_size(logs);
    if (now <= size)
        return true;
    // In each log entries stand in the order of their times: what is unseen are the last of all logs
    // together, which are among the last of each.
    if (!read_entries(seat, known_of(logs, now - size, arena), slot, arena, logs, &listed, error))
        return false;
    uint64_t seen = listed.count;
    for (size_t i = 0; i < listed.count; i++)
        seen -= !LIST_AT(&listed, struct seat_entry, i)->is_open;
    seen -= open_size(logs) - size < seen ? open_size(logs) - size : seen;
    for (size_t i = 0; i < listed.count; i++) {
        const struct seat_entry *entry = LIST_AT(&listed, struct seat_entry, i);
        if (entry->is_open && seen > 0)
            seen--;
        else if (entry->is_open && entry->slot.length > 0)
            *LIST_ADD(entries, struct seat_entry) = *entry;
    }
    return true;
}

bool seat_read_on(struct case_seat *seat, struct arena *arena, struct list *entries,
                  struct entente_error *error)
{
    *entries = LIST_MAKE(arena, struct seat_entry);
    if (!seat->is_told)
        return seat->is_told = read_sizes(seat, arena, &seat->told, error);
    uint64_t size = open_size(&seat->told);
    if (!read_entries(seat, known_of(&seat->told, 0, arena), NULL, arena, &seat->told, entries,
                      error))
        return false;
    for (size_t i = 0; i < entries->count; i++) {
        struct seat_entry *entry = LIST_AT(entries, struct seat_entry, i);
        size += entry->is_open;
        entry->size = size;
    }
    return true;
}

uint64_t seat_read_to(const struct case_seat *seat)
{
    return open_size(&seat->told);
}
