import type { Report } from "../model/report.js";
import { canonicalLines } from "../report/canonical-json.js";

/** What a statement about an archive names. */
export interface Bound {
  /** `sha256:<hex>` of the archive itself. */
  readonly digest: string;
  /** `sha256:<hex>` of its manifest. */
  readonly manifest: string;
}

const resultOf = { pass: "PASSED", warn: "WARNED", block: "FAILED", undecided: "FAILED" } as const;

/** Beside the archive, under its name. */
export const statementBeside = (archive: string): string => `${archive.replace(/\.tar$/, "")}.intoto.json`;

/**
 * An in-toto statement about an audit bundle, unsigned: whoever signs it vouches for the archive and, by the digest of
 * its manifest, for every file in it, however it is packed again.
 *
 * @param name the archive's own
 * @see https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md
 */
export const bundleStatement = (
  { decision, now, policies }: Report,
  { digest, manifest }: Bound,
  name: string,
): string =>
  canonicalLines({
    _type: "https://in-toto.io/Statement/v1",
    subject: [
      { name, digest: { sha256: hexOf(digest) } },
      { name: "manifest.json", digest: { sha256: hexOf(manifest) } },
    ],
    predicateType: "https://in-toto.io/attestation/test-result/v0.1",
    predicate: {
      result: resultOf[decision],
      configuration: policies.map(({ id, path, digest }) => ({
        name: path,
        digest: { sha256: hexOf(digest) },
        annotations: { role: "policy", policy: id, judged_at: now },
      })),
    },
  });

const hexOf = (digest: string): string => digest.replace(/^sha256:/, "");
