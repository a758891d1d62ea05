// SPDX-License-Identifier: Apache-2.0
// Which rival wordings bring about what is found in a text: the smallest sets, from few texts.
//
// The text has places, each with options; option 0 is what stands there when nothing is taken. A set
// takes other options at some places. Only places that are linked can bring something about together,
// so sets that have no link between them are tried in one text, and what is found there is told apart
// by where it stands. A link is about a topic, such as one number or one term: what is found is about one
// thing, so the links that make a set of three or more are about one topic, besides those that have none.
// Whoever asks reads the texts:
//
//     combinations_seed(search, …) and combinations_tell(search, …) for each text that is read anyway
//     while ((options = combinations_next(search)) != NULL)
//         combinations_tell(search, what is found in the text with these options);

#ifndef ENTENTE_PROOFREADING_COMBINATIONS_H
#define ENTENTE_PROOFREADING_COMBINATIONS_H

#include "base/list.h"

#define COMBINATION_MOST 4 // wordings of one set

struct combination_choice {
    uint32_t place;
    uint32_t option; // not 0
};

struct combination_set {
    const struct combination_choice *items; // by place, rising
    uint32_t count;
};

#define COMBINATION_ANY                                                                            \
    UINT32_MAX // the topic of a link of places that bear upon one another in all

struct combination_link {
    uint32_t place;
    uint32_t topic;
};

struct combination_field {
    uint32_t place_count;
    const uint32_t *option_counts; // by place, at least 1
    // By place: struct combination_link, to each place and topic once; a link stands at both of its ends.
    const struct list *links;
    uint32_t most_texts; // that may be read
};

// Something that stands in the text which was read, by the caller's number for it, and the places on
// which it may rest.
struct combination_sight {
    uint32_t finding;
    const uint32_t *places;
    uint32_t place_count;
};

struct combination_search;

// Owner: arena; the field's arrays are borrowed
struct combination_search *combinations_make(const struct combination_field *field,
                                             struct arena *arena);
// A text that was read anyway: an option for each place.
void combinations_seed(struct combination_search *search, const uint32_t *options);
// The next text: an option for each place. NULL: all has been tried, or enough was read.
// The first text takes nothing.
const uint32_t *combinations_next(struct combination_search *search);
// Whether what was found in that text is not yet explained by a set that the text takes.
bool combinations_wants(const struct combination_search *search, uint32_t finding);
// Tells everything that combinations_wants in the text that was given last.
void combinations_tell(struct combination_search *search, const struct combination_sight *sights,
                       size_t count);

// The smallest sets that bring a finding about, those of fewer wordings first: struct combination_set. One
// that is empty: it stands where nothing is taken.
const struct list *combinations_sets(const struct combination_search *search, uint32_t finding);
uint32_t combinations_texts(const struct combination_search *search);
// The wordings of the largest sets that were all tried.
uint32_t combinations_depth(const struct combination_search *search);
// Whether larger sets of linked places, or some of these, were left untried.
bool combinations_is_cut(const struct combination_search *search);
// Whether a set with this place is among them.
bool combinations_is_left(const struct combination_search *search, uint32_t place);

#endif
