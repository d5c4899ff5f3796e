const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';
const rangeOfMonths = new RegExp(`\\b(${month})\\s?[-–—]\\s?(${month})\\b`, 'gi');

/** A sentence as the words parsers work on: contractions opened, punctuation apart, numbers and days whole. */
export function wordsOf(sentence: string): string[] {
  return sentence
    .normalize('NFKC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\bcan(?:'t|not)\b/gi, 'can not')
    .replace(/\bwon't\b/gi, 'will not')
    .replace(/\b(do|does|did|have|has|had|is|are|was|were|would|could|should)n't\b/gi, '$1 not')
    .replace(/'(s|re|ve|ll|d)\b/gi, " '$1")
    .replace(/s'(?=\s|$)/g, "s 's")
    .replace(/#\s*of\b/gi, 'number of')
    .replace(/(^|\s)#(?=\s*[a-z])/gi, '$1number of ')
    .replace(/\bw\/o\b/gi, 'without')
    .replace(/\bw\//gi, 'with ')
    .replace(rangeOfMonths, '$1 to $2')
    .replace(/(?<=[a-z])[-–—/](?=[a-z])/gi, ' ')
    .replace(/(\d)[-–](days?|weeks?|months?|years?|quarters?|times?|points?)\b/gi, '$1 $2')
    .replace(/(\d)\s?\+/g, '$1 or more')
    .replace(/\s[+&]\s/g, ' and ')
    .replace(/(?<=[a-z])_(?=[a-z])/gi, ' ')
    .replace(/\blimit (?=\d+\b)/gi, 'first ')
    .replace(/(?<![<>!=])={1,2}\s*(?=\d)/g, ' exactly ')
    .replace(/(>=|≥)\s*/g, ' at least ')
    .replace(/(<=|≤)\s*/g, ' at most ')
    .replace(/>\s*/g, ' more than ')
    .replace(/<\s*/g, ' less than ')
    .replace(/,(?!\d{3})/g, ' , ')
    .replace(/[?!;"()]|\.(?=\s|$)/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}
