// SPDX-License-Identifier: Apache-2.0
// spatial: positions on a line, weighed by influence and salience.

#ifndef ENTENTE_SPATIAL_H
#define ENTENTE_SPATIAL_H

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

enum entente_spatial_form {
    ENTENTE_SPATIAL_TEXT, // tables for people
    ENTENTE_SPATIAL_JSON, // "entente-spatial/1", see docs/spatial.md
    ENTENTE_SPATIAL_HTML, // a page: each dimension with its picture and tables
};

struct entente_spatial_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_spatial_form form;
    bool challenge; // also the challenge model, round by round: real-valued, the rest is exact
};

// Reads a CSV table of actors and says, for each dimension, what a weighted majority would keep
// and what one actor's change would do to it.
ENTENTE_API bool entente_spatial(const struct entente_spatial_options *options,
                                 const struct entente_file *table,
                                 const struct entente_bounds *bounds,
                                 struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
