import { version } from '../../package.json'

/** The version of the program as printed beside results. */
export const PROGRAM_VERSION = version
