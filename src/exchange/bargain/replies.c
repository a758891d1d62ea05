// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/replies.h"

#include "advice/draft.h"
#include "base/builder.h"
#include "base/list.h"

struct reply_reader {
    struct str source;
    struct str text;
    const struct scenario *scenario;
    struct arena *arena;
    struct error *error;
    size_t at; // where the line begins
};

static bool refuse_line(const struct reply_reader *reader, struct str why)
{
    return error_at(reader->error, BAD_INPUT, place_in(reader->source, reader->text, reader->at),
                    "%.*s", STR_ARGS(why));
}

// Where the words stand outside of quotes; the length when they do not.
static size_t find_outside_quotes(struct str line, struct str words)
{
    bool is_inside = false;
    for (size_t i = 0; i < line.length; i++) {
        if (line.bytes[i] == '"')
            is_inside = !is_inside;
        else if (!is_inside && str_starts_with(str_skip(line, i), words))
            return i;
    }
    return line.length;
}

static bool read_side(const struct reply_reader *reader, struct str words, uint32_t *options,
                      size_t *count)
{
    const struct choice *choices;
    struct error inner;
    for (uint32_t i = 0; i < reader->scenario->issue_count; i++)
        options[i] = UINT32_MAX;
    if (!draft_read_part(reader->scenario, "the answer", words, reader->arena, &choices, count,
                         &inner))
        return refuse_line(reader, str_of(arena_print(reader->arena, "%s", inner.message).bytes));
    for (size_t i = 0; i < *count; i++)
        options[choices[i].issue] = choices[i].option;
    return true;
}

static bool read_two_sides(const struct reply_reader *reader, struct str left, struct str right,
                           struct weighing *weighing)
{
    uint32_t issues = reader->scenario->issue_count;
    uint32_t *lefts = ARENA_ARRAY(reader->arena, uint32_t, issues);
    uint32_t *rights = ARENA_ARRAY(reader->arena, uint32_t, issues);
    struct choice *better = ARENA_ARRAY(reader->arena, struct choice, issues);
    struct choice *worse = ARENA_ARRAY(reader->arena, struct choice, issues);
    size_t left_count;
    size_t right_count;
    *weighing = (struct weighing){better, worse, 0};
    if (!read_side(reader, left, lefts, &left_count) ||
        !read_side(reader, right, rights, &right_count))
        return false;
    for (uint32_t i = 0; i < issues; i++) {
        if ((lefts[i] == UINT32_MAX) != (rights[i] == UINT32_MAX))
            return refuse_line(reader,
                               arena_print(reader->arena, "issue \"%.*s\" stands on one side alone",
                                           STR_ARGS(reader->scenario->issues[i].name)));
        if (lefts[i] == rights[i])
            continue;
        better[weighing->count] = (struct choice){i, lefts[i]};
        worse[weighing->count++] = (struct choice){i, rights[i]};
    }
    return weighing->count > 0 || refuse_line(reader, STR("both sides are the same"));
}

static bool read_package(const struct reply_reader *reader, struct str words,
                         struct weighing *weighing)
{
    uint32_t issues = reader->scenario->issue_count;
    uint32_t *options = ARENA_ARRAY(reader->arena, uint32_t, issues);
    struct choice *choices = ARENA_ARRAY(reader->arena, struct choice, issues);
    size_t count;
    if (!read_side(reader, words, options, &count))
        return false;
    for (uint32_t i = 0; i < issues; i++) {
        if (options[i] == UINT32_MAX)
            return refuse_line(reader, arena_print(reader->arena,
                                                   "the package names no option for issue \"%.*s\"",
                                                   STR_ARGS(reader->scenario->issues[i].name)));
        choices[i] = (struct choice){i, options[i]};
    }
    *weighing = (struct weighing){choices, NULL, issues};
    return true;
}

static bool read_line(const struct reply_reader *reader, struct str line, struct replied *replied)
{
    static const struct {
        struct str words;
        enum reply reply;
    } between[] = {{STR_INIT(" over "), REPLY_LEFT}, {STR_INIT(" as good as "), REPLY_EQUAL}},
      before[] = {{STR_INIT("accepts "), REPLY_LEFT}, {STR_INIT("rejects "), REPLY_RIGHT}};
    for (size_t k = 0; k < 2; k++)
        if (str_starts_with(line, before[k].words)) {
            replied->reply = before[k].reply;
            return read_package(reader, str_skip(line, before[k].words.length), &replied->weighing);
        }
    for (size_t k = 0; k < 2; k++) {
        size_t at = find_outside_quotes(line, between[k].words);
        if (at == line.length)
            continue;
        replied->reply = between[k].reply;
        return read_two_sides(reader, str_slice(line, 0, at),
                              str_skip(line, at + between[k].words.length), &replied->weighing);
    }
    return refuse_line(reader,
                       arena_print(reader->arena,
                                   "\"%.*s\" is no answer: LEFT over RIGHT, LEFT as good as "
                                   "RIGHT, accepts PACKAGE or rejects PACKAGE",
                                   STR_ARGS(line)));
}

bool replies_read(struct str source, struct str text, const struct scenario *scenario,
                  struct arena *arena, struct reply_list *replies, struct error *error)
{
    struct reply_reader reader = {source, text, scenario, arena, error, 0};
    struct list items = LIST_MAKE(arena, struct replied);
    struct list lines = LIST_MAKE(arena, struct str);
    struct list numbers = LIST_MAKE(arena, size_t);
    struct str rest = text;
    struct str piece;
    for (size_t number = 1; str_cut(&rest, '\n', &piece); number++) {
        reader.at = (size_t)(piece.bytes - text.bytes);
        struct str line = str_trim(piece);
        if (line.length == 0 || line.bytes[0] == '#')
            continue;
        if (!read_line(&reader, line, LIST_ADD(&items, struct replied)))
            return false;
        *LIST_ADD(&lines, struct str) = line;
        *LIST_ADD(&numbers, size_t) = number;
    }
    *replies =
        (struct reply_list){LIST_ITEMS(&items, struct replied), LIST_ITEMS(&lines, struct str),
                            LIST_ITEMS(&numbers, size_t), items.count};
    return true;
}

static void add_quoted(struct builder *out, struct str name)
{
    builder_add_byte(out, '"');
    for (size_t i = 0; i < name.length; i++) {
        if (name.bytes[i] == '"')
            builder_add_byte(out, '"');
        builder_add_byte(out, name.bytes[i]);
    }
    builder_add_byte(out, '"');
}

static void add_side(struct builder *out, const struct scenario *scenario,
                     const struct choice *choices, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct issue *issue = &scenario->issues[choices[i].issue];
        if (i > 0)
            builder_add_c(out, ", ");
        add_quoted(out, issue->name);
        builder_add_byte(out, '=');
        add_quoted(out, issue->options[choices[i].option]);
    }
}

struct str reply_line(const struct scenario *scenario, const struct weighing *weighing,
                      enum reply reply, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct choice *first = reply == REPLY_RIGHT ? weighing->right : weighing->left;
    const struct choice *second = reply == REPLY_RIGHT ? weighing->left : weighing->right;
    if (!weighing->right) {
        builder_add_c(&out, reply == REPLY_RIGHT ? "rejects " : "accepts ");
        add_side(&out, scenario, weighing->left, weighing->count);
        return builder_str(&out);
    }
    add_side(&out, scenario, first, weighing->count);
    builder_add_c(&out, reply == REPLY_EQUAL ? " as good as " : " over ");
    add_side(&out, scenario, second, weighing->count);
    return builder_str(&out);
}
