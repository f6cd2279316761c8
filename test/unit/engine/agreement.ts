/** The company and the agreement of language.md, which the acceptance table is about. */
export const company = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
  closed holidays of Japan
  closed 12-29..01-03 because "year-end closure"
  open   2026-12-29 10:00-15:00 because "stocktaking"
  rest   Sun
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
  members Abe, Kudo
  hours   office
  reach   via email at "support@example.co.jp"
  reach   via portal at "https://support.example.co.jp"
  duty    Abe, Kudo weekly from 2026-04-06
  deputy  Abe for Ito
  away    Abe 2026-08-10..2026-08-16
}

attribute tier of customer: standard | silver | gold
customer Acme {
  title "Acme 株式会社"
  tier is gold
  owner Mori
  backup Tanaka
}
request incident { severity: normal | urgent }
request how_to
request discount { rate: percent }
request phone_cover
request customisation { price: free | charged }
request refund
`;

/** What Sales and Support agreed on, and the exceptions for Acme. */
export const support = `
agreement product_support between Sales and Support {
  title     "Product support"
  effective 2026-04-01..2027-03-31
  review    every 6 months by Ito

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

  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
  }
  commit weekend_phone: phone_cover by Sales {
    never because "nobody is on duty, and the engineers are not paid for it"
  }
  commit customisations: customisation by Sales {
    ask lead of Support within 2 business days when price is charged
  }
}

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
`;
