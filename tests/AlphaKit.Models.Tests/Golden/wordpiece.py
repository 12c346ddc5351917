# Makes the pieces quoted in WordPieceTokenizerTests: BERT's published algorithm (Devlin et al. 2019), straight from its steps.
import unicodedata
def cjk(c): return any(a <= c <= b for a, b in ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)))
def punct(c): o = ord(c); return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c).startswith("P")
def basic(text, lower=True):
    out = []
    for c in text:
        if ord(c) in (0, 0xFFFD) or (unicodedata.category(c).startswith("C") and c not in "\t\n\r"): continue
        out.append(" " if c in " \t\n\r" or unicodedata.category(c) == "Zs" else f" {c} " if cjk(ord(c)) else c)
    tokens = []
    for word in "".join(out).split():
        if lower: word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        tokens += "".join(f" {c} " if punct(c) else c for c in word).split()
    return tokens
def pieces(word, vocab, most=100):
    if len(word) > most: return ["[UNK]"]
    start, out = 0, []
    while start < len(word):
        end = len(word)
        while end > start and ("##" if start else "") + word[start:end] not in vocab: end -= 1
        if end == start: return ["[UNK]"]
        out.append(("##" if start else "") + word[start:end]); start = end
    return out
V = "[PAD] [UNK] [CLS] [SEP] want ##want ##ed wa un runn ##ing , . ! ? % 5 ##0 ##5 宁 德 时 代 上 调 a ##h ah zz hello how are you he ##llo e ##te et 𠀀 か カ = - < naive cafe istanbul α β ab c".split()
texts = ["UNwant\u00E9d,running", "unwantedX running", "ah\u535A宁zz", " \tHeLLo!how  \n Are yoU?  ", "H\u00E9llo", "宁德时代上调5%。", "Na\u00EFve caf\u00E9, \u0130stanbul", "５", "a\u0301h \u200Bah\uFEFF a\u00ADh",
         "\U00020000宁\U0001F600", "が カ゛ ガ", "5\u22605", "Ά β", "ab\u2028c\u00A0ab\u3000c", "[SEP] a", "", " \u0000\uFFFD", "5050 " + "a" * 101, "wa-<un>", "e\u0302te\u0301 \u00EAt\u00E9"]
for t in texts: print(ascii(t)[:60], [p for w in basic(t) for p in pieces(w, V)])
print("kept case", basic("HeLLo Caf\u00E9 ab", lower=False))
