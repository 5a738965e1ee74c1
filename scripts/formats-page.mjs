/** What each kind of fact is called in a sentence, in the order of the contract. */
const kinds = {
  measurement: "Measurements",
  drift: "Drift",
  check: "Checks",
  card: "Cards",
  dataset: "Data sets",
  attribution: "Explanations",
  model: "Models and registries",
  run: "Runs",
  rollout: "Roll-outs",
  experiment: "Experiments",
  approval: "Approvals",
  table: "Tables",
};

/** How a file of a syntax is written, for the reader of the page. */
const syntaxes = {
  json: "JSON",
  "json-lines": "JSON lines",
  yaml: "YAML",
  toml: "TOML",
  "front-matter": "Markdown",
  delimited: "CSV",
  xml: "XML",
  parquet: "Parquet",
  text: "text",
};

/** Text inside a table's cell or a list. */
const cell = (text) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");

/** True where no file of any version was seen: each part of the text says so. */
export const isUnseen = ({ versions }) => versions.split(";").every((part) => /not seen/.test(part));

/** The marks behind a format's name. */
const marksOf = (adapter) =>
  [isUnseen(adapter) ? "from the schema, not seen" : "", adapter.fallback === true ? "asked last" : ""]
    .filter((mark) => mark !== "")
    .map((mark) => ` *(${mark})*`)
    .join("");

const section = (adapter) =>
  [
    `### ${cell(adapter.title)}`,
    "",
    `\`${adapter.id}\` · ${adapter.syntax.map((syntax) => syntaxes[syntax]).join(", ")} · [defined here](${adapter.definedAt})`,
    "",
    `- **Versions**: ${cell(adapter.versions)}`,
    `- **Read**: ${cell(adapter.reads)}`,
    `- **Not read**: ${cell(adapter.leaves)}`,
    `- **Facts**: ${adapter.gives.length === 0 ? "none; the file is known, so that it is not listed as unread" : adapter.gives.join(", ")}` +
      (adapter.claims === true ? "; its numbers are claims, which evidence outranks" : "") +
      (adapter.marksModel === true ? "; a folder that holds one is a model" : ""),
  ].join("\n");

/** The anchor that Markdown readers give a heading. */
const anchor = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

/**
 * The page of all formats: what is read of each, what is not, and whether a file of it was ever seen.
 *
 * @param adapters every adapter, in the order of its id
 */
export function formatsPage(adapters) {
  const byTitle = [...adapters].sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1));
  const groups = Object.entries(kinds).map(([kind, title]) => {
    const giving = byTitle.filter(({ gives }) => gives.includes(kind));
    const links = giving.map(
      (adapter) => `[${cell(adapter.title)}](#${anchor(cell(adapter.title))})${marksOf(adapter)}`,
    );
    return `- **${title}** (${giving.length}): ${links.join(" · ")}`;
  });
  return [
    "<!-- Written by scripts/generate.mjs from the adapters' metadata. -->",
    "# Formats that are read",
    "",
    "A format is known by a file's content before its name. Formats, and versions, that are marked *from the schema, not",
    "seen* are read by what their tools publish; of all others, files that the tools themselves or their users wrote were",
    "read. *Asked last* are shapes without an owner, which are taken only where no other format knows the file. What",
    "nobody knows is listed as unread: `model-referee inspect --suggest FILE` proposes the lines of `referee.yaml` that",
    "turn it into facts.",
    "",
    "A folder that holds a model's card, or another file that is marked so below, is a model. A card in `docs`, `models`,",
    "`results` and other folders that are called by what lies in them is of the folder above; templates, what tests are fed",
    "with, and others' code (`vendor`, `third_party`) bring no models. `models:` in `referee.yaml` names folders instead.",
    "",
    `## By kind of fact (${adapters.length} formats)`,
    "",
    ...groups,
    "",
    "## Each format",
    "",
    byTitle.map(section).join("\n\n"),
    "",
  ].join("\n");
}
