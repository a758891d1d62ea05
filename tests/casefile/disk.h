// SPDX-License-Identifier: Apache-2.0
// A disk that fails: an SQLite VFS over the system's that stops working at the n-th write.

#ifndef ENTENTE_TESTS_DISK_H
#define ENTENTE_TESTS_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum disk_failure {
    DISK_WORKS,
    DISK_ERROR, // the write fails and says so; so do all after it
    DISK_FULL,  // the same, with another code
    DISK_TORN,  // half of the write reaches the disk, then the machine is gone
    DISK_KILL,  // half of the write is made, then the process is killed
    DISK_POWER, // the power goes: disk_lose_power says what of the writes that were not synced is left
};

// Registers the VFS; its name is what this gives.
const char *disk_register(void);
// From now on: `writes` writes, truncations, syncs and removals work, then it fails.
void disk_fail_after(enum disk_failure failure, size_t writes);
// Calls since disk_fail_after that change or sync something.
size_t disk_writes(void);
bool disk_has_failed(void);
// After DISK_POWER, once all files are closed: each sector that was written and not synced has at random
// what stood there before, or what any of the writes since put there; ends of files too.
void disk_lose_power(uint64_t (*random)(void *source), void *source);

#endif
