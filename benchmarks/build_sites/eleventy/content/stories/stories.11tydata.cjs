module.exports = { layout: "story.11ty.cjs" };
