/* The page covers itself when the vault locks: after a while in which nobody did anything, by the button, in another tab, or because
   somebody signed out. Everything shown leaves the page. What was typed and not sent waits in this script's memory, nowhere
   else, and is there again once the vault is open. The server locks by itself, with or without this script: this keeps the
   screen in step. It asks nothing while nobody is there, so that the server can rest. */
(function () {
  'use strict';

  var EVERY = 20000;
  var root = document.documentElement;
  var main = document.getElementById('content');
  var cover = document.getElementById('cover');
  var tabs = 'BroadcastChannel' in window ? new BroadcastChannel('vault') : null;
  var away = null;

  function tell(word) {
    if (tabs) {
      tabs.postMessage(word);
    }
  }

  function forget() {
    away = null;
    main.replaceChildren();
  }

  // The browser may keep the page for its Back button: then empty, and asked for anew.
  window.addEventListener('pagehide', function (event) {
    if (event.persisted) {
      root.classList.add('is-covered');
      forget();
    }
  });
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      window.location.reload();
    }
  });

  if (!cover) {
    tell('look');
    return;
  }

  var form = document.getElementById('cover-form');
  var phrase = document.getElementById('cover-phrase');
  var error = document.getElementById('cover-error');
  var stopped = document.getElementById('cover-stopped');
  var out = document.getElementById('cover-out');
  var soon = document.getElementById('cover-soon');
  var idle = Number(cover.dataset.minutes) * 60000;
  var notice = Math.min(60000, idle / 2);
  var last = Date.now();
  var asked = last;
  var shared = last;
  var covered = false;
  var mustLock = false;
  var trying = false;
  var before = null;
  var scrolled = 0;
  var waking = null;
  var telling = null;

  // --- what the server says: open, locked, out, somebody else, or nothing at all

  function renew(token) {
    form.elements.token.value = token;
    document.querySelectorAll('.sign-out input[name=token]').forEach(function (input) {
      input.value = token;
    });
  }

  function understand(answer, said) {
    if (said.who !== cover.dataset.who) {
      return { state: 'other' };
    }
    renew(said.token);
    document.getElementById('cover-tripped').hidden = !said.tripped;
    return {
      state: answer.status === 200 ? 'open' : answer.status === 423 ? 'locked' : 'refused',
      status: answer.status,
      minutes: said.minutes
    };
  }

  function ask(act, more) {
    var options = { redirect: 'manual', credentials: 'same-origin', cache: 'no-store' };
    if (act) {
      options.method = 'POST';
      options.body = new URLSearchParams(Object.assign({ token: form.elements.token.value, do: act }, more));
    }
    asked = Date.now();
    return fetch(form.action, options).then(function (answer) {
      return answer.type === 'opaqueredirect' || answer.status === 404
        ? { state: 'out' }
        : answer.json().then(function (said) { return understand(answer, said); });
    }).catch(function () {
      return { state: 'unknown' };
    });
  }

  function heed(answer) {
    if (answer.state === 'out') {
      signedOut();
    } else if (answer.state === 'other') {
      // whoever sits here now is not who typed
      forget();
      window.location.replace('/therapist/today');
    } else if (answer.state === 'locked') {
      mustLock = false;
      isOut(false);
      hide();
    } else if (answer.state === 'open' && covered && !mustLock) {
      show();
    }
    return answer;
  }

  // --- covering

  main.addEventListener('focusin', function (event) {
    before = event.target;
  });

  function isChanged(field) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      return field.checked !== field.defaultChecked;
    }
    if (field.options) {
      var usual = Array.from(field.options).findIndex(function (each) { return each.defaultSelected; });
      return field.selectedIndex !== Math.max(0, usual);
    }
    return field.value !== field.defaultValue || (field.value !== '' && field.closest('.keeps-typed') !== null);
  }

  function isTyped() {
    return Array.from(main.querySelectorAll('form :is(textarea, input:not([type=hidden], [type=submit]), select)')).some(isChanged);
  }

  /* Words not sent, an answer to words that were, or what is shown a single time: a reload would not bring them back. */
  function isKept() {
    return isTyped() || cover.dataset.posted === 'true' || main.querySelector('[data-shown-once]') !== null;
  }

  // A phrase or a code is typed again, also one that is shown while it is typed.
  function dropSecrets() {
    main.querySelectorAll('input[type=password], .secret input, .ui-password input, input.ui-password').forEach(function (input) {
      input.value = '';
    });
  }

  function hide() {
    if (covered) {
      return;
    }
    covered = true;
    window.clearTimeout(waking);
    window.clearTimeout(telling);
    telling = null;
    warn(false);
    scrolled = window.scrollY;
    dropSecrets();
    if (isKept()) {
      away = document.createDocumentFragment();
      away.append.apply(away, Array.from(main.childNodes));
    } else {
      forget();
    }
    root.classList.add('is-covered');
    complain('');
    phrase.value = '';
    cover.showModal();
    phrase.focus();
  }

  function show() {
    if (!away) {
      window.location.replace(window.location.pathname + window.location.search);
      return;
    }
    covered = false;
    last = Date.now();
    main.append(away);
    away = null;
    root.classList.remove('is-covered');
    cover.close();
    window.scrollTo(0, scrolled);
    (before && main.contains(before) ? before : main).focus({ preventScroll: true });
    sleep();
    document.dispatchEvent(new Event('uncovered'));
  }

  function isOut(really) {
    form.hidden = really;
    out.hidden = !really;
    cover.classList.toggle('is-out', really);
  }

  function signedOut() {
    hide();
    if (!away) {
      window.location.replace(window.location.pathname + window.location.search);
      return;
    }
    isOut(true);
    out.querySelector('a').focus();
  }

  function lock() {
    mustLock = true;
    hide();
    return look();
  }

  function look() {
    return (mustLock ? ask('lock') : ask()).then(heed);
  }

  // --- somebody is there

  /* The server hears of it at once after a pause, and every so often while it goes on. */
  function here(event) {
    var now = Date.now();
    if (!event.isTrusted || covered) {
      return;
    }
    if (now - last >= idle) {
      lock();
      return;
    }
    last = now;
    warn(false);
    if (now - shared > 1000) {
      shared = now;
      tell('here');
    }
    if (telling === null) {
      telling = window.setTimeout(stay, Math.max(0, asked + EVERY - now));
    }
  }

  function stay() {
    telling = null;
    if (!covered) {
      ask('stay', { ago: Math.max(0, Math.floor((Date.now() - last) / 1000)) }).then(heed);
    }
  }

  ['keydown', 'input', 'pointerdown', 'click', 'wheel', 'scroll'].forEach(function (sign) {
    document.addEventListener(sign, here, { capture: true, passive: true });
  });

  function warn(isDue) {
    var words = isDue ? soon.dataset.words : '';
    if (soon.textContent !== words) {
      soon.textContent = words;
    }
  }

  /* Until the warning is due, and then until the time is up. */
  function sleep() {
    var left = last + idle - Date.now();
    window.clearTimeout(waking);
    waking = window.setTimeout(wake, left > notice ? left - notice : left);
  }

  function wake() {
    var left = last + idle - Date.now();
    if (covered) {
      return;
    }
    if (left <= 0) {
      lock();
      return;
    }
    warn(left <= notice);
    sleep();
  }

  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'visible' && !covered && Date.now() - last >= idle) {
      lock();
    } else if (document.visibilityState === 'visible') {
      look();
    }
  });

  window.addEventListener('focus', function () {
    if (covered) {
      look();
    }
  });

  if (tabs) {
    tabs.addEventListener('message', function (message) {
      if (message.data === 'here' && !covered) {
        last = Date.now();
        warn(false);
      } else if (message.data === 'locked') {
        hide();
      } else if (message.data === 'look') {
        look();
      } else if (message.data === 'open' && covered) {
        mustLock = false;
        look();
      } else if (message.data === 'out') {
        hide();
        window.setTimeout(look, 1500);
      }
    });
  }

  document.addEventListener('submit', function (event) {
    if (event.target.id === 'vault') {
      tell('locked');
      if (isTyped()) {
        event.preventDefault();
        lock();
      }
    } else if (event.target.classList.contains('sign-out')) {
      tell('out');
    }
  });

  // --- unlocking over the page

  function complain(words) {
    error.hidden = !words;
    error.lastElementChild.textContent = words;
    phrase.closest('.field').classList.toggle('field-wrong', Boolean(words));
  }

  function wordsFor(answer) {
    var why = { 422: 'wrong', 429: 'wait', 503: 'busy', 409: 'stopped' }[answer.status] || 'failed';
    return cover.dataset[why].replace('%d', answer.minutes);
  }

  form.addEventListener('submit', function (event) {
    var typed = phrase.value;
    event.preventDefault();
    if (trying) {
      return;
    }
    trying = true;
    phrase.value = '';
    complain('');
    stopped.hidden = true;
    ask('unlock', { phrase: typed }).then(function (answer) {
      trying = false;
      if (answer.state === 'open') {
        mustLock = false;
        tell('open');
      }
      if (answer.state === 'refused' || answer.state === 'unknown') {
        complain(wordsFor(answer));
        stopped.hidden = answer.status !== 409;
        phrase.focus();
      } else {
        heed(answer);
      }
    });
  });

  // Escape does not lead back; a browser that has other ways to close finds it open again.
  document.addEventListener('keydown', function (event) {
    if (covered && event.key === 'Escape') {
      event.preventDefault();
    }
  });
  cover.addEventListener('cancel', function (event) {
    event.preventDefault();
  });
  cover.addEventListener('close', function () {
    if (covered) {
      cover.showModal();
      phrase.focus();
    }
  });

  window.safeSpaces.lookAtVault = look;
  sleep();
})();
