// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/fragments.h"

#include "base/builder.h"
#include "base/utf8.h"
#include "codec/csv.h"
#include "exchange/open.h"
#include "merge/fragment.h"
#include "workbench/answer.h"

#define QUOTED_BYTES 48
#define MOST_QUOTED 5
#define LEAST_QUOTED 3     // lines of a reply
#define QUOTED_TO_OTHERS 2 // to one line of its own

static bool ends_in(struct str name, const char *ending)
{
    struct str tail = str_of(ending);
    return name.length >= tail.length &&
           str_equal_ignoring_case(str_skip(name, name.length - tail.length), tail);
}

// A cell of a number alone beside one of words counts the rows.
static bool has_letter(struct str cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if ((unsigned char)cell.bytes[i] >= 0x80 ||
            ((cell.bytes[i] | 0x20) >= 'a' && (cell.bytes[i] | 0x20) <= 'z'))
            return true;
    return false;
}

static bool has_words(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (has_letter(row->cells[i]))
            return true;
    return false;
}

// Each cell becomes a paragraph, but for the numbers of rows.
static bool cells_as_text(struct str name, struct str bytes, struct arena *arena, struct str *text,
                          struct error *error)
{
    struct csv csv;
    if (!csv_read(name, bytes, arena, &csv, error))
        return false;
    struct builder out = builder_make(arena);
    for (size_t row = 0; row < csv.count; row++)
        for (size_t i = 0; i < csv.rows[row].count; i++) {
            if (has_words(&csv.rows[row]) && !has_letter(csv.rows[row].cells[i]))
                continue;
            builder_add(&out, csv.rows[row].cells[i]);
            builder_add_c(&out, "\n\n");
        }
    *text = builder_str(&out);
    return true;
}

static struct str behind_quote_marks(struct str line)
{
    while (line.length > 0 && line.bytes[0] == '>')
        line = str_skip(line, line.length > 1 && line.bytes[1] == ' ' ? 2 : 1);
    return line;
}

// Does a sentence go on behind this line? Programs that quote cut lines anywhere.
static bool goes_on(struct str line)
{
    static const struct str ends = STR_INIT(".;:!?");
    line = str_trim(line);
    return line.length > 0 && str_find_byte(ends, line.bytes[line.length - 1]) == ends.length;
}

static struct str without_quote_marks(struct str bytes, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct str line;
    bool is_open = false; // the line before was quoted and goes on
    if (str_find_byte(bytes, '>') == bytes.length)
        return bytes;
    while (str_cut(&bytes, '\n', &line)) {
        struct str words = behind_quote_marks(line);
        bool is_quoted = words.length < line.length && str_trim(words).length > 0;
        if (out.length > 0)
            builder_add_byte(&out, is_quoted && is_open ? ' ' : '\n');
        builder_add(&out, words);
        is_open = is_quoted && goes_on(words);
    }
    return builder_str(&out);
}

bool draft_is_cells(const struct entente_file *file)
{
    bool is_package;
    struct error unused;
    return ends_in(str_of(file->name), ".csv") &&
           document_is_package(str_of(file->name), answer_file(file), &is_package, &unused) &&
           !is_package;
}

static bool is_markdown_name(struct str name)
{
    return ends_in(name, ".md") || ends_in(name, ".markdown");
}

bool draft_without_quotes(const struct entente_file *file, struct arena *arena, struct str *bytes)
{
    struct str rest = answer_file(file);
    struct str line;
    size_t quoted = 0;
    size_t others = 0;
    bool is_package;
    struct error unused;
    if (is_markdown_name(str_of(file->name)) || draft_is_cells(file) ||
        !document_is_package(str_of(file->name), rest, &is_package, &unused) || is_package)
        return false;
    while (str_cut(&rest, '\n', &line)) {
        bool is_quoted = line.length > 0 && line.bytes[0] == '>';
        quoted += is_quoted;
        others += !is_quoted && str_trim(line).length > 0;
    }
    if (quoted < LEAST_QUOTED || quoted < others * QUOTED_TO_OTHERS)
        return false;
    *bytes = without_quote_marks(answer_file(file), arena);
    return true;
}

bool fragment_open(const struct entente_file *file, struct arena *arena,
                   const struct document **document, struct error *error)
{
    struct str name = str_of(file->name);
    struct str bytes = answer_file(file);
    const struct reading accepted = {.kind = READING_ACCEPT};
    bool is_package;
    if (!document_is_package(name, bytes, &is_package, error))
        return false;
    bool is_table = !is_package && ends_in(name, ".csv");
    if (is_table && !cells_as_text(name, bytes, arena, &bytes, error))
        return false;
    if (!is_package && !is_table && !is_markdown_name(name))
        bytes = without_quote_marks(bytes, arena);
    return document_open(name, bytes, &accepted, &input_limits_default, arena, document, error);
}

static void add_note(struct list *notes, struct str party, struct str words)
{
    *LIST_ADD(notes, struct merge_note) = (struct merge_note){NOTE_SIMILARITY, party, words};
}

static void tell_unplaced(struct str party, const struct fragment_placed *placed,
                          struct arena *arena, struct list *notes)
{
    struct builder note = builder_make(arena);
    uint32_t count = placed->unplaced_count;
    if (count == 0)
        return;
    builder_print(&note,
                  "%u paragraph%s of the fragment resemble%s nothing in the base and %s in no "
                  "proposal:",
                  count, count == 1 ? "" : "s", count == 1 ? "s" : "", count == 1 ? "is" : "are");
    for (uint32_t i = 0; i < count && i < MOST_QUOTED; i++) {
        struct str text = str_trim(placed->unplaced[i]);
        struct str start = utf8_start(text, QUOTED_BYTES);
        builder_print(&note, "%s \"%.*s%s\"", i > 0 ? "," : "", STR_ARGS(start),
                      start.length < text.length ? "…" : "");
    }
    if (count > MOST_QUOTED)
        builder_print(&note, " and %u more", count - MOST_QUOTED);
    add_note(notes, party, builder_str(&note));
}

bool fragment_make_whole(const struct document *base, struct party_draft *draft,
                         struct arena *arena, struct list *notes, struct error *error)
{
    struct fragment_placed placed;
    struct str party = draft->party;
    if (!fragment_complete(base, draft->document, input_limits_default.tokens, arena,
                           &draft->document, &placed, error))
        return false;
    struct builder note = builder_make(arena);
    builder_print(&note, "read as a fragment: %u of its paragraphs stand%s for one of the base",
                  placed.placed, placed.placed == 1 ? "s" : "");
    if (placed.added > 0)
        builder_print(&note, ", %u come%s between two of them", placed.added,
                      placed.added == 1 ? "s" : "");
    builder_add_c(&note, "; of all else it says nothing, and it stays as the base has it");
    add_note(notes, party, builder_str(&note));
    tell_unplaced(party, &placed, arena, notes);
    if (placed.units > 0)
        add_note(
            notes, party,
            arena_print(arena, "%u picture%s, note%s or other unit%s of the fragment %s left out",
                        placed.units, placed.units == 1 ? "" : "s", placed.units == 1 ? "" : "s",
                        placed.units == 1 ? "" : "s", placed.units == 1 ? "is" : "are"));
    return true;
}
