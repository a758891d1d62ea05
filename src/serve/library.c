// SPDX-License-Identifier: Apache-2.0
// The library's calls, and what each request must pass before its route answers: the address, who comes, and
// for what is posted that it comes from a page of ours.
#include "serve/library.h"
#include "serve/library_late.h"

#include "serve/routes.h"
#include "serve/visit.h"

#include <stdlib.h>
#include <unistd.h>

enum { LIBRARY_LINES_MAX = 20000 };

// --- Who comes

static struct str cookie_value(const char *cookies, const char *name)
{
    struct str rest = str_of(cookies);
    struct str each;
    while (str_cut(&rest, ';', &each)) {
        each = str_trim(each);
        size_t equals = str_find_byte(each, '=');
        if (equals < each.length && str_equal(str_slice(each, 0, equals), str_of(name)))
            return str_skip(each, equals + 1);
    }
    return (struct str){NULL, 0};
}

static void recognise(struct site_visit *visit)
{
    struct MHD_Connection *connection = visit->connection;
    struct str said =
        str_of(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Authorization"));
    visit->is_bearer = str_starts_with(said, STR("Bearer "));
    struct str name =
        visit->is_bearer
            ? str_skip(said, 7)
            : cookie_value(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Cookie"),
                           visit->site->cookie_name);
    visit->session =
        name.length > 0 ? sessions_find(visit->site->sessions, name, loop_now()) : NULL;
    if (visit->session)
        visit->seat = visit->session->seat;
}

static bool may_come(struct site_visit *visit)
{
    const struct route *route = visit->route;
    bool is_known = visit->session && (route->roles & visit->seat.role);
    // A party's session is good for its own case.
    if (is_known && visit->case_id && visit->seat.role == ROLE_PARTY)
        is_known = strcmp(visit->case_id, visit->seat.case_id) == 0;
    if ((route->roles & ROLE_ANYBODY) || is_known)
        return true;
    if (visit->session)
        visit_refuse(visit, 403, "This is not for you",
                     "What stands here is for others in these talks.");
    else
        visit_refuse(
            visit, 401, "Who are you?",
            "Open the link that you were given, or sign in with your passphrase at /sign-in. "
            "Whoever started the program finds a link in its first line.");
    return false;
}

static bool may_post(struct site_visit *visit)
{
    if (visit->method != HEAD_POST || visit->is_bearer || !visit->session ||
        (visit->route->roles & ROLE_ANYBODY))
        return true;
    const char *token = visit_field(visit, "token");
    if (token && secret_equal(str_of(token), visit->session->token))
        return true;
    visit_refuse(visit, 403, "This form is too old",
                 "It was made in another session. Load its page again and send it anew.");
    return false;
}

// --- One request

static void visit_free(struct site_visit *visit)
{
    if (visit->response)
        MHD_destroy_response(visit->response);
    if (visit->is_posted)
        posted_close(&visit->posted);
    arena_close(visit->arena);
}

static enum MHD_Result hand_over(const struct site_visit *visit)
{
    return MHD_queue_response(visit->connection, visit->status, visit->response);
}

static bool body_open(struct site_visit *visit)
{
    const char *type =
        MHD_lookup_connection_value(visit->connection, MHD_HEADER_KIND, "Content-Type");
    bool is_json = type && str_starts_with(str_of(type), STR("application/json"));
    enum visit_body body = visit->route->body;
    bool is_right = body == BODY_NONE || body == BODY_EITHER || (body == BODY_JSON) == is_json;
    bool is_whole = is_json || body == BODY_NONE;
    if (!is_right || !posted_open(&visit->posted, visit->connection, visit->arena,
                                  visit->site->folder, is_whole)) {
        visit_refuse(visit, 415, "The body is of the wrong kind",
                     body == BODY_JSON ? "send application/json"
                                       : "send a form, urlencoded or multipart");
        return false;
    }
    visit->is_posted = true;
    return true;
}

static void begin(struct site_visit *visit)
{
    bool is_known;
    recognise(visit);
    visit->route = route_find(visit, &is_known);
    if (!visit->route) {
        if (is_known)
            visit_refuse(visit, 405, "Not in this way", "This address is not asked in this way.");
        else
            visit_refuse(visit, visit->session ? 404 : 401,
                         visit->session ? "There is no such page" : "Who are you?",
                         visit->session ? NULL : "Open the link that you were given.");
        return;
    }
    if (may_come(visit) && visit->method == HEAD_POST)
        body_open(visit);
}

static void answer(struct site_visit *visit)
{
    struct posted *posted = &visit->posted;
    visit->is_begun = true;
    if (visit->is_posted && !posted_end(posted)) {
        visit_refuse(visit, (unsigned)posted->status, "This was not taken", posted->wrong);
        return;
    }
    // The session may have ended while the body came.
    recognise(visit);
    if (may_come(visit) && may_post(visit))
        visit->route->answer(visit);
}

static struct site_visit *visit_make(struct site *site, struct MHD_Connection *connection,
                                     const char *url, const char *method)
{
    struct arena *arena = arena_open();
    struct site_visit *visit = ARENA_NEW(arena, struct site_visit);
    visit->site = site;
    visit->connection = connection;
    visit->arena = arena;
    visit->path = arena_copy(arena, str_of(url));
    visit->is_api = str_starts_with(visit->path, STR("/api/"));
    visit->method = strcmp(method, "POST") == 0   ? HEAD_POST
                    : strcmp(method, "HEAD") == 0 ? HEAD_HEAD
                                                  : HEAD_GET;
    return visit;
}

static enum MHD_Result on_request(void *self, struct MHD_Connection *connection, const char *url,
                                  const char *method, const char *version, const char *bytes,
                                  size_t *length, void **kept)
{
    struct site_visit *visit = *kept;
    (void)version;
    if (!visit) {
        *kept = visit = visit_make(self, connection, url, method);
        begin(visit);
        // An answer before the body has come ends the connection: only where there is a body to spare.
        return visit->response && visit->method == HEAD_POST ? hand_over(visit) : MHD_YES;
    }
    if (*length > 0) {
        if (visit->is_posted && !visit->posted.wrong)
            posted_add(&visit->posted, bytes, *length);
        *length = 0;
        return MHD_YES;
    }
    if (!visit->is_begun && !visit->response)
        answer(visit);
    return visit->response ? hand_over(visit) : MHD_YES;
}

static void on_completed(void *self, struct MHD_Connection *connection, void **kept,
                         enum MHD_RequestTerminationCode how)
{
    struct site *site = self;
    int descriptor = visit_descriptor(connection);
    if (*kept)
        visit_free(*kept);
    *kept = NULL;
    if (how == MHD_REQUEST_TERMINATED_COMPLETED_OK)
        gate_answered(site->gate, descriptor);
}

// --- The library

bool library_join(void *self, int descriptor)
{
    struct site *site = self;
    struct sockaddr from = {.sa_family = AF_UNIX};
    return MHD_add_connection(site->library, descriptor, &from, sizeof from) == MHD_YES;
}

static void library_ready(struct watch *watch, uint32_t events)
{
    (void)watch;
    (void)events; // library_turn lets it go on in every round
}

static void keep_quiet(void *self, const char *format, va_list arguments)
{
    (void)self;
    (void)format;
    (void)arguments;
}

bool library_open(struct site *site, struct error *error)
{
    if (!microhttpd_library_open(error))
        return false;
    site->library = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0,
        NULL, NULL, on_request, site, MHD_OPTION_EXTERNAL_LOGGER, keep_quiet, NULL,
        MHD_OPTION_NOTIFY_COMPLETED, on_completed, site, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)LIBRARY_LINES_MAX, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)65536,
        MHD_OPTION_CONNECTION_TIMEOUT, 0U, MHD_OPTION_END);
    const union MHD_DaemonInfo *info =
        site->library ? MHD_get_daemon_info(site->library, MHD_DAEMON_INFO_EPOLL_FD) : NULL;
    if (!info)
        return error_set(error, IO_FAILED, "the HTTP library does not start");
    site->library_watch = (struct watch){.descriptor = info->epoll_fd, .ready = library_ready};
    loop_watch(&site->loop, &site->library_watch, EPOLLIN);
    return true;
}

// The library takes its descriptors' events once; what it has not read to the end it must be
// called for again.
int library_turn(struct site *site, int most)
{
    MHD_UNSIGNED_LONG_LONG wait;
    MHD_run(site->library);
    bool is_bound = MHD_get_timeout(site->library, &wait) == MHD_YES;
    return is_bound && wait < (MHD_UNSIGNED_LONG_LONG)most ? (int)wait : most;
}

void library_close(struct site *site)
{
    if (!site->library)
        return;
    loop_watch(&site->loop, &site->library_watch, 0);
    visit_let_all_go(
        site); // the library ends the process when it is stopped while a line is held back
    MHD_stop_daemon(site->library);
    site->library = NULL;
}
