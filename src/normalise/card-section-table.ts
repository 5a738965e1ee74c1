/** What the parts of a model card are called, whoever wrote it. Ids are part of the contract of facts. */
export type CardSectionId =
  | "model-details"
  | "intended-use"
  | "out-of-scope-use"
  | "limitations"
  | "bias-risks"
  | "recommendations"
  | "ethical-considerations"
  | "fairness"
  | "privacy"
  | "security"
  | "caveats"
  | "factors"
  | "metrics"
  | "training-data"
  | "training-procedure"
  | "evaluation-data"
  | "evaluation"
  | "explanation"
  | "monitoring"
  | "how-to-use"
  | "inputs-outputs"
  | "technical-specifications"
  | "environmental-impact"
  | "licence"
  | "citation"
  | "contact"
  | "authors"
  | "version-history"
  | "references"
  | "glossary"
  | "more-information";

export interface SectionNames {
  readonly id: CardSectionId;
  /** Whole headings, in lower case, that only a model card has. */
  readonly card: string;
  /** Whole headings that other documents have as well. */
  readonly any: string;
  /** Words that name the section wherever they stand in a heading. */
  readonly within?: RegExp;
}

/** Every section, in the order in which cards have them, and the headings that name it. */
export const sectionTable: readonly SectionNames[] = [
  {
    id: "out-of-scope-use",
    card: "out of scope|out of scope use|out of scope uses|out of scope use cases|misuse|misuses|misuse and out of scope use|misuse malicious use and out of scope use|prohibited use|prohibited uses|unsupported uses|uses to avoid|what this model is not|what the model is not|what it is not|what this model is not for|what the model is not for|do not use for|not intended for|inappropriate use|when not to use|non intended use|not intended use|not intended uses|unintended use|unintended uses|fuera de alcance|fuera del alcance|fora do escopo|usos no previstos|hors périmètre|utilisations hors périmètre|nicht vorgesehene nutzung",
    any: "",
    within:
      /\bout of scope\b|\b(mis|malicious |prohibited |unintended |inappropriate )uses?\b|\bnot (to be )?(used|intended) for\b/,
  },
  {
    id: "intended-use",
    card: "intended use|uses and limitations|intended uses|intended use case|intended use cases|uses|direct use|downstream use|primary use|primary uses|primary use case|primary use cases|primary intended use|primary intended uses|primary intended users|intended users|intended purpose|intended audience|model use|model uses|model usage|use case and high level description|evaluated use|secondary uses|deployment use case|purpose of the model|intended domain|recommended use|approved use|foreseeable uses|users and use cases|uso previsto|uso pretendido|usos previstos|caso de uso|casos de uso|verwendungszweck|vorgesehene nutzung|beabsichtigte verwendung|utilisation prévue|usages prévus|cas dusage|предполагаемое использование|预期用途|用途",
    any: "use|use case|use cases|users|purpose|purpose and scope|applications",
    within:
      /\bintended (use|uses|usage|purpose|users?|audience)\b|\buse cases?\b|^what (?:is |are )?(?:it|this|the models?|this model) (?:is |are )?for\b|\buso previsto\b|\buso pretendido\b|\busage prévu\b/,
  },
  {
    id: "limitations",
    card: "model limitations|performance and limitations|uses and limitations|tradeoffs|architectural limitations|technical limitations|known failure modes|failure modes|weaknesses|known weaknesses|when the model fails|where the model fails|where it fails|when it fails|where it breaks|performance tradeoffs|performance tradeoff|limitaciones|limitações|limitações e vieses|limitaciones y sesgos|límites|limitationen|einschränkungen|grenzen|limites|ограничения|局限性|限制|制限",
    any: "limitations|limitation|known limitations|current limitations|known issues|constraints|other known limitations|limits",
    within:
      /\blimitations?\b|\bfailure modes?\b|\bshortcomings\b|\blimitaciones\b|\blimitações\b|\blimites\b|einschränkungen|ограничения|局限|制限/u,
  },
  {
    id: "bias-risks",
    card: "bias|biases|bias and risks|risks|risks and biases|potential biases|discussion of biases|potential harms|risk assessment|harms|risks and harms|known biases|risks and mitigations|risk mitigation|broader implications|social impact|sesgos|vieses|limitações e vieses|limitaciones y sesgos|riesgos|riscos|risiken|biais|biais et risques|риски|偏见",
    any: "",
    within: /\bbias(es)?\b|\b(risks?|harms?)\b(?!.*\bcontext\b)|\bsocial impact\b/,
  },
  {
    id: "ethical-considerations",
    card: "ethical considerations|ethics|ethical concerns|ethical implications|ethical issues|ethical statement|ethics statement|responsible ai|responsible ai considerations|responsible use|ethics and safety|societal impact|consideraciones éticas|considerações éticas|ethische überlegungen|considérations éthiques|consideraciones éticas y de sesgo|этические соображения|伦理考虑",
    any: "",
    within: /\bethic(s|al)\b|\bresponsible (ai|use)\b/,
  },
  {
    id: "fairness",
    card: "fairness|fairness assessment|fairness analysis|fairness evaluation|fairness considerations|fairness metrics|subgroup performance|disaggregated evaluation|performance by group|demographic parity",
    any: "",
    within: /\bfairness\b|\bsubgroups?\b|\bdemographic\b|\bdisaggregated\b/,
  },
  {
    id: "privacy",
    card: "",
    any: "privacy|data privacy|personal and sensitive information|personal data",
    within: /\bprivacy\b|\bpersonal (data|and sensitive)\b/,
  },
  {
    id: "security",
    card: "",
    any: "security|security considerations|safety|safety considerations|model security",
    within: /\badversarial robustness\b/,
  },
  {
    id: "caveats",
    card: "caveats|caveats and recommendations|caveats recommendations",
    any: "warnings|notes and caveats",
    within: /\bcaveats?\b/,
  },
  {
    id: "recommendations",
    card: "caveats and recommendations|usage recommendations|recommendations for use",
    any: "recommendations|best practices",
  },
  {
    id: "factors",
    card: "factors|relevant factors|evaluation factors|subpopulations|groups",
    any: "",
    within: /\bfactors\b/,
  },
  {
    id: "metrics",
    card: "performance metrics|evaluation metrics|model performance measures|model metrics|performance measures|decision thresholds|metrics and results",
    any: "metrics|measures",
    within: /\bmetrics\b/,
  },
  {
    id: "training-data",
    card: "training data|training dataset|training datasets|training set|training and evaluation data|data used for training|training data and preprocessing|pretraining data|pre training data|fine tuning data|model training data|train data|training corpus|datos de entrenamiento|dados de treinamento|dados de treino|trainingsdaten|données dentraînement|обучающие данные|训练数据|学習データ",
    any: "data|dataset|datasets|data sources|data sets|data source|data overview|data description",
    within: /\b(pre )?train(ing)? (and \w+ )?(data|datasets?|set|corpus|corpora)\b/,
  },
  {
    id: "evaluation-data",
    card: "evaluation data|evaluation dataset|evaluation datasets|testing data|test data|test set|test dataset|validation data|validation set|training and evaluation data|data used for evaluation|evaluation set|validation dataset|training and test data|training and testing data|train and test data|datos de evaluación|dados de avaliação|testdaten|evaluationsdaten|données dévaluation|тестовые данные|评估数据",
    any: "",
    within: /\b(evaluation|eval|test|testing|validation|holdout) (data|datasets?|set|corpus)\b|\btesting data\b/,
  },
  {
    id: "training-procedure",
    card: "training details|training procedure|training hyperparameters|training configuration|training setup|model training|training pipeline|training regime|hyperparameters|hyper parameters|speeds sizes times|fine tuning|training parameters|training infrastructure|training methodology|training process|preprocessing",
    any: "training|how to train|train|methodology",
    within:
      /\btraining (procedure|details|configuration|hyperparameters|setup|regime|process|pipeline)\b|\bhyper ?parameters\b/,
  },
  {
    id: "evaluation",
    card: "evaluation|evaluation results|model performance|quantitative analyses|quantitative analysis|performance and limitations|accuracy|model evaluation|model accuracy|training results|evaluation and results|results and evaluation|model performance metrics|performance metrics|unitary results|intersectional results|overall performance|test results|evaluation summary|evaluation procedure|metrics and results|validation results|model results|performance results|validation performance|test performance|performance evaluation|benchmark results|quality metrics",
    any: "performance|results|eval results|eval result|test result|benchmarks|benchmark|metrics|validation|testing|summary of results|scores|evaluación|avaliação|métricas|resultados|rendimiento|desempenho|auswertung|évaluation|ergebnisse|résultats|метрики|评估|評価",
    within:
      /\bevaluation\b(?! (data|datasets?|set)\b)|\bquantitative analys[ei]s\b|\b(model|test|validation|overall) (performance|accuracy|results)\b|\bperformance metrics\b/,
  },
  {
    id: "explanation",
    card: "model examination|explainability|interpretability|explanation|explanations|model interpretability|model explainability|feature importance|feature importances|explainability and interpretability",
    any: "",
    within: /\b(explainab|interpretab)ility\b|\bfeature importances?\b/,
  },
  {
    id: "monitoring",
    card: "monitoring and maintenance|model monitoring|drift monitoring|model maintenance|performance monitoring|drift",
    any: "monitoring|maintenance|updates and maintenance|update policy",
    within: /\bmonitoring\b/,
  },
  {
    id: "environmental-impact",
    card: "environmental impact|environmental considerations|carbon footprint|co2 emissions|energy consumption|environmental impact comparison|carbon emissions|sustainability|emissions|impacto ambiental|umweltauswirkungen|impact environnemental",
    any: "",
    within: /\benvironmental impact\b|\bcarbon (footprint|emissions?)\b/,
  },
  {
    id: "model-details",
    card: "model details|model description|model overview|model information|model summary|model basics|basic information|model type|model identity|general information about the model|about the model|model version|model date|model sources|descrição do modelo|descripción del modelo|detalles del modelo|detalhes do modelo|modellbeschreibung|description du modèle|описание модели|模型描述",
    any: "overview|description|summary|introduction|about|details|specification|model|key features|general information",
    within: /\bmodel (details|description|overview|summary|information)\b/,
  },
  {
    id: "technical-specifications",
    card: "technical specifications|model architecture|model architecture and objective|compute infrastructure|architecture details|architecture and objective",
    any: "specification|specifications|architecture|technical details|hardware|software|requirements|hardware requirements|framework versions|dependencies|technical specification|compute requirements",
    within: /\bmodel architecture\b|\btechnical specifications?\b|\bcompute infrastructure\b/,
  },
  {
    id: "inputs-outputs",
    card: "model inputs and outputs|model inputs|model outputs|input features|model input|model output",
    any: "inputs outputs|input|inputs|output|outputs|input output|inputs and outputs|input and output|features",
  },
  {
    id: "how-to-use",
    card: "how to get started with the model|get started with the model|how to use the model|how to use this model|using the model",
    any: "how to use|usage|quick start|quickstart|getting started|get started|how to get started|example|examples|example usage|usage example|usage examples|inference|demo|demo usage|code example|sample code|installation and usage|cómo usarlo|cómo usar|como usar|verwendung|utilisation|использование|使用方法",
    within: /\bhow to (get started|use)\b/,
  },
  {
    id: "licence",
    card: "",
    any: "licence|license|licenses|licences|licensing|licensing information|legal information|terms of use|license terms of use|license and terms of use|licensing and terms|legal|licencia|licença|lizenz|лицензия|许可证",
    within: /\blicen[cs](e|es|ing)\b/,
  },
  {
    id: "citation",
    card: "",
    any: "citation|citations|cite|how to cite|citation information|citing|bibtex|bibtex entry and citation info|cite us|citation details",
    within: /\bcitations?\b|\bcite\b/,
  },
  {
    id: "contact",
    card: "model card contact|where to send questions or comments about the model",
    any: "contact|contacts|contact information|support|feedback|questions|questions and comments|point of contact|maintainers|owner|owners|owner and contact",
    within: /\bcontacts?\b/,
  },
  {
    id: "authors",
    card: "model card authors|model authors|model developers|model owners",
    any: "authors|author|contributors|developed by|team|credits",
    within: /\bauthors\b/,
  },
  {
    id: "version-history",
    card: "model versions|model version history|model changelog|model card version",
    any: "changelog|change log|version history|versions|version|release notes|history|revision history|changes",
    within: /\b(version|revision|change) (history|log)\b|\bchangelog\b/,
  },
  {
    id: "references",
    card: "",
    any: "references|reference|bibliography|further reading|related work|paper|papers|resources",
  },
  { id: "glossary", card: "", any: "glossary|definitions|terminology" },
  {
    id: "more-information",
    card: "",
    any: "more information|additional information|further information|other information|notes|additional notes",
  },
];
