// Shows the pictures of a page large, one after another. Without it each is a link to its file.
const links = [...document.querySelectorAll("a.enlarge")];
const words = document.querySelector("[data-close]")?.dataset ?? {};
let shown = 0, touched = 0;

const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const button = (sign, name, act) => {
  const made = element("button", {type: "button", textContent: sign, onclick: act});
  made.setAttribute("aria-label", name);
  return made;
};
const backward = () => getComputedStyle(dialog).direction === "rtl";

const picture = element("img", {});
const caption = element("p", {className: "lightbox-caption", dir: "auto"});
const count = element("p", {className: "lightbox-count"});
const told = element("div", {}, caption, count);
told.setAttribute("aria-live", "polite");
const dialog = element("dialog", {className: "lightbox"}, picture, told,
  button("×", words.close, () => dialog.close()),
  ...(links.length > 1
    ? [button("‹", words.previous, () => show(shown - 1)), button("›", words.next, () => show(shown + 1))] : []));
dialog.setAttribute("aria-label", words.pictures);

function show(place) {
  shown = (place + links.length) % links.length;
  const small = links[shown].querySelector("img");
  // What the page already has stands in until the large one is there.
  picture.src = small.currentSrc || small.src;
  const large = element("img", {src: links[shown].href});
  large.decode().then(() => { if (large.src === links[shown].href) picture.src = large.src; }, () => {});
  picture.alt = small.alt;
  caption.textContent = links[shown].closest("figure")?.querySelector("figcaption")?.textContent ?? "";
  count.textContent = links.length > 1 ? `${shown + 1} / ${links.length}` : "";
}

links.forEach((link, place) => link.addEventListener("click", event => {
  // Whoever asks for a new tab gets one.
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  dialog.isConnected || document.body.append(dialog);
  show(place);
  dialog.showModal();
}));
dialog.addEventListener("keydown", event => {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (step) show(shown + (backward() ? -step : step));
});
dialog.addEventListener("pointerdown", event => { touched = event.clientX; });
dialog.addEventListener("pointerup", event => {
  const moved = event.clientX - touched;
  if (Math.abs(moved) > 50) show(shown + (moved > 0 === backward() ? 1 : -1));
  else if (event.target === dialog) dialog.close();
});
// Readers come back to the picture they saw last.
dialog.addEventListener("close", () => links[shown].focus());
