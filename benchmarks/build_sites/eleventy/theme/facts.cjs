// What is kept in data/: pictures that were made, styles, menus, sections, writers, comments.
const fs = require("node:fs");
const path = require("node:path");
const yaml = require("js-yaml");
const data = path.join(__dirname, "..", "data");
const read = (name) => (name.endsWith(".json") ? JSON.parse : yaml.load)(fs.readFileSync(path.join(data, name), "utf8"));

const comments = (slug) => {
  const file = path.join(data, "comments", `${slug}.yaml`);
  return fs.existsSync(file) ? yaml.load(fs.readFileSync(file, "utf8")) : [];
};
module.exports = { pictures: read("pictures.json"), places: read("places.json"), styles: read("styles.json"), menus: read("menus.yaml"), sections: read("sections.json"), writers: read("authors.yaml"), comments };
