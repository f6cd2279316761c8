/** Agreements of what the samples have no example of: a premium, an amount, nobody there, a conflict, a deliberate no. */
export const rareAgreements = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar nights in Asia/Tokyo {
  open Mon..Sun 09:00-24:00
  rest Sun
}
calendar shut in Asia/Tokyo {
  open 2020-01-01 09:00-10:00
}
channel email
team Sales {
  lead  Sato
  hours office
}
team Desk {
  lead    Ito
  members Ueno
  hours   office
  deputy  Ueno for Ito
  away    Ito 2026-08-24..2026-08-25
}
team Away {
  lead  Ono
  hours office
  away  Ono 2026-08-01..2026-08-31
}
request night_work
request parcel
request nobodys
request twice
request visit
request closed_shop
request cut_off
request lead_only
request calendar_days
agreement desk between Sales and Desk, Away {
  handle night: night_work {
    by        Desk
    hours     nights
    resolve   within 20 business hours
    surcharge premium of Japan
  }
  handle parcels: parcel {
    by        Desk
    respond   within 30 business minutes
    surcharge 5_000 JPY because "courier"
  }
  handle gone: nobodys {
    by      Away
    respond within 1 business hour
  }
  handle twice_one: twice {
    by      Desk
    respond within 1 business hour
  }
  handle twice_two: twice {
    by      Desk
    respond within 2 business hours
  }
  handle visits: visit {
    decline because "nobody travels"
  }
  handle shut_shop: closed_shop {
    by       Desk
    hours    shut
    respond  within 1 business hour
    escalate after 2 business hours to lead of Away
  }
  handle late: cut_off {
    by      Desk
    cutoff  09:30
    respond within 1 business day before 12:00
  }
  handle leads: lead_only {
    by       lead of Desk
    escalate after 1 business hour to lead of Away
  }
  handle days: calendar_days {
    by      Desk
    respond within 2 calendar days
  }
}
`;
