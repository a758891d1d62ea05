#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Accounts for every slot, stance and agreement of a case at each next base in its record. Usage: account.py CASE

The record is replayed entry by entry, by nothing but what `entente log CASE --json` prints. Exit code 1 when anything is lost.
"""
import json
import subprocess
import sys


def of_kind(state, kind):
    return {name: item for (own, name), item in state.items() if own == kind}


def wordings(slot):
    return sorted((one.get("text", ""), sorted(one.get("parties", []))) for one in slot["variants"][1:])


def account(entry, before, after):
    """One line on a next base, and what is wrong with it."""
    base = next(one for one in entry["changes"] if one["kind"] == "draft" and not one["set"].get("party"))
    document, wrong = base["set"]["document"], []
    old, new = of_kind(before, "slot"), of_kind(after, "slot")
    live = {name: slot for name, slot in old.items() if slot["document"] == document and slot["status"] != "settled"}
    settled = [name for name in live if new.get(name, {}).get("status") == "settled"]
    agreed = [name for name in live if live[name]["status"] == "agreed"]
    stays = [name for name in live if name in new and name not in settled]
    wrong += [f"{name} is lost" for name in live if name not in new]
    wrong += [f"{name} is another slot now" for name in stays if wordings(new[name]) != wordings(live[name])]
    wrong += [f"{name} was agreed, and is not settled so" for name in agreed
              if name not in settled or new[name]["settled"]["variant"] != live[name]["agreed"]["variant"]]
    wrong += [f"{name} was settled before, and changed" for name, slot in old.items() if slot["status"] == "settled" and new.get(name) != slot]
    said, kept = of_kind(before, "stance"), of_kind(after, "stance")
    wrong += [f"the stance {name} is lost" for name in said if kept.get(name) != said[name]]
    return (f"{base['id']}: {len(live)} places, {len(settled)} settled ({len(agreed)} agreed), {len(stays)} open; "
            f"{len(said)} stances, all kept" if not wrong else f"{base['id']}: not accounted for"), wrong


def main():
    log = json.loads(subprocess.run(["entente", "log", sys.argv[1], "--json"], capture_output=True, check=True).stdout)
    state, lost = {}, False
    for entry in log["entries"]:
        before = dict(state)
        for change in entry["changes"]:
            if "set" in change:
                state[change["kind"], change["id"]] = change["set"]
            else:
                state.pop((change["kind"], change["id"]), None)
        if entry["act"] == "next":
            line, wrong = account(entry, before, state)
            print(line, *wrong, sep="\n  ")
            lost = lost or bool(wrong)
    return lost


if __name__ == "__main__":
    sys.exit(main())
