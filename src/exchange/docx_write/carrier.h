// SPDX-License-Identifier: Apache-2.0
// What of a draft has been brought into the base's package so far, each thing once.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_CARRIER_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_CARRIER_H

#include "exchange/docx_write/writer.h"

// What stands for each name of a draft's package in the base's; found once.
struct carried {
    struct names *names;
    struct list values; // struct str, by name number
};

struct carrier {
    struct docx_writer *writer;
    uint32_t document;
    struct carried styles;
    struct carried numbers;
    struct carried parts;
    struct carried notes;
    struct carried bookmarks; // ids, each with its part; empty: left out
};

// Gives true and *value when the name was carried before; else its place is taken by `value`,
// which carried_set replaces once it is known.
bool carried_find(struct carried *carried, struct str name, struct str *value);
void carried_set(struct carried *carried, struct str name, struct str value);

#endif
