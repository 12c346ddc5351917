namespace AlphaKit.Factors;

/// <summary>
/// The rows that chunks of some sizes need of each part, worked out once a size: tiles go through chunks of a few sizes again and again. Threads may work
/// out the same at the same time, which changes nothing.
/// </summary>
/// <param name="make">Works them out for so many rows.</param>
internal sealed class KeptSpans(Func<int, (int First, int Last)[][]> make)
{
    private const int Most = 4;
    private volatile Cut[] _cuts = [];

    public (int First, int Last)[][] For(int rows)
    {
        Cut[] cuts = _cuts;
        foreach (Cut cut in cuts)
        {
            if (cut.Rows == rows) return cut.Spans;
        }

        Cut made = new(rows, make(rows));
        _cuts = cuts.Length < Most ? [.. cuts, made] : [made];
        return made.Spans;
    }

    private sealed record Cut(int Rows, (int First, int Last)[][] Spans);
}
