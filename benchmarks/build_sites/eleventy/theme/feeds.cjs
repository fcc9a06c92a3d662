// The three forms of a feed; an entry is written once for all feeds that hold it.
const { SITE, TITLE, escape, slug } = require("./words.cjs");
const { sections, pictures } = require("./facts.cjs");
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
const kept = { rss: new WeakMap(), atom: new WeakMap(), json: new WeakMap() };
const once = (form, one, make) => { let entry = kept[form].get(one); if (entry === undefined) kept[form].set(one, (entry = make(one))); return entry; };
const absolute = (one) => one.item.templateContent.replace(/ (src|href)="\//g, ` $1="${SITE}/`);
const labels = (one) => [...one.sections.map((key) => sections[key].name), ...one.topics];
const length = (one) => pictures[one.image].bytes;

const rssEntry = (one) => `<item>
<title>${escape(one.title)}</title>
<link>${SITE}${one.url}</link>
${one.authors.map((name) => `<dc:creator>${escape(name)}</dc:creator>`).join("\n")}
<pubDate>${one.date.toUTCString().replace("GMT", "+0000")}</pubDate>
${labels(one).map((name) => `<category>${escape(name)}</category>`).join("\n")}
<guid isPermaLink="false">${SITE}/?p=${one.id}</guid>
<description>${escape(one.dek)}</description>
<content:encoded>${escape(absolute(one))}</content:encoded>
${one.image ? `<enclosure url="${SITE}${one.image}" type="image/jpeg" length="${length(one)}"/>\n<media:content url="${SITE}${one.image}" type="image/jpeg" medium="image"/>\n` : ""}</item>`;
const rss = (feed) => `${HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${escape(feed.title)}</title>
<atom:link rel="self" href="${SITE}${feed.address}" type="application/rss+xml"/>
<link>${SITE}${feed.of.url}</link>
<description>${escape(feed.tagline)}</description>
<language>en-US</language>
<lastBuildDate>${feed.stories[0].date.toUTCString().replace("GMT", "+0000")}</lastBuildDate>
${feed.stories.map((one) => once("rss", one, rssEntry)).join("\n")}
</channel>
</rss>
`;

const atomEntry = (one) => `<entry xml:lang="en-US">
<title>${escape(one.title)}</title>
<link rel="alternate" type="text/html" href="${SITE}${one.url}"/>
<id>${SITE}/?p=${one.id}</id>
${one.authors.map((name) => `<author><name>${escape(name)}</name><uri>${SITE}/author/${slug(name)}/</uri></author>`).join("\n")}
<published>${one.iso}</published>
<updated>${one.iso}</updated>
${labels(one).map((name) => `<category term="${escape(name)}"/>`).join("\n")}
<summary>${escape(one.dek)}</summary>
<content type="html">${escape(absolute(one))}</content>
${one.image ? `<link rel="enclosure" href="${SITE}${one.image}" type="image/jpeg" length="${length(one)}"/>\n` : ""}</entry>`;
const atom = (feed) => `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
<title>${escape(feed.title)}</title>
<subtitle>${escape(feed.tagline)}</subtitle>
<link rel="self" href="${SITE}${feed.address}" type="application/atom+xml"/>
<link rel="alternate" href="${SITE}${feed.of.url}" type="text/html"/>
<id>${SITE}${feed.address}</id>
<updated>${feed.stories[0].iso}</updated>
<author><name>${TITLE}</name></author>
${feed.stories.map((one) => once("atom", one, atomEntry)).join("\n")}
</feed>
`;

const jsonEntry = (one) => JSON.stringify({
  id: `${SITE}/?p=${one.id}`, url: SITE + one.url, title: one.title, content_html: absolute(one), summary: one.dek, image: one.image && SITE + one.image, date_published: one.iso,
  authors: one.authors.map((name) => ({ name, url: `${SITE}/author/${slug(name)}/` })), tags: labels(one), language: "en-US",
});
const json = (feed) => `${JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: feed.title, home_page_url: SITE + feed.of.url, feed_url: SITE + feed.address, description: feed.tagline, language: "en-US" }).slice(0, -1)},"items":[\n${feed.stories.map((one) => once("json", one, jsonEntry)).join(",\n")}\n]}\n`;
module.exports = { rss, atom, json };
