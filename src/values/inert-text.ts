const TEXT_MAX = 600;

/** Characters that are not seen and change what others look like: controls, marks of direction, zero-width characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text with its unseen characters written out, so that it reads as it is stored; line breaks and tabs become blanks. */
export function visibleText(text: string): string {
  return text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(UNSEEN, (mark) => {
    const point = mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `[U+${point}]`;
  });
}

/** Text of users in Markdown, in a table cell too: no markup, entity, formula, link, mention, no line break, no end of the cell. */
export function inertMarkdown(text: string, longest = TEXT_MAX): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return (
    short
      .replaceAll(/[\\`*_[\]<>|~#!&$]/g, (mark) => `\\${mark}`)
      // Hosts look for these in the text that is shown, where a backslash is gone.
      .replaceAll(/@|:(?=\/\/)|\bwww(?=\.)|#(?=\d)/gi, (start) => `${start}\u200b`)
      .replaceAll(/\s+/g, ' ')
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of users in HTML, in an attribute too. */
export function inertHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}
