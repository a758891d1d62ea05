// SPDX-License-Identifier: Apache-2.0
// Names: a run of capitalised words is a person when a role, a title or a given name says so, when it
// speaks, or when its last word alone comes back.
#include "base/builder.h"
#include "base/utf8.h"
#include "report/names.h"
#include "report/roles.h"

#define NAME_WORDS_MAX ((size_t)4)
#define QUOTE_REACH 15 // tokens from a verb to a quotation
#define ROLES_MAX 32   // of one person
#define BRACKET_MAX 8  // tokens of a role in brackets behind a name

static const struct token *token_at(const struct report *report, size_t i)
{
    return prose_token(&report->prose, i);
}

static bool is_given_name(const struct report *report, size_t i)
{
    return report_is_capital(report, i) && report_has_kind(report, i, KIND_MALE | KIND_FEMALE) &&
           !report_has_kind(report, i, KIND_ROLE | KIND_HONORIFIC | KIND_PRONOUN);
}

static bool has_small_letter(struct str text)
{
    size_t bytes;
    for (size_t i = 0; i < text.length; i += bytes) {
        uint32_t code_point = utf8_at(text, i, &bytes);
        if (utf8_is_letter(code_point) && utf8_lower(code_point) == code_point)
            return true;
    }
    return false;
}

// An abbreviation, unless it is a name in capitals: "JOHN CARTER", "JÉRÔME BONNET".
static bool is_abbreviation(const struct report *report, size_t i)
{
    bool follows_name =
        i > 0 && report_is_capital(report, i - 1) &&
        (is_given_name(report, i - 1) || (!report_is_abbreviation(report, i - 1) &&
                                          !has_small_letter(prose_word(&report->prose, i - 1))));
    return report_is_abbreviation(report, i) && !is_given_name(report, i) && !follows_name;
}

// "Mr", "H.E.": the token of the title before a name, or REPORT_NONE.
static size_t title_before(const struct report *report, size_t from)
{
    size_t at = from;
    at -= at > 0 && report_is_mark(report, at - 1, '.') ? 1 : 0;
    bool has_title = at > 0 && report_has_kind(report, at - 1, KIND_HONORIFIC);
    return has_title ? at - 1 : REPORT_NONE;
}

bool names_is_name_word(const struct report *report, size_t i)
{
    uint32_t kinds = KIND_NATION | KIND_BODY | KIND_ROLE | KIND_ROLE_REST | KIND_MEETING |
                     KIND_PAPER | KIND_SAYING | KIND_HONORIFIC | KIND_LEADING | KIND_PRONOUN |
                     KIND_AUDIENCE | KIND_CHANNEL | KIND_GERUND | KIND_STRESSING | KIND_URGING;
    uint32_t classes =
        CLASS_MONTH | CLASS_WEEKDAY | CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONNECTIVE;
    if (!report_is_capital(report, i) || report_is_word(report, i, "and"))
        return false;
    if (is_given_name(report, i))
        return !report_has_kind(report, i, KIND_SAYING | KIND_NATION) ||
               title_before(report, i) != REPORT_NONE || report_is_capital(report, i + 1);
    return !is_abbreviation(report, i) && !report_has_class(report, i, classes) &&
           !report_has_kind(report, i, kinds);
}

// The run of name words from `from` on: the token after it.
static size_t name_end(const struct report *report, size_t from)
{
    size_t to = from;
    while (to < from + NAME_WORDS_MAX + 2) {
        bool is_initial =
            to > from && report_is_mark(report, to, '.') && token_at(report, to - 1)->length == 1;
        size_t next = to;
        while (to > from && next < to + 3 && report_has_kind(report, next, KIND_PARTICLE))
            next++;
        if (!is_initial && !names_is_name_word(report, next))
            break;
        to = next + 1;
        if (!is_initial && report_is_possessive(report, to - 1))
            break;
        if (token_at(report, to)->begins_line)
            break;
    }
    return to;
}

// Small letters, so that a name in capitals is the same name.
static struct str folded(const struct report *report, struct str text)
{
    struct builder lower = builder_make(report->arena);
    size_t bytes;
    for (size_t i = 0; i < text.length; i += bytes)
        builder_add_code_point(&lower, utf8_lower(utf8_at(text, i, &bytes)));
    return builder_str(&lower);
}

// "JÉRÔME BONNET" becomes "Jérôme Bonnet".
static struct str as_written_small(const struct report *report, struct str name)
{
    if (has_small_letter(name))
        return name;
    struct builder written = builder_make(report->arena);
    bool begins = true;
    size_t bytes;
    for (size_t i = 0; i < name.length; i += bytes) {
        uint32_t code_point = utf8_at(name, i, &bytes);
        builder_add_code_point(&written, begins ? code_point : utf8_lower(code_point));
        begins = !utf8_is_letter(code_point);
    }
    return builder_str(&written);
}

static size_t person_surnamed(const struct report *report, struct str surname)
{
    uint32_t number = names_find(report->person_surnames, folded(report, surname));
    return number == NAMES_NONE ? REPORT_NONE : *LIST_AT(&report->surname_persons, size_t, number);
}

static struct str surname_of(struct str name)
{
    size_t at = name.length;
    while (at > 0 && name.bytes[at - 1] != ' ')
        at--;
    return str_skip(name, at);
}

static void add_first_name(struct report *report, size_t index)
{
    struct str name = report_person(report, index)->name;
    size_t blank = str_find_byte(name, ' ');
    if (blank == name.length)
        return;
    uint32_t number = names_add(report->first_names, str_slice(name, 0, blank));
    if (number == report->first_name_persons.count)
        *LIST_ADD(&report->first_name_persons, size_t) = index;
    else
        *LIST_AT(&report->first_name_persons, size_t, number) = REPORT_NONE;
}

static size_t add_person(struct report *report, struct str name)
{
    size_t index = names_add(report->person_names, folded(report, name));
    if (index < report->persons.count)
        return index;
    struct str surname = surname_of(name);
    *LIST_ADD(&report->persons, struct person) =
        (struct person){as_written_small(report, name), as_written_small(report, surname),
                        LIST_MAKE(report->arena, struct str), 0};
    if (names_add(report->person_surnames, folded(report, surname)) ==
        report->surname_persons.count)
        *LIST_ADD(&report->surname_persons, size_t) = index;
    add_first_name(report, index);
    return index;
}

void names_add_role(struct report *report, size_t index, struct str role)
{
    struct person *person = LIST_AT(&report->persons, struct person, index);
    if (role.length == 0 || person->roles.count == ROLES_MAX)
        return;
    for (size_t i = 0; i < person->roles.count; i++)
        if (str_equal_ignoring_case(*LIST_AT(&person->roles, struct str, i), role))
            return;
    *LIST_ADD(&person->roles, struct str) = role;
}

void names_add_mention(struct report *report, enum mention_kind kind, size_t from, size_t to,
                       size_t index)
{
    *LIST_ADD(&report->mentions, struct mention) = (struct mention){kind, from, to, index};
    for (size_t i = from; i < to; i++)
        report->mention_at[i] = report->mentions.count - 1;
}

static bool is_stop(const struct report *report, size_t i)
{
    return report_is_mark(report, i, ',') || prose_is_sentence_end(&report->prose, i) ||
           report_opens_quote(report, i) || report_closes_quote(report, i);
}

// "NAME (France)": the token of the closing bracket, or REPORT_NONE.
static size_t bracketed_role_end(const struct report *report, size_t to)
{
    bool says = false;
    for (size_t i = to + 1; report_is_mark(report, to, '(') && i < to + BRACKET_MAX; i++) {
        says = says || report_is_nation(report, i) || report_has_kind(report, i, KIND_ROLE);
        if (report_is_mark(report, i, ')'))
            return says ? i : REPORT_NONE;
    }
    return REPORT_NONE;
}

static void find_bracketed_role(struct report *report, size_t to, size_t index)
{
    size_t end = bracketed_role_end(report, to);
    if (end != REPORT_NONE)
        names_add_role(report, index, role_words(report, to + 1, end));
}

// Where the words of a role before a name end: before its title.
static size_t before_title(const struct report *report, size_t from)
{
    size_t title = title_before(report, from);
    return title == REPORT_NONE ? from : title;
}

static void find_role_before(struct report *report, size_t from, size_t to, size_t index)
{
    size_t end = before_title(report, from);
    size_t before = role_before(report, end, 0);
    if (before < end) {
        names_add_role(report, index, role_words(report, before, end));
        return;
    }
    if (end == 0 || !report_is_mark(report, end - 1, ','))
        return;
    before = role_before(report, end - 1, 0);
    bool ends_apposition = is_stop(report, to) || report_is_word(report, to, "and");
    if (before < end - 1 && ends_apposition && !report_is_word(report, before, "and"))
        names_add_role(report, index, role_words(report, before, end - 1));
}

// Roles beside a name: "Kremlin envoy NAME", "the secretary of the council, NAME", "NAME, the envoy".
static void find_roles(struct report *report, size_t from, size_t to, size_t index)
{
    find_role_before(report, from, to, index);
    find_bracketed_role(report, to, index);
    if (token_at(report, to + 1)->kind == TOKEN_NUMBER && report_is_mark(report, to + 2, ','))
        to += 2; // "NAME, 54, a teacher"
    if (!report_is_mark(report, to, ','))
        return;
    size_t end = role_after(report, to + 1);
    bool is_closed = is_stop(report, end) || report_is_word(report, end, "and") ||
                     report_is_word(report, end, "who") || report_is_word(report, end, "whose");
    bool names_other = report_is_capital(report, end - 1) && report_mention(report, end - 1) &&
                       report_mention(report, end - 1)->kind == MENTION_PERSON;
    if (end > to + 1 && is_closed && !names_other)
        names_add_role(report, index, role_words(report, to + 1, end));
}

static bool speaks(const struct report *report, size_t from, size_t to)
{
    uint32_t verbs = KIND_SAYING | KIND_STRESSING;
    return report_has_kind(report, to, verbs) ||
           (from > 0 && report_has_kind(report, from - 1, KIND_SAYING) &&
            !report_has_kind(report, from - 1, KIND_TELLING)) ||
           (from > 1 && report_is_word(report, from - 1, "to") &&
            report_is_word(report, from - 2, "according"));
}

static void find_speaking_words(struct report *report)
{
    for (size_t i = 1; i < report->prose.count; i++) {
        bool stands_alone = report_is_capital(report, i) && !report_is_capital(report, i - 1);
        if (stands_alone && (report_has_kind(report, i + 1, KIND_SAYING | KIND_STRESSING) ||
                             report_is_possessive(report, i)))
            names_add(report->speaking_words, prose_word(&report->prose, i));
    }
}

static bool is_apposed(const struct report *report, size_t from, size_t to)
{
    bool after = report_is_mark(report, to, ',') && role_after(report, to + 1) > to + 1;
    bool before = from > 1 && report_is_mark(report, from - 1, ',') &&
                  role_before(report, from - 1, 0) < from - 1;
    return after || before;
}

// What makes two capitalised words a person's name.
static bool is_person(const struct report *report, size_t from, size_t to, struct str name)
{
    bool is_author = from > 0 && report_is_word(report, from - 1, "by") &&
                     token_at(report, from - 1)->begins_line;
    bool has_clause = report_is_mark(report, to, ',') && report_is_word(report, to + 1, "who");
    bool is_known = names_find(report->person_names, folded(report, name)) != NAMES_NONE;
    return is_known || is_author || has_clause || bracketed_role_end(report, to) != REPORT_NONE ||
           title_before(report, from) != REPORT_NONE || is_given_name(report, from) ||
           role_before(report, from, 0) < from || speaks(report, from, to) ||
           is_apposed(report, from, to) ||
           person_surnamed(report, surname_of(name)) != REPORT_NONE ||
           names_find(report->speaking_words, prose_word(&report->prose, to - 1)) != NAMES_NONE;
}

// A capital at the start of a sentence says nothing: "Yesterday Anna Berg said".
static size_t name_start(const struct report *report, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += report_has_kind(report, i, KIND_PARTICLE) && !is_given_name(report, i) ? 0 : 1;
    if (words < 2)
        return to; // "Von der Leyen": a last name
    bool begins = from == 0 || token_at(report, from - 1)->kind != TOKEN_WORD ||
                  report_has_class(report, from - 1, CLASS_DETERMINER);
    bool starts_later =
        begins && to > from + 2 && !is_given_name(report, from) && is_given_name(report, from + 1);
    return starts_later ? from + 1 : from;
}

// Full names first, wherever they stand; the last words alone are tied to them afterwards.
static void find_full_names(struct report *report)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        size_t to = names_is_name_word(report, i) && !report->in_title[i] ? name_end(report, i) : i;
        if (to < i + 2)
            continue;
        size_t from = name_start(report, i, to);
        if (from == to)
            continue;
        struct str name = prose_flat(prose_range(&report->prose, from, to), report->arena);
        if (is_person(report, from, to, name)) {
            size_t person = add_person(report, name);
            names_add_mention(report, MENTION_PERSON, from, to, person);
            find_roles(report, from, to, person);
        }
        i = to - 1;
    }
}

// "Liu said" behind "Liu Meng": the only person whose name begins with the word.
static size_t person_with_first_name(const struct report *report, struct str word)
{
    uint32_t number = names_find(report->first_names, word);
    return number == NAMES_NONE ? REPORT_NONE
                                : *LIST_AT(&report->first_name_persons, size_t, number);
}

static size_t person_called(const struct report *report, struct str word)
{
    size_t person = person_surnamed(report, word);
    return person != REPORT_NONE ? person : person_with_first_name(report, word);
}

// "von der Leyen": where the small words before a last name begin.
static size_t before_particles(const struct report *report, size_t at)
{
    while (at > 0 && report_has_kind(report, at - 1, KIND_PARTICLE) &&
           report->mention_at[at - 1] == REPORT_NONE && !report_opens_quote(report, at - 1))
        at--;
    return at;
}

// A word of no table that may be all that is known of a person's name.
static bool is_bare_name(const struct report *report, size_t i)
{
    bool is_partner = i > 0 && report_is_mark(report, i - 1, '&'); // "Kell & Rowe"
    return names_is_name_word(report, i) && !report->in_title[i] && !is_partner &&
           report->mention_at[i] == REPORT_NONE && name_end(report, i) == i + 1 &&
           prose_facts(&report->prose, i)->classes == 0 && token_at(report, i)->length >= 3;
}

// A quotation begins soon behind the token, in the same sentence.
static bool is_quoted_soon(const struct report *report, size_t from)
{
    for (size_t i = from; i < from + QUOTE_REACH && !prose_is_sentence_end(&report->prose, i); i++)
        if (report_opens_quote(report, i))
            return true;
    return false;
}

static bool speaks_alone(const struct report *report, size_t i)
{
    bool says_that = report_has_kind(report, i + 1, KIND_STRESSING) &&
                     (report_is_word(report, i + 2, "that") || report_is_mark(report, i + 2, ':') ||
                      is_quoted_soon(report, i + 2));
    return token_at(report, i + 1)->kind == TOKEN_WORD && !report_is_capital(report, i + 1) &&
           (report_has_kind(report, i + 1, KIND_SAYING) || says_that);
}

// “...,” said Crane.
static bool speaks_behind(const struct report *report, size_t i)
{
    return i > 1 && report_has_kind(report, i - 1, KIND_SAYING) &&
           !report_has_kind(report, i - 1, KIND_TELLING) && report_closes_quote(report, i - 2) &&
           token_at(report, i + 1)->kind != TOKEN_WORD;
}

// "Peskov replied": a word of no table that speaks is a person of whom only the last name is known.
static void find_bare_names(struct report *report)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        bool is_behind = speaks_behind(report, i);
        if (!is_bare_name(report, i) || (!is_behind && !speaks_alone(report, i)))
            continue;
        struct str word = prose_word(&report->prose, i);
        bool begins = i == 0 || token_at(report, i - 1)->kind != TOKEN_WORD;
        bool is_plural = str_ends_with(word, STR("s")) && begins;
        bool is_free = is_behind || begins || report_has_kind(report, i - 1, KIND_JOINT);
        if (is_free && !is_plural && person_called(report, word) == REPORT_NONE)
            add_person(report, word);
    }
}

static void find_surnames(struct report *report)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        if (!report_is_capital(report, i) || report->mention_at[i] != REPORT_NONE)
            continue;
        size_t person = person_called(report, prose_word(&report->prose, i));
        if (person != REPORT_NONE) {
            size_t from = before_particles(report, i);
            names_add_mention(report, MENTION_PERSON, from, i + 1, person);
            find_roles(report, from, i + 1, person);
        }
    }
}

// "her husband, Stelios,": one word between commas behind a role.
static bool is_apposed_alone(const struct report *report, size_t i)
{
    return i > 1 && report_is_mark(report, i - 1, ',') && report_is_mark(report, i + 1, ',') &&
           report_has_kind(report, i - 2, KIND_ROLE) && !report_is_capital(report, i - 2);
}

// "President Putin", "Ms Hart": a title and one word make a person too.
static void find_titled_names(struct report *report)
{
    for (size_t i = 1; i < report->prose.count; i++) {
        bool is_alone = !report->in_title[i] && names_is_name_word(report, i) &&
                        report->mention_at[i] == REPORT_NONE && name_end(report, i) == i + 1;
        bool has_role =
            (report_has_kind(report, i - 1, KIND_ROLE) && report_is_capital(report, i - 1)) ||
            is_apposed_alone(report, i);
        if (!is_alone || (!has_role && title_before(report, i) == REPORT_NONE))
            continue;
        size_t person = person_called(report, prose_word(&report->prose, i));
        if (person == REPORT_NONE)
            person = add_person(report, prose_word(&report->prose, i));
        names_add_mention(report, MENTION_PERSON, i, i + 1, person);
        find_roles(report, i, i + 1, person);
    }
}

// "his spokesperson" tells nothing of the spokesperson.
static bool is_possessor(struct str word)
{
    return str_equal_ignoring_case(word, STR("his")) || str_equal_ignoring_case(word, STR("her"));
}

static uint32_t sex_of(const struct report *report, struct str words)
{
    uint32_t kinds = 0;
    struct str word;
    while (str_cut(&words, ' ', &word))
        kinds |= is_possessor(word) ? 0 : words_kinds(report->words, word);
    kinds &= KIND_MALE | KIND_FEMALE;
    return kinds == (KIND_MALE | KIND_FEMALE) ? 0 : kinds;
}

// The given name tells, else the roles do, else a given name in -a.
static uint32_t sex_of_person(const struct report *report, const struct person *person)
{
    size_t blank = str_find_byte(person->name, ' ');
    struct str given = str_slice(person->name, 0, blank);
    bool has_given = blank < person->name.length;
    uint32_t sex = has_given ? sex_of(report, given) : 0;
    for (size_t i = 0; i < person->roles.count && sex == 0; i++)
        sex = sex_of(report, *LIST_AT(&person->roles, struct str, i));
    if (sex == 0 && has_given && str_ends_with(given, STR("a")))
        sex = KIND_FEMALE;
    return sex;
}

// "Ms Hart" tells it for certain.
static void find_sexes(struct report *report)
{
    for (size_t i = 0; i < report->persons.count; i++) {
        struct person *person = LIST_AT(&report->persons, struct person, i);
        person->sex = sex_of_person(report, person);
    }
    for (size_t i = 0; i < report->mentions.count; i++) {
        const struct mention *mention = LIST_AT(&report->mentions, struct mention, i);
        size_t title =
            mention->kind == MENTION_PERSON ? title_before(report, mention->from) : REPORT_NONE;
        if (title != REPORT_NONE && report_has_kind(report, title, KIND_MALE | KIND_FEMALE))
            LIST_AT(&report->persons, struct person, mention->index)->sex =
                report->kinds[title] & (KIND_MALE | KIND_FEMALE);
    }
}

void names_find_all(struct report *report)
{
    find_speaking_words(report);
    find_full_names(report);
    find_titled_names(report);
    find_bare_names(report);
    find_surnames(report);
    find_sexes(report);
    names_find_bodies(report);
}
