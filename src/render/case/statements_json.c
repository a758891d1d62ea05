// SPDX-License-Identifier: Apache-2.0
#include "render/case/statements_forms.h"

#include "codec/json.h"

#include <string.h>

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

static void write_unattributed(struct json_writer *json, struct str file,
                               const struct text_range *range)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    write_range(json, range);
    json_member_str(json, "text", range->text);
    json_end_object(json);
}

static void write_report(struct json_writer *json, struct str file,
                         const struct statements_found *found, struct arena *arena)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    json_member_str_or_null(json, "date",
                            found->date.year ? date_iso(&found->date, arena) : STR(""));
    json_member_str(json, "date_from", str_of(report_date_origin_name(found->date_origin)));
    json_member_str_or_null(json, "author", found->author);
    json_end_object(json);
}

// What a list holds: one of the kinds of things found.
enum list_part {
    PART_STATEMENTS,
    PART_PERSONS,
    PART_BODIES,
    PART_MEETINGS,
    PART_DOCUMENTS,
    PART_UNATTRIBUTED,
    PART_REPORTS,
    PART_NOTES
};

static void write_part(struct json_writer *json, enum list_part part, struct str file,
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
    case PART_UNATTRIBUTED:
        for (size_t i = 0; i < found->unattributed_count; i++)
            write_unattributed(json, file, &found->unattributed[i]);
        break;
    case PART_REPORTS:
        write_report(json, file, found, arena);
        break;
    case PART_NOTES:
        if (found->date_origin == REPORT_DATE_UNKNOWN)
            json_str(json, statements_date_note(file, arena));
        break;
    }
}

struct str statements_json(const struct statements_answer *answer, struct arena *arena)
{
    static const char *const names[] = {
        [PART_STATEMENTS] = "statements",
        [PART_PERSONS] = "persons",
        [PART_BODIES] = "bodies",
        [PART_MEETINGS] = "meetings",
        [PART_DOCUMENTS] = "documents",
        [PART_REPORTS] = "reports",
        [PART_UNATTRIBUTED] = "unattributed",
        [PART_NOTES] = "notes",
    };
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    for (enum list_part part = PART_STATEMENTS; part <= PART_NOTES; part++) {
        json_name(&json, names[part]);
        json_begin_array(&json);
        for (size_t f = 0; f < answer->count; f++)
            write_part(&json, part, answer->files[f], &answer->found[f], arena);
        json_end_array(&json);
    }
    json_end_object(&json);
    builder_add_byte(&out, '\n');
    return builder_str(&out);
}

// --- what `entente statement CASE -` takes

static void write_item(struct json_writer *json, struct str file, const struct statement *statement,
                       struct arena *arena)
{
    bool is_quote = statement->form == FORM_DIRECT;
    json_begin_object(json);
    json_member_str(json, "speaker", statement->speaker);
    if (statement->capacity.length > 0)
        json_member_str(json, "capacity", statement->capacity);
    if (statement->date.length == strlen("2025-12-21"))
        json_member_str(json, "date", statement->date);
    if (statement->place.length > 0)
        json_member_str(json, "place", statement->place);
    if (statement->channel.length > 0)
        json_member_str(json, "channel", statement->channel);
    if (statement->addressee.length > 0)
        json_member_str(json, "addressee", statement->addressee);
    if (statement->about_count > 0)
        write_strings(json, "about", statement->about, statement->about_count);
    json_member_str(json, is_quote ? "quote" : "paraphrase", statement->range.text);
    json_name(json, "source");
    json_begin_object(json);
    json_member_str(json, "title",
                    arena_print(arena, "%.*s:%zu:%zu", STR_ARGS(file), statement->range.line,
                                statement->range.column));
    json_end_object(json);
    json_end_object(json);
}

struct str statements_proposal(const struct statements_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_array(&json);
    for (size_t f = 0; f < answer->count; f++)
        for (size_t i = 0; i < answer->found[f].count; i++)
            write_item(&json, answer->files[f], &answer->found[f].items[i], arena);
    json_end_array(&json);
    builder_add_byte(&out, '\n');
    return builder_str(&out);
}
