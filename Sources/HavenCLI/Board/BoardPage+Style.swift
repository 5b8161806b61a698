extension BoardPage {
  /// What is hatched needs a pattern in the page; it stands once, drawn nowhere.
  static let patterns: Markup = """
    <svg class="defs" aria-hidden="true" focusable="false"><defs>
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line class="hatch" x1="0" y1="0" x2="0" y2="5"/></pattern>
    </defs></svg>
    """

  /// Colours only support what shape, pattern and label say by themselves; none of them is red. In print the page is
  /// one sheet of A4 whatever is in it: two columns, thirteen weeks below, every line of the plan one line high.
  static let style: Markup = """
    :root { color-scheme: light dark; --paper: #fbfaf6; --ink: #23282b; --soft: #5a6468; --line: #c9cdc8;
      --fill: #2f6f73; --hatch: #8fa9a6; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #171b1d; --ink: #e6e4dd; --soft: #a7b0b1; --line: #3d4547; --fill: #7dbfb9; --hatch: #5c7674; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 1.2rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.45 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
    header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; border-bottom: 2px solid var(--fill);
      margin-bottom: 1rem; }
    h1 { font-size: 1.7rem; margin: 0 0 .3rem; }
    h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
    h3 { font-size: 1rem; margin: .8rem 0 .2rem; }
    p, ul, figure { margin: 0 0 .3rem; }
    ul { padding-left: 1.1rem; }
    .roomy td { text-overflow: clip; }
    header p, figcaption, .quiet, footer, summary { color: var(--soft); }
    figcaption { font-size: .9rem; }
    .lead { font-weight: 600; }
    main { display: grid; grid-template-columns: 1.15fr 1fr; grid-template-rows: auto 1fr auto; gap: 1.5rem 2rem; }
    .week { grid-column: 2; grid-row: 1 / 3; } .yours { grid-column: 1; grid-row: 2; }
    .quarter { grid-column: 1 / -1; border-top: 1px solid var(--line); padding-top: .8rem; }
    .plots { display: grid; grid-template-columns: repeat(3, 1fr); gap: .8rem 1.5rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .22rem .6rem .22rem 0; font-weight: 400;
      border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    td:nth-child(n + 3) { overflow-wrap: break-word; }
    thead th { color: var(--soft); font-size: .85rem; }
    tbody th { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
    details table { width: auto; }
    details { font-size: .85rem; }
    svg { display: block; width: 100%; height: auto; }
    .defs { position: absolute; width: 0; height: 0; }
    svg text { fill: var(--ink); font-size: 11px; }
    svg text.small { fill: var(--soft); font-size: 8.5px; }
    .solid, .dot, .mark { fill: var(--fill); }
    .rest { fill: url(#hatch); stroke: var(--soft); stroke-width: 1; }
    .hatch { stroke: var(--hatch); stroke-width: 2; }
    .axis { stroke: var(--soft); stroke-width: 1; }
    .line { fill: none; stroke: var(--fill); stroke-width: 1.6; }
    .middle { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 3; }
    footer { margin-top: 1rem; font-size: .85rem; }
    @media screen and (max-width: 44rem) {
      main, .plots { grid-template-columns: minmax(0, 1fr); }
      .week, .yours { grid-column: 1; grid-row: auto; }
      body { padding: .8rem; }
    }
    @page { size: A4 portrait; margin: 12mm; }
    @media print {
      :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --fill: #333; --hatch: #888; }
      html, body { height: 272mm; }
      body { padding: 0; max-width: none; overflow: hidden; display: flex; flex-direction: column; font-size: 9.5pt;
        line-height: 1.3; background: none; contain: size; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      h1 { font-size: 17pt; } h2 { font-size: 12pt; margin-bottom: 1mm; } h3 { font-size: 10pt; margin: 2mm 0 .5mm; }
      header { margin-bottom: 3mm; }
      main { flex: 1; min-height: 0; grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
        grid-template-rows: minmax(0, max-content) minmax(0, 1fr) auto; gap: 4mm 8mm; }
      .today, .week, .yours { overflow: hidden; }
      .day { table-layout: fixed; font-size: .9em; } thead th, figcaption { font-size: .92em; }
      .dense { font-size: 8.3pt; line-height: 1.25; }
      .dense h1 { font-size: 14pt; } .dense h2 { font-size: 10.5pt; } .dense h3 { font-size: 9pt; margin: 1.4mm 0 .3mm; }
      .dense main { gap: 3mm 8mm; } .dense .plots { gap: 1mm 10mm; }
      .day th, .day td { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding: .7mm 2mm .7mm 0; }
      .day th:nth-child(1) { width: 13mm; text-overflow: clip; } .day th:nth-child(3) { width: 23mm; } .day th:nth-child(4) { width: 25mm; }
      .roomy td { white-space: normal; overflow-wrap: break-word; }
      .plots p { font-size: .92em; }
      .quarter { padding-top: 2mm; }
      .plots { gap: 2mm 6mm; }
      details { display: none; }
      footer { margin-top: 2mm; font-size: 8pt; }
    }
    """
}
