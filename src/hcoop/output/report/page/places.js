// Where: a map of dots at the middle of each province, and the same as a list.

const WIDTH = 240,
  MARGIN = 14,
  LARGEST = 16,
  NAMED = 6;

function showPlaces(events) {
  const rows = tally(events, (event) => [data.events.city[event]]).filter(([city]) => city >= 0);
  showBars(
    "cities",
    "city",
    rows.map(([city, total]) => [data.city[city][0], data.city[city][1], total]),
  );
  const without = events.filter((event) => data.events.city[event] < 0).length;
  byId("places-note").textContent = without
    ? `${number(without)} of ${number(events.length)} are national, or their province is not told.`
    : "";
  showMap(new Map(rows.map(([city, total]) => [data.city[city][0], total])));
}

function showMap(totals) {
  const at = projection();
  byId("map").toggleAttribute("hidden", !at);
  if (!at) return;
  const most = Math.max(1, ...totals.values());
  const marked = data.sites.filter((site) => totals.has(site[0])).sort((a, b) => totals.get(b[0]) - totals.get(a[0]));
  byId("map").setAttribute("viewBox", `0 0 ${WIDTH} ${at.height}`);
  byId("map").replaceChildren(
    draw("title", {}, "Map of the provinces, a circle for each by its number of events; the list has the same figures"),
    ...data.sites.map((site) => draw("circle", { class: "site", r: 2.2, cx: at.x(site), cy: at.y(site) })),
    ...marked.map((site) => dot(site, at, totals.get(site[0]), most)),
    ...apart(marked, at).map((site) =>
      draw("text", { x: at.x(site) + 3 + radius(totals.get(site[0]), most), y: at.y(site) + 4 }, site[0]),
    ),
  );
}

function radius(events, most) {
  return 2 + (LARGEST - 2) * Math.sqrt(events / most);
}

// The sites with the most events whose names do not run into each other.
function apart(sites, at) {
  const named = [];
  for (const site of sites) {
    const near = (other) => Math.abs(at.y(other) - at.y(site)) < 13 && Math.abs(at.x(other) - at.x(site)) < 90;
    if (named.length < NAMED && !named.some(near)) named.push(site);
  }
  return named;
}

function dot(site, at, events, most) {
  return draw(
    "circle",
    {
      class: choice.city === site[0] ? "dot chosen" : "dot",
      cx: at.x(site),
      cy: at.y(site),
      r: radius(events, most),
      click: () => toggle("city", site[0]),
    },
    draw("title", {}, `${site[0]}: ${count(events, "event")}`),
  );
}

// Degrees to units of the map, with a degree of longitude as long as it is in the middle; null without sites.
function projection() {
  if (!data.sites.length) return null;
  const latitudes = data.sites.map((site) => site[1]),
    longitudes = data.sites.map((site) => site[2]);
  const north = Math.max(...latitudes),
    south = Math.min(...latitudes);
  const west = Math.min(...longitudes),
    east = Math.max(...longitudes);
  const narrow = Math.cos((((north + south) / 2) * Math.PI) / 180);
  // The names of places need room to the right.
  const scale = (WIDTH - 2 * MARGIN - 60) / Math.max(0.1, (east - west) * narrow);
  return {
    x: (site) => Math.round((MARGIN + (site[2] - west) * narrow * scale) * 10) / 10,
    y: (site) => Math.round((MARGIN + (north - site[1]) * scale) * 10) / 10,
    height: Math.round(2 * MARGIN + (north - south) * scale),
  };
}
