// SPDX-License-Identifier: Apache-2.0
// The worker of the offline page, behind the module's glue and npm/engine.js. It gets its module as packed bytes, then one call after
// another: {id, words, files: [name, File or bytes]}.

let ready = null;

async function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const compiled = await WebAssembly.compile(await new Response(stream).arrayBuffer());
  return startEngine(Entente, compiled, (array) => crypto.getRandomValues(array));
}

async function bytesOf(file) {
  return file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
}

async function answer({ id, words, files }) {
  const engine = await ready;
  postMessage({ id, kind: "begun" });
  const given = [];
  for (const [name, file] of files) given.push([name, await bytesOf(file)]);
  const found = engine.run(words, given, { onProgress: (done, all) => void postMessage({ id, kind: "progress", done, all }) });
  postMessage({ id, kind: "done", found });
}

onmessage = async ({ data }) => {
  if (data.packed) {
    ready = unpack(data.packed);
    ready.then(() => postMessage({ kind: "ready" }), (error) => postMessage({ kind: "lost", message: String(error) }));
    return;
  }
  try {
    await answer(data);
  } catch (error) {
    const engine = await ready.catch(() => null);
    const kind = engine && engine.isSound ? "failed" : "lost";
    postMessage({ id: data.id, kind, code: error.code ?? "FAILED", message: error.message ?? String(error) });
  }
};
