namespace AlphaKit.Portfolio;

/// <summary>
/// Descriptors from statements and valuation, ME being market capitalisation and LD long-term debt:
/// <code>
/// BTOP  1/pb, or BE/ME         ETOP  earnings/ME         CETOP  operating cash flow/ME
/// SGRO, EGRO  slope of five annual values / mean of their absolute values
/// MLEV  (ME + LD)/ME           DTOA  liabilities/assets  BLEV   (BE + LD)/BE, BE positive
/// </code>
/// </summary>
internal sealed class FundamentalDescriptors(RiskInputs inputs)
{
    private readonly int[] _next = new int[inputs.Count];

    /// <summary>Takes in day <paramref name="t"/> for some columns; days must ascend.</summary>
    public void Advance(int t, int from, int to, Span<float> result)
    {
        int n = inputs.Count;
        ReadOnlySpan<float> caps = inputs.Cap.Row(t);
        ReadOnlySpan<float> book = inputs.PriceToBook is { } pb ? pb.Row(t) : default, earnings = inputs.PriceToEarnings is { } pe ? pe.Row(t) : default;
        for (int i = from; i < to; i++)
        {
            if (!book.IsEmpty) result[((int)Descriptor.Btop * n) + i] = 1 / book[i];
            if (!earnings.IsEmpty) result[((int)Descriptor.Etop * n) + i] = 1 / earnings[i];
            if (inputs.Fundamentals is null) continue;
            FundamentalEvent[] events = inputs.Fundamentals[i];
            while (_next[i] < events.Length && events[_next[i]].Day <= t) _next[i]++;
            if (_next[i] == 0) continue;
            FundamentalEvent now = events[_next[i] - 1];
            double cap = caps[i];
            if (book.IsEmpty) result[((int)Descriptor.Btop * n) + i] = (float)(now.Book / cap);
            result[((int)Descriptor.Etop * n) + i] = (float)(now.Earnings / cap);
            result[((int)Descriptor.Cetop * n) + i] = (float)(now.Cash / cap);
            result[((int)Descriptor.Sgro * n) + i] = (float)now.SalesGrowth;
            result[((int)Descriptor.Egro * n) + i] = (float)now.EarningsGrowth;
            result[((int)Descriptor.Mlev * n) + i] = (float)((cap + now.LongDebt) / cap);
            result[((int)Descriptor.Dtoa * n) + i] = (float)now.DebtToAssets;
            result[((int)Descriptor.Blev * n) + i] = now.Book > 0 ? (float)((now.Book + now.LongDebt) / now.Book) : float.NaN;
        }
    }
}
