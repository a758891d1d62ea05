// SPDX-License-Identifier: Apache-2.0
// TALKS.entente-invitations, a line for each link:
//
//   64 hex digits: the hash of its secret   blank   seconds since 1970 at which it ends   blank   the party
#include "serve/invitations.h"

#include "base/builder.h"
#include "base/checked.h"
#include "base/file.h"
#include "serve/loop.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const size_t invitations_bytes_max = (size_t)1 << 20;

static const char *path_of(const struct case_file *file, struct arena *arena)
{
    return arena_print(arena, "%s-invitations", file->path).bytes;
}

static void take_line(const struct case_file *file, struct str line, int64_t now, int64_t clock,
                      struct sessions *sessions)
{
    struct session_link link = {.seat = {.role = ROLE_PARTY}};
    struct str hash;
    struct str seconds;
    int64_t ends;
    if (!str_cut(&line, ' ', &hash) || !str_cut(&line, ' ', &seconds) ||
        hash.length != LINK_DIGITS || line.length == 0 || line.length >= SESSION_NAME_MAX ||
        !checked_parse(seconds, &ends) || ends <= clock || ends > clock + LINK_DAYS * 24 * 3600)
        return;
    memcpy(link.hash, hash.bytes, hash.length);
    memcpy(link.seat.party, line.bytes, line.length);
    snprintf(link.seat.case_id, sizeof link.seat.case_id, "%s", file->id);
    link.ends_at = now + (ends - clock) * 1000;
    sessions_take_link(sessions, &link);
}

void invitations_read(const struct cases *cases, struct sessions *sessions)
{
    struct arena *arena = arena_open();
    for (size_t i = 0; i < cases->count; i++) {
        struct str text;
        struct str line;
        struct error unread;
        if (cases->all[i]->is_database ||
            !file_read(path_of(cases->all[i], arena), invitations_bytes_max, arena, &text, &unread))
            continue;
        while (str_cut(&text, '\n', &line))
            take_line(cases->all[i], line, loop_now(), time(NULL), sessions);
    }
    arena_close(arena);
}

bool invitations_write(const struct case_file *file, struct sessions *sessions, struct error *error)
{
    if (file->is_database)
        return true;
    struct arena *arena = arena_open_small();
    struct builder out = builder_make(arena);
    const char *path = path_of(file, arena);
    int64_t now = loop_now();
    int64_t clock = time(NULL);
    const struct session_link *link;
    for (size_t i = 0; (link = sessions_link_at(sessions, i)); i++)
        if (link->ends_at > now && strcmp(link->seat.case_id, file->id) == 0)
            builder_print(&out, "%s %" PRId64 " %s\n", link->hash,
                          clock + (link->ends_at - now) / 1000, link->seat.party);
    // An empty file first: whatever comes then, a link that was used is not found again.
    bool done = file_write_private(path, builder_str(&out), error);
    if (done && out.length == 0)
        unlink(path);
    arena_close(arena);
    return done;
}
