// SPDX-License-Identifier: Apache-2.0
// A party's keys, and what they seal, open and sign: the library as WebAssembly (src/wasm/vault.h), in a worker of the
// party's own page. It is asked {id, call, texts, record} and answers {id, code, message, output}.
import Entente from "/vault/entente-vault.mjs";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const RECORD = "/record.jsonl";

async function start() {
  const compiled = await WebAssembly.compileStreaming(fetch("/vault/entente-vault.wasm"));
  const instance = await Entente({
    instantiateWasm(imports, use) {
      WebAssembly.instantiate(compiled, imports).then(use);
      return {};
    },
    print: () => {},
    printErr: () => {},
    getRandomValue: () => crypto.getRandomValues(new Uint32Array(1))[0],
  });
  return { instance, vault: instance._vault_new() };
}

const started = start();
let line = Promise.resolve(); // calls wait for one another

function text(instance, at) {
  const start = at >>> 0;
  return decoder.decode(instance.HEAPU8.slice(start, instance.HEAPU8.indexOf(0, start)));
}

function put({ instance, vault }, name, value) {
  const label = encoder.encode(name);
  const bytes = encoder.encode(value);
  instance.HEAPU8.set(bytes, instance._vault_text(vault, label.length, bytes.length) >>> 0);
  instance.HEAPU8.set(label, instance._vault_text_name(vault) >>> 0);
}

async function answer({ call, texts, record }) {
  const module = await started;
  const { instance, vault } = module;
  if (record) {
    const given = await fetch(record, { cache: "no-cache" });
    if (!given.ok) return { code: 2, message: given.status === 401 || given.status === 403 ? "you are signed out" : "the record cannot be had", output: "" };
    instance.FS.writeFile(RECORD, new Uint8Array(await given.arrayBuffer()));
    texts.push(["path", RECORD]);
  }
  instance._vault_clear(vault);
  for (const [name, value] of texts) put(module, name, value);
  instance.HEAPU8.set(crypto.getRandomValues(new Uint8Array(32)), instance._vault_seed(vault) >>> 0);
  const code = instance[`_vault_${call}`](vault);
  const at = instance._vault_output(vault) >>> 0;
  const output = decoder.decode(instance.HEAPU8.slice(at, at + (instance._vault_output_length(vault) >>> 0)));
  return { code, message: text(instance, instance._vault_message(vault)), output };
}

onmessage = ({ data }) => {
  line = line.then(() => answer(data)).then(
    (found) => postMessage({ id: data.id, ...found }),
    (error) => postMessage({ id: data.id, code: 2, message: `the module broke off (${error.message ?? error})`, output: "" }));
};
