const { base, ORGANIZATION } = require("./base.cjs");
const { SITE, escape, plain } = require("./words.cjs");

exports.render = ({ title, content, page }) => {
  const description = plain(/<p>(.*?)<\/p>/s.exec(content)[1]).slice(0, 200);
  return base({
    address: page.url, title, description, styles: ["tokens", "page", "article", "body", "print"],
    facts: [{ "@type": "WebPage", name: title, description, url: SITE + page.url, inLanguage: "en-US", publisher: ORGANIZATION }],
    main: `<article class="story h-entry">
<header>
<h1 class="p-name" dir="auto">${escape(title)}</h1>
<a class="u-url" href="${page.url}" hidden></a>
</header>
<div class="body e-content" dir="auto">
${content}
</div>
</article>`,
  });
};
