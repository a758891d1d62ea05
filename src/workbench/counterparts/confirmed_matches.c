// SPDX-License-Identifier: Apache-2.0
#include "workbench/counterparts/confirmed_matches.h"

#include "codec/yaml.h"
#include "workbench/answer.h"

struct reading_matches {
    struct str name; // the file's
    struct str bytes;
    const struct rival_text *texts;
    uint32_t text_count;
    bool is_of_some;
    struct arena *arena;
    struct list *matches;
};

static bool refuse(const struct reading_matches *reading, const struct json *where,
                   struct error *error, const char *what, struct str said)
{
    size_t line = 1;
    for (size_t i = 0; where && i < where->byte && i < reading->bytes.length; i++)
        line += reading->bytes.bytes[i] == '\n';
    return error_at(error, BAD_INPUT, place_of(reading->name), "line %zu: \"%.*s\" %s", line,
                    STR_ARGS(said), what);
}

static bool find_point(const struct rival_text *text, struct str name, uint32_t *point)
{
    for (*point = 0; *point < text->count; ++*point)
        if (str_equal(text->points[*point].name, name))
            return true;
    return false;
}

static bool read_points(const struct reading_matches *reading, const struct json *entry,
                        struct confirmed_match *match, struct error *error)
{
    const struct json *points = json_member(entry, "points");
    if (points == NULL || (points->kind != JSON_ARRAY && points->text.length > 0))
        return refuse(reading, entry, error, "has no list of points", json_text(entry, "base"));
    uint32_t *items = ARENA_ARRAY(reading->arena, uint32_t, points->count + 1);
    const struct rival_text *text = &reading->texts[match->text];
    for (size_t i = 0; points->kind == JSON_ARRAY && i < points->count; i++)
        if (!find_point(text, points->items[i].text, &items[i]))
            return refuse(reading, &points->items[i], error, "is no point of that party's text",
                          points->items[i].text);
    match->points = items;
    match->count = points->kind == JSON_ARRAY ? (uint32_t)points->count : 0;
    return true;
}

static bool is_certainty(struct str said)
{
    return str_equal(said, STR("possible")) || str_equal(said, STR("likely")) ||
           str_equal(said, STR("sure")) || str_equal(said, STR("confirmed"));
}

// The text of the entry's party; text_count when it is not here.
static uint32_t text_of(const struct reading_matches *reading, const struct json *entry)
{
    uint32_t text = 1;
    while (text < reading->text_count &&
           !str_equal(reading->texts[text].party, json_text(entry, "party")))
        text++;
    return text;
}

// A file that says nothing of the texts at hand was meant for others, or calls them otherwise.
static bool check_parties(const struct reading_matches *reading, const struct json *entries,
                          struct error *error)
{
    for (size_t i = 0; i < entries->count; i++)
        if (text_of(reading, &entries->items[i]) < reading->text_count)
            return true;
    return entries->count == 0 ||
           refuse(reading, json_member(&entries->items[0], "party"), error,
                  "is not the party whose text this is, and no entry is of that one",
                  json_text(&entries->items[0], "party"));
}

static bool read_entry(const struct reading_matches *reading, const struct json *entry,
                       struct error *error)
{
    struct str certainty = json_text(entry, "certainty");
    if (!is_certainty(certainty))
        return refuse(reading, entry, error, "is no certainty: possible, likely, sure or confirmed",
                      certainty);
    struct confirmed_match match = {.text = text_of(reading, entry)};
    if (!str_equal(certainty, STR("confirmed")) ||
        (match.text == reading->text_count && reading->is_of_some))
        return true;
    struct str party = json_text(entry, "party");
    if (match.text == reading->text_count)
        return refuse(reading, json_member(entry, "party"), error, "is none of the parties", party);
    if (!find_point(&reading->texts[0], json_text(entry, "base"), &match.base))
        return refuse(reading, entry, error, "is no point of the base", json_text(entry, "base"));
    if (!read_points(reading, entry, &match, error))
        return false;
    *LIST_ADD(reading->matches, struct confirmed_match) = match;
    return true;
}

bool confirmed_matches_read(const struct entente_file *file, const struct rival_text *texts,
                            uint32_t text_count, bool is_of_some, struct arena *arena,
                            struct list *matches, struct error *error)
{
    struct reading_matches reading = {
        str_of(file->name), answer_file(file), texts, text_count, is_of_some, arena, matches};
    const struct json *value;
    if (!yaml_read(reading.name, reading.bytes, &input_limits_default, arena, &value, error))
        return false;
    const struct json *entries = json_member(value, "matches");
    if (!str_equal(json_text(value, "format"), STR("entente-matches/1")) || entries == NULL ||
        entries->kind != JSON_ARRAY)
        return error_at(error, BAD_INPUT, place_of(reading.name),
                        "has no matches: format entente-matches/1 and a list was expected; "
                        "counterparts … -o FILE.yaml writes one");
    if (is_of_some && !check_parties(&reading, entries, error))
        return false;
    for (size_t i = 0; i < entries->count; i++)
        if (!read_entry(&reading, &entries->items[i], error))
            return false;
    return true;
}

static bool is_overruled(const struct list *matches, uint32_t text, const struct counterpart *pair)
{
    for (size_t i = 0; i < matches->count; i++) {
        const struct confirmed_match *match = LIST_AT(matches, struct confirmed_match, i);
        if (match->text != text)
            continue;
        if (match->base == pair->base)
            return true;
        for (uint32_t k = 0; k < match->count; k++)
            if (match->points[k] == pair->other)
                return true;
    }
    return false;
}

// What was found to carry the pair, or nothing.
static struct counterpart confirmed(const struct counterparts *found, uint32_t base, uint32_t other)
{
    struct counterpart made = {.base = base, .other = other, .score = 1000};
    for (uint32_t k = 0; k < found->count; k++)
        if (found->items[k].base == base && found->items[k].other == other)
            made = found->items[k];
    made.certainty = CERTAINTY_CONFIRMED;
    return made;
}

static int by_place(const void *a, const void *b)
{
    const struct counterpart *x = a;
    const struct counterpart *y = b;
    if (x->base != y->base)
        return x->base < y->base ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

void confirmed_matches_lay(const struct list *matches, uint32_t text, struct arena *arena,
                           struct counterparts *found)
{
    struct list kept = LIST_MAKE(arena, struct counterpart);
    for (uint32_t k = 0; k < found->count; k++)
        if (!is_overruled(matches, text, &found->items[k]))
            *LIST_ADD(&kept, struct counterpart) = found->items[k];
    for (size_t i = 0; i < matches->count; i++) {
        const struct confirmed_match *match = LIST_AT(matches, struct confirmed_match, i);
        for (uint32_t k = 0; match->text == text && k < match->count; k++)
            *LIST_ADD(&kept, struct counterpart) = confirmed(found, match->base, match->points[k]);
    }
    list_sort(&kept, by_place);
    *found = (struct counterparts){LIST_ITEMS(&kept, struct counterpart), (uint32_t)kept.count};
}
