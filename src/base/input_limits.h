// SPDX-License-Identifier: Apache-2.0
// How large an input may be before it is refused, and what reading it may take. Every size that input
// controls has its line here.

#ifndef ENTENTE_BASE_INPUT_LIMITS_H
#define ENTENTE_BASE_INPUT_LIMITS_H

#include "base/error.h"

struct budget;

struct input_limits {
    size_t file_bytes;     // one input file
    size_t zip_entries;    // entries of one zip archive
    size_t zip_part_bytes; // one unpacked part
    size_t zip_total_bytes;
    size_t zip_ratio;      // unpacked / packed, looked at above zip_ratio_from
    size_t zip_ratio_from; // bytes
    size_t xml_depth;      // elements inside one another
    size_t xml_attributes; // of one element
    size_t xml_nodes;      // elements and texts of one part
    size_t json_depth;
    size_t yaml_depth;
    size_t tokens;      // of one document
    size_t paragraphs;  // of one document
    size_t sheet_cells; // filled cells of one sheet of a spreadsheet
    size_t parties;
    size_t network_events; // of one network of time links
    size_t network_links;
    struct budget *budget; // spent as files and their parts are read; NULL: no end
};

// The defaults; every caller may pass its own.
extern const struct input_limits input_limits_default;

// To be called before so many bytes are read: spends steps for them, and looks at the memory held.
// Errors: STOPPED, TOO_LARGE by the budget
bool input_limits_spend(const struct input_limits *limits, size_t bytes,
                        struct error *error) MUST_CHECK;

#endif
