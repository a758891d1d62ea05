// SPDX-License-Identifier: Apache-2.0
// The cases that are served, and their handles: one for each who looks, in each room.
//
// What is marked "clerk" is for a clerk's threads alone, the rest for the network's.

#ifndef ENTENTE_SERVE_CASES_H
#define ENTENTE_SERVE_CASES_H

#include "base/error.h"
#include "base/list.h"
#include "serve/sessions.h"

#include <entente/case.h>
#include <pthread.h>
#include <stdatomic.h>

enum { CASES_MAX = 20000, SEATS_MAX = 250 };

// Each room has a clerk and handles of its own, so that what takes long in one does not hold up the others.
enum case_room {
    ROOM_ACTS, // the one writer of what is small, and the events: acts that wait share one wait for the disk
    ROOM_PAGES, // pages and what the API reads
    ROOM_LONG,  // drafts, downloads, timetables and packages: what may take seconds
    ROOM_DOOR,  // passphrases, each of which is made to take long
    ROOMS,
};

// How a case's file stood when it was looked at: any writer changes it. Of a case in a database, how many
// changes were heard of.
struct case_stamp {
    int64_t times[2], bytes[2];
};
bool case_stamp_equal(const struct case_stamp *a, const struct case_stamp *b);
// Is the last change so long ago that another would show? The clock of files goes in steps.
bool case_stamp_is_settled(const struct case_stamp *stamp);

// An entry of the record, as much of it as an act and an event need.
struct seat_entry {
    struct str act, by, time;
    struct str slot;  // the first that it is about; empty: none
    struct str party; // whose stance, draft or comment it is
    bool is_open;     // all parties may read it
    uint64_t size;    // entries so far that all parties may read, with this one
};

enum { SEAT_LOGS_MAX = 512 };
// How long the logs are that a viewer may read.
struct seat_logs {
    struct seat_log {
        char audience[SESSION_NAME_MAX + 8];
        uint64_t size;
    } all[SEAT_LOGS_MAX];
    size_t count;
};

// Who looks at a case: a handle, and how far events have been told.
struct case_seat {
    char viewer[SESSION_NAME_MAX]; // "": what all parties may see
    struct entente_case *handle;
    bool is_shared; // the handle is the case's `pen`
    struct entente_case
        *coming; // opened by the door's clerk, in place of `handle`; under the case's lock
    struct seat_logs told;
    bool is_told; // false: nothing was yet
};

struct streams;
struct case_file {
    char id[SESSION_NAME_MAX];
    const char *path;
    bool is_database;             // the path is its address
    atomic_uint_fast64_t changes; // in a database: acts that were heard of
    struct case_stamp stamp;      // when the events of it were last told
    struct streams *streams;      // who listens; NULL: nobody yet
    bool is_told;                 // a job that tells events is under way
    pthread_mutex_t lock;         // over the seats
    pthread_mutex_t shelf_lock;   // over what the handles share
    struct entente_case_shelf *shelf;
    struct case_seats {
        struct case_seat *all[SEATS_MAX];
        size_t count;
    } rooms[ROOMS];
    // Of a case in a database, for the one writer's thread. Whoever has no keys here acts through the pen, so
    // that what they enter together is one transaction.
    struct entente_case *pen;     // NULL: nobody has yet
    struct entente_case *writing; // acts may be gathered in it; NULL: in none
    struct case_flush {
        struct entente_case *handle; // flushed since the last job was run; NULL: none
        bool is_done;
        struct entente_error error;
    } flushed;
    atomic_bool is_owed; // acts may have been entered that the disk does not have yet
    atomic_bool is_lost; // the disk did not take them: what it has now nobody knows
};

struct cases {
    struct arena *arena;
    const char *folder;     // where a new one is kept
    const char *viewer;     // of the host; NULL: what all parties may see
    const char *passphrase; // of the host; NULL: none
    bool is_one;            // a case was named: its page is the first
    bool is_folder;         // a list of cases is shown
    bool is_database;       // which are those of a database
    const char *database;   // of which the place is, or a case in it; NULL: of none
    struct case_file **all; // room for CASES_MAX
    size_t count;
};

// Lists what is there. place NULL: none. Nothing is opened yet, but that one case is, to say at once what is
// wrong with it.
bool cases_open(struct cases *cases, const char *place, const char *viewer, const char *passphrase,
                struct error *error) MUST_CHECK;
// After the clerk has ended.
void cases_close(struct cases *cases);
struct case_file *cases_find(const struct cases *cases, const char *id);
// Another case is there now. NULL: there are too many
struct case_file *cases_add(struct cases *cases, const char *path);
// An id made of a name: letters, digits and "-"; nobody else's, and no address of ours.
const char *cases_new_id(const struct cases *cases, const char *name, struct arena *arena);

struct case_stamp case_stamp_of(const struct case_file *file);
// The name under which a viewer's jobs stand in one row.
const char *case_viewer(const struct cases *cases, const struct session_seat *who);

// Clerk: the seat of somebody who has signed in, or of the host.
bool seat_of(const struct cases *cases, struct case_file *file, enum case_room room,
             const struct session_seat *who, struct case_seat **seat,
             struct entente_error *error) MUST_CHECK;
// The door's clerk: tries a passphrase, and has the seats of its party in all other rooms opened by it.
bool seats_open(struct case_file *file, const char *viewer, const char *passphrase,
                struct entente_error *error) MUST_CHECK;
// Clerk: of a case in a database, lets others see what was entered, and write there.
void case_release(struct case_file *file, enum case_room room);
// Clerk: makes sure that the disk has all acts. Once it has not, that stays so until the program ends:
// a disk that is asked again may say that all is well.
bool case_flush(struct case_file *file, enum case_room room, const struct case_seat *seat,
                struct entente_error *error) MUST_CHECK;
// Clerk: entries that all parties may read, as the seat sees them now.
bool seat_size(const struct case_seat *seat, uint64_t *size,
               struct entente_error *error) MUST_CHECK;
// Clerk: what was entered about an open place, for all to read, since there were so many entries (struct
// seat_entry, in order; without their sizes).
bool seat_since(const struct case_seat *seat, const char *slot, uint64_t size, struct arena *arena,
                struct list *entries, struct entente_error *error) MUST_CHECK;
// Clerk: what was entered since it was asked last (struct seat_entry, in order); the first time nothing.
bool seat_read_on(struct case_seat *seat, struct arena *arena, struct list *entries,
                  struct entente_error *error) MUST_CHECK;
// Entries that all parties may read, up to where it was read on.
uint64_t seat_read_to(const struct case_seat *seat);

#endif
