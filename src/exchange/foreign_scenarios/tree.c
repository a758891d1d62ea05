// SPDX-License-Identifier: Apache-2.0
#include "exchange/foreign_scenarios/tree.h"

bool tree_text(const struct json *value, struct str *text)
{
    if (!value)
        return false;
    switch (value->kind) {
    case JSON_STRING:
    case JSON_NUMBER:
        *text = value->text;
        return true;
    case JSON_BOOL:
        *text = value->truth ? STR("true") : STR("false");
        return true;
    case JSON_NULL:
    case JSON_ARRAY:
    case JSON_OBJECT:
        break;
    }
    return false;
}

bool tree_is_null(const struct json *value)
{
    if (!value || value->kind == JSON_NULL)
        return true;
    return value->kind == JSON_STRING &&
           (value->text.length == 0 || str_equal(value->text, STR("~")) ||
            str_equal_ignoring_case(value->text, STR("null")));
}

bool tree_refuse(const struct tree *tree, enum error_code code, const struct json *value,
                 struct error *error, const char *what, struct str quoted)
{
    struct place place =
        value ? place_in(tree->name, tree->bytes, value->byte) : place_of(tree->name);
    place.has_byte = false;
    return quoted.length > 0 ? error_at(error, code, place, "%s \"%.*s\"", what, STR_ARGS(quoted))
                             : error_at(error, code, place, "%s", what);
}

bool tree_misplaced(const struct tree *tree, const struct json *value, struct error *error)
{
    error->place = place_in(tree->name, tree->bytes, value->byte);
    error->place.has_byte = false;
    return false;
}

bool tree_number(const struct tree *tree, const struct json *value, struct str part,
                 struct fraction *number, bool *is_near, struct error *error)
{
    struct str text;
    if (!tree_text(value, &text))
        return tree_refuse(tree, BAD_INPUT, value, error, "no number for", part);
    if (fraction_near(text, number, is_near))
        return true;
    struct place place = place_in(tree->name, tree->bytes, value->byte);
    place.has_byte = false;
    return error_at(error, BAD_INPUT, place_with_part(place, part),
                    "a decimal number of 64 bits was expected, not \"%.*s\"", STR_ARGS(text));
}
