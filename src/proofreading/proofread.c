// SPDX-License-Identifier: Apache-2.0
#include "proofreading/proofread.h"

#include "proofreading/amounts.h"
#include "proofreading/blanks.h"
#include "proofreading/contents.h"
#include "proofreading/definitions.h"
#include "proofreading/drift.h"
#include "proofreading/duties.h"
#include "proofreading/endings.h"
#include "proofreading/enumerations.h"
#include "proofreading/figures.h"
#include "proofreading/references.h"
#include "proofreading/shares.h"
#include "proofreading/signatures.h"
#include "proofreading/spans.h"
#include "proofreading/terms.h"
#include "proofreading/thresholds.h"

static int by_place(const void *a, const void *b)
{
    const struct proof_finding *one = a;
    const struct proof_finding *other = b;
    if (one->place.from != other->place.from)
        return one->place.from < other->place.from ? -1 : 1;
    if (one->place.to != other->place.to)
        return one->place.to < other->place.to ? -1 : 1;
    if (one->kind != other->kind)
        return one->kind < other->kind ? -1 : 1;
    return str_compare(one->message, other->message);
}

bool proofread(const struct document *document, struct proof_memory *memory,
               const struct input_limits *limits, struct arena *arena, struct proofreading *proof,
               struct error *error)
{
    if (!input_limits_spend(limits, document->text.length, error) ||
        !proof_text_make(document, memory, arena, &proof->text, error))
        return false;
    proof->findings = LIST_MAKE(arena, struct proof_finding);
    proof->references = LIST_MAKE(arena, struct own_reference);
    struct list definitions = LIST_MAKE(arena, struct definition);
    definitions_find(&proof->text, &definitions);
    struct addresses *addresses = addresses_make(&proof->text, arena);
    references_check(&proof->text, addresses, &proof->references, &proof->findings);
    terms_check(&proof->text, &definitions, &proof->findings);
    figures_check(&proof->text, &proof->findings);
    shares_check(&proof->text, &proof->findings);
    enumerations_check(&proof->text, &proof->findings);
    endings_check(&proof->text, &proof->findings);
    blanks_check(&proof->text, &proof->findings);
    thresholds_check(&proof->text, &proof->findings);
    amounts_check(&proof->text, &proof->findings);
    duties_check(&proof->text, &definitions, &proof->findings);
    contents_check(&proof->text, &proof->findings);
    signatures_check(&proof->text, &definitions, &proof->findings);
    spans_check(&proof->text, &proof->findings);
    list_sort(&proof->findings, by_place);
    return true;
}

void proofread_beside(const struct proofreading *base, struct proofreading *reading)
{
    const struct references_of sides[] = {{&base->text, &base->references},
                                          {&reading->text, &reading->references}};
    drift_check(&sides[0], &sides[1], &reading->findings);
    list_sort(&reading->findings, by_place);
}
