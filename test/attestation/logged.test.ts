import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attestedDigests } from "../../src/attestation/attested-digests.js";
import type { Signer } from "../../src/model/signer.js";
import { memory } from "../../src/world/memory.js";
import { entryFor, type Logged } from "./logging.js";
import * as signing from "./signing.js";

const statement = signing.statementAbout({ "m/evidence.facts.jsonl": "a".repeat(64) });
const identity = "https://github.com/acme/models/.github/workflows/evaluate.yml@refs/heads/main";
const [root, leaf, log] = [signing.ellipticPair(), signing.ellipticPair(), signing.ellipticPair()];
/** The authority's certificate lasts years, the signer's the ten minutes from the first of January 2026. */
const rootRaw = signing.certificate({
  subject: "root",
  issuer: "root",
  pair: root,
  by: root,
  ca: true,
  until: "360101000000Z",
});
const leafRaw = signing.certificate({ subject: "leaf", issuer: "root", pair: leaf, by: root, ca: false, identity });
const certified = {
  kind: "certificate",
  name: "evaluation",
  root: signing.pemOfCertificate(rootRaw),
  identity,
  issuer: null,
} as const;
const signer: Signer = { ...certified, log: signing.pemOf(log) };
const withoutLog: Signer = { ...certified, log: null };

const seconds = (instant: string): number => Date.parse(instant) / 1000;
const within = seconds("2026-01-01T00:05:00Z");
const yearsLater = Date.parse("2029-01-01T00:00:00Z");

const envelope = signing.enveloped(statement, leaf);
const usual: Logged = { at: within, log, certificate: leafRaw };

function bundle(entry: object | null, content: object = envelope): object {
  const { verificationMaterial, ...rest } = { verificationMaterial: {}, ...signing.bundled(content, [leafRaw]) };
  return { ...rest, verificationMaterial: { ...verificationMaterial, tlogEntries: entry === null ? [] : [entry] } };
}

const counts = (content: object, by: Signer, now: number): boolean =>
  attestedDigests(memory({ "a.sigstore.json": JSON.stringify(content) }), ["a.sigstore.json"], [by], now).size > 0;

describe("a signature that a transparency log took while the certificate was valid", () => {
  test.each<[string, Partial<Logged>]>([
    ["as Rekor logs envelopes", {}],
    ["as Rekor logs in-toto statements", { kind: "intoto" }],
    ["as the first entry of the log", { before: 0, after: 0 }],
    ["as the last of an uneven tree", { before: 6, after: 0 }],
    ["as one of many", { before: 37, after: 91 }],
    ["in its first second", { at: seconds("2026-01-01T00:00:00Z") }],
    ["in its last second", { at: seconds("2026-01-01T00:10:00Z") }],
  ])("counts years later: %s", (_, more) => {
    expect(counts(bundle(entryFor(envelope, { ...usual, ...more })), signer, yearsLater)).toBe(true);
  });

  test("counts by the log's own signed time where the bundle has no proof of its place", () => {
    const entry = { ...entryFor(envelope, usual), inclusionProof: undefined };
    expect(counts(bundle(entry), signer, yearsLater)).toBe(true);
  });
});

const entry = entryFor(envelope, usual);
const proof = "inclusionProof" in entry && typeof entry.inclusionProof === "object" ? entry.inclusionProof : {};
const stranger = signing.ellipticPair();
const other = signing.enveloped(signing.statementAbout({ other: "b".repeat(64) }), leaf);
const strangerRaw = signing.certificate({
  subject: "leaf",
  issuer: "root",
  pair: stranger,
  by: root,
  ca: false,
  identity,
});

describe("a signature counts for nothing", () => {
  test.each<[string, object | null]>([
    ["that no log took", null],
    [
      "that the log took after the certificate had ended",
      entryFor(envelope, { ...usual, at: seconds("2026-01-01T00:10:01Z") }),
    ],
    [
      "that the log took before the certificate began",
      entryFor(envelope, { ...usual, at: seconds("2025-12-31T23:59:59Z") }),
    ],
    ["that another log took", entryFor(envelope, { ...usual, log: stranger })],
    [
      "whose time was edited",
      { ...entryFor(envelope, { ...usual, at: seconds("2026-02-01T00:00:00Z") }), integratedTime: String(within) },
    ],
    ["whose place was edited", { ...entry, logIndex: "7" }],
    ["whose entry is of another payload", entryFor(other, usual)],
    ["whose entry is of another certificate", entryFor(envelope, { ...usual, certificate: strangerRaw })],
    ["whose entry was exchanged", { ...entry, canonicalizedBody: Buffer.from('{"kind":"dsse"}').toString("base64") }],
    [
      "whose entry is of an unknown kind",
      { ...entry, canonicalizedBody: Buffer.from('{"kind":"rekord"}').toString("base64") },
    ],
    ["without the log's signature over the time", { ...entry, inclusionPromise: undefined }],
    ["with an empty signature over the time", { ...entry, inclusionPromise: { signedEntryTimestamp: "" } }],
    ["whose place in the tree is not shown", { ...entry, inclusionProof: { ...proof, hashes: [] } }],
    [
      "whose proof leads to another head",
      { ...entry, inclusionProof: { ...proof, rootHash: Buffer.alloc(32).toString("base64") } },
    ],
    ["whose proof is of another size", { ...entry, inclusionProof: { ...proof, treeSize: "8" } }],
    ["whose proof lies beyond the tree", { ...entry, inclusionProof: { ...proof, logIndex: "7" } }],
    [
      "whose head nobody signed",
      { ...entry, inclusionProof: { ...proof, checkpoint: { envelope: "log.test - 1\n7\nAA==\n\n" } } },
    ],
    ["whose proof is none", { ...entry, inclusionProof: "yes" }],
  ])("%s", (_, logged) => expect(counts(bundle(logged), signer, within * 1000)).toBe(false));

  test("without a log once its certificate has ended, and before it began", () => {
    expect(counts(bundle(null), withoutLog, within * 1000)).toBe(true);
    expect(counts(bundle(entry), withoutLog, yearsLater)).toBe(false);
    expect(counts(bundle(null), withoutLog, Date.parse("2025-12-31T23:59:59Z"))).toBe(false);
  });
});

test("whatever stands in place of an entry, it is not counted and throws nothing", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(entry)), fc.jsonValue(), (key, value) => {
      const spoilt = { ...entry, [key]: value };
      // The kind beside the entry says nothing that is relied on; the proof may be absent.
      const harmless = key === "kindVersion" || (key === "inclusionProof" && value === null);
      expect(counts(bundle(spoilt), signer, yearsLater)).toBe(harmless);
    }),
    { numRuns: 200 },
  );
});
