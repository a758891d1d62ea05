// SPDX-License-Identifier: Apache-2.0
#include "base/sorted.h"
#include "exchange/markdown/events.h"
#include "exchange/markdown/markdown.h"
#include "exchange/markdown/places.h"
#include "exchange/markdown/short_dashes.h"
#include "exchange/markdown/source_lines.h"
#include "text/draft.h"
#include "text/outline.h"

// What a table may be widened by; it costs a cell in every row.
enum { WIDEST_SURPLUS = 100 };

// An object that refers to a note.
struct reference {
    uint32_t note;
    uint32_t object;
};

struct markdown_building {
    struct arena *arena;
    const struct markdown_source *source;
    struct str text; // of the source, as the file has it
    const struct markdown_view *view;
    struct list dashes; // that the parser wants: struct markdown_widening
    struct markdown_events events;
    const struct markdown_place *places;
    const struct outline_fact *facts; // one an event; only those of text paragraphs mean something
    struct document_draft draft;
    uint32_t cursor;        // behind the last line that a block took
    struct list references; // struct reference
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
    struct str source = str_slice(building->text, from, to);
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
    struct str text = building->view->text; // what is blank there is no text, or a note
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
            return break_origin(building->text, before->to, behind->from);
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
        if (run->is_object) {
            uint32_t object = draft_object(&building->draft, &run->object, marks, origin);
            if (run->note != NO_INDEX)
                *LIST_ADD(&building->references, struct reference) =
                    (struct reference){run->note, object};
        } else {
            draft_text(&building->draft, text, marks, origin);
        }
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

static void add_events(struct markdown_building *building)
{
    uint32_t depth = 0;
    building->facts = guess(building);
    for (size_t i = 0; i < building->events.events.count; i++)
        add_event(building, i, &depth);
}

// The events of a stretch of the view with their places.
static bool read_events(struct markdown_building *building, struct str text, uint32_t from,
                        uint32_t to, const struct list *widenings, struct list *surpluses,
                        struct error *error)
{
    bool is_note = text.bytes == building->view->full.bytes;
    struct list all =
        markdown_dashes_and_widenings(&building->dashes, widenings, text, building->arena);
    if (!markdown_events_read(building->view, text, from, to, &all, is_note, building->arena,
                              &building->events, error))
        return false;
    *surpluses = LIST_MAKE(building->arena, struct markdown_surplus);
    building->places = markdown_places(&building->events, str_slice(text, 0, to), from,
                                       building->arena, surpluses);
    return true;
}

// Reads with tables whose dashes are short. A table takes in the lines below it, others that want
// dashes among them: there the dashes would be words, and are left out again.
static bool read_tables(struct markdown_building *building, struct str text, uint32_t from,
                        uint32_t to, struct list *surpluses, struct error *error)
{
    struct str read = str_slice(text, 0, to);
    building->dashes = LIST_MAKE(building->arena, struct markdown_widening);
    if (!read_events(building, text, from, to, NULL, surpluses, error))
        return false;
    building->dashes = markdown_short_dashes(&building->events, read, building->arena);
    if (building->dashes.count == 0)
        return true;
    if (!read_events(building, text, from, to, NULL, surpluses, error))
        return false;
    for (uint32_t rounds = 0; building->events.shown.count > 0; rounds++) {
        building->dashes = rounds == 0
                               ? markdown_dashes_unseen(&building->dashes, &building->events.shown,
                                                        building->arena)
                               : LIST_MAKE(building->arena, struct markdown_widening);
        if (!read_events(building, text, from, to, NULL, surpluses, error))
            return false;
    }
    return true;
}

// Tables as wide as their widest row; one that is too wide for a table is no table.
static struct list widenings_of(const struct markdown_building *building,
                                const struct list *surpluses)
{
    struct list widenings = LIST_MAKE(building->arena, struct markdown_widening);
    for (size_t i = 0; i < surpluses->count; i++) {
        const struct markdown_surplus *one = LIST_AT(surpluses, struct markdown_surplus, i);
        if (one->widening.columns <= WIDEST_SURPLUS)
            *LIST_ADD(&widenings, struct markdown_widening) = one->widening;
        else
            markdown_view_free_line(building->view, one->widening.at);
    }
    return widenings;
}

// Reads until no cell is left out: bars inside brackets are words where a row has too many of them,
// then the head is made wider; where even that leaves something out, the rows are lines of text.
static bool read_all_cells(struct markdown_building *building, struct str text, uint32_t from,
                           uint32_t to, struct error *error)
{
    struct list surpluses;
    if (!read_tables(building, text, from, to, &surpluses, error))
        return false;
    if (surpluses.count == 0)
        return true;
    for (size_t i = 0; i < surpluses.count; i++) {
        const struct list *rows = &LIST_AT(&surpluses, struct markdown_surplus, i)->rows;
        for (size_t k = 0; k < rows->count; k++) {
            const struct markdown_place *row = LIST_AT(rows, struct markdown_place, k);
            markdown_view_free_bars(building->view, row->from, row->to);
        }
    }
    if (!read_events(building, text, from, to, NULL, &surpluses, error))
        return false;
    struct list widenings = widenings_of(building, &surpluses);
    if (surpluses.count > 0 &&
        !read_events(building, text, from, to, &widenings, &surpluses, error))
        return false;
    for (size_t i = 0; i < surpluses.count; i++)
        markdown_view_free_line(building->view,
                                LIST_AT(&surpluses, struct markdown_surplus, i)->widening.at);
    return surpluses.count == 0 || read_events(building, text, from, to, NULL, &surpluses, error);
}

static bool is_too_large(const struct markdown_building *building,
                         const struct input_limits *limits, struct error *error)
{
    size_t count = building->events.events.count + building->draft.paragraphs.count;
    if (count < limits->paragraphs)
        return false;
    return !error_at(error, TOO_LARGE, place_of(building->draft.name),
                     "the text has %zu paragraphs; the limit is %zu", count, limits->paragraphs);
}

static bool add_body(struct markdown_building *building, uint32_t front,
                     const struct input_limits *limits, struct error *error)
{
    // The source is shorter than 4 GiB.
    uint32_t end = (uint32_t)building->text.length;
    if (!read_all_cells(building, building->view->text, front, end, error) ||
        is_too_large(building, limits, error))
        return false;
    draft_open(&building->draft, BLOCK_BODY, STR("body"), (struct origin){0, 0, 0});
    if (front > 0)
        add_verbatim(building, 0, front);
    building->cursor = front;
    add_events(building);
    add_gap(building, end);
    draft_close(&building->draft, STR(""), end);
    return true;
}

static bool add_note(struct markdown_building *building, uint32_t number,
                     const struct input_limits *limits, uint32_t *root, struct error *error)
{
    const struct markdown_note *note = &building->view->notes[number];
    if (!read_all_cells(building, building->view->full, note->words_from, note->to, error) ||
        is_too_large(building, limits, error))
        return false;
    *root = draft_open(&building->draft, BLOCK_FOOTNOTE,
                       arena_print(building->arena, "footnote %u", number + 1),
                       (struct origin){0, note->from, note->from});
    building->cursor = note->to;
    add_events(building);
    draft_close(&building->draft, STR(""), note->to);
    return true;
}

static bool add_notes(struct markdown_building *building, const struct input_limits *limits,
                      struct error *error)
{
    size_t count = building->view->note_count;
    uint32_t *roots = ARENA_ARRAY(building->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++)
        if (!add_note(building, i, limits, &roots[i], error))
            return false;
    for (size_t i = 0; i < building->references.count; i++) {
        const struct reference *reference = LIST_AT(&building->references, struct reference, i);
        draft_set_story(&building->draft, reference->object, roots[reference->note]);
    }
    return true;
}

static int in_order_of_source(const void *a, const void *b)
{
    uint32_t left = ((const struct markdown_note *)a)->from;
    uint32_t right = ((const struct markdown_note *)b)->from;
    return (left > right) - (left < right);
}

// The notes in the order in which they stand, for whoever writes the source again.
static void keep_notes(const struct markdown_view *view, struct arena *arena,
                       struct markdown_source *source)
{
    struct list notes = LIST_MAKE(arena, struct markdown_note);
    for (size_t i = 0; i < view->note_count; i++)
        *LIST_ADD(&notes, struct markdown_note) = view->notes[i];
    list_sort(&notes, in_order_of_source);
    source->notes = LIST_ITEMS(&notes, struct markdown_note);
    source->note_count = notes.count;
}

static bool note_ends_by(const void *row, size_t at, uint64_t place)
{
    const struct markdown_note *notes = row;
    return notes[at].to <= place;
}

size_t markdown_note_at(const struct markdown_source *source, uint32_t at)
{
    return sorted_before(source->note_count, source->notes, note_ends_by, at);
}

bool markdown_read(struct str name, struct str bytes, const struct input_limits *limits,
                   struct arena *arena, const struct document **document, struct error *error)
{
    struct markdown_source *source = ARENA_NEW(arena, struct markdown_source);
    if (!plain_source_read(name, bytes, limits, arena, &source->plain, error))
        return false;
    struct str text = source->plain.text;
    uint32_t front = front_matter_end(text);
    struct markdown_view view = markdown_view_make(text, front, arena);
    keep_notes(&view, arena, source);
    struct markdown_building building = {.arena = arena,
                                         .source = source,
                                         .text = text,
                                         .view = &view,
                                         .references = LIST_MAKE(arena, struct reference)};
    building.draft = draft_begin(arena, FORM_MARKDOWN, name);
    if (!add_body(&building, front, limits, error) || !add_notes(&building, limits, error))
        return false;
    struct document *built = draft_end(&building.draft);
    built->source = source;
    *document = built;
    return true;
}
