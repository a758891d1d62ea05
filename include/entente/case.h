// SPDX-License-Identifier: Apache-2.0
// The case: one negotiation in one file, with the record of all that entered it.
//
// A case is a resource on a disk, so these verbs take a path or an open handle, not bytes. They
// still read no clock and draw no randomness: the time of an act and a seed are given. A handle
// belongs to one thread at a time. Every verb fills an answer that the caller frees. What is asked
// for stands first, the handle or path second.

#ifndef ENTENTE_CASE_H
#define ENTENTE_CASE_H

#include <entente/merge.h>

#ifdef __cplusplus
extern "C" {
#endif

struct entente_case;

// For a program that has several handles of one case: what all of them see is made and held once, the
// texts as they are merged and the drafts as they were compared with their base. It changes no answer. A
// handle still belongs to one thread at a time; where handles belong to different threads, lock and unlock
// are called around each use of what is shared, by whichever thread it is.
struct entente_case_shelf;
struct entente_case_shelf_options {
    size_t size;              // ENTENTE_CLEAR sets it
    void *self;               // handed to both
    void (*lock)(void *self); // NULL: all handles are one thread's
    void (*unlock)(void *self);
};
// An empty one. Errors: ENTENTE_BAD_INPUT for options of an unknown size
ENTENTE_API bool entente_case_shelf_new(const struct entente_case_shelf_options *options,
                                        struct entente_case_shelf **made,
                                        struct entente_error *error);
// After all handles that were opened with it are closed. NULL is fine.
ENTENTE_API void entente_case_shelf_free(struct entente_case_shelf *shelf);

// Who looks at a case, and up to when. All may be NULL.
struct entente_case_view {
    size_t size;            // ENTENTE_CLEAR sets it
    const char *viewer;     // a party's id, or "public"; NULL: what all parties may see
    const char *passphrase; // opens what is sealed to the viewer
    const char *as_of;      // "2025-12-20" or "2025-12-20T10:00:00Z": the case as it was then
    struct entente_case_shelf
        *shelf; // shared with other handles of the same case; NULL: nothing is
    // A record bundle is opened as a copy in memory into which may be entered; entente_case_hand_over gives
    // what was, and all of it is gone when the handle is closed
    bool is_copy;
};

// Opens a case file; or a folder in the folder form, or a record bundle (a name that ends in
// .jsonl), and then nothing can be entered.
ENTENTE_API bool entente_case_open(const struct entente_case_view *view, const char *path,
                                   const struct entente_bounds *bounds,
                                   struct entente_case **opened, struct entente_error *error);
// NULL is fine.
ENTENTE_API void entente_case_close(struct entente_case *handle);

// For a program through which many act at once: from now on the acts of this handle do not wait until the
// disk has them. Nobody may be told that an act is done before entente_case_flush gave true, of this handle
// or of another on the same file; until then a loss of power may take the newest acts, never one
// from between. One wait then does for all acts that are waiting. Where a case cannot be held (a folder, a
// bundle) nothing changes. In a database the acts of a handle that follow one another are one transaction:
// other handles see none of them, and cannot enter anything, before entente_case_release or
// entente_case_flush was called, and when the server refuses the whole all of its acts are gone.
ENTENTE_API bool entente_case_hold(struct entente_case *handle, struct entente_error *error);
// Others may see what was entered through this handle, and enter acts, although the disk may not have it yet.
ENTENTE_API bool entente_case_release(struct entente_case *handle, struct entente_error *error);
// Waits until the disk has all acts that were entered in this case file so far, by whichever handle.
ENTENTE_API bool entente_case_flush(struct entente_case *handle, struct entente_error *error);

// For a program whose users shall see at once what others enter through another: hears of acts in the cases
// of a database. One is enough for all of them.
struct entente_case_watch;
// place: the address of any case there. Errors: ENTENTE_MISUSE for a case that lies in no database
ENTENTE_API bool entente_case_watch_open(const char *place, struct entente_case_watch **opened,
                                         struct entente_error *error);
// Waits up to so many milliseconds. *name: the case in which something was entered, as its address ends; ""
// where any may have changed: the first time, and after the connection was lost; NULL: nothing came. It
// holds until the next call. When it gives false the server is away: call again some time later.
ENTENTE_API bool entente_case_watch_wait(struct entente_case_watch *watch, int milliseconds,
                                         const char **name, struct entente_error *error);
// NULL is fine.
ENTENTE_API void entente_case_watch_close(struct entente_case_watch *watch);

#define ENTENTE_SEED_BYTES 32

// Options and commands for who types them; or what a person can do who sits at a page of the workbench.
enum entente_ways { ENTENTE_WAYS_OF_COMMANDS, ENTENTE_WAYS_OF_PAGES };

// When something is entered and who may read it.
struct entente_act {
    size_t size;     // ENTENTE_CLEAR sets it
    const char *now; // "2025-12-20T10:00:00Z", not before the newest entry, nor a year after
    const unsigned char *seed; // ENTENTE_SEED_BYTES random bytes, never used twice
    const char *by;            // the acting party's id; NULL: the viewer
    const char *readers;       // public, all, mediator, party:ID, group:ID; NULL: all
    bool with_mediator;        // what is sealed may be read by the mediators too
    bool
        at_any_time; // now may lie a year after the newest entry, or before it: then the entry counts
                     // as of the newest, and says its own time beside
    // Asked for the time in place of `now`, once no other writer can come in between; NULL: `now`
    const char *(*clock)(void *clock_self);
    void *clock_self;
    // Keys as entente_case_verify takes them: what is sealed goes to other parties by these alone
    const struct entente_file *keys;
    size_t key_count;
    // For whom the summary says what was entered: with ids and places in the record, or in plain words
    enum entente_ways ways;
};

// A field of an item by its name in docs/case.md. A list may be parted by commas, or its field
// given several times; a field of a row inside is named "source.url".
struct entente_field {
    const char *name;
    const char *value;
};

enum entente_case_form { ENTENTE_CASE_TEXT, ENTENTE_CASE_JSON };

struct entente_init_options {
    size_t size;                        // ENTENTE_CLEAR sets it
    const char *case_id;                // the case's name in signed checkpoints
    const struct entente_field *fields; // those of the kind "case"
    size_t count;
};
// Makes a new case at `path`, which must not exist.
ENTENTE_API bool entente_case_init(const struct entente_init_options *options, const char *path,
                                   const struct entente_act *act,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

// Enters items of one kind: the one of `fields`, or all of `json` (an object or an array of
// objects). An item that is there already keeps the fields that are not named. The answer's output
// is one JSON object a line: {"kind","id","audience","at"}.
struct entente_entering {
    size_t size;      // ENTENTE_CLEAR sets it
    const char *verb; // the act's name in the record; NULL: "enter"
    const char *kind;
    const char *id; // NULL: taken from `json`, or made
    const struct entente_field *fields;
    size_t count;
    const struct entente_file *json; // NULL: none
    const struct entente_file *file; // what the field "file" holds; NULL: none
    bool is_gone;                    // the item with this id is taken out of the state
    const char *passphrase;          // gives the party with this id its keys besides; NULL: none
};
// Does so, all items in one entry of the record.
ENTENTE_API bool entente_case_enter(const struct entente_entering *entering,
                                    struct entente_case *handle, const struct entente_act *act,
                                    const struct entente_bounds *bounds,
                                    struct entente_answer **answer, struct entente_error *error);

// A draft to be entered. All but document and file may be NULL; in place of a file a wording at an open
// place makes one.
struct entente_submission {
    size_t size; // ENTENTE_CLEAR sets it
    const char *document;
    const char *party; // or a group; NULL: this is the base
    const char *id;    // NULL: made
    const char *base;  // the draft it was made from; NULL: the newest base
    const char *date;
    const char *note;
    bool any_base; // take it even if it was plainly made from another text
    const struct entente_file *file;
    // It is a fragment (pasted clauses, an e-mail): the party's proposals for the clauses it resembles.
    bool is_fragment;
    // It is a table of columns, and goes in whole: the document and the parties that are not there yet,
    // its first text as the base, each other column as the draft of who heads it, what its last column
    // says as agreements. All or nothing; `party`, `id` and `base` are not looked at
    bool is_columns;
    // In place of a file: this wording, a line a paragraph ("": nothing), at this open place of the party's
    // newest draft, or of the base where it has none. All else in it stays, in a .docx byte for byte; the
    // summary tells where tracked changes that it bears had to be accepted.
    const char *slot;
    const char *wording;
    // It is a counter-draft, in words of its own: which point of it answers which of the base, YAML as
    // counterparts writes it ("entente-matches/1"); what a person confirmed there stands, of the rest what
    // the program asserts is taken. It is kept in the record as items of the kind match. With file NULL
    // it corrects the matches of the party's newest draft.
    const struct entente_file *matches;
    // Where a refusal is read, and so which ways out it names.
    enum entente_ways ways;
};
// Keeps the bytes, merges the document's current drafts and carries slots and stances over, in one
// entry. A draft for few readers is kept, but not merged. The output is two lines of JSON: the
// draft, then {"slots_stayed","slots_new","slots_gone","slots_reopened","stances_kept",
// "stances_dropped", "stances_unheld", "not_carried": [sentences]}. A file that is a list of open places
// brings the party's stances and notes: a line each, then {"rows","stances","comments","not_entered"}.
// Errors: bad input: also where a wording cannot be set in its place for sure
ENTENTE_API bool entente_case_submit(const struct entente_submission *submission,
                                     struct entente_case *handle, const struct entente_act *act,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

struct entente_next_options; // in merge.h

struct entente_case_next_options {
    size_t size; // ENTENTE_CLEAR sets it
    const char *document;
    const char *id;   // of the new base; NULL: made
    const char *note; // on it; NULL: none
    // What goes in, and how the file that goes round shows the rest. `choices` name slots and wordings as
    // the other verbs on a case do; `package` without a scenario is the id of a package in the case.
    // `base` is not looked at, `date` is the new base's too. NULL: what is agreed, no file is written
    const struct entente_next_options *text;
    bool gives_text; // the output is the file that goes round, in place of JSON
    bool
        is_trial; // nothing is entered: the output is the file that would go round; no act is looked at
};
// Enters the next base of a document: its newest base with all in it that is agreed, that all drafts hold
// and that is chosen. Slots that are settled so get the status "settled"; the others stay open with their
// stances, and the drafts of all parties are set into the new base. Limits, steps, guarantees, comments
// and findings follow the points they name. All of it is one entry; nothing that was settled is
// lost, and the summary names what could not be carried.
//
// Result:  the output is a line of JSON for each draft, then {"base","slots_settled","slots_open",
//          "slots_unplaced","stances_kept","stances_unheld","not_carried"}; or the file. The answer is no
//          while slots are open
ENTENTE_API bool entente_case_next(const struct entente_case_next_options *options,
                                   struct entente_case *handle, const struct entente_act *act,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

struct entente_key_options {
    size_t size; // ENTENTE_CLEAR sets it
    const char *party;
    const char *passphrase;
    const struct entente_file
        *made; // new keys that entente_key_make gave, in place of a passphrase
};
// Gives a party its keys, wrapped by a passphrase. The party must be known. Where it has keys and is
// the one that looks at the case, they are exchanged: the old ones sign the new, and what was sealed
// to them stays readable.
ENTENTE_API bool entente_case_key(const struct entente_key_options *options,
                                  struct entente_case *handle, const struct entente_act *act,
                                  const struct entente_bounds *bounds,
                                  struct entente_answer **answer, struct entente_error *error);

// Settles a slot: agreed (ad referendum) on a wording, or open again. Names of wordings: an id or
// its start, a number from 1, "base", or the one party that holds it. All but slot and status may
// be NULL.
struct entente_settling {
    size_t size; // ENTENTE_CLEAR sets it
    const char *slot;
    const char *status;  // agreed, open, reopened, parked or placeholder
    const char *variant; // for agreed
    const char *by;      // who agrees, parted by commas; NULL: all
    const char *date;
    const char *meeting;
    const char *note;
};
// Does so, in one entry of the record.
ENTENTE_API bool entente_case_settle(const struct entente_settling *settling,
                                     struct entente_case *handle, const struct entente_act *act,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

struct entente_seal_options {
    size_t size;    // ENTENTE_CLEAR sets it
    const char *id; // under which it is sealed; NULL: the only thing there is
};
// What is sealed to the viewer: its file, else JSON.
ENTENTE_API bool entente_case_unseal(const struct entente_seal_options *options,
                                     struct entente_case *handle,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);
// Lets the mediators read it too, from now on.
ENTENTE_API bool entente_case_consent(const struct entente_seal_options *options,
                                      struct entente_case *handle, const struct entente_act *act,
                                      const struct entente_bounds *bounds,
                                      struct entente_answer **answer, struct entente_error *error);

// What must be forgotten: an item, or an entry of a log that only few may read.
struct entente_forgetting {
    size_t size;      // ENTENTE_CLEAR sets it
    const char *kind; // of the item; NULL: an entry
    const char *id;   // of the item
    const char
        *entry; // "party:UA/3": entry 3 of that log, which need not be readable; NULL: an item
};
// Takes out all entries that speak of it and that the viewer may read: what they say, the keys to it and
// their files are gone from the case for good. Their places in the tree of hashes stay, so that the record
// and all checkpoints hold, and an entry of the same log says which are gone. What they said of other items
// is entered anew. The output is a line of JSON for each: {"audience","at","told_at","clean"}.
// Errors: bad input for entries that others stand on: those that give keys, or bring other drafts too
ENTENTE_API bool entente_case_forget(const struct entente_forgetting *forgetting,
                                     struct entente_case *handle, const struct entente_act *act,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

enum entente_show_form {
    ENTENTE_SHOW_TEXT,
    ENTENTE_SHOW_JSON,
    ENTENTE_SHOW_MARKDOWN,
    ENTENTE_SHOW_HTML,
    ENTENTE_SHOW_DOCX,
    ENTENTE_SHOW_FILE, // the file that came with one item, byte for byte; the summary is its name
    ENTENTE_SHOW_CSV,  // an item a row; of the slots who holds what, status, stances, note
    ENTENTE_SHOW_XLSX, // the same as a workbook, of all of it a sheet a kind
};

struct entente_show_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_show_form form;
    const char *kind; // NULL: all of it
    const char *id;   // one item of the kind; NULL: each
};
// What the viewer may see: all of it, a kind, or one item.
ENTENTE_API bool entente_case_show(const struct entente_show_options *options,
                                   struct entente_case *handle, const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

// A document of the case as it stands: its newest base and the drafts that count.
struct entente_case_text_options {
    size_t size;                                // ENTENTE_CLEAR sets it
    const char *document;                       // its id
    const struct entente_merge_options *merged; // how it is shown; NULL: nothing is set
    // What is agreed, and what all hold, stands in it as it will in the next base; only the rest is open
    bool is_settled;
};
// The consolidated text of a document, as entente_merge gives it.
// Errors: bad input: no such document, or nothing to merge yet; those of entente_merge
ENTENTE_API bool entente_case_text(const struct entente_case_text_options *options,
                                   struct entente_case *handle, const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

struct entente_counterparts_options; // in counterparts.h
struct entente_draft;

struct entente_case_counterparts_options {
    size_t size;                                      // ENTENTE_CLEAR sets it
    const char *document;                             // its id
    const struct entente_counterparts_options *shown; // NULL: nothing is set
};
// Rival texts beside the newest base of a document, as entente_counterparts.
// Errors: bad input: no such document, or no base yet; those of entente_counterparts
ENTENTE_API bool entente_case_counterparts(const struct entente_case_counterparts_options *options,
                                           struct entente_case *handle,
                                           const struct entente_draft *drafts, size_t draft_count,
                                           const struct entente_bounds *bounds,
                                           struct entente_answer **answer,
                                           struct entente_error *error);

struct entente_proofread_options; // in proofread.h

struct entente_case_proofread_options {
    size_t size;                                   // ENTENTE_CLEAR sets it
    const char *document;                          // its id
    const struct entente_proofread_options *shown; // NULL: nothing is set
};
// The document as its newest base and drafts stand, looked through before signature as a merged text is
// by entente_proofread. What the case holds as a finding that the viewer has accepted as it is (of its
// party or of all) is counted and not told.
// Errors: bad input: no such document, or no base yet; those of entente_proofread
ENTENTE_API bool entente_case_proofread(const struct entente_case_proofread_options *options,
                                        struct entente_case *handle,
                                        const struct entente_bounds *bounds,
                                        struct entente_answer **answer,
                                        struct entente_error *error);

// How much of the record is listed.
enum entente_log_part {
    ENTENTE_LOG_WHOLE, // the entries with all that they changed, and the heads of the logs
    // Of each entry when it was made, what it was, by whom ("by"), whose ("party") and about which slots
    // ("slots"), and nothing of what it changed; no heads. Always as JSON
    ENTENTE_LOG_BRIEF,
    ENTENTE_LOG_SIZES, // how many entries each log has, and no entry. Always as JSON
};

struct entente_log_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_case_form form;
    // Only what came later: "all 12, public 3" leaves out entries 0 to 11 of the log of all, 0 to 2 of the
    // public one, and the heads. Logs that are not named are whole. NULL: everything
    const char *after;
    enum entente_log_part part;
    const char *slot; // ENTENTE_LOG_BRIEF: of the slots only this one is named; NULL: all
};
// The entries that the viewer may read, in order, and the heads of their logs.
// Cost: with `after`, that of the entries that are listed; for sizes O(logs), but where a log is shared
//       with others that of its entries
ENTENTE_API bool entente_case_log(const struct entente_log_options *options,
                                  struct entente_case *handle, const struct entente_bounds *bounds,
                                  struct entente_answer **answer, struct entente_error *error);

struct entente_checkpoint_options {
    size_t size;                       // ENTENTE_CLEAR sets it
    const char *audience;              // whose log; NULL: all
    const struct entente_file *cosign; // a checkpoint that somebody else signed; NULL: none
    const char *now;                   // "2025-12-20T10:00:00Z"
    bool is_kept; // nothing is signed: the newest checkpoint of that log which the case keeps
};
// Signs the log of an audience as it is now with the viewer's key, or co-signs a checkpoint. The
// output is the signed note; the case keeps it too.
// Errors: NOT_FOUND where one that is kept is asked for, and none is
ENTENTE_API bool entente_case_checkpoint(const struct entente_checkpoint_options *options,
                                         struct entente_case *handle,
                                         const struct entente_bounds *bounds,
                                         struct entente_answer **answer,
                                         struct entente_error *error);

// A proof, as JSON, that stands without the case: that entry `at` is in the log of `entries` entries,
// or, when is_growth, that the log of `at` entries is the beginning of it.
struct entente_proving {
    size_t size;          // ENTENTE_CLEAR sets it
    const char *audience; // NULL: all
    uint64_t at;
    uint64_t entries; // how long the log is taken to be; 0: all entries
    bool is_growth;
};
// Writes such a proof.
ENTENTE_API bool entente_case_prove(const struct entente_proving *proving,
                                    struct entente_case *handle,
                                    const struct entente_bounds *bounds,
                                    struct entente_answer **answer, struct entente_error *error);

// How to verify, and what whoever verifies kept for himself. Checkpoints are signed notes that the
// record must agree with. Keys are texts of lines "NAME+HASH+BASE64" (as entente show CASE key NAME
// prints them): with any, each of these checkpoints must be signed with one of them, something must
// be, and the record may give their names no other key.
struct entente_verify_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_case_form form;
    const struct entente_case_view *view; // of the case; NULL: what all parties may see
    const struct entente_file *checkpoints;
    size_t checkpoint_count;
    const struct entente_file *keys;
    size_t key_count;
};
// Checks such a proof, and that the checkpoints say the same. The answer is no when it fails.
ENTENTE_API bool entente_proof_verify(const struct entente_verify_options *options,
                                      const struct entente_file *proof,
                                      const struct entente_bounds *bounds,
                                      struct entente_answer **answer, struct entente_error *error);

// Recomputes every hash of a case file, a folder or a record bundle, and checks the signatures. The
// answer is no when anything is not as it was recorded; it says what and where.
ENTENTE_API bool entente_case_verify(const struct entente_verify_options *options, const char *path,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

struct entente_import_options {
    size_t size;         // ENTENTE_CLEAR sets it
    const char *case_id; // for a folder that names none
};
// Makes a case file of a folder at `path`, which must not exist.
ENTENTE_API bool entente_case_import(const struct entente_import_options *options,
                                     const char *folder, const char *path,
                                     const struct entente_act *act,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);
struct entente_export_options {
    size_t size;          // ENTENTE_CLEAR sets it
    const char *folder;   // NULL: the record alone, as the output
    bool with_sealed;     // the sealed logs of others too, as they are, so that nothing is lost
    bool with_own_sealed; // of these the viewer's alone, with its keys or without; not to a folder
};
// Writes what the viewer may see as a folder, or the record as one text.
ENTENTE_API bool entente_case_export(const struct entente_export_options *options,
                                     struct entente_case *handle,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

struct entente_case_list_options {
    size_t size;                 // ENTENTE_CLEAR sets it
    enum entente_case_form form; // as JSON it is "entente-cases/1"
};
// The cases of the database "postgres://host/database?options" that its user may open, by name; of those that
// the user may write to, who else may open them.
ENTENTE_API bool entente_case_list(const struct entente_case_list_options *options,
                                   const char *place, const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

// The heavy work of all programs over one database: whoever needs it asks, workers take it, each a process
// of its own, and what came of it is kept for a day by the hash of what was asked. A worker that dies lets
// go of its job. What a job is, is between those who ask and those who work; the words are bytes.
struct entente_work;

struct entente_work_options {
    size_t size; // ENTENTE_CLEAR sets it
    // It takes jobs, and is counted as a worker until it is closed; the tables are made for it. Else it asks
    bool is_worker;
};
// place: "postgres://host/database?options", or a case in it.
// Errors: bad input: to ask where nobody ever worked, or in tables of somebody else's
ENTENTE_API bool entente_work_open(const struct entente_work_options *options, const char *place,
                                   struct entente_work **opened, struct entente_error *error);
// Asks for a job, and waits for what comes of it as long as somebody works there. *bytes is NULL when nobody
// does: then whoever asks does it alone. They hold until the next call.
ENTENTE_API bool entente_work_ask(struct entente_work *work, const char *job, size_t length,
                                  int *code, const char **bytes, size_t *bytes_length,
                                  struct entente_error *error);
// The oldest job that nobody has; *job is NULL when none came in so many milliseconds.
ENTENTE_API bool entente_work_take(struct entente_work *work, int milliseconds, const char **job,
                                   size_t *length, struct entente_error *error);
// What came of the job that was taken; code is from 0 to 255. False when it is another's by now.
ENTENTE_API bool entente_work_finish(struct entente_work *work, int code, const char *bytes,
                                     size_t length, struct entente_error *error);
// NULL is fine.
ENTENTE_API void entente_work_close(struct entente_work *work);

struct entente_backup_options {
    size_t size;                 // ENTENTE_CLEAR sets it
    const char *copy;            // the file that the copy becomes; nothing may be there
    enum entente_case_form form; // of the answer
};
// Copies a case file as it stands at one moment, also while others write to it, and verifies the copy: the
// answer is that of entente_case_verify. To restore, use the copy as the case.
ENTENTE_API bool entente_case_backup(const struct entente_backup_options *options, const char *path,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

// Makes the state anew from the record alone. The answer is no when it was something else before.
ENTENTE_API bool entente_case_rebuild(struct entente_case *handle,
                                      const struct entente_bounds *bounds,
                                      struct entente_answer **answer, struct entente_error *error);

enum entente_brief_form {
    ENTENTE_BRIEF_TEXT,
    ENTENTE_BRIEF_MARKDOWN,
    ENTENTE_BRIEF_HTML,
    ENTENTE_BRIEF_DOCX,
    ENTENTE_BRIEF_JSON, // "entente-brief/1", see docs/brief.md
};

struct entente_brief_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_brief_form form;
    const struct entente_file *steps;    // confirmed steps and limits; NULL: those of the case
    const struct entente_file *scenario; // who could accept what; NULL: packages are not weighed
    const struct entente_file *before;   // the scenario before the latest change; NULL: none
    const char *from;                    // next steps from this date on; NULL: all
};

// Where do the talks stand? Text, time, packages and record on one page, for the case's viewer.
// What is not known or not weighed is said. The answer is no when the time limits contradict or no
// package is acceptable to all.
ENTENTE_API bool entente_case_brief(const struct entente_brief_options *options,
                                    struct entente_case *handle,
                                    const struct entente_bounds *bounds,
                                    struct entente_answer **answer, struct entente_error *error);

struct entente_draft; // in merge.h

struct entente_drafts_brief_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_brief_form form;
    const struct entente_file *steps; // confirmed steps and limits; NULL: none
    const char *signed_on;            // the text's own date; NULL: looked for in the text
    const char *from;                 // next steps from this date on; NULL: all
    bool any_base;                    // take every draft as a copy of the base, whatever it is
};

// The same page from a base and its drafts alone: the open places as issues without worths, and time from the
// limits as they are read in each text, which nobody has confirmed and which the page says so of, with the
// count of what was not read. The answer is no when the base's limits contradict.
//
// Errors: those of entente_merge
ENTENTE_API bool entente_brief_drafts(const struct entente_drafts_brief_options *options,
                                      const struct entente_file *base,
                                      const struct entente_draft *drafts, size_t draft_count,
                                      const struct entente_bounds *bounds,
                                      struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
