// Finds stories by their words with Pagefind's indexes. Nothing of them is fetched before the reader turns to the box.
const form = document.querySelector(".search form"), box = form.querySelector("#q");
const status = document.querySelector(".found"), list = document.querySelector(".finds");
const more = document.querySelector(".more-finds"), narrow = form.querySelector(".narrow");
const {folder, volumes, found, nothing, failed, searching, web, link} = form.dataset;
const language = document.documentElement.lang, tag = `${Date.now()}`;
let engine, locale = "en-GB", tries = 0, asked = 0, busy = 0, timer;
let query = "", filters = {}, finds = [], unread = [], total = 0;
try { if (language !== "en") [locale] = Intl.getCanonicalLocales(language); } catch { /* no language that Intl knows */ }

const bound = volumes.split(" ").map((volume, place) => {
  const [name, own] = volume.split(":");
  return [name, {language: own, baseUrl: "/", metaCacheTag: tag, mergeFilter: {volume: `${place}`}}];
});
async function begun() {
  // A browser may remember that an address could not be had.
  const {createInstance} = await import(`${folder}pagefind.js${tries++ ? `?${tries}` : ""}`);
  const [[, first], ...others] = bound;
  const made = createInstance({...first, basePath: folder});
  await made.init();
  await Promise.all(others.map(([name, options]) => made.mergeIndex(`${folder}${name}/`, options)));
  return made;
}
const ready = () => engine ??= begun();
const look = async options => (await ready()).search(query || null, options);
// Without a connection Pagefind waits for ever.
const late = () => new Promise((_, fail) => setTimeout(fail, navigator.onLine ? 3e4 : 2e3));

// The newest first: Pagefind knows the order within a volume, and volumes are asked one after another, when it is their
// turn, so that a word of every story costs no more than one of few.
async function read(wanted) {
  while (finds.length < wanted && unread.length) {
    const [, {mergeFilter}] = unread.shift();
    finds.push(...(await look({filters: {...filters, ...mergeFilter}, sort: {date: "desc"}})).results);
  }
}

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const called = kind => [...form.elements.kind?.options ?? []].find(option => option.value === kind)?.text;

// Words of the query, marked where a word of the title begins so; letters that set no words apart are marked anywhere.
function marked(title) {
  const terms = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  const begins = terms.map(term => (/\p{Lo}/u.test(term) ? "" : "(?<![\\p{L}\\p{N}])") + term);
  const parts = terms.length ? title.split(new RegExp(`(${begins.join("|")})`, "giu")) : [title];
  return parts.map((part, place) => place % 2 ? element("mark", {textContent: part}) : part);
}
// A passage is text with marks, in which Pagefind has written < and > as entities; a mark takes the comma after its word.
const passage = text => text.split(/<\/?mark>/).flatMap((part, place) => {
  const plain = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const [, word, sign] = plain.match(/^(.*?)(\p{P}*)$/su);
  return place % 2 ? [element("mark", {textContent: word}), sign] : plain;
});
const dated = day => element("time", {dateTime: day, dir: "auto", textContent:
  new Intl.DateTimeFormat(locale, {dateStyle: "long", calendar: "gregory"}).format(new Date(`${day}T12:00`))});
const joined = (parts, sign) => parts.filter(part => part).flatMap((part, place) => place ? [sign, part] : [part]);

function find({url, meta, filters: {section = [], kind = [], author = [], day = [], language: own = []}, excerpt}) {
  const title = element("a", {href: url, dir: "auto"}, ...marked(meta.title ?? url));
  return element("li", {lang: own[0] ?? language},
    element("p", {className: "label", lang: language}, ...joined([section[0], called(kind[0])], " | ")),
    element("h2", {}, title),
    element("p", {className: "dek", dir: "auto"}, ...passage(excerpt)),
    element("p", {className: "meta", lang: language}, ...joined([author.join(", "), day[0] && dated(day[0])], " · ")));
}

async function show() {
  const ticket = asked, begin = list.children.length;
  if (busy === ticket) return;
  busy = ticket;
  try {
    await read(begin + 10);
    const stories = await Promise.all(finds.slice(begin, begin + 10).map(each => each.data()));
    if (ticket !== asked) return;
    list.append(...stories.map(find));
    more.hidden = list.children.length >= total;
    return list.children[begin];
  } finally {
    if (busy === ticket) busy = 0;
  }
}

function say(text, offered) {
  status.replaceChildren(text);
  if (offered && link) status.append(" ", element("a", {href: link + encodeURIComponent(query), textContent: web}));
}

async function search() {
  clearTimeout(timer);
  const ticket = ++asked;
  let order;
  ({q: query = "", order, ...filters} = Object.fromEntries(chosen()));
  total = 0;
  more.hidden = true;
  if (!query && !Object.keys(filters).length) {
    say("");
    list.replaceChildren();
    return;
  }
  timer = setTimeout(say, 400, searching);
  try {
    const {results} = await Promise.race([look({filters}), late()]);
    if (ticket !== asked) return;
    if (!results.length && !navigator.onLine) throw results;
    total = results.length;
    const newest = !query || order;
    unread = newest ? [...bound] : [];
    finds = newest ? [] : results;
    list.replaceChildren();
    await show();
    if (ticket !== asked) return;
    clearTimeout(timer);
    say(total ? found.replace("{count}", total.toLocaleString(locale)) : nothing, !total);
  } catch {
    // What Pagefind could not fetch, it takes for empty ever after: begin anew.
    engine = undefined;
    if (ticket !== asked) return;
    clearTimeout(timer);
    list.replaceChildren();
    say(failed, true);
  }
}

// The address says what is asked, so that it can be kept, sent and come back to.
const chosen = () => [...new FormData(form)].filter(([, value]) => value.trim());
function remember(name) {
  const said = `${new URLSearchParams(chosen())}`;
  if (said !== location.search.slice(1)) history[name](null, "", said ? `?${said}` : location.pathname);
}
async function recall() {
  const wanted = new URLSearchParams(location.search);
  if (wanted.get("author")) await writers();
  for (const field of form.elements) if (field.name) {
    field.value = wanted.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
    if (field.value && field !== box) narrow.open = true;
  }
  // WordPress has the words in `s`.
  box.value = (box.value || wanted.get("s") || "").slice(0, box.maxLength);
  search();
}
async function writers() {
  const choice = form.elements.author;
  if (choice?.length !== 1) return;
  const names = await fetch(`${folder}writers.json`).then(answer => answer.json(), () => []);
  if (choice.length < 2) choice.append(...names.map(name => element("option", {value: name, textContent: name})));
}

for (const field of form.querySelectorAll("[type=hidden]")) field.remove();
box.name = "q";
if (!location.search) box.focus();
narrow.hidden = false;
for (const field of form.elements) field.disabled = false;
narrow.addEventListener("toggle", writers);
form.addEventListener("focusin", () => ready().catch(() => {}), {once: true});
form.addEventListener("input", event => {
  clearTimeout(timer);
  timer = setTimeout(() => { remember("replaceState"); search(); }, event.target === box ? 250 : 0);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  remember("pushState");
  search();
});
more.addEventListener("click", async () => (await show())?.querySelector("a").focus());
addEventListener("popstate", recall);
// Arrows go from the box through the stories and back; Escape leads back to the box, and empties it there.
addEventListener("keydown", event => {
  const links = [...list.querySelectorAll("h2 a")], here = event.target === box ? -1 : links.indexOf(event.target);
  if (here < 0 && event.target !== box || event.isComposing) return;
  const next = {ArrowDown: here + 1, ArrowUp: here - 1}[event.key];
  if (event.key === "Escape" && here < 0) {
    box.value = "";
    remember("replaceState");
    search();
  } else if (event.key === "Escape" || next === -1) box.focus();
  else if (links[next]) links[next].focus();
  else return;
  event.preventDefault();
});
recall();
