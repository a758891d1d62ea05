// SPDX-License-Identifier: Apache-2.0
#include "time_limits/reference.h"

#include "clauses/citation.h"
#include "time_limits/event.h"

#define ACTS_LOOKED_BACK 64 // a reference that says little is looked for among so many acts before

static struct worded_act *act_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->acts, struct worded_act, i);
}

// "the withdrawal referred to in", "the notice given under": where the words that only lead to a
// clause begin.
static size_t before_pointer(const struct prose *prose, size_t from, size_t to)
{
    while (to > from && (prose_has_class(prose, to - 1, CLASS_PREPOSITION | CLASS_DETERMINER) ||
                         prose_is_one_of(prose, to - 1, "to in for out forth down under by of")))
        to--;
    bool is_pointer =
        to > from &&
        prose_is_one_of(prose, to - 1,
                        "referred mentioned provided described set specified stipulated foreseen "
                        "envisaged laid defined stated required prescribed listed contemplated");
    return is_pointer ? to - 1 : to;
}

// The words without those that say only that it happens: "the ceasefire" of "the ceasefire takes effect".
static void drop_light(const struct prose *prose, struct act_words *words)
{
    size_t kept = 0;
    for (size_t i = 0; i < words->count; i++) {
        size_t light = kept > 0 ? event_light_tail(prose, words->items[i]) : 0;
        if (light == 0)
            words->items[kept++] = words->items[i];
        else
            i += light - 1;
    }
    words->count = kept;
}

struct limit_reference reference_of(const struct prose *prose, const struct captures *captures)
{
    struct limit_reference reference = {.side = LIMIT_WHOLE};
    size_t from = captures->event_from;
    size_t to = captures->event_to;
    for (size_t i = from; i < to; i++) {
        size_t count = citation_read(prose, i, &reference.cited);
        if (count > 0) {
            to = before_pointer(prose, from, i);
            break;
        }
    }
    // "… of the withdrawal under point 7": the words of the event end before it.
    for (size_t i = to; reference.cited.length == 0 && i < to + 4; i++)
        if (citation_read(prose, i, &reference.cited) > 0 || prose_is_stop(prose, i) ||
            prose_token(prose, i)->kind == TOKEN_MARK)
            break;
    for (size_t i = from; i + 1 < to; i++) {
        bool is_frame = prose_is_word(prose, i, "date") || prose_is_word(prose, i, "day") ||
                        word_side(prose, i) != LIMIT_WHOLE;
        if (!is_frame || !prose_is_word(prose, i + 1, "of"))
            continue;
        if (word_side(prose, i) != LIMIT_WHOLE)
            reference.side = word_side(prose, i);
        from = i + 2;
        i++;
    }
    reference.words = words_between(prose, from, to);
    drop_light(prose, &reference.words);
    reference.head = words_head(prose, &reference.words);
    struct act_words bearing = {.count = 0};
    for (size_t i = 0; i < reference.words.count; i++)
        if (word_side(prose, reference.words.items[i]) == LIMIT_WHOLE)
            bearing.items[bearing.count++] = reference.words.items[i];
    reference.needs = words_marks(prose, &bearing, true);
    for (size_t i = 0; i < reference.words.count; i++) // "the withdrawal has been completed"
        if (word_side(prose, reference.words.items[i]) != LIMIT_WHOLE)
            reference.side = word_side(prose, reference.words.items[i]);
    return reference;
}

// How well an act is what a reference speaks of; 0: not at all.
static int fitness(const struct prose *prose, const struct limit_reference *reference,
                   const struct worded_act *act)
{
    if (reference->head == SIZE_MAX || (reference->needs & ~act->has) != 0)
        return 0;
    for (size_t i = 0; i < reference->words.count; i++) {
        size_t word = reference->words.items[i];
        if (word_is_bearing(prose, word) && word_side(prose, word) == LIMIT_WHOLE &&
            !words_have_kin(prose, &act->words, word) && !words_have_kin(prose, &act->theme, word))
            return 0;
    }
    struct str head = prose_word(prose, reference->head);
    size_t theme = words_head(prose, &act->theme);
    bool is_theme = theme != SIZE_MAX && words_are_akin(head, prose_word(prose, theme));
    bool has_verb = act->verb < act->words.count;
    bool is_verb = has_verb && words_are_akin(head, prose_word(prose, act->words.items[act->verb]));
    int fit = 0; // that it is only mentioned makes it no step of its own
    if (is_theme && (act->is_passive || !has_verb || act->side != LIMIT_WHOLE))
        fit = 5;
    else if (is_verb)
        fit = 4;
    else if (is_theme)
        fit = 2;
    if (reference->cited.length > 0 && citation_names(reference->cited, act->clause))
        fit += 3;
    bool is_same_end = reference->side != LIMIT_WHOLE && reference->side == act->side;
    return fit > 0 ? fit * 2 + is_same_end : 0;
}

// Of two acts the one nearer before, and one behind only when its own words are what is named.
uint32_t reference_find(const struct limits_reading *reading, size_t i,
                        const struct limit_reference *reference)
{
    uint32_t own = act_at(reading, reading->act_of[i])->process;
    uint32_t best = NO_STEP;
    int best_fit = 0;
    uint32_t here = reading->act_of[i];
    uint32_t last = here > ACTS_LOOKED_AT ? here - ACTS_LOOKED_AT : 0;
    for (uint32_t back = here; back > last; back--) {
        const struct worded_act *act = act_at(reading, back - 1);
        int fit = act->process == own ? 0 : fitness(&reading->prose, reference, act);
        bool is_near = here - back < ACTS_LOOKED_BACK;
        if (fit > best_fit && (is_near || fit >= 8)) {
            best = back - 1;
            best_fit = fit;
        }
    }
    for (uint32_t a = here + 1;
         a < reading->acts.count && a - here < ACTS_LOOKED_AT && best_fit < 8; a++) {
        const struct worded_act *act = act_at(reading, a);
        int fit = act->process == own ? 0 : fitness(&reading->prose, reference, act);
        if (fit > best_fit && fit >= 8) {
            best = a;
            best_fit = fit;
        }
    }
    return best;
}
