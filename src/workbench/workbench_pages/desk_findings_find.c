// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_findings.h"
#include "workbench/workbench_pages/desk_parts.h"

static struct list accepted_of(struct desk_gathering *g, struct str document)
{
    struct list accepted = LIST_MAKE(g->arena, struct desk_accepted);
    struct list items = items_of(g->items, "finding", g->arena);
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = *LIST_AT(&items, const struct item *, i);
        if (case_finding_is_of(item, document))
            *LIST_ADD(&accepted, struct desk_accepted) =
                (struct desk_accepted){.check = desk_field(item, "check"),
                                       .quote = desk_field(item, "quote"),
                                       .point = desk_field(item, "point"),
                                       .what = desk_field(item, "what"),
                                       .by = desk_joined(g, item, "by"),
                                       .why = desk_field(item, "note")};
    }
    return accepted;
}

// A text that cannot be read is told on the page, as one that cannot be laid.
static bool look_through(struct desk_gathering *g, struct desk_findings *findings)
{
    struct proofread_answer *found = ARENA_NEW(g->arena, struct proofread_answer);
    if (case_findings_of(g->handle, findings->document->id, &g->budget, g->arena, found,
                         g->error)) {
        findings->found = found;
        return true;
    }
    char line[1024];
    if (g->error->code == STOPPED)
        return false;
    error_print(g->error, line, sizeof line);
    findings->trouble = arena_copy(g->arena, str_of(line));
    return true;
}

bool desk_findings_find(struct desk_gathering *g, struct desk_findings *findings)
{
    const struct item *item;
    struct desk_document *document = ARENA_NEW(g->arena, struct desk_document);
    *findings = (struct desk_findings){.document = document, .kind = str_of(g->options->kind)};
    if (!desk_document_asked(g, &item) || !desk_document_find(g, item, document))
        return false;
    findings->trouble = document->trouble;
    findings->accepted = accepted_of(g, document->id);
    return !document->sheet || look_through(g, findings);
}
