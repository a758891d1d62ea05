// SPDX-License-Identifier: Apache-2.0
// Handles, and what every case verb does at its beginning and end.
#include "workbench/case/case.h"

#include "base/checked.h"
#include "casefile/access.h"
#include "render/case/record_forms.h"
#include "workbench/case/case_drafts.h"
#include "workbench/case/case_kept.h"
#include "workbench/case/case_texts.h"
#include "workbench/door.h"

#include <string.h>

bool case_finish(bool done, struct entente_answer *made, struct entente_answer **answer,
                 const struct error *inner, struct entente_error *error)
{
    if (!done) {
        entente_answer_free(made);
        return answer_error(inner, error);
    }
    *answer = made;
    return true;
}

bool case_begin(struct entente_case *handle, const struct entente_bounds *bounds,
                struct entente_error *error)
{
    if (!door_bounds(bounds, error))
        return false;
    struct budget budget = answer_budget(bounds);
    store_bind(handle->casefile->store, &budget);
    return true;
}

bool case_end(struct entente_case *handle, bool done, struct entente_answer *made,
              struct entente_answer **answer, struct error *inner, struct entente_error *error)
{
    struct store *store = handle->casefile->store;
    done = done && store_check_bounds(store, inner);
    store_bind(store, NULL);
    return case_finish(done, made, answer, inner, error);
}

void entente_case_close(struct entente_case *handle)
{
    if (!handle)
        return;
    case_texts_close(handle->texts);
    casefile_close(handle->casefile);
}

bool entente_case_hold(struct entente_case *handle, struct entente_error *error)
{
    struct error inner;
    return store_hold(handle->casefile->store, &inner) || answer_error(&inner, error);
}

bool entente_case_release(struct entente_case *handle, struct entente_error *error)
{
    struct error inner;
    return store_release(handle->casefile->store, &inner) || answer_error(&inner, error);
}

bool entente_case_flush(struct entente_case *handle, struct entente_error *error)
{
    struct error inner;
    return store_flush(handle->casefile->store, &inner) || answer_error(&inner, error);
}

// The case of a folder lives in memory, where nobody else writes.
bool case_reads_on(struct entente_case *handle, struct error *error)
{
    return handle->is_readonly || casefile_refresh(handle->casefile, error);
}

static bool check_actor(const struct casefile *casefile, struct str by, struct error *error)
{
    if (by.length == 0 || items_find(&casefile->open, "party", by) ||
        items_find(&casefile->open, "group", by))
        return true;
    return error_set(error, NOT_FOUND, "the case knows no party or group %.*s", STR_ARGS(by));
}

bool case_frame(const struct entente_act *act, struct entente_act *frame,
                struct entente_error *error)
{
    struct error inner;
    if (!DOOR_TAKE(act, frame, error))
        return false;
    if ((frame->now || frame->clock) && frame->seed)
        return true;
    (void)error_set(&inner, MISUSE, "an act needs a time and a seed");
    return answer_error(&inner, error);
}

struct casefile_view case_view_inside(const struct entente_case_view *view)
{
    return (struct casefile_view){str_of(view->viewer), str_of(view->passphrase),
                                  str_of(view->as_of), NULL};
}

const char *case_now(const struct entente_act *frame)
{
    return frame->clock ? frame->clock(frame->clock_self) : frame->now;
}

bool acting_begin(struct entente_case *handle, const char *verb, const struct entente_act *frame,
                  struct acting *acting, struct error *error)
{
    if (handle->is_readonly)
        return error_at(error, MISUSE, place_of(handle->name),
                        "a folder is edited by hand; make a case file of it with: entente import");
    struct casefile *casefile = handle->casefile;
    if (!casefile_begin(casefile, error))
        return false;
    struct act act = act_make(verb, casefile->frame);
    act.is_by_clock = frame->clock != NULL;
    act.at_any_time = frame->at_any_time;
    act.now = arena_copy(casefile->frame, str_of(case_now(frame)));
    act.by = frame->by ? str_of(frame->by) : casefile->view.viewer;
    act.with_mediator = frame->with_mediator;
    if (frame->readers)
        act.audience = str_of(frame->readers);
    if (!kept_keys(frame->keys, frame->key_count, casefile->frame, &act.pinned, error)) {
        casefile_rollback(casefile);
        return false;
    }
    *acting = (struct acting){
        .casefile = casefile, .case_name = handle->name, .act = act, .ways = frame->ways};
    if (casefile_chance(casefile, frame->seed, act.audience, &acting->chance, error) &&
        check_actor(casefile, act.by, error))
        return true;
    casefile_rollback(casefile);
    return false;
}

const struct items *acting_items(const struct acting *acting)
{
    return access_is_open(acting->act.audience) ? &acting->casefile->open
                                                : &acting->casefile->items;
}

bool acting_end(struct acting *acting, uint64_t *at, struct error *error)
{
    if (casefile_append(acting->casefile, &acting->act, &acting->chance, at, error) &&
        casefile_commit(acting->casefile, error))
        return true;
    casefile_rollback(acting->casefile);
    return false;
}

struct act_entered acting_entered(const struct acting *acting, const char *kind, struct str id,
                                  uint64_t at, struct arena *arena)
{
    return (struct act_entered){kind, arena_copy(arena, id),
                                arena_copy(arena, acting->act.audience), at};
}

void acting_tell(const struct acting *acting, struct act_answer told, struct entente_answer *made)
{
    told.verb = acting->act.name;
    told.with_mediator = acting->act.with_mediator;
    made->output = act_json(&told, made->arena);
    made->summary = acting->ways == ENTENTE_WAYS_OF_PAGES ? act_words(&told, made->arena)
                                                          : act_text(&told, made->arena);
}

void acting_tell_one(const struct acting *acting, const char *kind, struct str id, uint64_t at,
                     struct entente_answer *made)
{
    struct act_entered entered = acting_entered(acting, kind, id, at, made->arena);
    acting_tell(acting, (struct act_answer){.entered = &entered, .entered_count = 1}, made);
}

// A value that stands beside one of the same name makes a list of both.
static const struct json *joined(const struct json *first, const struct json *second,
                                 struct arena *arena)
{
    size_t count = first->kind == JSON_ARRAY ? first->count : 1;
    struct json *items = ARENA_ARRAY(arena, struct json, count + 1);
    memcpy(items, first->kind == JSON_ARRAY ? first->items : first, count * sizeof *items);
    items[count] = *second;
    struct json *list = ARENA_NEW(arena, struct json);
    *list = (struct json){.kind = JSON_ARRAY, .items = items, .count = count + 1};
    return list;
}

static void set_path(struct json_object *object, struct str name, const struct json *value,
                     struct arena *arena)
{
    size_t dot = str_find_byte(name, '.');
    struct json whole = *json_object_done(object, arena);
    const char *first = arena_c_string(arena, str_slice(name, 0, dot));
    const struct json *before = json_member(&whole, first);
    if (dot < name.length) {
        struct json_object inner = json_object_from(arena, before);
        set_path(&inner, str_skip(name, dot + 1), value, arena);
        value = json_object_done(&inner, arena);
    } else if (before) {
        value = joined(before, value, arena);
    }
    json_object_set(object, str_slice(name, 0, dot), value);
}

const struct json *case_fields_tree(const struct entente_field *fields, size_t count,
                                    struct arena *arena)
{
    struct json_object object = json_object_make(arena);
    for (size_t i = 0; i < count; i++)
        set_path(&object, str_of(fields[i].name), json_of_str(arena, str_of(fields[i].value)),
                 arena);
    return json_object_done(&object, arena);
}

// How many items of the kind the act that is being made has already: a list may be entered at once.
static size_t count_in_act(const struct act *act, const char *kind)
{
    size_t count = 0;
    for (size_t i = 0; i < act->changes.count; i++)
        count += strcmp(LIST_AT(&act->changes, struct change, i)->kind, kind) == 0 ? 1 : 0;
    return count;
}

static bool is_in_act(const struct act *act, const char *kind, struct str id)
{
    for (size_t i = 0; i < act->changes.count; i++) {
        const struct change *change = LIST_AT(&act->changes, struct change, i);
        if (strcmp(change->kind, kind) == 0 && str_equal(change->id, id))
            return true;
    }
    return false;
}

struct str acting_new_id(const struct acting *acting, const char *kind)
{
    const struct items *items = acting_items(acting);
    struct arena *arena = acting->casefile->frame;
    struct str audience = acting->act.audience;
    // How many sealed items there are must not show in the name of the next one for all.
    struct str owner = str_skip(audience, str_find_byte(audience, ':') + 1);
    bool is_open = access_is_open(audience);
    size_t first = items_count(items, str_of(kind)) + count_in_act(&acting->act, kind) + 1;
    for (size_t number = first;; number++) {
        struct str id = is_open
                            ? arena_print(arena, "%s-%zu", kind, number)
                            : arena_print(arena, "%s-%.*s-%zu", kind,
                                          STR_ARGS(owner.length > 0 ? owner : audience), number);
        if (!items_find(items, kind, id) && !is_in_act(&acting->act, kind, id))
            return id;
    }
}

// Do the parts of a name stand in the id in their order? Its last may be four or more of the digits
// that the id ends with:
// "plan/7/1a2b", "7/1a2b" and "7" all name plan/Part_II/7/1a2b3c4d.
static bool names_slot(struct str name, struct str id)
{
    struct str wanted = {NULL, 0};
    struct str part = {NULL, 0};
    bool is_met = str_cut(&name, '/', &wanted);
    while (is_met && str_cut(&id, '/', &part)) {
        bool is_start = id.length == 0 && wanted.length >= 4 && str_starts_with(part, wanted);
        if (str_equal(part, wanted) || is_start) {
            if (name.length == 0)
                return true;
            is_met = str_cut(&name, '/', &wanted);
        }
    }
    return false;
}

// The only slot that goes by this name.
static const struct item *slot_named(const struct items *items, struct str name)
{
    struct arena *arena = arena_open();
    struct list slots = items_of(items, "slot", arena);
    const struct item *found = NULL;
    size_t matches = 0;
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        if (names_slot(name, slot->id)) {
            found = slot;
            matches++;
        }
    }
    arena_close(arena);
    return matches == 1 ? found : NULL;
}

// The slots of a point and of what hangs under it, where a name goes that far: "plan/7(a)/1a2b, plan/7(b)/…".
static struct str slots_under(const struct items *items, struct str name, struct arena *arena)
{
    enum { NAMED = 3 };
    struct list slots = items_of(items, "slot", arena);
    struct builder found = builder_make(arena);
    size_t count = 0;
    for (size_t i = 0; i < slots.count; i++) {
        struct str id = (*LIST_AT(&slots, const struct item *, i))->id;
        bool is_under = name.length > 0 && id.length > name.length && str_starts_with(id, name) &&
                        strchr("/(#.", id.bytes[name.length]);
        if (is_under && count++ < NAMED)
            builder_print(&found, "%s%.*s", count > 1 ? ", " : "", STR_ARGS(id));
    }
    if (count > NAMED)
        builder_print(&found, " and %zu more", count - NAMED);
    return count > 0 ? builder_str(&found) : STR("");
}

static bool refuse_slot(const struct items *items, struct str name, struct error *error)
{
    struct arena *arena = arena_open();
    struct str under = slots_under(items, name, arena);
    if (under.length > 0)
        (void)error_set(error, NOT_FOUND, "which slot of \"%.*s\" is meant? There are %.*s",
                        STR_ARGS(name), STR_ARGS(under));
    arena_close(arena);
    return under.length > 0;
}

bool case_item_named(const struct items *items, const char *kind, struct str id,
                     const struct item **item, struct error *error)
{
    const struct item *found = items_find(items, kind, id);
    if (!found && strcmp(kind, "slot") == 0)
        found = slot_named(items, id);
    if (!found && strcmp(kind, "slot") == 0 && refuse_slot(items, id, error))
        return false;
    if (!found) {
        struct arena *arena = arena_open();
        struct str meant = items_meant(items, kind, id, arena);
        (void)error_set(error, NOT_FOUND,
                        "the case has no %s \"%.*s\" that you may see%.*s; entente show CASE %s "
                        "lists them",
                        kind, STR_ARGS(id), STR_ARGS(meant), kind);
        arena_close(arena);
        return false;
    }
    *item = found;
    return true;
}

bool case_variant_named(const struct items *items, const struct item *slot, struct str name,
                        struct arena *arena, struct str *variant, struct error *error)
{
    struct case_holders holders = case_holders_make(items, arena);
    const struct json *variants = json_member(case_slot_whole(&holders, slot), "variants");
    const struct json *found = NULL;
    int64_t number = 0;
    size_t matches = 0;
    bool is_number = name.length < 4 && checked_parse(name, &number) && number > 0 && variants &&
                     (uint64_t)number <= variants->count;
    struct str wanted = str_equal(name, STR("base")) ? json_text(slot->value, "base") : name;
    for (size_t i = 0; variants && i < variants->count; i++) {
        const struct json *each = &variants->items[i];
        struct str id = json_text(each, "id");
        bool is_it = is_number ? (int64_t)i + 1 == number
                               : (wanted.length >= 4 && str_starts_with(id, wanted)) ||
                                     case_variant_has(each, name) ||
                                     str_equal(json_text(each, "text"), name);
        if (is_it) {
            found = each;
            matches++;
        }
    }
    if (matches != 1)
        return error_set(error, NOT_FOUND,
                         "%s wording of %.*s goes by \"%.*s\"; say its number from 1 to %zu, the "
                         "start of its id, \"base\", its words, or the party that holds it",
                         matches == 0 ? "no" : "more than one", STR_ARGS(slot->id), STR_ARGS(name),
                         variants ? variants->count : 0);
    *variant = json_text(found, "id");
    return true;
}

void case_tell_empty(const struct casefile *casefile, bool is_empty, struct entente_answer *made)
{
    struct str as_of = casefile->view.as_of;
    if (is_empty)
        made->summary = arena_print(made->arena, "nothing that you may see is in the case%s%.*s\n",
                                    as_of.length > 0 ? " as of " : "", STR_ARGS(as_of));
}
