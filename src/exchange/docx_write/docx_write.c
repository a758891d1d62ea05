// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/docx_write.h"

#include "exchange/docx_write/read_back.h"
#include "exchange/docx_write/tracked.h"

bool docx_write_tracked(const struct merged *merged, const struct docx_write_options *options,
                        struct arena *arena, struct docx_written *written, struct error *error)
{
    struct docx_writer *writer;
    if (!tracked_write(merged, options, NULL, arena, &writer, &written->bytes, error) ||
        !docx_read_back(writer, written->bytes, error))
        return false;
    written->notes = LIST_ITEMS(&writer->notes, struct merge_note);
    written->note_count = (uint32_t)writer->notes.count;
    return true;
}
