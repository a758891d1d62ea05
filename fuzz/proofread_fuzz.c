// SPDX-License-Identifier: Apache-2.0
// Property: findings stand in order within the text, on whole characters, and each says something; the same
// text gives the same findings.
#include "base/utf8.h"
#include "exchange/plain/plain.h"
#include "proofreading/proofread.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool is_place(const struct document *document, struct range place)
{
    return place.from < place.to && place.to <= document->text.length &&
           utf8_is_valid(str_slice(document->text, place.from, place.to));
}

static bool is_sound(const struct proofreading *proof)
{
    const struct document *document = proof->text.document;
    uint32_t from = 0;
    for (size_t i = 0; i < proof->findings.count; i++) {
        const struct proof_finding *finding = LIST_AT(&proof->findings, struct proof_finding, i);
        if (!is_place(document, finding->place) || finding->place.from < from ||
            (finding->other.to > 0 && !is_place(document, finding->other)) ||
            finding->message.length == 0 || !utf8_is_valid(finding->message))
            return false;
        from = finding->place.from;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    const struct document *document;
    struct proofreading proof;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (plain_read(STR("fuzz.txt"), text, &input_limits_default, arena, &document, &error) &&
        proofread(document, proof_memory_make(arena), &input_limits_default, arena, &proof,
                  &error) &&
        !is_sound(&proof))
        abort();
    arena_close(arena);
    return 0;
}
