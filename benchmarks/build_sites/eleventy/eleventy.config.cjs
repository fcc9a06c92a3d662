// What is made once for all pages: stories by date, terms, spans, and the lists of them, ten stories a page.
const markdown = require("markdown-it");
const { lists, feeds, gather } = require("./theme/lists.cjs");
const { figure } = require("./theme/picture.cjs");

module.exports = (config) => {
  const library = markdown({ html: true });
  library.renderer.rules.image = (tokens, index, options, env, self) => figure(tokens[index], self.renderInlineAsText(tokens[index].children, options, env));
  // A picture alone in its paragraph is a figure.
  library.core.ruler.push("figures", (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type === "inline" && token.children.length === 1 && token.children[0].type === "image") {
        state.tokens[index - 1].hidden = state.tokens[index + 1].hidden = true;
        token.children[0].meta = { block: true };
      }
    });
  });
  const rendered = library.render.bind(library);
  library.render = (text, env) => rendered(text, env).replace(/<p>— (.*?)<\/p>\n<\/blockquote>/g, "<cite>$1</cite>\n</blockquote>");
  config.setLibrary("md", library);
  let known;
  const once = (api) => (known ??= gather(api.getFilteredByGlob("content/stories/*.md"), api.getFilteredByGlob("content/pages/*.md")));
  config.on("eleventy.before", () => { known = undefined; });
  config.addCollection("lists", (api) => lists(once(api)));
  config.addCollection("feeds", (api) => feeds(once(api)));
  config.addCollection("newsroom", (api) => [once(api)]);
  config.addPassthroughCopy({ static: "/" });
  return { dir: { input: "content", includes: "../theme", data: "../data/none" }, markdownTemplateEngine: false, templateFormats: ["md", "11ty.js"] };
};
