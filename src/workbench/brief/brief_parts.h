// SPDX-License-Identifier: Apache-2.0
// The steps of gathering a brief; for the files of this folder only.

#ifndef ENTENTE_WORKBENCH_BRIEF_PARTS_H
#define ENTENTE_WORKBENCH_BRIEF_PARTS_H

#include "answers/brief_answer.h"
#include "workbench/case/case.h"

// How many of the latest days on which a draft came are looked back at.
#define BRIEF_DATES 8

struct brief_gathering {
    struct casefile *casefile;
    const struct items *items;
    const struct entente_brief_options *options;
    const struct entente_bounds *bounds;
    struct budget budget;
    struct arena *arena;
    struct brief_answer *brief;
    struct error *error;
};

// Merges every document's drafts as they are, as they were before the latest came, and as they
// were on each of the latest days on which a draft came. The brief's parties are listed already.
// Errors: STOPPED; what else goes wrong with a document is told in brief->failed
bool brief_gather_texts(struct brief_gathering *gathering) MUST_CHECK;

// Why there is no timetable is told in brief->timetable_trouble.
void brief_weigh_time(struct brief_gathering *gathering);
// What the bounds are not enough for is told in brief->bargain_trouble and prospects_trouble.
// Errors: a scenario that cannot be read, or that has other parties; STOPPED by the caller
bool brief_weigh_packages(struct brief_gathering *gathering) MUST_CHECK;

// What the record says: delegates, groups, guarantees, meetings, statements.
void brief_gather_record(struct brief_gathering *gathering);

// What the record says of slots from round to round: who moved, what was settled, what stayed open.
// Errors: those of reading the record
bool brief_gather_rounds(struct brief_gathering *gathering) MUST_CHECK;

// All items of a kind, in order of birth: const struct item *.
struct list brief_items(const struct brief_gathering *gathering, const char *kind);
// A text field of an item; empty when it has none.
struct str brief_field(const struct item *item, const char *name);
// The strings of a list field, joined by ", ".
struct str brief_joined(const struct brief_gathering *gathering, const struct item *item,
                        const char *name);
struct brief_item brief_item_of(const struct item *item);

// Counts the parties' proposals and lists what is contested most, in documents that are laid out.
void brief_weigh_texts(struct brief_answer *brief);
// Of a brief in which nothing was found yet.
struct brief_answer brief_make(struct arena *arena);

// The number of the party with this name, or NO_INDEX.
uint32_t sheet_party(const struct sheet *sheet, struct str name);

#endif
