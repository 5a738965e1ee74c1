import { createHash } from "node:crypto";
import type { Decision } from "../../model/finding.js";
import type { Report } from "../../model/report.js";
import type { View } from "../../model/reporter.js";
import { findingsByModel } from "../by-model.js";
import { titleOf, type ModelContext, type Section } from "./context.js";
import { counted, figure, minute } from "./figures.js";
import { decisionMark, decisionWord } from "./marks.js";
import { fleetTools } from "./script.js";
import { calibrationSection } from "./sections/calibration.js";
import { cardSection } from "./sections/card.js";
import { clausesSection } from "./sections/clauses.js";
import { driftSection } from "./sections/drift.js";
import { evidenceSection } from "./sections/evidence.js";
import { fleet, type FleetModel } from "./sections/fleet.js";
import { banner, mendSection } from "./sections/head.js";
import { historySection } from "./sections/history.js";
import { importanceSection } from "./sections/importance.js";
import { lineageSection } from "./sections/lineage.js";
import { metricsSection } from "./sections/metrics.js";
import { peopleSection } from "./sections/people.js";
import { rulesSection } from "./sections/rules.js";
import { reading, runSection } from "./sections/run.js";
import { slicesSection } from "./sections/slices.js";
import { style } from "./style.js";
import { marked, none, ours, type Html } from "./tags.js";

/** Models that have a page of their own in the file, worst first: more would make a file that no browser opens. */
const MOST_PAGES = 60;

/** Models that the table of contents names. */
const MOST_IN_CONTENTS = 20;

const sections: readonly ((context: ModelContext) => Section | null)[] = [
  mendSection,
  metricsSection,
  slicesSection,
  driftSection,
  calibrationSection,
  historySection,
  importanceSection,
  cardSection,
  clausesSection,
  peopleSection,
  lineageSection,
  rulesSection,
  evidenceSection,
];

const order: readonly Decision[] = ["block", "undecided", "warn", "pass"];

interface ModelPage {
  readonly context: ModelContext;
  readonly sections: readonly Section[];
}

/** The whole report as one page that loads nothing from anywhere. */
export function page(report: Report, view: View): string {
  const found = findingsByModel(report.findings);
  const worstFirst = [...report.models].sort((a, b) => order.indexOf(a.decision) - order.indexOf(b.decision));
  const shown = worstFirst.slice(0, MOST_PAGES);
  const pages = shown.map((model, index): ModelPage => {
    const context = {
      model,
      findings: found.get(model.name) ?? [],
      report,
      view: { ...view, within: model.path },
      id: `m${index + 1}`,
    };
    return { context, sections: sections.flatMap((section) => section(context) ?? []) };
  });
  const anchors = new Map(pages.map(({ context }) => [context.model, context.id]));
  const fleetModels = report.models.map((model): FleetModel => ({
    model,
    findings: found.get(model.name) ?? [],
    anchor: anchors.get(model) ?? null,
  }));
  const script = report.models.length > 1 ? fleetTools : null;
  const left = report.models.length - shown.length;
  const body = marked`<a class="skip" href="#main">To the report</a>
    <div class="page">
      ${top(report)}${contents(pages, report)}
      <main id="main">
        ${
          report.models.length > 1
            ? marked`<section id="fleet" aria-labelledby="h-fleet">
                <h2 id="h-fleet">Fleet</h2>
                ${fleet(fleetModels, report)}
              </section>`
            : none
        }${pages.map(modelPage)}${left > 0 ? marked`<p class="muted">${counted(left, "model")} more have no page in this file: <code>model-referee check --model NAME --format html</code> writes one.</p>` : none}
        <section id="run" aria-labelledby="h-run">
          <h2 id="h-run">The run</h2>
          ${runSection(report, { ...view, within: "" })}
        </section>
        <section id="reading" aria-labelledby="h-reading">
          <h2 id="h-reading">How to read this</h2>
          ${reading()}
        </section>
      </main>
      <footer>
        Report schema ${report.schema_version}. Decision, findings and digests are in <code>report.json</code>; this
        page is a view of it and loads nothing from anywhere.
      </footer>
    </div>`;
  return document(titleOfPage(report), body, script);
}

function document(title: string, body: Html, script: string | null): string {
  const hash = script === null ? "" : ` script-src 'sha256-${createHash("sha256").update(script).digest("base64")}';`;
  const policy = `default-src 'none'; style-src 'unsafe-inline';${hash} base-uri 'none'; form-action 'none'`;
  return marked`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${ours(`<style>${style}</style>`)}
      </head>
      <body>
        ${body}${script === null ? none : ours(`<script>${script}</script>`)}
      </body>
    </html> `.markup;
}

const titleOfPage = ({ decision, models, run }: Report): string => {
  const [only] = models;
  const about = models.length === 1 && only !== undefined ? titleOf(only) : run.root_name;
  return `${decisionWord[decision]}: ${about}, Model Referee audit report`;
};

function top(report: Report): Html {
  const { now, head, base, policies, inputs, tool, run, event, unjudged } = report;
  const unread = unjudged.length;
  const rows = [
    ["Judged", `${minute(now)}${report.clock_given ? ", the clock was given" : ""}`],
    ["Head", head === null ? null : marked`<code>${head.slice(0, 7)}</code>`],
    ["Compared with", base],
    ["Policies", policies.map(({ id }) => id).join(", ") || null],
    ["Evidence", `${counted(inputs.length, "file")}, ${unread === 0 ? "none" : figure(unread)} not judged`],
    ["Tool", `${tool.name} ${tool.version}`],
    ["Check again", marked`<code>model-referee verify report.json</code>`],
  ] as const;
  return marked`<header class="top">
    <p class="kicker">
      <span><b>Model Referee</b> audit report</span
      ><span>${run.root_name}${event === null ? none : marked`, ${event.replaceAll("_", " ")}`}</span>
    </p>
    <h1>${decisionMark(report.decision)} <span class="rest">${headline(report)}</span></h1>
    <dl class="meta">
      ${rows.map(([term, value]) =>
        value === null
          ? none
          : marked`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`,
      )}
    </dl>
  </header>`;
}

/** Which models the decision rests on, in one sentence; of one model, why. */
function headline({ models, reason }: Report): string {
  if (models.length < 2) return `${reason}.`;
  const said: Readonly<Record<Decision, readonly [string, string]>> = {
    block: ["is blocked", "are blocked"],
    undecided: ["is undecided", "are undecided"],
    warn: ["has warnings", "have warnings"],
    pass: ["passes", "pass"],
  };
  const parts = order.flatMap((decision) => {
    const count = models.filter((model) => model.decision === decision).length;
    return count === 0 ? [] : [`${figure(count)} ${said[decision][count === 1 ? 0 : 1]}`];
  });
  return `Of ${figure(models.length)} models ${parts.join(", ")}.`;
}

function contents(pages: readonly ModelPage[], { models }: Report): Html {
  const [only] = pages;
  const listed = pages.slice(0, MOST_IN_CONTENTS);
  const links =
    pages.length === 1 && only !== undefined
      ? only.sections.map(({ id, title }) => marked`<li><a href="#${id}">${title}</a></li>`)
      : listed.map(
          ({ context }) =>
            marked`<li>
              <a href="#${context.id}">${context.model.name}</a>
              <span class="muted">${decisionWord[context.model.decision]}</span>
            </li>`,
        );
  const left = models.length - listed.length;
  return marked`<nav aria-label="Contents">
    <div class="in">
      <p class="nav-t">Contents</p>
      <ul>
        ${models.length > 1 ? marked`<li class="first"><a href="#fleet">Fleet</a></li>` : none}${links}${left > 0 && pages.length > 1 ? marked`<li class="muted">and ${figure(left)} more</li>` : none}
        <li class="first"><a href="#run">The run</a></li>
        <li class="first"><a href="#reading">How to read this</a></li>
      </ul>
    </div>
  </nav>`;
}

function modelPage({ context, sections: own }: ModelPage): Html {
  const { id, model } = context;
  const jump =
    own.length < 3
      ? none
      : marked`<p class="jump">
          <span class="muted">In this part:</span>
          ${own.map((section) => marked`<a href="#${section.id}">${section.title}</a> `)}
        </p>`;
  return marked`<section id="${id}" class="model" aria-labelledby="h-${id}">
    <h2 id="h-${id}">${titleOf(model)}</h2>
    ${banner(context)}${jump}${own.map(
      (section) =>
        marked`<section id="${section.id}" aria-labelledby="h-${section.id} h-${id}">
          <h3 id="h-${section.id}">${section.title}</h3>
          ${section.body}
        </section>`,
    )}
  </section>`;
}
