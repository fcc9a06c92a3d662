// What html-validate asks of our pages: all that it recommends, but for what is taste or is seen better by others.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The minifier leaves quotes away where the standard lets it, and keeps the doctype as it is written.
    "attr-quotes": "off",
    "doctype-style": "off",
    // It also writes "&" and ">" as they are where they can mean nothing else.
    "no-raw-characters": "off",
    // A button of a form submits it unless it says otherwise, and the minifier leaves away what is so anyway.
    "no-implicit-button-type": "off",
    // Until a picture is there, its own colours stand in its place.
    "no-inline-style": "off",
    // Headlines are the newsroom's, and as long as it likes.
    "long-title": "off",
    // ARIA lets a list have a name, and readers of tags and sections are glad of it.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A table of Markdown has one row of headings: HTML itself gives them their columns.
    "wcag/h63": "off",
    // An aside within an article is no landmark unless it has a name. This program does not know; axe does.
    "unique-landmark": "off",
  },
};
