/** A change of the text that probably mends it: what is between `from` and `to` is replaced by `insert`. */
export interface Mend {
  /** For people: `Did you mean "total"?` */
  label: string;
  from: number;
  to: number;
  insert: string;
}

/** What is wrong with a part of an expression. Places are indexes in the whole parameter, its leading `=` included. */
export interface ExpressionHint {
  /** Stable: `expression.unknown-field`. */
  code: string;
  message: string;
  from: number;
  to: number;
  mend?: Mend;
}
