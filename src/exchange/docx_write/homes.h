// SPDX-License-Identifier: Apache-2.0
// The parts that content of drafts is brought into: notes, comments, lists and styles of the base.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_HOMES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_HOMES_H

#include "exchange/docx_write/writer.h"

enum home {
    HOME_FOOTNOTES,
    HOME_ENDNOTES,
    HOME_NUMBERING,
    HOME_STYLES,
    HOME_COMMENTS,
    HOME_THREADS, // which comment answers which
    HOME_COUNT
};

// The part of this kind of the base's package, as a tree; made where the base has none. NULL when
// the base has one that cannot be read, or one without room for children.
struct out_part *writer_home(struct docx_writer *writer, enum home home);

// The part of this kind of any package, as a tree; NULL when it has none that can be read.
struct docx_part *package_home(struct docx_package *package, enum home home);

#endif
