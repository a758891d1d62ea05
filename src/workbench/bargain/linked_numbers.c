// SPDX-License-Identifier: Apache-2.0
//
// What a number of an issue adds is the difference that its option makes where nothing else is taken. Whether
// that holds of all options together is tried: on all choices where they are few, else on all pairs.
#include "workbench/bargain/linked_numbers.h"

#include "base/builder.h"
#include "base/checked.h"
#include "exchange/bargain/option_number.h"
#include "exchange/bargain/slot_issuer.h"
#include "exchange/merged/reading_document.h"
#include "merge/one_reading.h"
#include "merge/table_points.h"
#include "proofreading/shares.h"
#include "proofreading/sums.h"

#define SUMS_MOST 100 // of one scenario
#define MILLIONTHS_PLACES 6
#define NUMBER_MOST ((int64_t)1 << 60)
#define CONFLICTS_MOST 1000 // of one point or table

// An issue as far as its slots stand in the stretch that is read.
struct linked_issue {
    struct list slots;   // uint32_t: all of the issue
    struct list options; // const uint32_t *: a wording for each slot
    bool bears;          // some option changes a sum
};

// A choice that was read: an option for each issue, and the sums of that text.
struct linked_text {
    const uint32_t *options;
    struct list sums; // struct share_sum
    bool is_draft;    // the base's wordings, or all of one party's
};

struct linker {
    const struct sheet *sheet;
    const struct input_limits *limits;
    struct arena *arena;
    struct issuer issuer;
    struct sheet_slot *slots; // with the one wording that is taken now
    struct proof_memory *memory;
    struct list all_sums;  // struct slot_sum
    struct list conflicts; // struct slot_conflict
    struct builder common;
    bool is_complete;
    // Of the stretch of points that is looked at:
    uint32_t from;
    uint32_t to;
    struct list issues; // struct linked_issue
    struct list texts;  // struct linked_text; the first takes nothing
};

static struct linked_issue *issue_at(const struct linker *linker, size_t i)
{
    return LIST_AT(&linker->issues, struct linked_issue, i);
}

static struct linked_text *text_at(const struct linker *linker, size_t i)
{
    return LIST_AT(&linker->texts, struct linked_text, i);
}

static void take(const struct linker *linker, const uint32_t *options)
{
    for (size_t i = 0; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        const uint32_t *row = *LIST_AT(&issue->options, const uint32_t *, options[i]);
        for (size_t s = 0; s < issue->slots.count; s++) {
            uint32_t slot = *LIST_AT(&issue->slots, uint32_t, s);
            linker->slots[slot].wordings = linker->sheet->slots[slot].wordings + row[s];
        }
    }
}

static struct linked_text *find_text(const struct linker *linker, const uint32_t *options)
{
    for (size_t t = 0; t < linker->texts.count; t++)
        if (memcmp(text_at(linker, t)->options, options, linker->issues.count * sizeof *options) ==
            0)
            return text_at(linker, t);
    return NULL;
}

// Reads the stretch with these options, and keeps what has to make a whole in it.
static bool read_choice(struct linker *linker, const uint32_t *options, struct error *error)
{
    struct sheet part = *linker->sheet;
    struct sheet one;
    struct proof_text text;
    const uint32_t *points;
    struct arena *arena = arena_open();
    take(linker, options);
    part.points += linker->from;
    part.point_count = linker->to - linker->from;
    part.slots = linker->slots;
    sheet_of_reading(&part, (struct sheet_reading){.kind = READ_BASE}, arena, &one);
    const struct document *document = reading_document(&one, arena, &points);
    bool done = input_limits_spend(linker->limits, document->text.length, error) &&
                proof_text_make(document, linker->memory, arena, &text, error);
    if (done) {
        struct linked_text *made = LIST_ADD(&linker->texts, struct linked_text);
        uint32_t *own = ARENA_ARRAY(linker->arena, uint32_t, linker->issues.count + 1);
        memcpy(own, options, linker->issues.count * sizeof *own);
        *made = (struct linked_text){.options = own,
                                     .sums = LIST_MAKE(linker->arena, struct share_sum)};
        shares_find(&text, &made->sums);
    }
    arena_close(arena);
    return done;
}

static const struct share_sum *same_sum(const struct linked_text *text, const struct share_sum *sum)
{
    for (size_t i = 0; i < text->sums.count; i++) {
        const struct share_sum *own = LIST_AT(&text->sums, struct share_sum, i);
        if (own->is_total == sum->is_total && own->number == sum->number)
            return own;
    }
    return NULL;
}

static int64_t off(const struct share_sum *sum)
{
    return sum->parts - sum->whole;
}

static bool are_alike(const struct linked_text *one, const struct linked_text *other)
{
    if (one->sums.count != other->sums.count)
        return false;
    for (size_t i = 0; i < one->sums.count; i++) {
        const struct share_sum *own = LIST_AT(&one->sums, struct share_sum, i);
        const struct share_sum *same = same_sum(other, own);
        if (!same || same->count != own->count || off(same) != off(own))
            return false;
    }
    return true;
}

// --- Which choices are read

// Each option alone: issues without any bearing on a sum are left out of all that follows.
static bool read_singles(struct linker *linker, struct error *error)
{
    uint32_t *options = ARENA_ARRAY(linker->arena, uint32_t, linker->issues.count + 1);
    if (!read_choice(linker, options, error))
        return false;
    for (size_t i = 0; i < linker->issues.count; i++) {
        struct linked_issue *issue = issue_at(linker, i);
        for (uint32_t o = 1; o < issue->options.count; o++) {
            options[i] = o;
            if (!read_choice(linker, options, error))
                return false;
            issue->bears = issue->bears ||
                           !are_alike(text_at(linker, 0), text_at(linker, linker->texts.count - 1));
        }
        options[i] = 0;
    }
    return true;
}

static void take_party(const struct linker *linker, uint32_t party, uint32_t *options)
{
    for (size_t i = 0; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        options[i] = 0;
        while (!issuer_holds(&linker->issuer, &issue->slots, party,
                             *LIST_AT(&issue->options, const uint32_t *, options[i])))
            options[i]++;
    }
}

// What each party holds: its own text says what it means to be a whole.
static bool read_parties(struct linker *linker, struct error *error)
{
    uint32_t *options = ARENA_ARRAY(linker->arena, uint32_t, linker->issues.count + 1);
    text_at(linker, 0)->is_draft = true;
    for (uint32_t p = 0; p < linker->sheet->party_count; p++) {
        take_party(linker, p, options);
        if (!find_text(linker, options) && !read_choice(linker, options, error))
            return false;
        find_text(linker, options)->is_draft = true;
    }
    return true;
}

// How many choices there are of the issues that bear on a sum; *pairs: those of two options at most.
static size_t count_choices(const struct linker *linker, size_t *pairs)
{
    size_t all = 1;
    size_t singles = 0;
    *pairs = 1;
    for (size_t i = 0; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        size_t count = issue->bears ? issue->options.count : 1;
        all = all > LINKED_TEXTS ? all : all * count;
        *pairs += (singles + 1) * (count - 1);
        singles += count - 1;
    }
    return all;
}

// The next choice of the issues that bear on a sum, as an odometer counts; false behind the last.
static bool next_choice(const struct linker *linker, uint32_t *options)
{
    for (size_t i = 0; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        if (issue->bears && ++options[i] < issue->options.count)
            return true;
        options[i] = 0;
    }
    return false;
}

static uint32_t taken_count(const struct linker *linker, const uint32_t *options)
{
    uint32_t taken = 0;
    for (size_t i = 0; i < linker->issues.count; i++)
        taken += options[i] > 0;
    return taken;
}

static bool read_all(struct linker *linker, struct error *error)
{
    uint32_t *options = ARENA_ARRAY(linker->arena, uint32_t, linker->issues.count + 1);
    while (next_choice(linker, options))
        if (taken_count(linker, options) > 1 && !find_text(linker, options) &&
            !read_choice(linker, options, error))
            return false;
    return true;
}

static bool read_with(struct linker *linker, uint32_t *options, size_t first, struct error *error)
{
    for (size_t i = first; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        for (options[i] = 1; issue->bears && options[i] < issue->options.count; options[i]++)
            if (!read_choice(linker, options, error))
                return false;
        options[i] = 0;
    }
    return true;
}

static bool read_pairs(struct linker *linker, struct error *error)
{
    uint32_t *options = ARENA_ARRAY(linker->arena, uint32_t, linker->issues.count + 1);
    for (size_t i = 0; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        for (options[i] = 1; issue->bears && options[i] < issue->options.count; options[i]++)
            if (!read_with(linker, options, i + 1, error))
                return false;
        options[i] = 0;
    }
    return true;
}

// --- Sums

// What each option adds to a sum, by issue and option; NULL where one does more than bring another number.
static int64_t **find_added(const struct linker *linker, const struct share_sum *sum)
{
    int64_t **added = ARENA_ARRAY(linker->arena, int64_t *, linker->issues.count + 1);
    for (size_t i = 0; i < linker->issues.count; i++)
        added[i] = ARENA_ARRAY(linker->arena, int64_t, issue_at(linker, i)->options.count);
    for (size_t t = 1; t < linker->texts.count; t++) {
        const struct linked_text *text = text_at(linker, t);
        const struct share_sum *own = same_sum(text, sum);
        if (taken_count(linker, text->options) != 1)
            continue;
        if (!own || own->count != sum->count)
            return NULL;
        for (size_t i = 0; i < linker->issues.count; i++)
            if (text->options[i] > 0)
                added[i][text->options[i]] = off(own) - off(sum);
    }
    return added;
}

// Whether every choice that was read has what its options add, and as many numbers.
static bool adds_up(const struct linker *linker, const struct share_sum *sum, int64_t *const *added)
{
    for (size_t t = 0; added && t < linker->texts.count; t++) {
        const struct linked_text *text = text_at(linker, t);
        const struct share_sum *own = same_sum(text, sum);
        int64_t wanted = off(sum);
        for (size_t i = 0; i < linker->issues.count; i++)
            wanted += added[i][text->options[i]];
        if (!own || own->count != sum->count || off(own) != wanted)
            return false;
    }
    return added != NULL;
}

// Some draft has it right, or so nearly that it was meant.
static bool is_meant(const struct linker *linker, const struct share_sum *sum)
{
    for (size_t t = 0; t < linker->texts.count; t++) {
        const struct share_sum *own = same_sum(text_at(linker, t), sum);
        if (text_at(linker, t)->is_draft && own && (off(own) == 0 || share_sum_is_wrong(own)))
            return true;
    }
    return false;
}

static bool is_met(const struct linker *linker, const struct share_sum *sum)
{
    for (size_t t = 0; t < linker->texts.count; t++) {
        const struct share_sum *own = same_sum(text_at(linker, t), sum);
        if (own && off(own) == 0)
            return true;
    }
    return false;
}

// The one number that an option's words name, in millionths.
static bool named_number(const struct linker *linker, const struct linked_issue *issue,
                         uint32_t option, int64_t *millionths)
{
    const uint32_t *row = *LIST_AT(&issue->options, const uint32_t *, option);
    const struct sheet_slot *slot = &linker->sheet->slots[*LIST_AT(&issue->slots, uint32_t, 0)];
    struct worded_number number;
    if (issue->slots.count != 1 ||
        option_number_read(slot->wordings[row[0]].text, &number) != DECIMAL_READ ||
        number.decimal.scale > MILLIONTHS_PLACES)
        return false;
    *millionths = number.decimal.units;
    for (uint32_t z = number.decimal.scale; z < MILLIONTHS_PLACES; z++)
        if (!checked_multiply(*millionths, 10, millionths))
            return false;
    return *millionths >= -NUMBER_MOST && *millionths <= NUMBER_MOST;
}

// What the words of an issue's options name where that is what they add, so that the rule shows it, or take
// away; else 0. It is the number of option 0.
static int64_t shown_number(const struct linker *linker, size_t issue, const int64_t *added)
{
    const struct linked_issue *own = issue_at(linker, issue);
    int64_t first;
    bool adds = true;
    bool takes_off = true;
    if (!named_number(linker, own, 0, &first))
        return 0;
    for (uint32_t o = 1; o < own->options.count; o++) {
        int64_t number;
        bool is_named = named_number(linker, own, o, &number);
        adds = adds && is_named && number - first == added[o];
        takes_off = takes_off && is_named && number - first == -added[o];
    }
    return adds ? first : takes_off ? -first : 0;
}

static struct str reason_of(const struct linker *linker, const struct share_sum *sum)
{
    struct str path = linker->sheet->points[linker->from].path;
    if (sum->is_total)
        return arena_print(linker->arena, "%.*s: the figures have to make their total",
                           STR_ARGS(path));
    return arena_print(linker->arena, "%.*s: the shares have to make %.*s", STR_ARGS(path),
                       STR_ARGS(sum_figure(linker->arena, sum->whole)));
}

static void add_sum(struct linker *linker, const struct share_sum *sum, int64_t *const *added)
{
    struct list terms = LIST_MAKE(linker->arena, struct slot_term);
    int64_t exactly = -off(sum);
    for (size_t i = 0; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        int64_t shown = issue->bears ? shown_number(linker, i, added[i]) : 0;
        bool differs = false;
        for (uint32_t o = 0; o < issue->options.count; o++)
            differs = differs || added[i][o] != 0;
        if (!differs)
            continue;
        exactly += shown;
        for (uint32_t o = 0; o < issue->options.count; o++)
            *LIST_ADD(&terms, struct slot_term) =
                (struct slot_term){*LIST_AT(&issue->slots, uint32_t, 0), o, shown + added[i][o]};
    }
    if (terms.count == 0)
        return;
    if (linker->all_sums.count == SUMS_MOST) {
        linker->is_complete = false;
        return;
    }
    *LIST_ADD(&linker->all_sums, struct slot_sum) =
        (struct slot_sum){LIST_ITEMS(&terms, struct slot_term), (uint32_t)terms.count, exactly,
                          reason_of(linker, sum)};
}

// --- Where wordings do more than bring another number, choices are ruled out one by one

struct broken_search {
    const struct linker *linker;
    const struct list *told; // const struct share_sum *: those that became a rule of their own
};

// The first sum of a choice that is not whole and has no rule yet; NULL: none.
static const struct share_sum *first_wrong(const struct broken_search *search,
                                           const struct linked_text *text)
{
    for (size_t i = 0; i < text->sums.count; i++) {
        const struct share_sum *own = LIST_AT(&text->sums, struct share_sum, i);
        bool is_told = false;
        for (size_t t = 0; t < search->told->count && !is_told; t++) {
            const struct share_sum *told = *LIST_AT(search->told, const struct share_sum *, t);
            is_told = told->is_total == own->is_total && told->number == own->number;
        }
        if (!is_told && share_sum_is_wrong(own))
            return own;
    }
    return NULL;
}

static void forbid(struct linker *linker, const struct linked_text *text,
                   const struct share_sum *wrong)
{
    struct list wordings = LIST_MAKE(linker->arena, struct slot_wording);
    for (size_t i = 0; i < linker->issues.count; i++) {
        const struct linked_issue *issue = issue_at(linker, i);
        const uint32_t *row = *LIST_AT(&issue->options, const uint32_t *, text->options[i]);
        for (size_t s = 0; issue->bears && s < issue->slots.count; s++)
            *LIST_ADD(&wordings, struct slot_wording) =
                (struct slot_wording){*LIST_AT(&issue->slots, uint32_t, s), row[s]};
    }
    *LIST_ADD(&linker->conflicts, struct slot_conflict) = (struct slot_conflict){
        LIST_ITEMS(&wordings, struct slot_wording), (uint32_t)wordings.count,
        arena_print(linker->arena, "%.*s; these make %.*s", STR_ARGS(reason_of(linker, wrong)),
                    STR_ARGS(sum_figure(linker->arena, wrong->parts))),
        true};
}

// Issues that have no bearing have option 0 in what is ruled out; a choice that has another is the same.
static bool is_of_bearing(const struct linker *linker, const struct linked_text *text)
{
    for (size_t i = 0; i < linker->issues.count; i++)
        if (!issue_at(linker, i)->bears && text->options[i] > 0)
            return false;
    return true;
}

static void tell_common(struct linker *linker, const struct share_sum *sum)
{
    builder_print(&linker->common, "%s%.*s", linker->common.length > 0 ? "; " : "",
                  STR_ARGS(reason_of(linker, sum)));
}

static void forbid_wrong(struct linker *linker, const struct list *told, bool is_all)
{
    struct broken_search search = {linker, told};
    const struct share_sum *wrong = NULL;
    size_t wrong_count = 0;
    size_t count = 0;
    for (size_t t = 0; t < linker->texts.count; t++) {
        if (!is_of_bearing(linker, text_at(linker, t)))
            continue;
        const struct share_sum *own = first_wrong(&search, text_at(linker, t));
        wrong = own ? own : wrong;
        wrong_count += own != NULL;
        count++;
    }
    if (wrong_count == count)
        tell_common(linker, wrong);
    else if (!is_all || wrong_count > CONFLICTS_MOST)
        linker->is_complete = linker->is_complete && wrong_count == 0;
    for (size_t t = 0;
         is_all && wrong_count < count && wrong_count <= CONFLICTS_MOST && t < linker->texts.count;
         t++) {
        const struct share_sum *own = first_wrong(&search, text_at(linker, t));
        if (own && is_of_bearing(linker, text_at(linker, t)))
            forbid(linker, text_at(linker, t), own);
    }
}

// --- One stretch after another

static void tell_stretch(struct linker *linker, bool is_all)
{
    struct list told = LIST_MAKE(linker->arena, const struct share_sum *);
    const struct list *sums = &text_at(linker, 0)->sums;
    for (size_t i = 0; i < sums->count; i++) {
        const struct share_sum *sum = LIST_AT(sums, struct share_sum, i);
        int64_t **added = find_added(linker, sum);
        if (!adds_up(linker, sum, added))
            continue;
        *LIST_ADD(&told, const struct share_sum *) = sum;
        if (is_meant(linker, sum) && (!is_all || is_met(linker, sum)))
            add_sum(linker, sum, added);
        else if (is_meant(linker, sum))
            tell_common(linker, sum);
    }
    forbid_wrong(linker, &told, is_all);
}

static bool look_through(struct linker *linker, struct error *error)
{
    size_t pairs;
    linker->texts = LIST_MAKE(linker->arena, struct linked_text);
    if (!read_singles(linker, error) || !read_parties(linker, error))
        return false;
    size_t all = count_choices(linker, &pairs);
    bool bears = all > 1;
    if (!bears)
        return true;
    if (all <= LINKED_TEXTS ? !read_all(linker, error)
                            : pairs <= LINKED_TEXTS && !read_pairs(linker, error))
        return false;
    if (all > LINKED_TEXTS && pairs > LINKED_TEXTS)
        linker->is_complete = false;
    else
        tell_stretch(linker, all <= LINKED_TEXTS);
    return true;
}

// The issues of which some slot stands in the stretch.
static void gather_issues(struct linker *linker)
{
    struct list leaders = LIST_MAKE(linker->arena, uint32_t);
    linker->issues = LIST_MAKE(linker->arena, struct linked_issue);
    for (uint32_t s = 0; s < linker->sheet->slot_count; s++) {
        uint32_t point = linker->sheet->slots[s].point;
        uint32_t leader = linker->issuer.leader[s];
        bool is_known = leader == NO_INDEX || point < linker->from || point >= linker->to;
        for (size_t i = 0; i < leaders.count && !is_known; i++)
            is_known = *LIST_AT(&leaders, uint32_t, i) == leader;
        if (is_known)
            continue;
        *LIST_ADD(&leaders, uint32_t) = leader;
        struct list slots = issuer_slots(&linker->issuer, leader);
        *LIST_ADD(&linker->issues, struct linked_issue) =
            (struct linked_issue){slots, issuer_options(&linker->issuer, &slots), false};
    }
}

static void start(struct linker *linker)
{
    const struct sheet *sheet = linker->sheet;
    linker->slots = ARENA_ARRAY(linker->arena, struct sheet_slot, (size_t)sheet->slot_count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        const struct wording *agreed = sheet_slot_agreed(sheet, &sheet->slots[s]);
        linker->slots[s] = sheet->slots[s];
        linker->slots[s].wordings = agreed ? agreed : sheet->slots[s].wordings;
        linker->slots[s].wording_count = 1;
    }
}

bool linked_numbers_find(const struct sheet *sheet, const struct input_limits *limits,
                         struct arena *arena, struct linked_numbers *found, struct error *error)
{
    struct linker linker = {.sheet = sheet,
                            .limits = limits,
                            .arena = arena,
                            .issuer = issuer_make(sheet, arena),
                            .memory = proof_memory_make(arena),
                            .all_sums = LIST_MAKE(arena, struct slot_sum),
                            .conflicts = LIST_MAKE(arena, struct slot_conflict),
                            .common = builder_make(arena),
                            .is_complete = true};
    start(&linker);
    for (; linker.from < sheet->point_count; linker.from = linker.to) {
        uint32_t count = table_points(sheet, linker.from, sheet->point_count, 0);
        linker.to = linker.from + (count > 0 ? count : 1);
        gather_issues(&linker);
        if (linker.issues.count > 0 && !look_through(&linker, error))
            return false;
    }
    *found = (struct linked_numbers){
        .sums = LIST_ITEMS(&linker.all_sums, struct slot_sum),
        .sum_count = linker.all_sums.count,
        .conflicts = LIST_ITEMS(&linker.conflicts, struct slot_conflict),
        .conflict_count = linker.conflicts.count,
        .common = builder_str(&linker.common),
        .is_complete = linker.is_complete,
    };
    return true;
}
