/** What the samples have no example of, in its layout. */
export const rarer = `// orders.sla: work in steps
agreement ordering between Sales and BackOffice, Logistics in Asia/Tokyo {
  handle orders: purchase_order {
    by      BackOffice
    via     portal
    step    draft by Sales within 4 business hours needs order_form
    step    verify by BackOffice within 1 business day checks amount, payee twice else back to draft within 4 business hours
    step    approve by lead of Sales within 1 business day when amount > 1_000_000 JPY
    step    place by BackOffice at next Thu 15:00
    resolve within 4 business days before 12:00
  }

  commit order_changes: change_order by BackOffice when start on 2026-12-14..2027-01-03 or outside office {
    may when amount <= 50_000 JPY
    ask lead of BackOffice within 4 business hours when amount > 50_000 JPY and (amount < 70_000 JPY or not tier is gold)
  }

  guarantee first_answer: incident, how_to to customers when on Sat, Sun {
    respond within 7 calendar days
    hours   office
  }

  owe early_form: Sales to BackOffice "a complete order form" 2 business days before order_date of every purchase_order
  owe return_answer: BackOffice to Sales "an answer to a returned form" within 4 business hours of every returned_form
  owe status_mail: Support to Sales "a list of open incidents" every Mon, Thu before 10:00  // a closed day: the day before
  owe complete_forms: Sales to Support "a complete incident form" with every incident
}

calendar order_desk in UTC {
  open   during office, lab
  open   Fri 22:00-06:00
  closed during stocktaking_week
  closed holidays of "DE-BY"
  closed 2026-05-01 12:00-24:00
}

customer アクメ {
  title    "アクメ 株式会社"
  ランク   is 金
  contract is premium
  owner    森
  records  contracts at "crm://acme/contracts", bids at "crm://acme/bids"
  due      bid on 09-30 by 森 needs application_form 10 business days before, seal 3 calendar days before
}

handover acme_2026 of アクメ from 田中 to 森 {
  effective 2026-06-01..2026-07-31
  covers    contracts, bids
}

exception shiomi to support.outages.live when customer is アクメ {
  effective 2026-03-14..2026-03-15
  surcharge 5_000 JPY
  surcharge premium of Japan
  cutoff    15:00
  decline   because "no"
  renews    shiomi_spring
}

request purchase_order { amount: JPY, payee: text, order_date: date, lead: business days, at_time: time, size: number }

channel email, \`front desk\`, chat
impossible when tier is standard and channel is phone
prove no_deep_discount: discount is not may when rate > 20%
prove always_someone: incident is handled by all of Support when tier is not one of silver, gold
`;
