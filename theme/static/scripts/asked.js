// An address of the old site asked the front page: /?p=12. Where the host has no rules for that, this finds the answer.
const {tables, search} = document.querySelector("script[data-tables]").dataset;
const asked = new URLSearchParams(location.search);
const shardOf = key => {
  let number = 0;
  for (const sign of key) number = (number * 31 + sign.codePointAt(0)) % 2 ** 31;
  return number % tables;
};
const first = (...names) => names.map(name => asked.get(name)).find(Boolean);
const part = name => encodeURIComponent(asked.get(name));
const places = {s: () => `${search}?q=${part("s")}`, tag: () => `/tag/${part("tag")}/`,
  category_name: () => `/category/${part("category_name")}/`, author_name: () => `/author/${part("author_name")}/`,
  paged: () => `/page/${part("paged")}/`};
const number = first("p", "page_id", "attachment_id");
const name = ["cat", "author", "m", "feed"].find(each => asked.get(each));
const place = Object.keys(places).find(each => asked.get(each) && (each !== "s" || search));
if (number || name) {
  const key = number ? `p=${number}` : `${name}=${asked.get(name)}`;
  const answer = await fetch(`/_addresses/table-${shardOf(key)}.json`);
  const target = answer.ok && (await answer.json())[key];
  if (target) location.replace(target);
} else if (place) {
  location.replace(places[place]());
}
