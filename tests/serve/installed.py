# SPDX-License-Identifier: Apache-2.0
"""What `meson install` puts beside the program for served pages, and how the server finds it. Usage: installed.py FOLDER"""
import os
import shutil
import subprocess
import sys

import served
from served import Client, Server, Tap, make_case

tap = Tap()
place = sys.argv[1]
NAMES = ("entente-vault.mjs", "entente-vault.wasm", "entente-vault.NOTICE")
TYPES = ("text/javascript; charset=utf-8", "application/wasm")
THERE = "whoever runs it could read what is sealed to you"
HERE = "The passphrase stays in this browser"

# Stand-ins: the server looks at none of their bytes, and this shall hold where no module was built.
made = os.path.join(place, "out")
os.mkdir(made)
for name in NAMES:
    with open(os.path.join(made, name), "wb") as file:
        file.write(name.encode() + bytes(range(256)) * 40)
os.chmod(os.path.join(made, NAMES[1]), 0o700)


def installed(name, *options):
    """The folder into which a program that is set up so installs what is for pages alone."""
    build, root = os.path.join(place, name), os.path.join(place, name + "-root")
    for words in (["setup", build, "-Dtests=false", "--prefix=/usr", *options], ["install", "-C", build, "--no-rebuild", "--tags", "wasm", "--destdir", root]):
        subprocess.run(["meson", *words], check=True, capture_output=True)
    return os.path.join(root, "usr/share/entente/wasm")


def asked(server):
    """What a party is told where its passphrase is asked for."""
    return " ".join(Client(server).get("/sign-in")[1].decode().split())


tap.check(not os.path.exists(installed("without")), "without the option nothing is installed for pages")
found = installed("with", f"-Dwasm={made}")
tap.check(sorted(os.listdir(found)) == sorted(NAMES), "with it the module and its notice are", os.listdir(found))
tap.check(all(os.stat(os.path.join(found, name)).st_mode & 0o777 == 0o644 for name in NAMES), "for everybody to read")

# The program beside it, as it would lie in /usr/bin.
prefix = os.path.dirname(os.path.dirname(os.path.dirname(found)))
os.makedirs(os.path.join(prefix, "bin"), exist_ok=True)
shutil.copy(served.ENTENTE, os.path.join(prefix, "bin", "entente"))
case = make_case(place)
served.ENTENTE = os.path.join(prefix, "bin", "entente")
with Server(case) as server:
    page = asked(server)
    tap.check(THERE in page and HERE in page and 'data-vault="/vault/"' in page, "an installed program finds it, and the page says who can read what", page)
    for name in NAMES[:2]:
        status, body = Client(server).get("/vault/" + name)
        with open(os.path.join(made, name), "rb") as file:
            tap.check((status, body) == (200, file.read()), f"{name} is handed out", status)
    client = Client(server)
    tap.check([client.get("/vault/" + name)[0] and client.answer.getheader("Content-Type") for name in NAMES[:2]] == list(TYPES), "each as what it is")
    tap.check([client.get("/vault/" + name)[0] for name in (NAMES[2], "entente.wasm")] == [404, 404], "and nothing else")
os.remove(os.path.join(found, NAMES[1]))
with Server(case) as server:
    page = asked(server)
    tap.check(THERE in page and HERE not in page and "data-vault" not in page, "where a part of it is missing the page says that the host could read", page)
    tap.check(Client(server).get("/vault/" + NAMES[0])[0] == 404, "and no part of it is handed out")
tap.end()
