const { base } = require("../theme/base.cjs");
const { directory, archives, notice, front, list } = require("../theme/listing.cjs");
const forms = { directory, archives, notice, front, list };

exports.data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.address + (list.address.endsWith(".html") ? "" : "index.html"),
  eleventyExcludeFromCollections: true,
};
exports.render = ({ list, collections }) => base(forms[list.form](list, collections.newsroom[0]), collections.newsroom[0]);
