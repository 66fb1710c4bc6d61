import { Transform, Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { expect, it } from 'vitest';
import { Problem } from './problem.js';
import { validation } from './validation.js';

class Body {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  name?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  limit?: number;

  @IsOptional()
  @IsObject()
  document?: object;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  tags?: string[];

  @IsOptional()
  @IsEmail()
  email?: string;
}

const check = (value: unknown, metatype: unknown = Body) =>
  validation().transform(value, { type: 'body', metatype: metatype as never }) as Promise<Body>;
const refused = async (value: unknown) => {
  const problem = await check(value).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  return (problem as Problem).more.errors ?? [];
};

it('converts what decorators say, and hands on what fields hold as it came', async () => {
  const document = { deep: [{ list: [1, 2] }] };
  const body = await check({ name: ' a ', limit: '3', document, tags: ['x'] });
  expect(body).toBeInstanceOf(Body);
  expect(body).toEqual({ name: 'a', limit: 3, document, tags: ['x'] });
  expect(body.document).toBe(document);
});

it.each([
  ['a field that is not known', { other: 1 }, 'other'],
  ['a field of the wrong type', { name: { a: 1 } }, 'name'],
  ['an object in the place of a number', { limit: {} }, 'limit'],
  ['a list with what is no text', { tags: ['a', { b: 1 }] }, 'tags'],
  ['a list in the place of an object', { document: [] }, 'document'],
  ['a list in the place of the body', [{}], ''],
])('refuses %s', async (_, value, field) => {
  expect((await refused(value)).map((fault) => fault.field)).toEqual([field]);
});

it('takes a bounded time for objects of any number of keys', async () => {
  const keys = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, index]));
  const before = process.cpuUsage();
  await check({ document: keys });
  expect((await refused(keys))[0]?.message).toMatch(/more than 100 fields/);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(500);
});

it('repeats no long names', async () => {
  expect(JSON.stringify(await refused({ ['x'.repeat(1_000_000)]: 1 })).length).toBeLessThan(2_000);
});

it('refuses halves of surrogate pairs where a validator encodes them', async () => {
  expect(await refused({ email: 'a\ud800@example.com' })).toHaveLength(1);
});
