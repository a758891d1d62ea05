// SPDX-License-Identifier: Apache-2.0
#include "serve/sessions.h"

#include "base/memory.h"

#include <sodium.h>
#include <stdlib.h>

enum {
    SESSIONS_MAX = 2000,
    LINKS_MAX = 500,
    TRIES_MAX = 500,
    TRIES_FREE = 3, // wrong passphrases before a wait begins
    WAIT_MS = 1000, // doubles with each further one
    WAIT_DOUBLINGS = 8,
};
static const int64_t session_ms = (int64_t)12 * 3600 * 1000;
static const int64_t link_ms = (int64_t)LINK_DAYS * 24 * 3600 * 1000;

struct session_tries {
    char name[SESSION_NAME_MAX];
    unsigned wrong;
    int64_t last;
};

struct sessions {
    struct session *all[SESSIONS_MAX];
    size_t count;
    struct session_link links[LINKS_MAX];
    size_t link_count;
    char told[SECRET_DIGITS + 1]; // the secret of the newest link, until it was given on
    struct session_tries tries[TRIES_MAX];
    size_t tries_count;
    session_ended *ended; // NULL: nobody is told
    void *ended_self;
};

void secret_make(char text[SECRET_DIGITS + 1])
{
    unsigned char bytes[SECRET_DIGITS / 2];
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(text, SECRET_DIGITS + 1, bytes, sizeof bytes);
}

bool secret_equal(struct str a, const char *b)
{
    return a.length == SECRET_DIGITS && sodium_memcmp(a.bytes, b, SECRET_DIGITS) == 0;
}

struct sessions *sessions_open(void)
{
    struct sessions *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    return made;
}

static void session_free(struct session *session)
{
    free(session->message);
    sodium_memzero(session, sizeof *session);
    free(session);
}

void sessions_close(struct sessions *sessions)
{
    for (size_t i = 0; i < sessions->count; i++)
        session_free(sessions->all[i]);
    sodium_memzero(sessions, sizeof *sessions);
    free(sessions);
}

// --- Links

static size_t oldest_link(const struct sessions *sessions)
{
    size_t oldest = 0;
    for (size_t i = 1; i < sessions->link_count; i++)
        if (sessions->links[i].ends_at < sessions->links[oldest].ends_at)
            oldest = i;
    return oldest;
}

static void link_hash(struct str secret, char hash[LINK_DIGITS + 1])
{
    unsigned char bytes[LINK_DIGITS / 2];
    crypto_generichash(bytes, sizeof bytes, (const unsigned char *)secret.bytes, secret.length,
                       NULL, 0);
    sodium_bin2hex(hash, LINK_DIGITS + 1, bytes, sizeof bytes);
}

void sessions_take_link(struct sessions *sessions, const struct session_link *link)
{
    size_t at = sessions->link_count < LINKS_MAX ? sessions->link_count++ : oldest_link(sessions);
    sessions->links[at] = *link;
}

const struct session_link *sessions_link_at(const struct sessions *sessions, size_t number)
{
    return number < sessions->link_count ? &sessions->links[number] : NULL;
}

const char *sessions_link(struct sessions *sessions, const struct session_seat *seat, int64_t now)
{
    struct session_link link = {.seat = *seat, .ends_at = now + link_ms};
    secret_make(sessions->told);
    link_hash(str_of(sessions->told), link.hash);
    sessions_take_link(sessions, &link);
    return sessions->told;
}

static struct session_link *link_of(struct sessions *sessions, struct str secret, int64_t now)
{
    struct session_link *found = NULL;
    char hash[LINK_DIGITS + 1];
    link_hash(secret, hash);
    for (size_t i = 0; i < sessions->link_count; i++)
        if (sodium_memcmp(hash, sessions->links[i].hash, LINK_DIGITS) == 0 &&
            sessions->links[i].ends_at > now)
            found = &sessions->links[i];
    return found;
}

const struct session_seat *sessions_look(struct sessions *sessions, struct str secret, int64_t now)
{
    const struct session_link *link = link_of(sessions, secret, now);
    return link ? &link->seat : NULL;
}

bool sessions_use(struct sessions *sessions, struct str secret, int64_t now,
                  struct session_seat *seat)
{
    struct session_link *link = link_of(sessions, secret, now);
    if (!link)
        return false;
    *seat = link->seat;
    *link = sessions->links[--sessions->link_count];
    return true;
}

// --- Sessions

static void drop(struct sessions *sessions, size_t at)
{
    if (sessions->ended)
        sessions->ended(sessions->ended_self, sessions->all[at]);
    session_free(sessions->all[at]);
    sessions->all[at] = sessions->all[--sessions->count];
}

void sessions_watch(struct sessions *sessions, session_ended *ended, void *self)
{
    sessions->ended = ended;
    sessions->ended_self = self;
}

bool session_is_over(const struct session *session, int64_t now)
{
    return session->used_at + session_ms < now;
}

struct session *sessions_begin(struct sessions *sessions, const struct session_seat *seat,
                               int64_t now)
{
    size_t oldest = 0;
    for (size_t i = sessions->count; i-- > 0;)
        if (session_is_over(sessions->all[i], now))
            drop(sessions, i);
    for (size_t i = 1; i < sessions->count; i++)
        if (sessions->all[i]->used_at < sessions->all[oldest]->used_at)
            oldest = i;
    if (sessions->count == SESSIONS_MAX)
        drop(sessions, oldest);
    struct session *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    made->seat = *seat;
    made->used_at = now;
    secret_make(made->name);
    secret_make(made->token);
    sessions->all[sessions->count++] = made;
    return made;
}

struct session *sessions_find(struct sessions *sessions, struct str name, int64_t now)
{
    struct session *found = NULL;
    for (size_t i = 0; i < sessions->count; i++)
        if (secret_equal(name, sessions->all[i]->name))
            found = sessions->all[i];
    if (!found || session_is_over(found, now))
        return NULL;
    found->used_at = now;
    return found;
}

void sessions_end(struct sessions *sessions, const struct session *session)
{
    for (size_t i = 0; i < sessions->count; i++)
        if (sessions->all[i] == session) {
            drop(sessions, i);
            return;
        }
}

static bool is_seat_of(const struct session_seat *seat, const char *case_id, const char *party)
{
    return seat->role == ROLE_PARTY && strcmp(seat->case_id, case_id) == 0 &&
           strcmp(seat->party, party) == 0;
}

struct sessions_taken sessions_take_back(struct sessions *sessions, const char *case_id,
                                         const char *party)
{
    struct sessions_taken taken = {0, 0};
    for (size_t i = sessions->link_count; i-- > 0;)
        if (is_seat_of(&sessions->links[i].seat, case_id, party)) {
            sessions->links[i] = sessions->links[--sessions->link_count];
            taken.links++;
        }
    for (size_t i = sessions->count; i-- > 0;)
        if (is_seat_of(&sessions->all[i]->seat, case_id, party)) {
            drop(sessions, i);
            taken.sessions++;
        }
    return taken;
}

void session_tell(struct session *session, enum session_message kind, const char *words)
{
    free(session->message);
    session->message = words ? strdup(words) : NULL;
    session->message_kind = kind;
}

// --- Wrong passphrases

static struct session_tries *tries_of(struct sessions *sessions, struct str name)
{
    for (size_t i = 0; i < sessions->tries_count; i++)
        if (str_equal(str_of(sessions->tries[i].name), name))
            return &sessions->tries[i];
    return NULL;
}

bool sessions_may_try(struct sessions *sessions, struct str name, int64_t now)
{
    const struct session_tries *tries = tries_of(sessions, name);
    if (!tries || tries->wrong < TRIES_FREE)
        return true;
    unsigned doublings = tries->wrong - TRIES_FREE;
    int64_t wait = (int64_t)WAIT_MS << (doublings < WAIT_DOUBLINGS ? doublings : WAIT_DOUBLINGS);
    return tries->last + wait <= now;
}

void sessions_tried(struct sessions *sessions, struct str name, bool was_right, int64_t now)
{
    struct session_tries *tries = tries_of(sessions, name);
    if (was_right && tries)
        *tries = sessions->tries[--sessions->tries_count];
    if (was_right || name.length >= SESSION_NAME_MAX)
        return;
    if (!tries) {
        size_t at = sessions->tries_count < TRIES_MAX ? sessions->tries_count++ : 0;
        tries = &sessions->tries[at];
        *tries = (struct session_tries){.wrong = 0};
        memcpy(tries->name, name.bytes, name.length);
    }
    tries->wrong++;
    tries->last = now;
}
