// Leaving quickly. Without this script the link still leaves: the script only makes it instant, adds the keyboard way,
// and keeps Back from showing what was here.
(function () {
  "use strict";

  var PRESSES = 3;
  var PAUSE = 5000;

  var link = document.querySelector("a.leave");
  if (!link) {
    return;
  }
  var exit = link.getAttribute("href");
  var start = link.getAttribute("data-start");
  var root = document.documentElement;
  var presses = 0;
  var bare = false;
  var timer = null;
  var dots = null;

  function leave() {
    root.classList.add("is-leaving");
    document.title = "\u200e";
    window.location.replace(exit);
  }

  // Three dots, and a sentence for screen readers, while somebody presses Shift.
  function show() {
    if (!dots) {
      dots = document.createElement("div");
      dots.className = "leave-dots";
      dots.setAttribute("role", "status");
      for (var i = 0; i < PRESSES; i++) {
        dots.appendChild(document.createElement("i"));
      }
      var said = document.createElement("span");
      said.className = "visually-hidden";
      dots.appendChild(said);
      document.body.appendChild(dots);
    }
    var signs = dots.getElementsByTagName("i");
    for (var n = 0; n < signs.length; n++) {
      signs[n].className = n < presses ? "is-on" : "";
    }
    dots.lastChild.textContent = link.getAttribute(presses < PRESSES ? "data-dots" : "data-left");
  }

  function forget() {
    presses = 0;
    window.clearTimeout(timer);
    if (dots) {
      dots.remove();
      dots = null;
    }
  }

  // Any link to the way out, not only the one in the bar.
  document.addEventListener("click", function (event) {
    var near = event.target.closest("a");
    if (near && near.getAttribute("href") === exit) {
      event.preventDefault();
      leave();
    }
  });

  // A bare Shift only: pressed and let go with no other key between.
  document.addEventListener("keydown", function (event) {
    if (event.key === "Shift") {
      bare = bare || !event.repeat;
    } else {
      bare = false;
      forget();
    }
  });

  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !bare) {
      return;
    }
    bare = false;
    presses += 1;
    show();
    window.clearTimeout(timer);
    if (presses >= PRESSES) {
      leave();
    } else {
      timer = window.setTimeout(forget, PAUSE);
    }
  });

  document.addEventListener("pointerdown", function () {
    bare = false;
  });

  // Back from the browser's own memory: nothing of the page, but the start.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      root.classList.add("is-leaving");
      window.location.replace(start);
    }
  });

  var summary = document.getElementById("error-summary");
  if (summary) {
    summary.focus();
  }
})();
