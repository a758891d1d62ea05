// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/note_places.h"

#include "exchange/markdown/source_lines.h"

struct note_search {
    struct str source;
    struct names *labels; // of all notes, in the order of the source
    struct list notes;    // struct markdown_note, one a label
    char fence;           // of the code that is open, or 0
    size_t fence_length;
};

struct str note_reference(struct str text)
{
    if (!str_starts_with(text, STR("[^")))
        return STR("");
    size_t end = 2;
    while (end < text.length && text.bytes[end] != ']' && text.bytes[end] != '[' &&
           (unsigned char)text.bytes[end] > ' ')
        end++;
    bool is_closed = end < text.length && text.bytes[end] == ']';
    return is_closed ? str_slice(text, 2, end) : STR("");
}

static size_t indent_of(struct str source, size_t from)
{
    size_t columns = 0;
    for (size_t i = from; i < source.length; i++) {
        if (source.bytes[i] != ' ' && source.bytes[i] != '\t')
            break;
        columns += source.bytes[i] == '\t' ? 4 : 1;
    }
    return columns;
}

static struct str line_words(struct str source, size_t from)
{
    return str_trim(str_slice(source, from, markdown_line_end(source, from)));
}

// Code between fences runs on until a fence of the same kind that is as long.
static bool is_code(struct note_search *search, size_t from)
{
    struct str line = line_words(search->source, from);
    char first = line.length > 0 ? line.bytes[0] : '\0';
    size_t length = 0;
    while ((first == '`' || first == '~') && length < line.length && line.bytes[length] == first)
        length++;
    bool was_open = search->fence != '\0';
    if (length < 3 || indent_of(search->source, from) > 3)
        return was_open;
    if (!was_open) {
        search->fence = first;
        search->fence_length = length;
    } else if (first == search->fence && length >= search->fence_length && length == line.length) {
        search->fence = '\0';
    }
    return true;
}

// A line that begins something of its own ends a note that no blank line has ended.
static bool begins_block(struct str source, size_t from)
{
    struct str line = line_words(source, from);
    size_t end = markdown_line_end(source, from);
    return note_reference(line).length > 0 || str_starts_with(line, STR("```")) ||
           str_starts_with(line, STR("~~~")) || str_starts_with(line, STR("|")) ||
           str_trim(str_slice(source, from, from + markdown_prefix_length(source, from, end)))
                   .length > 0;
}

// Behind the lines that go on with a note: words that follow on, and what is set in behind blanks.
static size_t end_of_note(struct str source, size_t first_end)
{
    size_t end = first_end;
    bool after_blank = false;
    for (size_t at = first_end; at < source.length;) {
        size_t next = markdown_line_end(source, at);
        bool is_blank = line_words(source, at).length == 0;
        bool is_set_in = indent_of(source, at) >= 4;
        if (!is_blank && !is_set_in && (after_blank || begins_block(source, at)))
            break;
        after_blank = is_blank;
        end = is_blank ? end : next;
        at = next;
    }
    return end;
}

static void find_notes(struct note_search *search, size_t from)
{
    struct str source = search->source;
    for (size_t at = from; at < source.length;) {
        size_t end = markdown_line_end(source, at);
        struct str line = line_words(source, at);
        struct str label = note_reference(line);
        size_t colon = label.length + sizeof "[^]" - 1;
        bool is_note = !is_code(search, at) && indent_of(source, at) < 4 && label.length > 0 &&
                       colon < line.length && line.bytes[colon] == ':' &&
                       names_find(search->labels, label) == NAMES_NONE;
        if (is_note) {
            size_t start = (size_t)(line.bytes - source.bytes);
            size_t to = end_of_note(source, end);
            names_add(search->labels, label);
            // The source is shorter than 4 GiB.
            *LIST_ADD(&search->notes, struct markdown_note) =
                (struct markdown_note){(uint32_t)at, (uint32_t)(start + colon + 1), (uint32_t)to};
            end = to;
        }
        at = end;
    }
}

static bool is_inside_head(const struct markdown_note *note, size_t at)
{
    return at >= note->from && at < note->words_from;
}

const struct names *note_places_find(struct str source, uint32_t from, struct arena *arena,
                                     const struct markdown_note **notes)
{
    struct note_search search = {.source = source,
                                 .labels = names_make(arena),
                                 .notes = LIST_MAKE(arena, struct markdown_note)};
    find_notes(&search, from);
    struct names *used = names_make(arena);
    struct list kept = LIST_MAKE(arena, struct markdown_note);
    size_t at = search.notes.count > 0 ? from : source.length;
    while (at < source.length) {
        at += str_find(str_skip(source, at), STR("[^"));
        struct str label = note_reference(str_skip(source, at));
        uint32_t number = label.length > 0 ? names_find(search.labels, label) : NAMES_NONE;
        if (number != NAMES_NONE) {
            const struct markdown_note *note = LIST_AT(&search.notes, struct markdown_note, number);
            if (!is_inside_head(note, at) && names_add(used, label) == kept.count)
                *LIST_ADD(&kept, struct markdown_note) = *note;
        }
        at++;
    }
    *notes = LIST_ITEMS(&kept, struct markdown_note);
    return used;
}
