// The frame of every page. page: address, title, description, type, head (more of it), facts (JSON-LD), styles, within, main …
const { SITE, TITLE, TAGLINE, escape } = require("./words.cjs");
const facts = require("./facts.cjs");
const kept = new Map();
const once = (key, make) => { let value = kept.get(key); if (value === undefined) kept.set(key, (value = make())); return value; };
const styles = (names) => once(`styles ${names}`, () => names.map((name) => facts.styles[name]).join("\n"));
const strip = (within) => once(`strip ${within}`, () => `<nav class="sections" aria-label="Sections">
<ul>
${facts.menus.primary.items.map((item) => `<li><a href="${item.address}"${within.includes(item.address.split("/").at(-2)) ? ' aria-current="true"' : ""}>${escape(item.title)}</a></li>`).join("\n")}
</ul>
</nav>`);
const colophon = () => once("colophon", () => `<footer class="colophon">
<div class="imprint">
<p class="title"><a href="/">${TITLE}</a></p>
<p>${escape(TAGLINE)}</p>
</div>
<ul class="more">
${[...facts.menus.primary.items, ...facts.menus.footer.items].map((item) => `<li><a href="${item.address}">${escape(item.title)}</a></li>`).join("\n")}
<li><a href="/archives/">Archives</a></li>
<li><a href="/categories/">All sections</a></li>
<li><a href="/tags/">All topics</a></li>
<li><a href="/series/">Series</a></li>
<li><a href="/authors/">All writers</a></li>
<li><a href="/feed/index.xml">News feed</a></li>
</ul>
</footer>`);
const script = (graph) => `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)}</script>`;
const SAME = `<link rel="alternate" type="application/rss+xml" title="${TITLE}" href="/feed/index.xml">
<link rel="alternate" type="application/atom+xml" title="${TITLE}" href="/feed/atom/index.xml">
<link rel="alternate" type="application/feed+json" title="${TITLE}" href="/feed/json/index.json">
<link rel="manifest" href="/site.webmanifest">
<meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#131519" media="(prefers-color-scheme: dark)">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' fill='%23981b1e'/%3E%3Ctext x='16' y='24' font-family='Georgia,serif' font-size='24' font-weight='700' text-anchor='middle' fill='%23fff'%3ET%3C/text%3E%3C/svg%3E">`;

const base = (page) => `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="generator" content="Eleventy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)} – ${escape(page.tail ?? TITLE)}</title>
${page.description ? `<meta name="description" content="${escape(page.description)}">\n` : ""}<meta name="robots" content="${page.robots ?? "max-image-preview:large"}">
<link rel="canonical" href="${SITE}${page.address}">
<meta property="og:type" content="${page.type ?? "website"}">
<meta property="og:title" content="${escape(page.title)}">
${page.description ? `<meta property="og:description" content="${escape(page.description)}">\n` : ""}<meta property="og:url" content="${SITE}${page.address}">
<meta property="og:site_name" content="${TITLE}">
${page.head ?? '<meta name="twitter:card" content="summary">'}
${page.facts ? script(page.facts) : ""}
${SAME}
<style>
${styles(page.styles)}
</style>
<script type="speculationrules">{"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":["/wp-content/*","/images/*","/feed/*","/*/feed/*"]}}]},"eagerness":"moderate"}]}</script>
</head>
<body${page.body ?? ""}>
<a class="skip" href="#content">Skip to the story</a>
<header class="masthead">
${page.nameplate ?? `<p class="nameplate"><a href="/" rel="home">${TITLE}</a></p>`}
${strip(page.within ?? [])}
</header>

<main id="content" tabindex="-1">
${page.main}
</main>
${colophon()}
</body>
</html>
`;
module.exports = { base, ORGANIZATION: { "@type": "Organization", "@id": `${SITE}/#organization`, name: TITLE, url: `${SITE}/` } };
