/* Keeps what is typed into a note: two seconds after a pause and at most every twenty seconds, sealed as soon as it arrives. What could
   not be kept stays where it is typed, is said to be there only, and is tried again. */
(function () {
  'use strict';

  var EVERY = 20000;
  var SOON = 2000;
  // a page that is still there so long after it was sent was not sent
  var LEFT = 10000;
  var form = document.querySelector('form.keeps-drafts');
  if (!form) {
    return;
  }
  var state = document.getElementById('draft-state');
  var apart = document.getElementById('draft-apart');
  var out = document.getElementById('signed-out');
  var cover = document.getElementById('cover-form');
  var last = -EVERY;
  var timer = null;
  var dirty = false;
  var busy = false;
  var sending = null;
  var leaving = false;

  function say(words, at) {
    state.textContent = at ? words + ' ' + at : words;
  }

  function later(least) {
    if (timer === null && dirty && !busy) {
      timer = window.setTimeout(keep, Math.max(least, last + EVERY - Date.now()));
    }
  }

  function fields() {
    var body = new URLSearchParams(new FormData(form));
    ['jakarta.faces.ViewState', 'primefaces.nonce', 'note:phrase'].forEach(function (name) {
      body.delete(name);
    });
    body.set('token', cover ? cover.elements.token.value : '');
    return body;
  }

  // A template or an appointment that is only chosen is no draft.
  function isBlank() {
    return form.elements.seen.value === '0' && !Array.prototype.some.call(form.querySelectorAll('textarea'), function (part) {
      return part.value.trim() !== '';
    });
  }

  function keep() {
    window.clearTimeout(timer);
    timer = null;
    dirty = dirty && !isBlank();
    // with this field the page itself says that the vault is locked, and asks for the phrase
    // under a cover nothing is kept until it is lifted, and whoever signs in elsewhere meanwhile is not disturbed by it
    if (!dirty || busy || form.elements['note:phrase'] || document.documentElement.classList.contains('is-covered')) {
      return;
    }
    busy = true;
    dirty = false;
    last = Date.now();
    fetch('/therapist/draft', {
      method: 'POST', body: fields(), redirect: 'manual', credentials: 'same-origin', cache: 'no-store'
    }).then(function (answer) {
      return answer.status === 200 ? answer.json().then(kept) : refused(answer);
    }, function () {
      return failed(true);
    }).then(function (again) {
      busy = false;
      if (again !== false) {
        later(SOON);
      }
      if (sending) {
        form.requestSubmit(sending.button);
      }
    });
  }

  function kept(draft) {
    var id = form.elements.draft;
    apart.hidden = apart.hidden && id.value === draft.id;
    id.value = draft.id;
    form.elements.seen.value = draft.count;
    out.hidden = true;
    say(state.dataset.kept, draft.at);
  }

  /* Whether it is tried again by itself: not while somebody has to unlock or sign in first. */
  function refused(answer) {
    if (answer.status === 413) {
      say(state.dataset.long);
      return false;
    }
    if (answer.status === 423) {
      dirty = true;
      say(state.dataset.locked);
    } else {
      out.hidden = answer.type !== 'opaqueredirect';
      failed();
    }
    if (answer.status !== 409 && window.safeSpaces && window.safeSpaces.lookAtVault) {
      window.safeSpaces.lookAtVault();
    }
    return answer.status === 409;
  }

  function failed(again) {
    dirty = true;
    say(state.dataset.failed);
    return again;
  }

  function stayed() {
    leaving = false;
    keep();
  }

  function touched() {
    dirty = true;
    later(SOON);
  }

  function now() {
    if (dirty && !busy) {
      keep();
    }
  }

  form.addEventListener('input', touched);
  form.addEventListener('change', touched);
  window.addEventListener('online', now);
  document.addEventListener('uncovered', now);
  document.addEventListener('visibilitychange', function () {
    // a page that goes because it was sent must not keep once more what has just been signed
    if (document.visibilityState === 'hidden' && !leaving) {
      now();
    }
  });

  // It has come back with what was typed.
  if (document.getElementById('cover') && document.getElementById('cover').dataset.posted === 'true') {
    touched();
  }

  // What is being kept at this moment is kept first: signing takes that draft away, and must know of it.
  document.addEventListener('submit', function (event) {
    if (event.target !== form) {
      return;
    }
    if (busy) {
      sending = { button: event.submitter };
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      sending = null;
      window.clearTimeout(timer);
      timer = window.setTimeout(stayed, LEFT);
    }
  }, true);

  window.addEventListener('submit', function (event) {
    leaving = event.target === form && !event.defaultPrevented;
  });
})();
