// SPDX-License-Identifier: Apache-2.0
// Which act a limit is about, and which acts are one step: "the withdrawal shall begin …", "the
// withdrawal shall be completed …".
#include "time_limits/acts.h"
#include "time_limits/clauses.h"
#include "time_limits/event.h"

#define SENTENCES_BACK 3 // where "this process" looks for what it means

static struct limit_draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct limit_draft, i);
}

static struct worded_act *act_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->acts, struct worded_act, i);
}

static bool is_in_sentence_of(const struct limits_reading *reading, size_t i)
{
    return i > 0 && draft_at(reading, i - 1)->sentence_from == draft_at(reading, i)->sentence_from;
}

static bool is_joint(const struct prose *prose, size_t word)
{
    return prose_is_word(prose, word, "and") || prose_is_word(prose, word, "or") ||
           prose_is_word(prose, word, "but") || prose_is_word(prose, word, "nor");
}

// Past a label, marks and joints.
static size_t skip_opening(const struct prose *prose, size_t from, size_t to)
{
    size_t label = clauses_label(prose, from);
    if (label > 0 && from + label < to)
        from += label;
    while (from < to) {
        bool is_label = prose_is_mark(prose, from, '(') && prose_is_mark(prose, from + 2, ')') &&
                        prose_token(prose, from)->begins_line;
        if (is_label)
            from += 3;
        else if (prose_is_mark(prose, from, '('))
            return from; // passed over as a whole with what it holds
        else if (prose_token(prose, from)->kind == TOKEN_WORD && !is_joint(prose, from))
            return from;
        else if (prose_token(prose, from)->kind == TOKEN_NUMBER &&
                 !prose_token(prose, from)->begins_line &&
                 prose_token(prose, from + 1)->kind == TOKEN_WORD)
            return from; // "2 million on delivery", not a label
        else
            from++;
    }
    return from < to ? from : to;
}

static bool has_bearing(const struct prose *prose, const struct act_words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (word_is_bearing(prose, words->items[i]))
            return true;
    return false;
}

// Whether the words have a verb of their own.
static bool has_verb(const struct prose *prose, const struct act_words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        size_t word = words->items[i];
        bool is_to = prose_is_word(prose, word, "to") && i + 1 < words->count;
        if (prose_has_class(prose, word, CLASS_MODAL | CLASS_FINITE) ||
            (is_to && (i == 0 || prose_is_word(prose, word + 1, "be"))))
            return true;
    }
    return false;
}

static bool has_auxiliary(const struct prose *prose, const struct act_words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (prose_has_class(prose, words->items[i], CLASS_AUXILIARY))
            return true;
    return false;
}

static void append(struct act_words *words, const struct act_words *more)
{
    for (size_t i = 0; i < more->count && words->count < ACT_WORDS_MAX; i++)
        words->items[words->count++] = more->items[i];
}

// What follows a limit, past further limits of the sentence that nothing stands between.
static struct act_words words_behind(const struct limits_reading *reading, size_t i, size_t *end)
{
    const struct prose *prose = &reading->prose;
    const struct limit_draft *draft = draft_at(reading, i);
    struct act_words words = {.count = 0};
    for (size_t j = i; words.count == 0; j++) {
        bool is_last = j + 1 >= reading->drafts.count || !is_in_sentence_of(reading, j + 1);
        size_t to = is_last ? draft->sentence_to : draft_at(reading, j + 1)->from;
        struct act_words here =
            words_between(prose, skip_opening(prose, draft_at(reading, j)->to, to), to);
        *end = to;
        if (has_bearing(prose, &here) || is_last)
            return here;
    }
    return words;
}

// Where the last act that "and" joins begins: "shall submit a list and release them".
static size_t last_joined(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = to; i > from; i--) {
        if (!prose_is_word(prose, i - 1, "and"))
            continue;
        struct str next =
            prose_token(prose, i)->kind == TOKEN_WORD ? prose_word(prose, i) : STR("");
        bool is_verb = prose_has_class(prose, i, CLASS_MODAL | CLASS_AUXILIARY) ||
                       prose_is_word(prose, i, "to") || str_ends_with(next, STR("ed")) ||
                       prose_has_class(prose, i + 1, CLASS_DETERMINER);
        if (is_verb)
            return i;
    }
    return to;
}

// Where "as well as adopting …" begins another act, or `to`.
static size_t gerund_joined(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = from + 3; i < to; i++)
        if (prose_is_word(prose, i - 1, "as") && prose_is_word(prose, i - 2, "well") &&
            prose_token(prose, i)->kind == TOKEN_WORD &&
            str_ends_with(prose_word(prose, i), STR("ing")))
            return i;
    return to;
}

// The object may stand behind the limit: "shall appoint within 30 days a panellist".
static bool wants_more(const struct limits_reading *reading, size_t i, const struct worded_act *act)
{
    const struct prose *prose = &reading->prose;
    size_t next = draft_at(reading, i)->to;
    bool has_no_verb = act->verb == act->words.count;
    size_t bearing = 0;
    for (size_t k = 0; k < act->words.count; k++)
        bearing += word_is_bearing(prose, act->words.items[k]);
    bool has_more = !is_joint(prose, next) && prose_token(prose, next)->kind == TOKEN_WORD;
    if (has_no_verb && bearing <= 2 && has_more) // "Adopt, within 30 days, a resolution"
        return true;
    if (has_no_verb && has_verb(prose, &act->words))
        return true;
    if (has_no_verb && !act->is_bare) {
        size_t end;
        struct act_words after = words_behind(reading, i, &end);
        return after.count > 0 && prose_has_class(prose, after.items[0], CLASS_MODAL);
    }
    return has_more && !act->is_passive && words_head(prose, &act->theme) == SIZE_MAX;
}

// The event that the limit before counts from is what "(…) to be finalized by …" speaks of.
static void take_event(const struct limits_reading *reading, size_t i, struct worded_act *act)
{
    const struct captures *before = &draft_at(reading, i - 1)->captures;
    act->theme = words_between(&reading->prose, before->event_from, before->event_to);
    act->is_bare = false;
    act->is_pointing = true;
}

static uint32_t add_act(struct limits_reading *reading, const struct worded_act *act)
{
    uint32_t number = (uint32_t)reading->acts.count; // fewer than bytes in the text
    *LIST_ADD(&reading->acts, struct worded_act) = *act;
    struct worded_act *made = act_at(reading, number);
    made->process = number;
    made->has = words_marks(&reading->prose, &made->words, false) |
                words_marks(&reading->prose, &made->theme, false);
    made->needs = words_marks(&reading->prose, &made->theme, true);
    return number;
}

// "This process shall be finished": what the sentences before speak of.
static void look_back(const struct prose *prose, struct worded_act *act)
{
    static const char *const stands_for[] = {"process", "this", "they", "these", "it", "measure"};
    size_t head = words_head(prose, &act->theme);
    bool is_pointer = head == SIZE_MAX;
    for (size_t i = 0; i < sizeof stands_for / sizeof stands_for[0]; i++)
        is_pointer = is_pointer || prose_is_word(prose, head, stands_for[i]) ||
                     (act->theme.count > 0 && head == act->theme.items[0] &&
                      prose_is_word(prose, head, stands_for[i]));
    size_t to = act->sentence;
    for (int back = 0; is_pointer && back < SENTENCES_BACK && to > 0; back++) {
        size_t from = to - 1;
        while (from > 0 && !prose_is_stop(prose, from - 1))
            from--;
        struct worded_act before = {
            .words = words_between(prose, skip_opening(prose, from, to - 1), to - 1)};
        act_parse(prose, &before);
        if (has_bearing(prose, &before.theme)) {
            act->theme = before.theme;
            act->is_pointing = true;
            return;
        }
        to = from;
    }
}

static uint32_t act_of_new(struct limits_reading *reading, size_t i, struct act_words words,
                           bool is_joined)
{
    const struct prose *prose = &reading->prose;
    const struct limit_draft *draft = draft_at(reading, i);
    struct worded_act act = {
        .words = words, .sentence = draft->sentence_from, .clause = draft->limit.clause};
    act_parse(prose, &act);
    if (wants_more(reading, i, &act)) {
        size_t end;
        struct act_words more = words_behind(reading, i, &end);
        // In other languages what stands behind is there already.
        bool is_there = more.count > 0 && act.words.count > 0 &&
                        more.items[0] <= act.words.items[act.words.count - 1];
        if (!is_there)
            append(&act.words, &more);
        act_parse(prose, &act);
    }
    if (act.is_bare && is_in_sentence_of(reading, i)) {
        if (is_joined)
            act.theme = act_at(reading, reading->act_of[i - 1])->theme;
        else if (draft_at(reading, i - 1)->captures.has_event)
            take_event(reading, i, &act);
    } else {
        act.is_bare = false;
        if (act.is_passive || act.verb == act.words.count)
            look_back(prose, &act);
    }
    return add_act(reading, &act);
}

// The first act of the sentence, where a condition at its end belongs.
static uint32_t first_of_sentence(const struct limits_reading *reading, size_t i)
{
    while (is_in_sentence_of(reading, i))
        i--;
    return reading->act_of[i];
}

// "shall pay 12 million at Closing, 2 million a year later", "the first … , the second two weeks
// thereafter": another object of the same verb, or another subject. Its words begin a noun phrase
// after a comma or a joint.
static bool is_elliptic(const struct prose *prose, size_t from, const struct act_words *words)
{
    if (words->count == 0 || words->items[0] <= from || !has_bearing(prose, words))
        return false;
    size_t first = words->items[0];
    const struct token *token = prose_token(prose, first);
    bool is_parted =
        prose_token(prose, first - 1)->kind == TOKEN_MARK || is_joint(prose, first - 1);
    bool is_noun = token->kind == TOKEN_NUMBER ||
                   (token->kind == TOKEN_WORD && token->is_capital) ||
                   prose_has_class(prose, first, CLASS_DETERMINER | CLASS_CARDINAL);
    return is_parted && is_noun && !prose_has_class(prose, first, CLASS_CONNECTIVE);
}

// The verb of the act before, if it has one, with words of its own: as subject of a passive, else as
// object.
static uint32_t act_of_same_verb(struct limits_reading *reading, size_t i,
                                 const struct act_words *own)
{
    const struct worded_act *before = act_at(reading, reading->act_of[i - 1]);
    struct act_words words = {.count = 0};
    if (before->verb == before->words.count) // "the first …, the second …"
        return act_of_new(reading, i, *own, false);
    if (before->is_passive)
        append(&words, own);
    size_t from = before->is_passive ? before->subject_to : 0;
    for (size_t k = from; k <= before->verb && words.count < ACT_WORDS_MAX; k++)
        words.items[words.count++] = before->words.items[k];
    if (!before->is_passive)
        append(&words, own);
    return act_of_new(reading, i, words, false);
}

// "nor hire its staff": the same subject shall not do this either.
static uint32_t act_after_nor(struct limits_reading *reading, size_t i, struct act_words own)
{
    const struct worded_act *before = act_at(reading, reading->act_of[i - 1]);
    struct act_words words = {.count = 0};
    for (size_t k = 0; k < before->verb && k < before->words.count; k++)
        words.items[words.count++] = before->words.items[k];
    append(&words, &own);
    return act_of_new(reading, i, words, false);
}

static size_t behind_nor(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (prose_is_word(prose, i, "nor"))
            return i + 1;
    return to;
}

// "Where, within three months, objections are raised, the Board shall …": the first clause alone.
static void cut_condition(const struct prose *prose, size_t start, size_t from,
                          struct act_words *words, size_t *used_to)
{
    static const char *const openers[] = {"where", "if", "when", "once", "unless", "should"};
    bool is_condition = false;
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
        is_condition = is_condition || prose_is_word(prose, start, openers[i]);
    if (!is_condition)
        return;
    for (size_t i = 1; i < words->count; i++) {
        if (!prose_is_mark(prose, words->items[i], ','))
            continue;
        struct act_words own = words_between(prose, from, words->items[i]);
        if (!has_verb(prose, &own) && !has_auxiliary(prose, &own))
            continue;
        *used_to = words->items[i];
        words->count = i;
        return;
    }
}

// Where what stands behind a limit no longer belongs to its act: a comma, "und", the next limit.
static size_t tail_end(const struct prose *prose, size_t from, size_t to)
{
    while (from < to && !prose_is_mark(prose, from, ',') &&
           !prose_has_class(prose, from, CLASS_CONNECTIVE))
        from++;
    return from;
}

// In other languages the verb may stand behind the limit: "wird binnen dreißig Tagen übermittelt". The act is
// what stands before the limit in its sentence and behind it, up to a comma.
static uint32_t find_act_elsewhere(struct limits_reading *reading, size_t i, size_t *used_to)
{
    const struct prose *prose = &reading->prose;
    const struct limit_draft *draft = draft_at(reading, i);
    bool has_before = is_in_sentence_of(reading, i);
    size_t from = has_before ? draft_at(reading, i - 1)->to : draft->sentence_from;
    if (has_before && *used_to > from)
        from = *used_to < draft->from ? *used_to : draft->from;
    size_t start = skip_opening(prose, from, draft->from);
    struct act_words words = words_between(prose, start, draft->from);
    if (has_before && !has_bearing(prose, &words))
        return reading->act_of[i - 1];
    size_t end;
    struct act_words behind = words_behind(reading, i, &end);
    if (has_bearing(prose, &words) && behind.count > 0) {
        size_t first = behind.items[0];
        end = prose_is_mark(prose, draft->to, ',') ? first : tail_end(prose, first, end);
        behind = words_between(prose, first, end);
    }
    append(&words, &behind);
    *used_to = end;
    return act_of_new(reading, i, words,
                      start > from && prose_has_class(prose, start - 1, CLASS_CONNECTIVE));
}

static uint32_t find_act(struct limits_reading *reading, size_t i, size_t *used_to)
{
    const struct prose *prose = &reading->prose;
    if (!vocabulary_is_english(prose->vocabulary))
        return find_act_elsewhere(reading, i, used_to);
    const struct limit_draft *draft = draft_at(reading, i);
    bool has_before = is_in_sentence_of(reading, i);
    size_t from = has_before ? draft_at(reading, i - 1)->to : draft->sentence_from;
    size_t start = skip_opening(prose, from, draft->from);
    bool is_joined = start > from && start < draft->from && prose_is_word(prose, start - 1, "and");
    bool is_cut = has_before && *used_to > from && *used_to < draft->from &&
                  prose_is_mark(prose, *used_to, ',');
    if (is_cut)
        start = skip_opening(prose, *used_to, draft->from);
    else if (has_before && *used_to > from)
        start = last_joined(prose, from, draft->from);
    size_t gerund = gerund_joined(prose, from, draft->from);
    if (has_before && gerund < draft->from)
        return act_of_new(reading, i, words_between(prose, gerund, draft->from), true);
    struct act_words words = words_between(prose, start, draft->from);
    size_t nor = has_before ? behind_nor(prose, from, draft->from) : draft->from;
    if (nor < draft->from)
        return act_after_nor(reading, i, words_between(prose, nor, draft->from));
    if (has_before && !has_verb(prose, &words) && is_elliptic(prose, from, &words))
        return act_of_same_verb(reading, i, &words);
    if (has_before && !has_verb(prose, &words) && !(*used_to > from && words.count > 0))
        return draft->limit.relation == LIMIT_CONDITION ? first_of_sentence(reading, i)
                                                        : reading->act_of[i - 1];
    if (!has_before && !has_bearing(prose, &words)) {
        words = words_behind(reading, i, used_to);
        cut_condition(prose, start, draft->to, &words, used_to);
        return act_of_new(reading, i, words, false);
    }
    return act_of_new(reading, i, words, is_joined || *used_to > from);
}

// Whether a number of the theme is another in the other act: 2 million are not the 12 million.
static bool have_other_numbers(const struct prose *prose, const struct worded_act *act,
                               const struct worded_act *other)
{
    for (size_t i = 0; i < act->theme.count; i++) {
        const struct token *token = prose_token(prose, act->theme.items[i]);
        bool is_there = token->kind != TOKEN_NUMBER;
        for (size_t k = 0; !is_there && k < other->words.count; k++) {
            const struct token *there = prose_token(prose, other->words.items[k]);
            is_there = there->kind == TOKEN_NUMBER && there->value == token->value;
        }
        if (!is_there)
            return true;
    }
    return false;
}

// "talks on the second phase": whether the word is what something else is about.
static bool is_topic(const struct prose *prose, size_t word)
{
    for (size_t i = word; i > 0 && word - i < 5; i--) {
        if (prose_is_one_of(prose, i - 1, "on about concerning regarding into"))
            return true;
        if (prose_token(prose, i - 1)->kind != TOKEN_WORD ||
            prose_has_class(prose, i - 1, CLASS_PREPOSITION | CLASS_MODAL | CLASS_AUXILIARY))
            return false;
    }
    return false;
}

// Whether one of two acts is about what the other one is of: talks on a phase are not the phase.
static bool is_about(const struct prose *prose, const struct worded_act *act,
                     const struct worded_act *other)
{
    size_t head = words_head(prose, &other->theme);
    bool is_found = false;
    if (head == SIZE_MAX)
        return false;
    bool is_head_topic = is_topic(prose, head);
    for (size_t i = 0; i < act->words.count; i++) {
        size_t word = act->words.items[i];
        if (!words_are_akin(prose_word(prose, word), prose_word(prose, head)))
            continue;
        if (is_topic(prose, word) == is_head_topic)
            return false;
        is_found = true;
    }
    return is_found;
}

// Whether all bearing words of a theme, and the verb if it says something, occur in another act.
static bool is_told_in(const struct prose *prose, const struct worded_act *act,
                       const struct worded_act *other, size_t least)
{
    size_t count = 0;
    if (have_other_numbers(prose, act, other) || is_about(prose, other, act))
        return false;
    for (size_t i = 0; i < act->theme.count; i++) {
        size_t word = act->theme.items[i];
        if (!word_is_bearing(prose, word))
            continue;
        if (!words_have_kin(prose, &other->words, word))
            return false;
        count++;
    }
    if (act->verb < act->words.count &&
        word_side(prose, act->words.items[act->verb]) == LIMIT_WHOLE) {
        if (!words_have_kin(prose, &other->words, act->words.items[act->verb]))
            return false;
        count++;
    }
    return count >= least;
}

// Start and end of one thing: themes with one head, the narrower said in the wider act.
static bool are_ends_of_one(const struct prose *prose, const struct worded_act *a,
                            const struct worded_act *b)
{
    size_t x = words_head(prose, &a->theme);
    size_t y = words_head(prose, &b->theme);
    if (a->side == LIMIT_WHOLE || b->side == LIMIT_WHOLE || x == SIZE_MAX || y == SIZE_MAX ||
        !words_are_akin(prose_word(prose, x), prose_word(prose, y)))
        return false;
    return is_told_in(prose, a, b, 1) || is_told_in(prose, b, a, 1);
}

#define SAME_WORDS 3 // so many bearing words make two acts of different clauses one

static void join_process(struct limits_reading *reading, uint32_t number)
{
    const struct prose *prose = &reading->prose;
    struct worded_act *act = act_at(reading, number);
    uint32_t last = number > ACTS_LOOKED_AT ? number - ACTS_LOOKED_AT : 0;
    for (uint32_t back = number; back > last; back--) {
        const struct worded_act *before = act_at(reading, back - 1);
        if ((act->needs & ~before->has) != 0 && (before->needs & ~act->has) != 0)
            continue;
        bool is_same = are_ends_of_one(prose, act, before) ||
                       is_told_in(prose, act, before, SAME_WORDS) ||
                       is_told_in(prose, before, act, SAME_WORDS);
        if (is_same) {
            act->process = before->process;
            return;
        }
    }
}

// "on 1 January 2032 and again on 1 January 2033": the same once more; "initialled on 12 October and
// signed on 15 October".
static bool is_another_time(const struct limits_reading *reading, size_t i)
{
    if (!is_in_sentence_of(reading, i))
        return false;
    const struct limit_draft *draft = draft_at(reading, i);
    const struct limit_draft *before = draft_at(reading, i - 1);
    if (draft->is_closing && before->is_closing)
        return act_is_signing(reading, draft) != act_is_signing(reading, before);
    return draft->limit.relation == LIMIT_ON_DATE && before->limit.relation == LIMIT_ON_DATE &&
           draft->from - before->to <= 2 && is_joint(&reading->prose, before->to);
}

void limits_find_acts(struct limits_reading *reading)
{
    reading->acts = LIST_MAKE(reading->arena, struct worded_act);
    reading->act_of = ARENA_ARRAY(reading->arena, uint32_t, reading->drafts.count);
    size_t used_to = 0;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        uint32_t known = (uint32_t)reading->acts.count;
        uint32_t act = find_act(reading, i, &used_to);
        reading->act_of[i] = act;
        if (is_another_time(reading, i)) {
            struct worded_act other = *act_at(reading, act);
            reading->act_of[i] = add_act(reading, &other);
        } else if (act == known) {
            join_process(reading, act);
        }
    }
}
