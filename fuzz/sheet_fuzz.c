// SPDX-License-Identifier: Apache-2.0
// The input is up to four plain texts between 0xff bytes: a base and its drafts.
// Property: JSON gives the same sheet again; bracketed text gives each party's words again.
#include "exchange/sheet/bracketed.h"
#include "exchange/sheet/sheet_json.h"
#include "sheets.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { TEXTS_MAX = 4 };

static void check_words(const struct sheet *written, const struct sheet *read, struct arena *arena)
{
    for (uint32_t i = 0; i <= written->party_count; i++) {
        struct sheet_reading reading = {READ_PARTY, {i}};
        if (i == written->party_count)
            reading.kind = READ_BASE;
        if (!str_equal(words_only(sheet_read(read, reading, arena), arena),
                       words_only(sheet_read(written, reading, arena), arena)))
            abort();
    }
}

static void check_text(const struct sheet *sheet, struct arena *arena)
{
    struct sheet_options options = {SHEET_BRACKETS, MEDIUM_TEXT, false};
    struct sheet again;
    struct error error;
    if (!bracketed_read(STR("fuzz"), sheet_write(sheet, &options, arena), MEDIUM_TEXT,
                        &limits_default, arena, &again, &error))
        abort();
    check_words(sheet, &again, arena);
}

static void check_json(const struct sheet *sheet, struct arena *arena)
{
    struct str text = sheet_json_write(sheet, arena);
    struct sheet again;
    struct error error;
    if (!sheet_json_read(STR("fuzz"), text, &limits_default, arena, &again, &error) ||
        !str_equal(sheet_json_write(&again, arena), text))
        abort();
}

// All other renderings must only come to an end.
static void write_all(const struct sheet *sheet, struct arena *arena)
{
    for (int form = SHEET_BRACKETS; form < SHEET_JSON; form++)
        for (int medium = MEDIUM_MARKDOWN; medium <= MEDIUM_HTML; medium++) {
            struct sheet_options options = {(enum sheet_form)form, (enum sheet_medium)medium,
                                            false};
            sheet_write(sheet, &options, arena);
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
