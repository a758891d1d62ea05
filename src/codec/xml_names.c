// SPDX-License-Identifier: Apache-2.0
#include "codec/xml_names.h"

#define SPACE_MAX 512                 // bytes of a namespace
#define NAMES_MAX ((uint32_t)1 << 16) // distinct names in one part

struct binding {
    struct str prefix; // empty: the default namespace
    struct str space;
    uint32_t node;
};

// What a written name means as an element and as an attribute, and when that was found out.
struct meaning {
    uint32_t number[2];
    uint32_t epoch[2]; // 0: never
};

struct xml_scope xml_scope_make(struct arena *arena)
{
    struct xml_scope scope = {.names = names_make(arena),
                              .bindings = LIST_MAKE(arena, struct binding),
                              .written = names_make(arena),
                              .meanings = LIST_MAKE(arena, struct meaning),
                              .epoch = 1,
                              .scratch = builder_make(arena),
                              .arena = arena};
    *LIST_ADD(&scope.bindings, struct binding) =
        (struct binding){STR("xml"), STR("http://www.w3.org/XML/1998/namespace"), NAMES_NONE};
    return scope;
}

bool xml_is_declaration(struct str attribute)
{
    return str_starts_with(attribute, STR("xmlns")) &&
           (attribute.length == 5 || attribute.bytes[5] == ':');
}

bool xml_scope_declare(struct xml_scope *scope, uint32_t node, struct str attribute,
                       struct str space, struct error *error)
{
    struct str prefix = str_skip(attribute, 6);
    if (space.length > SPACE_MAX)
        return error_set(error, TOO_LARGE, "a namespace has %zu bytes", space.length);
    bool is_bad = attribute.length > 5 && (prefix.length == 0 || space.length == 0);
    if (is_bad)
        return error_set(error, BAD_INPUT, "\"%.*s\" declares nothing", STR_ARGS(attribute));
    *LIST_ADD(&scope->bindings, struct binding) =
        (struct binding){arena_copy(scope->arena, prefix), arena_copy(scope->arena, space), node};
    scope->epoch++;
    return true;
}

void xml_scope_leave(struct xml_scope *scope, uint32_t node)
{
    size_t count = scope->bindings.count;
    while (LIST_AT(&scope->bindings, struct binding, count - 1)->node == node)
        count--;
    if (count < scope->bindings.count)
        scope->epoch++;
    list_cut(&scope->bindings, count);
}

// The namespace that a prefix stands for; the default one may be absent.
static bool find_space(const struct xml_scope *scope, struct str prefix, struct str *space)
{
    for (size_t i = scope->bindings.count; i > 0; i--) {
        const struct binding *binding = LIST_AT(&scope->bindings, struct binding, i - 1);
        if (str_equal(binding->prefix, prefix)) {
            *space = binding->space;
            return true;
        }
    }
    *space = (struct str){NULL, 0};
    return prefix.length == 0;
}

static bool resolve(struct xml_scope *scope, struct str written, bool is_attribute,
                    uint32_t *number, struct error *error)
{
    size_t colon = str_find_byte(written, ':');
    bool has_prefix = colon < written.length;
    struct str prefix = has_prefix ? str_slice(written, 0, colon) : (struct str){NULL, 0};
    struct str local = has_prefix ? str_skip(written, colon + 1) : written;
    bool is_bad = has_prefix && (prefix.length == 0 || local.length == 0 ||
                                 str_find_byte(local, ':') < local.length);
    if (is_bad)
        return error_set(error, BAD_INPUT, "\"%.*s\" is no name with a prefix", STR_ARGS(written));
    struct str space = {NULL, 0};
    if ((has_prefix || !is_attribute) && !find_space(scope, prefix, &space))
        return error_set(error, BAD_INPUT, "the prefix of \"%.*s\" is not declared",
                         STR_ARGS(written));
    builder_cut(&scope->scratch, 0);
    if (space.length > 0) {
        builder_add(&scope->scratch, space);
        builder_add_byte(&scope->scratch, ' ');
    }
    builder_add(&scope->scratch, local);
    struct str full = builder_str(&scope->scratch);
    *number = names_find(scope->names, full);
    if (*number == NAMES_NONE)
        *number = names_add(scope->names, arena_copy(scope->arena, full));
    return true;
}

// A part has a few dozen names, each of them thousands of times.
static struct recent_name *recent_of(struct xml_scope *scope, struct str written)
{
    size_t length = written.length;
    if (length == 0)
        return &scope->recent[0];
    size_t sum = length * 16 + (size_t)(unsigned char)written.bytes[length / 2] * 4 +
                 (unsigned char)written.bytes[length - 1];
    return &scope->recent[sum % RECENT_NAMES];
}

static bool find_written(struct xml_scope *scope, struct str written, uint32_t *known,
                         struct error *error)
{
    struct recent_name *recent = recent_of(scope, written);
    if (recent->number > 0 && str_equal(recent->written, written)) {
        *known = recent->number - 1;
        return true;
    }
    *known = names_find(scope->written, written);
    if (*known == NAMES_NONE) {
        if (names_count(scope->written) >= NAMES_MAX)
            return error_set(error, TOO_LARGE, "the part has more than %u different names",
                             NAMES_MAX);
        *known = names_add(scope->written, arena_copy(scope->arena, written));
        LIST_ADD(&scope->meanings, struct meaning);
    }
    *recent = (struct recent_name){names_at(scope->written, *known), *known + 1};
    return true;
}

bool xml_scope_name(struct xml_scope *scope, struct str written, bool is_attribute,
                    uint32_t *number, struct error *error)
{
    uint32_t known;
    if (!find_written(scope, written, &known, error))
        return false;
    struct meaning *meaning = LIST_AT(&scope->meanings, struct meaning, known);
    if (meaning->epoch[is_attribute] != scope->epoch) {
        if (!resolve(scope, written, is_attribute, &meaning->number[is_attribute], error))
            return false;
        meaning->epoch[is_attribute] = scope->epoch;
    }
    *number = meaning->number[is_attribute];
    return true;
}
