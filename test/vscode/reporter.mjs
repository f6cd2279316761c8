import Mocha from "mocha";

/** The unit suites have a dot a test, since there are many; the VS Code suites a line. */
const Base = process.env.TORIKIME_SUITE === "unit" ? Mocha.reporters.Dot : Mocha.reporters.Spec;

/** A reporter of mocha's, with the closing line that test/run.mjs counts. */
export default class extends Base {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${process.env.TORIKIME_SUITE}: ${passes} passed, ${failures} failed, ${pending} skipped`);
  }
}
