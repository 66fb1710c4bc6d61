import { expect, it } from 'vitest';
import { toProblem } from './problem.filter.js';

it.each(['22P02', '22021', '23502'])('takes a value that the database refuses for the caller’s fault: %s', (code) => {
  expect(toProblem({ driverError: { code } })).toMatchObject({ code: 'request.malformed' });
});

it('takes whatever else the database says for a fault of the server', () => {
  expect(toProblem({ driverError: { code: '42P01' } })).toMatchObject({ code: 'server.error' });
});

it.each(['57P03', '57P01', '08006', '53300'])('asks to come again while the database is away: %s', (code) => {
  expect(toProblem({ driverError: { code } })).toMatchObject({ code: 'server.unavailable', more: { retryAfter: 1 } });
});
