import type { FileChange } from "../model/history.js";
import { aNumber, aText, aFlag, listOf, object, oneOf, orNull, recordOf } from "../report/reading/value-readers.js";
import type { Answers } from "./recording.js";
import { sha256Digest } from "../model/sha256.js";

/** Where in an archive the files of each tree lie. */
export type Folder = "evidence" | "judging" | "base" | "release";

export interface ManifestFile {
  /** In the archive. */
  readonly path: string;
  readonly digest: string;
  readonly size: number;
  /** False where the file is too large, and is kept by its digest alone. */
  readonly included: boolean;
}

/** What an audit bundle holds: every file by its digest, and what git said when it was made. */
export interface Manifest {
  readonly schema_version: 1;
  readonly tool: { readonly name: "model-referee"; readonly version: string; readonly digest: string | null };
  readonly files: readonly ManifestFile[];
  /** The judged root among the files that judge; empty where they share it. */
  readonly within: string;
  readonly history: Answers;
  /** About the files that judge; null where they lie in the judged tree. */
  readonly judging_history: Answers | null;
}

const aChange = object<FileChange>({ commit: aText, at: aNumber, author: aText });

const someAnswers = object<Answers>({
  cut_off: orNull(aText),
  last: recordOf(orNull(aChange)),
  all: recordOf(listOf(aChange)),
  lines: recordOf(orNull(aChange)),
});

/** Reads a manifest. @throws Misshapen where it is none */
export const aManifest = object<Manifest>({
  schema_version: oneOf(1),
  tool: object<Manifest["tool"]>({ name: oneOf("model-referee"), version: aText, digest: orNull(aText) }),
  files: listOf(object<ManifestFile>({ path: aText, digest: aText, size: aNumber, included: aFlag })),
  within: aText,
  history: someAnswers,
  judging_history: orNull(someAnswers),
});

export const digestOf = (bytes: Uint8Array): string => sha256Digest(bytes);
