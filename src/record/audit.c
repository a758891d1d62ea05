// SPDX-License-Identifier: Apache-2.0
// Shares only the hash functions with the code that writes: nothing here trusts a stored hash.
#include "record/audit.h"

#include "base/names.h"
#include "record/forgetting.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

// A checkpoint to be met on the way through a log.
struct milestone {
    struct str audience;
    struct note note;
    bool is_given; // from elsewhere, not of the store
    bool was_met;
};

struct auditor {
    struct record *record;
    struct arena *arena;
    struct audit audit;
    struct list milestones; // struct milestone, by size
    const struct audit_against *against;
    const struct list *signers; // struct signer
    size_t log_forgotten;       // from here on in audit.forgotten: those of the log that is walked
    struct names *files;        // hashes that entries name, HASH_BYTES each
    struct arena *scratch;      // for one file
};

static void find(struct auditor *auditor, struct str audience, uint64_t from, uint64_t to,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));

static void find(struct auditor *auditor, struct str audience, uint64_t from, uint64_t to,
                 const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    *LIST_ADD(&auditor->audit.findings, struct finding) =
        (struct finding){arena_copy(auditor->arena, audience), from, to,
                         arena_print_list(auditor->arena, format, arguments)};
    va_end(arguments);
}

static bool is_key(const struct signer *signer, const struct signer *other)
{
    return memcmp(signer->key, other->key, KEY_BYTES) == 0;
}

// A trusted key vouches for those to which it was handed over, one after the other.
static bool is_trusted(const struct auditor *auditor, const struct signer *signer)
{
    const struct signer *trusted = signer_named(&auditor->against->trusted, signer->name);
    bool is_behind = false;
    if (!trusted || is_key(signer, trusted))
        return trusted != NULL;
    for (size_t i = 0; i < auditor->signers->count; i++) {
        const struct signer *next = LIST_AT(auditor->signers, struct signer, i);
        if (!str_equal(next->name, signer->name))
            continue;
        is_behind = is_key(next, trusted) || (is_behind && next->is_handed);
        if (is_behind && is_key(next, signer))
            return true;
    }
    return false;
}

// The key that a signature says it is by: one that whoever asks brought along, or one that the record
// gives its name, now or before.
static const struct signer *key_for(const struct auditor *auditor,
                                    const struct note_signature *signature)
{
    const struct signer *trusted = signer_named(&auditor->against->trusted, signature->name);
    if (trusted && note_names_key(signature, trusted->key))
        return trusted;
    for (size_t i = 0; i < auditor->signers->count; i++) {
        const struct signer *signer = LIST_AT(auditor->signers, struct signer, i);
        if (str_equal(signer->name, signature->name) && note_names_key(signature, signer->key))
            return signer;
    }
    return NULL;
}

// A checkpoint may be in the store and come from elsewhere too.
static void attest(struct auditor *auditor, struct attested attested)
{
    struct list *all = &auditor->audit.attested;
    for (size_t i = 0; i < all->count; i++) {
        const struct attested *other = LIST_AT(all, struct attested, i);
        if (other->size == attested.size && str_equal(other->name, attested.name) &&
            str_equal(other->audience, attested.audience))
            return;
    }
    *LIST_ADD(all, struct attested) = attested;
}

static void check_signatures(struct auditor *auditor, const struct milestone *milestone)
{
    const struct note *note = &milestone->note;
    const struct list *trusted = &auditor->against->trusted;
    uint64_t size = note->checkpoint.size;
    bool has_trusted = false;
    bool is_signed = false;
    size_t before = auditor->audit.findings.count;
    for (size_t i = 0; i < note->signatures.count; i++) {
        const struct note_signature *signature =
            LIST_AT(&note->signatures, struct note_signature, i);
        const struct signer *signer = key_for(auditor, signature);
        if (!signer)
            continue; // by a key that nobody here knows
        bool by_trusted = is_trusted(auditor, signer);
        if (!note_is_signed(note->body, signature, signer->key)) {
            find(auditor, milestone->audience, 0, size,
                 "the checkpoint at %" PRIu64 " entries bears a signature in the name of %.*s that "
                 "is not theirs",
                 size, STR_ARGS(signature->name));
            continue;
        }
        has_trusted = has_trusted || by_trusted;
        is_signed = true;
        attest(auditor, (struct attested){milestone->audience, size, signature->name, by_trusted});
    }
    if (!is_signed && auditor->audit.findings.count == before)
        find(auditor, milestone->audience, 0, size,
             "the checkpoint at %" PRIu64 " entries bears no signature of a key that is known",
             size);
    if (milestone->is_given && trusted->count > 0 && !has_trusted)
        find(auditor, milestone->audience, 0, size,
             "the checkpoint at %" PRIu64 " entries is not signed with a key that you trust", size);
}

// Whether the key was handed on, one after the other, until it came to one that is trusted.
static bool is_before(const struct auditor *auditor, const struct signer *signer,
                      const struct signer *trusted)
{
    bool is_behind = false;
    for (size_t i = 0; i < auditor->signers->count; i++) {
        const struct signer *next = LIST_AT(auditor->signers, struct signer, i);
        if (!str_equal(next->name, signer->name))
            continue;
        is_behind = next == signer || (is_behind && next->is_handed);
        if (is_behind && is_key(next, trusted))
            return true;
    }
    return false;
}

// With trusted keys given, something must be signed with one of them, and the record must not give
// their names other keys.
static void check_trust(struct auditor *auditor)
{
    const struct list *trusted = &auditor->against->trusted;
    bool is_vouched_for = trusted->count == 0;
    for (size_t i = 0; i < auditor->audit.attested.count; i++)
        is_vouched_for =
            is_vouched_for || LIST_AT(&auditor->audit.attested, struct attested, i)->is_trusted;
    if (!is_vouched_for)
        find(auditor, STR("all"), 0, 0, "no checkpoint is signed with a key that you trust");
    for (size_t i = 0; i < auditor->signers->count; i++) {
        const struct signer *signer = LIST_AT(auditor->signers, struct signer, i);
        const struct signer *known = signer_named(trusted, signer->name);
        if (known && !is_trusted(auditor, signer) && !is_before(auditor, signer, known))
            find(auditor, STR("all"), signer->at, signer->at + 1,
                 "the record gives %.*s another key than the one that you trust",
                 STR_ARGS(signer->name));
    }
}

// The audience at the end of an origin of this case; false for another case's origin.
static bool audience_of(struct auditor *auditor, struct str origin, struct str *audience)
{
    struct str start = record_origin(auditor->record, STR(""), auditor->arena);
    if (!str_starts_with(origin, start))
        return false;
    *audience = str_skip(origin, start.length);
    return true;
}

// stored_for   the log under which it is stored; NULL: it was given from elsewhere
static void add_milestone(struct auditor *auditor, const struct str *stored_for,
                          const struct note *note)
{
    struct str audience = stored_for ? *stored_for : STR("");
    if (!audience_of(auditor, note->checkpoint.origin, &audience) ||
        (stored_for && !str_equal(*stored_for, audience))) {
        find(auditor, stored_for ? *stored_for : STR(""), 0, note->checkpoint.size,
             "a checkpoint is of another log: %.*s", STR_ARGS(note->checkpoint.origin));
        return;
    }
    *LIST_ADD(&auditor->milestones, struct milestone) =
        (struct milestone){audience, *note, !stored_for, false};
}

static int compare_milestones(const void *a, const void *b)
{
    const struct milestone *first = a;
    const struct milestone *second = b;
    int order = str_compare(first->audience, second->audience);
    if (order != 0)
        return order;
    uint64_t x = first->note.checkpoint.size;
    uint64_t y = second->note.checkpoint.size;
    return x < y ? -1 : x > y;
}

static bool gather_milestones(struct auditor *auditor, struct error *error)
{
    const struct list *given = &auditor->against->notes;
    struct list rows;
    if (!store_checkpoints(auditor->record->store, auditor->arena, &rows, error))
        return false;
    for (size_t i = 0; i < rows.count; i++) {
        const struct checkpoint_row *row = LIST_AT(&rows, struct checkpoint_row, i);
        struct note note;
        struct error wrong;
        if (!note_read(row->audience, row->note, auditor->arena, &note, &wrong))
            find(auditor, row->audience, 0, row->size, "a stored checkpoint is broken: %s",
                 wrong.message);
        else if (note.checkpoint.size != row->size)
            find(auditor, row->audience, 0, row->size,
                 "a checkpoint is stored under a size that is not its own");
        else
            add_milestone(auditor, &row->audience, &note);
    }
    for (size_t i = 0; i < given->count; i++)
        add_milestone(auditor, NULL, LIST_AT(given, struct note, i));
    if (auditor->milestones.count > 1)
        qsort(auditor->milestones.items, auditor->milestones.count, sizeof(struct milestone),
              compare_milestones);
    return true;
}

static bool is_kept(const struct auditor *auditor, const struct milestone *after)
{
    const struct checkpoint *wanted = &after->note.checkpoint;
    for (size_t i = 0; i < auditor->milestones.count; i++) {
        const struct milestone *milestone = LIST_AT(&auditor->milestones, struct milestone, i);
        if (!milestone->is_given && str_equal(milestone->audience, after->audience) &&
            milestone->note.checkpoint.size == wanted->previous_size &&
            hash_equal(hash_of(milestone->note.body), wanted->previous))
            return true;
    }
    return false;
}

// Each checkpoint in the file names the one before it, under its signatures; and the file says, under
// none, which there are, so that the last is missed too.
static bool check_chain(struct auditor *auditor, struct error *error)
{
    bool are_bound = false;
    for (size_t i = 0; i < auditor->milestones.count; i++) {
        const struct milestone *milestone = LIST_AT(&auditor->milestones, struct milestone, i);
        const struct checkpoint *checkpoint = &milestone->note.checkpoint;
        if (!milestone->is_given && checkpoint->has_previous && !is_kept(auditor, milestone))
            find(auditor, milestone->audience, 0, checkpoint->size,
                 "the checkpoint at %" PRIu64 " entries follows one at %" PRIu64
                 " that is not there any more",
                 checkpoint->size, checkpoint->previous_size);
    }
    if (!store_are_checkpoints_bound(auditor->record->store, &are_bound, error))
        return false;
    if (!are_bound)
        find(auditor, STR("all"), 0, 0,
             "the checkpoints are not those that the case file says it holds");
    return true;
}

static void check_all_signatures(struct auditor *auditor)
{
    for (size_t i = 0; i < auditor->milestones.count; i++)
        check_signatures(auditor, LIST_AT(&auditor->milestones, struct milestone, i));
    check_trust(auditor);
}

// Where the log stood at the last checkpoint that agreed.
static void meet_milestones(struct auditor *auditor, struct str audience, const struct merkle *tree,
                            uint64_t *agreed)
{
    for (size_t i = 0; i < auditor->milestones.count; i++) {
        struct milestone *milestone = LIST_AT(&auditor->milestones, struct milestone, i);
        if (milestone->note.checkpoint.size != tree->size ||
            !str_equal(milestone->audience, audience))
            continue;
        milestone->was_met = true;
        if (hash_equal(milestone->note.checkpoint.root, merkle_root(tree)))
            *agreed = tree->size;
        else
            find(auditor, audience, *agreed, tree->size,
                 "entries %" PRIu64 " to %" PRIu64 " are not those of the checkpoint at %" PRIu64,
                 *agreed, tree->size - 1, tree->size);
    }
}

static bool is_hash(struct str stored, struct hash wanted)
{
    return stored.length == HASH_BYTES && memcmp(stored.bytes, wanted.bytes, HASH_BYTES) == 0;
}

static void check_attachments(struct auditor *auditor, const struct entry_row *row)
{
    if (row->attachments.length % HASH_BYTES != 0)
        find(auditor, row->audience, row->at, row->at + 1, "its list of files is broken");
    for (size_t at = 0; at + HASH_BYTES <= row->attachments.length; at += HASH_BYTES) {
        struct hash hash;
        struct str bytes;
        struct error wrong;
        struct str named = str_slice(row->attachments, at, at + HASH_BYTES);
        memcpy(hash.bytes, named.bytes, HASH_BYTES);
        // The same file may belong to many entries.
        bool is_known = names_find(auditor->files, named) != NAMES_NONE;
        if (!is_known &&
            !store_attachment(auditor->record->store, hash, auditor->scratch, &bytes, &wrong))
            find(auditor, row->audience, row->at, row->at + 1, "%s", wrong.message);
        else if (!is_known)
            names_add(auditor->files, arena_copy(auditor->arena, named));
        arena_rewind(auditor->scratch, (struct arena_mark){NULL, 0});
    }
}

// An entry that was taken out stands in the tree by the commitment that it had.
static void pass_gone(struct auditor *auditor, const struct entry_row *row, struct merkle *tree)
{
    struct forgotten gone = {.audience = arena_copy(auditor->arena, row->audience), .at = row->at};
    if (row->commitment.length == HASH_BYTES)
        memcpy(gone.commitment.bytes, row->commitment.bytes, HASH_BYTES);
    struct hash subtree = merkle_add(tree, merkle_leaf(gone.commitment));
    if (row->commitment.length != HASH_BYTES || !is_hash(row->subtree, subtree))
        find(auditor, row->audience, row->at, row->at + 1,
             "entry %" PRIu64
             ", which was taken out, or one before it in its subtree was exchanged",
             row->at);
    *LIST_ADD(&auditor->audit.forgotten, struct forgotten) = gone;
}

static struct forgotten *gone_at(struct auditor *auditor, uint64_t at)
{
    for (size_t i = auditor->log_forgotten; i < auditor->audit.forgotten.count; i++) {
        struct forgotten *gone = LIST_AT(&auditor->audit.forgotten, struct forgotten, i);
        if (gone->at == at)
            return gone;
    }
    return NULL;
}

// What this entry says was taken out must be so, and be what it says.
static void check_forgetting(struct auditor *auditor, const struct entry_row *row)
{
    struct list taken;
    if (!forgetting_is(row->content) || !forgetting_read(row->content, auditor->arena, &taken))
        return;
    for (size_t i = 0; i < taken.count; i++) {
        const struct forgotten *named = LIST_AT(&taken, struct forgotten, i);
        struct forgotten *gone = gone_at(auditor, named->at);
        if (!gone || gone->told_at > 0)
            find(auditor, row->audience, named->at, named->at + 1,
                 "entry %" PRIu64 " says that entry %" PRIu64 " was taken out, %s", row->at,
                 named->at, gone ? "as another said before" : "and it was not");
        else if (!hash_equal(gone->commitment, named->commitment))
            find(auditor, row->audience, named->at, named->at + 1,
                 "entry %" PRIu64 ", which was taken out, was another one by what entry %" PRIu64
                 " says",
                 named->at, row->at);
        if (gone)
            gone->told_at = row->at; // behind another entry, so above zero
    }
}

static void check_all_told(struct auditor *auditor)
{
    for (size_t i = auditor->log_forgotten; i < auditor->audit.forgotten.count; i++) {
        const struct forgotten *gone = LIST_AT(&auditor->audit.forgotten, struct forgotten, i);
        if (gone->told_at == 0)
            find(auditor, gone->audience, gone->at, gone->at + 1,
                 "entry %" PRIu64 " is empty, and no entry says that it was taken out", gone->at);
    }
}

static bool check_entry(struct auditor *auditor, const struct entry_row *row, struct merkle *tree)
{
    if (row->at != tree->size) {
        find(auditor, row->audience, tree->size, row->at > tree->size ? row->at : tree->size + 1,
             "entry %" PRIu64 " is missing; entry %" PRIu64 " follows", tree->size, row->at);
        return false;
    }
    if (entry_is_gone(row)) {
        pass_gone(auditor, row, tree);
        return true;
    }
    if (row->salt.length != SALT_BYTES)
        find(auditor, row->audience, row->at, row->at + 1, "its salt is not of %d bytes",
             SALT_BYTES);
    struct hash commitment = record_commitment(auditor->record->case_id, row);
    struct hash subtree = merkle_add(tree, merkle_leaf(commitment));
    if (!is_hash(row->commitment, commitment))
        find(auditor, row->audience, row->at, row->at + 1,
             "entry %" PRIu64 " is not what was recorded there", row->at);
    else if (!is_hash(row->subtree, subtree))
        find(auditor, row->audience, row->at, row->at + 1,
             "entry %" PRIu64 " or one before it in its subtree was exchanged", row->at);
    check_attachments(auditor, row);
    check_forgetting(auditor, row);
    if (auditor->against->see)
        auditor->against->see(auditor->against->viewer, row);
    return true;
}

static bool walk_log(struct auditor *auditor, struct str audience, struct merkle *tree,
                     struct error *error)
{
    struct cursor cursor = cursor_open(auditor->record->store, CURSOR_ENTRIES, audience, 0);
    struct entry_row row;
    uint64_t agreed = 0;
    bool more = true;
    bool done;
    while ((done = cursor_entry(&cursor, &row, &more, error)) && more) {
        if (!check_entry(auditor, &row, tree))
            break;
        meet_milestones(auditor, audience, tree, &agreed);
    }
    cursor_close(&cursor);
    return done;
}

static bool check_log(struct auditor *auditor, struct str audience, struct error *error)
{
    struct merkle tree = {.size = 0};
    struct head_row head;
    size_t before = auditor->audit.findings.count;
    auditor->log_forgotten = auditor->audit.forgotten.count;
    if (!store_head(auditor->record->store, audience, &head, error) ||
        !walk_log(auditor, audience, &tree, error))
        return false;
    check_all_told(auditor);
    if (auditor->audit.findings.count == before && tree.size < head.size)
        find(auditor, audience, tree.size, head.size,
             "entries %" PRIu64 " to %" PRIu64 " are missing at the end", tree.size, head.size - 1);
    else if (auditor->audit.findings.count == before && tree.size > head.size)
        find(auditor, audience, head.size, tree.size, "entries follow after the end of the log");
    else if (auditor->audit.findings.count == before && !hash_equal(merkle_root(&tree), head.root))
        find(auditor, audience, 0, tree.size, "the root of the log is not that of its entries");
    *LIST_ADD(&auditor->audit.heads, struct head_row) =
        (struct head_row){audience, tree.size, merkle_root(&tree)};
    return true;
}

static bool has_audience(const struct list *audiences, struct str audience)
{
    for (size_t i = 0; i < audiences->count; i++)
        if (str_equal(*LIST_AT(audiences, struct str, i), audience))
            return true;
    return false;
}

// Every log that has entries or a head.
static bool list_logs(struct auditor *auditor, struct list *audiences, struct error *error)
{
    struct list heads;
    if (!store_audiences(auditor->record->store, auditor->arena, audiences, error) ||
        !store_heads(auditor->record->store, auditor->arena, &heads, error))
        return false;
    for (size_t i = 0; i < heads.count; i++) {
        struct str audience = LIST_AT(&heads, struct head_row, i)->audience;
        if (!has_audience(audiences, audience))
            *LIST_ADD(audiences, struct str) = audience;
    }
    return true;
}

// A file that no entry names, and words about the case that nobody entered, are not of the record.
static bool check_strays(struct auditor *auditor, struct error *error)
{
    struct cursor cursor = cursor_open(auditor->record->store, CURSOR_FILE_HASHES, STR(""), 0);
    struct attachment_row row;
    struct list names;
    bool more = true;
    bool done;
    while ((done = cursor_attachment(&cursor, &row, &more, error)) && more) {
        struct str hash = {(const char *)row.hash.bytes, HASH_BYTES};
        if (names_find(auditor->files, hash) == NAMES_NONE)
            find(auditor, STR("all"), 0, 0,
                 "the case holds a file that no sound entry names, with the hash %.*s",
                 STR_ARGS(str_slice(hash_hex(row.hash, auditor->arena), 0, 16)));
    }
    cursor_close(&cursor);
    if (!done || !store_meta_names(auditor->record->store, auditor->arena, &names, error))
        return false;
    bool is_bound = store_format(auditor->record->store) > 1;
    for (size_t i = 0; i < names.count; i++)
        if (!str_equal(*LIST_AT(&names, struct str, i), STR("case")) &&
            !(is_bound && str_equal(*LIST_AT(&names, struct str, i), STR("checkpoints"))))
            find(auditor, STR("all"), 0, 0,
                 "the case file says something that is no part of it: %.*s",
                 STR_ARGS(str_slice(*LIST_AT(&names, struct str, i), 0, 60)));
    return true;
}

static bool audit_logs(struct auditor *auditor, struct error *error)
{
    struct list audiences;
    if (!list_logs(auditor, &audiences, error) || !gather_milestones(auditor, error))
        return false;
    for (size_t i = 0; i < audiences.count; i++)
        if (!check_log(auditor, *LIST_AT(&audiences, struct str, i), error))
            return false;
    for (size_t i = 0; i < auditor->milestones.count; i++) {
        const struct milestone *milestone = LIST_AT(&auditor->milestones, struct milestone, i);
        if (!milestone->was_met)
            find(auditor, milestone->audience, 0, milestone->note.checkpoint.size,
                 "a checkpoint was signed at %" PRIu64 " entries, which the log does not reach",
                 milestone->note.checkpoint.size);
    }
    return true;
}

bool audit_run(struct record *record, const struct audit_against *against, struct arena *arena,
               struct audit *audit, struct error *error)
{
    static const struct audit_against nothing;
    static const struct list nobody;
    struct auditor auditor = {
        .record = record,
        .arena = arena,
        .audit = {.findings = LIST_MAKE(arena, struct finding),
                  .heads = LIST_MAKE(arena, struct head_row),
                  .forgotten = LIST_MAKE(arena, struct forgotten),
                  .attested = LIST_MAKE(arena, struct attested)},
        .milestones = LIST_MAKE(arena, struct milestone),
        .against = against ? against : &nothing,
        .files = names_make(arena),
        .scratch = arena_open(),
    };
    auditor.signers = auditor.against->signers ? auditor.against->signers : &nobody;
    bool done = audit_logs(&auditor, error) && check_chain(&auditor, error) &&
                check_strays(&auditor, error);
    if (done) {
        check_all_signatures(&auditor);
        *audit = auditor.audit;
    }
    arena_close(auditor.scratch);
    return done;
}
