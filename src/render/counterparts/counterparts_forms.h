// SPDX-License-Identifier: Apache-2.0
// Rival texts beside a base, as JSON and for people.

#ifndef ENTENTE_RENDER_COUNTERPARTS_COUNTERPARTS_FORMS_H
#define ENTENTE_RENDER_COUNTERPARTS_COUNTERPARTS_FORMS_H

#include "render/counterparts/side_table.h"

// "entente-counterparts/1", see docs/counterparts.md. Owner of all: arena
struct str counterparts_json(const struct counterparts_answer *answer, struct arena *arena);
// The matches alone, for a person to correct and give back (--matches).
struct str counterparts_matches(const struct counterparts_answer *answer, struct arena *arena);

struct str counterparts_text(const struct side_table *table, struct arena *arena);
struct str counterparts_markdown(const struct side_table *table, struct arena *arena);
struct str counterparts_page(const struct side_table *table, struct arena *arena);

#endif
