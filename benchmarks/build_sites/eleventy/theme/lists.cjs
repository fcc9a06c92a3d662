// Stories in order, terms and spans of time, and a page for each ten of their stories.
const { SITE, TITLE, TAGLINE, day, month, iso, slug, plain } = require("./words.cjs");
const { sections, writers } = require("./facts.cjs");
const EACH = 10;

const story = (item) => {
  const { data } = item;
  return {
    item, url: item.url, title: data.title, date: item.date, iso: iso(item.date), image: data.image, image_alt: data.image_alt, image_caption: data.image_caption,
    slug: data.page.fileSlug, subtitle: data.subtitle, summary: data.summary, id: data.wordpress_id, main: data.main, sections: data.sections, authors: data.authors,
    topics: data.topics ?? [], series: data.series, related: data.related ?? [], body: () => item.templateContent,
    get dek() { return (this.said ??= data.subtitle || data.summary || opening(item.templateContent)); },
  };
};
const opening = (html) => {
  const text = plain(/<p>(.*?)<\/p>/s.exec(html)[1]).replace(/&amp;/g, "&");
  return text.length > 200 ? text.slice(0, 200).replace(/ \S*$/, "…") : text;
};

const gather = (items, pageItems) => {
  const stories = items.map(story).sort((a, b) => b.date - a.date);
  const terms = new Map();
  const spans = new Map();
  const add = (map, key, make, one) => { let found = map.get(key); if (!found) map.set(key, (found = { stories: [], ...make() })); found.stories.push(one); };
  for (const one of stories) {
    const within = new Set(one.sections.flatMap((section) => sections[section].line));
    for (const key of within) add(terms, `category ${key}`, () => ({ kind: "category", key, ...sections[key] }), one);
    for (const name of one.topics) add(terms, `tag ${slug(name)}`, () => ({ kind: "tag", name, url: `/tag/${slug(name)}/` }), one);
    for (const name of one.authors) add(terms, `author ${slug(name)}`, () => ({ kind: "author", ...writers[slug(name)], url: `/author/${slug(name)}/` }), one);
    if (one.series) add(terms, `series ${slug(one.series)}`, () => ({ kind: "series", name: one.series, url: `/series/${slug(one.series)}/` }), one);
    const parts = one.iso.slice(0, 10).split("-");
    for (const size of [1, 2, 3]) add(spans, parts.slice(0, size).join("/"), () => ({ kind: "span", size, name: [parts[0], month(one.date), day(one.date)][size - 1], url: `/${parts.slice(0, size).join("/")}/`, above: `/${parts.slice(0, size - 1).join("/")}/`, aboveName: [undefined, parts[0], month(one.date)][size - 1], number: Number(parts[size - 1]), inner: [] }), one);
  }
  for (const [key, span] of spans) if (span.size > 1) spans.get(key.split("/").slice(0, -1).join("/")).inner.unshift(span);
  const bySlug = new Map(stories.map((one) => [one.slug, one]));
  const byUrl = new Map(stories.map((one) => [one.url, one]));
  const pages = pageItems.map((item) => ({ item, url: item.url, title: item.data.title, iso: iso(item.date) }));
  return { stories, terms, spans, bySlug, byUrl, pages };
};

const paged = (of, form) => {
  const count = Math.max(1, Math.ceil(of.stories.length / EACH));
  return Array.from({ length: count }, (_, index) => ({ form, of, number: index + 1, count, address: index ? `${of.url}page/${index + 1}/` : of.url, shown: of.stories.slice(index * EACH, (index + 1) * EACH) }));
};

const lists = ({ stories, terms, spans }) => {
  const all = (kind) => [...terms.values()].filter((term) => term.kind === kind).sort((a, b) => (a.name < b.name ? -1 : 1));
  const directories = [["category", "categories", "All sections"], ["tag", "tags", "All topics"], ["author", "authors", "All writers"], ["series", "series", "Series"]];
  return [
    ...paged({ kind: "home", name: "Latest", url: "/", stories }, "front"),
    ...[...terms.values(), ...spans.values()].flatMap((of) => paged(of, "list")),
    ...directories.map(([kind, folder, name]) => ({ form: "directory", address: `/${folder}/`, name, entries: all(kind) })),
    { form: "archives", address: "/archives/", name: "Archives" },
    { form: "notice", address: "/404.html", name: "This page is not here" },
  ];
};

const feeds = ({ stories, terms }) => {
  const of = [{ kind: "home", url: "/", stories }, ...[...terms.values()].filter((term) => term.kind !== "series")];
  return of.flatMap((one) => [["rss", "feed/index.xml"], ["atom", "feed/atom/index.xml"], ["json", "feed/json/index.json"]].map(([form, file]) => ({ form, of: one, title: one.name ? `${one.name} – ${TITLE}` : TITLE, tagline: one.name ? `${one.name} – ${TITLE}` : TAGLINE, address: one.url + file, stories: one.stories.slice(0, one.name ? 10 : 20) })));
};
module.exports = { gather, lists, feeds, SITE };
