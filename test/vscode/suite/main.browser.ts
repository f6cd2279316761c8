import "mocha/mocha.js";

/** Entry of the Web Worker extension host: runs the suite and prints its counts. */
async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", reporter: "spec", timeout: 30_000, color: false }); // mocha's default reporter needs a page
  await import("./all.ts");
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      console.log(`web: ${passes} passed, ${failures} failed, ${pending} skipped`);
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}

// Not `export`: mocha's bundle, in a package of type "module", overwrites module.exports.
module.exports = { run };
