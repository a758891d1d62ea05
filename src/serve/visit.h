// SPDX-License-Identifier: Apache-2.0
// One request and the answer to it. Everything here happens on the network's thread.

#ifndef ENTENTE_SERVE_VISIT_H
#define ENTENTE_SERVE_VISIT_H

#include "serve/head.h"
#include "serve/posted.h"
#include "serve/sessions.h"

#include <entente/pages.h>

struct site;
struct site_visit;

enum visit_body { BODY_NONE, BODY_FORM, BODY_JSON, BODY_EITHER };

// A row of the table: who may come to an address, and who answers.
struct route {
    enum head_method method; // GET stands for HEAD too
    const char *pattern;     // "/{case}/files/{name}"; "{rest}" takes all that is left, slashes too
    unsigned roles; // who may: ROLE_NOBODY | … ; with ROLE_ANYBODY nobody is asked who it is
    enum visit_body body;
    void (*answer)(struct site_visit *visit);
    const char *what; // for the table in docs/serving.md
};
enum { ROLE_ANYBODY = 8 };

struct site_visit {
    struct site *site;
    struct MHD_Connection *connection;
    struct arena *arena;
    enum head_method method;
    struct str path;
    const struct route *route;
    const char *case_id; // what the pattern took; NULL: nothing
    const char *name;
    const char *rest;
    bool is_api;
    struct session *session;     // NULL: nobody
    struct session_seat invited; // by the link that the address names
    struct session_seat seat;    // as it was when the request came
    const char *message;         // the session's line for this page; NULL: none
    enum session_message message_kind;
    bool is_bearer; // said in the Authorization field: no other site can do that
    struct posted posted;
    bool is_posted;                // `posted` is open
    struct MHD_Response *response; // the answer, once there is one
    unsigned status;
    uint64_t size; // entries that all parties may read, after an act
    bool is_begun, is_waiting;
    struct site_visit *waits_before, *waits_after; // in the row of those that wait
};

// --- Answers: each gives the visit its answer, and calls it up again where it waited.

struct visit_reply {
    unsigned status;
    const char *media_type;
    const char *file_name; // offered as a file of this name; NULL: shown
    const char *cookie;    // a whole Set-Cookie; NULL: none
    bool is_vault;         // the script of the worker that compiles the module of a party's page
    bool is_lasting;       // what stands here never changes
};
// The bytes are copied. GETs that are answered with 200 bear an ETag, and 304 where the client has it.
void visit_reply(struct site_visit *visit, const struct visit_reply *reply, struct str bytes);
// The same for JSON.
void visit_reply_json(struct site_visit *visit, unsigned status, struct str text);
// The same for an open file, which is taken over.
void visit_reply_file(struct site_visit *visit, const struct visit_reply *reply, int descriptor);
// The head of an answer without an end; the line goes on as gate_stream.h says.
void visit_reply_stream(struct site_visit *visit);
void visit_redirect(struct site_visit *visit, const char *where, const char *cookie);
// The address of a case, "/talks".
const char *visit_root(struct site_visit *visit);
// `back` if it is the address of a page of the visit's case, else the case's own; back may be NULL.
const char *visit_way_back(struct site_visit *visit, const char *back);
// A page of one message, or an object with "error" for the API.
void visit_refuse(struct site_visit *visit, unsigned status, const char *headline,
                  const char *words);
void visit_message(struct site_visit *visit, unsigned status,
                   const struct entente_message *message);

// The Set-Cookie of a session; "" as the name ends it.
const char *visit_cookie(struct site_visit *visit, const char *session);

// The library's end of the line; -1: there is none.
int visit_descriptor(struct MHD_Connection *connection);

// From now on the answer comes later.
void visit_wait(struct site_visit *visit);
// The server ends: those that wait for what nobody does any more are let go without an answer.
void visit_let_all_go(struct site *site);

// --- What it brings

// The value of a query, NULL: none.
const char *visit_query(const struct site_visit *visit, const char *name);
const char *visit_field(const struct site_visit *visit, const char *name);
// What every page is told.
void visit_page_options(struct site_visit *visit, struct entente_page_options *options);
const char *visit_clock(struct site_visit *visit);

#endif
