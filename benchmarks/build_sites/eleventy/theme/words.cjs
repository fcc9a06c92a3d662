// The site's name, and words that are written once: escaping, dates.
const SITE = "https://ledger.example";
const TITLE = "The Harbour Ledger";
const TAGLINE = "News of the harbour & the hills";
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const day = (date) => `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
const month = (date) => `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
const iso = (date) => date.toISOString().replace(".000Z", "+00:00");
const moment = (date) => `${day(date)}, ${(date.getUTCHours() + 11) % 12 + 1}:${String(date.getUTCMinutes()).padStart(2, "0")} ${date.getUTCHours() < 12 ? "AM" : "PM"}`;
const slug = (name) => name.toLowerCase().replace(/ /g, "-");
const plain = (html) => html.replace(/<[^>]*>/g, "");

module.exports = { SITE, TITLE, TAGLINE, escape, day, month, iso, moment, slug, plain };
