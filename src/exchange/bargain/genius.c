// SPDX-License-Identifier: Apache-2.0
//
//   <utility_space>
//     <objective name="root">
//       <issue index="1" name="Price" type="discrete"> <item value="low" evaluation="3"/> … </issue>
//       <weight index="1" value="0.4"/>
//     </objective>
//     <discount_factor value="0.9"/> <reservation value="0.3"/>
//   </utility_space>
//
// A domain has the same issues without evaluations, inside <negotiation_template>.
#include "exchange/bargain/genius.h"

#include "base/checked.h"
#include "base/list.h"
#include "codec/xml.h"
#include "exchange/bargain/fraction.h"

// An integer issue with more values than this is no list of options.
#define MOST_VALUES 10000
// Weights are near 1 in all, so that sums of worths stay near the scale.
#define LARGEST_SCALE ((int64_t)1 << 58)
#define ROUNDED_SCALE ((int64_t)1000000000000000)

struct reading_genius {
    const struct genius_file *file; // the one that is read now
    struct xml xml;
    const struct limits *limits;
    struct arena *arena;
    struct error *error;
    struct list issues; // struct issue, from the first file read
    uint32_t option_total;
    struct list notes; // struct str
};

// One party before all have one scale.
struct profile {
    struct str name;
    struct fraction *weights;     // by flat option number: of its issue
    struct fraction *evaluations; // likewise: of the option, the issue's largest being 1
    struct fraction reserve;
};

bool genius_is(struct str bytes)
{
    struct str start = str_slice(bytes, 0, 4096);
    return str_contains(start, STR("<utility_space")) ||
           str_contains(start, STR("<negotiation_template"));
}

static bool refuse(struct reading_genius *r, enum error_code code, uint32_t node, const char *what,
                   struct str quoted)
{
    struct place place = place_in(r->file->name, r->xml.source, r->xml.nodes[node].from);
    return error_at(r->error, code, place, "%s \"%.*s\"", what, STR_ARGS(quoted));
}

static bool is_named(const struct reading_genius *r, uint32_t node, struct str local)
{
    uint32_t name = r->xml.nodes[node].name;
    return name != XML_TEXT && str_equal(xml_local(&r->xml, name), local);
}

static struct str value_of(const struct reading_genius *r, uint32_t node, struct str attribute)
{
    struct str value = STR("");
    uint32_t name = xml_name(&r->xml, STR(""), attribute);
    if (name != NAMES_NONE)
        (void)xml_value(&r->xml, node, name, &value);
    return value;
}

static bool number_of(struct reading_genius *r, uint32_t node, struct str attribute,
                      struct fraction *number)
{
    struct str value = value_of(r, node, attribute);
    return fraction_parse(value, number) ||
           refuse(r, BAD_INPUT, node, "an exact number was expected, not", value);
}

static bool open_file(struct reading_genius *r, const struct genius_file *file)
{
    r->file = file;
    return xml_read(place_of(file->name), file->bytes, r->limits, r->arena, &r->xml, r->error);
}

static bool is_integer_issue(const struct reading_genius *r, uint32_t node)
{
    return str_equal(value_of(r, node, STR("type")), STR("integer"));
}

// Items deeper down belong to functions that say how alike two options are.
static bool is_item_of(const struct reading_genius *r, uint32_t node, uint32_t issue)
{
    return r->xml.nodes[node].parent == issue && is_named(r, node, STR("item"));
}

// --- Issues and their options

static bool bounds_of(struct reading_genius *r, uint32_t node, int64_t *lower, int64_t *upper)
{
    // The bounds stand at the issue or at a <range> inside it.
    uint32_t holder = node;
    for (uint32_t child = node + 1; child < r->xml.nodes[node].end; child++)
        if (is_named(r, child, STR("range")))
            holder = child;
    struct str from = value_of(r, holder, STR("lowerbound"));
    struct str to = value_of(r, holder, STR("upperbound"));
    if (!checked_parse(from, lower) || !checked_parse(to, upper) || *lower > *upper ||
        *lower < -MOST_VALUES * 1000 || *upper - *lower >= MOST_VALUES)
        return refuse(r, BAD_INPUT, node, "no range of whole numbers in the issue",
                      value_of(r, node, STR("name")));
    return true;
}

static bool add_values(struct reading_genius *r, uint32_t node, struct list *options)
{
    int64_t lower = 0;
    int64_t upper = 0;
    if (!bounds_of(r, node, &lower, &upper))
        return false;
    for (int64_t value = lower; value <= upper; value++)
        *LIST_ADD(options, struct str) = arena_print(r->arena, "%lld", (long long)value);
    return true;
}

static bool add_issue(struct reading_genius *r, uint32_t node)
{
    struct list options = LIST_MAKE(r->arena, struct str);
    struct str name = value_of(r, node, STR("name"));
    struct str type = value_of(r, node, STR("type"));
    if (str_equal(type, STR("real")))
        return refuse(r, UNSUPPORTED, node, "real numbers cannot be counted as options: issue",
                      name);
    if (is_integer_issue(r, node) && !add_values(r, node, &options))
        return false;
    for (uint32_t child = node + 1; child < r->xml.nodes[node].end; child++)
        if (is_item_of(r, child, node))
            *LIST_ADD(&options, struct str) = value_of(r, child, STR("value"));
    if (options.count == 0)
        return refuse(r, BAD_INPUT, node, "no options in the issue", name);
    *LIST_ADD(&r->issues, struct issue) = (struct issue){name, LIST_ITEMS(&options, struct str),
                                                         (uint32_t)options.count, r->option_total};
    r->option_total += (uint32_t)options.count;
    return true;
}

static bool add_issues(struct reading_genius *r)
{
    for (uint32_t node = 0; node < r->xml.node_count; node++)
        if (is_named(r, node, STR("issue")) && !add_issue(r, node))
            return false;
    return r->issues.count > 0 || refuse(r, BAD_INPUT, 0, "no issues in", r->file->name);
}

// --- A party's worths

static const struct issue *issue_named(const struct reading_genius *r, struct str name)
{
    for (size_t i = 0; i < r->issues.count; i++) {
        const struct issue *issue = LIST_AT(&r->issues, struct issue, i);
        if (str_equal(issue->name, name))
            return issue;
    }
    return NULL;
}

// The weight of the issue with this index.
static bool weight_of(struct reading_genius *r, uint32_t issue_node, struct fraction *weight)
{
    struct str index = value_of(r, issue_node, STR("index"));
    for (uint32_t node = 0; node < r->xml.node_count; node++)
        if (is_named(r, node, STR("weight")) && str_equal(value_of(r, node, STR("index")), index))
            return number_of(r, node, STR("value"), weight);
    return refuse(r, BAD_INPUT, issue_node, "no weight for the issue",
                  value_of(r, issue_node, STR("name")));
}

static bool too_fine(struct reading_genius *r, uint32_t node)
{
    return refuse(r, TOO_LARGE, node, "decimals too long to be exact in the issue",
                  value_of(r, node, STR("name")));
}

// evaluations[o] for each option; the largest becomes 1.
static bool evaluate_items(struct reading_genius *r, uint32_t node, const struct issue *issue,
                           struct fraction *evaluations)
{
    struct fraction most = {0, 1};
    uint32_t found = 0;
    for (uint32_t child = node + 1; child < r->xml.nodes[node].end; child++) {
        if (!is_item_of(r, child, node))
            continue;
        struct str value = value_of(r, child, STR("value"));
        uint32_t option = issue_option_named(issue, value);
        if (option == UINT32_MAX)
            return refuse(r, BAD_INPUT, child, "the domain has no option", value);
        if (!number_of(r, child, STR("evaluation"), &evaluations[option]))
            return false;
        if (fraction_compare(evaluations[option], most) > 0)
            most = evaluations[option];
        found++;
    }
    if (found != issue->option_count)
        return refuse(r, BAD_INPUT, node, "not every option is evaluated in the issue",
                      issue->name);
    for (uint32_t o = 0; most.over > 0 && o < issue->option_count; o++)
        if (!fraction_divide(evaluations[o], most, &evaluations[o]))
            return too_fine(r, node);
    return true;
}

// offset + slope × (value - lower bound), held between 0 and 1.
static bool evaluate_values(struct reading_genius *r, uint32_t node, const struct issue *issue,
                            struct fraction *evaluations)
{
    struct fraction offset = {0, 1};
    struct fraction slope = {0, 1};
    bool has_evaluator = false;
    for (uint32_t child = node + 1; child < r->xml.nodes[node].end; child++) {
        if (!is_named(r, child, STR("evaluator")))
            continue;
        has_evaluator = true;
        bool is_new = value_of(r, child, STR("slope")).length > 0;
        if (!str_equal(value_of(r, child, STR("ftype")), STR("linear")))
            return refuse(r, UNSUPPORTED, child, "only linear evaluators are read, not",
                          value_of(r, child, STR("ftype")));
        if (!number_of(r, child, is_new ? STR("offset") : STR("parameter0"), &offset) ||
            !number_of(r, child, is_new ? STR("slope") : STR("parameter1"), &slope))
            return false;
    }
    if (!has_evaluator)
        return refuse(r, BAD_INPUT, node, "no evaluator in the issue", issue->name);
    for (uint32_t o = 0; o < issue->option_count; o++) {
        struct fraction step;
        if (!fraction_multiply(slope, (struct fraction){o, 1}, &step) ||
            !fraction_add(offset, step, &evaluations[o]))
            return too_fine(r, node);
        if (evaluations[o].over < 0)
            evaluations[o] = (struct fraction){0, 1};
        if (fraction_compare(evaluations[o], (struct fraction){1, 1}) > 0)
            evaluations[o] = (struct fraction){1, 1};
    }
    return true;
}

static bool weigh_issue(struct reading_genius *r, uint32_t node, struct profile *profile)
{
    struct str name = value_of(r, node, STR("name"));
    const struct issue *issue = issue_named(r, name);
    if (!issue)
        return refuse(r, BAD_INPUT, node, "the domain has no issue", name);
    struct fraction weight;
    if (!weight_of(r, node, &weight))
        return false;
    for (uint32_t o = 0; o < issue->option_count; o++)
        profile->weights[issue->first + o] = weight;
    struct fraction *evaluations = profile->evaluations + issue->first;
    return is_integer_issue(r, node) ? evaluate_values(r, node, issue, evaluations)
                                     : evaluate_items(r, node, issue, evaluations);
}

static struct str party_name(struct str file)
{
    size_t start = file.length;
    while (start > 0 && file.bytes[start - 1] != '/')
        start--;
    file = str_skip(file, start);
    return str_ends_with(file, STR(".xml")) ? str_slice(file, 0, file.length - 4) : file;
}

// The reserve, and a note on what the file says of time.
static bool read_terms(struct reading_genius *r, struct profile *profile)
{
    struct fraction one = {1, 1};
    for (uint32_t node = 0; node < r->xml.node_count; node++) {
        struct fraction number;
        if (is_named(r, node, STR("reservation"))) {
            if (!number_of(r, node, STR("value"), &profile->reserve))
                return false;
            *LIST_ADD(&r->notes, struct str) =
                arena_print(r->arena, "%.*s: a reserve of %.*s was read", STR_ARGS(profile->name),
                            STR_ARGS(value_of(r, node, STR("value"))));
        }
        if (!is_named(r, node, STR("discount_factor")))
            continue;
        if (!number_of(r, node, STR("value"), &number))
            return false;
        if (fraction_compare(number, one) != 0)
            *LIST_ADD(&r->notes, struct str) =
                arena_print(r->arena,
                            "%.*s: worths lose value by the factor %.*s over time; packages are "
                            "weighed as of now",
                            STR_ARGS(profile->name), STR_ARGS(value_of(r, node, STR("value"))));
    }
    return true;
}

static bool read_profile(struct reading_genius *r, struct profile *profile)
{
    if (r->issues.count == 0 && !add_issues(r))
        return false;
    profile->name = party_name(r->file->name);
    profile->weights = ARENA_ARRAY(r->arena, struct fraction, r->option_total);
    profile->evaluations = ARENA_ARRAY(r->arena, struct fraction, r->option_total);
    profile->reserve = (struct fraction){0, 1};
    size_t weighed = 0;
    for (uint32_t node = 0; node < r->xml.node_count; node++) {
        if (!is_named(r, node, STR("issue")))
            continue;
        if (!weigh_issue(r, node, profile))
            return false;
        weighed++;
    }
    if (weighed != r->issues.count)
        return refuse(r, BAD_INPUT, 0, "not all issues of the domain are weighed in",
                      r->file->name);
    return read_terms(r, profile);
}

// --- One scale for all

// The least scale at which every worth is whole; false when it does not fit.
static bool find_scale(const struct reading_genius *r, const struct list *profiles, int64_t *scale)
{
    *scale = 1;
    for (size_t p = 0; p < profiles->count; p++) {
        const struct profile *profile = LIST_AT(profiles, struct profile, p);
        for (uint32_t o = 0; o < r->option_total; o++) {
            struct fraction worth;
            if (!fraction_multiply(profile->weights[o], profile->evaluations[o], &worth) ||
                !fraction_common(*scale, worth.under, scale) || *scale > LARGEST_SCALE)
                return false;
        }
    }
    return true;
}

static bool scale_party(struct reading_genius *r, const struct profile *profile, int64_t scale,
                        struct party *party)
{
    int64_t *scores = ARENA_ARRAY(r->arena, int64_t, r->option_total);
    int64_t reserve;
    for (uint32_t o = 0; o < r->option_total; o++)
        if (!fraction_scale(profile->weights[o], profile->evaluations[o], scale, &scores[o]))
            return false;
    if (!fraction_scale(profile->reserve, (struct fraction){1, 1}, scale, &reserve))
        return false;
    // A reserve between two whole numbers is reached by the upper one only.
    struct fraction rounded = {reserve, 1};
    struct fraction exact;
    if (fraction_multiply(profile->reserve, (struct fraction){scale, 1}, &exact) &&
        fraction_compare(rounded, exact) < 0)
        reserve++;
    *party = (struct party){.name = profile->name, .scores = scores, .reservation = reserve};
    return true;
}

static bool finish(struct reading_genius *r, const struct list *profiles, struct scenario *scenario)
{
    int64_t scale;
    struct party *parties = ARENA_ARRAY(r->arena, struct party, profiles->count);
    if (!find_scale(r, profiles, &scale)) {
        scale = ROUNDED_SCALE;
        *LIST_ADD(&r->notes, struct str) =
            STR("the decimals are too long for one exact scale in 64 bits; worths were rounded to "
                "15 places");
    }
    for (size_t p = 0; p < profiles->count; p++)
        if (!scale_party(r, LIST_AT(profiles, struct profile, p), scale, &parties[p]))
            return error_at(r->error, TOO_LARGE, place_of(r->file->name),
                            "the worths are too large for 64 bits");
    *scenario = (struct scenario){.issues = LIST_ITEMS(&r->issues, struct issue),
                                  .issue_count = (uint32_t)r->issues.count,
                                  .option_total = r->option_total,
                                  .parties = parties,
                                  .party_count = (uint32_t)profiles->count,
                                  .scale = scale,
                                  .notes = LIST_ITEMS(&r->notes, struct str),
                                  .note_count = r->notes.count};
    return scenario_check(scenario, r->file->name, r->error);
}

bool genius_read(const struct genius_file *files, size_t count, const struct limits *limits,
                 struct arena *arena, struct scenario *scenario, struct error *error)
{
    struct reading_genius r = {.file = &files[0],
                               .limits = limits,
                               .arena = arena,
                               .error = error,
                               .issues = LIST_MAKE(arena, struct issue),
                               .notes = LIST_MAKE(arena, struct str)};
    struct list profiles = LIST_MAKE(arena, struct profile);
    for (size_t i = 0; i < count; i++) {
        if (!open_file(&r, &files[i]))
            return false;
        if (is_named(&r, 0, STR("negotiation_template")) && r.issues.count == 0 && !add_issues(&r))
            return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!open_file(&r, &files[i]))
            return false;
        if (is_named(&r, 0, STR("utility_space")) &&
            !read_profile(&r, LIST_ADD(&profiles, struct profile)))
            return false;
    }
    if (profiles.count == 0)
        return error_at(error, BAD_INPUT, place_of(files[0].name),
                        "is a domain without profiles; name the profiles too, one a party");
    return finish(&r, &profiles, scenario);
}
