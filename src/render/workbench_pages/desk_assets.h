// SPDX-License-Identifier: Apache-2.0
// The files that the pages of the workbench ask for.

#ifndef ENTENTE_RENDER_DESK_DESK_ASSETS_H
#define ENTENTE_RENDER_DESK_DESK_ASSETS_H

#include "base/builder.h"

struct desk_asset {
    const char *name;
    const struct str *bytes;
    const char *media_type;
};

// The asset of this name, or NULL. *is_lasting: the name says the version that the files have now.
const struct desk_asset *desk_asset_named(struct str name, bool *is_lasting);
// "1a2b3c4d5e6f7081", another as soon as any of the files is.
void desk_assets_version(struct builder *out);

#endif
