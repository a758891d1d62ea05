// SPDX-License-Identifier: Apache-2.0
// What a viewer may see of a case: everything, one kind, or one item.
#include "workbench/case/case_show.h"
#include "casefile/access.h"
#include "casefile/slots.h"
#include "record/note.h"
#include "render/case/case_forms.h"
#include "workbench/case/case_accepted.h"
#include "workbench/case/case_groups.h"
#include "workbench/case/case_sheet.h"
#include "workbench/case/case_slot_list.h"
#include "workbench/door.h"
#include "workbench/report_draw.h"
#include "workbench/text/slot_list_file.h"

#include <string.h>

enum { NEWEST = 12 }; // of a kind, where everything is shown to eyes

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

struct showing {
    const struct items *items;
    struct arena *arena;
    struct case_holders holders;
    size_t most;         // how many of a kind are listed: the newest
    struct store *store; // bounds what is shown
};

// The speaker's name where the case knows the person, else what stands there.
static struct str speaker_of(const struct showing *showing, const struct item *item)
{
    struct str id = json_text(item->value, "speaker");
    const struct item *known = id.length > 0 ? items_find(showing->items, "delegate", id) : NULL;
    return known ? json_text(known->value, "name") : id;
}

static struct case_item item_shown(struct showing *showing, const struct item *item)
{
    struct case_item shown = {
        .id = item->id,
        .value = item->value,
        .speaker = speaker_of(showing, item),
        .recorded = {order_time(item->last), order_audience(item->last), order_at(item->last)}};
    if (str_equal(item->kind, STR("slot")))
        shown.value = case_slot_whole(&showing->holders, item);
    if (str_equal(item->kind, STR("key")))
        shown.value = with_verifier(item, showing->arena);
    return shown;
}

static const struct str *fields_of(const struct kind *kind, struct arena *arena, size_t *count)
{
    struct list names = LIST_MAKE(arena, struct str);
    for (const struct field *field = kind->fields; field->name; field++)
        *LIST_ADD(&names, struct str) = str_of(field->name);
    *count = names.count;
    return LIST_ITEMS(&names, struct str);
}

// The newest are what one looks for when not all are listed.
static struct case_list list_shown(struct showing *showing, const struct kind *kind)
{
    struct list found = items_of(showing->items, kind->name, showing->arena);
    size_t before = found.count > showing->most ? found.count - showing->most : 0;
    struct case_item *items = ARENA_ARRAY(showing->arena, struct case_item, found.count - before);
    struct error ignored; // show says it
    for (size_t i = before; i < found.count && store_spend(showing->store, 1, &ignored); i++)
        items[i - before] = item_shown(showing, *LIST_AT(&found, const struct item *, i));
    struct case_list list = {.kind = str_of(kind->name),
                             .plural = str_of(kind->plural),
                             .before = before,
                             .items = items,
                             .count = found.count - before};
    list.fields = fields_of(kind, showing->arena, &list.field_count);
    return list;
}

static void add_stances(const struct showing *showing, const struct item *slot,
                        struct case_detail *detail)
{
    struct list all = items_of(showing->items, "stance", showing->arena);
    struct list found = LIST_MAKE(showing->arena, struct case_stance);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *stance = *LIST_AT(&all, const struct item *, i);
        if (str_equal(json_text(stance->value, "slot"), slot->id))
            *LIST_ADD(&found, struct case_stance) = case_stance_of(stance);
    }
    detail->stances = LIST_ITEMS(&found, struct case_stance);
    detail->stance_count = found.count;
}

static struct case_detail detail_shown(struct showing *showing, const struct kind *kind,
                                       const struct item *item)
{
    struct case_detail detail = {.item = item_shown(showing, item),
                                 .is_group = strcmp(kind->name, "group") == 0};
    detail.fields = fields_of(kind, showing->arena, &detail.field_count);
    if (strcmp(kind->name, "slot") == 0)
        add_stances(showing, item, &detail);
    if (detail.is_group)
        detail.divergence_count = case_divergences(&showing->holders, item, &detail.divergences);
    return detail;
}

static struct case_answer all_shown(struct showing *showing)
{
    struct list lists = LIST_MAKE(showing->arena, struct case_list);
    for (const struct kind *kind = schema_kinds; kind->name; kind++)
        *LIST_ADD(&lists, struct case_list) = list_shown(showing, kind);
    return (struct case_answer){.shown = SHOWN_ALL,
                                .lists = LIST_ITEMS(&lists, struct case_list),
                                .list_count = lists.count};
}

static struct case_answer kind_shown(struct showing *showing, const struct kind *kind)
{
    struct case_list *list = ARENA_NEW(showing->arena, struct case_list);
    *list = list_shown(showing, kind);
    return (struct case_answer){.shown = SHOWN_KIND, .lists = list, .list_count = 1};
}

// A kind by its own name or that of its list.
static const struct kind *kind_named(struct str name)
{
    const struct kind *kind = schema_kind(name);
    return kind ? kind : schema_kind_of_plural(name);
}

// The packages that all parties could accept, and how many have marked all there are.
static bool find_accepted(struct entente_case *handle, struct entente_answer *made,
                          struct case_answer *found, struct error *error)
{
    struct arena *arena = made->arena;
    const struct items *items = &handle->casefile->items;
    struct showing showing = {items, arena, case_holders_make(items, arena), SIZE_MAX,
                              handle->casefile->store};
    struct case_accepted accepted;
    const struct kind *kind = schema_kind(STR("package"));
    if (!case_accepted_find(handle->casefile, arena, &accepted, error))
        return false;
    size_t count = accepted.packages.count;
    struct case_item *shown = ARENA_ARRAY(arena, struct case_item, count + 1);
    for (size_t i = 0; i < count; i++)
        shown[i] = item_shown(&showing, *LIST_AT(&accepted.packages, const struct item *, i));
    struct case_list *list = ARENA_NEW(arena, struct case_list);
    *list = (struct case_list){
        .kind = str_of(kind->name), .plural = STR("packages"), .items = shown, .count = count};
    list->fields = fields_of(kind, arena, &list->field_count);
    *found = (struct case_answer){.shown = SHOWN_KIND, .lists = list, .list_count = 1};
    made->summary =
        arena_print(arena,
                    "%zu of %zu packages could be accepted by all; %zu of %zu parties have "
                    "marked them all\n",
                    count, accepted.package_count, accepted.marked_count, accepted.party_count);
    return true;
}

static bool find(struct entente_case *handle, struct str kind_name, struct str id, bool wants_all,
                 struct arena *arena, struct case_answer *found, struct error *error)
{
    const struct items *items = &handle->casefile->items;
    struct showing showing = {items, arena, case_holders_make(items, arena), SIZE_MAX,
                              handle->casefile->store};
    const struct kind *kind = kind_named(kind_name);
    const struct item *item = NULL;
    if (kind_name.length > 0 && !kind && items_find(items, "document", kind_name))
        return error_set(error, MISUSE,
                         "\"%.*s\" is a document: say how its text is to be shown, --as brackets, "
                         "redline or columns; or show document %.*s",
                         STR_ARGS(kind_name), STR_ARGS(kind_name));
    if (kind_name.length > 0 && !kind)
        return error_set(error, MISUSE, "there is no kind \"%.*s\"; expected one of %.*s",
                         STR_ARGS(kind_name), STR_ARGS(schema_kind_names(arena)));
    if (id.length > 0 && !case_item_named(items, kind->name, id, &item, error))
        return false;
    if (!kind && !wants_all)
        showing.most = NEWEST;
    if (item)
        *found = (struct case_answer){.shown = SHOWN_ITEM,
                                      .kind = str_of(kind->name),
                                      .detail = detail_shown(&showing, kind, item)};
    else
        *found = kind ? kind_shown(&showing, kind) : all_shown(&showing);
    return true;
}

static bool draw(const struct case_answer *found, const struct items *items, struct str title,
                 enum entente_show_form form, struct entente_answer *made, struct error *error)
{
    static const enum report_form forms[] = {[ENTENTE_SHOW_MARKDOWN] = REPORT_MARKDOWN,
                                             [ENTENTE_SHOW_HTML] = REPORT_HTML,
                                             [ENTENTE_SHOW_DOCX] = REPORT_DOCX};
    if (form == ENTENTE_SHOW_TEXT || form == ENTENTE_SHOW_JSON) {
        made->output = form == ENTENTE_SHOW_JSON ? case_json(found, made->arena)
                                                 : case_text(found, made->arena);
        return true;
    }
    bool is_csv = form == ENTENTE_SHOW_CSV;
    bool is_slots = found->shown == SHOWN_KIND && str_equal(found->lists[0].kind, STR("slot"));
    if (is_csv || form == ENTENTE_SHOW_XLSX)
        return case_sheet_write(found, items, title, is_csv, made->arena, &made->output, error);
    if (is_slots && form == ENTENTE_SHOW_DOCX && found->lists[0].count > 0) {
        struct slot_list list = case_slot_list(items, &found->lists[0], title, made->arena);
        return slot_list_write(&list, ENTENTE_DOCX, made->arena, &made->output, error);
    }
    struct report report = case_report(found, title, made->arena);
    return report_draw(&report, "Case", forms[form], made->arena, &made->output, error);
}

bool case_list_of(struct entente_case *handle, const char *kind, struct arena *arena,
                  struct case_list *list)
{
    const struct items *items = &handle->casefile->items;
    struct showing showing = {items, arena, case_holders_make(items, arena), SIZE_MAX,
                              handle->casefile->store};
    const struct kind *known = kind_named(str_of(kind));
    if (known)
        *list = list_shown(&showing, known);
    return known != NULL;
}

static struct str title_of(const struct items *items)
{
    const struct item *record = items_find(items, "case", STR("case"));
    struct str title = record ? json_text(record->value, "title") : STR("");
    return title.length > 0 ? title : STR("A case");
}

static bool show_file(struct entente_case *handle, const struct entente_show_options *options,
                      struct entente_answer *made, struct error *error)
{
    const struct kind *kind = kind_named(str_of(options->kind));
    const struct item *item;
    if (!kind || !options->id)
        return error_set(error, MISUSE, "a file comes with one item: say its kind and its id");
    if (!case_item_named(&handle->casefile->items, kind->name, str_of(options->id), &item, error))
        return false;
    const struct json *file = json_member(item->value, "file");
    if (!file)
        return error_set(error, NOT_FOUND, "no file came with the %s \"%.*s\"", kind->name,
                         STR_ARGS(item->id));
    made->summary = arena_copy(made->arena, json_text(file, "name"));
    return casefile_file(handle->casefile, file, made->arena, &made->output, error);
}

static bool show(struct entente_case *handle, const struct entente_show_options *options,
                 struct entente_answer *made, struct error *error)
{
    struct case_answer found;
    bool is_text = options->form == ENTENTE_SHOW_TEXT;
    if (options->form == ENTENTE_SHOW_FILE)
        return show_file(handle, options, made, error);
    bool is_accepted = !options->id && str_equal(str_of(options->kind), STR("accepted"));
    bool done = is_accepted ? find_accepted(handle, made, &found, error)
                            : find(handle, str_of(options->kind), str_of(options->id), !is_text,
                                   made->arena, &found, error);
    if (!done || !store_check_bounds(handle->casefile->store, error) ||
        !draw(&found, &handle->casefile->items, title_of(&handle->casefile->items), options->form,
              made, error))
        return false;
    if (!is_accepted)
        case_tell_empty(handle->casefile, is_text && made->output.length == 0, made);
    return true;
}

bool entente_case_show(const struct entente_show_options *options, struct entente_case *handle,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_show_options own;
    if (!DOOR_TAKE(options, &own, error) || !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = case_reads_on(handle, &inner) && show(handle, &own, made, &inner);
    return case_end(handle, done, made, answer, &inner, error);
}
