const { SITE } = require("../theme/words.cjs");

exports.data = {
  pagination: { data: "collections.newsroom", size: 1 },
  permalink: "/sitemap.xml",
  eleventyExcludeFromCollections: true,
};
const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const entry = (one) => `<url><loc>${SITE}${one.url}</loc>${one.iso ? `<lastmod>${one.iso}</lastmod>` : ""}${one.image ? `<image:image><image:loc>${SITE}${one.image}</image:loc></image:image>` : ""}</url>`;
const set = (ones) => `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n${ones.map(entry).join("\n")}\n</urlset>\n`;

// Eleventy writes one file for a template: the others are written beside it.
exports.render = ({ collections, eleventy }) => {
  const fs = require("node:fs");
  const path = require("node:path");
  const { stories, pages, terms, spans } = collections.newsroom[0];
  const out = process.env.ELEVENTY_OUTPUT;
  const parts = [["sitemap-pages.xml", [{ url: "/" }, ...pages]], ["sitemap-lists.xml", [...terms.values()].map((term) => ({ url: term.url, iso: term.stories[0]?.iso }))]];
  for (const span of spans.values()) if (span.size === 1) parts.push([`sitemap-${span.name}.xml`, span.stories]);
  for (const [name, ones] of parts) fs.writeFileSync(path.join(out, name), set(ones));
  return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.map(([name]) => `<sitemap><loc>${SITE}/${name}</loc><lastmod>${stories[0].iso}</lastmod></sitemap>`).join("\n")}\n</sitemapindex>\n`;
};
