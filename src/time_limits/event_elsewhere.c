// SPDX-License-Identifier: Apache-2.0
// Events in other languages than English: where the phrase that names one ends. Its words are told
// by the lexicon, what ends it by the ways of the language: a verb, a preposition, an article of the
// next phrase, in German a small word that stands before no noun. "l'entrée en vigueur" goes on
// because both sides of its preposition are words of events; "la date à laquelle" and "dem Tag, an
// dem" go on with a clause.
#include "time_limits/event.h"

#include "prose/lexicon.h"
#include "prose/quantity.h"

#define WORDS_MAX 16
#define CLAUSE_MAX 28
#define NOUN_AHEAD 9 // "der in Absatz 2 des Artikels 4 genannten Frist"

static const struct lexicon *lexicon_of(const struct prose *prose)
{
    return vocabulary_lexicon(prose->vocabulary);
}

// A word of the text, in small letters but for its first, that ends in one of the endings.
static bool has_ending(const struct prose *prose, size_t i, const char *endings)
{
    const struct token *token = prose_token(prose, i);
    struct str rest = str_of(endings);
    struct str ending;
    if (token->kind != TOKEN_WORD)
        return false;
    while (rest.length > 0 && str_cut(&rest, ' ', &ending))
        if (token->length > ending.length + 2 && str_ends_with(prose_word(prose, i), ending))
            return true;
    return false;
}

static bool is_event_word(const struct prose *prose, size_t i)
{
    return prose_has_class(prose, i, CLASS_EVENT) ||
           (!prose_has_class(prose, i, CLASS_STATE) &&
            has_ending(prose, i, lexicon_of(prose)->event_endings));
}

static bool is_verb(const struct prose *prose, size_t i)
{
    if (prose_has_class(prose, i, CLASS_MODAL | CLASS_AUXILIARY | CLASS_FINITE))
        return true;
    return !prose_token(prose, i)->is_capital && prose_token(prose, i)->classes == 0 &&
           has_ending(prose, i, lexicon_of(prose)->verb_endings);
}

static bool is_word_like(const struct prose *prose, size_t i)
{
    uint8_t kind = prose_token(prose, i)->kind;
    return kind == TOKEN_WORD || kind == TOKEN_NUMBER;
}

static bool is_quote(const struct prose *prose, size_t i)
{
    return prose_is_mark(prose, i, 0xAB) || prose_is_mark(prose, i, 0xBB) ||
           prose_is_mark(prose, i, 0x201C) || prose_is_mark(prose, i, 0x201D) ||
           prose_is_mark(prose, i, 0x201E);
}

// Where nouns have capitals, a small word stays only where a noun comes behind it.
static bool leads_to_noun(const struct prose *prose, size_t i)
{
    size_t adjectives = 0;
    for (; adjectives < 4 && is_word_like(prose, i) && !prose_token(prose, i)->is_capital; i++) {
        if (prose_has_class(prose, i, CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONNECTIVE) ||
            is_verb(prose, i))
            return false;
        adjectives++;
    }
    return prose_token(prose, i)->kind == TOKEN_WORD && prose_token(prose, i)->is_capital;
}

// "der in Absatz 2 genannten Frist": a preposition behind an article, with a noun at the end.
static size_t attribute_length(const struct prose *prose, size_t i)
{
    if (!lexicon_of(prose)->nouns_are_capital || i == 0 ||
        !prose_has_class(prose, i - 1, CLASS_DETERMINER))
        return 0;
    for (size_t end = i + 2; end < i + NOUN_AHEAD && is_word_like(prose, end); end++)
        if (!prose_token(prose, end)->is_capital && has_ending(prose, end, "ten nen") &&
            leads_to_noun(prose, end))
            return end - i;
    return 0;
}

static bool begins_next_phrase(const struct prose *prose, size_t i)
{
    const char *of = lexicon_of(prose)->of;
    return of && prose_has_class(prose, i, CLASS_DETERMINER) && !prose_is_one_of(prose, i, of) &&
           !prose_is_one_of(prose, i - 1, of) &&
           !prose_has_class(prose, i - 1, CLASS_DETERMINER | CLASS_PREPOSITION);
}

// "cessez-le-feu": a word of a compound, whatever it is by itself.
static bool is_in_compound(const struct prose *prose, size_t i)
{
    const struct token *before = prose_token(prose, i - 1);
    size_t end = (size_t)before->at + before->length;
    char next = end < prose->text.length ? prose->text.bytes[end] : ' ';
    return prose_token(prose, i)->has_hyphen && next != ' ' && next != '\n' && next != '\t';
}

static bool ends_phrase(const struct prose *prose, size_t i, size_t at)
{
    if (is_verb(prose, i) || prose_has_class(prose, i, CLASS_CONNECTIVE))
        return true;
    if (i == at)
        return prose_has_class(prose, i, CLASS_PREPOSITION);
    if (prose_has_class(prose, i, CLASS_PREPOSITION))
        return !(is_event_word(prose, i - 1) && is_event_word(prose, i + 1));
    if (begins_next_phrase(prose, i))
        return true;
    return lexicon_of(prose)->nouns_are_capital && !prose_token(prose, i)->is_capital &&
           prose_token(prose, i)->kind == TOKEN_WORD &&
           !prose_has_class(prose, i, CLASS_DETERMINER) && !leads_to_noun(prose, i);
}

// "в течение трёх дней после получения запроса орган решает": the subject of the verb at `end` is no part of
// the phrase. What ends as a genitive of an act does is kept.
static size_t without_subject(const struct prose *prose, size_t at, size_t end)
{
    if (!lexicon_of(prose)->has_subject_behind || end < at + 2 || !is_verb(prose, end) ||
        has_ending(prose, end - 1, "ения ания ятия ствия ення ання ття"))
        return end;
    end--;
    while (end > at + 1 && has_ending(prose, end - 1, "ый ая ое ые ий яя"))
        end--;
    return end;
}

// The clause that begins at a token: up to a comma or a stop; ", as the case may be," is passed over.
static size_t clause_length(const struct prose *prose, size_t at)
{
    size_t i = at;
    while (i < at + CLAUSE_MAX && !prose_is_stop(prose, i)) {
        bool is_aside = i > at && prose_is_mark(prose, i, ',') &&
                        prose_is_one_of(prose, i - 1, "ou oder o u или либо або чи");
        if (prose_is_mark(prose, i, ',') && !is_aside)
            break;
        i++;
        while (is_aside && i < at + CLAUSE_MAX && !prose_is_stop(prose, i) &&
               !prose_is_mark(prose, i, ','))
            i++;
        i += is_aside && prose_is_mark(prose, i, ',') ? 1 : 0;
    }
    return i - at;
}

// "la date [à laquelle ...]", "dem Tag[, an dem ...]": the tokens of the clause behind a word for a moment.
static size_t relative_length(const struct prose *prose, size_t i)
{
    if (!prose_has_class(prose, i - 1, CLASS_UNIT | CLASS_TIME))
        return 0;
    size_t lead = prose_is_mark(prose, i, ',') ? 1 : 0;
    lead += prose_has_class(prose, i + lead, CLASS_PREPOSITION) ? 1 : 0;
    bool has_article = prose_has_class(prose, i + lead, CLASS_DETERMINER) &&
                       prose_has_class(prose, i + lead + 1, CLASS_RELATIVE);
    lead += has_article ? 1 : 0;
    if (!prose_has_class(prose, i + lead, CLASS_RELATIVE))
        return 0;
    size_t clause = clause_length(prose, i + lead);
    return clause > 1 ? lead + clause : 0;
}

struct phrase {
    size_t end;
    bool has_event;
    bool has_period;
    bool has_noun;
    bool has_date; // "l'inondation du 26 décembre 2024" is told by its date
};

static struct phrase read_phrase(const struct prose *prose, size_t at)
{
    struct phrase phrase = {.end = at};
    size_t i = at;
    while (i < at + WORDS_MAX) {
        if (i > at && is_quote(prose, i)) {
            i++;
            continue;
        }
        size_t attribute = i > at ? attribute_length(prose, i) : 0;
        if (attribute > 0) {
            i += attribute;
            continue;
        }
        struct quantity length; // "nach Ankündigung mindestens drei Tage": a limit of its own
        if (i > at && is_in_compound(prose, i) && is_word_like(prose, i)) {
            i++;
            continue;
        }
        if (!is_word_like(prose, i) || ends_phrase(prose, i, at) ||
            (i > at && !prose_has_class(prose, i, CLASS_DETERMINER) &&
             quantity_read(prose, i, &length) > 0))
            break;
        phrase.has_event = phrase.has_event || is_event_word(prose, i);
        phrase.has_period = phrase.has_period || prose_has_class(prose, i, CLASS_PERIOD);
        phrase.has_date = phrase.has_date || prose_has_class(prose, i, CLASS_MONTH);
        phrase.has_noun = phrase.has_noun || !prose_has_class(prose, i, CLASS_DETERMINER);
        i++;
    }
    i = without_subject(prose, at, i);
    while (i > at &&
           (prose_has_class(prose, i - 1, CLASS_DETERMINER) ||
            prose_is_one_of(prose, i - 1, lexicon_of(prose)->of) || is_quote(prose, i - 1)))
        i--;
    size_t relative = i > at ? relative_length(prose, i) : 0;
    phrase.end = i + relative;
    phrase.has_event = phrase.has_event || relative > 0;
    return phrase;
}

size_t event_read_elsewhere(const struct prose *prose, size_t at, enum event_kind kind)
{
    if (kind == EVENT_CLAUSE || kind == EVENT_DONE) {
        size_t clause = clause_length(prose, at);
        return clause > 1 ? clause : 0;
    }
    if (kind == EVENT_NAMED_PERIOD || kind == EVENT_NAMED_DAY)
        return 0;
    struct phrase phrase = read_phrase(prose, at);
    bool is_asked = kind == EVENT_PERIOD    ? phrase.has_period
                    : kind == EVENT_HAPPENS ? phrase.has_event && !phrase.has_date
                                            : true;
    return phrase.has_noun && is_asked ? phrase.end - at : 0;
}

const char *event_known_elsewhere(const struct prose *prose, size_t from, size_t to)
{
    static const struct {
        const char *word;
        const char *name;
    } known[] = {
        {"signature", "signing"},      {"firma", "signing"},
        {"unterzeichnung", "signing"}, {"подписания", "signing"},
        {"подписание", "signing"},     {"підписання", "signing"},
        {"التوقيع", "signing"},        {"vigueur", "entry.into.force"},
        {"vigor", "entry.into.force"}, {"inkrafttreten", "entry.into.force"},
        {"силу", "entry.into.force"},  {"чинності", "entry.into.force"},
    };
    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < sizeof known / sizeof known[0]; k++)
            if (prose_is_word(prose, i, known[k].word))
                return known[k].name;
    return NULL;
}
