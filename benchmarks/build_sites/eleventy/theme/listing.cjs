// The forms of lists: what base.cjs is told of each.
const { SITE, TITLE, TAGLINE, escape, day } = require("./words.cjs");
const { menus, sections } = require("./facts.cjs");
const { ORGANIZATION } = require("./base.cjs");
const { card } = require("./card.cjs");
const LIST = ["tokens", "page", "cards", "signs", "lists", "river", "print"];
const crumbs = (steps) => ({ "@type": "BreadcrumbList", itemListElement: [[TITLE, "/"], ...steps].map(([name, url], index) => ({ "@type": "ListItem", position: index + 1, name, item: SITE + url })) });
const sectionSteps = (key) => sections[key].line.map((each) => [sections[each].name, sections[each].url]);

const pager = ({ of, number, count }) => {
  if (count === 1) return "";
  const address = (page) => (page > 1 ? `${of.url}page/${page}/` : of.url);
  const near = [...new Set([1, Math.max(number - 1, 1), number, Math.min(number + 1, count), count])];
  const steps = near.map((page, index) => `${index && page > near[index - 1] + 1 ? '<li class="gap" aria-hidden="true">…</li>\n' : ""}${page === number ? `<li><span class="here" aria-current="page">Page ${page} of ${count}</span></li>` : `<li class="far"><a href="${address(page)}" aria-label="Page ${page} of ${count}">${page}</a></li>`}`);
  return `<nav aria-label="Pages of this list">
<ul class="pages">
${number > 1 ? `<li><a rel="prev" href="${address(number - 1)}">Newer</a></li>\n` : ""}${steps.join("\n")}
${number < count ? `<li><a rel="next" href="${address(number + 1)}">Older</a></li>\n` : ""}</ul>
</nav>`;
};

const river = (list, within = "", led = false) => {
  const first = led && list.number === 1 && list.shown.length > 3 ? list.shown.slice(0, 3).find((one) => one.image) : undefined;
  return `<div class="h-feed">
${first ? `<div class="first">${card(first, "h2", "first", within, ["dek", "byline"], true)}</div>\n` : ""}<div class="river stack">
${list.shown.filter((one) => one !== first).map((one) => card(one, "h2", "river", within, ["dek"])).join("\n")}
</div>
</div>
${pager(list)}`;
};

const headings = {
  category: ({ of, number }) => `${of.parent ? `<p class="label"><a href="${sections[of.parent].url}">${escape(sections[of.parent].name)}</a></p>\n` : ""}<h1>${escape(of.name)}</h1>${number === 1 && of.children.length ? `\n<ul class="within">\n${of.children.map((key) => `<li><a href="${sections[key].url}">${escape(sections[key].name)}</a></li>`).join("\n")}\n</ul>` : ""}`,
  author: ({ of }) => `<div class="profile h-card">
<div>
<h1 class="p-name">${escape(of.name)}</h1>
<div class="p-note">${of.bio}</div>
<ul class="within">
<li><a class="u-url" rel="me" href="${of.website}">${of.website.replace("https://", "")}</a></li>
</ul>
</div>
</div>`,
  span: ({ of, number }) => `${of.size > 1 ? `<p class="label"><a href="${of.above}">${of.aboveName}</a></p>\n` : ""}<h1>${of.name}</h1>${number > 1 || of.size === 3 ? "" : of.size === 1 ? `\n<ul class="within">\n${of.inner.map((span) => `<li><a href="${span.url}">${span.name}</a> <span class="count">${span.stories.length}</span></li>`).join("\n")}\n</ul>` : `\n<ul class="days">\n${of.inner.map((span) => `<li><a href="${span.url}" aria-label="${span.name}">${span.number}</a></li>`).join("\n")}\n</ul>`}`,
};
const facts = {
  category: (of) => [crumbs(sectionSteps(of.key))],
  tag: (of) => [crumbs([[of.name, of.url]])],
  series: (of) => [crumbs([[of.name, of.url]])],
  author: (of) => [{ "@type": "ProfilePage", url: SITE + of.url, mainEntity: { "@type": "Person", name: of.name, url: SITE + of.url, sameAs: [of.website], description: of.bio } }],
};
const feedLinks = (of) => (["category", "tag", "author"].includes(of.kind) ? [["application/rss+xml", "feed/index.xml"], ["application/atom+xml", "feed/atom/index.xml"], ["application/feed+json", "feed/json/index.json"]].map(([type, file]) => `\n<link rel="alternate" type="${type}" title="${escape(of.name)} – ${TITLE}" href="${of.url}${file}">`).join("") : "");

const list = (page) => {
  const { of, number, count, address } = page;
  const title = number > 1 ? `${of.name} – Page ${number} of ${count}` : of.name;
  const heading = (headings[of.kind] ?? (() => `<h1>${escape(of.name)}</h1>`))(page);
  const within = of.kind === "category" ? of.name : "";
  return {
    address, title, description: number === 1 ? of.bio : undefined, styles: LIST, within: of.line,
    head: `<meta name="twitter:card" content="summary">${number === 1 ? feedLinks(of) : ""}`,
    facts: number === 1 ? facts[of.kind]?.(of) : undefined,
    main: `<header class="heading">\n${heading}\n</header>\n${river(page, within, of.kind === "category")}`,
  };
};

const section = (key, shown, terms) => {
  const of = sections[key];
  const stories = terms.get(`category ${key}`).stories.filter((one) => !shown.has(one)).slice(0, 4);
  return `<section class="section h-feed" aria-labelledby="section-${key}">
<div class="over">
<h2 class="rubric" id="section-${key}"><a href="${of.url}">${escape(of.name)}</a></h2>
<ul class="within">${of.children.map((each) => `<li><a href="${sections[each].url}">${escape(sections[each].name)}</a></li>`).join("")}</ul>
</div>
<div class="stories feature">
${stories.slice(0, 1).map((one) => card(one, "h3", "feature", of.name, ["dek"])).join("")}
<div class="stack">
${stories.slice(1).map((one) => card(one, "h3", "thumb", of.name, ["dek"])).join("\n")}
</div>
</div>
</section>`;
};

const front = (page, { terms }) => {
  const { number, count, address, shown } = page;
  if (number > 1) return { address, title: `Page ${number} of ${count}`, styles: LIST, main: `<header class="heading"><h1>Latest</h1></header>\n${river(page)}` };
  return {
    address, title: TITLE, tail: TAGLINE, description: TAGLINE, styles: ["tokens", "page", "cards", "signs", "lists", "front", "print"], body: ' class="front"',
    facts: [{ "@type": "WebSite", name: TITLE, description: TAGLINE, url: `${SITE}/`, inLanguage: "en-US", publisher: { "@id": `${SITE}/#organization` } }, ORGANIZATION],
    nameplate: `<h1 class="nameplate"><a href="/" rel="home">${TITLE}</a></h1>\n<p class="dateline meta">\n<time datetime="${shown[0].iso.slice(0, 10)}">${day(shown[0].date)}</time>\n<span>${escape(TAGLINE)}</span>\n</p>`,
    main: `<div class="top railed">
<div class="main h-feed">
<div class="lead">${card(shown[0], "h2", "lead", "", ["dek", "byline"], true)}</div>
<div class="beside">
${shown.slice(1, 4).map((one) => card(one, "h2", "beside", "", ["dek"])).join("\n")}
</div>
</div>
<div class="rail">
<section class="latest h-feed" aria-labelledby="latest">
<h2 class="rubric" id="latest">Latest</h2>
<div class="stack">
${shown.slice(4).map((one) => card(one, "h3", "")).join("\n")}
</div>
</section>
</div>
</div>
${menus.primary.items.map((item) => section(item.address.split("/").at(-2), new Set(shown), terms)).join("\n")}
${pager(page)}`,
  };
};

const directory = ({ address, name, entries }) => ({
  address, title: name, styles: ["tokens", "page", "river", "directory", "print"],
  main: `<header class="heading"><h1>${name}</h1></header>\n<ul class="directory">\n${entries.map((entry) => `<li><a href="${entry.url}">${escape(entry.name)}</a> <span class="count">${entry.stories.length}</span>${entry.bio ? `<small>${entry.bio}</small>` : ""}</li>`).join("\n")}\n</ul>`,
});

const archives = ({ address, name }, { spans }) => ({
  address, title: name, styles: ["tokens", "page", "river", "directory", "print"],
  main: `<header class="heading"><h1>${name}</h1></header>\n<div class="years">\n${[...spans.values()].filter((span) => span.size === 1).map((year) => `<section>\n<h2><a href="${year.url}">${year.name}</a></h2>\n<ul class="directory">\n${year.inner.map((span) => `<li><a href="${span.url}">${span.name}</a> <span class="count">${span.stories.length}</span></li>`).join("\n")}\n</ul>\n</section>`).join("\n")}\n</div>`,
});

const notice = ({ address, name }, { stories }) => ({
  address, title: name, robots: "noindex", styles: ["tokens", "page", "cards", "signs", "notice", "related", "print"],
  main: `<div class="notice">\n<h1>${name}</h1>\n<p>The address may be mistyped, or the story may have moved. Try the front page or the archives.</p>\n<p><a href="/">Front page</a> · <a href="/archives/">Archives</a></p>\n</div>\n<section class="related" aria-labelledby="latest">\n<h2 class="rubric" id="latest">Latest</h2>\n<div class="stories">\n${stories.slice(0, 3).map((one) => card(one, "h3", "card")).join("\n")}\n</div>\n</section>`,
});
module.exports = { list, front, directory, archives, notice, crumbs, sectionSteps };
