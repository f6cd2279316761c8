// npm run generate: writes every file that is made from tables of the product (test/harness/generated.ts names them).
import * as fs from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const folder = path.join(root, "dist-test/generate");
const bundle = path.join(folder, "generated.mjs");

await esbuild.build({
  absWorkingDir: root,
  entryPoints: ["test/harness/generated.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  outfile: bundle,
  logLevel: "warning",
});
const { generatedFiles } = await import(pathToFileURL(bundle).href);
for (const file of generatedFiles()) write(path.join(root, file.path), file.text);
fs.rmSync(folder, { recursive: true });

function write(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  console.log(`wrote ${path.relative(root, file)}`);
}
