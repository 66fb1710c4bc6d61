/** Puts the focus on the canvas, where its keys are taken. */
export const focusCanvas = (): void =>
  document.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
