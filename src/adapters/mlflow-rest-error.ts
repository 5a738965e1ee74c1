import type { Adapter } from "../model/adapter.js";
import { member, text } from "../read/shape.js";

/** An answer that says why there is none. */
export const mlflowRestError: Adapter = {
  id: "mlflow-rest-error",
  title: "MLflow error from the REST interface",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html",
  versions: "2.22.5, 3.17.2",
  reads: "That it is an error, as a problem: the answer holds no evidence.",
  leaves: "Nothing.",
  syntax: ["json"],
  gives: [],

  recognises: ({ value }) =>
    /^[A-Z][A-Z_]{3,60}$/.test(text(member(value, "error_code")) ?? "") && text(member(value, "message")) !== undefined,

  read: ({ value }) => [
    {
      kind: "problem",
      problem: "unreadable",
      message: `the server answered with an error: ${text(member(value, "error_code")) ?? ""}`,
      mend: "ask again, and save the answer once it is one",
      where: { pointer: "/error_code" },
    },
  ],
};
