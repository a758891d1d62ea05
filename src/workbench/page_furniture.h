// SPDX-License-Identifier: Apache-2.0
// Running heads and page numbers in text that was taken from pages.

#ifndef ENTENTE_WORKBENCH_PAGE_FURNITURE_H
#define ENTENTE_WORKBENCH_PAGE_FURNITURE_H

#include "base/arena.h"

// Where form feeds part a text into pages: blanks the lines that come back at the top or the foot
// of three pages or more, figures aside. Blanked bytes are spaces, so that every other byte keeps
// its place. Lines with brackets or braces are never blanked.
// Result: text itself when it has no pages, else a copy in the arena
// Cost:   O(length)
struct str page_furniture_blank(struct str text, struct arena *arena);

#endif
