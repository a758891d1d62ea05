#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes python/entente/door.py: every struct, enumeration and function of include/entente for ctypes. --check says whether it is current,
--probe prints a C program that tells the sizes and places which the compiler gives the same structs."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADERS = ["entente", "document", "merge", "reading", "proofread", "brackets", "counterparts", "bargain", "timetable", "spatial", "case", "pages", "sealing"]
DOOR = ROOT / "python/entente/door.py"
SCALARS = {"size_t": "c_size_t", "bool": "c_bool", "uint64_t": "c_uint64", "uint32_t": "c_uint32", "int": "c_int", "char": "c_char"}
WORDS = {"const char *": "c_char_p", "const unsigned char *": "c_char_p", "const char *const *": "POINTER(c_char_p)",
         "const void *": "c_void_p", "void *": "c_void_p", "const volatile sig_atomic_t *": "POINTER(c_int)"}
TEXT = re.sub(r"//[^\n]*", "", "\n".join((ROOT / f"include/entente/{name}.h").read_text() for name in HEADERS))
# What is only named; a program has but the address.
OPAQUE = set(re.findall(r"struct (\w+)\b", TEXT)) - set(re.findall(r"struct (\w+) \{", TEXT))


def class_name(tag: str) -> str:
    return "".join(word.capitalize() for word in tag.removeprefix("entente_").split("_"))


def type_of(written: str) -> str:
    """The ctypes type of a C type, of which the name is taken off."""
    text = re.sub(r"\s+", " ", written).replace("* ", "*").strip()
    if text in WORDS:
        return WORDS[text]
    stars = text.count("*")
    text = re.sub(r"\b(const|struct)\b|\*", "", text).strip()
    if text.startswith("enum "):
        return "c_int"
    if text == "void":
        return "None"
    inner = SCALARS.get(text) or ("c_void_p" if text in OPAQUE else class_name(text))
    for _ in range(stars - (text in OPAQUE)):
        inner = f"POINTER({inner})"
    return inner


def declared(text: str):
    """(name, ctypes type) of a member or parameter."""
    text = re.sub(r"\s+", " ", text).strip()
    called = re.fullmatch(r"(.*?)\(\*(\w*)\)\((.*)\)", text)
    if called:
        result = type_of(called[1].strip())
        return called[2], f"CFUNCTYPE({', '.join([result] + [declared(each)[1] for each in called[3].split(',')])})"
    row = re.fullmatch(r"char \(\*(\w+)\)\[(\w+)\]", text)
    if row:
        return row[1], f"POINTER(c_char * {row[2]})"
    row = re.fullmatch(r"char (\w+)\[(\w+)\]", text)
    if row:
        return row[1], f"c_char * {row[2]}"
    name = re.search(r"(\w+)$", text)[1]
    return name, type_of(text[: -len(name)])


def read():
    text = TEXT
    numbers = re.findall(r"#define (ENTENTE_\w+) (\d+)\n", text)
    # A line behind a define's backslash is the define's too.
    text = re.sub(r"^#(.*\\\n)*.*$", "", text, flags=re.M)
    enums = {tag: re.findall(r"(\w+)(?:\s*=\s*(\d+))?\s*(?:,|$)", body.strip()) for tag, body in re.findall(r"enum (\w+) \{(.*?)\}", text, re.S)}
    structs = {tag: [declared(each) for each in body.split(";") if each.strip()]
               for tag, body in re.findall(r"struct (\w+) \{(.*?)\n?\};", text, re.S)}
    calls = []
    for result, name, parameters in re.findall(r"ENTENTE_API\s+([^;]*?)(\bentente_\w+)\((.*?)\);", text, re.S):
        depth, parts = 0, [""]
        for letter in parameters:
            depth += (letter == "(") - (letter == ")")
            if letter == "," and depth == 0:
                parts.append("")
            else:
                parts[-1] += letter
        calls.append((name, type_of(result), [] if parameters.strip() == "void" else [declared(each)[1] for each in parts]))
    return numbers, enums, structs, calls


def values(members):
    next_value = 0
    for name, given in members:
        next_value = int(given) if given else next_value
        yield name, next_value
        next_value += 1


def door() -> str:
    numbers, enums, structs, calls = read()
    lines = ["# SPDX-License-Identifier: Apache-2.0", '"""The public headers for ctypes. Written by tools/mirror-headers.py; not for hands."""',
             "from ctypes import CFUNCTYPE, POINTER, Structure, c_bool, c_char, c_char_p, c_int, c_size_t, c_uint32, c_uint64, c_void_p", ""]
    lines += [f"{name} = {value}" for name, value in numbers] + [""]
    for members in enums.values():
        lines += [f"{name} = {value}" for name, value in values(members)] + [""]
    for tag, members in structs.items():
        lines += ["", f"class {class_name(tag)}(Structure):", "    _fields_ = ["]
        lines += [f'        ("{name}", {kind}),' for name, kind in members] + ["    ]", ""]
    lines += ["", "# name: what it gives, what it takes", "FUNCTIONS = {"]
    lines += [f'    "{name}": ({result}, [{", ".join(taken)}]),' for name, result, taken in calls] + ["}", ""]
    lines += ["# Struct of C: its mirror", "STRUCTS = {"] + [f'    "{tag}": {class_name(tag)},' for tag in structs] + ["}"]
    return "\n".join(lines) + "\n"


def probe() -> str:
    numbers, enums, structs, calls = read()
    lines = [f"#include <entente/{name}.h>" for name in HEADERS] + ["#include <stdio.h>", "int main(void)", "{"]
    for tag, members in structs.items():
        lines.append(f'    printf("{tag} %zu\\n", sizeof(struct {tag}));')
        lines += [f'    printf("{tag}.{name} %zu %zu\\n", offsetof(struct {tag}, {name}), sizeof(((struct {tag} *)0)->{name}));' for name, _ in members]
    for members in enums.values():
        lines += [f'    printf("{name} %d\\n", (int){name});' for name, _ in members]
    lines += [f'    printf("{name} %d\\n", {name});' for name, _ in numbers]
    lines += [f"    (void)&{name};" for name, _, _ in calls]
    return "\n".join(lines + ["    return 0;", "}"]) + "\n"


if "--probe" in sys.argv:
    print(probe(), end="")
elif "--check" in sys.argv:
    if DOOR.read_text() != door():
        sys.exit("python/entente/door.py is not what the headers say; run tools/mirror-headers.py")
    exec(compile(door(), DOOR, "exec"), {})  # it can be loaded
else:
    DOOR.write_text(door())
