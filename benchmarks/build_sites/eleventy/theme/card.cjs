// A story in a list; the same card is written once for all lists.
const { escape, day } = require("./words.cjs");
const { sections } = require("./facts.cjs");
const { picture } = require("./picture.cjs");
const kept = new WeakMap();

const write = (one, level, place, within, show, first) => {
  const pictured = place && one.image;
  const section = sections[one.main].name;
  return `<article class="card h-entry${pictured ? " pictured" : ""}">
${pictured ? `<div class="frame">${picture(one.image, "", place, first)}</div>\n` : ""}<div class="words">
${section !== within ? `<p class="label"><span>${escape(section)}</span></p>\n` : ""}<${level}><a class="p-name u-url" dir="auto" href="${one.url}">${escape(one.title)}</a></${level}>
${show.includes("dek") ? `<p class="dek p-summary" dir="auto">${escape(one.dek)}</p>` : ""}<p class="meta">${show.includes("byline") ? `By ${one.authors.map((name) => `<span class="p-author">${escape(name)}</span>`).join(", ")} · ` : ""}<time class="dt-published" datetime="${one.iso}">${day(one.date)}</time></p>
</div>
</article>`;
};
const card = (one, level, place, within = "", show = [], first = false) => {
  let cards = kept.get(one);
  if (!cards) kept.set(one, (cards = new Map()));
  const key = `${level} ${place} ${within} ${show} ${first}`;
  let html = cards.get(key);
  if (html === undefined) cards.set(key, (html = write(one, level, place, within, show, first)));
  return html;
};
module.exports = { card };
