/** A file as somebody wrote it, and all that the command line says of it: `line:column message | mend`. */
export type Mistaken = readonly [mistake: string, text: string, said: readonly string[]];

export const inPolicies: readonly Mistaken[] = [
  [
    "unclosed flow mapping",
    "policy: gate\nrules:\n  a: { metric: recall, at-least: 80%\n  b: { metric: f1, at-least: 80% }\n",
    ["3:6 the `{` that opens here is never closed | write `}` where it ends"],
  ],
  [
    "unclosed flow mapping last",
    "policy: gate\nrules:\n  a: { metric: recall, at-least: 80%\n",
    ["3:6 the `{` that opens here is never closed | write `}` where it ends"],
  ],
  [
    "unclosed flow mapping then top key",
    "policy: gate\nrules:\n  a: { metric: recall, at-least: 80%\nthen: block\n",
    ["3:6 the `{` that opens here is never closed | write `}` where it ends"],
  ],
  [
    "unclosed list",
    "policy: gate\napplies: { risk: [high, stages: [production] }\nrules:\n  a: { metric: recall, at-least: 80% }\n",
    ["2:18 the `[` that opens here is never closed | write `]` where it ends"],
  ],
  [
    "wrong indent",
    "policy: gate\nrules:\n  a:\n    metric: recall\n   at-least: 80%\n",
    [
      "5:4 the line is indented by 3, as no line above it is | indent it by 4 spaces, like `metric` in line 4, or by 2, like `a` in line 3",
    ],
  ],
  [
    "wrong indent deeper",
    "policy: gate\nrules:\n  a:\n    metric: recall\n      at-least: 80%\n",
    [
      "5:7 the line is indented deeper than the one above, which has its value already | indent it by 4 spaces, like `metric` in line 4",
    ],
  ],
  [
    "rules not indented",
    "policy: gate\nrules:\na: { metric: recall, at-least: 80% }\n",
    [
      "2:1 `rules` is empty; expected a mapping | write its entries below it, indented by two spaces",
      "3:1 `a` stands beside `rules`, not below it | indent it by two spaces",
    ],
  ],
  [
    "missing colon",
    "policy: gate\nrules\n  a: { metric: recall, at-least: 80% }\n",
    ["2:6 a colon is missing behind `rules` | write `rules:`"],
  ],
  [
    "missing colon in rule",
    "policy: gate\nrules:\n  a { metric: recall, at-least: 80% }\n",
    ["3:4 a colon is missing behind `a` | write `a:`"],
  ],
  [
    "missing space after colon",
    "policy: gate\nrules:\n  a: { metric:recall, at-least: 80% }\n",
    ["3:8 unknown key `metric:recall` | write `metric: recall`"],
  ],
  [
    "missing space after colon top",
    "policy:gate\nrules:\n  a: { metric: recall, at-least: 80% }\n",
    ["1:7 no space stands behind the colon of `policy` | write `policy: gate`"],
  ],
  [
    "unclosed quote",
    'policy: gate\ndescription: "What it shows\nrules:\n  a: { metric: recall, at-least: 80% }\n',
    ['2:14 the quote " that opens here is never closed | write another " where the text ends'],
  ],
  [
    "unclosed single",
    "policy: gate\ndescription: 'What it shows\nrules:\n  a: { metric: recall, at-least: 80% }\n",
    ["2:14 the quote ' that opens here is never closed | write another ' where the text ends"],
  ],
  [
    "tab",
    "policy: gate\nrules:\n\ta: { metric: recall, at-least: 80% }\n",
    ["3:1 a tab stands in the indentation | indent with spaces: YAML takes no tabs there"],
  ],
  [
    "tab after spaces",
    "policy: gate\nrules:\n  a:\n  \tmetric: recall\n",
    ["4:3 a tab stands in the indentation | indent with spaces: YAML takes no tabs there"],
  ],
  [
    "dup key",
    "policy: gate\nrules:\n  a: { metric: recall, at-least: 80% }\n  a: { metric: f1, at-least: 80% }\n",
    ["4:3 the key `a` stands twice in the same mapping | write it once"],
  ],
  [
    "dup and others",
    "policy: gate\nconfidense: 95%\nrules:\n  a: { metric: recall, at-least: 80% }\n  a: { metric: f1, at-leest: 80% }\n",
    [
      "2:1 unknown key `confidense` | did you mean `confidence`?",
      "5:3 the key `a` stands twice in the same mapping | write it once",
      "5:20 unknown key `at-leest` | did you mean `at-least`?",
    ],
  ],
  [
    "comma decimal",
    "rules:\n  a: { metric: recall, at-least: 0,9 }\n",
    ["2:36 unknown key `9` | write decimals with a point, such as 0.9: a comma ends the value before it"],
  ],
  [
    "comma decimal block",
    "rules:\n  a:\n    metric: recall\n    at-least: 0,9\n",
    ["4:15 `at-least` is `0,9`; expected a number, such as 0.8, 80% or 150ms | write 0.9, with a point"],
  ],
  [
    "then Block",
    "rules:\n  a: { metric: recall, at-least: 0.9, then: Block }\n",
    ["2:45 `then` is `Block`; expected block, undecided, warn or note | did you mean `block`?"],
  ],
  [
    "then outcome typo",
    "rules:\n  a: { metric: recall, at-least: 0.9, then: { inconclusve: warn } }\n",
    ["2:47 unknown key `inconclusve` | did you mean `inconclusive`?"],
  ],
  [
    "list for map",
    "rules:\n  - a: { metric: recall, at-least: 0.9 }\n",
    ["2:3 `rules` is a list; expected a mapping | write a name and a colon before each entry, and no `- `"],
  ],
  [
    "list rules with id",
    "rules:\n  - id: a\n    metric: recall\n    at-least: 0.9\n",
    ["2:3 `rules` is a list; expected a mapping | write a name and a colon before each entry, and no `- `"],
  ],
  [
    "unknown check",
    "rules:\n  a: { metrc: recall, at-least: 0.9 }\n",
    ["2:8 unknown key `metrc` | did you mean `metric`?"],
  ],
  [
    "unknown check 2",
    "rules:\n  a: { card-section: [limitations] }\n",
    ["2:8 unknown key `card-section` | did you mean `card-sections`?"],
  ],
  [
    "bad date",
    "rules:\n  a: { metric: recall, at-least: 0.9, effective: { from: 2026-02-30 } }\n",
    [
      "2:58 `from` is `2026-02-30`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "bad date form",
    "rules:\n  a: { metric: recall, at-least: 0.9, effective: { until: 31.12.2026 } }\n",
    [
      "2:59 `until` is `31.12.2026`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "confidence 95",
    "confidence: 95\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["1:13 `confidence` is 95; expected a level from 0.5 up to 1, such as 95%, or none | write 95%"],
  ],
  [
    "unquoted @",
    "owner: @acme/risk\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ['1:8 a text that begins with `@` stands in quotes | write "@acme/risk"'],
  ],
  [
    "unquoted *",
    "applies: { models: [fraud-*, *-prod] }\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ['1:30 a text that begins with `*` stands in quotes | write "*-prod"'],
  ],
  [
    "unquoted star first",
    "applies: { models: *-prod }\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ['1:20 a text that begins with `*` stands in quotes | write "*-prod"'],
  ],
  [
    "percent first",
    "policy: %gate\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ['1:9 a text that begins with `%` stands in quotes | write "%gate"'],
  ],
  [
    "backtick",
    "description: `gate`\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ['1:14 a text that begins with a backtick stands in quotes | write "gate"'],
  ],
  [
    "colon in text",
    "description: What it shows: all\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ['1:27 a colon and a space stand in a text without quotes | put the text in quotes: "What it shows: all"'],
  ],
  [
    "yes",
    "only-new: yes\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["1:11 `only-new` is `yes`; expected true or false | write true"],
  ],
  [
    "duration",
    "rules:\n  a: { drift: psi, at-most: 0.2, max-age: 7 days }\n",
    [
      "2:43 `max-age` is `7 days`; expected a span of time, such as 7d, 12h, 30m or 2w | write it as 7d, 12h, 30m or 2w",
    ],
  ],
  [
    "duration bare",
    "rules:\n  a: { drift: psi, at-most: 0.2, max-age: 7 }\n",
    ["2:43 `max-age` is 7; expected a span of time, such as 7d, 12h, 30m or 2w | write 7d for 7 days"],
  ],
  [
    "at least underscore",
    "rules:\n  a: { metric: recall, at_least: 0.9 }\n",
    ["2:24 unknown key `at_least` | did you mean `at-least`?"],
  ],
  [
    ">=",
    "rules:\n  a: { metric: recall >= 0.9 }\n",
    ["2:6 the rule `a` has no bound | write { metric: recall, at-least: 0.9 }"],
  ],
  [
    "min",
    "rules:\n  a: { metric: recall, min: 0,9 }\n",
    [
      "2:24 unknown key `min` | did you mean `at-least`?",
      "2:31 unknown key `9` | write decimals with a point, such as 0.9: a comma ends the value before it",
    ],
  ],
  [
    "quoted num",
    'rules:\n  a: { metric: recall, at-least: "0.9" }\n',
    ["2:34 `at-least` is `0.9`; expected a number, such as 0.8, 80% or 150ms | write 0.9, without quotes"],
  ],
  [
    "rule is text",
    "rules:\n  a: recall\n",
    [
      "2:6 `a` is `recall`; expected a mapping with one check and its options, or disabled | write it as { metric: recall, at-least: 80% }",
    ],
  ],
  [
    "rule null",
    "rules:\n  a:\n",
    [
      "2:3 `a` is empty; expected a mapping with one check and its options, or disabled | write it as { metric: recall, at-least: 80% }",
    ],
  ],
  [
    "rules null",
    "policy: gate\nrules:\n",
    ["2:1 `rules` is empty; expected a mapping | write its entries below it, indented by two spaces"],
  ],
  [
    "two checks",
    "rules:\n  a: { metric: recall, drift: psi, at-most: 0.2 }\n",
    ["2:24 the rule `a` names 2 checks, `metric` and `drift`; a rule is one check | make a rule of each"],
  ],
  [
    "card section name",
    "rules:\n  a: { card-sections: [limitatons, intended-usse] }\n",
    [
      "2:24 entry 1 is `limitatons`, which is not known | did you mean `limitations`?",
      "2:36 entry 2 is `intended-usse`, which is not known | did you mean `intended-use`?",
    ],
  ],
  [
    "stage typo",
    "applies: { stages: [prodution] }\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "1:21 `prodution` is none of the stages | did you mean `production`? Stages of your own go into `stages.order` of referee.yaml.",
    ],
  ],
  [
    "event typo",
    "applies: { events: [pull-request] }\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    [
      "1:21 entry 1 is `pull-request`; expected pull_request, merge_group, push, release, deployment, schedule or workflow_dispatch | did you mean `pull_request`?",
    ],
  ],
  [
    "expression unquoted",
    'rules:\n  a: { expression: facts.exists(f, f.metric == "x") }\n',
    [
      "2:34 the expression cannot be parsed: Expected RPAREN, got EOF | write it in the Common Expression Language, in quotes where it holds a comma, a brace or a colon and a space",
      '2:36 unknown key `f.metric == "x")` | use one of: …',
    ],
  ],
  [
    "smart quotes",
    "description: “gate”\nrules:\n  a: { metric: recall, at-least: “0.9” }\n",
    ["3:34 `at-least` is `“0.9”`; expected a number, such as 0.8, 80% or 150ms | write 0.9, without quotes"],
  ],
  [
    "nbsp indent",
    "rules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["2:1 a no-break space, or another that is no plain one, stands in the indentation | write plain spaces"],
  ],
  [
    "merge conflict",
    "rules:\n<<<<<<< HEAD\n  a: { metric: recall, at-least: 0.9 }\n=======\n  a: { metric: recall, at-least: 0.8 }\n>>>>>>> x\n",
    ["2:1 a conflict of a merge stands here | keep one of the two sides, and delete the marks"],
  ],
  [
    "json in yaml",
    '{"policy": "gate", "rules": {"a": {"metric": "recall", "at-least": 0.9,}}\n',
    ["1:1 the `{` that opens here is never closed | write `}` where it ends"],
  ],
  [
    "doc marker",
    "rules:\n  a: { metric: recall, at-least: 0.9 }\n---\nrules: {}\n",
    ["1:1 the file holds 2 YAML documents | write one document a file, without `---` between"],
  ],
  [
    "extends missing",
    "extends: [referee:baselin]\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["1:11 there is no pack `referee:baselin` | did you mean `referee:baseline`?"],
  ],
  [
    "extends no path",
    "extends: [bas.yaml]\nrules:\n  a: { metric: recall, at-least: 0.9 }\n",
    ["1:11 there is no policy file `bas.yaml` | write it, or name another; packs are named `referee:<pack>`"],
  ],
  [
    "bare comma",
    "rules:\n  a: { metric: recall at-least: 0.9 }\n",
    ["2:23 a comma is missing before `at-least` | write `, at-least:`"],
  ],
  ["extra brace", "rules:\n  a: { metric: recall, at-least: 0.9 } }\n", ["2:40 the `}` closes nothing | delete it"]],
  [
    "equals",
    "rules:\n  a: { metric = recall, at-least: 0.9 }\n",
    ["2:8 unknown key `metric = recall` | write `metric: recall`"],
  ],
];

export const inConfigurations: readonly Mistaken[] = [
  [
    "model path missing",
    "models:\n  - { name: fraud }\n",
    ["2:5 entry 1 has no `path` | write `path`: its folder, relative to the root"],
  ],
  [
    "models map",
    "models:\n  fraud: { path: m }\n",
    ["2:3 `models` is a mapping; expected a list | write `- ` before each entry, or [ … ] around them all"],
  ],
  [
    "stage typo",
    "models:\n  - { name: a, path: m, stage: prodution }\n",
    ["2:32 `prodution` is none of the stages | did you mean `production`? Stages of your own go into `stages.order`."],
  ],
  [
    "policies text",
    "policies: gate.yml\n",
    ["1:11 there is no policy file `gate.yml` | write it, or name another; packs are named `referee:<pack>`"],
  ],
  ["polices", "polices: [gate.yaml]\n", ["1:1 unknown key `polices` | did you mean `policies`?"]],
  [
    "map missing kind",
    "evidence:\n  - { files: a.json, map: { scope: column } }\n",
    [
      "2:27 `map` has no `kind` | write `kind`: measurement, drift, check, card, dataset, attribution, model, run, rollout, experiment, table",
    ],
  ],
];

export const inWaivers: readonly Mistaken[] = [
  [
    "no end",
    "- { rule: a, model: m, reason: x, owner: o, ticket: T-1, approved-by: p }\n",
    ["1:3 entry 1 has no `expires` | write `expires`: the last day on which it holds"],
  ],
  [
    "bad date",
    "- { rule: a, model: m, reason: x, owner: o, ticket: T-1, expires: 2026-02-30, approved-by: p }\n",
    [
      "1:67 `expires` is `2026-02-30`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "far",
    "- { rule: a, model: m, reason: x, owner: o, ticket: T-1, expires: 2029-01-01, approved-by: p }\n",
    [
      "1:67 the waiver lasts longer than 180 days from now | write an earlier day, and renew it when it is still needed",
    ],
  ],
  [
    "typo",
    "- { rule: a, modle: m, reason: x, owner: o, ticket: T-1, expires: 2026-12-01, approved-by: p }\n",
    [
      "1:14 unknown key `modle` | did you mean `model`?",
      "1:3 entry 1 has no `model` | write `model`: the model for which it is waived",
    ],
  ],
  [
    "map",
    "rule: a\nmodel: m\n",
    ["1:1 this configuration is a mapping; expected a list | write `- ` before each entry, or [ … ] around them all"],
  ],
];
