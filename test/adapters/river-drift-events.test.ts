import { expect, test } from "vitest";
import { ofKind, readEvidence } from "../read-evidence.js";
import { describeFixtures } from "./described.js";

describeFixtures("river-drift-events", [
  [
    "river/ddm-events.jsonl",
    "events of drift",
    [{ kind: "drift", scope: "concept", drifted: true, at: "2026-05-02T12:55:45Z", place: "80" }],
    [{ kind: "drift", at: "2026-05-01T18:21:20Z" }],
  ],
  [
    "river/kswin-events.csv",
    "the same in CSV",
    [{ kind: "drift", drifted: true, at: "2026-05-21T07:25:53Z", place: "2" }],
  ],
]);

test("warnings are no facts", async () => {
  const facts = await readEvidence(new URL("../fixtures/river/ddm-events.jsonl", import.meta.url).pathname);
  // grep -c '"type": "drift"' of the fixture
  expect(ofKind(facts, "drift")).toHaveLength(3);
});
