// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/prescribed.h"

#include "base/builder.h"
#include "base/input_limits.h"
#include "base/names.h"
#include "base/plain_name.h"
#include "base/utf8.h"
#include "exchange/comment_and_column_tables/column_document.h"

#include <string.h>

#define QUOTED_BYTES 60
#define MOST_ROWS_NAMED 40u

struct prescribed_reading prescribed_reading_make(const struct document *base, struct arena *arena)
{
    return (struct prescribed_reading){.base = base,
                                       .arena = arena,
                                       .comments = LIST_MAKE(arena, struct row_comment),
                                       .notes = LIST_MAKE(arena, struct merge_note),
                                       .parties = LIST_MAKE(arena, struct str),
                                       .columns = LIST_MAKE(arena, struct column_draft)};
}

bool prescribed_is_party(const struct prescribed_reading *reading, struct str party)
{
    for (size_t i = 0; i < reading->parties.count; i++)
        if (str_equal(*LIST_AT(&reading->parties, struct str, i), party))
            return true;
    return false;
}

static void add_note(struct prescribed_reading *reading, struct str party, struct str words)
{
    *LIST_ADD(&reading->notes, struct merge_note) = (struct merge_note){NOTE_READING, party, words};
}

// --- Rows of comments

// Rows of the table that are read for one party.
struct chosen_rows {
    struct suggested_row *rows;
    const struct prescribed_row **sources;
    struct row_placed *placed;
    uint32_t count;
};

static struct str delegation_of(const struct prescribed_table *table,
                                const struct prescribed_row *row, struct str above,
                                struct arena *arena)
{
    uint32_t column = prescribed_column_of(table, COLUMN_DELEGATION);
    if (column == table->column_count || row->is_heading)
        return above;
    struct str name = plain_name_made(str_trim(row->cells[column].words), arena);
    return row->cells[column].is_there && name.length > 0 ? name : above;
}

struct list prescribed_delegations(const struct prescribed_table *table, struct arena *arena)
{
    struct list delegations = LIST_MAKE(arena, struct str);
    struct names *seen = names_make(arena);
    struct str name = STR("");
    for (uint32_t r = 0; r < table->row_count; r++) {
        name = delegation_of(table, &table->rows[r], name, arena);
        if (name.length > 0 && names_add(seen, name) == delegations.count)
            *LIST_ADD(&delegations, struct str) = name;
    }
    return delegations;
}

static struct suggested_row suggested_row_of(const struct prescribed_table *table,
                                             const struct prescribed_row *row, struct arena *arena)
{
    if (row->is_heading)
        return (struct suggested_row){.base = row->cells[0].words, .is_silent = true};
    const struct cell_words *base = &row->cells[prescribed_column_of(table, COLUMN_BASE)];
    const struct cell_words *own = &row->cells[prescribed_column_of(table, COLUMN_SUGGESTION)];
    enum cell_word said = cell_word_of(own->words, arena);
    bool is_empty = str_trim(own->words).length == 0 && str_trim(own->kept).length == 0;
    return (struct suggested_row){.base = base->words,
                                  .kept = own->kept,
                                  .words = own->words,
                                  .is_marked = own->is_marked,
                                  .is_silent = is_empty || said == CELL_SAME,
                                  .is_deletion = said == CELL_DELETED};
}

static struct chosen_rows choose_rows(const struct prescribed_table *table, struct str delegation,
                                      struct arena *arena)
{
    struct chosen_rows chosen = {
        ARENA_ARRAY(arena, struct suggested_row, table->row_count + 1),
        ARENA_ARRAY(arena, const struct prescribed_row *, table->row_count + 1),
        ARENA_ARRAY(arena, struct row_placed, table->row_count + 1), 0};
    struct str name = STR("");
    for (uint32_t r = 0; r < table->row_count; r++) {
        const struct prescribed_row *row = &table->rows[r];
        name = delegation_of(table, row, name, arena);
        if (delegation.length > 0 && !row->is_heading && !str_equal(name, delegation))
            continue;
        chosen.sources[chosen.count] = row;
        chosen.rows[chosen.count++] = suggested_row_of(table, row, arena);
    }
    return chosen;
}

static const struct {
    enum row_doubt doubt;
    const char *words;
} doubts[] = {
    {ROW_FOUND_BY_SIMILARITY,
     "its base words are not quite those of the base; taken for the paragraph they resemble"},
    {ROW_FOUND_BY_SUGGESTION,
     "its base words are not in the base; placed by the words of its suggestion"},
    {ROW_PART_BY_SIMILARITY, "its suggestion is for a part of the paragraph, told by likeness"},
    {ROW_IN_PART, "its suggestion says nothing of some paragraphs quoted beside it; they stay"},
    {ROW_ADDED, "all of its suggestion is marked as new and nothing struck; it is read as coming "
                "behind the base's words"},
    {ROW_REWRITTEN,
     "its suggestion has hardly a word of the base's; read as standing for all that is quoted"},
    {ROW_TWICE, "its words stand twice in the paragraph; taken for the first"},
    {ROW_OVERLAPS, "a row before it changes the same words; this suggestion is left out"},
    {ROW_RENUMBERS, "it bears another number than the base's paragraph, which keeps its own"},
};

// One sentence for all rows with the same doubt.
static void tell_doubts(struct prescribed_reading *reading, const struct prescribed_table *table,
                        const struct chosen_rows *chosen, struct str party, struct str file)
{
    for (size_t d = 0; d < sizeof doubts / sizeof *doubts; d++) {
        struct builder note = builder_make(reading->arena);
        uint32_t count = 0;
        for (uint32_t i = 0; i < chosen->count; i++) {
            if (!(chosen->placed[i].doubts & (uint32_t)doubts[d].doubt) ||
                chosen->rows[i].is_silent)
                continue;
            if (count < MOST_ROWS_NAMED)
                builder_print(
                    &note, "%s%.*s", count > 0 ? ", " : "",
                    STR_ARGS(prescribed_row_name(table, chosen->sources[i], reading->arena)));
            count++;
        }
        if (count > MOST_ROWS_NAMED)
            builder_print(&note, " and %u more", count - MOST_ROWS_NAMED);
        builder_print(&note, ": %s", doubts[d].words);
        if (count > 0)
            add_note(reading, party,
                     arena_print(reading->arena, "%.*s, %.*s", STR_ARGS(file),
                                 STR_ARGS(builder_str(&note))));
    }
}

static void tell_lost(struct prescribed_reading *reading, const struct prescribed_table *table,
                      const struct chosen_rows *chosen, struct str party, struct str file)
{
    for (uint32_t i = 0; i < chosen->count; i++) {
        const struct suggested_row *row = &chosen->rows[i];
        if (chosen->placed[i].fate == ROW_LOST && !(chosen->placed[i].doubts & ROW_OVERLAPS))
            add_note(reading, party,
                     arena_print(
                         reading->arena,
                         "%.*s, %.*s: its base words resemble nothing in the base, so that its "
                         "suggestion is in no "
                         "proposal: \"%.*s…\"",
                         STR_ARGS(file),
                         STR_ARGS(prescribed_row_name(table, chosen->sources[i], reading->arena)),
                         STR_ARGS(utf8_first_line(row->words.length > 0 ? row->words : row->base,
                                                  QUOTED_BYTES))));
    }
}

static void tell_counts(struct prescribed_reading *reading, const struct chosen_rows *chosen,
                        struct str party, struct str file, uint32_t comments)
{
    uint32_t fates[ROW_LOST + 1] = {0};
    for (uint32_t i = 0; i < chosen->count; i++)
        fates[chosen->placed[i].fate]++;
    add_note(reading, party,
             arena_print(reading->arena,
                         "%.*s is read as a table of comments: %u row%s change%s the base, %u "
                         "bring%s new provisions, "
                         "%u repeat%s it, %u suggest%s nothing, %u %s no place; %u comment%s",
                         STR_ARGS(file), fates[ROW_CHANGES], fates[ROW_CHANGES] == 1 ? "" : "s",
                         fates[ROW_CHANGES] == 1 ? "s" : "", fates[ROW_ARRIVES],
                         fates[ROW_ARRIVES] == 1 ? "s" : "", fates[ROW_AS_BASE],
                         fates[ROW_AS_BASE] == 1 ? "s" : "", fates[ROW_SILENT],
                         fates[ROW_SILENT] == 1 ? "s" : "", fates[ROW_LOST],
                         fates[ROW_LOST] == 1 ? "has" : "have", comments,
                         comments == 1 ? "" : "s"));
}

// A comment on a row without a place is one on the text as a whole, and stands at its beginning.
static uint32_t add_comments(struct prescribed_reading *reading,
                             const struct prescribed_table *table, const struct chosen_rows *chosen,
                             struct str party)
{
    uint32_t column = prescribed_column_of(table, COLUMN_COMMENT);
    uint32_t count = 0;
    for (uint32_t i = 0; i < chosen->count && column < table->column_count; i++) {
        const struct prescribed_row *row = chosen->sources[i];
        struct str text = row->is_heading ? STR("") : str_trim(row->cells[column].words);
        if (text.length == 0)
            continue;
        uint32_t paragraph = chosen->placed[i].paragraph;
        *LIST_ADD(&reading->comments, struct row_comment) =
            (struct row_comment){party, paragraph == NO_INDEX ? 0 : paragraph, text};
        count++;
    }
    return count;
}

static bool has_place(const struct chosen_rows *chosen)
{
    for (uint32_t i = 0; i < chosen->count; i++)
        if (chosen->placed[i].paragraph != NO_INDEX)
            return true;
    return false;
}

bool prescribed_comments_draft(struct prescribed_reading *reading,
                               const struct prescribed_table *table, struct str file,
                               struct str delegation, struct party_draft *draft,
                               struct error *error)
{
    struct arena *arena = reading->arena;
    struct chosen_rows chosen = choose_rows(table, delegation, arena);
    if (!reading->places && !suggestion_base_make(reading->base, input_limits_default.tokens, arena,
                                                  &reading->places, error))
        return false;
    if (!suggestions_apply(reading->places, chosen.rows, chosen.count, input_limits_default.tokens,
                           arena, &draft->document, chosen.placed, error))
        return false;
    if (!has_place(&chosen))
        return error_at(error, BAD_INPUT, place_of(file),
                        "is a table of comments on another text: none of its %u rows resembles a "
                        "paragraph of %.*s",
                        chosen.count, STR_ARGS(reading->base->name));
    *LIST_ADD(&reading->parties, struct str) = draft->party;
    uint32_t comments = add_comments(reading, table, &chosen, draft->party);
    tell_counts(reading, &chosen, draft->party, file, comments);
    for (uint32_t i = 0; i < table->note_count; i++)
        add_note(reading, draft->party,
                 arena_print(arena, "%.*s, %.*s", STR_ARGS(file), STR_ARGS(table->notes[i])));
    tell_doubts(reading, table, &chosen, draft->party, file);
    tell_lost(reading, table, &chosen, draft->party, file);
    return true;
}

// --- Columns

struct str prescribed_party_id(struct str head, struct arena *arena)
{
    struct str name = str_trim(plain_name_made(head, arena));
    char *bytes = ARENA_ARRAY(arena, char, name.length + 1);
    for (size_t i = 0; i < name.length; i++) {
        char letter = name.bytes[i];
        bool parts = (unsigned char)letter <= ' ';
        bytes[i] = parts ? '_' : letter && strchr("/:,+", letter) ? '-' : letter;
    }
    return (struct str){bytes, name.length};
}

uint32_t prescribed_party_column(const struct prescribed_table *table, struct str party)
{
    struct arena *arena = arena_open();
    uint32_t found = NO_INDEX;
    for (uint32_t i = 0; i < table->column_count && found == NO_INDEX; i++) {
        struct str head = table->columns[i].head;
        bool is_it = str_equal_ignoring_case(head, party) ||
                     str_equal_ignoring_case(prescribed_party_id(head, arena), party);
        if (table->columns[i].role == COLUMN_OTHER && is_it)
            found = i;
    }
    arena_close(arena);
    return found;
}

bool prescribed_column_draft(struct prescribed_reading *reading,
                             const struct prescribed_table *table, uint32_t column, struct str file,
                             struct party_draft *draft, struct error *error)
{
    struct column_read read;
    if (!column_document(table, column, file, reading->arena, &read, error))
        return false;
    draft->document = read.document;
    *LIST_ADD(&reading->columns, struct column_draft) =
        (struct column_draft){table, read.document, column, read.rows};
    *LIST_ADD(&reading->parties, struct str) = draft->party;
    if (read.assumed > 0)
        add_note(reading, draft->party,
                 arena_print(reading->arena,
                             "%.*s: %u cell%s of this column %s empty beside a base (the first: "
                             "%.*s); taken for the base's "
                             "words",
                             STR_ARGS(file), read.assumed, read.assumed == 1 ? "" : "s",
                             read.assumed == 1 ? "is" : "are",
                             STR_ARGS(prescribed_row_name(table, &table->rows[read.first_assumed],
                                                          reading->arena))));
    return true;
}
