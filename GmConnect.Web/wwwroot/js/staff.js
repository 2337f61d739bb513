// What staff pages do beside Blazor: reconnecting, keeping typed text, appearance, staying signed in.
// Kept text lives in this tab's sessionStorage only, under the mark of this one sign-in. It is removed when it is put
// back, thrown away, at sign-out, and when another sign-in's page finds it.

const storageKey = 'gm-connect-kept';
const modal = () => document.getElementById('components-reconnect-modal');

// ---- Typed text: any text input or textarea inside main with data-keep="a key unique on the page" ----

const keepable = () => document.querySelectorAll('main [data-keep], .mud-dialog [data-keep]');

function keepTypedText() {
  const fields = {};
  for (const field of keepable()) {
    if (field.value && field.value !== field.dataset.kept) {
      fields[field.dataset.keep] = field.value;
    }
  }
  if (Object.keys(fields).length > 0) {
    sessionStorage.setItem(storageKey, JSON.stringify({ path: location.pathname, session: document.body.dataset.session, fields }));
  }
}

function keptText() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    if (kept && kept.session !== document.body.dataset.session) {
      forgetKeptText();
      return null;
    }
    return kept?.path === location.pathname ? kept : null;
  } catch {
    return null;
  }
}

function forgetKeptText() {
  sessionStorage.removeItem(storageKey);
  const notice = document.getElementById('kept-text');
  if (notice) notice.hidden = true;
}

function offerKeptText() {
  const notice = document.getElementById('kept-text');
  if (notice) notice.hidden = keptText() === null;
}

function putBack() {
  const kept = keptText();
  const missing = {};
  for (const [key, value] of Object.entries(kept?.fields ?? {})) {
    const field = [...keepable()].find(one => one.dataset.keep === key);
    if (!field) {
      missing[key] = value;
      continue;
    }
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (Object.keys(missing).length === 0) {
    forgetKeptText();
  } else {
    // Its field is not on the page yet, in a closed dialog perhaps: keep it on offer.
    sessionStorage.setItem(storageKey, JSON.stringify({ ...kept, fields: missing }));
  }
}

// ---- Reconnecting ----

function loadAgain() {
  keepTypedText();
  location.reload();
}

async function connectNow() {
  try {
    if (!await Blazor.reconnect()) {
      loadAgain();
      return;
    }
    if (modal()?.open) modal().close();
  } catch {
    document.addEventListener('visibilitychange', connectWhenSeen, { once: true });
  }
}

function connectWhenSeen() {
  if (document.visibilityState === 'visible') connectNow();
}

document.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show':
    case 'paused':
      keepTypedText();
      if (!modal().open) modal().showModal();
      break;
    case 'hide':
      modal().close();
      forgetKeptText();
      break;
    case 'failed':
      document.addEventListener('visibilitychange', connectWhenSeen, { once: true });
      break;
    case 'rejected':
      // The server no longer knows this page: it was restarted, or the page slept too long.
      loadAgain();
      break;
  }
}, true);

// A page taken from the browser's memory has no circuit behind it any more.
addEventListener('pageshow', event => { if (event.persisted) loadAgain(); });

document.addEventListener('click', event => {
  switch (event.target.closest?.('button, a')?.id || event.target.closest?.('a')?.className) {
    case 'reconnect-now': connectNow(); break;
    case 'reconnect-reload': loadAgain(); break;
    case 'kept-text-restore': putBack(); break;
    case 'kept-text-discard': forgetKeptText(); break;
    case 'reload': keepTypedText(); break;
  }
});

// ---- Appearance and sign-out ----

document.addEventListener('submit', async event => {
  const form = event.target;
  if (form.matches('[data-clears-kept-text]')) {
    sessionStorage.clear();
  } else if (form.matches('[data-appearance]') && event.submitter) {
    event.preventDefault();
    const posted = new FormData(form, event.submitter);
    document.documentElement.dataset.theme = event.submitter.value;
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === event.submitter));
    }
    await fetch(form.action, { method: 'POST', body: posted, redirect: 'manual' });
  }
});

// ---- Rows by keyboard: only while a row has the focus, so that no letter typed elsewhere does anything ----

document.addEventListener('keydown', event => {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey || !event.target.matches?.('[data-row]')) return;
  const rows = [...document.querySelectorAll('main [data-row]')];
  const next = rows[rows.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

// ---- Boards: their lines are ready-made markup, so one hidden field tells the page which was chosen ----

const lineOf = element => element.closest?.('tr')?.querySelector('[data-row]');

document.addEventListener('click', event => {
  const chooser = event.target.closest?.('[data-choose-row]');
  const chosen = chooser && document.querySelector('[data-chosen-row]');
  if (chosen) {
    chosen.value = lineOf(chooser).href.split('/').pop();
    chosen.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (event.target.closest?.('[data-back-to-row]')) {
    event.target.closest('tr').previousElementSibling?.querySelector('[data-row]')?.focus();
  }
});

// A line that changed is put there anew: who had the focus in it keeps it.
let focusedLine = null;
document.addEventListener('focusin', event => {
  focusedLine = event.target.closest?.('.board') ? { href: lineOf(event.target)?.getAttribute('href'), chooser: event.target.matches('[data-choose-row]') } : null;
});
new MutationObserver(() => {
  if (!focusedLine?.href || document.activeElement !== document.body) return;
  const link = document.querySelector(`.board a[href="${focusedLine.href}"]`);
  (focusedLine.chooser ? link?.closest('tr').querySelector('[data-choose-row]') : link)?.focus();
}).observe(document.body, { childList: true, subtree: true });

// ---- Staying signed in while somebody works: a circuit alone does not renew the cookie ----

let active = false;
for (const kind of ['keydown', 'pointerdown']) {
  addEventListener(kind, () => { active = true; }, { passive: true, capture: true });
}
setInterval(() => {
  if (active) {
    active = false;
    fetch('/session/alive', { credentials: 'same-origin' }).catch(() => { });
  }
}, 5 * 60 * 1000);

// ---- After moving within staff pages ----

Blazor.addEventListener('enhancedload', () => {
  document.getElementById('page-announcer').textContent = document.title;
  offerKeptText();
});
offerKeptText();
