"use strict";
const filter = document.getElementById("filter");
const input = filter.querySelector("input");
const groups = [...document.querySelectorAll(".group")].map(group => ({group, items: [...group.querySelectorAll("li")]}));
const texts = new Map(groups.flatMap(({items}) => items.map(item => [item, item.textContent.toLowerCase()])));
const show = () => {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const [item, text] of texts) {
    item.hidden = !words.every(word => text.includes(word));
  }
  for (const {group, items} of groups) {
    group.hidden = items.every(item => item.hidden);
  }
  const shown = [...texts.keys()].filter(item => !item.hidden).length;
  filter.querySelector("output").value = words.length ? `${shown} of ${texts.size} shown` : "";
};
input.addEventListener("input", show);
filter.hidden = texts.size < 2;
show();
