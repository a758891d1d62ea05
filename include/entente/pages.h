// SPDX-License-Identifier: Apache-2.0
// The pages of the workbench: real HTML that works without script, for a server to hand out.
//
// A page knows nothing of HTTP. Its links are the addresses of docs/pages.md under `root`, its forms
// are posted to them, and its style and script are the assets below: nothing stands inline, so that
// "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';
// form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'" holds. A page of a case
// shows what the handle's viewer may see and no more.

#ifndef ENTENTE_PAGES_H
#define ENTENTE_PAGES_H

#include <entente/case.h>
#include <entente/merge.h>

#ifdef __cplusplus
extern "C" {
#endif

enum entente_page {
    ENTENTE_PAGE_STANDING,
    ENTENTE_PAGE_TEXT,
    ENTENTE_PAGE_COLUMNS,
    ENTENTE_PAGE_SLOT,
    ENTENTE_PAGE_DRAFTS,
    ENTENTE_PAGE_TIME,
    ENTENTE_PAGE_PACKAGES,
    ENTENTE_PAGE_RECORD,
    ENTENTE_PAGE_PEOPLE,
    ENTENTE_PAGE_MEETINGS,
    ENTENTE_PAGE_STATEMENTS,
    ENTENTE_PAGE_BESIDE,   // two drafts of a document side by side, `one` and `other`
    ENTENTE_PAGE_CALENDAR, // no page: what ENTENTE_PAGE_TIME lays out, as a calendar file
    ENTENTE_PAGE_FINDINGS, // the text with what is found in it before signature, each at its place
};

// What whoever looks at a page may do: read; act as the viewer's party; act for any party.
enum entente_page_role { ENTENTE_ROLE_READER, ENTENTE_ROLE_PARTY, ENTENTE_ROLE_SECRETARIAT };

enum entente_message_kind { ENTENTE_MESSAGE_DONE, ENTENTE_MESSAGE_TOLD, ENTENTE_MESSAGE_REFUSED };

// Texts that are NULL are empty. All are escaped by the page.
struct entente_page_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_page page;
    enum entente_page_role role;
    const char *root;     // address of the case, "/c1"; "" where it stands at the top
    const char *assets;   // address before the name of an asset, "/assets/"
    const char *token;    // goes into every form as the field "token"
    const char *now;      // "2025-12-20T10:00:00Z"
    const char *list;     // address of the list of cases; NULL: none
    const char *leave;    // where the form "sign out" is posted; NULL: no such form
    const char *document; // its id; NULL: the first
    const char *slot;     // its id; ENTENTE_PAGE_SLOT
    // "base", "agreed" or a party's id: one reading of the text; NULL: all wordings. "history": an open
    // place with all that happened to it, also where that takes long
    const char *reading;
    const char *party;  // show this party's proposals alone; NULL: all
    const char *search; // words looked for in the text; NULL: none
    // "12=2": the slots and wordings, both from 1 as in the merged text, under which the time is laid
    const char *const *choices;
    size_t choice_count;
    const char *message; // a line at the top; NULL: none
    enum entente_message_kind message_kind;
    // A file that was read and not entered yet: a draft on ENTENTE_PAGE_DRAFTS (`party`'s, of
    // `document`), a report on ENTENTE_PAGE_STATEMENTS. The page says what it changes or what was
    // read. NULL: none
    const struct entente_file *file;
    const char *upload; // under which the server keeps that draft until it is entered
    // What the role PARTY and the secretariat weigh, "entente-bargain/1"; NULL: what is sealed to the
    // viewer, else none
    const struct entente_file *scenario;
    // Address before the names of the WebAssembly module with which the page seals, opens and signs by
    // itself what is the viewer's own: then nothing of it is looked for in the handle. NULL: as the
    // handle shows it
    const char *vault;
    const char *one; // ENTENTE_PAGE_BESIDE: ids of drafts; NULL: the base, and the newest draft
    const char *other;
    const char *kind; // ENTENTE_PAGE_FINDINGS: findings of this kind alone, "reference"; NULL: all
};

// A page of a case, as its viewer sees it.
// Errors: bad input: no such document or slot that the viewer may see; ENTENTE_LIMIT
ENTENTE_API bool entente_case_page(const struct entente_page_options *options,
                                   struct entente_case *handle, const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

struct entente_scores_options {
    size_t size; // ENTENTE_CLEAR sets it
    const char *document;
    const char *party;
    const struct entente_field
        *fields; // the form's, as docs/pages.md names them; `red` joined by commas
    size_t count;
};
// What the form of ENTENTE_PAGE_PACKAGES says, as "entente-bargain/1": the issues are the open places of the
// document as they are now, the one party is the one that said it. Nothing is entered.
// Errors: bad input: what is no whole number or no order; no place is open
ENTENTE_API bool entente_case_scores(const struct entente_scores_options *options,
                                     struct entente_case *handle,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

// The page before there is a case: drop a base and the drafts here. Posted to `root`/merge as
// multipart/form-data: token, base (one file), drafts (files), names (texts; joined by commas and
// cut at commas the i-th is the party of the i-th draft, an empty one is proposed).
ENTENTE_API bool entente_drop_page(const struct entente_page_options *options,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

// What was dropped.
struct entente_dropped {
    size_t size; // ENTENTE_CLEAR sets it
    const struct entente_file *base;
    const struct entente_draft *drafts; // all with their party's name, or NULL as in entente_merge
    size_t draft_count;
    const char *address; // of the downloads: ADDRESS.docx, .html, .columns.html, .md, .json
    const char *keep;    // posted to `root`/keep as the field "dropped"; NULL: cannot be kept
};

// The consolidated text of what was dropped, with its downloads and "keep this as a case", posted to
// `root`/keep: token, dropped, title.
// Errors: those of entente_merge
ENTENTE_API bool entente_drop_result_page(const struct entente_page_options *options,
                                          const struct entente_dropped *dropped,
                                          const struct entente_bounds *bounds,
                                          struct entente_answer **answer,
                                          struct entente_error *error);

#define ENTENTE_NAME_BYTES 64
// Names for the parties, taken from the names of their files: what all files have in common and
// words such as "draft" and "final" are left out. No name twice, none empty, none with a comma.
ENTENTE_API void entente_propose_names(const char *base, const char *const *files, size_t count,
                                       char (*names)[ENTENTE_NAME_BYTES]);

// A case in the list of cases.
struct entente_listed_case {
    size_t size;      // ENTENTE_CLEAR sets it
    const char *root; // its address
    const char *title;
    const char *note; // one line beside it; may be NULL
};

enum entente_asking {
    ENTENTE_ASK_NOTHING,
    ENTENTE_ASK_PASSPHRASE,     // posted to `root`/sign-in: token, party, passphrase, back, link
    ENTENTE_ASK_NEW_PASSPHRASE, // the same for one that is chosen now: also again
};

// A page of one message: an error, a refusal, a link that was used up, the sign-in, the list of cases.
struct entente_message {
    size_t size;          // ENTENTE_CLEAR sets it
    int status;           // shown small beside the headline; 0: not
    const char *headline; // "This link has been used"
    const char *text;     // paragraphs parted by "\n"; may be NULL
    enum entente_asking asking;
    const char *party;   // whose passphrase is asked for; NULL: that is asked for too
    const char *link;    // of the invitation that it answers, as the field "link"; NULL: none
    const char *back;    // where a link leads on, and where a sign-in comes back to; NULL: nowhere
    const char *back_to; // the words of that link
    const struct entente_listed_case *cases;
    size_t case_count;
};

// The page of that message.
ENTENTE_API bool entente_message_page(const struct entente_page_options *options,
                                      const struct entente_message *message,
                                      const struct entente_bounds *bounds,
                                      struct entente_answer **answer, struct entente_error *error);

// A file that pages ask for; static.
struct entente_asset {
    const void *bytes;
    size_t length;
    const char *media_type; // "text/css; charset=utf-8"
    bool is_lasting;        // asked for by its version: what stands under this name never changes
};

// A file that pages ask for: style, script or a picture. It stays for as long as the program runs.
//
// name  "VERSION/NAME", as pages have it behind `assets`, or "NAME"
// False: there is no such asset
ENTENTE_API bool entente_page_asset(const char *name, struct entente_asset *asset);

#ifdef __cplusplus
}
#endif

#endif
