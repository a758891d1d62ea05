// SPDX-License-Identifier: Apache-2.0
// One choice of wordings as a text of its own, and where what is found in it stands in the sheet.
#include "base/builder.h"
#include "exchange/merged/reading_document.h"
#include "merge/one_reading.h"
#include "merge/point_text.h"
#include "proofreading/proof_keys.h"
#include "workbench/text/proof_labels.h"
#include "workbench/text/proof_places.h"

// By paragraph of a choice: the point of the places' own sheet.
static const uint32_t *points_of(const struct proof_places *places, const struct sheet *one,
                                 const struct document *document, const uint32_t *own,
                                 struct arena *arena)
{
    uint32_t *points = ARENA_ARRAY(arena, uint32_t, (size_t)document->paragraph_count + 1);
    for (uint32_t p = 0; p < document->paragraph_count; p++)
        points[p] =
            own[p] == NO_INDEX ? NO_INDEX : names_find(places->paths, one->points[own[p]].path);
    return points;
}

// A number that Word counts stands in the lines of a reading as if it were typed; it cannot skip.
static bool is_counted(const struct proof_places *places, const struct proof_choice *choice,
                       const struct proof_finding *finding)
{
    const struct document *document = choice->proof.text.document;
    uint32_t p = paragraph_at(document, finding->place.from);
    const struct paragraph *paragraph = &document->paragraphs[p];
    return finding->kind == FINDING_ENUMERATION && choice->points[p] != NO_INDEX &&
           places->sheet->points[choice->points[p]].label_is_computed &&
           finding->place.to <= paragraph->from + paragraph->label.typed_bytes;
}

static void leave_out_counted(const struct proof_places *places, struct proof_choice *choice)
{
    struct list *findings = &choice->proof.findings;
    struct proof_finding *items = LIST_ITEMS(findings, struct proof_finding);
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++)
        if (!is_counted(places, choice, &items[i]))
            items[kept++] = items[i];
    list_cut(findings, kept);
}

bool proof_choice_read(const struct proof_places *places, const struct sheet *sheet,
                       struct sheet_reading reading, const struct input_limits *limits,
                       struct arena *arena, struct proof_choice *choice, struct error *error)
{
    const uint32_t *own;
    sheet_of_reading(sheet, reading, arena, &choice->one);
    // Of the base and of each draft the numbers are known; of a choice they are counted.
    if (sheet != places->sheet)
        proof_labels_count(sheet, &choice->one, arena);
    const struct document *document = reading_document(&choice->one, arena, &own);
    if (!proofread(document, places->memory, limits, arena, &choice->proof, error))
        return false;
    choice->points = points_of(places, &choice->one, document, own, arena);
    leave_out_counted(places, choice);
    return true;
}

static uint32_t point_of(const struct proof_choice *choice, struct range place)
{
    const struct document *document = choice->proof.text.document;
    return place.to > place.from ? choice->points[paragraph_at(document, place.from)] : NO_INDEX;
}

// What it says without how often, which words elsewhere change. Of a reference that leads wrong it does not
// matter how that was seen: beside the base, or by its number.
static struct str lasting(const struct proof_finding *finding)
{
    if (finding->kind == FINDING_REFERENCE)
        return STR("");
    return str_slice(finding->message, 0, str_find(finding->message, STR(" (")));
}

struct str proof_choice_identity(const struct proof_places *places,
                                 const struct proof_choice *choice,
                                 const struct proof_finding *finding, struct names *seen,
                                 struct arena *arena)
{
    uint32_t point = point_of(choice, finding->place);
    struct str key = arena_print(
        arena, "%d\n%.*s\n%.*s\n%.*s", (int)finding->kind,
        STR_ARGS(point == NO_INDEX ? STR("") : names_at(places->paths, point)),
        STR_ARGS(proof_words(&choice->proof.text, finding->place)), STR_ARGS(lasting(finding)));
    return names_add_numbered(seen, key, '\n', 2);
}

static void add_at(const struct proof_places *places, const struct proof_choice *choice,
                   struct range place, struct list *touched, struct arena *arena)
{
    uint32_t point = point_of(choice, place);
    if (place.to == place.from)
        return;
    for (uint32_t i = point > 0 ? point - 1 : 0;
         point != NO_INDEX && i <= point + 1 && i < places->sheet->point_count; i++)
        for (size_t n = 0; n < places->at_point[i].count; n++)
            *LIST_ADD(touched, uint32_t) = *LIST_AT(&places->at_point[i], uint32_t, n);
    const struct document *document = choice->proof.text.document;
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, place.from)];
    struct list keys = LIST_MAKE(arena, struct proof_key);
    proof_keys_add(paragraph_text(document, paragraph), places->keys, &keys, places->arena);
    proof_keys_add_label(paragraph->label.text, places->keys, &keys, places->arena);
    for (size_t i = 0; i < keys.count; i++) {
        uint32_t name = LIST_AT(&keys, struct proof_key, i)->name;
        if (name >= places->varying_at.count)
            continue;
        const struct list *at = LIST_AT(&places->varying_at, struct list, name);
        for (size_t n = 0; n < at->count; n++)
            *LIST_ADD(touched, uint32_t) = *LIST_AT(at, uint32_t, n);
    }
}

struct list proof_choice_touched(const struct proof_places *places,
                                 const struct proof_choice *choice,
                                 const struct proof_finding *finding, struct arena *arena)
{
    struct list touched = LIST_MAKE(arena, uint32_t);
    add_at(places, choice, finding->place, &touched, arena);
    add_at(places, choice, finding->other, &touched, arena);
    return touched;
}
