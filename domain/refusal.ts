export type Refusal = { readonly code: 'not-found' };
