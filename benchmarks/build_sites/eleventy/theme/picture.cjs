// Every picture of a page; the same picture at the same place is written once.
const { pictures, places } = require("./facts.cjs");
const { escape } = require("./words.cjs");
const kept = new Map();

const picture = (address, alt, place, first = false) => {
  const key = `${address} ${place} ${first} ${alt}`;
  let html = kept.get(key);
  if (html === undefined) kept.set(key, (html = write(address, alt, place, first)));
  return html;
};

const write = (address, alt, place, first) => {
  const known = pictures[address];
  const { name, widths } = known.places[place];
  const set = (type) => widths.map((width) => `/images/${name}-${width}.${type} ${width}w`).join(", ");
  const sizes = places[place];
  const sources = ["avif", "webp"].map((type) => `<source type="image/${type}" srcset="${set(type)}" sizes="${sizes}">`).join("");
  return `<picture>${sources}<img class="u-photo" src="${address}" alt="${escape(alt)}" srcset="${set("jpg")}" sizes="${sizes}" width="${known.width}" height="${known.height}" style="${known.style}"${first ? ' fetchpriority="high"' : ' loading="lazy" decoding="async"'}></picture>`;
};

const figure = (token, alt) => {
  const shown = picture(token.attrGet("src"), alt, "column");
  const caption = token.attrGet("title");
  return token.meta?.block ? `<figure>\n${shown}\n${caption ? `<figcaption>${escape(caption)}</figcaption>\n` : ""}</figure>\n` : shown;
};
module.exports = { picture, figure };
