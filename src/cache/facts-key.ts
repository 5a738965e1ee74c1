import type { FileToRead, GatherContext } from "../gather/gather.js";
import type { Wanted } from "../model/adapter.js";
import type { FactKind } from "../model/fact.js";
import { sha256 } from "../model/sha256.js";
import { isModelFile } from "../read/syntax.js";

/** What facts of files depend on. */
export interface FactsKey {
  /** Of the files, what is wanted of them and what reads them. */
  readonly digest: string;
  /** Of what is wanted alone, of whom, on which side. */
  readonly asked: string;
}

/** Bytes of the largest file whose model is kept: of larger ones only the beginning is read. */
const LARGEST = 4 * 1024 * 1024;

const isKind: Readonly<Record<FactKind, true>> = {
  measurement: true,
  drift: true,
  check: true,
  card: true,
  dataset: true,
  attribution: true,
  model: true,
  run: true,
  rollout: true,
  experiment: true,
  approval: true,
  table: true,
  file: true,
  problem: true,
};

/** Every kind of fact. */
export const everyKind: readonly FactKind[] = Object.keys(isKind).filter((kind): kind is FactKind =>
  Object.hasOwn(isKind, kind),
);

/**
 * The key of a model's files; null for files whose facts are read anew each time: large ones, and weights.
 *
 * @param side tells the trees of a run apart
 */
export function factsKey(
  side: string,
  files: readonly FileToRead[],
  context: GatherContext,
  program: string,
): FactsKey | null {
  const parts: unknown[] = [];
  for (const { path, baseline, mappings, table } of files) {
    const file = context.reader.open(path);
    if (file === null) continue;
    if (file.size > LARGEST || isModelFile(path)) return null;
    const known = context.lockedDigest(path) ?? null;
    parts.push([path, file.digest, file.size, context.vouchedFor(path), known, baseline, mappings, table]);
  }
  const asked = sha256(JSON.stringify([program, side, context.model, wantedParts(context.wanted)]));
  return { digest: sha256(JSON.stringify([asked, parts])), asked };
}

function wantedParts(wanted: Wanted): readonly unknown[] {
  const { markdownBody, claimable, modelFiles, metrics, cardFields, datasetDriftOnly, suitesOnly } = wanted;
  return [
    everyKind.filter((kind) => wanted.has(kind)),
    claimable,
    ...[markdownBody, modelFiles, datasetDriftOnly, suitesOnly],
    ...[metrics, cardFields].map((names) => (names === null ? null : [...names].sort())),
  ];
}
