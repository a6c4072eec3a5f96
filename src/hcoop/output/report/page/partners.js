// Who works with whom: the leading partners, and a matrix of bodies at home by partner countries.

const ROWS = 12,
  COLUMNS = 10;

function showPartners(events) {
  showBars("partner-list", "party", partnerRows(events));
  showMatrix(events);
}

function partnerRows(events) {
  const rows = tally(events, (event) => new Set(namesOf(event, 1)));
  return rows.map(([name, total]) => [name, name, total, countryOf(name)]);
}

const origins = new Map();

// The country that events most often give a partner; none for a country itself.
function countryOf(name) {
  if (!origins.size) {
    const pairs = tally(everyEvent(), (event) =>
      data.events.parties[event].filter((party) => data.parties[party][2] >= 0),
    );
    for (const [party] of pairs.reverse()) origins.set(data.parties[party][0], data.country[data.parties[party][2]][1]);
  }
  return origins.get(name) === name ? "" : origins.get(name);
}

function showMatrix(events) {
  const homes = tally(events, (event) => new Set(namesOf(event, 0))).slice(0, ROWS);
  const partners = tally(events, (event) => data.events.country[event]).slice(0, COLUMNS);
  const cells = new Map();
  for (const event of events) {
    for (const home of new Set(namesOf(event, 0))) {
      for (const country of data.events.country[event]) {
        const key = `${country} ${home}`;
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
    }
  }
  const most = Math.max(1, ...cells.values());
  byId("matrix").replaceChildren(
    make("caption", {}, homes.length ? matrixTitle(homes, partners) : "No body is named"),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("td", {}),
        partners.map(([country]) => make("th", { scope: "col" }, make("span", {}, data.country[country][1]))),
      ),
    ),
    make(
      "tbody",
      {},
      homes.map(([home]) =>
        make(
          "tr",
          {},
          make("th", { scope: "row" }, home),
          partners.map(([country]) => matrixCell(home, country, cells.get(`${country} ${home}`) ?? 0, most)),
        ),
      ),
    ),
  );
}

function matrixTitle(homes, partners) {
  return `Events by body at home and partner country: the ${homes.length} and ${partners.length} with the most events`;
}

function matrixCell(home, country, events, most) {
  if (!events) return make("td", {}, make("span", { class: "unseen" }, "none"));
  const [code, name] = data.country[country];
  const said = `${home} and ${name}: ${count(events, "event")}`;
  return make(
    "td",
    { class: "filled", style: { "--part": Math.sqrt(events / most) } },
    make(
      "button",
      { type: "button", title: said, "aria-label": said, click: () => change({ party: home, country: code }) },
      number(events),
    ),
  );
}
