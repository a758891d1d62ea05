// SPDX-License-Identifier: Apache-2.0
#include "proofreading/thresholds.h"

#include "proofreading/sums.h"

enum bound_side {
    UP_TO,     // "up to 50": 50 too
    BELOW,     // "less than 50"
    MORE_THAN, // "more than 50"
    AT_LEAST,  // "at least 50": 50 too
};

struct threshold_bound {
    enum bound_side side;
    struct proof_sum sum;
    size_t from;       // token of "up"
    struct str before; // the word before it: what is bounded
};

// Gives the tokens of the words that bound, 0: none stand here. The longer ones stand before those they hold.
static size_t read_side(const struct proof_text *text, size_t at, enum bound_side *side)
{
    static const struct {
        const char *words;
        uint32_t tokens;
        enum bound_side side;
    } phrases[] = {
        {"up to and including", 4, UP_TO},
        {"up to", 2, UP_TO},
        {"no more than", 3, UP_TO},
        {"not more than", 3, UP_TO},
        {"at most", 2, UP_TO},
        {"not exceeding", 2, UP_TO},
        {"not less than", 3, AT_LEAST},
        {"no less than", 3, AT_LEAST},
        {"at least", 2, AT_LEAST},
        {"less than", 2, BELOW},
        {"fewer than", 2, BELOW},
        {"below", 1, BELOW},
        {"under", 1, BELOW},
        {"more than", 2, MORE_THAN},
        {"in excess of", 3, MORE_THAN},
        {"exceeding", 1, MORE_THAN},
        {"over", 1, MORE_THAN},
        {"above", 1, MORE_THAN},
    };
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
        if (proof_is_phrase(text, at, phrases[i].words)) {
            *side = phrases[i].side;
            return phrases[i].tokens;
        }
    return 0;
}

static size_t read_bound(const struct proof_text *text, size_t at, struct threshold_bound *bound)
{
    size_t words = read_side(text, at, &bound->side);
    if (words == 0)
        return 0;
    size_t count = sum_read(&text->prose, at + words, &bound->sum);
    if (count == 0)
        return 0;
    bound->from = at;
    bool has_before = at > 0 && prose_token(&text->prose, at - 1)->kind == TOKEN_WORD;
    bound->before = has_before ? prose_word(&text->prose, at - 1) : STR("");
    return words + count;
}

static bool is_upper(const struct threshold_bound *bound)
{
    return bound->side == UP_TO || bound->side == BELOW;
}

// Near each other in size, as the steps of one ladder are.
static bool is_near(int64_t one, int64_t other)
{
    int64_t less = one < other ? one : other;
    int64_t more = one < other ? other : one;
    return more / 2 <= less;
}

enum joint { JOINT_WHOLE, JOINT_GAP, JOINT_OVERLAP };

static enum joint joint_of(const struct threshold_bound *upper, const struct threshold_bound *lower)
{
    int64_t up = upper->sum.millionths;
    int64_t low = lower->sum.millionths;
    if (low == up && upper->side == BELOW && lower->side == MORE_THAN)
        return JOINT_GAP;
    if (low == up && upper->side == UP_TO && lower->side == AT_LEAST)
        return JOINT_OVERLAP;
    // "up to 50" and "at least 51" leave nothing out where whole things are counted.
    bool is_next = upper->side == UP_TO && lower->side == AT_LEAST && low == up + 1000000;
    return low == up || is_next ? JOINT_WHOLE : low > up ? JOINT_GAP : JOINT_OVERLAP;
}

static void check_step(const struct proof_text *text, const struct threshold_bound *upper,
                       const struct threshold_bound *lower, struct list *findings)
{
    bool has_units = upper->sum.unit.length > 0 && lower->sum.unit.length > 0;
    if (has_units && !sum_is_same_unit(&upper->sum, &lower->sum))
        return;
    int64_t up = upper->sum.millionths;
    int64_t low = lower->sum.millionths;
    bool is_same_thing =
        upper->before.length > 0 && str_equal_ignoring_case(upper->before, lower->before);
    enum joint joint = joint_of(upper, lower);
    if (joint == JOINT_WHOLE || (!is_same_thing && !(has_units && is_near(up, low))))
        return;
    bool is_likely = is_same_thing && low != up;
    struct arena *arena = findings->arena;
    struct proof_finding *finding =
        finding_add(findings, FINDING_THRESHOLD, is_likely ? PROOF_LIKELY : PROOF_LOOK,
                    proof_range(text, lower->from, lower->sum.to),
                    joint == JOINT_GAP ? "the steps leave a gap between %.*s and %.*s"
                                       : "the steps overlap between %.*s and %.*s",
                    STR_ARGS(sum_figure(arena, up < low ? up : low)),
                    STR_ARGS(sum_figure(arena, up < low ? low : up)));
    finding->other = proof_range(text, upper->from, upper->sum.to);
}

// The steps of one ladder may stand in the items of a list or the rows of a table.
static bool goes_on(const struct document *document, uint32_t paragraph)
{
    const struct paragraph *own = &document->paragraphs[paragraph];
    struct str label = own->label.text;
    return own->kind == PARAGRAPH_ITEM || str_starts_with(label, STR("("));
}

void thresholds_check(const struct proof_text *text, struct list *findings)
{
    struct threshold_bound upper;
    bool has_upper = false;
    for (uint32_t p = 0; p < text->document->paragraph_count; p++) {
        if (proof_is_aside(text, p))
            continue;
        has_upper = has_upper && goes_on(text->document, p);
        for (size_t at = text->first_token[p]; at < text->first_token[p + 1];) {
            struct threshold_bound bound;
            bool may_be = proof_has_sign(text, at, SIGN_BOUND);
            size_t count = may_be ? read_bound(text, at, &bound) : 0;
            at += count > 0 ? count : 1;
            if (count > 0 && is_upper(&bound)) {
                upper = bound;
                has_upper = true;
            } else if (count > 0) {
                if (has_upper)
                    check_step(text, &upper, &bound, findings);
                has_upper = false;
            }
        }
    }
}
