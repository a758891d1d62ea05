// SPDX-License-Identifier: Apache-2.0
// Names: a run of capitalised words is a person when a role, a title or a given name says so, when it
// speaks, or when its last word alone comes back.
#include "base/builder.h"
#include "base/utf8.h"
#include "news_reports/names.h"
#include "news_reports/roles.h"

#define NAME_WORDS_MAX ((size_t)4)
#define QUOTE_REACH 15 // tokens from a verb to a quotation
#define BRACKET_MAX 8  // tokens of a role in brackets behind a name

static const struct token *token_at(const struct news *news, size_t i)
{
    return prose_token(&news->prose, i);
}

static bool is_given_name(const struct news *news, size_t i)
{
    return news_is_capital(news, i) && news_has_kind(news, i, KIND_MALE | KIND_FEMALE) &&
           !news_has_kind(news, i, KIND_ROLE | KIND_HONORIFIC | KIND_PRONOUN);
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
static bool is_abbreviation(const struct news *news, size_t i)
{
    bool follows_name =
        i > 0 && news_is_capital(news, i - 1) &&
        (is_given_name(news, i - 1) || (!news_is_abbreviation(news, i - 1) &&
                                        !has_small_letter(prose_word(&news->prose, i - 1))));
    return news_is_abbreviation(news, i) && !is_given_name(news, i) && !follows_name;
}

// "Mr", "H.E.": the token of the title before a name, or NEWS_NONE.
static size_t title_before(const struct news *news, size_t from)
{
    size_t at = from;
    at -= at > 0 && news_is_mark(news, at - 1, '.') ? 1 : 0;
    bool has_title = at > 0 && news_has_kind(news, at - 1, KIND_HONORIFIC);
    return has_title ? at - 1 : NEWS_NONE;
}

bool names_is_name_word(const struct news *news, size_t i)
{
    uint32_t kinds = KIND_NATION | KIND_BODY | KIND_ROLE | KIND_ROLE_REST | KIND_MEETING |
                     KIND_PAPER | KIND_SAYING | KIND_HONORIFIC | KIND_LEADING | KIND_PRONOUN |
                     KIND_AUDIENCE | KIND_CHANNEL | KIND_GERUND | KIND_STRESSING | KIND_URGING;
    uint32_t classes =
        CLASS_MONTH | CLASS_WEEKDAY | CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONNECTIVE;
    if (!news_is_capital(news, i) || news_is_word(news, i, "and"))
        return false;
    if (is_given_name(news, i))
        return !news_has_kind(news, i, KIND_SAYING | KIND_NATION) ||
               title_before(news, i) != NEWS_NONE || news_is_capital(news, i + 1);
    return !is_abbreviation(news, i) && !news_has_class(news, i, classes) &&
           !news_has_kind(news, i, kinds);
}

// The run of name words from `from` on: the token after it.
static size_t name_end(const struct news *news, size_t from)
{
    size_t to = from;
    while (to < from + NAME_WORDS_MAX + 2) {
        bool is_initial =
            to > from && news_is_mark(news, to, '.') && token_at(news, to - 1)->length == 1;
        size_t next = to;
        while (to > from && next < to + 3 && news_has_kind(news, next, KIND_PARTICLE))
            next++;
        if (!is_initial && !names_is_name_word(news, next))
            break;
        to = next + 1;
        if (!is_initial && news_is_possessive(news, to - 1))
            break;
        if (token_at(news, to)->begins_line)
            break;
    }
    return to;
}

// Small letters, so that a name in capitals is the same name.
static struct str folded(const struct news *news, struct str text)
{
    struct builder lower = builder_make(news->arena);
    size_t bytes;
    for (size_t i = 0; i < text.length; i += bytes)
        builder_add_code_point(&lower, utf8_lower(utf8_at(text, i, &bytes)));
    return builder_str(&lower);
}

// "JÉRÔME BONNET" becomes "Jérôme Bonnet".
static struct str as_written_small(const struct news *news, struct str name)
{
    if (has_small_letter(name))
        return name;
    struct builder written = builder_make(news->arena);
    bool begins = true;
    size_t bytes;
    for (size_t i = 0; i < name.length; i += bytes) {
        uint32_t code_point = utf8_at(name, i, &bytes);
        builder_add_code_point(&written, begins ? code_point : utf8_lower(code_point));
        begins = !utf8_is_letter(code_point);
    }
    return builder_str(&written);
}

static size_t person_surnamed(const struct news *news, struct str surname)
{
    uint32_t number = names_find(news->person_surnames, folded(news, surname));
    return number == NAMES_NONE ? NEWS_NONE : *LIST_AT(&news->surname_persons, size_t, number);
}

static struct str surname_of(struct str name)
{
    size_t at = name.length;
    while (at > 0 && name.bytes[at - 1] != ' ')
        at--;
    return str_skip(name, at);
}

static void add_first_name(struct news *news, size_t index)
{
    struct str name = news_person(news, index)->name;
    size_t blank = str_find_byte(name, ' ');
    if (blank == name.length)
        return;
    uint32_t number = names_add(news->first_names, str_slice(name, 0, blank));
    if (number == news->first_name_persons.count)
        *LIST_ADD(&news->first_name_persons, size_t) = index;
    else
        *LIST_AT(&news->first_name_persons, size_t, number) = NEWS_NONE;
}

static size_t add_person(struct news *news, struct str name)
{
    size_t index = names_add(news->person_names, folded(news, name));
    if (index < news->persons.count)
        return index;
    struct str surname = surname_of(name);
    *LIST_ADD(&news->persons, struct person) =
        (struct person){as_written_small(news, name), as_written_small(news, surname),
                        LIST_MAKE(news->arena, struct str), 0};
    if (names_add(news->person_surnames, folded(news, surname)) == news->surname_persons.count)
        *LIST_ADD(&news->surname_persons, size_t) = index;
    add_first_name(news, index);
    return index;
}

static bool is_stop(const struct news *news, size_t i)
{
    return news_is_mark(news, i, ',') || prose_is_sentence_end(&news->prose, i) ||
           news_opens_quote(news, i) || news_closes_quote(news, i);
}

// "NAME (France)": the token of the closing bracket, or NEWS_NONE.
static size_t bracketed_role_end(const struct news *news, size_t to)
{
    bool says = false;
    for (size_t i = to + 1; news_is_mark(news, to, '(') && i < to + BRACKET_MAX; i++) {
        says = says || news_is_nation(news, i) || news_has_kind(news, i, KIND_ROLE);
        if (news_is_mark(news, i, ')'))
            return says ? i : NEWS_NONE;
    }
    return NEWS_NONE;
}

static void find_bracketed_role(struct news *news, size_t to, size_t index)
{
    size_t end = bracketed_role_end(news, to);
    if (end != NEWS_NONE)
        names_add_role(news, index, role_words(news, to + 1, end));
}

// Where the words of a role before a name end: before its title.
static size_t before_title(const struct news *news, size_t from)
{
    size_t title = title_before(news, from);
    return title == NEWS_NONE ? from : title;
}

static void find_role_before(struct news *news, size_t from, size_t to, size_t index)
{
    size_t end = before_title(news, from);
    size_t before = role_before(news, end, 0);
    if (before < end) {
        names_add_role(news, index, role_words(news, before, end));
        return;
    }
    if (end == 0 || !news_is_mark(news, end - 1, ','))
        return;
    before = role_before(news, end - 1, 0);
    bool ends_apposition = is_stop(news, to) || news_is_word(news, to, "and");
    if (before < end - 1 && ends_apposition && !news_is_word(news, before, "and"))
        names_add_role(news, index, role_words(news, before, end - 1));
}

// Roles beside a name: "Kremlin envoy NAME", "the secretary of the council, NAME", "NAME, the envoy".
static void find_roles(struct news *news, size_t from, size_t to, size_t index)
{
    find_role_before(news, from, to, index);
    find_bracketed_role(news, to, index);
    if (token_at(news, to + 1)->kind == TOKEN_NUMBER && news_is_mark(news, to + 2, ','))
        to += 2; // "NAME, 54, a teacher"
    if (!news_is_mark(news, to, ','))
        return;
    size_t end = role_after(news, to + 1);
    bool is_closed = is_stop(news, end) || news_is_word(news, end, "and") ||
                     news_is_word(news, end, "who") || news_is_word(news, end, "whose");
    bool names_other = news_is_capital(news, end - 1) && news_mention(news, end - 1) &&
                       news_mention(news, end - 1)->kind == MENTION_PERSON;
    if (end > to + 1 && is_closed && !names_other)
        names_add_role(news, index, role_words(news, to + 1, end));
}

static bool speaks(const struct news *news, size_t from, size_t to)
{
    uint32_t verbs = KIND_SAYING | KIND_STRESSING;
    return news_has_kind(news, to, verbs) ||
           (from > 0 && news_has_kind(news, from - 1, KIND_SAYING) &&
            !news_has_kind(news, from - 1, KIND_TELLING)) ||
           (from > 1 && news_is_word(news, from - 1, "to") &&
            news_is_word(news, from - 2, "according"));
}

static void find_speaking_words(struct news *news)
{
    for (size_t i = 1; i < news->prose.count; i++) {
        bool stands_alone = news_is_capital(news, i) && !news_is_capital(news, i - 1);
        if (stands_alone && (news_has_kind(news, i + 1, KIND_SAYING | KIND_STRESSING) ||
                             news_is_possessive(news, i)))
            names_add(news->speaking_words, prose_word(&news->prose, i));
    }
}

static bool is_apposed(const struct news *news, size_t from, size_t to)
{
    bool after = news_is_mark(news, to, ',') && role_after(news, to + 1) > to + 1;
    bool before =
        from > 1 && news_is_mark(news, from - 1, ',') && role_before(news, from - 1, 0) < from - 1;
    return after || before;
}

// What makes two capitalised words a person's name.
static bool is_person(const struct news *news, size_t from, size_t to, struct str name)
{
    bool is_author =
        from > 0 && news_is_word(news, from - 1, "by") && token_at(news, from - 1)->begins_line;
    bool has_clause = news_is_mark(news, to, ',') && news_is_word(news, to + 1, "who");
    bool is_known = names_find(news->person_names, folded(news, name)) != NAMES_NONE;
    return is_known || is_author || has_clause || bracketed_role_end(news, to) != NEWS_NONE ||
           title_before(news, from) != NEWS_NONE || is_given_name(news, from) ||
           role_before(news, from, 0) < from || speaks(news, from, to) ||
           is_apposed(news, from, to) || person_surnamed(news, surname_of(name)) != NEWS_NONE ||
           names_find(news->speaking_words, prose_word(&news->prose, to - 1)) != NAMES_NONE;
}

// A capital at the start of a sentence says nothing: "Yesterday Anna Berg said".
static size_t name_start(const struct news *news, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += news_has_kind(news, i, KIND_PARTICLE) && !is_given_name(news, i) ? 0 : 1;
    if (words < 2)
        return to; // "Von der Leyen": a last name
    bool begins = from == 0 || token_at(news, from - 1)->kind != TOKEN_WORD ||
                  news_has_class(news, from - 1, CLASS_DETERMINER);
    bool starts_later =
        begins && to > from + 2 && !is_given_name(news, from) && is_given_name(news, from + 1);
    return starts_later ? from + 1 : from;
}

// Full names first, wherever they stand; the last words alone are tied to them afterwards.
static void find_full_names(struct news *news)
{
    for (size_t i = 0; i < news->prose.count; i++) {
        size_t to = names_is_name_word(news, i) && !news->in_title[i] ? name_end(news, i) : i;
        if (to < i + 2)
            continue;
        size_t from = name_start(news, i, to);
        if (from == to)
            continue;
        struct str name = prose_flat(prose_range(&news->prose, from, to), news->arena);
        if (is_person(news, from, to, name)) {
            size_t person = add_person(news, name);
            names_add_mention(news, MENTION_PERSON, from, to, person);
            find_roles(news, from, to, person);
        }
        i = to - 1;
    }
}

// "Liu said" behind "Liu Meng": the only person whose name begins with the word.
static size_t person_with_first_name(const struct news *news, struct str word)
{
    uint32_t number = names_find(news->first_names, word);
    return number == NAMES_NONE ? NEWS_NONE : *LIST_AT(&news->first_name_persons, size_t, number);
}

static size_t person_called(const struct news *news, struct str word)
{
    size_t person = person_surnamed(news, word);
    return person != NEWS_NONE ? person : person_with_first_name(news, word);
}

// "von der Leyen": where the small words before a last name begin.
static size_t before_particles(const struct news *news, size_t at)
{
    while (at > 0 && news_has_kind(news, at - 1, KIND_PARTICLE) &&
           news->mention_at[at - 1] == NEWS_NONE && !news_opens_quote(news, at - 1))
        at--;
    return at;
}

// A word of no table that may be all that is known of a person's name.
static bool is_bare_name(const struct news *news, size_t i)
{
    bool is_partner = i > 0 && news_is_mark(news, i - 1, '&'); // "Kell & Rowe"
    return names_is_name_word(news, i) && !news->in_title[i] && !is_partner &&
           news->mention_at[i] == NEWS_NONE && name_end(news, i) == i + 1 &&
           prose_facts(&news->prose, i)->classes == 0 && token_at(news, i)->length >= 3;
}

// A quotation begins soon behind the token, in the same sentence.
static bool is_quoted_soon(const struct news *news, size_t from)
{
    for (size_t i = from; i < from + QUOTE_REACH && !prose_is_sentence_end(&news->prose, i); i++)
        if (news_opens_quote(news, i))
            return true;
    return false;
}

static bool speaks_alone(const struct news *news, size_t i)
{
    bool says_that = news_has_kind(news, i + 1, KIND_STRESSING) &&
                     (news_is_word(news, i + 2, "that") || news_is_mark(news, i + 2, ':') ||
                      is_quoted_soon(news, i + 2));
    return token_at(news, i + 1)->kind == TOKEN_WORD && !news_is_capital(news, i + 1) &&
           (news_has_kind(news, i + 1, KIND_SAYING) || says_that);
}

// “...,” said Crane.
static bool speaks_behind(const struct news *news, size_t i)
{
    return i > 1 && news_has_kind(news, i - 1, KIND_SAYING) &&
           !news_has_kind(news, i - 1, KIND_TELLING) && news_closes_quote(news, i - 2) &&
           token_at(news, i + 1)->kind != TOKEN_WORD;
}

// "Peskov replied": a word of no table that speaks is a person of whom only the last name is known.
static void find_bare_names(struct news *news)
{
    for (size_t i = 0; i < news->prose.count; i++) {
        bool is_behind = speaks_behind(news, i);
        if (!is_bare_name(news, i) || (!is_behind && !speaks_alone(news, i)))
            continue;
        struct str word = prose_word(&news->prose, i);
        bool begins = i == 0 || token_at(news, i - 1)->kind != TOKEN_WORD;
        bool is_plural = str_ends_with(word, STR("s")) && begins;
        bool is_free = is_behind || begins || news_has_kind(news, i - 1, KIND_JOINT);
        if (is_free && !is_plural && person_called(news, word) == NEWS_NONE)
            add_person(news, word);
    }
}

static void find_surnames(struct news *news)
{
    for (size_t i = 0; i < news->prose.count; i++) {
        if (!news_is_capital(news, i) || news->mention_at[i] != NEWS_NONE)
            continue;
        size_t person = person_called(news, prose_word(&news->prose, i));
        if (person != NEWS_NONE) {
            size_t from = before_particles(news, i);
            names_add_mention(news, MENTION_PERSON, from, i + 1, person);
            find_roles(news, from, i + 1, person);
        }
    }
}

// "her husband, Stelios,": one word between commas behind a role.
static bool is_apposed_alone(const struct news *news, size_t i)
{
    return i > 1 && news_is_mark(news, i - 1, ',') && news_is_mark(news, i + 1, ',') &&
           news_has_kind(news, i - 2, KIND_ROLE) && !news_is_capital(news, i - 2);
}

// "President Putin", "Ms Hart": a title and one word make a person too.
static void find_titled_names(struct news *news)
{
    for (size_t i = 1; i < news->prose.count; i++) {
        bool is_alone = !news->in_title[i] && names_is_name_word(news, i) &&
                        news->mention_at[i] == NEWS_NONE && name_end(news, i) == i + 1;
        // "president Petrenko said": a role in small letters before a name that speaks.
        bool speaks = news_has_kind(news, i + 1, KIND_SAYING) && !news_is_capital(news, i + 1);
        bool has_role =
            (news_has_kind(news, i - 1, KIND_ROLE) && (news_is_capital(news, i - 1) || speaks)) ||
            is_apposed_alone(news, i);
        if (!is_alone || (!has_role && title_before(news, i) == NEWS_NONE))
            continue;
        size_t person = person_called(news, prose_word(&news->prose, i));
        if (person == NEWS_NONE)
            person = add_person(news, prose_word(&news->prose, i));
        names_add_mention(news, MENTION_PERSON, i, i + 1, person);
        find_roles(news, i, i + 1, person);
    }
}

// "his spokesperson" tells nothing of the spokesperson.
static bool is_possessor(struct str word)
{
    return str_equal_ignoring_case(word, STR("his")) || str_equal_ignoring_case(word, STR("her"));
}

static uint32_t sex_of(const struct news *news, struct str words)
{
    uint32_t kinds = 0;
    struct str word;
    while (str_cut(&words, ' ', &word))
        kinds |= is_possessor(word) ? 0 : words_kinds(news->words, word);
    kinds &= KIND_MALE | KIND_FEMALE;
    return kinds == (KIND_MALE | KIND_FEMALE) ? 0 : kinds;
}

// The given name tells, else the roles do, else a given name in -a lets it be guessed.
static uint32_t sex_of_person(const struct news *news, const struct person *person,
                              bool *is_guessed)
{
    size_t blank = str_find_byte(person->name, ' ');
    struct str given = str_slice(person->name, 0, blank);
    bool has_given = blank < person->name.length;
    uint32_t sex = has_given ? sex_of(news, given) : 0;
    for (size_t i = 0; i < person->roles.count && sex == 0; i++)
        sex = sex_of(news, *LIST_AT(&person->roles, struct str, i));
    *is_guessed = sex == 0 && has_given && str_ends_with(given, STR("a"));
    return *is_guessed ? KIND_FEMALE : sex;
}

// "Ms Hart" tells it for certain.
static void find_sexes(struct news *news)
{
    for (size_t i = 0; i < news->persons.count; i++) {
        struct person *person = LIST_AT(&news->persons, struct person, i);
        person->sex = sex_of_person(news, person, &person->is_sex_guessed);
    }
    for (size_t i = 0; i < news->mentions.count; i++) {
        const struct mention *mention = LIST_AT(&news->mentions, struct mention, i);
        size_t title =
            mention->kind == MENTION_PERSON ? title_before(news, mention->from) : NEWS_NONE;
        if (title == NEWS_NONE || !news_has_kind(news, title, KIND_MALE | KIND_FEMALE))
            continue;
        struct person *person = LIST_AT(&news->persons, struct person, mention->index);
        person->sex = news->kinds[title] & (KIND_MALE | KIND_FEMALE);
        person->is_sex_guessed = false;
    }
}

void names_find_persons(struct news *news)
{
    find_speaking_words(news);
    find_full_names(news);
    find_titled_names(news);
    find_bare_names(news);
    find_surnames(news);
    find_sexes(news);
}
