// SPDX-License-Identifier: Apache-2.0
#include "render/case/case_forms.h"

void case_json_item(struct json_writer *json, struct str id, const struct json *value)
{
    json_member_str(json, "id", id);
    for (size_t i = 0; i < value->count; i++) {
        json_name_str(json, value->names[i]);
        json_value(json, &value->items[i]);
    }
}

struct str case_item_json(struct str id, const struct json *value, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    json_begin_object(&json);
    case_json_item(&json, id, value);
    json_end_object(&json);
    return builder_str(&out);
}

static void write_member(struct json_writer *json, const struct case_member *member)
{
    json_begin_object_inline(json);
    json_member_str(json, "party", member->party);
    for (size_t i = 0; i < member->variant_count; i++)
        json_member_str(json, "variant", member->variants[i]);
    json_name(json, "stances");
    json_begin_array(json);
    for (size_t i = 0; i < member->stance_count; i++) {
        json_begin_object(json);
        json_member_str(json, "variant", member->stances[i].variant);
        json_member_str(json, "stance", member->stances[i].stance);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

void case_json_divergences(struct json_writer *json, const struct case_divergence *divergences,
                           size_t count)
{
    json_name(json, "divergences");
    json_begin_array(json);
    for (size_t i = 0; i < count; i++) {
        json_begin_object(json);
        json_member_str(json, "slot", divergences[i].slot);
        json_name(json, "members");
        json_begin_array(json);
        for (size_t j = 0; j < divergences[i].member_count; j++)
            write_member(json, &divergences[i].members[j]);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_recorded(struct json_writer *json, const struct recorded *recorded)
{
    json_name(json, "recorded");
    json_begin_object_inline(json);
    json_member_str(json, "time", recorded->time);
    json_member_str(json, "audience", recorded->audience);
    json_member_int(json, "at", (int64_t)recorded->at);
    json_end_object(json);
}

static void write_item(struct json_writer *json, const struct case_item *item)
{
    json_begin_object(json);
    case_json_item(json, item->id, item->value);
    write_recorded(json, &item->recorded);
    json_end_object(json);
}

static void write_detail(struct json_writer *json, const struct case_detail *detail)
{
    json_begin_object(json);
    case_json_item(json, detail->item.id, detail->item.value);
    if (detail->is_group)
        case_json_divergences(json, detail->divergences, detail->divergence_count);
    write_recorded(json, &detail->item.recorded);
    json_end_object(json);
}

static void write_list(struct json_writer *json, const struct case_list *list)
{
    json_begin_array(json);
    for (size_t i = 0; i < list->count; i++)
        write_item(json, &list->items[i]);
    json_end_array(json);
}

// Every kind by its plural; there is only one case.
static void write_all(struct json_writer *json, const struct case_answer *answer)
{
    json_begin_object(json);
    for (size_t i = 0; i < answer->list_count; i++) {
        const struct case_list *list = &answer->lists[i];
        json_name_str(json, list->plural);
        if (!str_equal(list->kind, STR("case")))
            write_list(json, list);
        else if (list->count > 0)
            write_item(json, &list->items[0]);
        else
            json_null(json);
    }
    json_end_object(json);
}

struct str case_json(const struct case_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    switch (answer->shown) {
    case SHOWN_ALL:
        write_all(&json, answer);
        break;
    case SHOWN_KIND:
        write_list(&json, &answer->lists[0]);
        break;
    case SHOWN_ITEM:
        write_detail(&json, &answer->detail);
        break;
    }
    return builder_str(&out);
}
