import { isAbout } from "../judging/check-topics.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck, type EvidencePart } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { mayRunCode } from "../normalise/model-content.js";

/** Endings of files whose loading can run any code. */
const executable = new Set(
  "pkl pickle joblib dill cloudpickle pt pth ckpt bin npy npz mar h5 hdf5 keras pb".split(" "),
);

/** Endings of files that hold weights or a graph, and no code of their own. */
const inert = new Set("safetensors onnx gguf ggml tflite ubj cb cbm lgb json xgb pmml skops".split(" "));

export const serialisation = defineCheck({
  id: "serialisation",
  area: "deployment",
  title: "Loading the model runs nothing unseen",
  why: "A pickled model runs whatever its author wrote when it is loaded.",
  mend: "Save the model as safetensors or ONNX; scan what must stay a pickle, and commit the scan's report.",
  whenNot: "For models that you build and load in the same trusted run.",
  subject: {
    kind: "texts",
    description:
      "scanned: a scan reports that it scanned, and found nothing; safe-format: every artifact that lies there or that the evidence names is in a format that holds no code, by its first bytes where it is there.",
    choices: ["scanned", "safe-format"],
  },
  options: {
    allow: { kind: "texts", description: "Further endings that count as safe, such as h5." },
  },
  example: {
    rule: "safe-to-load: { serialisation: [scanned] }",
    met: "a ModelScan report of one scanned file without issue or error",
    notMet: "a ModelScan report with a CRITICAL issue",
  },
  needs: ["check", "run", "model"],
  needsModelFiles: true,
  parts: [
    {
      one: "scan",
      several: "scans",
      of: ({ subject, evidence }) => (subject.includes("scanned") ? scanned(evidence) : []),
    },
  ],

  plain: (names) =>
    listed(
      names.map((name) =>
        name === "scanned"
          ? "the model's files were scanned and nothing was found"
          : "the model's files are in formats that hold no code",
      ),
    ),

  evaluate: ({ subject: names, options, evidence }) =>
    names.map((name) => (name === "scanned" ? judgeScans(evidence) : judgeFormats(evidence, options.allow ?? []))),
});

const scansOf = (evidence: Evidence): readonly FactOf<"check">[] =>
  evidence.of("check").filter((check) => isAbout(check, "scan"));

/**
 * Scans, and the files that they say they scanned: another version's file takes the place of one. picklescan names files
 * only where it finds something in them.
 */
function scanned(evidence: Evidence): readonly EvidencePart[] {
  const scans = scansOf(evidence);
  const suites = scans.filter(({ suite }) => suite);
  const files = new Map<string, EvidencePart>();
  for (const { column, format, source } of scans)
    if (column !== null && format !== "picklescan-output")
      files.set(column, { name: `of ${column}`, source, subject: "scanned", exchanged: true });
  return [...suites.map(({ name, source }) => ({ name: `by ${name}`, source, subject: "scanned" })), ...files.values()];
}

/** A scan that scanned nothing, or failed on a file, has shown nothing of it. */
function judgeScans(evidence: Evidence): Verdict {
  const subject = "scanned";
  const broken = brokenFor(evidence, "check")[0];
  if (broken !== undefined) return unreadableFile(broken, subject);
  const scans = scansOf(evidence);
  const verdicts = scans.filter(({ suite }) => suite);
  if (verdicts.length === 0)
    return missing("no scan of the model's files is reported", "scan them with modelscan or picklescan", subject);
  const found = scans.filter(({ passed }) => passed === false);
  if (found.length > 0)
    return {
      subject,
      outcome: "not-met",
      message: `the scan found ${listed([...new Set(found.filter(({ suite }) => !suite).map(({ name }) => name))].slice(0, 5)) || "something"}`,
      sources: found.slice(0, 20).map(({ source }) => source),
    };
  const unseen = scans.filter(({ passed }) => passed === null);
  if (unseen.length > 0)
    return {
      subject,
      outcome: "unreadable",
      message: `what was not scanned has not passed: ${unseen[0]?.message ?? unseen[0]?.name ?? ""}`,
      mend: "scan the files with a scanner that reads their format",
      sources: unseen.slice(0, 20).map(({ source }) => source),
    };
  return {
    subject,
    outcome: "met",
    message: verdicts[0]?.message ?? "the scan found nothing",
    sources: verdicts.map(({ source }) => source),
  };
}

interface Artifact {
  readonly name: string;
  readonly source: Source;
  /** Why loading it is not known to run nothing; null where it is in a format without code. */
  readonly against: string | null;
  /** True where its content is not there, or of no known format. */
  readonly unknown: boolean;
}

/** Files that lie there are told by their content, those that evidence only names by their ending. */
function artifactsOf(evidence: Evidence, allowed: readonly string[]): readonly Artifact[] {
  const checks = evidence.of("check");
  const safe = new Set([...inert, ...allowed.map((ending) => ending.replace(/^\./, "").toLowerCase())]);
  const there = checks.filter((check) => isAbout(check, "content")).map((check) => lyingThere(check, safe));
  const seen = new Set(there.map(({ name }) => name));
  const named = [
    ...evidence.of("run").flatMap(({ outputs, source }) => (outputs ?? []).map((name) => ({ name, source }))),
    ...checks
      .filter((check) => isAbout(check, "scan"))
      .flatMap(({ column, source }) => (column === null ? [] : [{ name: column, source }])),
  ]
    .filter(({ name }) => executable.has(endingOf(name)) || inert.has(endingOf(name)))
    .filter(({ name }) => !seen.has(name.slice(name.lastIndexOf("/") + 1)))
    .map(({ name, source }) => {
      const against = safe.has(endingOf(name)) ? null : `loading ${name} can run code`;
      return { name, source, against, unknown: false };
    });
  return [...there, ...named];
}

/** A disguise is told whatever the ending would allow. */
function lyingThere(
  { column, observed, passed, message, source }: FactOf<"check">,
  safe: ReadonlySet<string>,
): Artifact {
  const name = column ?? "";
  const runs = mayRunCode(typeof observed === "string" ? observed : null);
  const borne = runs === false || safe.has(endingOf(name));
  const against = passed === true && borne ? null : (message ?? name);
  return { name, source, against, unknown: passed === null };
}

const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? "";

function judgeFormats(evidence: Evidence, allowed: readonly string[]): Verdict {
  const subject = "safe-format";
  const broken = brokenFor(evidence, "run")[0];
  if (broken !== undefined) return unreadableFile(broken, subject);
  const artifacts = artifactsOf(evidence, allowed);
  if (artifacts.length === 0)
    return missing(
      "no evidence names a file that holds the model, and none lies there",
      "commit the MLmodel file, dvc.lock, a lineage event or a scan's report, which name it",
      subject,
    );
  const against = artifacts.filter((artifact) => artifact.against !== null);
  const unsafe = against.filter(({ unknown }) => !unknown);
  const [first] = unsafe.length > 0 ? unsafe : against;
  if (first === undefined)
    return {
      subject,
      outcome: "met",
      message: `${listed([...new Set(artifacts.map(({ name }) => name))].slice(0, 4))} hold no code`,
      sources: artifacts.slice(0, 5).map(({ source }) => source),
    };
  const told = unsafe.length > 0 ? unsafe : against;
  return {
    subject,
    outcome: first.unknown ? "unreadable" : "not-met",
    message: listed([...new Set(told.flatMap((artifact) => artifact.against ?? []))].slice(0, 4)),
    ...(first.unknown ? { mend: "check it out whole (lfs: true), or save it anew" } : {}),
    sources: told.slice(0, 20).map(({ source }) => source),
  };
}
