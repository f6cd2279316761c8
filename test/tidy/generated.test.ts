import assert from "node:assert/strict";
import * as fs from "node:fs";
import { generatedFiles } from "../harness/generated.ts";

describe("generated files", () => {
  for (const { path, text } of generatedFiles())
    it(`${path} is fresh; 'npm run generate' writes it`, () => assert.equal(fs.readFileSync(path, "utf8"), text));
});
