import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import type { XmlElement } from "../../src/model/adapter.js";
import type { Report } from "../../src/model/report.js";
import { parseXml } from "../../src/read/xml.js";
import { json } from "../../src/report/forms/json.js";
import { intoto } from "../../src/report/forms/intoto.js";
import { junit } from "../../src/report/forms/junit.js";
import { sarif } from "../../src/report/forms/sarif.js";
import { reportOf } from "../publish/findings.js";
import { fleetReport } from "./fleet.js";
import { richReport } from "./rich.js";

const view = { columns: 92, colour: false, verbose: true, pathPrefix: "" };

let reports: readonly Report[];
beforeAll(async () => {
  reports = [await richReport(), reportOf([]), fleetReport(40)];
});

describe("SARIF by the standard's own schema", () => {
  // The schema of the standard's committee, as @microsoft/jest-sarif carries it.
  const path = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // It is of draft 4, and of what has another meaning since then it uses the name of its identifier alone.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  test("is that of 2.1.0", () => {
    expect(id).toMatch(/sarif-2\.1\.0/);
    expect($schema).toMatch(/draft-04/);
  });

  test("every report is valid", () => {
    for (const report of reports) {
      expect(valid(JSON.parse(sarif.render(report, view))) ? [] : valid.errors).toEqual([]);
    }
  });

  test("and what is not would be noticed", () => {
    const [rich] = reports;
    if (rich === undefined) throw new Error("there is no report");
    const { runs, ...rest } = JSON.parse(sarif.render(rich, view));
    expect(valid({ ...rest, runs: [{ ...runs[0], results: [{ ruleId: 7 }] }] })).toBe(false);
    expect(valid(rest)).toBe(false);
  });
});

interface Allowed {
  readonly attributes: readonly string[];
  readonly required: readonly string[];
  readonly children: readonly string[];
}

const outcome: Allowed = { attributes: ["type", "message"], required: [], children: [] };

/**
 * What Jenkins' xUnit plugin takes, which refuses a file with anything else.
 *
 * @see https://github.com/jenkinsci/xunit-plugin (junit-10.xsd)
 */
const jenkins: Readonly<Record<string, Allowed>> = {
  testsuites: { attributes: ["name", "time", "tests", "failures", "errors"], required: [], children: ["testsuite"] },
  testsuite: {
    attributes: [
      "name",
      "tests",
      "failures",
      "errors",
      "group",
      "time",
      "skipped",
      "timestamp",
      "hostname",
      "id",
      "package",
      "file",
      "log",
      "url",
    ],
    required: ["name", "tests", "failures", "errors"],
    children: ["testsuite", "properties", "testcase", "system-out", "system-err"],
  },
  testcase: {
    attributes: ["name", "time", "classname", "group"],
    required: ["name"],
    children: [
      "skipped",
      "error",
      "failure",
      "rerunFailure",
      "rerunError",
      "flakyFailure",
      "flakyError",
      "system-out",
      "system-err",
    ],
  },
  failure: outcome,
  error: outcome,
  skipped: outcome,
  "system-out": { attributes: [], required: [], children: [] },
};

function faultsOf({ name, attributes, children }: XmlElement): readonly string[] {
  const allowed = jenkins[name];
  if (allowed === undefined) return [`no element ${name}`];
  const given = Object.keys(attributes);
  return [
    ...given.filter((one) => !allowed.attributes.includes(one)).map((one) => `${name} has no ${one}`),
    ...allowed.required.filter((one) => !given.includes(one)).map((one) => `${name} lacks ${one}`),
    ...children.filter((child) => !allowed.children.includes(child.name)).map((child) => `no ${child.name} in ${name}`),
    // The schema's pattern for seconds.
    ...(/^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/.test(attributes["time"] ?? "0")
      ? []
      : [`${name} takes another time`]),
    ...children.flatMap(faultsOf),
  ];
}

test("JUnit is as the schema of Jenkins' plugin says, attribute by attribute", () => {
  for (const report of reports) {
    const { root, faults } = parseXml(junit.render(report, view), 10);
    if (root === undefined) throw new Error("there is no root");
    expect([...faults, ...faultsOf(root)]).toEqual([]);
  }
});

describe("in-toto statements", () => {
  /** @see https://github.com/in-toto/attestation (statement.proto, resource_descriptor.proto, test_result.proto) */
  const known = {
    statement: ["_type", "subject", "predicateType", "predicate"],
    resource: ["name", "uri", "digest", "content", "downloadLocation", "mediaType", "annotations"],
    predicate: ["result", "configuration", "url", "passedTests", "warnedTests", "failedTests"],
  } as const;

  const strays = (value: object, names: readonly string[]): readonly string[] =>
    Object.keys(value).filter((key) => !names.includes(key));

  test("hold the fields of the specification's messages and no others", () => {
    const statements = reports.flatMap((report) =>
      intoto
        .render(report, view)
        .split("\n")
        .filter((line) => line !== ""),
    );
    expect(statements.length).toBeGreaterThan(0);
    for (const line of statements) {
      const statement = JSON.parse(line);
      expect(strays(statement, known.statement)).toEqual([]);
      expect(strays(statement.predicate, known.predicate)).toEqual([]);
      expect(["PASSED", "WARNED", "FAILED"]).toContain(statement.predicate.result);
      for (const resource of [...statement.subject, ...statement.predicate.configuration]) {
        expect(strays(resource, known.resource)).toEqual([]);
        expect(resource.digest.sha256).toMatch(/^[0-9a-f]{64}$/);
      }
    }
  });

  test("name the report by the digest of its bytes, so that a signature vouches for all of it", () => {
    for (const report of reports) {
      const digest = createHash("sha256").update(json.render(report, view)).digest("hex");
      const lines = intoto
        .render(report, view)
        .split("\n")
        .filter((line) => line !== "");
      for (const line of lines)
        expect(JSON.parse(line).predicate.configuration[0]).toMatchObject({
          name: "report.json",
          digest: { sha256: digest },
        });
    }
  });
});
