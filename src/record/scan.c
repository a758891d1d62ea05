// SPDX-License-Identifier: Apache-2.0
#include "record/scan.h"

#include "base/checked.h"
#include "base/utf8.h"

#include <string.h>

#define DEPTH_MAX 32

struct scanner {
    const char *at;
    const char *end;
    struct arena *arena;
};

// An object on the way: its members rise by their names.
struct members {
    struct str last;
    bool is_first;
};

static bool is_next(const struct scanner *scanner, char c)
{
    return scanner->at < scanner->end && *scanner->at == c;
}

static bool take(struct scanner *scanner, char c)
{
    if (!is_next(scanner, c))
        return false;
    scanner->at++;
    return true;
}

static bool take_word(struct scanner *scanner, struct str word)
{
    if ((size_t)(scanner->end - scanner->at) < word.length ||
        memcmp(scanner->at, word.bytes, word.length) != 0)
        return false;
    scanner->at += word.length;
    return true;
}

// The byte that the two digits of \u00xx stand for; only those that have no shorter escape.
static bool control_of(const char *digits, char *byte)
{
    size_t low = str_find_byte(STR("0123456789abcdef"), digits[1]);
    if ((digits[0] != '0' && digits[0] != '1' && digits[0] != '7') || low == 16)
        return false;
    *byte = (char)((digits[0] - '0') * 16 + (int)low);
    return digits[0] == '7' ? *byte == 0x7f : str_find_byte(STR("\n\r\t"), *byte) == 3;
}

// One escape in its one form, behind the backslash.
static bool take_escape(struct scanner *scanner, char *byte)
{
    static const char letters[] = "\"\\nrt";
    static const char bytes[] = "\"\\\n\r\t";
    if (scanner->at == scanner->end)
        return false;
    const char *letter = memchr(letters, *scanner->at, sizeof letters - 1);
    if (letter) {
        *byte = bytes[letter - letters];
        scanner->at++;
        return true;
    }
    if (scanner->end - scanner->at < 5 || memcmp(scanner->at, "u00", 3) != 0 ||
        !control_of(scanner->at + 3, byte))
        return false;
    scanner->at += 5;
    return true;
}

// A string; *raw is what stands between its marks.
static bool take_string(struct scanner *scanner, struct str *raw, bool *has_escapes)
{
    if (!take(scanner, '"'))
        return false;
    const char *start = scanner->at;
    *has_escapes = false;
    for (; scanner->at < scanner->end; scanner->at++) {
        unsigned char c = (unsigned char)*scanner->at;
        if (c >= ' ' && c != '"' && c != '\\' && c != 0x7f)
            continue;
        if (c < ' ' || c == 0x7f)
            return false;
        if (c == '"')
            break;
        char byte;
        scanner->at++;
        *has_escapes = true;
        if (!take_escape(scanner, &byte))
            return false;
        scanner->at--;
    }
    *raw = (struct str){start, (size_t)(scanner->at - start)};
    return take(scanner, '"');
}

static struct str unescaped(struct str raw, struct arena *arena)
{
    char *bytes = arena_take(arena, raw.length, 1);
    struct scanner scanner = {raw.bytes, raw.bytes + raw.length, arena};
    size_t length = 0;
    while (scanner.at < scanner.end) {
        bytes[length] = *scanner.at++;
        if (bytes[length] == '\\')
            (void)take_escape(&scanner, &bytes[length]); // it was taken before
        length++;
    }
    return (struct str){bytes, length};
}

static bool take_text(struct scanner *scanner, struct str *text)
{
    struct str raw = {NULL, 0};
    bool has_escapes = false;
    if (!take_string(scanner, &raw, &has_escapes))
        return false;
    *text = has_escapes ? unescaped(raw, scanner->arena) : raw;
    return true;
}

static bool take_number(struct scanner *scanner)
{
    const char *start = scanner->at;
    (void)take(scanner, '-');
    const char *digits = scanner->at;
    while (scanner->at < scanner->end && *scanner->at >= '0' && *scanner->at <= '9')
        scanner->at++;
    size_t count = (size_t)(scanner->at - digits);
    int64_t number;
    bool is_plain = count > 0 && (*digits != '0' || (count == 1 && digits == start));
    return is_plain && checked_parse((struct str){start, (size_t)(scanner->at - start)}, &number);
}

// The name of the next member, of which the value follows; *more is false behind the last.
static bool next_member(struct scanner *scanner, struct members *members, struct str *name,
                        bool *more)
{
    *more = !take(scanner, '}');
    if (!*more)
        return true;
    if ((!members->is_first && !take(scanner, ',')) || !take_text(scanner, name) ||
        !take(scanner, ':') || (!members->is_first && str_compare(members->last, *name) >= 0))
        return false;
    *members = (struct members){*name, false};
    return true;
}

static bool skip_value(struct scanner *scanner, size_t depth);

static bool skip_object(struct scanner *scanner, size_t depth)
{
    struct members members = {.is_first = true};
    struct str name = {NULL, 0};
    bool more = true;
    if (!take(scanner, '{'))
        return false;
    while (next_member(scanner, &members, &name, &more)) {
        if (!more)
            return true;
        if (!skip_value(scanner, depth + 1))
            return false;
    }
    return false;
}

static bool skip_array(struct scanner *scanner, size_t depth)
{
    if (!take(scanner, '['))
        return false;
    for (bool is_first = true; !take(scanner, ']'); is_first = false)
        if ((!is_first && !take(scanner, ',')) || !skip_value(scanner, depth + 1))
            return false;
    return true;
}

// Any value; that of an entry itself stands at depth 0.
static bool skip_value(struct scanner *scanner, size_t depth)
{
    struct str raw;
    bool has_escapes;
    if (scanner->at == scanner->end || depth > DEPTH_MAX)
        return false;
    switch (*scanner->at) {
    case '{':
        return skip_object(scanner, depth);
    case '[':
        return skip_array(scanner, depth);
    case '"':
        return take_string(scanner, &raw, &has_escapes);
    case 't':
        return take_word(scanner, STR("true"));
    case 'f':
        return take_word(scanner, STR("false"));
    case 'n':
        return take_word(scanner, STR("null"));
    default:
        return take_number(scanner);
    }
}

// A text where one may stand; any other value is passed over and leaves the text as it was.
static bool text_or_other(struct scanner *scanner, size_t depth, struct str *text)
{
    return is_next(scanner, '"') ? take_text(scanner, text) : skip_value(scanner, depth);
}

static bool take_change(struct scanner *scanner, struct list *changes)
{
    struct members members = {.is_first = true};
    struct scanned_change change = {.kind = {NULL, 0}};
    struct str name = {NULL, 0};
    bool is_gone = false;
    bool more = true;
    if (!take(scanner, '{'))
        return false;
    while (more) {
        if (!next_member(scanner, &members, &name, &more))
            return false;
        if (!more)
            break;
        const char *start = scanner->at;
        bool is_set = str_equal(name, STR("set"));
        is_gone = is_gone || str_equal(name, STR("gone"));
        if (is_set && !is_next(scanner, '{'))
            return false;
        bool done = str_equal(name, STR("kind")) ? text_or_other(scanner, 3, &change.kind)
                    : str_equal(name, STR("id")) ? text_or_other(scanner, 3, &change.id)
                                                 : skip_value(scanner, 3);
        if (!done)
            return false;
        if (is_set)
            change.set = (struct str){start, (size_t)(scanner->at - start)};
    }
    *LIST_ADD(changes, struct scanned_change) = change;
    return change.kind.length > 0 && change.id.length > 0 && (change.set.length > 0) != is_gone;
}

static bool take_changes(struct scanner *scanner, struct list *changes)
{
    if (!take(scanner, '['))
        return false;
    for (bool is_first = true; !take(scanner, ']'); is_first = false)
        if ((!is_first && !take(scanner, ',')) || !take_change(scanner, changes))
            return false;
    return true;
}

bool entry_scan(struct str content, struct arena *arena, struct scanned_entry *entry)
{
    struct scanner scanner = {content.bytes, content.bytes + content.length, arena};
    struct members members = {.is_first = true};
    struct str name = {NULL, 0};
    bool has_changes = false;
    bool more = true;
    *entry = (struct scanned_entry){.changes = LIST_MAKE(arena, struct scanned_change)};
    if (!utf8_is_valid(content) || !take(&scanner, '{'))
        return false;
    while (more) {
        if (!next_member(&scanner, &members, &name, &more))
            return false;
        if (!more)
            break;
        bool is_changes = str_equal(name, STR("changes"));
        bool done = is_changes                      ? take_changes(&scanner, &entry->changes)
                    : str_equal(name, STR("act"))   ? text_or_other(&scanner, 1, &entry->act)
                    : str_equal(name, STR("by"))    ? text_or_other(&scanner, 1, &entry->by)
                    : str_equal(name, STR("state")) ? text_or_other(&scanner, 1, &entry->state)
                    : str_equal(name, STR("time"))  ? text_or_other(&scanner, 1, &entry->time)
                                                    : skip_value(&scanner, 1);
        if (!done)
            return false;
        has_changes = has_changes || is_changes;
    }
    return scanner.at == scanner.end && has_changes && entry->act.length > 0 &&
           entry->time.length > 0;
}

struct str scanned_text(struct str set, struct str name, struct arena *arena)
{
    struct str text = {NULL, 0};
    if (set.length == 0)
        return text;
    struct scanner scanner = {set.bytes, set.bytes + set.length, arena};
    struct members members = {.is_first = true};
    struct str each = {NULL, 0};
    bool more = true;
    if (!take(&scanner, '{'))
        return text;
    while (next_member(&scanner, &members, &each, &more) && more) {
        bool is_it = str_equal(each, name);
        if (!(is_it ? text_or_other(&scanner, 3, &text) : skip_value(&scanner, 3)) || is_it)
            break;
    }
    return text;
}
