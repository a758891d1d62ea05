// SPDX-License-Identifier: Apache-2.0
// A case as one viewer sees it: the store, the record and the state that the viewer may read.

#ifndef ENTENTE_CASEFILE_CASEFILE_H
#define ENTENTE_CASEFILE_CASEFILE_H

#include "casefile/ground.h"
#include "record/forgetting.h"
#include "record/items.h"
#include "record/keys.h"
#include "record/record.h"
#include "record/state_digest.h"

// Who looks, and up to when. A viewer without passphrase sees what all parties see; "public" less.
struct casefile_view {
    struct str viewer;     // a party's id, "public", or empty: all parties
    struct str passphrase; // opens the viewer's keys; may be empty; a case keeps it apart, guarded
    struct str as_of;      // a date or a time: only entries up to it; empty: all
    struct grounds *grounds; // shared with other handles of the case; NULL: none
};

// Three memories: what lives as long as the handle, the state, which loading it whole replaces, and
// the frame, which the next casefile_begin empties. So a handle that lives for days stays small.
struct casefile {
    struct arena *arena;
    struct arena *state;
    struct ground *ground; // on which the state lies; NULL: all of it is its own
    struct arena *frame;   // of the act under way
    struct store *store;
    struct record record;
    struct casefile_view view;
    struct str passphrase;      // guarded; empty once the keys are open
    bool has_keys;              // *keys are the viewer's
    struct secret_keys *keys;   // guarded
    struct items items;         // what the viewer may see
    struct items open;          // what all parties may see: the state tables
    struct state_digest digest; // of the rows of `open`
    bool has_digest;   // not where rows came out of their order, or nothing is to be written
    struct list logs;  // struct log_read: how far the state goes, by audience
    struct str newest; // time of the newest entry that the viewer may see
    char newest_bytes[sizeof "2025-12-20T10:00:00Z"];
    int64_t version;        // store_version when the state was brought up to date
    int64_t loaded_version; // the same when it was read from the tables
    bool has_appended;      // since casefile_begin
    bool is_stale;          // the state holds what was rolled back
    bool is_checked;        // the tables that the state was read from are what the record says
};

// So many entries of a log are in the state.
struct log_read {
    struct str audience;
    uint64_t size;
};

// "2025-12-20T10:00:00Z", and a day that exists.
bool casefile_is_time(struct str text);
// Seconds since 1970 of such a time.
int64_t casefile_seconds(struct str time);

// Opens a case file.
//
// Errors: as store_open; NOT_FOUND for an unknown viewer; FORBIDDEN for a wrong passphrase; MISUSE
//         for a passphrase without a party, or an as_of that is neither day nor time
bool casefile_open(const char *path, struct store_options options, const struct casefile_view *view,
                   struct casefile **casefile, struct error *error) MUST_CHECK;
// A new case with no entries, inside a transaction. path NULL: in memory.
// id   the case's name in checkpoints: 1 to 64 letters, digits, "-" and "."
bool casefile_create(const char *path, const char *vfs, struct str id, struct casefile **casefile,
                     struct error *error) MUST_CHECK;
// A case over a store that is open already, which it closes in the end; nothing is loaded yet.
bool casefile_over(struct store *store, const struct casefile_view *view,
                   struct casefile **casefile, struct error *error) MUST_CHECK;
// Another viewer, or another moment; takes effect when the state is loaded. Errors: as casefile_open
bool casefile_look(struct casefile *casefile, const struct casefile_view *view,
                   struct error *error) MUST_CHECK;
// NULL is fine.
void casefile_close(struct casefile *casefile);

// Reads the state again, as it is now. All items read before are gone.
bool casefile_load(struct casefile *casefile, struct error *error) MUST_CHECK;
// Brings in what other writers have entered since, and forgets what was rolled back. Items that were
// read before may be gone. Not while an act is under way.
// Cost: O(entries that are new)
bool casefile_refresh(struct casefile *casefile, struct error *error) MUST_CHECK;
// A writer's frame: state as of now, then appends, then all or nothing. Items that were read before
// casefile_begin may be gone. Before the first act of a handle the state tables, from which it was
// read, are held against what the newest entry says of them, or else against the whole record: what
// somebody wrote into them must not get into an entry.
//
// Errors:   TAMPERED when they are something else
bool casefile_begin(struct casefile *casefile, struct error *error) MUST_CHECK;
// Chance for an act in this log of the case as it now stands. Between begin and commit.
bool casefile_chance(struct casefile *casefile, const unsigned char *seed, struct str audience,
                     struct chance *chance, struct error *error) MUST_CHECK;
bool casefile_commit(struct casefile *casefile, struct error *error) MUST_CHECK;
void casefile_rollback(struct casefile *casefile);
// Commits a new case and gives the file its name. Errors: MISUSE when there is such a file already
bool casefile_publish(struct casefile *casefile, struct error *error) MUST_CHECK;

// One change of one item.
struct change {
    const char *kind;
    struct str id;
    const struct json *set; // NULL: the item goes
};

// An act of the negotiation, about to become an entry.
struct act {
    const char *name;    // "submit", "stance", …
    struct str audience; // who may read it
    struct str by;       // whose act it is; may be empty
    struct str now;      // "2025-12-20T10:00:00Z"
    bool is_by_clock;    // now is what a clock shows: one that is a minute late is waited for
    bool at_any_time;    // whoever enters it says that the time is right, however far off
    struct list changes; // struct change; at least one
    struct list files;   // struct str: hashes of files stored already, HASH_BYTES each
    bool with_mediator;  // a sealed entry: the mediators may read it too
    struct list forgets; // struct forgotten: what it takes out of its log; it changes nothing then
    struct list pinned;  // struct signer: with any, a sealed entry goes to keys among them alone
};

struct act act_make(const char *name, struct arena *arena);
void act_add(struct act *act, const char *kind, struct str id, const struct json *set);

// Adds the entry and applies it to the state. Between begin and commit.
//
// Result:   *at, if not NULL, is its index in the audience's log
// A time before the newest entry is refused; but told that it may be any, it is entered as of the
// newest, and its own stands beside it as the entry's "clock". A year after the newest is told too.
//
// Errors:   MISUSE for a time before the newest entry, or far behind it; NOT_FOUND and FORBIDDEN as
//           access_readers
bool casefile_append(struct casefile *casefile, const struct act *act, struct chance *chance,
                     uint64_t *at, struct error *error) MUST_CHECK;

// Applies an entry to the state in memory.
void casefile_update(struct casefile *casefile, const struct entry *entry, struct str audience,
                     uint64_t at);

// Stores a file for an act: as it is for an open audience, sealed for a closed one.
//
// Result:   *reference is an object {bytes, name, sha256, stored}; the hash is added to act->files
bool casefile_add_file(struct casefile *casefile, struct act *act, struct str name,
                       struct str bytes, struct chance *chance, const struct json **reference,
                       struct error *error) MUST_CHECK;
// The bytes of a file that such an object names.
bool casefile_file(struct casefile *casefile, const struct json *reference, struct arena *arena,
                   struct str *bytes, struct error *error) MUST_CHECK;

// One entry of the record as the viewer may read it.
struct viewed_entry {
    struct str audience;
    uint64_t at;
    struct str order;
    struct entry entry;
};
// All entries that the viewer may read (struct viewed_entry), in order; of each log those behind what is
// known of it (struct log_read; a log that is not named is whole). known NULL: all
bool casefile_entries(struct casefile *casefile, const struct list *known, struct arena *arena,
                      struct list *entries, struct error *error) MUST_CHECK;
// The next entry of a log that the viewer may read, up to the moment that is looked at; *more is false
// behind the last.
bool casefile_next_entry(struct casefile *casefile, struct cursor *cursor, struct arena *arena,
                         struct viewed_entry *viewed, bool *more, struct error *error) MUST_CHECK;
// How many entries of a log are known by such a list; NULL: none.
uint64_t casefile_known(const struct list *known, struct str audience);
// What the viewer may read of an entry; false: nothing. *plain lies in the arena.
bool casefile_content(const struct casefile *casefile, const struct entry_row *row,
                      struct arena *arena, struct str *plain) MUST_CHECK;
// Is an entry of this time later than what is looked at?
bool casefile_is_past(const struct casefile *casefile, struct str time);
// May the viewer know of this log?
bool casefile_may_see(const struct casefile *casefile, struct str audience);
// May the viewer know how many entries it has?
bool casefile_may_count(const struct casefile *casefile, struct str audience);

// A writer's frame in which the state tables are not trusted, for casefile_rebuild.
bool casefile_begin_rebuild(struct casefile *casefile, struct error *error) MUST_CHECK;
// Makes the state tables anew from the record alone. Between casefile_begin_rebuild and commit.
//
// Result:   *was_right says whether they held the same before, byte for byte
bool casefile_rebuild(struct casefile *casefile, bool *was_right, struct error *error) MUST_CHECK;
// The same without a look at what they held.
bool casefile_remake(struct casefile *casefile, struct error *error) MUST_CHECK;
// The state tables as the record makes them, against those in the file; changes nothing.
//
// Result:   *wrong names the first row that is not so; it lies in the frame
// Cost:     O(bytes of the open entries and of the state)
bool casefile_is_settled(struct casefile *casefile, bool *is_right, struct str *wrong,
                         struct error *error) MUST_CHECK;
// The same by the newest entry for all, which says what the rows must be; *is_right is false too when
// it says nothing, or public entries came after it.
// Cost: O(bytes of that entry), as the rows were hashed when they were read
bool casefile_is_marked(struct casefile *casefile, bool *is_right, struct error *error) MUST_CHECK;

#endif
