// SPDX-License-Identifier: Apache-2.0
// The steps file: what a person has confirmed, corrected or added beside a text, in YAML.

#ifndef ENTENTE_EXCHANGE_TIMETABLE_STEPS_STEPS_YAML_H
#define ENTENTE_EXCHANGE_TIMETABLE_STEPS_STEPS_YAML_H

#include "codec/json.h"
#include "timetable/plan.h"

// Whether limits found in the text that the file does not list count as well.
enum steps_proposals { PROPOSALS_USE, PROPOSALS_IGNORE };

// Reads a steps file into a plan that is not finished yet; docs/timetable.md has the form.
//
// Result:  steps, anchors, limits and guarantees are added to the plan, all confirmed; its rules,
//          calendar and origin are set where the file does
// Errors:  BAD_INPUT with line and column: YAML that is none, a key that is not known, an
//          impossible date, an unknown unit, anchors that lead back to themselves; TOO_LARGE
bool steps_read(struct str source, struct str text, struct plan *plan,
                enum steps_proposals *proposals, struct error *error) MUST_CHECK;

#endif
