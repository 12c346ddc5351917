using System.Globalization;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>A table of technical columns as Tushare prints it, oldest day first.</summary>
internal sealed class TushareTable
{
    private readonly Dictionary<string, double[]> _columns = new(StringComparer.Ordinal);

    public TushareTable(string file)
    {
        string[][] lines = [.. File.ReadAllLines(SharedData.PathOf($"tushare_samples/{file}")!).Where(l => l.Length > 0).Select(l => l.Split(','))];
        string[][] days = [.. lines.Skip(1).OrderBy(l => l[1], StringComparer.Ordinal)];
        Days = days.Length;
        for (int k = 2; k < lines[0].Length; k++)
        {
            int column = k;
            _columns.Add(lines[0][k]["indiv_techin_".Length..], [.. days.Select(d => double.Parse(d[column], CultureInfo.InvariantCulture))]);
        }
    }

    public int Days { get; }

    public IReadOnlyCollection<string> Names => _columns.Keys;

    public double[] this[string column] => _columns[column];

    /// <summary>The bars without the scale of the latest adjustment factor: 前复权, or as they are when the table has no factor.</summary>
    public SlowBars Bars
    {
        get
        {
            return new SlowBars(Price("open"), Price("high"), Price("low"), Price("close"), this["vol"]);

            double[] Price(string name) => _columns.TryGetValue("adj_factor", out double[]? factor)
                ? [.. this[name].Select((p, t) => p * factor[t] / factor[^1])]
                : this[name];
        }
    }

    /// <summary>The bars as a panel holds them: rounded to single precision.</summary>
    public SlowBars RoundedBars
    {
        get
        {
            SlowBars bars = Bars;
            return new SlowBars(Round(bars.Open), Round(bars.High), Round(bars.Low), Round(bars.Close), Round(bars.Volume));

            static double[] Round(double[] values) => [.. values.Select(v => (double)(float)v)];
        }
    }

    /// <summary>The same bars as a panel of one symbol, under the names of <see cref="AlphaKit.Factors.Bars.Unadjusted"/>.</summary>
    public Panel Panel
    {
        get
        {
            SlowBars bars = Bars;
            return TestPanels.Of([
                (Field.Open, Rows(bars.Open)), (Field.High, Rows(bars.High)), (Field.Low, Rows(bars.Low)), (Field.Close, Rows(bars.Close)), (Field.Volume, Rows(bars.Volume))]);

            static float[][] Rows(double[] values) => [.. values.Select(v => new[] { (float)v })];
        }
    }
}
