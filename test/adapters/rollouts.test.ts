import { describe, expect, test } from "vitest";
import { instructionsOf } from "../../src/adapters/families/dockerfile.js";
import { isPlaceholder } from "../../src/adapters/families/placeholder.js";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, factsOfText, placeOf } from "./described.js";

describeFixtures("kserve-inference-service", [
  [
    "rollout/inferenceservice-canary-10.yaml",
    "a share below 100 is a canary",
    [
      { kind: "rollout", strategy: "canary", traffic: 10, place: "/spec/predictor/canaryTrafficPercent" },
      { kind: "rollout", resources: { "requests.cpu": "1", "requests.memory": "2Gi", minReplicas: 1 } },
      { kind: "model", name: "fraud-detector", version: "v2", framework: "sklearn" },
    ],
  ],
  [
    "rollout/inferenceservice-champion.yaml",
    "no share is the whole traffic",
    [{ kind: "rollout", strategy: null, traffic: null }],
    [
      { kind: "rollout", traffic: 0 },
      { kind: "rollout", strategy: "canary" },
    ],
  ],
  [
    "rollout/inferenceservice-full-rollout-unreviewed.yaml",
    "a share of 100 is no canary",
    [{ kind: "rollout", strategy: "all-at-once", traffic: 100 }],
    [{ kind: "rollout", strategy: "canary" }],
  ],
]);

const rollouts = async (name: string, text: string) => ofKind(await factsOfText(name, text), "rollout");
const problems = async (name: string, text: string) =>
  ofKind(await factsOfText(name, text), "problem").map(({ problem }) => problem);

const kserve = (predictor: string) =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: m }\nspec:\n  predictor: ${predictor}\n`;

describe("KServe", () => {
  test.each([
    ["a number in text", '{ canaryTrafficPercent: "20", model: {} }', "canary", 20],
    ["0 keeps the old version", "{ canaryTrafficPercent: 0, model: {} }", "canary", 0],
    ["null is absent", "{ canaryTrafficPercent: null, model: {} }", null, null],
  ])("%s", async (_, predictor, strategy, traffic) => {
    expect((await rollouts("i.yaml", kserve(predictor)))[0]).toMatchObject({ strategy, traffic });
  });

  test.each([
    ["beyond 100", "{ canaryTrafficPercent: 120, model: {} }", ["wrong-type"]],
    ["a template's filler", '{ canaryTrafficPercent: "{{ percent }}", model: {} }', ["template"]],
    ["an address to fill in", '{ model: { storageUri: "s3://${bucket}/m" } }', ["template"]],
  ])("%s is a problem, and no canary", async (_, predictor, expected) => {
    expect(await problems("i.yaml", kserve(predictor))).toEqual(expected);
    expect((await rollouts("i.yaml", kserve(predictor))).some(({ strategy }) => strategy === "canary")).toBe(false);
  });

  test("where its requests are logged to", async () => {
    const text = kserve("{ logger: { mode: request, url: 'http://sink/' }, sklearn: { storageUri: gs://b/m } }");
    expect((await rollouts("i.yaml", text))[0]).toMatchObject({ logging: "request to http://sink/" });
  });

  test("the first version's default and canary", async () => {
    const text =
      "apiVersion: serving.kubeflow.org/v1alpha2\nkind: InferenceService\nspec:\n  canaryTrafficPercent: 15\n" +
      "  default: { predictor: { sklearn: { storageUri: gs://a } } }\n  canary: { predictor: { sklearn: { storageUri: gs://b } } }\n";
    expect((await rollouts("i.yaml", text))[0]).toMatchObject({
      strategy: "canary",
      traffic: 15,
      rollback_target: "default",
    });
  });
});

const rollout = (strategy: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  revisionHistoryLimit: 2\n  template:\n    spec:\n      containers:\n` +
  `        - { name: m, image: "acme/model:blue", readinessProbe: {}, resources: { limits: { cpu: 2 } } }\n  strategy: ${strategy}\n`;

describe("Argo Rollouts", () => {
  test("the steps of a canary, its analyses and what it goes back to", async () => {
    const text = rollout(
      "{ canary: { analysis: { templates: [{ templateName: back }] }, steps: [{ setWeight: 5 }, { pause: { duration: 10m } }, { analysis: { templates: [{ templateName: errors }] } }, { setWeight: 50 }, { pause: {} }] } }",
    );
    expect((await rollouts("r.yaml", text))[0]).toMatchObject({
      strategy: "canary",
      traffic: 5,
      steps: [5, "pause 10m", "analysis errors", 50, "pause"],
      analysis: ["back", "errors"],
      rollback_target: "2 earlier revisions",
      image: "acme/model:blue",
      resources: { "limits.cpu": 2 },
      probes: ["readiness"],
    });
  });

  test("a canary is no blue-green by the name of its image", async () => {
    const strategies = (await rollouts("r.yaml", rollout("{ canary: {} }"))).map(({ strategy }) => strategy);
    expect(strategies).toEqual(["canary", null]);
  });

  test("blue-green, with a promotion by hand", async () => {
    const text = rollout(
      "{ blueGreen: { autoPromotionEnabled: false, prePromotionAnalysis: { templates: [{ templateName: smoke }] } } }",
    );
    expect((await rollouts("r.yaml", text))[0]).toMatchObject({
      strategy: "blue-green",
      steps: ["manual promotion"],
      analysis: ["smoke"],
    });
  });

  test("a template of an analysis has measured nothing", async () => {
    const text =
      "apiVersion: argoproj.io/v1alpha1\nkind: AnalysisTemplate\nmetadata: { name: pass }\nspec: { metrics: [{ name: pass }] }\n";
    const facts = await factsOfText("a.yaml", text);
    expect(facts.map(({ kind }) => kind).filter((kind) => kind !== "file")).toEqual(["rollout"]);
    expect(ofKind(facts, "rollout")[0]).toMatchObject({ strategy: null, analysis: ["pass"] });
  });
});

const flagger = (analysis: string, more = "") =>
  `apiVersion: flagger.app/v1beta1\nkind: Canary\nspec:\n  targetRef: { name: model }\n${more}  analysis: ${analysis}\n`;

test.each([
  ["{ stepWeight: 20, maxWeight: 50, metrics: [{ name: success }] }", "canary", [20, 40], ["success"]],
  ["{ stepWeights: [1, 10, 50] }", "canary", [1, 10, 50], []],
  ["{ iterations: 10, match: [{ headers: {} }] }", "ab-test", ["10 iterations"], []],
  ["{ iterations: 10 }", "blue-green", ["10 iterations"], []],
  ["{ stepWeight: 0 }", "canary", null, []],
])("Flagger %s", async (analysis, strategy, steps, metrics) => {
  expect((await rollouts("c.yaml", flagger(analysis)))[0]).toMatchObject({
    strategy,
    steps,
    analysis: metrics,
    rollback_target: "model-primary",
  });
});

test("a Canary of Flagger that skips its analysis is promoted at once, and nothing sends it back", async () => {
  const text = flagger("{ stepWeight: 10, metrics: [{ name: success }] }", "  skipAnalysis: true\n");
  const [rollout] = await rollouts("c.yaml", text);
  expect(rollout).toMatchObject({ strategy: "all-at-once", traffic: 100, steps: null, analysis: [] });
  expect(rollout?.rollback_target).toBeNull();
});

describe("Seldon", () => {
  test("the share of the newcomer, and what serves beside it", async () => {
    const text =
      "apiVersion: machinelearning.seldon.io/v1\nkind: SeldonDeployment\nspec:\n  predictors:\n" +
      "    - { name: main, traffic: 75, graph: { name: c, implementation: SKLEARN_SERVER, modelUri: gs://a } }\n" +
      "    - { name: canary, traffic: 25, graph: { name: c, modelUri: gs://b, logger: { mode: all } } }\n";
    const facts = await factsOfText("s.yaml", text);
    expect(ofKind(facts, "rollout")[0]).toMatchObject({
      strategy: "canary",
      traffic: 25,
      rollback_target: "main",
      logging: "all",
    });
    expect(ofKind(facts, "model")).toHaveLength(2);
  });

  test("a shadow gets no answer to its caller, and so no share", async () => {
    const text =
      "apiVersion: machinelearning.seldon.io/v1\nkind: SeldonDeployment\nspec:\n  predictors:\n" +
      "    - { name: main, graph: {} }\n    - { name: next, shadow: true, traffic: 50, graph: {} }\n";
    expect((await rollouts("s.yaml", text))[0]).toMatchObject({ strategy: "shadow", traffic: null });
  });

  test("a shadow beside a canary hides neither", async () => {
    const text =
      "apiVersion: machinelearning.seldon.io/v1\nkind: SeldonDeployment\nspec:\n  predictors:\n" +
      "    - { name: main, traffic: 75, graph: {} }\n    - { name: canary, traffic: 25, graph: {} }\n" +
      "    - { name: next, shadow: true, graph: {} }\n";
    expect(await rollouts("s.yaml", text)).toMatchObject([
      { strategy: "canary", traffic: 25, rollback_target: "main" },
      { strategy: "shadow", traffic: null, rollback_target: "main" },
    ]);
  });

  test("the single pod of the first version serves as a list of pods does", async () => {
    const text =
      "apiVersion: machinelearning.seldon.io/v1alpha1\nkind: SeldonDeployment\nspec:\n  predictors:\n" +
      "    - { name: main, replicas: 2, graph: { name: c, type: MODEL }, componentSpec: { spec: { containers: [" +
      "{ name: c, image: 'registry/churn:1.4', livenessProbe: { tcpSocket: { port: http } } }] } } }\n";
    expect(await rollouts("s.yaml", text)).toMatchObject([
      {
        image: "registry/churn:1.4",
        resources: { replicas: 2 },
        probes: ["liveness"],
        source: { pointer: "/spec/predictors/0/componentSpec/spec/containers/0/image" },
      },
    ]);
  });

  test("weights of an experiment are shares of their sum", async () => {
    const text =
      "apiVersion: mlops.seldon.io/v1alpha1\nkind: Experiment\nspec:\n  default: old\n" +
      "  candidates: [{ name: old, weight: 30 }, { name: new, weight: 10 }]\n";
    expect((await rollouts("e.yaml", text))[0]).toMatchObject({
      strategy: "canary",
      traffic: 25,
      rollback_target: "old",
    });
  });

  test("settings of MLServer name a model and its version", async () => {
    const text = '{"name":"m","implementation":"mlserver_sklearn.SKLearnModel","parameters":{"version":"v1"}}';
    expect(ofKind(await factsOfText("model-settings.json", text), "model")[0]).toMatchObject({
      name: "m",
      version: "v1",
      framework: "sklearn",
    });
  });
});

describe("manifests", () => {
  const deployment = (image: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 3\n  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25% } }\n` +
    `  template: { spec: { containers: [{ image: "${image}" }, { image: "proxy:1" }] } }\n`;

  test("a stream of several kinds loses none of them", async () => {
    const text = `${deployment("m:1")}---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: { minReplicas: 2, maxReplicas: 9 }\n---\n${rollout("{ canary: {} }")}`;
    const facts = await rollouts("all.yaml", text);
    expect(facts.map(({ format }) => format)).toEqual(facts.map(() => "argo-rollout"));
    expect(facts.map(({ strategy, image }) => [strategy, image])).toEqual([
      ["rolling-update", "m:1"],
      [null, "m:1"],
      [null, "proxy:1"],
      [null, null],
      ["canary", "acme/model:blue"],
      [null, "acme/model:blue"],
    ]);
    expect(facts[3]).toMatchObject({ resources: { minReplicas: 2, maxReplicas: 9 }, source: { line: 10 } });
  });

  test.each(["{{ .Values.image }}", "acme/model:${TAG}", "$(REPO)/m:1", "<your image>"])(
    "the image %s is a template's filler",
    async (image) => {
      expect(await problems("d.yaml", deployment(image))).toEqual(["template"]);
    },
  );

  test("a template that is no YAML is named, and every rule on roll-outs stops at it", async () => {
    const facts = await factsOfText(
      "d.yaml",
      "{{- if .Values.on }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n{{- end }}\n",
    );
    expect(ofKind(facts, "problem")).toMatchObject([{ problem: "template", format: "kubernetes-manifest" }]);
  });

  test.each([
    ["{ apiVersion: v1, kind: Secret, data: {} }", "a secret"],
    ["{ apiVersion: 3, kind: Deployment }", "a version that is no text"],
    ["{ apiVersion: apps/v1, kind: Deployment, spec: [] }", "a list for the spec"],
    [
      "{ apiVersion: apps/v1, kind: Deployment, spec: { template: { spec: { containers: {} } } } }",
      "a record of containers",
    ],
    [
      "{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, spec: { strategy: { canary: { steps: 3 } } } }",
      "steps that are no list",
    ],
  ])("%s (%s) throws nothing", async (text) => {
    expect((await factsOfText("m.yaml", text)).length).toBeGreaterThan(0);
  });
});

describe("Dockerfile", () => {
  const read = async (text: string) => {
    const facts = await factsOfText("Dockerfile", text);
    return {
      images: ofKind(facts, "rollout").map((fact) => [fact.image, placeOf(fact)]),
      root: ofKind(facts, "check").map(({ passed }) => passed),
      problems: ofKind(facts, "problem").map(({ problem }) => problem),
    };
  };

  test.each([
    [
      "a stage upon a stage is no image from outside",
      "FROM python:3.11 AS build\nRUN x\nFROM build\nUSER app\n",
      [["python:3.11", "1"]],
      [true],
      [],
    ],
    [
      "the default of an argument",
      "ARG V=3.11\nFROM --platform=linux/amd64 python:${V}\nCMD x\n",
      [["python:3.11", "2"]],
      [null],
      [],
    ],
    ["an argument without default", "ARG V\nFROM python:$V\nCMD x\n", [], [null], ["template"]],
    ["a digest", "FROM a@sha256:0\nUSER 0\n", [["a@sha256:0", "1"]], [false], []],
    ["root by name, and back", "FROM a:1\nUSER app\nUSER root\n", [["a:1", "1"]], [false], []],
    ["nothing at all", "FROM scratch\nCOPY a /a\n", [], [null], []],
  ])("%s", async (_, text, images, root, found) => {
    expect(await read(text)).toEqual({ images, root, problems: found });
  });

  test("continued lines and here-documents keep their place", () => {
    const text = "# c\nFROM a:1\nRUN apt-get \\\n  # comment\n  install\nRUN <<EOF\nFROM b:1\nEOF\nUSER x\n";
    expect(instructionsOf(text).map(({ name, line }) => [name, line])).toEqual([
      ["FROM", 2],
      ["RUN", 3],
      ["RUN", 6],
      ["USER", 9],
    ]);
  });

  test.each([
    ["notes.txt", "FROM here to there\nwe walk\n"],
    ["query.sql", "SELECT a\nFROM b\n"],
  ])("%s is no Dockerfile", async (name, text) => {
    expect((await factsOfText(name, text)).some(({ format }) => format === "dockerfile")).toBe(false);
  });
});

describe("Docker Compose and BentoML", () => {
  test("services with limits, health checks and a way back", async () => {
    const text =
      "services:\n  model:\n    image: acme/model:1\n    healthcheck: { test: x }\n    deploy:\n      resources: { limits: { cpus: '2' } }\n" +
      "      update_config: { failure_action: rollback }\n  db: { build: . }\n";
    expect(await rollouts("compose.yaml", text)).toMatchObject([
      {
        image: "acme/model:1",
        strategy: "rolling-update",
        rollback_target: "previous version",
        probes: ["healthcheck"],
        resources: { "limits.cpus": "2" },
      },
      { image: null, strategy: null, resources: {}, probes: [] },
    ]);
  });

  test.each([
    ["acme/model:${TAG:-1.2}", "acme/model:1.2", []],
    ["acme/model:${TAG-1.2}", "acme/model:1.2", []],
    ["acme/model:${TAG}", null, ["template"]],
  ])("the image %s by its default is %s", async (image, read, expected) => {
    const text = `services: { m: { image: "${image}" } }\n`;
    expect((await rollouts("compose.yaml", text)).map((fact) => fact.image)).toEqual([read]);
    expect(await problems("compose.yaml", text)).toEqual(expected);
  });

  test("a build file names its models", async () => {
    const text = "service: service:svc\nmodels: [iris:v3, { tag: 'other:latest' }]\ndocker: { base_image: python:3 }\n";
    const facts = await factsOfText("bentofile.yaml", text);
    expect(ofKind(facts, "model").map(({ name, version }) => [name, version])).toEqual([
      ["iris", "v3"],
      ["other", null],
    ]);
    expect(ofKind(facts, "rollout")[0]?.image).toBe("python:3");
  });

  test.each(["service: api\nprovider: { name: aws }\nfunctions: {}\ninclude: []\n", "services: { a: 1 }\n"])(
    "another tool's file is neither",
    async (text) => {
      const formats = (await factsOfText("s.yaml", text)).map(({ format }) => format);
      expect(formats).not.toContain("bentofile");
      expect(formats).not.toContain("docker-compose");
    },
  );
});

test.each([
  ["acme/model:1.2", false],
  ["a@sha256:abc", false],
  ["{{ x }}", true],
  ["${X}", true],
  ["$(X)", true],
])("%s is a placeholder: %s", (text, expected) => {
  expect(isPlaceholder(text)).toBe(expected);
});

describe("Istio", () => {
  const service = (spec: string, apiVersion = "networking.istio.io/v1beta1") =>
    `apiVersion: ${apiVersion}\nkind: VirtualService\nmetadata: { name: churn }\nspec:\n  ${spec}\n`;
  const subset = (name: string, weight: number | string) =>
    `{ destination: { host: churn, subset: ${name} }, weight: ${weight} }`;

  test.each([
    ["the last of several versions is the new one", [subset("v1", 90), subset("v2", 10)], 10, "v1"],
    ["one that is called canary is, wherever it stands", [subset("canary", 5), subset("stable", 95)], 5, "stable"],
    ["weights are shares of their sum", [subset("v1", 3), subset("v2", 1)], 25, "v1"],
    ["one without traffic is not counted", [subset("v1", 80), subset("v2", 20), subset("v3", 0)], 20, "v1"],
    [
      "hosts tell versions apart where there are no subsets",
      ["{ destination: { host: churn-stable }, weight: 60 }", "{ destination: { host: churn-canary }, weight: 40 }"],
      40,
      "churn-stable",
    ],
  ])("%s", async (_, routes, traffic, rollback_target) => {
    expect(await rollouts("v.yaml", service(`http: [{ route: [${routes.join(", ")}] }]`))).toMatchObject([
      { strategy: "canary", traffic, rollback_target, source: { pointer: "/spec/http/0/route" } },
    ]);
  });

  test.each([
    ["all traffic to one version", `http: [{ route: [${subset("blue", 100)}, ${subset("green", 0)}] }]`],
    ["a lone destination", "http: [{ route: [{ destination: { host: churn } }] }]"],
    ["weights that are no numbers", `http: [{ route: [${subset("v1", "most")}, ${subset("v2", "rest")}] }]`],
    ["a redirect", "http: [{ redirect: { uri: /v2 } }]"],
  ])("%s tells of no roll-out", async (_, spec) => {
    expect(await rollouts("v.yaml", service(spec))).toEqual([]);
  });

  test.each([
    ["mirror: { host: churn, subset: v2 }", "mirror"],
    ["mirrors: [{ destination: { host: churn, subset: v2 }, percentage: { value: 10 } }]", "mirrors"],
  ])("traffic that is mirrored has no share: %s", async (mirror, place) => {
    const spec = `http: [{ route: [{ destination: { host: churn, subset: v1 } }], ${mirror} }]`;
    expect(await rollouts("v.yaml", service(spec, "networking.istio.io/v1"))).toMatchObject([
      { strategy: "shadow", traffic: null, rollback_target: "v1", source: { pointer: `/spec/http/0/${place}` } },
    ]);
  });

  test("each route that splits, of any protocol, beside other objects of the stream", async () => {
    const text =
      "apiVersion: networking.istio.io/v1beta1\nkind: DestinationRule\nspec: { host: churn }\n---\n" +
      service(
        `http: [{ match: [{ headers: {} }], route: [${subset("v2", 100)}] }, { route: [${subset("v1", 75)}, ${subset("v2", 25)}] }]\n` +
          `  tcp: [{ route: [${subset("v1", 50)}, ${subset("v2", 50)}] }]`,
      );
    expect((await rollouts("v.yaml", text)).map(({ traffic, source }) => [traffic, source.pointer])).toEqual([
      [25, "/spec/http/1/route"],
      [50, "/spec/tcp/0/route"],
    ]);
  });
});

describe("Gateway API", () => {
  const route = (rules: string, kind = "HTTPRoute", apiVersion = "gateway.networking.k8s.io/v1") =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: churn }\nspec:\n  rules: ${rules}\n`;
  const backend = (name: string, weight?: number | string) =>
    `{ name: ${name}, port: 8080${weight === undefined ? "" : `, weight: ${weight}`} }`;

  test.each([
    ["weights are shares of their sum", [backend("churn-v1", 900), backend("churn-v2", 100)], 10, "churn-v1"],
    ["the highest version is the new one", [backend("churn-v10", 20), backend("churn-v9", 80)], 20, "churn-v9"],
    ["one that says canary is", [backend("churn-canary", 5), backend("churn-v9", 95)], 5, "churn-v9"],
    ["one beside a stable one is", [backend("churn-lora", 30), backend("churn-stable", 70)], 30, "churn-stable"],
    ["a backend without a weight has 1", [backend("churn-v1", 3), backend("churn-v2")], 25, "churn-v1"],
    ["two without a weight have a half each", [backend("churn-a"), backend("churn-b")], 50, "churn-a"],
  ])("%s", async (_, backends, traffic, rollback_target) => {
    expect(await rollouts("r.yaml", route(`[{ backendRefs: [${backends.join(", ")}] }]`))).toMatchObject([
      { strategy: "canary", traffic, rollback_target, source: { pointer: "/spec/rules/0/backendRefs" } },
    ]);
  });

  test.each([
    ["one backend", `[{ backendRefs: [${backend("churn")}] }]`],
    ["all to one of two", `[{ backendRefs: [${backend("churn-v1", 100)}, ${backend("churn-v2", 0)}] }]`],
    ["a weight that is no number", `[{ backendRefs: [${backend("churn-v1", 100)}, ${backend("churn-v2", "some")}] }]`],
    ["a redirect", "[{ filters: [{ type: RequestRedirect, requestRedirect: { statusCode: 301 } }] }]"],
  ])("%s tells of no roll-out, and the file is read", async (_, rules) => {
    const facts = await factsOfText("r.yaml", route(rules));
    expect(facts).toMatchObject([{ kind: "file", format: "gateway-api-route", problems: 0 }]);
  });

  test("a mirror is a shadow of what serves", async () => {
    const mirror = `{ type: RequestMirror, requestMirror: { backendRef: ${backend("churn-v2")} } }`;
    expect(
      await rollouts("r.yaml", route(`[{ backendRefs: [${backend("churn-v1")}], filters: [${mirror}] }]`)),
    ).toMatchObject([
      {
        strategy: "shadow",
        traffic: null,
        rollback_target: "churn-v1",
        source: { pointer: "/spec/rules/0/filters/0/requestMirror" },
      },
    ]);
  });

  test.each([
    ["GRPCRoute", "gateway.networking.k8s.io/v1"],
    ["TCPRoute", "gateway.networking.k8s.io/v1alpha2"],
    ["AIGatewayRoute", "aigateway.envoyproxy.io/v1alpha1"],
  ])("%s splits alike", async (kind, apiVersion) => {
    const split = `[{ backendRefs: [${backend("churn-v1", 60)}, ${backend("churn-v2", 40)}] }]`;
    expect(await rollouts("r.yaml", route(split, kind, apiVersion))).toMatchObject([{ traffic: 40 }]);
  });

  test("models of the inference extension split between their targets, evenly where none has a weight", async () => {
    const model = (targets: string) =>
      `apiVersion: inference.networking.x-k8s.io/v1alpha2\nkind: InferenceModel\nmetadata: { name: food }\nspec:\n  modelName: food\n  targetModels: ${targets}\n`;
    const rewrite = (targets: string) =>
      `apiVersion: inference.networking.x-k8s.io/v1alpha2\nkind: InferenceModelRewrite\nmetadata: { name: food }\nspec:\n  rules: [{ targets: ${targets} }]\n`;
    const text = [
      model("[{ name: food-v1, weight: 90 }, { name: food-v2, weight: 10 }]"),
      model("[{ name: food-v1 }, { name: food-v2 }]"),
      model("[{ name: food-v1 }]"),
      rewrite("[{ modelRewrite: food-v1, weight: 3 }, { modelRewrite: food-v2, weight: 1 }]"),
    ].join("---\n");
    const facts = await rollouts("m.yaml", text);
    expect(facts.map(({ traffic, rollback_target }) => [traffic, rollback_target])).toEqual([
      [10, "food-v1"],
      [50, "food-v1"],
      [25, "food-v1"],
    ]);
  });
});

describe("Service Mesh Interface", () => {
  test.each([
    ["[{ service: a-stable, weight: 900m }, { service: a-canary, weight: 100m }]", 10],
    ["[{ service: a-v1, weight: 75 }, { service: a-v2, weight: 25 }]", 25],
  ])("backends share the traffic: %s", async (backends, traffic) => {
    const text = `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: { name: a }\nspec:\n  service: a\n  backends: ${backends}\n`;
    expect(await rollouts("s.yaml", text)).toMatchObject([
      { format: "smi-traffic-split", strategy: "canary", traffic, source: { pointer: "/spec/backends" } },
    ]);
  });
});

describe("Ingress-NGINX", () => {
  const ingress = (annotations: Record<string, string>, apiVersion = "networking.k8s.io/v1") =>
    JSON.stringify({
      apiVersion,
      kind: "Ingress",
      metadata: {
        name: "churn",
        annotations: Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value]),
        ),
      },
      spec: { rules: [{ http: { paths: [{ backend: { service: { name: "churn-next" } } }] } }] },
    });

  test.each([
    [{ canary: "true", "canary-weight": "20" }, 20, ["churn-next 20"]],
    [{ canary: "true", "canary-weight": "20", "canary-weight-total": "200" }, 10, ["churn-next 20"]],
    [{ canary: "true", "canary-by-header": "x-canary" }, null, null],
    [{ canary: "true", "canary-weight": "{{ share }}" }, null, null],
    [{ canary: "true", "canary-weight": "120" }, null, null],
  ])("a canary takes its share: %j", async (annotations, traffic, steps) => {
    for (const apiVersion of ["networking.k8s.io/v1", "extensions/v1beta1"])
      expect(await rollouts("i.json", ingress(annotations, apiVersion))).toMatchObject([
        { format: "nginx-ingress-canary", strategy: "canary", traffic, steps },
      ]);
  });

  test("an Ingress that is no canary tells of no roll-out", async () => {
    expect(await rollouts("i.json", ingress({ "canary-weight": "20" }))).toEqual([]);
    expect(await rollouts("i.json", ingress({ canary: "false", "canary-weight": "20" }))).toEqual([]);
  });
});
