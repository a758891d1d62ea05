// SPDX-License-Identifier: Apache-2.0
// The open slots of a merged text as the issues of a bargain, and a chosen package as wordings.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SLOT_ISSUES_H
#define ENTENTE_EXCHANGE_BARGAIN_SLOT_ISSUES_H

#include "answers/issues_answer.h"
#include "base/input_limits.h"
#include "merge/sheet.h"

// One wording of one slot, both as the sheet counts them.
struct slot_wording {
    uint32_t slot;
    uint32_t wording;
};

// Wordings that cannot stand together (one: that cannot stand), each of another slot, and why.
struct slot_conflict {
    const struct slot_wording *wordings;
    uint32_t count; // at least one
    struct str reason;
    bool is_of_numbers; // that do not make their whole; else of time limits
};

// The number of an option of the issue to which a slot belongs.
struct slot_term {
    uint32_t slot; // the first of its issue
    uint32_t option;
    int64_t millionths;
};

// Numbers of options that have to make a whole, and why.
struct slot_sum {
    const struct slot_term *terms; // every option of each issue, by issue
    uint32_t count;
    int64_t exactly; // millionths
    struct str reason;
};

// Millionths as a JSON number: "33.5", "-40". Owner: arena
struct str scenario_decimal(struct arena *arena, int64_t millionths);

// What the text says of its open wordings together.
struct slot_ties {
    const struct slot_conflict *conflicts;
    size_t conflict_count;
    const struct slot_sum *sums;
    size_t sum_count;
};

struct slot_issues {
    struct str scenario; // "entente-bargain/1"
    const struct slot_issue *issues;
    size_t issue_count;             // may be 0
    const struct issue_rule *rules; // options forbidden together
    size_t rule_count;
    const struct issue_sum *sums; // numbers that have to make a whole
    size_t sum_count;
};

// Writes an editable scenario: each open slot an issue, or several slots that stand or fall
// together: both ends of a move, neighbours in one point over which the parties are parted in the
// same way. The options are the wordings, the base's first. Each party gets 1 for the option that it
// holds and 0 for the others, with reserve 0: a guess to be edited. Every issue also has its "slots"
// (from 1), their "points" and, by option and slot, the exact "wordings". Conflicts become
// "forbidden", with "reasons" beside it in the same order, sums become "sums".
//
// ties   NULL: none
// Owner: arena
// Cost:  O(slots × wordings × parties), and the options of each conflict's issues multiplied
struct slot_issues slot_issues_write(const struct sheet *sheet, const struct slot_ties *ties,
                                     struct arena *arena);

// Reads back which wordings a package of such a scenario takes. The scenario may have been edited:
// issues left out, options renamed, or added with wordings of their own.
//
// package, count  the option of each issue, within its bounds
// Result:         *settled is the sheet with one wording in every slot, to be read as READ_BASE;
//                 "[…]" where a slot is open and no issue speaks of it: *open_count times
// Owner:          arena; borrows sheet and text
// Errors:         BAD_INPUT (part: the issue) when slots or wordings are missing, or the sheet has
//                 another point at the slot: the scenario was made from another merge
bool slot_issues_settle(struct str source, struct str text, const uint32_t *package, uint32_t count,
                        const struct sheet *sheet, const struct input_limits *limits,
                        struct arena *arena, struct sheet *settled, uint32_t *open_count,
                        struct error *error) MUST_CHECK;

#endif
