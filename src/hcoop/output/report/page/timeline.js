// The timeline: a column for each year, or for each month of one year; undated events stand apart.

const STATUSES = ["completed", "ongoing", "planned"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONGEST = 120;

function showTimeline(events) {
  const year = shownYear(events);
  const bins = new Map(spanned(events, year).map((key) => [key, [0, 0, 0]]));
  let undated = 0;
  for (const event of events) {
    const key = beginning(event).slice(0, year ? 7 : 4);
    if (!key) undated++;
    else (bins.get(key) ?? bins.set(key, [0, 0, 0]).get(key))[STATUSES.indexOf(value("status", event))]++;
  }
  const columns = [...bins].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  if (undated) columns.push([UNDATED, undatedOf(events)]);
  const most = Math.max(1, ...columns.map(([, counts]) => total(counts)));
  byId("years").replaceChildren(...columns.map(([key, counts]) => column(key, counts, most, year)));
  byId("years").classList.toggle("many", columns.length > 24);
  byId("timeline-note").textContent = note(events.length, undated, year);
}

function undatedOf(events) {
  const counts = [0, 0, 0];
  for (const event of events) if (!beginning(event)) counts[STATUSES.indexOf(value("status", event))]++;
  return counts;
}

function total(counts) {
  return counts[0] + counts[1] + counts[2];
}

// The one year whose months are shown: the chosen one, or the only one there is.
function shownYear(events) {
  const chosenYear = choice.from !== UNDATED && choice.from.slice(0, 4);
  if (chosenYear && chosenYear === choice.to.slice(0, 4)) return chosenYear;
  const years = new Set(events.map((event) => beginning(event).slice(0, 4)).filter(Boolean));
  return years.size === 1 ? [...years][0] : "";
}

// Every year between the first and the last, so that quiet years are seen; or the months of a year.
function spanned(events, year) {
  if (year) return MONTHS.map((_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
  const years = events.map((event) => Number(beginning(event).slice(0, 4))).filter(Boolean);
  if (!years.length) return [];
  const first = years.reduce((a, b) => Math.min(a, b)),
    last = years.reduce((a, b) => Math.max(a, b));
  return last - first > LONGEST
    ? []
    : Array.from({ length: last - first + 1 }, (_, n) => String(first + n).padStart(4, "0"));
}

function column(key, counts, most, year) {
  const events = total(counts);
  const parts = STATUSES.map((status, n) => counts[n] && `${number(counts[n])} ${status}`)
    .filter(Boolean)
    .join(", ");
  const said = `${spoken(key, year)}: ${count(events, "event")}${parts ? ` (${parts})` : ""}`;
  const pressed = Boolean(choice.from) && choice.from === key;
  return make(
    "li",
    { class: key === UNDATED ? "undated" : "" },
    make(
      "button",
      {
        type: "button",
        title: said,
        "aria-label": said,
        "aria-pressed": String(pressed),
        disabled: events && key !== year ? null : "",
        click: () => chooseTime(key, year),
      },
      make(
        "span",
        { class: "stack" },
        make("span", { class: "total" }, events ? number(events) : ""),
        [...STATUSES]
          .reverse()
          .map((status, n) => make("span", { class: `part ${status}`, style: { "--part": counts[2 - n] / most } })),
      ),
      make("span", { class: "tick" }, tick(key, year)),
    ),
  );
}

function tick(key, year) {
  if (key === UNDATED) return "no year";
  if (key === year) return "no month";
  return key.length === 7 ? MONTHS[Number(key.slice(5)) - 1] : key;
}

function spoken(key, year) {
  if (key === UNDATED) return "No year told";
  if (key === year) return `${key}, month not told`;
  return key.length === 7 ? `${MONTHS[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}` : key;
}

// A second click on a month goes back to its year, one on a year to all.
function chooseTime(key, year) {
  const again = choice.from === key && choice.to === key;
  const to = again ? (key.length === 7 ? year : "") : key;
  change({ from: to, to: to });
}

function note(events, undated, year) {
  const counted = `Counted in the ${year ? "month" : "year"} in which they begin.`;
  return `${counted}${undated ? ` ${number(undated)} of ${number(events)} have no date that tells a year.` : ""}`;
}
