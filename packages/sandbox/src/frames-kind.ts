/** What a frame is, in both directions. */
export const FrameKind = { ready: 0, code: 1, evaluate: 2, regex: 3, done: 4, fault: 5 } as const;
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];
