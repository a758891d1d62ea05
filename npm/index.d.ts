// SPDX-License-Identifier: Apache-2.0
// The verbs of Entente for programs in JavaScript: bytes in, bytes out, no network and no disk.

/** A file: its name is used in messages, and its ending says what it is (.docx, .md, .txt, .json, .yaml). */
export interface File {
    name: string;
    bytes: Uint8Array | ArrayBuffer | string;
}

/** One party's copy of the base. Without a party: a .docx whose tracked changes are by several people. */
export interface Draft extends File {
    party?: string;
}

/** Drafts in a list, or by their parties. Their order changes nothing. */
export type Drafts = Draft[] | Record<string, File>;

export interface Options {
    /** Called now and then while something takes long; false stops it. `all` is 0 where there is no bound. */
    onProgress?: (done: number, all: number) => boolean | void;
    /** Looked at whenever progress is told: aborted means stop. */
    signal?: AbortSignal;
    /** The time of an act on a case, "2031-03-01T10:00:00Z". Default: the clock. */
    now?: string;
}

export interface Answer {
    /** What the command line gives as its exit code: 0 done, 1 the answer is no, 3 over a limit. */
    code: number;
    output: Uint8Array;
    /** What a person should be told beside it, in lines: counts, notes, what was not read. */
    summary: string;
    /** False when the answer to the question is no: open slots, a contradiction, a tampered record. */
    isYes: boolean;
    /** False when a limit was reached before all was found. */
    isWhole: boolean;
    /** Everything that came of it, where one call gives two answers. */
    answers: { output: Uint8Array; summary: string; isYes: boolean; isWhole: boolean }[];
    /** The name that -o gave. */
    name: string;
    warning: string;
    /** Files that the call made or changed: a case and what is exported from it. */
    files: Map<string, Uint8Array>;
}

/** Why a call gave no answer. */
export class EntenteError extends Error {
    code: "BAD_INPUT" | "LIMIT" | "STOPPED" | "NO_MEMORY" | "FAILED";
    /** One line: what, where, what to do. */
    message: string;
    /** What to do, where the message says it. */
    advice: string;
}

export interface MergeRequest {
    base: File;
    drafts?: Drafts;
    /** The kind of file. Default: docx. */
    to?: "docx" | "html" | "md" | "txt" | "json";
    /** How rival wordings are shown. Default: redline for docx and html, brackets for md and txt. */
    as?: "brackets" | "proposals" | "options" | "redline" | "columns" | "json";
    /** Whether it is said who holds a wording. */
    names?: boolean;
    /** Of all tracked changes, "2031-03-01". Default: each draft's own. */
    date?: string;
    /** Which authors of tracked changes speak for a party. */
    authors?: Record<string, string | string[]>;
    /** Parties whose drafts are fragments (pasted clauses, an e-mail). */
    fragments?: string[];
    anyBase?: boolean;
    moves?: "edits" | "real";
    struck?: "markup" | "deleted" | "words";
    /** Every note in a line of its own. */
    notes?: boolean;
}

/** Joins every party's draft with the base: the bytes of the consolidated file. */
export function merge(request: MergeRequest, options?: Options): Promise<Uint8Array>;
/** The same, with what is told beside it. */
export function mergeAnswer(request: MergeRequest, options?: Options): Promise<Answer>;

export interface DiffRequest {
    before: File;
    after: File;
    author?: string;
    date?: string;
    fragment?: boolean;
    anyBase?: boolean;
    struck?: "markup" | "deleted" | "words";
}
/** What changed between two versions, "entente-diff/1" (docs/merge.md). */
export function diff(request: DiffRequest & { to?: "json" }, options?: Options): Promise<any>;
/** The same as a file. */
export function diff(request: DiffRequest & { to: "docx" | "html" | "txt" }, options?: Options): Promise<Uint8Array>;

/** Every time limit of a text (docs/limits.md). */
export function limits(request: { file: File; date?: string }, options?: Options): Promise<any>;

export interface BargainRequest {
    /** "entente-bargain/1" as an object, or its file (docs/bargain.md). */
    scenario: File | object;
    point?: "nash" | "ks" | "egalitarian" | "maxmin" | "utilitarian";
    party?: string;
    explain?: boolean;
    whatIf?: string[];
}
/** What everyone could accept. */
export function bargain(request: BargainRequest, options?: Options): Promise<any>;

export interface TimetableRequest {
    text?: File;
    steps?: File;
    drafts?: Drafts;
    signed?: string;
    from?: string;
    slip?: string;
    rules?: string;
}
/** Whether steps and time limits fit together, and if not, why (docs/timetable.md). */
export function timetable(request: TimetableRequest, options?: Options): Promise<any>;

/**
 * Runs any verb: the words of the command line behind "entente", and the files that they name. A case
 * is a file like others; what was made or changed comes back in `files`.
 */
export function run(words: string[], files?: Record<string, Uint8Array | ArrayBuffer | string>, options?: Options): Promise<Answer>;
