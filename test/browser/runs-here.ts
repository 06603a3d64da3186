/** Why no browser can be driven on this machine; nothing where one can. npm installs one for Linux on x64 alone. */
export const whyNoBrowser =
  process.platform === 'linux' && process.arch === 'x64'
    ? ''
    : ' (skipped: npm installs a Chromium on Linux x64 alone)';
