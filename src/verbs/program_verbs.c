// SPDX-License-Identifier: Apache-2.0
// The program itself: what these tell is the face's own.
#include "verbs/each_verb.h"

const struct verb help_verb = {
    .name = "help",
    .usage = "[VERB]",
    .purpose = "Lists the verbs, or says what one does",
    .inputs = {INPUT_NAME},
};

const struct verb version_verb = {
    .name = "version",
    .usage = "",
    .purpose = "Prints the version",
    .inputs = {INPUT_NAME},
};

const struct verb manual_verb = {
    .name = "manual",
    .usage = "",
    .purpose = "Prints the man page, as scdoc text",
    .inputs = {INPUT_NAME},
};

const struct verb completion_verb = {
    .name = "completion",
    .usage = "",
    .purpose = "Prints the completion script for bash",
    .inputs = {INPUT_NAME},
};
