// Passing a story on by what the device offers. The link by e-mail needs no script.
const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
const share = {url: address, title: document.querySelector("h1").textContent};
const ways = {
  copy: navigator.clipboard && (async way => {
    await navigator.clipboard.writeText(address);
    const said = way.textContent;
    way.textContent = way.dataset.done;
    setTimeout(() => { way.textContent = said; }, 3000);
  }),
  native: navigator.share && (() => navigator.share(share)),
};
for (const way of document.querySelectorAll("[data-share]")) {
  const act = ways[way.dataset.share];
  if (!act) continue;
  way.parentNode.hidden = false;
  // A reader who changes their mind is no failure.
  way.addEventListener("click", () => act(way).catch(() => {}));
}
