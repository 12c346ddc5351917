namespace AlphaKit.Factors.Tests.Libraries.Golden;

/// <summary>
/// The panel of panel.py, bit for bit: 120 shares, 300 days, all from integers. Days locked at one price, suspensions, late listings, ex-right
/// steps, shares that leave the universe, one share without an industry.
/// </summary>
internal static class GoldenPanel
{
    public const int Days = 300;
    public const int Shares = 120;
    private const int Industries = 6;

    private static readonly Lazy<Panel> Made = new(Make);

    public static Panel Instance => Made.Value;

    private static Panel Make()
    {
        Field[] fields =
        [
            Field.Open, Field.High, Field.Low, Field.Close, Field.Vwap, Field.Volume, Field.Amount, Field.AdjFactor, Field.MarketCap, Field.Industry,
        ];
        Dictionary<Field, float[]> values = fields.ToDictionary(f => f, _ => new float[Days * Shares]);
        foreach (float[] matrix in values.Values) Array.Fill(matrix, float.NaN);
        for (int i = 0; i < Shares; i++) Share(values, i);

        List<KeyValuePair<Field, FieldMatrix>> all = [.. values.Select(v => new KeyValuePair<Field, FieldMatrix>(v.Key, Matrix(v.Value)))];
        foreach ((Field raw, Field adjusted) in new[]
        {
            (Field.Open, Field.AdjustedOpen), (Field.High, Field.AdjustedHigh), (Field.Low, Field.AdjustedLow),
            (Field.Close, Field.AdjustedClose), (Field.Vwap, Field.AdjustedVwap),
        })
        {
            all.Add(new(adjusted, Matrix([.. values[raw].Zip(values[Field.AdjFactor], (price, factor) => (float)((double)price * factor))])));
        }

        Membership members = Membership.Create(Days, Shares, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = !(i % 9 == 4 && t is >= 100 and < 130) && !(i % 13 == 5 && t >= 285);
        });
        return new Panel(TestPanels.Axes(Days, Shares), all, members);
    }

    private static void Share(Dictionary<Field, float[]> values, int i)
    {
        Lcg random = new((ulong)(1000 + i));
        int close = 300 + random.Below(6000), factor = 8;
        long shares = 1000000L * (1 + random.Below(5000));
        for (int t = 0; t < Days; t++)
        {
            int before = close, band = Math.Max(2, before / 40);
            int open = Math.Max(20, before + random.Below((2 * band) + 1) - band);
            close = Math.Max(20, before + random.Below((2 * band) + 1) - band);
            int high = Math.Max(open, close) + random.Below(band);
            int low = Math.Max(10, Math.Min(open, close) - random.Below(band));
            int mean = low + random.Below(high - low + 1);
            int volume = 100 * (500 + random.Below(20000));
            bool locked = random.Below(100) == 0, suspended = random.Below(800) == 0;
            if (random.Below(200) == 0) factor += 1 + random.Below(4);
            if (locked) open = high = low = mean = close;
            int at = (t * Shares) + i;
            if (i != 119) values[Field.Industry][at] = i % Industries;
            values[Field.AdjFactor][at] = factor / 8f;
            if (suspended || (i is 3 or 17 && t < 40)) continue;
            values[Field.Open][at] = (float)(open / 100.0);
            values[Field.High][at] = (float)(high / 100.0);
            values[Field.Low][at] = (float)(low / 100.0);
            values[Field.Close][at] = (float)(close / 100.0);
            values[Field.Vwap][at] = (float)(mean / 100.0);
            values[Field.Volume][at] = volume;
            values[Field.Amount][at] = (float)((long)volume * mean / 100.0);
            values[Field.MarketCap][at] = (float)(shares * (close / 100.0));
        }
    }

    private static FieldMatrix Matrix(float[] values) => FieldMatrix.FromRowMajor(values, Days, Shares);

    /// <summary>Knuth's MMIX generator, the upper 31 bits.</summary>
    private sealed class Lcg(ulong state)
    {
        private ulong _state = state;

        public int Below(int n)
        {
            _state = unchecked((_state * 6364136223846793005) + 1442695040888963407);
            return (int)((_state >> 33) % (ulong)n);
        }
    }
}
