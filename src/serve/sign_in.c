// SPDX-License-Identifier: Apache-2.0
#include "serve/sign_in.h"

#include "serve/act_json.h"
#include "serve/case_job.h"
#include "serve/case_pages.h"
#include "serve/invitations.h"
#include "serve/own_sign_in.h"
#include "serve/site.h"

#include <sodium.h>
#include <stdio.h>

enum { PASSPHRASE_LEAST = 8, SIGN_INS_MAX = 8 };

// --- Who asks, and for which case

struct signing_in {
    const char *party, *passphrase, *again, *link, *back;
    const char *proof; // in place of a passphrase, which stayed in the party's page
    bool is_invited;
};

static const char *filled(const struct site_visit *visit, const char *name)
{
    const char *value = visit_field(visit, name);
    return value && value[0] ? value : NULL;
}

// The case that a page's address begins with.
static const char *case_of(struct site_visit *visit, const char *back)
{
    const struct cases *cases = &visit->site->cases;
    struct str rest = str_skip(str_of(back), 1);
    struct str first;
    if (str_cut(&rest, '/', &first) && cases_find(cases, arena_c_string(visit->arena, first)))
        return arena_c_string(visit->arena, first);
    return cases->count == 1 ? cases->all[0]->id : NULL;
}

static void read_asker(struct site_visit *visit, struct signing_in *asker)
{
    *asker = (struct signing_in){.party = filled(visit, "party"),
                                 .passphrase = filled(visit, "passphrase"),
                                 .again = filled(visit, "again"),
                                 .link = filled(visit, "link"),
                                 .back = filled(visit, "back"),
                                 .proof = filled(visit, "proof")};
    const struct session_seat *seat =
        asker->link ? sessions_look(visit->site->sessions, str_of(asker->link), loop_now()) : NULL;
    visit->case_id = filled(visit, "case") ? filled(visit, "case") : case_of(visit, asker->back);
    if (!seat || seat->role != ROLE_PARTY)
        return;
    asker->is_invited = true;
    asker->party = arena_c_string(visit->arena, str_of(seat->party));
    visit->case_id = arena_c_string(visit->arena, str_of(seat->case_id));
}

// --- By the clerk

static bool has_keys(struct case_job *job, const char *party)
{
    struct entente_show_options options = {
        .size = sizeof options, .form = ENTENTE_SHOW_JSON, .kind = "key", .id = party};
    struct entente_answer *shown;
    struct entente_error ignored;
    if (!entente_case_show(&options, job->seat->handle, NULL, &shown, &ignored))
        return false;
    entente_answer_free(shown);
    return true;
}

// An invited party's first passphrase makes its keys.
static bool make_keys(struct case_job *job, const struct signing_in *asker,
                      struct entente_error *error)
{
    unsigned char seed[ENTENTE_SEED_BYTES];
    struct entente_answer *answer;
    struct entente_act act = {.size = sizeof act, .now = visit_clock(job->visit), .seed = seed};
    struct entente_key_options options = {
        .size = sizeof options, .party = asker->party, .passphrase = asker->passphrase};
    randombytes_buf(seed, sizeof seed);
    bool done = entente_case_key(&options, job->seat->handle, &act, NULL, &answer, error);
    sodium_memzero(seed, sizeof seed);
    if (done)
        entente_answer_free(answer);
    return done;
}

// As long as a passphrase that is tried takes, for names that have none.
static void take_as_long(const char *passphrase)
{
    unsigned char key[32];
    unsigned char salt[crypto_pwhash_SALTBYTES] = {0};
    if (crypto_pwhash(key, sizeof key, passphrase, strlen(passphrase), salt, 3, (size_t)64 << 20,
                      crypto_pwhash_ALG_ARGON2ID13) == 0)
        sodium_memzero(key, sizeof key);
}

static void try_passphrase(struct case_job *job)
{
    struct signing_in asker;
    struct entente_error error;
    read_asker(job->visit, &asker);
    if (asker.party && asker.proof) {
        own_sign_in_try(job, asker.party, asker.is_invited);
        return;
    }
    if (!asker.party || !asker.passphrase) { // sign_in_answer has asked for both
        job->visit->status = 403;
        return;
    }
    bool is_known = has_keys(job, asker.party);
    bool is_new = asker.is_invited && !is_known;
    if (is_new && strlen(asker.passphrase) < PASSPHRASE_LEAST) {
        case_job_refuse(
            job, 422, "This passphrase is too short",
            "It opens all that your party keeps to itself: take some words that nobody guesses.");
        return;
    }
    if (is_new && asker.again && strcmp(asker.again, asker.passphrase) != 0) {
        case_job_refuse(job, 422, "The two are not the same", "Write the same passphrase twice.");
        return;
    }
    if (is_new && !make_keys(job, &asker, &error)) {
        case_job_error(job, &error);
        return;
    }
    if (!is_known && !is_new)
        take_as_long(asker.passphrase);
    // Which of the two was wrong is not said.
    if ((!is_known && !is_new) || !seats_open(job->file, asker.party, asker.passphrase, &error))
        job->visit->status = 403;
}

// --- The session

static void begin(struct site_visit *visit, const struct session_seat *seat, const char *back)
{
    struct session *session = sessions_begin(visit->site->sessions, seat, loop_now());
    if (!visit->is_api) {
        visit_redirect(visit, back, visit_cookie(visit, session->name));
        return;
    }
    struct str body = arena_print(visit->arena, "{\"token\": \"%s\"}\n", session->name);
    visit_reply_json(visit, 201, body);
}

static void tried(struct case_job *job)
{
    struct site_visit *visit = job->visit;
    struct sessions *sessions = visit->site->sessions;
    struct signing_in asker;
    struct session_seat seat = {.role = ROLE_PARTY};
    bool was_right = visit->status != 403;
    read_asker(visit, &asker);
    sessions_tried(sessions, str_of(asker.party), was_right, loop_now());
    if (!was_right) {
        visit_refuse(visit, 403, "This did not open it",
                     "There is no such party here, or this is not its passphrase. After three "
                     "attempts there is a "
                     "wait that grows.");
        return;
    }
    snprintf(seat.case_id, sizeof seat.case_id, "%s", visit->case_id);
    snprintf(seat.party, sizeof seat.party, "%s", asker.party);
    seat.is_sealed = asker.proof != NULL;
    struct session_seat used;
    if (asker.is_invited && sessions_use(sessions, str_of(asker.link), loop_now(), &used)) {
        struct error error;
        if (!invitations_write(job->file, sessions, &error)) {
            visit_refuse(visit, 500, "The link cannot be marked as used", error.message);
            return;
        }
    }
    begin(visit, &seat, visit_way_back(visit, asker.back));
}

void sign_in_answer(struct site_visit *visit)
{
    struct signing_in asker;
    struct session_seat seat;
    if (!act_json_take(visit))
        return;
    read_asker(visit, &asker);
    // The host's own link, for programs.
    const struct session_seat *host =
        asker.link ? sessions_look(visit->site->sessions, str_of(asker.link), loop_now()) : NULL;
    if (host && host->role == ROLE_HOST &&
        sessions_use(visit->site->sessions, str_of(asker.link), loop_now(), &seat)) {
        begin(visit, &seat, "/");
        return;
    }
    if (asker.link && !asker.is_invited) {
        visit_refuse(visit, 410, "This link has been used",
                     "A link is good once, and for seven days. Sign in with your passphrase.");
        return;
    }
    if (!asker.party || !(asker.passphrase || asker.proof) || !visit->case_id) {
        visit_refuse(visit, 422, "Something is missing",
                     !visit->case_id ? "Say which case it is."
                                     : "Say the party and its passphrase.");
        return;
    }
    if (!sessions_may_try(visit->site->sessions, str_of(asker.party), loop_now()) ||
        clerk_waiting(visit->site->clerks[ROOM_DOOR]) > SIGN_INS_MAX * 8) {
        visit_refuse(visit, 429, "Too many attempts", "Wait a little, then try again.");
        return;
    }
    // The clerk looks at the case as the host does until the passphrase is right.
    visit->seat = (struct session_seat){.role = ROLE_HOST};
    case_job_send(visit, ROOM_DOOR, try_passphrase, tried);
}

// --- The page

static void show_page(struct site_visit *visit, const struct session_seat *invited, bool is_new)
{
    struct entente_message message;
    ENTENTE_CLEAR(&message);
    message.asking = is_new ? ENTENTE_ASK_NEW_PASSPHRASE : ENTENTE_ASK_PASSPHRASE;
    message.headline = invited ? "You are invited" : "Sign in";
    message.back = visit_query(visit, "back");
    if (is_new)
        message.text = "Choose a passphrase. It opens all that your party keeps to itself, and "
                       "nobody can give it "
                       "back to you.";
    if (invited) {
        message.party = invited->party;
        message.link = visit->name;
        message.back = arena_print(visit->arena, "/%s", invited->case_id).bytes;
    }
    visit_message(visit, 200, &message);
}

static void look_for_keys(struct case_job *job)
{
    job->visit->status = has_keys(job, job->visit->invited.party);
}

static void show_invitation(struct case_job *job)
{
    show_page(job->visit, &job->visit->invited, job->visit->status == 0);
}

void sign_in_page(struct site_visit *visit)
{
    const struct session_seat *seat =
        visit->name ? sessions_look(visit->site->sessions, str_of(visit->name), loop_now()) : NULL;
    if (!seat) {
        show_page(visit, NULL, false);
        return;
    }
    visit->invited = *seat;
    visit->case_id = visit->invited.case_id;
    visit->seat = (struct session_seat){.role = ROLE_HOST};
    case_job_send(visit, ROOM_PAGES, look_for_keys, show_invitation);
}
