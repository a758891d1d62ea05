// SPDX-License-Identifier: Apache-2.0
// A JSON or YAML file of a platform, and what its members are as texts and numbers.

#ifndef ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_TREE_H
#define ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_TREE_H

#include "codec/json.h"
#include "exchange/bargain/fraction.h"

// One file. From YAML every scalar is a text.
struct tree {
    struct str name;
    struct str bytes;
    const struct json *root;
};

// The text of a scalar: a number's digits, "true", "false". Gives false for lists, objects, null and
// what is not there, and leaves *text alone.
bool tree_text(const struct json *value, struct str *text);
// Nothing there, or null in any spelling of YAML.
bool tree_is_null(const struct json *value);

// Refuses with the line of the value (NULL: of the file) and the quoted text, if it has one.
bool tree_refuse(const struct tree *tree, enum error_code code, const struct json *value,
                 struct error *error, const char *what, struct str quoted);

// Says that an error without a place is at this value; gives false.
bool tree_misplaced(const struct tree *tree, const struct json *value, struct error *error);

// The scalar as a decimal number (fraction_near), or BAD_INPUT naming `part`.
bool tree_number(const struct tree *tree, const struct json *value, struct str part,
                 struct fraction *number, bool *is_near, struct error *error) MUST_CHECK;

#endif
