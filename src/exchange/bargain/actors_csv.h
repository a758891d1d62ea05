// SPDX-License-Identifier: Apache-2.0
// Tables of actors as published for spatial models: influence, position and salience, a row each.

#ifndef ENTENTE_EXCHANGE_BARGAIN_ACTORS_CSV_H
#define ENTENTE_EXCHANGE_BARGAIN_ACTORS_CSV_H

#include "spatial_model/actors.h"

// Reads a table: a .csv, or the first sheet that is not hidden of an .xlsx or .ods. The header is
// the first row with a heading for a position and one for influence or salience
// (actors_heading.h). Without a column of influence or salience all count alike in it. Each column
// of positions is a dimension, with the columns of its name; where there is one only and a column
// of issues, each issue is one, and an actor has a row for each issue. An actor with an empty or
// missing cell takes no part in that dimension.
//
// Owner:   arena; names may be borrowed from text
// Errors:  BAD_INPUT with the line: no header, an actor twice in one dimension, a cell that is no
//          number or has too many digits, a number below 0 that is no position; TOO_LARGE above
//          SPATIAL_ACTORS_MAX or ACTORS_DIMENSIONS_MAX
bool actors_csv_read(struct str source, struct str text, struct arena *arena, struct actors *actors,
                     struct error *error) MUST_CHECK;

#endif
