/** Plain, with contrast of 7 to 1 or more; on paper A4, wide, with heads of tables on every page and no row cut. */
export const statementStyle = `
@page { size: A4 landscape; margin: 14mm 12mm 16mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif } }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #0b0c0c; font: 1rem/1.45 system-ui, sans-serif }
main, footer { max-width: 82rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0 .25rem }
h2 { font-size: 1.25rem; line-height: 1.2; margin: 2.25rem 0 .25rem; border-bottom: 2px solid #0b0c0c; padding-bottom: .25rem }
.partnership { font-size: 1.35rem; margin: 0 }
.standing { display: inline-block; margin: .5rem 0; padding: .125rem .625rem; border: 2px solid #0b0c0c; font-weight: bold }
p { max-width: 48rem; margin: .5rem 0 }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .875rem }
table.list { width: auto; min-width: 30rem }
caption { text-align: left; padding: .25rem 0; position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
th, td { text-align: left; vertical-align: top; padding: .375rem .625rem .375rem 0; border-bottom: 1px solid #b1b4b6; overflow-wrap: break-word; max-width: 28rem; white-space: pre-line }
thead th { vertical-align: bottom; border-bottom: 2px solid #505a5f; hyphens: manual }
tbody th { font-weight: normal }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
thead .figure { white-space: normal }
.result, tfoot th, tfoot td { font-weight: bold }
.list .result th { font-weight: bold }
tfoot th, tfoot td { border-top: 2px solid #505a5f; border-bottom: 3px double #0b0c0c }
.signature { display: grid; grid-template-columns: max-content 1fr; gap: .75rem 1rem; max-width: 40rem; margin: 1rem 0 }
.signature dt { font-weight: bold }
.signature dd { margin: 0; border-bottom: 1px solid #0b0c0c; min-height: 1.5em }
footer { border-top: 1px solid #505a5f; font-size: .8125rem; overflow-wrap: anywhere }
@media print {
  body { font-size: 9pt }
  main, footer { max-width: none; padding: 0 }
  .wide { overflow: visible }
  table { font-size: 7.5pt }
  th, td { padding-right: 3pt; overflow-wrap: anywhere }
  thead { display: table-header-group }
  tfoot { display: table-row-group }
  tr, .signature { break-inside: avoid }
  h1, h2, caption, thead { break-after: avoid }
}
`;
