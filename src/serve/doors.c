// SPDX-License-Identifier: Apache-2.0
#include "serve/doors.h"

#include "serve/drops.h"
#include "serve/sign_in.h"
#include "serve/site.h"

void door_asset(struct site_visit *visit)
{
    struct entente_asset asset;
    if (!entente_page_asset(visit->rest, &asset)) {
        visit_refuse(visit, 404, "There is no such file", NULL);
        return;
    }
    visit_reply(visit,
                &(struct visit_reply){
                    .status = 200,
                    .media_type = asset.media_type,
                    .is_vault = str_ends_with(str_of(visit->rest), STR("/vault-worker.js")),
                    .is_lasting = asset.is_lasting},
                (struct str){asset.bytes, asset.length});
}

void door_healthy(struct site_visit *visit)
{
    visit_reply(visit,
                &(struct visit_reply){.status = 200, .media_type = "text/plain; charset=utf-8"},
                STR("ok\n"));
}

static void used_up(struct site_visit *visit)
{
    struct entente_message message;
    ENTENTE_CLEAR(&message);
    message.status = 410;
    message.headline = "This link has been used";
    message.text =
        "A link is good once, and for seven days. Ask for another where you got this one; whoever "
        "started the program gets one by starting it anew.";
    visit_message(visit, 410, &message);
}

void door_link(struct site_visit *visit)
{
    struct sessions *sessions = visit->site->sessions;
    int64_t now = loop_now();
    const struct session_seat *found = sessions_look(sessions, str_of(visit->name), now);
    struct session_seat seat;
    // Whoever comes back with the link that opened the running session means its first page.
    if (!found && visit->session) {
        visit_redirect(visit, "/", NULL);
        return;
    }
    if (!found || visit->method == HEAD_HEAD) {
        used_up(visit);
        return;
    }
    if (found->role != ROLE_HOST) {
        sign_in_page(visit);
        return;
    }
    if (!sessions_use(sessions, str_of(visit->name), now, &seat))
        return;
    const struct session *session = sessions_begin(sessions, &seat, now);
    visit_redirect(visit, "/", visit_cookie(visit, session->name));
}

static void list_cases(struct site_visit *visit)
{
    const struct cases *cases = &visit->site->cases;
    struct entente_message message;
    struct entente_listed_case *listed =
        ARENA_ARRAY(visit->arena, struct entente_listed_case, cases->count + 1);
    for (size_t i = 0; i < cases->count; i++) {
        ENTENTE_CLEAR(&listed[i]);
        listed[i].root = arena_print(visit->arena, "/%s", cases->all[i]->id).bytes;
        listed[i].title = cases->all[i]->id;
    }
    ENTENTE_CLEAR(&message);
    message.headline = cases->is_database ? "The cases in this database"
                       : cases->count > 0 ? "The cases in this folder"
                                          : "No case is in this folder yet";
    message.cases = listed;
    message.case_count = cases->count;
    visit_message(visit, 200, &message);
}

void door_first(struct site_visit *visit)
{
    const struct cases *cases = &visit->site->cases;
    const char *root = visit->seat.role == ROLE_PARTY ? visit->seat.case_id
                       : cases->is_one                ? cases->all[0]->id
                                                      : NULL;
    if (root)
        visit_redirect(visit, arena_print(visit->arena, "/%s", root).bytes, NULL);
    else if (cases->is_folder)
        list_cases(visit);
    else
        drop_first_page(visit);
}

void door_sign_out(struct site_visit *visit)
{
    sessions_end(visit->site->sessions, visit->session);
    visit->session = NULL;
    visit_redirect(visit, "/sign-in", visit_cookie(visit, ""));
}
