import type { CheckInput, EvidencePart } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { KnownNames } from "../model/option.js";
import type { FactCommon, FactKind, FactOf } from "../model/fact.js";
import { wholeFile, type Source } from "../model/source.js";
import { cardSectionIds, cardSectionsOf } from "../normalise/card-sections.js";
import { partsOfChecks } from "./check-parts.js";
import { brokenFor, sameMetric } from "./selection.js";
import { isUnfilled, statedFields } from "./stated-fields.js";
import { matchesWildcard } from "./wildcard.js";

/** What is there of one piece of evidence that a clause needs. */
export interface Found {
  readonly state: "found" | "lacking" | "failed" | "unreadable";
  readonly what: string;
  readonly sources: readonly Source[];
  /** Facts of it that may have a date. */
  readonly dated: readonly Pick<FactCommon, "at" | "source">[];
}

type Facts = Pick<CheckInput, "evidence" | "approvals" | "model">;
type Seeker = (detail: string, facts: Facts) => Found;

const none = (what: string): Found => ({ state: "lacking", what, sources: [], dated: [] });

const of = (what: string, facts: readonly Pick<FactCommon, "at" | "source">[]): Found => ({
  state: facts.length === 0 ? "lacking" : "found",
  what,
  sources: facts.slice(0, 3).map(({ source }) => source),
  dated: facts,
});

const failed = (what: string, facts: readonly Pick<FactCommon, "at" | "source">[]): Found => ({
  ...of(what, facts),
  state: "failed",
});

/** Kinds of fact behind each word: a broken file of one of them makes the need unreadable. */
const seekers: Readonly<Record<string, { readonly kinds: readonly FactKind[]; readonly seek: Seeker }>> = {
  section: { kinds: ["card"], seek: section },
  field: { kinds: ["card"], seek: field },
  metric: { kinds: ["measurement"], seek: metric },
  slices: {
    kinds: ["measurement"],
    seek: (key, { evidence }) =>
      of(
        key === "" ? "results for groups" : `results for each ${key}`,
        results(evidence.of("measurement")).filter(({ slice }) =>
          key === "" ? Object.keys(slice).length > 0 : Object.hasOwn(slice, key),
        ),
      ),
  },
  intervals: {
    kinds: ["measurement"],
    seek: (_, { evidence }) =>
      of(
        "results with their uncertainty",
        results(evidence.of("measurement")).filter(
          ({ interval, standard_error: error, trials }) => interval !== null || error !== null || trials !== null,
        ),
      ),
  },
  drift: { kinds: ["drift"], seek: (_, { evidence }) => of("a drift report", evidence.of("drift")) },
  checks: { kinds: ["check"], seek: checksPassing },
  dataset: {
    kinds: ["dataset"],
    seek: (role, { evidence }) =>
      of(
        `the digest of ${role === "" ? "the data" : `the ${role} data`}`,
        evidence.of("dataset").filter((fact) => fact.digest !== null && (role === "" || fact.role === role)),
      ),
  },
  run: { kinds: ["run"], seek: (_, { evidence }) => of("the run that made it", evidence.of("run")) },
  explanation: { kinds: ["attribution"], seek: (_, { evidence }) => of("an explanation", evidence.of("attribution")) },
  experiment: {
    kinds: ["experiment"],
    seek: (_, { evidence }) =>
      of(
        "an experiment",
        evidence.of("experiment").filter(({ arms }) => arms.length > 1),
      ),
  },
  rollout: { kinds: ["rollout"], seek: (_, { evidence }) => of("a roll-out plan", evidence.of("rollout")) },
  artifact: {
    kinds: ["model"],
    seek: (_, { evidence }) =>
      of(
        "the artifact's digest",
        evidence.of("model").filter(({ artifact_digest: digest }) => digest !== null),
      ),
  },
  approval: {
    kinds: [],
    seek: (_, { approvals }) =>
      of(
        "an approval",
        approvals.filter(({ state }) => state === "approved"),
      ),
  },
  owner: {
    kinds: [],
    seek: (_, { model }) =>
      model.owner === null || isUnfilled(model.owner)
        ? none("an owner")
        : { ...none(`the owner ${model.owner}`), state: "found" },
  },
  risk: {
    kinds: [],
    seek: (_, { model }) =>
      model.risk === null ? none("a risk class") : { ...none(`the risk class ${model.risk}`), state: "found" },
  },
  file: {
    kinds: [],
    seek: (pattern, { evidence }) => {
      const files = evidence.files.filter(({ path }) => matchesWildcard(pattern, path));
      return {
        ...none(`a file ${pattern}`),
        state: files.length === 0 ? "lacking" : "found",
        sources: files.slice(0, 3).map(({ path }) => wholeFile(path)),
      };
    },
  },
};

/** The words that a clause may name its evidence by. */
export const clauseNeeds: readonly string[] = Object.keys(seekers);

/** These words, with the names that are known behind the colon. */
export const clauseTopics: Readonly<Record<string, KnownNames | null>> = {
  ...Object.fromEntries(clauseNeeds.map((word) => [word, null])),
  section: { names: cardSectionIds, understands: (name) => cardSectionsOf(name).length > 0 },
};

/**
 * Looks for one piece of evidence: a word of `clauseNeeds`, with what it is about behind a colon where it needs that, as
 * in `section:limitations`, `metric:recall`, `dataset:test`, `file:*risk*`.
 */
export function evidenceFor(need: string, facts: Facts): Found {
  const [word = "", ...rest] = need.split(":");
  const detail = rest.join(":").trim();
  const seeker = Object.hasOwn(seekers, word) ? seekers[word] : undefined;
  if (seeker === undefined) return none(`“${need}”`);
  const broken = seeker.kinds.flatMap((kind) => brokenFor(facts.evidence, kind))[0];
  if (broken !== undefined)
    return { ...none(`${broken.source.path}: ${broken.message}`), state: "unreadable", sources: [broken.source] };
  return seeker.seek(detail, facts);
}

const results = (facts: readonly FactOf<"measurement">[]): readonly FactOf<"measurement">[] =>
  facts.filter(({ claimed, about, value }) => !claimed && about === null && value !== null);

function section(id: string, { evidence }: Facts): Found {
  const ids: readonly string[] = [id, ...cardSectionsOf(id).map(({ id: known }) => known)];
  const what = `the card's section on ${id}`;
  const found = evidence.of("card").filter(({ section: own }) => own !== null && ids.includes(own));
  const written = found.filter(({ placeholder, words }) => placeholder !== true && (words ?? 0) > 0);
  return written.length > 0
    ? of(what, written)
    : found.length > 0
      ? failed(`${what}, which nobody wrote`, found)
      : none(what);
}

function field(name: string, { evidence }: Facts): Found {
  const what = `the field ${name}`;
  const fields = statedFields(evidence, /./).filter(({ field: own }) => own === name || own.startsWith(`${name}.`));
  const filled = fields.filter((one) => one.filled).map(({ fact }) => fact);
  return filled.length > 0
    ? of(what, filled)
    : fields.length > 0
      ? failed(
          `${what}, which nobody filled in`,
          fields.map(({ fact }) => fact),
        )
      : none(what);
}

function metric(name: string, { evidence }: Facts): Found {
  const stated = results(evidence.of("measurement"));
  return of(
    name === "" ? "results of an evaluation" : `results on ${name}`,
    name === "" ? stated : stated.filter((fact) => sameMetric(fact, name)),
  );
}

const checksNamed = (name: string, evidence: Evidence): readonly FactOf<"check">[] =>
  evidence
    .of("check")
    .filter((fact) => name === "" || matchesWildcard(name, fact.name) || matchesWildcard(name, fact.format ?? ""));

/** The checks that must pass for a need to be found: none where it is of something else. */
export function checksNeeded(need: string, evidence: Evidence): readonly EvidencePart[] {
  const [word, ...rest] = need.split(":");
  return word === "checks" ? partsOfChecks(checksNamed(rest.join(":").trim(), evidence), null) : [];
}

function checksPassing(name: string, { evidence }: Facts): Found {
  const own = checksNamed(name, evidence);
  const wrong = own.filter(({ passed }) => passed === false);
  const ran = own.filter(({ passed }) => passed !== null);
  const what = name === "" ? "checks that pass" : `checks ${name} that pass`;
  return wrong.length > 0 ? failed(`${what}: ${wrong.length} of ${own.length} fail`, wrong) : of(what, ran);
}
