// SPDX-License-Identifier: Apache-2.0
#include "counterparts/differences.h"

#include "counterparts/initials.h"
#include "counterparts/word_stem.h"

#define LONG_WORD 5u // bytes; a condition is known again by one of these

// A fact that is still to be set against one of the other side.
struct open_fact {
    const struct fact *fact;
    bool is_settled;
};

struct fact_side {
    struct open_fact *items;
    uint32_t count;
};

typedef bool same_test(const struct fact *a, const struct fact *b);

struct fact_setting {
    struct arena *arena;
    struct fact_side base;
    struct fact_side other;
    enum difference_kind kind;
    struct list *differences;
};

static struct fact_side side_of(struct fact_row row, enum fact_kind first, enum fact_kind last,
                                struct arena *arena)
{
    struct fact_side side = {ARENA_ARRAY(arena, struct open_fact, row.count + 1), 0};
    for (uint32_t i = 0; i < row.count; i++)
        if (row.items[i]->kind >= first && row.items[i]->kind <= last)
            side.items[side.count++].fact = row.items[i];
    return side;
}

static void add(struct fact_setting *setting, const struct fact *base, const struct fact *other)
{
    struct difference *made = LIST_ADD(setting->differences, struct difference);
    *made = (struct difference){.kind = setting->kind};
    if (base) {
        made->base = base->said;
        made->base_unit = base->unit_said;
    }
    if (other) {
        made->other = other->said;
        made->other_unit = other->unit_said;
    }
}

// Settles every fact with the first of the other side that the test takes; tells those that are not
// equal.
static void set_against(struct fact_setting *setting, same_test *test, bool is_equal)
{
    for (uint32_t i = 0; i < setting->base.count; i++) {
        struct open_fact *a = &setting->base.items[i];
        for (uint32_t j = 0; j < setting->other.count && !a->is_settled; j++) {
            struct open_fact *b = &setting->other.items[j];
            if (b->is_settled || !test(a->fact, b->fact))
                continue;
            a->is_settled = b->is_settled = true;
            if (!is_equal)
                add(setting, a->fact, b->fact);
        }
    }
}

static bool is_equal_value(const struct fact *a, const struct fact *b)
{
    return a->kind == b->kind && a->measure == b->measure && a->value == b->value;
}

static bool has_equal_unit(const struct fact *a, const struct fact *b)
{
    return a->kind == b->kind && a->measure == b->measure && str_equal(a->unit, b->unit);
}

static bool has_equal_measure(const struct fact *a, const struct fact *b)
{
    return a->kind == b->kind && a->measure == b->measure;
}

static bool is_any(const struct fact *a, const struct fact *b)
{
    return a != b;
}

static bool stands_beside(const struct fact *fact, struct fact_row beside)
{
    for (uint32_t i = 0; i < beside.count; i++)
        if (is_equal_value(fact, beside.items[i]))
            return true;
    return false;
}

static void settle_beside(struct fact_side *side, struct fact_row beside)
{
    for (uint32_t i = 0; i < side->count; i++)
        side->items[i].is_settled =
            side->items[i].is_settled || stands_beside(side->items[i].fact, beside);
}

// What repeats a fact of the same side says nothing new.
static void settle_repeated(struct fact_side *side)
{
    for (uint32_t i = 0; i < side->count; i++)
        for (uint32_t k = 0; k < i && !side->items[i].is_settled; k++)
            side->items[i].is_settled =
                is_equal_value(side->items[i].fact, side->items[k].fact) &&
                str_equal(side->items[i].fact->unit, side->items[k].fact->unit);
}

static void add_rest(struct fact_setting *setting)
{
    for (uint32_t i = 0; i < setting->base.count; i++)
        if (!setting->base.items[i].is_settled)
            add(setting, setting->base.items[i].fact, NULL);
    for (uint32_t j = 0; j < setting->other.count; j++)
        if (!setting->other.items[j].is_settled)
            add(setting, NULL, setting->other.items[j].fact);
}

static uint32_t open_count(const struct fact_side *side)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < side->count; i++)
        count += !side->items[i].is_settled;
    return count;
}

static void set_values(struct fact_setting *setting, struct fact_row base_beside,
                       struct fact_row other_beside)
{
    set_against(setting, is_equal_value, true);
    settle_beside(&setting->base, other_beside);
    settle_beside(&setting->other, base_beside);
    settle_repeated(&setting->base);
    settle_repeated(&setting->other);
    set_against(setting, has_equal_unit, false);
    // Of unlike units only what stands alone on both sides is the same thing counted otherwise.
    if (open_count(&setting->base) == open_count(&setting->other))
        set_against(setting, has_equal_measure, false);
    if (open_count(&setting->base) == 1 && open_count(&setting->other) == 1)
        set_against(setting, is_any, false);
    add_rest(setting);
}

static bool says_word(struct fact_row row, struct str word)
{
    for (uint32_t i = 0; i < row.text_count; i++)
        if (str_contains_ignoring_case(row.texts[i], word))
            return true;
    return false;
}

static bool next_word(struct str *rest, struct str *word)
{
    while (rest->length > 0) {
        size_t end = 0;
        while (end < rest->length && rest->bytes[end] != ' ' && rest->bytes[end] != '-' &&
               rest->bytes[end] != '\n')
            end++;
        *word = str_slice(*rest, 0, end);
        *rest = str_skip(*rest, end < rest->length ? end + 1 : end);
        if (word->length > 0)
            return true;
    }
    return false;
}

// A name is said when one of its words is, whatever its ending: "Karvia" in "Karvian"; or its first
// letters are.
static bool is_said(struct str name, struct fact_row row)
{
    struct str rest = name;
    struct str word;
    while (next_word(&rest, &word)) {
        size_t kept = word.length > 7   ? word.length - 3
                      : word.length > 4 ? word.length - 1
                                        : word.length;
        if (says_word(row, str_slice(word, 0, kept)))
            return true;
    }
    for (uint32_t i = 0; i < row.text_count; i++)
        if (initials_join(name, row.texts[i]))
            return true;
    return false;
}

static bool is_known(struct str name, const struct names *known, struct arena *arena)
{
    struct str word;
    while (next_word(&name, &word)) {
        char *lower = ARENA_ARRAY(arena, char, word.length + 1);
        for (size_t i = 0; i < word.length; i++)
            lower[i] = word.bytes[i] >= 'A' && word.bytes[i] <= 'Z'
                           ? (char)(word.bytes[i] + 'a' - 'A')
                           : word.bytes[i];
        if (names_find(known, (struct str){lower, word.length}) != NAMES_NONE)
            return true;
    }
    return false;
}

static void settle_names(struct fact_side *side, struct fact_row row, struct fact_row beside,
                         const struct names *known, struct arena *arena)
{
    for (uint32_t i = 0; i < side->count; i++) {
        struct str name = side->items[i].fact->said;
        bool is_settled =
            !is_known(name, known, arena) || is_said(name, row) || is_said(name, beside);
        for (uint32_t k = 0; k < i && !is_settled; k++)
            is_settled = str_equal(name, side->items[k].fact->said);
        side->items[i].is_settled = is_settled;
    }
}

static const struct fact *first_of(struct fact_row row, enum fact_kind kind)
{
    for (uint32_t i = 0; i < row.count; i++)
        if (row.items[i]->kind == kind)
            return row.items[i];
    return NULL;
}

// What the other side says instead of a duty of this kind.
static const struct fact *instead_of(struct fact_row row, struct fact_row against)
{
    static const enum fact_kind kinds[] = {FACT_MUST, FACT_MUST_NOT, FACT_MAY, FACT_SHOULD};
    for (uint32_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (first_of(row, kinds[i]) && !first_of(against, kinds[i]))
            return first_of(row, kinds[i]);
    return NULL;
}

static void set_duties(struct fact_setting *setting, struct fact_row base, struct fact_row other)
{
    static const enum fact_kind kinds[] = {FACT_MAY, FACT_SHOULD, FACT_MUST_NOT};
    for (uint32_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct fact *a = first_of(base, kinds[i]);
        const struct fact *b = first_of(other, kinds[i]);
        const struct fact *b_instead = instead_of(other, base);
        if (a && !b)
            add(setting, a, b_instead);
        if (b && !a &&
            !(b == b_instead && instead_of(base, other) &&
              instead_of(base, other)->kind != FACT_MUST))
            add(setting, instead_of(base, other), b);
    }
}

static bool is_like(const struct fact *a, const struct fact *b)
{
    struct str rest = a->said;
    struct str word;
    while (next_word(&rest, &word))
        if (word.length > LONG_WORD &&
            str_contains_ignoring_case(b->said, str_slice(word, 0, LONG_WORD)))
            return true;
    return false;
}

void differences_find(struct fact_row base, struct fact_row base_beside, struct fact_row other,
                      struct fact_row other_beside, const struct names *known, struct arena *arena,
                      struct list *differences)
{
    struct fact_setting setting = {.arena = arena, .differences = differences};
    setting.kind = DIFFERENCE_NUMBER;
    setting.base = side_of(base, FACT_NUMBER, FACT_NUMBER, arena);
    setting.other = side_of(other, FACT_NUMBER, FACT_NUMBER, arena);
    set_values(&setting, base_beside, other_beside);
    setting.kind = DIFFERENCE_DATE;
    setting.base = side_of(base, FACT_DATE, FACT_PERIOD, arena);
    setting.other = side_of(other, FACT_DATE, FACT_PERIOD, arena);
    set_values(&setting, base_beside, other_beside);
    setting.kind = DIFFERENCE_NAME;
    setting.base = side_of(base, FACT_NAME, FACT_NAME, arena);
    setting.other = side_of(other, FACT_NAME, FACT_NAME, arena);
    settle_names(&setting.base, other, other_beside, known, arena);
    settle_names(&setting.other, base, base_beside, known, arena);
    if (open_count(&setting.base) == 1 && open_count(&setting.other) == 1)
        set_against(&setting, is_any, false);
    add_rest(&setting);
    setting.kind = DIFFERENCE_DUTY;
    set_duties(&setting, base, other);
    setting.kind = DIFFERENCE_CONDITION;
    setting.base = side_of(base, FACT_CONDITION, FACT_CONDITION, arena);
    setting.other = side_of(other, FACT_CONDITION, FACT_CONDITION, arena);
    set_against(&setting, is_like, true);
    set_against(&setting, is_any, false);
    add_rest(&setting);
}

static bool is_small_letter(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

// The words that stand in lower case somewhere.
static const struct names *small_words(const struct subjects *subjects, struct arena *arena)
{
    struct names *small = names_make(arena);
    for (uint32_t t = 0; t < subjects->text_count; t++)
        for (uint32_t i = 0; i < subjects->texts[t].count; i++) {
            const struct subject *subject = &subjects->of[t][i];
            for (uint32_t w = 0; w < subject->count; w++) {
                struct str said = subject->words[w].said;
                if (said.length > 0 && is_small_letter(said.bytes[0]))
                    names_add(small, said);
            }
        }
    return small;
}

static void add_known(const struct fact *fact, const struct names *small, struct arena *arena,
                      struct names *known)
{
    struct str rest = fact->said;
    struct str word;
    bool is_first = true;
    while (next_word(&rest, &word)) {
        struct str lower = arena_lower(arena, word);
        bool may_begin = is_first && fact->value == 1;
        if (!may_begin && names_find(small, lower) == NAMES_NONE)
            names_add(known, lower);
        is_first = false;
    }
}

const struct names *names_known(const struct subjects *subjects, struct arena *arena)
{
    const struct names *small = small_words(subjects, arena);
    struct names *known = names_make(arena);
    for (uint32_t t = 0; t < subjects->text_count; t++)
        for (uint32_t i = 0; i < subjects->texts[t].count; i++) {
            const struct subject *subject = &subjects->of[t][i];
            for (uint32_t f = 0; f < subject->fact_count; f++)
                if (subject->facts[f].kind == FACT_NAME)
                    add_known(&subject->facts[f], small, arena, known);
        }
    return known;
}
