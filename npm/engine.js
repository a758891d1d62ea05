// SPDX-License-Identifier: Apache-2.0
// One loaded module, and calls on it: words and files in, what came of it out. The npm package and the
// offline page are both built on this file; it touches no network, no disk and no page.

/** Why a call gave no answer. */
export class EntenteError extends Error {
    constructor(code, message) {
        super(message);
        this.name = "EntenteError";
        this.code = code; // BAD_INPUT, LIMIT, STOPPED, NO_MEMORY or FAILED
        // The library says what, where, and behind the last semicolon what to do.
        const parted = message.lastIndexOf("; ");
        this.advice = parted < 0 ? "" : message.slice(parted + 2);
    }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const CODES = { 2: "BAD_INPUT", 3: "LIMIT" };
const FOLDER = "/desk"; // where the files of a case stand while a verb works on it

/** Makes an instance of a compiled module. `random` fills an array with random bytes. */
export async function startEngine(factory, compiled, random) {
    const said = [];
    let onProgress = null;
    const instance = await factory({
        instantiateWasm(imports, use) {
            WebAssembly.instantiate(compiled, imports).then(use);
            return {};
        },
        print: (line) => said.push(line),
        printErr: (line) => said.push(line),
        onProgress: (done, all) => onProgress?.(done, all),
        getRandomValue: () => random(new Uint32Array(1))[0],
    });
    return {
        /** False once a call broke off in the middle: its memory can no longer be trusted. */
        isSound: true,
        get bytesHeld() {
            return instance.HEAPU8.length;
        },
        run(words, files, options = {}) {
            if (options.signal?.aborted) throw new EntenteError("STOPPED", "stopped before it began");
            said.length = 0;
            let wasStopped = false;
            onProgress = (done, all) => {
                wasStopped ||= options.signal?.aborted === true || options.onProgress?.(done, all) === false;
                return !wasStopped;
            };
            const call = instance._call_new();
            try {
                fill(instance, call, words, files, options, random);
                return runCall(instance, call, files, () => wasStopped);
            } catch (error) {
                if (error instanceof EntenteError) throw error;
                this.isSound = false;
                throw brokenOff(error, said);
            } finally {
                onProgress = null;
                if (this.isSound) instance._call_free(call);
            }
        },
    };
}

function brokenOff(error, said) {
    const line = said.join(" ").replace(/^entente: /, "");
    if (/memory/.test(line) || error instanceof RangeError)
        return new EntenteError("NO_MEMORY", `${line || "there is no memory left"}; cut the input`);
    return new EntenteError("FAILED", `the program broke off (${line || error.message}); please report it with the files`);
}

function put(instance, at, bytes) {
    instance.HEAPU8.set(bytes, at >>> 0);
}

function fill(instance, call, words, files, options, random) {
    for (const word of words) {
        const bytes = encoder.encode(word);
        put(instance, instance._call_word(call, bytes.length), bytes);
    }
    for (const [name, bytes] of files) {
        const label = encoder.encode(name);
        put(instance, instance._call_file(call, label.length, bytes.length), bytes);
        put(instance, instance._call_file_name(call), label);
    }
    const moment = instance._call_moment(call) >>> 0;
    put(instance, moment, encoder.encode((options.now ?? new Date().toISOString()).slice(0, 19) + "Z"));
    put(instance, moment + 32, random(new Uint8Array(32)));
}

function text(instance, at) {
    const heap = instance.HEAPU8, start = at >>> 0;
    return decoder.decode(heap.slice(start, heap.indexOf(0, start)));
}

function runCall(instance, call, files, wasStopped) {
    const isOnDisk = instance._call_needs_files(call) !== 0;
    if (isOnDisk) layOut(instance.FS, files);
    try {
        const code = instance._call_run(call);
        const count = instance._call_answer_count(call);
        const message = text(instance, instance._call_message(call));
        if (message !== "") throw new EntenteError(wasStopped() ? "STOPPED" : CODES[code] ?? "BAD_INPUT", message);
        const answers = Array.from({ length: count }, (_, i) => answerOf(instance, call, i));
        return {
            code,
            ...answers[0],
            answers,
            name: text(instance, instance._call_output_name(call)),
            warning: text(instance, instance._call_warning(call)),
            files: isOnDisk ? takeUp(instance.FS, files) : new Map(),
        };
    } finally {
        if (isOnDisk) clear(instance.FS, FOLDER);
    }
}

function answerOf(instance, call, i) {
    const at = instance._call_output(call, i) >>> 0;
    const length = instance._call_output_length(call, i) >>> 0;
    return {
        output: instance.HEAPU8.slice(at, at + length),
        summary: text(instance, instance._call_summary(call, i)),
        isYes: instance._call_is_yes(call, i) !== 0,
        isWhole: instance._call_is_whole(call, i) !== 0,
    };
}

// --- A case is a file by nature: for it there is a small file system in memory

function layOut(fs, files) {
    fs.mkdirTree(FOLDER);
    fs.chdir(FOLDER);
    for (const [name, bytes] of files) {
        const parts = name.split("/");
        if (parts.some((part) => part === "" || part === "." || part === ".."))
            throw new EntenteError("BAD_INPUT", `${name}: is no plain name; name files like folder/name.ext`);
        if (parts.length > 1) fs.mkdirTree(`${FOLDER}/${parts.slice(0, -1).join("/")}`);
        // A plain view: of a Buffer the file system would keep the caller's own memory, and write into it.
        fs.writeFile(`${FOLDER}/${name}`, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
}

function* walk(fs, folder) {
    for (const name of fs.readdir(folder)) {
        if (name === "." || name === "..") continue;
        const path = `${folder}/${name}`;
        if (fs.isDir(fs.stat(path).mode)) yield* walk(fs, path);
        else yield path;
    }
}

function isSame(a, b) {
    return a !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** What was made or changed. */
function takeUp(fs, files) {
    const given = new Map(files), made = new Map();
    for (const path of walk(fs, FOLDER)) {
        const name = path.slice(FOLDER.length + 1), bytes = fs.readFile(path);
        if (!isSame(given.get(name), bytes)) made.set(name, bytes);
    }
    return made;
}

function clear(fs, folder) {
    fs.chdir("/");
    for (const path of [...walk(fs, folder)]) fs.unlink(path);
    const folders = (at) => fs.readdir(at).filter((name) => name !== "." && name !== "..").forEach((name) => {
        folders(`${at}/${name}`);
        fs.rmdir(`${at}/${name}`);
    });
    folders(folder);
}
