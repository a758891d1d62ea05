// SPDX-License-Identifier: Apache-2.0
//
//   name: Trade                                     name: buyer
//   type: DiscreteCartesianOutcomeSpace             type: LinearAdditiveUtilityFunction
//   issues:                                         reserved_value: 0.25
//   - name: quantity                                weights: [0.4, 0.6]
//     type: ContiguousIssue                         values:
//     values: [1, 10]      # from 1 to 10           - {type: AffineFun, slope: 0.1, bias: 0.0}
//   - name: colour                                  - type: TableFun
//     type: CategoricalIssue                          mapping: {red: 1.0, blue: 0.0}
//     values: [red, blue]
//
// A discounted function has its base inside: {type: ExpDiscountedUFun, discount: 0.9, ufun: {…}}.
#include "exchange/foreign_scenarios/negmas.h"

#include "exchange/foreign_scenarios/negmas_value.h"

static const struct fraction one = {1, 1};

struct reading_negmas {
    const struct tree *tree;
    struct domain *domain;
    struct profile *profile;
    struct error *error;
};

static bool refuse(const struct reading_negmas *r, enum error_code code, const struct json *value,
                   const char *what, struct str quoted)
{
    return tree_refuse(r->tree, code, value, r->error, what, quoted);
}

bool negmas_is_domain(const struct tree *tree)
{
    return str_contains(negmas_type(tree->root), STR("OutcomeSpace"));
}

bool negmas_is_profile(const struct tree *tree)
{
    return str_contains(negmas_type(tree->root), STR("Fun"));
}

bool negmas_is_aside(struct str name)
{
    name = str_skip(name, str_behind_last(name, '/'));
    return str_starts_with(name, STR("_")) || str_equal(name, STR("stats.json")) ||
           str_ends_with(name, STR("specials.json")) || str_ends_with(name, STR("pareto.xml"));
}

// --- Issues

static bool add_whole_numbers(struct reading_negmas *r, struct str name, const struct json *values,
                              const struct json *issue)
{
    struct fraction ends[2];
    struct list options;
    bool is_near = false;
    if (values->count != 2)
        return refuse(r, BAD_INPUT, values, "a range of two whole numbers was expected in", name);
    for (size_t i = 0; i < 2; i++)
        if (!tree_number(r->tree, &values->items[i], name, &ends[i], &is_near, r->error))
            return false;
    if (is_near || ends[0].under != 1 || ends[1].under != 1 ||
        !domain_range(ends[0], ends[1], one, SCENARIO_OPTIONS_MAX, r->domain->arena, &options))
        return refuse(r, BAD_INPUT, values,
                      "the range leaves no options, or too many, in the issue", name);
    return domain_add(r->domain, name, LIST_ITEMS(&options, struct str), options.count, true,
                      r->error) ||
           tree_misplaced(r->tree, issue, r->error);
}

static bool add_issue(struct reading_negmas *r, const struct json *issue)
{
    struct str name;
    struct str type = negmas_type(issue);
    const struct json *values = json_member(issue, "values");
    if (!tree_text(json_member(issue, "name"), &name))
        return refuse(r, BAD_INPUT, issue, "an issue without a", STR("name"));
    if (str_contains(type, STR("Continuous")) || str_contains(type, STR("Infinite")))
        return refuse(r, UNSUPPORTED, issue,
                      "only issues with options that can be counted are read, not", type);
    if (!values || values->kind != JSON_ARRAY)
        return refuse(r, BAD_INPUT, issue, "no list of values in the issue", name);
    if (str_equal(type, STR("ContiguousIssue")))
        return add_whole_numbers(r, name, values, issue);
    struct str *options = ARENA_ARRAY(r->domain->arena, struct str, values->count);
    for (size_t i = 0; i < values->count; i++)
        if (!tree_text(&values->items[i], &options[i]))
            return refuse(r, UNSUPPORTED, &values->items[i],
                          "an option that is neither text nor number in the issue", name);
    return domain_add(r->domain, name, options, values->count, str_contains(type, STR("Cardinal")),
                      r->error) ||
           tree_misplaced(r->tree, issue, r->error);
}

bool negmas_read_domain(const struct tree *tree, struct domain *domain, struct error *error)
{
    struct reading_negmas r = {.tree = tree, .domain = domain, .error = error};
    const struct json *root = tree->root;
    if (!negmas_is_domain(tree))
        root = json_member(root, "outcome_space");
    const struct json *issues = json_member(root, "issues");
    if (!root)
        return refuse(&r, BAD_INPUT, tree->root, "a utility function without its outcome space",
                      STR(""));
    if (!issues || issues->kind != JSON_ARRAY || issues->count == 0)
        return refuse(&r, UNSUPPORTED, root,
                      "an outcome space without a list of issues:", negmas_type(root));
    if (domain->name.length == 0)
        (void)tree_text(json_member(root, "name"), &domain->name);
    for (size_t i = 0; i < issues->count; i++)
        if (!add_issue(&r, &issues->items[i]))
            return false;
    return true;
}

// --- A party's values

// What stands for an issue in a list in the issues' order, or in an object by their names.
static const struct json *entry_of(const struct reading_negmas *r, const struct json *entries,
                                   uint32_t issue)
{
    if (entries && entries->kind == JSON_ARRAY && issue < entries->count)
        return &entries->items[issue];
    struct str name = domain_issue_at(r->domain, issue)->name;
    return json_member(entries, arena_c_string(r->domain->arena, name));
}

static bool check_entries(const struct reading_negmas *r, const struct json *entries)
{
    if (!entries || tree_is_null(entries))
        return true;
    if (entries->kind == JSON_ARRAY && entries->count != r->domain->issues.count)
        return refuse(r, BAD_INPUT, entries,
                      "not one entry for each issue in the weights or values of", r->profile->name);
    if (entries->kind != JSON_ARRAY && entries->kind != JSON_OBJECT)
        return refuse(r, BAD_INPUT, entries, "weights or values that are no list in",
                      r->profile->name);
    for (size_t i = 0; entries->kind == JSON_OBJECT && i < entries->count; i++)
        if (domain_issue(r->domain, entries->names[i]) == NAMES_NONE)
            return refuse(r, BAD_INPUT, &entries->items[i], "the outcome space has no issue",
                          entries->names[i]);
    return true;
}

static bool read_weight(struct reading_negmas *r, const struct json *weights, uint32_t issue,
                        struct fraction otherwise)
{
    struct fraction *weight = &r->profile->weights[issue];
    const struct json *value = entry_of(r, weights, issue);
    *weight = otherwise;
    return tree_is_null(value) ||
           tree_number(r->tree, value, domain_issue_at(r->domain, issue)->name, weight,
                       &r->profile->is_near, r->error);
}

// Each option through the value function of its issue; without one it is worth its number.
static bool read_values(struct reading_negmas *r, const struct json *values, uint32_t issue)
{
    struct negmas_value value = {
        .tree = r->tree, .domain = r->domain, .issue = issue, .is_near = &r->profile->is_near};
    struct fraction *evaluations =
        r->profile->evaluations + domain_issue_at(r->domain, issue)->first;
    return negmas_value_read(&value, entry_of(r, values, issue), evaluations, r->error);
}

// bias + sum of weight × value of the option; in affine functions the value is the option's number.
static bool read_linear(struct reading_negmas *r, const struct json *function, bool has_values)
{
    const struct json *weights = json_member(function, "weights");
    const struct json *values = has_values ? json_member(function, "values") : NULL;
    const struct json *bias = json_member(function, "bias");
    uint32_t count = (uint32_t)r->domain->issues.count; // at most SCENARIO_ISSUES_MAX
    struct fraction otherwise = has_values ? one : (struct fraction){1, count};
    if (!check_entries(r, weights) || !check_entries(r, values))
        return false;
    if (has_values && !values)
        return refuse(r, BAD_INPUT, function, "a function without its", STR("values"));
    for (uint32_t i = 0; i < count; i++)
        if (!read_weight(r, weights, i, otherwise) || !read_values(r, values, i))
            return false;
    return tree_is_null(bias) || tree_number(r->tree, bias, STR("bias"), &r->profile->constant,
                                             &r->profile->is_near, r->error);
}

static bool read_constant(struct reading_negmas *r, const struct json *function)
{
    return tree_number(r->tree, json_member(function, "value"), STR("value"), &r->profile->constant,
                       &r->profile->is_near, r->error);
}

static bool is_endless(struct str text)
{
    return str_equal_ignoring_case(text, STR("-.inf")) ||
           str_equal_ignoring_case(text, STR("-inf")) ||
           str_equal_ignoring_case(text, STR("-infinity"));
}

// *has_reserve: a number was given.
static bool read_reserve(struct reading_negmas *r, const struct json *function, bool *has_reserve)
{
    const struct json *reserve = json_member(function, "reserved_value");
    struct str text = STR("");
    *has_reserve = false;
    if (tree_is_null(reserve) || (tree_text(reserve, &text) && is_endless(text)))
        return true;
    *has_reserve = true;
    r->profile->reserve_kind = RESERVE_NUMBER;
    return tree_number(r->tree, reserve, STR("reserved_value"), &r->profile->reserve,
                       &r->profile->is_near, r->error);
}

static void note_discount(struct reading_negmas *r, const struct json *function)
{
    static const char *const members[] = {"discount", "cost"};
    for (size_t i = 0; i < 2; i++) {
        struct str text = STR("");
        if (tree_text(json_member(function, members[i]), &text))
            domain_note(r->domain,
                        "%.*s: worths change over time (%s %.*s); packages are weighed as of now",
                        STR_ARGS(r->profile->name), members[i], STR_ARGS(text));
    }
}

static bool is_discounted(const struct json *function)
{
    return str_contains(negmas_type(function), STR("Discounted")) &&
           json_member(function, "ufun") != NULL;
}

// The base of a function that is discounted over time. Its reserve counts where that is discounted
// with it (dynamic_reservation), else the outer one.
static bool unwrap(struct reading_negmas *r, const struct json **function)
{
    const struct json *outer = *function;
    bool has_reserve = false;
    for (; is_discounted(*function); *function = json_member(*function, "ufun"))
        note_discount(r, *function);
    struct str dynamic = STR("true");
    (void)tree_text(json_member(outer, "dynamic_reservation"), &dynamic);
    if (str_equal_ignoring_case(dynamic, STR("true")) && !read_reserve(r, *function, &has_reserve))
        return false;
    return has_reserve || read_reserve(r, outer, &has_reserve);
}

bool negmas_read_profile(const struct tree *tree, struct domain *domain, struct profile *profile,
                         struct error *error)
{
    struct reading_negmas r = {.tree = tree, .domain = domain, .profile = profile, .error = error};
    const struct json *function = tree->root;
    struct str stem = domain_file_stem(tree->name);
    *profile = profile_make(domain, stem, stem);
    profile->reserve_kind = RESERVE_LOWEST;
    (void)tree_text(json_member(function, "name"), &profile->name);
    if (!unwrap(&r, &function))
        return false;
    struct str type = negmas_type(function);
    if (str_equal(type, STR("LinearAdditiveUtilityFunction")) ||
        str_equal(type, STR("LinearUtilityAggregationFunction")))
        return read_linear(&r, function, true);
    if (str_equal(type, STR("LinearUtilityFunction")) ||
        str_equal(type, STR("AffineUtilityFunction")))
        return read_linear(&r, function, false);
    if (str_equal(type, STR("ConstUtilityFunction")))
        return read_constant(&r, function);
    return refuse(&r, UNSUPPORTED, function,
                  "only linear additive, affine, linear and constant utility functions are read, "
                  "not",
                  type);
}
