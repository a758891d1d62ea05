// SPDX-License-Identifier: Apache-2.0
// A place in a file that other words go to.

#ifndef ENTENTE_WORKBENCH_TEXT_WORDING_PLACE_H
#define ENTENTE_WORKBENCH_TEXT_WORDING_PLACE_H

#include "base/budget.h"
#include "text/document.h"

#include <entente/entente.h>

// Where words go, in the text of a document that was read from the file.
struct wording_place {
    const struct document *document;
    struct range range;   // whose words they take the place of; may be empty
    bool is_whole;        // it takes in whole paragraphs, or lies between two
    enum block_kind flow; // of an empty place between two paragraphs: what holds them
};

// Which of the tracked changes that a file bears are accepted once it is written anew.
enum wording_settled { SETTLED_NONE, SETTLED_HERE, SETTLED_ALL };

#endif
