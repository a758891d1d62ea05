// SPDX-License-Identifier: Apache-2.0
// What could everyone accept: packages, fronts, fair points, what blocks, prospects.

#ifndef ENTENTE_BARGAIN_H
#define ENTENTE_BARGAIN_H

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

enum entente_bargain_form {
    ENTENTE_BARGAIN_TEXT, // tables for a terminal
    ENTENTE_BARGAIN_JSON,
    ENTENTE_BARGAIN_HTML, // a page: the picture of the front, the tables
    ENTENTE_BARGAIN_SVG,  // the picture alone
    ENTENTE_BARGAIN_CSV,  // the front, a row a point
    ENTENTE_BARGAIN_XLSX, // a workbook: what was found, and the scores to be changed and answered again
};

struct entente_bargain_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_bargain_form form;
    // One of nash, utilitarian, maxmin, egalitarian, ks: only this point, found without the front.
    // NULL: the whole answer.
    const char *point;
    // What-if changes, made in turn before anything else: "PARTY.reserve=-5", "PARTY.red_line=none",
    // "PARTY.ISSUE.OPTION=7", "ISSUE=OPTION".
    const char *const *changes;
    size_t change_count;
    // The package on the table, "0,2,1" or "Seat=Aland, Term=two years"; NULL: none.
    const char *draft;
    // Further files of the scenario: a domain of Genius, GeniusWeb or NegMAS has a profile for each
    // party. The order counts for the parties alone.
    const struct entente_file *profiles;
    size_t profile_count;
    // The same for the old scenario of a comparison.
    const struct entente_file *old_profiles;
    size_t old_profile_count;
    // Answers as this party sees it: the worths, reserve and red lines of the others are left out.
    const char *party;
    bool explain; // also which issues, reserves and red lines stand in the way
    // Of entente_scenario_answer: packages are counted too, which takes longer than the rest.
    bool counts;
};

// Answers a scenario. The answer is "no" when no package is acceptable to all.
//
// Errors:  ENTENTE_BAD_INPUT with the place; ENTENTE_LIMIT when the bounds are reached before even
//          the packages are laid out. A front that is too large is no error: the answer says so
ENTENTE_API bool entente_bargain(const struct entente_bargain_options *options,
                                 const struct entente_file *scenario,
                                 const struct entente_bounds *bounds,
                                 struct entente_answer **answer, struct entente_error *error);

// Says whether agreement is nearer or farther in `new` than in `old`, for all and for each party.
// The answer is "no" when it is farther for all.
// Errors:  as above; ENTENTE_BAD_INPUT too when the parties differ
ENTENTE_API bool entente_bargain_compare(const struct entente_bargain_options *options,
                                         const struct entente_file *old_scenario,
                                         const struct entente_file *new_scenario,
                                         const struct entente_bounds *bounds,
                                         struct entente_answer **answer,
                                         struct entente_error *error);

// A scenario that is edited and asked again and again, as sliders on a page do. What an edit does not
// touch is not done again.
struct entente_scenario;

// Reads a scenario with exact worths; the options' changes, profiles and party count.
//
// Owner:   the caller closes it; the file may be let go
// Errors:  as entente_bargain; ENTENTE_MISUSE when worths are not known
ENTENTE_API bool entente_scenario_open(const struct entente_bargain_options *options,
                                       const struct entente_file *file,
                                       const struct entente_bounds *bounds,
                                       struct entente_scenario **scenario,
                                       struct entente_error *error);
// NULL is fine.
ENTENTE_API void entente_scenario_close(struct entente_scenario *scenario);

// Makes one change, in the words of the options' changes, and besides
//   "PARTY.red_line=+ISSUE.OPTION", "=-ISSUE.OPTION"    one red line more or less
//   "ISSUE=any"                                         no option of the issue is excluded by itself
//   "not together: ISSUE=OPTION, ISSUE=OPTION", "only with: …", "exactly one: …"   a rule more
//   "drop not together: …"                              the rule goes
// Errors:  ENTENTE_MISUSE quoting the change; the scenario stays as it was
ENTENTE_API bool entente_scenario_edit(struct entente_scenario *scenario, const char *change,
                                       struct entente_error *error);

// Answers the scenario as it stands: the fair points, each with its proof, or the options' point alone;
// with `counts` how many packages are acceptable, too. There is no front, so the form is text or JSON.
// `draft` and `explain` are heeded. The answer does not depend on what was asked or edited before.
ENTENTE_API bool entente_scenario_answer(const struct entente_bargain_options *options,
                                         struct entente_scenario *scenario,
                                         const struct entente_bounds *bounds,
                                         struct entente_answer **answer,
                                         struct entente_error *error);

enum entente_interview_form {
    ENTENTE_INTERVIEW_TEXT,     // the next question, or the scores
    ENTENTE_INTERVIEW_JSON,     // the same: "entente-interview/1"
    ENTENTE_INTERVIEW_SCENARIO, // the scenario with what the party answered put in
    // Three lines, one of which is to be added to the answers: when the first is better, the second, or
    // both are equal (empty: there is no such answer). Then the question for a person. Nothing when
    // nothing is left to be asked.
    ENTENTE_INTERVIEW_PROMPT,
};

struct entente_interview_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_interview_form form;
    const char *party; // who is asked
    // What is to be sure: "ranking", how the party ranks all packages; "trades", those that differ in at
    // most two issues; "front", which packages no other beats. NULL: the ranking.
    const char *wanted;
    const char *package;                // in place of it, the rank of this package; NULL: none
    bool reserve;                       // and which packages the party accepts
    const struct entente_file *answers; // those given so far, a line each; NULL: none
};

// Says what follows from a party's answers, and what to ask it next, until what is wanted is sure.
// The answer is "no" as long as it is not, and when answers contradict one another.
//
// scenario  JSON or a table; what it says of the party's own worths is left aside
// Errors:   as entente_bargain; ENTENTE_BAD_INPUT with the line of an answer; ENTENTE_LIMIT where there are
//           too many packages to be compared with one another
ENTENTE_API bool entente_interview(const struct entente_interview_options *options,
                                   const struct entente_file *scenario,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
