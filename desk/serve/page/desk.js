// Listens to the desk: shows what is wrong, and renews the page in place. The server puts it into pages; no file has it.
"use strict";
(() => {
  const script = document.currentScript;
  const held = "desk-place";
  let prints = {all: script.dataset.all, words: script.dataset.words};
  let seen = "";

  const host = document.createElement("desk-note");
  const root = host.attachShadow({mode: "open"});
  root.innerHTML = `<style>
    :host { all: initial; }
    .state, .problems { position: fixed; z-index: 2147483647; font: 14px/1.45 system-ui, sans-serif; direction: ltr; }
    .state { inset: auto auto 12px 12px; padding: 4px 10px; border-radius: 6px; background: #222; color: #fff; opacity: .85; }
    .state a { color: #fff; }
    .state:empty, .problems[hidden] { display: none; }
    .problems { inset: auto 0 0 0; max-height: 60vh; overflow: auto; padding: 14px 18px; box-sizing: border-box;
      background: #3b0d0d; color: #fff; border-top: 4px solid #ff6b5e; }
    h2 { margin: 0 0 6px; font-size: 16px; }
    ol { margin: 0; padding-left: 22px; }
    li { margin: 6px 0; overflow-wrap: anywhere; }
    code { font: 13px ui-monospace, monospace; color: #ffd7a8; }
    button { float: right; font: inherit; color: inherit; background: none; border: 1px solid #fff8; border-radius: 4px; }
    button:focus-visible, a:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
    @media print { .state, .problems { display: none; } }
  </style><div class="state" role="status"></div>
  <section class="problems" role="alert" hidden><button type="button">Close</button>
  <h2>This must be mended; behind it is the last good page</h2><ol></ol></section>`;
  const state = root.querySelector(".state"), box = root.querySelector(".problems"), list = root.querySelector("ol");
  root.querySelector("button").addEventListener("click", () => { box.hidden = true; });

  function show(problems) {
    const now = JSON.stringify(problems);
    if (now === seen) return;
    seen = now;
    box.hidden = !problems.length;
    list.replaceChildren(...problems.map((problem) => {
      const item = document.createElement("li"), found = /^(.+?:\d+): ([^]*)$/.exec(problem);
      if (found) {
        const place = document.createElement("code");
        place.textContent = found[1];
        item.append(place, " ", found[2]);
      } else {
        item.textContent = problem;
      }
      return item;
    }));
  }

  function say(told) {
    state.replaceChildren();
    if (told.building) state.append("Building lists and feeds … ");
    if (told.unpublished) {
      const link = document.createElement("a");
      link.href = "/drafts/";
      link.textContent = told.unpublished === 1 ? "1 draft" : `${told.unpublished} drafts`;
      state.append(link);
    }
  }

  function reload() {
    sessionStorage.setItem(held, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  }

  // Where styles alone are others, they are put in without a reload: a form half filled in, a gallery that is open stays.
  async function restyle(now, socket) {
    const answer = await fetch(location.href, {cache: "no-store"});
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const styles = document.querySelectorAll("head style"), others = fresh.querySelectorAll("head style");
    if (!answer.ok || styles.length !== others.length) return reload();
    styles.forEach((style, number) => { style.textContent = others[number].textContent; });
    prints = now;
    socket.send(JSON.stringify(prints));
  }

  function isBroken(picture) {
    return picture.complete && picture.currentSrc && !picture.naturalWidth && new URL(picture.currentSrc).origin === location.origin;
  }

  function listen() {
    const page = new URLSearchParams({page: decodeURIComponent(location.pathname), ...prints});
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/.desk/socket?${page}`);
    let wasBuilding = false;
    socket.addEventListener("message", (event) => {
      const told = JSON.parse(event.data);
      show(told.problems);
      say(told);
      const isNew = wasBuilding && !told.building;
      wasBuilding = told.building;
      if (told.renew === "styles") restyle({all: told.all, words: told.words}, socket);
      // Pictures of a story that is shown at once are made with the whole site.
      else if (told.renew || (isNew && [...document.images].some(isBroken))) reload();
    });
    socket.addEventListener("close", () => {
      state.textContent = "The desk does not answer: ./inv serve starts it.";
      setTimeout(listen, 500);
    });
  }

  const place = JSON.parse(sessionStorage.getItem(held) || "null");
  sessionStorage.removeItem(held);
  document.documentElement.append(host);
  if (place && place[0] === location.pathname) scrollTo({left: place[1], top: place[2], behavior: "instant"});
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  listen();
})();
