// SPDX-License-Identifier: Apache-2.0
// The passes that make a list of limits: find, value, settle dates, bind. Inside the room only.

#ifndef ENTENTE_TIME_LIMITS_LIMITS_PARTS_H
#define ENTENTE_TIME_LIMITS_LIMITS_PARTS_H

#include "base/list.h"
#include "time_limits/composed.h"
#include "time_limits/limits_grammar.h"

// A limit on its way: where its tokens stand and what its form found.
struct limit_draft {
    struct limit limit;
    const struct limit_form *form;
    struct captures captures;
    size_t from, to;      // tokens of the phrase
    size_t sentence_from; // first token of the sentence
    size_t sentence_to;   // the token that ends it
    bool is_closing;      // stands in the closing formula: "Done at ... on ..."
    bool is_line_date;    // a line of its own: "Minsk, 12 February 2015"
    bool is_dropped;
    bool is_negated;   // "nicht länger als": the comparison is turned round
    bool is_continued; // only its number is said, the rest stands with the limit before
};

// Tokens that speak of time where no form matched.
struct unread_span {
    size_t from, to;
    struct date date; // year 0: no date that is known
    bool is_another;  // it names another document, tells what was, or how old somebody is
    bool has_event;   // tells of what happens: it may reach into the limit behind it
};

// Everything the passes share.
struct limits_reading {
    const struct limits_text *text;
    struct prose prose;
    struct arena *arena;
    const struct limit_form **forms; // in the order in which they are tried
    const struct patterns *patterns;
    const struct limit_form_table *unread_forms; // NULL: the language has none
    const struct patterns *unread_patterns;
    struct list drafts; // struct limit_draft, in the order of the text
    struct list acts;   // struct worded_act
    struct list unread; // struct unread_span, in the order of the text
    uint32_t *act_of;   // by draft: its act
    struct date document_date;
    bool is_signing_date;
};

// Where the walk through the text stands.
struct position {
    size_t sentence_from;
    size_t sentence_to;
    bool is_recital;
    bool is_in_whereas;  // after a line "Whereas:", until a paragraph that is not numbered "(1)"
    bool is_label_alone; // the paragraph before was only "(1)"
    bool is_closing;
};

// Whether a draft passes what its form asks for beyond its words.
bool limits_is_own_date(const struct prose *prose, size_t from);
bool limits_pass(const struct limits_reading *reading, const struct position *position,
                 const struct limit_draft *draft);

// Reads a length by its parts at token `at`: true where they make a limit, and it passes.
bool limits_compose(const struct limits_reading *reading, const struct position *position,
                    size_t at, struct limit_draft *draft, struct composed *composed);
// Adds the other numbers of "60, 120 and 180 days" behind the first, which was added last.
void limits_add_listed(struct limits_reading *reading, const struct composed *composed);

// Whether a point in time belongs to what was, or to what something was then: "who at the time of the
// conquest were natives". Its words are passed over, and are not listed as not read.
bool limits_is_history(const struct prose *prose, const struct limit_draft *draft);

// Whether a date only names another document or tells what was.
bool limits_is_of_another(const struct prose *prose, size_t from, size_t to,
                          const struct date *date, size_t sentence_from);

// Notes what speaks of time at a token where no form matched.
void limits_note_unread(struct limits_reading *reading, const struct position *position, size_t at);

// Keeps of what was noted all that no limit covers, while those that were dropped are still there.
void limits_keep_unread(struct limits_reading *reading);

// Gives what was kept its place.
void limits_list_unread(struct limits_reading *reading, struct limits_found *found);

// Fills bounds, unit and value of a draft from what its form captured.
void limits_value(struct limits_reading *reading, struct limit_draft *draft);

// Sets bounds from the ends of a quantity, equal ones unless the text gives a range.
void limits_apply_bounds(struct limit *limit, enum limit_bounds bounds, int64_t least,
                         int64_t most);
bool limits_is_ordinal(enum limit_relation relation);

// Bounds and value of a range of lengths: "P20D/P25D" where both its ends count, else a note says which does.
void limits_range_value(struct limits_reading *reading, const struct quantity *quantity,
                        enum limit_bounds bounds, struct limit *limit);
// Gives a draft the words that open its range, and to a day of a plan the other day of its range.
void limits_range_words(struct limits_reading *reading, struct limit_draft *draft);

// Finds the document's date, completes dates that lean on it and drops dates that are only history.
void limits_settle_dates(struct limits_reading *reading, const struct date *given);

// Drops a vague term beside the number that makes it precise, noting it there.
void limits_merge_vague(struct limits_reading *reading);

// Ties "whichever is earlier" to the limits before it.
void limits_group(struct limits_reading *reading);

// Finds the act that each limit is about, and which acts tell of one step.
void limits_find_acts(struct limits_reading *reading);

// Finds for each limit its reference; needs the acts.
void limits_bind(struct limits_reading *reading);

// Binds "on day 42" to where the plan of days begins: what the text calls day 1, else the truce, the
// entry into force or the signing.
void limits_bind_planned(struct limits_reading *reading, size_t i);

// Numbers and names the steps, and settles which moments limits and references mean.
void limits_name_steps(struct limits_reading *reading, struct limits_found *found);

#endif
