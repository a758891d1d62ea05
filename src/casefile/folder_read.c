// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "casefile/access.h"
#include "casefile/bundle.h"
#include "casefile/folder.h"
#include "casefile/key_history.h"
#include "casefile/schema.h"
#include "casefile/slots.h"
#include "codec/yaml.h"
#include "record/audit.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool folder_is(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

// One item as it stands in a file.
struct written_item {
    const struct kind *kind;
    struct str id;
    bool is_public;
    const struct json *tree; // without id and readers
    struct str name;         // the file
    struct str text;
};

struct folder_reading {
    const char *path;
    struct casefile *casefile;
    struct chance *chance;
    struct arena *arena; // the case's
    struct list items;   // struct written_item
    struct names *known; // "kind/id"
    struct str case_id;  // as entente.yaml names it; may be empty
    struct act acts[2];  // for all, and for the public
    struct error *error;
    bool has_record;
    const struct budget *bounds; // NULL: none
};

static const char *joined(const struct folder_reading *reading, const char *name)
{
    return arena_c_string(reading->arena,
                          arena_print(reading->arena, "%s/%s", reading->path, name));
}

static struct place place_at(const struct written_item *written, const struct json *value)
{
    return place_in(written->name, written->text, value->byte);
}

// --- The lists

static struct str made_id(const struct folder_reading *reading, const struct kind *kind,
                          const struct json *tree, size_t index)
{
    if (strcmp(kind->name, "stance") != 0)
        return arena_print(reading->arena, "%s-%zu", kind->name, index + 1);
    return stance_id(json_text(tree, "slot"), json_text(tree, "variant"), json_text(tree, "party"),
                     reading->arena);
}

static bool take_readers(struct folder_reading *reading, struct written_item *written,
                         const struct json *readers)
{
    if (!readers)
        return true;
    written->is_public = str_equal(readers->text, STR("public"));
    return written->is_public || str_equal(readers->text, STR("all")) ||
           error_at(reading->error, BAD_INPUT, place_at(written, readers),
                    "readers: \"%.*s\" is not public or all; what is for fewer is sealed with "
                    "entente seal",
                    STR_ARGS(str_slice(readers->text, 0, 60)));
}

static bool take_item(struct folder_reading *reading, struct written_item written, size_t index)
{
    const struct json *tree = written.tree;
    const struct json *id = json_member(tree, "id");
    if (tree->kind != JSON_OBJECT)
        return error_at(reading->error, BAD_INPUT, place_at(&written, tree),
                        "a %s is a set of fields; expected \"id: …\" and others",
                        written.kind->name);
    written.id = id ? id->text : made_id(reading, written.kind, tree, index);
    if (!schema_id_is_good(written.id) || !schema_id_fits(written.kind, written.id))
        return error_at(
            reading->error, BAD_INPUT, place_at(&written, id ? id : tree),
            "id: \"%.*s\" is not an id: up to 200 bytes without white space and \"+\"%s",
            STR_ARGS(str_slice(written.id, 0, 60)),
            schema_id_is_good(written.id) ? SCHEMA_PARTY_ID : "");
    struct str key =
        arena_print(reading->arena, "%s/%.*s", written.kind->name, STR_ARGS(written.id));
    if (names_find(reading->known, key) != NAMES_NONE)
        return error_at(reading->error, BAD_INPUT, place_at(&written, id ? id : tree),
                        "id: \"%.*s\" stands here a second time; expected another id",
                        STR_ARGS(written.id));
    names_add(reading->known, key);
    if (!take_readers(reading, &written, json_member(tree, "readers")))
        return false;
    struct json_object rest = json_object_from(reading->arena, tree);
    json_object_set(&rest, STR("id"), NULL);
    json_object_set(&rest, STR("readers"), NULL);
    struct json *fields = ARENA_NEW(reading->arena, struct json);
    *fields = *json_object_done(&rest, reading->arena);
    fields->byte = tree->byte;
    written.tree = fields;
    *LIST_ADD(&reading->items, struct written_item) = written;
    return true;
}

static bool take_case(struct folder_reading *reading, struct written_item written)
{
    const struct json *id = json_member(written.tree, "id");
    if (id)
        reading->case_id = id->text;
    if (written.tree->kind != JSON_OBJECT)
        return error_at(reading->error, BAD_INPUT, place_at(&written, written.tree),
                        "case: expected fields like \"title: …\"");
    struct json_object renamed = json_object_from(reading->arena, written.tree);
    json_object_set(&renamed, STR("id"), json_of_str(reading->arena, STR("case")));
    struct json *fields = ARENA_NEW(reading->arena, struct json);
    *fields = *json_object_done(&renamed, reading->arena);
    fields->byte = written.tree->byte;
    written.tree = fields;
    return take_item(reading, written, 0);
}

static bool take_list(struct folder_reading *reading, struct str key, struct written_item written)
{
    const struct json *list = written.tree;
    written.kind = schema_kind_of_plural(key);
    if (!written.kind || schema_is_sealed(written.kind))
        return error_at(reading->error, BAD_INPUT, place_at(&written, list),
                        "\"%.*s\" is no list of a case; expected parties, groups, delegates, "
                        "documents, drafts, slots, stances, meetings, statements, steps, limits, "
                        "guarantees, packages, comments, matches, findings, notes or keys",
                        STR_ARGS(str_slice(key, 0, 60)));
    if (strcmp(written.kind->name, "case") == 0)
        return take_case(reading, written);
    if (list->kind == JSON_STRING && list->text.length == 0)
        return true;
    if (list->kind != JSON_ARRAY)
        return error_at(reading->error, BAD_INPUT, place_at(&written, list),
                        "%.*s: expected a list, each item after a dash", STR_ARGS(key));
    for (size_t i = 0; i < list->count; i++) {
        written.tree = &list->items[i];
        if (!take_item(reading, written, i))
            return false;
    }
    return true;
}

static bool take_file(struct folder_reading *reading, const char *file)
{
    const char *path = joined(reading, file);
    struct written_item written = {.name = str_of(path)};
    const struct json *tree;
    if (access(path, F_OK) != 0 && strcmp(file, "entente.yaml") != 0)
        return true;
    if (file_leads_out(reading->path, path))
        return error_at(reading->error, BAD_INPUT, place_of(written.name),
                        "is a link that leads out of the folder; put the file itself there");
    if (!file_read(path, input_limits_default.file_bytes, reading->arena, &written.text,
                   reading->error) ||
        !yaml_read(written.name, written.text, &input_limits_default, reading->arena, &tree,
                   reading->error))
        return false;
    written.tree = tree;
    if (tree->kind != JSON_OBJECT)
        return error_at(reading->error, BAD_INPUT, place_at(&written, tree),
                        "expected keys like \"parties:\" with their lists");
    for (size_t i = 0; i < tree->count; i++) {
        written.tree = &tree->items[i];
        if (str_equal(tree->names[i], STR("entente"))) {
            if (!str_equal(tree->items[i].text, STR("1")) &&
                !str_equal(tree->items[i].text, STR("2")))
                return error_at(
                    reading->error, UNSUPPORTED, place_at(&written, written.tree),
                    "entente: \"%.*s\" is not 1 or 2, the forms that this program reads",
                    STR_ARGS(str_slice(tree->items[i].text, 0, 20)));
        } else if (!take_list(reading, tree->names[i], written)) {
            return false;
        }
    }
    return true;
}

static bool take_files(struct folder_reading *reading)
{
    for (const struct kind *kind = schema_kinds; kind->name; kind++) {
        bool is_first = true;
        for (const struct kind *before = schema_kinds; before != kind; before++)
            is_first = is_first && strcmp(before->file, kind->file) != 0;
        if (is_first && !take_file(reading, kind->file))
            return false;
    }
    return true;
}

// --- Against the state

// A path stays inside the folder.
static bool is_inside(struct str path)
{
    struct str rest = path;
    struct str part;
    bool is_good = path.length > 0 && path.bytes[0] != '/';
    while (str_cut(&rest, '/', &part))
        is_good = is_good && !str_equal(part, STR(".."));
    return is_good;
}

static bool add_file(struct folder_reading *reading, struct act *act,
                     const struct written_item *written, const struct item *old,
                     const struct json **object)
{
    const struct json *path = json_member(*object, "file");
    if (!path)
        return true;
    const struct json *reference = old ? json_member(old->value, "file") : NULL;
    struct str bytes;
    if (path->kind != JSON_STRING || !is_inside(path->text))
        return error_at(reading->error, BAD_INPUT,
                        place_at(written, json_member(written->tree, "file")),
                        "file: \"%.*s\" is not a path inside this folder",
                        STR_ARGS(str_slice(path->text, 0, 100)));
    const char *full = joined(reading, arena_c_string(reading->arena, path->text));
    if (file_leads_out(reading->path, full))
        return error_at(reading->error, BAD_INPUT,
                        place_at(written, json_member(written->tree, "file")),
                        "file: \"%.*s\" is a link that leads out of the folder",
                        STR_ARGS(str_slice(path->text, 0, 100)));
    struct arena *scratch = arena_open();
    size_t slash = str_behind_last(path->text, '/');
    bool done = file_read(full, input_limits_default.file_bytes, scratch, &bytes, reading->error);
    if (!done)
        error_at(reading->error, reading->error->code,
                 place_at(written, json_member(written->tree, "file")),
                 "file: \"%.*s\" cannot be read: no such file in the folder, or too large",
                 STR_ARGS(str_slice(path->text, 0, 100)));
    bool is_known = done && reference &&
                    str_equal(hash_hex(hash_of(bytes), scratch), json_text(reference, "sha256"));
    if (done && !is_known)
        done = casefile_add_file(reading->casefile, act, str_skip(path->text, slash), bytes,
                                 reading->chance, &reference, reading->error);
    arena_close(scratch);
    struct json_object with_file = json_object_from(reading->arena, *object);
    json_object_set(&with_file, STR("file"), reference);
    *object = json_object_done(&with_file, reading->arena);
    return done;
}

static bool is_same(const struct json *a, const struct json *b, bool *same, struct error *error)
{
    struct arena *arena = arena_open();
    struct builder first = builder_make(arena);
    struct builder second = builder_make(arena);
    bool done = canon_write(a, &first, error) && canon_write(b, &second, error);
    *same = done && str_equal(builder_str(&first), builder_str(&second));
    arena_close(arena);
    return done;
}

static bool compare_item(struct folder_reading *reading, const struct written_item *written)
{
    struct schema_source source = {written->name, written->text, &reading->casefile->open,
                                   reading->known};
    const struct json *object;
    struct str id;
    if (!schema_read(written->kind, written->tree, &source, reading->arena, &id, &object,
                     reading->error))
        return false;
    const struct item *old = items_find(&reading->casefile->open, written->kind->name, written->id);
    bool was_public = old && str_equal(order_audience(old->last), STR("public"));
    struct act *act = &reading->acts[written->is_public];
    bool same = false;
    if (!add_file(reading, act, written, old, &object) ||
        (old && !is_same(old->value, object, &same, reading->error)))
        return false;
    if (!same || was_public != written->is_public)
        act_add(act, written->kind->name, written->id, object);
    return true;
}

// What the record has and the folder no longer says is gone.
static void find_gone(struct folder_reading *reading)
{
    const struct items *open = &reading->casefile->open;
    for (size_t i = 0; i < open->all.count; i++) {
        const struct item *item = LIST_AT(&open->all, struct item, i);
        struct str key =
            arena_print(reading->arena, "%.*s/%.*s", STR_ARGS(item->kind), STR_ARGS(item->id));
        if (item->value && names_find(reading->known, key) == NAMES_NONE)
            act_add(&reading->acts[str_equal(order_audience(item->last), STR("public"))],
                    arena_c_string(reading->arena, item->kind), item->id, NULL);
    }
}

// Two acts: what is for all, and what is public.
static bool gather_differences(struct folder_reading *reading, struct str now)
{
    for (size_t i = 0; i < 2; i++) {
        reading->acts[i] = act_make("import", reading->arena);
        reading->acts[i].audience = i == 0 ? STR("all") : STR("public");
        reading->acts[i].now = now.length > 0                         ? now
                               : reading->casefile->newest.length > 0 ? reading->casefile->newest
                                                                      : STR("0001-01-01T00:00:00Z");
    }
    for (size_t i = 0; i < reading->items.count; i++)
        if (!compare_item(reading, LIST_AT(&reading->items, struct written_item, i)))
            return false;
    find_gone(reading);
    return true;
}

static bool enter_differences(struct folder_reading *reading)
{
    for (size_t i = 2; i-- > 0;) // the public's first: all may build on it
        if (reading->acts[i].changes.count > 0 &&
            !casefile_append(reading->casefile, &reading->acts[i], reading->chance, NULL,
                             reading->error))
            return false;
    return true;
}

// --- The record

struct seeing {
    struct key_history keys;
    struct arena *scratch; // for one entry
};

static void see_keys(void *self, const struct entry_row *row)
{
    struct seeing *seeing = self;
    struct scanned_entry entry;
    if (access_is_open(row->audience) && entry_scan(row->content, seeing->scratch, &entry))
        key_history_see(&seeing->keys, row, &entry.changes);
    arena_rewind(seeing->scratch, (struct arena_mark){NULL, 0});
}

static bool check_record(struct casefile *casefile, struct str name, struct error *error)
{
    struct arena *arena = arena_open();
    struct audit audit;
    struct seeing seeing = {key_history_make(casefile->record.case_id, arena), arena_open()};
    struct audit_against against = {
        .signers = &seeing.keys.signers, .see = see_keys, .viewer = &seeing};
    bool done = audit_run(&casefile->record, &against, arena, &audit, error);
    const struct list *wrong =
        done && audit.findings.count > 0 ? &audit.findings : &seeing.keys.wrong;
    if (done && wrong->count > 0)
        done = error_at(error, TAMPERED, place_of(name), "%.*s",
                        STR_ARGS(LIST_AT(wrong, struct finding, 0)->what));
    arena_close(seeing.scratch);
    arena_close(arena);
    return done;
}

static bool load_record(struct casefile *casefile, const char *path, struct error *error)
{
    struct arena *scratch = arena_open();
    struct str name = str_of(path);
    struct str text;
    bool was_right;
    bool done = file_read(path, input_limits_default.file_bytes * 4, scratch, &text, error) &&
                bundle_read(name, text, casefile->store, error) &&
                store_meta(casefile->store, STR("case"), casefile->arena, &casefile->record.case_id,
                           error) &&
                casefile_rebuild(casefile, &was_right, error) &&
                check_record(casefile, name, error);
    arena_close(scratch);
    return done;
}

static struct folder_reading begin_reading(const char *path, struct chance *chance,
                                           const struct budget *bounds, struct arena *arena,
                                           struct error *error)
{
    return (struct folder_reading){.path = path,
                                   .bounds = bounds,
                                   .chance = chance,
                                   .arena = arena,
                                   .items = LIST_MAKE(arena, struct written_item),
                                   .known = names_make(arena),
                                   .error = error};
}

// Reads all files and the record, if there is one, and finds what they say otherwise.
static bool read_folder(struct folder_reading *reading, const char *file_path, struct str case_id,
                        struct str now)
{
    bool done = take_files(reading);
    const char *record = joined(reading, "record.jsonl");
    struct str id = reading->case_id.length > 0 ? reading->case_id : case_id;
    done = done && casefile_create(file_path, NULL, id, &reading->casefile, reading->error);
    if (done)
        store_bind(reading->casefile->store, reading->bounds);
    reading->has_record = access(record, F_OK) == 0;
    if (done && reading->has_record)
        done = load_record(reading->casefile, record, reading->error);
    return done && gather_differences(reading, now);
}

bool folder_read(const char *path, const char *file_path, struct str case_id, struct str now,
                 struct chance *chance, const struct budget *bounds, struct casefile **casefile,
                 struct folder_told *told, struct error *error)
{
    struct arena *arena = arena_open();
    struct folder_reading reading = begin_reading(path, chance, bounds, arena, error);
    bool done = read_folder(&reading, file_path, case_id, now) && enter_differences(&reading);
    struct casefile *made = reading.casefile;
    // The state keeps views of what was read: it is loaded again once that is written.
    if (told)
        *told = (struct folder_told){reading.has_record,
                                     reading.acts[0].changes.count + reading.acts[1].changes.count};
    done = done && items_settle(&made->open, made->store, error) && casefile_load(made, error);
    arena_close(arena);
    if (done)
        *casefile = made;
    else
        casefile_close(made);
    return done;
}

bool folder_compare(const char *path, const struct budget *bounds, struct arena *arena,
                    struct folder_compared *compared, struct error *error)
{
    static const unsigned char no_seed[CHANCE_SEED_BYTES]; // what is stored here goes nowhere
    struct arena *own = arena_open();
    struct chance chance = chance_make(no_seed);
    struct folder_reading reading = begin_reading(path, &chance, bounds, own, error);
    bool done = read_folder(&reading, NULL, STR("unnamed"), (struct str){NULL, 0});
    *compared = (struct folder_compared){reading.items.count, LIST_MAKE(arena, struct str)};
    for (size_t i = 0; done && i < 2; i++)
        for (size_t c = 0; c < reading.acts[i].changes.count; c++) {
            const struct change *change = LIST_AT(&reading.acts[i].changes, struct change, c);
            *LIST_ADD(&compared->different, struct str) =
                arena_print(arena, "%s %.*s", change->kind, STR_ARGS(change->id));
        }
    casefile_close(reading.casefile);
    arena_close(own);
    return done;
}
