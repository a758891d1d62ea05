#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Joins a base and two drafts in memory, says what is open and writes the Word file: merge.py FOLDER."""
import sys

import entente

base = entente.File("base.md", b"The Parties report within 30 days.\n")
drafts = {"A": entente.File("a.md", b"The Parties report within 14 days.\n"), "B": entente.File("b.md", b"The Parties report in public within 30 days.\n")}
try:
    merged = entente.merge(base, drafts)
    print(merged.shown("markdown").text, end="")
    merged.write(f"{sys.argv[1]}/out.docx")
except entente.EntenteError as refused:
    sys.exit(f"{refused.where}: {refused.what}")
