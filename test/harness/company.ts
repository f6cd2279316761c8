import { fixture } from "./fixture.ts";

/** A small company that the tests of features put their own lines after; nothing in it is left to be found by a check. */
export const company = `// === company.sla
/// Opening hours of the Tokyo office.
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
  closed holidays of Japan
  closed 12-29..01-03 because "year-end closure"
}

channel email, phone

team Sales {
  title   "営業部"
  lead    Sato
  members Mori, Tanaka
  hours   office
}
team Support {
  title   "システム部"
  lead    Ito
  members Abe, Kudo
  hours   office
  reach   via email at "support@example.co.jp"
  reach   via phone at "03-0000-0000"
  duty    Abe, Kudo weekly from 2026-04-06
}

attribute tier of customer: standard | gold

customer Acme {
  title "Acme 株式会社"
  tier  is gold
  owner Mori
}

/// Something does not work as agreed.
request incident { severity: normal | urgent }
request discount { rate: percent }
// === support.sla
`;

/** The text of its file, `company.sla`. */
export const companyText = fixture(company).files.get("company.sla") ?? "";
