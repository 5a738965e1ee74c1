import { isAbout } from "../judging/check-topics.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed } from "../judging/wording.js";
import { defineCheck } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";

type Alert = FactOf<"check">;

export const alertsConfigured = defineCheck({
  id: "alerts-configured",
  area: "monitoring",
  title: "Alerts are configured",
  why: "A number that nobody is told of is watched by nobody.",
  mend: "Write a rule of Prometheus or Grafana for it, and a receiver that tells somebody.",
  whenNot: "Where alerts live in a system that keeps no files.",
  subject: {
    kind: "texts",
    description:
      "What there must be an alert about: words of its name or expression, such as latency; any: an alert at all.",
  },
  options: {
    severity: { kind: "texts", description: "Severities that count; all by default." },
    receiver: { kind: "flag", description: "True asks that the default receiver tells somebody." },
  },
  example: {
    rule: "told: { alerts-configured: [drift, latency], receiver: true }",
    met: "rules with the alerts FraudDriftHigh and FraudLatencyHigh, and a receiver with a pager",
    notMet: "rules without an alert on drift",
  },
  needs: ["check"],
  parts: [
    {
      one: "alert",
      several: "alerts",
      of: ({ subject: words, options, evidence }) =>
        words.flatMap((word) =>
          countedIn(evidence, options.severity)
            .filter((alert) => isOn(alert, word))
            .map(({ name, source, limits }) => ({ name, source, subject: word, limits })),
        ),
    },
  ],

  plain: (words, asked) =>
    `there is an alert ${words.includes("any") ? "at all" : `about ${listed(words)}`}${asked.receiver === true ? ", and it reaches somebody" : ""}`,

  evaluate({ subject: words, options, evidence }) {
    const broken = brokenFor(evidence, "check").find(
      ({ format }) => format === null || /prometheus|grafana|alertmanager/.test(format),
    );
    if (broken !== undefined) return [unreadableFile(broken)];
    const alerts = alertsIn(evidence);
    const counted = countedIn(evidence, options.severity);
    return [
      ...words.map((word) => judgeWord(word, alerts, counted)),
      ...(options.receiver === true ? [judgeReceiver(watchedIn(evidence))] : []),
    ];
  },
});

const watchedIn = (evidence: Evidence): readonly Alert[] =>
  evidence.of("check").filter((check) => isAbout(check, "alerts"));

const alertsIn = (evidence: Evidence): readonly Alert[] =>
  watchedIn(evidence).filter(({ format }) => format !== "alertmanager-config");

const countedIn = (evidence: Evidence, severities: readonly string[] | undefined): readonly Alert[] =>
  alertsIn(evidence).filter(
    ({ severity }) => severities === undefined || (severity !== null && severities.includes(severity)),
  );

const isOn = ({ name, expected }: Alert, word: string): boolean =>
  word === "any" || `${name} ${String(expected ?? "")}`.toLowerCase().includes(word.toLowerCase());

function judgeWord(word: string, alerts: readonly Alert[], counted: readonly Alert[]): Verdict {
  if (alerts.length === 0)
    return missing("no alert is configured in any file", "commit the rules below the model's folder", word);
  const alert = counted.find((candidate) => isOn(candidate, word));
  if (alert !== undefined)
    return { subject: word, outcome: "met", message: `${alert.name} watches it`, sources: [alert.source] };
  return {
    subject: word,
    outcome: "not-met",
    message: `none of ${alerts.length} alerts is about ${word}${counted.length < alerts.length ? " with an asked severity" : ""}`,
    sources: alerts.slice(0, 5).map(({ source }) => source),
  };
}

function judgeReceiver(checks: readonly Alert[]): Verdict {
  const subject = "receiver";
  const receivers = checks.filter(({ format }) => format === "alertmanager-config");
  const main = receivers.find(({ severity }) => severity === "default");
  if (receivers.length === 0)
    return missing("no configuration says who is told of an alert", "commit Alertmanager's configuration", subject);
  if (main === undefined)
    return {
      subject,
      outcome: "not-met",
      message: "the root route names no receiver that is there",
      sources: receivers.slice(0, 1).map(({ source }) => source),
    };
  const sources = [main.source];
  return typeof main.observed === "number" && main.observed > 0
    ? { subject, outcome: "met", message: `${main.name} tells by ${String(main.expected)}`, sources }
    : { subject, outcome: "not-met", message: `${main.name} tells nobody`, sources };
}
