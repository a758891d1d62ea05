// SPDX-License-Identifier: Apache-2.0
// entente statements: who said what in a report, as JSON or as a list.
#include "statements/statements.h"

#include "codec/json.h"
#include "workbench/answer.h"
#include "workbench/file_words.h"
#include "workbench/given_date.h"

#include <entente/reading.h>

static void write_range(struct json_writer *json, const struct text_range *range)
{
    json_member_int(json, "line", (int64_t)range->line);
    json_member_int(json, "column", (int64_t)range->column);
    json_member_int(json, "from", (int64_t)range->from);
    json_member_int(json, "to", (int64_t)range->to);
}

static void write_strings(struct json_writer *json, const char *name, const struct str *items,
                          size_t count)
{
    json_name(json, name);
    json_begin_array_inline(json);
    for (size_t i = 0; i < count; i++)
        json_str(json, items[i]);
    json_end_array(json);
}

static void write_statement(struct json_writer *json, struct str file,
                            const struct statement *statement)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    write_range(json, &statement->range);
    json_member_str(json, "speaker", statement->speaker);
    json_member_str(json, "kind", str_of(statement_speaker_kind_name(statement->speaker_kind)));
    json_member_str_or_null(json, "capacity", statement->capacity);
    json_member_str(json, "verb", statement->verb);
    json_member_str_or_null(json, "date", statement->date);
    json_member_str_or_null(json, "date_text", statement->date_text);
    json_member_str_or_null(json, "place", statement->place);
    json_member_str_or_null(json, "addressee", statement->addressee);
    json_member_str_or_null(json, "channel", statement->channel);
    json_member_str(json, "form", str_of(statement_form_name(statement->form)));
    json_member_str(json, "text", statement->range.text);
    json_name(json, "quotes");
    json_begin_array(json);
    for (size_t i = 0; i < statement->quote_count; i++) {
        json_begin_object(json);
        write_range(json, &statement->quotes[i]);
        json_member_str(json, "text", statement->quotes[i].text);
        json_end_object(json);
    }
    json_end_array(json);
    write_strings(json, "about", statement->about, statement->about_count);
    json_end_object(json);
}

static void write_person(struct json_writer *json, const struct statement_person *person)
{
    json_begin_object(json);
    json_member_str(json, "name", person->name);
    write_strings(json, "roles", person->roles, person->role_count);
    json_member_int(json, "mentions", (int64_t)person->mentions);
    json_end_object(json);
}

static void write_meeting(struct json_writer *json, struct str file,
                          const struct statement_meeting *meeting)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    write_range(json, &meeting->range);
    json_member_str(json, "what", meeting->what);
    json_member_str_or_null(json, "format", meeting->format);
    write_strings(json, "parties", meeting->parties, meeting->party_count);
    json_member_str_or_null(json, "place", meeting->place);
    json_member_str_or_null(json, "date", meeting->date);
    json_member_str_or_null(json, "date_text", meeting->date_text);
    json_end_object(json);
}

static void write_document(struct json_writer *json, struct str file,
                           const struct statement_document *document)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    write_range(json, &document->range);
    json_member_str(json, "name", document->name);
    json_end_object(json);
}

static void write_report(struct json_writer *json, struct str file,
                         const struct statements_found *found, struct arena *arena)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    json_member_str_or_null(json, "date",
                            found->date.year ? date_iso(&found->date, arena) : STR(""));
    json_member_str_or_null(json, "author", found->author);
    json_end_object(json);
}

// What a list holds: one of the kinds of things found.
enum part {
    PART_STATEMENTS,
    PART_PERSONS,
    PART_BODIES,
    PART_MEETINGS,
    PART_DOCUMENTS,
    PART_REPORTS
};

static void write_part(struct json_writer *json, enum part part, struct str file,
                       const struct statements_found *found, struct arena *arena)
{
    switch (part) {
    case PART_STATEMENTS:
        for (size_t i = 0; i < found->count; i++)
            write_statement(json, file, &found->items[i]);
        break;
    case PART_PERSONS:
        for (size_t i = 0; i < found->person_count; i++)
            write_person(json, &found->persons[i]);
        break;
    case PART_BODIES:
        for (size_t i = 0; i < found->body_count; i++)
            json_str(json, found->bodies[i]);
        break;
    case PART_MEETINGS:
        for (size_t i = 0; i < found->meeting_count; i++)
            write_meeting(json, file, &found->meetings[i]);
        break;
    case PART_DOCUMENTS:
        for (size_t i = 0; i < found->document_count; i++)
            write_document(json, file, &found->documents[i]);
        break;
    case PART_REPORTS:
        write_report(json, file, found, arena);
        break;
    }
}

static void write_json(const struct entente_file *files, const struct statements_found *found,
                       size_t file_count, struct builder *out)
{
    static const char *const names[] = {
        [PART_STATEMENTS] = "statements", [PART_PERSONS] = "persons",
        [PART_BODIES] = "bodies",         [PART_MEETINGS] = "meetings",
        [PART_DOCUMENTS] = "documents",   [PART_REPORTS] = "reports",
    };
    struct json_writer json = json_writer_make(out, 1);
    json_begin_object(&json);
    for (enum part part = PART_STATEMENTS; part <= PART_REPORTS; part++) {
        json_name(&json, names[part]);
        json_begin_array(&json);
        for (size_t f = 0; f < file_count; f++)
            write_part(&json, part, str_of(files[f].name), &found[f], out->arena);
        json_end_array(&json);
    }
    json_end_object(&json);
    builder_add_byte(out, '\n');
}

static void print_field(struct builder *out, const char *name, struct str text)
{
    if (text.length > 0)
        builder_print(out, "    %s: %.*s\n", name, STR_ARGS(text));
}

static void print_statement(struct builder *out, struct str file, const struct statement *statement)
{
    builder_print(out, "%.*s:%zu:%zu: %.*s %.*s%s\n", STR_ARGS(file), statement->range.line,
                  statement->range.column, STR_ARGS(statement->speaker), STR_ARGS(statement->verb),
                  statement->form == FORM_DIRECT ? " (quoted)" : "");
    builder_print(out, "    %.*s\n", STR_ARGS(statement->range.text));
    print_field(out, "as", statement->capacity);
    print_field(out, "on", statement->date.length > 0 ? statement->date : statement->date_text);
    print_field(out, "in", statement->place);
    print_field(out, "to", statement->addressee);
    print_field(out, "through", statement->channel);
}

static bool read_all(const struct entente_statements_options *options,
                     const struct entente_file *files, size_t file_count, struct arena *arena,
                     struct statements_found *found, struct error *error)
{
    struct date given;
    if (options->date && !reading_given_date(options->date, arena, &given, error))
        return false;
    for (size_t f = 0; f < file_count; f++) {
        struct str words;
        bool is_package;
        if (!file_words(&files[f], arena, &words, &is_package, error) ||
            !statements_read(str_of(files[f].name), words, options->date ? &given : NULL, arena,
                             &found[f], error))
            return false;
    }
    return true;
}

bool entente_statements(const struct entente_statements_options *options,
                        const struct entente_file *files, size_t file_count,
                        const struct entente_bounds *bounds, struct entente_answer **answer,
                        struct entente_error *error)
{
    static const struct entente_statements_options defaults;
    (void)bounds; // one pass over the text, nothing to stop
    struct entente_answer *result = answer_new();
    struct statements_found *found =
        ARENA_ARRAY(result->arena, struct statements_found, file_count);
    struct error inner;
    options = options ? options : &defaults;
    if (!read_all(options, files, file_count, result->arena, found, &inner)) {
        entente_answer_free(result);
        return answer_error(&inner, error);
    }
    struct builder out = builder_make(result->arena);
    size_t count = 0;
    for (size_t f = 0; f < file_count; f++) {
        count += found[f].count;
        for (size_t i = 0; !options->json && i < found[f].count; i++)
            print_statement(&out, str_of(files[f].name), &found[f].items[i]);
    }
    if (options->json)
        write_json(files, found, file_count, &out);
    result->output = builder_str(&out);
    result->summary =
        arena_print(result->arena, "%zu statements; a proposal for a person to confirm\n", count);
    *answer = result;
    return true;
}
