// SPDX-License-Identifier: Apache-2.0
// Namespaces in XML: which prefix means which namespace where, and a number for every full name.

#ifndef ENTENTE_CODEC_XML_NAMES_H
#define ENTENTE_CODEC_XML_NAMES_H

#include "base/builder.h"
#include "base/error.h"
#include "base/list.h"
#include "base/names.h"

#define RECENT_NAMES 64

// A name that was written not long ago; its number + 1, 0: none.
struct recent_name {
    struct str written;
    uint32_t number;
};

// Names are looked up by their form with prefix; what that means is found out anew only where a
// declaration has come or gone.
struct xml_scope {
    struct names *names;   // full names: "namespace local", or "local" alone
    struct list bindings;  // prefixes in force, innermost last
    struct names *written; // names as written, with their prefix
    struct list meanings;  // of those, by their number
    struct recent_name recent[RECENT_NAMES];
    uint32_t epoch; // how often the bindings have changed
    struct builder scratch;
    struct arena *arena;
};

struct xml_scope xml_scope_make(struct arena *arena);

// Is the attribute a declaration (xmlns, xmlns:p)?
bool xml_is_declaration(struct str attribute);
// Takes in a declaration that holds for element `node` and what stands in it.
//
// Errors: BAD_INPUT (no place set), as all below; TOO_LARGE for a namespace of unheard-of length
bool xml_scope_declare(struct xml_scope *scope, uint32_t node, struct str attribute,
                       struct str space, struct error *error) MUST_CHECK;
// Ends the declarations of element `node`.
void xml_scope_leave(struct xml_scope *scope, uint32_t node);

// The number of an element's or attribute's full name. An attribute without prefix has no
// namespace.
// Errors: BAD_INPUT for an undeclared prefix; TOO_LARGE for more names than any vocabulary has
bool xml_scope_name(struct xml_scope *scope, struct str written, bool is_attribute,
                    uint32_t *number, struct error *error) MUST_CHECK;

#endif
