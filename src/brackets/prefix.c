// SPDX-License-Identifier: Apache-2.0
#include "brackets/prefix.h"

#include "base/utf8.h"
#include "brackets/brackets_parts.h"

#include <string.h>

// Verbs by their stems, the longer ones first where one begins another.
struct verb_stem {
    struct str stem;
    enum bracket_stance stance;
};

static const struct verb_stem verb_stems[] = {
    {STR_INIT("propos"), STANCE_PROPOSE},    {STR_INIT("add"), STANCE_PROPOSE},
    {STR_INIT("insert"), STANCE_PROPOSE},    {STR_INIT("alt"), STANCE_PROPOSE},
    {STR_INIT("prefer"), STANCE_PROPOSE},    {STR_INIT("support"), STANCE_SUPPORT},
    {STR_INIT("retain"), STANCE_SUPPORT},    {STR_INIT("keep"), STANCE_SUPPORT},
    {STR_INIT("consider"), STANCE_FLEXIBLE}, {STR_INIT("flexible"), STANCE_FLEXIBLE},
    {STR_INIT("reserv"), STANCE_RESERVE},    {STR_INIT("oppos"), STANCE_OPPOSE},
    {STR_INIT("delet"), STANCE_OPPOSE},      {STR_INIT("object"), STANCE_OPPOSE},
    {STR_INIT("reject"), STANCE_OPPOSE},
};
#define VERB_COUNT (sizeof verb_stems / sizeof verb_stems[0])

// Words that stand before a colon in a bracket and are no party.
static const struct str no_parties[] = {
    STR_INIT("Option"),    STR_INIT("Alternative"), STR_INIT("Alt"),      STR_INIT("Note"),
    STR_INIT("NOTE"),      STR_INIT("NB"),          STR_INIT("TBD"),      STR_INIT("TBC"),
    STR_INIT("Article"),   STR_INIT("Annex"),       STR_INIT("Chapter"),  STR_INIT("Section"),
    STR_INIT("Paragraph"), STR_INIT("Placeholder"), STR_INIT("Preamble"), STR_INIT("Title"),
    STR_INIT("Part"),      STR_INIT("Example"),     STR_INIT("Table"),    STR_INIT("Figure"),
    STR_INIT("Proposal"),  STR_INIT("Text"),        STR_INIT("Comment"),  STR_INIT("Footnote"),
    STR_INIT("Agreed"),    STR_INIT("Pending"),     STR_INIT("Parties"),  STR_INIT("Party"),
    STR_INIT("Variant"),   STR_INIT("Version"),     STR_INIT("Members"),  STR_INIT("States"),
    STR_INIT("The"),       STR_INIT("ALT"),         STR_INIT("OPTION"),   STR_INIT("OR"),
    STR_INIT("AND"),       STR_INIT("EX"),          STR_INIT("Each"),     STR_INIT("All"),
};

struct prefix_reader {
    struct str text; // of the whole input
    size_t at;
    size_t to;
    const struct names *known;
    struct prefix *prefix;
};

static uint32_t peek(const struct prefix_reader *reader, size_t *bytes)
{
    *bytes = 0;
    return reader->at < reader->to ? utf8_at(reader->text, reader->at, bytes) : 0;
}

static void skip_spaces(struct prefix_reader *reader)
{
    reader->at = bracket_skip_soft(reader->text, reader->at, reader->to);
}

static bool take(struct prefix_reader *reader, char byte)
{
    if (reader->at >= reader->to || reader->text.bytes[reader->at] != byte)
        return false;
    reader->at++;
    return true;
}

static void add_slip(struct prefix_reader *reader, enum bracket_slip kind, size_t from, size_t to)
{
    *LIST_ADD(&reader->prefix->slips, struct slip_found) =
        (struct slip_found){kind, {.at = from}, str_slice(reader->text, from, to)};
}

static void add_footnote(struct prefix_reader *reader, size_t from, size_t digits_from, size_t to)
{
    *LIST_ADD(&reader->prefix->footnotes, struct footnote_found) =
        (struct footnote_found){{.at = digits_from},
                                str_slice(reader->text, digits_from, to),
                                str_slice(reader->text, from, to)};
}

static bool is_digit_mark(uint32_t c)
{
    return (c >= '0' && c <= '9') || c == 0xb9 || c == 0xb2 || c == 0xb3 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079);
}

// One word of letters, digits, hyphens, "+" and apostrophes; empty when none stands here.
static struct str take_word(struct prefix_reader *reader)
{
    size_t from = reader->at;
    size_t bytes;
    for (;;) {
        uint32_t c = peek(reader, &bytes);
        if (!utf8_is_letter(c) && !is_digit_mark(c) && c != '-' && c != '+' && c != '\'' &&
            c != 0x2019)
            break;
        reader->at += bytes;
    }
    return str_slice(reader->text, from, reader->at);
}

// Where the digits at the end of a word begin; its length when there are none.
static size_t digits_from(struct str word)
{
    size_t at = word.length;
    while (at > 0) {
        size_t bytes;
        if (!is_digit_mark(utf8_before(word, at, &bytes)))
            break;
        at -= bytes;
    }
    return at;
}

static bool is_known(const struct prefix_reader *reader, struct str text)
{
    return reader->known && names_find(reader->known, text) != NAMES_NONE;
}

static bool is_no_party(struct str word)
{
    for (size_t i = 0; i < sizeof no_parties / sizeof no_parties[0]; i++)
        if (str_equal(word, no_parties[i]))
            return true;
    return false;
}

// "US", "G77", "EU-27": capitals and digits, the first a capital, two to ten of them.
static bool is_code(struct str word)
{
    size_t capitals = 0;
    for (size_t at = 0; at < word.length;) {
        size_t bytes;
        uint32_t c = utf8_at(word, at, &bytes);
        if (utf8_is_upper(c))
            capitals++;
        else if ((c < '0' || c > '9') && c != '-' && c != '+')
            return false;
        at += bytes;
    }
    return word.length >= 2 && word.length <= 10 && capitals > 0 && !is_no_party(word);
}

static void add_party(struct prefix_reader *reader, size_t from, size_t code_to, size_t to,
                      bool is_code)
{
    struct clause_party party = {.code = str_slice(reader->text, from, code_to),
                                 .from = from,
                                 .stance = STANCE_PROPOSE,
                                 .is_code = is_code};
    *LIST_ADD(&reader->prefix->parties, struct clause_party) = party;
    if (code_to < to)
        add_footnote(reader, from, code_to, to);
    reader->at = to;
}

#define NAME_WORDS_MAX 4

// The ends of up to NAME_WORDS_MAX words from here on, one space between them.
static size_t word_ends(struct prefix_reader *reader, size_t ends[NAME_WORDS_MAX])
{
    size_t start = reader->at;
    size_t count = 0;
    while (count < NAME_WORDS_MAX) {
        if (take_word(reader).length == 0)
            break;
        ends[count++] = reader->at;
        if (!take(reader, ' '))
            break;
    }
    reader->at = start;
    return count;
}

// The longest known party that stands here, a footnote's digits behind it or not.
static bool take_known(struct prefix_reader *reader, const size_t *ends, size_t count)
{
    size_t from = reader->at;
    for (size_t i = count; i > 0; i--) {
        struct str words = str_slice(reader->text, from, ends[i - 1]);
        size_t bare = digits_from(words);
        if (is_known(reader, words))
            bare = words.length;
        else if (bare == words.length || !is_known(reader, str_slice(words, 0, bare)))
            continue;
        add_party(reader, from, from + bare, ends[i - 1], is_code(words));
        return true;
    }
    return false;
}

// Something that may be a party, in the first pass: a code, or up to four words with capitals.
static bool take_candidate(struct prefix_reader *reader, const size_t *ends, size_t count)
{
    size_t from = reader->at;
    struct str first = str_slice(reader->text, from, ends[0]);
    if (is_code(first)) {
        size_t bare = digits_from(first);
        add_party(reader, from, from + (bare >= 2 ? bare : first.length), ends[0], true);
        return true;
    }
    size_t names = 0;
    for (size_t i = 0, start = from; i < count; start = ends[i++] + 1) {
        size_t bytes;
        if (!utf8_is_upper(utf8_at(reader->text, start, &bytes)))
            break;
        names = i + 1;
    }
    if (names == 0 || is_no_party(first) || first.length < 3)
        return false;
    add_party(reader, from, ends[names - 1], ends[names - 1], false);
    return true;
}

static bool take_party(struct prefix_reader *reader)
{
    size_t ends[NAME_WORDS_MAX];
    size_t count = word_ends(reader, ends);
    if (count == 0)
        return false;
    if (str_equal(str_slice(reader->text, reader->at, ends[0]), PREFIX_BASE)) {
        add_party(reader, reader->at, ends[0], ends[0], false);
        return true;
    }
    return reader->known ? take_known(reader, ends, count) : take_candidate(reader, ends, count);
}

// "/", ",", "&" or "and"; *is_slash tells the first from the others.
static bool take_separator(struct prefix_reader *reader, bool *is_slash)
{
    skip_spaces(reader);
    size_t from = reader->at;
    *is_slash = take(reader, '/');
    if (*is_slash) {
        while (take(reader, '/'))
            continue;
        if (reader->at - from > 1)
            add_slip(reader, SLIP_DOUBLE_SEPARATOR, from, reader->at);
        return true;
    }
    if (take(reader, ',') || take(reader, '&')) {
        skip_spaces(reader);
        from = reader->at;
        if (!str_equal(take_word(reader), STR("and")))
            reader->at = from;
        return true;
    }
    if (str_equal(take_word(reader), STR("and")))
        return true;
    reader->at = from;
    return false;
}

static bool is_suffix(struct str suffix)
{
    static const struct str suffixes[] = {
        STR_INIT(""),       STR_INIT("s"),        STR_INIT("e"),    STR_INIT("es"),
        STR_INIT("ed"),     STR_INIT("d"),        STR_INIT("ing"),  STR_INIT("al"),
        STR_INIT("als"),    STR_INIT("ion"),      STR_INIT("ions"), STR_INIT("ation"),
        STR_INIT("ations"), STR_INIT("ernative"),
    };
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++)
        if (str_equal_ignoring_case(suffix, suffixes[i]))
            return true;
    return false;
}

bool prefix_is_verb(struct str word, enum bracket_stance *stance)
{
    for (size_t i = 0; i < VERB_COUNT; i++) {
        size_t length = verb_stems[i].stem.length;
        if (str_equal_ignoring_case(str_slice(word, 0, length), verb_stems[i].stem) &&
            is_suffix(str_skip(word, length))) {
            *stance = verb_stems[i].stance;
            return true;
        }
    }
    return false;
}

// Whether two words differ by one letter more, less or other, or by two letters that changed
// places.
static bool is_one_slip(struct str a, struct str b)
{
    if (a.length > b.length) {
        struct str longer = a;
        a = b;
        b = longer;
    }
    size_t from = 0;
    while (from < a.length && a.bytes[from] == b.bytes[from])
        from++;
    struct str rest_a = str_skip(a, from);
    struct str rest_b = str_skip(b, from);
    if (a.length + 1 == b.length)
        return str_equal(rest_a, str_skip(rest_b, 1));
    if (a.length != b.length)
        return false;
    if (str_equal(str_skip(rest_a, 1), str_skip(rest_b, 1)))
        return true;
    return rest_a.length >= 2 && rest_a.bytes[0] == rest_b.bytes[1] &&
           rest_a.bytes[1] == rest_b.bytes[0] &&
           str_equal(str_skip(rest_a, 2), str_skip(rest_b, 2));
}

static bool is_misspelt_verb(struct str word, enum bracket_stance *stance)
{
    static const struct str forms[] = {
        STR_INIT("propose"), STR_INIT("proposes"), STR_INIT("proposed"),    STR_INIT("oppose"),
        STR_INIT("opposes"), STR_INIT("opposed"),  STR_INIT("support"),     STR_INIT("supports"),
        STR_INIT("reserve"), STR_INIT("reserves"), STR_INIT("considering"),
    };
    for (size_t i = 0; word.length >= 5 && i < sizeof forms / sizeof forms[0]; i++)
        if (is_one_slip(word, forms[i]))
            return prefix_is_verb(forms[i], stance);
    return false;
}

static bool take_one_of(struct prefix_reader *reader, const struct str *words, size_t count)
{
    skip_spaces(reader);
    size_t from = reader->at;
    struct str word = take_word(reader);
    for (size_t i = 0; i < count; i++)
        if (str_equal_ignoring_case(word, words[i]))
            return true;
    reader->at = from;
    return false;
}

// What may follow a verb: "to delete", "in principle", "its position".
static void take_complement(struct prefix_reader *reader, enum bracket_stance *stance)
{
    static const struct str in[] = {STR_INIT("in")};
    static const struct str principle[] = {STR_INIT("principle")};
    static const struct str its[] = {STR_INIT("its"), STR_INIT("their")};
    static const struct str position[] = {STR_INIT("position"), STR_INIT("text")};
    static const struct str to[] = {STR_INIT("to")};
    static const struct str leave_out[] = {STR_INIT("delete")};
    size_t from = reader->at;
    if (*stance == STANCE_PROPOSE && take_one_of(reader, to, 1) &&
        take_one_of(reader, leave_out, 1)) {
        *stance = STANCE_OPPOSE;
        return;
    }
    reader->at = from;
    if (*stance == STANCE_SUPPORT && take_one_of(reader, in, 1) &&
        take_one_of(reader, principle, 1)) {
        *stance = STANCE_SUPPORT_IN_PRINCIPLE;
        return;
    }
    reader->at = from;
    (void)take_one_of(reader, its, 2);
    if (!take_one_of(reader, position, 2))
        reader->at = from;
}

static bool take_verb(struct prefix_reader *reader, enum bracket_stance *stance)
{
    static const struct str helpers[] = {STR_INIT("also"),  STR_INIT("can"),      STR_INIT("could"),
                                         STR_INIT("would"), STR_INIT("strongly"), STR_INIT("is"),
                                         STR_INIT("are")};
    size_t start = reader->at;
    while (take_one_of(reader, helpers, sizeof helpers / sizeof helpers[0]))
        continue;
    skip_spaces(reader);
    size_t from = reader->at;
    struct str word = take_word(reader);
    size_t bare = digits_from(word);
    struct str letters = str_slice(word, 0, bare);
    if (!prefix_is_verb(letters, stance)) {
        if (!is_misspelt_verb(letters, stance)) {
            reader->at = start;
            return false;
        }
        add_slip(reader, SLIP_VERB, from, from + bare);
    }
    if (bare < word.length)
        add_footnote(reader, from, from + bare, reader->at);
    take_complement(reader, stance);
    return true;
}

// Parties and their verb; *joined_by_slash when a slash stands between any two.
static bool take_clause(struct prefix_reader *reader, bool *joined_by_slash)
{
    struct list *parties = &reader->prefix->parties;
    size_t first = parties->count;
    skip_spaces(reader);
    if (!take_party(reader))
        return false;
    for (;;) {
        size_t behind = reader->at;
        bool is_slash = false;
        if (!take_separator(reader, &is_slash))
            break;
        skip_spaces(reader);
        *joined_by_slash |= is_slash;
        if (take_party(reader))
            continue;
        enum bracket_stance ignored;
        bool goes_on = take_verb(reader, &ignored) || take(reader, ':');
        size_t separator_end = behind + 1;
        reader->at = goes_on && is_slash ? separator_end : behind;
        if (goes_on && is_slash)
            add_slip(reader, SLIP_STRAY_SEPARATOR, behind, separator_end);
        break;
    }
    enum bracket_stance stance = STANCE_PROPOSE;
    bool has_verb = take_verb(reader, &stance);
    for (size_t i = first; i < parties->count; i++) {
        LIST_AT(parties, struct clause_party, i)->stance = stance;
        LIST_AT(parties, struct clause_party, i)->has_verb = has_verb;
    }
    reader->prefix->has_verb |= has_verb;
    skip_spaces(reader);
    return true;
}

// The end of a prefix: the colon, or what stands in its place.
static bool take_end(struct prefix_reader *reader, bool joined_by_slash)
{
    struct prefix *prefix = reader->prefix;
    size_t from = reader->at;
    if (take(reader, ':')) {
        while (take(reader, ':'))
            continue;
        if (reader->at - from > 1)
            add_slip(reader, SLIP_DOUBLE_COLON, from, reader->at);
        prefix->has_end = true;
    } else if (reader->at == reader->to) {
        prefix->has_end = prefix->has_verb;
    } else if (reader->known &&
               (prefix->has_verb || (joined_by_slash && prefix->parties.count > 1))) {
        (void)take_word(reader);
        add_slip(reader, SLIP_MISSING_COLON, from, reader->at);
        reader->at = from;
        prefix->has_end = true;
    }
    prefix->text_from = reader->at;
    return prefix->has_end;
}

// Reads the prefix of one pair; false when it has none.
static bool take_prefix(struct prefix_reader *reader)
{
    bool joined_by_slash = false;
    if (!take_clause(reader, &joined_by_slash))
        return false;
    for (;;) {
        size_t from = reader->at;
        bool is_comma = reader->prefix->has_verb && take(reader, ',');
        if (!is_comma && !take(reader, ';'))
            break;
        size_t behind = reader->at;
        size_t count = reader->prefix->parties.count;
        bool had_verb = reader->prefix->has_verb;
        reader->prefix->has_verb = false;
        bool is_clause = take_clause(reader, &joined_by_slash);
        bool has_verb = reader->prefix->has_verb;
        reader->prefix->has_verb |= had_verb;
        if (is_clause && is_comma && has_verb)
            add_slip(reader, SLIP_COMMA_FOR_SEMICOLON, from, behind);
        if (is_clause && (has_verb || !is_comma))
            continue;
        list_cut(&reader->prefix->parties, count);
        reader->at = is_comma ? from : behind; // ";" in the colon's place
        break;
    }
    return take_end(reader, joined_by_slash);
}

static struct prefix prefix_empty(struct arena *arena)
{
    return (struct prefix){.parties = LIST_MAKE(arena, struct clause_party),
                           .slips = LIST_MAKE(arena, struct slip_found),
                           .footnotes = LIST_MAKE(arena, struct footnote_found)};
}

bool prefix_read(struct str text, size_t from, size_t to, const struct names *known,
                 struct arena *arena, struct prefix *prefix)
{
    *prefix = prefix_empty(arena);
    struct prefix_reader reader = {text, from, to, known, prefix};
    return take_prefix(&reader);
}
