// SPDX-License-Identifier: Apache-2.0
#include "clauses/clause_index.h"

#include "clauses/clause_names.h"

void clause_index_make(const struct document *document, struct arena *arena,
                       struct clause_index *index)
{
    struct clause_paths *tree = clause_paths_make(arena, document);
    uint32_t count = document->paragraph_count;
    struct placed_clause *clauses = ARENA_ARRAY(arena, struct placed_clause, count);
    struct str *paths = ARENA_ARRAY(arena, struct str, count);
    struct str *names = ARENA_ARRAY(arena, struct str, count);
    for (uint32_t i = 0; i < count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        clauses[i] = (struct placed_clause){
            .label = paragraph->label.text, .kind = paragraph->kind, .level = paragraph->level};
        clause_paths_place(tree, document, i, &clauses[i]);
        paths[i] = clauses[i].path;
    }
    clause_names(paths, count, arena, names);
    *index = (struct clause_index){clauses, names, count};
}
