// SPDX-License-Identifier: Apache-2.0
#include "time_limits/event.h"

#include "clauses/citation.h"
#include "prose/date.h"
#include "prose/quantity.h"

#define PHRASE_MAX 40 // tokens; longer ones are cut there

// What was learnt while walking over the words.
struct event_walk {
    size_t end;          // first token that does not belong
    bool has_verb;       // a finite verb or auxiliary was seen
    bool has_participle; // after the auxiliary: "has been implemented"
    bool has_event;      // a word for something that happens
    bool has_period;
    bool has_capital_period;
    bool is_possessed; // "its being lodged": the verb is owned
    size_t words;
};

static bool has_ending(struct str word, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str ending = str_of(endings[i]);
        if (word.length > ending.length + 2 &&
            str_equal_ignoring_case(str_skip(word, word.length - ending.length), ending))
            return true;
    }
    return false;
}

// A noun that by its ending names an act, unless it is listed as none.
static bool is_happening(const struct prose *prose, size_t i)
{
    static const char *const endings[] = {"tion", "tions", "sion", "sions", "ment", "ments", "ing",
                                          "wal",  "als",   "ance", "ence",  "ure",  "val",   "idn"};
    if (prose_token(prose, i)->kind != TOKEN_WORD || prose_has_class(prose, i, CLASS_STATE))
        return false;
    return prose_has_class(prose, i, CLASS_EVENT) ||
           has_ending(prose_word(prose, i), endings, sizeof endings / sizeof endings[0]);
}

static bool is_participle(const struct prose *prose, size_t i)
{
    static const char *const endings[] = {"ed", "en", "wn"};
    static const char *const irregular[] = {
        "been", "held",  "made",  "met",  "set",    "begun",   "left",   "paid", "lost",
        "sent", "put",   "done",  "come", "become", "reached", "built",  "told", "given",
        "sold", "found", "heard", "read", "taught", "brought", "bought", "kept"};
    struct str word = prose_word(prose, i);
    if (prose_token(prose, i)->kind != TOKEN_WORD)
        return false;
    for (size_t k = 0; k < sizeof irregular / sizeof irregular[0]; k++)
        if (str_equal_ignoring_case(word, str_of(irregular[k])))
            return true;
    return has_ending(word, endings, sizeof endings / sizeof endings[0]);
}

static bool is_word_like(const struct prose *prose, size_t i)
{
    uint8_t kind = prose_token(prose, i)->kind;
    return kind == TOKEN_WORD || kind == TOKEN_NUMBER;
}

static bool is_joint(const struct prose *prose, size_t i)
{
    return prose_is_word(prose, i, "and") || prose_is_word(prose, i, "or");
}

// Prepositions that belong to the noun before them.
static bool is_bound_preposition(const struct prose *prose, size_t i)
{
    static const struct {
        const char *before;
        const char *preposition;
        const char *after;
    } bonds[] = {
        {"entry", "into", "force"},
        {"entering", "into", "force"},
        {"coming", "into", "force"},
        {"entry", "into", "effect"},
        {"coming", "into", "effect"},
        {"opened", "for", "signature"},
        {"opening", "for", "signature"},
        {"date", "on", "which"},
        {"day", "on", "which"},
        {"month", "in", "which"},
        {"year", "in", "which"},
        {"accession", "to", NULL},
        {"time", "at", "which"},
        {"response", "to", NULL},
        {"entry", "in", "force"},
        {"coming", "in", "force"},
        {"entered", "into", "force"},
        {"enters", "into", "force"},
        {"enter", "into", "force"},
        {"comes", "into", "force"},
        {"came", "into", "force"},
        {"come", "into", "force"},
        {"which", "at", "least"},
        {"moment", "at", "which"},
        {"dates", "on", "which"},
        {"day", "when", NULL},
        {"date", "when", NULL},
        {"moment", "when", NULL},
        {"elections", "to", NULL},
        {"transfer", "to", NULL},
        {"referred", "to", NULL},
        {"to", "in", NULL},
        {"provided", "for", "in"},
        {"for", "in", NULL},
        {"laid", "down", "in"},
        {"down", "in", NULL},
        {"set", "out", "in"},
        {"out", "in", NULL},
    };
    for (size_t k = 0; i > 0 && k < sizeof bonds / sizeof bonds[0]; k++)
        if (prose_is_word(prose, i, bonds[k].preposition) &&
            prose_is_word(prose, i - 1, bonds[k].before) &&
            (!bonds[k].after || prose_is_word(prose, i + 1, bonds[k].after)))
            return true;
    return false;
}

// "and" joins within the phrase unless a new phrase or an act begins after it.
static bool joins_on(const struct prose *prose, size_t i, const struct event_walk *walk)
{
    static const char *const next_acts[] = {"starting", "ending", "beginning", "lasting",
                                            "remains",  "remain", "continues", "expires",
                                            "is",       "are",    "becomes",   "ends"};
    if (prose_is_stop(prose, i + 1) || !is_word_like(prose, i + 1))
        return false;
    struct quantity ignored;
    struct date date;
    if (prose_token(prose, i + 1)->kind == TOKEN_NUMBER &&
        (quantity_read(prose, i + 1, &ignored) > 0 || date_read(prose, i + 1, false, &date) > 0))
        return false;
    for (size_t k = 0; !walk->has_verb && k < sizeof next_acts / sizeof next_acts[0]; k++)
        if (prose_is_word(prose, i + 1, next_acts[k]))
            return false;
    if (prose_is_word(prose, i - 1, "his") && prose_is_word(prose, i + 1, "her"))
        return true;
    if (walk->is_possessed && !is_participle(prose, i + 1))
        return false;
    if (walk->has_verb)
        return !prose_has_class(prose, i + 1, CLASS_MODAL) &&
               !prose_has_class(prose, i + 1, CLASS_PREPOSITION);
    return !prose_has_class(prose, i + 1,
                            CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_AUXILIARY |
                                CLASS_CONNECTIVE | CLASS_CARDINAL | CLASS_FINITE) &&
           !(is_participle(prose, i + 1) && !is_happening(prose, i + 1) &&
             !is_word_like(prose, i + 2));
}

// A bracket with an abbreviation of what stands before: passed over when the phrase goes on.
static size_t bracket_length(const struct prose *prose, size_t i)
{
    size_t cited = citation_bracket(prose, i);
    if (cited > 0)
        return cited;
    bool is_point = prose_is_mark(prose, i, '.') && prose_token(prose, i)->is_glued &&
                    prose_token(prose, i + 1)->kind == TOKEN_NUMBER &&
                    prose_token(prose, i + 1)->is_glued;
    if (is_point) // "paragraph 13.12"
        return 2;
    if (!prose_is_mark(prose, i, '('))
        return 0;
    for (size_t end = i + 1; end < i + 8; end++) {
        if (prose_is_mark(prose, end, ')'))
            return prose_is_word(prose, end + 1, "of") || is_joint(prose, end + 1) ? end + 1 - i
                                                                                   : 0;
        if (!is_word_like(prose, end))
            return 0;
    }
    return 0;
}

static void note_word(const struct prose *prose, size_t i, struct event_walk *walk)
{
    walk->words++;
    if (walk->has_verb && is_participle(prose, i))
        walk->has_participle = true;
    if (is_happening(prose, i))
        walk->has_event = true;
    if (prose_has_class(prose, i, CLASS_PERIOD)) {
        walk->has_period = true;
        if (prose_token(prose, i)->is_capital)
            walk->has_capital_period = true;
    }
}

// Whether a preposition at i goes on with the phrase.
static bool preposition_stays(const struct prose *prose, size_t i, const struct event_walk *walk)
{
    if (is_bound_preposition(prose, i))
        return true;
    if (!walk->has_verb)
        return false;
    bool is_stranded = prose_is_stop(prose, i + 1) || prose_is_mark(prose, i + 1, ',');
    return is_stranded || !walk->has_participle;
}

static bool is_determiner_of_next_phrase(const struct prose *prose, size_t i, size_t at)
{
    bool is_gerund = i == at + 1 && str_ends_with(prose_word(prose, at), STR("ing"));
    if (is_gerund || !prose_has_class(prose, i, CLASS_DETERMINER))
        return false;
    return !prose_has_class(prose, i - 1,
                            CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONNECTIVE) &&
           !prose_is_word(prose, i - 1, "of") && !is_joint(prose, i - 1);
}

static bool is_verb_here(const struct prose *prose, size_t i)
{
    if (event_is_open_verb(prose, i))
        return true;
    if (prose_has_class(prose, i, CLASS_AUXILIARY))
        return true;
    bool is_adjective = i > 0 && prose_has_class(prose, i - 1, CLASS_DETERMINER) &&
                        !prose_is_word(prose, i - 1, "that") && is_participle(prose, i);
    if (is_adjective) // "the agreed appointment", "its completed form"
        return false;
    return prose_has_class(prose, i, CLASS_FINITE) && !is_happening(prose, i);
}

// A verb ends a noun phrase and makes a clause of what may be one.
static bool ends_at_verb(const struct prose *prose, size_t i, bool may_have_verb,
                         struct event_walk *walk)
{
    if (!may_have_verb && !walk->has_verb)
        return true;
    if (prose_has_class(prose, i, CLASS_MODAL) && !prose_is_word(prose, i, "shall"))
        return true;
    walk->has_verb = true;
    walk->has_participle = walk->has_participle || !prose_has_class(prose, i, CLASS_AUXILIARY);
    return false;
}

static size_t amount_length(const struct prose *prose, size_t i)
{
    struct quantity ignored;
    bool is_number =
        prose_token(prose, i)->kind == TOKEN_NUMBER || prose_has_class(prose, i, CLASS_CARDINAL);
    return is_number ? quantity_read(prose, i, &ignored) : 0;
}

// "120 days" in "a Transitional Period of 120 days", "of no more than a week": a length of time of its own.
static bool is_quantity_of(const struct prose *prose, size_t i)
{
    if (!prose_is_word(prose, i - 1, "of"))
        return false;
    if (amount_length(prose, i) > 0)
        return true;
    bool is_denied = prose_is_word(prose, i, "no") || prose_is_word(prose, i, "not");
    bool is_bound = prose_is_word(prose, i + 1, "more") || prose_is_word(prose, i + 1, "less") ||
                    prose_is_word(prose, i + 1, "fewer") || prose_is_word(prose, i + 1, "longer");
    bool is_most = prose_is_word(prose, i, "at") &&
                   (prose_is_word(prose, i + 1, "least") || prose_is_word(prose, i + 1, "most"));
    return is_most || (is_denied && is_bound && prose_is_word(prose, i + 2, "than"));
}

// "... has been told ten days before the vote": a time of its own, after the clause.
static bool is_point_before(const struct prose *prose, size_t i)
{
    size_t end = i + amount_length(prose, i);
    return end > i && (prose_is_word(prose, end, "before") || prose_is_word(prose, end, "after") ||
                       prose_is_word(prose, end, "prior") || prose_is_word(prose, end, "past") ||
                       prose_is_word(prose, end, "overdue"));
}

// True when the word at i > at ends the phrase before it.
static bool ends_before(const struct prose *prose, size_t i, size_t at, bool may_have_verb,
                        struct event_walk *walk)
{
    if (is_joint(prose, i))
        return !joins_on(prose, i, walk);
    if (is_verb_here(prose, i) && !is_joint(prose, i - 1))
        return ends_at_verb(prose, i, may_have_verb, walk);
    if (prose_is_word(prose, i, "which") && prose_has_class(prose, i - 1, CLASS_PREPOSITION))
        return false;
    if (prose_has_class(prose, i, CLASS_CONNECTIVE) &&
        !prose_has_class(prose, i, CLASS_PREPOSITION | CLASS_DETERMINER))
        return true;
    if (prose_has_class(prose, i, CLASS_PREPOSITION) &&
        (!is_happening(prose, i) || prose_has_class(prose, i, CLASS_STATE)))
        return !preposition_stays(prose, i, walk);
    if (walk->has_verb && is_point_before(prose, i))
        return true;
    bool is_up_to = prose_is_word(prose, i, "up") && prose_is_word(prose, i + 1, "to");
    if (is_quantity_of(prose, i) || is_up_to)
        return true;
    return !walk->has_verb && is_determiner_of_next_phrase(prose, i, at);
}

// The first word: no phrase begins with a preposition, a verb or "which".
static bool can_begin(const struct prose *prose, size_t at)
{
    if (prose_has_class(prose, at, CLASS_DETERMINER) || is_happening(prose, at))
        return true;
    if (prose_is_word(prose, at, "both") || prose_is_word(prose, at, "entering") ||
        (prose_is_word(prose, at, "being") && is_participle(prose, at + 1)))
        return true;
    return !is_joint(prose, at) &&
           !prose_has_class(prose, at, CLASS_PREPOSITION | CLASS_CONNECTIVE | CLASS_AUXILIARY);
}

// "it", "they", "having received": only a clause begins so.
static bool begins_clause(const struct prose *prose, size_t at)
{
    return prose_is_word(prose, at, "it") || prose_is_word(prose, at, "they") ||
           prose_is_word(prose, at, "we") || prose_is_word(prose, at, "you") ||
           prose_is_word(prose, at, "he") || prose_is_word(prose, at, "she") ||
           ((prose_is_word(prose, at, "having") || prose_is_word(prose, at, "being")) &&
            is_participle(prose, at + 1));
}

// "before it sets out", "after she lands", "before being loaded": behind such a beginning any word is a verb.
static bool is_verb_of_pronoun(const struct prose *prose, size_t i)
{
    bool is_being = prose_is_one_of(prose, i - 1, "being having");
    return begins_clause(prose, i - 1) && prose_token(prose, i)->kind == TOKEN_WORD &&
           !prose_has_class(prose, i, CLASS_PREPOSITION | CLASS_CONNECTIVE | CLASS_MODAL) &&
           (is_being || prose_is_one_of(prose, i - 1, "we you they") ||
            str_ends_with(prose_word(prose, i), STR("s")));
}

#define ASIDE_MAX 10 // tokens between two commas

// ", or should have become aware,", ", where applicable,": what stands between two commas. Gives the
// tokens with both commas, 0 when there is no second one nearby.
static size_t aside_length(const struct prose *prose, size_t i)
{
    if (!prose_is_mark(prose, i, ','))
        return 0;
    for (size_t end = i + 1; end < i + ASIDE_MAX && !prose_is_stop(prose, end); end++)
        if (prose_is_mark(prose, end, ','))
            return end + 1 - i;
    return 0;
}

// "the date it received the notice", "the day the vessel arrives": a clause without "which".
static bool begins_bare_clause(const struct prose *prose, size_t i)
{
    bool is_time = prose_is_word(prose, i - 1, "date") || prose_is_word(prose, i - 1, "day") ||
                   prose_is_word(prose, i - 1, "moment");
    return is_time && (prose_is_word(prose, i, "it") || prose_is_word(prose, i, "they") ||
                       prose_is_word(prose, i, "he") || prose_is_word(prose, i, "she") ||
                       prose_is_word(prose, i, "the"));
}

// "the Contractor's": a token does not hold its final 's.
static bool is_owner(const struct prose *prose, size_t i)
{
    static const char *const owners[] = {"its", "their", "his", "her"};
    for (size_t k = 0; k < sizeof owners / sizeof owners[0]; k++)
        if (prose_is_word(prose, i, owners[k]))
            return true;
    const struct token *token = prose_token(prose, i);
    struct str behind = str_skip(prose->text, token->at + token->length);
    return token->kind == TOKEN_WORD &&
           (str_starts_with(behind, STR("'")) || str_starts_with(behind, STR("\u2019")));
}

// "its being lodged", "the Contractor's having received": what happened, owned by whom it happened to.
static bool is_possessed_verb(const struct prose *prose, size_t i)
{
    bool is_verb = prose_is_word(prose, i, "being") || prose_is_word(prose, i, "having");
    if (!is_verb || !is_participle(prose, i + 1))
        return false;
    bool is_noun = prose_token(prose, i - 1)->kind == TOKEN_WORD &&
                   !prose_has_class(prose, i - 1,
                                    CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_AUXILIARY |
                                        CLASS_CONNECTIVE | CLASS_FINITE) &&
                   !is_joint(prose, i - 1);
    return is_noun || is_owner(prose, i - 1); // "the outbreak being confirmed", "its being lodged"
}

static struct event_walk walk_over(const struct prose *prose, size_t at, bool may_have_verb)
{
    bool is_gerund = prose_is_word(prose, at, "being") || prose_is_word(prose, at, "having");
    struct event_walk walk = {.end = at, .is_possessed = is_gerund};
    size_t i = at;
    bool after_which = begins_clause(prose, at);
    while (i < at + PHRASE_MAX) {
        size_t aside = walk.has_verb && i > at + 1 ? aside_length(prose, i) : 0;
        if (aside > 0 && prose_is_word(prose, i + 1, "or") &&
            prose_is_word(prose, i + aside, "of")) {
            i += aside; // "became aware, or should have become aware, of the delay"
            continue;
        }
        if (i > at && begins_bare_clause(prose, i)) {
            after_which = true;
            note_word(prose, i++, &walk);
            continue;
        }
        if (i > at && is_possessed_verb(prose, i)) {
            after_which = true;
            walk.has_verb = true;
            walk.is_possessed = true;
            note_word(prose, i++, &walk);
            continue;
        }
        size_t bracket = bracket_length(prose, i);
        if (bracket > 0 && i > at) {
            i += bracket;
            continue;
        }
        bool is_quote = prose_is_mark(prose, i, 0x201C) || prose_is_mark(prose, i, 0x201D);
        if (!is_word_like(prose, i) && !is_quote)
            break;
        after_which = after_which || prose_is_word(prose, i, "which") ||
                      (prose_is_word(prose, i, "when") && is_bound_preposition(prose, i));
        walk.has_verb = walk.has_verb || (i == at + 1 && is_verb_of_pronoun(prose, i));
        size_t main = walk.has_verb && prose_has_class(prose, i, CLASS_MODAL) &&
                              !prose_token(prose, i)->is_capital
                          ? event_main_clause(prose, at, i)
                          : 0;
        if (main > 0) {
            i = main;
            break;
        }
        if (i == at ? !can_begin(prose, i)
                    : ends_before(prose, i, at, may_have_verb || after_which, &walk))
            break;
        note_word(prose, i, &walk);
        i++;
    }
    // A phrase does not end with "of", "the" or "and".
    while (i > at && (is_joint(prose, i - 1) || prose_is_word(prose, i - 1, "of") ||
                      (prose_has_class(prose, i - 1, CLASS_DETERMINER) && i - 1 > at &&
                       !prose_is_word(prose, i - 1, "all"))))
        i--;
    walk.end = i;
    return walk;
}

static bool is_only_determiner(const struct prose *prose, size_t at, const struct event_walk *walk)
{
    return walk->end == at + 1 &&
           prose_has_class(prose, at, CLASS_DETERMINER | CLASS_CONNECTIVE | CLASS_AUXILIARY);
}

// "the due date", "the Utilisation Date": what makes it a name stands before "date".
static bool is_day_with_name(const struct prose *prose, size_t at, const struct event_walk *walk)
{
    static const char *const no_names[] = {"same",  "later", "earlier", "following",   "next",
                                           "first", "last",  "other",   "appropriate", "certain",
                                           "early", "final", "exact",   "specified",   "agreed"};
    size_t last = walk->end - 1;
    if (walk->has_verb || last == at || last - at > 4 ||
        (!prose_is_word(prose, last, "date") && !prose_is_word(prose, last, "day") &&
         !(prose_is_word(prose, last, "hour") && prose_token(prose, last)->is_capital)))
        return false;
    for (size_t i = 0; i < sizeof no_names / sizeof no_names[0]; i++)
        if (prose_is_word(prose, last - 1, no_names[i]))
            return false;
    bool has_article = prose_is_word(prose, at, "the") || prose_is_word(prose, at, "each") ||
                       prose_is_word(prose, at, "its");
    return prose_token(prose, last - 1)->kind == TOKEN_WORD &&
           !prose_has_class(prose, last - 1,
                            CLASS_DETERMINER | CLASS_ORDINAL | CLASS_WEEKDAY | CLASS_DAY_KIND |
                                CLASS_PREPOSITION) &&
           (has_article || prose_token(prose, last)->is_capital);
}

static bool is_of_kind(const struct prose *prose, size_t at, enum event_kind kind,
                       const struct event_walk *walk)
{
    bool is_named_day = prose_token(prose, walk->end - 1)->is_capital &&
                        (prose_is_word(prose, walk->end - 1, "day") ||
                         prose_is_word(prose, walk->end - 1, "date") ||
                         prose_is_word(prose, walk->end - 1, "hour"));
    switch (kind) {
    case EVENT_ANY:
        return !is_only_determiner(prose, at, walk);
    case EVENT_HAPPENS:
        return walk->has_event || walk->has_verb || walk->has_period || is_named_day;
    case EVENT_PERIOD:
        return walk->has_period && !walk->has_verb;
    case EVENT_NAMED_PERIOD:
        return walk->has_capital_period && !walk->has_verb;
    case EVENT_NAMED_DAY:
        return is_day_with_name(prose, at, walk);
    case EVENT_CLAUSE:
        return walk->has_verb && walk->words > 2;
    case EVENT_DONE:
        return walk->has_verb && walk->has_participle && walk->words > 2;
    }
    return false;
}

bool event_is_verb(const struct prose *prose, size_t i)
{
    return is_verb_here(prose, i);
}

size_t event_read(const struct prose *prose, size_t at, enum event_kind kind)
{
    if (!vocabulary_is_english(prose->vocabulary))
        return event_read_elsewhere(prose, at, kind);
    bool is_then = prose_is_word(prose, at, "then") &&
                   (prose_is_stop(prose, at + 1) || prose_is_mark(prose, at + 1, ','));
    if (is_then && kind == EVENT_ANY) // "ten days before then"
        return 1;
    bool may_have_verb = kind == EVENT_HAPPENS || kind == EVENT_CLAUSE || kind == EVENT_DONE;
    struct event_walk walk = walk_over(prose, at, may_have_verb);
    if (walk.end == at || !is_of_kind(prose, at, kind, &walk))
        return 0;
    return walk.end - at;
}

size_t event_past_asides(const struct prose *prose, size_t at, size_t to)
{
    size_t i = to;
    if (prose_is_word(prose, i, "or") || prose_is_word(prose, i, "and"))
        i++;
    size_t aside = aside_length(prose, i);
    if (aside == 0)
        return 0;
    i += aside;
    // Behind "or, where applicable," another subject and its comma may stand before the verb.
    if (!is_verb_here(prose, i)) {
        size_t from = i;
        while (is_word_like(prose, i) && i < from + ASIDE_MAX && !is_verb_here(prose, i))
            i++;
        i += prose_is_mark(prose, i, ',');
    }
    if (!is_verb_here(prose, i) || prose_has_class(prose, i, CLASS_MODAL))
        return 0;
    struct event_walk walk = walk_over(prose, i, true);
    size_t end = walk.end;
    if (end == i) { // a walk does not begin with an auxiliary
        walk = walk_over(prose, i + 1, true);
        end = walk.end;
    }
    return end > i ? end - at : 0;
}
