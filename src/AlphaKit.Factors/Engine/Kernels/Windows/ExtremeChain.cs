namespace AlphaKit.Factors;

/// <summary>The windows 1, 2, 4, … and those asked for, each at most twice the one before; a longer one is the extreme of two shorter ones.</summary>
internal sealed class ExtremeChain
{
    private readonly HashSet<int> _asked;
    private readonly KeptSpans _spans;

    public ExtremeChain(WindowOutput[] outputs)
    {
        List<(int, int)> links = [];
        int have = 1;
        int[] asked = new int[outputs.Length];
        for (int k = 0; k < asked.Length; k++) asked[k] = outputs[k].Days;
        Array.Sort(asked);
        foreach (int days in asked)
        {
            while (have < days)
            {
                int next = Math.Min(2 * have, days);
                links.Add((next, next - have));
                have = next;
            }
        }

        Links = [.. links];
        _asked = [.. asked];
        _spans = new KeptSpans(MakeSpans);
    }

    /// <summary>Each window and how far back the older of its two parts lies.</summary>
    public (int Days, int Lag)[] Links { get; }

    /// <summary>For each window the rows that a chunk of so many rows needs of it: first, and the one after the last.</summary>
    public (int First, int Last)[][] SpansFor(int rows) => _spans.For(rows);

    private (int First, int Last)[][] MakeSpans(int rows)
    {
        (int First, int Last)[][] spans = new (int, int)[Links.Length][];
        if (rows >= RowSpans.Dense)
        {
            for (int i = Links.Length - 1, first = 0; i >= 0; first -= Links[i--].Lag) spans[i] = [(first, rows)];
            return spans;
        }

        FewRows(rows, spans);
        return spans;
    }

    private void FewRows(int rows, (int First, int Last)[][] spans)
    {
        List<(int First, int Last)> needs = [];
        for (int i = Links.Length - 1; i >= 0; i--)
        {
            if (_asked.Contains(Links[i].Days)) needs.Add((0, rows));
            spans[i] = RowSpans.Joined(needs);
            needs = [.. spans[i], .. spans[i].Select(s => (s.First - Links[i].Lag, s.Last - Links[i].Lag))];
        }
    }
}
