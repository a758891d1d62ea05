// SPDX-License-Identifier: Apache-2.0
#include "serve/canonical.h"

#include "base/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

const char *canonical_reason(int status)
{
    static const struct {
        int status;
        const char *reason;
    } known[] = {
        {400, "Bad Request"},
        {403, "Forbidden"},
        {408, "Request Timeout"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].status == status)
            return known[i].reason;
    return "Refused";
}

size_t canonical_refusal(const struct head_refusal *refusal, char *bytes)
{
    int length = snprintf(bytes, CANONICAL_REFUSAL_MAX,
                          "HTTP/1.1 %d %s\r\n"
                          "Content-Type: text/plain; charset=utf-8\r\n"
                          "Content-Length: %zu\r\n"
                          "Content-Security-Policy: default-src 'none'\r\n"
                          "X-Content-Type-Options: nosniff\r\n"
                          "Cache-Control: no-store\r\n"
                          "Connection: close\r\n\r\n%s\n",
                          refusal->status, canonical_reason(refusal->status),
                          strlen(refusal->why) + 1, refusal->why);
    return (size_t)length;
}

static size_t put(char *bytes, size_t at, struct str text)
{
    if (text.length > 0)
        memcpy(bytes + at, text.bytes, text.length);
    return at + text.length;
}

static size_t field(char *bytes, size_t at, struct str name, struct str value)
{
    if (!value.bytes)
        return at;
    at = put(bytes, at, name);
    at = put(bytes, at, STR(": "));
    at = put(bytes, at, value);
    return put(bytes, at, STR("\r\n"));
}

struct str canonical_head(const struct head *head, const char *address)
{
    static const struct str methods[] = {STR_INIT("GET "), STR_INIT("HEAD "), STR_INIT("POST ")};
    enum { ROOM = HEAD_BYTES_MAX + 1024 }; // what was read, and the longer names of what is written
    char number[24];
    char *bytes = malloc(ROOM);
    if (!bytes)
        memory_exhausted(ROOM);
    size_t at = put(bytes, 0, methods[head->method]);
    at = put(bytes, at, head->target);
    at = put(bytes, at, STR(" HTTP/1.1\r\n"));
    at = field(bytes, at, STR("Host"), head->host);
    at = field(bytes, at, STR("Content-Type"), head->content_type);
    at = field(bytes, at, STR("Cookie"), head->cookie);
    at = field(bytes, at, STR("Authorization"), head->authorization);
    at = field(bytes, at, STR("Accept"), head->accept);
    at = field(bytes, at, STR("If-None-Match"), head->if_none_match);
    at = field(bytes, at, STR("X-Client"), str_of(address));
    snprintf(number, sizeof number, "%" PRIu64, head->content_length);
    if (head->has_content_length)
        at = field(bytes, at, STR("Content-Length"), str_of(number));
    if (head->expects_continue)
        at = field(bytes, at, STR("Expect"), STR("100-continue"));
    if (head->is_last)
        at = field(bytes, at, STR("Connection"), STR("close"));
    return (struct str){bytes, put(bytes, at, STR("\r\n"))};
}
