// Shows the gateway live, sends messages, and asks for their reports until a final one came.
// All that comes from outside is put in as textContent: it is never read as markup.
// Plain promises and a classic script, so that the test suite's browser engine runs it as it is.

"use strict";

const EVERY_MILLIS = 1000;
const SHOWN_MESSAGES = 20;
const FIELDS = ["to", "from", "reference", "text"];
const watched = new Map(); // submissionId -> the element that shows it

const byId = (id) => document.getElementById(id);
const copyOf = (template) => byId(template).content.firstElementChild.cloneNode(true);
const put = (element, selector, text) => { element.querySelector(selector).textContent = text ?? ""; };

function badge(element, text, mood) {
  if (element.textContent !== text) element.textContent = text; // else a screen reader says it every second
  element.classList.toggle("good", mood === "good");
  element.classList.toggle("bad", mood === "bad");
}

function call(path, options) {
  return fetch("api/" + path, { cache: "no-store", ...options }).then((response) => response.json()
    .catch(() => ({}))
    .then((body) => ({ status: response.status, ok: response.ok, body })));
}

// --- gateway

const PHASE_MOODS = { BOUND: "good", DOWN: "bad" };

function showHost(name, host) {
  let card = Array.from(byId("hosts").children).find((child) => child.dataset.host === name);
  if (!card) {
    card = byId("hosts").appendChild(copyOf("host"));
    card.dataset.host = name;
    put(card, ".name", name);
  }
  badge(card.querySelector(".phase"), host.phase.toLowerCase(), PHASE_MOODS[host.phase]);
  for (const count of ["submitting", "receiving", "outstanding"]) put(card, "." + count, host[count]);
  put(card, ".last-error", host.phase === "BOUND" ? "" : host.lastError);
}

function showGateway({ ok, body }) {
  if (!ok) return badge(byId("summary"), "the gateway's state is not known", "bad");
  Object.entries(body.hosts).forEach(([name, host]) => showHost(name, host));
  Array.from(byId("hosts").children).filter((card) => !(card.dataset.host in body.hosts)).forEach((card) => card.remove());
  badge(byId("summary"), body.usable ? "ready to send" : "no host is bound", body.usable ? "good" : "bad");
}

// --- messages and their reports

function moodOf(state) {
  if (state === "DELIVERED" || state === "ACCEPTED") return "good";
  return ["ENROUTE", "SCHEDULED", "WAITING", "UNKNOWN"].includes(state) ? "busy" : "bad";
}

function showReport(list, report) {
  const item = list.appendChild(copyOf("report"));
  badge(item.querySelector(".state"), report.stateText || report.state, moodOf(report.state));
  put(item, ".time", "received " + new Date(report.receivedAt).toLocaleTimeString());
  if (report.error && report.error.text !== "000") {
    const { text, code, meanings } = report.error;
    put(item, ".why", [code ?? "error " + text, meanings.join(" / ")].filter(Boolean).join(": "));
  }
  put(item, ".raw", report.text);
}

function showMessage(card, message) {
  badge(card.querySelector(".head .state"), message.state.toLowerCase(), moodOf(message.state));
  put(card, ".ids", message.messageIds.length ? "message id " + message.messageIds.join(", ") : "no message id known");
  const list = card.querySelector(".reports");
  // Reports are only ever added; one that sorts before a shown one makes the list anew.
  const keys = message.reports.map((report) => report.messageId + report.stateText + report.receivedAt);
  const shown = Array.from(list.children).map((item) => item.dataset.key);
  if (shown.some((key, i) => key !== keys[i])) list.replaceChildren();
  message.reports.slice(list.children.length).forEach((report) => showReport(list, report));
  Array.from(list.children).forEach((item, i) => { item.dataset.key = keys[i]; });
  card.querySelector(".waiting").hidden = message.reports.some((report) => report.final);
}

/** Every part has its final report; where the ids are not known, one final report is all that can be awaited. */
function isDone(message) {
  const ended = message.reports.filter((report) => report.final).map((report) => report.messageId);
  if (message.state === "REFUSED") return true;
  return ended.length > 0 && message.messageIds.every((id) => ended.includes(id) || message.messageIds.length === 1);
}

function watch(submissionId, sent) {
  const card = copyOf("message");
  put(card, ".title", "To " + sent.to + (sent.reference ? " · " + sent.reference : ""));
  put(card, ".text", sent.text);
  byId("messages").prepend(card);
  byId("nothing").hidden = true;
  watched.set(submissionId, card);
  const oldest = byId("messages").children[SHOWN_MESSAGES];
  if (oldest) {
    watched.forEach((element, id) => { if (element === oldest) watched.delete(id); });
    oldest.remove();
  }
  return card;
}

function refresh(submissionId, card) {
  return call("messages/" + encodeURIComponent(submissionId)).then(({ status, ok, body }) => {
    if (status === 404) watched.delete(submissionId); // the sample starts empty with each server
    if (!ok) return;
    showMessage(card, body);
    if (isDone(body)) {
      watched.delete(submissionId);
      card.querySelector(".waiting").hidden = true;
    }
  });
}

// --- sending

function showError(field, text) {
  byId(field + "-error").textContent = text;
  if (field !== "form") byId(field).setAttribute("aria-invalid", String(text !== ""));
}

function explain({ status, body }) {
  if (status === 400 && FIELDS.includes(body.field)) {
    showError(body.field, body.message);
    byId(body.field).focus();
    return;
  }
  showError("form", {
    502: "The gateway refused the message: " + body.status,
    503: "No host of the gateway can take a message now; nothing was sent.",
    504: "No answer came; the message may have been sent. Its report will tell.",
  }[status] ?? body.message ?? "The message was not taken (" + (body.error ?? status) + ").");
}

byId("send").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button");
  const message = Object.fromEntries(new FormData(form));
  ["form"].concat(FIELDS).forEach((field) => showError(field, ""));
  button.disabled = true;
  call("messages", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(message),
  }).then((answer) => {
    if (!answer.ok) explain(answer);
    const id = answer.body.submissionId;
    return id ? refresh(id, watch(id, message)) : undefined;
  }).catch(() => showError("form", "The server does not answer."))
    .finally(() => { button.disabled = false; });
});

// --- one clock: the next round begins after the last one ended, and rests while nobody looks

function refreshAll() {
  return Promise.all(Array.from(watched).map(([submissionId, card]) => refresh(submissionId, card)));
}

function round() {
  const asked = document.hidden ? Promise.resolve() : call("gateway").then(showGateway).then(refreshAll);
  asked.catch(() => badge(byId("summary"), "the server does not answer", "bad"))
    .finally(() => setTimeout(round, EVERY_MILLIS));
}

round();
