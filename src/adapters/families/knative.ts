import type { Statement } from "../../model/fact.js";
import { below, list, member, number, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { containersOf, rolledOut } from "./pod-spec.js";

/** A service of Knative. Traffic that goes to several revisions is a canary; the newest revision is the new version. */
export function knativeStatements(object: KubernetesObject): Statement[] {
  const shares = (list(below(object.value, "spec", "traffic")) ?? []).map((share) => ({
    percent: number(member(share, "percent")) ?? 0,
    revision: text(member(share, "revisionName")) ?? null,
    latest: member(share, "latestRevision") === true,
  }));
  const served = shares.filter(({ percent }) => percent > 0);
  const newest = served.find(({ latest }) => latest) ?? served.at(-1);
  const split = served.length > 1;
  const concurrency = number(below(object.value, "spec", "template", "spec", "containerConcurrency"));
  return rolledOut(object, containersOf(object, "spec", "template", "spec"), {
    fields: {
      strategy: split ? "canary" : null,
      traffic: split ? (newest?.percent ?? null) : null,
      rollback_target: split ? (served.find((share) => share !== newest)?.revision ?? null) : null,
    },
    at: split ? ["spec", "traffic"] : null,
    extra: concurrency === undefined ? {} : { containerConcurrency: concurrency },
  });
}
