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
