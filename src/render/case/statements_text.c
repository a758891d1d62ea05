// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "base/direction.h"
#include "render/case/statements_forms.h"

struct str statements_date_note(struct str file, struct arena *arena)
{
    return arena_print(
        arena,
        "%.*s: the report's date is not known, so \"on Saturday\" and \"Dec. 20\" stand "
        "without one; give it with --date",
        STR_ARGS(file));
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

struct str statements_text(const struct statements_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t f = 0; f < answer->count; f++)
        for (size_t i = 0; i < answer->found[f].count; i++)
            print_statement(&out, answer->files[f], &answer->found[f].items[i]);
    for (size_t f = 0; f < answer->count; f++)
        for (size_t i = 0; i < answer->found[f].unattributed_count; i++) {
            const struct text_range *range = &answer->found[f].unattributed[i];
            builder_print(&out, "%.*s:%zu:%zu: no speaker read  \"%.*s\"\n",
                          STR_ARGS(answer->files[f]), range->line, range->column,
                          STR_ARGS(range->text));
        }
    return direction_plain(builder_str(&out), arena);
}

struct str statements_summary(const struct statements_answer *answer, struct arena *arena)
{
    struct builder summary = builder_make(arena);
    size_t count = 0;
    size_t unattributed = 0;
    for (size_t f = 0; f < answer->count; f++) {
        count += answer->found[f].count;
        unattributed += answer->found[f].unattributed_count;
        if (answer->notes[f].length > 0)
            builder_print(&summary, "note: %.*s\n", STR_ARGS(answer->notes[f]));
        if (answer->found[f].date_origin == REPORT_DATE_UNKNOWN) {
            builder_add(&summary, statements_date_note(answer->files[f], arena));
            builder_add_byte(&summary, '\n');
        }
    }
    builder_print(&summary, "%zu statement%s", count, count == 1 ? "" : "s");
    if (unattributed > 0)
        builder_print(&summary, ", and %zu saying%s of which no speaker was read", unattributed,
                      unattributed == 1 ? "" : "s");
    builder_add_c(&summary, "; a proposal for a person to confirm\n");
    return builder_str(&summary);
}
