import { describe, expect, it } from 'vitest';
import { isZone, zoneAt, zoneNames, zonesLike } from './zones.ts';

const WINTER = new Date('2026-01-15T12:00:00Z');
const SUMMER = new Date('2026-07-15T12:00:00Z');
const zones = zoneNames();
const names = (typed: string) => zonesLike(zones, typed, WINTER, 'en');

describe('zones', () => {
  it('have their offset at the moment, and a name in the language', () => {
    expect(zoneAt('Europe/Berlin', WINTER, 'de')).toEqual({
      name: 'Europe/Berlin',
      offset: '+01:00',
      called: 'Mitteleuropäische Normalzeit',
    });
    expect(zoneAt('Europe/Berlin', SUMMER, 'en').offset).toBe('+02:00');
    expect(zoneAt('Asia/Kolkata', WINTER, 'en').offset).toBe('+05:30');
    expect(zoneAt('UTC', WINTER, 'en').offset).toBe('+00:00');
  });

  it('are all there, each once', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(new Set(zones).size).toBe(zones.length);
    expect(names('utc')).toContain('UTC');
  });

  it('are found by words of their name, by what they are called, and by their offset', () => {
    expect(names('new york')).toEqual(['America/New_York']);
    expect(names('europe/ber')).toEqual(['Europe/Berlin']);
    expect(names('central european')).toContain('Europe/Paris');
    for (const typed of ['+5:30', '+05:30', 'UTC+05:30']) expect(names(typed)).toContain('Asia/Colombo');
    expect(names('+1')).not.toContain('Asia/Tokyo');
    expect(names('+1 berlin')).toEqual(['Europe/Berlin']);
    expect([names('kolkata'), names('calcutta')]).toEqual([['Asia/Kolkata'], ['Asia/Kolkata']]);
    expect(names('olympus')).toEqual([]);
  });

  it('are known by name', () => {
    expect(['Europe/Berlin', 'Asia/Calcutta', 'UTC'].map(isZone)).toEqual([true, true, true]);
    expect(['Mars/Olympus', '', '+02:00'].map(isZone)).toEqual([false, false, false]);
  });
});
