// SPDX-License-Identifier: Apache-2.0
#include "workbench/answer.h"
#include "workbench/door.h"

#include "base/direction.h"
#include "base/memory.h"

#include <string.h>

struct entente_answer *answer_new(void)
{
    struct arena *arena = arena_open();
    struct entente_answer *answer = ARENA_NEW(arena, struct entente_answer);
    answer->arena = arena;
    return answer;
}

static enum entente_code public_code(enum error_code code)
{
    switch (code) {
    case TOO_LARGE:
    case STOPPED:
        return ENTENTE_LIMIT;
    case ERROR_NONE:
    case MISUSE:
    case NOT_FOUND:
    case BAD_INPUT:
    case UNSUPPORTED:
    case IO_FAILED:
    case FORBIDDEN:
    case TAMPERED:
        break;
    }
    return ENTENTE_BAD_INPUT;
}

// What a message quotes turns no words that stand behind it: in place, for U+FFFD is as long as a mark.
static void make_plain(char *message)
{
    struct str text = str_of(message);
    for (size_t i = 0; i < text.length; i++) {
        if (direction_mark_at(text, i))
            memcpy(message + i, "\xef\xbf\xbd", DIRECTION_BYTES);
        else if ((unsigned char)message[i] < 0x20 && message[i] != '\n' && message[i] != '\t')
            message[i] = '?';
    }
}

bool answer_error(const struct error *inner, struct entente_error *error)
{
    error->code = public_code(inner->code);
    error_print(inner, error->message, sizeof error->message);
    make_plain(error->message);
    return false;
}

struct budget answer_budget(const struct entente_bounds *bounds)
{
    struct budget budget = budget_unlimited();
    struct entente_bounds own;
    struct entente_error ignored; // door_bounds has said it
    if (!DOOR_TAKE(bounds, &own, &ignored))
        return budget;
    budget.stop = own.stop;
    budget.progress = own.progress;
    budget.listener = own.listener;
    if (own.steps > 0)
        budget.steps_left = own.steps;
    if (own.memory_bytes > 0)
        budget.memory_bytes = own.memory_bytes;
    return budget;
}

const struct input_limits *answer_limits(struct budget *budget, struct arena *arena)
{
    struct input_limits *limits = ARENA_NEW(arena, struct input_limits);
    *limits = input_limits_default;
    limits->budget = budget;
    return limits;
}

struct str answer_file(const struct entente_file *file)
{
    return (struct str){file->bytes, file->length};
}

const void *entente_answer_output(const struct entente_answer *answer, size_t *length)
{
    *length = answer->output.length;
    return answer->output.bytes;
}

const char *entente_answer_summary(const struct entente_answer *answer)
{
    return arena_c_string(answer->arena, direction_plain(answer->summary, answer->arena));
}

bool entente_answer_is_yes(const struct entente_answer *answer)
{
    return !answer->is_no;
}

bool entente_answer_is_whole(const struct entente_answer *answer)
{
    return !answer->is_cut;
}

void entente_answer_free(struct entente_answer *answer)
{
    if (answer)
        arena_close(answer->arena);
}

void entente_on_exhausted(void (*hook)(void *context, size_t bytes), void *context)
{
    memory_on_exhausted(hook, context);
}

const char *entente_version(void)
{
    return ENTENTE_VERSION;
}
