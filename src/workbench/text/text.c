// SPDX-License-Identifier: Apache-2.0
#include "base/list.h"
#include "exchange/open.h"
#include "render/text/text_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"

#include <entente/document.h>

static struct reading reading_of(const struct entente_text_options *options, struct arena *arena)
{
    struct reading reading = {.kind = READING_ACCEPT};
    switch (options->tracked) {
    case ENTENTE_TRACKED_ACCEPT:
        return reading;
    case ENTENTE_TRACKED_REJECT:
        reading.kind = READING_REJECT;
        return reading;
    case ENTENTE_TRACKED_AUTHORS:
        break;
    }
    struct list names = LIST_MAKE(arena, struct str);
    struct str rest = str_of(options->authors);
    struct str name;
    while (str_cut(&rest, ',', &name))
        *LIST_ADD(&names, struct str) = str_trim(name);
    reading.kind = READING_AUTHORS;
    reading.authors = LIST_ITEMS(&names, struct str);
    reading.author_count = names.count;
    return reading;
}

static struct text_answer answer_of(const struct document *document,
                                    const struct entente_text_options *options, struct arena *arena)
{
    const struct document_author *found;
    size_t count = document_authors(document, arena, &found);
    struct text_author *authors = ARENA_ARRAY(arena, struct text_author, count);
    for (size_t i = 0; i < count; i++)
        authors[i] = (struct text_author){found[i].name, found[i].changes};
    return (struct text_answer){document, options->labels, options->body_only, authors, count};
}

bool entente_text(const struct entente_text_options *options, const struct entente_file *file,
                  const struct entente_bounds *bounds, struct entente_answer **answer,
                  struct entente_error *error)
{
    struct entente_text_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct reading reading = reading_of(options, made->arena);
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    const struct document *document;
    struct error inner;
    if (!document_open(str_of(file->name), answer_file(file), &reading, limits, made->arena,
                       &document, &inner) ||
        !budget_check_room(&budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    struct text_answer found = answer_of(document, options, made->arena);
    made->output = text_plain(&found, made->arena);
    made->summary = text_summary(&found, made->arena);
    *answer = made;
    return true;
}
