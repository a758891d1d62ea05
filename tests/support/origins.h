// SPDX-License-Identifier: Apache-2.0
// The file again from the origins of a document of one part: what untouched source looks like when
// it is written back.

#ifndef ENTENTE_TESTS_ORIGINS_H
#define ENTENTE_TESTS_ORIGINS_H

#include "base/builder.h"
#include "exchange/plain/plain.h"

// Notes may stand anywhere between the paragraphs of the body.
// Result: false when two paragraphs of the body overlap or lie outside of the file
static inline bool from_origins(const struct document *document, struct builder *out)
{
    const struct plain_source *source = document->source;
    uint32_t at = 0;
    for (uint32_t i = 0; i < document->blocks[0].end; i++) {
        if (document->blocks[i].kind != BLOCK_PARAGRAPH)
            continue;
        struct origin origin = document->paragraphs[document->blocks[i].paragraph].origin;
        if (origin.from < at || origin.to < origin.from || origin.to > source->text.length)
            return false;
        builder_add(out, str_slice(source->text, at, origin.to));
        at = origin.to;
    }
    builder_add(out, str_skip(source->text, at));
    return true;
}

#endif
