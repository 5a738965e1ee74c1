import type { Policy, Rule } from "../model/policy.js";
import { plainRule } from "./plain.js";

/** A pack's page: what it asks, in sentences, with the clauses that it stands for and how it is used. */
export function packPage(name: string, policy: Policy): string {
  const rows = policy.rules.map(
    (rule) => `| \`${rule.id}\` | ${cell(asksOf(rule) + plainRule(rule, policy))} | ${cell(referencesOf(rule))} |`,
  );
  const unverified = policy.rules.some(({ options }) => options["verified"] === false);
  const versions = [...new Set(policy.rules.flatMap(({ options }) => textOf(options["source-version"])))];
  return [
    `# referee:${name}`,
    "",
    policy.description ?? "",
    "",
    "```yaml",
    `extends: [referee:${name}]`,
    "```",
    "",
    ...(versions.length === 0 ? [] : [`Clauses are numbered by ${versions.join("; ")}.`, ""]),
    ...(unverified
      ? ["The numbers have not been checked against the official text: check them before you cite them.", ""]
      : []),
    ...(policy.gates ? [] : ["It looks and does not gate: the best decision is `warn`.", ""]),
    "| rule | what it asks | stands for |",
    "| :-- | :-- | :-- |",
    ...rows,
    "",
    ...parameterTable(policy),
    `It is tested by [\`policies/${name}.test.yaml\`](../../policies/${name}.test.yaml), whose evidence is spoilt to see which rules notice: \`model-referee test policies/${name}.test.yaml --mutate\`.`,
    "",
  ].join("\n");
}

/** Values that whoever extends the pack may set in one place. */
function parameterTable({ parameters }: Policy): readonly string[] {
  if (parameters.length === 0) return [];
  const rows = parameters.map(
    ({ name, value, usedBy }) =>
      `| \`${name}\` | \`${cell(written(value))}\` | ${usedBy.map((id) => `\`${id}\``).join(", ")} |`,
  );
  const [first] = parameters;
  return [
    `Who extends it sets its parameters, and every rule that uses one follows: \`parameters: { ${first?.name ?? ""}: … }\`.`,
    "",
    "| parameter | here | used by |",
    "| :-- | :-- | :-- |",
    ...rows,
    "",
  ];
}

/** A value as policies write it. */
const written = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(String).join(", ")}]` : String(value);

/** What a clause asks for, in a few words. */
const asksOf = ({ options }: Rule): string =>
  textOf(options["asks"])
    .map((asks) => `*${asks}*. `)
    .join("");

const referencesOf = ({ references }: Rule): string => (references.length === 0 ? "–" : references.join("; "));

const textOf = (value: unknown): readonly string[] => (typeof value === "string" ? [value] : []);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
