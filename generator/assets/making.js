/* made by the survey site generator from scripts/making.js */
(()=>{var{survey:o}=window,l={json:{file:"survey.json",chosen:f,ending:".json"},"ascii.bib":{file:"survey-ascii.bib",chosen:m,ending:"-ascii.bib"}};function f(e,n){let a=new Map(JSON.parse(e).map(t=>[t.id,t]));return`${JSON.stringify(n.map(t=>a.get(t)).filter(Boolean),null,1)}
`}function m(e,n){let a=new Map(e.split(/^(?=@)/m).map(t=>[/^@\w+\{([^,\s]+),/.exec(t)?.[1],t.trim()]));return`${n.map(t=>a.get(t)).filter(Boolean).join(`

`)}
`}async function u({file:e,chosen:n},a){let t=await fetch(new URL(`../downloads/${e}`,o.base));if(!t.ok)throw new Error(`${t.status}`);return n(await t.text(),a)}function r(){document.querySelectorAll(".makes:not([data-done])").forEach(e=>{e.dataset.done="";let n=e.dataset.makes.split(" ");for(let[a,t]of e.dataset.forms.split(";").map(s=>s.split(":"))){let s=l[a];if(s&&location.protocol==="file:")continue;let i=o.element("button","make",t);i.type="button",i.addEventListener("click",()=>(s?u(s,n).then(c=>o.save(c,`${e.dataset.name}${s.ending}`)):o.download(n,a,e.dataset.name)).catch(c=>o.tell(`${t}: ${c.message}`))),e.append(i," ")}})}o.onpage(r);r();})();
