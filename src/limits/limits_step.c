// SPDX-License-Identifier: Apache-2.0
// Which act a limit is about, and which acts are one step: "the withdrawal shall begin …", "the
// withdrawal shall be completed …".
#include "limits/acts.h"
#include "limits/clauses.h"
#include "limits/event.h"

#include "base/names.h"

#define SENTENCES_BACK 3 // where "this process" looks for what it means

static struct draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct draft, i);
}

static struct act *act_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->acts, struct act, i);
}

static bool is_in_sentence_of(const struct limits_reading *reading, size_t i)
{
    return i > 0 && draft_at(reading, i - 1)->sentence_from == draft_at(reading, i)->sentence_from;
}

static bool is_joint(const struct prose *prose, size_t word)
{
    return prose_is_word(prose, word, "and") || prose_is_word(prose, word, "or") ||
           prose_is_word(prose, word, "but");
}

// Past a label, marks and joints.
static size_t skip_opening(const struct prose *prose, size_t from, size_t to)
{
    while (from < to) {
        bool is_label = prose_is_mark(prose, from, '(') && prose_is_mark(prose, from + 2, ')') &&
                        prose_token(prose, from)->begins_line;
        if (is_label)
            from += 3;
        else if (prose_is_mark(prose, from, '('))
            return from; // passed over as a whole with what it holds
        else if (prose_token(prose, from)->kind == TOKEN_WORD && !is_joint(prose, from))
            return from;
        else
            from++;
    }
    return from < to ? from : to;
}

static bool has_bearing(const struct prose *prose, const struct words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (word_is_bearing(prose, words->items[i]))
            return true;
    return false;
}

// Whether the words have a verb of their own.
static bool has_verb(const struct prose *prose, const struct words *words)
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

static void append(struct words *words, const struct words *more)
{
    for (size_t i = 0; i < more->count && words->count < ACT_WORDS_MAX; i++)
        words->items[words->count++] = more->items[i];
}

// What follows a limit, past further limits of the sentence that nothing stands between.
static struct words words_behind(const struct limits_reading *reading, size_t i, size_t *end)
{
    const struct prose *prose = &reading->prose;
    const struct draft *draft = draft_at(reading, i);
    struct words words = {.count = 0};
    for (size_t j = i; words.count == 0; j++) {
        bool is_last = j + 1 >= reading->drafts.count || !is_in_sentence_of(reading, j + 1);
        size_t to = is_last ? draft->sentence_to : draft_at(reading, j + 1)->from;
        struct words here =
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
static bool wants_more(const struct limits_reading *reading, size_t i, const struct act *act)
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
        struct words after = words_behind(reading, i, &end);
        return after.count > 0 && prose_has_class(prose, after.items[0], CLASS_MODAL);
    }
    return has_more && !act->is_passive && words_head(prose, &act->theme) == SIZE_MAX;
}

// The event that the limit before counts from is what "(…) to be finalized by …" speaks of.
static void take_event(const struct limits_reading *reading, size_t i, struct act *act)
{
    const struct captures *before = &draft_at(reading, i - 1)->captures;
    act->theme = words_between(&reading->prose, before->event_from, before->event_to);
    act->is_bare = false;
    act->is_pointing = true;
}

static uint32_t add_act(struct limits_reading *reading, const struct act *act)
{
    uint32_t number = (uint32_t)reading->acts.count; // fewer than bytes in the text
    *LIST_ADD(&reading->acts, struct act) = *act;
    act_at(reading, number)->process = number;
    return number;
}

// "This process shall be finished": what the sentences before speak of.
static void look_back(const struct prose *prose, struct act *act)
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
        struct act before = {.words =
                                 words_between(prose, skip_opening(prose, from, to - 1), to - 1)};
        act_parse(prose, &before);
        if (has_bearing(prose, &before.theme)) {
            act->theme = before.theme;
            act->is_pointing = true;
            return;
        }
        to = from;
    }
}

static uint32_t act_of_new(struct limits_reading *reading, size_t i, struct words words,
                           bool is_joined)
{
    const struct prose *prose = &reading->prose;
    const struct draft *draft = draft_at(reading, i);
    struct act act = {
        .words = words, .sentence = draft->sentence_from, .clause = draft->limit.clause};
    act_parse(prose, &act);
    if (wants_more(reading, i, &act)) {
        size_t end;
        struct words more = words_behind(reading, i, &end);
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

static uint32_t find_act(struct limits_reading *reading, size_t i, size_t *used_to)
{
    const struct prose *prose = &reading->prose;
    const struct draft *draft = draft_at(reading, i);
    bool has_before = is_in_sentence_of(reading, i);
    size_t from = has_before ? draft_at(reading, i - 1)->to : draft->sentence_from;
    size_t start = skip_opening(prose, from, draft->from);
    bool is_joined = start > from && start < draft->from && prose_is_word(prose, start - 1, "and");
    if (has_before && *used_to > from)
        start = last_joined(prose, from, draft->from);
    size_t gerund = gerund_joined(prose, from, draft->from);
    if (has_before && gerund < draft->from)
        return act_of_new(reading, i, words_between(prose, gerund, draft->from), true);
    struct words words = words_between(prose, start, draft->from);
    if (has_before && !has_verb(prose, &words) && !(*used_to > from && words.count > 0))
        return draft->limit.relation == LIMIT_CONDITION ? first_of_sentence(reading, i)
                                                        : reading->act_of[i - 1];
    if (!has_before && !has_bearing(prose, &words)) {
        words = words_behind(reading, i, used_to);
        return act_of_new(reading, i, words, false);
    }
    return act_of_new(reading, i, words, is_joined || *used_to > from);
}

// Whether all bearing words of a theme, and the verb if it says something, occur in another act.
static bool is_told_in(const struct prose *prose, const struct act *act, const struct act *other,
                       size_t least)
{
    size_t count = 0;
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
static bool are_ends_of_one(const struct prose *prose, const struct act *a, const struct act *b)
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
    struct act *act = act_at(reading, number);
    for (uint32_t back = number; back > 0; back--) {
        const struct act *before = act_at(reading, back - 1);
        bool is_same = are_ends_of_one(prose, act, before) ||
                       is_told_in(prose, act, before, SAME_WORDS) ||
                       is_told_in(prose, before, act, SAME_WORDS);
        if (is_same) {
            act->process = before->process;
            return;
        }
    }
}

void limits_find_acts(struct limits_reading *reading)
{
    reading->acts = LIST_MAKE(reading->arena, struct act);
    reading->act_of = ARENA_ARRAY(reading->arena, uint32_t, reading->drafts.count);
    size_t used_to = 0;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        uint32_t known = (uint32_t)reading->acts.count;
        uint32_t act = find_act(reading, i, &used_to);
        reading->act_of[i] = act;
        if (act == known)
            join_process(reading, act);
    }
}

// What the phrase itself says of the moment: "starting on day 1", "ending after".
static enum limit_side side_said(const struct limits_reading *reading, const struct draft *draft)
{
    if (draft->limit.relation == LIMIT_UNTIL && !draft->limit.has_max)
        return LIMIT_WHOLE; // not before
    if (draft->limit.relation == LIMIT_UNTIL || draft->limit.relation == LIMIT_DURATION)
        return LIMIT_END;
    return word_side(&reading->prose, draft->from);
}

static bool is_only_lower(const struct limit *limit)
{
    return !limit->has_max && (limit->has_min || limit->relation == LIMIT_AFTER_DATE ||
                               limit->relation == LIMIT_FROM_DATE);
}

static void note_side(struct limit_step *step, const struct limit *limit)
{
    bool is_duration =
        limit->relation == LIMIT_DURATION || (limit->relation == LIMIT_UNTIL && limit->has_max);
    step->has_start = step->has_start || limit->side == LIMIT_START || is_duration;
    step->has_end = step->has_end || limit->side == LIMIT_END;
    step->is_done_by_its_end =
        step->is_done_by_its_end || (limit->side == LIMIT_END && !is_duration);
}

// Of a step with two moments, what shall be done by a time is its end, what may not be done before
// a time its start.
static void settle_sides(struct limits_reading *reading, const struct limit_step *steps)
{
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        const struct limit_step *step = &steps[limit->step_number];
        if (limit->side == LIMIT_WHOLE && limit->relation == LIMIT_CONDITION && step->has_end)
            limit->side = LIMIT_END;
        else if (limit->side == LIMIT_WHOLE && (step->has_start || step->has_end))
            limit->side =
                !step->is_done_by_its_end || is_only_lower(limit) || limit->relation == LIMIT_UPON
                    ? LIMIT_START
                    : LIMIT_END;
        if (limit->reference_step == NO_STEP || limit->reference_side != LIMIT_WHOLE)
            continue;
        const struct limit_step *reference = &steps[limit->reference_step];
        bool is_before = limit->has_max && limit->max <= 0;
        bool is_ordinal = draft_at(reading, i)->form->bounds == BOUNDS_DAY_OF;
        if (reference->has_start || reference->has_end)
            limit->reference_side = is_before || is_ordinal || limit->relation == LIMIT_DURATION
                                        ? LIMIT_START
                                        : LIMIT_END;
    }
}

// A name that no other step has.
static struct str own_name(struct names *taken, struct str name, struct str clause,
                           struct arena *arena)
{
    if (name.length == 0)
        name = arena_print(arena, "clause.%.*s", STR_ARGS(clause));
    struct str tried = name;
    for (uint32_t n = 1; names_find(taken, tried) != NAMES_NONE; n++)
        tried = n == 1 && clause.length > 0
                    ? arena_print(arena, "%.*s.%.*s", STR_ARGS(name), STR_ARGS(clause))
                    : arena_print(arena, "%.*s.%u", STR_ARGS(name), n + 1);
    names_add(taken, tried);
    return tried;
}

void limits_name_steps(struct limits_reading *reading, struct limits_found *found)
{
    const struct prose *prose = &reading->prose;
    uint32_t acts = (uint32_t)reading->acts.count;
    struct limit_step *steps = ARENA_ARRAY(reading->arena, struct limit_step, acts);
    uint32_t *number = ARENA_ARRAY(reading->arena, uint32_t, acts);
    struct names *taken = names_make(reading->arena);
    for (uint32_t a = 0; a < acts; a++) {
        const struct act *act = act_at(reading, a);
        number[a] = number[act->process];
        if (act->process != a)
            continue;
        number[a] = found->step_count++;
        steps[number[a]] = (struct limit_step){
            .name =
                own_name(taken, act_name(prose, act, reading->arena), act->clause, reading->arena),
            .title = act_title(prose, act, reading->arena),
            .who = act_who(prose, act, reading->arena),
            .clause = act->clause,
        };
    }
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct draft *draft = draft_at(reading, i);
        const struct act *act = act_at(reading, reading->act_of[i]);
        if (draft->is_closing || draft->is_line_date) {
            steps[number[reading->act_of[i]]].name = STR("signing");
            steps[number[reading->act_of[i]]].title = STR("Signing");
        }
        enum limit_side said = side_said(reading, draft);
        draft->limit.step_number = number[reading->act_of[i]];
        draft->limit.side = said == LIMIT_WHOLE ? act->side : said;
        note_side(&steps[draft->limit.step_number], &draft->limit);
        if (draft->limit.reference_step != NO_STEP)
            draft->limit.reference_step = number[draft->limit.reference_step];
    }
    settle_sides(reading, steps);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        if (limit->reference_step != NO_STEP)
            limit->event = steps[limit->reference_step].name;
        for (uint32_t s = 0; limit->reference_clause.length > 0 && s < found->step_count; s++)
            if (limits_clause_is_in(steps[s].clause, limit->reference_clause)) {
                limit->event = steps[s].name;
                break;
            }
    }
    found->steps = steps;
}
