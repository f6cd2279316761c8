import assert from "node:assert/strict";
import { isOpen, isRestDay, nextOpening } from "../../../server/core/time/calendar.ts";
import { at, calendarOf, deadlineText, laidOver, shown } from "./written.ts";

/** The time answers of the acceptance table: the office of Tokyo, respond within 4 business hours, resolve within 3 business days. */
describe("the acceptance table's times", () => {
  const office = () =>
    calendarOf("Asia/Tokyo", "open Mon..Fri 09:00-12:00, 13:00-18:00", "closed holidays of Japan", "rest Sun");
  const respond = (received: string, target = "4 business hours", calendar = office()) =>
    deadlineText(calendar, target, received);
  const resolve = (received: string, calendar = office()) =>
    deadlineText(calendar, "3 business days", received).split(",")[0];

  it("row 1: Monday morning", () => {
    assert.equal(respond("2026-08-24T09:00"), "2026-08-24T14:00, breached after 2026-08-24T14:00");
    assert.equal(resolve("2026-08-24T09:00"), "2026-08-27T18:00");
  });

  it("row 2: Friday evening", () => {
    assert.equal(respond("2026-08-21T17:30"), "2026-08-24T13:30, breached after 2026-08-24T13:30");
  });

  it("row 3: before three holidays", () => {
    assert.equal(respond("2026-09-18T17:00"), "2026-09-24T12:00, breached after 2026-09-24T13:00");
  });

  it("row 4: the lunch break does not count", () => {
    assert.equal(respond("2026-08-25T11:30", "1 business hour"), "2026-08-25T13:30, breached after 2026-08-25T13:30");
  });

  it("row 6: a Saturday under the exception", () => {
    const acme = laidOver(office(), ["open 2026-08-22..2026-08-23 09:00-18:00"]);
    assert.equal(
      respond("2026-08-22T10:15", "4 business hours", acme),
      "2026-08-22T14:15, breached after 2026-08-22T14:15",
    );
    assert.equal(resolve("2026-08-22T10:15", acme), "2026-08-25T18:00");
    assert.ok(isRestDay(acme, at(acme, "2026-08-23T10:00")));
  });

  it("row 7: a Saturday without it", () => {
    const received = at(office(), "2026-08-29T10:15");
    assert.ok(!isOpen(office(), received));
    assert.equal(shown(office(), nextOpening(office(), received)), "2026-08-31T09:00");
  });

  it("row 11: a how-to on Saturday", () => {
    assert.equal(shown(office(), nextOpening(office(), at(office(), "2026-08-29T12:00"))), "2026-08-31T09:00");
    assert.equal(respond("2026-08-29T12:00"), "2026-08-31T14:00, breached after 2026-08-31T14:00");
    assert.equal(resolve("2026-08-29T12:00"), "2026-09-02T18:00");
  });

  it("row 13: the week of Mountain Day", () => {
    assert.equal(respond("2026-08-10T10:00"), "2026-08-10T15:00, breached after 2026-08-10T15:00");
    assert.equal(resolve("2026-08-10T10:00"), "2026-08-14T18:00");
  });
});
