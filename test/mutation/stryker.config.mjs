// Mutation testing of what decides: does a test fail when a line of time/ or engine/ is changed?
// usage: node test/mutation/run.mjs, which sets the number of the twin's random pairs
const own = new URL("./node_modules/", import.meta.url);

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  plugins: [
    new URL("@stryker-mutator/mocha-runner/dist/src/index.js", own).href,
    new URL("./unreachable.mjs", import.meta.url).href,
  ],
  ignorers: ["unreachable"],
  testRunner: "mocha",
  mochaOptions: { spec: ["dist-test/mutation/**/*.mjs"] },
  // There is none: the bundler strips types, and the compiler's new interface is none that Stryker knows.
  tsconfigFile: "none",
  buildCommand: process.env.MUTATION_RANDOM ? "node test/mutation/build.mjs --random" : "node test/mutation/build.mjs",
  // Data of holidays is no logic; libraries are tested by their own.
  mutate: ["server/core/{time,engine}/**/*.ts", "!server/core/time/holidays.*.ts"],
  // Each change meets the tests that reach it and no others, until one fails.
  coverageAnalysis: "perTest",
  concurrency: 1,
  // What runs once when a module is loaded would need a whole run of its own for each mutant.
  ignoreStatic: true,
  ignorePatterns: ["dist", "dist-test", "test/vscode", "test/bench", "samples/*/dist"],
  tempDirName: "dist-test/stryker",
  // What was not noticed is told by survivors.mjs.
  reporters: ["progress", "json"],
  jsonReporter: { fileName: "dist-test/mutation.json" },
  thresholds: { high: 90, low: 85, break: 85 },
  timeoutMS: 4_000,
};
