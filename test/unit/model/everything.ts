/** Agreements in which every construct of the language stands, and nothing is wrong. */
export const everything: readonly string[] = [
  `/// Opening hours of the Tokyo office.
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
  closed holidays of Japan
  closed during stocktaking
  closed 12-29..01-03 because "year-end closure"
  open   2026-12-28 10:00-15:00
  rest   Sun
}
calendar stocktaking in Asia/Tokyo {
  open 2026-10-01..2026-10-02
}

channel email, portal, phone, chat

team Sales {
  title   "営業部"
  lead    Sato
  members Mori, Tanaka
  hours   office
}
team Support {
  title   "システム部"
  lead    Ito
  members Abe, Kudo, 中村・次郎
  hours   office
  reach   via email at "support@example.co.jp"
  reach   via portal at "https://support.example.co.jp"
  duty    Abe, Kudo weekly from 2026-04-06
  deputy  Abe for Ito
  away    Abe 2026-08-10..2026-08-16
}
team BackOffice {
  lead    Ito
  members Kudo
  hours   office
}

attribute tier of customer: standard | silver | gold
request incident { severity: normal | urgent }
request how_to { severity: normal | urgent | whenever }
request discount { rate: percent, start: date }
request purchase_order { amount: JPY, payee: text, order_date: date }
request order_form
`,
  `agreement product_support between Sales and Support, BackOffice in Asia/Tokyo {
  title     "Product support"
  effective 2026-04-01..2027-03-31
  review    every 6 months by Ito

  handle incidents: incident, how_to when severity is not normal {
    by       Support
    via      email, portal
    via      phone during office
    hours    office
    cutoff   15:00
    escalate after 2 business hours to lead of Support
    say      "Please write to {channel}."
    table tier, severity -> respond,             resolve
      gold, urgent       -> 30 business minutes, 4 business hours
      silver, any        -> 4 business hours,    3 business days

    case urgent: incident when severity is urgent and customer is one of Acme, \`Beta 2.0\` {
      respond  within 1 business hour
      escalate after 30 business minutes to Abe of Support
      case by_sales when asker is Sales or during office {
        by owner of customer
      }
    }
  }

  commit discounts: discount by Sales {
    may when rate <= 10% and start on 2026-12-14..2027-01-03
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% or channel is chat because "margin floor"
    case big when tier is gold {
      may when rate <= 15%
    }
  }
}

exception acme_cutover to product_support.incidents.urgent when customer is Acme and severity is urgent {
  effective 2026-08-22..2026-08-23
  open      2026-08-22..2026-08-23 09:00-18:00
  by        Kudo
  via       email
  surcharge 35% because "work on the weekly rest day"
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that weekend"
}
exception acme_again to product_support.incidents.urgent when customer is Acme {
  effective 2026-08-29..2026-08-30
  renews    acme_cutover
}
exception acme_discount to product_support.discounts.never when customer is Acme {
  effective 2026-09-01..2026-09-14
  may       when rate <= 25%
}
`,
  `agreement ordering between Sales and BackOffice {
  handle orders: purchase_order {
    by      BackOffice
    via     portal
    step    draft by Sales within 4 business hours needs order_form
    step    verify by BackOffice within 1 business day checks amount, payee twice else back to draft within 4 business hours
    step    approve by lead of Sales within 1 business day when amount > 1_000_000 JPY
    step    place by all of BackOffice at next Thu 15:00
    resolve within 4 business days
  }
  guarantee first_answer: purchase_order to customers when tier is gold {
    respond within 7 calendar days
    hours   office
  }
  guarantee for_acme: purchase_order to Acme {
    resolve within 7 calendar days
  }
  owe early_form: Sales to BackOffice "a form" 2 business days before order_date of every purchase_order
  owe with_form: Sales to BackOffice "a form" with every purchase_order
  owe answer: BackOffice to Sales "an answer" within 4 business hours of every order_form
  owe status_mail: BackOffice to Sales "a list" every Mon before 10:00
}

customer Acme {
  title   "Acme 株式会社"
  tier    is gold
  owner   Mori
  backup  Tanaka
  records contracts at "crm://acme/contracts"
  due     bid on 09-30 by Mori needs application_form 10 business days before
}
customer \`Beta 2.0\` {
  owner Tanaka
}
handover acme_2026 of Acme from Tanaka to Mori {
  effective 2026-06-01..2026-07-31
  covers    contracts
}

impossible when tier is standard and channel is phone and severity is urgent
prove no_deep_discount: discount is not may when rate > 20%
prove always_someone: incident is handled by Support when tier is one of silver, gold
`,
];
