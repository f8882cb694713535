"use strict";
(function () {
  // The filter: shows the statements that hold every word that is typed.
  var box = document.getElementById("filter");
  if (box) {
    var bar = box.closest(".filter"), told = bar.querySelector("output");
    var items = Array.prototype.slice.call(document.querySelectorAll("#statements .said"));
    var groups = Array.prototype.slice.call(document.querySelectorAll("#statements .speaker"));
    var texts = items.map(function (item) {
      var group = item.closest(".speaker");
      return ((group ? group.firstElementChild.textContent : "") + " " + item.textContent).toLowerCase();
    });
    bar.hidden = false;
    box.addEventListener("input", function () {
      var words = box.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
      items.forEach(function (item, index) {
        var fits = words.every(function (word) { return texts[index].indexOf(word) >= 0; });
        item.hidden = !fits;
        if (fits) shown += 1;
      });
      groups.forEach(function (group) { group.hidden = !group.querySelector(".said:not([hidden])"); });
      told.textContent = words.length ? shown + " of " + items.length : "";
    });
    window.addEventListener("hashchange", function () {
      var target = document.getElementById(location.hash.slice(1));
      if (target && target.closest("#statements") && box.value) {
        box.value = "";
        box.dispatchEvent(new Event("input"));
        target.scrollIntoView();
      }
    });
  }

  // The panel: on wide screens a quote opens its source beside the report instead of leaving the line.
  var panel = document.getElementById("panel");
  if (!panel || !document.getElementById("sources")) return;
  var title = panel.querySelector("h2"), text = panel.querySelector(".text"), go = panel.querySelector("a");
  var from = null;
  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    if (from) from.focus();
  }
  function open(link, target) {
    var block = target.closest(".text > *"), source = target.closest(".source");
    if (!block || !source) return false;
    text.textContent = "";
    [block.previousElementSibling, block, block.nextElementSibling].forEach(function (part) {
      if (!part) return;
      var copy = part.cloneNode(true);
      [copy].concat(Array.prototype.slice.call(copy.querySelectorAll("[id]"))).forEach(function (node) {
        if (node.id === target.id) node.classList.add("here");
        node.removeAttribute("id");
      });
      text.appendChild(copy);
    });
    title.textContent = source.querySelector("h3").textContent;
    go.setAttribute("href", "#" + target.id);
    from = link;
    panel.hidden = false;
    title.focus({ preventScroll: true });
    var here = text.querySelector(".here");
    panel.scrollTop = here ? Math.max(0, here.offsetTop - panel.clientHeight / 3) : 0;
    return true;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (panel.contains(link)) { close(); from = null; return; }
    var href = link.getAttribute("href") || "";
    if (!/^#s\d+-/.test(href) || !window.matchMedia("(min-width: 68rem)").matches) return;
    var target = document.getElementById(href.slice(1));
    if (target && open(link, target)) event.preventDefault();
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
  panel.querySelector("button").addEventListener("click", close);
})();
