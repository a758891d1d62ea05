// SPDX-License-Identifier: Apache-2.0
#include "time_limits/composed.h"

#include "prose/date.h"
#include "prose/number.h"
#include "time_limits/event.h"

#define OPENING_MAX 10 // pieces before the length
#define ASIDE_MAX 30   // tokens of one aside
#define NOTICE_WORDS 3 // "eight hours' electronic notice"

// What words before or behind a length say of it.
struct length_words {
    const char *phrases;
    enum length_lead lead;
    enum length_side side;
    bool is_strict;
};

static const struct length_words bounds[] = {
    {"no later than|not later than|never later than|no later then|at the latest|at the very latest",
     LEAD_NONE, SIDE_LATEST, false},
    {"no earlier than|not earlier than|no sooner than|not sooner than|never sooner than|at the "
     "earliest",
     LEAD_NONE, SIDE_SOONEST, false},
    {"no more than|not more than|never more than|no longer than|not longer than|no greater "
     "than|not greater than|not exceeding|not to exceed|which shall not exceed|that shall not "
     "exceed|which may not exceed|not in excess of|at most|at the most|up to|up to and including|a "
     "maximum of|the maximum of|a maximum period of|maximum of",
     LEAD_NONE, SIDE_MOST, false},
    {"no less than|not less than|never less than|no fewer than|not fewer than|no shorter than|not "
     "shorter than|at least|at the least|a minimum of|the minimum of|a minimum period of|minimum "
     "of",
     LEAD_NONE, SIDE_LEAST, false},
    {"more than|longer than|greater than|exceeding|in excess of|upwards of", LEAD_NONE, SIDE_LEAST,
     true},
    {"less than|fewer than|shorter than", LEAD_NONE, SIDE_MOST, true},
};

static const struct length_words leads[] = {
    {"within|inside of|inside|in", LEAD_WITHIN, SIDE_NONE, false},
    {"for|during|throughout|over", LEAD_FOR, SIDE_NONE, false},
    {"by the date falling|by the date that is|by the date which is|by the date|by the day "
     "falling|by the day that is|by the day which is|by the day|by|until|till",
     LEAD_BY, SIDE_NONE, false},
    {"on the date falling|on the date that is|on the date which is|on the date which falls|on the "
     "date occurring|on the date|on the day falling|on the day that is|on the day which is|on the "
     "day which falls|on the day occurring|on the day",
     LEAD_POINT, SIDE_NONE, false},
    {"upon the expiry of|on the expiry of|at the expiry of|upon expiry of|on expiry of|at the end "
     "of|upon the expiration of|at the expiration of|on the expiration of|upon expiration of|on "
     "the lapse of|upon the lapse of",
     LEAD_POINT, SIDE_NONE, false},
    {"after", LEAD_AFTER, SIDE_NONE, false},
};

// Words that say nothing of the length, between any two that do.
static const char hedges[] =
    "in any event|in any case|in all cases|in every case|in each case|in no event|in no case|if "
    "possible|in principle|as a rule|at all events|at all times|whenever possible|where "
    "possible|where practicable|if "
    "practicable|about|approximately|around|roughly|exactly|precisely|normally|ordinarily|"
    "generally|usually|preferably|ideally|only|net|fully|i.e.|circa";

static const char frame_words[] =
    "the its their his her such this that any each one further additional extra initial first last "
    "final maximum minimum total overall single new full entire whole continuous uninterrupted "
    "fixed agreed standard contractual statutory mandatory cure grace notice waiting cooling off "
    "transitional successive consecutive period periods term terms time limit frame window "
    "deadline interval span duration of";

static const char after_words[] =
    "after|following|from|since|of|upon|subsequent to|counted from|counting from|calculated "
    "from|computed from|reckoned from|measured from|running from|to run from|to be counted "
    "from|starting on|starting from|starting with|beginning on|beginning from|beginning "
    "with|commencing on|commencing from|commencing with|as from|as of|with effect from|that "
    "follow|which follow|that follows|which follows";

static const char before_words[] =
    "before|prior to|preceding|in advance of|ahead of|previous to|short of|that precede|which "
    "precede|leading up to|ending on|ending with";

static bool is_denied_before(const struct prose *prose, size_t at, size_t sentence)
{
    for (size_t i = at; i > sentence && at - i < 14 && !prose_is_stop(prose, i - 1); i--)
        if (prose_is_one_of(prose, i - 1, "not never nor neither no cannot"))
            return true;
    return false;
}

// "shall not be extended by more than two years": what is denied is the other side.
static void turn_if_denied(const struct prose *prose, size_t at, size_t sentence,
                           struct composed *composed)
{
    bool may_turn = composed->is_strict && composed->side == SIDE_LEAST;
    if (!may_turn || !is_denied_before(prose, at, sentence))
        return;
    composed->side = SIDE_MOST;
    composed->is_strict = false;
}

// The tokens of the first words of a table that stand at `at`. Result: 0 where none do
static size_t read_words(const struct prose *prose, size_t at, const struct length_words *table,
                         size_t count, const struct length_words **words)
{
    for (size_t i = 0; i < count; i++) {
        size_t tokens = prose_phrase(prose, at, table[i].phrases);
        if (tokens > 0) {
            *words = &table[i];
            return tokens;
        }
    }
    return 0;
}

#define READ_WORDS(prose, at, table, words)                                                        \
    read_words(prose, at, table, sizeof(table) / sizeof(table)[0], words)

static size_t read_bound(const struct prose *prose, size_t at, struct composed *composed)
{
    const struct length_words *words;
    size_t count = composed->side == SIDE_NONE ? READ_WORDS(prose, at, bounds, &words) : 0;
    if (count > 0) {
        composed->side = words->side;
        composed->is_strict = words->is_strict;
    }
    return count;
}

static size_t read_lead(const struct prose *prose, size_t at, struct composed *composed)
{
    const struct length_words *words;
    size_t count = composed->lead == LEAD_NONE ? READ_WORDS(prose, at, leads, &words) : 0;
    if (count > 0)
        composed->lead = words->lead;
    return count;
}

// "one (1) additional" before "period": how often, not how long. Result: the tokens of the number
static size_t read_times(const struct prose *prose, size_t at)
{
    int64_t ignored;
    size_t count = number_read(prose, at, &ignored);
    bool is_times = count > 0 &&
                    prose_is_one_of(prose, at + count, "additional further successive consecutive");
    return is_times && prose_is_one_of(prose, at + count + 1, "period periods term terms") ? count
                                                                                           : 0;
}

static size_t read_frame(const struct prose *prose, size_t at, struct composed *composed)
{
    size_t times = read_times(prose, at);
    if (times > 0)
        return times;
    struct quantity ignored;
    bool is_article = prose_is_one_of(prose, at, "a an another");
    if (is_article ? quantity_read(prose, at, &ignored) > 0
                   : !prose_is_one_of(prose, at, frame_words))
        return 0;
    if (!is_article && prose_has_class(prose, at, CLASS_CARDINAL) &&
        quantity_read(prose, at, &ignored) > 0)
        return 0;
    composed->is_further =
        composed->is_further || prose_is_one_of(prose, at, "another further additional extra");
    return 1;
}

// ", in any event," between two pieces of the opening.
static size_t read_hedge(const struct prose *prose, size_t at)
{
    size_t comma = prose_is_mark(prose, at, ',');
    size_t joint = comma && prose_is_one_of(prose, at + 1, "and but") ? 1 : 0;
    size_t count = prose_phrase(prose, at + comma + joint, hedges);
    if (count == 0)
        return 0;
    count += comma + joint;
    return count + (comma && prose_is_mark(prose, at + count, ','));
}

static size_t read_opening(const struct prose *prose, size_t at, struct composed *composed)
{
    size_t i = at;
    for (size_t n = 0; n < OPENING_MAX; n++) {
        size_t count = read_bound(prose, i, composed);
        if (count == 0)
            count = read_lead(prose, i, composed);
        if (count == 0)
            count = i > at ? read_hedge(prose, i) : 0;
        if (count == 0)
            count = i > at ? read_frame(prose, i, composed) : 0;
        if (count == 0)
            break;
        i += count;
    }
    return i;
}

static bool is_upper(enum length_side side)
{
    return side == SIDE_MOST || side == SIDE_LATEST;
}

static bool is_lower(enum length_side side)
{
    return side == SIDE_LEAST || side == SIDE_SOONEST;
}

// "but no more than" before the number of the other end. Result: its tokens, 0 where it bounds the same end
static size_t read_other_bound(const struct prose *prose, size_t at, const struct composed *first,
                               struct composed *other)
{
    size_t comma = prose_is_mark(prose, at, ',');
    size_t joint = comma + (prose_is_one_of(prose, at + comma, "and but or nor yet") ? 1U : 0U);
    if (joint == 0)
        return 0;
    *other = (struct composed){0};
    bool is_nor = prose_is_word(prose, at + joint - 1, "nor");
    size_t count = read_bound(prose, at + joint, other);
    if (count == 0)
        return 0;
    if (is_nor && other->is_strict) { // "not less than ten nor more than twenty"
        other->side = other->side == SIDE_LEAST ? SIDE_MOST : SIDE_LEAST;
        other->is_strict = false;
    }
    bool are_two = (is_lower(first->side) && is_upper(other->side)) ||
                   (is_upper(first->side) && is_lower(other->side));
    return are_two ? joint + count : 0;
}

static void join_ends(struct composed *composed, int64_t one, int64_t other)
{
    int64_t units = composed->quantity.least;
    composed->quantity.least = units * (one < other ? one : other);
    composed->quantity.most = units * (one < other ? other : one);
    composed->quantity.has_both_ends = true;
    composed->side = SIDE_NONE;
}

// "thirty (30), but no more than ninety (90), days": both numbers stand before the unit, which they share.
static size_t read_shared_unit(const struct prose *prose, size_t at, struct composed *composed)
{
    int64_t first;
    int64_t second;
    struct composed other;
    size_t i = at + number_read(prose, at, &first);
    size_t bound = i > at ? read_other_bound(prose, i, composed, &other) : 0;
    size_t number = bound > 0 ? number_read(prose, i + bound, &second) : 0;
    if (number == 0 || first >= NUMBER_MAX || second >= NUMBER_MAX)
        return 0;
    i += bound + number;
    i += prose_is_mark(prose, i, ',');
    size_t unit = quantity_read_unit(prose, i, &composed->quantity);
    if (unit == 0)
        return 0;
    join_ends(composed, first, second);
    return i + unit - at;
}

// "60, 120 and 180 days": the first is read, the others are kept by their tokens.
static size_t read_list(const struct prose *prose, size_t at, struct composed *composed)
{
    int64_t number = 0;
    int64_t first = 0;
    size_t i = at;
    for (;;) {
        size_t count = number_read(prose, i, &number);
        if (count == 0 || composed->number_count == COMPOSED_NUMBERS || number >= NUMBER_MAX)
            return 0;
        first = composed->number_count == 0 ? number : first;
        composed->numbers[composed->number_count++] = i;
        i += count;
        size_t comma = prose_is_mark(prose, i, ',');
        size_t joint = comma + prose_is_one_of(prose, i + comma, "and or");
        if (joint == 0)
            break;
        i += joint;
    }
    size_t unit =
        composed->number_count > 1 ? quantity_read_unit(prose, i, &composed->quantity) : 0;
    if (unit == 0)
        return 0;
    composed->quantity.least *= first;
    composed->quantity.most *= first;
    i += unit;
    return i + (prose_is_word(prose, i, "respectively") ? 1 : 0) - at;
}

// The other end behind a whole length: "fifteen months and no later than twelve months".
static size_t read_other_end(const struct prose *prose, size_t at, struct composed *composed)
{
    struct composed other;
    size_t bound = read_other_bound(prose, at, composed, &other);
    size_t frame = 0;
    while (bound > 0 && read_frame(prose, at + bound + frame, &other) > 0)
        frame++;
    size_t count = bound > 0 ? quantity_read(prose, at + bound + frame, &other.quantity) : 0;
    if (count == 0 || other.quantity.unit != composed->quantity.unit ||
        other.quantity.least != other.quantity.most ||
        other.quantity.is_working != composed->quantity.is_working)
        return 0;
    int64_t one = composed->quantity.least;
    composed->quantity.least = 1;
    join_ends(composed, one, other.quantity.least);
    return bound + frame + count;
}

static size_t read_length(const struct prose *prose, size_t at, struct composed *composed)
{
    size_t shared = read_shared_unit(prose, at, composed);
    if (shared > 0)
        return shared;
    size_t list = read_list(prose, at, composed);
    if (list > 0)
        return list;
    composed->number_count = 0;
    size_t count = quantity_read(prose, at, &composed->quantity);
    if (count == 0)
        return 0;
    bool is_single = composed->quantity.least == composed->quantity.most;
    return count + (is_single ? read_other_end(prose, at + count, composed) : 0);
}

// What bounds the length may stand behind it: "thirty days at the latest", "ten days or more".
static size_t read_bound_behind(const struct prose *prose, size_t at, struct composed *composed)
{
    static const struct length_words behind[] = {
        {"at the latest|at the very latest", LEAD_NONE, SIDE_LATEST, false},
        {"at most|at the most|at the outside|maximum|or less|or fewer", LEAD_NONE, SIDE_MOST,
         false},
        {"at the earliest", LEAD_NONE, SIDE_SOONEST, false},
        {"at least|at the least|at a minimum|minimum|or more|or longer", LEAD_NONE, SIDE_LEAST,
         false},
    };
    const struct length_words *words;
    size_t count = composed->side == SIDE_NONE ? READ_WORDS(prose, at, behind, &words) : 0;
    if (count > 0)
        composed->side = words->side;
    return count;
}

static bool speaks_of_time(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->kind == TOKEN_NUMBER ||
           prose_has_class(prose, at, CLASS_MODAL | CLASS_MONTH);
}

// ", or such longer period as the parties agree," or the same in brackets. Result: its tokens with the marks
static size_t read_aside(const struct prose *prose, size_t at)
{
    bool is_bracket = prose_is_mark(prose, at, '(');
    if (!is_bracket && !prose_is_mark(prose, at, ','))
        return 0;
    uint32_t end = is_bracket ? ')' : ',';
    for (size_t i = at + 1; i < at + ASIDE_MAX && !prose_is_stop(prose, i); i++) {
        if (prose_is_mark(prose, i, end))
            return i > at + 1 ? i + 1 - at : 0;
        if (!is_bracket && speaks_of_time(prose, i) && !prose_is_word(prose, i, "may"))
            return 0;
    }
    return 0;
}

// "being so requested", "its being lodged": a verb with an adverb before it.
static size_t read_gerund(const struct prose *prose, size_t at)
{
    bool is_gerund = prose_is_one_of(prose, at, "being having") &&
                     prose_is_one_of(prose, at + 1, "so duly first been thus");
    return is_gerund && prose_token(prose, at + 2)->kind == TOKEN_WORD ? 3 : 0;
}

static bool is_owned(const struct prose *prose, size_t at, const struct composed *composed)
{
    bool is_of = prose_is_one_of(prose, at, "of upon from since");
    bool may_be_of = composed->lead == LEAD_WITHIN || is_upper(composed->side);
    return prose_is_one_of(prose, at, "of upon") ? may_be_of : is_of;
}

// Whether a direction word may count a length: "three days of training" is no time after training.
static bool may_count(const struct prose *prose, size_t at, const struct composed *composed)
{
    return !prose_is_one_of(prose, at, "of upon") || is_owned(prose, at, composed);
}

static size_t read_reference(const struct prose *prose, size_t at, enum length_direction direction,
                             struct composed *composed)
{
    struct date date;
    bool is_elsewhere =
        prose_is_one_of(prose, at, "it them") || date_read(prose, at, true, &date) > 0;
    if (is_elsewhere) // a date of its own, or what was told before
        return 0;
    size_t gerund = read_gerund(prose, at);
    size_t count = gerund > 0 ? gerund : event_read(prose, at, EVENT_ANY);
    if (count == 0)
        return 0;
    composed->direction = direction;
    composed->event_from = at;
    composed->event_to = at + count;
    return count;
}

// "immediately after the vote". Result: the tokens with the reference
static size_t read_direction(const struct prose *prose, size_t at, struct composed *composed)
{
    size_t adverb =
        prose_is_one_of(prose, at, "immediately directly next shortly promptly first") ? 1 : 0;
    size_t i = at + adverb;
    size_t after = may_count(prose, i, composed) ? prose_phrase(prose, i, after_words) : 0;
    if (after > 0) {
        size_t count = read_reference(prose, i + after, TOWARDS_AFTER, composed);
        return count > 0 ? adverb + after + count : 0;
    }
    size_t before = prose_phrase(prose, i, before_words);
    size_t count = before > 0 ? read_reference(prose, i + before, TOWARDS_BEFORE, composed) : 0;
    return count > 0 ? adverb + before + count : 0;
}

// "thirty days' prior written notice", "two hours in advance".
static size_t read_notice(const struct prose *prose, size_t at, struct composed *composed)
{
    size_t i = at + (prose_is_mark(prose, at, '\'') || prose_is_mark(prose, at, 0x2019) ? 1U : 0U);
    size_t advance = prose_phrase(prose, i, "in advance|ahead of time|beforehand");
    if (advance > 0) {
        composed->direction = IN_ADVANCE;
        return i + advance - at;
    }
    for (size_t n = 0; n <= NOTICE_WORDS; n++) {
        if (prose_is_one_of(prose, i + n, "notice warning")) {
            composed->direction = TOWARDS_NOTICE;
            return i + n + 1 - at;
        }
        if (prose_token(prose, i + n)->kind != TOKEN_WORD ||
            prose_has_class(prose, i + n,
                            CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONNECTIVE |
                                CLASS_AUXILIARY | CLASS_FINITE))
            return 0;
    }
    return 0;
}

static size_t read_behind(const struct prose *prose, size_t at, struct composed *composed)
{
    size_t i = at + read_bound_behind(prose, at, composed);
    size_t notice = read_notice(prose, i, composed);
    if (notice > 0)
        return i + notice - at;
    size_t direction = read_direction(prose, i, composed);
    if (direction > 0)
        return i + direction - at;
    size_t aside = read_aside(prose, i);
    direction = aside > 0 && !prose_is_one_of(prose, i + aside, "of from upon")
                    ? read_direction(prose, i + aside, composed)
                    : 0;
    composed->has_aside = direction > 0;
    return direction > 0 ? i + aside + direction - at : i - at;
}

static bool may_open(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->kind == TOKEN_NUMBER ||
           prose_has_class(prose, at,
                           CLASS_OPENING | CLASS_CARDINAL | CLASS_MULTIPLIER | CLASS_SPAN |
                               CLASS_HALVED | CLASS_LEAD | CLASS_DAY_KIND | CLASS_UNIT);
}

// Whether a length may follow within a few tokens: most words that open one do not.
static bool has_number_near(const struct prose *prose, size_t at)
{
    for (size_t i = at; i < at + OPENING_MAX + 6; i++) {
        const struct token *token = prose_token(prose, i);
        if (token->kind == TOKEN_BREAK || (token->kind == TOKEN_MARK && token->value == '.'))
            return false;
        if (token->kind == TOKEN_NUMBER || prose_has_class(prose, i, CLASS_CARDINAL) ||
            (prose_has_class(prose, i, CLASS_UNIT) &&
             prose_is_one_of(prose, i - 1, "a an another")))
            return true;
    }
    return false;
}

// "comes in ten days after", "weighs in an hour before": the word belongs to the verb before it.
static bool is_of_verb(const struct prose *prose, size_t at, const struct composed *composed)
{
    bool is_particle = prose_is_one_of(prose, at, "in over");
    if (is_particle && (composed->side == SIDE_LATEST || composed->side == SIDE_SOONEST))
        return true; // "sworn in no later than"
    if (!prose_is_word(prose, at, "in") || composed->direction == TOWARDS_NONE)
        return false;
    return composed->direction == TOWARDS_BEFORE ||
           (at > 0 && prose_is_one_of(prose, at - 1, "come comes came coming go goes"));
}

size_t composed_read(const struct prose *prose, size_t at, size_t sentence,
                     struct composed *composed)
{
    *composed = (struct composed){0};
    if (!may_open(prose, at) || !has_number_near(prose, at))
        return 0;
    size_t i = read_opening(prose, at, composed);
    size_t length = read_length(prose, i, composed);
    if (length == 0)
        return 0;
    turn_if_denied(prose, at, sentence, composed);
    i += length;
    i += read_behind(prose, i, composed);
    return is_of_verb(prose, at, composed) ? 0 : i - at;
}
