/**
 * What a child process is given of our environment: to find programs, and to read text and times as the machine does.
 * Settings are not among it, and so no key, token or address with a password in it.
 */
const PASSED = /^(PATH|LANG|LC_[A-Z]+|TZ|TMPDIR|SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|TEMP|TMP)$/i;

/** The environment of every process that the server starts; the test beside it finds those that are given another. */
export function childEnvironment(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED.test(name))), ...own };
}
