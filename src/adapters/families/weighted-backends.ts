import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";

/** A version of what is served, and its share of the traffic in any unit. */
export interface WeightedBackend {
  readonly name: string;
  readonly weight: number;
}

const newWord = /(^|[^a-z])(canary|candidate|challenger|preview|next|new)([^a-z]|$)/i;
const oldWord = /(^|[^a-z])(stable|primary|baseline|champion|current|old|main|prod|production)([^a-z]|$)/i;
const versionNumber = /(^|[^a-z\d])v?(\d{1,6}(?:[.-]\d{1,6}){0,3})([^a-z\d]|$)/i;

/** The numbers of a version in a name: `model-v2` is 2, `reviews-1-10` is 1, 10. */
const versionIn = (name: string): readonly number[] => (versionNumber.exec(name)?.[2] ?? "").split(/[.-]/).map(Number);

function newerVersion(a: string, b: string): number {
  const [left, right] = [versionIn(a), versionIn(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const apart = (left[at] ?? 0) - (right[at] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** The version that is new: the one that says so, else the only one that is not called the old one, else that of the highest number, else the last. */
export function newestOf<T extends { readonly name: string }>(backends: readonly T[]): T | undefined {
  const said = backends.find(({ name }) => newWord.test(name));
  if (said !== undefined) return said;
  const notOld = backends.filter(({ name }) => !oldWord.test(name));
  if (notOld.length === 1 && notOld.length < backends.length) return notOld[0];
  const last = backends.at(-1);
  if (!backends.every(({ name }) => versionNumber.test(name))) return last;
  return backends.reduce<T | undefined>(
    (newest, backend) => (newest === undefined || newerVersion(backend.name, newest.name) >= 0 ? backend : newest),
    undefined,
  );
}

/** Those that get traffic, split between them; nothing where fewer than two do, since which version is new is then unsaid. */
export function splitStatements(backends: readonly WeightedBackend[], where: Where): Statement[] {
  const served = backends.filter(({ weight }) => weight > 0);
  const fresh = newestOf(served);
  if (fresh === undefined || served.length < 2) return [];
  const sum = served.reduce((total, { weight }) => total + weight, 0);
  return [
    {
      kind: "rollout",
      strategy: "canary",
      steps: served.map(({ name, weight }) => `${name} ${weight}`),
      traffic: (100 * fresh.weight) / sum,
      rollback_target: served.find((backend) => backend !== fresh)?.name ?? null,
      where,
    },
  ];
}
