// Clicks through the packaged .vsix as a person would, installed into a VS Code window.
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { VSIX } from "./package.mjs";
import { commitAll, commitChanges } from "./repository.mjs";
import { GIT_BUILTINS, installVsix, launchBrowser, newPage, startServer, temporaryFolder } from "./vscode.mjs";

const HERE = import.meta.dirname;
const THEMES = [
  ["Dark Modern", "vscode-dark"],
  ["Dark High Contrast", "vscode-high-contrast"],
];
const SHOTS = path.join(HERE, "shots");

describe("the packaged extension in a VS Code window", function () {
  this.timeout(60_000);
  let folder;
  let server;
  let browser;
  let page;

  before(async () => {
    fs.mkdirSync(SHOTS, { recursive: true });
    const dataDir = temporaryFolder();
    installVsix(dataDir, VSIX);
    folder = path.join(dataDir, "workspace");
    fs.cpSync(path.join(HERE, "workspace"), folder, { recursive: true });
    commitAll(folder);
    server = await startServer({ dataDir, log: "error", builtins: GIT_BUILTINS });
    browser = await launchBrowser();
    const permissions = ["clipboard-read", "clipboard-write"];
    page = await newPage(browser, { viewport: { width: 1400, height: 900 }, permissions });
    page.setDefaultTimeout(15_000);
    await page.goto(server.url({ folder }));
    await explorerRow("company.sla").waitFor();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await shot(`FAILED ${this.currentTest.title.replace(/\W+/g, "-")}`);
  });

  it("underlines a finding and lists it in Problems", async () => {
    await explorerRow("mistake.sla").dblclick();
    await page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await command("Problems: Focus on Problems View");
    const row = page.locator(".markers-panel .monaco-list-row", { hasText: "Suport" });
    await row.first().waitFor();
    assert.match(await row.first().textContent(), /torikime/);
    await shot("problems");
    await command("View: Toggle Panel Visibility");
  });

  it("completes", async () => {
    await explorerRow("company.sla").dblclick();
    await command("Go to Line/Column...");
    await page.keyboard.press("Escape");
    await page.locator(".editor-group-container.active .monaco-editor .view-line").first().click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\ncal");
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "calendar" }).first().waitFor();
    await shot("completion");
    await page.keyboard.press("Escape");
    await command("File: Revert File");
  });

  it("tells above an agreement what is proved, and simulates a counter-example", async () => {
    await command("View: Close All Editors");
    await explorerRow("returns").click();
    await explorerRow("gap.sla").dblclick();
    const lens = page.locator(".codelens-decoration a", { hasText: "1 counter-example" });
    await lens.waitFor();
    await page.locator(".codelens-decoration a", { hasText: "true of all 3 kinds of request" }).waitFor();
    await shot("lens");
    await page.locator(".codelens-decoration a", { hasText: "Simulate a counter-example" }).click();
    await webview()
      .getByRole("heading", { name: /Nobody has agreed to handle this/ })
      .waitFor();
    assert.equal(await webview().getByLabel("Sent at (Asia/Tokyo)").inputValue(), "2026-04-07T10:00");
    await shot("lens simulated");
  });

  it("opens what is proved as a page, which leads to the clause and to the simulator, and follows what is typed", async () => {
    await page.locator(".codelens-decoration a", { hasText: "1 counter-example" }).click();
    await webview().getByRole("heading", { name: "What is proved of 'returns'" }).waitFor();
    await webview().getByText("some of 3 kinds of request have no handler", { exact: false }).first().waitFor();
    await shot("proof page");
    await webview().getByRole("link", { name: "returns/gap.sla:7:10" }).click();
    await page.locator(".statusbar-item", { hasText: /^Ln 7, Col 10/ }).waitFor();
    await webview().getByRole("button", { name: "Simulate this" }).click();
    await webview()
      .getByRole("heading", { name: /Nobody has agreed to handle this/ })
      .waitFor();
    await page.locator(".tab", { hasText: "What Is Proved: returns" }).click();
    await page.locator(".view-line", { hasText: "handle new_goods" }).click();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("or condition is used ");
    // The three conditions are all handled now.
    await webview().locator(".headline.good").waitFor();
    await shot("proof page proved");
    await command("File: Revert File");
    await webview().locator(".headline.bad").waitFor();
  });

  it("shows what changes in decisions since the last commit, and follows what is typed", async () => {
    await command("View: Close All Editors");
    await explorerRow("support.sla").dblclick();
    await command("Torikime: Show What Changes in Decisions");
    await webview().getByRole("heading", { name: "Nothing changes in decisions" }).waitFor();
    await shot("differences none");
    await page.locator(".view-line", { hasText: "within 4 business hours" }).click();
    await page.keyboard.press("Home");
    for (let step = 0; step < "respond  within ".length; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Delete");
    await page.keyboard.type("2");
    await webview().getByRole("heading", { name: "1 difference in decisions" }).waitFor();
    // Tuesday at 10:00: two of four hours are left when the lunch break is over at 13:00; two are up at 12:00
    await webview().getByText("answers by Tue 2026-04-07 15:00.").waitFor();
    await webview().getByText("answers by Tue 2026-04-07 12:00.").waitFor();
    await shot("differences");
    await webview().getByRole("link", { name: "support.sla:6:10" }).click();
    await page.locator(".statusbar-item", { hasText: /^Ln 6, Col 10/ }).waitFor();
    await webview().getByRole("button", { name: "Simulate this" }).focus();
    await page.keyboard.press("Enter");
    await webview()
      .getByRole("heading", { name: /Support.*12:00/ })
      .waitFor();
    await page.locator(".tab", { hasText: "What Changes in Decisions" }).click();
    await webview().getByRole("heading", { name: "1 difference in decisions" }).waitFor();
    await command("View: Focus First Editor Group");
    await command("File: Revert File");
    await webview().getByRole("heading", { name: "Nothing changes in decisions" }).waitFor();
  });

  it("follows what is committed and what is gone", async () => {
    const [support, gap] = ["support.sla", "returns/gap.sla"].map((name) => path.join(folder, name));
    const [text, other] = [support, gap].map((file) => fs.readFileSync(file, "utf8"));
    fs.writeFileSync(support, text.replace("within 4 business hours", "within 2 business hours"));
    await webview().getByRole("heading", { name: "1 difference in decisions" }).waitFor();
    commitChanges(folder);
    await webview().getByRole("heading", { name: "Nothing changes in decisions" }).waitFor();
    fs.rmSync(gap);
    await webview().getByRole("heading", { name: "cover lost" }).waitFor();
    await shot("differences file gone");
    await webview().getByRole("link", { name: "returns/gap.sla:7:10" }).click();
    await page.locator(".view-line", { hasText: "handle new_goods" }).waitFor();
    await page.locator(".tab", { hasText: "What Changes in Decisions" }).click();
    fs.writeFileSync(gap, other);
    fs.writeFileSync(support, text);
    commitChanges(folder);
    await webview().getByRole("heading", { name: "Nothing changes in decisions" }).waitFor();
  });

  it("runs scenarios as tests, and shows what they come to", async () => {
    await command("View: Close All Editors");
    await explorerRow("support.scenarios.yaml").dblclick();
    await page.locator(".testing-run-glyph").waitFor();
    await command("Test: Run All Tests with Coverage");
    await page.locator(".testing-run-glyph.codicon-testing-passed-icon").first().waitFor();
    await explorerRow("support.sla").dblclick();
    await page.locator(".coverage-deco-gutter.coverage-deco-hit").first().waitFor();
    await page.locator(".coverage-deco-gutter.coverage-deco-miss").first().waitFor();
    await shot("coverage");
    // A deadline that is not the one agreed fails by what is typed, at its place.
    await page.locator(".tab", { hasText: "support.scenarios.yaml" }).click();
    const expected = page.locator(".view-line", { hasText: "respond by" });
    await expected.click();
    await page.keyboard.press("End");
    for (let step = 0; step < ":00 }".length; step++) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("5");
    await command("Test: Run All Tests");
    await page.locator(".testing-run-glyph.codicon-testing-failed-icon").first().waitFor();
    await page.getByText("2026-08-24T14:00 != 2026-08-24T15:00").first().waitFor();
    await shot("scenario failed");
    await command("File: Revert File");
    await command("Test: Clear All Results");
  });

  it("answers a request in the simulator", async () => {
    await command("View: Close All Editors");
    await explorerRow("support.sla").dblclick();
    await command("Torikime: Simulate a Request");
    await choose("Kind of request", "incident");
    await choose("severity", "normal");
    await choose("Channel", "email");
    await choose("Asked by", "営業部 (Sales)");
    await webview().getByLabel("Sent at (Asia/Tokyo)").fill("2026-08-24T09:00");
    // four business hours from Monday 09:00: three until the lunch break at 12:00, one more from 13:00
    await webview()
      .getByRole("heading", { name: /Support.*Mon.*14:00/ })
      .waitFor();
    // the third business day after Monday the 24th is Thursday the 27th, which closes at 18:00
    await webview().locator(".facts", { hasText: "2026-08-27 18:00" }).waitFor();
    await shot("simulator");
  });

  it("moves the deadlines by a time of waiting, until that is taken away", async () => {
    await webview().getByRole("button", { name: "Add a pause" }).click();
    await webview().getByLabel("from", { exact: true }).fill("2026-08-24T10:00");
    await webview()
      .getByLabel(/^until/)
      .fill("2026-08-24T11:00");
    // an hour later than without: two hours are left of the morning, and two more from 13:00
    await webview()
      .getByRole("heading", { name: /Support.*Mon.*15:00/ })
      .waitFor();
    await webview().getByRole("button", { name: "Remove this pause" }).click();
    await webview()
      .getByRole("heading", { name: /Support.*Mon.*14:00/ })
      .waitFor();
  });

  it("answers by what is typed in the editor, unsaved", async () => {
    const line = page.locator(".editor-group-container .view-line", { hasText: "within 4 business hours" });
    await line.click();
    await page.keyboard.press("Home");
    for (let step = 0; step < "respond  within ".length; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Delete");
    await page.keyboard.type("2");
    // two business hours from Monday 09:00
    await webview()
      .getByRole("heading", { name: /Mon.*11:00/ })
      .waitFor();
    await command("File: Revert File");
    await webview()
      .getByRole("heading", { name: /Mon.*14:00/ })
      .waitFor();
  });

  it("copies the sentence to say", async () => {
    await webview().getByRole("button", { name: "Copy" }).click();
    await webview().getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Please write to .*: the whole team reads it/);
  });

  it("opens the clause that decided, from the answer", async () => {
    await command("View: Focus First Editor Group");
    await explorerRow("company.sla").dblclick();
    await webview().locator(".why .decided a").first().click();
    await page.locator(".tab.active.selected", { hasText: "support.sla" }).waitFor();
    await page.locator(".statusbar-item", { hasText: /^Ln [2-9]/ }).waitFor();
  });

  it("opens the line that says what may be promised", async () => {
    await choose("Kind of request", "discount");
    await webview().getByRole("textbox", { name: "rate" }).fill("15");
    await webview().getByRole("heading", { name: /Sato/ }).waitFor();
    await shot("simulator commitment");
    await webview().locator(".why .decided a").first().click();
    // "ask lead of Sales …" is line 23 of support.sla
    await page.locator(".statusbar-item", { hasText: /^Ln 23/ }).waitFor();
    await choose("Kind of request", "incident");
  });

  it("keeps what was filled in while it is hidden", async () => {
    await page.locator(".tab", { hasText: "Simulate a Request" }).click();
    await explorerRow("company.sla").click();
    await page.locator("iframe.webview.ready").waitFor({ state: "hidden" });
    await page.locator(".tab", { hasText: "Simulate a Request" }).click();
    await webview()
      .getByRole("heading", { name: /Mon.*14:00/ })
      .waitFor();
    assert.equal(await webview().getByLabel("Sent at (Asia/Tokyo)").inputValue(), "2026-08-24T09:00");
  });

  it("can be used from the keyboard alone", async () => {
    await webview().getByRole("combobox", { name: "severity" }).focus();
    for (const key of ["Enter", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    // one business hour from Monday 09:00
    await webview()
      .getByRole("heading", { name: /Mon.*10:00/ })
      .waitFor();
    assert.equal(await focusedLabel(), "severity");
  });

  it("fits a column of 320 px", async () => {
    await command("View: Toggle Primary Side Bar Visibility");
    await page.setViewportSize({ width: 700, height: 900 });
    const { content, width } = await webview()
      .locator("html")
      .evaluate((root) => ({ content: root.scrollWidth, width: root.clientWidth }));
    assert.ok(width <= 325, `the column is ${width} px wide`);
    assert.equal(content, width);
  });

  for (const [theme, bodyClass] of THEMES) {
    it(`takes the colours of the theme ${theme}`, async () => {
      await command("Preferences: Color Theme");
      await page.keyboard.type(theme);
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: theme }).waitFor();
      await page.keyboard.press("Enter");
      await webview().locator(`body.${bodyClass}`).waitFor();
      const [text, foreground] = await webview()
        .locator("body")
        .evaluate((body) => {
          const style = getComputedStyle(body);
          return [style.color, style.getPropertyValue("--vscode-foreground")];
        });
      await shot(`simulator ${bodyClass}`);
      assert.equal(rgb(text), rgb(foreground));
    });
  }

  /** `#cccccc` and `rgb(204, 204, 204)` alike as three numbers. */
  function rgb(colour) {
    const hex = /^#(..)(..)(..)/.exec(colour)?.slice(1);
    return hex ? hex.map((digits) => Number.parseInt(digits, 16)).join() : colour.match(/\d+/g)?.slice(0, 3).join();
  }

  /** The name of what has the focus in the simulator's page, as a screen reader says it. */
  function focusedLabel() {
    return webview()
      .locator("body")
      .evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("aria-label"));
  }

  /** The page that is seen, the simulator's or what is proved: VS Code puts a webview into two frames. */
  function webview() {
    return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  async function choose(label, option) {
    await webview().getByRole("combobox", { name: label, exact: true }).click();
    await webview().getByRole("option", { name: option, exact: true }).click();
  }

  function explorerRow(name) {
    return page.locator(".explorer-folders-view .monaco-list-row", { hasText: name });
  }

  async function command(title) {
    await page.keyboard.press("F1");
    const input = page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(`>${title}`);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  }

  function shot(name) {
    return page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  }
});
