import shipped from '../../data/rules/works.json'
import type { WorksPack } from './works'

/** What renovation packages are made of: the pack that comes with the program; a test holds it to its shape. */
export const WORKS_PACK = shipped as unknown as WorksPack
