// SPDX-License-Identifier: Apache-2.0
#include "exchange/foreign_scenarios/domain.h"

#include <stdarg.h>

struct domain domain_make(struct arena *arena)
{
    return (struct domain){.arena = arena,
                           .issues = LIST_MAKE(arena, struct issue),
                           .issue_names = names_make(arena),
                           .option_names = LIST_MAKE(arena, struct names *),
                           .is_numeric = LIST_MAKE(arena, bool),
                           .notes = LIST_MAKE(arena, struct str)};
}

void domain_note(struct domain *domain, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    *LIST_ADD(&domain->notes, struct str) = arena_print_list(domain->arena, format, arguments);
    va_end(arguments);
}

// What an option is known by: a number by its value, so that 100, 100.0 and 1e2 are one.
static struct str key_of(struct str option, bool is_numeric, struct arena *arena)
{
    struct fraction number;
    if (!is_numeric || !fraction_parse(option, &number))
        return option;
    return arena_print(arena, "%lld/%lld", (long long)number.over, (long long)number.under);
}

bool domain_add(struct domain *domain, struct str name, const struct str *options, size_t count,
                bool is_numeric, struct error *error)
{
    if (count == 0)
        return error_set(error, BAD_INPUT, "no options in the issue \"%.*s\"", STR_ARGS(name));
    if (domain->issues.count == SCENARIO_ISSUES_MAX ||
        count > SCENARIO_OPTIONS_MAX - domain->option_total)
        return error_set(error, TOO_LARGE,
                         "with the issue \"%.*s\" the domain has more than %d issues or %d options",
                         STR_ARGS(name), SCENARIO_ISSUES_MAX, SCENARIO_OPTIONS_MAX);
    if (names_add(domain->issue_names, name) != domain->issues.count)
        return error_set(error, BAD_INPUT, "the issue \"%.*s\" stands twice", STR_ARGS(name));
    struct names *keys = names_make(domain->arena);
    for (size_t i = 0; i < count; i++)
        if (names_add(keys, key_of(options[i], is_numeric, domain->arena)) != i)
            return error_set(error, BAD_INPUT,
                             "the option \"%.*s\" stands twice in the issue \"%.*s\"",
                             STR_ARGS(options[i]), STR_ARGS(name));
    // At most SCENARIO_OPTIONS_MAX.
    *LIST_ADD(&domain->issues, struct issue) =
        (struct issue){name, options, (uint32_t)count, domain->option_total};
    *LIST_ADD(&domain->option_names, struct names *) = keys;
    *LIST_ADD(&domain->is_numeric, bool) = is_numeric;
    domain->option_total += (uint32_t)count;
    return true;
}

uint32_t domain_issue(const struct domain *domain, struct str name)
{
    return names_find(domain->issue_names, name);
}

uint32_t domain_option(const struct domain *domain, uint32_t issue, struct str option)
{
    bool is_numeric = *LIST_AT(&domain->is_numeric, bool, issue);
    return names_find(*LIST_AT(&domain->option_names, struct names *, issue),
                      key_of(option, is_numeric, domain->arena));
}

const struct issue *domain_issue_at(const struct domain *domain, uint32_t issue)
{
    return LIST_AT(&domain->issues, struct issue, issue);
}

bool domain_range(struct fraction low, struct fraction high, struct fraction step, size_t most,
                  struct arena *arena, struct list *values)
{
    struct fraction span;
    struct fraction steps;
    if (step.over <= 0 || !fraction_subtract(high, low, &span) || span.over < 0 ||
        !fraction_divide(span, step, &steps))
        return false;
    int64_t last = steps.over / steps.under;
    if ((uint64_t)last >= most)
        return false;
    *values = LIST_MAKE(arena, struct str);
    for (int64_t i = 0; i <= last; i++) {
        struct fraction value;
        if (!fraction_multiply(step, (struct fraction){i, 1}, &value) ||
            !fraction_add(low, value, &value))
            return false;
        *LIST_ADD(values, struct str) = fraction_decimal(value, arena);
    }
    return true;
}

struct str domain_file_stem(struct str file)
{
    file = str_skip(file, str_behind_last(file, '/'));
    size_t dot = str_behind_last(file, '.');
    return dot > 1 ? str_slice(file, 0, dot - 1) : file;
}

struct profile profile_make(const struct domain *domain, struct str name, struct str file)
{
    struct profile profile = {.name = name, .file = file, .reserve = {0, 1}, .constant = {0, 1}};
    profile.weights = ARENA_ARRAY(domain->arena, struct fraction, domain->issues.count);
    profile.evaluations = ARENA_ARRAY(domain->arena, struct fraction, domain->option_total);
    profile.reserve_bid = ARENA_ARRAY(domain->arena, uint32_t, domain->issues.count);
    for (size_t i = 0; i < domain->issues.count; i++) {
        profile.weights[i] = (struct fraction){0, 1};
        profile.reserve_bid[i] = NAMES_NONE;
    }
    for (uint32_t o = 0; o < domain->option_total; o++)
        profile.evaluations[o] = (struct fraction){0, 1};
    return profile;
}
