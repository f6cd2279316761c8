import Mocha from "mocha";

/** mocha's spec reporter, with the closing line that test/run.mjs counts. */
export default class extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${process.env.TORIKIME_SUITE}: ${passes} passed, ${failures} failed, ${pending} skipped`);
  }
}
