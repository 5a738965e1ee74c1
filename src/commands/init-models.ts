import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { MetricRow } from "../model/report-detail.js";

/** A model as the repository shows it, before anybody configured anything. */
export interface SeenModel {
  readonly identity: ModelIdentity;
  readonly rows: readonly MetricRow[];
  readonly evidence: Evidence;
}

/** What the configuration is to say of a model; null is left out. */
export interface ProposedModel {
  readonly name: string;
  readonly path: string;
  readonly stage: string | null;
  readonly champion: string | null;
  readonly owner: string | null;
  /** The run whose numbers are the model's, where the evidence leaves it open. */
  readonly run: string | null;
}

/** Stages by the words of registries and of people, the nearest to customers first. */
const stageWords: readonly (readonly [stage: string, words: RegExp])[] = [
  ["production", /^(?:champion|prod(?:uction)?|live|serving|current)$/],
  ["canary", /^(?:canary|shadow)$/],
  ["staging", /^(?:challenger|candidate|staging|next|proposed)$/],
  ["development", /^(?:dev(?:elopment)?|experiment(?:s|al)?|sandbox|draft)$/],
];

const stageOfWords = (words: readonly string[]): string | null =>
  stageWords.find(([, known]) => words.some((word) => known.test(word.toLowerCase())))?.[0] ?? null;

/** The stage that the evidence states, else the one that the folder's name does; null where neither tells. */
function stageOf({ identity, evidence }: SeenModel): string | null {
  const stated = evidence
    .of("model")
    .flatMap(({ stage, aliases }) => [...(stage === null ? [] : [stage]), ...(aliases ?? [])]);
  const folder = identity.path.slice(identity.path.lastIndexOf("/") + 1);
  return stageOfWords(stated) ?? stageOfWords(folder.split(/[-_.\s]+/));
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** True where two models state a metric that both have: one may be held against the other. */
const shareMetric = (one: SeenModel, other: SeenModel): boolean =>
  one.rows.some(
    ({ metric, value }) => value !== null && other.rows.some((row) => row.metric === metric && row.value !== null),
  );

/**
 * What to write of each model: its stage, where evidence or its folder's name tells; the one beside it that serves, where
 * there is exactly one; and who owns its folder. A lone model of which nothing tells serves.
 *
 * @param ownersOf owners of a path below the root, as the repository has them written down
 */
export function proposeModels(
  seen: readonly SeenModel[],
  ownersOf: (path: string) => readonly string[],
): readonly ProposedModel[] {
  const alone = seen.length === 1;
  const staged = seen.map((model) => ({ model, stage: stageOf(model) ?? (alone ? "production" : null) }));
  return staged.map(({ model, stage }) => {
    const { name, path } = model.identity;
    const serving = staged.filter(
      (other) => other.stage === "production" && parentOf(other.model.identity.path) === parentOf(path),
    );
    const [champion] = serving;
    const candidates =
      champion === undefined
        ? []
        : staged.filter(
            (other) =>
              other.stage !== "production" &&
              parentOf(other.model.identity.path) === parentOf(path) &&
              shareMetric(other.model, champion.model),
          );
    const compared =
      serving.length === 1 && (champion?.model === model || candidates.some((other) => other.model === model));
    const [owner] = ownersOf(path === "" ? "README.md" : `${path}/README.md`);
    return {
      name,
      path,
      stage,
      champion: compared && candidates.length > 0 ? (champion?.model.identity.name ?? null) : null,
      owner: owner ?? null,
      run: model.identity.run,
    };
  });
}
