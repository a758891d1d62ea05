// SPDX-License-Identifier: Apache-2.0
// The input is up to four plain texts between 0xff bytes: a base and its drafts.
// Property: JSON gives the same sheet again; bracketed text gives each party's words again.
#include "exchange/merged/bracketed.h"
#include "exchange/merged/merged_json.h"
#include "sheets.h"
#include "text/fold.h"
#include "workbench/text/sheet_file.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { TEXTS_MAX = 4 };

// Each row of two or three hyphens as one dash, like text_fold does for a dash alone.
static struct str with_short_dashes(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < text.length;) {
        size_t end = i;
        while (end < text.length && text.bytes[end] == '-')
            end++;
        bool is_dash = end == i + 2 || end == i + 3;
        if (end == i)
            end++;
        builder_add(&out, is_dash ? STR("-") : str_slice(text, i, end));
        i = end;
    }
    return builder_str(&out);
}

// The words, however they are set: brackets do not say that.
static struct str words_of(const struct sheet *sheet, struct sheet_reading reading,
                           struct arena *arena)
{
    struct str words = words_only(sheet_read(sheet, reading, arena), arena);
    return with_short_dashes(text_fold(words, arena), arena);
}

static void check_words(const struct sheet *written, const struct sheet *read, struct arena *arena)
{
    for (uint32_t i = 0; i <= written->party_count; i++) {
        struct sheet_reading reading = {READ_PARTY, {i}};
        if (i == written->party_count)
            reading.kind = READ_BASE;
        if (!str_equal(words_of(read, reading, arena), words_of(written, reading, arena)))
            abort();
    }
}

static void check_text(const struct sheet *sheet, struct arena *arena)
{
    struct merged_style options = {MERGED_BRACKETS, MEDIUM_TEXT, false};
    struct sheet again;
    struct error error;
    if (!bracketed_read(STR("fuzz"), sheet_shown(sheet, &options, arena), MEDIUM_TEXT,
                        &input_limits_default, arena, &again, &error))
        abort();
    check_words(sheet, &again, arena);
}

static void check_json(const struct sheet *sheet, struct arena *arena)
{
    struct str text = merged_json_write(sheet, arena);
    struct sheet again;
    struct error error;
    if (!merged_json_read(STR("fuzz"), text, &input_limits_default, arena, &again, &error) ||
        !str_equal(merged_json_write(&again, arena), text))
        abort();
}

// All other renderings must only come to an end.
static void write_all(const struct sheet *sheet, struct arena *arena)
{
    for (int form = MERGED_BRACKETS; form < MERGED_JSON; form++)
        for (int medium = MEDIUM_MARKDOWN; medium <= MEDIUM_HTML; medium++) {
            struct merged_style options = {(enum merged_form)form, (enum merged_medium)medium,
                                           false};
            sheet_shown(sheet, &options, arena);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct str texts[TEXTS_MAX] = {{NULL, 0}};
    struct str rest = {(const char *)bytes, length};
    size_t count = 0;
    while (count < TEXTS_MAX && str_cut(&rest, '\xff', &texts[count]))
        count++;
    struct sheet sheet;
    struct error error;
    if (count >= 2 && sheet_of_texts(texts, count, false, arena, &sheet, &error)) {
        check_json(&sheet, arena);
        check_text(&sheet, arena);
        write_all(&sheet, arena);
    }
    if (count >= 2 && sheet_of_texts(texts, count, true, arena, &sheet, &error)) {
        check_json(&sheet, arena);
        write_all(&sheet, arena);
    }
    arena_close(arena);
    return 0;
}
