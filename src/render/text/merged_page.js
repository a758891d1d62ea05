// SPDX-License-Identifier: Apache-2.0
// Filters by party, one reading at a time, and the way to the next open place. The page is whole
// without it.
(function () {
  "use strict";
  var body = document.body;
  var rules = document.createElement("style");
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".legend input"));
  var reading = document.getElementById("reading");
  var only = document.getElementById("only-open");
  body.classList.add("js");
  document.head.appendChild(rules);

  function shown(selector) {
    return ".v{display:none}" + selector + "{display:inline}.opts " + selector + "{display:block}" +
      ".who,.br{display:none!important}.slot ins,.slot del{text-decoration:none;color:inherit}" +
      ".v{background:none!important;color:inherit!important;border:0!important;padding:0!important}";
  }

  function update() {
    var read = reading ? reading.value : "all";
    var css = "";
    var off = boxes.filter(function (box) { return !box.checked; });
    if (off.length > 0) {
      css += ".v.c{display:none}";
      boxes.forEach(function (box) {
        var p = box.dataset.p;
        css += box.checked ? ".v.c.p" + p + "{display:inline}.opts .v.c.p" + p + "{display:block}"
                           : ".cols .k" + p + "{display:none}";
      });
    }
    if (read === "base") css += shown(".v.b") + ".xb{display:none}";
    else if (read === "agreed") css += ".v,.who,.br{display:none!important}.slot:not(.num)::before{content:'[\u2026]'}.num .v.b,.lb.a{display:inline!important}";
    else if (read !== "all") css += shown(".v.p" + read) + ".x" + read + "{display:none}";
    if (only && only.checked) css += "tr.st-A,tr.st-N{display:none}";
    rules.textContent = css;
  }

  function next(step) {
    var open = document.querySelectorAll(".st-P[id],.st-D[id],.st-M[id]");
    var line = window.innerHeight / 3;
    var found = null;
    var i;
    for (i = 0; i < open.length; i++) {
      var top = open[step > 0 ? i : open.length - 1 - i].getBoundingClientRect().top;
      if (step > 0 ? top > line + 4 : top < line - 4) {
        found = open[step > 0 ? i : open.length - 1 - i];
        break;
      }
    }
    if (found) window.scrollBy(0, found.getBoundingClientRect().top - line);
  }

  boxes.concat(reading || [], only || []).forEach(function (control) {
    control.addEventListener("change", update);
  });
  [["next", 1], ["before", -1]].forEach(function (pair) {
    var button = document.getElementById(pair[0]);
    if (button) button.addEventListener("click", function () { next(pair[1]); });
  });
  update();
}());
