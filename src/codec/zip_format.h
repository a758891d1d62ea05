// SPDX-License-Identifier: Apache-2.0
// The fixed records of a zip archive (PKWARE APPNOTE 4.3), for its reader and its writer.
//
//   [ local header | name | extra | data | descriptor? ] …   one for each entry
//   [ central header | name | extra | comment ] …             the directory: what we believe
//   [ 64-bit end | 64-bit locator ]?
//   [ end record | comment ]
//
// All numbers are little-endian. Local headers are only read for their length.

#ifndef ENTENTE_CODEC_ZIP_FORMAT_H
#define ENTENTE_CODEC_ZIP_FORMAT_H

enum {
    LOCAL_SIGNATURE = 0x04034b50,
    CENTRAL_SIGNATURE = 0x02014b50,
    END_SIGNATURE = 0x06054b50,
    END64_SIGNATURE = 0x06064b50,
    LOCATOR64_SIGNATURE = 0x07064b50,
};

enum {
    LOCAL_BYTES = 30,
    CENTRAL_BYTES = 46,
    END_BYTES = 22,
    END64_BYTES = 56,
    LOCATOR64_BYTES = 20,
};

enum { METHOD_STORED = 0, METHOD_DEFLATED = 8 };

enum {
    FLAG_ENCRYPTED = 1 << 0,
    FLAG_DESCRIPTOR = 1 << 3, // sizes stand behind the data; the directory has them in any case
    FLAG_STRONG_ENCRYPTION = 1 << 6,
    FLAG_UTF8 = 1 << 11,
    FLAG_MASKED = 1 << 13,
};

#endif
