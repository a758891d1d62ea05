// SPDX-License-Identifier: Apache-2.0
// All addresses, and who may come to them. What no row names is refused.
#include "serve/routes.h"

#include "serve/acts.h"
#include "serve/api.h"
#include "serve/case_files.h"
#include "serve/case_pages.h"
#include "serve/doors.h"
#include "serve/drops.h"
#include "serve/events.h"
#include "serve/keep.h"
#include "serve/own_record.h"
#include "serve/own_sign_in.h"
#include "serve/sign_in.h"
#include "serve/site.h"
#include "serve/vault_files.h"
#include "serve/visit.h"

const struct route routes[] = {
    // clang-format off
    {HEAD_GET, "/assets/{rest}", ROLE_ANYBODY, BODY_NONE, door_asset, "style and script of the pages"},
    {HEAD_GET, "/vault/{name}", ROLE_ANYBODY, BODY_NONE, vault_file_answer,
     "the module of pages that seal by themselves"},
    {HEAD_GET, "/healthy", ROLE_ANYBODY, BODY_NONE, door_healthy, "says that the program answers"},
    {HEAD_GET, "/link/{name}", ROLE_ANYBODY, BODY_NONE, door_link, "a one-time link"},
    {HEAD_GET, "/sign-in", ROLE_ANYBODY, BODY_NONE, sign_in_page, "asks for the passphrase"},
    {HEAD_POST, "/sign-in", ROLE_ANYBODY, BODY_FORM, sign_in_answer, "tries a passphrase"},
    {HEAD_POST, "/api/v1/sessions", ROLE_ANYBODY, BODY_EITHER, sign_in_answer, "the same for programs"},
    {HEAD_GET, "/api/v1/sessions/nonce", ROLE_ANYBODY, BODY_NONE, own_nonce_answer,
     "a word to be signed by who signs in with keys"},
    {HEAD_GET, "/api/v1/invitations/{name}", ROLE_ANYBODY, BODY_NONE, own_invitation_answer,
     "whom a link invites, and its wrapped keys"},
    {HEAD_GET, "/", ROLES_ALL, BODY_NONE, door_first, "files to drop, the case, or the list of cases"},
    {HEAD_POST, "/sign-out", ROLES_ALL, BODY_FORM, door_sign_out, "ends the session"},
    {HEAD_POST, "/merge", ROLE_HOST, BODY_FORM, drop_merge, "takes a base and drafts"},
    {HEAD_GET, "/drops/{name}", ROLE_HOST, BODY_NONE, drop_answer, "their consolidated text"},
    {HEAD_POST, "/keep", ROLE_HOST, BODY_FORM, keep_answer, "makes a case of what was dropped"},
    {HEAD_POST, "/api/v1/merges", ROLE_HOST, BODY_FORM, drop_merge, "the same for programs"},
    {HEAD_GET, "/api/v1/merges/{name}", ROLE_HOST, BODY_NONE, drop_answer, "the merged text"},
    {HEAD_POST, "/api/v1/cases", ROLE_HOST, BODY_EITHER, keep_answer, "makes a case of what was merged"},
    {HEAD_GET, "/api/v1/cases", ROLES_ALL, BODY_NONE, api_cases, "the cases"},
    {HEAD_GET, "/api/v1/cases/{case}", ROLES_ALL, BODY_NONE, api_case, "all of a case"},
    {HEAD_POST, "/api/v1/cases/{case}/acts", ROLES_ALL, BODY_EITHER, act_answer, "an act"},
    {HEAD_GET, "/api/v1/cases/{case}/own-record", ROLE_PARTY, BODY_NONE, own_record_answer,
     "the record with what is sealed to oneself"},
    {HEAD_POST, "/api/v1/cases/{case}/own-entries", ROLE_PARTY, BODY_EITHER, own_entries_answer,
     "finished sealed entries and signed checkpoints"},
    {HEAD_GET, "/api/v1/cases/{case}/{name}", ROLES_ALL, BODY_NONE, api_kind, "a kind, entries, brief"},
    {HEAD_GET, "/api/v1/cases/{case}/{name}/{rest}", ROLES_ALL, BODY_NONE, api_item,
     "one item, a text, a file"},
    {HEAD_POST, "/{case}/acts", ROLES_ALL, BODY_FORM, act_answer, "an act"},
    {HEAD_GET, "/{case}/events", ROLES_ALL, BODY_NONE, events_answer, "what is new, as it happens"},
    {HEAD_GET, "/{case}/brief.docx", ROLES_ALL, BODY_NONE, case_brief_answer,
     "where the talks stand, for Word"},
    {HEAD_GET, "/{case}/record.jsonl", ROLES_ALL, BODY_NONE, case_record_answer,
     "the record, to be verified"},
    {HEAD_GET, "/{case}/checkpoint.note", ROLES_ALL, BODY_NONE, case_checkpoint_answer,
     "the newest checkpoint that was signed"},
    {HEAD_GET, "/{case}/proofs/{rest}", ROLES_ALL, BODY_NONE, case_proof_answer,
     "a proof that an entry is in the record"},
    {HEAD_GET, "/{case}/time/{rest}", ROLES_ALL, BODY_NONE, case_time_answer,
     "what the time page lays out, as a calendar"},
    {HEAD_GET, "/{case}/files/{rest}", ROLES_ALL, BODY_NONE, case_file_answer, "a draft as it came"},
    {HEAD_GET, "/{case}/text/{rest}", ROLES_ALL, BODY_NONE, case_text_answer,
     "a text, a place in it, a download"},
    {HEAD_GET, "/{case}/{name}", ROLES_ALL, BODY_NONE, case_page_answer,
     "drafts, two side by side, time, packages, record, people, meetings, statements"},
    {HEAD_GET, "/{case}", ROLES_ALL, BODY_NONE, case_page_answer, "where the talks stand"},
    {.pattern = NULL},
    // clang-format on
};

// Takes one part of the path by one part of the pattern.
static bool part_matches(struct site_visit *visit, struct str wanted, struct str part,
                         struct str rest)
{
    const char *text = arena_c_string(visit->arena, part);
    if (str_equal(wanted, STR("{case}")))
        visit->case_id = text;
    else if (str_equal(wanted, STR("{name}")))
        visit->name = text;
    else if (str_equal(wanted, STR("{rest}")))
        visit->rest = arena_c_string(
            visit->arena,
            (struct str){part.bytes, part.length + (rest.length ? rest.length + 1 : 0)});
    else
        return str_equal(wanted, part);
    return part.length > 0;
}

static bool matches(struct site_visit *visit, const char *pattern)
{
    struct str wanted_rest = str_skip(str_of(pattern), 1);
    struct str rest = str_skip(visit->path, 1);
    struct str wanted;
    struct str part;
    visit->case_id = visit->name = visit->rest = NULL;
    while (str_cut(&wanted_rest, '/', &wanted)) {
        if (!str_cut(&rest, '/', &part) || !part_matches(visit, wanted, part, rest))
            return false;
        if (visit->rest)
            return true;
    }
    return rest.length == 0;
}

const struct route *route_find(struct site_visit *visit, bool *is_known)
{
    enum head_method method = visit->method == HEAD_HEAD ? HEAD_GET : visit->method;
    *is_known = false;
    for (const struct route *route = routes; route->pattern; route++) {
        if (!matches(visit, route->pattern))
            continue;
        if (route->method == method)
            return route;
        *is_known = true;
    }
    visit->case_id = NULL;
    return NULL;
}
