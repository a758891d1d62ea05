// SPDX-License-Identifier: Apache-2.0
// The figures of a table of actors, in each of the forms.

#ifndef ENTENTE_RENDER_BARGAIN_SPATIAL_FORMS_H
#define ENTENTE_RENDER_BARGAIN_SPATIAL_FORMS_H

#include "answers/spatial_answer.h"
#include "base/builder.h"

// "entente-spatial/1".
struct str spatial_json(const struct spatial_answer *answer, struct arena *arena);
// Tables for a terminal.
struct str spatial_text(const struct spatial_answer *answer, struct arena *arena);
// A page: each dimension with its picture and tables. `name` is the table's.
struct str spatial_page(const struct spatial_answer *answer, struct str name, struct arena *arena);

#endif
