/*
 * The few standard globals that browsers, workers and Node 20 all have and that the engine may use.
 * The engine is compiled without the DOM library: what is not named here, it cannot touch.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
