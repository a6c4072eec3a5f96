// The words that an event rests on, lit in their article.

// The evidence of an event, one figure for each passage of an article.
function evidence(event) {
  const passages = new Map(),
    pages = rare(event).pages ?? [];
  data.evidence[event].forEach((piece, n) => {
    const found =
      passages.get(piece.passage) ?? passages.set(piece.passage, { spans: [], pages: new Set() }).get(piece.passage);
    found.spans.push([piece.start, piece.end]);
    if (pages[n]) found.pages.add(pages[n]);
  });
  return make(
    "div",
    { class: "evidence" },
    [...passages].map(([passage, found]) =>
      figure(
        passage,
        found.spans.sort((a, b) => a[0] - b[0]),
        [...found.pages],
      ),
    ),
  );
}

function figure(number, spans, pages) {
  const article = articleOf(number),
    passage = data.passages[number];
  const lines = paragraphs(passage, spans),
    whole = data.around === null;
  const told = lines.flatMap((line, n) => (line.lit ? [n] : []));
  return make(
    "figure",
    {},
    make("figcaption", {}, caption(article, pages)),
    make(
      "blockquote",
      {},
      told.map((n, place) => [
        place && told[place - 1] !== n - 1 ? make("p", {}, "…") : null,
        make(
          "p",
          { dir: "auto" },
          whole ? null : edge(passage, article),
          lines[n].nodes(),
          whole ? null : edge(passage, article),
        ),
      ]),
    ),
    whole && lines.length > told.length ? wholeArticle(article, lines) : null,
  );
}

// A passage that is not the whole article says so at its edges.
function edge(passage, article) {
  return passage.text.length < article.length ? "… " : "";
}

function caption(article, pages) {
  const title =
    article.title &&
    (article.url ? make("a", { href: article.url, rel: "noopener noreferrer" }, article.title) : article.title);
  const parts = [
    article.outlet || unknown("outlet not told"),
    article.date >= 0 ? data.dates[article.date][1] : unknown("day not told"),
    title,
    pages.length ? `page ${pages.join(", ")}` : "",
    article.original ? "copy of another article" : "",
    make("code", {}, article.id),
  ].filter(Boolean);
  return parts.flatMap((part, n) => [n ? " · " : "", part]);
}

function wholeArticle(article, lines) {
  const text = make("div", {
    class: "article",
    tabindex: 0,
    role: "region",
    "aria-label": `Article ${article.title || article.id}`,
  });
  const fill = (event) => {
    if (!event.target.open || text.firstChild) return;
    text.append(...lines.map((line) => make("p", { dir: "auto", class: line.aside ? "aside" : null }, line.nodes())));
    text.scrollTop = Math.max(0, text.querySelector("mark").offsetTop - 60);
  };
  return make(
    "details",
    { toggle: fill },
    make("summary", {}, `Whole article (${number(article.length)} characters)`),
    text,
  );
}

// The lines of a passage that hold words; `nodes` gives their text with the spans lit.
function paragraphs(passage, spans) {
  let start = 0;
  return passage.text
    .split("\n")
    .map((text, line) => {
      const begin = start,
        end = begin + text.length;
      start = end + 1;
      const inside = spans
        .filter((span) => span[0] < end && begin < span[1])
        .map((span) => [Math.max(span[0], begin) - begin, Math.min(span[1], end) - begin]);
      return {
        text,
        lit: inside.length > 0 && text.trim() !== "",
        aside: passage.asides.includes(line),
        nodes: () => lit(text, inside),
      };
    })
    .filter((line) => line.text.trim());
}

function lit(text, spans) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    nodes.push(text.slice(at, Math.max(at, start)), make("mark", {}, text.slice(Math.max(at, start), end)));
    at = end;
  }
  return [...nodes, text.slice(at)];
}
