// SPDX-License-Identifier: Apache-2.0
#include "serve/visit.h"

#include "codec/json.h"
#include "serve/site.h"

#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char policy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'";
// A page that compiles nothing has no need of it: the worker alone has, where a party's keys are.
static const char policy_vault[] =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
static const char policy_file[] = "default-src 'none'; sandbox";

// --- The answer is there

static void let_go(struct site_visit *visit)
{
    if (!visit->is_waiting)
        return;
    visit->is_waiting = false;
    if (visit->waits_before)
        visit->waits_before->waits_after = visit->waits_after;
    else
        visit->site->waiting = visit->waits_after;
    if (visit->waits_after)
        visit->waits_after->waits_before = visit->waits_before;
    MHD_resume_connection(visit->connection);
}

void visit_let_all_go(struct site *site)
{
    while (site->waiting)
        let_go(site->waiting);
}

static void finish(struct site_visit *visit, unsigned status, struct MHD_Response *response)
{
    if (visit->response)
        MHD_destroy_response(visit->response);
    visit->response = response;
    visit->status = status;
    let_go(visit);
}

int visit_descriptor(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

void visit_wait(struct site_visit *visit)
{
    if (visit->is_waiting)
        return; // it goes from one to the next
    visit->is_waiting = true;
    visit->waits_before = NULL;
    visit->waits_after = visit->site->waiting;
    if (visit->waits_after)
        visit->waits_after->waits_before = visit;
    visit->site->waiting = visit;
    MHD_suspend_connection(visit->connection);
}

static void guard(const struct site_visit *visit, struct MHD_Response *response,
                  const struct visit_reply *reply)
{
    bool is_file = reply->file_name != NULL;
    MHD_add_response_header(response, "Content-Security-Policy",
                            is_file           ? policy_file
                            : reply->is_vault ? policy_vault
                                              : policy);
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    // With "no-referrer" browsers say "Origin: null" of our own forms.
    MHD_add_response_header(response, "Referrer-Policy", "same-origin");
    MHD_add_response_header(response, "Cross-Origin-Opener-Policy", "same-origin");
    MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    MHD_add_response_header(response, "Cache-Control",
                            reply->is_lasting ? "public, max-age=31536000, immutable"
                                              : "private, no-cache");
    if (visit->site->is_secure)
        MHD_add_response_header(response, "Strict-Transport-Security", "max-age=31536000");
    if (reply->media_type)
        MHD_add_response_header(response, "Content-Type", reply->media_type);
    if (reply->cookie)
        MHD_add_response_header(response, "Set-Cookie", reply->cookie);
}

// RFC 6266: the name in ASCII, and as it is.
static void offer_file(const struct site_visit *visit, struct MHD_Response *response,
                       const char *name)
{
    static const char digits[] = "0123456789ABCDEF";
    struct builder plain = builder_make(visit->arena);
    struct builder whole = builder_make(visit->arena);
    for (const char *c = name; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= '0' && byte <= '9') || byte == '.' || byte == '-' || byte == '_';
        builder_add_byte(&plain, is_plain ? (char)byte : '_');
        if (is_plain) {
            builder_add_byte(&whole, (char)byte);
            continue;
        }
        builder_add_byte(&whole, '%');
        builder_add_byte(&whole, digits[byte >> 4]);
        builder_add_byte(&whole, digits[byte & 15]);
    }
    struct str value =
        arena_print(visit->arena, "attachment; filename=\"%.*s\"; filename*=UTF-8''%.*s",
                    STR_ARGS(builder_str(&plain)), STR_ARGS(builder_str(&whole)));
    MHD_add_response_header(response, "Content-Disposition", value.bytes);
}

// --- Kinds of answers

static const char *etag_of(const struct site_visit *visit, struct str bytes)
{
    unsigned char hash[16];
    char digits[2 * sizeof hash + 1];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)bytes.bytes, bytes.length, NULL,
                       0);
    sodium_bin2hex(digits, sizeof digits, hash, sizeof hash);
    return arena_print(visit->arena, "\"%s\"", digits).bytes;
}

void visit_reply(struct site_visit *visit, const struct visit_reply *reply, struct str bytes)
{
    unsigned status = reply->status;
    const char *etag = NULL;
    if (status == MHD_HTTP_OK && visit->method != HEAD_POST) {
        const char *known =
            MHD_lookup_connection_value(visit->connection, MHD_HEADER_KIND, "If-None-Match");
        etag = etag_of(visit, bytes);
        if (known && strcmp(known, etag) == 0) {
            status = MHD_HTTP_NOT_MODIFIED;
            bytes.length = 0;
        }
    }
    struct MHD_Response *response = MHD_create_response_from_buffer(
        bytes.length, (void *)(uintptr_t)bytes.bytes, MHD_RESPMEM_MUST_COPY);
    guard(visit, response, reply);
    if (etag)
        MHD_add_response_header(response, "ETag", etag);
    if (reply->file_name)
        offer_file(visit, response, reply->file_name);
    finish(visit, status, response);
}

void visit_reply_json(struct site_visit *visit, unsigned status, struct str text)
{
    visit_reply(visit, &(struct visit_reply){.status = status, .media_type = "application/json"},
                text);
}

void visit_reply_file(struct site_visit *visit, const struct visit_reply *reply, int descriptor)
{
    struct stat found;
    struct MHD_Response *response =
        fstat(descriptor, &found) == 0
            ? MHD_create_response_from_fd((size_t)found.st_size, descriptor)
            : NULL;
    if (!response) {
        close(descriptor);
        visit_refuse(visit, 500, "The file cannot be read", NULL);
        return;
    }
    guard(visit, response, reply);
    if (reply->file_name)
        offer_file(visit, response, reply->file_name);
    finish(visit, reply->status, response);
}

// The library has written the head, and lets the line go.
static ssize_t end_of_head(void *self, uint64_t at, char *bytes, size_t most)
{
    (void)self, (void)at, (void)bytes, (void)most;
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

void visit_reply_stream(struct site_visit *visit)
{
    enum { BLOCK = 4096 };
    struct visit_reply reply = {.status = MHD_HTTP_OK,
                                .media_type = "text/event-stream; charset=utf-8"};
    struct MHD_Response *response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, end_of_head, NULL, NULL);
    guard(visit, response, &reply);
    MHD_add_response_header(response, "Transfer-Encoding", "chunked");
    // A server in front gives each event on at once.
    MHD_add_response_header(response, "X-Accel-Buffering", "no");
    finish(visit, reply.status, response);
}

void visit_redirect(struct site_visit *visit, const char *where, const char *cookie)
{
    struct visit_reply reply = {.status = MHD_HTTP_SEE_OTHER, .cookie = cookie};
    struct MHD_Response *response =
        MHD_create_response_from_buffer(0, (void *)(uintptr_t) "", MHD_RESPMEM_PERSISTENT);
    guard(visit, response, &reply);
    MHD_add_response_header(response, "Location", where);
    finish(visit, reply.status, response);
}

static void refuse_as_json(struct site_visit *visit, unsigned status, const char *headline,
                           const char *words)
{
    struct builder out = builder_make(visit->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    json_begin_object(&writer);
    json_name(&writer, "error");
    json_begin_object(&writer);
    json_member_int(&writer, "status", status);
    json_member_str(&writer, "message", str_of(words ? words : headline));
    json_end_object(&writer);
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    visit_reply_json(visit, status, builder_str(&out));
}

void visit_message(struct site_visit *visit, unsigned status, const struct entente_message *message)
{
    struct entente_page_options options;
    struct entente_answer *answer;
    struct entente_error error;
    struct visit_reply reply = {.status = status, .media_type = "text/html; charset=utf-8"};
    visit_page_options(visit, &options);
    options.vault = message->asking == ENTENTE_ASK_NOTHING ? NULL : visit->site->vault_root;
    if (!entente_message_page(&options, message, NULL, &answer, &error)) {
        reply.media_type = "text/plain; charset=utf-8";
        visit_reply(visit, &reply, str_of(error.message));
        return;
    }
    struct str page;
    page.bytes = entente_answer_output(answer, &page.length);
    visit_reply(visit, &reply, page);
    entente_answer_free(answer);
}

const char *visit_root(struct site_visit *visit)
{
    return arena_print(visit->arena, "/%s", visit->case_id).bytes;
}

const char *visit_way_back(struct site_visit *visit, const char *back)
{
    const char *root = visit_root(visit);
    size_t length = strlen(root);
    bool is_ours = back && strncmp(back, root, length) == 0 &&
                   (back[length] == '\0' || back[length] == '/' || back[length] == '?');
    for (const char *c = back; is_ours && *c; c++)
        is_ours = (unsigned char)*c > 0x20 && *c != 0x7f && *c != '\\';
    return is_ours ? back : root;
}

void visit_refuse(struct site_visit *visit, unsigned status, const char *headline,
                  const char *words)
{
    if (visit->is_api) {
        refuse_as_json(visit, status, headline, words);
        return;
    }
    struct entente_message message;
    ENTENTE_CLEAR(&message);
    message.status = (int)status;
    message.headline = headline;
    message.text = words;
    message.back = visit->session ? "/" : NULL;
    message.back_to = visit->session ? "To the beginning" : NULL;
    // Whose form was refused goes on where it stood.
    if (visit->session && visit->case_id && visit_field(visit, "back")) {
        message.back = visit_way_back(visit, visit_field(visit, "back"));
        message.back_to = "Back to the page";
    }
    visit_message(visit, status, &message);
}

const char *visit_cookie(struct site_visit *visit, const char *session)
{
    const struct site *site = visit->site;
    return arena_print(visit->arena, "%s=%s; Path=/; HttpOnly; SameSite=Strict%s%s",
                       site->cookie_name, session, site->is_secure ? "; Secure" : "",
                       session[0] ? "" : "; Max-Age=0")
        .bytes;
}

// --- What it brings

const char *visit_query(const struct site_visit *visit, const char *name)
{
    return MHD_lookup_connection_value(visit->connection, MHD_GET_ARGUMENT_KIND, name);
}

const char *visit_field(const struct site_visit *visit, const char *name)
{
    return visit->is_posted ? posted_value(&visit->posted, name) : NULL;
}

const char *visit_clock(struct site_visit *visit)
{
    char text[sizeof "2031-03-01T10:00:00Z"];
    struct tm day;
    time_t now = time(NULL);
    gmtime_r(&now, &day);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &day);
    return arena_c_string(visit->arena, str_of(text));
}

void visit_page_options(struct site_visit *visit, struct entente_page_options *options)
{
    ENTENTE_CLEAR(options);
    options->root = "";
    options->assets = "/assets/";
    options->now = visit_clock(visit);
    options->token = visit->session ? visit->session->token : NULL;
    options->leave = visit->session ? "/sign-out" : NULL;
}
