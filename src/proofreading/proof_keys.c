// SPDX-License-Identifier: Apache-2.0
#include "proofreading/proof_keys.h"

#define CITATION_TOKENS 12 // behind "Articles", in which labels stand
#define AMOUNT_WORDS 5     // before a number, one of which says what it counts

enum key_token_kind { KEY_WORD, KEY_NUMBER, KEY_MARK };

struct key_token {
    enum key_token_kind kind;
    struct str text;
    bool begins_line;
};

struct key_reader {
    struct str text;
    size_t at;
    bool is_line_begin;
    struct names *names;
    struct list *keys;
    struct arena *arena;
    struct key_token before[AMOUNT_WORDS]; // [0] is the last
    uint32_t citation;                     // tokens in which a label may still stand
};

static bool is_letter(char byte)
{
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (unsigned char)byte >= 0x80;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool key_token_next(struct key_reader *reader, struct key_token *token)
{
    struct str text = reader->text;
    while (reader->at < text.length && (unsigned char)text.bytes[reader->at] <= ' ')
        reader->is_line_begin = text.bytes[reader->at++] == '\n' || reader->is_line_begin;
    if (reader->at == text.length)
        return false;
    size_t from = reader->at;
    size_t to = from + 1;
    enum key_token_kind kind = KEY_MARK;
    if (is_letter(text.bytes[from])) {
        kind = KEY_WORD;
        while (to < text.length && is_letter(text.bytes[to]))
            to++;
    } else if (is_digit(text.bytes[from])) {
        kind = KEY_NUMBER;
        while (to < text.length &&
               (is_digit(text.bytes[to]) || ((text.bytes[to] == ',' || text.bytes[to] == '.') &&
                                             to + 1 < text.length && is_digit(text.bytes[to + 1]))))
            to++;
    }
    *token = (struct key_token){kind, str_slice(text, from, to), reader->is_line_begin};
    // "(a)" and "5." begin their line although a mark stands before them.
    reader->is_line_begin = reader->is_line_begin && kind == KEY_MARK;
    reader->at = to;
    return true;
}

// "Parties" as "party", "Deposits" as "deposit".
static struct str stem_of(struct str word, struct arena *arena)
{
    struct str stem = arena_lower(arena, word);
    if (stem.length > 4 && str_ends_with(stem, STR("ies")))
        return arena_print(arena, "%.*sy", (int)(stem.length - 3), stem.bytes);
    if (stem.length > 3 && stem.bytes[stem.length - 1] == 's')
        stem.length--;
    return stem;
}

static void add_key(struct key_reader *reader, char class, struct str name, uint64_t value)
{
    struct str whole = arena_print(reader->arena, "%c%.*s", class, STR_ARGS(name));
    *LIST_ADD(reader->keys, struct proof_key) =
        (struct proof_key){names_add(reader->names, whole), value};
}

static bool is_one_of(struct str word, const char *const *words)
{
    for (; *words; words++)
        if (word.length > 0 && word.bytes[0] == (*words)[0] && str_equal(word, str_of(*words)))
            return true;
    return false;
}

static bool is_clause_word(struct str stem)
{
    static const char *const words[] = {
        "article",    "section",   "chapter",  "part",      "title",     "annex",        "annexe",
        "annexes",    "schedule",  "appendix", "appendice", "exhibit",   "attachment",   "table",
        "clause",     "point",     "item",     "rule",      "paragraph", "subparagraph", "sub",
        "subsection", "subclause", "letter",   "number",    "no",        "footnote",     "protocol",
        "condition",  "recital",   NULL};
    return is_one_of(stem, words);
}

// Words that begin sentences in capitals and name nothing.
static bool is_plain_word(struct str stem)
{
    static const char *const words[] = {
        "the",  "a",     "an",   "in",    "each",   "any",   "if",   "where", "for",  "thi",
        "that", "these", "no",   "all",   "on",     "at",    "by",   "it",    "they", "and",
        "or",   "to",    "a",    "upon",  "under",  "when",  "such", "every", "of",   "neither",
        "both", "from",  "with", "after", "before", "unles", "this", "as",    NULL};
    return is_one_of(stem, words);
}

static bool is_label_like(const struct key_token *token)
{
    if (token->kind == KEY_NUMBER)
        return true;
    if (token->kind != KEY_WORD || token->text.length > 6)
        return false;
    if (token->text.length == 1)
        return true;
    for (size_t i = 0; i < token->text.length; i++)
        if (str_find_byte(STR("ivxlcIVXLC"), token->text.bytes[i]) == 10)
            return false;
    return true;
}

// "7.3" bears upon 7 and on 3.
static void add_label(struct key_reader *reader, struct str label)
{
    struct str rest = arena_lower(reader->arena, label);
    struct str part;
    while (str_cut(&rest, '.', &part))
        add_key(reader, 'l', part, 0);
}

static void read_citation(struct key_reader *reader, const struct key_token *token, struct str stem)
{
    if (token->kind == KEY_WORD && is_clause_word(stem)) {
        reader->citation = CITATION_TOKENS;
        return;
    }
    if (token->begins_line && is_label_like(token))
        add_label(reader, token->text);
    if (reader->citation == 0)
        return;
    reader->citation--;
    static const char *const between[] = {"to", "and", "or", "of", "through", NULL};
    if (is_label_like(token))
        add_label(reader, token->text);
    else if (token->kind == KEY_WORD && !is_one_of(stem, between))
        reader->citation = 0;
}

static bool is_currency_like(const struct key_token *token)
{
    if (token->kind != KEY_WORD || token->text.length != 3)
        return false;
    for (size_t i = 0; i < 3; i++)
        if (token->text.bytes[i] < 'A' || token->text.bytes[i] > 'Z')
            return false;
    return true;
}

// The number itself, and each word before it with the amount that it has.
static void read_number(struct key_reader *reader, const struct key_token *token)
{
    uint64_t value = str_hash(token->text);
    add_key(reader, 'n', token->text, 0);
    for (uint32_t i = 0; i < AMOUNT_WORDS; i++) {
        const struct key_token *word = &reader->before[i];
        if (is_currency_like(word))
            value ^= str_hash(word->text) << 1;
        else if (word->kind == KEY_WORD && word->text.length > 3)
            add_key(reader, 'a', stem_of(word->text, reader->arena), value);
    }
}

static void read_word(struct key_reader *reader, const struct key_token *token, struct str stem)
{
    bool is_capital = token->text.bytes[0] >= 'A' && token->text.bytes[0] <= 'Z';
    if (is_capital && token->text.length > 1 && !is_plain_word(stem) && !is_clause_word(stem))
        add_key(reader, 'w', stem, 0);
    if (str_equal(reader->before[0].text, STR("not")) &&
        (str_equal(reader->before[1].text, STR("may")) ||
         str_equal(reader->before[1].text, STR("shall"))))
        add_key(reader, 'v', stem, str_hash(reader->before[1].text));
    if (str_equal(stem, STR("mean")) || str_equal(stem, STR("hereinafter")) ||
        str_equal(stem, STR("hereafter")) || str_equal(stem, STR("refer")))
        add_key(reader, PROOF_KEY_DEFINES, STR(""), reader->at);
}

// Clauses that say the same are told apart by nothing but their number.
static void add_lines(struct key_reader *reader)
{
    struct str rest = reader->text;
    struct str line;
    while (str_cut(&rest, '\n', &line))
        if (str_trim(line).length > 0)
            add_key(reader, 'p', str_trim(line), 0);
}

void proof_keys_add(struct str text, struct names *names, struct list *keys, struct arena *arena)
{
    struct key_reader reader = {
        .text = text, .is_line_begin = true, .names = names, .keys = keys, .arena = arena};
    struct key_token token;
    add_lines(&reader);
    while (key_token_next(&reader, &token)) {
        struct str stem =
            token.kind == KEY_WORD ? stem_of(token.text, arena) : (struct str){NULL, 0};
        read_citation(&reader, &token, stem);
        if (token.kind == KEY_WORD)
            read_word(&reader, &token, stem);
        else if (token.kind == KEY_NUMBER)
            read_number(&reader, &token);
        else if (token.text.bytes[0] == '"')
            add_key(&reader, PROOF_KEY_DEFINES, STR(""), 0);
        memmove(&reader.before[1], &reader.before[0], sizeof reader.before - sizeof *reader.before);
        reader.before[0] = token;
    }
}

void proof_keys_add_label(struct str label, struct names *names, struct list *keys,
                          struct arena *arena)
{
    struct key_reader reader = {
        .text = label, .is_line_begin = true, .names = names, .keys = keys, .arena = arena};
    struct key_token token;
    while (key_token_next(&reader, &token))
        if (is_label_like(&token))
            add_label(&reader, token.text);
}

static int by_key(const void *a, const void *b)
{
    const struct proof_key *one = a;
    const struct proof_key *other = b;
    if (one->name != other->name)
        return one->name < other->name ? -1 : 1;
    return one->value != other->value ? (one->value < other->value ? -1 : 1) : 0;
}

void proof_keys_differ(struct list *one, struct list *other, struct list *varying)
{
    list_sort(one, by_key);
    list_sort(other, by_key);
    size_t a = 0;
    size_t b = 0;
    while (a < one->count || b < other->count) {
        int order = a == one->count     ? 1
                    : b == other->count ? -1
                                        : by_key(LIST_AT(one, struct proof_key, a),
                                                 LIST_AT(other, struct proof_key, b));
        if (order < 0)
            *LIST_ADD(varying, uint32_t) = LIST_AT(one, struct proof_key, a)->name;
        if (order > 0)
            *LIST_ADD(varying, uint32_t) = LIST_AT(other, struct proof_key, b)->name;
        a += order <= 0;
        b += order >= 0;
    }
}
