/** Makes a folder of exports and, in it, balances of so many accounts; gives their rows and fen. */
export function makeExports(
  folder: string,
  shape: { readonly accounts: number },
): { readonly rows: number; readonly fen: bigint }
