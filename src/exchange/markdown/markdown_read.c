// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/events.h"
#include "exchange/markdown/markdown.h"
#include "exchange/markdown/places.h"
#include "text/draft.h"
#include "text/outline.h"

struct markdown_building {
    struct arena *arena;
    const struct plain_source *source;
    struct markdown_events events;
    const struct markdown_place *places;
    const struct outline_fact *facts; // one an event; only those of text paragraphs mean something
    struct document_draft draft;
    uint32_t cursor; // behind the last line that a block took
};

static const struct markdown_event *event_at(const struct markdown_building *building, size_t i)
{
    return LIST_AT(&building->events.events, struct markdown_event, i);
}

static const struct markdown_run *event_run(const struct markdown_building *building, size_t i)
{
    return LIST_AT(&building->events.runs, struct markdown_run, i);
}

// Lines with "\n" between them and white space at the end taken away.
static struct str verbatim_text(struct str source, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < source.length; i++)
        if (source.bytes[i] != '\r')
            builder_add_byte(&out, source.bytes[i]);
        else if (i + 1 == source.length || source.bytes[i + 1] != '\n')
            builder_add_byte(&out, '\n');
    struct str text = builder_str(&out);
    while (text.length > 0 &&
           (text.bytes[text.length - 1] == '\n' || text.bytes[text.length - 1] == ' '))
        text.length--;
    return text;
}

static void add_verbatim(struct markdown_building *building, uint32_t from, uint32_t to)
{
    struct str source = str_slice(building->source->text, from, to);
    draft_open_paragraph(&building->draft, (struct origin){0, from, from});
    draft_text(&building->draft, verbatim_text(source, building->arena), 0,
               (struct origin){0, from, to});
    draft_close_paragraph(
        &building->draft,
        &(struct paragraph){.kind = PARAGRAPH_VERBATIM, .properties = STR("source")}, to);
}

// What no block took between two blocks, and is not blank, is carried as it stands: rules,
// definitions of links, empty items.
static void add_gap(struct markdown_building *building, uint32_t to)
{
    struct str text = building->source->text;
    uint32_t group = building->cursor;
    bool has_text = false;
    for (uint32_t at = building->cursor; at < to;) {
        // The source is shorter than 4 GiB.
        uint32_t end = (uint32_t)markdown_line_end(text, at);
        end = end > to ? to : end;
        bool is_blank = markdown_line_is_blank(text, at, end);
        if (is_blank && has_text)
            add_verbatim(building, group, at);
        if (is_blank)
            group = end;
        has_text = !is_blank;
        at = end;
    }
    if (has_text)
        add_verbatim(building, group, to);
    building->cursor = to;
}

// A soft line break is the line's end between its neighbours, with the white space and the quote
// marks that begin the next line; marks of emphasis around it are not its own.
static struct origin break_origin(struct str text, uint32_t from, uint32_t to)
{
    while (from < to && text.bytes[from] != '\n' && text.bytes[from] != '\r')
        from++;
    uint32_t end = from;
    while (end < to &&
           (text.bytes[end] == '\n' || text.bytes[end] == '\r' || text.bytes[end] == ' ' ||
            text.bytes[end] == '\t' || text.bytes[end] == '>'))
        end++;
    return (struct origin){0, from, end};
}

static struct origin run_origin(const struct markdown_building *building,
                                const struct markdown_event *event, size_t i)
{
    const struct markdown_run *run = event_run(building, i);
    size_t end = event->first_run + event->run_count;
    if (run->is_break && i > event->first_run && i + 1 < end) {
        const struct markdown_run *before = run - 1;
        const struct markdown_run *behind = run + 1;
        if (before->to > before->from && behind->from >= before->to)
            return break_origin(building->source->text, before->to, behind->from);
    }
    return (struct origin){0, run->from, run->to};
}

static void add_runs(struct markdown_building *building, const struct markdown_event *event)
{
    size_t end = event->first_run + event->run_count;
    bool is_code = event->block == BLOCK_IS_CODE || event->block == BLOCK_IS_HTML;
    for (size_t i = event->first_run; i < end; i++) {
        const struct markdown_run *run = event_run(building, i);
        struct origin origin = run_origin(building, event, i);
        uint32_t marks = draft_marks(&building->draft, &run->marks);
        struct str text = run->text;
        // The line end of the last line of code is the paragraph's mark.
        if (is_code && i + 1 == end && str_ends_with(text, STR("\n")))
            text.length--;
        if (run->is_object)
            draft_object(&building->draft, &run->object, marks, origin);
        else
            draft_text(&building->draft, text, marks, origin);
    }
}

static struct paragraph facts_of(const struct markdown_building *building, size_t i)
{
    const struct markdown_event *event = event_at(building, i);
    const struct outline_fact *guess = &building->facts[i];
    struct paragraph facts = {.kind = PARAGRAPH_TEXT, .properties = event->properties};
    switch (event->block) {
    case BLOCK_IS_CODE:
    case BLOCK_IS_HTML:
        facts.kind = PARAGRAPH_VERBATIM;
        return facts;
    case BLOCK_IS_HEADING:
        facts.kind = PARAGRAPH_HEADING;
        facts.level = event->level;
        facts.label = guess->label;
        return facts;
    case BLOCK_IS_TEXT:
        break;
    }
    facts.label = guess->label;
    if (event->label.length > 0) {
        facts.kind = PARAGRAPH_ITEM;
        facts.level = event->level;
        if (facts.label.text.length == 0)
            facts.label.text = event->label;
    } else {
        facts.kind = guess->kind;
        facts.level = guess->level + (guess->kind == PARAGRAPH_ITEM ? event->level : 0);
    }
    return facts;
}

static void add_paragraph(struct markdown_building *building, size_t i)
{
    const struct markdown_place *place = &building->places[i];
    draft_open_paragraph(&building->draft, (struct origin){0, place->from, place->from});
    add_runs(building, event_at(building, i));
    struct paragraph facts = facts_of(building, i);
    draft_close_paragraph(&building->draft, &facts, place->to);
}

static void add_event(struct markdown_building *building, size_t i, uint32_t *depth)
{
    static const enum block_kind kinds[] = {BLOCK_TABLE, BLOCK_ROW, BLOCK_CELL};
    const struct markdown_event *event = event_at(building, i);
    const struct markdown_place *place = &building->places[i];
    if (*depth == 0) {
        add_gap(building, place->from);
        building->cursor = place->to;
    }
    switch (event->kind) {
    case EVENT_TABLE:
    case EVENT_ROW:
    case EVENT_CELL:
        draft_open(&building->draft, kinds[event->kind], STR(""),
                   (struct origin){0, place->from, place->from});
        ++*depth;
        break;
    case EVENT_CLOSE:
        draft_close(&building->draft, STR(""), place->to);
        --*depth;
        break;
    case EVENT_PARAGRAPH:
        add_paragraph(building, i);
        break;
    }
}

// Typed labels and the levels of items; a Markdown heading needs no guess.
static const struct outline_fact *guess(const struct markdown_building *building)
{
    size_t count = building->events.events.count;
    struct outline_line *lines = ARENA_ARRAY(building->arena, struct outline_line, count);
    struct outline_fact *facts = ARENA_ARRAY(building->arena, struct outline_fact, count);
    for (size_t i = 0; i < count; i++) {
        const struct markdown_event *event = event_at(building, i);
        if (event->kind != EVENT_PARAGRAPH || event->block == BLOCK_IS_CODE ||
            event->block == BLOCK_IS_HTML)
            continue;
        struct builder text = builder_make(building->arena);
        for (size_t k = 0; k < event->run_count; k++) {
            const struct markdown_run *run = event_run(building, event->first_run + k);
            builder_add(&text, run->is_object ? STR("\xef\xbf\xbc") : run->text);
        }
        lines[i].text = builder_str(&text);
    }
    outline_guess(lines, count, building->arena, facts);
    return facts;
}

// Where the front matter ends: 0 when the text does not begin with "---" and end it.
static uint32_t front_matter_end(struct str text)
{
    size_t at = markdown_line_end(text, 0);
    if (!str_equal(str_trim(str_slice(text, 0, at)), STR("---")))
        return 0;
    while (at < text.length) {
        size_t end = markdown_line_end(text, at);
        struct str line = str_trim(str_slice(text, at, end));
        if (str_equal(line, STR("---")) || str_equal(line, STR("...")))
            return (uint32_t)end;
        at = end;
    }
    return 0;
}

bool markdown_read(struct str name, struct str bytes, const struct input_limits *limits,
                   struct arena *arena, const struct document **document, struct error *error)
{
    struct plain_source *source = ARENA_NEW(arena, struct plain_source);
    if (!plain_source_read(name, bytes, limits, arena, source, error))
        return false;
    struct markdown_building building = {.arena = arena, .source = source};
    uint32_t front = front_matter_end(source->text);
    if (!markdown_events_read(str_skip(source->text, front), front, arena, &building.events, error))
        return false;
    size_t count = building.events.events.count;
    if (count >= limits->paragraphs)
        return error_at(error, TOO_LARGE, place_of(name),
                        "the text has %zu paragraphs; the limit is %zu", count, limits->paragraphs);
    building.places = markdown_places(&building.events, source->text, front, arena);
    building.facts = guess(&building);
    building.draft = draft_begin(arena, FORM_MARKDOWN, name);
    draft_open(&building.draft, BLOCK_BODY, STR("body"), (struct origin){0, 0, 0});
    if (front > 0)
        add_verbatim(&building, 0, front);
    building.cursor = front;
    uint32_t depth = 0;
    for (size_t i = 0; i < count; i++)
        add_event(&building, i, &depth);
    add_gap(&building, (uint32_t)source->text.length);
    draft_close(&building.draft, STR(""), (uint32_t)source->text.length);
    struct document *built = draft_end(&building.draft);
    built->source = source;
    *document = built;
    return true;
}
