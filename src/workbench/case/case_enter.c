// SPDX-License-Identifier: Apache-2.0
// Entering items: from fields or JSON, through the schema, into one entry.
#include "base/checked.h"
#include "casefile/access.h"
#include "casefile/slots.h"
#include "record/guarded.h"
#include "record/passphrase.h"
#include "workbench/case/case.h"
#include "workbench/case/case_slots.h"
#include "workbench/door.h"

#include <string.h>

static const struct json *object_over(const struct json *old, const struct json *changed,
                                      struct arena *arena)
{
    struct json_object object = json_object_from(arena, old);
    for (size_t i = 0; i < changed->count; i++)
        json_object_set(&object, changed->names[i], &changed->items[i]);
    return json_object_done(&object, arena);
}

static bool settle_stance(const struct items *items, const struct json **object,
                          struct arena *arena, struct error *error)
{
    struct str named = json_text(*object, "variant");
    if (named.length == 0)
        return true;
    struct str variant;
    const struct item *slot = items_find(items, "slot", json_text(*object, "slot"));
    if (!slot)
        return true; // the slot is entered by hand in the same act
    if (!case_variant_named(items, slot, named, arena, &variant, error))
        return false;
    struct json_object settled = json_object_from(arena, *object);
    json_object_set(&settled, STR("variant"), json_of_str(arena, variant));
    *object = json_object_done(&settled, arena);
    return true;
}

// A stance or a comment may name its slot by some parts of the id.
static bool name_slot(const struct items *items, struct json *stance, struct arena *arena,
                      struct error *error)
{
    struct str name = json_text(stance, "slot");
    const struct item *slot;
    if (name.length == 0 || items_find(items, "slot", name))
        return true; // that it is missing is said elsewhere
    if (!case_item_named(items, "slot", name, &slot, error))
        return false;
    struct json_object object = json_object_from(arena, stance);
    json_object_set(&object, STR("slot"), json_of_str(arena, slot->id));
    *stance = *json_object_done(&object, arena);
    return true;
}

// What is entered, while it goes on.
struct entering {
    struct acting acting;
    const struct kind *kind;
    struct schema_source source;
    struct list ids; // struct str
};

static bool add_file(struct entering *entering, const struct entente_file *file,
                     const struct json **tree, struct error *error)
{
    if (!file)
        return true;
    struct arena *arena = entering->acting.casefile->frame;
    const struct json *reference;
    struct str name = str_of(file->name);
    if (!casefile_add_file(entering->acting.casefile, &entering->acting.act,
                           str_skip(name, str_behind_last(name, '/')), answer_file(file),
                           &entering->acting.chance, &reference, error))
        return false;
    struct json_object object = json_object_from(arena, *tree);
    json_object_set(&object, STR("file"), reference);
    *tree = json_object_done(&object, arena);
    return true;
}

// "note-3": a name that the program gives to what all may read.
static bool is_given_name(const char *kind, struct str id)
{
    struct str number = str_skip(id, strlen(kind) + 1);
    int64_t value;
    return str_starts_with(id, str_of(kind)) && id.length > strlen(kind) &&
           id.bytes[strlen(kind)] == '-' && checked_parse(number, &value);
}

// One name must not stand for something sealed and something open: whoever sees both would lose
// one of them, and whoever sees one would learn of the other.
static bool check_id(const struct entering *entering, struct str id, struct error *error)
{
    const struct casefile *casefile = entering->acting.casefile;
    const char *kind = entering->kind->name;
    bool is_open = access_is_open(entering->acting.act.audience);
    if (is_open && items_find(&casefile->items, kind, id) && !items_find(&casefile->open, kind, id))
        return error_set(error, MISUSE,
                         "\"%.*s\" is the name of something sealed to you; choose another name "
                         "for what others may read",
                         STR_ARGS(str_slice(id, 0, 80)));
    if (!is_open && is_given_name(kind, id) && !items_find(&casefile->items, kind, id))
        return error_set(error, MISUSE,
                         "names like \"%.*s\" are given to what all may read; choose another "
                         "name for what is sealed",
                         STR_ARGS(str_slice(id, 0, 80)));
    return true;
}

static bool add_item(struct entering *entering, const struct json *tree, struct str id,
                     struct error *error)
{
    struct arena *arena = entering->acting.casefile->frame;
    const struct items *items = acting_items(&entering->acting);
    const struct json *object;
    struct str own_id;
    const struct json *id_given = json_member(tree, "id");
    if (id.length == 0 && id_given)
        id = id_given->text;
    if (id.length > 0 && !check_id(entering, id, error))
        return false;
    bool is_stance = strcmp(entering->kind->name, "stance") == 0;
    bool names_place = is_stance || strcmp(entering->kind->name, "comment") == 0;
    const struct item *old = id.length > 0 ? items_find(items, entering->kind->name, id) : NULL;
    struct json whole = old ? *object_over(old->value, tree, arena) : *tree;
    if (names_place && !name_slot(items, &whole, arena, error))
        return false;
    whole.byte = tree->byte;
    if (!schema_read(entering->kind, &whole, &entering->source, arena, &own_id, &object, error))
        return false;
    if (is_stance && !settle_stance(items, &object, arena, error))
        return false;
    if (id.length == 0)
        id = own_id.length > 0 ? own_id
             : is_stance       ? stance_id(json_text(object, "slot"), json_text(object, "variant"),
                                           json_text(object, "party"), arena)
                               : acting_new_id(&entering->acting, entering->kind->name);
    if (!schema_id_is_good(id) || (!old && !schema_id_fits(entering->kind, id)))
        return error_set(error, BAD_INPUT,
                         "\"%.*s\" is not an id: up to 200 bytes without white space and \"+\"%s",
                         STR_ARGS(str_slice(id, 0, 80)),
                         schema_id_is_good(id) ? SCHEMA_PARTY_ID : "");
    act_add(&entering->acting.act, entering->kind->name, arena_copy(arena, id), object);
    *LIST_ADD(&entering->ids, struct str) = arena_copy(arena, id);
    return true;
}

static bool add_json(struct entering *entering, const struct entente_file *file,
                     struct error *error)
{
    struct arena *arena = entering->acting.casefile->frame;
    const struct json *tree;
    entering->source.name = str_of(file->name);
    entering->source.text = arena_copy(arena, answer_file(file));
    if (!json_read(entering->source.name, entering->source.text, &input_limits_default, arena,
                   &tree, error))
        return false;
    if (tree->kind != JSON_ARRAY)
        return add_item(entering, tree, (struct str){NULL, 0}, error);
    for (size_t i = 0; i < tree->count; i++)
        if (!store_spend(entering->acting.casefile->store, 1, error) ||
            !add_item(entering, &tree->items[i], (struct str){NULL, 0}, error))
            return false;
    return tree->count > 0 || error_set(error, BAD_INPUT, "the list of items is empty");
}

static bool take_out(struct entering *entering, struct str id, struct error *error)
{
    const struct item *item;
    if (!case_item_named(acting_items(&entering->acting), entering->kind->name, id, &item, error))
        return false;
    act_add(&entering->acting.act, entering->kind->name, item->id, NULL);
    *LIST_ADD(&entering->ids, struct str) = item->id;
    return true;
}

static bool gather(struct entering *entering, const struct entente_entering *what,
                   struct error *error)
{
    struct arena *arena = entering->acting.casefile->frame;
    if (what->is_gone)
        return take_out(entering, str_of(what->id), error);
    if (what->json)
        return add_json(entering, what->json, error);
    const struct json *tree = case_fields_tree(what->fields, what->count, arena);
    return add_file(entering, what->file, &tree, error) &&
           add_item(entering, tree, str_of(what->id), error);
}

// A worth or an acceptance is nobody's business but its party's, whatever the caller forgot to say.
static bool check_secrecy(const struct entering *entering, struct error *error)
{
    const char *kind = entering->kind->name;
    bool is_worth = strcmp(kind, "worth") == 0;
    return !schema_is_sealed(entering->kind) ||
           str_starts_with(entering->acting.act.audience, STR("party:")) ||
           error_set(error, FORBIDDEN, "a%s %s is sealed to its party; use: entente %s",
                     is_worth ? "" : "n", kind, is_worth ? "seal" : "enter --readers party:ID");
}

// What keys are made of: a passphrase, or what the party made elsewhere.
struct new_keys {
    struct str passphrase;
    const struct entente_file *made; // NULL: they are made here
};

static bool read_made(const struct entente_file *file, struct arena *arena,
                      const struct json **record, struct error *error)
{
    return json_read(str_of(file->name), arena_copy(arena, answer_file(file)),
                     &input_limits_default, arena, record, error) &&
           keys_check_new(*record, error);
}

static bool make_record(struct casefile *casefile, struct key_owner owner, bool has_keys,
                        struct new_keys new_keys, struct chance *chance, const struct json **record,
                        struct error *error)
{
    struct arena *arena = casefile->frame;
    if (new_keys.made && has_keys)
        return error_set(error, MISUSE, "%.*s has keys already", STR_ARGS(owner.party));
    if (new_keys.made)
        return read_made(new_keys.made, arena, record, error);
    struct secret_keys *keys = GUARDED_NEW(struct secret_keys);
    bool done = has_keys ? keys_exchange(casefile->keys, owner, new_keys.passphrase,
                                         key_cost_default, chance, arena, record, error)
                         : keys_make(new_keys.passphrase, key_cost_default, chance, arena, keys,
                                     record, error);
    guarded_free(keys);
    return done;
}

// Adds the act that gives a party its keys, or exchanges them, to the transaction under way. It has an
// entry, and so a chance, of its own.
static bool append_keys(struct casefile *casefile, struct str party, struct new_keys new_keys,
                        const struct act *like, const unsigned char *seed, uint64_t *at,
                        struct error *error)
{
    struct chance chance;
    const struct json *record = NULL;
    struct act act = act_make("key", casefile->frame);
    struct key_owner owner = {casefile->record.case_id, party};
    act.now = like->now;
    act.by = like->by;
    act.is_by_clock = like->is_by_clock;
    act.at_any_time = like->at_any_time;
    if (!items_find(&casefile->open, "party", party))
        return error_set(error, NOT_FOUND, "the case knows no party %.*s", STR_ARGS(party));
    bool has_keys = items_find(&casefile->open, "key", party) != NULL;
    bool is_own = casefile->has_keys && str_equal(casefile->view.viewer, party);
    // New keys from somebody else would leave all that is sealed to the old ones closed for good.
    if (has_keys && !is_own)
        return error_set(error, MISUSE, "%.*s has keys already", STR_ARGS(party));
    if (!casefile_chance(casefile, seed, act.audience, &chance, error) ||
        !make_record(casefile, owner, has_keys, new_keys, &chance, &record, error))
        return false;
    act_add(&act, "key", party, record);
    return casefile_append(casefile, &act, &chance, at, error);
}

static void tell_weak(struct str passphrase, struct entente_answer *made)
{
    if (passphrase_is_weak(passphrase))
        made->summary = arena_print(made->arena,
                                    "%.*sthe passphrase is short or plain: whoever gets a copy of "
                                    "the case can try all like it\n",
                                    STR_ARGS(made->summary));
}

static bool give_key(struct entente_case *handle, struct str party, struct new_keys new_keys,
                     const struct entente_act *frame, struct entente_answer *made,
                     struct error *error)
{
    struct acting acting;
    uint64_t at = 0;
    if (!acting_begin(handle, "key", frame, &acting, error))
        return false;
    if (!append_keys(acting.casefile, party, new_keys, &acting.act, frame->seed, &at, error) ||
        !casefile_commit(acting.casefile, error)) {
        casefile_rollback(acting.casefile);
        return false;
    }
    acting.act.audience = STR("all");
    acting_tell_one(&acting, "key", party, at, made);
    if (!new_keys.made)
        tell_weak(new_keys.passphrase, made);
    return true;
}

// key_at   the entry that gave keys; NULL: none did
static void tell(const struct entering *entering, uint64_t at, const uint64_t *key_at,
                 struct entente_answer *made)
{
    size_t count = entering->ids.count;
    struct act_entered *entered = ARENA_ARRAY(made->arena, struct act_entered, count + 1);
    for (size_t i = 0; i < count; i++)
        entered[i] = acting_entered(&entering->acting, entering->kind->name,
                                    *LIST_AT(&entering->ids, struct str, i), at, made->arena);
    if (key_at)
        entered[count] = (struct act_entered){
            "key", arena_copy(made->arena, *LIST_AT(&entering->ids, struct str, 0)), STR("all"),
            *key_at};
    struct act_answer told = {.entered = entered, .entered_count = count + (key_at != NULL)};
    acting_tell(&entering->acting, told, made);
}

// The items and the keys, all or nothing.
static bool end(struct entering *entering, const struct entente_entering *what,
                const struct entente_act *frame, uint64_t *at, uint64_t *key_at,
                struct error *error)
{
    struct acting *acting = &entering->acting;
    struct casefile *casefile = acting->casefile;
    if (!casefile_append(casefile, &acting->act, &acting->chance, at, error))
        return false;
    if (what->passphrase && !append_keys(casefile, *LIST_AT(&entering->ids, struct str, 0),
                                         (struct new_keys){str_of(what->passphrase), NULL},
                                         &acting->act, frame->seed, key_at, error))
        return false;
    return casefile_commit(casefile, error);
}

// Matches that are entered or taken out by hand make other slots of their documents.
static bool carry_matched(struct entente_case *handle, struct entering *entering,
                          struct budget *budget, struct arena *arena, struct error *error)
{
    struct act *act = &entering->acting.act;
    struct names *documents = names_make(arena);
    size_t count = act->changes.count;
    if (strcmp(entering->kind->name, "match") != 0 || !access_is_open(act->audience))
        return true;
    for (size_t i = 0; i < count; i++) {
        struct change change = *LIST_AT(&act->changes, struct change, i);
        const struct item *old = items_find(acting_items(&entering->acting), "match", change.id);
        const struct json *value = change.set ? change.set : old ? old->value : NULL;
        struct draft_change change_made = {.case_name = handle->name};
        struct slots_carried carried;
        struct str told = STR("");
        if (!value)
            continue;
        change_made.document = json_text(value, "document");
        uint32_t known = names_find(documents, change_made.document);
        names_add(documents, change_made.document);
        if (known == NAMES_NONE && !case_carry_slots(entering->acting.casefile, &change_made,
                                                     budget, act, arena, &carried, &told, error))
            return false;
    }
    return true;
}

static bool enter(struct entente_case *handle, const struct entente_entering *what,
                  const struct entente_act *frame, struct budget *budget,
                  struct entente_answer *made, struct error *error)
{
    struct entering entering = {.kind = schema_kind(str_of(what->kind)),
                                .source = {.name = str_of(what->kind)},
                                .ids = LIST_MAKE(made->arena, struct str)};
    if (!entering.kind)
        return error_set(error, MISUSE, "there is no kind \"%s\"; expected one of %.*s", what->kind,
                         STR_ARGS(schema_kind_names(made->arena)));
    if (!acting_begin(handle, what->verb ? what->verb : "enter", frame, &entering.acting, error))
        return false;
    entering.source.items = acting_items(&entering.acting);
    if (!check_secrecy(&entering, error) || !gather(&entering, what, error) ||
        !carry_matched(handle, &entering, budget, made->arena, error)) {
        casefile_rollback(entering.acting.casefile);
        return false;
    }
    uint64_t at;
    uint64_t key_at = 0;
    if (!end(&entering, what, frame, &at, &key_at, error)) {
        casefile_rollback(entering.acting.casefile);
        return false;
    }
    tell(&entering, at, what->passphrase ? &key_at : NULL, made);
    if (what->passphrase)
        tell_weak(str_of(what->passphrase), made);
    return true;
}

bool entente_case_enter(const struct entente_entering *entering, struct entente_case *handle,
                        const struct entente_act *act, const struct entente_bounds *bounds,
                        struct entente_answer **answer, struct entente_error *error)
{
    struct entente_entering own;
    struct entente_act frame;
    if (!DOOR_TAKE(entering, &own, error) || !case_frame(act, &frame, error) ||
        !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    return case_end(handle, enter(handle, &own, &frame, &budget, made, &inner), made, answer,
                    &inner, error);
}

bool entente_case_key(const struct entente_key_options *options, struct entente_case *handle,
                      const struct entente_act *act, const struct entente_bounds *bounds,
                      struct entente_answer **answer, struct entente_error *error)
{
    struct entente_key_options own;
    struct entente_act frame;
    if (!DOOR_TAKE(options, &own, error) || !case_frame(act, &frame, error) ||
        !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct new_keys new_keys = {str_of(own.passphrase), own.made};
    return case_end(handle, give_key(handle, str_of(own.party), new_keys, &frame, made, &inner),
                    made, answer, &inner, error);
}

static bool init(const char *path, struct str case_id, const struct json *tree,
                 const struct entente_act *frame, struct arena *arena, struct error *error)
{
    struct casefile *casefile;
    struct str id;
    const struct json *object;
    if (!casefile_create(path, NULL, case_id, &casefile, error))
        return false;
    struct schema_source source = {.name = STR("case"), .items = &casefile->items};
    struct chance chance = chance_make(frame->seed);
    struct act act = act_make("init", casefile->frame);
    act.now = str_of(case_now(frame));
    bool done = schema_read(schema_kind(STR("case")), tree, &source, arena, &id, &object, error);
    if (done)
        act_add(&act, "case", STR("case"), object);
    done = done && casefile_append(casefile, &act, &chance, NULL, error) &&
           casefile_publish(casefile, error);
    casefile_close(casefile);
    return done;
}

bool entente_case_init(const struct entente_init_options *options, const char *path,
                       const struct entente_act *act, const struct entente_bounds *bounds,
                       struct entente_answer **answer, struct entente_error *error)
{
    struct entente_init_options own;
    struct entente_act frame;
    if (!DOOR_TAKE(options, &own, error) || !case_frame(act, &frame, error) ||
        !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    const struct json *tree = case_fields_tree(own.fields, own.count, made->arena);
    bool done = init(path, str_of(own.case_id), tree, &frame, made->arena, &inner);
    made->summary = arena_print(made->arena, "%s is the new case %s\n", path, own.case_id);
    return case_finish(done, made, answer, &inner, error);
}
