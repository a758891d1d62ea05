// SPDX-License-Identifier: Apache-2.0
#include "serve/own_sign_in.h"

#include "base/checked.h"
#include "codec/json.h"
#include "serve/act_frame.h"
#include "serve/site.h"

#include <entente/sealing.h>
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>

enum { NONCE_MS = 5 * 60 * 1000, MAC_BYTES = 16, MAC_DIGITS = 2 * MAC_BYTES };

// --- The word

// "MILLISECONDS-MAC"
static struct str nonce_at(const struct site *site, int64_t moment, struct arena *arena)
{
    unsigned char mac[MAC_BYTES];
    char digits[MAC_DIGITS + 1];
    struct str text = arena_print(arena, "%" PRId64, moment);
    crypto_generichash(mac, sizeof mac, (const unsigned char *)text.bytes, text.length,
                       site->nonce_key, sizeof site->nonce_key);
    sodium_bin2hex(digits, sizeof digits, mac, sizeof mac);
    return arena_print(arena, "%.*s-%s", STR_ARGS(text), digits);
}

static bool nonce_is_good(const struct site *site, struct str nonce, struct arena *arena)
{
    int64_t moment;
    int64_t now = loop_now();
    if (!checked_parse(str_slice(nonce, 0, str_find_byte(nonce, '-')), &moment) || moment > now ||
        now - moment > NONCE_MS)
        return false;
    struct str right = nonce_at(site, moment, arena);
    return nonce.length == right.length &&
           sodium_memcmp(nonce.bytes, right.bytes, right.length) == 0;
}

void own_nonce_answer(struct site_visit *visit)
{
    struct str nonce = nonce_at(visit->site, loop_now(), visit->arena);
    visit_reply_json(visit, 200,
                     arena_print(visit->arena, "{\"nonce\": \"%.*s\"}\n", STR_ARGS(nonce)));
}

// --- Keys

// The party's keys as the case has them; nothing: it has none.
static struct str keys_of(struct case_job *job, const char *party)
{
    struct entente_show_options options = {
        .size = sizeof options, .form = ENTENTE_SHOW_JSON, .kind = "key", .id = party};
    struct entente_answer *shown;
    struct entente_error ignored;
    if (!entente_case_show(&options, job->seat->handle, NULL, &shown, &ignored))
        return STR("");
    struct str keys = case_job_output(job, shown);
    entente_answer_free(shown);
    return keys;
}

static void tell_invited(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    struct builder out = builder_make(visit->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    struct str keys = keys_of(job, visit->invited.party);
    const struct json *value;
    struct error error;
    json_begin_object(&writer);
    json_member_str(&writer, "case", str_of(visit->invited.case_id));
    json_member_str(&writer, "party", str_of(visit->invited.party));
    json_name(&writer, "keys");
    if (keys.length > 0 &&
        json_read(STR("keys"), keys, &input_limits_default, visit->arena, &value, &error))
        json_value(&writer, value);
    else
        json_null(&writer);
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    job->bytes = builder_str(&out);
    job->reply = (struct visit_reply){.status = 200, .media_type = "application/json"};
}

void own_invitation_answer(struct site_visit *visit)
{
    const struct session_seat *seat =
        sessions_look(visit->site->sessions, str_of(visit->name), loop_now());
    if (!seat || seat->role != ROLE_PARTY) {
        visit_refuse(visit, 410, "This link has been used", "A link is good once.");
        return;
    }
    visit->invited = *seat;
    visit->case_id = visit->invited.case_id;
    visit->seat = (struct session_seat){.role = ROLE_HOST};
    case_job_send(visit, ROOM_PAGES, tell_invited, NULL);
}

// --- The proof

// As the browser knows us: the host is one of ours, the gate has seen to it.
static const char *origin_of(const struct site_visit *visit)
{
    const char *host = MHD_lookup_connection_value(visit->connection, MHD_HEADER_KIND, "Host");
    return arena_print(visit->arena, "%s://%s", visit->site->is_secure ? "https" : "http",
                       host ? host : "")
        .bytes;
}

static bool is_proved(const struct case_job *job, const char *party, struct str keys)
{
    struct site_visit *visit = job->visit;
    const char *nonce = act_field(job, "nonce");
    const char *proof = act_field(job, "proof");
    struct entente_file key = {"keys", keys.bytes, keys.length};
    struct entente_sign_in sign_in = {.size = sizeof sign_in,
                                      .origin = origin_of(visit),
                                      .case_name = visit->case_id,
                                      .party = party,
                                      .nonce = nonce,
                                      .key = &key};
    struct entente_answer *answer;
    struct entente_error error;
    if (!nonce || !proof || keys.length == 0 ||
        !nonce_is_good(visit->site, str_of(nonce), visit->arena) ||
        !entente_key_check(&sign_in, proof, NULL, &answer, &error))
        return false;
    bool is_right = entente_answer_is_yes(answer);
    entente_answer_free(answer);
    return is_right;
}

static bool take_keys(struct case_job *job, const char *party, struct str keys,
                      struct entente_error *error)
{
    struct entente_file made = {"keys", keys.bytes, keys.length};
    struct entente_key_options options = {.size = sizeof options, .party = party, .made = &made};
    struct entente_answer *answer;
    struct entente_act act;
    act_frame(job, &act);
    act.by = party;
    act.readers = NULL;
    act.with_mediator = false;
    if (!entente_case_key(&options, job->seat->handle, &act, NULL, &answer, error))
        return false;
    entente_answer_free(answer);
    return true;
}

void own_sign_in_try(struct case_job *job, const char *party, bool is_invited)
{
    struct entente_error error;
    struct str known = keys_of(job, party);
    bool is_new = known.length == 0 && is_invited;
    struct str keys = is_new ? str_of(act_field(job, "keys")) : known;
    if (!is_proved(job, party, keys))
        job->visit->status = 403;
    else if (is_new && !take_keys(job, party, keys, &error))
        case_job_error(job, &error);
}
