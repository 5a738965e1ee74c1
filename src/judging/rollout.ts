import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";

export type Rollout = FactOf<"rollout">;

/** Roll-outs that say how: with a strategy. */
export const strategies = (evidence: Evidence): readonly Rollout[] =>
  evidence.of("rollout").filter(({ strategy }) => strategy !== null);

/**
 * The parts that serve, each once: a manifest that says how it is rolled out states its first part twice, with the
 * strategy and at its image, and the image's own place is kept.
 */
export function servingParts(evidence: Evidence): readonly Rollout[] {
  const stated = evidence.of("rollout").filter(({ resources, image }) => resources !== null || image !== null);
  return stated.filter(
    (part) =>
      part.strategy === null ||
      !stated.some(
        (other) =>
          other.strategy === null &&
          other.source.path === part.source.path &&
          other.image === part.image &&
          JSON.stringify(other.resources) === JSON.stringify(part.resources),
      ),
  );
}

/** How a part is called: its image, else the file that states it. */
export const partName = ({ image, source }: Rollout): string => image ?? source.path;
