// SPDX-License-Identifier: Apache-2.0
// bench/wasm: the native program, the command line in Node and the module in Node on the same merges.
//
//     node bench/wasm.mjs NATIVE PACKAGE [RUNS]
//
// Texts as bench/merge.py makes them (seeded, 5 % edits). User seconds, the least of some runs; peak memory of a process. The module
// is asked again in one process: the first answer holds the making of machine code, the others do not.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [native, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const runs = Number(process.argv[4] ?? 3);
const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), "bench-wasm-"));
const SIZES = [[50000, 4], [500000, 2]];

spawnSync("python3", ["-c", `
import random, sys
sys.path.insert(0, sys.argv[1])
import merge
for count, parties in ((50000, 4), (500000, 2)):
    rng = random.Random(count)
    words = merge.vocabulary(rng, 6000)
    base = merge.base_text(rng, words, count)
    write = lambda name, lines: open(f"{sys.argv[2]}/{name}.md", "w").write("\\n\\n".join(lines) + "\\n")
    write(count, base)
    for party in range(parties):
        write(f"{count}-{party}", merge.edited(rng, words, base, 0.05))
`, here, work], { stdio: "inherit" });

const measured = (command, words) => {
    const tries = Array.from({ length: runs }, () => {
        const ran = spawnSync("/usr/bin/time", ["-f", "%U %M", ...command, ...words, "-o", join(work, "out.json")], { cwd: work });
        return ran.stderr.toString().trim().split("\n").pop().split(" ").map(Number);
    });
    return [Math.min(...tries.map(([user]) => user)), Math.max(...tries.map(([, memory]) => memory)) / 1024];
};
const { merge } = await import(pathToFileURL(join(folder, "index.js")));
const file = (name) => ({ name, bytes: readFileSync(join(work, name)) });
const row = (name, [user, memory]) => console.log(`  ${name.padEnd(34)} ${user.toFixed(3)} s  ${memory.toFixed(0).padStart(4)} MiB`);
for (const [count, parties] of SIZES) {
    const names = Array.from({ length: parties }, (_, i) => `${count}-${i}.md`);
    const words = ["merge", `${count}.md`, ...names.map((name, i) => `${"ABCD"[i]}=${name}`)];
    console.log(`${count} words, ${parties} parties`);
    row("native", measured([native], words));
    row("command line in Node", measured([process.execPath, join(folder, "bin/entente.cjs")], words));
    const request = { base: file(`${count}.md`), drafts: names.map((name, i) => ({ party: "ABCD"[i], ...file(name) })), to: "json" };
    for (const label of ["module, first answer", "module, second", "module, third", "module, fourth"]) {
        const before = process.cpuUsage();
        await merge(request);
        row(label, [process.cpuUsage(before).user / 1e6, process.memoryUsage().rss / 1048576]);
    }
}
rmSync(work, { recursive: true });
