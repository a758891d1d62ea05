// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_beside_text/noting.h"

#include "base/builder.h"

enum { LONGEST_QUOTE = 60, LONGEST_TEXT = 400 };

static void add(const struct noting *noting, enum note_kind kind, struct str words)
{
    *LIST_ADD(noting->notes, struct merge_note) =
        (struct merge_note){kind, noting->merged->party_names[noting->party.number], words};
}

void note_add(const struct noting *noting, enum note_kind kind, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(noting, kind, arena_print_list(noting->arena, format, arguments));
    va_end(arguments);
}

void note_layout(const struct noting *noting, enum note_kind kind, uint32_t base,
                 const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct str words = arena_print_list(noting->arena, format, arguments);
    va_end(arguments);
    *LIST_ADD(noting->layouts, struct layout_change) =
        (struct layout_change){base, noting->party, words};
    add(noting, kind, words);
}

// One line, cut behind a whole word, without objects.
static struct str one_line(struct str text, size_t most, struct arena *arena)
{
    struct builder line = builder_make(arena);
    for (size_t i = 0; i < text.length; i++) {
        bool is_object = str_starts_with(str_skip(text, i), STR("\xef\xbf\xbc"));
        bool is_space = (unsigned char)text.bytes[i] <= ' ';
        if (is_space && line.length >= most) {
            builder_add_c(&line, " …");
            break;
        }
        if (is_object)
            i += 2;
        else if (!is_space)
            builder_add_byte(&line, text.bytes[i]);
        else if (line.length > 0 && line.bytes[line.length - 1] != ' ')
            builder_add_byte(&line, ' ');
    }
    return str_trim(builder_str(&line));
}

struct str note_text(struct str text, struct arena *arena)
{
    return one_line(text, LONGEST_TEXT, arena);
}

struct str note_words(const struct document *document, uint32_t at, struct arena *arena)
{
    uint32_t last = (uint32_t)document->text.length - 1;
    const struct paragraph *paragraph =
        &document->paragraphs[paragraph_at(document, at < last ? at : last)];
    struct str words = one_line(paragraph_text(document, paragraph), LONGEST_QUOTE, arena);
    if (paragraph->label.text.length > 0 && paragraph->label.typed_bytes == 0)
        return arena_print(arena, "%.*s %.*s", STR_ARGS(paragraph->label.text), STR_ARGS(words));
    return words;
}
