// SPDX-License-Identifier: Apache-2.0
// The public door to the pages.
#include "workbench/workbench_pages/desk.h"

#include "render/workbench_pages/desk_assets.h"
#include "render/workbench_pages/desk_pages.h"
#include "workbench/door.h"

bool entente_page_asset(const char *name, struct entente_asset *asset)
{
    bool is_lasting;
    const struct desk_asset *found = desk_asset_named(str_of(name), &is_lasting);
    if (!found)
        return false;
    *asset = (struct entente_asset){found->bytes->bytes, found->bytes->length, found->media_type,
                                    is_lasting};
    return true;
}

struct desk_frame desk_frame_of(const struct entente_page_options *options)
{
    static const enum desk_role roles[] = {[ENTENTE_ROLE_READER] = DESK_READER,
                                           [ENTENTE_ROLE_PARTY] = DESK_PARTY,
                                           [ENTENTE_ROLE_SECRETARIAT] = DESK_SECRETARIAT};
    static const enum desk_tone tones[] = {[ENTENTE_MESSAGE_DONE] = DESK_DONE,
                                           [ENTENTE_MESSAGE_TOLD] = DESK_TOLD,
                                           [ENTENTE_MESSAGE_REFUSED] = DESK_REFUSED};
    return (struct desk_frame){.place = DESK_NOWHERE,
                               .role = roles[options->role],
                               .root = str_of(options->root),
                               .assets = str_of(options->assets),
                               .token = str_of(options->token),
                               .now = str_of(options->now),
                               .list = str_of(options->list),
                               .leave = str_of(options->leave),
                               .vault = str_of(options->vault),
                               .message = str_of(options->message),
                               .tone = tones[options->message_kind]};
}

bool entente_drop_page(const struct entente_page_options *options,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_page_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct desk_frame frame = desk_frame_of(&own);
    made->output = desk_drop_page(&frame, made->arena);
    *answer = made;
    return true;
}

bool entente_message_page(const struct entente_page_options *options,
                          const struct entente_message *message,
                          const struct entente_bounds *bounds, struct entente_answer **answer,
                          struct entente_error *error)
{
    struct entente_page_options own;
    struct entente_message said;
    if (!DOOR_TAKE(options, &own, error) || !DOOR_TAKE(message, &said, error) ||
        !door_bounds(bounds, error))
        return false;
    struct entente_answer *made = answer_new();
    struct desk_frame frame = desk_frame_of(&own);
    struct desk_name *cases = ARENA_ARRAY(made->arena, struct desk_name, said.case_count + 1);
    struct str *notes = ARENA_ARRAY(made->arena, struct str, said.case_count + 1);
    for (size_t i = 0; i < said.case_count; i++) {
        cases[i] = (struct desk_name){str_of(said.cases[i].root), str_of(said.cases[i].title)};
        notes[i] = str_of(said.cases[i].note);
    }
    struct desk_message shown = {.status = said.status,
                                 .headline = str_of(said.headline),
                                 .text = str_of(said.text),
                                 .asks_passphrase = said.asking != ENTENTE_ASK_NOTHING,
                                 .is_new_passphrase = said.asking == ENTENTE_ASK_NEW_PASSPHRASE,
                                 .link = str_of(said.link),
                                 .party = str_of(said.party),
                                 .back = str_of(said.back),
                                 .back_to = str_of(said.back_to),
                                 .cases = cases,
                                 .case_notes = notes,
                                 .case_count = said.case_count};
    made->output = desk_message_page(&frame, &shown, made->arena);
    *answer = made;
    return true;
}
