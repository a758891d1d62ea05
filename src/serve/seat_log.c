// SPDX-License-Identifier: Apache-2.0
// What a seat knows of the record: read on from where it was.
#include "base/builder.h"
#include "base/memory.h"
#include "codec/json.h"
#include "serve/cases.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static char *keep(struct str text)
{
    char *kept = strndup(text.bytes ? text.bytes : "", text.length);
    if (!kept)
        memory_exhausted(text.length);
    return kept;
}

// Which open places a change is about.
static void add_slot(struct builder *slots, const struct json *change, struct str kind)
{
    const struct json *set = json_member(change, "set");
    struct str id = str_equal(kind, STR("slot")) ? json_text(change, "id") : json_text(set, "slot");
    if (id.length == 0)
        return;
    builder_add(slots, id);
    builder_add_byte(slots, '\n');
}

static void entry_read(const struct json *said, struct arena *arena, struct seat_entry *entry)
{
    const struct json *changes = json_member(said, "changes");
    struct builder slots = builder_make(arena);
    struct str party = {NULL, 0};
    struct str audience = json_text(said, "audience");
    for (size_t i = 0; changes && i < changes->count; i++) {
        struct str kind = json_text(&changes->items[i], "kind");
        add_slot(&slots, &changes->items[i], kind);
        if (!str_equal(kind, STR("slot")) && party.length == 0)
            party = json_text(json_member(&changes->items[i], "set"), "party");
    }
    *entry = (struct seat_entry){.act = keep(json_text(said, "act")),
                                 .by = keep(json_text(said, "by")),
                                 .time = keep(json_text(said, "time")),
                                 .slots = keep(builder_str(&slots)),
                                 .party = keep(party),
                                 .is_open = str_equal(audience, STR("all")) ||
                                            str_equal(audience, STR("public"))};
}

static void note_log(struct case_seat *seat, const struct json *said)
{
    struct str audience = json_text(said, "audience");
    int64_t at;
    if (!json_whole(json_member(said, "at"), &at) || at < 0)
        return;
    size_t i = 0;
    while (i < seat->log_count && !str_equal(str_of(seat->logs[i].audience), audience))
        i++;
    if (i == sizeof seat->logs / sizeof *seat->logs ||
        audience.length >= sizeof seat->logs[i].audience)
        return;
    if (i == seat->log_count) {
        seat->log_count++;
        memcpy(seat->logs[i].audience, audience.bytes, audience.length);
        seat->logs[i].audience[audience.length] = '\0';
    }
    if ((uint64_t)at >= seat->logs[i].size)
        seat->logs[i].size = (uint64_t)at + 1;
}

static void entries_add(struct case_seat *seat, const struct json *entries, struct arena *arena)
{
    for (size_t i = 0; entries && i < entries->count; i++) {
        if (seat->count == seat->room) {
            size_t room = seat->room * 2 + 64;
            void *more = realloc(seat->entries, room * sizeof *seat->entries);
            if (!more)
                memory_exhausted(room);
            seat->entries = more;
            seat->room = room;
        }
        struct seat_entry *entry = &seat->entries[seat->count++];
        entry_read(&entries->items[i], arena, entry);
        seat->size += entry->is_open;
        entry->size = seat->size;
        note_log(seat, &entries->items[i]);
    }
}

static const char *known_of(const struct case_seat *seat, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < seat->log_count; i++)
        builder_print(&out, "%s%s %" PRIu64, i > 0 ? ", " : "", seat->logs[i].audience,
                      seat->logs[i].size);
    return arena_c_string(arena, builder_str(&out));
}

bool seat_read_on(struct case_seat *seat, struct entente_error *error)
{
    struct arena *arena = arena_open();
    struct entente_log_options options = {
        .size = sizeof options, .form = ENTENTE_CASE_JSON, .after = known_of(seat, arena)};
    struct entente_answer *answer = NULL;
    struct error inner;
    struct str text;
    const struct json *said;
    bool done = entente_case_log(&options, seat->handle, NULL, &answer, error);
    if (done) {
        text.bytes = entente_answer_output(answer, &text.length);
        done = json_read(STR("log"), text, &input_limits_default, arena, &said, &inner);
        if (done)
            entries_add(seat, json_member(said, "entries"), arena);
        else
            snprintf(error->message, sizeof error->message, "%s", inner.message);
        entente_answer_free(answer);
    }
    arena_close(arena);
    return done;
}
