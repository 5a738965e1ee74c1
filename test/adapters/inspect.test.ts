import { readFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("inspect-log", [
  [
    "inspect/arithmetic.eval",
    "the archive's header, packed with Zstandard",
    [
      { kind: "measurement", raw_metric: "accuracy", metric: "accuracy", dataset: "arithmetic", n: 8, trials: 8 },
      { kind: "run", status: "success" },
      { kind: "check", name: "the run of arithmetic ended well", passed: true, observed: "success" },
      { kind: "check", name: "all samples of arithmetic were evaluated", passed: true, observed: 8, expected: 8 },
    ],
    [{ kind: "measurement", raw_metric: "stderr" }],
  ],
]);

const evaluation = {
  task: "qa",
  model: "m",
  run_id: "r",
  created: "2026-01-02T03:04:05+00:00",
  dataset: { name: "d", samples: 4 },
};
const score = (accuracy: unknown, more: object = {}) => ({
  name: "match",
  scorer: "match",
  metrics: { accuracy: { name: "accuracy", value: accuracy }, stderr: { name: "stderr", value: 0.25 } },
  ...more,
});
const log = (results: object | null, more: object = {}): string =>
  JSON.stringify({ version: 2, status: "success", eval: evaluation, plan: {}, results, stats: {}, ...more });

const whole = { total_samples: 4, completed_samples: 4 };

test("an accuracy over single answers is a share of trials, with its standard error", async () => {
  const facts = await factsOfText("log.json", log({ ...whole, scores: [score(0.75)] }));
  expectFact(facts, {
    format: "inspect-log",
    kind: "measurement",
    metric: "accuracy",
    value: 0.75,
    standard_error: 0.25,
    n: 4,
    trials: 4,
    run: "r",
    place: "/results/scores/0/metrics/accuracy/value",
  });
});

test.each<[string, object, Readonly<Record<string, unknown>>]>([
  ["partial credit is a mean", { ...whole, scores: [score(0.7)] }, { protocol: "mean", trials: null }],
  [
    "two scorers are kept apart",
    { ...whole, scores: [score(0.5), score(1, { name: "judge" })] },
    { protocol: "judge", value: 1 },
  ],
  [
    "a part of the data set is said",
    { total_samples: 2, completed_samples: 2, scores: [score(0.5)] },
    { protocol: "limited", n: 2 },
  ],
  [
    "another reducer than the mean is said",
    { ...whole, scores: [score(0.5, { reducer: "max" })] },
    { protocol: "max" },
  ],
  [
    "the first version has one scorer",
    { scorer: { name: "match" }, metrics: score(0.5).metrics },
    { value: 0.5, place: "/results/metrics/accuracy/value" },
  ],
])("%s", async (_, results, expected) => {
  expectFact(await factsOfText("log.json", log(results)), { kind: "measurement", metric: "accuracy", ...expected });
});

test("epochs are no further samples, and their mean no share of trials", async () => {
  const epochs = { eval: { ...evaluation, config: { epochs: 2 } } };
  const facts = await factsOfText(
    "log.json",
    log({ total_samples: 8, completed_samples: 8, scores: [score(0.5)] }, epochs),
  );
  expectFact(facts, { kind: "measurement", metric: "accuracy", n: 4, trials: null, protocol: "mean" });
});

test.each([
  ["success", true],
  ["error", false],
  ["cancelled", null],
  ["started", null],
])("a run with the status %s ended well: %s", async (status, passed) => {
  const facts = await factsOfText("log.json", log(null, { status, error: { message: "out of values" } }));
  expectFact(facts, {
    kind: "check",
    name: "the run of qa ended well",
    passed,
    observed: status,
    message: "out of values",
  });
  expect(ofKind(facts, "measurement")).toEqual([]);
});

test("samples that somebody marked as invalid are told", async () => {
  const facts = await factsOfText("log.json", log({ ...whole, scores: [score(1)] }, { invalidated: true }));
  expectFact(facts, { kind: "check", name: "no sample of qa was invalidated", passed: false });
});

test.each([
  ["NaN", "non-finite"],
  ['"high"', "wrong-type"],
])("a score that is %s is a problem", async (written, problem) => {
  const text = log({ ...whole, scores: [score(0.5)] }).replace('"value":0.5', `"value":${written}`);
  expectFact(await factsOfText("log.json", text), { kind: "problem", problem });
});

/** A ZIP archive of one entry, as the format's description has it. */
function zipOf(name: string, contents: string, { method = 8, size = contents.length } = {}): Uint8Array {
  const plain = Buffer.from(contents);
  const packed = method === 8 ? deflateRawSync(plain) : plain;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(plain), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
  const directory = Buffer.concat([
    Buffer.from("PK\u0001\u0002"),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}

const header = log({ ...whole, scores: [score(0.75)] });

test.each([
  ["deflated", 8],
  ["stored", 0],
])("a header that is %s is read", async (_, method) => {
  const facts = await readFiles({ "log.eval": zipOf("header.json", header, { method }) });
  expectFact(facts, { format: "inspect-log", kind: "measurement", metric: "accuracy", value: 0.75 });
});

test("of a run that goes on there is only its beginning", async () => {
  const start = JSON.stringify({ version: 2, eval: evaluation, plan: {} });
  const facts = await readFiles({ "log.eval": zipOf("_journal/start.json", start) });
  expectFact(facts, { kind: "check", name: "the run of qa ended well", passed: null, observed: null });
});

test.each<[string, Uint8Array]>([
  ["without a header", zipOf("other.json", header)],
  ["packed by an unknown method", zipOf("header.json", header, { method: 99 })],
  ["whose header is larger than it says", zipOf("header.json", header, { size: 10 })],
  ["whose header says to be larger than any file", zipOf("header.json", header, { size: 0xffff_fff0 })],
  ["cut short", zipOf("header.json", header).slice(0, 200)],
  ["that only begins like one", new Uint8Array(Buffer.from("PK\u0003\u0004"))],
])("an archive %s is unreadable", async (_, bytes) => {
  const facts = await readFiles({ "log.eval": bytes });
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["unreadable"]);
  expect(ofKind(facts, "measurement")).toEqual([]);
});

test("an archive with bytes flipped anywhere is read or refused", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("../fixtures/inspect/arithmetic.eval", import.meta.url)));
  for (let at = 0; at < bytes.length; at += 487) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ 0xff;
    const facts = await readFiles({ "log.eval": flipped });
    expect(ofKind(facts, "problem").filter(({ message }) => message.startsWith("the reader"))).toEqual([]);
  }
});
