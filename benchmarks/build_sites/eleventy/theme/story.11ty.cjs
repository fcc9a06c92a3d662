// A story: all that stands around its body.
const markdown = require("markdown-it")({ html: true });
const { base, ORGANIZATION } = require("./base.cjs");
const { card } = require("./card.cjs");
const { crumbs, sectionSteps } = require("./listing.cjs");
const { comments, pictures, sections, writers } = require("./facts.cjs");
const { picture } = require("./picture.cjs");
const { SITE, escape, day, iso, moment, plain, slug } = require("./words.cjs");
const FORMS = [["<blockquote", "forms/quote"], ["gallery", "forms/gallery"], ["embed", "forms/embed"], ["<table", "forms/table"], ["highlight", "forms/code"], ["footnote", "forms/footnotes"], ["<audio", "forms/player"], ["<video", "forms/player"], ["<details>", "forms/details"]];

const styles = (one, content, said) => ["tokens", "page", "article", "body", ...FORMS.filter(([mark]) => content.includes(mark)).map(([, form]) => form), ...(one.series ? ["series"] : []), "author_box", ...(said.length ? ["comments"] : []), "share", ...(one.related.length ? ["cards", "related"] : []), "print"];
const head = (one, crops) => `<meta property="og:locale" content="en_US">
${crops ? `<meta property="og:image" content="${crops[0].url}">
<meta property="og:image:width" content="${crops[0].width}">
<meta property="og:image:height" content="${crops[0].height}">
<meta property="og:image:alt" content="${escape(one.image_alt)}">
` : ""}<meta property="article:published_time" content="${one.iso}">
${one.authors.map((name) => `<meta property="article:author" content="${SITE}/author/${slug(name)}/">`).join("\n")}
<meta property="article:section" content="${escape(sections[one.main].name)}">
${one.topics.map((name) => `<meta property="article:tag" content="${escape(name)}">\n`).join("")}<meta name="twitter:card" content="${crops ? "summary_large_image" : "summary"}">`;
const facts = (one, crops) => [
  {
    "@type": "NewsArticle", headline: one.title, description: one.dek, url: SITE + one.url, mainEntityOfPage: SITE + one.url, inLanguage: "en-US", datePublished: one.iso, dateModified: one.iso,
    image: crops?.map(({ url, width, height }) => ({ "@type": "ImageObject", url, width, height, caption: one.image_caption })),
    author: one.authors.map((name) => ({ "@type": "Person", name, url: `${SITE}/author/${slug(name)}/`, sameAs: [writers[slug(name)].website] })),
    articleSection: one.sections.map((key) => sections[key].name), keywords: one.topics.length ? one.topics : undefined,
    isPartOf: one.series ? { "@type": "CreativeWorkSeries", name: one.series, url: `${SITE}/series/${slug(one.series)}/` } : undefined,
    publisher: ORGANIZATION, isAccessibleForFree: true,
  },
  crumbs([...sectionSteps(one.main), [one.title, one.url]]),
];

const steps = (one, stories) => {
  if (stories.length < 2) return "";
  const place = stories.indexOf(one);
  const step = (to, way, words) => (to ? `<a class="step-${way}" rel="${way}" href="${to.url}"><small>${words}</small> <span dir="auto">${escape(to.title)}</span></a>\n` : "");
  return `<nav class="parts" aria-label="Series: ${escape(one.series)}">
<div class="steps">
${step(stories[place - 1], "prev", "Previous part")}${step(stories[place + 1], "next", "Next part")}</div>
<details>
<summary>All parts of ${escape(one.series)}</summary>
<ol start="1">
${stories.map((each) => `<li>${each === one ? `<span aria-current="page" dir="auto">${escape(each.title)}</span>` : `<a href="${each.url}" dir="auto">${escape(each.title)}</a>`}</li>`).join("\n")}
</ol>
</details>
</nav>
`;
};

const thread = (said, to) => said.filter(({ answers }) => answers === to).map((one) => `<li id="comment-${one.id}">
<div class="comment">
<p class="meta"><b dir="auto">${escape(one.author)}</b> <a href="#comment-${one.id}"><time datetime="${iso(one.date)}">${moment(one.date)}</time></a></p>
<div class="said" dir="auto">${markdown.render(one.body)}</div>
</div>
${said.some(({ answers }) => answers === one.id) ? `<ol>\n${thread(said, one.id)}\n</ol>` : ""}</li>`).join("\n");

exports.render = ({ content, page, collections }) => {
  const { byUrl, bySlug, terms } = collections.newsroom[0];
  const one = byUrl.get(page.url);
  const section = sections[one.main];
  const crops = one.image && pictures[one.image].crops;
  const said = comments(one.slug);
  const standfirst = one.subtitle || (one.summary && !plain(content).includes(one.summary.slice(0, 24)) ? one.summary : "");
  const series = one.series ? terms.get(`series ${slug(one.series)}`).stories.toReversed() : [];
  const more = [...one.sections.slice(1).map((key) => sections[key]), ...one.topics.map((name) => ({ name, url: `/tag/${slug(name)}/` }))];
  const related = one.related.map((name) => bySlug.get(name)).filter(Boolean);
  return base({
    address: one.url, title: one.title, description: one.dek, type: "article", head: head(one, crops), facts: facts(one, crops), styles: styles(one, content, said), within: section.line,
    main: `<article class="story story-news h-entry">
<header>
<nav class="crumbs" aria-label="Where this story belongs">
<ol>
<li><a href="/">Front page</a></li>
${section.line.map((key) => `<li><a class="p-category" href="${sections[key].url}">${escape(sections[key].name)}</a></li>`).join("\n")}
</ol>
</nav>
<p class="label"><a href="${section.url}">${escape(section.name)}</a></p>
<h1 class="p-name${one.title.length > 90 ? " long" : ""}" dir="auto">${escape(one.title)}</h1>
${standfirst ? `<p class="dek p-summary" dir="auto">${escape(standfirst)}</p>\n` : ""}${series.length ? `<p class="series"><a href="/series/${slug(one.series)}/">${escape(one.series)}</a> <span>Part ${series.indexOf(one) + 1} of ${series.length}</span></p>\n` : ""}<div class="byline">
<span>By ${one.authors.map((name) => `<span class="p-author h-card"><a class="p-name u-url" rel="author" href="/author/${slug(name)}/">${escape(name)}</a></span>`).join(", ")}</span>
<p class="dates meta">
<a class="u-url" href="${one.url}"><time class="dt-published" datetime="${one.iso}">${day(one.date)}</time></a><span>${Math.max(1, Math.round(plain(content).split(/\s+/).length / 240))}-minute read</span></p>
</div>
</header>
${one.image ? `<figure class="hero">\n${picture(one.image, one.image_alt, "hero", true)}\n<figcaption>${escape(one.image_caption)}</figcaption>\n</figure>\n` : ""}<div>
<div class="body e-content" dir="auto">
${content}
</div>
</div>
<footer>
${steps(one, series)}${more.length ? `<ul class="tags" aria-label="Topics">\n${more.map((term) => `<li><a class="p-category" rel="tag" href="${term.url}">${escape(term.name)}</a></li>`).join("\n")}\n</ul>\n` : ""}<ul class="share" aria-label="Pass it on">
<li><a href="mailto:?subject=${encodeURIComponent(one.title)}&amp;body=${encodeURIComponent(SITE + one.url)}">Send by e-mail</a></li>
<li hidden><button type="button" data-share="copy" data-done="Copied">Copy the link</button></li>
<li hidden><button type="button" data-share="native">Share…</button></li>
</ul>
<script type="module" src="/theme/share.js"></script>
</footer>
</article>
<aside class="after" aria-label="About the author">
${one.authors.map((name) => ({ url: `/author/${slug(name)}/`, ...writers[slug(name)] })).map((author) => `<div class="author">
<div class="bio">
<h2><a href="${author.url}">${escape(author.name)}</a></h2>
<div>${author.bio}</div>
<p class="meta">
<a rel="nofollow" href="${author.website}">${new URL(author.website).host}</a>
</p>
</div>
</div>`).join("\n")}
</aside>
${related.length ? `<section class="related" aria-labelledby="related">\n<h2 class="rubric" id="related">Related stories</h2>\n<div class="stories">\n${related.map((each) => card(each, "h3", "card")).join("\n")}\n</div>\n</section>\n` : ""}${said.length ? `<section class="comments" id="comments" aria-labelledby="comments-title">
<h2 class="rubric" id="comments-title">Comments (${said.length})</h2>
<ol class="thread">
${thread(said)}
</ol>
<p class="meta" id="respond">Comments are closed.</p>
</section>` : ""}`,
  });
};
