# SPDX-License-Identifier: Apache-2.0
"""The words of the command line said in Python: what desks.py asks of the module."""
import entente


def _options(words):
    """(words without options, options); one that stands alone is True."""
    plain, options, rest = [], {}, list(words)
    if words[0].endswith(".entente"):
        rest = [word for word in rest if word != "--base"]
    alone = {"--any-base", "--labels", "--json", "--bundle"}
    while rest:
        word = rest.pop(0)
        if word.startswith("-"):
            options[word] = True if word in alone else rest.pop(0)
        else:
            plain.append(word)
    return plain, options


FORMATS = {"md": "markdown", "txt": "text"}


def _ending(options):
    ending = options.get("-o", "out.json").rsplit(".", 1)[1]
    return FORMATS.get(ending, ending)


def _texts(verb, plain, options, files):
    drafts = dict(word.split("=", 1) for word in plain[1:] if "=" in word)
    drafts = {party: files[name] for party, name in drafts.items()}
    any_base, form = bool(options.get("--any-base")), _ending(options)
    first = files[plain[0]]
    if verb == "merge":
        merged = entente.merge(first, drafts, any_base=any_base)
        return merged.answer if form == "json" else merged.shown(form, options.get("--as"))
    if verb == "view":
        return entente.view_as(first, form, options["--party"])
    if verb == "next":
        return entente.next_base(first, format=form, base=files[options["--base"]])
    if verb == "diff":
        return entente.diff_as(first, files[plain[1]], form, any_base=any_base)
    if verb == "counterparts":
        return entente.counterparts_as(first, drafts, {"yaml": "matches"}.get(form, form))
    if verb == "issues":
        return entente.issues_as(first, form)
    if verb == "proofread":
        return entente.proofread_as(first, form)
    return None


def _others(verb, plain, options, files):
    first = files[plain[0]]
    if verb == "text":
        return entente.text(first, labels=True).encode()
    if verb == "limits":
        return entente.limits([files[name] for name in plain]).answer
    if verb == "brackets":
        return entente.brackets(first).answer
    if verb == "statements":
        return entente.statements(first).answer
    if verb == "spatial":
        return entente.spatial(first).answer
    form = _ending(options)
    if verb == "timetable":
        rivals = dict(word.split("=", 1) for word in plain[1:])
        if rivals:
            return entente.rivals({party: files[name] for party, name in rivals.items()}, steps=first).answer
        return entente.timetable(steps=first).answer if form == "json" else entente.timetable_as(form, steps=first)
    return entente.bargain(first).answer if form == "json" else entente.bargain_as(first, form)


def _case(verb, plain, options, files, path):
    moment = {"now": options["--now"], "seed": bytes.fromhex(options["--seed"])} if "--now" in options else {}
    if verb == "init":
        entente.new_case(path, title=options["--title"], case_id=options["--id"], **moment)
        return None
    if verb == "verify":
        return entente.verify(path).answer
    with entente.Case(path) as case:
        if verb == "party":
            case.enter("party", {"name": options["--name"]}, item=plain[1], act="party", **moment)
        elif verb == "enter":
            name, value = options["--set"].split("=")
            case.enter(plain[1], {name: value}, item=plain[2], **moment)
        elif verb == "submit":
            case.submit(files[plain[1]], document=options["--document"], party=options.get("--party"), **moment)
        elif verb == "show":
            return case.show(form=_ending(options))
        elif verb == "log":
            return case.log().answer
        elif verb == "brief":
            return case.brief(_ending(options))
        else:
            return case.record()
    return None


def answer(words, files, path):
    """The bytes that come out (None: an act), and the message where it was refused."""
    verb, (plain, options) = words[0], _options(words[1:])
    held = {name: entente.File(name, content) for name, content in files}
    try:
        if plain[0].endswith(".entente"):
            found = _case(verb, plain, options, held, path)
        else:
            found = _texts(verb, plain, options, held) or _others(verb, plain, options, held)
        return found if found is None or isinstance(found, bytes) else found.output, ""
    except entente.EntenteError as error:
        return b"", error.message
