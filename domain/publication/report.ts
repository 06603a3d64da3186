/** A report in words and figures, before it has a form: every form of it says the same. All of it is plain text. */
export type Report = {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
};

export type Section = { readonly heading: string; readonly blocks: readonly Block[] };
export type Block = Paragraph | Table;
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };
export type Table = {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[];
};
export type Column = { readonly title: string; readonly isAmount: boolean };

export const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text });
export const words = (title: string): Column => ({ title, isAmount: false });
export const amount = (title: string): Column => ({ title, isAmount: true });

export type NumberedBlock = Table | (Paragraph & { readonly number: string });
export type NumberedSection = {
  readonly number: string;
  readonly heading: string;
  readonly blocks: readonly NumberedBlock[];
};

/** Paragraphs numbered within their sections, as committee reports have them: 2.1, 2.2. Tables belong to what precedes them. */
export const numbered = ({ sections }: Report): NumberedSection[] =>
  sections.map(({ heading, blocks }, place) => {
    const number = String(place + 1);
    let count = 0;
    return {
      number,
      heading,
      blocks: blocks.map((block) => {
        if (block.kind === 'table') return block;
        count += 1;
        return { ...block, number: `${number}.${count}` };
      }),
    };
  });
