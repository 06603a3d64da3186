/** What a phone's screen leaves for a picture: the width of a chart's narrow form, where `usualWidth` is that of the other. */
export const narrowWidth = 300;
