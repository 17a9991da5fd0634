// The dates that other readers of iCalendar find in a file, as JSON: { uid: [[start, end, cancelled], …] }.
// node lire.cjs READER FILE FIRST LAST [FOLDER OF node_modules]; whole days as 2027-01-06, hours in UTC.
const path = require("node:path");
const fs = require("node:fs");

const [reader, file, first, last, modules] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");
const found = {};

function tell(uid, start, end, cancelled) {
  (found[uid] ??= []).push([start, end, cancelled]);
}

function withIcalJs() {
  const ICAL = require(path.join(modules, "ical.js", "dist", "ical.es5.cjs"));
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const limit = ICAL.Time.fromDateString(last);
  const told = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
  const state = (event) => event.component.getFirstPropertyValue("status") === "CANCELLED";
  const events = calendar.getAllSubcomponents("vevent");
  const changes = new Map();
  for (const one of events) {
    const uid = one.getFirstPropertyValue("uid");
    if (one.hasProperty("recurrence-id")) changes.set(uid, [...(changes.get(uid) ?? []), one]);
  }
  for (const one of events) {
    if (one.hasProperty("recurrence-id")) continue;
    const uid = one.getFirstPropertyValue("uid");
    const event = new ICAL.Event(one, { exceptions: changes.get(uid) ?? [], strictExceptions: true });
    if (!event.isRecurring()) {
      tell(uid, told(event.startDate), told(event.endDate), state(event));
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.compare(limit) <= 0; next = iterator.next()) {
      const one = event.getOccurrenceDetails(next);
      tell(uid, told(one.startDate), told(one.endDate), state(one.item));
    }
  }
}

function withNodeIcal() {
  const ical = require(path.join(modules, "node-ical"));
  const events = ical.sync.parseICS(text);
  const written = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  // It counts 24 hours a day: its whole day of October, which has 25, ends at 23 h. Whole days are what counts.
  const after = (start, end) => {
    const days = Math.round((end - start) / 86400000);
    return new Date(start.getFullYear(), start.getMonth(), start.getDate() + days);
  };
  for (const event of Object.values(events)) {
    if (event.type !== "VEVENT") continue;
    for (const one of ical.expandRecurringEvent(event, { from: new Date(first), to: new Date(last) })) {
      const end = one.isFullDay ? written(after(one.start, one.end)) : one.end.toISOString();
      const start = one.isFullDay ? written(one.start) : one.start.toISOString();
      tell(event.uid, start, end, one.event.status === "CANCELLED");
    }
  }
}

({ "ical.js": withIcalJs, "node-ical": withNodeIcal })[reader]();
process.stdout.write(JSON.stringify(found));
