// SPDX-License-Identifier: Apache-2.0
#include "proofreading/addresses.h"

#include "base/builder.h"
#include "base/names.h"
#include "text/label.h"

// One number of a path: "Article 4" is one, "3.1.2" three.
struct path_part {
    enum clause_word word;
    struct str text; // lower case
    bool is_start;   // a citation may begin with it
};

struct addresses {
    const struct proof_text *text;
    struct arena *arena;
    struct names *keys;
    struct names *anywhere; // parts that some clause bears
    struct list first;      // by key: the first paragraph of the clause, uint32_t
    struct address *of;     // by paragraph
    uint32_t *counts;       // by word
    struct builder *key;    // scratch
    struct list parts;      // scratch: struct path_part
    struct names *lines;    // of a plain text: numbers that begin a line, "8" and "8.1"
};

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// Digits with at most two letters behind ("171a"), one or two letters, or a
// Roman number.
static bool is_number_like(struct str part)
{
    size_t digits = 0;
    while (digits < part.length && part.bytes[digits] >= '0' && part.bytes[digits] <= '9')
        digits++;
    if (digits > 0 || part.length <= 2)
        return part.length - digits <= 2;
    return is_roman_like(part);
}

static bool next_run(struct str text, size_t *at, struct str *run)
{
    while (*at < text.length && !is_alnum(text.bytes[*at]))
        (*at)++;
    size_t from = *at;
    while (*at < text.length && is_alnum(text.bytes[*at]))
        (*at)++;
    *run = str_slice(text, from, *at);
    return run->length > 0;
}

// The numbers of one component of a path: "Article 4", "7(a)", "3.1"; a
// heading's words have none.
static void add_component(struct addresses *all, struct str component)
{
    size_t at = 0;
    struct str run;
    size_t known = all->parts.count;
    enum clause_word word = WORD_NONE;
    component = str_slice(component, 0, str_find_byte(component, '#'));
    for (bool is_first = true; next_run(component, &at, &run); is_first = false) {
        if (is_first && !is_number_like(run)) {
            word = clause_word_of(run);
            if (word == WORD_NONE)
                return;
            continue;
        }
        if (!is_number_like(run)) {
            all->parts.count = known;
            return;
        }
        *LIST_ADD(&all->parts, struct path_part) =
            (struct path_part){word, arena_lower(all->arena, run), word != WORD_NONE};
        word = WORD_NONE;
    }
    // "10.0" numbers what is cited as 10.
    if (all->parts.count == known + 2 &&
        str_equal(LIST_AT(&all->parts, struct path_part, known + 1)->text, STR("0")))
        list_cut(&all->parts, known + 1);
}

static bool is_dotted(struct str component)
{
    size_t dot = str_find_byte(component, '.');
    return dot + 1 < component.length && is_alnum(component.bytes[dot + 1]);
}

// "3" and "3.1" below it say the 3 twice.
static void drop_repeated(struct addresses *all, size_t from)
{
    size_t old = from;
    struct path_part *parts = LIST_ITEMS(&all->parts, struct path_part);
    size_t added = all->parts.count - from;
    for (size_t length = old < added ? old : added; length > 0; length--) {
        if (length == added)
            continue;
        bool is_same = true;
        for (size_t i = 0; i < length; i++)
            is_same = is_same && str_equal(parts[from - length + i].text, parts[from + i].text);
        if (!is_same)
            continue;
        memmove(parts + from, parts + from + length, (added - length) * sizeof *parts);
        all->parts.count -= length;
        return;
    }
}

uint32_t address_number(struct str part)
{
    uint32_t number = 0;
    for (size_t i = 0; i < part.length; i++) {
        if (part.bytes[i] < '0' || part.bytes[i] > '9' || number > 100000)
            return 0;
        number = number * 10 + (uint32_t)(part.bytes[i] - '0');
    }
    return number;
}

// Where the outline of a plain text was guessed, a number may hang under a
// clause that it does not belong to: "8.1" is 8.1 wherever it stands, and "4."
// below 3.7 or 3 goes on behind 3.
static bool may_start_anywhere(const struct addresses *all, size_t from, struct str component)
{
    const struct path_part *parts = LIST_ITEMS(&all->parts, struct path_part);
    uint32_t number = address_number(parts[from].text);
    if (all->text->document->form != FORM_PLAIN || number == 0)
        return false;
    bool goes_on = is_dotted(component);
    for (size_t i = 0; i < from && !goes_on; i++)
        goes_on = address_number(parts[i].text) + 1 == number && (i == 0 || parts[i].is_start);
    return goes_on;
}

static void read_path(struct addresses *all, struct str path)
{
    all->parts.count = 0;
    struct str rest = path;
    struct str component;
    (void)str_cut(&rest, '/', &component); // the title
    bool may_start = true;
    while (str_cut(&rest, '/', &component)) {
        size_t from = all->parts.count;
        add_component(all, component);
        if (all->parts.count == from)
            continue;
        struct path_part *parts = LIST_ITEMS(&all->parts, struct path_part);
        parts[from].is_start =
            parts[from].is_start || may_start || may_start_anywhere(all, from, component);
        // "II" and "B" number headings: below them numbers may begin anew.
        bool is_heading_number =
            component.bytes[0] >= 'A' && component.bytes[0] <= 'Z' && parts[from].word == WORD_NONE;
        may_start =
            is_heading_number || parts[from].word == WORD_CHAPTER || parts[from].word == WORD_ANNEX;
        if (parts[from].word == WORD_NONE && is_dotted(component))
            drop_repeated(all, from);
    }
}

static struct str key_of(const struct addresses *all, enum clause_word word,
                         const struct str *parts, size_t count)
{
    builder_cut(all->key, 0);
    builder_add_byte(all->key, (char)('A' + word));
    for (size_t i = 0; i < count; i++) {
        builder_add_byte(all->key, '.');
        builder_add(all->key, parts[i]);
    }
    return builder_str(all->key);
}

// Every clause by its last number alone, under no citation's word.
static void enter_anywhere(struct addresses *all, struct str part)
{
    if (names_find(all->anywhere, part) == NAMES_NONE)
        names_add(all->anywhere, part);
}

static void enter_key(struct addresses *all, const struct address *address, uint32_t paragraph)
{
    struct str key = key_of(all, address->word, address->parts, address->count);
    if (names_find(all->keys, key) != NAMES_NONE)
        return;
    names_add(all->keys, arena_copy(all->arena, key));
    *LIST_ADD(&all->first, uint32_t) = paragraph;
    if (address->count == 1)
        all->counts[address->word]++;
}

static enum clause_word known_as(enum clause_word word)
{
    return word == WORD_CLAUSE || word == WORD_PARAGRAPH ? WORD_NONE : word;
}

// Enters the clause under every name that a citation may begin with; the last
// one is its own address.
static void enter(struct addresses *all, uint32_t paragraph)
{
    const struct path_part *parts = LIST_ITEMS(&all->parts, struct path_part);
    for (size_t from = 0; from < all->parts.count; from++) {
        if (parts[from].word == WORD_NONE)
            enter_anywhere(all, parts[from].text);
        if (!parts[from].is_start)
            continue;
        struct address address = {.word = known_as(parts[from].word)};
        for (size_t i = from; i < all->parts.count && address.count < ADDRESS_PARTS; i++)
            address.parts[address.count++] = parts[i].text;
        struct address whole = address;
        for (address.count = 1; address.count <= whole.count; address.count++)
            enter_key(all, &address, paragraph);
        if (parts[from].word != WORD_CHAPTER || all->of[paragraph].count == 0)
            all->of[paragraph] = whole;
    }
}

// The path of a clause. The text behind a table of contents does not stand
// under the table's last line.
static struct str path_of(const struct addresses *all, uint32_t p)
{
    const struct clause_index *index = &all->text->clauses;
    struct str path = index->clauses[p].path;
    uint32_t behind = all->text->contents.to;
    if (all->text->contents.from == behind || p < behind)
        return path;
    struct str last = index->clauses[behind - 1].path;
    if (!str_starts_with(path, last) || !str_starts_with(str_skip(path, last.length), STR("/")))
        return path;
    return arena_print(all->arena, "%.*s%.*s",
                       STR_ARGS(str_slice(path, 0, str_find_byte(path, '/'))),
                       STR_ARGS(str_skip(path, last.length)));
}

// "8.0 Disclaimer" and "### 7. Warranties" number a clause, whatever they were read as.
static void note_line(struct addresses *all, struct str line)
{
    size_t at = 0;
    while (at < line.length && str_find_byte(STR("#*=[ \t"), line.bytes[at]) < 6)
        at++;
    size_t end = at;
    while (end < line.length && ((line.bytes[end] >= '0' && line.bytes[end] <= '9') ||
                                 (line.bytes[end] == '.' && end > at)))
        end++;
    struct str number = str_slice(line, at, end);
    if (number.length > 0 && str_ends_with(number, STR(".")))
        number.length--;
    if (str_ends_with(number, STR(".0")))
        number.length -= 2;
    if (number.length > 0 && number.length < 12)
        names_add(all->lines, number);
}

struct addresses *addresses_make(const struct proof_text *text, struct arena *arena)
{
    struct addresses *all = ARENA_NEW(arena, struct addresses);
    *all = (struct addresses){
        .text = text,
        .arena = arena,
        .keys = names_make(arena),
        .anywhere = names_make(arena),
        .first = LIST_MAKE(arena, uint32_t),
        .of = ARENA_ARRAY(arena, struct address, text->clauses.count + 1),
        .counts = ARENA_ARRAY(arena, uint32_t, WORD_COUNT),
        .key = ARENA_NEW(arena, struct builder),
        .parts = LIST_MAKE(arena, struct path_part),
        .lines = names_make(arena),
    };
    *all->key = builder_make(arena);
    for (uint32_t p = 0; p < text->clauses.count; p++) {
        if (proof_is_aside(text, p))
            continue;
        read_path(all, path_of(all, p));
        enter(all, p);
        if (text->document->form == FORM_PLAIN)
            note_line(all, paragraph_text(text->document, &text->document->paragraphs[p]));
    }
    return all;
}

const struct address *addresses_of(const struct addresses *addresses, uint32_t paragraph)
{
    return &addresses->of[paragraph];
}

static uint32_t find_key(const struct addresses *addresses, enum clause_word word,
                         const struct str *parts, uint32_t count)
{
    return names_find(addresses->keys, key_of(addresses, word, parts, count));
}

static struct str roman_of(struct arena *arena, uint32_t number)
{
    static const char *const tens[] = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    return number == 0 || number > 99
               ? STR("")
               : arena_print(arena, "%s%s", tens[number / 10], ones[number % 10]);
}

// The other way to write a number: "iv" for "4" and back; empty: none.
static struct str other_numeral(struct arena *arena, struct str part)
{
    uint32_t number = 0;
    for (size_t i = 0; i < part.length; i++) {
        if (part.bytes[i] < '0' || part.bytes[i] > '9' || number > 99)
            break;
        number = number * 10 + (uint32_t)(part.bytes[i] - '0');
        if (i + 1 == part.length)
            return roman_of(arena, number);
    }
    // Only a number as it is written: "iiii" is another label than "iv".
    number = label_roman_value(part);
    return number > 0 && str_equal(roman_of(arena, number), part) ? arena_print(arena, "%u", number)
                                                                  : STR("");
}

static uint32_t find_any(const struct addresses *addresses, enum clause_word word,
                         const struct str *parts, uint32_t count)
{
    uint32_t key = find_key(addresses, word, parts, count);
    if (key != NAMES_NONE || count == 0)
        return key;
    struct arena *scratch = arena_open();
    struct str other[ADDRESS_PARTS];
    memcpy(other, parts, count * sizeof *other);
    other[0] = other_numeral(scratch, parts[0]);
    if (other[0].length > 0)
        key = find_key(addresses, word, other, count);
    arena_close(scratch);
    return key;
}

uint32_t addresses_find(const struct addresses *addresses, const struct address *address)
{
    uint32_t key = find_any(addresses, known_as(address->word), address->parts, address->count);
    return key == NAMES_NONE ? NO_INDEX : *LIST_AT(&addresses->first, uint32_t, key);
}

bool addresses_have_anywhere(const struct addresses *addresses, const struct address *address,
                             bool is_far)
{
    return is_far && address->count > 0 &&
           names_find(addresses->anywhere, address->parts[address->count - 1]) != NAMES_NONE;
}

bool addresses_begin_line(const struct addresses *addresses, const struct address *address)
{
    builder_cut(addresses->key, 0);
    for (uint32_t i = 0; i < address->count; i++)
        builder_print(addresses->key, "%s%.*s", i > 0 ? "." : "", STR_ARGS(address->parts[i]));
    return names_find(addresses->lines, builder_str(addresses->key)) != NAMES_NONE;
}

uint32_t addresses_count(const struct addresses *addresses, enum clause_word word)
{
    return addresses->counts[known_as(word)];
}

static bool begins_with(const struct address *whole, const struct address *start, uint32_t count)
{
    bool is_same = whole->count >= count;
    for (uint32_t i = 0; is_same && i < count; i++)
        is_same = str_equal(whole->parts[i], start->parts[i]);
    return is_same;
}

// Whether a label like "(a)" begins something in the words: not the end of
// "Section 2(a)", which cites it.
static bool begins_inline(struct str words, struct str label)
{
    for (size_t at = 0; at + label.length <= words.length; at++) {
        if (!str_equal_ignoring_case(str_slice(words, at, at + label.length), label))
            continue;
        if (at == 0 || !(is_alnum(words.bytes[at - 1]) || words.bytes[at - 1] == ')'))
            return true;
    }
    return false;
}

bool addresses_have_inline(const struct addresses *addresses, const struct address *address)
{
    if (address->count < 2)
        return false;
    uint32_t key = find_any(addresses, known_as(address->word), address->parts, address->count - 1);
    if (key == NAMES_NONE)
        return false;
    const struct document *document = addresses->text->document;
    struct arena *scratch = arena_open();
    struct str wanted =
        arena_print(scratch, "(%.*s)", STR_ARGS(address->parts[address->count - 1]));
    uint32_t first = *LIST_AT(&addresses->first, uint32_t, key);
    const struct address *own = &addresses->of[first];
    bool found = false;
    for (uint32_t p = first;
         !found && p < document->paragraph_count && begins_with(&addresses->of[p], own, own->count);
         p++)
        found = begins_inline(paragraph_text(document, &document->paragraphs[p]), wanted);
    arena_close(scratch);
    return found;
}
