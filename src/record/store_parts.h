// SPDX-License-Identifier: Apache-2.0
// What a driver of the store gives: a place for the tables, transactions, and the statements of the one
// catalogue. The rest of the store (rows, formats, what a transaction means) is the same over each.

#ifndef ENTENTE_RECORD_STORE_PARTS_H
#define ENTENTE_RECORD_STORE_PARTS_H

#include "base/budget.h"
#include "base/error.h"
#include "record/known_heads.h"
#include "record/store_statements.h"

struct store;
struct store_options;
struct entry_row;

// A parameter, or a column of a row.
struct store_value {
    enum store_value_kind { VALUE_TEXT, VALUE_BYTES, VALUE_COUNT } kind;
    uint64_t count;  // below 2^63
    struct str text; // a text's, or bytes
};

struct store_driver {
    void (*close)(struct store *store); // rolls back what was not committed
    bool (*publish)(struct store *store, struct error *error);
    // Into a file, quicker than row by row; NULL: there is no such way.
    bool (*copy)(struct store *store, const char *path, struct error *error);

    // A transaction that alone may write. Errors: IO_FAILED when another has been writing for ten
    // seconds, or nothing may be written here
    bool (*begin)(struct store *store, struct error *error);
    bool (*commit)(struct store *store, struct error *error); // begins with store_write_heads
    void (*rollback)(struct store *store);
    // As store_hold and store_flush say; both NULL: a commit always waits.
    bool (*hold)(struct store *store, struct error *error);
    bool (*flush)(struct store *store, struct error *error);
    // After an act: may the transaction go on with the next, so that several are committed at once? NULL:
    // never. begin then begins that act, and rollback gives up no more than it.
    bool (*gather)(struct store *store);
    // As store_check_entry says; NULL: it is read at once.
    bool (*check_entry)(struct store *store, const struct entry_row *row, struct error *error);
    // The format that the tables say they have; inside a transaction it may be raised.
    bool (*format)(struct store *store, int64_t *format, struct error *error);
    bool (*set_format)(struct store *store, int64_t format, struct error *error);
    bool (*version)(struct store *store, int64_t *version, struct error *error);
    // As store_scrub says.
    bool (*scrub)(struct store *store, bool *is_clean, struct error *error);
    bool (*check_pages)(struct store *store, struct error *error);

    // Starts a statement anew with its parameters, which must live until its end.
    bool (*start)(struct store *store, enum store_statement statement,
                  const struct store_value *given, size_t count, struct error *error);
    // The next row, in columns of which the kinds are set; their texts hold until the next step. What
    // could not be started says so here.
    bool (*next)(struct store *store, enum store_statement statement, struct store_value *columns,
                 size_t count, bool *more, struct error *error);
    void (*end)(struct store *store, enum store_statement statement);
};

// What every driver's own struct begins with.
struct store {
    const struct store_driver *driver;
    char *path; // NULL: in memory
    bool is_writing;
    bool is_gathered;     // acts that were entered lie in a transaction that goes on
    bool is_flushing;     // a commit waits for the disk though the store is held
    bool is_partial;      // the database lets only a part of the rows be seen
    bool is_found_again;  // it was lost since store_was_lost was asked last
    bool is_spent;        // the bounds were reached
    struct budget bounds; // a step a row
    int64_t format;       // as it is for this transaction
    int64_t given_format; // as it was before it
    struct known_heads heads;
};

#define STORE_FORMAT 2
#define STORE_FORMAT_OLDEST 1
// Writes the heads that a transaction has set, each once, before it is committed.
bool store_write_heads(struct store *store, struct error *error) MUST_CHECK;
// All rows of one, as they are, into another that is new and empty.
bool store_copy_rows(struct store *from, struct store *to, struct error *error) MUST_CHECK;
// Takes the format that the tables say they have. Errors: UNSUPPORTED
bool store_check_format(struct store *store, int64_t format, struct error *error) MUST_CHECK;
// A hash as it stands in a row. Errors: TAMPERED
bool store_read_hash(struct store *store, struct str bytes, struct hash *hash,
                     struct error *error) MUST_CHECK;
// Where a fault is: the path, or "the case".
struct place store_place(const struct store *store);

// As store_open says, of the address of a database. Errors: UNSUPPORTED where this build has none; MISUSE
// for an address that cannot be read, or holds a password; FORBIDDEN
bool postgresql_store_open(const char *address, struct store_options options, struct store **store,
                           struct error *error) MUST_CHECK;
// As store_open says, of a file.
bool sqlite_store_open(const char *path, struct store_options options, struct store **store,
                       struct error *error) MUST_CHECK;

#endif
