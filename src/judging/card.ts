import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { wholeFile } from "../model/source.js";

/** The card's facts, or why a rule on it cannot be judged. */
export type CardReading =
  | { readonly kind: "card"; readonly facts: readonly FactOf<"card">[]; readonly path: string }
  | { readonly kind: "verdict"; readonly verdict: Verdict };

/** Formats that state a field of the model, and are not its card. */
const besides: ReadonlySet<string | null> = new Set(["codeowners", "kubeflow-model-registry"]);

/** The model's card: unreadable where it is broken, missing where there is none. */
export function readCard(evidence: Evidence): CardReading {
  const broken = evidence.broken.find(({ gives, format }) => gives.includes("card") && !besides.has(format));
  if (broken !== undefined) {
    return stop("unreadable", `${broken.source.path}: ${broken.message}`, broken.mend, [broken.source]);
  }
  const facts = evidence.of("card").filter(({ format }) => !besides.has(format));
  const own = evidence.files.filter(({ baseline }) => !baseline);
  const path =
    (facts.find(({ format }) => format !== "dataset-card") ?? facts[0])?.source.path ??
    own.find(({ format }) => format?.endsWith("card") === true)?.path;
  if (path !== undefined) return { kind: "card", facts, path };
  const readme = own.find(({ path: file }) => /(^|\/)readme\.(md|markdown)$/i.test(file))?.path;
  return stop(
    "missing",
    "the model has no card",
    "write a README.md with the sections that the policy asks for",
    readme === undefined ? [] : [wholeFile(readme)],
  );
}

const stop = (
  outcome: Verdict["outcome"],
  message: string,
  mend: string,
  sources: Verdict["sources"],
): CardReading => ({
  kind: "verdict",
  verdict: { subject: null, outcome, message, mend, sources },
});
