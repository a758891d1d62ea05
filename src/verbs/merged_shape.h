// SPDX-License-Identifier: Apache-2.0
// How a merged text is shown: --as and the ending of -o, which merge and brackets have in common.

#ifndef ENTENTE_VERBS_MERGED_SHAPE_H
#define ENTENTE_VERBS_MERGED_SHAPE_H

#include "verbs/request.h"

#include <entente/merge.h>

// The names that --as takes, for the table of options.
#define FORM_CHOICES "brackets|proposals|options|redline|columns|json|list|comments"

// Whether it is one of these names, and of which form.
bool merged_form_named(const char *name, enum entente_form *form);

// The value of the form that is JSON; the others are an enum entente_format.
enum { MERGED_AS_JSON = 100 };

struct merged_shape {
    enum entente_form form; // is_chosen: by --as, or by .json
    bool is_chosen;
    enum entente_format format;
};

// What a person sees in colours has them only on a terminal. False when --as and the ending of -o
// contradict each other.
bool merged_shape_of(struct request *request, struct merged_shape *shape) MUST_CHECK;

// How struck words are to be read, as --struck says.
enum entente_struck merged_struck_of(struct request *request);

#endif
