// What the reader has chosen, which events that leaves, and in which order.

const UNDATED = "none";
const KEYS = ["q", "from", "to", "country", "city", "type", "topic", "status", "party", "look"];
const LISTED = ["country", "city", "type", "topic", "status"];
const choice = { ...Object.fromEntries(KEYS.map((key) => [key, ""])), sort: "date", down: true, page: 0 };

// What is worth looking for; each a condition on an event.
const LOOKS = {
  signed: [
    "Instruments signed",
    (event) => value("type", event) === "agreement" && value("status", event) !== "planned",
  ],
  open: ["Plans that nothing followed", (event) => value("status", event) === "planned" && !rare(event).followed],
  main: ["Main news only", (event) => !data.events.aside[event]],
  undated: ["No year told", (event) => !beginning(event)],
  differ: ["Reports differ", (event) => Boolean(rare(event).conflicts)],
  several: ["Told by several reports", (event) => rare(event).reports > 1],
  corrected: ["Corrected by a person", (event) => Boolean(rare(event).corrected)],
};

function chosen() {
  return KEYS.filter((key) => choice[key]);
}

// The events that the choice leaves, in its order.
function matching() {
  const tests = [...LISTED.filter((kind) => choice[kind]).map(listTest), ...otherTests()];
  const found = [];
  for (let event = 0; event < data.size; event++) if (tests.every((test) => test(event))) found.push(event);
  return found;
}

function listTest(kind) {
  const wanted = data[kind].findIndex((entry) => entry[0] === choice[kind]);
  return (event) => {
    const own = data.events[kind][event];
    return Array.isArray(own) ? own.includes(wanted) : own === wanted;
  };
}

function otherTests() {
  const tests = [];
  if (choice.from || choice.to) tests.push(timeTest(choice.from, choice.to));
  if (choice.party) tests.push(partyTest(choice.party));
  if (choice.look) tests.push(LOOKS[choice.look][1]);
  if (choice.q.trim()) tests.push(wordTest(choice.q));
  return tests;
}

function timeTest(from, to) {
  if (from === UNDATED) return (event) => !beginning(event);
  return (event) => {
    const begins = beginning(event);
    return (
      begins !== "" && (!from || begins.slice(0, from.length) >= from) && (!to || begins.slice(0, to.length) <= to)
    );
  };
}

function partyTest(name) {
  const wanted = new Set(data.parties.flatMap((party, number) => (party[0] === name ? [number] : [])));
  return (event) => data.events.parties[event].some((party) => wanted.has(party));
}

// All words and "phrases" must occur, -words must not.
function wordTest(query) {
  const words = [...fold(query).matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)]
    .map(([, not, phrase, word]) => ({ not, text: phrase ?? word }))
    .filter(({ text }) => text);
  return (event) => {
    const text = searched(event);
    return words.every((word) => text.includes(word.text) !== Boolean(word.not));
  };
}

const texts = [];

// Everything that an event can be found by, folded; made once for each.
function searched(event) {
  return (texts[event] ??= fold(
    [
      idOf(event),
      who(event),
      what(event),
      label("type", event),
      label("city", event),
      label("status", event),
      ...label("country", event),
      ...data.events.people[event].map((person) => data.people[person][0]),
      ...data.evidence[event].map(({ passage, start, end }) => {
        const { title, outlet } = articleOf(passage);
        return `${data.passages[passage].text.slice(start, end)} ${title} ${outlet}`;
      }),
    ].join(" \n"),
  ));
}

const SORTS = {
  date: null, // the data are in order of time
  who: who,
  type: (event) => label("type", event),
  city: (event) => label("city", event),
  status: (event) => label("status", event),
  source: source,
};
const ranks = {};

function sorted(events) {
  if (choice.sort === "date") {
    if (!choice.down) return events;
    const undated = events.findIndex((event) => !beginning(event));
    const dated = undated < 0 ? events.length : undated;
    return [...events.slice(0, dated).reverse(), ...events.slice(dated)];
  }
  const rank = (ranks[choice.sort] ??= ranked(SORTS[choice.sort]));
  const sign = choice.down ? -1 : 1;
  // What has no value stands last in either direction.
  return [...events].sort((a, b) => (rank[a] < 0) - (rank[b] < 0) || sign * (rank[a] - rank[b]) || a - b);
}

// The place of each event's value among all values in alphabetical order; -1 for none.
function ranked(told) {
  const values = Array.from({ length: data.size }, (_, event) => told(event));
  const order = [...new Set(values)].filter(Boolean).sort(new Intl.Collator("en").compare);
  const places = new Map(order.map((text, place) => [text, place]));
  return values.map((text) => places.get(text) ?? -1);
}
