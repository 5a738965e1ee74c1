import { readFileSync } from "node:fs";
import type { Network, NetworkReply, NetworkRequest } from "../../src/model/network.js";

/** What a real server of MLflow 3.17.2 answered, recorded. */
const recorded = (name: string): string =>
  readFileSync(new URL(`../fixtures/mlflow/rest/${name}.json`, import.meta.url), "utf8");

export const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): NetworkReply => ({
  kind: "reply",
  status,
  headers,
  body: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)),
});

export const failed = (code: string): NetworkReply => ({ kind: "failed", code });

interface Run {
  readonly info: { readonly run_id: string; readonly status: string; readonly experiment_id: string };
  readonly data: { readonly metrics: readonly { readonly key: string; readonly step: number }[] };
}

export interface TrackingServer {
  readonly network: Network;
  readonly requests: readonly NetworkRequest[];
}

/** Answers like the recorded server, two runs a page; `override` answers first where it wants to. */
export function trackingServer(
  override: (path: string, request: NetworkRequest, count: number) => NetworkReply | null = () => null,
): TrackingServer {
  const { runs } = JSON.parse(recorded("runs-search")) as { readonly runs: readonly Run[] };
  const requests: NetworkRequest[] = [];
  const answer = (path: string, url: URL, body: string | undefined): NetworkReply => {
    const query = url.searchParams;
    switch (path) {
      case "experiments/search":
        return json(recorded("experiments-search"));
      case "experiments/get-by-name":
        return query.get("experiment_name") === "fraud-detection"
          ? json({ experiment: { experiment_id: "1" } })
          : json({ error_code: "RESOURCE_DOES_NOT_EXIST", message: "Could not find experiment" }, 404);
      case "runs/search": {
        const asked = JSON.parse(body ?? "{}") as {
          readonly experiment_ids: readonly string[];
          readonly page_token?: string;
        };
        const own = runs.filter(({ info }) => asked.experiment_ids.includes(info.experiment_id));
        const from = Number(asked.page_token ?? 0);
        const next = from + 2 < own.length ? { next_page_token: String(from + 2) } : {};
        return json({ runs: own.slice(from, from + 2), ...next });
      }
      case "runs/get":
        return json({ run: runs.find(({ info }) => info.run_id === query.get("run_id")) });
      case "registered-models/get":
        return query.get("name") === "fraud-detector"
          ? json(recorded("registered-models-get"))
          : json({ error_code: "RESOURCE_DOES_NOT_EXIST", message: "Registered Model with name=nope not found" }, 404);
      case "registered-models/alias":
        return json(recorded("registered-models-alias-champion"));
      case "model-versions/search":
        return json(recorded("model-versions-search"));
      case "metrics/get-history":
        return json(recorded("metrics-get-history-val_loss"));
      case "logged-models/search":
        return json(recorded("logged-models-search"));
      default:
        return json({ error_code: "ENDPOINT_NOT_FOUND" }, 404);
    }
  };
  return {
    requests,
    network: (request) => {
      requests.push(request);
      const url = new URL(request.url);
      const path = url.pathname.replace(/^.*\/api\/2\.0\/mlflow\//, "");
      return Promise.resolve(override(path, request, requests.length) ?? answer(path, url, request.body));
    },
  };
}
