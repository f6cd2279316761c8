import { compile, type Engine } from "../../../server/core/engine/compile.ts";
import type { Model } from "../../../server/core/model/model.ts";
import type { Problem } from "../../../server/core/scenarios/problem.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";

/** The engine of a model, with the holidays of Japan. */
export function engineOf(model: Model): Engine {
  return compile(model, japaneseHolidays);
}

/** A desk that is open on weekdays without a break, so that times are added up in one's head. */
export const desk = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
}
channel email, phone
team Sales {
  lead    Sato
  members Mori
  hours   office
  deputy  Mori for Sato
}
team 窓口 {
  lead    Ito
  members Abe, Kudo
  hours   office
  reach   via email at "desk@example.jp"
  duty    Abe, Kudo weekly from 2026-04-06
}
customer Acme {
  owner  Mori
  backup Sato
}
request incident { severity: normal | urgent, cost: JPY, share: percent, lead: business days, day: date, note: text, score: number, start: time }
request discount { rate: percent }
request phone_cover
agreement desk between Sales and 窓口 {
  effective 2026-01-01..2026-12-31
  handle incidents: incident {
    by      窓口
    via     email
    respond within 2 business hours
    say     "Please write to {channel}."
    case urgent when severity is urgent {
      respond within 1 business hour
    }
  }
  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
  }
  commit phone: phone_cover by Sales {
    never because "nobody is on duty"
  }
}
`;

/** Each problem as what it is about, as written in the text, and its English message. */
export function shown(text: string, problems: readonly Problem[]): readonly string[] {
  return problems.map(({ start, end, message }) => `${text.slice(start, end)} | ${message.en}`);
}
