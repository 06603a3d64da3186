/** The page's only style: plain, with contrast of 7 to 1 or more, and fit to print. Its hash is all that the policy lets in. */
export const docsStyle = `
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #0b0c0c; font: 1rem/1.5 system-ui, sans-serif }
.skip { position: absolute; left: -999rem }
.skip:focus { position: static; display: block; padding: .5rem 1rem }
header, nav, main { max-width: 64rem; margin: 0 auto; padding: 1rem }
header { border-bottom: .25rem solid #0b0c0c }
h1, h2, h3, h4 { line-height: 1.2; margin: 2rem 0 .5rem }
h1 { margin-top: 1rem }
h2 { border-bottom: 1px solid #505a5f; padding-bottom: .25rem }
main > section > section { padding-bottom: 1rem; border-bottom: 1px solid #b1b4b6 }
p { max-width: 44rem; margin: .5rem 0 }
a { color: #144e81 }
a:focus { outline: 3px solid #0b0c0c; background: #fd0; color: #0b0c0c }
code { font: .9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
.call { background: #f3f2f1; padding: .5rem .75rem; border-left: .25rem solid #144e81; max-width: none }
pre { background: #f3f2f1; padding: .75rem; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
caption { text-align: left; font-weight: bold; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #b1b4b6 }
tbody th { font-weight: normal; white-space: nowrap }
tbody th code { overflow-wrap: normal }
td:last-child { width: 75% }
td p { margin: 0 }
td ul { margin: 0; padding-left: 1.25rem }
nav ul { padding-left: 1.25rem; margin: .25rem 0 }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (max-width: 40rem) { th, td { padding-right: .375rem } td:last-child { width: auto } }
@media print {
  .skip { display: none }
  body { font-size: .8rem }
  header, nav, main { max-width: none; padding: 0 }
  h2, h3, h4, caption { break-after: avoid }
  tr, .call { break-inside: avoid }
  a { color: inherit; text-decoration: none }
}
`;
