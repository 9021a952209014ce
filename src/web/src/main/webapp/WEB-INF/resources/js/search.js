/* Results while somebody types. Without this script the button searches: the script posts the same form after a pause and
   puts what comes back in place. One search at a time; what is typed meanwhile is asked next. Nothing is kept. */
(function () {
  'use strict';

  var PAUSE = 300;
  var SLOW = 5000;
  var FEWEST = 2;

  var form = document.getElementById('search');
  var box = document.getElementById('search:asked');
  var button = document.getElementById('search:go');
  var said = document.getElementById('found-said');
  var found = document.getElementById('found');
  var soon = document.getElementById('found-soon');
  var signedOut = document.getElementById('signed-out');
  if (!form || !box) {
    return;
  }

  var typing = null;
  var underway = false;
  var stopped = false;
  var asked = box.value.trim();

  function say(words) {
    if (said.textContent.trim() !== words) {
      said.textContent = words;
    }
  }

  function clear() {
    found.replaceChildren();
    say('');
    complain(null);
  }

  // A kind word beside the box, as the page itself would put it there.
  function complain(error) {
    var field = box.closest('.field');
    var before = field.querySelector('.field-error');
    if (before) {
      before.remove();
    }
    field.classList.toggle('field-wrong', Boolean(error));
    if (error) {
      var shown = document.importNode(error, true);
      shown.setAttribute('role', 'alert');
      box.parentNode.before(shown);
    }
  }

  // The next post needs what this answer says of the page's state.
  function carryOn(page) {
    page.querySelectorAll('#search input[type=hidden]').forEach(function (input) {
      var own = form.querySelector('input[type=hidden][name="' + input.name + '"]');
      if (own) {
        own.value = input.value;
      }
    });
  }

  function show(page) {
    var error = page.querySelector('#search .field-error');
    var answer = page.getElementById('found-said');
    carryOn(page);
    complain(error);
    stopped = Boolean(error);
    if (error && window.safeSpaces.lookAtVault) {
      window.safeSpaces.lookAtVault();
    }
    found.replaceChildren.apply(found, Array.from(document.importNode(page.getElementById('found'), true).childNodes));
    say(error ? '' : answer.textContent.trim());
  }

  function wait() {
    found.setAttribute('aria-busy', 'true');
    var skeleton = window.setTimeout(function () {
      soon.hidden = false;
      found.hidden = true;
    }, PAUSE);
    var slow = window.setTimeout(function () {
      say(said.getAttribute('data-slow'));
    }, SLOW);
    return function () {
      window.clearTimeout(skeleton);
      window.clearTimeout(slow);
      soon.hidden = true;
      found.hidden = false;
      found.removeAttribute('aria-busy');
    };
  }

  function post() {
    var body = new URLSearchParams(new FormData(form));
    body.set(button.name, button.value);
    return fetch(form.action, { method: 'POST', body: body, credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) {
        return answer.text().then(function (text) {
          return new DOMParser().parseFromString(text, 'text/html');
        });
      });
  }

  function failed() {
    return fetch('/therapist/alive', { redirect: 'manual', credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) { return answer.status === 204; }, function () { return false; })
      .then(function (alive) {
        stopped = true;
        if (alive) {
          say(said.getAttribute('data-failed'));
        } else {
          signedOut.hidden = false;
          signedOut.focus();
        }
      });
  }

  // A page whose state has gone is answered with a fresh one: asked once more from there.
  function ask(isSecond) {
    return post().then(function (page) {
      if (!page.getElementById('found')) {
        return failed();
      }
      if (!isSecond && !page.querySelector('#search .field-error') && !page.getElementById('found-said').textContent.trim()) {
        carryOn(page);
        return ask(true);
      }
      return show(page);
    });
  }

  function search() {
    window.clearTimeout(typing);
    if (underway) {
      return;
    }
    asked = box.value.trim();
    if (asked.length < FEWEST) {
      clear();
      return;
    }
    underway = true;
    var done = wait();
    ask(false).catch(failed).then(function () {
      done();
      underway = false;
      if (!stopped && box.value.trim() !== asked) {
        search();
      }
    });
  }

  box.addEventListener('input', function () {
    window.clearTimeout(typing);
    if (box.value.trim().length < FEWEST) {
      asked = '';
      clear();
    } else if (!stopped && box.value.trim() !== asked) {
      typing = window.setTimeout(search, PAUSE);
    }
  });

  form.addEventListener('submit', function (event) {
    if (box.value.trim().length >= FEWEST) {
      event.preventDefault();
      stopped = false;
      search();
    }
  });

  // The vault is open again: what could not be searched meanwhile is searched now.
  document.addEventListener('uncovered', function () {
    if (stopped && box.value.trim().length >= FEWEST) {
      stopped = false;
      search();
    }
  });

  // Up and down between the box and what was found; Tab goes the same way.
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
      return;
    }
    var stops = [box].concat(Array.from(found.querySelectorAll('a')));
    var here = stops.indexOf(document.activeElement);
    var next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
    if (here >= 0 && next) {
      event.preventDefault();
      next.focus();
    }
  });

  // The single key can be switched off, here.
  var keys = document.getElementById('keys');
  var on = document.getElementById('keys-on');
  keys.hidden = false;
  on.checked = window.safeSpaces.keysAreOn();
  on.addEventListener('change', function () {
    window.safeSpaces.turnKeys(on.checked);
  });
})();
