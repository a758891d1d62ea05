# SPDX-License-Identifier: Apache-2.0
"""Every example of docs/api-http.md, in its order, with plain http.client."""
import http.client
import json
import os
import re

from served import Server, Tap, folder, make_case

tap = Tap()
with open(os.path.join(os.path.dirname(__file__), "..", "..", "docs", "api-http.md")) as file:
    blocks = re.findall(r"```http\n(.*?)```", file.read(), re.S)
examples = re.findall(r"^(GET|POST) (\S+)(?: (\{.*\}))?\n→ (\d+) (.*)$", "\n".join(blocks), re.M)
tap.check(len(examples) >= 20, f"{len(examples)} examples are read")
with folder() as place, Server(make_case(place)) as server:
    token = ""
    for method, target, body, status, words in examples:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        fields = {"Authorization": "Bearer " + token} if token else {}
        if body:
            fields["Content-Type"] = "application/json"
        line.request(method, target, body.replace("LINK", server.link.rpartition("/")[2]) or None, fields)
        answer = line.getresponse()
        found = answer.read().decode()
        tap.check(answer.status == int(status) and words in found, f"{method} {target} {body[:40]}", answer.status, found)
        if target.endswith("/sessions"):
            token = json.loads(found)["token"]
        line.close()
tap.end()
