# SPDX-License-Identifier: Apache-2.0
"""A folder with Word files in it, the program run over them, and what was found told as TAP."""
import os
import subprocess

import odd_files as odd


class Desk:
    def __init__(self, entente, folder):
        self.entente, self.folder, self.results, self.read_before = os.path.abspath(entente), folder, [], {}

    def ok(self, good, name, said=""):
        self.results.append(bool(good))
        print(f"{'ok' if good else 'not ok'} {len(self.results)} - {name}")
        if not good:
            print("#", str(said)[:1500].replace("\n", "\n# "))

    def end(self):
        print(f"1..{len(self.results)}")

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, body):
        return self.put(name, odd.plain(body))

    def put(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def run(self, *words):
        done = subprocess.run([self.entente, *map(str, words)], capture_output=True, check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def text(self, path, *how):
        """What `text` reads in a file. The same file is asked for once."""
        with open(path, "rb") as file:
            asked = file.read(), how
        if asked not in self.read_before:
            self.read_before[asked] = self.run("text", path, *how)[1]
        return self.read_before[asked]
