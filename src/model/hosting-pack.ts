import shipped from '../../data/rules/hosting.json'
import type { HostingPack } from './hosting'

/** What candidate spaces are judged by: the pack that comes with the program; a test holds it to its shape. */
export const HOSTING_PACK = shipped as unknown as HostingPack
