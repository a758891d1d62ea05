// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_kept.h"

#include "base/utf8.h"
#include "workbench/answer.h"

// Of what "show CASE key NAME" prints only one line is the key.
static bool is_shown_beside(struct str line, bool is_shown, struct str *key)
{
    const struct str label = STR("to keep ");
    *key = line;
    if (!is_shown)
        return false;
    bool is_key = str_starts_with(line, label);
    *key = str_trim(str_skip(line, is_key ? label.length : 0));
    return !is_key;
}

// A key a line, or what "show CASE key NAME" prints; empty lines and lines that begin with "#" are
// passed over.
static bool read_keys(const struct entente_file *file, struct arena *arena, struct list *keys,
                      struct error *error)
{
    struct str rest = utf8_without_mark(answer_file(file));
    struct str line;
    size_t before = keys->count;
    bool is_shown = str_starts_with(str_trim(rest), STR("key "));
    while (str_cut(&rest, '\n', &line)) {
        struct str text = str_trim(line);
        if (text.length == 0 || text.bytes[0] == '#' || is_shown_beside(text, is_shown, &text))
            continue;
        if (!signer_read(text, arena, LIST_ADD(keys, struct signer), error)) {
            error->place = place_in(str_of(file->name), answer_file(file),
                                    (size_t)(text.bytes - (const char *)file->bytes));
            return false;
        }
    }
    return keys->count > before || error_at(error, BAD_INPUT, place_of(str_of(file->name)),
                                            "there is no key like NAME+1a2b3c4d+BASE64 in it");
}

bool kept_keys(const struct entente_file *files, size_t count, struct arena *arena,
               struct list *keys, struct error *error)
{
    *keys = LIST_MAKE(arena, struct signer);
    for (size_t i = 0; i < count; i++)
        if (!read_keys(&files[i], arena, keys, error))
            return false;
    return true;
}

bool kept_read(const struct entente_verify_options *files, struct arena *arena, struct kept *kept,
               struct error *error)
{
    kept->notes = LIST_MAKE(arena, struct note);
    for (size_t i = 0; i < files->checkpoint_count; i++)
        if (!note_read(str_of(files->checkpoints[i].name), answer_file(&files->checkpoints[i]),
                       arena, LIST_ADD(&kept->notes, struct note), error))
            return false;
    return kept_keys(files->keys, files->key_count, arena, &kept->keys, error);
}
