import type { Stages } from "../model/configuration.js";
import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { JudgeRequest } from "./request.js";

const BOTH_STAGES = ": the rules of both stages judge it.";

/** True for the note on a model that enters another stage. */
export const isStageNote = (note: string): boolean => note.endsWith(BOTH_STAGES);

/** A model that may enter another stage, and how that is seen. */
export interface Entered {
  readonly identity: ModelIdentity;
  /** Said in the report; null where the run itself was asked for the stage, or nothing is entered. */
  readonly note: string | null;
}

/**
 * The stage that a change takes a model to: by the configuration that it brings, or by what its registry files newly say
 * of it. The rules of the stage that is entered judge it, and those of the stage that it would leave go on to.
 *
 * @param here the facts of the model as the change has them
 * @param onBase its facts on the base; null for a model that the base does not have
 */
export function entering(
  identity: ModelIdentity,
  here: Evidence,
  onBase: () => Evidence | null,
  { stage, entering: configured, configuration, onlyNew }: JudgeRequest,
): Entered {
  const stays: Entered = { identity, note: null };
  if (stage !== null)
    return stage === identity.stage ? stays : { identity: { ...identity, stage, leaves: identity.stage }, note: null };
  if (!onlyNew) return stays;
  const before = onBase();
  if (before === null) return { identity: { ...identity, leaves: null }, note: null };
  const { stages } = configuration;
  const asked = configured?.get(identity.name);
  if (asked !== undefined && asked !== identity.stage && stages.order.includes(asked))
    return moved(identity, asked, identity.stage, "by its configuration");
  const [registered] = registeredSince(here, before, stages);
  if (registered === undefined) return stays;
  const { to, from, path } = registered;
  const left = from ?? identity.stage;
  return left === to ? stays : moved(identity, to, left, `by ${path}`);
}

const moved = (identity: ModelIdentity, to: string, from: string, how: string): Entered => ({
  identity: { ...identity, stage: to, leaves: from, alsoIn: [identity.stage] },
  note: `${identity.name} goes from ${from} to ${to} with this change (${how})${BOTH_STAGES}`,
});

interface Registered {
  readonly to: string;
  /** The stage that the same version had before; null where it had none that is known. */
  readonly from: string | null;
  readonly path: string;
}

/** Stages that registry files and `MLmodel` newly give a version, furthest first. */
function registeredSince(here: Evidence, before: Evidence, stages: Stages): readonly Registered[] {
  const earlier = before.of("model");
  const had = new Set(earlier.flatMap((fact) => stagesIn(fact, stages).map((to) => keyOf(fact, to))));
  const found = here.of("model").flatMap((fact) =>
    stagesIn(fact, stages)
      .filter((to) => !had.has(keyOf(fact, to)))
      .map((to): Registered => {
        const old = earlier.filter(({ version }) => version === fact.version).flatMap((one) => stagesIn(one, stages));
        return { to, from: old[0] ?? null, path: fact.source.path };
      }),
  );
  return found.sort((a, b) => stages.order.indexOf(b.to) - stages.order.indexOf(a.to));
}

const keyOf = ({ version }: FactOf<"model">, stage: string): string => JSON.stringify([version, stage]);

/** The stages that a registry's words stand for: its own stage, and aliases; the champion is what serves last of all. */
function stagesIn({ stage, aliases }: FactOf<"model">, { order }: Stages): readonly string[] {
  const serving = order.filter((name) => name !== "archived").at(-1);
  const words = [...(stage === null ? [] : [stage]), ...(aliases ?? [])].map((word) => word.toLowerCase());
  return order.filter((name) => words.includes(name.toLowerCase()) || (name === serving && words.includes("champion")));
}
