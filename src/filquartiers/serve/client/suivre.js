// Follows the editor's work: reloads the page when it was drawn anew, shows what is wrong in a panel.
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

  const show = (errors) => {
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

  const keepScroll = (pathname) => sessionStorage.setItem(`apercu:${pathname}`, String(window.scrollY));

  const reload = async () => {
    const answer = await fetch(location.pathname, { method: "HEAD" });
    if (answer.ok && answer.redirected) {
      keepScroll(new URL(answer.url).pathname);
      location.replace(answer.url);
    } else if (answer.ok) {
      keepScroll(location.pathname);
      location.reload();
    } else location.replace("/");
  };

  // The drawing that this page is of: the tab may have slept while the preview was stopped and started again.
  const drawing = document.currentScript.dataset.dessin;

  const follow = async () => {
    let known = null;
    const page = encodeURIComponent(location.pathname);
    for (;;) {
      try {
        const answer = await fetch(`/__apercu__/etat?version=${known?.version ?? ""}&vie=${known?.vie ?? ""}&page=${page}`);
        const state = await answer.json();
        if (`${state.vie}:${state.dessin}` !== drawing) return void (await reload());
        known = state;
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
