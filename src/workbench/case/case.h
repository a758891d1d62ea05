// SPDX-License-Identifier: Apache-2.0
// The inside of a case handle, and what the case verbs share.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_H
#define ENTENTE_WORKBENCH_CASE_CASE_H

#include "answers/record_answer.h"
#include "casefile/casefile.h"
#include "casefile/schema.h"
#include "workbench/answer.h"

#include <entente/case.h>

struct case_texts;
struct shelf_text;

struct entente_case {
    struct casefile *casefile;
    struct str name;          // the path as the caller gave it
    bool is_readonly;         // a folder: its case lives in memory
    uint64_t copied;          // of a copy: entries that the viewer's own log had when it was made
    bool has_record;          // false: a folder's lists alone, from which a record was made up
    struct case_texts *texts; // see case_texts.h; NULL: none was asked for
    struct entente_case_shelf *shelf; // the face's; NULL: none
};

// One act under way: a transaction, its chance and its frame.
struct acting {
    struct casefile *casefile;
    struct str case_name; // as it was opened
    struct chance chance;
    struct act act;
    enum entente_ways ways;           // in which is told what it entered
    struct entente_case_shelf *shelf; // of a submission; NULL: none
    const struct shelf_text *lent;    // from it, whose words the act borrows until it has ended
};

// The frame of an act, taken over from whoever called. Errors: MISUSE for a missing time or seed
bool case_frame(const struct entente_act *act, struct entente_act *frame,
                struct entente_error *error) MUST_CHECK;
// The time of an act, by its clock where it has one.
const char *case_now(const struct entente_act *frame);
struct casefile_view case_view_inside(const struct entente_case_view *view);

// Every reading verb begins with it: what others have entered since the last verb is read on.
bool case_reads_on(struct entente_case *handle, struct error *error) MUST_CHECK;

// Begins a transaction and the act. Errors: MISUSE for a read-only case;
// NOT_FOUND for an unknown acting party
bool acting_begin(struct entente_case *handle, const char *verb, const struct entente_act *frame,
                  struct acting *acting, struct error *error) MUST_CHECK;
// What the act may build on and refer to: an entry that all may read must carry over nothing that
// only its author sees.
const struct items *acting_items(const struct acting *acting);
// Appends and commits, or rolls back. *at may be NULL.
bool acting_end(struct acting *acting, uint64_t *at, struct error *error) MUST_CHECK;

// One item that the act entered, for the answer.
struct act_entered acting_entered(const struct acting *acting, const char *kind, struct str id,
                                  uint64_t at, struct arena *arena);
// Tells what was entered: as JSON in the output, in sentences in the summary. The act's own name, and who
// may read it, are filled in.
void acting_tell(const struct acting *acting, struct act_answer told, struct entente_answer *made);
// The same where it is one item.
void acting_tell_one(const struct acting *acting, const char *kind, struct str id, uint64_t at,
                     struct entente_answer *made);

// The store of a case file; or, with *is_mirror, one in memory that holds a bundle or the record of
// a folder, inside a transaction, its state not made yet.
bool case_open_store(const char *path, const struct budget *bounds, struct store **store,
                     bool *is_mirror, struct error *error) MUST_CHECK;

// Begins a verb that works on a handle: what it reads, enters and shows is bound until case_end.
bool case_begin(struct entente_case *handle, const struct entente_bounds *bounds,
                struct entente_error *error) MUST_CHECK;
// Ends it as case_finish does. Nothing is an answer that was found when the bounds were reached, unless
// it is committed.
bool case_end(struct entente_case *handle, bool done, struct entente_answer *made,
              struct entente_answer **answer, struct error *inner, struct entente_error *error);

// Ends a verb: the answer if done, the public error if not.
bool case_finish(bool done, struct entente_answer *made, struct entente_answer **answer,
                 const struct error *inner, struct entente_error *error);

// Fields as a tree that schema_read takes: "source.url" becomes a row inside, a field given twice
// a list. Borrowed texts.
const struct json *case_fields_tree(const struct entente_field *fields, size_t count,
                                    struct arena *arena);

// An id that no item of the kind has yet: "meeting-3", or "note-UA-3" where only UA may read it.
struct str acting_new_id(const struct acting *acting, const char *kind);

// The item of a kind with this id; a slot also by some parts of its id, if no other has them.
// Errors: NOT_FOUND
bool case_item_named(const struct items *items, const char *kind, struct str id,
                     const struct item **item, struct error *error) MUST_CHECK;

// Says, where there is nothing to show, up to when.
void case_tell_empty(const struct casefile *casefile, bool is_empty, struct entente_answer *made);

// The id of a slot's wording by any of its names: an id or the start of one (4 digits or more), its
// number from 1, "base", its words, or a party that alone holds it. Errors: NOT_FOUND
bool case_variant_named(const struct items *items, const struct item *slot, struct str name,
                        struct arena *arena, struct str *variant, struct error *error) MUST_CHECK;

#endif
