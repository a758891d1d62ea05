// SPDX-License-Identifier: Apache-2.0
// Trying out what a paragraph would bear in one list or another, and lists made up for the purpose.

#ifndef ENTENTE_EXCHANGE_DOCX_NUMBERING_TRIES_H
#define ENTENTE_EXCHANGE_DOCX_NUMBERING_TRIES_H

#include "base/builder.h"
#include "exchange/docx/numbering.h"

// The same lists, nothing counted yet. Owner: arena; what was read is borrowed
struct docx_numbering *numbering_again(const struct docx_numbering *numbering, struct arena *arena);
// The id of a list that is the same as another file's, by numbering_is_same: of that one's id when there is
// one, else the first that was read; empty when there is none. Asked of what numbering_again gave.
struct str numbering_find_same(const struct docx_numbering *numbering,
                               const struct docx_numbering *other, struct str other_id);

// What people see at the head of a paragraph in a list.
struct numbering_sight {
    struct str label;
    bool is_bullet;
};

// What the next paragraph of a list would bear. False when there is no such list.
bool numbering_peek(struct docx_numbering *numbering, struct str num_id, int level,
                    struct numbering_sight *sight);
// Counts the next paragraph when it then bears what is wanted; else nothing has happened.
bool numbering_take(struct docx_numbering *numbering, struct str num_id, int level,
                    const struct numbering_sight *wanted);

// Lists of the same counters have the same number; NAMES_NONE when there is no such list.
uint32_t numbering_counters_number(const struct docx_numbering *numbering, struct str num_id);
// How far a level has counted; NUMBERING_NOT_SAID when it has not begun.
int numbering_count(const struct docx_numbering *numbering, struct str num_id, int level);
// Do two lists show their numbers in the same way, from the outermost level to this one?
bool numbering_shows_same(const struct docx_numbering *one, struct str one_id,
                          const struct docx_numbering *other, struct str other_id, int level);
// Do they, and begin and restart in the same way, on every level?
bool numbering_is_same(const struct docx_numbering *one, struct str one_id,
                       const struct docx_numbering *other, struct str other_id);

// How many counters there are; adds what a list is, equal for equal ones.
uint32_t numbering_counters_count(const struct docx_numbering *numbering);
void numbering_describe(const struct docx_numbering *numbering, struct str num_id,
                        struct builder *out);

// A list of other numbers on the counters of `like`.
struct numbering_variation {
    struct str like;
    int level;
    int start; // of this level where it is first used, or NUMBERING_NOT_SAID
    const struct docx_numbering *levels; // shows its levels as `levels_id` there; NULL: as `like`
    struct str levels_id;
};
void numbering_vary(struct docx_numbering *numbering, struct str id,
                    const struct numbering_variation *variation);

// A list made by one of these in another count over the same lists, nothing of it counted yet.
void numbering_borrow(struct docx_numbering *numbering, struct str id,
                      const struct docx_numbering *from);

// A list that is another file's, with counters of its own. It goes on where that one has come to: the
// next paragraph of this level bears the number that the last one of that level bore there.
void numbering_adopt(struct docx_numbering *numbering, struct str id,
                     const struct docx_numbering *from, struct str from_id, int level);

#endif
