/* Moves an appointment by mouse: leads to the page where the move is confirmed, as the keyboard's way does. Changes nothing. */
(function () {
  'use strict';
  var STEP = 5;
  var SNAP = 3;
  var FAR = 6;
  var held = null;

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  function begin(event) {
    var item = event.target.closest('.diary-item[data-id]');
    if (!item || event.button !== 0 || event.pointerType === 'touch' || !item.closest('.diary-column')) {
      return;
    }
    held = { item: item, x: event.clientX, y: event.clientY, above: event.clientY - item.getBoundingClientRect().top, ghost: null };
  }

  function columnAt(event) {
    var found = document.elementsFromPoint(event.clientX, event.clientY).filter(function (each) {
      return each.classList.contains('diary-column');
    });
    return found.length ? found[0] : null;
  }

  function drawn() {
    if (!held.ghost) {
      held.ghost = document.createElement('li');
      held.item.classList.add('is-dragged');
      document.documentElement.classList.add('is-dragging');
    }
    return held.ghost;
  }

  function move(event) {
    if (!held) {
      return;
    }
    if (!held.ghost && Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y) < FAR) {
      return;
    }
    event.preventDefault();
    var ghost = drawn();
    var column = columnAt(event);
    if (!column) {
      ghost.remove();
      held.day = null;
      return;
    }
    var box = column.getBoundingClientRect();
    var rows = Number(column.dataset.rows);
    var steps = Number(held.item.dataset.steps);
    var row = (event.clientY - held.above - box.top) / (box.height / rows);
    row = Math.max(0, Math.min(rows - steps, Math.round(row / SNAP) * SNAP));
    var minute = Number(column.dataset.hour) * 60 + row * STEP;
    held.day = column.dataset.date;
    held.time = two(Math.floor(minute / 60)) + ':' + two(minute % 60);
    ghost.className = 'diary-item is-drop at-' + row + ' for-' + steps;
    ghost.textContent = held.time;
    column.appendChild(ghost);
  }

  function stop(event) {
    event.preventDefault();
  }

  function drop() {
    if (held && held.ghost) {
      held.ghost.remove();
      held.item.classList.remove('is-dragged');
      document.documentElement.classList.remove('is-dragging');
    }
    var moved = held;
    held = null;
    return moved;
  }

  document.addEventListener('pointerdown', begin);
  document.addEventListener('pointermove', move);
  document.addEventListener('pointercancel', drop);
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      drop();
    }
  });
  document.addEventListener('pointerup', function () {
    var moved = drop();
    if (!moved || !moved.ghost) {
      return;
    }
    document.addEventListener('click', stop, true);
    window.setTimeout(function () {
      document.removeEventListener('click', stop, true);
      if (moved.day) {
        window.location.assign('/therapist/appointment?id=' + moved.item.dataset.id + '&do=move&day=' + moved.day + '&time=' + encodeURIComponent(moved.time));
      }
    });
  });
})();
