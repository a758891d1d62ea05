// SPDX-License-Identifier: Apache-2.0
// host_parts.h for the linker: what the loaded module was given by whoever loaded it.
mergeInto(LibraryManager.library, {
    host_progress: function (done, all) {
        return Module["onProgress"] && Module["onProgress"](done, all) === false ? 1 : 0;
    },
    host_is_terminal: function (descriptor) {
        return typeof process === "object" && require("tty").isatty(descriptor) ? 1 : 0;
    },
});
