// The form works without this script. With it, a box says how much room is left, and a page on which somebody types does
// not close under her hands: it asks first.
(function () {
  "use strict";

  var WARNING = 120;
  var SIGN = 120;

  var boxes = document.querySelectorAll("textarea[data-limit]");
  for (var i = 0; i < boxes.length; i++) {
    count(boxes[i]);
  }

  function count(box) {
    var said = box.closest("fieldset").querySelector("[data-left]");
    function say() {
      var left = Math.max(0, box.getAttribute("data-limit") - box.value.length);
      said.textContent = said.getAttribute("data-left").replace("%d", left);
    }
    box.addEventListener("input", say);
    say();
  }

  var idle = document.getElementById("idle");
  if (!idle) {
    return;
  }
  var seconds = Number(idle.getAttribute("data-seconds"));
  var warning = Math.min(WARNING, seconds / 2);
  var last = Date.now();
  var told = Date.now();

  // Once: a second call would break off the first.
  function leave() {
    window.clearInterval(watch);
    document.documentElement.classList.add("is-leaving");
    window.location.replace(idle.getAttribute("data-exit"));
  }

  function sign() {
    last = Date.now();
    idle.hidden = true;
    if (last - told > SIGN * 1000) {
      told = last;
      fetch(idle.getAttribute("data-here"), { method: "POST", credentials: "same-origin", cache: "no-store" }).catch(function () {});
    }
  }

  ["keydown", "pointerdown", "input", "touchstart"].forEach(function (what) {
    document.addEventListener(what, sign, { passive: true });
  });

  var watch = window.setInterval(function () {
    var quiet = (Date.now() - last) / 1000;
    if (quiet >= seconds) {
      leave();
    } else if (quiet >= seconds - warning && idle.hidden) {
      idle.hidden = false;
    }
  }, 5000);

  idle.querySelector("button").addEventListener("click", function () {
    told = 0;
    sign();
  });
})();
