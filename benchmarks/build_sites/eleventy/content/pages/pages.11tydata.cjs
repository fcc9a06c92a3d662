module.exports = { layout: "page.11ty.cjs" };
