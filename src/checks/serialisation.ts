import { isAbout } from "../judging/check-topics.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";

/** Endings of files whose loading can run any code. */
const executable = new Set("pkl pickle joblib dill cloudpickle pt pth ckpt bin npy npz mar h5 hdf5 keras".split(" "));

/** Endings of files that hold weights or a graph, and no code of their own. */
const inert = new Set("safetensors onnx gguf ggml tflite ubj cb cbm lgb json xgb pmml".split(" "));

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
      "scanned: a scan reports that it scanned, and found nothing; safe-format: every artifact that the evidence names is in a format that holds no code.",
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

/** A scan that scanned nothing, or failed on a file, has shown nothing of it. */
function judgeScans(evidence: Evidence): Verdict {
  const subject = "scanned";
  const broken = brokenFor(evidence, "check")[0];
  if (broken !== undefined) return unreadableFile(broken, subject);
  const scans = evidence.of("check").filter((check) => isAbout(check, "scan"));
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
}

/** Files that hold a model, as evidence names them: what a run wrote, and what a scan looked at. */
function artifactsOf(evidence: Evidence): readonly Artifact[] {
  const named = [
    ...evidence.of("run").flatMap(({ outputs, source }) => (outputs ?? []).map((name) => ({ name, source }))),
    ...evidence
      .of("check")
      .filter((check) => isAbout(check, "scan"))
      .flatMap(({ column, source }) => (column === null ? [] : [{ name: column, source }])),
  ];
  return named.filter(({ name }) => executable.has(endingOf(name)) || inert.has(endingOf(name)));
}

const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? "";

function judgeFormats(evidence: Evidence, allowed: readonly string[]): Verdict {
  const subject = "safe-format";
  const broken = brokenFor(evidence, "run")[0];
  if (broken !== undefined) return unreadableFile(broken, subject);
  const artifacts = artifactsOf(evidence);
  if (artifacts.length === 0)
    return missing(
      "no evidence names a file that holds the model",
      "commit the MLmodel file, dvc.lock, a lineage event or a scan's report, which name it",
      subject,
    );
  const safe = new Set([...inert, ...allowed.map((ending) => ending.replace(/^\./, "").toLowerCase())]);
  const unsafe = artifacts.filter(({ name }) => !safe.has(endingOf(name)));
  if (unsafe.length === 0)
    return {
      subject,
      outcome: "met",
      message: `${listed([...new Set(artifacts.map(({ name }) => name))].slice(0, 4))} hold no code`,
      sources: artifacts.slice(0, 5).map(({ source }) => source),
    };
  return {
    subject,
    outcome: "not-met",
    message: `loading ${listed([...new Set(unsafe.map(({ name }) => name))].slice(0, 4))} can run code`,
    sources: unsafe.slice(0, 20).map(({ source }) => source),
  };
}
