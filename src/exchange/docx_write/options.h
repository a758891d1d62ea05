// SPDX-License-Identifier: Apache-2.0
// How tracked changes are to be written.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_OPTIONS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_OPTIONS_H

#include "base/input_limits.h"
#include "base/str.h"

enum docx_moves {
    DOCX_MOVES_AS_EDITS, // deleted here, inserted there: every word processor reads it
    DOCX_MOVES_REAL,     // w:moveFrom and w:moveTo
};

// A comment to be put at words of the base.
struct docx_remark {
    uint32_t from; // bytes of the base's text, within one paragraph; not empty
    uint32_t to;
    struct str author;
    struct str words; // a line a paragraph
};

struct docx_write_options {
    struct str date; // of all changes, "2031-03-01T12:00:00Z"; empty: each draft's own (the latest
                     // of its tracked changes, else when it was last saved, else 2000-01-01)
    enum docx_moves moves;
    const struct input_limits *limits;
    const struct docx_remark *remarks;
    size_t remark_count;
};

#endif
