import type { Meant } from "./meant-in-policies.js";

export const meantInConfigurations: readonly Meant[] = [
  [
    "a folder above the root",
    "models: [{ name: a, path: ../m }]\n",
    [
      "referee.yaml:1:27 `path` is `../m`; expected a folder below the root, such as models/fraud | write a folder below the root, such as models/fraud",
    ],
  ],
  [
    "a folder of the machine",
    "models: [{ name: a, path: /m }]\n",
    [
      "referee.yaml:1:27 `path` is `/m`; expected a folder below the root, such as models/fraud | write a folder below the root, such as models/fraud",
    ],
  ],
  [
    "a gate's name with a space",
    "gate-id: my gate\n",
    [
      "referee.yaml:1:10 `gate-id` is `my gate`; expected a name of letters, digits, `-`, `_` and `.` | write a name of letters, digits, `-`, `_` and `.`",
    ],
  ],
  [
    "a model's name twice",
    "models: [{ name: a, path: m }, { name: a, path: n }]\n",
    ["referee.yaml:1:40 the model `a` stands twice | write it once"],
  ],
  [
    "a folder twice",
    "models: [{ name: a, path: m }, { name: b, path: m/ }]\n",
    ["referee.yaml:1:49 the folder `m` stands twice | write it once"],
  ],
  ["a stage twice", "stages: { order: [a, b, a] }\n", ["referee.yaml:1:25 the stage `a` stands twice | write it once"]],
  [
    "an alias",
    "ignore: &x [a/**]\nhistory: *x\n",
    ["referee.yaml:2:10 the alias `*x` stands for what is elsewhere | write it out"],
  ],
  [
    "a merge key",
    "stages: &x { default: staging }\nmodels: [{ <<: *x, name: a, path: m }]\n",
    [
      "referee.yaml:2:12 the merge key `<<` takes over what stands elsewhere | write it out",
      "referee.yaml:2:16 the alias `*x` stands for what is elsewhere | write it out",
      "referee.yaml:2:10 unknown key `default` | use one of: …",
    ],
  ],
  [
    "a tab",
    "stages:\n\tdefault: staging\n",
    ["referee.yaml:2:1 a tab stands in the indentation | indent with spaces: YAML takes no tabs there"],
  ],
  [
    "a key twice",
    "ignore: a\nignore: b\n",
    ["referee.yaml:2:1 the key `ignore` stands twice in the same mapping | write it once"],
  ],
  [
    "a signer with a key and a certificate",
    "signers: [{ name: ci, key: x, root: y, identity: z }]\n",
    [
      "referee.yaml:1:31 `root` is of a signer with a certificate, and `ci` has a `key` | leave one of them out, or make two signers of it",
      "referee.yaml:1:40 `identity` is of a signer with a certificate, and `ci` has a `key` | leave one of them out, or make two signers of it",
    ],
  ],
  [
    "a signer with neither",
    "signers: [{ name: ci }]\n",
    [
      "referee.yaml:1:11 the signer `ci` has neither a key nor a root with an identity | give `key`, or `root` with `identity`, as PEM",
    ],
  ],
  [
    "a key that is none",
    "signers: [{ name: ci, key: x }]\n",
    [
      "referee.yaml:1:28 the key of the signer `ci` cannot be read | write it as PEM, from `-----BEGIN PUBLIC KEY-----` on",
    ],
  ],
  [
    "transitions between stages that there are not",
    "stages: { transitions: { stagin: [production], staging: [prod] } }\n",
    [
      "referee.yaml:1:26 `stagin` is none of the stages | did you mean `staging`?",
      "referee.yaml:1:58 `prod` is none of the stages | use one of: …",
    ],
  ],
  [
    "a mapping that lacks a field",
    "evidence: [{ files: a.json, map: { kind: measurement, metric: recall } }]\n",
    ["referee.yaml:1:34 a mapping to measurement facts needs `value` | write `value: $.…`, or a constant"],
  ],
  [
    "a mapping that is a text",
    "evidence: [{ files: a.json, map: measurement }]\n",
    ["referee.yaml:1:34 `map` is `measurement`; expected a mapping with kind and fields | write `map: { kind: … }`"],
  ],
  [
    "a mapping to a kind that there is not",
    "evidence: [{ files: a.json, map: { kind: mesurement, metric: recall, value: $.a } }]\n",
    [
      "referee.yaml:1:42 `kind` is `mesurement`; expected measurement, drift, check, card, dataset, attribution, model, run, rollout, experiment or table | did you mean `measurement`?",
    ],
  ],
  [
    "a path that cannot be read",
    "evidence: [{ files: a.json, map: { kind: measurement, metric: recall, value: '$.a[' } }]\n",
    [
      "referee.yaml:1:78 $.a[ is not a path: [ cannot be read | write a path, such as `$.value`, `$$.generated`, `@key` or `@index`",
    ],
  ],
  [
    "a field that the kind has not",
    "evidence: [{ files: a.json, map: { kind: measurement, metrik: recall, value: $.a } }]\n",
    [
      "referee.yaml:1:55 unknown key `metrik` | did you mean `metric`?",
      "referee.yaml:1:34 a mapping to measurement facts needs `metric` | write `metric: $.…`, or a constant",
    ],
  ],
  [
    "a field that is a list",
    "evidence: [{ files: a.json, map: { kind: measurement, metric: [recall], value: $.a } }]\n",
    ["referee.yaml:1:63 `metric` is a list; expected a path or a constant | write a path, such as `$.value`"],
  ],
  [
    "a slice that is a text",
    "evidence: [{ files: a.json, map: { kind: measurement, metric: recall, value: $.a, slice: DE } }]\n",
    ["referee.yaml:1:90 `slice` is `DE`; expected columns and their values | write `slice: { country: $.country }`"],
  ],
  [
    "an interval that is a number",
    "evidence: [{ files: a.json, map: { kind: measurement, metric: recall, value: $.a, interval: 3 } }]\n",
    ["referee.yaml:1:93 `interval` is 3; expected limits | write `interval: { lower: $.low, upper: $.high }`"],
  ],
  [
    "a mapping to approvals",
    "evidence: [{ files: a.json, map: { kind: approval, by: $.a } }]\n",
    [
      "referee.yaml:1:42 `kind` is `approval`; expected measurement, drift, check, card, dataset, attribution, model, run, rollout, experiment or table | use one of: …",
    ],
  ],
  [
    "a role misspelt",
    "evidence: [{ files: a.json, role: basline }]\n",
    [
      "referee.yaml:1:35 `role` is `basline`; expected candidate, baseline, predictions, reference or current | did you mean `baseline`?",
    ],
  ],
  [
    "a column's use misspelt",
    "evidence: [{ files: a.csv, role: predictions, columns: { lable: y } }]\n",
    ["referee.yaml:1:58 unknown key `lable` | did you mean `label`?"],
  ],
  [
    "a word that is no decision",
    "nothing-to-judge: fine\n",
    ["referee.yaml:1:19 `nothing-to-judge` is `fine`; expected undecided or pass | use one of: …"],
  ],
  [
    "a span in words",
    "longest-waiver: 6 months\n",
    [
      "referee.yaml:1:17 `longest-waiver` is `6 months`; expected a span of time, such as 7d, 12h, 30m or 2w | write it as 7d, 12h, 30m or 2w",
    ],
  ],
  [
    "an empty list",
    "policies: []\n",
    ["referee.yaml:1:11 `policies` is an empty list; expected a list of at least one | write a list of at least one"],
  ],
  [
    "a file of waivers that is not there",
    "waivers: [nowhere.yaml]\n",
    ["referee.yaml:1:11 there is no file of waivers `nowhere.yaml` | write it, or take it out of `waivers`"],
  ],
  ["a list", "- policies\n", ["referee.yaml:1:1 this configuration is a list; expected a mapping with policies, …"]],
  [
    "keys of prototypes",
    "__proto__: { policies: x }\nconstructor: 1\n",
    [
      "referee.yaml:1:1 unknown key `__proto__` | use one of: …",
      "referee.yaml:2:1 unknown key `constructor` | use one of: …",
    ],
  ],
  [
    "waivers that cannot be read",
    "waivers: [m]\n",
    ["referee.yaml:1:11 the waivers `m` cannot be read: it is no regular file | write it, or take it out of `waivers`"],
  ],
  [
    "a stage that there is not",
    "stages: { default: prodution }\n",
    [
      "referee.yaml:1:20 `prodution` is none of the stages | did you mean `production`? Stages of your own go into `stages.order`.",
    ],
  ],
];

export const meantInWaivers: readonly Meant[] = [
  [
    "a rule with two slashes",
    "- { rule: a/b/c, model: m, reason: x, owner: o, expires: 2026-12-01 }\n",
    [
      "w.yaml:1:11 `rule` is `a/b/c`; expected a policy and a rule of it, such as fraud-promotion/recall-floor | write a policy and a rule of it, such as fraud-promotion/recall-floor",
    ],
  ],
  [
    "a fingerprint that is none",
    "- { rule: a, model: m, reason: x, owner: o, expires: 2026-12-01, fingerprint: abc }\n",
    [
      "w.yaml:1:79 `fingerprint` is `abc`; expected the fingerprint of a finding, 32 digits and letters from a to f, in quotes | write the fingerprint of a finding, 32 digits and letters from a to f, in quotes",
    ],
  ],
  [
    "an approver who is the owner",
    "- { rule: a, model: m, reason: x, owner: '@kim', expires: 2026-12-01, approved-by: Kim }\n",
    [
      "w.yaml:1:84 the waiver is approved by its own owner | let somebody else approve it: who makes an exception does not agree to it",
    ],
  ],
  [
    "an alias",
    "- { rule: a, model: &m m, reason: x, owner: *m, expires: 2026-12-01 }\n",
    ["w.yaml:1:45 the alias `*m` stands for what is elsewhere | write it out"],
  ],
  [
    "a key twice",
    "- { rule: a, rule: b, model: m, reason: x, owner: o, expires: 2026-12-01 }\n",
    ["w.yaml:1:14 the key `rule` stands twice in the same mapping | write it once"],
  ],
  [
    "a tab",
    "- rule: a\n\tmodel: m\n",
    ["w.yaml:2:1 a tab stands in the indentation | indent with spaces: YAML takes no tabs there"],
  ],
  [
    "a merge key",
    "- &a { rule: a, model: m, reason: x, owner: o, expires: 2026-12-01 }\n- { <<: *a, model: n }\n",
    [
      "w.yaml:2:5 the merge key `<<` takes over what stands elsewhere | write it out",
      "w.yaml:2:9 the alias `*a` stands for what is elsewhere | write it out",
    ],
  ],
  [
    "a date of another form",
    "- { rule: a, model: m, reason: x, owner: o, expires: 31/12/2026 }\n",
    [
      "w.yaml:1:54 `expires` is `31/12/2026`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "no end",
    "- { rule: a, model: m, reason: x, owner: o, expires: never }\n",
    [
      "w.yaml:1:54 `expires` is `never`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "a day that does not exist",
    "- { rule: a, model: m, reason: x, owner: o, expires: 2026-02-30 }\n",
    [
      "w.yaml:1:54 `expires` is `2026-02-30`; expected a date, such as 2026-12-31 | write a day of the calendar as year-month-day, such as 2026-12-31",
    ],
  ],
  [
    "without an end",
    "- { rule: a, model: m, reason: x, owner: o }\n",
    ["w.yaml:1:3 entry 1 has no `expires` | write `expires`: the last day on which it holds"],
  ],
  [
    "an end that lies too far",
    "- { rule: a, model: m, reason: x, owner: o, expires: 2029-01-01 }\n",
    [
      "w.yaml:1:54 the waiver lasts longer than 180 days from now | write an earlier day, and renew it when it is still needed",
    ],
  ],
  [
    "an end, and a model misspelt",
    "- { rule: a, modle: m, reason: x, owner: o }\n",
    [
      "w.yaml:1:14 unknown key `modle` | did you mean `model`?",
      "w.yaml:1:3 entry 1 has no `model` | write `model`: the model for which it is waived",
      "w.yaml:1:3 entry 1 has no `expires` | write `expires`: the last day on which it holds",
    ],
  ],
];
