// SPDX-License-Identifier: Apache-2.0
// Who is here: one-time links, and the sessions that they or a passphrase began. Kept in memory alone, but
// for the links of invited parties (invitations.h).

#ifndef ENTENTE_SERVE_SESSIONS_H
#define ENTENTE_SERVE_SESSIONS_H

#include "base/str.h"

enum { SECRET_DIGITS = 32, LINK_DIGITS = 64, LINK_DAYS = 7, SESSION_NAME_MAX = 100 };

// What somebody may do. The table of routes says where.
enum session_role { ROLE_NOBODY = 0, ROLE_PARTY = 1, ROLE_HOST = 2 };
enum { ROLES_ALL = ROLE_PARTY | ROLE_HOST };

// For whom a link or a session stands. Empty: the host, who holds all cases.
struct session_seat {
    enum session_role role;
    char case_id[SESSION_NAME_MAX];
    char party[SESSION_NAME_MAX];
    bool is_sealed; // the party's keys are in its own page, and never here
};

enum session_message { MESSAGE_DONE, MESSAGE_TOLD, MESSAGE_REFUSED };

struct session {
    char name[SECRET_DIGITS + 1];  // the cookie
    char token[SECRET_DIGITS + 1]; // goes into every form
    struct session_seat seat;
    int64_t used_at;
    char *message; // shown on the next page, once; malloc, NULL: none
    enum session_message message_kind;
};

// A link, of which the secret itself is not kept.
struct session_link {
    char hash[LINK_DIGITS + 1];
    struct session_seat seat;
    int64_t ends_at;
};

struct sessions;

typedef void session_ended(void *self, const struct session *session);

struct sessions *sessions_open(void);
void sessions_close(struct sessions *sessions);

// A link that is good once. The text holds until the next call.
const char *sessions_link(struct sessions *sessions, const struct session_seat *seat, int64_t now);
// The seat of a link, which stays good; NULL: it is none, or used.
const struct session_seat *sessions_look(struct sessions *sessions, struct str secret, int64_t now);
// The same, and the link is used up.
bool sessions_use(struct sessions *sessions, struct str secret, int64_t now,
                  struct session_seat *seat);

// A link that was made before the program began.
void sessions_take_link(struct sessions *sessions, const struct session_link *link);
// NULL: past the last.
const struct session_link *sessions_link_at(const struct sessions *sessions, size_t number);

// Begins a session.
struct session *sessions_begin(struct sessions *sessions, const struct session_seat *seat,
                               int64_t now);
// The session of this name, NULL: there is none. It lives until sessions_end or the next sessions_begin.
struct session *sessions_find(struct sessions *sessions, struct str name, int64_t now);
void sessions_end(struct sessions *sessions, const struct session *session);
// How much was taken back from a party.
struct sessions_taken {
    size_t links;
    size_t sessions;
};
// Takes back what let a party of a case in: links that nobody used are void, its sessions end.
struct sessions_taken sessions_take_back(struct sessions *sessions, const char *case_id,
                                         const char *party);
// Nobody has used it for so long that it opens nothing any more.
bool session_is_over(const struct session *session, int64_t now);
// Who hears, just before, that a session ends, in whatever way: what it holds open ends with it.
void sessions_watch(struct sessions *sessions, session_ended *ended, void *self);
// A line for the session's next page.
void session_tell(struct session *session, enum session_message kind, const char *words);

// May somebody try a passphrase for this name now? After wrong ones there is a growing wait.
bool sessions_may_try(struct sessions *sessions, struct str name, int64_t now);
void sessions_tried(struct sessions *sessions, struct str name, bool was_right, int64_t now);

// Fresh random hex digits.
void secret_make(char text[SECRET_DIGITS + 1]);
bool secret_equal(struct str a, const char *b);

#endif
