// SPDX-License-Identifier: Apache-2.0
// The Pareto front of a bargain as a picture and as a table for spreadsheets.

#ifndef ENTENTE_RENDER_BARGAIN_FRONT_FORMS_H
#define ENTENTE_RENDER_BARGAIN_FRONT_FORMS_H

#include "base/builder.h"
#include "frontier/solution.h"

// Writes one <svg> element: for two parties a scatter, for more (or one) parallel axes. Acceptable
// points are filled or solid, others hollow or thin; fair points have a shape and a label, reserves
// a dashed line, so that it reads without colour. Of a large front every n-th point is drawn.
//
// Cost: O(points drawn × parties)
void front_svg(const struct solution *solution, struct builder *out);

// A row for each point of the front: the values, whether they reach every reserve, an option for each issue.
void front_csv(const struct solution *solution, struct builder *out);

#endif
