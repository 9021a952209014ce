/* Ctrl K, on any page: the list of the page behind the link, in a box over this one, shorter with each letter. Without this script the
   link leads to that page. It is asked for anew each time and kept nowhere. */
(function () {
  'use strict';
  var link = document.getElementById('go');
  var root = document.documentElement;
  var box = null;
  if (!link || !('HTMLDialogElement' in window)) {
    return;
  }

  function goals() {
    return Array.prototype.filter.call(box.querySelectorAll('.go-goal'), function (goal) {
      return !goal.closest('[hidden]');
    });
  }

  function step(by) {
    var all = goals();
    var at = all.indexOf(document.activeElement) + by;
    if (at < 0) {
      box.querySelector('#go-asked').focus();
    } else if (all[at]) {
      all[at].focus();
    }
  }

  function act(row, address, word) {
    var more = document.createElement('a');
    more.className = 'go-goal';
    more.href = address + row.dataset.id;
    more.textContent = word;
    var whose = document.createElement('span');
    whose.className = 'visually-hidden';
    whose.textContent = ' ' + row.querySelector('.go-goal').textContent;
    more.append(whose);
    return more;
  }

  // Few clients are left: what is done most often with each stands beside them.
  function acts(list, rows) {
    list.querySelectorAll('.row-actions').forEach(function (each) { each.remove(); });
    if (rows.length > Number(list.dataset.few)) {
      return;
    }
    rows.forEach(function (row) {
      var place = document.createElement('div');
      place.className = 'row-actions';
      place.append(act(row, list.dataset.note, list.dataset.noteWord), act(row, list.dataset.book, list.dataset.bookWord));
      row.append(place);
    });
  }

  function shorten() {
    var words = box.querySelector('#go-asked').value.toLowerCase().split(/\s+/);
    var list = box.querySelector('#go-list');
    var none = box.querySelector('#go-none');
    var clients = [];
    list.querySelectorAll('.row').forEach(function (row) {
      var said = row.querySelector('.go-goal').textContent.toLowerCase();
      row.hidden = !words.every(function (word) { return said.indexOf(word) >= 0; });
      if (!row.hidden && row.dataset.id) {
        clients.push(row);
      }
    });
    acts(list, clients);
    none.textContent = goals().length ? '' : none.dataset.none;
  }

  function shut() {
    if (box) {
      box.remove();
      box = null;
      link.focus();
    }
  }

  function pressed(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  function show(there) {
    if (box || root.classList.contains('is-covered')) {
      return;
    }
    box = document.createElement('dialog');
    box.className = 'go-box';
    box.setAttribute('aria-label', link.textContent.trim());
    box.append(there);
    box.addEventListener('close', shut);
    box.addEventListener('keydown', pressed);
    box.addEventListener('input', shorten);
    box.addEventListener('submit', function (event) {
      event.preventDefault();
      var first = goals()[0];
      if (first) {
        first.click();
      }
    });
    box.addEventListener('click', function (event) {
      if (event.target === box) {
        box.close();
      }
    });
    document.body.append(box);
    box.showModal();
    box.querySelector('#go-asked').focus();
    shorten();
  }

  function open() {
    fetch(link.href, { redirect: 'manual', credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (text) {
        var there = new DOMParser().parseFromString(text, 'text/html').getElementById('go-there');
        return there ? show(document.importNode(there, true)) : Promise.reject(0);
      })
      .catch(function () { window.location.assign(link.href); });
  }

  link.addEventListener('click', function (event) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (box) {
        box.close();
      } else if (document.getElementById('go-there')) {
        document.getElementById('go-asked').focus();
      } else {
        open();
      }
    }
  });
  // A page that covers itself covers this too.
  new MutationObserver(function () {
    if (box && root.classList.contains('is-covered')) {
      box.close();
    }
  }).observe(root, { attributes: true, attributeFilter: ['class'] });
})();
