// SPDX-License-Identifier: Apache-2.0
// Core dumps of this process, which would hold what it knows.

#ifndef ENTENTE_BASE_DUMPS_H
#define ENTENTE_BASE_DUMPS_H

// From now on a crash leaves no core file, and no other process of the user may read this one's
// memory. For a program that holds a key; a library leaves that to its host.
void dumps_off(void);

#endif
