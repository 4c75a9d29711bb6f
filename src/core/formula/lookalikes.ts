/** A sign that is none of a formula's, but is easily written for one. */
export const LOOKALIKE = /==|!=|=<|=>|&&|\|\||[≠≤≥＝＜＞（），［］【】、×÷－−–—＋＊／“”‘’！!；;％]/uy

/** Signs that people write, or that Chinese input methods make, and the ones that formulas use. */
export const SIGN_MEANT: ReadonlyMap<string, string> = new Map(
  [
    ['== ＝', '='],
    ['!= ≠', '<>'],
    ['≤ =<', '<='],
    ['≥ =>', '>='],
    ['＜', '<'],
    ['＞', '>'],
    ['（', '('],
    ['）', ')'],
    ['［ 【', '['],
    ['］ 】', ']'],
    ['， 、 ； ;', ','],
    ['× ＊', '*'],
    ['÷ ／', '/'],
    ['＋', '+'],
    ['－ − – —', '-'],
    ['“ ”', '"'],
    ['‘ ’', "'"],
    ['！ !', 'not'],
    ['％', '%'],
    ['&&', 'and'],
    ['||', 'or'],
  ].flatMap(([written = '', meant = '']) => written.split(' ').map((sign) => [sign, meant] as const)),
)
