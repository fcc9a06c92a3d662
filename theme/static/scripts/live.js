// Asks for the page itself now and then, and puts entries in that it does not have yet. Stops when coverage has ended.
const news = document.querySelector(".live-news");
const list = document.querySelector(".updates");
const badge = document.querySelector(".live-badge");
const DAY = 864e5, PERIOD = 45e3, LONGEST = 30 * 60e3;
let wait = PERIOD, gone = false, fresh = 0, timer;

// Where no one has said when coverage ends, a day without an entry is the end of it.
const end = () => Date.parse(news.dataset.until ?? "") || Date.parse(list.querySelector("time").dateTime) + DAY;
const over = () => {
  const ended = gone || Date.now() > end();
  if (news.dataset.until) badge.hidden = ended;
  return ended;
};

function later() {
  clearTimeout(timer);
  if (!over() && !document.hidden) timer = setTimeout(ask, wait);
}

async function ask() {
  try {
    const answer = await fetch(location.pathname, {cache: "no-cache"});
    gone = answer.status === 404 || answer.status === 410;
    if (!gone && !answer.ok) throw answer.status;
    if (!gone) put(new DOMParser().parseFromString(await answer.text(), "text/html"));
    wait = PERIOD;
  } catch {
    wait = Math.min(wait * 2, LONGEST);
  }
  later();
}

function put(page) {
  const until = page.querySelector(".live-news")?.dataset.until;
  if (until) news.dataset.until = until;
  const entries = [...page.querySelectorAll(".update")].filter(entry => !document.getElementById(entry.id));
  if (!entries.length) return;
  const read = [...list.children].find(entry => entry.getBoundingClientRect().bottom > 0) ?? list;
  const before = read.getBoundingClientRect().top;
  // From the oldest on: each goes above the first that is older than itself.
  for (const entry of entries.reverse()) {
    const moment = Date.parse(entry.querySelector("time").dateTime);
    list.insertBefore(entry, [...list.children].find(
      other => Date.parse(other.querySelector("time").dateTime) <= moment) ?? null);
  }
  const events = page.querySelector(".key-events"), mine = document.querySelector(".key-events");
  if (events && mine) mine.replaceWith(events);
  // What is being read stays where it is; above the entries nothing moves anyway.
  if (before < innerHeight / 3) scrollBy({top: read.getBoundingClientRect().top - before, behavior: "instant"});
  fresh += entries.length;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = news.dataset.say.replace("{count}", fresh);
  button.onclick = () => {
    fresh = 0;
    news.replaceChildren();
    list.firstElementChild.focus();
    list.firstElementChild.scrollIntoView();
  };
  news.replaceChildren(button);
}

document.addEventListener("visibilitychange", () => document.hidden ? clearTimeout(timer) : over() || ask());
later();
