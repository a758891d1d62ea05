// SPDX-License-Identifier: Apache-2.0
#include "serve/act_meeting.h"

#include "codec/json.h"
#include "serve/act_frame.h"

static void add_line(struct json_writer *writer, struct str line, bool is_row)
{
    if (!is_row) {
        json_str(writer, line);
        return;
    }
    json_begin_object(writer);
    json_member_str(writer, "text", line);
    json_end_object(writer);
}

// A line is a text, or a row of the field "text".
static void add_lines(struct json_writer *writer, const char *name, const char *lines,
                      bool are_rows)
{
    struct str rest = str_of(lines);
    struct str line;
    json_name(writer, name);
    json_begin_array(writer);
    while (str_cut(&rest, '\n', &line))
        if (str_trim(line).length > 0)
            add_line(writer, str_trim(line), are_rows);
    json_end_array(writer);
}

static void add_text(struct json_writer *writer, const struct case_job *job, const char *name)
{
    const char *value = act_field(job, name);
    if (value)
        json_member_str(writer, name, str_of(value));
}

static void add_names(struct json_writer *writer, const struct case_job *job, const char *name)
{
    struct str rest = str_of(posted_joined(&job->visit->posted, name));
    struct str each;
    if (rest.length == 0)
        return;
    json_name(writer, name);
    json_begin_array(writer);
    while (str_cut(&rest, ',', &each))
        json_str(writer, str_trim(each));
    json_end_array(writer);
}

struct entente_file act_meeting_lines(struct case_job *job)
{
    static const char *const texts[] = {"id", "title", "place", "from", "to", "note"};
    static const char *const names[] = {"format", "delegates", "documents"};
    const char *agenda = act_field(job, "agenda");
    const char *next_steps = act_field(job, "next_steps");
    struct builder out = builder_make(job->visit->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    if (!next_steps && !(agenda && strchr(agenda, '\n')))
        return (struct entente_file){.name = NULL};
    json_begin_object(&writer);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_text(&writer, job, texts[i]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        add_names(&writer, job, names[i]);
    if (agenda)
        add_lines(&writer, "agenda", agenda, false);
    if (next_steps)
        add_lines(&writer, "next_steps", next_steps, true);
    json_end_object(&writer);
    struct str text = builder_str(&out);
    return (struct entente_file){"meeting", text.bytes, text.length};
}
