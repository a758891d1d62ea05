// SPDX-License-Identifier: Apache-2.0
// A diagram that keeps only some of the rules, where one with all of them would be too large.

#ifndef ENTENTE_BARGAIN_LOOSE_DIAGRAM_H
#define ENTENTE_BARGAIN_LOOSE_DIAGRAM_H

#include "bargain/diagram.h"

// As diagram_make, with as many clauses as join no more than a few issues to one another. Every
// allowed outcome is a way through it, but not every way is allowed: what is counted in it is too
// much, never too little. diagram->clauses are all clauses, and is_loose is set where some are left out.
bool loose_diagram_make(const struct scenario *scenario, struct clauses clauses,
                        const bool *removed, struct budget *budget, struct arena *arena,
                        struct diagram *diagram, struct error *error) MUST_CHECK;

// The same without any rule between two issues and without pair values, for which most and least leave
// room: a row of issues, quickly made whatever the scenario.
bool bare_diagram_make(const struct scenario *scenario, struct clauses clauses, const bool *removed,
                       struct budget *budget, struct arena *arena, struct diagram *diagram,
                       struct error *error) MUST_CHECK;

#endif
