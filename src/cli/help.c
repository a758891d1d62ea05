// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include "cli/console.h"
#include "verbs/each_verb.h"
#include "verbs/verb.h"

#include <stdio.h>
#include <string.h>

// "-o FILE" or "--as FORM" or "--check"
static void print_option_name(const struct option *option)
{
    printf("%s%s%s%s", option->name[1] ? "--" : "-", option->name, option->value ? " " : "",
           option->value ? option->value : "");
}

static int option_width(const struct option *option)
{
    size_t width = strlen(option->name) + (option->name[1] ? 2 : 1);
    if (option->value)
        width += 1 + strlen(option->value);
    return (int)width;
}

static void print_verb(const struct verb *verb)
{
    printf("entente %s %s\n\n%s.\n", verb->name, verb->usage, verb->purpose);
    if (verb->options && verb->options->name)
        printf("\n");
    for (const struct option *option = verb->options; option && option->name; option++) {
        printf("  ");
        print_option_name(option);
        printf("%*s%s", option_width(option) < 24 ? 24 - option_width(option) : 1, "",
               option->help);
        if (option->choices)
            printf(" (%s)", option->choices);
        printf("\n");
    }
    if (verb->details)
        printf("\n%s\n", verb->details);
}

static void print_all(void)
{
    const struct verb_heading *heading = verb_headings;
    printf("entente VERB …   negotiating a text with several parties at once\n");
    for (size_t i = 0; verbs[i]; i++) {
        if (verbs[i] == heading->first)
            printf("\n%s\n", heading++->title);
        printf("  %-12s %s\n", verbs[i]->name, verbs[i]->purpose);
    }
    printf(
        "\n\"entente help VERB\" says more. Exit codes: 0 done, 1 the answer is no, 2 bad usage or "
        "bad input, 3 over a limit.\n");
}

static int print_help(const struct request *request)
{
    const char *name = request_word(request, 0);
    if (!name) {
        print_all();
        return EXIT_DONE;
    }
    const struct verb *verb = verb_named(name);
    if (!verb)
        return console_unknown_verb(name);
    print_verb(verb);
    return EXIT_DONE;
}

static int print_version(const struct request *request)
{
    (void)request;
    printf("entente %s\n", entente_version());
    return EXIT_DONE;
}

// scdoc reads _ and * as marks; a backslash keeps them as they are.
static void print_scdoc(const char *text)
{
    for (; *text; text++) {
        if (strchr("_*\\<>#`", *text))
            putchar('\\');
        putchar(*text);
    }
}

static void print_manual_verb(const struct verb *verb)
{
    printf("## entente %s ", verb->name);
    print_scdoc(verb->usage);
    printf("\n\n");
    print_scdoc(verb->purpose);
    printf(".\n\n");
    for (const struct option *option = verb->options; option && option->name; option++) {
        printf("*%s%s*", option->name[1] ? "--" : "-", option->name);
        if (option->value)
            printf(" _%s_", option->value);
        printf("\n\t");
        print_scdoc(option->help);
        if (option->choices) {
            printf(" (");
            print_scdoc(option->choices);
            printf(")");
        }
        printf("\n\n");
    }
    if (verb->details) {
        print_scdoc(verb->details);
        printf("\n\n");
    }
}

static int print_manual(const struct request *request)
{
    (void)request;
    printf("entente(1)\n\n# NAME\n\nentente - negotiate a text with several parties at once\n\n"
           "# SYNOPSIS\n\n*entente* _VERB_ ...\n\n# VERBS\n\n");
    for (size_t i = 0; verbs[i]; i++)
        print_manual_verb(verbs[i]);
    printf("# EXIT STATUS\n\n0 done; 1 the answer is no (a contradiction, a tampered record, open "
           "slots under --check); 2 bad usage or bad input; 3 over a limit or stopped.\n");
    return EXIT_DONE;
}

static void print_words_of(const struct verb *verb)
{
    for (const struct option *option = verb->options; option && option->name; option++)
        printf("%s%s ", option->name[1] ? "--" : "-", option->name);
}

static void print_choices_of(const struct verb *verb)
{
    for (const struct option *option = verb->options; option && option->name; option++)
        if (option->choices) {
            printf("    %s:--%s) words=\"", verb->name, option->name);
            for (const char *c = option->choices; *c; c++)
                putchar(*c == '|' ? ' ' : *c);
            printf("\" ;;\n");
        }
}

static int print_completion(const struct request *request)
{
    (void)request;
    printf("# bash completion for entente; made by \"entente completion\"\n_entente() {\n"
           "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\"\"\n"
           "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words=\"");
    for (size_t i = 0; verbs[i]; i++)
        printf("%s ", verbs[i]->name);
    printf("\"\n  else\n    case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; verbs[i]; i++) {
        printf("    %s) words=\"", verbs[i]->name);
        print_words_of(verbs[i]);
        printf("\" ;;\n");
    }
    printf("    esac\n    case ${COMP_WORDS[1]}:$before in\n");
    for (size_t i = 0; verbs[i]; i++)
        print_choices_of(verbs[i]);
    printf("    esac\n  fi\n"
           "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$word\"))\n}\n"
           "complete -o filenames -F _entente entente\n");
    return EXIT_DONE;
}

int help_run(const struct request *request)
{
    if (request->verb == &version_verb)
        return print_version(request);
    if (request->verb == &manual_verb)
        return print_manual(request);
    return request->verb == &completion_verb ? print_completion(request) : print_help(request);
}
