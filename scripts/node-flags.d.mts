/** What to give Node, before the program's name. */
export declare const NODE_FLAGS: readonly string[];
