// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/put_parts.h"

#include "exchange/open.h"
#include "workbench/answer.h"

bool putting_refuse(struct error *error, const char *why)
{
    return error_set(error, BAD_INPUT, "%s; write it in the draft, and give the file", why);
}

uint32_t putting_block(const struct document *document, uint32_t paragraph)
{
    uint32_t block = block_from(document, document->paragraphs[paragraph].from);
    while (document->blocks[block].paragraph != paragraph)
        block++;
    return block;
}

bool putting_read(const struct putting *putting, struct str bytes, const struct document **document)
{
    const struct reading reading = {.kind = READING_ACCEPT};
    struct error ignored;
    return document_open(str_of(putting->file->name), bytes, &reading,
                         answer_limits(putting->budget, putting->arena), putting->arena, document,
                         &ignored);
}

bool putting_reads_as(const struct putting *putting, struct str bytes, struct str wanted)
{
    const struct document *document;
    return putting_read(putting, bytes, &document) && str_equal(document->text, wanted);
}
