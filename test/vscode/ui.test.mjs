// Clicks through the packaged .vsix as a person would, installed into a VS Code window.
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { VSIX } from "./package.mjs";
import { installVsix, launchBrowser, newPage, startServer, temporaryFolder } from "./vscode.mjs";

const HERE = import.meta.dirname;
const SHOTS = path.join(HERE, "shots");

describe("the packaged extension in a VS Code window", function () {
  this.timeout(60_000);
  let server;
  let browser;
  let page;

  before(async () => {
    fs.mkdirSync(SHOTS, { recursive: true });
    const dataDir = temporaryFolder();
    installVsix(dataDir, VSIX);
    const folder = path.join(dataDir, "workspace");
    fs.cpSync(path.join(HERE, "workspace"), folder, { recursive: true });
    server = await startServer({ dataDir, log: "error" });
    browser = await launchBrowser();
    page = await newPage(browser, { viewport: { width: 1400, height: 900 } });
    page.on("console", (message) => {
      if (/Content.Security.Policy|torikime/i.test(message.text()) && message.type() === "error") console.log(message.text());
    });
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
    assert.match(await row.first().innerText(), /torikime/);
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

  it("answers a request in the simulator", async () => {
    await command("Torikime: Simulate a Request");
    await choose("Kind of request", "incident");
    await choose("severity", "normal");
    await simulator().getByLabel("Sent at").fill("2026-08-24T09:00");
    await simulator().getByRole("heading", { name: "Mon 14:00" }).waitFor();
    await command("View: Close Primary Side Bar").catch(() => {});
    await shot("simulator");
  });

  /** The simulator's page: VS Code puts a webview into two frames. */
  function simulator() {
    return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  async function choose(label, option) {
    await simulator().getByRole("combobox", { name: label, exact: true }).click();
    await simulator().getByRole("option", { name: option, exact: true }).click();
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
