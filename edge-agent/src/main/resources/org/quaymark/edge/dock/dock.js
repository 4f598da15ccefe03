"use strict";
// Shows what the server says of the docks. The pieces of the page come ready from there; nothing is made up here but local times.
(() => {
  const docks = document.getElementById("docks");
  const connection = document.querySelector(".connection");
  const empty = document.getElementById("empty");
  const language = document.documentElement.lang;
  const SILENCE_MILLIS = 12000;
  let source = null;
  let heardAt = 0;

  const times = (root) => {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const at = new Date(time.dateTime);
      const today = at.toDateString() === new Date().toDateString();
      time.textContent = today ? at.toLocaleTimeString(language) : at.toLocaleString(language);
    }
  };

  const live = (is) => {
    document.body.classList.toggle("lost", !is);
    connection.textContent = is ? connection.dataset.live : connection.dataset.lost;
  };

  const heard = () => {
    heardAt = Date.now();
    if (document.body.classList.contains("lost") || !connection.classList.contains("known")) {
      connection.classList.add("known");
      live(true);
    }
  };

  const show = (event) => {
    heard();
    const { dock, html } = JSON.parse(event.data);
    const piece = document.createRange().createContextualFragment(html).firstElementChild;
    times(piece);
    const old = document.getElementById("dock-" + dock);
    if (old) {
      const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      old.replaceWith(piece);
      if (focused) piece.querySelector(`a[href="${CSS.escape(focused)}"], a`)?.focus();
    } else {
      const after = [...docks.children].find((one) => one.dataset.dock &&
        one.dataset.dock.localeCompare(dock, "en", { numeric: true }) > 0);
      docks.insertBefore(piece, after || null);
    }
    if (empty) empty.hidden = true;
  };

  const pinged = (event) => {
    heard();
    const { alarms } = JSON.parse(event.data);
    const old = document.getElementById("alarms");
    if (!alarms || !old) return;
    const piece = document.createRange().createContextualFragment(alarms).firstElementChild;
    // Said again only where it changed: a screen reader would read it every few seconds.
    if (piece.textContent !== old.textContent) old.replaceWith(piece);
  };

  const connect = () => {
    if (source) source.close();
    heardAt = Date.now();
    source = new EventSource(document.body.dataset.stream);
    source.addEventListener("dock", show);
    source.addEventListener("ping", pinged);
    source.onopen = heard;
    source.onerror = () => live(false);
  };

  // A connection that is cut without a word is noticed by its silence; a browser gives up on some errors: then we begin anew.
  setInterval(() => {
    if (source.readyState === EventSource.CLOSED || Date.now() - heardAt > SILENCE_MILLIS) {
      live(false);
      connect();
    }
  }, 3000);

  times(document);
  connect();
})();
