// SPDX-License-Identifier: Apache-2.0
// Acts that are more than entering an item: agreeing, reopening, consenting, opening what is sealed.
#include "render/case/case_forms.h"
#include "workbench/case/case.h"
#include "workbench/door.h"

#include <string.h>

// A settled wording: which, by whom, when and where.
static bool agreement(const struct items *items, const struct item *slot,
                      const struct entente_settling *settling, struct arena *arena,
                      const struct json **agreed, struct error *error)
{
    struct str variant;
    if (!settling->variant)
        return error_set(
            error, MISUSE,
            "say which wording is agreed: its number from 1, the start of its id, \"base\", its "
            "words, or the party that holds it");
    if (!case_variant_named(items, slot, str_of(settling->variant), arena, &variant, error))
        return false;
    struct json_object tree = json_object_make(arena);
    struct json_object row = json_object_make(arena);
    json_object_set(&row, STR("variant"), json_of_str(arena, variant));
    if (settling->by)
        json_object_set(&row, STR("by"), json_of_str(arena, str_of(settling->by)));
    if (settling->date)
        json_object_set(&row, STR("date"), json_of_str(arena, str_of(settling->date)));
    if (settling->meeting)
        json_object_set(&row, STR("meeting"), json_of_str(arena, str_of(settling->meeting)));
    json_object_set(&tree, STR("document"), json_member(slot->value, "document"));
    json_object_set(&tree, STR("agreed"), json_object_done(&row, arena));
    struct schema_source source = {.name = STR("agree"), .items = items};
    const struct json *read;
    struct str id;
    if (!schema_read(schema_kind(STR("slot")), json_object_done(&tree, arena), &source, arena, &id,
                     &read, error))
        return false;
    *agreed = json_member(read, "agreed");
    return true;
}

static bool settle(const struct acting *acting, const struct entente_settling *settling,
                   const struct item *slot, struct error *error, const struct json **settled)
{
    struct arena *arena = acting->casefile->frame;
    struct json_object object = json_object_from(arena, slot->value);
    bool is_agreed = strcmp(settling->status, "agreed") == 0;
    const struct json *agreed = NULL;
    if (strcmp(settling->status, "reopened") == 0 &&
        str_equal(json_text(slot->value, "status"), STR("open")))
        return error_set(error, MISUSE, "%.*s is open; there is nothing to reopen",
                         STR_ARGS(slot->id));
    if (is_agreed && !agreement(acting_items(acting), slot, settling, arena, &agreed, error))
        return false;
    json_object_set(&object, STR("status"), json_of_str(arena, str_of(settling->status)));
    json_object_set(&object, STR("agreed"), agreed);
    if (settling->note)
        json_object_set(&object, STR("note"), json_of_str(arena, str_of(settling->note)));
    *settled = json_object_done(&object, arena);
    return true;
}

static bool settle_slot(struct entente_case *handle, const struct entente_settling *settling,
                        const struct entente_act *frame, struct entente_answer *made,
                        struct error *error)
{
    struct acting acting;
    const struct item *slot;
    const struct json *settled = NULL;
    uint64_t at;
    const char *verb = strcmp(settling->status, "agreed") == 0   ? "agree"
                       : strcmp(settling->status, "parked") == 0 ? "park"
                                                                 : "reopen";
    if (!acting_begin(handle, verb, frame, &acting, error))
        return false;
    if (!case_item_named(acting_items(&acting), "slot", str_of(settling->slot), &slot, error) ||
        !settle(&acting, settling, slot, error, &settled)) {
        casefile_rollback(acting.casefile);
        return false;
    }
    act_add(&acting.act, "slot", slot->id, settled);
    if (!acting_end(&acting, &at, error))
        return false;
    acting_tell_one(&acting, "slot", slot->id, at, made);
    return true;
}

bool entente_case_settle(const struct entente_settling *settling, struct entente_case *handle,
                         const struct entente_act *act, const struct entente_bounds *bounds,
                         struct entente_answer **answer, struct entente_error *error)
{
    struct entente_settling own;
    struct entente_act frame;
    if (!DOOR_TAKE(settling, &own, error) || !case_frame(act, &frame, error) ||
        !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    return case_end(handle, settle_slot(handle, &own, &frame, made, &inner), made, answer, &inner,
                    error);
}

// --- Consent and opening

// The sealed item of a kind, or the only one there is when no id is given.
static bool sealed_item(struct casefile *casefile, struct str id, const struct item **found,
                        struct error *error)
{
    static const char *const kinds[] = {"worth", "note", "draft", "stance", "acceptance"};
    size_t matches = 0;
    struct arena *arena = arena_open();
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct list items = items_of(&casefile->items, kinds[i], arena);
        for (size_t j = 0; j < items.count; j++) {
            const struct item *item = *LIST_AT(&items, const struct item *, j);
            struct str audience = order_audience(item->last);
            bool is_open = str_equal(audience, STR("all")) || str_equal(audience, STR("public"));
            if (!is_open && (id.length == 0 || str_equal(item->id, id))) {
                *found = item;
                matches++;
            }
        }
    }
    arena_close(arena);
    if (matches == 1)
        return true;
    return error_set(error, matches == 0 ? NOT_FOUND : MISUSE,
                     matches == 0 ? "nothing%s%.*s is sealed to you that this passphrase opens"
                                  : "more than one thing%s%.*s is sealed to you; say its id",
                     id.length > 0 ? " called " : "", STR_ARGS(id));
}

static bool unseal(struct casefile *casefile, struct str id, struct entente_answer *made,
                   struct error *error)
{
    const struct item *item;
    if (!sealed_item(casefile, id, &item, error))
        return false;
    const struct json *file = json_member(item->value, "file");
    if (file)
        return casefile_file(casefile, file, made->arena, &made->output, error);
    made->output = case_item_json(item->id, item->value, made->arena);
    return true;
}

bool entente_case_unseal(const struct entente_seal_options *options, struct entente_case *handle,
                         const struct entente_bounds *bounds, struct entente_answer **answer,
                         struct entente_error *error)
{
    struct entente_seal_options own;
    if (!DOOR_TAKE(options, &own, error) || !case_begin(handle, bounds, error))
        return false;
    options = &own;
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = case_reads_on(handle, &inner) &&
                unseal(handle->casefile, str_of(options->id), made, &inner);
    return case_end(handle, done, made, answer, &inner, error);
}

// Writes the sealed item again as it is, for the mediators too.
static bool consent(struct entente_case *handle, struct str id, const struct entente_act *frame,
                    struct entente_answer *made, struct error *error)
{
    struct acting acting;
    const struct item *item;
    uint64_t at;
    if (!acting_begin(handle, "consent", frame, &acting, error))
        return false;
    struct casefile *casefile = acting.casefile;
    bool done = sealed_item(casefile, id, &item, error);
    if (done) {
        const struct json *value = item->value;
        const struct json *file = json_member(value, "file");
        acting.act.audience = arena_copy(casefile->frame, order_audience(item->last));
        acting.act.with_mediator = true;
        struct str bytes;
        const struct json *reference;
        if (file) {
            done = casefile_file(casefile, file, made->arena, &bytes, error) &&
                   casefile_add_file(casefile, &acting.act, json_text(file, "name"), bytes,
                                     &acting.chance, &reference, error);
            struct json_object object = json_object_from(casefile->frame, value);
            if (done)
                json_object_set(&object, STR("file"), reference);
            value = json_object_done(&object, casefile->frame);
        }
        act_add(&acting.act, arena_c_string(casefile->frame, item->kind), item->id, value);
    }
    if (!done) {
        casefile_rollback(casefile);
        return false;
    }
    const char *kind = arena_c_string(made->arena, item->kind);
    struct str name = arena_copy(made->arena, item->id);
    if (!acting_end(&acting, &at, error))
        return false;
    acting_tell_one(&acting, kind, name, at, made);
    return true;
}

bool entente_case_consent(const struct entente_seal_options *options, struct entente_case *handle,
                          const struct entente_act *act, const struct entente_bounds *bounds,
                          struct entente_answer **answer, struct entente_error *error)
{
    struct entente_seal_options own;
    struct entente_act frame;
    if (!DOOR_TAKE(options, &own, error) || !case_frame(act, &frame, error) ||
        !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    return case_end(handle, consent(handle, str_of(own.id), &frame, made, &inner), made, answer,
                    &inner, error);
}
