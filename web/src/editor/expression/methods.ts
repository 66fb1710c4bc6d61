/** One method or global that completion offers. */
export interface MethodDoc {
  name: string;
  /** What stands between its parentheses. */
  args: string;
  /** What it gives. */
  gives: string;
  doc: string;
}

const list = (lines: string): readonly MethodDoc[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', doc = ''] = line.trim().split(' — ');
      const [, name = '', args = '', gives = ''] = /^(\w+)\((.*)\) → (.+)$/.exec(head) ?? [];
      return { name, args, gives, doc };
    });

/** Methods by the type of the value before the dot; those of the language and those that the platform adds. */
export const METHODS: Readonly<
  Record<'string' | 'number' | 'boolean' | 'array' | 'object' | 'date', readonly MethodDoc[]>
> = {
  string: list(`
    toUpperCase() → text — In capitals
    toLowerCase() → text — In small letters
    trim() → text — Without blanks around it
    includes(text) → yes or no — Whether it has this in it
    startsWith(text) → yes or no — Whether it begins so
    endsWith(text) → yes or no — Whether it ends so
    replace(what, by) → text — With the first one replaced
    replaceAll(what, by) → text — With all of them replaced
    split(separator) → list — Cut where the separator is
    slice(start, end) → text — A part of it
    padStart(length, fill) → text — Filled up at its start
    match(pattern) → list — What a pattern finds
    toNumber() → number — Read as a number
    toInt() → number — Read as a whole number
    toBoolean() → yes or no — No for "false", "no", "0" and nothing
    toDateTime() → date — Read as a date
    toTitleCase() → text — Each word with a capital
    toSnakeCase() → text — words_joined_like_this
    toSentenceCase() → text — The first letter of sentences in capitals
    extractEmail() → text — The first e-mail address in it
    extractDomain() → text — The host of an address
    extractUrl() → text — The first address in it
    isEmail() → yes or no — Whether it is an e-mail address
    isUrl() → yes or no — Whether it is a web address
    isNumeric() → yes or no — Whether it reads as a number
    isEmpty() → yes or no — Whether there is nothing in it
    isNotEmpty() → yes or no — Whether there is something in it
    hash(algorithm) → text — Its hash, md5 when left out
    base64Encode() → text — As Base64
    base64Decode() → text — From Base64
    urlEncode() → text — For use in an address
    urlDecode() → text — From an address
    removeTags() → text — Without HTML tags
    removeMarkdown() → text — Without Markdown marks
    parseJson() → any — Read as JSON
    quote() → text — In quotation marks`),
  number: list(`
    toFixed(digits) → text — With so many decimals
    round(decimals) → number — Rounded
    floor() → number — The whole number below
    ceil() → number — The whole number above
    abs() → number — Without its sign
    isEven() → yes or no — Whether two divides it
    isOdd() → yes or no — Whether two does not divide it
    isInteger() → yes or no — Whether it is whole
    format(locale) → text — As people of a language write it
    toBoolean() → yes or no — No for 0
    toDateTime(unit) → date — As milliseconds or seconds since 1970
    toString() → text — As text`),
  boolean: list(`
    toInt() → number — 1 for yes, 0 for no
    toString() → text — "true" or "false"
    isEmpty() → yes or no — Always no`),
  array: list(`
    first() → any — The first
    last() → any — The last
    map(function) → list — With each changed
    filter(function) → list — Those for which it holds
    find(function) → any — The first for which it holds
    join(separator) → text — As one text
    includes(value) → yes or no — Whether this is in it
    slice(start, end) → list — A part of it
    sort() → list — In order
    reverse() → list — The other way round
    pluck(key) → list — The values of a field of each
    sum() → number — All numbers added up
    average() → number — The mean of the numbers
    min() → number — The least
    max() → number — The greatest
    unique() → list — Without repetitions
    removeDuplicates() → list — Without repetitions
    compact() → list — Without what is empty
    chunk(size) → list — In pieces of a size
    merge(other) → object — Objects of both put together
    union(other) → list — All of both, once
    difference(other) → list — Those that the other does not have
    intersection(other) → list — Those that both have
    append(value) → list — With more at the end
    smartJoin(key, value) → object — An object from two fields of each
    randomItem() → any — One of them by chance
    isEmpty() → yes or no — Whether there is nothing in it
    isNotEmpty() → yes or no — Whether there is something in it
    toJsonString() → text — As JSON`),
  object: list(`
    keys() → list — The names of its fields
    values() → list — The values of its fields
    hasField(name) → yes or no — Whether it has a field
    removeField(name) → object — Without a field
    removeFieldsContaining(text) → object — Without fields whose value has this in it
    keepFieldsContaining(text) → object — Only fields whose value has this in it
    merge(other) → object — With the fields of another one
    compact() → object — Without empty fields
    urlEncode() → text — As the query of an address
    isEmpty() → yes or no — Whether it has no field
    isNotEmpty() → yes or no — Whether it has a field
    toJsonString() → text — As JSON`),
  date: list(`
    toISO() → text — As 2026-01-31T09:30:00.000Z
    toISODate() → text — As 2026-01-31
    toFormat(format) → text — In a form such as yyyy-MM-dd
    plus(amount, unit) → date — Later by so much
    minus(amount, unit) → date — Earlier by so much
    startOf(unit) → date — The beginning of the day, month ...
    endOf(unit) → date — The end of the day, month ...
    diffTo(other, unit) → number — How far another date is away
    diffToNow(unit) → number — How far now is away
    format(format) → text — In a form such as yyyy-MM-dd
    extract(part) → number — A part, such as the year
    isBetween(one, other) → yes or no — Whether it lies between
    isWeekend() → yes or no — Whether it is a Saturday or Sunday
    setZone(zone) → date — The same moment in another time zone
    toMillis() → number — Milliseconds since 1970`),
};

/** What stands for itself. */
export const GLOBALS: readonly { name: string; gives: string; doc: string }[] = [
  { name: '$json', gives: 'object', doc: 'The data of the item that is worked on' },
  { name: '$binary', gives: 'object', doc: 'The files of the item' },
  { name: '$input', gives: 'object', doc: 'All items of the input: $input.all(), $input.first(), $input.item' },
  { name: '$itemIndex', gives: 'number', doc: 'The item’s place, from 0' },
  { name: '$now', gives: 'date', doc: 'This moment' },
  { name: '$today', gives: 'date', doc: 'The beginning of today' },
  { name: '$workflow', gives: 'object', doc: 'id, name and active of this workflow' },
  { name: '$execution', gives: 'object', doc: 'id, mode and resumeUrl of this run' },
  { name: '$prevNode', gives: 'object', doc: 'Where the items came from: name, outputIndex, runIndex' },
  { name: '$runIndex', gives: 'number', doc: 'How often the node has run before in this execution' },
  { name: '$parameter', gives: 'object', doc: 'The parameters of this node' },
  { name: '$vars', gives: 'object', doc: 'Variables' },
  { name: '$env', gives: 'object', doc: 'Environment that the operator shows' },
  { name: '$if', gives: 'any', doc: '$if(condition, then, else)' },
  { name: '$ifEmpty', gives: 'any', doc: '$ifEmpty(value, other): the other when the value is empty' },
  { name: '$max', gives: 'number', doc: '$max(a, b, …)' },
  { name: '$min', gives: 'number', doc: '$min(a, b, …)' },
  { name: '$jmespath', gives: 'any', doc: '$jmespath(value, search)' },
  { name: 'DateTime', gives: 'object', doc: 'Dates by Luxon: DateTime.fromISO(…), DateTime.now()' },
  { name: 'Math', gives: 'object', doc: 'Mathematics of the language' },
  { name: 'JSON', gives: 'object', doc: 'JSON.parse, JSON.stringify' },
];
