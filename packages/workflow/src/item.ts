import Type, { type Static } from 'typebox';
import { JsonObjectSchema } from './json.js';

const text = (description?: string) => Type.Optional(Type.String(description === undefined ? {} : { description }));

export const BinaryRefSchema = Type.Object(
  {
    id: text('Blob id in the blob store. Either `id` or `data` is there.'),
    data: text('The content itself in base64, for small files made in place (a Code node).'),
    mimeType: Type.String(),
    fileName: text(),
    fileExtension: text(),
    fileType: text('Coarse kind for the editor: image, text, pdf, json, html, audio, video.'),
    fileSize: text('Size as a person reads it, such as `1.2 kB`.'),
    bytes: Type.Optional(Type.Number({ minimum: 0, description: 'Size in bytes.' })),
    directory: text(),
  },
  { additionalProperties: false },
);
/** A file that belongs to an item. Field names are those that people's expressions read (`$binary.data.fileName`). */
export type BinaryRef = Static<typeof BinaryRefSchema>;

export const PairedItemSchema = Type.Object(
  {
    item: Type.Integer({ minimum: 0 }),
    input: Type.Optional(Type.Integer({ minimum: 0 })),
    run: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'The run of the same node whose input it was, where another run gave it (a loop hands on later).',
      }),
    ),
  },
  { additionalProperties: false },
);
/** Which input item an item came from. `input` is the index of the main input, 0 when it is left out. */
export type PairedItem = Static<typeof PairedItemSchema>;

export const ItemErrorSchema = Type.Object(
  {
    message: Type.String(),
    code: text('A stable name, such as `http.status` or `expression.syntax`.'),
    description: text(),
    node: text('Name of the node that it happened in.'),
    itemIndex: Type.Optional(
      Type.Integer({ minimum: 0, description: 'The item it happened on, where one can be named.' }),
    ),
    parameter: Type.Optional(
      Type.Object(
        {
          path: Type.String({ description: 'Such as `options.timeout` or `fields[2].value`.' }),
          label: text('What people know it by, in English: `Options › Timeout`.'),
        },
        { additionalProperties: false, description: 'The parameter whose value it is about.' },
      ),
    ),
    expression: Type.Optional(
      Type.Object(
        {
          text: Type.String({ description: 'What stands there, or the part of it around the fault.' }),
          from: Type.Optional(Type.Integer({ minimum: 0, description: 'Where in the text the fault begins.' })),
          to: Type.Optional(Type.Integer({ minimum: 0, description: 'Where it ends.' })),
        },
        {
          additionalProperties: false,
          description: 'The expression that failed, or gave what the parameter does not take.',
        },
      ),
    ),
    details: Type.Optional(JsonObjectSchema),
  },
  { additionalProperties: false },
);
/** A failure as plain data. Never holds a secret or a stack of our own code. */
export type ItemError = Static<typeof ItemErrorSchema>;

export const ItemSchema = Type.Object(
  {
    json: JsonObjectSchema,
    binary: Type.Optional(Type.Record(Type.String(), BinaryRefSchema)),
    pairedItem: Type.Optional(
      Type.Union([PairedItemSchema, Type.Array(PairedItemSchema)], {
        description:
          'Lineage: the input items this one was made from. The engine fills it in where that is unambiguous.',
      }),
    ),
    error: Type.Optional(ItemErrorSchema),
  },
  { additionalProperties: false },
);
/**
 * What flows along a `main` edge. `pairedItem` is its lineage; `error` is set on an item that stands for a failure, and
 * the error output takes such items.
 */
export type Item = Static<typeof ItemSchema>;
