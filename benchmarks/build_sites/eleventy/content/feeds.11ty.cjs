const { rss, atom, json } = require("../theme/feeds.cjs");
const forms = { rss, atom, json };

exports.data = {
  pagination: { data: "collections.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }) => feed.address,
  eleventyExcludeFromCollections: true,
};
exports.render = ({ feed, collections }) => forms[feed.form](feed, collections.newsroom[0]);
