import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { envelopesIn, subjectsOf } from "../../src/attestation/envelope.js";
import { attestedDigests } from "../../src/attestation/attested-digests.js";
import { defaultConfiguration } from "../../src/model/configuration.js";
import type { Signer } from "../../src/model/signer.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, measurement, outcomesOf } from "../judge/judged.js";
import * as signing from "./signing.js";

const evidence = facts(measurement("recall", 0.9));
const digest = signing.sha256(evidence);
const statement = signing.statementAbout({ "m/evidence.facts.jsonl": digest });

const signed = (content: object | string, signers: readonly Signer[]): ReadonlySet<string> =>
  attestedDigests(
    memory({ "a.sigstore.json": typeof content === "string" ? content : JSON.stringify(content) }),
    ["a.sigstore.json"],
    signers,
    Date.parse("2026-01-01T00:05:00Z"),
  );

const keySigner = (pair: signing.Pair): Signer => ({ kind: "key", name: "ci", key: signing.pemOf(pair) });

describe("a statement that a key has signed", () => {
  test.each([
    ["P-256", signing.ellipticPair()],
    ["Ed25519", signing.edwardsPair()],
    ["RSA", signing.rsaPair()],
  ])("vouches for what it is about: %s", (_, pair) => {
    expect([...signed(signing.enveloped(statement, pair), [keySigner(pair)])]).toEqual([`sha256:${digest}`]);
  });

  const pair = signing.ellipticPair();
  const envelope = signing.enveloped(statement, pair);
  const other = signing.statementAbout({ other: "0".repeat(64) });

  test.each<[string, object | string, readonly Signer[]]>([
    ["by nobody who is named", envelope, []],
    ["by another key", envelope, [keySigner(signing.ellipticPair())]],
    ["with its payload exchanged", { ...envelope, payload: Buffer.from(other).toString("base64") }, [keySigner(pair)]],
    ["as another type", { ...envelope, payloadType: "application/json" }, [keySigner(pair)]],
    ["that is no in-toto statement", signing.enveloped(statement, pair, "text/plain"), [keySigner(pair)]],
    ["with an empty signature", { ...envelope, signatures: [{ sig: "" }] }, [keySigner(pair)]],
    ["without signatures", { ...envelope, signatures: [] }, [keySigner(pair)]],
    ["cut short", JSON.stringify(envelope).slice(0, 80), [keySigner(pair)]],
    ["with a digest that is none", signing.enveloped(signing.statementAbout({ a: "abc" }), pair), [keySigner(pair)]],
    ["of a statement of another sort", signing.enveloped('{"_type":"x","subject":[]}', pair), [keySigner(pair)]],
    ["by a key that cannot be read", envelope, [{ kind: "key", name: "ci", key: "no key" }]],
  ])("vouches for nothing: %s", (_, content, signers) => expect([...signed(content, signers)]).toEqual([]));

  test("may stand beside others, one a line", () => {
    const lines = [envelope, signing.enveloped(other, pair)].map((one) => JSON.stringify(one)).join("\n");
    expect(signed(lines, [keySigner(pair)]).size).toBe(2);
  });
});

describe("a statement that a certificate's holder has signed", () => {
  const identity = "https://github.com/acme/models/.github/workflows/evaluate.yml@refs/heads/main";
  const vouchedBy = "https://token.actions.githubusercontent.com";
  const [root, between, leaf] = [signing.ellipticPair(), signing.ellipticPair(), signing.ellipticPair()];
  const rootRaw = signing.certificate({ subject: "root", issuer: "root", pair: root, by: root, ca: true });
  const betweenRaw = signing.certificate({ subject: "between", issuer: "root", pair: between, by: root, ca: true });
  const leafRaw = signing.certificate({
    subject: "leaf",
    issuer: "between",
    pair: leaf,
    by: between,
    ca: false,
    identity,
    vouchedBy,
  });
  const signer: Signer = {
    kind: "certificate",
    name: "evaluation",
    root: signing.pemOfCertificate(rootRaw),
    identity,
    issuer: vouchedBy,
    log: null,
  };
  const bundle = signing.bundled(signing.enveloped(statement, leaf), [leafRaw, betweenRaw]);

  test("vouches for what it is about, where the chain leads to the root and the name is the one asked for", () => {
    expect([...signed(bundle, [signer])]).toEqual([`sha256:${digest}`]);
  });

  const stranger = signing.ellipticPair();
  const strangerRoot = signing.certificate({ subject: "root", issuer: "root", pair: stranger, by: stranger, ca: true });
  const forgedLeaf = signing.certificate({
    subject: "leaf",
    issuer: "between",
    pair: stranger,
    by: stranger,
    ca: false,
    identity,
    vouchedBy,
  });
  const byLeaf = signing.certificate({
    subject: "forged",
    issuer: "leaf",
    pair: stranger,
    by: leaf,
    ca: false,
    identity,
    vouchedBy,
  });

  test.each<[string, object, Signer]>([
    ["of another identity", bundle, { ...signer, identity: identity.replace("main", "other") }],
    ["whose identity somebody else vouched for", bundle, { ...signer, issuer: "https://evil.test" }],
    ["under another root", bundle, { ...signer, root: signing.pemOfCertificate(strangerRoot) }],
    ["without the certificate between", signing.bundled(signing.enveloped(statement, leaf), [leafRaw]), signer],
    ["without any certificate", signing.enveloped(statement, leaf), signer],
    [
      "with a forged certificate",
      signing.bundled(signing.enveloped(statement, stranger), [forgedLeaf, betweenRaw]),
      signer,
    ],
    [
      "signed by another than the certificate's holder",
      signing.bundled(signing.enveloped(statement, stranger), [leafRaw, betweenRaw]),
      signer,
    ],
    [
      "with a certificate that no authority made",
      signing.bundled(signing.enveloped(statement, stranger), [byLeaf, leafRaw, betweenRaw]),
      signer,
    ],
    ["signed by the authority itself", signing.bundled(signing.enveloped(statement, root), [rootRaw]), signer],
  ])("vouches for nothing: %s", (_, content, asked) => expect([...signed(content, [asked])]).toEqual([]));
});

describe("in a run", () => {
  const pair = signing.ellipticPair();
  const policy = "policy: gate\nrules:\n  floor: { metric: recall, at-least: 80%, evidence: attested }\n";
  const configuration = { ...defaultConfiguration, signers: [keySigner(pair)] };
  const envelope = JSON.stringify(signing.enveloped(statement, pair));

  test("what an attestation names counts where a rule asks for it, and the report says so", async () => {
    const report = await judged({ "m/evidence.facts.jsonl": evidence, "m/evidence.sigstore.json": envelope }, policy, {
      configuration,
    });
    expect(outcomesOf(report, "floor")).toEqual(["met"]);
    expect(report.findings[0]?.vouched).toBe("attested");
  });

  test.each([
    ["there is no attestation", { "m/evidence.facts.jsonl": evidence }, configuration],
    [
      "the evidence was edited afterwards",
      { "m/evidence.facts.jsonl": `${evidence}\n`, "m/a.sigstore.json": envelope },
      configuration,
    ],
    [
      "the configuration names no signer",
      { "m/evidence.facts.jsonl": evidence, "m/a.sigstore.json": envelope },
      defaultConfiguration,
    ],
  ])("it does not count where %s", async (_, files, given) => {
    expect(outcomesOf(await judged(files, policy, { configuration: given }), "floor")).toEqual(["missing"]);
  });
});

describe("signers in the configuration", () => {
  const own = signing.ellipticPair();
  const aRoot = signing.pemOfCertificate(
    signing.certificate({ subject: "root", issuer: "root", pair: own, by: own, ca: true }),
  );
  const read = (yaml: string) => loadConfiguration("referee.yaml", policyFilesOf(memory({ "referee.yaml": yaml })));
  const indented = signing.pemOf(signing.ellipticPair()).trimEnd().replaceAll("\n", "\n      ");

  test("are read", () => {
    const { configuration, problems } = read(`signers:\n  - name: ci\n    key: |\n      ${indented}\n`);
    expect(problems).toEqual([]);
    expect(configuration.signers.map(({ kind, name }) => [kind, name])).toEqual([["key", "ci"]]);
  });

  test.each([
    ["neither key nor root", "signers: [{ name: ci }]", /neither a key nor a root/],
    ["a root without an identity", "signers: [{ name: ci, root: x }]", /neither a key nor a root/],
    ["a key that is none", "signers: [{ name: ci, key: x }]", /the key of the signer `ci` cannot be read/],
    ["a certificate that is none", "signers: [{ name: ci, root: x, identity: y }]", /the certificate of the signer/],
    [
      "a log that is none",
      `signers: [{ name: ci, root: ${JSON.stringify(aRoot)}, identity: y, log: z }]`,
      /the log of the signer `ci` cannot be read/,
    ],
    ["a key and a root", "signers: [{ name: ci, key: x, root: y, identity: z }]", /`root` is of a signer with a certi/],
    ["a key and an issuer", "signers: [{ name: ci, key: x, issuer: y }]", /`issuer` is of a signer with a certificate/],
  ])("are refused with %s", (_, yaml, message) => expect(read(yaml).problems[0]?.message).toMatch(message));
});

test("whatever a file holds, reading it throws nothing", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((payload) =>
          JSON.stringify({
            payloadType: "application/vnd.in-toto+json",
            payload: Buffer.from(payload).toString("base64"),
            signatures: [{ sig: "AA==" }],
          }),
        ),
      ),
      (text) => {
        envelopesIn(text).forEach((one) => subjectsOf(one));
      },
    ),
  );
});
