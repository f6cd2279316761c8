/** Two teams of an office with what people ask about: steps, duties, a customer with dates, a handover and an exception. */
export const office = `calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
  closed holidays of Japan
  closed 12-29..01-03
}
channel email, phone
team Sales {
  title   "営業部"
  lead    Sato
  members Mori, Tanaka
  hours   office
  deputy  Mori for Sato
}
team BackOffice {
  title   "業務部"
  lead    Ito
  members Abe, Kudo, 鈴木
  hours   office
  duty    Abe, Kudo, 鈴木 weekly from 2026-04-06
  deputy  Abe for Ito
  away    Kudo 2026-08-31..2026-09-06
}
request purchase_order {
  amount: JPY
  payee: text
  order_date: date
}
request returned_form
request account_question
request change_order { amount: JPY }
agreement ordering between Sales and BackOffice {
  effective 2026-04-30..2027-03-31
  review    every 2 months by Ito
  handle orders: purchase_order {
    by       BackOffice
    via      email
    step     draft by Sales within 4 business hours needs order_form
    step     approve by lead of Sales within 1 business day when amount > 1_000_000 JPY
    resolve  within 4 business days
    escalate after 2 business days to lead of BackOffice
  }
  handle questions: account_question {
    by owner of customer
  }
  commit order_changes: change_order by BackOffice {
    may when amount <= 50_000 JPY
    ask lead of BackOffice within 4 business hours when amount > 50_000 JPY
  }
  owe early_form: Sales to BackOffice "a complete order form" 2 business days before order_date of every purchase_order
  owe status_mail: BackOffice to Sales "a list of open orders" every Mon before 10:00
}
exception acme_rush to ordering.orders when customer is Acme {
  effective 2026-09-01..2026-09-10
  by        Kudo
  owner     Mori
  approved  by Sato on 2026-08-30
  reason    "a trade fair"
}
customer Acme {
  title   "Acme 株式会社"
  owner   Mori
  backup  Tanaka
  records contracts at "crm://acme/contracts", bids at "crm://acme/bids"
  due     bid on 09-30 by Mori needs application_form 10 business days before, seal 3 calendar days before, call 2 business hours before
  due     inspection on 2026-09-24 by Sales
}
handover acme_2026 of Acme from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
  covers    contracts, bids
}
`;
