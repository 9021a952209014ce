/* Before a form with typed text is sent, asks whether the sign-in still lives. If not, the text stays where it is. */
(function () {
  'use strict';
  function sayHello(form, button) {
    fetch('/therapist/alive', { redirect: 'manual', credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) { return answer.status === 204; }, function () { return false; })
      .then(function (alive) {
        var notice = document.getElementById('signed-out');
        if (alive) {
          form.dataset.alive = 'yes';
          form.requestSubmit(button);
        } else if (notice) {
          notice.hidden = false;
          notice.focus();
        }
      });
  }
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.classList.contains('keeps-typed') || form.dataset.alive === 'yes') {
      return;
    }
    event.preventDefault();
    sayHello(form, event.submitter);
  });
})();
/* One single key, "/", leads to the search; it can be switched off there. */
(function () {
  'use strict';
  var NAME = 'keys';
  function keysAreOn() {
    try {
      return window.localStorage.getItem(NAME) !== 'off';
    } catch (closed) {
      return false;
    }
  }
  function turnKeys(on) {
    try {
      window.localStorage.setItem(NAME, on ? 'on' : 'off');
    } catch (closed) {
      return;
    }
  }
  window.safeSpaces = { keysAreOn: keysAreOn, turnKeys: turnKeys };
  document.addEventListener('keydown', function (event) {
    var typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing || !keysAreOn()) {
      return;
    }
    var box = document.getElementById('search:asked');
    var link = document.getElementById('find');
    if (box) {
      event.preventDefault();
      box.focus();
    } else if (link) {
      event.preventDefault();
      link.click();
    }
  });
})();
/* Where not all tabs fit, the one of this page is in sight; of a chart that does not fit, the latest. */
(function () {
  'use strict';
  document.querySelectorAll('.chart-frame').forEach(function (frame) {
    frame.scrollLeft = frame.scrollWidth;
  });
  var here = document.querySelector('.tabs [aria-current="page"]');
  if (here) {
    var row = here.parentElement;
    row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
})();
