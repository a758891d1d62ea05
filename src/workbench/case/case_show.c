// SPDX-License-Identifier: Apache-2.0
// What a viewer may see of a case: everything, one kind, or one item.
#include "workbench/case/case_show.h"
#include "casefile/access.h"
#include "casefile/slots.h"
#include "record/note.h"
#include "workbench/case/case_groups.h"

#include <string.h>

// A party's public key in the form in which others keep it.
static const struct json *with_verifier(const struct item *key, struct arena *arena)
{
    struct public_keys keys;
    struct error broken;
    struct signer signer = {.name = key->id};
    if (!keys_public(key->value, &keys, &broken))
        return key->value;
    memcpy(signer.key, keys.sign, KEY_BYTES);
    struct json_object object = json_object_from(arena, key->value);
    json_object_set(&object, STR("verifier"), json_of_str(arena, signer_write(&signer, arena)));
    return json_object_done(&object, arena);
}

// The item as it is shown: a slot with all who hold its wordings.
struct item showing_item(struct showing *showing, const struct item *item)
{
    struct item whole = *item;
    if (str_equal(item->kind, STR("slot")))
        whole.value = case_slot_whole(&showing->holders, item);
    if (str_equal(item->kind, STR("key")))
        whole.value = with_verifier(item, showing->arena);
    return whole;
}

static void write_recorded(struct json_writer *writer, const struct item *item)
{
    json_name(writer, "recorded");
    json_begin_object_inline(writer);
    json_member_str(writer, "time", order_time(item->last));
    json_member_str(writer, "audience", order_audience(item->last));
    json_member_int(writer, "at", (int64_t)order_at(item->last));
    json_end_object(writer);
}

static void write_whole(struct json_writer *writer, struct showing *showing,
                        const struct item *item)
{
    struct item whole = showing_item(showing, item);
    json_begin_object(writer);
    case_write_item(writer, &whole);
    write_recorded(writer, item);
    json_end_object(writer);
}

static void write_group(struct json_writer *writer, struct showing *showing,
                        const struct item *group)
{
    json_begin_object(writer);
    case_write_item(writer, group);
    case_write_divergences(writer, &showing->holders, group);
    write_recorded(writer, group);
    json_end_object(writer);
}

static void write_list(struct json_writer *writer, struct showing *showing, const struct kind *kind)
{
    struct list list = items_of(showing->items, kind->name, showing->arena);
    json_begin_array(writer);
    for (size_t i = 0; i < list.count; i++)
        write_whole(writer, showing, *LIST_AT(&list, const struct item *, i));
    json_end_array(writer);
}

static void write_all(struct json_writer *writer, struct showing *showing)
{
    json_begin_object(writer);
    for (const struct kind *kind = schema_kinds; kind->name; kind++) {
        json_name(writer, kind->plural);
        const struct item *only = items_find(showing->items, "case", STR("case"));
        if (strcmp(kind->name, "case") != 0)
            write_list(writer, showing, kind);
        else if (only)
            write_whole(writer, showing, only);
        else
            json_null(writer);
    }
    json_end_object(writer);
}

// A kind by its own name or that of its list.
static const struct kind *kind_named(struct str name)
{
    const struct kind *kind = schema_kind(name);
    return kind ? kind : schema_kind_of_plural(name);
}

static bool show(struct entente_case *handle, struct str kind_name, struct str id, bool as_json,
                 struct entente_answer *made, struct error *error)
{
    const struct items *items = &handle->casefile->items;
    struct showing showing = {items, made->arena, case_holders_make(items, made->arena)};
    struct builder out = builder_make(made->arena);
    struct json_writer writer = json_writer_make(&out, 2);
    const struct kind *kind = kind_named(kind_name);
    const struct item *item = NULL;
    if (kind_name.length > 0 && !kind)
        return error_set(error, MISUSE, "there is no kind \"%.*s\"; expected one of %.*s",
                         STR_ARGS(kind_name), STR_ARGS(schema_kind_names(made->arena)));
    if (id.length > 0 && !case_item_named(items, kind->name, id, &item, error))
        return false;
    if (item && as_json && strcmp(kind->name, "group") == 0)
        write_group(&writer, &showing, item);
    else if (item && as_json)
        write_whole(&writer, &showing, item);
    else if (kind && as_json)
        write_list(&writer, &showing, kind);
    else if (as_json)
        write_all(&writer, &showing);
    else
        showing_print(&showing, kind, item, &out);
    made->output = builder_str(&out);
    case_tell_empty(handle->casefile, !as_json && made->output.length == 0, made);
    return true;
}

bool entente_case_show(struct entente_case *handle, const char *kind, const char *id,
                       enum entente_case_form form, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = show(handle, str_of(kind), str_of(id), form == ENTENTE_CASE_JSON, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
