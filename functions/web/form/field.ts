export type Option = { readonly value: string; readonly text: string; readonly hint?: string };

type Named = {
  /** Where its value goes in the request's body, in steps: `funder.id`. It's also the name of its input. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
};

/** One question of a form. */
export type Field =
  /** One line; `width` in characters. */
  | (Named & { readonly kind: 'line'; readonly width?: 5 | 10 | 20 | 30; readonly autocomplete?: string })
  /** An amount in pounds, as people write it: "£1,234.50" and "1234.5" alike. */
  | (Named & { readonly kind: 'money' })
  | (Named & { readonly kind: 'date' })
  /** A whole number. */
  | (Named & { readonly kind: 'whole' })
  | (Named & { readonly kind: 'prose'; readonly rows?: number })
  /** A list of texts, one on each line. */
  | (Named & { readonly kind: 'lines'; readonly rows?: number })
  /** One of few (radios) or of many (a list to choose from). */
  | (Named & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly look?: 'radios' | 'list' })
  /** Any of several. */
  | (Named & { readonly kind: 'several'; readonly options: readonly Option[] })
  /** The same questions again and again, one row for each thing; rows left empty count for nothing. */
  | (Named & {
      readonly kind: 'rows';
      readonly fields: readonly Field[];
      /** What one row is: "Top-slice". */
      readonly item: string;
      readonly most?: number;
    })
  /** Not asked, but shown and sent as it was shown: what a person puts their name to. */
  | (Named & { readonly kind: 'shown' })
  | (Named & { readonly kind: 'file'; readonly accept: string });

export type SimpleField = Exclude<Field, { kind: 'rows' }>;

/** Often asked. */
export const noteField: Field = {
  kind: 'prose',
  name: 'note',
  label: 'Note',
  hint: 'Shown wherever the record is, and in statements.',
  isOptional: true,
  rows: 3,
};

/** A select offers nothing until something is chosen. */
export const nothingChosen: Option = { value: '', text: 'Choose one' };
