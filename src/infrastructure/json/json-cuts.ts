/**
 * How a large JSON text is put together from pieces: steps of three numbers each, in the order of the text. A container
 * that is larger than a piece is opened, filled with runs of its members, and closed; a field whose value is such a
 * container is named before that is opened.
 */
export type JsonCuts = Int32Array<ArrayBuffer>;

export const STEP_LENGTH = 3;
export const OPEN_ARRAY = 0;
export const OPEN_OBJECT = 1;
export const CLOSE = 2;
/** Members of the open container: first byte, and the one after the last. */
export const RUN = 3;
/** The name of the field that is opened next, with its quotes: first byte, and the one after the last. */
export const KEY = 4;
