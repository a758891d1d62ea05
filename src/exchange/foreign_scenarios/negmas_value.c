// SPDX-License-Identifier: Apache-2.0
#include "exchange/foreign_scenarios/negmas_value.h"

#define MOST_TERMS 16

struct str negmas_type(const struct json *object)
{
    struct str type = STR("");
    if (!tree_text(json_member(object, "type"), &type))
        (void)tree_text(json_member(object, "__python_class__"), &type);
    size_t start = type.length;
    while (start > 0 && type.bytes[start - 1] != '.')
        start--;
    return str_skip(type, start);
}

static const struct issue *issue_of(const struct negmas_value *value)
{
    return domain_issue_at(value->domain, value->issue);
}

static bool read_number(const struct negmas_value *value, const struct json *number,
                        struct str part, struct fraction *result, struct error *error)
{
    return tree_number(value->tree, number, part, result, value->is_near, error);
}

static bool read_mapping(const struct negmas_value *value, const struct json *mapping,
                         struct fraction *evaluations, struct error *error)
{
    const struct issue *issue = issue_of(value);
    bool *is_found = ARENA_ARRAY(value->domain->arena, bool, issue->option_count);
    for (size_t i = 0; i < mapping->count; i++) {
        uint32_t option = domain_option(value->domain, value->issue, mapping->names[i]);
        if (option == NAMES_NONE)
            return tree_refuse(value->tree, BAD_INPUT, &mapping->items[i], error,
                               "the outcome space has no option", mapping->names[i]);
        if (!read_number(value, &mapping->items[i], mapping->names[i], &evaluations[option], error))
            return false;
        is_found[option] = true;
    }
    for (uint32_t o = 0; o < issue->option_count; o++)
        if (!is_found[o])
            return tree_refuse(value->tree, BAD_INPUT, mapping, error, "no value for the option",
                               issue->options[o]);
    return true;
}

// Values in the order of the options.
static bool read_list(const struct negmas_value *value, const struct json *list,
                      struct fraction *evaluations, struct error *error)
{
    const struct issue *issue = issue_of(value);
    if (list->count != issue->option_count)
        return tree_refuse(value->tree, BAD_INPUT, list, error,
                           "not one value for each option of the issue", issue->name);
    for (size_t i = 0; i < list->count; i++)
        if (!read_number(value, &list->items[i], issue->options[i], &evaluations[i], error))
            return false;
    return true;
}

// terms[0] + terms[1] × x + terms[2] × x² + …, for x the option's number.
static bool evaluate(const struct negmas_value *value, const struct fraction *terms, size_t count,
                     const struct json *function, struct fraction *evaluations, struct error *error)
{
    const struct issue *issue = issue_of(value);
    for (uint32_t o = 0; o < issue->option_count; o++) {
        struct fraction x = {0, 1};
        if (count > 1 && !fraction_parse(issue->options[o], &x))
            return tree_refuse(value->tree, BAD_INPUT, function, error,
                               "a function of numbers for an option that is none,",
                               issue->options[o]);
        evaluations[o] = terms[count - 1];
        for (size_t t = count - 1; t > 0; t--)
            if (!fraction_multiply(evaluations[o], x, &evaluations[o]) ||
                !fraction_add(evaluations[o], terms[t - 1], &evaluations[o]))
                return tree_refuse(value->tree, TOO_LARGE, function, error,
                                   "decimals too long for an exact value of the option",
                                   issue->options[o]);
    }
    return true;
}

// The bias, 0 where there is none, and the members that are named, which must be there.
static bool read_terms(const struct negmas_value *value, const struct json *function,
                       const char *const *members, struct fraction *terms, size_t *count,
                       struct error *error)
{
    const struct json *bias = json_member(function, "bias");
    terms[0] = (struct fraction){0, 1};
    *count = 1;
    if (!tree_is_null(bias) && !read_number(value, bias, STR("bias"), &terms[0], error))
        return false;
    for (; members[*count - 1]; (*count)++) {
        const char *member = members[*count - 1];
        const struct json *term = json_member(function, member);
        if (!term)
            return tree_refuse(value->tree, BAD_INPUT, function, error,
                               "a value function without its", str_of(member));
        if (!read_number(value, term, str_of(member), &terms[*count], error))
            return false;
    }
    return true;
}

// "a": the factors of x, x², …
static bool read_polynomial(const struct negmas_value *value, const struct json *function,
                            struct fraction *terms, size_t *count, struct error *error)
{
    static const char *const none[] = {NULL};
    const struct json *factors = json_member(function, "a");
    if (!factors || factors->kind != JSON_ARRAY || factors->count >= MOST_TERMS)
        return tree_refuse(value->tree, BAD_INPUT, function, error,
                           "a polynomial without a list of at most 15 factors", STR("a"));
    if (!read_terms(value, function, none, terms, count, error))
        return false;
    for (size_t i = 0; i < factors->count; i++)
        if (!read_number(value, &factors->items[i], STR("a"), &terms[1 + i], error))
            return false;
    *count = 1 + factors->count;
    return true;
}

static bool read_function(const struct negmas_value *value, const struct json *function,
                          struct fraction *evaluations, struct error *error)
{
    static const struct {
        struct str type;
        const char *members[3]; // the factors of x and x²
    } kinds[] = {{STR_INIT("AffineFun"), {"slope", NULL, NULL}},
                 {STR_INIT("LinearFun"), {"slope", NULL, NULL}},
                 {STR_INIT("ConstFun"), {NULL, NULL, NULL}},
                 {STR_INIT("QuadraticFun"), {"a1", "a2", NULL}}};
    struct fraction terms[MOST_TERMS];
    size_t count = 0;
    struct str type = negmas_type(function);
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
        if (str_equal(type, kinds[k].type))
            return read_terms(value, function, kinds[k].members, terms, &count, error) &&
                   evaluate(value, terms, count, function, evaluations, error);
    if (str_equal(type, STR("PolynomialFun")))
        return read_polynomial(value, function, terms, &count, error) &&
               evaluate(value, terms, count, function, evaluations, error);
    return tree_refuse(value->tree, UNSUPPORTED, function, error,
                       "only tables and polynomials are read as value functions, not", type);
}

bool negmas_value_read(const struct negmas_value *value, const struct json *function,
                       struct fraction *evaluations, struct error *error)
{
    static const struct fraction identity[] = {{0, 1}, {1, 1}};
    struct str type = negmas_type(function);
    if (tree_is_null(function) || str_equal(type, STR("IdentityFun")))
        return evaluate(value, identity, 2, function, evaluations, error);
    if (function->kind == JSON_ARRAY)
        return read_list(value, function, evaluations, error);
    if (function->kind != JSON_OBJECT)
        return tree_refuse(value->tree, BAD_INPUT, function, error,
                           "neither a table nor a function of the issue", issue_of(value)->name);
    const struct json *mapping = json_member(function, "mapping");
    if (!mapping)
        mapping = json_member(function, "d");
    if (mapping && mapping->kind == JSON_OBJECT)
        return read_mapping(value, mapping, evaluations, error);
    return type.length == 0 ? read_mapping(value, function, evaluations, error)
                            : read_function(value, function, evaluations, error);
}
