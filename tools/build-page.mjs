// SPDX-License-Identifier: Apache-2.0
// Makes build/wasm/entente.html: the offline page with everything inside, of web/offline and what tools/build-wasm.sh built.
// Its policy lets run the scripts that are in it, by their hashes, and nothing else; it forbids every connection.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => readFileSync(join(root, path), "utf8");
const hashOf = (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const inScript = (text) => {
    if (/<\/script|<!--/i.test(text)) throw new Error("a script would end the page's own");
    return text;
};

// What the page shares with others are modules there; here all stands in one script.
const script = inScript([read("web/names.js").replace(/^export /gm, ""), read("web/offline/page.js")].join("\n"));
// The glue and the engine are modules elsewhere; a worker from a blob has none.
const worker = inScript([read("build/wasm/out/entente.js"), read("npm/engine.js").replace(/^export /gm, ""), read("web/offline/worker.js")].join("\n"));
// The pages that the library makes bring one script of their own, for filters.
const { run } = await import(join(root, "build/npm/package/index.js"));
const sample = await run(["merge", "b.md", "A=a.md", "-o", "x.html"], { "b.md": "# Plan\n\n1. One.\n", "a.md": "# Plan\n\n1. Two.\n" });
const scripts = [...new TextDecoder().decode(sample.output).matchAll(/<script>([\s\S]*?)<\/script>/g)].map((found) => found[1]);

const policy = [
    "default-src 'none'",
    `script-src ${[script, ...scripts].map(hashOf).join(" ")} 'wasm-unsafe-eval'`,
    "worker-src blob:", "style-src 'unsafe-inline'", "img-src data:", "connect-src 'none'", "form-action 'none'", "base-uri 'none'",
].join("; ");
const parts = {
    policy,
    style: [read("src/render/page/page.css"), read("web/desk.css"), read("web/offline/page.css")].join("\n"),
    version: /version: '([0-9.]+)',/.exec(read("meson.build"))[1],
    notice: escaped(read("build/wasm/library/NOTICE")),
    module: gzipSync(readFileSync(join(root, "build/wasm/out/entente.wasm")), { level: 9 }).toString("base64"),
    worker,
    script,
};
const page = read("web/offline/page.html").replace(/@([a-z]+)@/g, (whole, name) => {
    if (!(name in parts)) throw new Error(`the page asks for ${whole}`);
    return parts[name];
});
writeFileSync(join(root, "build/wasm/entente.html"), page);
