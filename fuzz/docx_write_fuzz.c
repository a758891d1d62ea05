// SPDX-License-Identifier: Apache-2.0
// Property: of three texts (base, two drafts, cut at NUL bytes) the written .docx gives each back.
#include "exchange/docx/docx_read.h"
#include "exchange/docx_write/docx_write.h"
#include "exchange/open.h"
#include "merge/merge.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct document *opened(struct str text, struct arena *arena)
{
    const struct reading accept = {.kind = READING_ACCEPT};
    const struct document *document = NULL;
    struct error error;
    if (!document_open(STR("fuzz.txt"), text, &accept, &input_limits_default, arena, &document,
                       &error))
        return NULL;
    return document;
}

static void check_reading(struct str file, struct reading reading, struct str wanted,
                          struct arena *arena)
{
    const struct document *document;
    struct error error;
    if (!docx_read(STR("fuzz.docx"), file, &reading, &input_limits_default, arena, &document,
                   &error) ||
        !str_equal(document->text, wanted))
        abort();
}

static void check(const struct document *base, const struct party_draft *drafts,
                  struct arena *arena)
{
    const struct merge_options merging = {input_limits_default.tokens, .keep_last_mark = true};
    const struct docx_write_options writing = {.moves = DOCX_MOVES_REAL,
                                               .limits = &input_limits_default};
    struct budget budget = budget_unlimited();
    struct merged merged;
    struct docx_written written;
    struct error error;
    if (!merge_drafts(base, drafts, 2, &merging, &budget, arena, &merged, &error) ||
        !docx_write_tracked(&merged, &writing, arena, &written, &error))
        return;
    check_reading(written.bytes, (struct reading){.kind = READING_REJECT}, base->text, arena);
    for (int i = 0; i < 2; i++)
        check_reading(written.bytes, (struct reading){READING_AUTHORS, &drafts[i].party, 1},
                      drafts[i].document->text, arena);
}

// Characters that XML cannot hold are replaced when written: left to the tests.
static bool is_plain(struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0xef)
            return false;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct str rest = {(const char *)bytes, length};
    struct str texts[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    for (int i = 0; i < 3 && str_cut(&rest, '\0', &texts[i]); i++)
        continue;
    struct arena *arena = arena_open();
    const struct document *base = opened(texts[0], arena);
    const struct party_draft drafts[] = {{STR("A"), opened(texts[1], arena)},
                                         {STR("B"), opened(texts[2], arena)}};
    if (base && drafts[0].document && drafts[1].document && is_plain(base->text) &&
        is_plain(drafts[0].document->text) && is_plain(drafts[1].document->text))
        check(base, drafts, arena);
    arena_close(arena);
    return 0;
}
