# SPDX-License-Identifier: Apache-2.0
"""LibreOffice as a reader of our files. It sometimes dies on a busy machine: then it is started again."""
import importlib.util
import os
import shutil
import tempfile

TRIES = 3
ACCEPT, REJECT = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges"


def oracle(shared, name):
    """A module of the shared oracles."""
    spec = importlib.util.spec_from_file_location(name, os.path.join(shared, "oracles", name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Office:
    """One LibreOffice, kept running. Texts are kept by file and command."""

    def __init__(self, shared):
        self.start = oracle(shared, "lo_oracle").LO
        self.program = self.start()
        self.folder = tempfile.mkdtemp()
        self.kept = {}

    def text(self, path, command=None, keep=True):
        """The text of a file after a command; raises what the last of three tries raised."""
        if (path, command) in self.kept:
            return self.kept[path, command]
        for left in reversed(range(TRIES)):
            try:
                text = self.ask(path, command)
                break
            except Exception as problem:  # LibreOffice gives up in many ways
                if left == 0 or "does not open" in str(problem):
                    raise
                self.program.close()
                self.program = self.start()
        if keep:
            self.kept[path, command] = text
        return text

    def ask(self, path, command):
        out = os.path.join(self.folder, "out.txt")
        document = self.program.load(path)
        if command:
            self.program.do(document, command)
        self.program.save(document, out)
        document.close(True)
        with open(out, encoding="utf-8-sig") as file:
            return file.read()

    def close(self):
        self.program.close()
        shutil.rmtree(self.folder)
