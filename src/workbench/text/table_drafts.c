// SPDX-License-Identifier: Apache-2.0
// What is given to a merge, read: every file as its party's draft.
#include "base/builder.h"
#include "base/names.h"
#include "base/plain_name.h"
#include "exchange/comment_and_column_tables/column_document.h"
#include "exchange/docx/source.h"
#include "exchange/open.h"
#include "workbench/answer.h"
#include "workbench/text/fragments.h"
#include "workbench/text/kept_form.h"
#include "workbench/text/returned.h"
#include "workbench/text/slot_list_read.h"
#include "workbench/text/table.h"
#include "workbench/text/table_parts.h"

static bool open_as(struct laying *laying, const struct entente_file *file,
                    const struct reading *reading, const struct document **document)
{
    const struct input_limits *limits = answer_limits(laying->budget, laying->arena);
    return document_open_again(str_of(file->name), answer_file(file), reading, limits,
                               laying->arena, &laying->opened, document, laying->error) &&
           budget_check_room(laying->budget, laying->error);
}

static bool is_fragment(const struct laying *laying, struct str party)
{
    const struct table_options *options = laying->options;
    for (size_t i = 0; i < options->fragment_count; i++)
        if (str_equal(str_of(options->fragments[i]), party))
            return true;
    return false;
}

bool laying_add_document(struct laying *laying, struct str party, const struct document *document)
{
    if (laying->drafts.count == input_limits_default.parties)
        return error_set(laying->error, TOO_LARGE, "more than %zu parties, the limit for one merge",
                         input_limits_default.parties);
    *LIST_ADD(&laying->drafts, struct party_draft) = (struct party_draft){party, document};
    *LIST_ADD(&laying->laid, const struct laid_points *) = NULL;
    return true;
}

// A Word file that was merged and edited is read by its tracked changes or brackets; of any other merged text
// it is not known whose it is.
static bool is_of_all(const struct laying *laying, const struct entente_file *file)
{
    struct sheet sheet;
    return kept_form_of(file) != KEPT_DOCX && merged_file_says_so(file) &&
           !(kept_text_read(file, answer_limits(laying->budget, laying->arena), laying->arena,
                            &sheet, laying->error) &&
             kept_refuse_open(file, &sheet, laying->arena, laying->error));
}

static bool add_draft(struct laying *laying, struct str party, const struct entente_file *file,
                      const struct reading *reading)
{
    const struct document *document;
    return open_as(laying, file, reading, &document) &&
           laying_add_document(laying, party, document);
}

void laying_add_note(struct laying *laying, enum note_kind kind, struct str party, struct str words)
{
    *LIST_ADD(&laying->notes, struct merge_note) = (struct merge_note){kind, party, words};
}

static bool has_struck_words(const struct document *document)
{
    for (uint32_t i = 0; i < document->run_count; i++) {
        const struct text_run *run = &document->runs[i];
        if (document->marks[run->marks].strike &&
            str_trim(str_slice(document->text, run->from, run->to)).length > 0)
            return true;
    }
    return false;
}

// The commas and quotation marks of a table of cells would be its words.
static bool check_cells(const struct laying *laying, struct str party,
                        const struct entente_file *file)
{
    if (!draft_is_cells(file) || laying->options->gate.any_base)
        return true;
    if (laying->options->gate.place == GATE_PAGE)
        return error_at(
            laying->error, BAD_INPUT, place_of(str_of(file->name)),
            "is a table of cells and no copy of the base. Give a copy of the text with the "
            "changes in it, or enter it as another document.");
    return error_at(
        laying->error, BAD_INPUT, place_of(str_of(file->name)),
        "is a fragment, a table of cells and no copy of the base; --fragment %.*s takes its "
        "cells as proposals for the clauses they resemble, --any-base reads it as the text it is",
        STR_ARGS(party));
}

static bool is_cells(const struct entente_file *file)
{
    struct str name = str_of(file->name);
    return draft_is_cells(file) || str_ends_with_ignoring_case(name, STR(".xlsx")) ||
           str_ends_with_ignoring_case(name, STR(".ods"));
}

// What parties say of places is no text of theirs.
static bool refuse_list(const struct laying *laying, const struct entente_file *file)
{
    return error_at(laying->error, BAD_INPUT, place_of(str_of(file->name)),
                    "is a list of open places and no text. What a party filled in there goes into "
                    "a case: %s",
                    laying->options->gate.place == GATE_PAGE
                        ? "hand it in there as that party."
                        : "entente submit CASE FILE --document ID --party ID");
}

// A reply quotes the whole text; where the base has such lines of its own they are part of it.
static bool take_off_quotes(struct laying *laying, struct str party, const struct document *base,
                            struct entente_file *file)
{
    struct str bytes;
    for (uint32_t i = 0; i < base->paragraph_count; i++)
        if (str_starts_with(paragraph_text(base, &base->paragraphs[i]), STR(">")))
            return false;
    if (!draft_without_quotes(file, laying->arena, &bytes))
        return false;
    *file = (struct entente_file){file->name, bytes.bytes, bytes.length};
    laying_add_note(
        laying, NOTE_READING, party,
        STR("its lines are quoted (\"> \"), as in a reply; they are read without these marks"));
    return true;
}

// Whether a draft is such a table; an ordinary text is taken as a copy.
static bool read_table(struct laying *laying, const struct document *document,
                       struct prescribed_table *table)
{
    *table = (struct prescribed_table){.kind = PRESCRIBED_NONE};
    return !laying->takes_tables ||
           prescribed_table_read(document, laying->arena, table, laying->error);
}

static bool add_table(struct laying *laying, struct str party, const struct document *document,
                      const struct prescribed_table *table, struct str delegation)
{
    struct party_draft draft = {party, document};
    if (table->kind == PRESCRIBED_COMMENTS)
        return prescribed_comments_draft(&laying->tables, table, document->name, delegation, &draft,
                                         laying->error) &&
               laying_add_document(laying, party, draft.document);
    uint32_t column = prescribed_party_column(table, party);
    if (column == NO_INDEX)
        return error_at(laying->error, NOT_FOUND, place_of(document->name),
                        "is a table of columns, none of which is headed \"%.*s\"", STR_ARGS(party));
    return prescribed_column_draft(&laying->tables, table, column, document->name, &draft,
                                   laying->error) &&
           laying_add_document(laying, party, draft.document);
}

// All who have a column, or rows, in a table.
static bool add_table_parties(struct laying *laying, const struct document *document,
                              const struct prescribed_table *table)
{
    if (table->kind == PRESCRIBED_COLUMNS) {
        for (uint32_t i = 0; i < table->column_count; i++) {
            struct str party = plain_name_made(table->columns[i].head, laying->arena);
            struct party_draft draft = {party, NULL};
            if (table->columns[i].role != COLUMN_OTHER)
                continue;
            if (!prescribed_column_draft(&laying->tables, table, i, document->name, &draft,
                                         laying->error) ||
                !laying_add_document(laying, party, draft.document))
                return false;
        }
        return true;
    }
    struct list delegations = prescribed_delegations(table, laying->arena);
    for (size_t i = 0; i < delegations.count; i++) {
        struct str party = *LIST_AT(&delegations, struct str, i);
        if (!add_table(laying, party, document, table, party))
            return false;
    }
    return delegations.count > 0 ||
           error_at(
               laying->error, MISUSE, place_of(document->name),
               "is a table of comments that names no delegation; say whose it is, as in PARTY=%.*s",
               STR_ARGS(document->name));
}

static bool read_own_changes(struct laying *laying, struct str party,
                             const struct entente_file *file, struct reading *reading,
                             const struct document **document)
{
    struct reading own;
    struct str note;
    if (laying->options->takes_all_changes ||
        !returned_by_party(*document, party, laying->arena, &own, &note))
        return true;
    *reading = own;
    laying_add_note(laying, NOTE_READING, party, note);
    return open_as(laying, file, reading, document);
}

// Who edits by hand strikes old words and sets new ones beside them. Where the base has struck words
// of its own, these are part of its text, and nothing tells the two apart.
static bool read_struck(struct laying *laying, struct str party, const struct document *base,
                        const struct entente_file *file, struct reading *reading,
                        const struct document **document)
{
    enum entente_struck struck = laying->options->struck;
    bool is_struck = (*document)->form == FORM_DOCX && has_struck_words(*document);
    bool is_deleted = struck == ENTENTE_STRUCK_DELETED ||
                      (struck == ENTENTE_STRUCK_AS_MARKUP && !has_struck_words(base));
    if (is_struck && is_deleted) {
        reading->skips_struck = true;
        if (!open_as(laying, file, reading, document))
            return false;
        uint32_t pieces = docx_source(*document)->struck;
        laying_add_note(
            laying, NOTE_STRUCK, party,
            arena_print(laying->arena,
                        "words struck through by hand (%u piece%s) are read as deleted, and "
                        "what stands beside "
                        "them as put in; --struck words takes them as they stand",
                        pieces, pieces == 1 ? "" : "s"));
    } else if (is_struck && struck == ENTENTE_STRUCK_AS_MARKUP) {
        laying_add_note(
            laying, NOTE_STRUCK, party,
            STR("words struck through by hand are read as they stand, since the base has such "
                "words too; --struck deleted takes them as deleted"));
    }
    return true;
}

bool laying_add_copy(struct laying *laying, struct str party, const struct document *base,
                     const struct entente_file *file, bool *is_plain)
{
    struct reading reading = {.kind = READING_ACCEPT};
    const struct input_limits *limits = answer_limits(laying->budget, laying->arena);
    bool takes_any = laying->options->gate.any_base;
    const struct document *document;
    struct entente_file unquoted = *file;
    struct slot_list list;
    if (is_of_all(laying, file))
        return false;
    if (!takes_any && is_cells(file) && slot_list_read(file, limits, laying->arena, &list))
        return refuse_list(laying, file);
    if (!check_cells(laying, party, file))
        return false;
    if (take_off_quotes(laying, party, base, &unquoted))
        file = &unquoted;
    struct prescribed_table table;
    // A column of the very table that is the base: its rows are the base's.
    if (laying->base_table && str_equal(answer_file(file), laying->base_bytes))
        return add_table(laying, party, laying->base_document, laying->base_table, STR(""));
    unquoted = *file;
    file = &unquoted;
    if (!open_as(laying, file, &reading, &document))
        return false;
    if (!takes_any && slot_list_of_document(document, laying->arena, &list))
        return refuse_list(laying, file);
    bool is_ours = returned_is_ours(document, laying->arena);
    if (is_ours && is_plain) { // how it reads depends on whose it is
        *is_plain = false;
        return true;
    }
    if (is_ours && !read_own_changes(laying, party, file, &reading, &document))
        return false;
    if (!returned_as_draft(&unquoted, party, limits, laying->arena, &laying->notes, &document,
                           laying->error) ||
        !read_table(laying, document, &table))
        return false;
    if (table.kind != PRESCRIBED_NONE && is_plain) {
        *is_plain = false;
        return true;
    }
    if (table.kind != PRESCRIBED_NONE)
        return add_table(laying, party, document, &table, STR(""));
    return read_struck(laying, party, base, file, &reading, &document) &&
           laying_add_document(laying, party, document);
}

static bool add_fragment(struct laying *laying, struct str party, const struct document *base,
                         const struct entente_file *file)
{
    struct party_draft draft = {party, NULL};
    return fragment_open(file, laying->arena, &draft.document, laying->error) &&
           fragment_make_whole(base, &draft, laying->arena, &laying->notes, laying->error) &&
           laying_add_document(laying, party, draft.document);
}

static bool add_counter(struct laying *laying, struct str party, const struct document *base,
                        const struct entente_file *file, const struct counter_matches *matches)
{
    const struct reading accepted = {.kind = READING_ACCEPT};
    struct party_draft draft = {party, NULL};
    const struct laid_points *points;
    if (!open_as(laying, file, &accepted, &draft.document) ||
        !counter_draft_make_whole(base, matches, &draft, laying->arena, &laying->notes, &points,
                                  laying->error) ||
        !laying_add_document(laying, party, draft.document))
        return false;
    *LIST_AT(&laying->laid, const struct laid_points *, laying->laid.count - 1) = points;
    return true;
}

static bool is_author(const struct laying *laying, struct str name)
{
    for (size_t i = 0; i < laying->known.count; i++)
        if (str_equal(*LIST_AT(&laying->known, struct str, i), name))
            return true;
    return false;
}

// The first name of a list parted by commas, taken off it; "Smith, John" is one where an author is
// called so.
static struct str cut_name(const struct laying *laying, struct str *names)
{
    for (size_t end = names->length; end > 0; end--) {
        bool is_end = end == names->length || names->bytes[end] == ',';
        struct str name = str_trim(str_slice(*names, 0, end));
        if (!is_end || !is_author(laying, name))
            continue;
        *names = str_skip(*names, end + 1);
        return name;
    }
    size_t comma = str_find_byte(*names, ',');
    struct str name = str_trim(str_slice(*names, 0, comma));
    *names = str_skip(*names, comma + 1);
    return name;
}

static struct reading reading_of_names(struct laying *laying, struct str names)
{
    struct list list = LIST_MAKE(laying->arena, struct str);
    do
        *LIST_ADD(&list, struct str) = cut_name(laying, &names);
    while (names.length > 0);
    return (struct reading){READING_AUTHORS, LIST_ITEMS(&list, struct str), list.count};
}

// Each party of the author table, or else each author, becomes a party of its own.
static bool add_authors(struct laying *laying, const struct entente_file *file)
{
    const struct document *document;
    struct reading everything = {.kind = READING_ACCEPT};
    struct prescribed_table table;
    if (!open_as(laying, file, &everything, &document) || !read_table(laying, document, &table))
        return false;
    if (table.kind != PRESCRIBED_NONE)
        return add_table_parties(laying, document, &table);
    const struct document_author *authors;
    size_t count = document_authors(document, laying->arena, &authors);
    if (count == 0)
        return error_at(laying->error, MISUSE, place_of(str_of(file->name)),
                        "has no tracked changes to draw parties from; say whose draft it is, as in "
                        "PARTY=%s",
                        file->name);
    for (size_t i = 0; i < count; i++)
        *LIST_ADD(&laying->known, struct str) = authors[i].name;
    const struct table_options *options = laying->options;
    for (size_t i = 0; i < options->author_count; i++) {
        struct reading reading = reading_of_names(laying, str_of(options->authors[i].names));
        if (!add_draft(laying, str_of(options->authors[i].party), file, &reading))
            return false;
    }
    for (size_t i = 0; options->author_count == 0 && i < count; i++) {
        struct reading reading = {READING_AUTHORS, &authors[i].name, 1};
        struct str name = plain_name_made(authors[i].name, laying->arena);
        struct str party = name.length > 0 ? name : STR("(no name)");
        if (!add_draft(laying, party, file, &reading))
            return false;
    }
    return true;
}

// The base may be the first text of a table of columns, whose others are drafts then.
static bool read_base_table(struct laying *laying, struct str bytes, const struct document **base)
{
    struct prescribed_table *table = ARENA_NEW(laying->arena, struct prescribed_table);
    struct error unused;
    laying->takes_tables = prescribed_table_read(*base, laying->arena, table, &unused) &&
                           table->kind != PRESCRIBED_COMMENTS;
    if (laying->takes_tables && table->kind == PRESCRIBED_COLUMNS) {
        uint32_t column = prescribed_column_of(table, COLUMN_BASE);
        laying->base_table = table;
        laying->base_document = *base;
        laying->base_bytes = bytes;
        struct column_read read;
        if (!column_document(table, column, (*base)->name, laying->arena, &read, laying->error))
            return false;
        *base = read.document;
        laying->base_rows = read.rows;
        for (uint32_t i = 0; i < table->note_count; i++)
            laying_add_note(laying, NOTE_READING, STR(""), table->notes[i]);
    }
    laying->tables = prescribed_reading_make(*base, laying->arena);
    return true;
}

bool laying_open_base(struct laying *laying, const struct entente_file *file, bool draws_parties,
                      const struct document **base)
{
    struct reading reading = {.kind = draws_parties ? READING_REJECT : READING_ACCEPT};
    struct entente_file own = *file;
    if (is_of_all(laying, file) || !open_as(laying, file, &reading, base) ||
        (!draws_parties &&
         !returned_as_draft(&own, STR(""), answer_limits(laying->budget, laying->arena),
                            laying->arena, &laying->notes, base, laying->error)))
        return false;
    const struct document_author *authors;
    size_t count = document_authors(*base, laying->arena, &authors);
    if (count > 0 && !draws_parties)
        laying_add_note(laying, NOTE_READING, STR(""),
                        STR("the base has tracked changes of its own; they were read as accepted"));
    return read_base_table(laying, answer_file(file), base);
}

// Who is named must have a draft, or "nothing changed" would be false.
static bool check_fragments(const struct laying *laying, const struct entente_draft *drafts,
                            size_t draft_count)
{
    const struct table_options *options = laying->options;
    for (size_t i = 0; i < options->fragment_count; i++) {
        bool is_there = false;
        for (size_t d = 0; d < draft_count && !is_there; d++)
            is_there = drafts[d].party &&
                       str_equal(str_of(drafts[d].party), str_of(options->fragments[i]));
        if (!is_there)
            return error_set(laying->error, NOT_FOUND,
                             "--fragment %s: no draft was given as %s=FILE", options->fragments[i],
                             options->fragments[i]);
    }
    return true;
}

bool laying_add_all(struct laying *laying, const struct entente_file *base_file,
                    const struct document *base, const struct entente_draft *drafts,
                    size_t draft_count)
{
    if (!check_fragments(laying, drafts, draft_count))
        return false;
    if (draft_count == 0 && laying->base_table)
        return add_table_parties(laying, base, laying->base_table);
    if (draft_count == 0)
        return add_authors(laying, base_file);
    for (size_t i = 0; i < draft_count; i++) {
        const struct entente_file *file = &drafts[i].file;
        struct str party = str_of(drafts[i].party);
        const struct draft_manner *manners = laying->options->manners;
        bool is_part = (manners && manners[i].is_fragment) || is_fragment(laying, party);
        const struct counter_matches *matches = manners ? manners[i].matches : NULL;
        bool done = !drafts[i].party ? add_authors(laying, file)
                    : matches        ? add_counter(laying, party, base, file, matches)
                    : is_part        ? add_fragment(laying, party, base, file)
                                     : laying_add_copy(laying, party, base, file, NULL);
        if (!done)
            return false;
    }
    return true;
}

// Several may have made one change, as "A; B".
static bool is_known(const struct laying *laying, struct str name)
{
    struct reading named = {READING_AUTHORS, &name, 1};
    for (size_t i = 0; i < laying->known.count; i++)
        if (reading_accepts(&named, *LIST_AT(&laying->known, struct str, i)))
            return true;
    return false;
}

static struct str known_names(const struct laying *laying)
{
    struct builder known = builder_make(laying->arena);
    struct names *seen = names_make(laying->arena);
    for (size_t i = 0; i < laying->known.count; i++) {
        struct str all = *LIST_AT(&laying->known, struct str, i);
        struct str name;
        while (str_cut(&all, ';', &name))
            if (names_find(seen, str_trim(name)) == NAMES_NONE)
                builder_print(&known, "%s\"%.*s\"", names_add(seen, str_trim(name)) > 0 ? ", " : "",
                              STR_ARGS(str_trim(name)));
    }
    return builder_str(&known);
}

// An author of the table who wrote nothing is a slip of the pen, and "all agreed" would be false.
bool laying_check_authors(struct laying *laying)
{
    const struct table_options *options = laying->options;
    if (!options->authors_must_be_known)
        return true;
    for (size_t i = 0; i < options->author_count; i++) {
        const struct entente_author *author = &options->authors[i];
        struct reading named = reading_of_names(laying, str_of(author->names));
        if (laying->known.count == 0)
            return error_set(laying->error, MISUSE,
                             "%s=%s names authors of tracked changes, but no draft is read by its "
                             "authors; give such a .docx without PARTY=",
                             author->party, author->names);
        for (size_t n = 0; n < named.author_count; n++)
            if (!is_known(laying, named.authors[n]))
                return error_set(laying->error, NOT_FOUND,
                                 "\"%.*s\", named for %s, has no tracked changes; those who have "
                                 "are: %.*s",
                                 STR_ARGS(named.authors[n]), author->party,
                                 STR_ARGS(known_names(laying)));
    }
    return true;
}

// They stand in every output, so they are looked at before anything is read.
bool laying_check_names(struct laying *laying, const struct entente_draft *drafts,
                        size_t draft_count)
{
    const struct table_options *options = laying->options;
    struct error *error = laying->error;
    for (size_t i = 0; i < draft_count; i++)
        if (drafts[i].party &&
            !plain_name_check(str_of(drafts[i].party), "the name of a party", error))
            return false;
    for (size_t i = 0; i < options->author_count; i++)
        if (!plain_name_check(str_of(options->authors[i].party), "the name of a party", error) ||
            !plain_name_check(str_of(options->authors[i].names), "the name of an author", error))
            return false;
    return true;
}
