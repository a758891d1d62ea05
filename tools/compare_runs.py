# SPDX-License-Identifier: Apache-2.0
"""What tools/compare-builds.py runs: chains of commands, each in a folder of its own.

A chain is (name, files it needs, steps). A step is a list of arguments, or ("write", NAME, TEXT). Beside a chain lie
`ex` (examples/), `cases` (tests/cases/) and `data` (the real files, which may be absent). An output file is named once in a chain.
"""
import json

ARDEL = "ex/ardel/"
MERGED_ENDINGS = ["docx", "html", "md", "txt", "json"]
MERGED_FORMS = ["brackets", "proposals", "options", "redline", "columns", "json"]
TIMETABLE_ENDINGS = ["svg", "html", "ics", "csv", "json"]
BARGAIN_ENDINGS = ["html", "svg", "csv", "json"]
POINTS = ["nash", "ks", "egalitarian", "maxmin", "utilitarian"]

MERGES = {
    "plan": ["plan/base.docx", "Velmark=plan/velmark.docx", "Tarsen=plan/tarsen.docx", "Nereth=plan/nereth.md"],
    "economy": ["economy/base.docx", "Velmark=economy/velmark.docx", "Tarsen=economy/tarsen.docx", "Nereth=economy/nereth.docx"],
    "security": ["security/base.docx", "security/velmark-and-nereth.docx", "--authors", "Velmark=Ilse Morren",
                 "--authors", "Nereth=Corin Haldane", "Tarsen=security/tarsen.txt"],
    "bilateral": ["bilateral/base.docx", "Velmark=bilateral/velmark.md", "Nereth=bilateral/nereth.txt"],
}
OXPT = "data/docx/oxpt/WC/WC"
# Pairs of real Word files: an older and a newer version.
PAIRS = [("002-Unmodified", "002-DiffInMiddle"), ("004-Large", "004-Large-Mod"), ("006-Table", "006-Table-Delete-Row"),
         ("007-Unmodified", "007-Moved-into-Table"), ("013-Image-Before", "013-Image-After"),
         ("019-Hyperlink-Before", "019-Hyperlink-After-1"), ("026-Long-Table-Before", "026-Long-Table-After-1"),
         ("027-Twenty-Paras-Before", "027-Twenty-Paras-After-1"), ("034-Footnotes-Before", "034-Footnotes-After3")]
TRACKED = ["oxpt_RevisionTracking", "oxpt_HC031-Complicated-Document", "poi_delins", "poi_58067", "docx4j_sample-docx"]
BRACKETED = ["8infnot.txt", "paris-agreement_4-dec-2015.md", "paris-agreement_9-dec-2015.md", "paris-agreement_12-dec-2015.md"]
AGREEMENTS = ["fragments_nairobi_declaration_2022", "minsk2_2015_package_of_measures",
              "philippines_framework_bangsamoro_2012", "south_sudan_coha_2017"]
NETWORKS = ["minsk2", "rival", "coha", "derived_tight"]
# Random scenarios have eight issues each and a party P1.
SCENARIOS = ["oracle_05_ties3", "oracle_15_spectrum4", "oracle_21_no_agreement_redlines", "oracle_25_implies3", "oracle_31_stn4_full"]
ISSUES = {"y2011_Laptop": 3, "y2010_Travel": 7, "other_thompson": 5}
DOMAINS = {"y2011_Laptop": ["laptop_domain", "laptop_buyer_utility", "laptop_seller_utility"],
           "y2010_Travel": ["travel_domain", "travel_chox", "travel_fanny"],
           "other_thompson": ["thompson_employment", "thompson_employee_utilityspace", "thompson_employer_utilityspace"]}

VERBS = ("brief merge view diff brackets text timetable limits bargain issues spatial init party meeting statement statements "
         "submit stance agree reopen enter show log verify rebuild seal unseal import export help version").split()


def written(verb, arguments, endings, stem):
    """One step for each ending, and the file it writes."""
    return [[verb, *arguments, "-o", f"{stem}.{ending}"] for ending in endings]


def the_program():
    steps = [["help"], ["version"], ["manual"], ["completion"], [], ["nonsense"]]
    steps += [["help", verb] for verb in VERBS]
    steps += [[verb] for verb in VERBS if verb not in ("help", "version")]
    yield "program", [], steps
    absent = ["absent.docx", "absent.json"]
    yield "absent", [], [[verb, *absent] for verb in VERBS if verb not in ("help", "version", "init")]
    faulty = {"cut.json": '{"format": "entente-bargain/1", "name": ', "twice.json": '{"a": 1, "a": 2}', "deep.json": "[" * 2000,
              "cut.yaml": 'steps:\n  - {id: a, text: "never closed\n', "tab.yaml": "steps:\n\t- a\n", "twice.yaml": "steps: []\nsteps: []\n",
              "alias.yaml": "steps: &a []\nlimits: *a\n", "empty.txt": "", "zero.md": "a\0b\n", "no.docx": "PK\3\4 no zip"}
    steps = [("write", name, text) for name, text in faulty.items()]
    steps += [["bargain", "cut.json"], ["bargain", "twice.json"], ["bargain", "deep.json"], ["view", "cut.json"], ["issues", "twice.json"],
              ["timetable", "cut.yaml"], ["timetable", "tab.yaml"], ["timetable", "twice.yaml"], ["timetable", "alias.yaml"]]
    steps += [[verb, name] for verb in ("text", "limits", "brackets", "statements", "timetable") for name in ("empty.txt", "zero.md", "no.docx")]
    yield "faulty", [], steps


def merges():
    for name, drafts in MERGES.items():
        drafts = ["=".join([*a.split("=")[:-1], ARDEL + a.split("=")[-1]]) if "/" in a else a for a in drafts]
        steps = [["merge", *drafts]]
        steps += [["merge", *drafts, "--as", form] for form in MERGED_FORMS]
        for form in [None, *MERGED_FORMS]:
            chosen = ["--as", form] if form else []
            steps += written("merge", [*drafts, *chosen], MERGED_ENDINGS, f"m-{form or 'default'}")
        steps += [["merge", *drafts, "--names", "off"], ["merge", *drafts, "--check"],
                  ["merge", *drafts, "--names", "off", "-o", "nameless.html"],
                  ["merge", *drafts, "--moves", "real", "--date", "2031-03-01", "-o", "moves.docx"]]
        steps += merged_again(name)
        yield f"merge-{name}", [], steps


def merged_again(name):
    """What is read back from a merged text: other forms of it, single readings, the issues of a scenario."""
    steps = []
    for source in ("m-default.json", "m-default.md", "m-default.txt", "m-default.docx"):
        steps += [["merge", source], ["merge", source, "--as", "proposals"], ["view", source], ["view", source, "--base"],
                  ["view", source, "--agreed"], ["view", source, "--party", "Velmark"]]
    steps += written("merge", ["m-default.json"], ["html", "md", "txt", "json"], "again")
    steps += written("view", ["m-default.json", "--party", "Nereth"], MERGED_ENDINGS, "nereth")
    steps += [["issues", "m-default.json"], ["issues", "m-default.json", "--no-timetable"],
              ["issues", "m-default.json", "-o", "scenario.json"], ["issues", "m-default.md"], ["bargain", "scenario.json"]]
    if name == "bilateral":
        steps += [["view", "m-default.json", "--scenario", "scenario.json", "--package", ",".join("0" * 11)],
                  ["view", "m-default.json", "--scenario", "scenario.json", "--package", ",".join("1" * 11), "-o", "package.md"]]
    return steps


def differences():
    ardel = [("plan/base.docx", "plan/velmark.docx"), ("plan/base.docx", "plan/nereth.md"), ("economy/base.docx", "economy/tarsen.docx"),
             ("bilateral/velmark.md", "bilateral/nereth.txt")]
    pairs = [("diff-" + new.replace("/", "-"), [], ARDEL + old, ARDEL + new) for old, new in ardel]
    for old, new in PAIRS:
        files = [f"{OXPT}{old}.docx", f"{OXPT}{new}.docx"]
        pairs.append(("diff-" + new, files, *files))
    for name, needs, old, new in pairs:
        steps = [["diff", old, new], ["diff", old, new, "--json"], ["diff", old, new, "--check"], ["diff", new, old]]
        steps += written("diff", [old, new], ["docx", "html", "txt", "json"], "d")
        steps += [["diff", old, new, "--author", "A. Writer", "--date", "2031-03-01T10:00:00Z", "-o", "author.docx"],
                  ["merge", old, f"A={new}"], ["merge", old, f"A={new}", f"B={old}", "-o", "m.docx"]]
        yield name, needs, steps


def documents():
    for name in TRACKED:
        file = f"data/docx/tracked/{name}.docx"
        steps = [["text", file, *how] for how in ([], ["--reject"], ["--labels"], ["--body"], ["--author", "A,B"], ["-o", "t.txt"])]
        steps += [["merge", file], ["merge", file, "-o", "own.docx"], ["merge", file, "-o", "own.html"], ["limits", file], ["brackets", file]]
        yield f"text-{name}", [file], steps
    file = ARDEL + "plan/velmark.docx"
    yield "text-ardel", [], [["text", file, *how] for how in ([], ["--accept"], ["--reject"], ["--labels"], ["--body"])]
    for name in BRACKETED:
        file = f"data/brackets/{name}"
        yield f"brackets-{name}", [file], bracketed(file)
    text = "# Plan\n\n1. The parties [shall][should] withdraw within [30][60] days [US: at once].\n\n2. [Elections are held in […].\n"
    yield "brackets-own", [], [("write", "own.md", text), *bracketed("own.md"), ["brackets", "own.md", "--parties", "US,AU=Australia", "--json"]]


def bracketed(file):
    steps = [["brackets", file], ["brackets", file, "--json"], ["brackets", file, "--check"], ["brackets", file, "--names", "off", "--as", "brackets"]]
    steps += [["brackets", file, "--as", form] for form in MERGED_FORMS]
    return steps + written("brackets", [file], MERGED_ENDINGS, "b")


def timetables():
    single = {f"ardel-{n}": f"{ARDEL}timetable/{n}.yaml" for n in ("base", "mixed", "nereth")}
    single |= {n: f"cases/timetable/{n}.yaml" for n in ("package-2015", "package-2015-demand", "verification")}
    single |= {n: f"data/timetable/agreements/{n}.txt" for n in AGREEMENTS}
    for name, file in single.items():
        steps = [["timetable", file], ["timetable", file, "--json"], ["timetable", file, "--circles", "5"],
                 ["timetable", file, "--circles", "5", "--json"], ["timetable", file, "--from", "2031-06-01"],
                 ["timetable", file, "--slip", "ceasefire=10d"], ["timetable", file, "--signed", "2031-03-01"],
                 ["timetable", ARDEL + "plan/base.docx", "--steps", file, "--json"]]
        steps += written("timetable", [file], TIMETABLE_ENDINGS, "t")
        if file.endswith(".txt"):
            steps += [["limits", file], ["limits", file, "--json"], ["limits", file, "-o", "l.json"], ["limits", file, "--date", "2031-03-01"],
                      ["timetable", file, "A=" + file, "--json"], ["statements", file]]
        yield f"timetable-{name}", [file] if file.startswith("data/") else [], steps
    yield from rival_timetables()


def rival_timetables():
    rivals = {"ardel": [f"{ARDEL}timetable/base.yaml", *(f"{p.title()}={ARDEL}timetable/{p}.yaml" for p in ("velmark", "tarsen", "nereth"))],
              "cases": ["cases/timetable/rival-base.yaml", "North=cases/timetable/rival-north.yaml", "South=cases/timetable/rival-south.yaml"],
              "texts": [f"{ARDEL}plan/base.docx", f"Velmark={ARDEL}plan/velmark.docx", f"Nereth={ARDEL}plan/nereth.md"]}
    for name, files in rivals.items():
        steps = [["timetable", *files], ["timetable", *files, "--json"], *written("timetable", files, TIMETABLE_ENDINGS, "r")]
        yield f"timetable-rivals-{name}", [], steps
    for name in NETWORKS:
        file = f"data/timetable/networks/{name}.arcs.tsv"
        yield f"timetable-network-{name}", [file], [["timetable", "--network", file], ["timetable", "--network", file, "--json"]]
    steps = [("write", "days.yaml", "UA: [2024-04-01]\nFR:\n  weekend: [sunday]\n  holidays: [{date: 05-01, name: May Day}]\n")]
    for period in ("P30D", "P1M", "-P2M", "P10WD", "P7CD", "PT72H", "1st-of-month+2", "P3X"):
        for rules in ("calendar", "EU-1182/71", "ETS-76", "trade", "nth_day"):
            steps.append(["timetable", "--date", "2024-01-31", "--period", period, "--rules", rules, "--holidays", "days.yaml", "--place", "UA"])
    steps += [["timetable", "--date", "2024-03-01", "--period", "P3D", *how]
              for how in (["--json"], ["--event-day", "counted"], ["--roll", "next"], ["--roll", "none", "--json"], ["--holidays", "days.yaml"])]
    yield "timetable-dates", [], steps


def bargains():
    file = ARDEL + "bargain/scenario.json"
    yield "bargain-ardel", [], [*weighed([file], "Velmark", 10), ["bargain", file, "--compare", ARDEL + "bargain/before.json"],
                                *written("bargain", [file, "--compare", ARDEL + "bargain/before.json"], ["html", "csv", "json"], "compared"),
                                ["bargain", file, "--what-if", "Velmark.reserve=-5"],
                                ["bargain", file, "--what-if", "Nereth.red_line=none", "--json"]]
    file = ARDEL + "bargain/mediator.json"
    yield "bargain-mediator", [], [["bargain", file], *written("bargain", [file], BARGAIN_ENDINGS, "b")]
    for name in SCENARIOS:
        file = f"data/bargain/random/{name}.json"
        yield f"bargain-{name}", [file], weighed([file], "P1", 8)
    for name, files in DOMAINS.items():
        party = files[1]
        files = [f"data/bargain/genius/{name}/{f}.xml" for f in files]
        yield f"bargain-{name}", files, weighed(files, party, ISSUES[name])
    yield "bargain-large", (files := ["data/bargain/large/large_p3_m20_k4_uniform_s1_f20.json"]), [["bargain", *files, "--json"]]
    table = "actor,capability,position,salience\nA,1,10,0.5\nB,0.6,80,0.9\nC,0.25,40,0.7\n"
    yield "spatial-own", [], [("write", "actors.csv", table), *placed("actors.csv")]
    for name in ("ExampleActors", "dummyData-a040"):
        yield f"spatial-{name}", [f"data/bargain/spatial/{name}.csv"], placed(f"data/bargain/spatial/{name}.csv")


def weighed(files, party, issues):
    steps = [["bargain", *files, *how] for how in ([], ["--json"], ["--explain"], ["--explain", "--json"], ["--check"], ["--party", party])]
    steps += [["bargain", *files, "--point", point] for point in POINTS]
    steps += [["bargain", *files, "--from-draft", ",".join("0" * issues)],
              ["bargain", *files, "--what-if", f"{party}.reserve=1", "--json"]]
    return steps + written("bargain", files, BARGAIN_ENDINGS, "b")


def placed(file):
    return [["spatial", file], ["spatial", file, "--json"], ["spatial", file, "--challenge"], ["spatial", file, "--challenge", "--json"],
            ["spatial", file, "-o", "s.txt"]]


def reports():
    text = ("Minister Anna Lind of Velmark told reporters in Tarsen on 3 March 2031 that her government would \"withdraw within 60 days\". "
            "The envoy of Nereth, Corin Haldane, said on Tuesday that he opposed it.\n")
    for name, file in {"own": "r.txt", "real": "data/statements/report-2025-12-21.txt"}.items():
        steps = [["statements", file, *how] for how in ([], ["--json"], ["--proposal"], ["--date", "2031-03-05"], ["-o", "s.json", "--json"])]
        yield f"statements-{name}", [file] if name == "real" else [], [("write", "r.txt", text), *steps]


class Talks:
    """A case with fixed times and seeds: each act is a second after the last."""

    def __init__(self):
        self.count = 0

    def act(self, verb, *arguments):
        self.count += 1
        now = f"2031-03-01T10:{self.count // 60:02}:{self.count % 60:02}Z"
        return [verb, "t.entente", *arguments, "--now", now, "--seed", f"{self.count:064x}"]


def cases():
    talks = Talks()
    base = "# Plan\n\n1. The parties shall withdraw within 30 days.\n\n2. Elections are held in spring.\n"
    files = {"base.md": base, "us.md": base.replace("30 days", "60 days"), "ua.md": base.replace("within 30 days", "at once"),
             "two.md": base.replace("30 days", "60 days").replace("spring", "autumn"), "ua.pass": "open sesame\n", "un.pass": "good offices\n",
             "worth.json": '{"worth": 7}\n', "st.json": json.dumps({"speaker": "rep", "date": "2031-03-01", "quote": "“no”"})}
    ua, un = ["--as", "UA", "--passphrase-file", "ua.pass"], ["--as", "UN", "--passphrase-file", "un.pass"]
    act = talks.act
    steps = [("write", name, text) for name, text in files.items()]
    steps += [act("init", "--title", "The talks", "--id", "demo", "--place", "Ardel"), act("party", "US", "--name", "Party US", "--json"),
              act("party", "RU", "--name", "Party RU"), act("party", "UA", "--name", "Party UA", "--passphrase-file", "ua.pass"),
              act("party", "UN", "--name", "United Nations", "--role", "mediator", "--passphrase-file", "un.pass"),
              act("party", "E2", "--name", "The two", "--members", "US,RU", "--form", "coalition"), act("party", "rep", "--name", "A. Person", "--party", "US", "--role", "envoy"),
              act("enter", "document", "plan", "--set", "title=The plan"), act("meeting", "m1", "--format", "US,UA", "--from", "2031-03-01"),
              act("meeting", "m2", "--format", "US,XX"), act("submit", "base.md", "--document", "plan", "--base"),
              act("submit", "us.md", "--document", "plan", "--party", "US", "--json"),
              act("submit", "ua.md", "--document", "plan", "--party", "UA"),
              act("stance", "plan/1", "US", "oppose", "--party", "UA", "--condition", "if verified", "--json"),
              act("stance", "plan/1", "base", "maybe", "--party", "UA"), act("statement", "s1", "--speaker", "rep", "--quote", "“yes”"),
              act("statement", "st.json"), act("agree", "plan/1", "US", "--by", "US,UA", "--meeting", "m1"),
              act("reopen", "plan/1", "--note", "not yet"), act("submit", "two.md", "--document", "plan", "--party", "US"),
              act("enter", "step", "leave", "--set", "text=They leave", "--json"), act("enter", "note", "--set", "text=hidden", *ua, "--readers", "party:UA"),
              act("seal", "worth.json", "--kind", "worth", *ua), act("seal", "--text", "red line", "--id", "line", *ua, "--json"),
              act("seal", "--consent", "UA", *ua)]
    steps += looked_at(ua, un)
    yield "case", [], steps
    for name in ("ardel", "talks-2025"):
        yield f"case-{name}", [], folder_case(f"ex/{name}")


def looked_at(ua, un):
    case = "t.entente"
    steps = [["show", case], ["show", case, "--json"], ["show", case, "slots"], ["show", case, "slots", "--json"], ["show", case, "slot", "plan/1"],
             ["show", case, "group", "E2", "--json"], ["show", case, "--as", "public"], ["show", case, "notes", *ua, "--json"],
             ["show", case, "key", "UN"], ["show", case, "key", "UN", "--json"], ["show", case, "key", "UN", "-o", "un.key"], ["show", case, "--as-of", "2031-02-01"],
             ["unseal", case, *ua], ["unseal", case, "UA", *un], ["unseal", case, "line", *un], ["unseal", case, "UA", *ua, "-o", "worth.out"],
             ["unseal", case, "UA", "--as", "UA", "--passphrase-file", "un.pass"],
             ["log", case], ["log", case, "--json"], ["log", case, "--checkpoint", *un, "-o", "first.note"],
             ["log", case, "--cosign", "first.note", *ua, "--now", "2031-03-02T10:00:00Z", "-o", "both.note"],
             ["log", case, "--prove", "3", "-o", "entry.proof"], ["log", case, "--growth", "5", "-o", "growth.proof"],
             ["verify", case], ["verify", case, "--json"], ["verify", case, "--checkpoint", "both.note", "--key", "un.key"],
             ["verify", "entry.proof", "--proof"], ["verify", "growth.proof", "--proof", "--json"], ["rebuild", case],
             ["brief", case], ["brief", case, *ua], *written("brief", [case, "--json"], MERGED_ENDINGS, "brief"),
             ["export", case, "folder"], ["export", case, "whole", "--with-sealed"], ["export", case, "--bundle", "-o", "bundle.jsonl"],
             ["verify", "bundle.jsonl"], ["show", "folder", "--json"], ["log", "folder", "--json"], ["brief", "folder"],
             ["import", "whole", "-o", "again.entente", "--now", "2031-03-03T10:00:00Z", "--seed", "f" * 64], ["log", "again.entente", "--json"]]
    return steps


def folder_case(folder):
    fixed = ["--now", "2031-03-15T10:00:00Z", "--seed", "a" * 64]
    steps = [["import", folder, "-o", "f.entente", *fixed], ["show", "f.entente"], ["show", "f.entente", "--json"], ["log", "f.entente"],
             ["log", "f.entente", "--json"], ["verify", "f.entente"], ["rebuild", "f.entente"], ["export", "f.entente", "folder"],
             ["export", "f.entente", "--bundle", "-o", "f.jsonl"], ["brief", "f.entente"], ["brief", folder, "--as-of", "2031-03-05"]]
    steps += written("brief", [folder], MERGED_ENDINGS, "brief")
    if "ardel" in folder:
        weigh = ["brief", folder, "--steps", folder + "/timetable/nereth.yaml", "--scenario", folder + "/bargain/scenario.json"]
        steps += [weigh, [*weigh, "--json"], [*weigh, "--before", folder + "/bargain/before.json", "--from", "2031-06-01"], [*weigh, "--check"]]
        steps += [[*weigh, "-o", f"weighed.{ending}"] for ending in MERGED_ENDINGS]
    return steps


def all_chains():
    for part in (the_program, cases, bargains, merges, timetables, differences, documents, reports):
        yield from part()
