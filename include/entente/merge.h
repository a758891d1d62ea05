// SPDX-License-Identifier: Apache-2.0
// merge, view, diff: many drafts to one text, and back to one reading.

#ifndef ENTENTE_MERGE_H
#define ENTENTE_MERGE_H

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

// How rival wordings are shown.
enum entente_form {
    ENTENTE_BRACKETS,
    ENTENTE_PROPOSALS,
    ENTENTE_OPTIONS,
    ENTENTE_REDLINE,
    ENTENTE_COLUMNS,
    ENTENTE_JSON,     // "entente-merge/1", see docs/merge.md
    ENTENTE_LIST,     // the open places alone, a row each: .csv, .xlsx, .docx or a Markdown table
    ENTENTE_COMMENTS, // what every delegation suggests and says, provision by provision: .docx
};

// What kind of file comes out.
enum entente_format {
    ENTENTE_MARKDOWN,
    ENTENTE_TEXT,
    ENTENTE_TERMINAL, // text with colours
    ENTENTE_HTML,
    ENTENTE_DOCX, // redline: tracked changes over the base; columns: a table; else brackets in it
    ENTENTE_CSV,  // of a list
    ENTENTE_XLSX,
};

// One party's copy of the base. party == NULL: a .docx whose tracked changes are by several
// people, each of whom, or each group of entente_author, is a party.
struct entente_draft {
    const char *party;
    struct entente_file file;
};

// Which authors of tracked changes speak for a party: "Ivanenko,Petrenko".
struct entente_author {
    const char *party;
    const char *names;
};

// How words that are struck through by hand in a .docx draft are read: as deleted where the base has
// none, always as deleted, or as the words they are.
enum entente_struck { ENTENTE_STRUCK_AS_MARKUP, ENTENTE_STRUCK_DELETED, ENTENTE_STRUCK_WORDS };

// How a summary tells what could not be carried or had to be decided: in one line a party and kind, where
// what comes in numbers is counted, or each note in a line.
enum entente_notes { ENTENTE_NOTES_GROUPED, ENTENTE_NOTES_EACH };

struct entente_merge_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_form form;
    enum entente_format format;
    bool hide_names;
    bool any_base;    // take every draft as a copy of the base, whatever it is
    bool real_moves;  // .docx: moved text as moves, not as deletion and insertion
    const char *date; // .docx: of all changes, "2031-03-01"; NULL: each draft's own
    const struct entente_author *authors;
    size_t author_count;
    // Parties whose drafts are fragments (pasted clauses, an e-mail), each offered as proposals for
    // the clauses that it resembles.
    const char *const *fragments;
    size_t fragment_count;
    enum entente_struck struck;
    enum entente_notes notes;
};

// Joins 1 to 200 drafts with their base. Formats may be mixed. The order of the drafts changes
// nothing.
//
// The answer is no while a slot is open. Its summary says what was agreed, by party, and the notes.
// Errors: bad input; a draft that is no copy of the base (a fragment that is not said to be one, a
//         counter-draft, another text), with what it is and why; over a limit
ENTENTE_API bool entente_merge(const struct entente_merge_options *options,
                               const struct entente_file *base, const struct entente_draft *drafts,
                               size_t draft_count, const struct entente_bounds *bounds,
                               struct entente_answer **answer, struct entente_error *error);

enum entente_view_kind { ENTENTE_VIEW_BASE, ENTENTE_VIEW_PARTY, ENTENTE_VIEW_AGREED };

// How a reading is written.
enum entente_view_form {
    ENTENTE_VIEW_AS_KEPT, // text, a line a paragraph; of bracketed text its own source form
    ENTENTE_VIEW_TEXT,    // text, a line a paragraph
    ENTENTE_VIEW_MARKDOWN,
    ENTENTE_VIEW_HTML,
    ENTENTE_VIEW_JSON, // "entente-view/1"
    ENTENTE_VIEW_DOCX, // the base's own file, with this reading in it
};

struct entente_view_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_view_kind kind;
    const char *party; // ENTENTE_VIEW_PARTY
    enum entente_view_form form;
    // ENTENTE_VIEW_DOCX: the file that the text was merged from; NULL: what the merged text itself holds.
    const struct entente_file *base_file;
};

// Reads one reading back from a merged text: our JSON, our bracketed Markdown, our tracked .docx.
// Result: the reading in the form of the options
ENTENTE_API bool entente_view(const struct entente_view_options *options,
                              const struct entente_file *merged,
                              const struct entente_bounds *bounds, struct entente_answer **answer,
                              struct entente_error *error);

struct entente_package_options {
    size_t size;                         // ENTENTE_CLEAR sets it
    const struct entente_file *scenario; // what entente_issues wrote, edited or not
    const char *package;                 // "0,2,1" or "Seat=Aland, Term=2"
    enum entente_view_form form;
    const struct entente_file *base_file; // as in struct entente_view_options
};

// Reads a merged text with the wordings that a chosen package takes.
//
// Result:  as of entente_view; the answer is no while slots stay open, which read "[…]"
// Errors:  bad input: also when the scenario was made from another text
ENTENTE_API bool entente_view_package(const struct entente_package_options *options,
                                      const struct entente_file *merged,
                                      const struct entente_bounds *bounds,
                                      struct entente_answer **answer, struct entente_error *error);

// What becomes, in the next base, of slots that nobody has settled.
enum entente_open {
    ENTENTE_OPEN_BASE,     // the base's wording stays
    ENTENTE_OPEN_BRACKETS, // all wordings, with who holds them
    ENTENTE_OPEN_TRACKED,  // .docx: tracked changes by their holders; else a redline
};

struct entente_next_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_format format;
    enum entente_open open;
    enum entente_form form; // of the brackets: brackets, proposals or options
    bool hide_names;
    const char *date; // of tracked changes, "2031-03-01"; NULL: as the drafts have it
    // The file that the text was merged from; NULL: what the merged text itself holds of it.
    const struct entente_file *base;
    // "SLOT=WORDING": a slot's number, and a wording by its number from 1, "base", or a party that holds it.
    const char *const *choices;
    size_t choice_count;
    const struct entente_file *scenario; // with `package`: the wordings that it takes, see above
    const char *package;                 // NULL: none
};

// Makes the next base: what all hold and what is chosen goes in, open slots are shown as wished. As .docx it
// is the base's own file, of which everything that stays keeps its bytes.
//
// Result:  the file; the answer is no while slots stay open. The summary says what went in, what stays open
//          and what could not be carried
// Errors:  bad input: also when a slot or wording that was chosen is not there, and when `base` is not the
//          file that the text was merged from
ENTENTE_API bool entente_next(const struct entente_next_options *options,
                              const struct entente_file *merged,
                              const struct entente_bounds *bounds, struct entente_answer **answer,
                              struct entente_error *error);

enum entente_issues_form {
    ENTENTE_ISSUES_JSON, // "entente-bargain/1", to be edited and weighed
    ENTENTE_ISSUES_TEXT,
    ENTENTE_ISSUES_MARKDOWN,
    ENTENTE_ISSUES_HTML,
    ENTENTE_ISSUES_DOCX,
    ENTENTE_ISSUES_CSV,  // a table of scores, to be filled in and weighed
    ENTENTE_ISSUES_XLSX, // the same as a workbook
};

struct entente_issues_options {
    size_t size;         // ENTENTE_CLEAR sets it
    bool skip_timetable; // do not look for wordings whose time limits contradict
    enum entente_issues_form form;
};

// Makes the open slots of a merged text the issues of a scenario, "entente-bargain/1", for people
// to edit and for entente_bargain to weigh. Wordings whose time limits contradict are forbidden
// together, with the clauses quoted; shares of 100 and totals of tables that are open in several places
// become sums. As a table it has a row an option and a column a party, and rules
// below or on a sheet of their own. The other forms are for eyes: each issue with its options and who
// holds them, and what cannot stand together.
// Errors:  bad input; ENTENTE_LIMIT when the bounds are reached
ENTENTE_API bool entente_issues(const struct entente_issues_options *options,
                                const struct entente_file *merged,
                                const struct entente_bounds *bounds, struct entente_answer **answer,
                                struct entente_error *error);

struct entente_diff_options {
    size_t size;        // ENTENTE_CLEAR sets it
    bool json;          // "entente-diff/1": the list of revisions
    bool docx;          // tracked changes over the old text, by `author`
    bool html;          // a redline page
    bool terminal;      // colours
    const char *author; // NULL: the new file's name
    const char *date;
    bool any_base;    // compare even a fragment as if it were the whole text
    bool is_fragment; // the new text is a fragment: compare it with the clauses that it resembles
    enum entente_struck struck;
    enum entente_notes notes;
};

// Compares two versions. The answer is no when they differ.
ENTENTE_API bool entente_diff(const struct entente_diff_options *options,
                              const struct entente_file *before, const struct entente_file *after,
                              const struct entente_bounds *bounds, struct entente_answer **answer,
                              struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
