/* Secrets on a page: shows what is typed, prints a sheet, and lets a reload ask for the next step instead of drawing anew.
   Without script everything works; what needs it stays hidden. */
(function () {
  'use strict';
  function toggle(button) {
    var input = document.getElementById(button.getAttribute('aria-controls'));
    var shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', shown ? 'false' : 'true');
  }
  function every(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }
  document.addEventListener('DOMContentLoaded', function () {
    every('.secret-show', function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { toggle(button); });
    });
    every('[data-print]', function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
    every('[data-shown-once]', function (shown) {
      window.history.replaceState(null, '', shown.getAttribute('data-shown-once'));
    });
  });
  /* what is sent is hidden again first: a browser remembers text, not passwords */
  document.addEventListener('submit', function () {
    every('.secret-show[aria-pressed="true"]', toggle);
  });
})();
