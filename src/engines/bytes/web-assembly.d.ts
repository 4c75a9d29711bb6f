/** As much of the global as is used here; the types of Node do not have it. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: SharedArrayBuffer
    constructor(descriptor: { initial: number; maximum: number; shared: true })
    grow(pages: number): number
  }
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    readonly exports: object
    constructor(module: Module, imports: Readonly<Record<string, object>>)
  }
}
