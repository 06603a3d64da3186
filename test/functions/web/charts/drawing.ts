/** What an SVG says, text by text as it is read. */
export const textsIn = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g), ([, text = '']) =>
    text
      .replaceAll(/[\u2068\u2069]/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );

/** How broad the bars of a colour are, and from where they start. */
export const barsIn = (svg: string, colour: string): { readonly from: number; readonly width: number }[] =>
  Array.from(
    svg.matchAll(/<path d="M(-?[\d.]+) [\d.]+l(-?[\d.]+) 0l0 [\d.]+l[^"]*Z" fill="([^"]*)"(?! transform)[^>]*>/g),
  )
    .filter(([tag, , , fill]) => fill === colour && !tag.includes('transform'))
    .map(([, from, width]) => ({ from: Number(from), width: Number(width) }));

/** How much two colours differ, by WCAG's measure. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether every element that is opened is closed, and nothing stands there that XML doesn't allow. */
export function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, end = '', name = '', , isEmpty = ''] of svg.matchAll(
    /<(\/?)([\w-]+)((?: [\w:-]+="[^"<]*")*) ?(\/?)>/g,
  )) {
    if (end === '/') {
      if (open.pop() !== name) return false;
    } else if (isEmpty === '') open.push(name);
  }
  const text = svg.replaceAll(/<\/?[\w-]+(?: [\w:-]+="[^"<]*")* ?\/?>/g, '');
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot|#39);)|[^\t\n -\ufffd\u{10000}-\u{10ffff}]/u.test(text);
}
