// The data of the page: columns of numbers, and what an event is in words.

let data = null;

async function load() {
  const block = byId("data");
  data = JSON.parse(block.dataset.packed === undefined ? block.textContent : await unpacked(block.textContent));
  block.remove();
  data.size = data.events.type.length;
  data.passages = data.articles.flatMap((article, number) => article[8].map((passage) => passageOf(passage, number)));
  let last = 0;
  data.evidence = data.evidence.map((steps) => {
    const pieces = [];
    for (let at = 0; at < steps.length; at += 3) {
      last += steps[at];
      const whole = steps.length === 1;
      pieces.push({
        passage: last,
        start: whole ? 0 : steps[at + 1],
        end: whole ? data.passages[last].text.length : steps[at + 1] + steps[at + 2],
      });
    }
    return pieces;
  });
}

// Raw deflate in base64, which every browser since 2023 reads without any library.
async function unpacked(text) {
  const letters = atob(text.trim()),
    bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

function passageOf(passage, article) {
  return typeof passage === "string"
    ? { text: passage, asides: [], article }
    : { text: passage[0], asides: passage[1], article };
}

function articleOf(passage) {
  const [id, title, outlet, date, url, file, original, length] = data.articles[data.passages[passage].article];
  return { id, title, outlet, date, url, file, original, length };
}

function idOf(event) {
  return rare(event).id ?? data.ids.slice(event * 12, event * 12 + 12);
}

function eventOf(id) {
  for (let event = 0; event < data.size; event++) if (idOf(event) === id) return event;
  return -1;
}

// The label of an event's value in one of the closed lists, or of each of its values; empty where there is none.
function label(kind, event) {
  const value = data.events[kind][event];
  return Array.isArray(value) ? value.map((one) => data[kind][one][1]) : value < 0 ? "" : data[kind][value][1];
}

function value(kind, event) {
  const one = data.events[kind][event];
  return one < 0 ? "" : data[kind][one][0];
}

function rare(event) {
  return data.rare[event] ?? {};
}

function namesOf(event, side) {
  return data.events.parties[event]
    .map((party) => data.parties[party])
    .filter((party) => party[1] === side)
    .map((party) => party[0]);
}

// "the home side – the partners", or the countries where no partner has a name
function who(event) {
  const partners = namesOf(event, 1);
  const sides = [namesOf(event, 0), partners.length ? partners : label("country", event)];
  return (
    sides
      .map((names) => names.join(", "))
      .filter(Boolean)
      .join(" – ") || capital(label("type", event))
  );
}

function what(event) {
  return [label("instrument", event), label("topic", event).join(", ")].filter(Boolean).join(": ");
}

function dateOf(event) {
  const date = data.events.date[event];
  return date < 0 ? null : { edtf: data.dates[date][0], said: data.dates[date][1] };
}

// The day, month or year in which an event begins, as ISO 8601 prefix; empty where no year is told.
function beginning(event) {
  const date = data.events.date[event];
  if (date < 0) return "";
  const [edtf, , first, last] = data.dates[date];
  const told = /^\d{4}(-\d\d){0,2}/.exec(edtf);
  return told ? told[0] : (first || last).slice(0, 4);
}

// The day of the first report, in words; empty where no article tells its own.
function reported(event) {
  const days = data.evidence[event].map((piece) => articleOf(piece.passage).date).filter((date) => date >= 0);
  const first = days.map((day) => data.dates[day]).sort((a, b) => (a[0] < b[0] ? -1 : 1))[0];
  return first ? first[1] : "";
}

// The outlet of the first report that is no copy, and how many others there are.
function source(event) {
  const articles = new Map(
    data.evidence[event].map((piece) => [data.passages[piece.passage].article, articleOf(piece.passage)]),
  );
  const all = [...articles.values()],
    own = all.filter((article) => !article.original);
  const told = own.length ? own : all;
  if (!told.length) return "";
  return (
    (told[0].outlet || told[0].file || "outlet not told") + (told.length > 1 ? ` and ${told.length - 1} more` : "")
  );
}
