import packageFile from '../../package.json' with { type: 'json' }

/** The version of the tool, as the package states it. */
export const VERSION: string = packageFile.version
