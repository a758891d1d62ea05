// SPDX-License-Identifier: Apache-2.0
#include "base/late_library.h"

#include <dlfcn.h>
#include <string.h>

static bool fill_in(const struct late_library *library, void *opened, struct error *error)
{
    for (size_t i = 0; i < library->count; i++) {
        void *function = dlsym(opened, library->functions[i].name);
        if (!function)
            return error_set(error, UNSUPPORTED, "the shared library %s has no %s: it is too old",
                             library->file, library->functions[i].name);
        memcpy(library->functions[i].place, &function, sizeof function);
    }
    return true;
}

bool late_library_open(struct late_library *library, struct error *error)
{
    pthread_mutex_lock(&library->lock);
    if (!library->is_open) {
        void *opened = dlopen(library->file, RTLD_NOW | RTLD_LOCAL);
        library->is_open =
            opened ? fill_in(library, opened, error)
                   : error_set(error, UNSUPPORTED,
                               "the shared library %s cannot be opened; install it (Debian: %s)",
                               library->file, library->package);
    }
    bool is_open = library->is_open;
    pthread_mutex_unlock(&library->lock);
    return is_open;
}
