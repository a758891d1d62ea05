// SPDX-License-Identifier: Apache-2.0
// Value functions of NegMAS: what each option of one issue is score.

#ifndef ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_NEGMAS_VALUE_H
#define ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_NEGMAS_VALUE_H

#include "exchange/foreign_scenarios/domain.h"
#include "exchange/foreign_scenarios/tree.h"

struct negmas_value {
    const struct tree *tree;
    const struct domain *domain;
    uint32_t issue;
    bool *is_near; // set when a number had too many digits
};

// The class that an object names, without its modules; empty when it names none.
struct str negmas_type(const struct json *object);

// Evaluates every option: by a table (TableFun, or a bare mapping or list) or a polynomial of its
// number (AffineFun, LinearFun, ConstFun, IdentityFun, QuadraticFun, PolynomialFun).
//
// function     NULL or null: the option's number itself
// evaluations  one for each option of the issue
// Errors:      as negmas_read_profile
bool negmas_value_read(const struct negmas_value *value, const struct json *function,
                       struct fraction *evaluations, struct error *error) MUST_CHECK;

#endif
