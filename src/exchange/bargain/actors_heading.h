// SPDX-License-Identifier: Apache-2.0
// What the headings of a table of actors mean.

#ifndef ENTENTE_EXCHANGE_BARGAIN_ACTORS_HEADING_H
#define ENTENTE_EXCHANGE_BARGAIN_ACTORS_HEADING_H

#include "base/str.h"

enum role { ROLE_OTHER, ROLE_ACTOR, ROLE_ISSUE, ROLE_INFLUENCE, ROLE_POSITION, ROLE_SALIENCE };

struct heading {
    enum role role;
    struct str dimension; // the heading without the word that tells its role
};

// Tells the role by a word in the cell, in capitals or not. An issue's heading has nothing else in
// it but "name", "id" and the like.
struct heading heading_of(struct str cell);

// Whether nothing is written in a cell: it is empty, or says so ("NA", "n/a", "-", ".", "missing").
bool heading_is_missing(struct str cell);

#endif
