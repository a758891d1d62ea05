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
#include "exchange/foreign_scenarios/genius.h"

#include "base/checked.h"

// Bounds beyond this are no counted options.
#define LARGEST_BOUND 10000000

struct reading_genius {
    const struct genius *genius;
    struct domain *domain;
    struct error *error;
    struct profile *profile; // while a profile is read
    struct names *weight_indexes;
    struct list weight_nodes; // uint32_t: by the number of the index
};

// Costs a look at the file up to there: only for what is wrong.
static struct place place_of_node(const struct reading_genius *r, uint32_t node)
{
    const struct xml *xml = &r->genius->xml;
    return place_in(r->genius->name, xml->source, xml->nodes[node].from);
}

static bool refuse(const struct reading_genius *r, enum error_code code, uint32_t node,
                   const char *what, struct str quoted)
{
    return error_at(r->error, code, place_of_node(r, node), "%s \"%.*s\"", what, STR_ARGS(quoted));
}

static bool is_named(const struct genius *genius, uint32_t node, struct str local)
{
    uint32_t name = genius->xml.nodes[node].name;
    return name != XML_TEXT && str_equal(xml_local(&genius->xml, name), local);
}

bool genius_is_domain(const struct genius *genius)
{
    return is_named(genius, 0, STR("negotiation_template"));
}

bool genius_is_profile(const struct genius *genius)
{
    return is_named(genius, 0, STR("utility_space"));
}

static struct str value_of(const struct reading_genius *r, uint32_t node, struct str attribute)
{
    struct str value = STR("");
    uint32_t name = xml_name(&r->genius->xml, STR(""), attribute);
    if (name != NAMES_NONE)
        (void)xml_value(&r->genius->xml, node, name, &value);
    return value;
}

static bool number_of(struct reading_genius *r, uint32_t node, struct str attribute,
                      struct fraction *number)
{
    struct str value = value_of(r, node, attribute);
    return fraction_near(value, number, &r->profile->is_near) ||
           refuse(r, BAD_INPUT, node, "a decimal number was expected, not", value);
}

static bool is_integer_issue(const struct reading_genius *r, uint32_t node)
{
    return str_equal(value_of(r, node, STR("type")), STR("integer"));
}

// Items deeper down belong to functions that say how alike two options are.
static bool is_item_of(const struct reading_genius *r, uint32_t node, uint32_t issue)
{
    return r->genius->xml.nodes[node].parent == issue && is_named(r->genius, node, STR("item"));
}

// --- Issues and their options

static bool bounds_of(struct reading_genius *r, uint32_t node, int64_t *lower, int64_t *upper)
{
    // The bounds stand at the issue or at a <range> inside it.
    uint32_t holder = node;
    for (uint32_t child = node + 1; child < r->genius->xml.nodes[node].end; child++)
        if (is_named(r->genius, child, STR("range")))
            holder = child;
    if (checked_parse(value_of(r, holder, STR("lowerbound")), lower) &&
        checked_parse(value_of(r, holder, STR("upperbound")), upper) && *lower >= -LARGEST_BOUND &&
        *upper <= LARGEST_BOUND)
        return true;
    return refuse(r, BAD_INPUT, node, "no range of whole numbers in the issue",
                  value_of(r, node, STR("name")));
}

static bool add_values(struct reading_genius *r, uint32_t node, struct list *options)
{
    int64_t lower = 0;
    int64_t upper = 0;
    struct fraction one = {1, 1};
    if (!bounds_of(r, node, &lower, &upper))
        return false;
    return domain_range((struct fraction){lower, 1}, (struct fraction){upper, 1}, one,
                        SCENARIO_OPTIONS_MAX, r->domain->arena, options) ||
           refuse(r, BAD_INPUT, node, "bounds that leave no options, or too many, in the issue",
                  value_of(r, node, STR("name")));
}

static bool add_issue(struct reading_genius *r, uint32_t node)
{
    struct list options = LIST_MAKE(r->domain->arena, struct str);
    struct str name = value_of(r, node, STR("name"));
    if (str_equal(value_of(r, node, STR("type")), STR("real")))
        return refuse(r, UNSUPPORTED, node, "real numbers cannot be counted as options: issue",
                      name);
    if (is_integer_issue(r, node) && !add_values(r, node, &options))
        return false;
    for (uint32_t child = node + 1; child < r->genius->xml.nodes[node].end; child++)
        if (is_item_of(r, child, node))
            *LIST_ADD(&options, struct str) = value_of(r, child, STR("value"));
    if (domain_add(r->domain, name, LIST_ITEMS(&options, struct str), options.count, false,
                   r->error))
        return true;
    r->error->place = place_of_node(r, node);
    return false;
}

bool genius_read_domain(const struct genius *genius, struct domain *domain, struct error *error)
{
    struct reading_genius r = {.genius = genius, .domain = domain, .error = error};
    for (uint32_t node = 0; node < genius->xml.node_count; node++)
        if (is_named(genius, node, STR("issue")) && !add_issue(&r, node))
            return false;
    return domain->issues.count > 0 || refuse(&r, BAD_INPUT, 0, "no issues in", genius->name);
}

// --- A party's values

static void find_weights(struct reading_genius *r)
{
    const struct genius *genius = r->genius;
    r->weight_indexes = names_make(r->domain->arena);
    r->weight_nodes = LIST_MAKE(r->domain->arena, uint32_t);
    for (uint32_t node = 0; node < genius->xml.node_count; node++) {
        if (!is_named(genius, node, STR("weight")))
            continue;
        struct str index = value_of(r, node, STR("index"));
        if (names_add(r->weight_indexes, index) == r->weight_nodes.count)
            *LIST_ADD(&r->weight_nodes, uint32_t) = node;
    }
}

// The weight of the issue with this index.
static bool weight_of(struct reading_genius *r, uint32_t issue_node, struct fraction *weight)
{
    uint32_t found = names_find(r->weight_indexes, value_of(r, issue_node, STR("index")));
    if (found == NAMES_NONE)
        return refuse(r, BAD_INPUT, issue_node, "no weight for the issue",
                      value_of(r, issue_node, STR("name")));
    return number_of(r, *LIST_AT(&r->weight_nodes, uint32_t, found), STR("value"), weight);
}

static bool too_fine(struct reading_genius *r, uint32_t node)
{
    return refuse(r, TOO_LARGE, node, "decimals too long to be exact in the issue",
                  value_of(r, node, STR("name")));
}

// evaluations[o] for each option; the largest becomes 1.
static bool evaluate_items(struct reading_genius *r, uint32_t node, uint32_t number,
                           struct fraction *evaluations)
{
    const struct issue *issue = domain_issue_at(r->domain, number);
    struct fraction most = {0, 1};
    uint32_t found = 0;
    bool *is_found = ARENA_ARRAY(r->domain->arena, bool, issue->option_count);
    for (uint32_t child = node + 1; child < r->genius->xml.nodes[node].end; child++) {
        if (!is_item_of(r, child, node))
            continue;
        struct str value = value_of(r, child, STR("value"));
        uint32_t option = domain_option(r->domain, number, value);
        if (option == NAMES_NONE)
            return refuse(r, BAD_INPUT, child, "the domain has no option", value);
        if (!number_of(r, child, STR("evaluation"), &evaluations[option]))
            return false;
        if (fraction_compare(evaluations[option], most) > 0)
            most = evaluations[option];
        found += !is_found[option];
        is_found[option] = true;
    }
    if (found != issue->option_count)
        return refuse(r, BAD_INPUT, node, "not every option is evaluated in the issue",
                      issue->name);
    for (uint32_t o = 0; most.over > 0 && o < issue->option_count; o++)
        if (!fraction_divide(evaluations[o], most, &evaluations[o]))
            return too_fine(r, node);
    return true;
}

static bool read_evaluator(struct reading_genius *r, uint32_t node, struct fraction *offset,
                           struct fraction *slope)
{
    bool is_new = value_of(r, node, STR("slope")).length > 0;
    if (!str_equal(value_of(r, node, STR("ftype")), STR("linear")))
        return refuse(r, UNSUPPORTED, node, "only linear evaluators are read, not",
                      value_of(r, node, STR("ftype")));
    return number_of(r, node, is_new ? STR("offset") : STR("parameter0"), offset) &&
           number_of(r, node, is_new ? STR("slope") : STR("parameter1"), slope);
}

// offset + slope × (value - lower bound), held between 0 and 1.
static bool evaluate_values(struct reading_genius *r, uint32_t node, uint32_t number,
                            struct fraction *evaluations)
{
    const struct issue *issue = domain_issue_at(r->domain, number);
    struct fraction offset = {0, 1};
    struct fraction slope = {0, 1};
    bool has_evaluator = false;
    for (uint32_t child = node + 1; child < r->genius->xml.nodes[node].end; child++) {
        if (!is_named(r->genius, child, STR("evaluator")))
            continue;
        has_evaluator = true;
        if (!read_evaluator(r, child, &offset, &slope))
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

static bool weigh_issue(struct reading_genius *r, uint32_t node, uint32_t *issue)
{
    struct str name = value_of(r, node, STR("name"));
    uint32_t number = domain_issue(r->domain, name);
    if (number == NAMES_NONE)
        return refuse(r, BAD_INPUT, node, "the domain has no issue", name);
    *issue = number;
    struct fraction *evaluations =
        r->profile->evaluations + domain_issue_at(r->domain, number)->first;
    return weight_of(r, node, &r->profile->weights[number]) &&
           (is_integer_issue(r, node) ? evaluate_values(r, node, number, evaluations)
                                      : evaluate_items(r, node, number, evaluations));
}

// The reserve, and a note on what the file says of time.
static bool read_term(struct reading_genius *r, uint32_t node)
{
    struct fraction number;
    struct str value = value_of(r, node, STR("value"));
    if (is_named(r->genius, node, STR("reservation")))
        return number_of(r, node, STR("value"), &r->profile->reserve);
    if (!is_named(r->genius, node, STR("discount_factor")))
        return true;
    if (!number_of(r, node, STR("value"), &number))
        return false;
    if (fraction_compare(number, (struct fraction){1, 1}) != 0)
        domain_note(r->domain,
                    "%.*s: worths lose value by the factor %.*s over time; packages are weighed "
                    "as of now",
                    STR_ARGS(r->profile->name), STR_ARGS(value));
    return true;
}

bool genius_read_profile(const struct genius *genius, struct domain *domain,
                         struct profile *profile, struct error *error)
{
    struct reading_genius r = {
        .genius = genius, .domain = domain, .error = error, .profile = profile};
    struct str name = domain_file_stem(genius->name);
    *profile = profile_make(domain, name, name);
    find_weights(&r);
    bool *is_weighed = ARENA_ARRAY(domain->arena, bool, domain->issues.count);
    size_t weighed = 0;
    for (uint32_t node = 0; node < genius->xml.node_count; node++) {
        uint32_t issue = 0;
        if (!is_named(genius, node, STR("issue")))
            continue;
        if (!weigh_issue(&r, node, &issue))
            return false;
        weighed += !is_weighed[issue];
        is_weighed[issue] = true;
    }
    if (weighed != domain->issues.count)
        return refuse(&r, BAD_INPUT, 0, "not all issues of the domain are weighed in",
                      genius->name);
    for (uint32_t node = 0; node < genius->xml.node_count; node++)
        if (!read_term(&r, node))
            return false;
    return true;
}
