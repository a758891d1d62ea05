#!/usr/bin/env python3
"""Every word of a Markdown source is in every form: words.py ENTENTE COUNT FILE…

Sources are made of constructs in which each word stands once, so that it can be looked for by itself; FILEs are read
as well, their words counted by a tokenizer that knows nothing of Markdown but how addresses look.
"""
import collections
import html
import os
import random
import re
import subprocess
import sys
import tempfile

SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve".split()
OBJECT = "\ufffc"


class Words:
    def __init__(self, chance):
        self.chance = chance
        self.all = []

    def one(self):
        number = len(self.all)
        word = "".join(SYLLABLES[number // 12**i % 12] for i in range(3)) + str(number)
        self.all.append(word)
        return word

    def some(self):
        return " ".join(self.inline() for _ in range(self.chance.randint(1, 4)))

    def inline(self):
        w = self.one
        forms = [
            lambda: w(), lambda: w(), lambda: f"**{w()}**", lambda: f"*{w()} {w()}*", lambda: f"~~{w()}~~",
            lambda: f"{w()}~{w()}", lambda: f"~{w()}", lambda: f"`{w()}|{w()}`" if not self.in_cell else f"`{w()}`",
            lambda: f"[{w()}]({w()})", lambda: f"[{w()}](<{w()} {w()}>)", lambda: f"[{w()}](http://x.example)",
            lambda: f"[{w()}]", lambda: f"[{w()}][{w()}]", lambda: f"\\[{w()}\\]", lambda: f"{w()}&nbsp;{w()}",
            lambda: f"{w()}<br>{w()}", lambda: f"![{w()}](http://x.example/p.png)", lambda: f"[^{w()}]", lambda: f"{w()}\\~",
            lambda: f"[{w()} [{w()}]](#n)", lambda: f"<b>{w()}</b>",
        ]
        return self.chance.choice(forms)()

    in_cell = False

    def block(self):
        w, chance = self.one, self.chance
        kind = chance.randrange(10)
        if kind == 0:
            return "#" * chance.randint(1, 6) + " " + self.some()
        if kind == 1:
            return "\n".join(f"{i + 1}. {self.some()}" for i in range(chance.randint(1, 3)))
        if kind == 2:
            return f"- {self.some()}\n  - {self.some()}\n\n  {self.some()}"
        if kind == 3:
            return "> " + self.some() + "\n> " + self.some()
        if kind == 4:
            return f"```\n{w()} ~{w()}~ [{w()}]({w()})\n[^1]: {w()}\n```"
        if kind == 5:
            return f"[{w()}]: {w()}"
        if kind == 6:
            return f"{self.some()}\n{self.some()}"
        if kind == 7:
            return f"{w()}[^{len(self.all)}] {w()}\n\n[^{len(self.all) - 1}]: {w()} {w()}\n{w()}\n\n    {w()}"
        return self.table(chance.choice(["", "> "]))

    def table(self, lead):
        chance = self.chance
        columns = chance.randint(1, 3)
        self.in_cell = True
        rows = []
        for _ in range(chance.randint(1, 4)):
            cells = [self.cell() for _ in range(max(1, columns + chance.randint(-1, 2)))]
            rows.append(lead + "| " + " | ".join(cells) + chance.choice([" |", ""]))
        self.in_cell = False
        return "\n".join([rows[0], lead + "|" + "---|" * columns] + rows[1:])

    def cell(self):
        form = self.chance.randrange(8)
        if form == 0:
            return ""
        if form == 1:
            return f"[{self.one()} | {self.one()}]"
        return self.some()


def run(entente, folder, *arguments):
    done = subprocess.run([entente, *arguments], cwd=folder, capture_output=True, check=False)
    return done.stdout.decode() + done.stderr.decode()


def forms(entente, folder, base, draft):
    """Each form of a text, by the command that made it."""
    made = {}
    made["text"] = run(entente, folder, "text", base)
    made["diff"] = run(entente, folder, "diff", base, draft)
    for name in "m.md m.txt m.json m.html".split():
        said = run(entente, folder, "merge", base, f"A={draft}", "-o", name)
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            made[name] = file.read() + said
    made["columns"] = run(entente, folder, "merge", base, f"A={draft}", "--as", "columns")
    for name in ("m.md", "m.json"):
        made[f"view {name}"] = run(entente, folder, "view", name, "--base")
    made["brackets"] = run(entente, folder, "brackets", base, "--as", "brackets")
    return made


def words_of(text):
    return re.findall(r"[^\W_]+", html.unescape(text))


# "Option 1:" is read as what it is, and numbered anew.
READ_AS_OPTIONS = {"Option", "III"}


def check(entente, folder, source, wanted, name):
    with open(os.path.join(folder, "base.md"), "w", encoding="utf-8") as file:
        file.write(source)
    with open(os.path.join(folder, "draft.md"), "w", encoding="utf-8") as file:
        file.write(source + "\n\nAnother paragraph is put in here.\n")
    wrong = 0
    for form, text in forms(entente, folder, "base.md", "draft.md").items():
        there = collections.Counter(words_of(text.replace("\\n", " ").replace("\\", "")))
        passed = READ_AS_OPTIONS if form == "brackets" else set()
        missing = [w for w, count in wanted.items() if w not in passed and there[w] < (count if form == "text" else 1)]
        if missing or OBJECT in text:
            wrong += 1
            print(f"# {name}, {form}: {'an object without its name' if OBJECT in text else ''} {missing[:8]}")
    return wrong


def plain_words(source):
    """The words of a file that is not ours, without addresses, labels of notes and list numbers."""
    source = re.sub(r"\]\(<?[^)\s]*[./#:][^)\s]*>?(\s+\"[^\"]*\")?\)", "] ", source)
    source = re.sub(r"<https?:[^>]*>|https?://\S+", " ", source)
    labels = {label for label in re.findall(r"(?m)^ {0,3}\[([^\]^]+)\]: \S+$", source)}
    source = re.sub(r"\]\[([^\]]+)\]", lambda m: "] " if m[1] in labels else m[0], source)
    source = re.sub(r"(?m)^ {0,3}\[[^\]^]+\]:.*$", " ", source)
    source = re.sub(r"\[\^[^\]\s]+\]:?", " ", source)
    source = re.sub(r"(?m)^[\s>]*\d+[.)]\s", " ", source)
    source = re.sub(r"(?m)^(```|~~~).*$", " ", source)
    return collections.Counter(words_of(source))


def main():
    entente, count, files = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            words = Words(random.Random(seed))
            source = "\n\n".join(words.block() for _ in range(words.chance.randint(1, 6))) + "\n"
            failed = check(entente, folder, source, collections.Counter(words.all), f"seed {seed}")
            if failed:
                print("# " + source.replace("\n", "\n# "))
            wrong += failed
        for path in files:
            with open(path, encoding="utf-8-sig") as file:
                source = file.read()
            wrong += check(entente, folder, source, plain_words(source), os.path.basename(path))
    print(f"# {count} sources made, {len(files)} files, {wrong} forms with a word missing")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
