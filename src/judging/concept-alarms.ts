import type { EvidencePart } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import { limitsOfDrift } from "./drift-parts.js";

type Drift = FactOf<"drift">;

/** What detectors say of the concept. */
export const conceptAlarms = (evidence: Evidence): readonly Drift[] =>
  evidence.of("drift").filter(({ scope, drifted }) => scope === "concept" && drifted !== null);

/** A detector by its method and the stream that it watches; by its file where it has no name. */
export const detectorOf = ({ method, column, source }: Drift): string =>
  method === null ? source.path : column === null ? method : `${method} on ${column}`;

/** The detectors that reports speak of, each once. */
export const detectorsStated = (evidence: Evidence): readonly EvidencePart[] => [
  ...new Map(
    conceptAlarms(evidence).map((fact) => {
      const name = fact.method === null ? "without a name" : detectorOf(fact);
      return [name, { name, source: fact.source, limits: limitsOfDrift(fact) }];
    }),
  ).values(),
];
