namespace AlphaKit.Factors;

/// <summary>The windows 1, 2, 4, … and those asked for, each at most twice the one before; a longer one is the extreme of two shorter ones.</summary>
internal sealed class ExtremeChain
{
    private readonly HashSet<int> _asked;
    private volatile Cut? _cut;

    public ExtremeChain(WindowOutput[] outputs)
    {
        List<(int, int)> links = [];
        int have = 1;
        foreach (int days in outputs.Select(o => o.Days).Distinct().Order())
        {
            while (have < days)
            {
                int next = Math.Min(2 * have, days);
                links.Add((next, next - have));
                have = next;
            }
        }

        Links = [.. links];
        _asked = [.. outputs.Select(o => o.Days)];
    }

    /// <summary>Each window and how far back the older of its two parts lies.</summary>
    public (int Days, int Lag)[] Links { get; }

    /// <summary>For each window the rows that a chunk of so many rows needs of it: first, and the one after the last.</summary>
    public (int First, int Last)[][] SpansFor(int rows)
    {
        Cut? cut = _cut;
        if (cut?.Rows != rows) _cut = cut = new Cut(rows, MakeSpans(rows));
        return cut.Spans;
    }

    private (int First, int Last)[][] MakeSpans(int rows)
    {
        (int First, int Last)[][] spans = new (int, int)[Links.Length][];
        List<(int First, int Last)> needs = [];
        for (int i = Links.Length - 1; i >= 0; i--)
        {
            if (_asked.Contains(Links[i].Days)) needs.Add((0, rows));
            spans[i] = RowSpans.Joined(needs);
            if (rows >= RowSpans.Dense) spans[i] = [(spans[i][0].First, rows)];
            needs = [.. spans[i], .. spans[i].Select(s => (s.First - Links[i].Lag, s.Last - Links[i].Lag))];
        }

        return spans;
    }

    private sealed record Cut(int Rows, (int First, int Last)[][] Spans);
}
