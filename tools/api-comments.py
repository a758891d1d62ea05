#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints a public header with its comments as doxygen reads them: what a line of `// …` says belongs to what
follows it, behind code to that code, at the top to the file. `Errors:`, `Owner:` and the like become paragraphs
of their own."""
import re
import sys

HEADED = re.compile(r"^(Errors|Result|Owner|Cost|Threads|Source):\s*")
PARAMETER = re.compile(r"^([a-z_]+(?:, [a-z_]+)*)  +(\S.*)$")


def said(text: str) -> str:
    """One line of a comment, its heads as doxygen's."""
    headed = HEADED.match(text)
    if headed:
        return f"@par {headed[1]}\n/// {text[headed.end():]}"
    parameter = PARAMETER.match(text)
    if parameter:
        return f"- `{parameter[1]}`: {parameter[2]}"
    # A case's "#" or "<…>" is no command to doxygen.
    return re.sub(r"([#<>@\\])", r"\\\1", text)


def lines_of(source: str):
    """The header's lines, its comments turned."""
    seen_code = False
    in_comment = False
    for line in source.splitlines():
        alone = re.match(r"^(\s*)// ?(.*)$", line)
        behind = re.match(r"^(.*\S)(\s+)// (.*)$", line)
        if line.startswith("// SPDX"):
            yield ""
        elif alone and not seen_code:
            yield ("/// @file\n" if not in_comment else "") + f"/// {said(alone[2])}"
            in_comment = True
        elif alone:
            # What goes on behind code goes on there.
            is_aligned = len(alone[1]) > 4
            yield f"{alone[1]}{'///<' if is_aligned else '///'} {said(alone[2])}"
        elif behind and not line.lstrip().startswith("#include"):
            yield f"{behind[1]}{behind[2]}///< {said(behind[3])}"
        else:
            seen_code = seen_code or bool(line.strip())
            yield line


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        print("\n".join(lines_of(file.read())))


if __name__ == "__main__":
    main()
