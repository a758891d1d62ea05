#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a C file that holds the given files as constants: embed-files.py OUT.c NAME=FILE ..."""
import pathlib
import sys


def main() -> int:
    out = ["// SPDX-License-Identifier: Apache-2.0", '#include "base/str.h"', ""]
    for pair in sys.argv[2:]:
        name, path = pair.split("=", 1)
        data = pathlib.Path(path).read_bytes()
        rows = [", ".join(str(byte) for byte in data[at:at + 40]) for at in range(0, len(data), 40)]
        out.append(f"static const unsigned char {name}_bytes[] = {{\n" + ",\n".join(rows) + "};")
        out.append(f"extern const struct str {name};")
        out.append(f"const struct str {name} = {{(const char *){name}_bytes, sizeof {name}_bytes}};")
    pathlib.Path(sys.argv[1]).write_text("\n".join(out) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
