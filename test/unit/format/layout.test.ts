import { formatsTo, staysAsItIs } from "./check.ts";

describe("the layout of declarations", () => {
  it("is that of language.md: a calendar", () => {
    staysAsItIs(`
      /// Opening hours of the Tokyo office.
      calendar office in Asia/Tokyo {
        open   Mon..Fri 09:00-12:00, 13:00-18:00
        closed holidays of Japan
        closed 12-29..01-03 because "year-end closure"
        open   2026-12-29 10:00-15:00 because "stocktaking"
        rest   Sun
      }
    `);
  });

  it("is that of language.md: a team", () => {
    staysAsItIs(`
      team Support {
        title   "システム部"
        lead    Ito
        members Abe, Kudo
        hours   office
        reach   via email at "support@example.co.jp"
        reach   via portal at "https://support.example.co.jp"
        duty    Abe, Kudo weekly from 2026-04-06
        deputy  Abe for Ito
        away    Abe 2026-08-10..2026-08-16
      }
    `);
  });

  it("is that of language.md: an agreement with its clauses", () => {
    staysAsItIs(`
      agreement product_support between Sales and Support {
        title     "Product support"
        effective 2026-04-01..2027-03-31
        review    every 6 months by Ito

        // who handles what, when, how fast
        handle incidents: incident, how_to {
          by       Support
          via      email, portal
          via      phone during office
          hours    office
          respond  within 4 business hours
          resolve  within 3 business days
          escalate after 2 business hours to lead of Support
          say      "Please write to {channel}: the whole team reads it, so it is answered even when one of us is away."

          case urgent: incident when severity is urgent {
            respond  within 1 business hour
            escalate after 30 business minutes to lead of Support
          }
        }

        // what may be promised
        commit discounts: discount by Sales {
          may when rate <= 10%
          ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
          never when rate > 20% because "margin floor"
        }
        commit weekend_phone: phone_cover by Sales {
          never because "nobody is on duty, and the engineers are not paid for it"
        }

        guarantee first_answer: incident to customers {
          respond within 7 calendar days
        }

        owe complete_forms: Sales to Support "a complete incident form" with every incident
        owe status_mail: Support to Sales "a list of open incidents" every Mon before 10:00
      }
    `);
  });

  it("is that of language.md: exceptions, steps, customers, handovers, facts", () => {
    staysAsItIs(`
      exception acme_cutover to product_support.incidents when customer is Acme {
        effective 2026-08-22..2026-08-23
        open      2026-08-22..2026-08-23 09:00-18:00
        by        Kudo
        via       email
        surcharge 35% because "work on the weekly rest day"
        owner     Mori
        approved  by Ito on 2026-08-18
        reason    "the customer moves its systems that weekend"
      }

      exception acme_discount to product_support.discounts when customer is Acme {
        effective 2026-09-01..2026-09-14
        may       when rate <= 25%
        owner     Mori
        approved  by Sato on 2026-08-30
        reason    "volume order"
      }

      agreement ordering between Sales and BackOffice {
        handle orders: purchase_order {
          by      BackOffice
          via     portal
          step    draft by Sales within 4 business hours needs order_form
          step    verify by BackOffice within 1 business day checks amount, payee twice else back to draft within 4 business hours
          step    approve by lead of Sales within 1 business day when amount > 1_000_000 JPY
          step    place by BackOffice at next 15:00
          resolve within 4 business days
        }
      }

      customer Acme {
        title   "Acme 株式会社"
        tier    is gold
        owner   Mori
        backup  Tanaka
        records contracts at "crm://acme/contracts", bids at "crm://acme/bids"
        due     bid on 09-30 by Mori needs application_form 10 business days before
      }

      handover acme_2026 of Acme from Tanaka to Mori {
        effective 2026-06-01..2026-07-31
        covers    contracts, bids
      }

      impossible when tier is standard and channel is phone
      prove no_deep_discount: discount is not may when rate > 20%
      prove always_someone: incident is handled by Support when tier is one of silver, gold
    `);
  });

  it("is reached from any spacing", () => {
    formatsTo(
      `
      calendar   office in Asia/Tokyo{
      open Mon .. Fri 09:00 - 12:00 ,13:00-18:00
          closed    holidays
             of Japan


      rest\tSun }
      channel email,portal ,
        phone
      team Sales { lead Sato
        members Mori,Tanaka }
      prove a:b is not may when not(rate>20% or rate<5%)and tier is one of x,y
      `,
      `
      calendar office in Asia/Tokyo {
        open   Mon..Fri 09:00-12:00, 13:00-18:00
        closed holidays of Japan

        rest Sun
      }

      channel email, portal, phone

      team Sales {
        lead    Sato
        members Mori, Tanaka
      }

      prove a: b is not may when not (rate > 20% or rate < 5%) and tier is one of x, y
      `,
    );
  });

  it("has one empty line around what has a body, and leaves declarations of one line together", () => {
    formatsTo(
      `


      channel email
      request a
      request b { x: text }



      request c
      team A {
        lead X
      }
      // about B
      /// B
      team B {
        lead Y
      }
      request d
      `,
      `
      channel email
      request a
      request b { x: text }

      request c

      team A {
        lead X
      }

      // about B
      /// B
      team B {
        lead Y
      }

      request d
      `,
    );
  });

  it("has one empty line at most in a body, and none at its ends", () => {
    formatsTo(
      `
      team A {

        lead X



        hours office

      }
      team B {
      }
      `,
      `
      team A {
        lead X

        hours office
      }

      team B {}
      `,
    );
  });

  it("begins a new column after an empty line and after a clause, not after a comment", () => {
    formatsTo(
      `
      agreement a between b and c {
        handle h: d {
          surcharge 35%
          // who
          by X

          by Y
          hours office
          case c: d {
            respond within 1 business hour
          }
          via email
        }
      }
      `,
      `
      agreement a between b and c {
        handle h: d {
          surcharge 35%
          // who
          by        X

          by    Y
          hours office
          case c: d {
            respond within 1 business hour
          }
          via email
        }
      }
      `,
    );
  });

  it("counts a Japanese character as two columns", () => {
    formatsTo(
      `
      customer アクメ {
        ランク is 金
        owner 森
        取引開始日 is 2026-04-01
      }
      `,
      `
      customer アクメ {
        ランク     is 金
        owner      森
        取引開始日 is 2026-04-01
      }
      `,
    );
  });
});

describe("the layout of a target table", () => {
  it("is in columns", () => {
    formatsTo(
      `
      agreement a between B and C {
        handle h: i {
          table tier, priority -> respond, resolve
          gold, urgent -> 30 business minutes, 4 business hours
          // the usual
            gold,normal->2 business hours,1 business day

            silver, any -> 4 business hours,    3 business days // slow
        }
      }
      `,
      `
      agreement a between B and C {
        handle h: i {
          table tier, priority -> respond,             resolve
            gold, urgent       -> 30 business minutes, 4 business hours
            // the usual
            gold, normal       -> 2 business hours,    1 business day

            silver, any        -> 4 business hours,    3 business days  // slow
        }
      }
      `,
    );
  });

  it("counts a Japanese character as two columns", () => {
    formatsTo(
      `
      agreement a between B and C {
        handle h: i {
          by B
          table ランク -> respond
            プラチナ会員 -> 1 business hour
            gold -> 2 business hours
          via email
        }
      }
      `,
      `
      agreement a between B and C {
        handle h: i {
          by B
          table ランク   -> respond
            プラチナ会員 -> 1 business hour
            gold         -> 2 business hours
          via email
        }
      }
      `,
    );
  });
});

describe("the layout of a request", () => {
  it("is one line with commas", () => {
    formatsTo(
      `
      request a {x:text,   y : yes|no, z: business   days ,}
      request b{ x: text
        y: date, z: time }
      request c{}
      `,
      `
      request a { x: text, y: yes | no, z: business days }
      request b { x: text, y: date, z: time }
      request c {}
      `,
    );
  });

  it("is one field a line, without commas, where the first field begins a line", () => {
    formatsTo(
      `
      request a {
        severity: normal | urgent, lead: business days,
        /// in yen
        amount: JPY }
      `,
      `
      request a {
        severity: normal | urgent
        lead:     business days
        /// in yen
        amount:   JPY
      }
      `,
    );
  });

  it("is one field a line where one line would be too long", () => {
    formatsTo(
      `
      request a { the_first_field_of_all: normal | urgent | immediate, the_second_field: one_value | another_value | a_third_value }
      `,
      `
      request a {
        the_first_field_of_all: normal | urgent | immediate
        the_second_field:       one_value | another_value | a_third_value
      }
      `,
    );
  });
});

describe("long lines", () => {
  it("break after commas and are indented by four", () => {
    // 2 + "members " + 12 names of "Abcdefgh, " is 130 columns; eleven and "Abcdefgh," are 119 without the last space
    formatsTo(
      `
      team A {
        lead X
        members Abcdefgh, Bbcdefgh, Cbcdefgh, Dbcdefgh, Ebcdefgh, Fbcdefgh, Gbcdefgh, Hbcdefgh, Ibcdefgh, Jbcdefgh, Kbcdefgh, Lbcdefgh, Mbcdefgh
      }
      `,
      `
      team A {
        lead    X
        members Abcdefgh, Bbcdefgh, Cbcdefgh, Dbcdefgh, Ebcdefgh, Fbcdefgh, Gbcdefgh, Hbcdefgh, Ibcdefgh, Jbcdefgh, Kbcdefgh,
            Lbcdefgh, Mbcdefgh
      }
      `,
    );
  });

  it("never begin with a word that would be read as a property", () => {
    formatsTo(
      `
      channel abcdefghijklmnopqrstuvwxyz_1, abcdefghijklmnopqrstuvwxyz_2, abcdefghijklmnopqrstuvwxyz_3, abcdefghijklmnop, lead, hours
      `,
      `
      channel abcdefghijklmnopqrstuvwxyz_1, abcdefghijklmnopqrstuvwxyz_2, abcdefghijklmnopqrstuvwxyz_3,
          abcdefghijklmnop, lead, hours
      `,
    );
  });

  it("break before every or, and before every and of what is still too long", () => {
    formatsTo(
      `
      impossible when tier is standard and channel is phone or tier is one of gold, silver and (severity is urgent or severity is critical) or channel is chat
      exception acme to product_support.incidents when customer is Acme and severity is urgent and channel is phone and tier is gold and rate <= 10% {
        by X
      }
      `,
      `
      impossible when tier is standard and channel is phone
          or tier is one of gold, silver and (severity is urgent or severity is critical)
          or channel is chat

      exception acme to product_support.incidents when customer is Acme
          and severity is urgent
          and channel is phone
          and tier is gold
          and rate <= 10% {
        by X
      }
      `,
    );
  });

  it("stay long where nothing can be broken", () => {
    const say = "この文は長い。".repeat(20);
    staysAsItIs(`
      exception e to a.b {
        say "${say}"
      }
    `);
  });

  it("count Japanese characters as two columns", () => {
    // "channel " and six names of 9 characters (18 columns) with commas and spaces: 8 + 6 * 20 - 2 = 126 columns
    formatsTo(
      `
      channel 受付窓口その一電話, 受付窓口その二電話, 受付窓口その三電話, 受付窓口その四電話, 受付窓口その五電話, 受付窓口その六電話
      `,
      `
      channel 受付窓口その一電話, 受付窓口その二電話, 受付窓口その三電話, 受付窓口その四電話, 受付窓口その五電話,
          受付窓口その六電話
      `,
    );
  });
});
