// SPDX-License-Identifier: Apache-2.0
#include "exchange/time_network/network_read.h"

#include "base/checked.h"
#include "base/list.h"
#include "base/utf8.h"

#define FIELDS_MAX 16
#define COLUMN_NONE FIELDS_MAX

// Which field holds what.
struct network_columns {
    size_t inst;
    size_t draft;
    size_t clause;
    size_t u;
    size_t v;
    size_t w;
    size_t phrase;
};

struct fields {
    struct str items[FIELDS_MAX];
    size_t count;
};

struct row {
    struct str u;
    struct str v;
    struct str clause;
    struct str phrase;
    struct str draft;
    int64_t w;
    size_t line;
};

struct gathered {
    struct str name;
    struct list rows; // struct row
};

struct network_reading {
    struct str source;
    const struct input_limits *limits;
    struct arena *arena;
    struct arena *scratch;
    struct network_columns columns;
    bool has_columns;
    struct names *instance_names;
    struct list instances; // struct gathered
    size_t links;
    struct error *error;
};

static struct place place_at(const struct network_reading *r, size_t line)
{
    struct place place = place_of(r->source);
    place.line = line;
    return place;
}

// Cuts a line into fields: by tabs where there is one, else by runs of spaces.
static struct fields cut_fields(struct str line)
{
    struct fields fields = {.count = 0};
    bool has_tab = str_find_byte(line, '\t') < line.length;
    struct str piece;
    while (fields.count < FIELDS_MAX && str_cut(&line, has_tab ? '\t' : ' ', &piece))
        if (has_tab || piece.length > 0)
            fields.items[fields.count++] = str_trim(piece);
    return fields;
}

static bool names_columns(const struct fields *fields, struct network_columns *columns)
{
    *columns = (struct network_columns){COLUMN_NONE, COLUMN_NONE, COLUMN_NONE, COLUMN_NONE,
                                        COLUMN_NONE, COLUMN_NONE, COLUMN_NONE};
    const struct {
        const char *name;
        size_t *column;
    } known[] = {
        {"inst", &columns->inst},     {"instance", &columns->inst}, {"draft", &columns->draft},
        {"clause", &columns->clause}, {"u", &columns->u},           {"from", &columns->u},
        {"v", &columns->v},           {"to", &columns->v},          {"w", &columns->w},
        {"limit", &columns->w},       {"phrase", &columns->phrase},
    };
    for (size_t i = 0; i < fields->count; i++)
        for (size_t j = 0; j < sizeof known / sizeof known[0]; j++)
            if (*known[j].column == COLUMN_NONE &&
                str_equal_ignoring_case(fields->items[i], str_of(known[j].name)))
                *known[j].column = i;
    return columns->u != COLUMN_NONE && columns->v != COLUMN_NONE && columns->w != COLUMN_NONE;
}

static bool is_whole(struct str field)
{
    int64_t number;
    return checked_parse(field, &number);
}

// A file without a header: an instance's name comes first when the limit stands in the fourth
// field and the third may be an event.
static struct network_columns guess_columns(const struct fields *fields)
{
    bool has_name = fields->count >= 4 && is_whole(fields->items[3]) &&
                    (fields->count == 4 || !is_whole(fields->items[2]));
    size_t u = has_name ? 1 : 0;
    return (struct network_columns){
        .inst = has_name ? 0 : COLUMN_NONE,
        .draft = COLUMN_NONE,
        .clause = u + 3,
        .u = u,
        .v = u + 1,
        .w = u + 2,
        .phrase = u + 4,
    };
}

static struct str field_at(const struct fields *fields, size_t column)
{
    return column < fields->count ? fields->items[column] : (struct str){0};
}

static struct gathered *instance_of(struct network_reading *r, struct str name)
{
    uint32_t number = names_add(r->instance_names, name);
    if (number == r->instances.count)
        *LIST_ADD(&r->instances, struct gathered) =
            (struct gathered){name, LIST_MAKE(r->scratch, struct row)};
    return LIST_AT(&r->instances, struct gathered, number);
}

static bool add_row(struct network_reading *r, const struct fields *fields, size_t line)
{
    const struct network_columns *c = &r->columns;
    struct row row = {
        .u = field_at(fields, c->u),
        .v = field_at(fields, c->v),
        .clause = field_at(fields, c->clause),
        .phrase = field_at(fields, c->phrase),
        .draft = field_at(fields, c->draft),
        .line = line,
    };
    struct str w = field_at(fields, c->w);
    if (row.u.length == 0 || row.v.length == 0 || w.length == 0)
        return error_at(r->error, BAD_INPUT, place_at(r, line),
                        "a link needs two events and a limit: \"u v w\"");
    if (!checked_parse(w, &row.w))
        return error_at(r->error, BAD_INPUT, place_at(r, line),
                        "the limit \"%.*s\" is not a whole number of at most 18 digits",
                        STR_ARGS(w));
    if (++r->links > r->limits->network_links)
        return error_at(r->error, TOO_LARGE, place_at(r, line),
                        "more than %zu links in one file; cut it into several",
                        r->limits->network_links);
    *LIST_ADD(&instance_of(r, field_at(fields, c->inst))->rows, struct row) = row;
    return true;
}

static bool read_line(struct network_reading *r, struct str line, size_t number)
{
    bool is_comment = str_starts_with(line, STR("#"));
    struct fields fields = cut_fields(is_comment ? str_skip(line, 1) : line);
    struct network_columns named;
    if (!r->has_columns && names_columns(&fields, &named)) {
        r->columns = named;
        r->has_columns = true;
        return true;
    }
    if (is_comment || fields.count == 0)
        return true;
    if (!r->has_columns) {
        r->columns = guess_columns(&fields);
        r->has_columns = true;
    }
    return add_row(r, &fields, number);
}

// A number of an event, written without sign or leading zeros.
static bool event_number(struct str field, int64_t *number)
{
    if (field.bytes[0] == '-' || field.bytes[0] == '+' ||
        (field.bytes[0] == '0' && field.length > 1))
        return false;
    return checked_parse(field, number);
}

static bool is_numbered(const struct list *rows)
{
    int64_t number;
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = LIST_AT(rows, struct row, i);
        if (!event_number(row->u, &number) || !event_number(row->v, &number))
            return false;
    }
    return true;
}

static bool number_events(struct network_reading *r, const struct list *rows, struct link *links,
                          uint32_t *events)
{
    int64_t top = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = LIST_AT(rows, struct row, i);
        int64_t u;
        int64_t v;
        if (!event_number(row->u, &u) || !event_number(row->v, &v))
            return error_at(r->error, BAD_INPUT, place_at(r, row->line), "events without number");
        int64_t larger = u > v ? u : v;
        if (larger >= (int64_t)r->limits->network_events)
            return error_at(r->error, TOO_LARGE, place_at(r, row->line),
                            "event %lld is above the limit of %zu events", (long long)larger,
                            r->limits->network_events);
        top = larger > top ? larger : top;
        links[i].from = (uint32_t)u; // below network_events
        links[i].to = (uint32_t)v;
    }
    *events = (uint32_t)top + 1;
    return true;
}

static bool name_events(struct network_reading *r, const struct list *rows, struct link *links,
                        struct network_instance *instance)
{
    struct names *names = names_make(r->scratch);
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = LIST_AT(rows, struct row, i);
        if (str_equal_ignoring_case(row->u, STR("ORIGIN")) ||
            str_equal_ignoring_case(row->v, STR("ORIGIN"))) {
            names_add(names, str_equal_ignoring_case(row->u, STR("ORIGIN")) ? row->u : row->v);
            break;
        }
    }
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = LIST_AT(rows, struct row, i);
        links[i].from = names_add(names, row->u);
        links[i].to = names_add(names, row->v);
        if (names_count(names) > r->limits->network_events)
            return error_at(r->error, TOO_LARGE, place_at(r, row->line), "more than %zu events",
                            r->limits->network_events);
    }
    instance->network.events = names_count(names);
    struct str *events = ARENA_ARRAY(r->arena, struct str, names_count(names));
    for (uint32_t e = 0; e < names_count(names); e++)
        events[e] = names_at(names, e);
    instance->events = events;
    return true;
}

static const struct str *copy_names(const struct names *names, struct arena *arena)
{
    struct str *copy = ARENA_ARRAY(arena, struct str, names_count(names));
    for (uint32_t i = 0; i < names_count(names); i++)
        copy[i] = names_at(names, i);
    return copy;
}

// Clauses of the same name in different drafts are different clauses.
static void add_clauses(struct network_reading *r, const struct list *rows, struct link *links,
                        struct network_instance *instance)
{
    struct names *clause_names = names_make(r->scratch);
    struct names *draft_names = names_make(r->scratch);
    struct str *clauses = ARENA_ARRAY(r->arena, struct str, rows->count);
    struct str *phrases = ARENA_ARRAY(r->arena, struct str, rows->count);
    uint32_t *drafts = ARENA_ARRAY(r->arena, uint32_t, rows->count);
    size_t *lines = ARENA_ARRAY(r->arena, size_t, rows->count);
    bool has_clauses = false;
    bool has_drafts = false;
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = LIST_AT(rows, struct row, i);
        has_clauses = has_clauses || row->clause.length > 0;
        has_drafts = has_drafts || row->draft.length > 0;
        clauses[i] = row->clause;
        phrases[i] = row->phrase;
        drafts[i] = names_add(draft_names, row->draft);
        lines[i] = row->line;
    }
    for (size_t i = 0; i < rows->count; i++) {
        struct str key = clauses[i];
        if (clauses[i].length == 0)
            key = arena_print(r->arena, "line %zu", lines[i]);
        else if (has_drafts)
            key = arena_print(r->arena, "%.*s/%.*s", STR_ARGS(names_at(draft_names, drafts[i])),
                              STR_ARGS(clauses[i]));
        links[i].clause = has_clauses ? names_add(clause_names, key) : (uint32_t)i;
    }
    instance->lines = lines;
    if (has_clauses) {
        instance->clauses = clauses;
        instance->phrases = phrases;
        instance->clause_names = copy_names(clause_names, r->arena);
        instance->clause_count = names_count(clause_names);
    }
    if (has_drafts) {
        instance->drafts = drafts;
        instance->draft_names = copy_names(draft_names, r->arena);
        instance->draft_count = names_count(draft_names);
    }
}

// "folder/minsk2.arcs.tsv" is called minsk2.
static struct str stem(struct str source)
{
    for (size_t i = source.length; i > 0; i--)
        if (source.bytes[i - 1] == '/') {
            source = str_skip(source, i);
            break;
        }
    struct str endings[] = {STR(".tsv"), STR(".txt"), STR(".arcs")};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_ends_with(source, endings[i]))
            source = str_slice(source, 0, source.length - endings[i].length);
    return source;
}

static bool make_instance(struct network_reading *r, const struct gathered *gathered,
                          struct network_instance *instance)
{
    const struct list *rows = &gathered->rows;
    struct link *links = ARENA_ARRAY(r->arena, struct link, rows->count);
    *instance = (struct network_instance){.name = gathered->name.length > 0 ? gathered->name
                                                                            : stem(r->source)};
    for (size_t i = 0; i < rows->count; i++)
        links[i].most = LIST_AT(rows, struct row, i)->w;
    if (is_numbered(rows)) {
        if (!number_events(r, rows, links, &instance->network.events))
            return false;
    } else if (!name_events(r, rows, links, instance)) {
        return false;
    }
    add_clauses(r, rows, links, instance);
    instance->network.links = links;
    instance->network.count = (uint32_t)rows->count; // at most network_links
    uint32_t bad = network_check(&instance->network);
    if (bad != LINK_NONE)
        return error_at(r->error, BAD_INPUT, place_at(r, instance->lines[bad]),
                        "the limit %lld is too large to add up over %u events",
                        (long long)links[bad].most, instance->network.events);
    return true;
}

static bool read_all(struct network_reading *r, struct str text)
{
    size_t valid = utf8_valid_length(text);
    if (valid < text.length)
        return error_at(r->error, BAD_INPUT, place_in(r->source, text, valid),
                        "the file is not UTF-8 text");
    size_t number = 0;
    struct str line;
    text = utf8_without_mark(text);
    while (str_cut(&text, '\n', &line)) {
        number++;
        if (str_ends_with(line, STR("\r")))
            line = str_slice(line, 0, line.length - 1);
        if (!read_line(r, line, number))
            return false;
    }
    if (r->instances.count == 0)
        return error_at(r->error, BAD_INPUT, place_of(r->source),
                        "there is no link in it; write lines of \"u v w\"");
    return true;
}

bool network_read(struct str source, struct str text, const struct input_limits *limits,
                  struct arena *arena, struct network_instances *instances, struct error *error)
{
    struct network_reading r = {
        .source = source,
        .limits = limits,
        .arena = arena,
        .scratch = arena_open(),
        .error = error,
    };
    r.instance_names = names_make(r.scratch);
    r.instances = LIST_MAKE(r.scratch, struct gathered);
    bool done = read_all(&r, text);
    struct network_instance *items = ARENA_ARRAY(arena, struct network_instance, r.instances.count);
    for (size_t i = 0; done && i < r.instances.count; i++)
        done = make_instance(&r, LIST_AT(&r.instances, struct gathered, i), &items[i]);
    *instances = (struct network_instances){items, r.instances.count};
    arena_close(r.scratch);
    return done;
}
