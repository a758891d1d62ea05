// SPDX-License-Identifier: Apache-2.0
// Property: any bytes that are a text are read, and the counts equal a plain count of the repaired text.
#include "base/utf8_repair.h"
#include "render/text/brackets_forms.h"
#include "workbench/text/bracketed_file.h"
#include "workbench/text/sheet_file.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool counts_agree(const struct brackets *brackets)
{
    struct str text = brackets->input.text;
    size_t open = 0;
    size_t close = 0;
    size_t height = 0;
    size_t depth = 0;
    size_t unmatched = 0;
    for (size_t i = 0; i < text.length; i++) {
        open += text.bytes[i] == '[';
        close += text.bytes[i] == ']';
        if (text.bytes[i] == '[' && ++height > depth)
            depth = height;
        if (text.bytes[i] == ']' && height == 0)
            unmatched++;
        else if (text.bytes[i] == ']')
            height--;
    }
    return brackets->open == open && brackets->close == close && brackets->depth == depth &&
           brackets->unmatched_count == unmatched + height;
}

// The first byte tells whether the rest is read as Markdown.
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (length == 0 || (length > 2 && bytes[1] == 'P' && bytes[2] == 'K'))
        return 0; // a package has targets of its own
    struct arena *arena = arena_open();
    struct str text = {(const char *)bytes + 1, length - 1};
    struct str name = bytes[0] % 2 ? STR("x.md") : STR("x.txt");
    struct bracketed_file file;
    struct brackets brackets;
    struct error error;
    if (!bracketed_file_read(name, text, bytes[0] % 4 < 2 ? NULL : "US,EU=Union",
                             &input_limits_default, arena, &file, &error)) {
        if (error.code != UNSUPPORTED) // pictures, archives and the like are no texts
            abort();
        arena_close(arena);
        return 0;
    }
    if (!brackets_read(&file.input, &input_limits_default, arena, &brackets, &error) ||
        !counts_agree(&brackets))
        abort();
    struct brackets_answer answer = {file.name,           brackets,   file.repaired,
                                     file.repaired_count, file.notes, file.note_count};
    (void)brackets_json(&answer, arena);
    (void)brackets_report(&answer, arena);
    struct sheet sheet;
    brackets_sheet(&brackets, name, arena, &sheet);
    struct merged_style columns = {MERGED_COLUMNS, MEDIUM_HTML, false};
    (void)sheet_shown(&sheet, &columns, arena);
    arena_close(arena);
    return 0;
}
