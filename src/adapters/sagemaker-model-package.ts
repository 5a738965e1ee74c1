import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, scalarText, text } from "../read/shape.js";

/** Words of the registry for what was decided of a version. */
const states: ReadonlyMap<string, string> = new Map([
  ["Approved", "approved"],
  ["Rejected", "rejected"],
  ["PendingManualApproval", "pending"],
]);

interface Package {
  readonly value: Value;
  readonly base: string;
}

const isPackage = (value: Value): boolean =>
  hasKeys(value, "ModelPackageArn", "ModelApprovalStatus") || hasKeys(value, "ModelPackageArn", "ModelPackageStatus");

/** One described version, or the versions of a listing. */
function packagesOf(value: Value | undefined): readonly Package[] {
  if (value !== undefined && isPackage(value)) return [{ value, base: "" }];
  const listed = list(member(value, "ModelPackageSummaryList")) ?? [];
  return listed.every(isPackage)
    ? listed.map((one, index) => ({ value: one, base: pointer("/ModelPackageSummaryList", index) }))
    : [];
}

function packageStatements({ value, base }: Package): readonly Statement[] {
  const name = text(member(value, "ModelPackageGroupName")) ?? text(member(value, "ModelPackageName")) ?? null;
  const version = scalarText(member(value, "ModelPackageVersion")) ?? null;
  const created = scalarText(member(value, "CreationTime")) ?? null;
  const container = list(below(value, "InferenceSpecification", "Containers"))?.[0];
  const framework = text(member(container, "Framework"))?.toLowerCase() ?? null;
  const status = text(member(value, "ModelApprovalStatus"));
  const by = text(below(value, "LastModifiedBy", "UserProfileName")) ?? null;
  const at = scalarText(member(value, "LastModifiedTime")) ?? null;
  return [
    {
      kind: "model",
      name,
      version,
      created,
      framework,
      at: created,
      where: { pointer: pointer(base, "ModelPackageArn") },
    },
    ...(status === undefined
      ? []
      : [
          {
            kind: "approval" as const,
            by,
            state: states.get(status) ?? status,
            version,
            at,
            where: { pointer: pointer(base, "ModelApprovalStatus") },
          },
        ]),
  ];
}

/** A version in SageMaker's registry, as its API describes it. The registry's word is no review of this change. */
export const sagemakerModelPackage: Adapter = {
  id: "sagemaker-model-package",
  title: "SageMaker model package",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html",
  versions: "`describe-model-package` and `list-model-packages`, from the documentation, not seen",
  reads: "The version with its group, date and framework, and what was decided of it.",
  leaves: "Where its metrics, images and baselines lie.",
  syntax: ["json"],
  gives: ["model", "approval"],
  recognises: ({ value }) => packagesOf(value).length > 0,
  read: ({ value }) => packagesOf(value).flatMap(packageStatements),
};
