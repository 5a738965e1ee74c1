import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { mark } from "./served.js";

const alerts = {
  ...mark,
  "m/rules.yml":
    "groups:\n  - name: fraud\n    rules:\n      - alert: FraudSlow\n        expr: latency_p95 > 1\n        labels: { severity: page }\n",
};
const receiver = (ways: string) => ({
  ...alerts,
  "m/alertmanager.yml": `route: { receiver: ml }\nreceivers:\n  - name: ml\n${ways}`,
});

describeCheck("alerts-configured", {
  met: {
    "a word of the expression": { files: alerts, rule: "{ alerts-configured: latency }", at: "m/rules.yml:4" },
    "an alert of Grafana": {
      files: {
        ...mark,
        "m/alerts.yml":
          "groups:\n  - name: fraud\n    rules:\n      - title: Fraud is slow\n        condition: A\n        data: [{ refId: A, model: { expr: latency_p95 > 1 } }]\n",
      },
      rule: "{ alerts-configured: latency }",
      at: "m/alerts.yml:4",
    },
    "it reaches somebody": {
      files: receiver("    pagerduty_configs: [{ routing_key: x }]\n"),
      rule: "{ alerts-configured: any, severity: [page], receiver: true }",
    },
    ...(corpusIsThere
      ? {
          "real rules": {
            files: {
              ...mark,
              ...corpusFiles({
                "m/r.yml":
                  "public/prometheus-rules-yaml/samber__awesome-prometheus-alerts__apache-spark-spark-prometheus.yml",
              }),
            },
            rule: "{ alerts-configured: memory }",
          },
        }
      : {}),
  },
  "not-met": {
    ...onCorpus({
      "real rules that do not speak of it": {
        files: {
          ...mark,
          ...corpusFiles({
            "m/r.yml":
              "public/prometheus-rules-yaml/samber__awesome-prometheus-alerts__apache-spark-spark-prometheus.yml",
          }),
        },
        rule: "{ alerts-configured: prediction_latency }",
      },
    }),
    "none about drift": {
      files: alerts,
      rule: "{ alerts-configured: [latency, drift] }",
      says: "none of 1 alerts is about drift",
    },
    "another severity": { files: alerts, rule: "{ alerts-configured: latency, severity: [critical] }" },
    "nobody is told": { files: receiver(""), rule: "{ alerts-configured: any, receiver: true }", says: "tells nobody" },
  },
  missing: {
    "no alert": { files: mark, rule: "{ alerts-configured: any }" },
    "no receiver": { files: alerts, rule: "{ alerts-configured: any, receiver: true }" },
  },
  unreadable: {
    "rules that are a template": {
      files: {
        ...mark,
        "m/rules.yaml":
          "{{- if .Values.alerts }}\ngroups:\n  - name: g\n    rules:\n      - alert: Slow\n        expr: p95 > 1\n{{- end }}\n",
      },
      rule: "{ alerts-configured: any }",
      says: "template",
    },
    "rules that are no YAML": {
      files: { ...mark, "m/quality-checks.yml": "groups: [\n  - a: {{ x }}\n" },
      rule: "{ alerts-configured: any }",
    },
  },
});
