const width = 80;

/** Text in lines of a width that stays readable wherever it is pasted; those after the first may stand further in. */
export function wrapped(text: string, first = '', following = first): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && Array.from(`${line} ${word}`).length > width) {
      lines.push(line);
      line = following;
      isEmpty = true;
    }
    line = isEmpty ? `${line}${word}` : `${line} ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
