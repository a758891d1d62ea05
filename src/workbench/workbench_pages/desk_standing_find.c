// SPDX-License-Identifier: Apache-2.0
#include "workbench/brief/brief_find.h"
#include "workbench/workbench_pages/desk_parts.h"

bool desk_standing_find(struct desk_gathering *g, struct desk_standing *standing)
{
    struct list items = items_of(g->items, "document", g->arena);
    struct desk_document *documents = ARENA_ARRAY(g->arena, struct desk_document, items.count + 1);
    struct brief_answer *brief = ARENA_NEW(g->arena, struct brief_answer);
    struct entente_brief_options options = {
        .size = sizeof options, .scenario = g->options->scenario, .from = NULL};
    for (size_t i = 0; i < items.count; i++)
        if (!desk_document_find(g, *LIST_AT(&items, const struct item *, i), &documents[i]))
            return false;
    if (!brief_find_beside_texts(g->handle, &options, g->bounds, g->arena, brief, g->error))
        return false;
    // A case has fewer documents than 2^32.
    *standing = (struct desk_standing){brief->summary, documents, (uint32_t)items.count, brief};
    return true;
}
