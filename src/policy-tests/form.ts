import { writtenFact } from "../adapters/families/written-fact.js";
import type { Value } from "../model/adapter.js";
import type { Decision, Effect, Outcome } from "../model/finding.js";
import { outcomes } from "../model/finding.js";
import type { Problem } from "../model/problem.js";
import { atDocument, parseWritten } from "../policy/document.js";
import {
  choice,
  flag,
  leaf,
  listOf,
  mapOf,
  mapping,
  oneOrMore,
  optional,
  required,
  text,
  type Form,
  type Schema,
} from "../policy/form.js";
import { beginning } from "../policy/instant-form.js";
import { dialect } from "../policy/schema.js";
import { isRecord, list, type ValueRecord } from "../read/shape.js";

/** What a test expects of one finding of a rule; what it leaves out may be anything. */
export interface ExpectedFinding {
  readonly subject: string | undefined;
  readonly outcome: Outcome;
  readonly effect: Effect | undefined;
  readonly waived: boolean | undefined;
  /** A part of the message. */
  readonly message: string | undefined;
}

/** What a test expects of a rule: every finding has the outcome, or these findings are among its own, or it has none. */
export type Expectation =
  | { readonly kind: "all"; readonly outcome: Outcome }
  | { readonly kind: "some"; readonly findings: readonly ExpectedFinding[] }
  | { readonly kind: "none" };

/** One case: facts in, findings out. */
export interface PolicyTest {
  readonly name: string;
  readonly line: number;
  readonly facts: readonly ValueRecord[];
  readonly files: ReadonlyMap<string, string>;
  readonly champion: readonly ValueRecord[];
  /** Null where there is no base. */
  readonly base: readonly ValueRecord[] | null;
  readonly release: readonly ValueRecord[] | null;
  readonly waivers: readonly Value[];
  readonly model: string;
  readonly stage: string | null;
  readonly risk: string | null;
  readonly owner: string | null;
  readonly event: string | null;
  readonly author: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly findings: ReadonlyMap<string, Expectation>;
  readonly decision: Decision | null;
}

export interface PolicyTestFile {
  readonly path: string;
  /** The policy or pack that it tests, relative to the file; null for the one of its own name. */
  readonly policy: string | null;
  readonly tests: readonly PolicyTest[];
}

const fact: Form<ValueRecord> = {
  schema: {
    type: "object",
    required: ["kind"],
    description: "a fact in the form in which `model-referee inspect --format jsonl` prints it",
  },
  read(value, at) {
    const faults = writtenFact(value, 1).filter(
      (statement) => statement.kind === "problem" && !(isRecord(value) && value["kind"] === "problem"),
    );
    for (const fault of faults) if (fault.kind === "problem") at.complain(fault.message, fault.mend);
    return faults.length === 0 && isRecord(value) ? value : undefined;
  },
};

const facts = listOf(fact, 0);

const effects = ["block", "undecided", "warn", "note", "pass"] as const;
const outcome = choice(outcomes);

const finding: Form<ExpectedFinding> = mapping({
  subject: optional(text, "the slice, column or metric that it is about"),
  outcome: required(outcome, "what the rule says"),
  effect: optional(choice<Effect>(effects), "what it leads to"),
  waived: optional(flag, "whether a waiver covers it"),
  message: optional(text, "a part of what it says"),
});

const several = oneOrMore(finding);

const expectation: Form<Expectation> = {
  schema: { anyOf: [outcome.schema, several.schema, { type: "array", maxItems: 0 }] },
  read(value, at) {
    if (list(value)?.length === 0) return { kind: "none" };
    if (isRecord(value) || list(value) !== undefined) {
      const findings = several.read(value, at);
      return findings === undefined ? undefined : { kind: "some", findings };
    }
    const word = outcome.read(value, at);
    return word === undefined ? undefined : { kind: "all", outcome: word };
  },
};

const anything = leaf<Value>("a waiver", { type: "object" }, (value) => (isRecord(value) ? value : undefined));
const content = leaf("a text", { type: "string" }, (value) => (typeof value === "string" ? value : undefined));

const testForm = mapping({
  name: required(text, "what the case shows"),
  facts: optional(facts, "the candidate's facts, beside those of the file"),
  files: optional(mapOf(content, /^(?!\/)(?!.*\.\.)\S+$/), "evidence files by their path in the model's folder"),
  champion: optional(facts, "the facts of the model that serves now"),
  base: optional(facts, "the candidate's facts on the base"),
  release: optional(facts, "the candidate's facts in the newest release"),
  waivers: optional(listOf(anything, 0), "waivers, as in a file of waivers"),
  model: optional(text, "the model's name; `model` where it is left out"),
  stage: optional(text, "the stage that it is in; production where it is left out"),
  risk: optional(text, "its risk class"),
  owner: optional(text, "who answers for it"),
  event: optional(text, "the event on which it is judged"),
  author: optional(text, "who brings the change"),
  now: optional(beginning, "the clock of the case"),
  findings: optional(mapOf(expectation), "what is expected of rules: an outcome, findings, or [] for none"),
  decision: optional(choice<Decision>(["pass", "warn", "block", "undecided"]), "the decision that is expected"),
});

const fileForm = mapping({
  policy: optional(text, "the policy or pack; the file beside this one that has its name where it is left out"),
  now: optional(beginning, "the clock of every case; 2026-01-01 where it is left out"),
  facts: optional(facts, "facts that the candidate has in every case"),
  tests: required(listOf(testForm), "the cases"),
});

/** The schema of files of policy tests. */
export const policyTestSchema = (): Schema => ({
  $schema: dialect,
  title: "Tests of a policy of Model Referee",
  ...fileForm.schema,
});

const usualNow = Date.UTC(2026, 0, 1);

/** Reads a file of policy tests; everything that is wrong with it goes to `problems`. */
export function readPolicyTests(source: string, path: string, problems: Problem[]): PolicyTestFile | null {
  const { document, problems: broken } = parseWritten(source, path, "policy");
  problems.push(...broken);
  if (document === null) return null;
  const at = atDocument(document, problems);
  const written = fileForm.read(document.value, at);
  if (written === undefined) return null;
  const tests = written.tests.map((one, index): PolicyTest => {
    if (one.findings === undefined && one.decision === undefined)
      at.below("tests")
        .below(index)
        .complain(`the test \`${one.name}\` expects nothing`, "write `findings` or `decision`");
    return {
      name: one.name,
      line: document.place(`/tests/${index}`, "value").line,
      facts: [...(written.facts ?? []), ...(one.facts ?? [])],
      files: one.files ?? new Map(),
      champion: one.champion ?? [],
      base: one.base ?? null,
      release: one.release ?? null,
      waivers: one.waivers ?? [],
      model: one.model ?? "model",
      stage: one.stage ?? null,
      risk: one.risk ?? null,
      owner: one.owner ?? null,
      event: one.event ?? null,
      author: one.author ?? null,
      now: one.now ?? written.now ?? usualNow,
      findings: one.findings ?? new Map(),
      decision: one.decision ?? null,
    };
  });
  complainOfTwins(
    written.tests.map(({ name }) => name),
    (index, message) =>
      at.below("tests").below(index).below("name").complain(message, "give each case a name of its own"),
  );
  return { path, policy: written.policy ?? null, tests };
}

function complainOfTwins(names: readonly string[], complain: (index: number, message: string) => void): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) complain(index, `the test \`${name}\` stands twice`);
  });
}
