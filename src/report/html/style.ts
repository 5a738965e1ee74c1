const light = `
--bg:#fff;--ink:#1a1d21;--muted:#565e67;--faint:#666f78;--line:#d4d8dd;--soft:#eceef0;--panel:#f6f7f8;--link:#1f4e8c;
--red:#a8201a;--yellow:#6b5000;--green:#14663a;--card-red:#c8281f;--card-yellow:#f2b90c;--card-edge:#7a5b00;
--card-green:#1d8348;--champion:#565e67;`;

const dark = `
--bg:#131619;--ink:#e7e9eb;--muted:#a5aeb7;--faint:#96a0a9;--line:#363c43;--soft:#24292e;--panel:#1a1e22;--link:#8fbbf5;
--red:#ff9d92;--yellow:#efc65a;--green:#85d3a5;--card-red:#e2483f;--card-yellow:#f2c230;--card-edge:#f2c230;
--card-green:#3ba566;--champion:#a5aeb7;`;

const sans = `-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif`;
const mono = `ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace`;

/** Type and ground: six sizes, tabular figures, lines of a readable length. */
const ground = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{scroll-padding-top:12px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 ${sans};font-variant-numeric:tabular-nums lining-nums}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
a:focus-visible,summary:focus-visible,input:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
code{font:.92em ${mono};overflow-wrap:anywhere}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:8px;background:var(--bg);padding:6px 10px;z-index:9}
.page{max-width:1440px;margin:0 auto;padding:0 32px 64px;display:grid;grid-template-columns:160px minmax(0,1fr);column-gap:40px}
main{min-width:0}
.muted{color:var(--muted)}
.nw{white-space:nowrap}
.ci{color:var(--muted);white-space:nowrap;font-size:.94em}
.src{font:12px ${mono};overflow-wrap:anywhere}
p{margin:0 0 10px;max-width:76ch}
ul{margin:4px 0 10px;padding-left:20px;max-width:100ch}
h2{font-size:23px;line-height:1.25;font-weight:650;letter-spacing:-.008em;margin:52px 0 10px;padding-top:14px;border-top:2px solid var(--ink);overflow-wrap:anywhere}
main>section:first-child h2{margin-top:0;border-top:0;padding-top:0}
h3{font-size:17px;line-height:1.3;font-weight:650;margin:34px 0 4px;padding-top:10px;border-top:1px solid var(--line)}
h4{font-size:13px;font-weight:650;margin:14px 0 4px;color:var(--muted)}
details{margin:8px 0}
summary{cursor:pointer;font-size:13px;color:var(--link);padding:4px 0}
footer{grid-column:1/-1;border-top:1px solid var(--line);margin-top:40px;padding-top:12px;font-size:13px;color:var(--muted)}
`;

/** The head of the page, the contents, a model's banner. */
const heads = `
header.top{grid-column:1/-1;border-bottom:2px solid var(--ink);padding:26px 0 16px;margin-bottom:22px}
.kicker{font-size:13px;color:var(--muted);margin:0 0 10px;display:flex;justify-content:space-between;gap:4px 16px;flex-wrap:wrap;max-width:none}
.kicker b{color:var(--ink)}
h1{font-size:32px;line-height:1.2;font-weight:650;letter-spacing:-.012em;margin:0;display:flex;gap:.2em .4em;align-items:baseline;flex-wrap:wrap}
h1 .rest{font-weight:400;font-size:20px;letter-spacing:0}
dl.meta{display:flex;flex-wrap:wrap;gap:4px 28px;margin:14px 0 0;font-size:13px}
dl.meta div{display:flex;gap:6px;min-width:0}
dt{color:var(--muted);flex:none}
dd{margin:0;overflow-wrap:anywhere;min-width:0}
nav{font-size:13px;min-width:0}
nav .in{position:sticky;top:16px;max-height:calc(100vh - 32px);overflow-y:auto}
.nav-t{font-weight:600;margin:0 0 6px}
nav ul{list-style:none;margin:0;padding:0}
nav li{padding:2px 0 2px 10px;overflow-wrap:anywhere}
nav li.first{padding-left:0;margin-top:6px;font-weight:600}
nav a,.jump a{color:var(--ink);text-decoration:none}
nav a:hover,.jump a:hover{text-decoration:underline}
.jump{font-size:13px;margin:14px 0 0;max-width:none;line-height:1.9}
.jump a{margin-right:14px;white-space:nowrap}
.card{width:.72em;height:.96em;vertical-align:-.1em;margin-right:.42em;flex:none;transform:rotate(7deg);overflow:visible}
.card rect{stroke-width:1}
.card.block rect{fill:var(--card-red);stroke:var(--card-red)}
.card.warn rect{fill:var(--card-yellow);stroke:var(--card-edge)}
.card.pass rect{fill:var(--card-green);stroke:var(--card-green)}
.card.undecided rect{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-dasharray:2.6 1.7}
.dec{font-weight:650;white-space:nowrap}
.dec.block{color:var(--red)}.dec.warn{color:var(--yellow)}.dec.pass{color:var(--green)}
.banner{border:1px solid var(--line);border-left:6px solid var(--ink);padding:14px 18px 12px;margin:10px 0 0;background:var(--panel)}
.banner.block{border-left-color:var(--card-red)}.banner.warn{border-left-color:var(--card-yellow)}.banner.pass{border-left-color:var(--card-green)}
.banner.undecided{border-left-style:dashed}
.banner .dec{font-size:24px}
.banner p{margin:4px 0 0}
.tally{display:flex;flex-wrap:wrap;gap:4px 22px;margin-top:8px;font-size:13px}
.oc{white-space:nowrap;font-size:13px}
.oc svg{width:10px;height:10px;margin-right:5px;vertical-align:-.5px;fill:currentColor;overflow:visible}
.oc .h{fill:none;stroke:currentColor;stroke-width:1.7}
.oc.not{color:var(--red);font-weight:600}
.oc.inc,.oc.mis,.oc.note,.oc.waived{color:var(--yellow)}
.oc.met{color:var(--green)}
.oc.small{color:var(--faint)}
.mend ol{margin:0;padding-left:26px}
.mend ol>li{padding:9px 0 9px 4px;border-bottom:1px solid var(--soft)}
.mend li::marker{font-weight:650}
.mend p,.mend ul{margin:0 0 3px}
.mi{display:grid;grid-template-columns:minmax(0,1fr) 250px;gap:4px 40px}
.todo::before{content:"→ ";color:var(--muted)}
.done{color:var(--muted);font-size:13px;overflow-wrap:anywhere}
.done b{color:var(--ink);font-weight:600}
.legend{display:flex;flex-wrap:wrap;gap:4px 22px;font-size:13px;margin:6px 0 12px}
.filter{display:block;font-size:13px;margin:6px 0}
.filter input{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--muted);border-radius:3px;padding:3px 6px;max-width:100%}
.sort{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;text-align:inherit;cursor:pointer}
.sort:hover{text-decoration:underline}.sort:focus-visible{outline:2px solid var(--link);outline-offset:2px}
[aria-sort] .sort::after{content:" \\25B2";font-size:9px}[aria-sort=descending] .sort::after{content:" \\25BC"}
.lin{list-style:none;margin:8px 0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));font-size:13px;max-width:none}
.lin>li{padding:8px 26px 8px 0;position:relative;border-top:2px solid var(--champion);min-width:0}
.lin>li:not(:last-child)::after{content:"";position:absolute;right:14px;top:-6px;border-left:9px solid var(--champion);border-top:5px solid transparent;border-bottom:5px solid transparent}
.step{padding:3px 0;overflow-wrap:anywhere}
.dg{color:var(--muted);font-size:12px}
.files{columns:2;font-size:13px}
`;

const tables = `
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.35;margin:8px 0 14px}
caption{text-align:left;color:var(--muted);font-size:13px;padding:0 0 6px}
th,td{text-align:left;vertical-align:middle;padding:4px 10px 4px 0;border-bottom:1px solid var(--soft);font-weight:400;overflow-wrap:break-word}
thead th{vertical-align:bottom;border-bottom:1px solid var(--ink);font-weight:600;font-size:12px;line-height:1.25}
tbody th{font-weight:600;overflow-wrap:anywhere}
td.num,th.num{text-align:right}
td.num{white-space:nowrap}
tr>*:last-child{padding-right:0}
.grp th{padding-top:11px;border-bottom:1px solid var(--line)}
.grp td{border-bottom:1px solid var(--line);vertical-align:bottom;padding-bottom:3px}
.plain td,.plain th,.fleet td,.fleet tbody th{vertical-align:top}
.fleet td,.fleet tbody th{padding-top:8px;padding-bottom:8px}
.fleet tbody th{min-width:110px}
.c-strip{width:24%;min-width:150px}
.drift .c-strip{width:46%}.slices .c-strip{width:38%}
.metrics tbody .c-name{min-width:112px}
.metrics td:last-child{min-width:150px}
.metrics .c-strip{width:21%}
.plain tbody th{min-width:120px}
.rules td:nth-child(3){width:38%}
.ev tbody th{width:36%}
.passing tr,.groups tr{content-visibility:auto;contain-intrinsic-size:auto 26px}
tr.small>*,tr.small .ci{color:var(--faint)}
tr[hidden]{display:none!important}
abbr{text-decoration:none}
.key{font-weight:400;white-space:nowrap}
.key .k{width:18px;height:12px;margin:0 5px 0 0;vertical-align:-.5px}
.key .k.cand{margin-left:10px}
`;

const charts = `
svg text{font:11px ${sans};fill:var(--muted)}
figure{margin:8px 0}
figcaption{font-size:13px;max-width:76ch}
.strip,.axis{display:block;overflow:visible}
.axis{margin-top:3px}
.base,.grid{stroke:var(--soft);stroke-width:1}
.lim{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:4 3;opacity:.75}
.wh{stroke-width:2;stroke:var(--ink)}
.wh.not{stroke:var(--red)}.wh.met{stroke:var(--green)}
.wh.inc,.wh.mis,.wh.note,.wh.waived{stroke:var(--yellow)}
.wh.small{stroke:var(--faint);stroke-width:1.2}
.wh.champ,.wh.past{stroke:var(--champion);stroke-width:1.4}
.mk *,circle.mk{fill:var(--ink)}
.mk.not *{fill:var(--red)}.mk.met *{fill:var(--green)}
.mk.inc *,.mk.note *,.mk.waived *{fill:var(--bg);stroke:var(--yellow);stroke-width:2}
.mk.mis *{fill:none;stroke:var(--yellow);stroke-width:2}
.mk.small *{fill:var(--faint)}
.mk.champ *{fill:none;stroke:var(--champion);stroke-width:2.4}
circle.mk.past{fill:var(--champion)}
.k.champ{fill:none;stroke:var(--champion);stroke-width:1.8}
.k.cand{fill:var(--ink);stroke:var(--ink);stroke-width:1.6}
.bar.not{fill:var(--red)}
.bar.met{fill:var(--champion);opacity:.6}
.cl{fill:none;stroke-width:1.3}
.cl.champ{stroke:var(--champion)}.cl.cand{stroke:var(--ink)}
.line{display:block;overflow:visible}
.trend{fill:none;stroke:var(--champion);stroke-width:1.4;vector-effect:non-scaling-stroke}
circle.mk.now{fill:var(--ink)}
.over-time .c-strip{width:48%}.over-time td,.over-time tbody th{vertical-align:middle}
.band rect{stroke-width:1;fill:var(--card-green);stroke:var(--card-green)}
.band.block rect{fill:var(--card-red);stroke:var(--card-red)}
.band.warn rect{fill:var(--card-yellow);stroke:var(--card-edge)}
.band.undecided rect{fill:var(--bg);stroke:var(--ink);stroke-width:1.4;stroke-dasharray:2.6 1.7}
.plot{width:100%;max-width:350px;height:auto;display:block}
`;

/** Narrower screens: contents above, then rows as blocks; nothing scrolls sideways from 320 px. */
const narrow = `
@media (max-width:1180px){
.page{grid-template-columns:minmax(0,1fr);padding:0 24px 48px}
nav{border-bottom:1px solid var(--line);padding-bottom:12px;margin-bottom:20px}
nav .in{position:static;max-height:none}
nav ul{display:flex;flex-wrap:wrap;gap:0 16px}
nav li,nav li.first{padding:4px 0;margin:0;min-height:24px}
}
@media (min-width:901px) and (max-width:1180px){
td.num{white-space:normal}td .ci{display:block}
.c-strip{min-width:100px}table{font-size:12.5px}th,td{padding-right:7px}
.fleet tbody th,.plain tbody th,.metrics tbody .c-name{min-width:80px}
}
@media (max-width:900px){
.page{padding:0 16px 40px}
header.top{padding-top:16px}
h1{font-size:26px}h1 .rest{font-size:17px;width:100%}h2{font-size:21px}
.jump a{white-space:normal}
.mi{grid-template-columns:minmax(0,1fr)}.mend ol{padding-left:22px}
.files{columns:1}
.lin{grid-template-columns:minmax(0,1fr)}
.lin>li{border-top:0;border-left:2px solid var(--champion);padding:4px 0 10px 14px}
.lin>li:not(:last-child)::after{right:auto;left:-6px;top:auto;bottom:-2px;border:5px solid transparent;border-top:9px solid var(--champion);border-bottom:0}
table.stack,table.stack tbody,table.stack caption{display:block}
table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stack tr{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2px 12px;padding:9px 0;border-bottom:1px solid var(--line)}
table.stack tr.grp{display:block;padding:14px 0 4px;border-bottom:1px solid var(--ink)}
table.stack tr.grp>*{display:block;border:0;padding:0}
table.stack tr.grp .rest{display:none}
table.stack td,table.stack tbody th{border:0;padding:0;text-align:left;white-space:normal;min-width:0;width:auto;overflow-wrap:anywhere}
table.stack tbody th{font-size:15px;grid-column:1/-1}
table.stack td[data-l]:not([data-l=""])::before{content:attr(data-l) " ";color:var(--muted);font-size:12px}
table.stack .c-strip{grid-column:1/-1;width:100%;padding:2px 0}
table.stack td:empty{display:none}
table.fleet tbody th,table.rules tbody th{grid-column:auto}
table.fleet td:nth-child(2){text-align:right}
table.fleet td:nth-child(11),table.metrics td:last-child,table.rules td:nth-child(3),table.rules td:nth-child(4),table.card-rows td:nth-child(3),table.ev td:nth-child(2){grid-column:1/-1}
.ci{white-space:normal}
}
`;

/** Paper: a page for each model, folds open, black on white. */
const print = `
@page{size:A4;margin:15mm 14mm}
@media print{
:root{color-scheme:light;${light}--ink:#000;--muted:#444;--faint:#666;--line:#bbb;--soft:#ddd;--panel:#fff;--link:#000}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10pt}
.page{display:block;padding:0;max-width:none}
nav,.skip,.jump,.filter,summary{display:none}
[aria-sort] .sort::after{content:none}
a{text-decoration:none}
h2{break-before:page;margin-top:0;border-top:0}
main>section:first-child h2,#run h2,#reading h2{break-before:auto;margin-top:24px}
h2,h3,h4,caption{break-after:avoid}
tr,figure,.banner,.mend li{break-inside:avoid}
thead{display:table-header-group}
details::details-content{content-visibility:visible;display:block;height:auto}
.mi{grid-template-columns:minmax(0,1fr) 48mm;gap:2mm 6mm}
table,.oc,caption,.tally{font-size:8.5pt}
.src,.dg{font-size:7.5pt}
th,td{padding:2.5px 6px 2.5px 0}
h3{margin-top:20px}
.c-strip{min-width:70px}
td.num{white-space:normal}
}
`;

/** The whole style sheet, on one line for each rule. */
export const style = [ground, heads, tables, charts, narrow, print].join("").replace(/\n+/g, "\n").trim();
