// SPDX-License-Identifier: Apache-2.0
// Is everything as it was recorded? The one verb that reads a case without trusting it.
#include "base/plain_name.h"
#include "base/utf8.h"
#include "base/utf8_repair.h"
#include "casefile/access.h"
#include "casefile/folder.h"
#include "casefile/key_history.h"
#include "casefile/state_check.h"
#include "record/audit.h"
#include "render/case/record_forms.h"
#include "workbench/case/case.h"
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
    bool is_folder; // whose files were held against its record
    struct folder_compared compared;
    struct key_history keys; // as the record has them, as far as it can be read
    struct state_check check;
    const struct budget *bounds;
};

static void add_finding(struct verifying *verifying, const char *audience, struct str what)
{
    *LIST_ADD(&verifying->audit.findings, struct finding) =
        (struct finding){.audience = str_of(audience), .what = what};
}

// What the audit passes over is what the state and the keys are made from too.
static void see_entry(void *self, const struct entry_row *row)
{
    struct verifying *verifying = self;
    key_history_see(&verifying->keys, row, state_check_see(&verifying->check, row));
}

// State can only be compared where the record itself holds; a mirror has none of its own.
static bool check_state(struct verifying *verifying, struct error *error)
{
    struct error wrong;
    struct str row = {NULL, 0};
    bool was_right = false;
    if (!state_check_said(&verifying->check))
        add_finding(verifying, "all",
                    STR("the newest entry says that the state is another than the entries make"));
    // Whoever sees what all see needs no state to see it.
    bool is_anybody =
        verifying->casefile->view.viewer.length == 0 && verifying->casefile->passphrase.length == 0;
    bool done = verifying->is_mirror
                    ? casefile_rebuild(verifying->casefile, &was_right, &wrong)
                    : (is_anybody || casefile_load(verifying->casefile, &wrong)) &&
                          state_check_end(&verifying->check, verifying->casefile->store, &was_right,
                                          verifying->arena, &row, &wrong);
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
                    arena_print(verifying->arena,
                                "the state tables are not what the record says (%.*s); entente "
                                "rebuild mends that",
                                STR_ARGS(row)));
    return true;
}

static bool is_shown(const struct verifying *verifying, struct str audience)
{
    return casefile_may_count(verifying->casefile, audience);
}

static bool audit(struct verifying *verifying, struct error *error)
{
    struct kept kept;
    struct error damage;
    if (!kept_read(verifying->options, verifying->arena, &kept, error))
        return false;
    struct audit_against against = {kept.notes, &verifying->keys.signers, kept.keys, see_entry,
                                    verifying};
    verifying->trusted_count = kept.keys.count;
    if (!audit_run(&verifying->casefile->record, &against, verifying->arena, &verifying->audit,
                   error))
        return false;
    for (size_t i = 0; i < verifying->keys.wrong.count; i++)
        *LIST_ADD(&verifying->audit.findings, struct finding) =
            *LIST_AT(&verifying->keys.wrong, struct finding, i);
    if (!store_check_pages(verifying->casefile->store, &damage))
        add_finding(verifying, "", arena_copy(verifying->arena, str_of(damage.message)));
    return check_state(verifying, error);
}

// Words of a foreign file may hold anything; what is told is one line of UTF-8.
static struct str plain(struct str words, struct arena *arena)
{
    size_t count;
    struct str valid = utf8_repair(words, arena, NULL, &count);
    struct builder out = builder_make(arena);
    size_t bytes;
    for (size_t at = 0; at < valid.length; at += bytes) {
        uint32_t c = utf8_at(valid, at, &bytes);
        bool is_plain = plain_name_is(str_slice(valid, at, at + bytes));
        builder_add_code_point(&out, is_plain ? c : 0xfffd);
    }
    return builder_str(&out);
}

// What of the audit the viewer may know of.
static struct verify_answer answer_of(const struct verifying *verifying)
{
    struct arena *arena = verifying->arena;
    const struct audit *audit = &verifying->audit;
    struct list logs = LIST_MAKE(arena, struct log_head);
    struct list signatures = LIST_MAKE(arena, struct verify_signature);
    struct list findings = LIST_MAKE(arena, struct verify_finding);
    struct list forgotten = LIST_MAKE(arena, struct forget_entry);
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
    for (size_t i = 0; i < audit->forgotten.count; i++) {
        const struct forgotten *gone = LIST_AT(&audit->forgotten, struct forgotten, i);
        if (is_shown(verifying, gone->audience))
            *LIST_ADD(&forgotten, struct forget_entry) =
                (struct forget_entry){gone->audience, gone->at, gone->told_at};
    }
    for (size_t i = 0; i < audit->findings.count; i++) {
        const struct finding *finding = LIST_AT(&audit->findings, struct finding, i);
        *LIST_ADD(&findings, struct verify_finding) =
            (struct verify_finding){plain(finding->audience, arena), finding->from, finding->to,
                                    plain(finding->what, arena)};
    }
    return (struct verify_answer){
        .case_id = verifying->casefile->record.case_id,
        .logs = LIST_ITEMS(&logs, struct log_head),
        .log_count = logs.count,
        .signatures = LIST_ITEMS(&signatures, struct verify_signature),
        .signature_count = signatures.count,
        .has_trusted = verifying->trusted_count > 0,
        .forgotten = LIST_ITEMS(&forgotten, struct forget_entry),
        .forgotten_count = forgotten.count,
        .findings = LIST_ITEMS(&findings, struct verify_finding),
        .finding_count = findings.count,
        .is_partial = store_is_partial(verifying->casefile->store),
        .is_folder = verifying->is_folder,
        .compared = verifying->compared.items,
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

// The lists of a folder are what people read and edit: where they say otherwise than the record, that is
// not what was recorded.
static bool compare_folder(struct verifying *verifying, const char *path, struct error *error)
{
    struct error wrong;
    if (!folder_is(path))
        return true;
    verifying->is_folder = true;
    if (!folder_compare(path, verifying->bounds, verifying->arena, &verifying->compared, &wrong)) {
        char sentence[1024];
        error_print(&wrong, sentence, sizeof sentence);
        add_finding(
            verifying, "",
            arena_print(verifying->arena, "the folder's lists cannot be read: %s", sentence));
        // Unless they were only too many for the bounds.
        if (wrong.code == STOPPED)
            *error = wrong;
        return wrong.code != STOPPED && budget_check_room(verifying->bounds, error);
    }
    for (size_t i = 0; i < verifying->compared.different.count; i++)
        add_finding(verifying, "",
                    arena_print(verifying->arena,
                                "the folder says otherwise than its record: %.*s; entente import "
                                "would enter that",
                                STR_ARGS(*LIST_AT(&verifying->compared.different, struct str, i))));
    return true;
}

static bool verify(const char *path, const struct casefile_view *view,
                   const struct entente_verify_options *options, const struct budget *bounds,
                   struct entente_answer *made, struct error *error)
{
    bool as_json = options->form == ENTENTE_CASE_JSON;
    struct store *store;
    struct verifying verifying = {.arena = made->arena, .options = options, .bounds = bounds};
    if (!case_open_store(path, bounds, &store, &verifying.is_mirror, error) ||
        !casefile_over(store, view, &verifying.casefile, error)) {
        if (error->code != TAMPERED)
            return false;
        tell_broken(error, as_json, made);
        return true;
    }
    verifying.keys = key_history_make(verifying.casefile->record.case_id, made->arena);
    verifying.check = state_check_make();
    bool done = audit(&verifying, error);
    state_check_close(&verifying.check);
    if (done) {
        // What could not be read because the bounds were reached is no finding.
        done = store_check_bounds(verifying.casefile->store, error) &&
               (verifying.audit.findings.count > 0 || compare_folder(&verifying, path, error));
    }
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
    struct budget budget = answer_budget(bounds);
    bool done = verify(path, &inside, options, &budget, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
