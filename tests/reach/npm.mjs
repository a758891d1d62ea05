// SPDX-License-Identifier: Apache-2.0
// The npm package as another program meets it: npm.mjs PACKAGE EXAMPLE NATIVE. One line of TAP a claim.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, example, native] = process.argv.slice(2).map((path) => resolve(path));
const entente = await import(pathToFileURL(join(folder, "index.js")));
const work = mkdtempSync(join(tmpdir(), "reach-npm-"));
const claims = [];
const claim = (name, run) => claims.push([name, run]);
const equal = (got, wanted) => {
    if (Buffer.compare(Buffer.from(got), Buffer.from(wanted)) !== 0) throw new Error(`not the same bytes (${got.length}, ${wanted.length})`);
};
const same = (got, wanted) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) throw new Error(`got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`);
};
const file = (name) => ({ name, bytes: readFileSync(join(example, name)) });
const drafts = () => ({ Velmark: file("velmark.docx"), Tarsen: file("tarsen.docx"), Nereth: file("nereth.md") });
const words = ["Velmark=velmark.docx", "Tarsen=tarsen.docx", "Nereth=nereth.md"];
const failure = async (promise) => {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    throw new Error("it did not fail");
};

for (const to of ["docx", "html", "md", "txt", "json"])
    claim(`merge to .${to} gives the native bytes, by the command line and by the module`, async () => {
        execFileSync(native, ["merge", "base.docx", ...words, "-o", join(work, `n.${to}`)], { cwd: example, stdio: "pipe" });
        execFileSync(process.execPath, [join(folder, "bin/entente.cjs"), "merge", "base.docx", ...words, "-o", join(work, `w.${to}`)],
            { cwd: example, stdio: "pipe" });
        equal(readFileSync(join(work, `w.${to}`)), readFileSync(join(work, `n.${to}`)));
        equal(await entente.merge({ base: file("base.docx"), drafts: drafts(), to }), readFileSync(join(work, `n.${to}`)));
    });
claim("two parties' files may have one name", async () => {
    const draft = { name: "draft.md", bytes: "One.\n\nTwo.\n" };
    const out = await entente.merge({ base: { name: "draft.md", bytes: "One.\n\nThree.\n" }, drafts: { A: draft, B: { ...draft } }, to: "md" });
    same(new TextDecoder().decode(out).includes("A, B"), true);
});
claim("an error says what, where and what to do", async () => {
    const error = await failure(entente.merge({ base: file("base.docx"), drafts: { A: { name: "a.docx", bytes: new Uint8Array(9) } } }));
    same([error.name, error.code, error.message], ["EntenteError", "BAD_INPUT", "a.docx: is not a zip archive"]);
    const missing = await failure(entente.run(["merge", "gone.docx"], {}));
    same([missing.code, missing.advice], ["BAD_INPUT", "give the file with the words that name it"]);
    same((await failure(entente.run(["mrge"], {}))).code, "BAD_INPUT");
});
claim("what was stopped before it began is not done", async () => {
    const error = await failure(entente.merge({ base: file("base.docx"), drafts: drafts() }, { signal: AbortSignal.abort() }));
    same(error.code, "STOPPED");
});
const isNightly = Boolean(process.env.ENTENTE_NIGHTLY); // a search long enough to stop takes some seconds
if (isNightly) claim("who listens to progress may stop", async () => {
    let seed = 1;
    const draw = (below) => (seed = (seed * 48271) % 2147483647) % below;
    const issues = Array.from({ length: 20 }, (_, i) => ({ name: `I${i}`, options: ["a", "b", "c", "d"] }));
    const pair = () => {
        const first = draw(19);
        return [[first, draw(4)], [first + 1 + draw(19 - first), draw(4)], draw(500) - 250];
    };
    const party = (name) => ({
        name, reservation: 9000,
        scores: issues.map(() => [0, 0, 0, 0].map(() => draw(997))),
        pairs: Array.from({ length: 20 }, pair),
    });
    const scenario = { format: "entente-bargain/1", issues, parties: ["A", "B", "C", "D"].map(party) };
    let told = 0;
    const outcome = await entente.run(["bargain", "s.json", "--json"], { "s.json": JSON.stringify(scenario) }, { onProgress: () => ++told < 2 })
        .then((answer) => answer.isWhole, (error) => error.code);
    same([outcome === false || outcome === "STOPPED", told], [true, 2]);
});
claim("a case is made, entered and verified in memory, and the native program reads it", async () => {
    const made = await entente.run(["init", "talks.entente", "--title", "Talks"]);
    const given = { "talks.entente": made.files.get("talks.entente") };
    const entered = await entente.run(["party", "talks.entente", "velmark", "--name", "Velmark"], given);
    const talks = entered.files.get("talks.entente");
    const buffer = Buffer.from(talks); // a Buffer's slice is no copy
    await entente.run(["party", "talks.entente", "tarsen", "--name", "Tarsen"], { "talks.entente": buffer });
    equal(buffer, talks);
    same((await entente.run(["verify", "talks.entente"], { "talks.entente": talks })).isYes, true);
    writeFileSync(join(work, "talks.entente"), talks);
    same(spawnSync(native, ["verify", join(work, "talks.entente")]).status, 0);
    const broken = Buffer.from(talks);
    for (let i = broken.indexOf("Velmark"); i >= 0; i = broken.indexOf("Velmark", i + 1)) broken[i] = "X".charCodeAt(0);
    const answer = await entente.run(["verify", "talks.entente"], { "talks.entente": broken }).catch((error) => error);
    same(answer.isYes === true, false);
});
claim("after an error the next call is answered", async () => {
    await failure(entente.merge({ base: file("base.docx"), drafts: { A: { name: "a.docx", bytes: new Uint8Array(9) } } }));
    same((await entente.merge({ base: file("base.docx"), drafts: drafts(), to: "md" })).length > 1000, true);
});
claim("the command line gives the native exit codes and messages", () => {
    for (const line of [["merge", "gone.docx"], ["merge", "base.docx", "A=nereth.md", "--check"], ["mrge"], ["help", "merge"], ["limits", "nereth.md"]]) {
        const [a, b] = [spawnSync(native, line, { cwd: example }), spawnSync(process.execPath, [join(folder, "bin/entente.cjs"), ...line], { cwd: example })];
        same([line, b.status, b.stdout.toString(), b.stderr.toString()], [line, a.status, a.stdout.toString(), a.stderr.toString()]);
    }
});
const README = readFileSync(join(folder, "README.md"), "utf8");
[...README.matchAll(/```js\n([\s\S]*?)```/g)].forEach(([, code], i) =>
    claim(`example ${i + 1} of the README runs`, () => {
        const desk = join(work, `example${i}`);
        mkdirSync(join(desk, "node_modules"), { recursive: true });
        cpSync(example, desk, { recursive: true });
        symlinkSync(folder, join(desk, "node_modules/entente"));
        writeFileSync(join(desk, "run.mjs"), code);
        const said = spawnSync(process.execPath, ["run.mjs"], { cwd: desk });
        same([said.status, said.stderr.toString().replace(/^.* steps$\n?/gm, "")], [0, ""]);
        if (code.includes("time limits")) same(/\n\d+ time limits\nBAD_INPUT: empty.docx/.test(said.stdout.toString()), true);
        if (code.includes("the record is whole")) same(said.stdout.toString(), "the record is whole\n");
    }));

console.log(`1..${claims.length}`);
for (const [i, [name, run]] of claims.entries()) {
    const error = await Promise.resolve().then(run).then(() => null, (reason) => reason);
    if (error) console.error(`# ${error.stack ?? error}`);
    console.log(`${error ? "not ok" : "ok"} ${i + 1} - ${name}`);
}
rmSync(work, { recursive: true });
