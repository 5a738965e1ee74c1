import { describe, expect, test } from "vitest";
import { cardSectionIds, cardSectionsOf, plainHeading, tellingSections } from "../../src/normalise/card-sections.js";

const ids = (title: string): readonly string[] => cardSectionsOf(title).map(({ id }) => id);

describe("headings", () => {
  test.each([
    ["3.1 Intended Use", "intended use"],
    ["**1.** Model Details:", "model details"],
    ["🚨 Limitations & Biases", "limitations and biases"],
    ["Downstream Use [optional]", "downstream use"],
    ["Model Sources (optional)", "model sources"],
    ["III. Evaluation", "evaluation"],
    ["License/Terms of Use:", "license terms of use"],
    ["A/B tests", "a b tests"],
  ])("%s is plainly %s", (title, plain) => expect(plainHeading(title)).toBe(plain));
});

describe("sections as cards name them", () => {
  test.each<[string, readonly string[]]>([
    // Mitchell et al. 2019
    ["Model Details", ["model-details"]],
    ["Intended Use", ["intended-use"]],
    ["Primary intended uses", ["intended-use"]],
    ["Primary Intended Users ", ["intended-use"]],
    ["Out-of-scope use cases", ["out-of-scope-use"]],
    ["Factors", ["factors"]],
    ["Metrics", ["metrics", "evaluation"]],
    ["Evaluation Data", ["evaluation-data"]],
    ["Training Data", ["training-data"]],
    ["Quantitative Analyses", ["evaluation"]],
    ["Ethical Considerations", ["ethical-considerations"]],
    ["Caveats and Recommendations", ["caveats", "recommendations"]],
    // The Hub's template
    ["Model Description", ["model-details"]],
    ["Uses", ["intended-use"]],
    ["Direct Use", ["intended-use"]],
    ["Out-of-Scope Use", ["out-of-scope-use"]],
    ["Bias, Risks, and Limitations", ["limitations", "bias-risks"]],
    ["How to Get Started with the Model", ["how-to-use"]],
    ["Testing Data, Factors & Metrics", ["factors", "metrics", "evaluation-data"]],
    ["Speeds, Sizes, Times [optional]", ["training-procedure"]],
    ["Model Examination [optional]", ["explanation"]],
    ["Environmental Impact", ["environmental-impact"]],
    ["Technical Specifications [optional]", ["technical-specifications"]],
    ["Citation [optional]", ["citation"]],
    ["Model Card Contact", ["contact"]],
    ["Model Card Authors [optional]", ["authors"]],
    // Cards that trainers write
    ["Intended uses & limitations", ["intended-use", "limitations"]],
    ["Training and evaluation data", ["training-data", "evaluation-data"]],
    ["Training hyperparameters", ["training-procedure"]],
    ["Framework versions", ["technical-specifications"]],
    // By hand
    ["Limitations and biases", ["limitations", "bias-risks"]],
    ["Use Case and High-Level Description", ["intended-use"]],
    ["5. Known Limitations", ["limitations"]],
    // In other languages
    ["Uso previsto", ["intended-use"]],
    ["Datos de entrenamiento", ["training-data"]],
    ["Limitações e Vieses", ["bias-risks", "limitations"]],
    ["Données d’entraînement", ["training-data"]],
    ["Trainingsdaten", ["training-data"]],
    ["Lizenz", ["licence"]],
    ["训练数据", ["training-data"]],
    ["License", ["licence"]],
    ["Usage", ["how-to-use"]],
    ["Contributing", []],
    ["Install", []],
    ["", []],
  ])("%s", (title, expected) => expect(ids(title).toSorted()).toEqual([...expected].toSorted()));

  test("every section is found by a heading of its own name", () => {
    for (const id of cardSectionIds) expect(ids(id.replaceAll("-", " ")), id).toContain(id);
  });
});

describe("sections that tell a model card from any other document", () => {
  test.each<[string, readonly string[], number]>([
    ["Mitchell's", ["Model Details", "Intended Use", "Factors", "Ethical Considerations"], 4],
    ["two", ["Intended use", "Limitations", "Training data"], 2],
    [
      "a library's read-me",
      ["Installation", "Usage", "License", "Contributing", "Citation", "Limitations", "Performance"],
      0,
    ],
    ["the same twice", ["Uses", "Direct use", "Intended use"], 1],
  ])("%s headings", (_, titles, known) => expect(tellingSections(titles)).toHaveLength(known));
});

test.each<[string, readonly string[]]>([
  ["Results (t/ha)", ["evaluation"]],
  ["Eval results", ["evaluation"]],
  ["Test result", ["evaluation"]],
  ["Metrics (test set)", ["metrics", "evaluation"]],
  ["1. What the models are for", ["intended-use"]],
  ["Limitaciones conocidas", ["limitations"]],
  ["Uso previsto", ["intended-use"]],
  ["Model card — FraudLens risk models, version v4", []],
])("%s, as people write it", (title, sections) => expect(ids(title)).toEqual(sections));

test.each<[string, readonly string[]]>([
  ["Métricas de rendimiento", ["metrics", "evaluation"]],
  ["Metricas del modelo final (Cox)", ["metrics", "evaluation"]],
  ["Sesgos y subgrupos", ["bias-risks"]],
  ["Limitacoes", ["limitations"]],
  ["Détails du modèle", ["model-details"]],
  ["Evaluierungsdaten", ["evaluation-data"]],
  ["Considerazioni etiche", ["ethical-considerations"]],
  ["Данные для обучения", ["training-data"]],
  ["Назначение", ["intended-use"]],
  ["2. 评估结果", ["evaluation"]],
  ["已知限制", ["limitations"]],
  ["偏差与风险", ["bias-risks"]],
  ["モデル概要", ["model-details"]],
  ["制約事項", ["limitations"]],
  ["의도된 용도", ["intended-use"]],
  ["한계점", ["limitations"]],
  ["What this model is not", ["out-of-scope-use"]],
])("%s, in the language of the team", (title, sections) => expect(ids(title)).toEqual(sections));
