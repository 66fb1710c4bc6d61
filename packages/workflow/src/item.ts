import type { JsonObject } from './json.js';

/** A file that belongs to an item. Field names are those that people's expressions read (`$binary.data.fileName`). */
export interface BinaryRef {
  /** Blob id in the blob store. Either `id` or `data` is there. */
  id?: string;
  /** The content itself in base64, for small files made in place (a Code node). */
  data?: string;
  mimeType: string;
  fileName?: string;
  fileExtension?: string;
  /** Coarse kind for the editor: image, text, pdf, json, html, audio, video. */
  fileType?: string;
  /** Size as a person reads it, such as `1.2 kB`. */
  fileSize?: string;
  /** Size in bytes. */
  bytes?: number;
  directory?: string;
}

/** Which input item an item came from. `input` is the index of the main input, 0 when it is left out. */
export interface PairedItem {
  item: number;
  input?: number;
  /** The run of the same node whose input it was, where that is not the run that gave it (a loop hands on later). */
  run?: number;
}

/** What flows along a `main` edge. */
export interface Item {
  json: JsonObject;
  binary?: Record<string, BinaryRef>;
  /** Lineage: the input items this one was made from. The engine fills it in where that is unambiguous. */
  pairedItem?: PairedItem | PairedItem[];
  /** Set on an item that stands for a failure; the error output takes such items. */
  error?: ItemError;
}

/** A failure as plain data. Never holds a secret or a stack of our own code. */
export interface ItemError {
  message: string;
  /** A stable name, such as `http.status` or `expression.syntax`. */
  code?: string;
  description?: string;
  /** The item it happened on, where one can be named. */
  itemIndex?: number;
  details?: JsonObject;
}
