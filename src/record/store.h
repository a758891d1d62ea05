// SPDX-License-Identifier: Apache-2.0
// The tables of a case: one writer, nothing lost once it was acknowledged. They are a SQLite database in
// a file, or a schema of a PostgreSQL database; store_parts.h says what a driver gives.

#ifndef ENTENTE_RECORD_STORE_H
#define ENTENTE_RECORD_STORE_H

#include "base/budget.h"
#include "base/error.h"
#include "base/list.h"
#include "record/hash.h"
#include "record/head_row.h"

#define SALT_BYTES 32

struct store;

enum store_mode {
    STORE_READ, // as it stands at the moment of opening
    STORE_WRITE,
    STORE_CREATE, // a new case, which must not exist
};

struct store_options {
    enum store_mode mode;
    const char *vfs;             // SQLite's way to the disk; NULL: the system's
    const struct budget *bounds; // as store_bind; NULL: none
};

// Opens a case: a file, or what the address of a database names (base/database_address.h). path NULL
// with STORE_CREATE: in memory. A new case comes into being under its
// name only when store_publish is called; until then it is in memory, and what is entered after that
// stays there.
//
// Errors: NOT_FOUND; BAD_INPUT when it is no case file, its tables are not exactly ours (a planted
//         trigger or view), or its pages are damaged; UNSUPPORTED for a later format, or a database where
//         this build reads none; FORBIDDEN when the database does not let the user in; IO_FAILED
bool store_open(const char *path, struct store_options options, struct store **store,
                struct error *error) MUST_CHECK;
// Gives a new file its name. Errors: MISUSE when there is such a file already; IO_FAILED
bool store_publish(struct store *store, struct error *error) MUST_CHECK;
// Rolls back what was not committed. NULL is fine.
void store_close(struct store *store);
// Copies all of it, as it stands at one moment, into a new case, in a file or a database, which is on the
// disk when this gives true. The store was opened to be read. Errors: as store_open for a new one
bool store_copy(struct store *store, const char *path, struct error *error) MUST_CHECK;

// From now on each row that is read or written, and what is spent here, is a step of a copy of this
// budget, and the memory that the thread holds is looked at with each; NULL: of none. Once it is spent
// every call fails that reads or writes rows, and store_commit: so what somebody takes for a finding
// because a row could not be read is none in the end. What was committed is committed: the bounds end
// there.
void store_bind(struct store *store, const struct budget *bounds);
bool store_spend(struct store *store, uint64_t steps, struct error *error) MUST_CHECK;
// Whether the bounds held so far. Errors: STOPPED, TOO_LARGE
bool store_check_bounds(struct store *store, struct error *error) MUST_CHECK;

// The format of the file, 1 or 2. The first that writes into one of format 1 makes it one of format 2, in
// its own transaction.
int64_t store_format(const struct store *store);

// One writer: a second waits ten seconds, then IO_FAILED says so. UNSUPPORTED when the file has a later
// format by now.
bool store_begin(struct store *store, struct error *error) MUST_CHECK;
// When it gives true the disk has it.
bool store_commit(struct store *store, struct error *error) MUST_CHECK;
void store_rollback(struct store *store);
// From now on store_commit does not wait for the disk, where the store can do without: after a loss of power
// the newest commits may be gone, all of what they entered and the newest first, until store_flush gave true.
// Where it cannot, commits wait as ever. In a database what is committed one after the other is gathered in
// one transaction, until store_release or store_flush ends it: until then no other store sees it, and none
// can write there.
bool store_hold(struct store *store, struct error *error) MUST_CHECK;
// Ends what was gathered, so that others see it and may write, without waiting for the disk. When it gives
// false nothing of it was entered, or it is not known, and store_flush says so once more.
bool store_release(struct store *store, struct error *error) MUST_CHECK;
// When it gives true the disk has all that was committed in this file so far, by whichever store: one
// wait for many commits.
bool store_flush(struct store *store, struct error *error) MUST_CHECK;

// Makes sure that what was taken out, and is committed, lies nowhere in what the case lies in: no journal, no
// freed page or row version, no statistics. Not inside a transaction.
//
// Result:   *is_clean is false while others hold on to it, so that it has to be done again
bool store_scrub(struct store *store, bool *is_clean, struct error *error) MUST_CHECK;

// Does a database let only a part of the rows be seen (row security)? What binds all of them cannot be
// checked then.
bool store_is_partial(const struct store *store);
// Was what it lies in lost, and found again, since this was asked last? The newest commits that were held,
// and no others, may be gone then; what was read before is to be read anew.
bool store_was_lost(struct store *store);
// A number that changes when another writer has committed since this store was opened.
bool store_version(struct store *store, int64_t *version, struct error *error) MUST_CHECK;

// The database's own check of every page. Errors: TAMPERED with the first thing it found
bool store_check_pages(struct store *store, struct error *error) MUST_CHECK;

// --- The record

// One entry of one log. Views into a cursor hold until its next step.
struct entry_row {
    struct str audience;
    uint64_t at; // its index in the log, from 0
    struct str salt;
    struct str content;
    struct str attachments; // their hashes, HASH_BYTES each, one after the other
    struct str commitment;
    struct str subtree; // root of the largest perfect subtree that ends here
};

struct attachment_row {
    struct hash hash;
    struct str bytes;
};

struct checkpoint_row {
    struct str audience;
    uint64_t size;
    struct str note;
};

struct state_row {
    struct str kind;
    struct str id;
    struct str born;  // order of the change that made it
    struct str last;  // order of the change that its value is from
    struct str value; // canonical JSON; "null" once it is gone
};

bool store_add_entry(struct store *store, const struct entry_row *row,
                     struct error *error) MUST_CHECK;
// What the tables give back must be what was meant, before anyone is told that it is safe: here, or at the
// latest where the transaction would be committed.
// Errors: IO_FAILED, when it is not
bool store_check_entry(struct store *store, const struct entry_row *written,
                       struct error *error) MUST_CHECK;
// Copies the row into the arena. Errors: NOT_FOUND
bool store_entry(struct store *store, struct str audience, uint64_t at, struct arena *arena,
                 struct entry_row *row, struct error *error) MUST_CHECK;
// The entries of a log of this size at which its perfect subtrees end, and the roots of these; those that are
// there, struct peak_row, by index.
struct peak_row {
    uint64_t at;
    struct str subtree;
};
bool store_peaks(struct store *store, struct str audience, uint64_t size, struct arena *arena,
                 struct list *peaks, struct error *error) MUST_CHECK;
// Takes out what an entry says: its salt, its content and the list of its files. Its place in the tree stays.
bool store_empty_entry(struct store *store, struct str audience, uint64_t at,
                       struct error *error) MUST_CHECK;
// The size and root of a log; size 0 when there is none.
bool store_head(struct store *store, struct str audience, struct head_row *head,
                struct error *error) MUST_CHECK;
bool store_set_head(struct store *store, const struct head_row *head,
                    struct error *error) MUST_CHECK;
// All heads, struct head_row, by audience.
bool store_heads(struct store *store, struct arena *arena, struct list *heads,
                 struct error *error) MUST_CHECK;
// All audiences that have entries, whatever the heads say: struct str.
bool store_audiences(struct store *store, struct arena *arena, struct list *audiences,
                     struct error *error) MUST_CHECK;

// Adding bytes that are there already is fine.
bool store_add_attachment(struct store *store, struct str bytes, struct hash *hash,
                          struct error *error) MUST_CHECK;
// The row as it is, whether the bytes are those of the hash or not.
bool store_add_attachment_row(struct store *store, const struct attachment_row *row,
                              struct error *error) MUST_CHECK;
// Errors: NOT_FOUND; TAMPERED when the bytes are not those of their hash
bool store_attachment(struct store *store, struct hash hash, struct arena *arena, struct str *bytes,
                      struct error *error) MUST_CHECK;

bool store_drop_attachment(struct store *store, struct hash hash, struct error *error) MUST_CHECK;

bool store_add_checkpoint(struct store *store, const struct checkpoint_row *row,
                          struct error *error) MUST_CHECK;
// All checkpoints, struct checkpoint_row, by audience and size.
bool store_checkpoints(struct store *store, struct arena *arena, struct list *rows,
                       struct error *error) MUST_CHECK;

// Writes down which checkpoints there are, so that one taken away is missed. Inside a transaction.
bool store_bind_checkpoints(struct store *store, struct error *error) MUST_CHECK;
// Whether they are those written down; a file of format 1 says nothing of it, nor does a part of the rows.
bool store_are_checkpoints_bound(struct store *store, bool *are_bound,
                                 struct error *error) MUST_CHECK;

bool store_meta(struct store *store, struct str name, struct arena *arena, struct str *value,
                struct error *error) MUST_CHECK;
// All names there are: struct str.
bool store_meta_names(struct store *store, struct arena *arena, struct list *names,
                      struct error *error) MUST_CHECK;
bool store_set_meta(struct store *store, struct str name, struct str value,
                    struct error *error) MUST_CHECK;

bool store_set_state(struct store *store, const struct state_row *row,
                     struct error *error) MUST_CHECK;
bool store_clear_state(struct store *store, struct error *error) MUST_CHECK;

// --- Walking

// A walk over rows. Only one of each kind at a time.
enum cursor_kind {
    CURSOR_ENTRIES,     // of one audience, from an index on
    CURSOR_STATE,       // by birth
    CURSOR_STATE_ROWS,  // as they lie
    CURSOR_ATTACHMENTS, // by hash
    CURSOR_FILE_HASHES, // the same without their bytes
};
struct cursor {
    struct store *store;
    enum cursor_kind kind;
};
struct cursor cursor_open(struct store *store, enum cursor_kind kind, struct str audience,
                          uint64_t from);
// *more is false after the last row. Pass a row of the cursor's kind.
bool cursor_entry(struct cursor *cursor, struct entry_row *row, bool *more,
                  struct error *error) MUST_CHECK;
bool cursor_state(struct cursor *cursor, struct state_row *row, bool *more,
                  struct error *error) MUST_CHECK;
bool cursor_attachment(struct cursor *cursor, struct attachment_row *row, bool *more,
                       struct error *error) MUST_CHECK;
void cursor_close(struct cursor *cursor);

#endif
