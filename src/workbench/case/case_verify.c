// SPDX-License-Identifier: Apache-2.0
// Is everything as it was recorded? The one verb that reads a case without trusting it.
#include "casefile/access.h"
#include "record/audit.h"
#include "workbench/case/case_kept.h"

#include <inttypes.h>
#include <string.h>

struct verifying {
    struct casefile *casefile;
    struct arena *arena;
    const struct entente_kept *kept;
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

static void write_logs(struct json_writer *writer, const struct verifying *verifying)
{
    json_name(writer, "logs");
    json_begin_array(writer);
    for (size_t i = 0; i < verifying->audit.heads.count; i++) {
        const struct head_row *head = LIST_AT(&verifying->audit.heads, struct head_row, i);
        if (!is_shown(verifying, head->audience))
            continue;
        struct str root = {(const char *)head->root.bytes, HASH_BYTES};
        json_begin_object_inline(writer);
        json_member_str(writer, "audience", head->audience);
        json_member_int(writer, "size", (int64_t)head->size);
        json_member_str(writer, "root", base64_write(root, verifying->arena));
        json_end_object(writer);
    }
    json_end_array(writer);
    json_name(writer, "signatures");
    json_begin_array(writer);
    for (size_t i = 0; i < verifying->audit.attested.count; i++) {
        const struct attested *attested = LIST_AT(&verifying->audit.attested, struct attested, i);
        if (!is_shown(verifying, attested->audience))
            continue;
        json_begin_object_inline(writer);
        json_member_str(writer, "audience", attested->audience);
        json_member_int(writer, "size", (int64_t)attested->size);
        json_member_str(writer, "by", attested->name);
        if (verifying->trusted_count > 0)
            json_member_bool(writer, "trusted", attested->is_trusted);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void write_answer(struct builder *out, const struct verifying *verifying)
{
    struct json_writer writer = json_writer_make(out, 2);
    const struct list *findings = &verifying->audit.findings;
    json_begin_object(&writer);
    json_member_str(&writer, "case", verifying->casefile->record.case_id);
    json_member_bool(&writer, "ok", findings->count == 0);
    write_logs(&writer, verifying);
    json_name(&writer, "findings");
    json_begin_array(&writer);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = LIST_AT(findings, struct finding, i);
        json_begin_object_inline(&writer);
        json_member_str(&writer, "audience", finding->audience);
        json_member_int(&writer, "from", (int64_t)finding->from);
        json_member_int(&writer, "to", (int64_t)finding->to);
        json_member_str(&writer, "what", finding->what);
        json_end_object(&writer);
    }
    json_end_array(&writer);
    json_end_object(&writer);
}

static void print_answer(struct builder *out, const struct verifying *verifying)
{
    const struct list *findings = &verifying->audit.findings;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = LIST_AT(findings, struct finding, i);
        builder_print(out, "WRONG  %.*s%s%.*s\n", STR_ARGS(finding->audience),
                      finding->audience.length > 0 ? ": " : "", STR_ARGS(finding->what));
    }
    for (size_t i = 0; i < verifying->audit.heads.count; i++) {
        const struct head_row *head = LIST_AT(&verifying->audit.heads, struct head_row, i);
        if (is_shown(verifying, head->audience))
            builder_print(out, "%s  %.*s: %" PRIu64 " entries\n",
                          findings->count == 0 ? "right" : "read ", STR_ARGS(head->audience),
                          head->size);
    }
    for (size_t i = 0; i < verifying->audit.attested.count; i++) {
        const struct attested *attested = LIST_AT(&verifying->audit.attested, struct attested, i);
        if (is_shown(verifying, attested->audience))
            builder_print(out, "signed by %.*s%s: %.*s at %" PRIu64 " entries\n",
                          STR_ARGS(attested->name),
                          attested->is_trusted ? " (a key that you trust)" : "",
                          STR_ARGS(attested->audience), attested->size);
    }
}

static bool audit(struct verifying *verifying, struct error *error)
{
    struct kept kept;
    struct list signers;
    struct error damage;
    if (!kept_read(verifying->kept, verifying->arena, &kept, error) ||
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

// A record whose very form is broken is tampered with, like one whose hashes are wrong.
static void tell_broken(const struct error *broken, bool as_json, struct entente_answer *made)
{
    struct builder out = builder_make(made->arena);
    struct json_writer writer = json_writer_make(&out, 2);
    made->is_no = true;
    if (!as_json) {
        char line[1024];
        error_print(broken, line, sizeof line);
        made->output = arena_print(made->arena, "WRONG  %s\n", line);
        return;
    }
    json_begin_object(&writer);
    json_member_bool(&writer, "ok", false);
    json_name(&writer, "findings");
    json_begin_array(&writer);
    json_begin_object_inline(&writer);
    json_member_str(&writer, "file", str_of(broken->place.source));
    json_member_int(&writer, "line", (int64_t)broken->place.line);
    json_member_str(&writer, "what", str_of(broken->message));
    json_end_object(&writer);
    json_end_array(&writer);
    json_end_object(&writer);
    made->output = builder_str(&out);
}

static bool verify(const char *path, const struct casefile_view *view,
                   const struct entente_kept *kept, bool as_json, struct entente_answer *made,
                   struct error *error)
{
    struct store *store;
    struct verifying verifying = {.arena = made->arena, .kept = kept};
    if (!case_open_store(path, &store, &verifying.is_mirror, error) ||
        !casefile_over(store, view, &verifying.casefile, error)) {
        if (error->code != TAMPERED)
            return false;
        tell_broken(error, as_json, made);
        return true;
    }
    bool done = audit(&verifying, error);
    if (done) {
        struct builder out = builder_make(made->arena);
        if (as_json)
            write_answer(&out, &verifying);
        else
            print_answer(&out, &verifying);
        made->output = builder_str(&out);
        made->is_no = verifying.audit.findings.count > 0;
    }
    casefile_close(verifying.casefile);
    return done;
}

bool entente_case_verify(const char *path, const struct entente_case_view *view,
                         const struct entente_kept *kept, enum entente_case_form form,
                         struct entente_answer **answer, struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile_view inside = {.viewer = {NULL, 0}};
    if (view)
        inside = (struct casefile_view){str_of(view->viewer), str_of(view->passphrase),
                                        str_of(view->as_of)};
    bool done = verify(path, &inside, kept, form == ENTENTE_CASE_JSON, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
