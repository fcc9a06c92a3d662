// On the page for what is not there: leads on where the old site had something, else suggests stories of like words.
const told = document.querySelector("script[data-words]").dataset;
const path = (() => {
  try { return decodeURIComponent(location.pathname); } catch { return location.pathname; }
})();
const bare = path.replace(/\/+$/, "").toLowerCase().normalize("NFC");
const shardOf = (key, count) => {
  let number = 0;
  for (const sign of key) number = (number * 31 + sign.codePointAt(0)) % 2 ** 31;
  return number % count;
};
const read = async (name, key, count) => {
  const answer = await fetch(`/_addresses/${name}-${shardOf(key, count)}.json`);
  return answer.ok ? answer.json() : {};
};
const encoded = address => address.split("/").map(encodeURIComponent).join("/");

// What needs no list: small letters, the forms of a page below its own address, the copies of a picture.
const forms = [
  [/\/(?:feed\/+)?(?:feed|rss2?|rdf)$/, "/feed/index.xml"],
  [/\/(?:feed\/+)?atom$/, "/feed/atom/index.xml"],
  [/\/(?:feed(?:\/+(?:feed|rss2?|rdf|atom|json))?|rss2?|rdf|atom)$/, "/"],
  [/\/(?:amp|print|embed|trackback|comment-page-\d+|page\/+\d+)$/, "/"],
  [/^\/index\.php(?=\/)/, ""],
];
const candidates = [`${encoded(bare)}/`];
for (const [form, instead] of forms) if (form.test(bare)) candidates.push(encoded(bare.replace(form, instead)));
const copy = path.match(/^(\/wp-content\/uploads\/.+?)(?:-\d+x\d+|-scaled|-rotated)+(\.\w+)$/);
if (copy) candidates.push(encoded(copy[1] + copy[2]));

const leadOn = async () => {
  if (told.tables) {
    for (const key of [bare, ...forms.filter(([form]) => form.test(bare)).map(([form]) => bare.replace(form, ""))]) {
      const table = await read("table", key, told.tables);
      if (Object.hasOwn(table, key)) return table[key];
    }
  }
  for (const address of candidates) {
    if (address === location.pathname || address.startsWith("//")) continue;
    if ((await fetch(address, {method: "HEAD"})).ok) return address;
  }
};

const unspaced = /[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const words = new Set((bare.split("/").pop().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(word =>
  unspaced.test(word) ? Array.from({length: Math.max(1, word.length - 1)}, (_, at) => word.slice(at, at + 2))
    : word.length > 2 && !/^\d+$/.test(word) ? [word] : []));

// A word that few addresses have says more than one that many have, and a long one more than "the".
const suggest = async () => {
  const scores = new Map();
  for (const word of [...words].slice(0, 12)) {
    const shard = await read("words", word, told.words);
    const listed = Object.hasOwn(shard.words ?? {}, word) ? shard.words[word] : [];
    for (const number of listed) {
      const [address, title] = shard.stories[number];
      const score = (scores.get(address)?.score ?? 0) + Math.max(1, word.length - 2) ** 2 / listed.length;
      scores.set(address, {title, score});
    }
  }
  return [...scores].sort(([, one], [, other]) => other.score - one.score).slice(0, 5);
};

// Asked for by its own address the page has nothing to look for.
const target = bare === "/404.html" ? "" : await leadOn();
if (target) {
  location.replace(target);
} else {
  const found = await suggest();
  const box = document.querySelector("[data-suggested]");
  for (const [address, {title}] of found) {
    const link = Object.assign(document.createElement("a"), {href: address, textContent: title});
    box.querySelector("ul").appendChild(document.createElement("li")).append(link);
  }
  box.hidden = !found.length;
}
