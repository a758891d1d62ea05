// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_findings.h"

#include "codec/json.h"
#include "workbench/answer.h"
#include "workbench/text/proof_merged.h"

bool case_finding_is_of(const struct item *item, struct str document)
{
    struct str of = json_text(item->value, "document");
    return of.length == 0 || str_equal(of, document);
}

// Whether the viewer is among those who accept it: nobody named, it is everybody.
static bool accepts(const struct json *accepted, struct str viewer)
{
    const struct json *by = json_member(accepted, "by");
    if (!by || by->count == 0)
        return true;
    for (size_t i = 0; i < by->count; i++)
        if (str_equal(by->items[i].text, viewer))
            return true;
    return false;
}

// A message without what it counts, which words elsewhere change.
static struct str lasting(struct str message)
{
    return str_slice(message, 0, str_find(message, STR(" (")));
}

// What was said of it has to be what is said now, else something else was accepted.
static bool is_it(const struct json *accepted, const struct told_finding *told)
{
    struct str point = json_text(accepted, "point");
    struct str what = json_text(accepted, "what");
    return str_equal(json_text(accepted, "check"), str_of(finding_kind_name(told->kind))) &&
           str_equal(json_text(accepted, "quote"), told->quotation) &&
           (point.length == 0 || str_equal(point, told->clause)) &&
           (what.length == 0 || str_equal(lasting(what), lasting(told->message)));
}

static bool is_accepted(const struct list *accepted, const struct told_finding *told)
{
    for (size_t i = 0; i < accepted->count; i++)
        if (is_it((*LIST_AT(accepted, const struct item *, i))->value, told))
            return true;
    return false;
}

static struct list accepted_of(const struct casefile *casefile, struct str document,
                               struct arena *arena)
{
    struct list accepted = LIST_MAKE(arena, const struct item *);
    const struct list items = items_in_any_order(&casefile->items, "finding", arena);
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = *LIST_AT(&items, const struct item *, i);
        if (case_finding_is_of(item, document) && accepts(item->value, casefile->view.viewer))
            *LIST_ADD(&accepted, const struct item *) = item;
    }
    return accepted;
}

static void leave_out_accepted(const struct list *accepted, struct arena *arena,
                               struct proofread_answer *found)
{
    struct told_finding *kept = ARENA_ARRAY(arena, struct told_finding, (size_t)found->count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < found->count; i++)
        if (!is_accepted(accepted, &found->findings[i]))
            kept[count++] = found->findings[i];
    found->accepted = found->count - count;
    found->findings = kept;
    found->count = count;
}

static bool look_through(const struct case_text *text, struct budget *budget, struct arena *arena,
                         struct proofread_answer *found, struct error *error)
{
    const struct input_limits *limits = answer_limits(budget, arena);
    struct proof_rows rows;
    // Where no draft counts, the base stands as its own only copy: one reading is enough.
    struct sheet *sheet = ARENA_NEW(arena, struct sheet);
    *sheet = text->sheet;
    if (sheet->party_count == 1 && str_equal(sheet->party_names[0], STR("base")))
        sheet->party_count = 0;
    *found = (struct proofread_answer){.title = text->document};
    if (!proof_merged(sheet, limits, arena, found, &rows, error))
        return false;
    found->findings = LIST_ITEMS(&rows.told, struct told_finding);
    found->count = (uint32_t)rows.told.count;
    return true;
}

static const struct proofread_answer *known(const struct case_text *text)
{
    return text->shared ? shelf_findings(text->shelf, text->shared) : text->found;
}

// Without the shelf's lock: what takes long holds up nobody who wants a text.
static bool find(struct case_text *text, struct budget *budget, struct error *error)
{
    struct arena *scratch = arena_open();
    struct proofread_answer found;
    bool done = look_through(text, budget, scratch, &found, error);
    if (done && text->shared) {
        shelf_keep_findings(text->shelf, text->shared, &found);
    } else if (done) {
        struct proofread_answer *kept = ARENA_NEW(text->arena, struct proofread_answer);
        *kept = proofread_answer_copy(&found, text->arena);
        text->found = kept;
    }
    arena_close(scratch);
    return done;
}

bool case_findings_of(struct entente_case *handle, struct str document, struct budget *budget,
                      struct arena *arena, struct proofread_answer *found, struct error *error)
{
    const struct case_text *text;
    const struct item *item;
    if (!case_item_named(&handle->casefile->items, "document", document, &item, error) ||
        !case_text_of(handle, item->id, budget, &text, error))
        return false;
    if (!text)
        return error_set(error, NOT_FOUND,
                         "%.*s has no base yet, so there is nothing to look through",
                         STR_ARGS(item->id));
    struct case_text *own = (struct case_text *)(uintptr_t)text;
    if (!known(text) && !find(own, budget, error))
        return false;
    const struct list accepted = accepted_of(handle->casefile, item->id, arena);
    *found = *known(text);
    leave_out_accepted(&accepted, arena, found);
    return true;
}
