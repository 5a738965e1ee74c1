import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText } from "./described.js";

describe("a list of a registry", () => {
  const nested = JSON.stringify({
    models: [
      {
        name: "fraud",
        versions: [
          { version: "1", stage: "Production", metrics: { auc: 0.9, note: "x" }, created_at: "2026-01-01T00:00:00Z" },
          { version: "2", stage: "Staging", metrics: { auc: 0.93 }, run_id: "r2" },
        ],
      },
    ],
  });

  test("each version stands in its stage, the older one that serves as well", async () => {
    const facts = await factsOfText("registry.json", nested);
    expect(ofKind(facts, "model")).toMatchObject([
      { name: "fraud", version: "1", stage: "production", created: "2026-01-01T00:00:00Z" },
      { name: "fraud", version: "2", stage: "staging", run: "r2" },
    ]);
  });

  test("the numbers of a version are that version's", async () => {
    const facts = await factsOfText("registry.json", nested);
    expect(ofKind(facts, "measurement")).toMatchObject([
      { metric: "roc_auc", value: 0.9, version: "1", slice: {} },
      { metric: "roc_auc", value: 0.93, version: "2", run: "r2", slice: {} },
    ]);
  });

  test("names as registries' clients write them", async () => {
    const text = "- { model_name: fraud, model_version: 7, stage: Production }\n";
    expect(ofKind(await factsOfText("registry.yaml", text), "model")).toMatchObject([
      { name: "fraud", version: "7", stage: "production" },
    ]);
  });
});

describe("a promotion record", () => {
  const record = (more: string) => `model: fraud\nversion: 3.2.0\nto_stage: production\n${more}`;

  test("says which version goes to which stage, and who let it", async () => {
    const facts = await factsOfText("promotion.yaml", record("approved_by: ana\npromoted_at: 2026-03-02T10:00:00Z\n"));
    expect(ofKind(facts, "model")).toMatchObject([
      { name: "fraud", version: "3.2.0", stage: "production", at: "2026-03-02T10:00:00Z", source: { line: 3 } },
    ]);
    expect(ofKind(facts, "approval")).toMatchObject([{ by: "ana", state: "approved", version: "3.2.0" }]);
  });

  test("a list of approvals is read beside the name at its top", async () => {
    const facts = await factsOfText(
      "promotion.yaml",
      record("approved_by: ana\napprovals:\n  - { role: risk, by: bo, status: rejected }\n"),
    );
    expect(ofKind(facts, "approval")).toMatchObject([
      { by: "ana", state: "approved" },
      { by: "bo", role: "risk", state: "rejected" },
    ]);
  });

  test.each([
    ["nobody", "approved_by: \n", "pending"],
    ["a refusal", "approved_by: ana\nstatus: rejected\n", "rejected"],
  ])("%s is no approval", async (_title, more, state) => {
    expect(ofKind(await factsOfText("promotion.yaml", record(more)), "approval")).toMatchObject([{ state }]);
  });

  test("a template's filler is told", async () => {
    const facts = await factsOfText("promotion.yaml", record("approved_by: '{{ approver }}'\n"));
    expect(ofKind(facts, "approval")).toEqual([]);
    expect(ofKind(facts, "problem")).toMatchObject([{ problem: "template" }]);
  });
});

describe("a model package of SageMaker", () => {
  const described = (more: object) =>
    JSON.stringify({
      ModelPackageGroupName: "fraud",
      ModelPackageVersion: 3,
      ModelPackageArn: "arn:aws:sagemaker:eu-west-1:1:model-package/fraud/3",
      CreationTime: "2026-03-01T10:00:00+00:00",
      ...more,
    });

  test.each([
    ["Approved", "approved"],
    ["Rejected", "rejected"],
    ["PendingManualApproval", "pending"],
  ])("%s is told as %s", async (status, state) => {
    const facts = await factsOfText("package.json", described({ ModelApprovalStatus: status }));
    expect(ofKind(facts, "model")).toMatchObject([{ name: "fraud", version: "3", created: "2026-03-01T10:00:00Z" }]);
    expect(ofKind(facts, "approval")).toMatchObject([{ state, version: "3" }]);
  });

  test("a version without a status has no approval", async () => {
    const facts = await factsOfText("package.json", described({ ModelPackageStatus: "Completed" }));
    expect(ofKind(facts, "approval")).toEqual([]);
  });

  test("a listing is read version by version", async () => {
    const one = JSON.parse(described({ ModelApprovalStatus: "Approved" })) as unknown;
    const facts = await factsOfText("packages.json", JSON.stringify({ ModelPackageSummaryList: [one, one] }));
    expect(ofKind(facts, "model")).toHaveLength(2);
  });
});

describe("approvals in Markdown", () => {
  const table = [
    "| Role | Name | Date | Status |",
    "|------|------|------|--------|",
    "| Model owner | Jane Doe | 2024-06-11 | ✅ Approved |",
    "| Model risk | Bob Roe | | Pending |",
    "| Legal | | | |",
    "| Data | Eve | 2024-06-12 | rejected |",
  ].join("\n");

  test("a page of them: a row without a name is nobody's, one without a decision is pending", async () => {
    const facts = await factsOfText("APPROVALS.md", `# Approvals\n\n${table}\n`);
    expect(
      ofKind(facts, "approval").map(({ by, role, state, at, source }) => [by, role, state, at, source.line]),
    ).toEqual([
      ["Jane Doe", "Model owner", "approved", "2024-06-11T00:00:00Z", 5],
      ["Bob Roe", "Model risk", "pending", null, 6],
      [null, "Legal", "pending", null, 7],
      ["Eve", "Data", "rejected", "2024-06-12T00:00:00Z", 8],
    ]);
    expect(ofKind(facts, "file")[0]?.format).toBe("approvals-page");
  });

  test("in a model card below a heading that says so, and nowhere else", async () => {
    const card = (title: string) =>
      `# Model card\n\n## Intended use\nFor loans.\n\n## Limitations\nSmall loans.\n\n## ${title}\n\n${table}\n`;
    expect(ofKind(await factsOfText("model_card.md", card("Sign-off")), "approval")).toHaveLength(4);
    expect(ofKind(await factsOfText("model_card.md", card("Authors")), "approval")).toEqual([]);
  });

  test("a policy of approvals has none", async () => {
    const facts = await factsOfText("approval_policy.md", `# Approvals\n\n${table}\n`);
    expect(ofKind(facts, "approval")).toEqual([]);
  });
});
