import type { Adapter } from "../model/adapter.js";
import { list, member, record } from "../read/shape.js";

/** Who reviews and approves in projects of the Kubernetes community. It holds no approval. */
export const kubernetesOwners: Adapter = {
  id: "kubernetes-owners",
  title: "Kubernetes `OWNERS`",
  definedAt: "https://www.kubernetes.dev/docs/guide/owners/",
  versions: "as the community's projects write it",
  reads: "Nothing beyond the format: who may approve has approved nothing.",
  leaves: "Approvers and reviewers.",
  syntax: ["yaml", "text"],
  gives: [],
  recognises: ({ value, text, name }) => {
    if (/(^|[_.-])OWNERS(_ALIASES)?$/.test(name))
      return /^(approvers|reviewers|aliases|filters):/m.test(text.slice(0, 20_000));
    return (
      record(value) !== undefined && ["approvers", "reviewers"].every((key) => list(member(value, key)) !== undefined)
    );
  },
  read: () => [],
};
