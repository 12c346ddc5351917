using System.Text;

namespace AlphaKit.Models.Tests;

public sealed class WordPieceTokenizerTests
{
    private static readonly string[] s_vocabulary =
        ("[PAD] [UNK] [CLS] [SEP] want ##want ##ed wa un runn ##ing , . ! ? % 5 ##0 ##5 宁 德 时 代 上 调 a ##h ah zz hello how are you he ##llo e ##te et "
        + "\U00020000 か カ = - < naive cafe istanbul α β ab c").Split(' ');

    [Theory]
    // Python, the published algorithm; the maker is Golden/wordpiece.py.
    [InlineData("UNwant\u00E9d,running", "un ##want ##ed , runn ##ing")]
    [InlineData("unwantedX running", "[UNK] runn ##ing")]
    [InlineData("ah\u535A宁zz", "ah [UNK] 宁 zz")]
    [InlineData(" \tHeLLo!how  \n Are yoU?  ", "hello ! how are you ?")]
    [InlineData("H\u00E9llo", "hello")]
    [InlineData("宁德时代上调5%。", "宁 德 时 代 上 调 5 % [UNK]")]
    [InlineData("Na\u00EFve caf\u00E9, \u0130stanbul", "naive cafe , istanbul")]
    [InlineData("５", "[UNK]")]
    [InlineData("a\u0301h \u200Bah\uFEFF a\u00ADh", "ah ah ah")]
    [InlineData("\U00020000宁\U0001F600", "\U00020000 宁 [UNK]")]
    [InlineData("\u304C \u30AB\u309B \u30AC", "か [UNK] カ")]
    [InlineData("5\u22605", "5 = 5")]
    [InlineData("\u0386 \u03B2", "α β")]
    [InlineData("ab\u2028c\u00A0ab\u3000c", "ab c ab c")]
    [InlineData("[SEP] a", "[UNK] [UNK] [UNK] a")]
    [InlineData("", "")]
    [InlineData(" \u0000\uFFFD", "")]
    [InlineData("wa-<un>", "wa - < un [UNK]")]
    [InlineData("e\u0302te\u0301 \u00EAt\u00E9", "[UNK] [UNK]")]
    public void Texts_fall_into_the_pieces_of_the_published_algorithm(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', new WordPieceTokenizer(s_vocabulary).Tokenize(text)));

    [Theory]
    // Python: unicodedata.normalize("NFD", text); 한 is U+1112 U+1161 U+11AB, 가 is U+1100 U+1161.
    [InlineData("\uD55C", "\u1112\u1161\u11AB")]
    [InlineData("\uAC00", "\u1100\u1161")]
    [InlineData("\uD7A3", "\u1112\u1175\u11C2")]
    public void Hangul_is_taken_apart(string text, string expected) =>
        Assert.Equal([expected], new WordPieceTokenizer(["[PAD]", "[UNK]", "[CLS]", "[SEP]", expected]).Tokenize(text));

    [Fact]
    public void A_word_of_more_than_a_hundred_characters_is_unknown()
    {
        WordPieceTokenizer tokenizer = new(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##a"]);
        Assert.Equal(100, tokenizer.Tokenize(new string('a', 100)).Count);
        Assert.Equal(["[UNK]"], tokenizer.Tokenize(new string('a', 101)));
    }

    [Fact]
    public void Cased_vocabularies_keep_case_and_accents()
    {
        WordPieceTokenizer tokenizer = new(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "HeLLo", "Caf\u00E9", "cafe"], new WordPieceOptions { Case = WordPieceCase.Keep });
        Assert.Equal(["HeLLo", "Caf\u00E9", "[UNK]"], tokenizer.Tokenize("HeLLo Caf\u00E9 hello"));
    }

    [Fact]
    public void Ids_stand_between_the_marks_and_long_texts_are_cut()
    {
        WordPieceTokenizer tokenizer = new(s_vocabulary, new WordPieceOptions { MostTokens = 6 });
        TokenizedText one = tokenizer.Encode("ab"), cut = tokenizer.Encode("宁德时代上调"), none = tokenizer.Encode("");
        Assert.Equal(["[CLS]", "ab", "[SEP]"], one.Ids.Select(tokenizer.Token));
        Assert.Equal(["[CLS]", "宁", "德", "时", "代", "[SEP]"], cut.Ids.Select(tokenizer.Token));
        Assert.Equal(["[CLS]", "[SEP]"], none.Ids.Select(tokenizer.Token));

        // Of two texts the longer one gives way; of equal ones the second.
        TokenizedText two = tokenizer.Encode("宁德时", "上");
        Assert.Equal(["[CLS]", "宁", "德", "[SEP]", "上", "[SEP]"], two.Ids.Select(tokenizer.Token));
        Assert.Equal([0, 0, 0, 0, 1, 1], two.Segments);
        Assert.Equal(["[CLS]", "宁", "德", "[SEP]", "上", "[SEP]"], tokenizer.Encode("宁德", "上调").Ids.Select(tokenizer.Token));
    }

    [Fact]
    public void A_vocabulary_is_read_line_by_line()
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes("[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\n宁\r\n"));
        WordPieceTokenizer tokenizer = WordPieceTokenizer.Read(file);
        Assert.Equal(5, tokenizer.Count);
        Assert.Equal([2, 4, 3], tokenizer.Encode("宁").Ids);
    }

    [Fact]
    public void Vocabularies_that_cannot_be_right_are_refused()
    {
        Assert.Equal(5, Assert.Throws<VocabularyException>(() => new WordPieceTokenizer(["[PAD]", "[UNK]", "[CLS]", "[SEP]", ""])).Line);
        Assert.Equal(5, Assert.Throws<VocabularyException>(() => new WordPieceTokenizer(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[UNK]"])).Line);
        Assert.Contains("[SEP]", Assert.Throws<VocabularyException>(() => new WordPieceTokenizer(["[PAD]", "[UNK]", "[CLS]"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WordPieceOptions { MostTokens = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WordPieceOptions { Case = (WordPieceCase)7 });
    }
}
