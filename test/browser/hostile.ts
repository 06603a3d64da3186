/** What somebody may write where a name or a sentence is asked for: it is shown as text, and moves nothing else. */
export const hostile = {
  script: '<script>window.hacked = 1</script>',
  image: '"><img src=x onerror="window.hacked = 1">',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody wrote
  template: '{{ 7 * 7 }} ${7 * 7} {% raw %}',
  /** Never closed, so that it turns round what stands behind it. */
  rightToLeft: 'שלום \u202Eevil السلامة',
  longWord: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5).slice(0, 200),
  emoji: '👩‍👩‍👧‍👦 🚓 & <b>bold</b>',
} as const;

/** As long as references may be. */
export const hostileReference = `${hostile.image}${hostile.longWord}`.slice(0, 100);

/** Several lines of it. */
export const hostileProse = Object.values(hostile).join('\n');
