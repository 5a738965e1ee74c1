import { expect } from "vitest";
import type { Estimate } from "../../src/model/estimate.js";

export function expectInvalid(estimate: Estimate<unknown>): void {
  expect(estimate).toEqual({ kind: "invalid", reason: expect.stringMatching(/.+/) });
}

export function expectNotEstimable(estimate: Estimate<unknown>): void {
  expect(estimate).toEqual({ kind: "not-estimable", reason: expect.stringMatching(/.+/) });
}
