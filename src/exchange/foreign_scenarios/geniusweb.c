// SPDX-License-Identifier: Apache-2.0
//
// A domain:   {"name": "jobs", "issuesValues": {"salary": {"values": ["low", "high"]},
//                                              "days": {"range": {"low": 1, "high": 5, "step": 0.5}}}}
// A profile:  {"LinearAdditiveUtilitySpace": {"name": "jobs1", "domain": {…},
//              "issueUtilities": {"salary": {"DiscreteValueSetUtilities":
//                                    {"valueUtilities": {"low": 0, "high": 1}}},
//                                 "days": {"NumberValueSetUtilities": {"lowValue": 1, "lowUtility":
//                                    0.2, "highValue": 5, "highUtility": 1}}},
//              "issueWeights": {"salary": 0.6, "days": 0.4},
//              "reservationBid": {"issuevalues": {"salary": "low", "days": 2}}}}
#include "exchange/foreign_scenarios/geniusweb.h"

static const struct str linear_additive = STR_INIT("LinearAdditiveUtilitySpace");
static const struct fraction zero = {0, 1};
static const struct fraction one = {1, 1};

struct reading_web {
    const struct tree *tree;
    struct domain *domain;
    struct profile *profile;
    struct error *error;
    bool is_near;
};

static bool refuse(const struct reading_web *r, enum error_code code, const struct json *value,
                   const char *what, struct str quoted)
{
    return tree_refuse(r->tree, code, value, r->error, what, quoted);
}

bool geniusweb_is_domain(const struct tree *tree)
{
    return json_member(tree->root, "issuesValues") != NULL;
}

bool geniusweb_is_profile(const struct tree *tree)
{
    const struct json *root = tree->root;
    return root->kind == JSON_OBJECT && root->count == 1 &&
           json_member(&root->items[0], "domain") != NULL;
}

bool geniusweb_is_settings(const struct tree *tree)
{
    const struct json *root = tree->root;
    return root->kind == JSON_OBJECT && root->count == 1 &&
           str_ends_with(root->names[0], STR("Settings"));
}

// --- Issues

static bool number_in(struct reading_web *r, const struct json *object, const char *name,
                      struct fraction *number)
{
    const struct json *value = json_member(object, name);
    if (!value)
        return refuse(r, BAD_INPUT, object, "there is no", str_of(name));
    return tree_number(r->tree, value, str_of(name), number, &r->is_near, r->error);
}

static bool add_range(struct reading_web *r, struct str name, const struct json *range,
                      const struct json *issue)
{
    struct fraction low = zero;
    struct fraction high = zero;
    struct fraction step = zero;
    struct list values;
    if (!number_in(r, range, "low", &low) || !number_in(r, range, "high", &high) ||
        !number_in(r, range, "step", &step))
        return false;
    if (!domain_range(low, high, step, SCENARIO_OPTIONS_MAX, r->domain->arena, &values))
        return refuse(r, BAD_INPUT, range,
                      "low, high and step leave no options, or too many, in the issue", name);
    return domain_add(r->domain, name, LIST_ITEMS(&values, struct str), values.count, true,
                      r->error) ||
           tree_misplaced(r->tree, issue, r->error);
}

static bool add_issue(struct reading_web *r, struct str name, const struct json *values)
{
    const struct json *list = json_member(values, "values");
    const struct json *range = json_member(values, "range");
    if (range)
        return add_range(r, name, range, values);
    if (!list || list->kind != JSON_ARRAY)
        return refuse(r, UNSUPPORTED, values, "neither \"values\" nor a \"range\" in the issue",
                      name);
    struct str *options = ARENA_ARRAY(r->domain->arena, struct str, list->count);
    for (size_t i = 0; i < list->count; i++)
        if (!tree_text(&list->items[i], &options[i]))
            return refuse(r, BAD_INPUT, &list->items[i], "a value that is no text in the issue",
                          name);
    return domain_add(r->domain, name, options, list->count, false, r->error) ||
           tree_misplaced(r->tree, values, r->error);
}

bool geniusweb_read_domain(const struct tree *tree, struct domain *domain, struct error *error)
{
    struct reading_web r = {.tree = tree, .domain = domain, .error = error};
    const struct json *root = tree->root;
    if (!geniusweb_is_domain(tree))
        root = json_member(&root->items[0], "domain");
    const struct json *issues = json_member(root, "issuesValues");
    if (!issues || issues->kind != JSON_OBJECT || issues->count == 0)
        return refuse(&r, BAD_INPUT, root, "there are no issues under", STR("issuesValues"));
    if (r.domain->name.length == 0)
        (void)tree_text(json_member(root, "name"), &domain->name);
    for (size_t i = 0; i < issues->count; i++)
        if (!add_issue(&r, issues->names[i], &issues->items[i]))
            return false;
    return true;
}

// --- A party's values

static bool is_utility(struct fraction number)
{
    return number.over >= 0 && fraction_compare(number, one) <= 0;
}

static bool read_discrete(struct reading_web *r, uint32_t number, const struct json *holder)
{
    const struct issue *issue = domain_issue_at(r->domain, number);
    const struct json *table = json_member(holder, "valueUtilities");
    if (!table || table->kind != JSON_OBJECT)
        return refuse(r, BAD_INPUT, holder, "no valueUtilities in the issue", issue->name);
    bool *is_found = ARENA_ARRAY(r->domain->arena, bool, issue->option_count);
    for (size_t i = 0; i < table->count; i++) {
        uint32_t option = domain_option(r->domain, number, table->names[i]);
        if (option == NAMES_NONE)
            return refuse(r, BAD_INPUT, &table->items[i], "the domain has no option",
                          table->names[i]);
        struct fraction *utility = &r->profile->evaluations[issue->first + option];
        if (!tree_number(r->tree, &table->items[i], table->names[i], utility, &r->profile->is_near,
                         r->error))
            return false;
        if (!is_utility(*utility))
            return refuse(r, BAD_INPUT, &table->items[i], "a utility outside 0 to 1 for",
                          table->names[i]);
        is_found[option] = true;
    }
    for (uint32_t o = 0; o < issue->option_count; o++)
        if (!is_found[o])
            return refuse(r, BAD_INPUT, table, "no utility for the option", issue->options[o]);
    return true;
}

// low + (high - low) × (value - lowValue) / (highValue - lowValue); outside of the range it is 0.
static bool interpolate(const struct fraction *at, struct fraction value, struct fraction *utility)
{
    struct fraction part;
    struct fraction span;
    *utility = zero;
    if (fraction_compare(value, at[0]) < 0 || fraction_compare(value, at[2]) > 0)
        return true;
    return fraction_subtract(value, at[0], &part) && fraction_subtract(at[2], at[0], &span) &&
           fraction_divide(part, span, &part) && fraction_subtract(at[3], at[1], &span) &&
           fraction_multiply(part, span, &part) && fraction_add(at[1], part, utility);
}

static bool read_numbers(struct reading_web *r, uint32_t number, const struct json *holder)
{
    static const char *const members[] = {"lowValue", "lowUtility", "highValue", "highUtility"};
    const struct issue *issue = domain_issue_at(r->domain, number);
    struct fraction at[4];
    for (size_t i = 0; i < 4; i++)
        if (!number_in(r, holder, members[i], &at[i]))
            return false;
    if (fraction_compare(at[0], at[2]) >= 0 || !is_utility(at[1]) || !is_utility(at[3]))
        return refuse(r, BAD_INPUT, holder,
                      "lowValue is not below highValue, or a utility outside 0 to 1, in the issue",
                      issue->name);
    for (uint32_t o = 0; o < issue->option_count; o++) {
        struct fraction value;
        if (!fraction_parse(issue->options[o], &value))
            return refuse(r, BAD_INPUT, holder, "utilities of numbers for an option that is none,",
                          issue->options[o]);
        if (!interpolate(at, value, &r->profile->evaluations[issue->first + o]))
            return refuse(r, TOO_LARGE, holder, "decimals too long to be exact in the issue",
                          issue->name);
    }
    return true;
}

static bool read_utilities(struct reading_web *r, uint32_t number, const struct json *holder)
{
    static const struct {
        const char *name;
        bool (*read)(struct reading_web *r, uint32_t number, const struct json *holder);
    } kinds[] = {{"DiscreteValueSetUtilities", read_discrete},
                 {"NumberValueSetUtilities", read_numbers},
                 {"discreteutils", read_discrete},
                 {"numberutils", read_numbers}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const struct json *found = json_member(holder, kinds[i].name);
        if (found)
            return kinds[i].read(r, number, found);
    }
    struct str kind = holder->kind == JSON_OBJECT && holder->count > 0
                          ? holder->names[0]
                          : domain_issue_at(r->domain, number)->name;
    return refuse(r, UNSUPPORTED, holder, "no utilities of a kind that is read:", kind);
}

// An object with one member for each issue of the domain; in which order does not matter.
static bool is_by_issue(const struct reading_web *r, const struct json *space, const char *name,
                        const struct json **object)
{
    *object = json_member(space, name);
    if (!*object || (*object)->kind != JSON_OBJECT)
        return refuse(r, BAD_INPUT, space, "there is no object", str_of(name));
    for (size_t i = 0; i < (*object)->count; i++)
        if (domain_issue(r->domain, (*object)->names[i]) == NAMES_NONE)
            return refuse(r, BAD_INPUT, &(*object)->items[i], "the domain has no issue",
                          (*object)->names[i]);
    for (uint32_t i = 0; i < r->domain->issues.count; i++) {
        const char *issue = arena_c_string(r->domain->arena, domain_issue_at(r->domain, i)->name);
        if ((*object)->count != r->domain->issues.count && !json_member(*object, issue))
            return refuse(r, BAD_INPUT, *object, "an issue is missing here:", str_of(issue));
    }
    return true;
}

// GeniusWeb asks for exactly 1; what binary floating point leaves behind is let through and told.
static bool check_sum(struct reading_web *r, const struct json *weights, struct fraction sum)
{
    const struct fraction least = {999999, 1000000};
    const struct fraction most = {1000001, 1000000};
    struct str shown = fraction_decimal(sum, r->domain->arena);
    if (fraction_compare(sum, least) < 0 || fraction_compare(sum, most) > 0)
        return refuse(r, BAD_INPUT, weights, "the weights must sum to 1 in GeniusWeb; they sum to",
                      shown);
    if (fraction_compare(sum, one) != 0)
        domain_note(r->domain, "%.*s: the weights sum to %.*s and are taken as they are",
                    STR_ARGS(r->profile->name), STR_ARGS(shown));
    return true;
}

static bool read_weights(struct reading_web *r, const struct json *weights)
{
    struct fraction sum = zero;
    bool is_summed = true;
    for (size_t i = 0; i < weights->count; i++) {
        struct fraction *weight = &r->profile->weights[domain_issue(r->domain, weights->names[i])];
        if (!tree_number(r->tree, &weights->items[i], weights->names[i], weight,
                         &r->profile->is_near, r->error))
            return false;
        if (weight->over < 0)
            return refuse(r, BAD_INPUT, &weights->items[i], "a weight below 0 for",
                          weights->names[i]);
        is_summed = is_summed && fraction_add(sum, *weight, &sum);
    }
    return !is_summed || check_sum(r, weights, sum);
}

// --- The reserve

static bool read_bid(struct reading_web *r, const struct json *bid)
{
    const struct json *values = json_member(bid, "issuevalues");
    if (!values)
        values = json_member(bid, "issueValues");
    if (!values || values->kind != JSON_OBJECT)
        return refuse(r, BAD_INPUT, bid, "the reservation bid has no", STR("issuevalues"));
    for (size_t i = 0; i < values->count; i++) {
        struct str option = STR("");
        uint32_t issue = domain_issue(r->domain, values->names[i]);
        if (issue == NAMES_NONE)
            return refuse(r, BAD_INPUT, &values->items[i], "the domain has no issue",
                          values->names[i]);
        if (!tree_text(&values->items[i], &option) ||
            domain_option(r->domain, issue, option) == NAMES_NONE)
            return refuse(r, BAD_INPUT, &values->items[i],
                          "the reservation bid has an option that the domain lacks:", option);
        r->profile->reserve_bid[issue] = domain_option(r->domain, issue, option);
    }
    r->profile->reserve_kind = RESERVE_BID;
    if (values->count < r->domain->issues.count)
        domain_note(r->domain, "%.*s: issues that the reservation bid leaves open count as 0 in it",
                    STR_ARGS(r->profile->name));
    return true;
}

// Not of GeniusWeb itself, but written by programs that convert into its form.
static bool read_terms(struct reading_web *r, const struct json *space)
{
    const struct json *reserve = json_member(space, "reserved_value");
    const struct json *discount = json_member(space, "discount_factor");
    struct str text = STR("1");
    if (tree_text(discount, &text) && !str_equal(text, STR("1.0")) && !str_equal(text, STR("1")))
        domain_note(r->domain,
                    "%.*s: worths lose value by the factor %.*s over time; packages are weighed "
                    "as of now",
                    STR_ARGS(r->profile->name), STR_ARGS(text));
    return tree_is_null(reserve) ||
           tree_number(r->tree, reserve, STR("reserved_value"), &r->profile->reserve,
                       &r->profile->is_near, r->error);
}

bool geniusweb_read_profile(const struct tree *tree, struct domain *domain, struct profile *profile,
                            struct error *error)
{
    struct reading_web r = {.tree = tree, .domain = domain, .profile = profile, .error = error};
    const struct json *space = &tree->root->items[0];
    if (!str_equal(tree->root->names[0], linear_additive))
        return refuse(&r, UNSUPPORTED, space,
                      "only profiles of the kind LinearAdditiveUtilitySpace are read, not",
                      tree->root->names[0]);
    struct str stem = domain_file_stem(tree->name);
    *profile = profile_make(domain, stem, stem);
    (void)tree_text(json_member(space, "name"), &profile->name);
    const struct json *utilities;
    const struct json *weights;
    const struct json *bid = json_member(space, "reservationBid");
    if (!is_by_issue(&r, space, "issueUtilities", &utilities) ||
        !is_by_issue(&r, space, "issueWeights", &weights))
        return false;
    for (size_t i = 0; i < utilities->count; i++)
        if (!read_utilities(&r, domain_issue(domain, utilities->names[i]), &utilities->items[i]))
            return false;
    if (!read_weights(&r, weights) || !read_terms(&r, space) ||
        (!tree_is_null(bid) && !read_bid(&r, bid)))
        return false;
    profile->is_near = profile->is_near || r.is_near;
    return true;
}
