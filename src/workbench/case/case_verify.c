// SPDX-License-Identifier: Apache-2.0
// Is everything as it was recorded? The one verb that reads a case without trusting it.
#include "casefile/access.h"
#include "record/audit.h"
#include "render/case/record_forms.h"
#include "workbench/case/case_kept.h"
#include "workbench/door.h"

#include <string.h>

struct verifying {
    struct casefile *casefile;
    struct arena *arena;
    const struct entente_verify_options *options;
    size_t trusted_count;
    struct audit audit;
    bool is_mirror; // of a bundle: in memory
};

static void add_finding(struct verifying *verifying, const char *audience, struct str what)
{
    *LIST_ADD(&verifying->audit.findings, struct finding) =
        (struct finding){.audience = str_of(audience), .what = what};
}

// The signing keys as the record has them, as far as it can be read.
static bool gather_signers(struct verifying *verifying, struct list *signers, struct error *error)
{
    struct cursor cursor = cursor_open(verifying->casefile->store, CURSOR_ENTRIES, STR("all"), 0);
    struct entry_row row;
    bool more = true;
    bool done;
    *signers = LIST_MAKE(verifying->arena, struct signer);
    while ((done = cursor_entry(&cursor, &row, &more, error)) && more) {
        struct entry entry;
        struct error unread;
        // Most entries are not about keys; those that cannot be read are the audit's business.
        if (!str_contains(row.content, STR("\"kind\":\"key\"")) ||
            !entry_read(arena_copy(verifying->arena, row.content), verifying->arena, &entry,
                        &unread))
            continue;
        for (size_t i = 0; i < entry.changes->count; i++) {
            struct public_keys keys;
            const struct json *change = &entry.changes->items[i];
            if (!str_equal(json_text(change, "kind"), STR("key")) ||
                !keys_public(json_member(change, "set"), &keys, &unread))
                continue;
            struct signer *signer = LIST_ADD(signers, struct signer);
            signer->name = json_text(change, "id");
            signer->at = row.at;
            memcpy(signer->key, keys.sign, KEY_BYTES);
        }
    }
    cursor_close(&cursor);
    return done;
}

// State can only be compared where the record itself holds; a mirror has none of its own.
static bool check_state(struct verifying *verifying, struct error *error)
{
    struct error wrong;
    bool was_right = false;
    bool done = verifying->is_mirror
                    ? casefile_rebuild(verifying->casefile, &was_right, &wrong)
                    : casefile_load(verifying->casefile, &wrong) &&
                          casefile_is_settled(verifying->casefile, &was_right, &wrong);
    // That the viewer is not who they say is no fault of the record.
    if (!done && (wrong.code == FORBIDDEN || wrong.code == NOT_FOUND || wrong.code == MISUSE)) {
        *error = wrong;
        return verifying->audit.findings.count > 0;
    }
    if (!done)
        add_finding(verifying, "",
                    arena_print(verifying->arena, "the state cannot be made: %s", wrong.message));
    else if (!was_right && !verifying->is_mirror)
        add_finding(verifying, "",
                    STR("the state tables are not what the record says; entente rebuild mends "
                        "that"));
    return true;
}

static bool is_shown(const struct verifying *verifying, struct str audience)
{
    return casefile_may_count(verifying->casefile, audience);
}

static bool audit(struct verifying *verifying, struct error *error)
{
    struct kept kept;
    struct list signers;
    struct error damage;
    if (!kept_read(verifying->options, verifying->arena, &kept, error) ||
        !gather_signers(verifying, &signers, error))
        return false;
    struct audit_against against = {kept.notes, signers, kept.keys};
    verifying->trusted_count = kept.keys.count;
    if (!audit_run(&verifying->casefile->record, &against, verifying->arena, &verifying->audit,
                   error))
        return false;
    if (!store_check_pages(verifying->casefile->store, &damage))
        add_finding(verifying, "", arena_copy(verifying->arena, str_of(damage.message)));
    return check_state(verifying, error);
}

// What of the audit the viewer may know of.
static struct verify_answer answer_of(const struct verifying *verifying)
{
    struct arena *arena = verifying->arena;
    const struct audit *audit = &verifying->audit;
    struct list logs = LIST_MAKE(arena, struct log_head);
    struct list signatures = LIST_MAKE(arena, struct verify_signature);
    struct list findings = LIST_MAKE(arena, struct verify_finding);
    for (size_t i = 0; i < audit->heads.count; i++) {
        const struct head_row *head = LIST_AT(&audit->heads, struct head_row, i);
        struct str root = {(const char *)head->root.bytes, HASH_BYTES};
        if (is_shown(verifying, head->audience))
            *LIST_ADD(&logs, struct log_head) = (struct log_head){
                .audience = head->audience, .size = head->size, .root = base64_write(root, arena)};
    }
    for (size_t i = 0; i < audit->attested.count; i++) {
        const struct attested *attested = LIST_AT(&audit->attested, struct attested, i);
        if (is_shown(verifying, attested->audience))
            *LIST_ADD(&signatures, struct verify_signature) = (struct verify_signature){
                attested->audience, attested->size, attested->name, attested->is_trusted};
    }
    for (size_t i = 0; i < audit->findings.count; i++) {
        const struct finding *finding = LIST_AT(&audit->findings, struct finding, i);
        *LIST_ADD(&findings, struct verify_finding) =
            (struct verify_finding){finding->audience, finding->from, finding->to, finding->what};
    }
    return (struct verify_answer){
        .case_id = verifying->casefile->record.case_id,
        .logs = LIST_ITEMS(&logs, struct log_head),
        .log_count = logs.count,
        .signatures = LIST_ITEMS(&signatures, struct verify_signature),
        .signature_count = signatures.count,
        .has_trusted = verifying->trusted_count > 0,
        .findings = LIST_ITEMS(&findings, struct verify_finding),
        .finding_count = findings.count,
    };
}

static void tell(const struct verify_answer *found, bool as_json, struct entente_answer *made)
{
    made->is_no = found->broken || found->finding_count > 0;
    made->output = as_json ? verify_json(found, made->arena) : verify_text(found, made->arena);
}

// A record whose very form is broken is tampered with, like one whose hashes are wrong.
static void tell_broken(const struct error *error, bool as_json, struct entente_answer *made)
{
    char sentence[1024];
    error_print(error, sentence, sizeof sentence);
    struct verify_broken broken = {str_of(error->place.source), error->place.line,
                                   str_of(error->message), str_of(sentence)};
    struct verify_answer found = {.broken = &broken};
    tell(&found, as_json, made);
}

static bool verify(const char *path, const struct casefile_view *view,
                   const struct entente_verify_options *options, struct entente_answer *made,
                   struct error *error)
{
    bool as_json = options->form == ENTENTE_CASE_JSON;
    struct store *store;
    struct verifying verifying = {.arena = made->arena, .options = options};
    if (!case_open_store(path, &store, &verifying.is_mirror, error) ||
        !casefile_over(store, view, &verifying.casefile, error)) {
        if (error->code != TAMPERED)
            return false;
        tell_broken(error, as_json, made);
        return true;
    }
    bool done = audit(&verifying, error);
    if (done) {
        struct verify_answer found = answer_of(&verifying);
        tell(&found, as_json, made);
    }
    casefile_close(verifying.casefile);
    return done;
}

bool entente_case_verify(const struct entente_verify_options *options, const char *path,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct entente_verify_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_case_view view;
    if (!DOOR_TAKE(options->view, &view, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile_view inside = case_view_inside(&view);
    bool done = verify(path, &inside, options, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
