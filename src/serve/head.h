// SPDX-License-Identifier: Apache-2.0
// The head of an HTTP request, read more strictly than RFC 9112 asks for, from the bytes as they came.

#ifndef ENTENTE_SERVE_HEAD_H
#define ENTENTE_SERVE_HEAD_H

#include "base/str.h"

enum {
    HEAD_BYTES_MAX = 16384, // request line and fields together, with the empty line
    HEAD_TARGET_MAX = 2048,
    HEAD_FIELDS_MAX = 100,
};

enum head_method { HEAD_GET, HEAD_HEAD, HEAD_POST };

// A request as it is handed on. The views are borrowed from the bytes that were read; what a request did
// not say is empty. Every other field is left out.
struct head {
    enum head_method method;
    struct str target; // "/a/b?c": origin form
    struct str host;
    struct str origin;
    struct str fetch_site;
    struct str fetch_mode;
    struct str content_type;
    struct str cookie;
    struct str authorization;
    struct str accept;
    struct str if_none_match;
    struct str forwarded_for; // X-Real-IP; counts only behind a server of our own
    uint64_t content_length;
    bool has_content_length;
    bool expects_continue;
    bool is_last; // "Connection: close"
};

// Why a request is refused: an answer and one line for whoever sent it.
struct head_refusal {
    int status;
    const char *why;
};

// Where the head ends: behind its empty line; 0 while it is not whole.
size_t head_end(struct str bytes);

// Reads a whole head, up to head_end. One way to write each thing is taken: lines end with CR LF, fields are
// not folded, no field that frames or names a request stands twice, a body has its length and GET has none.
bool head_read(struct str bytes, struct head *head, struct head_refusal *refusal);

// Whose pages these are, as a browser names them.
struct head_site {
    const struct str *hosts; // "127.0.0.1:8080": what a Host field may say
    const struct str *origins;
    size_t count;
};

// Does the request come to a host that is ours, and from a page of ours or from no page at all? Another site
// may lead here by a link, and do nothing else.
bool head_belongs(const struct head *head, const struct head_site *site,
                  struct head_refusal *refusal);

#endif
