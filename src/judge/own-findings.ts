import { decide, levelFor } from "../decide.js";
import { fingerprintOf } from "../evaluate/evaluate.js";
import { folderOf } from "../discover/reach.js";
import type { FileToRead, Gathered } from "../gather/gather.js";
import type { BrokenFile, Evidence, ModelIdentity } from "../model/evidence.js";
import type { Fact, FactOf } from "../model/fact.js";
import type { Effect, Finding, Outcome } from "../model/finding.js";
import type { Policy } from "../model/policy.js";
import { wholeFile, type Source } from "../model/source.js";
import { isInShard } from "./shard.js";
import type { DeployedDigest } from "./request.js";
import type { JudgedModel, Run } from "./run.js";

/** The policy that findings of the referee itself stand under. */
export const ownPolicy = "referee";

/** A finding that stands under no policy of the repository. */
export function ownFinding(
  model: string,
  rule: string,
  fields: Pick<Finding, "subject" | "outcome" | "effect" | "message" | "mend" | "sources">,
): Finding {
  return {
    ...fields,
    model,
    policy: ownPolicy,
    rule,
    check: rule,
    level: levelFor(fields.effect),
    waived: null,
    on_base: false,
    judged: null,
    vouched: null,
    retrain: null,
    fingerprint: fingerprintOf(model, ownPolicy, rule, fields.subject),
    references: [],
  };
}

/** Broken files and bad numbers that no rule took: they warn, and block where nothing else gates. */
export function brokenEvidence(
  candidate: Gathered,
  model: ModelIdentity,
  policies: readonly Policy[],
  findings: readonly Finding[],
): readonly Finding[] {
  const told = new Set(
    findings
      .filter(({ outcome, rule }) => outcome === "unreadable" || rule === "evidence-locked")
      .flatMap(({ sources }) => sources.map(({ path }) => path)),
  );
  const looksOnly = policies.length > 0 && policies.every(({ gates }) => !gates);
  const effect = (known: boolean): Effect => (looksOnly && known ? "block" : "warn");
  // What a known format says nothing of is not missed where a file of it is empty.
  const broken = candidate.broken.filter(
    ({ source, format, gives }) => !told.has(source.path) && (format === null || gives.length > 0),
  );
  const brokenPaths = new Set(candidate.broken.map(({ source }) => source.path));
  const bad = candidate.facts.filter(
    (fact): fact is FactOf<"problem"> =>
      isBadNumber(fact) && !told.has(fact.source.path) && !brokenPaths.has(fact.source.path),
  );
  return [
    ...broken.map((file: BrokenFile) =>
      ownFinding(model.name, "evidence-readable", {
        subject: file.source.path,
        outcome: "unreadable",
        effect: effect(file.gives.length > 0),
        message: file.message,
        mend: file.mend,
        sources: [file.source],
      }),
    ),
    ...bad.map((fact) =>
      ownFinding(model.name, "evidence-readable", {
        subject: `${fact.source.path}${fact.source.pointer ?? ""}`,
        outcome: "unreadable",
        effect: effect(fact.problem !== "conflict"),
        message: fact.message,
        mend: fact.mend,
        sources: [fact.source],
      }),
    ),
  ];
}

const isBadNumber = (fact: Fact): boolean =>
  fact.kind === "problem" &&
  (fact.problem === "non-finite" ||
    fact.problem === "wrong-type" ||
    fact.problem === "duplicate-key" ||
    fact.problem === "conflict");

/** What is deployed is held against what was judged: the digest that the evidence states of the model's artifact. */
export function deployedFindings(
  { name }: ModelIdentity,
  evidence: Evidence,
  deployed: readonly DeployedDigest[],
): readonly Finding[] {
  const facts = evidence.of("model").filter((fact) => fact.artifact_digest !== null);
  const asked = deployed.filter(({ model }) => model === name || model === null);
  return asked.map(({ digest }) => {
    const agreeing = facts.filter((fact) => sameDigest(fact.artifact_digest ?? "", digest));
    const shown = digest.slice(0, 80);
    const finding = (outcome: Outcome, effect: Effect, message: string, sources: readonly Source[]): Finding =>
      ownFinding(name, "deployed-digest", { subject: null, outcome, effect, message, mend: deployMend, sources });
    if (agreeing.length > 0)
      return finding(
        "met",
        "pass",
        `what is deployed is what was judged: ${shown}`,
        agreeing.map(({ source }) => source),
      );
    if (facts.length === 0)
      return finding(
        "missing",
        "undecided",
        `no evidence states the digest of the artifact, to hold ${shown} against`,
        [],
      );
    const stated = facts.map(({ artifact_digest: digestOf }) => digestOf ?? "").join(", ");
    return finding(
      "not-met",
      "block",
      `deployed is ${shown}, judged was ${stated}`,
      facts.map(({ source }) => source),
    );
  });
}

const deployMend = "deploy the artifact whose digest the evidence states, or evaluate the one that is deployed";

/** Alike in value; the algorithm must agree where both name one. */
function sameDigest(one: string, other: string): boolean {
  const [a, b] = [one, other].map((digest) => {
    const at = digest.lastIndexOf(":");
    return { algorithm: digest.slice(0, Math.max(0, at)).toLowerCase(), value: digest.slice(at + 1).toLowerCase() };
  });
  if (a === undefined || b === undefined || a.value === "" || a.value !== b.value) return false;
  return a.algorithm === "" || b.algorithm === "" || a.algorithm === b.algorithm;
}

/** The first file of a model's own folder, which is seen however far its tree is looked through; else its first file. */
function firstOf(files: readonly FileToRead[], folder: string): readonly FileToRead[] {
  const own = files.find(({ path }) => folderOf(path) === folder);
  return own === undefined ? files.slice(0, 1) : [own];
}

/** Models that the base judged and the head no longer has. */
export function removedModels({ request, surveyed, baseSurvey }: Run): readonly JudgedModel[] {
  if (baseSurvey === null || !request.onlyNew || request.only.length > 0) return [];
  const names = new Set(surveyed.models.map(({ identity }) => identity.name));
  const gone = baseSurvey.models.filter(
    ({ identity }) =>
      !names.has(identity.name) && identity.stage !== "archived" && isInShard(identity.name, request.shard),
  );
  return gone.map(({ identity, files }) => {
    const finding = ownFinding(identity.name, "model-present", {
      subject: null,
      outcome: "missing",
      effect: "undecided",
      message: `the base has this model at ${identity.path === "" ? "the root" : identity.path}, and the change removes it`,
      mend: "give it the stage `archived` in referee.yaml first, in a change of its own",
      sources: firstOf(files, identity.path).map(({ path }) => wholeFile(path)),
    });
    return {
      findings: [finding],
      problems: [],
      inputs: [],
      brief: null,
      reported: {
        name: identity.name,
        path: identity.path,
        version: null,
        stage: identity.stage,
        risk: identity.risk,
        owner: identity.owner,
        decision: decide([finding]),
        gated: true,
        policies: [],
        metrics: [],
        files: [],
        vouched: null,
        detail: null,
      },
    };
  });
}
