// SPDX-License-Identifier: Apache-2.0
// One row of a table of comments.

#ifndef ENTENTE_MERGE_SUGGESTED_ROW_H
#define ENTENTE_MERGE_SUGGESTED_ROW_H

#include "base/str.h"

// Texts have a line a paragraph.
struct suggested_row {
    struct str base;  // what the row quotes of the base; empty: nothing
    struct str kept;  // of the suggestion what is the base's: what is struck, and not what is new
    struct str words; // the suggestion as it is to read, as many lines
    bool is_marked;   // the two differ
    bool is_silent;   // nothing is suggested: no words, or "no change"
    bool is_deletion; // "deleted"
};

enum row_fate {
    ROW_SILENT,  // nothing is suggested
    ROW_AS_BASE, // it suggests what the base has
    ROW_CHANGES,
    ROW_ARRIVES, // new paragraphs
    ROW_LOST,    // it has no place in the base, and stands in no proposal
};

// What a person should look at.
enum row_doubt {
    // The base words of the row are not those of the base.
    ROW_FOUND_BY_SIMILARITY = 1,
    // Its base words resemble nothing; its suggestion does.
    ROW_FOUND_BY_SUGGESTION = 2,
    // What marks leave is no part of the base: where it begins and ends is told by words.
    ROW_PART_BY_SIMILARITY = 4,
    // The base quoted has paragraphs of which the suggestion says nothing; they stay.
    ROW_IN_PART = 8,
    // All of it is new and nothing struck: it comes behind the base's words.
    ROW_ADDED = 16,
    // It has hardly a word of what it stands for.
    ROW_REWRITTEN = 32,
    // Its words stand more than once in the paragraph.
    ROW_TWICE = 64,
    // Another row has a suggestion for the same words; this one is left out.
    ROW_OVERLAPS = 128,
    // It bears another number than the base's paragraph, which keeps its own.
    ROW_RENUMBERS = 256,
};

#endif
