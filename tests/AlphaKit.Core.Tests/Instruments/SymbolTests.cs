namespace AlphaKit.Core.Tests;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("600000.SH", Board.Main, InstrumentKind.Stock)]
    [InlineData("688981.SH", Board.Star, InstrumentKind.Stock)]
    [InlineData("302132.SZ", Board.ChiNext, InstrumentKind.Stock)]
    [InlineData("920118.BJ", Board.Beijing, InstrumentKind.Stock)]
    [InlineData("000001.SH", Board.None, InstrumentKind.Index)]
    [InlineData("000001.SZ", Board.Main, InstrumentKind.Stock)]
    public void Board_and_kind_follow_from_the_code(string text, Board board, InstrumentKind kind)
    {
        Symbol symbol = Symbol.Parse(text);
        Assert.Equal(board, symbol.Board);
        Assert.Equal(kind, symbol.Kind);
        Assert.Equal(text, symbol.ToString());
    }
}
