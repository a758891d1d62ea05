// SPDX-License-Identifier: Apache-2.0
// Names: a run of capitalised words is a person when a role stands beside it, when it speaks, or when
// its last word alone comes back; it is a body when one of its words makes bodies.
#include "statements/report.h"

#define NAME_WORDS_MAX ((size_t)4)
#define ROLE_WORDS_MAX 16

static bool is_word(const struct report *report, size_t i, const char *word)
{
    return prose_is_word(&report->prose, i, word);
}

static bool has_class(const struct report *report, size_t i, uint32_t classes)
{
    return prose_has_class(&report->prose, i, classes);
}

static const struct token *token_at(const struct report *report, size_t i)
{
    return prose_token(&report->prose, i);
}

static bool is_capital_word(const struct report *report, size_t i)
{
    const struct token *token = token_at(report, i);
    return token->kind == TOKEN_WORD && token->is_capital;
}

bool report_is_nation(const struct report *report, size_t i)
{
    bool needs_united = is_word(report, i, "States") || is_word(report, i, "Kingdom");
    return is_capital_word(report, i) && has_class(report, i, CLASS_NATION) &&
           (!needs_united || (i > 0 && is_word(report, i - 1, "United")));
}

// "NATO", "IAEA": all capitals, two to six of them, no full stops.
static bool is_abbreviation(const struct report *report, size_t i)
{
    struct str word = prose_word(&report->prose, i);
    if (token_at(report, i)->kind != TOKEN_WORD || word.length < 2 || word.length > 6)
        return false;
    for (size_t k = 0; k < word.length; k++)
        if (word.bytes[k] < 'A' || word.bytes[k] > 'Z')
            return false;
    return true;
}

static bool is_body_word(const struct report *report, size_t i)
{
    return is_capital_word(report, i) &&
           (has_class(report, i, CLASS_BODY) || is_abbreviation(report, i)) &&
           !is_word(report, i, "us") && !has_class(report, i, CLASS_NATION);
}

// A word that can be part of a person's name.
static bool is_name_word(const struct report *report, size_t i)
{
    uint32_t others = CLASS_NATION | CLASS_BODY | CLASS_ROLE | CLASS_MONTH | CLASS_WEEKDAY |
                      CLASS_MEETING | CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONNECTIVE |
                      CLASS_PAPER | CLASS_SAYING;
    return is_capital_word(report, i) && !is_abbreviation(report, i) &&
           !is_word(report, i, "and") &&
           (!has_class(report, i, others) || is_word(report, i, "Mark") ||
            is_word(report, i, "Prince")) &&
           !(has_class(report, i, CLASS_ROLE_REST) && !is_word(report, i, "Justice"));
}

// Small words inside names: "Ursula von der Leyen", "Mohammed bin Salman".
static bool is_name_particle(const struct report *report, size_t i)
{
    static const char *const particles[] = {"von",   "van", "der", "den", "de",  "del",
                                            "della", "da",  "di",  "bin", "al",  "el",
                                            "ibn",   "la",  "le",  "dos", "ter", "zu"};
    for (size_t k = 0; k < sizeof particles / sizeof particles[0]; k++)
        if (is_word(report, i, particles[k]))
            return token_at(report, i)->kind == TOKEN_WORD;
    return false;
}

// The run of name words from `from` on: the token after it.
static size_t name_end(const struct report *report, size_t from)
{
    size_t to = from;
    while (to < from + NAME_WORDS_MAX + 2) {
        bool is_initial = to > from && prose_is_mark(&report->prose, to, '.') &&
                          token_at(report, to - 1)->length == 1;
        size_t next = to;
        while (to > from && is_name_particle(report, next))
            next++;
        if (!is_initial && !is_name_word(report, next))
            break;
        to = next + 1;
        if (!is_initial && report_is_possessive(report, to - 1))
            break;
        if (token_at(report, to)->begins_line)
            break;
    }
    return to;
}

static bool is_role_noun(const struct report *report, size_t i)
{
    return token_at(report, i)->kind == TOKEN_WORD && has_class(report, i, CLASS_ROLE);
}

// Words that a role may be made of beside its noun.
static bool goes_with_role(const struct report *report, size_t i)
{
    const struct token *token = token_at(report, i);
    if (token->kind == TOKEN_NUMBER)
        return true;
    if (token->kind != TOKEN_WORD)
        return false;
    uint32_t stops = CLASS_AUXILIARY | CLASS_SAYING | CLASS_STRESSING | CLASS_CONNECTIVE |
                     CLASS_WEEKDAY | CLASS_MONTH;
    bool is_link = is_word(report, i, "of") || is_word(report, i, "for") ||
                   is_word(report, i, "to") || is_word(report, i, "on") ||
                   is_word(report, i, "at") || token->has_hyphen;
    if (is_link)
        return true;
    if (has_class(report, i, stops) && !is_role_noun(report, i))
        return false;
    if (has_class(report, i, CLASS_PREPOSITION))
        return is_word(report, i, "in");
    struct str word = prose_word(&report->prose, i);
    bool is_verb =
        !token->is_capital && (str_ends_with(word, STR("ed")) || str_ends_with(word, STR("ing")));
    return !is_verb || is_word(report, i, "retired");
}

size_t report_role_before(const struct report *report, size_t end, size_t least)
{
    size_t role = REPORT_NONE;
    size_t i = end;
    while (i > least && end - i < ROLE_WORDS_MAX) {
        bool is_and = is_word(report, i - 1, "and") && is_capital_word(report, i) &&
                      i > least + 1 && is_capital_word(report, i - 2) && role == REPORT_NONE;
        if (!goes_with_role(report, i - 1) || (is_word(report, i - 1, "and") && !is_and))
            break;
        i--;
        if (is_role_noun(report, i))
            role = i;
    }
    // A link leads the phrase only when more of it stands before.
    while (i < end && (has_class(report, i, CLASS_PREPOSITION) || is_word(report, i, "of") ||
                       is_word(report, i, "to")))
        i++;
    return role == REPORT_NONE || role < i ? end : i;
}

size_t report_role_after(const struct report *report, size_t from)
{
    bool has_role = false;
    size_t i = from;
    if (is_word(report, from, "and"))
        return from;
    while (i < from + ROLE_WORDS_MAX) {
        bool is_and = is_word(report, i, "and") && is_capital_word(report, i + 1);
        if (!goes_with_role(report, i) && !is_and)
            break;
        if (is_word(report, i, "who") || (i > from && is_word(report, i, "as")))
            break;
        if (!has_role && i > from + 6)
            break;
        has_role = has_role || is_role_noun(report, i);
        i++;
    }
    while (i > from &&
           (has_class(report, i - 1, CLASS_PREPOSITION) || is_word(report, i - 1, "of")))
        i--;
    return has_role ? i : from;
}

static bool is_known(const struct report *report, struct str name)
{
    return names_find(report->person_names, name) != NAMES_NONE;
}

static size_t person_surnamed(const struct report *report, struct str surname)
{
    uint32_t number = names_find(report->person_surnames, surname);
    return number == NAMES_NONE ? REPORT_NONE : *LIST_AT(&report->surname_persons, size_t, number);
}

static struct str surname_of(struct str name)
{
    size_t at = name.length;
    while (at > 0 && name.bytes[at - 1] != ' ')
        at--;
    return str_skip(name, at);
}

static size_t add_person(struct report *report, struct str name)
{
    size_t index = names_add(report->person_names, name);
    if (index < report->persons.count)
        return index;
    struct str surname = surname_of(name);
    *LIST_ADD(&report->persons, struct person) =
        (struct person){name, surname, LIST_MAKE(report->arena, struct str)};
    if (names_add(report->person_surnames, surname) == report->surname_persons.count)
        *LIST_ADD(&report->surname_persons, size_t) = index;
    return index;
}

static void add_role(struct report *report, size_t index, struct str role)
{
    struct person *person = LIST_AT(&report->persons, struct person, index);
    if (role.length == 0)
        return;
    for (size_t i = 0; i < person->roles.count; i++)
        if (str_equal_ignoring_case(*LIST_AT(&person->roles, struct str, i), role))
            return;
    *LIST_ADD(&person->roles, struct str) = role;
}

static void add_mention(struct report *report, enum mention_kind kind, size_t from, size_t to,
                        size_t index)
{
    *LIST_ADD(&report->mentions, struct mention) = (struct mention){kind, from, to, index};
    for (size_t i = from; i < to; i++)
        report->mention_at[i] = report->mentions.count - 1;
}

static size_t add_body(struct report *report, struct str name)
{
    for (size_t i = 0; i < report->bodies.count; i++)
        if (str_equal(*LIST_AT(&report->bodies, struct str, i), name))
            return i;
    *LIST_ADD(&report->bodies, struct str) = name;
    return report->bodies.count - 1;
}

static bool is_stop(const struct report *report, size_t i)
{
    return prose_is_mark(&report->prose, i, ',') || prose_is_sentence_end(&report->prose, i) ||
           report_opens_quote(report, i) || report_closes_quote(report, i);
}

// Roles beside a name: "Kremlin envoy NAME", "the secretary of the council, NAME", "NAME, the envoy".
static bool find_roles(struct report *report, size_t from, size_t to, size_t index)
{
    bool found = false;
    size_t before = report_role_before(report, from, 0);
    if (before < from) {
        add_role(report, index, report_words(report, before, from));
        found = true;
    } else if (from > 0 && prose_is_mark(&report->prose, from - 1, ',')) {
        before = report_role_before(report, from - 1, 0);
        bool ends_apposition = prose_is_mark(&report->prose, to, ',') || is_stop(report, to) ||
                               is_word(report, to, "and");
        if (before < from - 1 && ends_apposition && !is_word(report, before, "and")) {
            add_role(report, index, report_words(report, before, from - 1));
            found = true;
        }
    }
    if (prose_is_mark(&report->prose, to, ',')) {
        size_t end = report_role_after(report, to + 1);
        bool is_closed =
            is_stop(report, end) || is_word(report, end, "and") || is_word(report, end, "who");
        bool names_other = is_capital_word(report, end - 1) && report_mention(report, end - 1);
        if (end > to + 1 && is_closed && !names_other) {
            add_role(report, index, report_words(report, to + 1, end));
            found = true;
        }
    }
    return found;
}

static bool speaks(const struct report *report, size_t from, size_t to)
{
    uint32_t verbs = CLASS_SAYING | CLASS_STRESSING;
    return has_class(report, to, verbs) ||
           (from > 0 && has_class(report, from - 1, CLASS_SAYING)) ||
           (from > 1 && is_word(report, from - 1, "to") && is_word(report, from - 2, "according"));
}

static void find_speaking_words(struct report *report)
{
    for (size_t i = 1; i < report->prose.count; i++) {
        bool stands_alone = is_capital_word(report, i) && !is_capital_word(report, i - 1);
        if (stands_alone && (has_class(report, i + 1, CLASS_SAYING | CLASS_STRESSING) ||
                             report_is_possessive(report, i)))
            names_add(report->speaking_words, prose_word(&report->prose, i));
    }
}

static bool is_apposed(const struct report *report, size_t from, size_t to)
{
    bool after =
        prose_is_mark(&report->prose, to, ',') && report_role_after(report, to + 1) > to + 1;
    bool before = from > 1 && prose_is_mark(&report->prose, from - 1, ',') &&
                  report_role_before(report, from - 1, 0) < from - 1;
    return after || before;
}

// What makes two capitalised words a person's name.
static bool is_person(const struct report *report, size_t from, size_t to, struct str name)
{
    bool is_author =
        from > 0 && is_word(report, from - 1, "by") && token_at(report, from - 1)->begins_line;
    bool has_clause = prose_is_mark(&report->prose, to, ',') && is_word(report, to + 1, "who");
    return is_known(report, name) || is_author || has_clause ||
           report_role_before(report, from, 0) < from || speaks(report, from, to) ||
           is_apposed(report, from, to) ||
           person_surnamed(report, surname_of(name)) != REPORT_NONE ||
           names_find(report->speaking_words, prose_word(&report->prose, to - 1)) != NAMES_NONE;
}

// Full names first, wherever they stand; the last words alone are tied to them afterwards.
static void find_full_names(struct report *report)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        size_t to = is_name_word(report, i) ? name_end(report, i) : i;
        if (to < i + 2)
            continue;
        struct str name = prose_flat(prose_range(&report->prose, i, to), report->arena);
        if (is_person(report, i, to, name)) {
            size_t person = add_person(report, name);
            add_mention(report, MENTION_PERSON, i, to, person);
            find_roles(report, i, to, person);
        }
        i = to - 1;
    }
}

// "Peskov replied": a word of no class that speaks is a person of whom only the last name is known.
static void find_bare_names(struct report *report)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        if (!is_name_word(report, i) || report->mention_at[i] != REPORT_NONE ||
            name_end(report, i) != i + 1 || prose_facts(&report->prose, i)->classes != 0 ||
            token_at(report, i)->length < 3)
            continue;
        bool is_plural = str_ends_with(prose_word(&report->prose, i), STR("s"));
        bool begins = i == 0 || token_at(report, i - 1)->kind != TOKEN_WORD;
        bool begins_clause = begins || is_word(report, i - 1, "while") ||
                             is_word(report, i - 1, "and") || is_word(report, i - 1, "but") ||
                             is_word(report, i - 1, "as") || is_word(report, i - 1, "that");
        bool speaks_here =
            has_class(report, i + 1, CLASS_SAYING) && token_at(report, i + 1)->kind == TOKEN_WORD;
        if (speaks_here && begins_clause && !(begins && is_plural) &&
            person_surnamed(report, prose_word(&report->prose, i)) == REPORT_NONE)
            add_person(report, prose_word(&report->prose, i));
    }
}

static void find_surnames(struct report *report)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        if (!is_capital_word(report, i) || report->mention_at[i] != REPORT_NONE)
            continue;
        size_t person = person_surnamed(report, prose_word(&report->prose, i));
        if (person != REPORT_NONE) {
            add_mention(report, MENTION_PERSON, i, i + 1, person);
            find_roles(report, i, i + 1, person);
        }
    }
}

// "President Putin": a title and one word make a person too.
static void find_titled_names(struct report *report)
{
    for (size_t i = 1; i < report->prose.count; i++) {
        if (!is_name_word(report, i) || report->mention_at[i] != REPORT_NONE ||
            name_end(report, i) != i + 1)
            continue;
        if (!is_role_noun(report, i - 1) || !is_capital_word(report, i - 1))
            continue;
        size_t person = person_surnamed(report, prose_word(&report->prose, i));
        if (person == REPORT_NONE)
            person = add_person(report, prose_word(&report->prose, i));
        add_mention(report, MENTION_PERSON, i, i + 1, person);
        find_roles(report, i, i + 1, person);
    }
}

// The end of a body's name that begins at i: "National Security and Defense Council of Ukraine".
static size_t body_end(const struct report *report, size_t i)
{
    size_t to = i;
    bool has_body = false;
    size_t at = i;
    while (is_capital_word(report, at) && at < i + 12 && !(has_body && is_role_noun(report, at)) &&
           report->mention_at[at] == REPORT_NONE &&
           !has_class(report, at, CLASS_MONTH | CLASS_WEEKDAY)) {
        has_body = has_body || is_body_word(report, at);
        at++;
        to = at;
        if (report_is_possessive(report, at - 1) && !report_is_nation(report, at - 1))
            break;
        size_t joint = at;
        joint += is_word(report, joint, "and") || is_word(report, joint, "of") ||
                         is_word(report, joint, "for")
                     ? 1
                     : 0;
        joint += joint > at && is_word(report, joint, "the") ? 1 : 0;
        bool is_and = joint > at && is_word(report, at, "and");
        if (joint > at && is_capital_word(report, joint) && (!is_and || !has_body))
            at = joint;
    }
    return has_body ? to : i;
}

// "the Trump administration": a body named after a person.
static void find_administrations(struct report *report)
{
    for (size_t i = 0; i < report->mentions.count; i++) {
        const struct mention *mention = LIST_AT(&report->mentions, struct mention, i);
        if (mention->kind == MENTION_PERSON && (is_word(report, mention->to, "administration") ||
                                                is_word(report, mention->to, "government")))
            add_body(report,
                     prose_flat(prose_range(&report->prose, mention->to - 1, mention->to + 1),
                                report->arena));
    }
}

static void find_bodies(struct report *report)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        if (!is_capital_word(report, i) || report->mention_at[i] != REPORT_NONE ||
            has_class(report, i, CLASS_DETERMINER | CLASS_PREPOSITION))
            continue;
        bool is_title = is_role_noun(report, i) && !is_body_word(report, i + 1);
        size_t to = is_title ? i : body_end(report, i);
        if (to == i)
            continue;
        size_t body =
            add_body(report, prose_flat(prose_range(&report->prose, i, to), report->arena));
        add_mention(report, MENTION_BODY, i, to, body);
        i = to - 1;
    }
}

void report_find_names(struct report *report)
{
    find_speaking_words(report);
    find_full_names(report);
    find_titled_names(report);
    find_bare_names(report);
    find_surnames(report);
    find_administrations(report);
    find_bodies(report);
}
