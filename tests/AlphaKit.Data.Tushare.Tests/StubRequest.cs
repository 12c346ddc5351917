namespace AlphaKit.Data.Tushare.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed record StubRequest(string Api, string Token, IReadOnlyDictionary<string, string> Parameters, string Fields)
{
    public int Offset => int.Parse(Parameters.GetValueOrDefault("offset", "0"), System.Globalization.CultureInfo.InvariantCulture);

    public int Limit => int.Parse(Parameters.GetValueOrDefault("limit", "0"), System.Globalization.CultureInfo.InvariantCulture);
}
