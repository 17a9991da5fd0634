// Follows the editor's work: shows the page as it is now drawn, and what is wrong in a panel.
(() => {
  "use strict";
  const place = `apercu:${location.pathname}`;
  const saved = sessionStorage.getItem(place);
  if (saved !== null) window.scrollTo({ top: Number(saved), behavior: "instant" });
  sessionStorage.removeItem(place);

  const element = (name, text, css) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (css) made.className = css;
    return made;
  };

  const excerpt = (error) => {
    const line = element("code", "", "apercu-extrait");
    const start = Math.max(0, error.colonne - 1);
    const end = start + error.longueur;
    line.append(error.extrait.slice(0, start), element("mark", error.extrait.slice(start, end)), error.extrait.slice(end));
    return line;
  };

  const card = (error) => {
    const item = element("li");
    const place = error.ligne ? `${error.fichier}, ligne ${error.ligne}` : error.fichier;
    item.append(element("p", place, "apercu-lieu"), element("p", error.message, "apercu-message"));
    if (error.extrait.trim()) item.append(excerpt(error));
    if (error.conseil) item.append(element("p", `→ ${error.conseil}`));
    return item;
  };

  // Warnings, in a quiet strip that one opens at will: it stays open from one page to the next.
  const OPEN = "apercu:avertissements";
  const advise = (warnings) => {
    const former = document.querySelector(".apercu-avis");
    const text = JSON.stringify(warnings);
    if (former?.dataset.texte === text) return;
    former?.remove();
    if (!warnings.length) return;
    const aside = element("aside", "", "apercu-avis");
    aside.setAttribute("lang", "fr");
    aside.setAttribute("aria-label", "Avertissements");
    aside.dataset.texte = text;
    const strip = element("details");
    strip.open = sessionStorage.getItem(OPEN) !== null;
    strip.addEventListener("toggle", () => (strip.open ? sessionStorage.setItem(OPEN, "1") : sessionStorage.removeItem(OPEN)));
    const count = warnings.length > 1 ? `${warnings.length} avertissements` : "Un avertissement";
    const list = element("ol");
    list.append(...warnings.map(card));
    strip.append(element("summary", count), list);
    aside.append(strip);
    document.body.append(aside);
  };

  let said = "[]";
  const show = (errors) => {
    const words = JSON.stringify(errors);
    if (words === said) return; // a screen reader is told once
    said = words;
    document.querySelector(".apercu")?.remove();
    if (!errors.length) return;
    const panel = element("section", "", "apercu");
    panel.setAttribute("role", "alert");
    panel.setAttribute("lang", "fr");
    const count = errors.length > 1 ? `${errors.length} points à corriger` : "Un point à corriger";
    const list = element("ol");
    list.append(...errors.map(card));
    const note = "La page affichée est la dernière version correcte. Ce panneau part dès que tout est corrigé.";
    panel.append(element("h2", count), list, element("p", note, "apercu-note"));
    document.body.append(panel);
  };

  // Pictures of printed pages: those that the page shows itself are renewed, the others get a strip.
  const leaf = (address, rank) => {
    const { pathname } = new URL(address, location.href);
    let image = [...document.images].find((one) => one.src && new URL(one.src).pathname === pathname);
    if (!image) {
      image = element("img", "", "apercu-page");
      image.alt = `Page ${rank + 1}`;
      image.loading = "lazy";
      strip().append(image);
    }
    const wanted = new URL(address, location.href).href;
    if (image.src !== wanted) image.src = wanted;
    return image;
  };

  const strip = () => {
    const present = document.querySelector(".apercu-pages");
    if (present) return present;
    const made = element("section", "", "apercu-pages");
    made.setAttribute("lang", "fr");
    made.append(element("h2", "Les pages imprimées"), element("p", "", "apercu-note"));
    document.querySelector("main").append(made);
    return made;
  };

  const leaves = (pages, busy) => {
    const shown = pages.map(leaf);
    document.querySelectorAll(".apercu-page").forEach((image) => shown.includes(image) || image.remove());
    if (!pages.length) return void document.querySelector(".apercu-pages")?.remove();
    const note = document.querySelector(".apercu-pages .apercu-note");
    if (note) note.textContent = busy ? "Elles se refont…" : "À jour.";
  };

  let leaving = false;
  const keepScroll = (pathname) => sessionStorage.setItem(`apercu:${pathname}`, String(window.scrollY));

  const leave = (answer) => {
    leaving = true;
    if (answer.ok && answer.redirected) {
      keepScroll(new URL(answer.url).pathname);
      location.replace(answer.url);
    } else if (answer.ok) {
      keepScroll(location.pathname);
      location.reload();
    } else location.replace("/");
  };

  // What this page shows, as the preview marks it; the marks of two runs can be compared.
  let mark = document.currentScript.dataset.marque;

  // Where another script has put its hands: it starts again there, on fresh nodes.
  const HELD = "[data-filtre-texte]";
  // What this script put there; the link to the form comes with the page.
  const ours = (node) => node.nodeType === Node.ELEMENT_NODE && /^apercu(?!-modifier)/.test(node.className);
  const programs = (page) => [...page.querySelectorAll("script[src]:not([data-marque])")].map((one) => one.getAttribute("src"));
  // What a browser heeds only while it loads a page.
  const decisive = (page) => [...page.querySelectorAll("meta[http-equiv], link[rel=stylesheet], base, script[src]:not([data-marque])")].map((one) => one.outerHTML).join();

  const same = (node, wanted) => node.isEqualNode(wanted) && !node.matches?.(HELD) && !node.querySelector?.(HELD);

  const dress = (node, wanted) => {
    for (const { name } of [...node.attributes]) if (!wanted.hasAttribute(name) && name !== "open") node.removeAttribute(name);
    for (const { name, value } of wanted.attributes) if (node.getAttribute(name) !== value && name !== "open") node.setAttribute(name, value);
  };

  const fresh = (node, wanted) => {
    const field = node.querySelector("input"), next = wanted.querySelector("input");
    if (field && next) next.value = field.value;
    wanted.hidden = node.hidden;
    const { activeElement } = document;
    node.replaceWith(wanted);
    if (activeElement === field) next?.focus({ preventScroll: true });
  };

  // Makes a node like the wanted one, and touches nothing that already is: focus and place stay.
  const become = (node, wanted) => {
    if (same(node, wanted)) return;
    if (node.nodeName !== wanted.nodeName || node.nodeType !== Node.ELEMENT_NODE) return void node.replaceWith(wanted);
    if (node.matches(HELD)) return void fresh(node, wanted);
    dress(node, wanted);
    fill(node, wanted);
  };

  const fill = (node, wanted) => {
    const before = [...node.childNodes].filter((one) => !ours(one)), after = [...wanted.childNodes];
    let first = 0, last = before.length, end = after.length;
    while (first < last && first < end && same(before[first], after[first])) first += 1;
    while (last > first && end > first && same(before[last - 1], after[end - 1])) last -= 1, end -= 1;
    const shared = Math.min(last, end);
    const next = last > 0 ? before[last - 1].nextSibling : node.firstChild;
    for (let rank = first; rank < shared; rank += 1) become(before[rank], after[rank]);
    before.slice(shared, last).forEach((one) => one.remove());
    for (const one of after.slice(shared, end)) node.insertBefore(one, next);
  };

  // Shows another drawing of the same page in place; false when only loading it would do.
  const exchange = (html) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    const tag = next.querySelector("script[data-marque]");
    const held = document.querySelector(HELD) || next.querySelector(HELD);
    if (!tag || decisive(document) !== decisive(next) || programs(next).some((one) => !/(^|\/)assets\/site\.\w+\.js$/.test(one))) return false;
    const top = window.scrollY;
    dress(document.documentElement, next.documentElement);
    fill(document.head, next.head);
    dress(document.body, next.body);
    fill(document.body, next.body);
    window.scrollTo({ top, behavior: "instant" });
    mark = tag.dataset.marque;
    if (held) for (const src of programs(document)) again(src);
    return true;
  };

  const again = (src) => {
    const script = element("script");
    script.src = src;
    script.dataset.marque = "";
    script.addEventListener("load", () => {
      script.remove();
      // What was typed just before still waits to be heard by the script of the former nodes: ours is heard after it.
      document.querySelector(`${HELD} input`)?.dispatchEvent(new Event("input"));
    });
    document.body.append(script);
  };

  const renew = async () => {
    const answer = await fetch(location.pathname);
    if (!answer.ok || answer.redirected) return void leave(answer);
    if (!exchange(await answer.text())) leave(answer);
  };

  const follow = async () => {
    let known = null;
    const page = encodeURIComponent(location.pathname);
    for (;;) {
      try {
        const answer = await fetch(`/__apercu__/etat?version=${known?.version ?? ""}&vie=${known?.vie ?? ""}&page=${page}`);
        const state = await answer.json();
        known = state;
        if (state.marque !== mark) await renew();
        if (leaving) return;
        advise(state.avertissements);
        show(state.erreurs);
        leaves(state.pages, state.impression);
      } catch {
        await new Promise((resume) => setTimeout(resume, 1000)); // the preview was stopped, or restarts
      }
    }
  };
  follow();
})();
