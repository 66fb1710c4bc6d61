/** What a frame is, in both directions. `webCode` is a script that wants the globals of `isolate/web-globals.ts`. */
export const FrameKind = { ready: 0, code: 1, evaluate: 2, regex: 3, done: 4, fault: 5, webCode: 6 } as const;
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];
