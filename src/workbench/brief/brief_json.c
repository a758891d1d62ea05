// SPDX-License-Identifier: Apache-2.0
// "entente-brief/1": the same facts as the page, for programs.
#include "render/case/case_forms.h"
#include "workbench/brief/brief.h"
#include "workbench/case/case_groups.h"

static void write_latest(struct json_writer *json, const struct brief_document *document)
{
    json_name(json, "latest");
    json_begin_object_inline(json);
    json_member_str(json, "party", brief_field(document->latest->draft, "party"));
    json_member_str(json, "draft", document->latest->draft->id);
    json_member_str(json, "date", case_draft_day(document->latest->draft));
    json_member_int(json, "open_slots_more", document->opened);
    json_member_int(json, "shared_proposals", document->joined);
    json_name(json, "apart");
    json_begin_array(json);
    for (size_t i = 0; i < document->nearer.count; i++) {
        const struct brief_distance *d = LIST_AT(&document->nearer, struct brief_distance, i);
        json_begin_object(json);
        json_member_str(json, "party", d->party);
        json_member_int(json, "before", d->before);
        json_member_int(json, "now", d->now);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_document(struct json_writer *json, const struct brief_document *document)
{
    json_begin_object(json);
    json_member_str(json, "id", document->item->id);
    json_member_str(json, "title", brief_field(document->item, "title"));
    json_member_bool(json, "has_text", document->base != NULL);
    json_member_int(json, "drafts", (int64_t)document->drafts.count);
    json_member_int(json, "agreed_points", document->counts.agreed_points);
    json_member_int(json, "open_points", document->counts.open_points);
    json_member_int(json, "open_slots", document->counts.open_slots);
    json_member_int(json, "rival_slots", document->counts.rival_slots);
    json_member_int(json, "ad_referendum", document->settled);
    json_member_int(json, "parked", document->parked);
    if (document->latest && document->sheet)
        write_latest(json, document);
    json_end_object(json);
}

static void write_contest(struct json_writer *json, const struct brief *brief,
                          const struct brief_contest *contest)
{
    json_begin_object(json);
    json_member_str(json, "document", contest->document->item->id);
    json_member_str(json, "point", contest->point->path);
    json_name(json, "wordings");
    json_begin_array(json);
    for (uint32_t w = 0; w < contest->slot->wording_count; w++) {
        const struct wording *wording = &contest->slot->wordings[w];
        json_begin_object_inline(json);
        json_member_str(json, "text", wording->text);
        json_member_str(json, "parties", brief_holders(brief, contest->document->sheet, wording));
        json_member_bool(json, "base", wording->is_base);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

static void write_parties(struct json_writer *json, const struct brief *brief)
{
    json_begin_array(json);
    for (size_t i = 0; i < brief->parties.count; i++) {
        const struct brief_party *party = LIST_AT(&brief->parties, struct brief_party, i);
        json_begin_object_inline(json);
        json_member_str(json, "id", party->item->id);
        json_member_str(json, "name", brief_field(party->item, "name"));
        json_member_str(json, "role", brief_field(party->item, "role"));
        json_member_int(json, "drafts", party->drafts);
        json_member_int(json, "proposals", party->proposals);
        json_member_int(json, "shared", party->shared);
        json_end_object(json);
    }
    json_end_array(json);
}

// An answer that was not asked for is null, never a number.
static void write_answer(struct json_writer *json, const char *name, const struct json *answer)
{
    json_name(json, name);
    if (answer)
        json_value(json, answer);
    else
        json_null(json);
}

static void write_items(struct json_writer *json, const struct brief *brief, const char *kind)
{
    struct list list = items_of(brief->items, kind, brief->arena);
    struct case_holders holders = case_holders_make(brief->items, brief->arena);
    json_begin_array(json);
    for (size_t i = 0; i < list.count; i++) {
        json_begin_object(json);
        const struct item *item = *LIST_AT(&list, const struct item *, i);
        case_json_item(json, item->id, item->value);
        if (str_equal(item->kind, STR("group"))) {
            const struct case_divergence *differ;
            size_t count = case_divergences(&holders, item, &differ);
            case_json_divergences(json, differ, count);
        }
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_said(struct json_writer *json, const struct brief *brief)
{
    json_begin_array(json);
    for (size_t i = 0; i < brief->said.count; i++) {
        const struct brief_said *said = LIST_AT(&brief->said, struct brief_said, i);
        json_begin_object_inline(json);
        json_member_str(json, "statement", said->statement->id);
        json_member_str(json, "party", said->speaker);
        json_member_str(json, "about", said->about);
        json_member_str(json, "stance", said->stance);
        write_answer(json, "acceptable_before", said->before);
        write_answer(json, "acceptable_now", said->now);
        json_end_object(json);
    }
    json_end_array(json);
}

struct str brief_json(const struct brief *brief)
{
    struct builder out = builder_make(brief->arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-brief/1"));
    const struct item *talks = items_find(brief->items, "case", STR("case"));
    json_member_str(&json, "title", talks ? brief_field(talks, "title") : STR(""));
    json_name(&json, "documents");
    json_begin_array(&json);
    for (size_t i = 0; i < brief->documents.count; i++)
        write_document(&json, LIST_AT(&brief->documents, struct brief_document, i));
    json_end_array(&json);
    json_name(&json, "parties");
    write_parties(&json, brief);
    json_name(&json, "contested");
    json_begin_array(&json);
    for (size_t i = 0; i < brief->contests.count; i++)
        write_contest(&json, brief, LIST_AT(&brief->contests, struct brief_contest, i));
    json_end_array(&json);
    write_answer(&json, "timetable", brief->timetable);
    write_answer(&json, "packages", brief->bargain);
    json_member_str(&json, "prospects", brief->prospects);
    json_name(&json, "said_in_public");
    write_said(&json, brief);
    static const char *const kinds[][2] = {{"delegate", "delegates"},
                                           {"group", "groups"},
                                           {"guarantee", "guarantees"},
                                           {"meeting", "meetings"},
                                           {"statement", "statements"}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        json_name(&json, kinds[i][1]);
        write_items(&json, brief, kinds[i][0]);
    }
    json_name(&json, "failed");
    json_begin_array(&json);
    for (size_t i = 0; i < brief->failed.count; i++)
        json_str(&json, *LIST_AT(&brief->failed, struct str, i));
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}
