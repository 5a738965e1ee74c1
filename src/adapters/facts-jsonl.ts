import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { mappableFields } from "../normalise/mapping.js";
import { isList, isRecord, members, text, type ValueRecord } from "../read/shape.js";

const numbers = new Set(
  "n trials standard_error threshold fold step n_reference n_current share words rows traffic looks".split(" "),
);
const flags = new Set("higher_is_better unit_guessed drifted placeholder passed suite claimed".split(" "));
const anything = new Set("value score p_value importance observed expected".split(" "));
const structured = new Set(
  "slice interval params inputs outputs environment aliases columns steps analysis resources probes arms".split(" "),
);

export const factsJsonl: Adapter = {
  id: "facts-jsonl",
  title: "Own evidence: facts, one a line",
  definedAt: "https://www.rfc-editor.org/rfc/rfc8259",
  versions: "The contract of facts that `model-referee inspect --format jsonl` prints",
  reads: "Every kind of fact, with the kind's own fields; what is absent is null.",
  leaves: "Who vouches for a fact, and its source: those are the file's own.",
  syntax: ["json-lines"],
  gives: [
    "measurement",
    "drift",
    "check",
    "card",
    "dataset",
    "attribution",
    "model",
    "run",
    "rollout",
    "experiment",
    "table",
  ],
  marksModel: true,

  recognises: ({ name }) => name.endsWith(".facts.jsonl"),

  read: ({ values }) => values.flatMap(({ value, line }) => statementOf(value, line)),
};

const problem = (line: number, message: string, mend: string): Statement => ({
  kind: "problem",
  where: { line },
  problem: "unreadable",
  message,
  mend,
});

function statementOf(value: Value, line: number): readonly Statement[] {
  if (!isRecord(value))
    return [problem(line, "the line is no fact: it holds no object", "write one JSON object a line")];
  const kind = text(value["kind"]);
  if (kind === "file" || kind === "problem") return [];
  if (kind === "approval")
    return [problem(line, "approvals are not taken from files of the tree", "approve the pull request in a review")];
  if (kind === undefined || !isKind(kind)) {
    return [
      problem(
        line,
        `the line is no fact: ${kind === undefined ? "it has no kind" : `there is no kind ${kind}`}`,
        `say one of ${Object.keys(mappableFields).join(", ")}`,
      ),
    ];
  }
  return [asStatement(kind, value, line)];
}

const isKind = (kind: string): kind is keyof typeof mappableFields => Object.hasOwn(mappableFields, kind);

function asStatement(kind: keyof typeof mappableFields, written: ValueRecord, line: number): Statement {
  const fields: Record<string, Value> = {};
  const wrong: string[] = [];
  for (const [name, value] of members(written)) {
    if (["kind", "model", "format", "vouched", "source", "metric"].includes(name) || value === null) continue;
    if (fits(name, value)) fields[name] = value;
    else wrong.push(name);
  }
  if (wrong.length > 0)
    return problem(
      line,
      `${wrong.join(", ")} of this ${kind} ${wrong.length === 1 ? "has" : "have"} the wrong type`,
      "write it as the contract of facts has it",
    );
  const raw = text(written["raw_metric"]) ?? text(written["metric"]);
  if (kind === "measurement" && raw === undefined)
    return problem(line, "the measurement names no metric", 'write "metric": "recall"');
  if (kind === "measurement")
    return { ...fields, kind, where: { line }, raw_metric: raw ?? "", value: written["value"] ?? null } as Statement;
  if (kind === "drift") return { scope: "column", ...fields, kind, where: { line } } as Statement;
  if (kind === "check") return { name: "check", passed: null, ...fields, kind, where: { line } } as Statement;
  if (kind === "attribution") return { feature: "", importance: null, ...fields, kind, where: { line } } as Statement;
  if (kind === "experiment") return { arms: [], ...fields, kind, where: { line } } as Statement;
  if (kind === "table") return { columns: [], rows: 0, ...fields, kind, where: { line } } as Statement;
  return { ...fields, kind, where: { line } } as Statement;
}

function fits(name: string, value: Value): boolean {
  if (anything.has(name)) return typeof value !== "object";
  if (numbers.has(name)) return typeof value === "number";
  if (flags.has(name)) return typeof value === "boolean";
  if (structured.has(name)) return isRecord(value) || isList(value);
  return typeof value === "string" || typeof value === "number";
}
