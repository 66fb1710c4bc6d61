import { execFile } from 'node:child_process';

/** Puts a program into a network of its own, with nothing in it. `-r`: without that, only root could. */
export const WITHOUT_NETWORK = ['unshare', '-rn'] as const;
/** Milliseconds that the look whether it works may take. */
const LOOK_TIMEOUT_MS = 2_000;

let networkWall: Promise<boolean> | undefined;

/** Whether this system lets processes be started without a network: Linux, where user namespaces are allowed. */
export function hasNetworkWall(): Promise<boolean> {
  const [command, ...flags] = WITHOUT_NETWORK;
  networkWall ??= new Promise((resolve) => {
    execFile(command, [...flags, 'true'], { timeout: LOOK_TIMEOUT_MS, env: { PATH: process.env.PATH } }, (error) =>
      resolve(error === null),
    );
  });
  return networkWall;
}
