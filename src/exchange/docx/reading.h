// SPDX-License-Identifier: Apache-2.0
// How a file with tracked changes is to be read.

#ifndef ENTENTE_EXCHANGE_DOCX_READING_H
#define ENTENTE_EXCHANGE_DOCX_READING_H

#include "base/str.h"

enum reading_kind {
    READING_ACCEPT,  // as if every change had been accepted: what the file says now
    READING_REJECT,  // as if every change had been rejected: what it was made from
    READING_AUTHORS, // the changes of some authors accepted, those of all others rejected
};

// READING_AUTHORS: an author counts when one of `authors` is its name, or one of its names where
// it joins several with ";" ("A; B").
struct reading {
    enum reading_kind kind;
    const struct str *authors;
    size_t author_count;
    bool are_whole;    // names are compared as they stand: "A; B" is no list
    bool skips_struck; // words struck through by hand are read as deleted
    // READING_AUTHORS: the changes of the others stay as they are. What they put in and what they take out
    // is both read, and what they set otherwise is read as they set it.
    bool leaves_others;
};

// Is a change by this author accepted?
bool reading_accepts(const struct reading *reading, struct str author);

#endif
