/** A number for each object: what is never changed in place is told from another by it, without being written out as text. */
const numbers = new WeakMap<object, number>();
let next = 0;

export function objectNumber(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) {
    number = next++;
    numbers.set(object, number);
  }
  return number;
}
