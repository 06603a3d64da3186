/**
 * The report's only style: plain, with contrast of 7 to 1 or more, and fit to print on A4. Totals print once, and not at
 * the foot of every page that a table runs over.
 */
export const reportStyle = `
@page { size: A4; margin: 20mm }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #0b0c0c; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 64rem; margin: 0 auto; padding: 1rem }
h1, h2 { line-height: 1.2 }
h1 { margin: 1rem 0 .25rem }
h2 { margin: 2rem 0 .5rem; border-bottom: 1px solid #505a5f; padding-bottom: .25rem }
.subtitle { margin: 0 0 1rem; font-weight: bold }
p { display: flex; max-width: 52rem; margin: .75rem 0; overflow-wrap: anywhere }
.number { flex: 0 0 3rem }
.text { flex: 1 }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
caption { text-align: left; font-weight: bold; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #b1b4b6; overflow-wrap: break-word }
th[scope=row] { font-weight: normal; max-width: 20rem }
.amount { text-align: right; font-variant-numeric: tabular-nums }
td.amount { white-space: nowrap }
tfoot th[scope=row], tfoot td { font-weight: bold; border-bottom: 2px solid #0b0c0c }
@media print {
  body { font-size: .7rem }
  main { max-width: none; padding: 0 }
  h2, caption { break-after: avoid }
  tr, p { break-inside: avoid }
  tfoot { display: table-row-group }
  th, td { padding-right: .375rem }
}
`;
