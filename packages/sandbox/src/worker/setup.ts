/** The scripts that run in isolates, by path. */
export interface IsolateScripts {
  /** What runs tenants' scripts; every context of the code isolate begins with it. */
  code: string;
  /** What runs expressions and patterns. */
  expression: string;
  /** Globals such as `URL` and `Buffer`, for the scripts that name them. */
  web: string;
}

/** What a code process is started with. */
export interface WorkerSetup {
  /** Path of isolated-vm's native part. */
  addon: string;
  scripts: IsolateScripts;
  memoryMb: number;
}
