const text = { type: "string", minLength: 1 } as const;
const message = { type: "object", required: ["text"], properties: { text: { ...text, maxLength: 65_535 } } } as const;
const shortText = {
  type: "object",
  required: ["text"],
  properties: { text: { ...text, maxLength: 1024 } },
  additionalProperties: false,
} as const;

const location = {
  type: "object",
  required: ["physicalLocation"],
  properties: {
    physicalLocation: {
      type: "object",
      required: ["artifactLocation", "region"],
      additionalProperties: false,
      properties: {
        artifactLocation: {
          type: "object",
          required: ["uri"],
          additionalProperties: false,
          properties: {
            uri: { type: "string", format: "uri-reference", pattern: "^(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?!/)" },
            uriBaseId: text,
          },
        },
        region: {
          type: "object",
          required: ["startLine", "startColumn", "endLine", "endColumn"],
          additionalProperties: false,
          properties: Object.fromEntries(
            ["startLine", "startColumn", "endLine", "endColumn"].map((name) => [name, { type: "integer", minimum: 1 }]),
          ),
        },
      },
    },
  },
  additionalProperties: false,
} as const;

/**
 * The part of SARIF 2.1.0 that we write (OASIS, section 3), with what GitHub asks beyond it: required texts, whole
 * regions, relative addresses, one fingerprint, and its limits of length and number.
 */
export const sarifSchema = {
  type: "object",
  required: ["$schema", "version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      maxItems: 1,
      items: {
        type: "object",
        required: ["tool", "results"],
        additionalProperties: false,
        properties: {
          tool: {
            type: "object",
            required: ["driver"],
            additionalProperties: false,
            properties: {
              driver: {
                type: "object",
                required: ["name", "rules", "semanticVersion"],
                additionalProperties: false,
                properties: {
                  name: text,
                  version: text,
                  semanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+" },
                  rules: {
                    type: "array",
                    maxItems: 25_000,
                    uniqueItems: true,
                    items: {
                      type: "object",
                      required: ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
                      additionalProperties: false,
                      properties: {
                        id: { ...text, maxLength: 255 },
                        name: { ...text, maxLength: 255 },
                        shortDescription: shortText,
                        fullDescription: shortText,
                        help: shortText,
                        defaultConfiguration: {
                          type: "object",
                          required: ["level"],
                          additionalProperties: false,
                          properties: { level: { enum: ["none", "note", "warning", "error"] } },
                        },
                        properties: {
                          type: "object",
                          properties: {
                            precision: { enum: ["very-high", "high", "medium", "low"] },
                            "problem.severity": { enum: ["error", "warning", "recommendation"] },
                            tags: { type: "array", maxItems: 20, uniqueItems: true, items: text },
                          },
                          not: { required: ["security-severity"] },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          automationDetails: {
            type: "object",
            required: ["id"],
            additionalProperties: false,
            properties: { id: { type: "string", pattern: "/$" } },
          },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: {
            type: "array",
            items: {
              type: "object",
              required: ["executionSuccessful"],
              additionalProperties: false,
              properties: {
                executionSuccessful: { type: "boolean" },
                endTimeUtc: { type: "string", format: "date-time" },
                toolExecutionNotifications: {
                  type: "array",
                  items: {
                    type: "object",
                    required: ["message"],
                    additionalProperties: false,
                    properties: { level: { enum: ["note", "warning", "error"] }, message },
                  },
                },
              },
            },
          },
          results: {
            type: "array",
            maxItems: 25_000,
            items: {
              type: "object",
              required: ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
              additionalProperties: false,
              properties: {
                ruleId: text,
                ruleIndex: { type: "integer", minimum: 0 },
                kind: { const: "fail" },
                level: { enum: ["note", "warning", "error"] },
                message,
                locations: { type: "array", minItems: 1, maxItems: 1, items: location },
                relatedLocations: { type: "array", maxItems: 1_000, items: location },
                partialFingerprints: {
                  type: "object",
                  required: ["primaryLocationLineHash"],
                  additionalProperties: false,
                  properties: { primaryLocationLineHash: { type: "string", pattern: "^[^:]+:\\d+$" } },
                },
                suppressions: {
                  type: "array",
                  items: {
                    type: "object",
                    required: ["kind"],
                    additionalProperties: false,
                    properties: {
                      kind: { enum: ["inSource", "external"] },
                      status: { enum: ["accepted", "underReview", "rejected"] },
                      justification: text,
                    },
                  },
                },
                properties: { type: "object" },
              },
            },
          },
          properties: { type: "object" },
        },
      },
    },
  },
} as const;

const digest = {
  type: "object",
  minProperties: 1,
  propertyNames: { enum: ["sha256"] },
  additionalProperties: { type: "string", pattern: "^[0-9a-f]{64}$" },
} as const;

/** An in-toto Statement v1 with a test-result v0.1 predicate, and the resource descriptors within it. */
export const statementSchema = {
  type: "object",
  required: ["_type", "subject", "predicateType", "predicate"],
  additionalProperties: false,
  properties: {
    _type: { const: "https://in-toto.io/Statement/v1" },
    subject: {
      type: "array",
      minItems: 1,
      maxItems: 1_024,
      items: {
        type: "object",
        required: ["name", "digest"],
        additionalProperties: false,
        properties: { name: text, digest },
      },
    },
    predicateType: { const: "https://in-toto.io/attestation/test-result/v0.1" },
    predicate: {
      type: "object",
      required: ["result", "configuration"],
      properties: {
        result: { enum: ["PASSED", "WARNED", "FAILED"] },
        configuration: {
          type: "array",
          items: {
            type: "object",
            required: ["digest"],
            properties: { name: text, digest, annotations: { type: "object" } },
            additionalProperties: false,
          },
        },
        passedTests: { type: "array", items: text },
        warnedTests: { type: "array", items: text },
        failedTests: { type: "array", items: text },
      },
    },
  },
} as const;
