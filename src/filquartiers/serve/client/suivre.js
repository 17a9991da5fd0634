// Follows the editor's work: reloads the page when it was drawn anew, shows what is wrong in a panel.
(() => {
  "use strict";
  const place = `apercu:${location.pathname}`;
  const saved = sessionStorage.getItem(place);
  if (saved !== null) window.scrollTo({ top: Number(saved), behavior: "instant" });

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

  const reload = async () => {
    const answer = await fetch(location.pathname, { method: "HEAD" });
    if (answer.ok && answer.redirected) location.replace(answer.url);
    else if (answer.ok) {
      sessionStorage.setItem(place, String(window.scrollY));
      location.reload();
    } else location.replace("/");
  };

  const follow = async () => {
    let version = null;
    for (;;) {
      try {
        const answer = await fetch(`/__apercu__/etat?version=${version ?? 0}`);
        const state = await answer.json();
        if (version !== null && state.version !== version) return void (await reload());
        version = state.version;
        show(state.erreurs);
      } catch {
        await new Promise((resume) => setTimeout(resume, 1000)); // the preview was stopped, or restarts
      }
    }
  };
  follow();
})();
