// SPDX-License-Identifier: Apache-2.0
// Proofs that stand without the case: making them, and weighing them with what was kept.
#include "record/proof.h"
#include "render/case/record_forms.h"
#include "workbench/case/case.h"
#include "workbench/case/case_kept.h"
#include "workbench/door.h"

static bool tree_root(struct casefile *casefile, struct str audience, uint64_t size,
                      struct hash *root, struct error *error)
{
    struct merkle tree;
    if (!record_tree(&casefile->record, audience, size, &tree, error))
        return false;
    *root = merkle_root(&tree);
    return true;
}

static bool prove_entry(struct casefile *casefile, uint64_t at, struct arena *arena,
                        struct log_proof *proof, struct error *error)
{
    struct str audience = proof->audience;
    return record_prove_entry(&casefile->record, audience, at, proof->size, &proof->path, error) &&
           store_entry(casefile->store, audience, at, arena, &proof->entry, error) &&
           (!entry_is_gone(&proof->entry) ||
            error_set(error, NOT_FOUND,
                      "entry %llu of %.*s was taken out, so nothing can be proved of it but that "
                      "it stood there (--growth)",
                      (unsigned long long)at, STR_ARGS(audience))) &&
           tree_root(casefile, audience, proof->size, &proof->root, error);
}

static bool prove_growth(struct casefile *casefile, uint64_t old_size, struct log_proof *proof,
                         struct error *error)
{
    struct str audience = proof->audience;
    proof->old_size = old_size;
    return record_prove_growth(&casefile->record, audience, old_size, proof->size, &proof->path,
                               error) &&
           tree_root(casefile, audience, old_size, &proof->old_root, error) &&
           tree_root(casefile, audience, proof->size, &proof->root, error);
}

static bool prove(struct casefile *casefile, const struct entente_proving *proving,
                  struct entente_answer *made, struct error *error)
{
    struct head_row head;
    struct log_proof proof = {.is_growth = proving->is_growth,
                              .case_id = casefile->record.case_id,
                              .audience = str_of(proving->audience ? proving->audience : "all")};
    if (!casefile_may_count(casefile, proof.audience))
        return error_set(error, FORBIDDEN, "you may not see the log %.*s",
                         STR_ARGS(proof.audience));
    if (!store_head(casefile->store, proof.audience, &head, error))
        return false;
    proof.size = proving->entries > 0 ? proving->entries : head.size;
    if (!(proving->is_growth ? prove_growth(casefile, proving->at, &proof, error)
                             : prove_entry(casefile, proving->at, made->arena, &proof, error)))
        return false;
    made->output = proof_write(&proof, made->arena);
    return true;
}

bool entente_case_prove(const struct entente_proving *proving, struct entente_case *handle,
                        const struct entente_bounds *bounds, struct entente_answer **answer,
                        struct entente_error *error)
{
    struct entente_proving own;
    if (!DOOR_TAKE(proving, &own, error) || !case_begin(handle, bounds, error))
        return false;
    proving = &own;
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = handle->has_record ||
                error_set(&inner, NOT_FOUND,
                          "the folder has no record (record.jsonl), so that nothing in it can be "
                          "proved; import makes a case of its lists");
    done = done && case_reads_on(handle, &inner) && prove(handle->casefile, proving, made, &inner);
    return case_end(handle, done, made, answer, &inner, error);
}

// --- Checking proofs without the case

// A checkpoint speaks for the proof when it has one of its sizes, and then its root too.
static bool agrees(const struct log_proof *proof, const struct note *note, struct arena *arena)
{
    const struct checkpoint *kept = &note->checkpoint;
    struct str origin = arena_print(arena, "entente.case/%.*s/%.*s", STR_ARGS(proof->case_id),
                                    STR_ARGS(proof->audience));
    bool has_size = kept->size == proof->size;
    bool has_old_size = proof->is_growth && kept->size == proof->old_size;
    return str_equal(origin, kept->origin) && (has_size || has_old_size) &&
           (!has_size || hash_equal(proof->root, kept->root)) &&
           (!has_old_size || hash_equal(proof->old_root, kept->root));
}

// Adds the names whose signatures on the checkpoint are good by a trusted key.
static void add_signers(const struct note *note, const struct list *trusted, struct list *names)
{
    for (size_t i = 0; i < note->signatures.count; i++) {
        const struct note_signature *signature =
            LIST_AT(&note->signatures, struct note_signature, i);
        const struct signer *signer = signer_named(trusted, signature->name);
        if (signer && note_is_signed(note->body, signature, signer->key))
            *LIST_ADD(names, struct str) = signature->name;
    }
}

// A signature is checked in about as many steps.
#define SIGNATURE_STEPS 1000

// With trusted keys each checkpoint must be signed with one of them.
static bool weigh(const struct log_proof *proof, const struct kept *kept, struct budget *budget,
                  struct arena *arena, struct proof_answer *found, struct error *error)
{
    struct list names = LIST_MAKE(arena, struct str);
    struct proof_answer answer = {.kind = str_of(proof_kind_name(proof)),
                                  .holds = proof_holds(proof),
                                  .checkpoints = kept->notes.count,
                                  .has_keys = kept->keys.count > 0};
    for (size_t i = 0; i < kept->notes.count; i++) {
        const struct note *note = LIST_AT(&kept->notes, struct note, i);
        size_t before = names.count;
        if (!budget_spend(budget, SIGNATURE_STEPS * (note->signatures.count + 1)))
            return budget_stopped(error);
        add_signers(note, &kept->keys, &names);
        answer.holds = answer.holds && agrees(proof, note, arena) &&
                       (!answer.has_keys || names.count > before);
    }
    answer.signed_by = LIST_ITEMS(&names, struct str);
    answer.signed_by_count = names.count;
    *found = answer;
    return true;
}

static bool verify_proof(const struct entente_file *file,
                         const struct entente_verify_options *options, struct budget *budget,
                         struct entente_answer *made, struct error *error)
{
    bool as_json = options->form == ENTENTE_CASE_JSON;
    struct kept kept;
    struct log_proof proof;
    struct proof_answer answer = {.holds = false};
    if (!kept_read(options, made->arena, &kept, error) ||
        !proof_read(str_of(file->name), answer_file(file), answer_limits(budget, made->arena),
                    made->arena, &proof, error))
        return false;
    if (kept.keys.count > 0 && kept.notes.count == 0)
        return error_set(error, MISUSE,
                         "a key speaks for a checkpoint; give one with --checkpoint");
    if (!weigh(&proof, &kept, budget, made->arena, &answer, error))
        return false;
    made->is_no = !answer.holds;
    made->output = as_json ? proof_json(&answer, made->arena) : proof_text(&answer, made->arena);
    return true;
}

bool entente_proof_verify(const struct entente_verify_options *options,
                          const struct entente_file *proof, const struct entente_bounds *bounds,
                          struct entente_answer **answer, struct entente_error *error)
{
    struct entente_verify_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    bool done = verify_proof(proof, options, &budget, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
