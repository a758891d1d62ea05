// SPDX-License-Identifier: Apache-2.0
// What a case is made of: the kinds of items, their fields, and what may stand in each.

#ifndef ENTENTE_CASEFILE_SCHEMA_H
#define ENTENTE_CASEFILE_SCHEMA_H

#include "record/items.h"

enum field_type {
    FIELD_TEXT,
    FIELD_NAME, // one plain line: no line break, control character or turn of direction
    FIELD_DATE, // "2025-12-20"
    FIELD_NUMBER,
    FIELD_FLAG,   // yes or no
    FIELD_CHOICE, // one of `of`: "a|b|c"
    FIELD_REF,    // the id of an item of one of the kinds `of`: "party|group"
    FIELD_TEXTS,  // a list; in one text parted by commas
    FIELD_REFS,
    FIELD_FILE, // a file's path; in the record {bytes, name, sha256, stored}
    FIELD_ROW,  // an object with `fields`
    FIELD_ROWS, // a list of such
};

struct field {
    const char *name;
    enum field_type type;
    bool is_required;
    const char *of;
    const struct field *fields; // end with name == NULL
    const char *help;
};

struct kind {
    const char *name;
    const char *plural; // the key of its list in a folder
    const char *file;   // where its list stands in a folder
    const char *help;
    const struct field *fields; // end with name == NULL
};

// All kinds, in the order in which a case is told; ends with name == NULL.
extern const struct kind schema_kinds[];
const struct kind *schema_kind(struct str name);
const struct kind *schema_kind_of_plural(struct str plural);
// Their names, parted by ", ".
struct str schema_kind_names(struct arena *arena);
const struct field *schema_field(const struct field *fields, struct str name);

// Where a tree came from and what its references may point to.
struct schema_source {
    struct str name;           // for errors
    struct str text;           // the tree's `byte` counts in it; may be empty
    const struct items *items; // items there already
    const struct names *more;  // "kind/id" of items that come with this one; may be NULL
};

// "id" may be any plain text without white space and "+", up to 200 bytes.
bool schema_id_is_good(struct str id);

// A party or a group is named in the name of a log and of a folder: "public", "all", "mediator", "." and
// ".." mean something there, "/", ":" and "," part names.
bool schema_id_fits(const struct kind *kind, struct str id);
#define SCHEMA_PARTY_ID                                                                            \
    "; that of a party or a group is besides no word like public, all or mediator, and without "   \
    "\"/\", \":\" and \",\""

// Whether items of this kind are nobody's business but their party's.
bool schema_is_sealed(const struct kind *kind);

// Reads an object as an item of this kind: every scalar may be text and is made what its field
// says. FIELD_FILE stays the text or object that was given.
//
// Result:   *id is the member "id", empty when it has none; *object is the rest
// Errors:   BAD_INPUT with the place, the wrong value and what was expected
bool schema_read(const struct kind *kind, const struct json *tree,
                 const struct schema_source *source, struct arena *arena, struct str *id,
                 const struct json **object, struct error *error) MUST_CHECK;

#endif
