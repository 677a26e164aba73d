// Shows beside a form what it would credit, while it is filled in. Everything works without it.
(() => {
  const form = document.querySelector("form[data-preview]");
  const place = document.getElementById("preview");
  if (!form || !place) return;
  let timer, asked = 0;
  const ask = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form), redirect: "error" });
      if (mine !== asked) return;
      place.innerHTML = answer.status === 200 ? await answer.text() : "";
    } catch { if (mine === asked) place.replaceChildren(); }
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 250); });
  ask();
})();
