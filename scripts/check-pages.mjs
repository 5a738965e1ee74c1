// The pages of docs/checks, from the checks' own metadata.

/** How a value of each kind is written in a policy. */
const written = {
  quantity: "a number: `0.8`, `80%`, `150ms`",
  proportion: "a share: `10%` or `0.1`",
  duration: "a span of time: `7d`, `12h`, `30m`, `2w`",
  count: "a whole number",
  flag: "`true` or `false`",
  text: "a text",
  date: "a day: `2027-12-02`",
  texts: "a text or a list of texts",
  "slice-keys": "a column or a list of columns; an inner list crosses its columns",
  fields: "a mapping of names to values",
  expression: "an expression in CEL",
};

const areas = [
  "documentation",
  "data",
  "development",
  "deployment",
  "monitoring",
  "retraining",
  "governance",
  "language models",
  "own",
];

const outcomes = [
  ["met", "The evidence shows it."],
  ["not-met", "The evidence shows the contrary."],
  ["inconclusive", "The evidence is too thin to tell; the finding says what would settle it."],
  ["missing", "There is no evidence."],
  ["unreadable", "There is a file, and it could not be read, or its number is none."],
  ["not-applicable", "There is nothing to judge here, and the finding says why."],
];

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const sentence = (text) => {
  const trimmed = text.trim();
  const capital = `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}`;
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};

const valueOf = ({ kind, choices }) =>
  choices === undefined
    ? written[kind]
    : `${kind === "texts" ? "one or several of " : "one of "}${choices.map((choice) => `\`${choice}\``).join(", ")}`;

function optionTable(check) {
  const rows = Object.entries(check.options);
  if (rows.length === 0) return "It has no options of its own.";
  const lines = rows.map(
    ([name, spec]) =>
      `| \`${name}\` | ${cell(valueOf(spec))} | ${cell(spec.description)}${spec.required === true ? " Required." : ""} |`,
  );
  return ["| Option | Value | What it asks |", "| --- | --- | --- |", ...lines].join("\n");
}

const either = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

/** What must not be left out of the evidence, where what is judged lies in what the evidence holds. */
function partsOf({ parts = [] }) {
  if (parts.length === 0) return [];
  const words = either(parts.map(({ one }) => one));
  return [
    "## What a change must not leave out",
    "",
    `On a pull request ${/^[aeiou]/.test(words) ? "an" : "a"} ${words} that the base was judged on, and of which the change states nothing, is \`missing\`: the rule does not pass because what fails was left out. [How one is let go](../policies.md#what-a-change-leaves-out).`,
    "",
  ];
}

/** One check's page. `inWords` is the example's rule as the sentence that `explain --plain` writes. */
export function checkPage(check, inWords) {
  const bounds =
    check.bounds === undefined
      ? []
      : [`At least one of ${check.bounds.map((bound) => `\`${bound}\``).join(", ")} must be given.`, ""];
  return [
    `# ${check.id}`,
    "",
    `<!-- Written by scripts/generate.mjs from src/checks/${check.id}.ts. -->`,
    "",
    `**${check.title}.** ${sentence(check.why)}`,
    "",
    `Area: ${check.area}. It reads facts of the ${check.needs.length === 1 ? "kind" : "kinds"} ${check.needs.map((kind) => `\`${kind}\``).join(", ")}.`,
    "",
    "## What it asks",
    "",
    `\`${check.id}:\` ${valueOf(check.subject)}. ${sentence(check.subject.description)}`,
    "",
    optionTable(check),
    "",
    ...bounds,
    "Every rule may also have `then`, `confidence`, `evidence`, `only-new`, `effective`, `message`, `references` and `applies`.",
    "",
    "## Example",
    "",
    "```yaml",
    "rules:",
    `  ${check.example.rule}`,
    "```",
    "",
    `In words: ${sentence(inWords)}`,
    "",
    `- **met**: ${sentence(check.example.met)}`,
    `- **not met**: ${sentence(check.example.notMet)}`,
    "",
    "## When it is not met",
    "",
    sentence(check.mend),
    "",
    ...partsOf(check),
    "## When not to use it",
    "",
    sentence(check.whenNot),
    "",
    "[All checks](README.md)",
    "",
  ].join("\n");
}

/** The table of all checks, by area. */
export function checkIndex(checks) {
  const sections = areas.flatMap((area) => {
    const own = checks.filter((check) => check.area === area);
    if (own.length === 0) return [];
    const rows = own.map(
      (check) => `| [\`${check.id}\`](${check.id}.md) | ${cell(check.title)} | ${cell(check.whenNot)} |`,
    );
    return [
      `## ${area.charAt(0).toUpperCase()}${area.slice(1)}`,
      "",
      "| Check | What is true where it is met | When not to use it |",
      "| --- | --- | --- |",
      ...rows,
      "",
    ];
  });
  return [
    "# Checks",
    "",
    "<!-- Written by scripts/generate.mjs from src/checks. -->",
    "",
    "A rule of a policy names one check by its key. The key's value is what the check is about; the other keys are its options.",
    "",
    ...sections,
    "## What a check can say",
    "",
    "| Outcome | When |",
    "| --- | --- |",
    ...outcomes.map(([outcome, when]) => `| \`${outcome}\` | ${when} |`),
    "",
  ].join("\n");
}
