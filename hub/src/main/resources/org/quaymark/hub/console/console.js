"use strict";
// The live list and the live case: the server says that something changed, and renders it. Without this script every page
// still works; it only has to be reloaded.
(function () {
  const body = document.body;
  const after = body.dataset.after;
  if (after === undefined || !window.EventSource) return;
  const table = document.querySelector("table.cases tbody");
  const caseId = body.dataset.case;
  const state = document.getElementById("live");
  const announcer = document.getElementById("announce");
  const waiting = new Map();
  let fetching = false;

  function say(kind) {
    if (!state) return;
    state.className = "live " + { live: "on", lost: "off", connecting: "" }[kind];
    state.textContent = state.dataset[kind];
  }

  function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  }

  const source = new EventSource("/api/v1/cases/stream?after=" + encodeURIComponent(after));
  source.onopen = () => say("live");
  source.onerror = () => say("lost");
  for (const kind of ["opened", "changed"]) {
    source.addEventListener(kind, (event) => {
      const id = JSON.parse(event.data).id;
      if (caseId !== undefined) {
        if (id === caseId) refreshCase();
      } else {
        // a case that opened and changed within one look is still new to whoever looks
        waiting.set(id, waiting.get(id) === "opened" ? "opened" : kind);
        fetchRows();
      }
    });
  }

  async function fetchRows() {
    if (fetching || !table || waiting.size === 0) return;
    fetching = true;
    const some = Array.from(waiting).slice(0, 50);
    some.forEach(([id]) => waiting.delete(id));
    try {
      const query = new URLSearchParams({ show: body.dataset.show, ids: some.map(([id]) => id).join(",") });
      const answer = await fetch("/cases/rows?" + query, { headers: { Accept: "text/html" } });
      if (answer.status === 401) return location.reload();
      if (answer.ok) place(new Map(some), await answer.text());
    } catch (gone) {
      some.forEach(([id, kind]) => waiting.set(id, kind));
    } finally {
      fetching = false;
      window.setTimeout(fetchRows, 200);
    }
  }

  function place(kinds, html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const counts = template.content.querySelectorAll("tr.count");
    document.querySelectorAll(".filter a span").forEach((span, i) => (span.textContent = counts[i].textContent));
    const rows = new Map(Array.from(template.content.querySelectorAll("tr[id]"), (row) => [row.id, row]));
    let spoken = "";
    for (const [id, kind] of kinds) {
      const known = document.getElementById("case-" + id);
      const row = rows.get("case-" + id);
      if (!row) {
        if (known) known.remove();
        continue;
      }
      const focused = known && known.contains(document.activeElement);
      row.classList.add("fresh");
      if (known) known.replaceWith(row);
      else table.prepend(row);
      if (focused) row.querySelector("a").focus();
      const values = { what: row.dataset.what, where: row.dataset.where, status: row.dataset.status };
      spoken = fill(kind === "opened" ? announcer.dataset.opened : announcer.dataset.changed, values);
    }
    while (table.rows.length > 500) table.deleteRow(-1);
    const none = document.getElementById("none");
    if (none) none.hidden = table.rows.length > 0;
    table.parentElement.hidden = table.rows.length === 0;
    if (spoken) announcer.textContent = spoken;
  }

  async function refreshCase() {
    const changed = document.getElementById("changed");
    // somebody is writing: nothing is taken out of his hands
    if (document.querySelector("form.doing")) {
      changed.hidden = false;
      announcer.textContent = changed.textContent;
      return;
    }
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok) return location.reload();
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("case");
    document.getElementById("case").replaceWith(fresh);
    announcer.textContent = changed.textContent;
  }
})();

(function () {
  const table = document.querySelector("table.cases");
  if (!table) return;
  for (const button of table.querySelectorAll("th button")) {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const column = head.cellIndex;
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.querySelectorAll("th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row) => row.cells[column].dataset.key || row.cells[column].textContent.trim();
      const sorted = Array.from(table.tBodies[0].rows).sort(
        (a, b) => key(a).localeCompare(key(b), document.documentElement.lang, { numeric: true }) * (up ? 1 : -1));
      table.tBodies[0].append(...sorted);
    });
  }
})();

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape") {
    for (const open of document.querySelectorAll("details[open]")) open.open = false;
    const cancel = document.querySelector("form.doing a[data-cancel]");
    if (cancel && (!typing || !typing.value)) cancel.click();
  }
});
